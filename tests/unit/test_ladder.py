"""The ladder as values: school days, rungs, empty pijlers, and how far back it looks."""

from datetime import date, timedelta

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import CasusActie, ZorgNiveau
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.ladder import passende_acties, teken_ladder

TODAY = date(2026, 11, 24)


def _actie(number: int, code: str, day: date, until: date | None = None, *, done: bool = True) -> CasusActie:
    return CasusActie(number, 1, code, day, until, "juf", frozenset(), "", "", "", done)


def _ladder(acties: list[CasusActie], opened: date = date(2026, 10, 5), whole: bool = False):
    return teken_ladder(acties, [(date(2026, 10, 6), Mand.ROOD)], [(opened, ZorgNiveau.OPEN)], opened, TODAY, whole)


def test_a_weekend_takes_no_room() -> None:
    ladder = _ladder([])
    friday, saturday, monday = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
    assert ladder.plek(friday) == ladder.plek(saturday)
    assert round(ladder.plek(monday) - ladder.plek(friday), 3) == 0.2


def test_rungs_go_from_large_on_top_to_small_below() -> None:
    ladder = _ladder([_actie(1, "dagstart", TODAY), _actie(2, "sit_in", TODAY)])
    assert [actie.code for actie in ladder.treden()] == ["sit_in", "dagstart"]
    assert [actie.nummer for actie in ladder.treden(alle=True)] == list(range(17, 0, -1))


def test_a_plan_fills_no_pijler() -> None:
    ladder = _ladder([_actie(1, "dagstart", date(2026, 12, 1), done=False)])
    assert ladder.lege_pijlers() == tuple(Pijler)


def test_a_pijler_is_quiet_since_its_last_day() -> None:
    ladder = _ladder([_actie(1, "gastklas", date(2026, 10, 12), date(2026, 10, 13))])
    stand = {item.pijler: item for item in ladder.pijlers()}[Pijler.NETWERK]
    assert (stand.aantal, stand.laatst, stand.weken_stil(TODAY)) == (1, date(2026, 10, 13), 6)


def test_an_action_that_goes_on_was_served_today_and_not_in_the_future() -> None:
    ladder = _ladder([_actie(1, "gastklas", TODAY, date(2026, 12, 8))])
    assert {item.pijler: item for item in ladder.pijlers()}[Pijler.NETWERK].laatst == TODAY


def test_a_long_casus_shows_the_last_sixteen_weeks_unless_asked() -> None:
    old = [_actie(1, "dagstart", date(2026, 2, 2))]
    assert _ladder(old).weken == 16
    assert _ladder(old).ingekort
    whole = _ladder(old, whole=True)
    assert whole.start <= date(2026, 2, 2)
    assert whole.in_beeld(date(2026, 2, 2))


def test_a_plan_far_ahead_is_in_view() -> None:
    day = date(2026, 12, 18)
    assert _ladder([_actie(1, "dagstart", day, done=False)]).in_beeld(day)


def test_what_to_think_of_serves_the_pijler_and_is_small() -> None:
    for pijler in Pijler:
        fitting = passende_acties(pijler)
        assert len(fitting) == 2
        assert all(pijler in actie.pijlers for actie in fitting)
    assert [actie.kort for actie in passende_acties(Pijler.RELATIE)] == ["Dagstart", "Relatiegebaar"]


def test_a_closed_casus_ends_on_the_day_it_closed() -> None:
    closed = date(2026, 10, 30)
    acties = [_actie(1, "dagstart", date(2026, 10, 12))]
    ladder = teken_ladder(
        acties, [], [(date(2026, 10, 5), ZorgNiveau.OPEN)], date(2026, 10, 5), TODAY, gesloten_op=closed
    )
    assert (ladder.today, ladder.gesloten) == (closed, True)
    assert ladder.in_beeld(closed)
    assert not ladder.in_beeld(TODAY)


def test_a_week_without_school_is_shown_as_holiday_and_a_week_with_one_day_is_not() -> None:
    autumn = {date(2026, 10, 19) + timedelta(days=day) for day in range(5)} | {date(2026, 11, 2)}
    opened = date(2026, 10, 5)
    ladder = teken_ladder([], [], [(opened, ZorgNiveau.OPEN)], opened, TODAY, vrij=autumn)
    assert ladder.vrij == ((date(2026, 10, 19), 1),)
    longer = autumn | {date(2026, 10, 26) + timedelta(days=day) for day in range(5)}
    assert teken_ladder([], [], [(opened, ZorgNiveau.OPEN)], opened, TODAY, vrij=longer).vrij == (
        (date(2026, 10, 19), 2),
    )
