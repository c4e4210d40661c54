"""What the action *verhoogde waakzaamheid* says about the level of waakzame zorg: up on a day, down on a day (42, 76).

The level of the casus follows only when the user leaves the tick on; what was said before is not said again.
"""

from collections.abc import Iterable
from datetime import date

from svp_desktop.domain.actie_velden import ActieVelden
from svp_desktop.domain.casus import ActieInhoud, CasusActie, ZorgNiveau

ACTIE = "waakzaamheid"

Stap = tuple[date, ZorgNiveau]


def stappen(actie: ActieInhoud | CasusActie, today: date) -> tuple[Stap, ...]:
    """The levels that an action sets, each from its day on: when it began, and after the school looked again."""
    if actie.actie != ACTIE or not actie.gedaan:
        return ()
    found = []
    up = actie.velden.tekst("niveau")
    if up and actie.velden.vink("zet_niveau"):
        found.append((actie.datum, ZorgNiveau(up)))
    down, looked = actie.velden.tekst("daarna"), actie.velden.dag("herzien")
    if down and looked is not None and looked <= today:
        found.append((looked, ZorgNiveau(down)))
    return tuple(found)


def nieuwe_stappen(before: CasusActie | None, after: ActieInhoud | CasusActie, today: date) -> tuple[Stap, ...]:
    """What an action says now and did not say before it was changed."""
    said = stappen(before, today) if before is not None else ()
    return tuple(step for step in stappen(after, today) if step not in said)


def niveau_op(verloop: Iterable[Stap], day: date) -> ZorgNiveau | None:
    """The level that held on a day; None before the first."""
    held = [level for since, level in verloop if since <= day]
    return held[-1] if held else None


def opnieuw_op(acties: Iterable[CasusActie]) -> date | None:
    """The day on which the level is looked at again: of the last action that still waits for it."""
    days = [_open_dag(item.velden) for item in acties if item.actie == ACTIE and item.gedaan]
    return next((day for day in reversed(days) if day is not None), None)


def _open_dag(velden: ActieVelden) -> date | None:
    return None if velden.tekst("herzien") else velden.dag("herzien_op")
