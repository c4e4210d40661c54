from datetime import date

import pytest

from svp_desktop.domain.school import (
    Bouw,
    Naam,
    Rol,
    RolBezetting,
    bouw_van_groep,
    bouwen_van,
    houdt_rol,
    schooljaar,
    schooljaar_grenzen,
)


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 7, 31), "2025-2026"), (date(2026, 8, 1), "2026-2027"), (date(2027, 1, 1), "2026-2027")],
)
def test_a_school_year_starts_on_the_first_of_august(day, name):
    assert schooljaar(day) == name
    first, last = schooljaar_grenzen(name)
    assert first <= day <= last
    assert schooljaar(first) == schooljaar(last) == name


def test_groep_6_is_in_two_parts_of_the_school():
    assert [bouwen_van(year) for year in (3, 5, 6, 7)] == [
        (Bouw.ONDERBOUW,),
        (Bouw.MIDDENBOUW,),
        (Bouw.MIDDENBOUW, Bouw.BOVENBOUW),
        (Bouw.BOVENBOUW,),
    ]


@pytest.mark.parametrize(
    ("years", "bouw"),
    [({1, 2, 3}, Bouw.ONDERBOUW), ({4, 5, 6}, Bouw.MIDDENBOUW), ({6, 7, 8}, Bouw.BOVENBOUW), (set(), Bouw.BOVENBOUW)],
)
def test_the_youngest_decide_for_a_mixed_group(years, bouw):
    assert bouw_van_groep(frozenset(years)) is bouw


def test_a_role_counts_on_its_first_and_last_day():
    line = RolBezetting(1, Rol.DIRECTEUR, 1, date(2026, 1, 1), date(2026, 1, 31))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)]
    assert [houdt_rol(line, day) for day in days] == [False, True, True, False]
    assert houdt_rol(RolBezetting(1, Rol.DIRECTEUR, 1, date(2026, 1, 1)), date(2099, 1, 1))


def test_a_name_leaves_out_what_is_empty():
    assert str(Naam("Sem", "", "Berg")) == "Sem Berg"
    assert str(Naam("Sem", "van der", "Berg")) == "Sem van der Berg"
