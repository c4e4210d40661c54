"""Migration 0002 on a private file that holds notes: every word stays readable, and a matter can be added to it."""

import shutil
from dataclasses import replace
from pathlib import Path

from svp_desktop.kluis import drafts, maintenance, trail
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import EIGEN, Schema
from svp_desktop.kluis.stores import aantekeningen as store
from svp_desktop.services.vertrouwelijk import VertrouwelijkService, concept_sleutel, notitie_van_concept
from tests.zaken import oud_dossier, zaak

IDENTITY = Identity("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "eigen")
KEY = bytes(range(32))


def before(folder: Path) -> Schema:
    """The schema as it was before 0002."""
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(EIGEN.folder / name, folder)
    shutil.copy(EIGEN.folder / "versions" / "0001_dossiers.py", folder / "versions")
    return Schema("eigen", folder)


def test_a_private_file_of_before_keeps_its_notes_and_takes_a_matter(tmp_path, clock):
    path = tmp_path / "kluis" / "eigen.db"
    path.parent.mkdir()
    old = before(tmp_path / "oud")
    maintenance.create(path, bytearray(KEY), IDENTITY, old, clock(), room=1 << 20)
    size = path.stat().st_size
    compartment = Compartment.open(path, bytearray(KEY), IDENTITY, old, account_id="ilse", clock=clock)
    dossier = oud_dossier(compartment, "Noor van 't Hof", "Eerste gesprek.")
    with compartment.transaction() as tx:
        [note] = store.aantekeningen(tx, dossier)
        store.wijzig(tx, note.id, replace(note.inhoud, tekst="Eerste gesprek, in de gang."), 1)
        typed = {"titel": "Aantekening", "inhoud": {"datum": "2-3-2026", "tekst": "Half"}}
        drafts.save(tx, concept_sleutel(dossier), typed)
    compartment.close()

    migrated = Compartment.open(path, bytearray(KEY), IDENTITY, EIGEN, account_id="ilse", clock=clock)
    service = VertrouwelijkService(migrated, clock, lambda: {"ilse": "Ilse Bruins"})
    [kept] = service.lees(dossier).aantekeningen
    assert (kept.inhoud.tekst, [one.inhoud.tekst for one in kept.eerder]) == (
        "Eerste gesprek, in de gang.",
        ["Eerste gesprek."],
    )
    [kept_draft] = service.concepten.alle()
    assert notitie_van_concept(dict(kept_draft.inhoud)).aantekening.tekst == "Half"
    found = service.zaak(dossier)
    assert (found.inhoud, found.versie) == (None, 0)
    service.wijzig_zaak(dossier, zaak(), 0)
    stamp = service.zaak(dossier).stempel
    assert stamp is not None
    assert (stamp.op, stamp.door) == (clock(), "Ilse Bruins")
    with migrated.reading() as rx:
        assert trail.verify(rx)
    migrated.close()
    assert path.stat().st_size == size, "what a private file holds may not show in its size"
