"""The gele mand as a quick tally (demand 54): small things that happen often. A day, a time, a place, never who."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from svp_desktop.domain.findings import Finding


class TurfPlaats(NamedTuple):
    """How often was ticked at a place: today, and since Monday."""

    plaats: str
    vandaag: int
    week: int


class Turf(NamedTuple):
    """One tick; `tijd` is "10.25"."""

    id: int
    plaats: str
    tijd: str


class TurfStand(NamedTuple):
    """What the panel shows: each place with its counts, the place and group of last time ("" and None when there was
    none), and the tick of today that can be taken back."""

    plaatsen: tuple[TurfPlaats, ...]
    plaats: str
    groep_id: int | None
    laatste: Turf | None


def week_vanaf(today: date) -> date:
    """The Monday of this week."""
    return today - timedelta(days=today.weekday())


def check_turf(plaats: str, plaatsen: Sequence[str]) -> tuple[Finding, ...]:
    """A tick is at a place of the school."""
    return () if plaats in plaatsen else (Finding("plaats", "Kies een plaats uit de lijst van de school."),)
