"""Dossiers and notes as rows, in both kinds of compartment that hold them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from svp_desktop.domain.aantekeningen import AantekeningInhoud, Aard, DossierAantallen, DossierDraft
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.kluis import maintenance, versions
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import EIGEN, MELDCODE
from svp_desktop.kluis.stores import aantekeningen as store

DAY = date(2026, 3, 2)
KEY = bytes(range(32))
NOOR = DossierDraft("Noor van 't Hof", "groep 4", "uuid-noor")
HOSTILE = [
    "O'Brien",
    "<b>Łukasz</b> Şahin",
    "=1+1",
    "Robert'); DROP TABLE dossier;--",
    "%_%",
    "ا بنت 🌧",
    "a" * 300,
]


def note(text="Blauwe plek op de arm.", day=DAY, **changes):
    return replace(AantekeningInhoud(day, time(10, 25), "juf Marit", Aard.FEIT, text), **changes)


@pytest.fixture(params=[MELDCODE, EIGEN], ids=lambda schema: schema.kind)
def compartment(request, tmp_path, clock):
    schema = request.param
    path = tmp_path / f"{schema.kind}.db"
    identity = Identity("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", schema.kind)
    maintenance.create(path, bytearray(KEY), identity, schema, clock())
    made = Compartment.open(path, bytearray(KEY), identity, schema, account_id="ik", clock=clock)
    yield made
    made.close()


@pytest.fixture
def opened(compartment):
    with compartment.transaction() as tx:
        return store.open_dossier(tx, NOOR, DAY)


def test_a_dossier_has_a_number_of_its_year_and_keeps_its_own_name(compartment, opened):
    with compartment.transaction() as tx:
        second = store.open_dossier(tx, DossierDraft("Een leerkracht"), DAY)
        next_year = store.open_dossier(tx, DossierDraft("Iemand"), date(2027, 1, 4))
    with compartment.reading() as rx:
        found = [store.lees_dossier(rx, id_) for id_ in (opened, second, next_year)]
    assert [item.nummer for item in found] == ["2026-01", "2026-02", "2027-01"]
    assert (found[0].naam, found[0].groep, found[0].persoon_uuid) == ("Noor van 't Hof", "groep 4", "uuid-noor")
    assert (found[1].persoon_uuid, found[1].gesloten) == (None, False)


def test_an_unknown_dossier_or_note_is_not_there(compartment, opened):
    with compartment.transaction() as tx:
        for call in (
            lambda: store.lees_dossier(tx, 99),
            lambda: store.wijzig_dossier(tx, 99, NOOR),
            lambda: store.zet_gesloten(tx, 99, DAY),
            lambda: store.aantekening_van(tx, 99),
        ):
            with pytest.raises(NietGevonden):
                call()
        assert not store.zet_verwijderd(tx, 99, None)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_as_they_went_in(compartment, text):
    with compartment.transaction() as tx:
        dossier_id = store.open_dossier(tx, DossierDraft(text, text), DAY)
        note_id = store.voeg_toe(tx, dossier_id, note(text, met_wie=text))
    with compartment.reading() as rx:
        found = store.lees_dossier(rx, dossier_id)
        kept = store.aantekening_van(rx, note_id)
    assert (found.naam, found.groep) == (text, text)
    assert kept.inhoud == note(text, met_wie=text)


def test_notes_stand_by_day_and_time_the_newest_first(compartment, opened):
    with compartment.transaction() as tx:
        for text, day, moment in (
            ("oud", date(2026, 2, 1), None),
            ("ochtend", DAY, time(9, 0)),
            ("middag", DAY, time(14, 0)),
            ("zonder tijd", DAY, None),
        ):
            store.voeg_toe(tx, opened, note(text, day, tijd=moment, aard=None))
    with compartment.reading() as rx:
        found = store.aantekeningen(rx, opened)
    assert [item.inhoud.tekst for item in found] == ["middag", "ochtend", "zonder tijd", "oud"]


def test_a_correction_keeps_what_stood_there(compartment, opened, clock):
    with compartment.transaction() as tx:
        note_id = store.voeg_toe(tx, opened, note("links"))
    clock.forward(3600)
    with compartment.transaction() as tx:
        store.wijzig(tx, note_id, note("rechts", aard=Aard.VERMOEDEN), 1)
        with pytest.raises(IntussenVeranderd):
            store.wijzig(tx, note_id, note("boven"), 1)
    with compartment.reading() as rx:
        kept = store.aantekening_van(rx, note_id)
    assert (kept.versie, kept.inhoud.tekst, kept.inhoud.aard) == (2, "rechts", Aard.VERMOEDEN)
    [earlier] = kept.eerder
    assert store.inhoud_van(earlier.content) == note("links")
    assert (earlier.number, earlier.at) == (1, datetime(2026, 3, 2, 8, 30, tzinfo=UTC))
    assert kept.vastgelegd_op == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_a_note_that_was_taken_away_cannot_be_corrected_and_is_not_found_or_counted(compartment, opened, clock):
    with compartment.transaction() as tx:
        note_id = store.voeg_toe(tx, opened, note("fietsongeluk"))
        assert store.zet_verwijderd(tx, note_id, tx.now)
        assert not store.zet_verwijderd(tx, note_id, tx.now)
        with pytest.raises(IntussenVeranderd):
            store.wijzig(tx, note_id, note("anders"), 1)
    with compartment.reading() as rx:
        assert store.regels(rx, ("fiets",), gesloten=False) == ()
        [line] = store.regels(rx, (), gesloten=False)
        [kept] = store.aantekeningen(rx, opened)
    assert (line.aantal, line.laatste) == (0, None)
    assert kept.verwijderd_op == clock()


def test_the_search_goes_through_names_numbers_and_notes_and_knows_no_wildcards(compartment, opened):
    with compartment.transaction() as tx:
        other = store.open_dossier(tx, DossierDraft("Łukasz Öztürk", "groep 8"), DAY)
        store.voeg_toe(tx, other, note("Vertelde over ruzie thuis."))
        store.voeg_toe(tx, other, note("Sliep slecht."))

    def found(*words):
        with compartment.reading() as rx:
            lines = store.regels(rx, words, gesloten=False)
            assert store.aantallen(rx, words) == DossierAantallen(len(lines), 0)
            return {line.id for line in lines}

    assert found() == {opened, other}
    assert found("lukasz", "ozt") == {other}
    assert found("ruzie", "slecht") == {other}
    assert found("2026") == {opened, other}
    assert found("noor", "ruzie") == set()
    assert found("uzie") == set()
    assert found("%") == found("_") == set()


def test_the_list_has_the_newest_note_on_top_and_closed_ones_apart(compartment, opened):
    with compartment.transaction() as tx:
        other = store.open_dossier(tx, DossierDraft("Mees"), date(2026, 1, 5))
        store.voeg_toe(tx, other, note(day=date(2026, 3, 9)))
        store.voeg_toe(tx, other, note(day=date(2026, 3, 1)))
    with compartment.reading() as rx:
        first, second = store.regels(rx, (), gesloten=False)
    assert (first.id, first.aantal, first.laatste) == (other, 2, date(2026, 3, 9))
    assert (second.id, second.aantal, second.laatste) == (opened, 0, None)
    with compartment.transaction() as tx:
        store.zet_gesloten(tx, other, date(2026, 3, 10))
    with compartment.reading() as rx:
        assert [line.id for line in store.regels(rx, (), gesloten=False)] == [opened]
        [closed] = store.regels(rx, (), gesloten=True)
        assert (closed.id, closed.gesloten_op) == (other, date(2026, 3, 10))
        assert store.aantallen(rx, ()) == DossierAantallen(1, 1)


def test_another_name_keeps_the_earlier_one_as_a_version(compartment, opened):
    with compartment.transaction() as tx:
        store.wijzig_dossier(tx, opened, DossierDraft("Noor van der Hof", "groep 5"))
    with compartment.reading() as rx:
        assert [item.content["naam"] for item in versions.history(rx, "dossier", opened)] == [
            "Noor van 't Hof",
            "Noor van der Hof",
        ]
        assert store.regels(rx, ("hof", "groep", "5"), gesloten=False)
