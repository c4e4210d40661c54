"""The comparison of a file with the register: new, changed, left, equal, unreadable."""

from dataclasses import replace
from datetime import date

from svp_desktop.domain.inlezen import (
    InleesBestand,
    InleesGroep,
    InleesLeerling,
    InleesMedewerker,
    InleesRegel,
    Onleesbaar,
    Register,
    Wat,
    sleutel,
)
from svp_desktop.domain.school import Bouw, Groep, Leerling, Medewerker, Naam
from svp_desktop.domain.vergelijken import ANDER_KIND, HEEFT_CASUS, vergelijk

DUIN, ANKER = Groep(1, "Middenbouw Duin", Bouw.MIDDENBOUW), Groep(2, "Bovenbouw Anker", Bouw.BOVENBOUW)
BORN = date(2017, 5, 6)
SEM = Leerling(10, "u10", Naam("Sem", "de", "Vries"), "L1000", BORN, 5, 1)
NOOR = Leerling(11, "u11", Naam("Noor", "", "Bos"), "1001", date(2016, 1, 3), 6, 2)


def uit(pupil: Leerling, **changed: object) -> InleesLeerling:
    """The pupil as the file would have them."""
    groep = {1: DUIN.naam, 2: ANKER.naam}.get(pupil.groep_id or 0, "")
    value = InleesLeerling(pupil.id, pupil.naam, sleutel(pupil.nummer), pupil.geboortedatum, pupil.jaargroep, groep)
    return replace(value, **changed)  # type: ignore[arg-type]


def bestand(*pupils: InleesLeerling, **rest: object) -> InleesBestand:
    groups = (InleesGroep(DUIN.naam, DUIN.bouw), InleesGroep(ANKER.naam, ANKER.bouw))
    return replace(InleesBestand("x.csv", groups, pupils), **rest)  # type: ignore[arg-type]


def register(*pupils: Leerling, **rest: object) -> Register:
    return replace(Register((DUIN, ANKER), pupils), **rest)  # type: ignore[arg-type]


def regels(file: InleesBestand, known: Register) -> tuple[InleesRegel, ...]:
    return vergelijk(file, known).regels


def test_the_same_facts_change_nothing() -> None:
    voorstel = vergelijk(bestand(uit(SEM), uit(NOOR)), register(SEM, NOOR))
    assert {line.wat for line in voorstel.regels} == {Wat.GELIJK}
    assert not voorstel.standaard
    assert not voorstel.nieuwe_groepen


def test_each_changed_fact_is_shown_with_old_and_new() -> None:
    changed = uit(SEM, naam=Naam("Samuel", "van", "Vrees"), jaargroep=6, groep=ANKER.naam, geboortedatum=BORN)
    (line,) = regels(bestand(changed), register(SEM))
    assert line.wat is Wat.GEWIJZIGD
    assert line.standaard_gekozen
    assert [(item.veld, item.oud, item.nieuw) for item in line.verschillen] == [
        ("Roepnaam", "Sem", "Samuel"),
        ("Tussenvoegsel", "de", "van"),
        ("Achternaam", "Vries", "Vrees"),
        ("Jaargroep", "5", "6"),
        ("Groep", "Middenbouw Duin", "Bovenbouw Anker"),
    ]


def test_what_the_file_does_not_say_stays() -> None:
    bare = uit(SEM, geboortedatum=None, jaargroep=None, groep="", nummer="")
    (line,) = regels(bestand(bare), register(SEM))
    assert line.wat is Wat.GELIJK


def test_numbers_match_with_and_without_letter_and_zeros() -> None:
    assert sleutel("L1000") == sleutel("1000") == sleutel(" l-001000 ")
    assert sleutel("{A1B2}") == "{a1b2}"


def test_without_a_number_name_and_birth_date_match() -> None:
    known = replace(SEM, nummer="")
    (line,) = regels(bestand(uit(SEM)), register(known))
    assert [(item.veld, item.oud, item.nieuw) for item in line.verschillen] == [("Leerlingnummer", "", "1000")]
    assert line.persoon_id == SEM.id


def test_two_pupils_of_one_name_are_told_apart_or_left_apart() -> None:
    twin = replace(SEM, id=12, nummer="1002", geboortedatum=date(2014, 1, 1))
    lines = regels(bestand(uit(SEM, nummer=""), uit(twin, nummer="", regel=12)), register(SEM, twin))
    assert {line.wat for line in lines} == {Wat.GELIJK}
    same = replace(twin, geboortedatum=BORN)
    lines = regels(bestand(uit(SEM, nummer="")), register(SEM, same))
    assert [line.wat for line in lines if line.inhoud] == [Wat.NIEUW]


def test_a_number_that_was_given_to_another_child_is_not_taken_over_by_itself() -> None:
    other = InleesLeerling(5, Naam("Fatima", "", "Yılmaz"), "1000", date(2020, 2, 2), 1, DUIN.naam)
    (line,) = regels(bestand(other), register(SEM))
    assert (line.wat, line.let_op, line.standaard_gekozen) == (Wat.GEWIJZIGD, ANDER_KIND, False)


def test_new_numbers_for_the_whole_school_keep_every_child() -> None:
    swapped = bestand(uit(SEM, nummer="1001"), uit(NOOR, nummer="1000"))
    lines = regels(swapped, register(SEM, NOOR))
    assert {line.persoon_id: line.naam for line in lines} == {10: "Sem de Vries", 11: "Noor Bos"}
    assert {item.veld for line in lines for item in line.verschillen} == {"Leerlingnummer"}


