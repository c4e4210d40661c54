"""Counting in school days: "one week" and "the next day" of the law and the plan (demands 74, 82-88).

A calendar knows the school-free days of some school years. Over a year that it does not know it counts nothing: an
answer is then None, and the screen says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from svp_desktop.domain.school import schooljaar
from svp_desktop.domain.schoolvakanties import VrijePeriode

_ONE_DAY = timedelta(days=1)
#: No two school days lie further apart than a long summer.
_LONGEST_BREAK = 70


@dataclass(frozen=True, slots=True)
class Schoolkalender:
    """The school-free days of the school years that the school filled in."""

    vrij: frozenset[date]
    schooljaren: frozenset[str]

    @classmethod
    def van(cls, periodes: Iterable[VrijePeriode], schooljaren: Iterable[str]) -> "Schoolkalender":
        """A calendar of periods without school."""
        return cls(frozenset(day for item in periodes for day in _days(item.vanaf, item.tot)), frozenset(schooljaren))

    def kent(self, vanaf: date, tot: date) -> bool:
        """Whether every school year from the first to the last day is filled in."""
        return all(name in self.schooljaren for name in {schooljaar(vanaf), schooljaar(tot)})

    def is_schooldag(self, day: date) -> bool | None:
        """Whether there is school that day; None when its school year is not filled in. A weekend never has school."""
        if day.weekday() >= 5:
            return False
        return day not in self.vrij if self.kent(day, day) else None

    def eerste(self, day: date) -> date:
        """The first school day on or after a day; in a year that is not filled in, the first weekday."""
        while self.is_schooldag(day) is False:
            day += _ONE_DAY
        return day

    def tel(self, vanaf: date, tot: date) -> int | None:
        """The school days from the first to the last day, both included; None when a year is not filled in."""
        return len(self.dagen(vanaf, tot)) if self.kent(vanaf, tot) else None

    def dagen(self, vanaf: date, tot: date) -> tuple[date, ...]:
        """The school days themselves; days of a year that is not filled in count when they are not in a weekend."""
        return tuple(day for day in _days(vanaf, tot) if day.weekday() < 5 and day not in self.vrij)

    def plus(self, day: date, aantal: int) -> date | None:
        """The `aantal`-th school day after a day; None when that reaches into a year that is not filled in."""
        left = aantal
        for found in _days(day + _ONE_DAY, day + timedelta(days=_LONGEST_BREAK + 2 * aantal)):
            if not self.kent(found, found):
                return None
            left -= bool(self.is_schooldag(found))
            if left == 0:
                return found
        return None


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _ONE_DAY
