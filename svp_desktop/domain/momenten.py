"""Words for when and by whom: weekdays, hours of the day, somebody in a role. The list and Inzicht say it alike."""

from collections.abc import Collection

from svp_desktop.domain.incident import Betrokkenheid
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
#: The hour of a time that was not filled in.
GEEN_TIJD = -1
OCHTEND, MIDDAG = frozenset(range(12)), frozenset(range(12, 24))
#: The hours of a school day, to choose from one by one.
SCHOOLUREN = range(7, 19)
ZONDER_TIJD = "geen tijd ingevuld"


def uren_in_woorden(uren: Collection[int]) -> str:
    """ "ochtend (tot 12 uur)", "12 tot 13 uur", "geen tijd ingevuld", or several of those."""
    if frozenset(uren) == OCHTEND:
        return "ochtend (tot 12 uur)"
    if frozenset(uren) == MIDDAG:
        return "middag (vanaf 12 uur)"
    return ", ".join(ZONDER_TIJD if hour == GEEN_TIJD else f"{hour} tot {hour + 1} uur" for hour in sorted(uren))


def rol_in_woorden(rol: tuple[PersoonSoort, Betrokkenheid]) -> str:
    """ "leerling als getuige"."""
    return f"{label(rol[0]).lower()} als {label(rol[1]).lower()}"
