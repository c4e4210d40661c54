"""The rules around a pestzaak: signals that add up, approaches as the school writes them, checks, and the picture."""

from datetime import date

import pytest

from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.pest_aanpak import (
    STANDAARD_AANPAKKEN,
    Aanpak,
    AanpakStap,
    StapSoort,
    aanpakken,
    lees_aanpak,
    stappen_van,
)
from svp_desktop.domain.pest_beeld import ladder_zin
from svp_desktop.domain.pest_nazorg import (
    Check,
    CheckAntwoord,
    CheckDraft,
    CheckInhoud,
    check_check,
    check_sluiten,
    momenten,
    weken_van,
)
from svp_desktop.domain.pest_netwerk import Pijl, Relatie, UitIncident, in_woorden, netwerk
from svp_desktop.domain.pest_signalen import STANDAARD, Signaal, Signaallijst, beginletters, gezien, optellen, regels
from svp_desktop.domain.pest_toegang import leidt
from svp_desktop.domain.pestzaak import PestPersoon, PestRol, SluitDraft, Sluitreden
from svp_desktop.domain.school import Rol
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.schoolvakanties import VrijePeriode

TODAY = date(2026, 11, 24)
KALENDER = Schoolkalender(frozenset({date(2026, 12, 22), date(2026, 12, 23)}), frozenset({"2026-2027"}))
KERST = Schoolkalender.van([VrijePeriode("Kerst", date(2026, 12, 19), date(2027, 1, 3))], ["2026-2027"])


def test_the_plan_has_twelve_and_seven_signals() -> None:
    assert [len(regels(STANDAARD[which])) for which in Signaallijst] == [12, 7]


def test_signals_add_up_over_adults_and_keep_the_words_of_their_day() -> None:
    def seen(number: int, name: str, by: str, day: int) -> Signaal:
        return Signaal(number, 1, Signaallijst.GEPEST, name, date(2026, 11, day), by, "")

    lines = regels(("Staat alleen: doet niet mee", "Pijn of misselijk"))
    found = optellen(
        lines,
        [
            seen(1, "Staat alleen", "Anouk Smeets", 3),
            seen(2, "Staat alleen", "moeder", 12),
            seen(3, "Staat alleen", "Anouk Smeets", 20),
            seen(4, "Oud signaal", "moeder", 2),
        ],
    )
    assert [(line.regel.kort, line.door, line.laatst) for line in found] == [
        ("Staat alleen", ("Anouk Smeets", "moeder"), date(2026, 11, 20)),
        ("Pijn of misselijk", (), None),
        ("Oud signaal", ("moeder",), date(2026, 11, 2)),
    ]
    assert gezien(found) == 2
    names = ("Anouk Smeets", "moeder", "Anna Stam", "juf Loes de Wit")
    assert list(beginletters(names).values()) == ["AS", "M", "AS2", "LW"]


def test_an_approach_is_read_from_the_line_of_the_school() -> None:
    own = lees_aanpak("Eigen weg: Praten met de groep; dag 5: gesprek met ouders ; checks na 2, 1 weken")
    assert own == Aanpak(
        "Eigen weg", (AanpakStap(0, "Praten met de groep"), AanpakStap(5, "Gesprek met ouders")), (1, 2)
    )
    assert lees_aanpak(": zonder naam") is None
    assert [one.checks for one in aanpakken(STANDAARD_AANPAKKEN)] == [(1, 2, 6)] * 4
    steps = stappen_van(own, date(2026, 11, 23), 7, KALENDER)
    # Saturday becomes Monday
    assert [(step.datum, step.soort, step.eigenaar_id) for step in steps] == [
        (date(2026, 11, 23), StapSoort.ACTIE, 7),
        (date(2026, 11, 30), StapSoort.GESPREK, 7),
    ]


def test_a_step_in_the_holidays_waits_for_school() -> None:
    own = lees_aanpak("Eigen weg: dag 0 praten; dag 10 terugkijken")
    assert own is not None
    days = [step.datum for step in stappen_van(own, date(2026, 12, 15), None, KERST)]
    assert days == [date(2026, 12, 15), date(2027, 1, 4)]
    # of a year that is not filled in only the weekend is known
    unknown = Schoolkalender(frozenset(), frozenset())
    assert [step.datum for step in stappen_van(own, date(2026, 12, 16), None, unknown)][1] == date(2026, 12, 28)


def test_two_checks_that_fall_on_one_day_after_the_holidays_are_one() -> None:
    assert momenten(date(2026, 12, 15), (1, 2, 6), KERST) == ((1, date(2027, 1, 4)), (6, date(2027, 1, 26)))


def test_checks_fall_on_school_days() -> None:
    assert momenten(date(2026, 12, 8), (1, 2, 6), KALENDER) == (
        (1, date(2026, 12, 15)),
        (2, date(2026, 12, 24)),
        (6, date(2027, 1, 19)),
    )
    assert weken_van(("2", " 4 ", "twee", "0")) == (2, 4)
    assert weken_van(()) == (1, 2, 6)


def held(number: int, stopped: CheckAntwoord, kept: CheckAntwoord = CheckAntwoord.JA) -> Check:
    return Check(number, 1, 1, TODAY, TODAY, kept, stopped, CheckInhoud("Het is weg."))


