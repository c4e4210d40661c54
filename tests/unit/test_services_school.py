"""School, groups, roles and settings through their services."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from svp_desktop.domain.changes import Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE
from svp_desktop.domain.school import Bouw, Grondslag, Medewerker, Naam, Regio, Rol, School, schooljaar

DAG = date(2026, 11, 24)


def test_the_school_is_read_back_whole_and_the_unlock_page_follows(werkplek, toegang):
    school = School(
        "Montessorischool De Boei", "Kade 1", "6511 AB", "Nijmegen", "024", "s@voorbeeld.nl", "Samen varen", "12AB",
        Regio.ZUID, Grondslag.OPENBAAR, "Stichting Haven", b"\x89PNG\0\xff",
    )  # fmt: skip
    assert werkplek.school.bewaar(school).changes.touches(Topic.SCHOOL)
    assert werkplek.school.lees() == school
    assert [(choice.naam, choice.motto) for choice in toegang.scholen()] == [
        ("Montessorischool De Boei", "Samen varen")
    ]


@pytest.mark.parametrize(
    ("change", "field"), [({"naam": "  "}, "naam"), ({"logo": b"x" * (2 * 1024 * 1024 + 1)}, "logo")]
)
def test_a_school_without_a_name_or_with_a_huge_logo_is_refused(werkplek, change, field):
    before = werkplek.school.lees()
    with pytest.raises(InvoerOnjuist) as refused:
        werkplek.school.bewaar(replace(before, **change))
    assert [finding.field for finding in refused.value.findings] == [field]
    assert werkplek.school.lees() == before


def test_groups_have_their_own_name(werkplek):
    first = werkplek.school.bewaar_groep(" 6/7  A ", Bouw.BOVENBOUW).value
    werkplek.school.bewaar_groep("1/2", Bouw.ONDERBOUW)
    for taken in ("6/7 A", "6 7 a"):
        with pytest.raises(InvoerOnjuist):
            werkplek.school.bewaar_groep(taken, Bouw.BOVENBOUW)
    with pytest.raises(InvoerOnjuist):
        werkplek.school.bewaar_groep(" ", Bouw.BOVENBOUW)
    werkplek.school.bewaar_groep("6/7 A", Bouw.MIDDENBOUW, first)
    assert [(group.naam, group.bouw) for group in werkplek.school.groepen()] == [
        ("1/2", Bouw.ONDERBOUW), ("6/7 A", Bouw.MIDDENBOUW)
    ]  # fmt: skip
    werkplek.school.bewaar_groep("6/7 A", Bouw.MIDDENBOUW, first, vervallen=True)
    werkplek.school.bewaar_groep("6/7 A", Bouw.MIDDENBOUW)
    assert [group.vervallen for group in werkplek.school.groepen()] == [False, False, True]
    with pytest.raises(NietGevonden):
        werkplek.school.bewaar_groep("7/8", Bouw.BOVENBOUW, 99)


def test_a_role_has_a_holder_a_successor_and_a_vacancy(werkplek):
    karin, kees = (werkplek.personen.bewaar(Medewerker(0, "", Naam(name))).value for name in ("Karin", "Kees"))
    rol, service = Rol.PESTCOORDINATOR, werkplek.school
    assert service.houder(rol, DAG) is None
    line = service.zet_rol(rol, karin, date(2026, 8, 1)).value
    service.zet_rol(rol, karin, date(2026, 8, 1), date(2026, 10, 31), line)
    service.zet_rol(rol, None, date(2026, 11, 1), date(2026, 11, 30))
    service.zet_rol(rol, kees, date(2026, 12, 1))
    days = (date(2026, 7, 31), date(2026, 10, 31), date(2026, 11, 15), date(2026, 12, 1))
    holders = [service.houder(rol, day) for day in days]
    assert [holder and holder.naam.roepnaam for holder in holders] == [None, "Karin", None, "Kees"]


def test_two_may_hold_one_role_and_the_newest_is_named_first(werkplek):
    karin, kees = (werkplek.personen.bewaar(Medewerker(0, "", Naam(name))).value for name in ("Karin", "Kees"))
    for person, day in ((kees, DAG), (karin, DAG - timedelta(days=9))):
        werkplek.school.zet_rol(Rol.INTERNE_VERTROUWENSPERSOON, person, day)
    found = werkplek.school.houders(Rol.INTERNE_VERTROUWENSPERSOON, DAG)
    assert [person.id for person in found] == [kees, karin]


def test_lines_of_roles_are_refused_or_taken_away(werkplek):
    service = werkplek.school
    with pytest.raises(InvoerOnjuist):
        service.zet_rol(Rol.BHV, 99, DAG)
    with pytest.raises(InvoerOnjuist):
        service.zet_rol(Rol.BHV, None, DAG, DAG - timedelta(days=1))
    with pytest.raises(NietGevonden):
        service.zet_rol(Rol.BHV, None, DAG, id=99)
    line = service.zet_rol(Rol.BHV, None, DAG).value
    service.verwijder_rol(line)
    assert [row.rol for row in service.rollen()] == [Rol.DIRECTEUR]
    with pytest.raises(NietGevonden):
        service.verwijder_rol(line)


@pytest.mark.parametrize(
    ("code", "value", "kept"),
    [
        ("nazorg_weken", 8, 8),
        ("soort.pesten", "  Pestmelding\0 ", "Pestmelding"),
        ("plaatsen", ("Zolder", " ", "Zolder ", "Kelder"), ("Zolder", "Kelder")),
    ],
)
def test_a_setting_gets_an_own_value_and_goes_back(werkplek, code, value, kept):
    service, standard = werkplek.instellingen, INSTELLING_VAN_CODE[code].standaard
    assert service.zet(code, value).changes.touches(Topic.INSTELLINGEN)
    assert (service.lees().waarde(code), service.lees().eigen(code)) == (kept, True)
    service.standaard(code)
    assert (service.lees().waarde(code), service.lees().eigen(code)) == (standard, False)
    assert not service.standaard(code).changes.touches(Topic.INSTELLINGEN)


def test_the_value_of_the_plan_is_no_own_value(werkplek):
    werkplek.instellingen.zet("nazorg_weken", 8)
    werkplek.instellingen.zet("nazorg_weken", 6)
    assert not werkplek.instellingen.lees().eigen("nazorg_weken")


@pytest.mark.parametrize(
    ("code", "value"),
    [("nazorg_weken", 0), ("nazorg_weken", "6"), ("nazorg_weken", True), ("plaatsen", (" ",)), ("mand.rood", "")],
)
def test_a_wrong_value_is_refused_and_changes_nothing(werkplek, code, value):
    with pytest.raises(InvoerOnjuist) as refused:
        werkplek.instellingen.zet(code, value)
    assert [finding.field for finding in refused.value.findings] == [code]
    assert not werkplek.instellingen.lees().eigen(code)


def test_an_unknown_setting_is_a_mistake_of_the_program(werkplek):
    with pytest.raises(KeyError):
        werkplek.instellingen.zet("bestaat_niet", 1)


def test_an_earlier_school_year_keeps_the_words_of_its_time(werkplek):
    settings = werkplek.instellingen
    settings.zet("soort.vechtpartij", "Ruzie met duwen")
    later = werkplek.met_klok(lambda: werkplek.clock().replace(year=werkplek.clock().year + 1)).instellingen
    later.zet("soort.vechtpartij", "Vechten")
    this_year = schooljaar(werkplek.clock().date())
    before = schooljaar(werkplek.clock().date() - timedelta(days=366))
    assert later.lees().tekst("soort.vechtpartij") == "Vechten"
    assert later.lees_van(this_year).tekst("soort.vechtpartij") == "Ruzie met duwen"
    assert later.lees_van(before).tekst("soort.vechtpartij") == "Vechtpartij"
