from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.findings import blocking
from svp_desktop.domain.incident import Betrokkene, IncidentDraft
from svp_desktop.domain.invoer import op_een_regel, schone_tekst, schoon
from svp_desktop.domain.personen import check_persoon, naam_uit_tekst, netjes
from svp_desktop.domain.school import Extern, Leerling, Medewerker, Naam, Ouder, OuderVan, PersoonSoort, soort_van

VANDAAG = date(2026, 11, 24)
SEM = Leerling(0, "", Naam("Sem", "van der", "Berg"), "1001", date(2017, 3, 1), 5, 1)


def fields(persoon, *, stops=None):
    findings = check_persoon(persoon, VANDAAG)
    return [finding.field for finding in findings if stops is None or finding.blocks == stops]


@pytest.mark.parametrize(
    ("typed", "naam"),
    [
        ("Marit", Naam("Marit")),
        ("  Marit   Jansen ", Naam("Marit", "", "Jansen")),
        ("Marit van den Berg", Naam("Marit", "van den", "Berg")),
        ("Jan Peter de Vries", Naam("Jan", "", "Peter de Vries")),
        ("Aad de", Naam("Aad", "", "de")),
        ("Els 't Hart", Naam("Els", "", "'t Hart")),
    ],
)
def test_a_typed_name_falls_apart_in_three(typed, naam):
    assert naam_uit_tekst(typed) == naam
    assert str(naam_uit_tekst(typed)) == " ".join(typed.split())


def test_a_complete_pupil_has_no_findings():
    assert check_persoon(SEM, VANDAAG) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"naam": Naam("", "", "Berg")}, "roepnaam"),
        ({"naam": Naam("x" * 301)}, "naam"),
        ({"geboortedatum": date(2027, 1, 1)}, "geboortedatum"),
        ({"jaargroep": 9}, "jaargroep"),
        ({"jaargroep": 0}, "jaargroep"),
    ],
)
def test_what_stops_a_pupil(change, field):
    assert fields(replace(SEM, **change), stops=True) == [field]


@pytest.mark.parametrize(
    ("persoon", "field"),
    [
        (replace(SEM, naam=Naam("Sem")), "achternaam"),
        (replace(SEM, geboortedatum=date(1990, 1, 1)), "geboortedatum"),
        (replace(SEM, groep_id=None), "groep_id"),
        (Ouder(0, "", Naam("A", "", "B"), postcode="SW1A 1AA", kinderen=(OuderVan(1),)), "postcode"),
        (Ouder(0, "", Naam("A", "", "B")), "kinderen"),
        (Medewerker(0, "", Naam("A", "", "B"), email="geen adres"), "email"),
    ],
)
def test_what_asks_for_attention_but_does_not_stop(persoon, field):
    assert fields(persoon) == [field]
    assert blocking(check_persoon(persoon, VANDAAG)) == ()


def test_someone_from_outside_needs_a_name_or_an_organisation():
    assert fields(Extern(0, "", Naam(""))) == ["naam"]
    assert fields(Extern(0, "", Naam(""), organisatie="Wijkteam")) == []


def test_a_person_is_kept_neat():
    ouder = netjes(Ouder(0, "", Naam(" Zoe\u0308 ", "de\n", "Wit\0"), postcode="6511ab", straat="Kade 1\r\n"))
    assert ouder == Ouder(0, "", Naam("Zoë", "de", "Wit"), postcode="6511 AB", straat="Kade 1\n")


@pytest.mark.parametrize("hostile", ["<b>O'Brien & Łukasz</b>", "=1+1", "מרים", "👩‍👧", "Ж" * 300, "%_\\", "a\u200bb"])
def test_strange_but_real_text_passes_unchanged(hostile):
    assert schone_tekst(hostile) == hostile


def test_text_loses_what_no_file_can_hold():
    assert schone_tekst("a\0b\x07c\ud800d\x7f\r\ne\rf\tg") == "abcd\ne\nf\tg"
    assert op_een_regel(" a \n b\0 ") == "a b"


def test_cleaning_reaches_every_text_of_a_draft():
    person = Betrokkene(1, "Se\0m", PersoonSoort.LEERLING)
    assert schoon(IncidentDraft(feiten="e\u0301\0", betrokkenen=(person,))) == IncidentDraft(
        feiten="é", betrokkenen=(replace(person, naam="Sem"),)
    )


def test_every_person_tells_its_category():
    naam = Naam("A")
    people = (Leerling(1, "", naam), Ouder(1, "", naam), Medewerker(1, "", naam), Extern(1, "", naam))
    assert tuple(map(soort_van, people)) == tuple(PersoonSoort)
