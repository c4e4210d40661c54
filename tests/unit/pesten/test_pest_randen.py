"""Pestzaken at the edges: who left or changed, names that two share, days that cannot be, a child that is not known."""

from dataclasses import replace

import pypdfium2
import pytest

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.pest_aanpak import AanpakDraft
from svp_desktop.domain.pest_nazorg import CheckAntwoord, CheckDraft
from svp_desktop.domain.pest_papier import PestBlad
from svp_desktop.domain.pestzaak import MeldingDraft, PestFilter, PestPersoonDraft, PestRol, PestTaak, draft_of
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


def test_a_day_with_the_wrong_year_is_asked_about(werkplek: Werkplek, zaak: int) -> None:
    service = werkplek.pestzaken
    known = service.lees(zaak)
    said = CheckDraft("23-11-2026", "Farid", "Gestopt.", 4, CheckAntwoord.JA, CheckAntwoord.JA)
    with pytest.raises(InvoerOnjuist) as refused:
        service.houd_check(zaak, 0, said)
    assert [one.message for one in refused.value.findings] == ["De melding was op 24 november. Een check komt daarna."]
    service.houd_check(zaak, 0, replace(said, gehouden_op="24-11-2026"))
    task = replace(draft_of(known.inhoud), opgevangen_op="20-11-2020", opvang="Bij juf.")
    with pytest.raises(InvoerOnjuist):
        service.bewaar_taak(zaak, PestTaak.OPVANGEN, task, service.lees(zaak).versie)
    # what was done before it was reported is not strange
    service.bewaar_taak(zaak, PestTaak.OPVANGEN, replace(task, opgevangen_op="20-11-2026"), service.lees(zaak).versie)
    with pytest.raises(InvoerOnjuist):
        service.begin_aanpak(zaak, AanpakDraft("Steungroep", "1-1-2020"))


def test_a_child_is_not_asked_twice_on_a_day_that_stood_in_the_plan_already(werkplek: Werkplek, zaak: int) -> None:
    service = werkplek.pestzaken
    service.begin_aanpak(zaak, AanpakDraft("Steungroep"))
    first, second, third = service.beeld(zaak).checks
    said = CheckDraft(
        "vandaag", "Farid", "Nog niet.", 2, CheckAntwoord.JA, CheckAntwoord.NEE, "Meer toezicht.",
        f"{second.gepland_op:%d-%m-%Y}",
    )  # fmt: skip
    service.houd_check(zaak, first.id, said, first.versie)
    assert [one.id for one in service.beeld(zaak).checks if one.wacht] == [second.id, third.id]
    service.houd_check(zaak, second.id, replace(said, volgende_op="30-11-2026"), second.versie)
    assert len([one for one in service.beeld(zaak).checks if one.wacht]) == 2
