"""Kept papers as rows: the bytes come back unchanged or not at all."""

from datetime import date

import pytest
from sqlalchemy import update

from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.errors import BestandBeschadigd, NietGevonden
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.domain.uitreiken import Wijze
from svp_desktop.kluis.stores import casussen, papieren, personen
from svp_desktop.kluis.stores.papieren import NieuwPapier
from svp_desktop.kluis.tables.papieren import papier_pdf

DAY = date(2026, 3, 2)
PDF = b"%PDF-1.4\x00\xff" * 40_000


@pytest.fixture
def store(kluis):
    return kluis.school


@pytest.fixture
def casus(store):
    with store.transaction() as tx:
        child = personen.voeg_toe(tx, Leerling(0, "uuid-1", Naam("Sem")))
        return casussen.voeg_toe(tx, CasusDraft(leerling_id=child, aanleiding="Onrust"), DAY)


def paper(casus, **changes):
    values = {
        "casus_id": casus, "soort": "aankondiging_kind", "titel": "Aankondiging", "vorige_id": None, "actie_id": None,
        "uitgereikt_op": DAY, "wijze": Wijze.OP_PAPIER, "aan": "<b>O'Brien & Łukasz</b> 😀", "paginas": 2,
        "inhoud": {"blokken": ["é", 1, None]},
    }  # fmt: skip
    return NieuwPapier(**(values | changes))


def test_the_bytes_and_the_text_come_back(store, casus):
    with store.transaction() as tx:
        number = papieren.voeg_toe(tx, paper(casus), PDF)
    with store.reading() as rx:
        assert papieren.inhoud(rx, number) == ({"blokken": ["é", 1, None]}, PDF)
        row = papieren.lees(rx, number)
    assert (row.aan, row.nummer, row.wijze) == ("<b>O'Brien & Łukasz</b> 😀", 1, Wijze.OP_PAPIER)


def test_other_bytes_than_were_handed_out_are_never_shown(store, casus):
    with store.transaction() as tx:
        number = papieren.voeg_toe(tx, paper(casus), PDF)
        tx.connection.execute(update(papier_pdf).values(pdf=PDF[:-1] + b"!"))
    with store.reading() as rx, pytest.raises(BestandBeschadigd):
        papieren.inhoud(rx, number)


def test_corrections_count_on_and_stay_with_their_casus_and_kind(store, casus):
    with store.transaction() as tx:
        first = papieren.voeg_toe(tx, paper(casus), PDF)
        second = papieren.voeg_toe(tx, paper(casus, vorige_id=first), PDF)
        third = papieren.voeg_toe(tx, paper(casus, vorige_id=second), PDF)
        assert [row.nummer for row in papieren.van_casus(tx, casus)] == [1, 2, 3]
        assert papieren.lees(tx, third).vorige_id == second
    for wrong in ({"vorige_id": 99}, {"vorige_id": first, "soort": "aankondiging_ouders"}):
        with pytest.raises(NietGevonden), store.transaction() as tx:
            papieren.voeg_toe(tx, paper(casus, **wrong), PDF)
    with store.reading() as rx:
        assert len(papieren.van_casus(rx, casus)) == 3


def test_unknown_papers_are_not_found(store):
    with store.reading() as rx:
        for read in (papieren.lees, papieren.inhoud):
            with pytest.raises(NietGevonden):
                read(rx, 99)