def test_who_is_not_in_the_file_has_left_unless_a_casus_runs() -> None:
    lines = regels(bestand(), register(SEM, NOOR, met_casus=frozenset({SEM.id})))
    found = {line.persoon_id: (line.wat, line.standaard_gekozen, line.let_op) for line in lines}
    assert found == {10: (Wat.VERTROKKEN, False, HEEFT_CASUS), 11: (Wat.VERTROKKEN, True, "")}


def test_who_left_before_is_not_named_again_and_comes_back_when_in_the_file() -> None:
    gone = replace(SEM, vertrokken_op=date(2026, 7, 1))
    assert not regels(bestand(), register(gone))
    (line,) = regels(bestand(uit(SEM)), register(gone))
    assert (line.wat, line.persoon_id, line.standaard_gekozen) == (Wat.GEWIJZIGD, SEM.id, True)
    assert line.verschillen[0].oud == "vertrokken 01-07-2026"


def test_a_deleted_pupil_comes_back_only_when_the_user_says_so() -> None:
    (line,) = regels(bestand(uit(SEM)), register(SEM, in_prullenbak=frozenset({SEM.id})))
    assert (line.wat, line.standaard_gekozen) == (Wat.GEWIJZIGD, False)
    assert line.let_op


def test_a_pupil_on_an_unreadable_line_has_not_left() -> None:
    by_number = Onleesbaar(7, "Geen roepnaam", "Verbeter", nummer="1000")
    by_name = Onleesbaar(8, "Geboortedatum 31-02-2018 bestaat niet", "Verbeter", naam="Noor Bos")
    lines = regels(bestand(onleesbaar=(by_number, by_name)), register(SEM, NOOR))
    assert [line.wat for line in lines] == [Wat.ONLEESBAAR, Wat.ONLEESBAAR]
    assert [line.naam for line in lines] == ["Regel 7", "Regel 8: Noor Bos"]
    assert not any(line.te_kiezen for line in lines)


def test_an_unreadable_line_without_a_name_makes_every_leaver_doubtful() -> None:
    lines = regels(bestand(onleesbaar=(Onleesbaar(7, "Kapot", "Verbeter"),)), register(SEM))
    assert [(line.wat, line.standaard_gekozen) for line in lines] == [(Wat.ONLEESBAAR, False), (Wat.VERTROKKEN, False)]


def test_a_file_of_one_group_warns_that_the_school_would_be_emptied() -> None:
    known = tuple(
        replace(SEM, id=number, nummer=str(number), naam=Naam(f"Kind{number}", "", "Bos")) for number in range(20)
    )
    file = bestand(*(uit(pupil) for pupil in known[:8]))
    assert vergelijk(file, register(*known)).waarschuwing.startswith("12 van uw 20 leerlingen")
    assert not vergelijk(bestand(*(uit(pupil) for pupil in known[:15])), register(*known)).waarschuwing


def test_pupils_on_one_line_of_a_file_are_still_separate() -> None:
    lines = regels(bestand(uit(SEM, regel=1), uit(NOOR, regel=1)), register(SEM, NOOR))
    assert {line.persoon_id for line in lines} == {10, 11}


def test_only_groups_that_are_not_there_are_new() -> None:
    file = bestand(
        uit(SEM), groepen=(InleesGroep("middenbouw duin", Bouw.MIDDENBOUW), InleesGroep("Zon", Bouw.ONDERBOUW))
    )
    assert [group.naam for group in vergelijk(file, register(SEM)).nieuwe_groepen] == ["Zon"]


def test_teachers_are_found_by_name_and_none_ever_leaves() -> None:
    juf = Medewerker(20, "u20", Naam("Marit", "", "Koster"), groep_ids=(1,))
    directeur = Medewerker(21, "u21", Naam("Hanneke", "", "Vos"))
    file = bestand(
        uit(SEM),
        medewerkers=(
            InleesMedewerker(90, juf.naam, "0", (DUIN.naam, ANKER.naam)),
            InleesMedewerker(91, Naam("Wouter", "", "Prins"), "1", ()),
        ),
    )
    lines = {line.naam: line for line in regels(file, register(SEM, medewerkers=(juf, directeur)))}
    assert lines["Marit Koster"].wat is Wat.GEWIJZIGD
    assert lines["Marit Koster"].verschillen[-1].nieuw == "Middenbouw Duin, Bovenbouw Anker"
    assert lines["Wouter Prins"].wat is Wat.NIEUW
    assert "Hanneke Vos" not in lines


def test_lines_are_numbered_and_the_unreadable_stand_on_top() -> None:
    new = InleesLeerling(9, Naam("Bo", "", "Smit"), "2000")
    file = bestand(new, uit(SEM, jaargroep=6), onleesbaar=(Onleesbaar(3, "Kapot", "Verbeter", naam="X Y"),))
    lines = regels(file, register(SEM, NOOR))
    assert [line.wat for line in lines] == [Wat.ONLEESBAAR, Wat.VERTROKKEN, Wat.GEWIJZIGD, Wat.NIEUW]
    assert [line.nummer for line in lines] == [1, 2, 3, 4]
