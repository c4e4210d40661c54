"""Pestzaken at the edges: who left or changed, names that two share, days that cannot be, a child that is not known."""

from dataclasses import replace

import pytest

from svp_desktop.domain.pestzaak import MeldingDraft, PestFilter, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Naam
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