def planned(number: int) -> Check:
    return Check(number, 1, 1, date(2026, 12, 1), None, None, None, CheckInhoud(weken=2))


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        ((), "nog geen check"),
        ((planned(1), planned(2)), "nog geen check"),
        ((held(1, CheckAntwoord.JA), planned(2)), "wacht nog 1 check"),
        ((held(1, CheckAntwoord.JA), held(2, CheckAntwoord.DEELS)), "nog niet goed"),
        ((held(1, CheckAntwoord.JA, CheckAntwoord.NEE),), "nog niet goed"),
        ((held(1, CheckAntwoord.NEE), held(2, CheckAntwoord.JA)), ""),
    ],
)
def test_a_pestzaak_is_not_closed_before_the_child_says_so(checks: tuple[Check, ...], words: str) -> None:
    found = check_sluiten(SluitDraft(Sluitreden.GESTOPT), checks, None, None)
    assert bool(found) == bool(words)
    assert all(words in item.message for item in found)


def test_another_reason_has_its_own_condition() -> None:
    there = PestPersoon(1, PestRol.GEPEST, "Noor de Vries", "Noor", "Rivier 6")
    for reason in (Sluitreden.GEEN_PESTEN, Sluitreden.VAN_SCHOOL):
        found = check_sluiten(SluitDraft(reason, "Verder in de groep."), (), None, there)
        assert [item.field for item in found] == ["reden"]
    assert [item.field for item in check_sluiten(SluitDraft(), (), None, there)] == ["reden"]


def test_a_check_that_fails_asks_what_will_be_done_and_when_the_child_is_asked_again() -> None:
    draft = CheckDraft("vandaag", "Farid Aydin", "Soms nog.", 3, CheckAntwoord.JA, CheckAntwoord.DEELS)
    assert {item.field for item in check_check(draft, TODAY)} == {"volgende_op", "volgende"}
    alone = CheckDraft()
    assert {item.field for item in check_check(alone, TODAY) if item.blocks} == {
        "door",
        "woorden",
        "nagekomen",
        "gestopt",
    }


def people(*roles: PestRol) -> tuple[PestPersoon, ...]:
    return tuple(PestPersoon(number, role, f"Kind {number}", f"K{number}", "6") for number, role in enumerate(roles, 1))


def test_the_picture_has_fixed_places_and_tells_the_same_in_words() -> None:
    who = people(PestRol.PESTER, PestRol.GEPEST, PestRol.VERSTERKER, PestRol.VERDEDIGER, PestRol.OMSTANDER)
    drawn = (Relatie(1, 1, 2, "schelden", False), Relatie(2, 3, 2, "uitlachen", False), Relatie(3, 4, 2, "helpt", True))
    seen = (UitIncident(9, 1, 2, "geweld"), UitIncident(10, 1, 2, "schelden"), UitIncident(11, 5, 2, "pesten"))
    found = netwerk(who, drawn, seen)
    assert [(line.van_id, line.wat, line.pijl, line.aantal) for line in found.verbindingen] == [
        (1, "schelden, geweld", Pijl.DOET, 2),
        (3, "uitlachen", Pijl.DOET_MEE, 0),
        (4, "helpt", Pijl.HELPT, 0),
        (5, "pesten", Pijl.KIJKT, 1),
    ]
    places = {(node.x, node.y) for node in found.knopen}
    assert len(places) == len(who)
    again = netwerk(who[:-1], drawn, ())
    assert {node.persoon_id: (node.x, node.y) for node in again.knopen}.items() <= {
        node.persoon_id: (node.x, node.y) for node in found.knopen
    }.items()
    assert in_woorden(found, {person.persoon_id: person.naam for person in who})[:3] == (
        "Kind 1 doet bij Kind 2: schelden, geweld (2 incidenten)",
        "Kind 3 doet bij Kind 2: uitlachen",
        "Kind 4 helpt Kind 2",
    )


def test_more_than_eight_are_told_and_not_drawn() -> None:
    found = netwerk(people(PestRol.GEPEST, *[PestRol.OMSTANDER] * 10), (), ())
    assert (len(found.knopen), found.meer) == (8, 3)


def test_the_role_gives_the_right_and_without_it_the_directeur_leads() -> None:
    assert leidt(Rol.KWALITEITSCOORDINATOR, True, ())
    assert leidt(Rol.INTERNE_VERTROUWENSPERSOON, True, (True,))
    assert not leidt(Rol.KWALITEITSCOORDINATOR, False, ())
    assert leidt(Rol.DIRECTEUR, False, (False,))
    assert not leidt(Rol.DIRECTEUR, False, (True,))


def test_a_pestzaak_tells_how_far_the_ladder_of_its_casus_is() -> None:
    def actie(number: int, code: str, day: date, *, gedaan: bool) -> CasusActie:
        return CasusActie(number, 1, code, day, None, "juf Anouk", frozenset(), "", "", "", gedaan)

    known = (
        actie(1, "bookmark", date(2026, 11, 9), gedaan=True),
        actie(2, "steun", date(2026, 11, 6), gedaan=True),
        actie(3, "relatiegebaar", date(2026, 12, 4), gedaan=False),
        actie(4, "stil_protest", date(2026, 12, 1), gedaan=False),
    )
    assert ladder_zin(known) == (
        "Ladder: 2 gedaan, 2 gepland. Laatst: Bookmark, 9 november. Nu eerst: Stil protest, 1 december."
    )
