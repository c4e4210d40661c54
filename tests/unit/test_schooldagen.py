"""School days around weekends, holidays and the end of what is known."""

from datetime import date, timedelta

import pytest

from svp_desktop.domain.school import Regio
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.schoolvakanties import VrijePeriode, bekende_schooljaren, vakanties

STUDIEDAG = VrijePeriode("Studiedag", date(2026, 11, 27), date(2026, 11, 27))


@pytest.fixture
def kalender() -> Schoolkalender:
    return Schoolkalender.van((*vakanties("2026-2027", Regio.MIDDEN), STUDIEDAG), ("2026-2027",))


def test_a_weekend_and_a_day_of_the_school_itself_do_not_count(kalender) -> None:
    # Thursday to Monday: Friday is a study day
    assert kalender.tel(date(2026, 11, 26), date(2026, 11, 30)) == 2
    assert kalender.is_schooldag(date(2026, 11, 27)) is False
    assert kalender.is_schooldag(date(2026, 11, 28)) is False


def test_the_next_school_day_jumps_over_a_holiday(kalender) -> None:
    # the Friday before Christmas: the next one is Monday 4 January
    assert kalender.plus(date(2026, 12, 18), 1) == date(2027, 1, 4)
    assert kalender.plus(date(2026, 12, 17), 3) == date(2027, 1, 5)


def test_the_last_school_day_of_the_year_knows_no_next_one_yet(kalender) -> None:
    assert kalender.plus(date(2027, 7, 16), 1) is None
    assert kalender.tel(date(2027, 7, 12), date(2027, 9, 1)) is None
    assert kalender.is_schooldag(date(2027, 9, 1)) is None


def test_a_weekend_has_no_school_in_whatever_year(kalender) -> None:
    assert kalender.is_schooldag(date(2031, 3, 1)) is False


@pytest.mark.parametrize("year", bekende_schooljaren())
@pytest.mark.parametrize("regio", list(Regio))
def test_each_region_has_its_holidays_from_saturday_to_sunday(year, regio) -> None:
    found = vakanties(year, regio)
    assert [item.naam for item in found] == [
        "Zomervakantie", "Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie",
    ]  # fmt: skip
    assert {(item.vanaf.weekday(), item.tot.weekday()) for item in found} == {(5, 6)}
    weeks = [(item.tot - item.vanaf + timedelta(days=1)).days // 7 for item in found]
    assert weeks[1:5] == [1, 2, 1, 1]
    assert set(weeks[::5]) <= {6, 7}


def test_the_end_of_the_summer_before_belongs_to_the_year(kalender) -> None:
    assert kalender.is_schooldag(date(2026, 8, 28)) is False
    assert kalender.is_schooldag(date(2026, 8, 31)) is True


def test_an_unknown_year_has_no_holidays() -> None:
    assert vakanties("2031-2032", Regio.NOORD) == ()
