"""Notes of a private dossier through their service: what is logged, what is kept, and what cannot be written."""

import json
import uuid
from dataclasses import replace

import pytest

from svp_desktop.domain.aantekeningen import (
    AantekeningDraft,
    DossierAantallen,
    DossierDraft,
    DossierIsGesloten,
    DossierNietLeeg,
    check_dossier,
)
from svp_desktop.domain.errors import AlleenLezen, IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.vertrouwelijk import ZaakAfloop
from svp_desktop.domain.vertrouwenswerk import ZaakNotitie
from svp_desktop.kluis import maintenance, trail
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import EIGEN
from svp_desktop.services.vertrouwelijk import CONCEPT_DOSSIER, VertrouwelijkService, concept_sleutel
from tests.zaken import zaak

KEY = bytes(range(32))
NOTE = ZaakNotitie(AantekeningDraft("gisteren", "10.25", "Noor", None, "Blauwe plek op de arm."))


class Part:
    """One compartment with its service."""

    def __init__(self, folder, clock):
        path = folder / "eigen.db"
        identity = Identity(str(uuid.uuid4()), str(uuid.uuid4()), "eigen")
        maintenance.create(path, bytearray(KEY), identity, EIGEN, clock())
        self.compartment = Compartment.open(path, bytearray(KEY), identity, EIGEN, account_id="ilse", clock=clock)
        self.service = VertrouwelijkService(self.compartment, clock, lambda: {"ilse": "Ilse Bruins"})

    def trail(self):
        with self.compartment.reading() as rx:
            assert trail.verify(rx)
            return [(line.action, line.object_id) for line in reversed(trail.read(rx))]


@pytest.fixture
def part(tmp_path, clock):
    made = Part(tmp_path, clock)
    yield made
    made.compartment.close()


@pytest.fixture
def service(part):
    return part.service


def opened(service, naam="Noor van 't Hof"):
    return service.open_zaak(zaak(naam, "groep 4")).value


def test_a_dossier_with_a_note_reads_back(service, clock):
    dossier_id = opened(service)
    service.leg_stap_vast(dossier_id, NOTE)
    blad = service.lees(dossier_id)
    assert (blad.dossier.nummer, blad.dossier.naam, blad.dossier.groep) == ("2026-01", "Noor van 't Hof", "groep 4")
    [note] = blad.aantekeningen
    assert (note.inhoud.datum.isoformat(), note.inhoud.tekst) == ("2026-11-23", "Blauwe plek op de arm.")
    assert (note.door, note.op) == ("Ilse Bruins", clock())


def test_a_name_and_a_text_are_asked_for_and_a_day_that_was(service):
    assert [item.field for item in check_dossier(DossierDraft("  "))] == ["naam"]
    assert [item.field for item in check_dossier(DossierDraft("x" * 301, "y" * 301))] == ["naam", "groep"]
    with pytest.raises(InvoerOnjuist):
        service.open_zaak(zaak("\x00 "))
    dossier_id = opened(service)
    wrong = ZaakNotitie(AantekeningDraft("morgen", "25.99", tekst=" \n "))
    assert {item.field for item in service.check_notitie(wrong)} == {"datum", "tijd", "tekst"}
    with pytest.raises(InvoerOnjuist):
        service.leg_stap_vast(dossier_id, wrong)
    assert service.lees(dossier_id).aantekeningen == ()


def test_texts_are_cleaned_before_they_are_kept(service):
    dossier_id = opened(service, "Noor\x00\n van  ’t Hof")
    service.leg_stap_vast(
        dossier_id, ZaakNotitie(AantekeningDraft("vandaag", "", "Noor\nmoeder", None, "e\u0301\r\ntwee\x07"))
    )
    blad = service.lees(dossier_id)
    assert blad.dossier.naam == "Noor van ’t Hof"
    assert (blad.aantekeningen[0].inhoud.tekst, blad.aantekeningen[0].inhoud.met_wie) == ("é\ntwee", "Noor moeder")


def test_opening_a_dossier_is_logged_once_until_it_is_left(part):
    service = part.service
    first, second = opened(service), opened(service, "Mees")
    service.lees(first)
    service.leg_stap_vast(first, NOTE)
    service.lees(first)
    service.lees(second)
    service.lees(first)
    service.verlaat()
    service.lees(first)
    reads = [object_id for action, object_id in part.trail() if action == "dossier.geopend"]
    assert reads == [str(first), str(second), str(first), str(first)]


def test_lists_searches_and_drafts_leave_no_line_in_the_trail(part):
    service = part.service
    dossier_id = opened(service)
    before = part.trail()
    service.lijst("noor")
    service.aantallen()
    service.concepten.bewaar(concept_sleutel(dossier_id), {"tekst": "half"}, "een aantekening")
    assert part.trail() == before


def test_a_copy_that_is_only_looked_at_can_be_read_and_not_written(part):
    service = part.service
    dossier_id = opened(service)
    service.leg_stap_vast(dossier_id, NOTE)
    before = part.trail()
    part.compartment.set_read_only(True)
    assert len(service.lees(dossier_id).aantekeningen) == 1
    for write in (
        lambda: service.leg_stap_vast(dossier_id, NOTE),
        lambda: service.sluit_zaak(dossier_id, ZaakAfloop.OPGELOST),
        lambda: service.concepten.bewaar(concept_sleutel(dossier_id), {"tekst": "x"}, "Aantekening"),
    ):
        with pytest.raises(AlleenLezen):
            write()
    part.compartment.set_read_only(False)
    assert part.trail() == before


def test_an_unknown_dossier_is_not_read_and_not_logged(part):
    with pytest.raises(NietGevonden):
        part.service.lees(7)
    assert part.trail() == []


