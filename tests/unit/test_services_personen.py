"""The register of persons through its service."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid
from svp_desktop.domain.school import (
    Aanspreekvorm,
    Bouw,
    Extern,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    OuderVan,
    PersoonSoort,
)
from svp_desktop.services.werkplek import Werkplek


@pytest.fixture
def groep(werkplek: Werkplek) -> int:
    return werkplek.school.bewaar_groep("6/7 De Meeuwen", Bouw.BOVENBOUW).value


def keep(werkplek: Werkplek, persoon) -> int:
    return werkplek.personen.bewaar(persoon).value


def names(rows) -> list[str]:
    return [row.naam for row in rows]


def test_every_category_is_read_back_whole(werkplek, groep):
    child = keep(werkplek, Leerling(0, "", Naam("Sem", "van der", "Berg"), "1001", date(2017, 3, 1), 5, groep))
    people = (
        Leerling(child, "", Naam("Sam", "", "Berg"), "1002", date(2017, 3, 2), 6, groep, date(2026, 8, 1)),
        Ouder(0, "", Naam("Ayşe", "", "Öztürk"), Aanspreekvorm.MEVROUW, "A.", "Kade 1", "6511 AB", "Nijmegen",
              "024-1234567", "a@voorbeeld.nl", "Turks", (OuderVan(child, "moeder", False),)),
        Medewerker(0, "", Naam("Karin", "", "Bos"), Aanspreekvorm.HEER, "juf Karin", "leerkracht", "06", "k@school.nl",
                   (groep,), "M1", date(2026, 9, 1)),
        Extern(0, "", Naam("Ali"), "Wijkteam", "024"),
    )  # fmt: skip
    for person in people:
        stored = werkplek.personen.lees(keep(werkplek, person))
        assert len(stored.uuid) == 36
        assert replace(stored, id=person.id, uuid="") == person


@pytest.mark.parametrize(
    "hostile", ["<b>O'Brien & Łukasz</b>", "'; DROP TABLE persoon; --", "=1+1", "מרים", "👩‍👧", "Ж" * 300]
)
def test_hostile_names_come_back_as_they_were(werkplek, hostile):
    child = keep(werkplek, Leerling(0, "", Naam(hostile, "", hostile)))
    assert werkplek.personen.lees(child).naam == Naam(hostile, "", hostile)
    assert werkplek.personen.lijst(PersoonSoort.LEERLING)[0].naam == f"{hostile} {hostile}"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ozturk", ["Đorđe Öztürk", "Ayşe Öztürk"]),
        ("ÖZT", ["Đorđe Öztürk", "Ayşe Öztürk"]),
        ("dor", ["Đorđe Öztürk"]),
        ("Đorđe", ["Đorđe Öztürk"]),
        ("lu ko", ["Łukasz Kowalski"]),
        ("obrien", ["Pip O'Brien"]),
        ("o'br", ["Pip O'Brien"]),
        ("juf", ["Karin Bos"]),
        ("wijk", ["Ali"]),
        ("meeuw", ["Đorđe Öztürk", "Łukasz Kowalski"]),
        ("6/7", ["Đorđe Öztürk", "Łukasz Kowalski"]),
        ("ozt x", []),
        ("đ ö", ["Đorđe Öztürk"]),
        ("đö", ["Đorđe Öztürk"]),
        ("AÖ", ["Ayşe Öztürk"]),
        ("öđ", []),
        ("%%", []),
        ("o%", ["Đorđe Öztürk", "Ayşe Öztürk", "Pip O'Brien"]),
        ("' OR 1=1", []),
        ("o", []),
        ("", []),
        ("\0\0", []),
    ],
)
def test_people_are_found_by_the_beginnings_of_words(werkplek, groep, typed, found):
    child = keep(werkplek, Leerling(0, "", Naam("Đorđe", "", "Öztürk"), groep_id=groep))
    keep(werkplek, Leerling(0, "", Naam("Łukasz", "", "Kowalski"), groep_id=groep))
    keep(werkplek, Leerling(0, "", Naam("Pip", "", "O'Brien")))
    keep(werkplek, Ouder(0, "", Naam("Ayşe", "", "Öztürk"), kinderen=(OuderVan(child),)))
    keep(werkplek, Medewerker(0, "", Naam("Karin", "", "Bos"), noemnaam="juf Karin"))
    keep(werkplek, Extern(0, "", Naam("Ali"), "Wijkteam"))
    assert sorted(names(werkplek.personen.zoek(typed))) == sorted(found)


def test_initials_in_one_piece_find_a_name_with_its_prefix_and_give_way_to_words(werkplek):
    keep(werkplek, Leerling(0, "", Naam("Aaliyah", "van der", "Çelik")))
    keep(werkplek, Leerling(0, "", Naam("Hafsa", "", "Çelik")))
    assert names(werkplek.personen.zoek("avdç")) == ["Aaliyah van der Çelik"]
    assert names(werkplek.personen.zoek("hç")) == ["Hafsa Çelik"]
    keep(werkplek, Leerling(0, "", Naam("Hcuk", "", "Bos")))
    assert names(werkplek.personen.zoek("hç")) == ["Hcuk Bos"], "a name that begins so is meant first"


def test_pupils_come_first_and_who_left_last(werkplek):
    keep(werkplek, Medewerker(0, "", Naam("Anna", "", "Adam")))
    keep(werkplek, Leerling(0, "", Naam("Anne", "", "Zwart")))
    keep(werkplek, Leerling(0, "", Naam("Anouk", "", "Bos"), vertrokken_op=date(2026, 1, 1)))
    keep(werkplek, Leerling(0, "", Naam("Anton", "", "Kok")))
    rows = werkplek.personen.zoek("an")
    assert names(rows) == ["Anton Kok", "Anne Zwart", "Anna Adam", "Anouk Bos"]
    assert [row.vertrokken for row in rows] == [False, False, False, True]


def test_who_is_called_so_goes_before_who_is_only_in_a_group_that_is(werkplek, groep):
    keep(werkplek, Leerling(0, "", Naam("Daan", "", "Bos"), groep_id=groep))
    keep(werkplek, Leerling(0, "", Naam("Daan", "", "Meijer")))
    assert names(werkplek.personen.zoek("daan me")) == ["Daan Meijer", "Daan Bos"], "Bos is in De Meeuwen"


def test_a_search_keeps_to_the_asked_categories_and_number(werkplek):
    for number in range(5):
        keep(werkplek, Leerling(0, "", Naam(f"An{number}", "", "X")))
    keep(werkplek, Medewerker(0, "", Naam("Anna", "", "Adam")))
    assert names(werkplek.personen.zoek("an", {PersoonSoort.MEDEWERKER})) == ["Anna Adam"]
    assert len(werkplek.personen.zoek("an", limit=3)) == 3


def test_what_tells_namesakes_apart_is_shown(werkplek, groep):
    child = keep(werkplek, Leerling(0, "", Naam("Sem", "", "Bos"), groep_id=groep))
    other = keep(werkplek, Leerling(0, "", Naam("Noor", "", "Bos")))
    keep(werkplek, Ouder(0, "", Naam("Jo", "", "Bos"), kinderen=(OuderVan(child), OuderVan(other))))
    keep(werkplek, Medewerker(0, "", Naam("Karin", "", "Bos"), groep_ids=(groep,)))
    keep(werkplek, Medewerker(0, "", Naam("Kees", "", "Bos"), functie="conciërge"))
    keep(werkplek, Extern(0, "", Naam("", "", "Bos"), "Wijkteam"))
    told = {row.naam: row.omschrijving for row in werkplek.personen.zoek("bos")}
    assert told == {
        "Sem Bos": "6/7 De Meeuwen",
        "Noor Bos": "",
        "Jo Bos": "ouder van Sem, Noor",
        "Karin Bos": "6/7 De Meeuwen",
        "Kees Bos": "conciërge",
        "Bos": "Wijkteam",
    }


def test_the_register_is_ordered_by_surname_and_filtered(werkplek, groep):
    keep(werkplek, Leerling(0, "", Naam("Sem", "van der", "Berg"), groep_id=groep))
    keep(werkplek, Leerling(0, "", Naam("Ali", "", "Çelik")))
    keep(werkplek, Leerling(0, "", Naam("Bo", "", "Adam"), groep_id=groep))
    keep(werkplek, Leerling(0, "", Naam("Weg", "", "Gegaan"), vertrokken_op=date(2026, 1, 1)))
    register = werkplek.personen.lijst
    assert names(register(PersoonSoort.LEERLING)) == ["Bo Adam", "Sem van der Berg", "Ali Çelik"]
    assert names(register(PersoonSoort.LEERLING, groep_id=groep)) == ["Bo Adam", "Sem van der Berg"]
    assert names(register(PersoonSoort.LEERLING, zoek="cel")) == ["Ali Çelik"]
    assert names(register(PersoonSoort.LEERLING, zoek="c")) == ["Bo Adam", "Sem van der Berg", "Ali Çelik"]
    assert names(register(PersoonSoort.LEERLING, zoek="%%")) == []
    assert names(register(PersoonSoort.LEERLING, vertrokken=True)) == ["Weg Gegaan"]
    assert names(register(PersoonSoort.OUDER)) == []


def test_families_follow_from_shared_parents(werkplek, groep):
    sem, noor, pip = (
        keep(werkplek, Leerling(0, "", Naam(name, "", "Bos"), groep_id=groep)) for name in ("Sem", "Noor", "Pip")
    )
    mother = keep(werkplek, Ouder(0, "", Naam("Jo", "", "Bos"), kinderen=(OuderVan(sem), OuderVan(noor))))
    father = keep(werkplek, Ouder(0, "", Naam("Al", "", "Kok"), kinderen=(OuderVan(sem, gezag=False),)))
    people = werkplek.personen
    assert [parent.id for parent in people.ouders_van(sem)] == [mother, father]
    assert [child.id for child in people.kinderen_van(mother)] == [noor, sem]
    assert [child.id for child in people.broers_zussen(sem)] == [noor]
    assert people.broers_zussen(pip) == ()
    assert people.groep_van(sem).id == groep
    assert people.groep_van(mother) is None
    assert [child.id for child in people.groepsgenoten(sem)] == [noor, pip]
    assert [line.gezag for line in people.lees(father).kinderen] == [False]


def test_a_change_keeps_the_uuid_and_replaces_the_lines(werkplek, groep):
    other = werkplek.school.bewaar_groep("3/4", Bouw.MIDDENBOUW).value
    staff = keep(werkplek, Medewerker(0, "", Naam("Karin", "", "Bos"), groep_ids=(groep,)))
    before = werkplek.personen.lees(staff)
    keep(werkplek, replace(before, uuid="", groep_ids=(other,), naam=Naam("Karin", "", "Kok")))
    after = werkplek.personen.lees(staff)
    assert (after.uuid, after.groep_ids, after.naam.achternaam) == (before.uuid, (other,), "Kok")
    assert names(werkplek.personen.zoek("kok")) == ["Karin Kok"]
    assert werkplek.personen.zoek("karin bos") == ()


def test_a_save_without_a_change_touches_nothing(werkplek):
    child = keep(werkplek, Leerling(0, "", Naam("Sem", "", "Bos")))
    assert werkplek.personen.bewaar(werkplek.personen.lees(child)).changes.topics == frozenset()


def test_earlier_versions_of_a_person_are_kept(werkplek):
    from svp_desktop.kluis import versions
    from svp_desktop.services.vastleggen import persoon_van_dict

    child = keep(werkplek, Leerling(0, "", Naam("Sem", "", "Bos")))
    keep(werkplek, replace(werkplek.personen.lees(child), jaargroep=5))
    with werkplek._kluis.school.reading() as rx:
        kept = versions.history(rx, "persoon", child)
    assert [persoon_van_dict(version.content).jaargroep for version in kept] == [None, 5]


@pytest.mark.parametrize(
    ("persoon", "field"),
    [
        (Leerling(0, "", Naam("")), "roepnaam"),
        (Leerling(0, "", Naam("Sem"), groep_id=99), "groep_id"),
        (Ouder(0, "", Naam("Jo"), kinderen=(OuderVan(99),)), "kinderen"),
        (Ouder(0, "", Naam("Jo"), kinderen=(OuderVan(1),)), "kinderen"),
        (Medewerker(0, "", Naam("Jo"), groep_ids=(99,)), "groep_ids"),
        (Leerling(1, "", Naam("Marit")), "soort"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(werkplek, persoon, field):
    """Person 1 is the directeur, a member of staff."""
    with pytest.raises(InvoerOnjuist) as refused:
        werkplek.personen.bewaar(persoon)
    assert [finding.field for finding in refused.value.findings] == [field]


def test_a_deleted_person_is_out_of_sight_and_comes_back(werkplek):
    child = keep(werkplek, Leerling(0, "", Naam("Sem", "", "Bos")))
    parent = keep(werkplek, Ouder(0, "", Naam("Jo", "", "Bos"), kinderen=(OuderVan(child),)))
    werkplek.personen.verwijder(child)
    assert names(werkplek.personen.zoek("bos")) == ["Jo Bos"]
    assert werkplek.personen.lijst(PersoonSoort.LEERLING) == ()
    assert werkplek.personen.kinderen_van(parent) == ()
    assert werkplek.personen.lees(child).naam.roepnaam == "Sem"
    with pytest.raises(NietGevonden):
        werkplek.personen.verwijder(child)
    werkplek.personen.herstel(child)
    assert names(werkplek.personen.zoek("bos")) == ["Sem Bos", "Jo Bos"]
    with pytest.raises(NietGevonden):
        werkplek.personen.herstel(child)


def test_an_unknown_person_is_not_found(werkplek):
    with pytest.raises(NietGevonden):
        werkplek.personen.lees(99)
    with pytest.raises(NietGevonden):
        werkplek.personen.bewaar(Leerling(99, "", Naam("Sem")))


def test_a_person_stands_in_an_incident_as_today(werkplek, groep):
    child = keep(werkplek, Leerling(0, "", Naam("Sem", "", "Bos"), groep_id=groep))
    roles = frozenset({Betrokkenheid.DADER})
    assert werkplek.personen.als_betrokkene(child, roles) == Betrokkene(
        child, "Sem Bos", PersoonSoort.LEERLING, "6/7 De Meeuwen", roles
    )
    outsider = keep(werkplek, Extern(0, "", Naam(""), "Wijkteam"))
    assert werkplek.personen.als_betrokkene(outsider) == Betrokkene(outsider, "Wijkteam", PersoonSoort.EXTERN)
