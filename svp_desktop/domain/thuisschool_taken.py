"""Who does what around a thuis-school, and the weeks of nazorg after it (demands 83, 86)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.casus_taken import NAZORG, wat_en_wie
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.schooldagen import Schoolkalender

__all__ = ["NAZORG", "ThuisTaak", "ThuisTaakDraft", "check_thuistaak", "nazorgdagen"]


@dataclass(frozen=True, slots=True)
class ThuisTaakDraft:
    """What is typed about a task of the team."""

    omschrijving: str = ""
    eigenaar_id: int | None = None
    datum: str = ""


class ThuisTaak(NamedTuple):
    """A task of a period: of the division in the team, or one of the weeks of nazorg."""

    id: int
    omschrijving: str
    eigenaar_id: int | None
    eigenaar: str
    datum: date
    gedaan_op: date | None
    nazorg: bool


def check_thuistaak(draft: ThuisTaakDraft, today: date) -> tuple[Finding, ...]:
    """A task has words, somebody who does it, and a day."""
    found = list(wat_en_wie(draft.omschrijving, draft.eigenaar_id))
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        found.append(Finding("datum", day.message))
    return tuple(found)


def nazorgdagen(terug: date, weken: int, kalender: Schoolkalender) -> tuple[date, ...]:
    """One day a week after the return; a day without school moves to the next one with school, when that is known.

    A week without any school day asks nothing by itself: two that end on the same day are one.
    """
    days: list[date] = []
    for week in range(1, weken + 1):
        day = terug + timedelta(weeks=week)
        if kalender.is_schooldag(day) is False:
            day = kalender.plus(day, 1) or day
        if day not in days:
            days.append(day)
    return tuple(days)