def test_a_correction_keeps_the_earlier_text_and_who_wrote_it(part):
    service = part.service
    dossier_id = opened(service)
    note_id = service.leg_stap_vast(dossier_id, NOTE).value
    changed = ZaakNotitie(AantekeningDraft("gisteren", "10.25", "Noor", None, "Blauwe plek op het been."))
    service.wijzig_stap(note_id, changed, 1)
    with pytest.raises(IntussenVeranderd):
        service.wijzig_stap(note_id, NOTE, 1)
    [note] = service.lees(dossier_id).aantekeningen
    assert (note.versie, note.inhoud.tekst) == (2, "Blauwe plek op het been.")
    [earlier] = note.eerder
    assert (earlier.nummer, earlier.door, earlier.inhoud.tekst) == (1, "Ilse Bruins", "Blauwe plek op de arm.")
    assert ("aantekening.gewijzigd", str(note_id)) in part.trail()


def test_a_correction_without_a_change_is_no_version(part):
    service = part.service
    dossier_id = opened(service)
    note_id = service.leg_stap_vast(dossier_id, NOTE).value
    service.concepten.bewaar(concept_sleutel(dossier_id, note_id), {"tekst": "x"}, "een aantekening")
    service.wijzig_stap(note_id, NOTE, 1)
    assert service.lees(dossier_id).aantekeningen[0].versie == 1
    assert service.concepten.alle() == ()


def test_a_note_taken_away_stays_visible_as_such_and_can_come_back(service):
    dossier_id = opened(service)
    note_id = service.leg_stap_vast(dossier_id, NOTE).value
    service.haal_weg(note_id)
    with pytest.raises(NietGevonden):
        service.haal_weg(note_id)
    [gone] = service.lees(dossier_id).aantekeningen
    assert gone.weggehaald_op is not None
    service.zet_terug(note_id)
    [back] = service.lees(dossier_id).aantekeningen
    assert (back.weggehaald_op, back.inhoud.tekst) == (None, "Blauwe plek op de arm.")


def test_a_closed_dossier_is_read_only_until_it_is_reopened(service):
    dossier_id = opened(service)
    note_id = service.leg_stap_vast(dossier_id, NOTE).value
    service.sluit_zaak(dossier_id, ZaakAfloop.OPGELOST)
    assert service.lees(dossier_id).dossier.gesloten
    for write in (
        lambda: service.leg_stap_vast(dossier_id, NOTE),
        lambda: service.wijzig_stap(note_id, NOTE, 1),
        lambda: service.haal_weg(note_id),
        lambda: service.wijzig_zaak(dossier_id, zaak("Ander"), 1),
        lambda: service.sluit_zaak(dossier_id, ZaakAfloop.OPGELOST),
    ):
        with pytest.raises(DossierIsGesloten):
            write()
    assert service.aantallen() == DossierAantallen(0, 1)
    assert [line.id for line in service.lijst(gesloten=True)] == [dossier_id]
    service.heropen(dossier_id)
    service.heropen(dossier_id)
    service.leg_stap_vast(dossier_id, NOTE)
    assert len(service.lees(dossier_id).aantekeningen) == 2


def test_only_an_empty_dossier_can_be_taken_back(service):
    empty, used = opened(service, "Vergissing"), opened(service)
    service.leg_stap_vast(used, NOTE)
    service.trek_in(empty)
    with pytest.raises(NietGevonden):
        service.lees(empty)
    with pytest.raises(DossierNietLeeg):
        service.trek_in(used)


def test_another_name(service):
    dossier_id = opened(service)
    service.wijzig_zaak(dossier_id, replace(zaak(), dossier=DossierDraft("Noor  van der Hof", "groep 5", "uuid")), 1)
    found = service.lees(dossier_id).dossier
    assert (found.naam, found.groep, found.persoon_uuid) == ("Noor van der Hof", "groep 5", "uuid")


def test_a_search_of_one_sign_shows_all_and_one_without_words_nothing(service):
    opened(service)
    assert len(service.lijst("n")) == 1
    assert service.lijst("!?") == ()
    assert service.aantallen("!?") == DossierAantallen(0, 0)
    assert service.aantallen("hof") == DossierAantallen(1, 0)


def test_saving_drops_the_draft_of_what_was_saved(service):
    service.concepten.bewaar(CONCEPT_DOSSIER, {"naam": "No"}, "een dossier")
    dossier_id = opened(service)
    assert service.concepten.lees(CONCEPT_DOSSIER) is None
    service.concepten.bewaar(concept_sleutel(dossier_id), {"tekst": "Bl"}, "een aantekening")
    service.leg_stap_vast(dossier_id, NOTE)
    assert service.concepten.alle() == ()


def test_no_write_tells_a_topic(service):
    dossier_id = opened(service)
    written = service.leg_stap_vast(dossier_id, NOTE)
    outcomes = [
        written,
        service.wijzig_stap(written.value, ZaakNotitie(AantekeningDraft("vandaag", "", "", None, "x")), 1),
        service.haal_weg(written.value),
        service.zet_terug(written.value),
        service.wijzig_zaak(dossier_id, zaak("Mees"), 1),
        service.sluit_zaak(dossier_id, ZaakAfloop.OPGELOST),
        service.heropen(dossier_id),
    ]
    assert all(not outcome.changes.topics for outcome in outcomes)


def test_names_stand_in_no_line_of_the_trail(part):
    service = part.service
    dossier_id = opened(service, "Noor")
    service.leg_stap_vast(dossier_id, NOTE)
    service.lees(dossier_id)
    assert "Noor" not in json.dumps(part.trail())
