"""The dossier for inzage on paper: where pages end."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from svp_desktop.documents.reports.inzagedossier import inzageblad
from svp_desktop.domain.inzagedossier import (
    DossierDeel,
    DossierStuk,
    DossierTekst,
    InzageConcept,
    Inzagedossier,
    Lakwerk,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Naam
from svp_desktop.domain.zwartmaken import Wieiswie, Zoeker

HOOFD = Briefhoofd("De Proefschool", "Havenstraat 8", "1234 AB", "Waterstad", "012 345 67 89")
DAG = date(2026, 11, 24)


def _pages(pieces: tuple[DossierStuk, ...]) -> list[str]:
    who = Wieiswie((Naam("Milan", "", "Bakker"),), (), ())
    work = Lakwerk(Inzagedossier(1, 1, "Milan Bakker", "Milan", "groep 6", pieces, Zoeker(who)), InzageConcept())
    return [page.extract_text() for page in PdfReader(BytesIO(inzageblad(HOOFD, work, "Vera Bakker", DAG, DAG))).pages]


def _piece(number: int, words: str) -> DossierStuk:
    texts = (("wat", "Wat gebeurde er?", words), ("nu", "Waarom nu", f"Slot {number}."))
    parts = tuple(DossierTekst(f"a:{number}:{code}", head, text) for code, head, text in texts)
    return DossierStuk(f"a:{number}", DossierDeel.ACTIES, f"Actie {number}.", (), parts)


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_short_piece_is_whole_on_one_page_and_has_the_heading_of_its_part_with_it(length: int) -> None:
    pages = _pages(tuple(_piece(number, "Wij zaten samen op de bank en praatten. " * length) for number in range(40)))
    assert len(pages) > 3
    for number in range(40):
        [page] = [page for page in pages if f"Actie {number}.\n" in page]
        assert f"Slot {number}." in page
    [first] = [page for page in pages if "Actie 0.\n" in page]
    assert "Acties" in first


def test_a_piece_longer_than_a_page_goes_on_over_the_next() -> None:
    pages = _pages((_piece(0, "Wij zaten samen op de bank en praatten over de pauze. " * 120), _piece(1, "Kort.")))
    assert len(pages) > 2
    assert "Slot 1." in pages[-1]
