"""Pestzaken at the edges: who left or changed, names that two share, days that cannot be, a child that is not known."""

from dataclasses import replace

import pypdfium2
import pytest

from svp_desktop.domain.pest_papier import PestBlad
from svp_desktop.domain.pestzaak import MeldingDraft, PestFilter, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.services.werkplek import Werkplek


@pytest.fixture
def noor(werkplek: Werkplek) -> int:
    """A child of the group Zon."""
    group = werkplek.school.bewaar_groep("Zon", Bouw.MIDDENBOUW).value
    return werkplek.personen.bewaar(Leerling(0, "", Naam("Noor", "de", "Vries"), "1", None, 6, group)).value


@pytest.fixture
def zaak(werkplek: Werkplek, noor: int) -> int:
    """A pestzaak of Noor."""
    people = (PestPersoonDraft(noor, PestRol.GEPEST),)
    return werkplek.pestzaken.meld(MeldingDraft(melder="moeder", melding="Bang.", personen=people)).value


def test_a_pestzaak_is_found_by_the_name_and_the_group_of_today(werkplek: Werkplek, noor: int, zaak: int) -> None:
    before = werkplek.personen.lees(noor)
    assert isinstance(before, Leerling)
    moon = werkplek.school.bewaar_groep("Maan", Bouw.BOVENBOUW).value
    werkplek.personen.bewaar(replace(before, naam=Naam("Fenna", "de", "Vries"), groep_id=moon, jaargroep=7), before)

    def found(words: str) -> list[int]:
        return [row.id for row in werkplek.pestzaken.lijst(PestFilter(zoek=words))]

    assert found("fenna") == found("maan 7") == found("fen bang") == [zaak]
    assert found("noor") == found("zon") == []
    assert "pestzaak" in [hit.soort for hit in werkplek.zoeken("fenna")]


def test_a_sheet_names_no_colleague_who_left_as_the_one_to_call(werkplek: Werkplek, zaak: int) -> None:
    people, papers = werkplek.personen, werkplek.pest_papieren
    farid = people.bewaar(Medewerker(0, "", Naam("Farid", "", "Aydin"))).value
    werkplek.school.zet_rol(Rol.PESTCOORDINATOR, farid, werkplek.today())
    anouk = Medewerker(0, "", Naam("Anouk", "", "Visser"), noemnaam="juf Anouk")
    anouk_id = people.bewaar(anouk).value
    werkplek.pestzaken.zet_coordinator(zaak, anouk_id)

    def words(blad: PestBlad) -> str:
        document = pypdfium2.PdfDocument(papers.maak(zaak, blad, papers.begin(zaak, blad)))
        return " ".join(page.get_textpage().get_text_range() for page in document)

    assert "Anouk Visser" in words(PestBlad.OUDERS_GEPEST)
    assert "juf Anouk" in words(PestBlad.NAZORGKAART)
    before = people.lees(anouk_id)
    assert isinstance(before, Medewerker)
    people.bewaar(replace(before, vertrokken_op=werkplek.today()), before)
    assert "Farid Aydin" in words(PestBlad.OUDERS_GEPEST)
    assert "Anouk" not in words(PestBlad.OUDERS_GEPEST) + words(PestBlad.NAZORGKAART)
