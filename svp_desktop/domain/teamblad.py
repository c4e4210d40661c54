"""What a team looks at together: what happened since its last meeting, who does what, and what is to be discussed.

Demands 141 (team sheet, anonymous, with a list of actions), 78 (a help sentence of the plan) and 80 (spreekuur).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from svp_desktop.domain.casus import TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import Mand

#: So far back the first sheet of a school looks.
EERSTE_KEER = timedelta(weeks=4)
_VERST_TERUG, _VERST_VOORUIT = timedelta(days=366), timedelta(days=31)
#: What was done for the child. Papers and lines about parents are of the casus itself.
_VERTELD = frozenset(TijdlijnSoort) - {TijdlijnSoort.PAPIER, TijdlijnSoort.OUDERS}


class Teamoverleg(NamedTuple):
    """The meeting that a sheet is for, and the one before it: the sheet tells from that day on."""

    vorig: date
    overleg: date


class Gehouden(NamedTuple):
    """What is remembered of the last sheet that was handed out: its meeting, the one before, and when it was made."""

    overleg: date
    vorig: date
    gemaakt: date

    def volgende(self, today: date) -> Teamoverleg:
        """What the next sheet is about; on the day of the meeting and before it that is the same meeting again.

        A sheet that was made before its meeting did not tell what came after: then the next one begins on that day.
        """
        if today <= self.overleg:
            return Teamoverleg(self.vorig, self.overleg)
        return Teamoverleg(min(self.overleg, self.gemaakt), today)


class TeamCasus(NamedTuple):
    """A casus on the sheet: how it stands, what is new, and what waits. `meer` lines of news are left out."""

    titel: str
    stand: str
    nieuws: tuple[str, ...]
    meer: int
    taken: tuple[str, ...]


class Teamblad(NamedTuple):
    """Everything on the sheet, names as they will stand there."""

    overleg: Teamoverleg
    punten: tuple[str, ...]
    casussen: tuple[TeamCasus, ...]
    #: Running casussen in which nothing is new and nothing waits.
    rustig: tuple[str, ...]
    manden: tuple[tuple[Mand, int], ...]
    incidenten: tuple[str, ...]
    afspraken: tuple[str, ...]
    zin: str


def check_overleg(draft: Teamoverleg, today: date) -> tuple[Finding, ...]:
    """Findings of the two days, each under its own field."""
    found = []
    if draft.vorig > draft.overleg:
        found.append(Finding("vorig", "Het vorige overleg is later dan dit overleg."))
    elif draft.vorig < today - _VERST_TERUG:
        found.append(Finding("vorig", "Dit is meer dan een jaar geleden. Klopt het jaar?"))
    if draft.overleg > today + _VERST_VOORUIT:
        found.append(Finding("overleg", "Dit is meer dan een maand ver. Maak het blad kort voor het overleg."))
    return tuple(found)


def nieuws(regels: Sequence[TijdlijnRegel], vanaf: date, tot: date) -> tuple[TijdlijnRegel, ...]:
    """The events of a casus from one day to another, both included, oldest first; what is only planned is no news."""
    found = [one for one in regels if one.soort in _VERTELD and vanaf <= one.datum <= tot and not one.gepland]
    return tuple(sorted(found, key=lambda one: one.datum))
