"""School holidays by region as the ministry sets and advises them: the first filling of a school's own calendar.

A school moves days (a second week in May, a day before a holiday, carnaval), so these are a proposal, to be checked
against the school's own schedule. A school year that is not here is unknown: it is said, never counted. Which of these
days were compared with what stands in docs/decisions/018.
"""

from datetime import date
from typing import NamedTuple

from svp_desktop.domain.school import Regio, schooljaar_grenzen


class VrijePeriode(NamedTuple):
    """Days without school, the first and the last one included."""

    naam: str
    vanaf: date
    tot: date


_N, _M, _Z = Regio.NOORD, Regio.MIDDEN, Regio.ZUID
_ALLE = (_N, _M, _Z)

#: The school years of which all holidays stand below.
_SCHOOLJAREN = ("2025-2026", "2026-2027", "2027-2028")
#: Name, first day, last day, the regions where it holds.
_VAKANTIES: tuple[tuple[str, date, date, tuple[Regio, ...]], ...] = (
    ("Zomervakantie", date(2025, 7, 12), date(2025, 8, 24), (_N,)),
    ("Zomervakantie", date(2025, 7, 19), date(2025, 8, 31), (_M,)),
    ("Zomervakantie", date(2025, 7, 5), date(2025, 8, 17), (_Z,)),
    ("Herfstvakantie", date(2025, 10, 18), date(2025, 10, 26), (_N, _M)),
    ("Herfstvakantie", date(2025, 10, 11), date(2025, 10, 19), (_Z,)),
    ("Kerstvakantie", date(2025, 12, 20), date(2026, 1, 4), _ALLE),
    ("Voorjaarsvakantie", date(2026, 2, 21), date(2026, 3, 1), (_N,)),
    ("Voorjaarsvakantie", date(2026, 2, 14), date(2026, 2, 22), (_M, _Z)),
    ("Meivakantie", date(2026, 4, 25), date(2026, 5, 3), _ALLE),
    ("Zomervakantie", date(2026, 7, 4), date(2026, 8, 16), (_N,)),
    ("Zomervakantie", date(2026, 7, 18), date(2026, 8, 30), (_M,)),
    ("Zomervakantie", date(2026, 7, 11), date(2026, 8, 23), (_Z,)),
    ("Herfstvakantie", date(2026, 10, 10), date(2026, 10, 18), (_N,)),
    ("Herfstvakantie", date(2026, 10, 17), date(2026, 10, 25), (_M, _Z)),
    ("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3), _ALLE),
    ("Voorjaarsvakantie", date(2027, 2, 20), date(2027, 2, 28), (_N, _M)),
    ("Voorjaarsvakantie", date(2027, 2, 13), date(2027, 2, 21), (_Z,)),
    ("Meivakantie", date(2027, 4, 24), date(2027, 5, 2), _ALLE),
    ("Zomervakantie", date(2027, 7, 10), date(2027, 8, 22), (_N,)),
    ("Zomervakantie", date(2027, 7, 17), date(2027, 8, 29), (_M,)),
    ("Zomervakantie", date(2027, 7, 24), date(2027, 9, 5), (_Z,)),
    ("Herfstvakantie", date(2027, 10, 16), date(2027, 10, 24), (_N, _M)),
    ("Herfstvakantie", date(2027, 10, 23), date(2027, 10, 31), (_Z,)),
    ("Kerstvakantie", date(2027, 12, 25), date(2028, 1, 9), _ALLE),
    ("Voorjaarsvakantie", date(2028, 2, 19), date(2028, 2, 27), (_N,)),
    ("Voorjaarsvakantie", date(2028, 2, 26), date(2028, 3, 5), (_M, _Z)),
    ("Meivakantie", date(2028, 4, 29), date(2028, 5, 7), _ALLE),
    ("Zomervakantie", date(2028, 7, 15), date(2028, 8, 27), (_N,)),
    ("Zomervakantie", date(2028, 7, 8), date(2028, 8, 20), (_M,)),
    ("Zomervakantie", date(2028, 7, 22), date(2028, 9, 3), (_Z,)),
)


def bekende_schooljaren() -> tuple[str, ...]:
    """The school years whose holidays the program knows, oldest first."""
    return _SCHOOLJAREN


def vakanties(schooljaar: str, regio: Regio) -> tuple[VrijePeriode, ...]:
    """The holidays of a region that touch a school year ("2026-2027"), in order; none when the year is not known.

    A school year starts on 1 August, so it begins with the end of the summer before it.
    """
    if schooljaar not in _SCHOOLJAREN:
        return ()
    first, last = schooljaar_grenzen(schooljaar)
    return tuple(
        VrijePeriode(naam, vanaf, tot)
        for naam, vanaf, tot, regios in _VAKANTIES
        if regio in regios and vanaf <= last and tot >= first
    )
