"""The ladder of a casus as a score: actions in time, each on its rung and serving its pijlers (demands 41-43).

Pure values: the screen draws them, a table for screen readers lists them, and paper can draw them too. Time runs in
school days: a week is five columns, a weekend takes no room.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from svp_desktop.domain.acties import ACTIE_VAN_CODE, ACTIES, Actie, Pijler
from svp_desktop.domain.casus import CasusActie, ZorgNiveau
from svp_desktop.domain.incident import Mand

WEKEN_IN_BEELD = 16
WEKEN_VOORUIT = 2


@dataclass(frozen=True, slots=True)
class ZorgPeriode:
    """A level of waakzame zorg from a day until the day of the next level (None: still in force)."""

    niveau: ZorgNiveau
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class PijlerStand:
    """How often a pijler was served and when it was served last."""

    pijler: Pijler
    aantal: int
    laatst: date | None

    @property
    def leeg(self) -> bool:
        """True when nothing was done on this pijler yet."""
        return self.aantal == 0

    def weken_stil(self, today: date) -> int:
        """Whole weeks since the pijler was served last; 0 when it is empty."""
        return 0 if self.laatst is None else (today - self.laatst).days // 7


@dataclass(frozen=True, slots=True)
class Ladder:
    """Everything that one drawing of the ladder shows.

    `start` is a Monday, `weken` how many weeks are in view, `today` the day that the casus is at: of a closed casus the
    day on which it closed. `vrij`: weeks without school, as the Monday of the first and how many.
    """

    start: date
    weken: int
    today: date
    acties: tuple[CasusActie, ...]
    incidenten: tuple[tuple[date, Mand], ...]
    zorg: tuple[ZorgPeriode, ...]
    ingekort: bool
    gesloten: bool = False
    vrij: tuple[tuple[date, int], ...] = ()

    def plek(self, day: date) -> float:
        """Place of a day on the axis, in weeks from the start; Saturday and Sunday fall on Friday."""
        days = (day - self.start).days
        return days // 7 + (min(days % 7, 4) + 0.5) / 5

    def in_beeld(self, day: date) -> bool:
        """True when the day lies on the axis."""
        return 0 <= (day - self.start).days < self.weken * 7

    def treden(self, alle: bool = False) -> tuple[Actie, ...]:
        """The rungs: small below, large on top; only the actions in use, or all 17."""
        used = {item.actie for item in self.acties}
        return tuple(actie for actie in reversed(ACTIES) if alle or actie.code in used)

    def gedaan(self) -> tuple[CasusActie, ...]:
        """The actions that were done."""
        return tuple(item for item in self.acties if item.gedaan)

    def gepland(self) -> tuple[CasusActie, ...]:
        """The actions that wait."""
        return tuple(item for item in self.acties if not item.gedaan)

    def pijlers(self) -> tuple[PijlerStand, ...]:
        """The stand of each pijler, in the plan's order."""
        done = self.gedaan()
        return tuple(
            PijlerStand(
                pijler, len(served), max((min(item.tot or item.datum, self.today) for item in served), default=None)
            )
            for pijler in Pijler
            for served in ([item for item in done if pijler in ACTIE_VAN_CODE[item.actie].pijlers],)
        )

    def lege_pijlers(self) -> tuple[Pijler, ...]:
        """The pijlers that nothing was done on."""
        return tuple(stand.pijler for stand in self.pijlers() if stand.leeg)


def passende_acties(pijler: Pijler, limit: int = 2) -> tuple[Actie, ...]:
    """The smallest actions that serve a pijler: what to think of when it is empty."""
    return tuple(actie for actie in ACTIES if pijler in actie.pijlers)[:limit]


def teken_ladder(
    acties: Sequence[CasusActie],
    incidenten: Sequence[tuple[date, Mand]],
    zorgverloop: Sequence[tuple[date, ZorgNiveau]],
    geopend_op: date,
    today: date,
    hele_casus: bool = False,
    *,
    gesloten_op: date | None = None,
    vrij: Collection[date] = (),
) -> Ladder:
    """The ladder of a casus. Longer than 16 weeks, it shows the last 16 unless the whole casus is asked for.

    `vrij`: days without school; a week of which no day is left is shown as holiday.
    """
    now = gesloten_op or today
    days = [item.datum for item in acties] + [item.tot for item in acties if item.tot] + [day for day, _ in incidenten]
    first, last = min([geopend_op, now, *days]), max([now, *days])
    ahead = timedelta() if gesloten_op else timedelta(weeks=WEKEN_VOORUIT)
    end = _monday(max(last, now + ahead)) + timedelta(weeks=1)
    start = _monday(first)
    weeks = (end - start).days // 7
    shortened = weeks > WEKEN_IN_BEELD and not hele_casus
    if shortened:
        start, weeks = end - timedelta(weeks=WEKEN_IN_BEELD), WEKEN_IN_BEELD
    elif weeks < 8:
        start, weeks = end - timedelta(weeks=8), 8
    ends = [day for day, _ in zorgverloop[1:]]
    zorg = tuple(
        ZorgPeriode(level, day, until)
        for (day, level), until in zip(zorgverloop, [*ends, None], strict=True)
        if until is None or until > start
    )
    return Ladder(
        start,
        weeks,
        now,
        tuple(acties),
        tuple(incidenten),
        zorg,
        shortened or hele_casus,
        gesloten_op is not None,
        _vrije_weken(start, weeks, vrij),
    )


def _vrije_weken(start: date, weeks: int, vrij: Collection[date]) -> tuple[tuple[date, int], ...]:
    """The weeks in view of which every weekday is free, those that follow each other together."""
    found: list[tuple[date, int]] = []
    for monday in (start + timedelta(weeks=number) for number in range(weeks)):
        if not all(monday + timedelta(days=day) in vrij for day in range(5)):
            continue
        if found and found[-1][0] + timedelta(weeks=found[-1][1]) == monday:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((monday, 1))
    return tuple(found)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
