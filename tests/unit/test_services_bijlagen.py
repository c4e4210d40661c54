"""Attachments through their service, on a real encrypted school: by what the bytes are, whole or not at all."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from svp_desktop.domain.bijlage import LANGSTE_NAAM, BijlageSoort, grootte_in_woorden, schone_naam, soort_van
from svp_desktop.domain.errors import BijlageFout, NietGevonden, SchijfVol
from svp_desktop.domain.incident import IncidentDraft, IncidentFilter, Mand
from svp_desktop.domain.school import Rol
from svp_desktop.kluis import pragmas
from svp_desktop.kluis.pragmas import Pragma
from svp_desktop.services.bijlagen import CONCEPT_NIEUW
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

GIF = b"GIF89a"
WACHTWOORD = "veertien zachte oranje bootjes"


def quiet(_done: int, _total: int) -> None:
    """Nobody listens."""


def record(werkplek: Werkplek, *files: int) -> int:
    """An incident with these attachments."""
    person = werkplek.personen.als_betrokkene(1)
    draft = IncidentDraft("vandaag", "10.25", "Plein", mand=Mand.GROEN, betrokkenen=(person,), feiten="Samen gespeeld.")
    return werkplek.incidenten.registreer(draft, files).value


def size_of(werkplek: Werkplek) -> int:
    """Pieces that stand in the file."""
    with werkplek._kluis.school.reading() as rx:
        return int(rx.connection.exec_driver_sql("SELECT count(*) FROM bijlage_deel").scalar_one())


def test_what_the_bytes_are_decides() -> None:
    assert soort_van(b"\xff\xd8\xff\xe1") is BijlageSoort.JPEG
    assert soort_van(b"RIFF\0\0\0\0WEBPVP8 ") is BijlageSoort.WEBP
    assert soort_van(b"\xef\xbb\xbf%PDF-1.4") is BijlageSoort.PDF
    refused = (
        b"", b"<html>", b"MZ\x90", b"PK\x03\x04", b"<svg xmlns=", b"RIFF\0\0\0\0WAVE", b"\0\0\0\x18ftypheic",
        b"\0\0\0\x18ftypisom", b" " * 2000 + b"%PDF-",
    )  # fmt: skip
    for data in refused:
        with pytest.raises(BijlageFout):
            soort_van(data)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("plein.JPG", "plein.JPG"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\map\\foto.jpeg", "foto.jpeg"),
        ("a\u202egpj.exe", "agpj.exe.jpg"),
        ("\u200f\u2066a\u0000\r\nb\u2028.jpg", "ab.jpg"),
        ("pagina.html", "pagina.html.jpg"),
        ("", "bijlage.jpg"),
        (".jpg", "jpg.jpg"),
        ("...", "bijlage.jpg"),
        ("e\u0301e\u0301n.jpg", "één.jpg"),
        ("<b>O'Brien & Łukasz</b>.jpg", "b>.jpg"),
    ],
)
def test_a_name_can_do_no_harm(given: str, kept: str) -> None:
    assert schone_naam(given, BijlageSoort.JPEG) == kept


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    name = schone_naam("x" * 200 + ".pdf", BijlageSoort.PDF)
    assert len(name) == LANGSTE_NAAM
    assert name.endswith("x.pdf")


def test_sizes_in_words() -> None:
    assert [grootte_in_woorden(size) for size in (1, 340_000, 2_440_000)] == ["1 kB", "340 kB", "2,4 MB"]


def test_bytes_come_back_exactly_and_stand_nowhere_readable(werkplek: Werkplek, tmp_path: Path) -> None:
    data = GIF + b"Merkteken Zwanenburgh" * 150_000
    told: list[tuple[int, int]] = []
    incident_id = record(werkplek)
    kept = werkplek.bijlagen.voeg_toe(incident_id, "a.gif", data, lambda *step: told.append(step)).value
    assert werkplek.bijlagen.lees(kept.id) == data
    assert told == [(1 << 20, len(data)), (2 << 20, len(data)), (3 << 20, len(data)), (len(data), len(data))]
    assert werkplek.bijlagen.van(incident_id) == (kept,)
    werkplek.vergrendel()
    assert all(b"Zwanenburgh" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_caps_hold(werkplek: Werkplek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service, incident_id = werkplek.bijlagen, record(werkplek)
    large = tmp_path / "groot.gif"
    with large.open("wb") as stream:
        stream.truncate(25_000_001)
    with pytest.raises(BijlageFout) as refused:
        service.lees_bestand(large)
    assert "25 MB" in refused.value.what
    monkeypatch.setattr("svp_desktop.domain.bijlage.MEEST_PER_INCIDENT", 1_000_000)
    service.voeg_toe(incident_id, "a.gif", GIF + bytes(900_000), quiet)
    with pytest.raises(BijlageFout) as refused:
        service.voeg_toe(incident_id, "b.gif", GIF + bytes(200_000), quiet)
    assert "1 MB" in refused.value.what
    for number in range(19):
        service.voeg_toe(incident_id, f"{number}.gif", GIF, quiet)
    with pytest.raises(BijlageFout) as refused:
        service.voeg_toe(incident_id, "te veel.gif", GIF, quiet)
    assert "20" in refused.value.what


def test_only_a_file_that_is_there_is_read(werkplek: Werkplek, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "weg", pipe, Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(BijlageFout):
            werkplek.bijlagen.lees_bestand(path)


def test_what_stops_halfway_leaves_nothing(werkplek: Werkplek) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    incident_id = record(werkplek)
    with pytest.raises(Stopped):
        werkplek.bijlagen.voeg_toe(incident_id, "a.gif", GIF + bytes(3_000_000), stop)
    assert werkplek.bijlagen.van(incident_id) == ()
    assert size_of(werkplek) == 0


def test_a_full_disk_says_so_and_the_rest_goes_at_the_next_unlock(
    toegang: Toegang, monkeypatch: pytest.MonkeyPatch
) -> None:
    toegang.maak_school("De Vuurtoren", "Nijmegen", "Marit van den Berg", Rol.DIRECTEUR, WACHTWOORD).vergrendel()
    choice = toegang.scholen()[0]
    before = pragmas.CONNECTION
    pages = (choice.folder / "school.db").stat().st_size // 4096 + 600
    monkeypatch.setattr(pragmas, "CONNECTION", (*before, Pragma("max_page_count", str(pages), pages)))
    werkplek = toegang.ontgrendel(choice.folder, choice.accounts[0].id, WACHTWOORD)
    incident_id = record(werkplek)
    # the cleaning up does not succeed either
    monkeypatch.setattr(werkplek.bijlagen, "_wis", _full)
    with pytest.raises(SchijfVol):
        werkplek.bijlagen.voeg_toe(incident_id, "a.gif", GIF + bytes(5_000_000), quiet)
    assert werkplek.bijlagen.van(incident_id) == ()
    assert size_of(werkplek) > 0
    werkplek.vergrendel()
    monkeypatch.setattr(pragmas, "CONNECTION", before)
    werkplek = toegang.ontgrendel(choice.folder, choice.accounts[0].id, WACHTWOORD)
    assert werkplek.bijlagen.ruim_op(lambda: None) == 1
    assert size_of(werkplek) == 0
    werkplek.vergrendel()


def _full(_bijlage_id: int) -> None:
    raise SchijfVol


def test_files_of_a_new_incident_are_claimed_once_and_by_who_added_them(werkplek: Werkplek) -> None:
    service = werkplek.bijlagen
    first = service.voeg_toe(None, "a.gif", GIF, quiet).value
    gone = service.voeg_toe(None, "b.gif", GIF, quiet).value
    service.gooi_weg(gone.id)
    for wrong in ((first.id, gone.id), (first.id, 99)):
        with pytest.raises(BijlageFout):
            record(werkplek, *wrong)
    assert werkplek.incidenten.aantal(IncidentFilter())[1] == 0, (
        "nothing of the incident stays when a file is not there"
    )
    incident_id = record(werkplek, first.id)
    assert [one.naam for one in service.van(incident_id)] == ["a.gif"]
    assert service.van(None) == ()
    with pytest.raises(BijlageFout):
        record(werkplek, first.id)
    with werkplek._kluis.school.reading() as rx:
        told = rx.connection.exec_driver_sql("SELECT object_id FROM spoor WHERE actie = 'bijlage.toegevoegd'").scalars()
        assert list(told) == [str(incident_id)]


def test_another_account_cannot_see_or_claim_what_is_being_typed(werkplek: Werkplek) -> None:
    mine = werkplek.bijlagen.voeg_toe(None, "a.gif", GIF, quiet).value
    with werkplek._kluis.school.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE bijlage SET account_id = 'iemand anders'")
    assert werkplek.bijlagen.van(None) == ()
    with pytest.raises(NietGevonden):
        werkplek.bijlagen.lees(mine.id)
    with pytest.raises(NietGevonden):
        werkplek.bijlagen.gooi_weg(mine.id)
    with pytest.raises(BijlageFout):
        record(werkplek, mine.id)


def test_a_thrown_away_draft_takes_its_files_along_and_the_sweep_leaves_what_lives(werkplek: Werkplek, clock) -> None:
    service = werkplek.bijlagen
    kept = record(werkplek)
    service.voeg_toe(kept, "blijft.gif", GIF, quiet)
    away = service.voeg_toe(kept, "prullenbak.gif", GIF, quiet).value
    service.gooi_weg(away.id)
    werkplek.concepten.bewaar(CONCEPT_NIEUW, {"feiten": "x"}, "Incident")
    loose = service.voeg_toe(None, "los.gif", GIF, quiet).value
    werkplek.concepten.wis(CONCEPT_NIEUW)
    assert service.van(None) == ()
    service.haal_terug(loose.id)
    werkplek.concepten.bewaar(CONCEPT_NIEUW, {"feiten": "x"}, "Incident")
    clock.now += timedelta(days=8)
    assert service.ruim_op(lambda: None) == 0, "the draft still has it"
    werkplek.concepten.wis(CONCEPT_NIEUW)
    assert service.ruim_op(lambda: None) == 0, "thrown away just now"
    clock.now += timedelta(days=8)
    assert service.ruim_op(lambda: None) == 1
    assert [one.naam for one in service.van(kept)] == ["blijft.gif"]
    assert [one.naam for one in service.weggegooid(kept)] == ["prullenbak.gif"]


def test_nothing_is_added_to_an_incident_in_the_prullenbak(werkplek: Werkplek) -> None:
    incident_id = record(werkplek)
    kept = werkplek.bijlagen.voeg_toe(incident_id, "a.gif", GIF, quiet).value
    werkplek.incidenten.verwijder(incident_id)
    with pytest.raises(NietGevonden):
        werkplek.bijlagen.voeg_toe(incident_id, "b.gif", GIF, quiet)
    with pytest.raises(NietGevonden):
        werkplek.bijlagen.gooi_weg(kept.id)
    werkplek.incidenten.herstel(incident_id)
    assert werkplek.bijlagen.van(incident_id) == (kept,)


def destroy(werkplek: Werkplek, incident_id: int) -> None:
    """Take an incident out of the file, but for its attachments."""
    with werkplek._kluis.school.transaction() as tx:
        for table in ("incident_soort", "incident_persoon", "incident_tekst"):
            tx.connection.exec_driver_sql(f"DELETE FROM {table} WHERE incident_id = {incident_id}")
        tx.connection.exec_driver_sql(f"DELETE FROM incident WHERE id = {incident_id}")


def test_an_incident_cannot_leave_for_good_while_its_attachments_stay(werkplek: Werkplek) -> None:
    bare, incident_id = record(werkplek), record(werkplek)
    kept = werkplek.bijlagen.voeg_toe(incident_id, "a.gif", GIF, quiet).value
    destroy(werkplek, bare)
    with pytest.raises(IntegrityError):
        destroy(werkplek, incident_id)
    assert werkplek.bijlagen.lees(kept.id) == GIF
