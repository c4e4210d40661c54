"""The public holidays on which Dutch primary schools are closed, from a kept-up library."""

from datetime import date
from functools import cache

import holidays

from svp_desktop.domain.school import schooljaar_grenzen
from svp_desktop.domain.schoolvakanties import VrijePeriode

#: Goede Vrijdag and a Bevrijdingsdag in other years are the choice of a school: those it adds itself.
_GESLOTEN = {
    "Tweede paasdag": "Tweede Paasdag",
    "Koningsdag": "Koningsdag",
    "Hemelvaartsdag": "Hemelvaartsdag",
    "Tweede pinksterdag": "Tweede Pinksterdag",
}


def feestdagen(schooljaar: str) -> tuple[VrijePeriode, ...]:
    """The holidays of a school year ("2026-2027") outside the weekend, in order; Bevrijdingsdag in its fifth year."""
    first, last = schooljaar_grenzen(schooljaar)
    found = holidays.country_holidays("NL", years=(first.year, last.year), language="nl")
    days = (VrijePeriode(_naam(naam, day), day, day) for day, naam in sorted(found.items()) if first <= day <= last)
    return tuple(item for item in days if item.naam and item.vanaf.weekday() < 5)


@cache
def erkende_feestdagen(jaar: int) -> frozenset[date]:
    """The days on which a term of the law does not end (Algemene termijnenwet art. 3), weekends apart."""
    both = holidays.country_holidays("NL", years=jaar, categories=(holidays.PUBLIC, holidays.OPTIONAL))
    return frozenset(both)


def _naam(naam: str, day: date) -> str:
    if naam == "Bevrijdingsdag":
        return naam if day.year % 5 == 0 else ""
    return _GESLOTEN.get(naam, "")
