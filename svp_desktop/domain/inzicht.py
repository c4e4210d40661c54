"""Counts of the register: periods, what stands out, the plan's shares as a mirror, and small numbers kept back.

Demands 1, 2 (themes, personeel), 9 (time to the first action), 27 (parties), 29 (aantal, inhoud en aard), 31 (twijfel),
54 and 59 (shares of the manden).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import Betrokkenheid, Kenmerk, Mand, Soort
from svp_desktop.domain.momenten import WEEKDAGEN
from svp_desktop.domain.school import PersoonSoort, schooljaar, schooljaar_grenzen
from svp_desktop.domain.themas import Thema
from svp_desktop.domain.wachttijd import Wachttijd

#: Outside the kluis a number under this one is not told.
KLEINSTE = 5
#: With fewer incidents than this nothing but the total can be told without telling a small number.
GENOEG = 2 * KLEINSTE
SCHOOLDAGEN = 5
_MEER_DAN_GEWOON, _MOMENTEN = 3, 6
#: So many halves of a school year can be put on paper.
_HALVEN = 4


#: Somebody of a category in a role (28).
PersoonRol = tuple[PersoonSoort, Betrokkenheid]


@dataclass(frozen=True, slots=True)
class Periode:
    """A first and a last day, both included."""

    vanaf: date
    tot: date

    def in_woorden(self) -> str:
        """ "1 augustus 2026 tot en met 24 november 2026"."""
        first, last = (datums.in_woorden(day, weekdag=False) for day in (self.vanaf, self.tot))
        return f"{first} tot en met {last}"

    def jaar_eerder(self) -> "Periode":
        """The same days a year before, to compare with."""
        return Periode(_year_before(self.vanaf), _year_before(self.tot))


def _year_before(day: date) -> date:
    last_of_february = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if last_of_february else day.day)


def dit_schooljaar(today: date) -> Periode:
    """From the first day of the school year until today."""
    return Periode(schooljaar_grenzen(schooljaar(today))[0], today)


def vorig_schooljaar(today: date) -> Periode:
    """The whole school year before this one."""
    first = schooljaar_grenzen(schooljaar(today))[0]
    return Periode(*schooljaar_grenzen(schooljaar(first - timedelta(days=1))))


def papierperioden(today: date) -> tuple[Periode, ...]:
    """The periods that paper may be about, newest first: halves of a school year that are over.

    They never overlap, so that no two papers can be taken from each other to find a small number.
    """
    start = schooljaar_grenzen(schooljaar(today))[0]
    found = []
    for back in range(_HALVEN):
        first = start.replace(year=start.year - back)
        middle = date(first.year + 1, 2, 1)
        found += [Periode(middle, date(first.year + 1, 7, 31)), Periode(first, middle - timedelta(days=1))]
    return tuple(half for half in found if half.tot < today)[:_HALVEN]


def controleer(vanaf: date | None, tot: date | None) -> Periode | Finding:
    """The period of two chosen days, or what is wrong with them."""
    if vanaf is None or tot is None:
        return Finding("periode", "Vul de eerste en de laatste dag in.")
    if tot < vanaf:
        return Finding("periode", "De laatste dag is eerder dan de eerste. Draai ze om.")
    return Periode(vanaf, tot)


class Moment(NamedTuple):
    """A place at an hour of a weekday (0 is Monday); `uur` -1 when the time is not known."""

    plaats: str
    weekdag: int
    uur: int


@dataclass(frozen=True, slots=True)
class Tellingen:
    """Everything that is counted of one period. An incident may have more kinds, groups and parties, but one mand."""

    periode: Periode
    totaal: int = 0
    manden: Mapping[Mand, int] = field(default_factory=dict)
    soorten: Mapping[Soort, int] = field(default_factory=dict)
    themas: Mapping[Thema, int] = field(default_factory=dict)
    kenmerken: Mapping[Kenmerk, int] = field(default_factory=dict)
    momenten: Mapping[Moment, int] = field(default_factory=dict)
    groepen: Mapping[str, int] = field(default_factory=dict)
    wachttijden: Mapping[Wachttijd, int] = field(default_factory=dict)
    rollen: Mapping[PersoonRol, int] = field(default_factory=dict)
    twijfel: int = 0
    geturfd: int = 0

    @property
    def plaatsen(self) -> dict[str, int]:
        """Counts by place; "" is no place."""
        found: Counter[str] = Counter()
        for moment, number in self.momenten.items():
            found[moment.plaats] += number
        return dict(found)

    def per_moment(self) -> dict[tuple[int, int], int]:
        """Counts by weekday and hour, over all places; hour -1 is not known."""
        found: Counter[tuple[int, int]] = Counter()
        for moment, number in self.momenten.items():
            found[moment.weekdag, moment.uur] += number
        return dict(found)


class Opvallend(NamedTuple):
    """A moment at a place where it happens much more often than at its other moments."""

    moment: Moment
    aantal: int
    van: int

    def in_woorden(self) -> str:
        """ "Schoolplein, dinsdag tussen 12 en 13 uur: 9 van 31"."""
        day, hour = WEEKDAGEN[self.moment.weekdag], self.moment.uur
        return f"{self.moment.plaats}, {day} tussen {hour} en {hour + 1} uur: {self.aantal} van {self.van}"


def opvallend(tellingen: Tellingen) -> tuple[Opvallend, ...]:
    """The moments that stand out at a place: at least 5, and 3 times what even spreading over the week would give."""
    places = tellingen.plaatsen
    hours = {moment.uur for moment in tellingen.momenten if moment.uur >= 0}
    found = [
        Opvallend(moment, number, places[moment.plaats])
        for moment, number in tellingen.momenten.items()
        if moment.plaats
        and moment.uur >= 0
        and number >= KLEINSTE
        and number * SCHOOLDAGEN * len(hours) >= _MEER_DAN_GEWOON * places[moment.plaats]
    ]
    found.sort(key=lambda one: (-one.aantal, one.moment))
    return tuple(found[:_MOMENTEN])


class Aandeel(NamedTuple):
    """The share of a mand beside what the plan mentions, in whole percents."""

    mand: Mand
    aantal: int
    procent: int
    plan: int


def aandelen(tellingen: Tellingen, plan: Mapping[Mand, int]) -> tuple[Aandeel, ...]:
    """Geel (with what was only ticked), oranje and rood; green is behaviour that goes well and stands apart (59)."""
    numbers = {mand: tellingen.manden.get(mand, 0) for mand in plan}
    numbers[Mand.GEEL] = numbers.get(Mand.GEEL, 0) + tellingen.geturfd
    numbers = {mand: number for mand, number in numbers.items() if mand in plan}
    parts = _procenten(tuple(numbers.values()))
    return tuple(
        Aandeel(mand, number, part, plan[mand]) for (mand, number), part in zip(numbers.items(), parts, strict=True)
    )


def _procenten(numbers: Sequence[int]) -> list[int]:
    """Whole percentages that are together 100: what is left over goes to the largest remainders."""
    everything = sum(numbers)
    if not everything:
        return [0] * len(numbers)
    parts = [100 * number // everything for number in numbers]
    order = sorted(range(len(numbers)), key=lambda which: -(100 * numbers[which] % everything))
    for which in order[: 100 - sum(parts)]:
        parts[which] += 1
    return parts


def spiegel(plan: Mapping[Mand, int], *, geturfd: int = 0) -> str:
    """The sentence beside the shares: a mirror, never a target; and that ticks count too, when there are any."""
    geel, oranje, rood = (plan[mand] for mand in (Mand.GEEL, Mand.ORANJE, Mand.ROOD))
    return (
        f"Het plan noemt ongeveer {geel}% geel, {oranje}% oranje en {rood}% rood. Dit is geen doel. Het laat zien"
        " waar uw aandacht heen gaat. Groen telt hier niet mee."
        f"{' Wat geturfd is, telt bij geel mee.' if geturfd else ''}"
    )


class Verborgen(Enum):
    """Why a number is not told outside the kluis."""

    KLEIN = "klein"
    OM_EEN_ANDER = "om_een_ander"


def onderdruk(waarden: Sequence[int], totaal: int, *, deelt_op: bool = True) -> tuple[int | Verborgen, ...] | None:
    """What may be told of these numbers outside the kluis, beside their total, so that none under 5 can be found.

    `deelt_op`: they add up to the total; otherwise an incident may count in several, and they are together at least
    the total (0: nothing is known of that). Every number under 5 is kept back, 0 too, and then the smallest others as
    long as the rest would give one away. None when no choice is safe: then nothing but the total may be told.
    """
    kept: dict[int, Verborgen] = {at: Verborgen.KLEIN for at, value in enumerate(waarden) if value < KLEINSTE}
    others = sorted((at for at in range(len(waarden)) if at not in kept), key=lambda at: waarden[at])
    while not _safe(waarden, totaal, kept, deelt_op=deelt_op):
        if not others:
            return None
        kept[others.pop(0)] = Verborgen.OM_EEN_ANDER
    return tuple(kept.get(at, value) for at, value in enumerate(waarden))


def _safe(waarden: Sequence[int], totaal: int, kept: Mapping[int, Verborgen], *, deelt_op: bool) -> bool:
    """Whether each small number that is kept back could still be more than one number, for who knows all the rest."""
    shown = [value for at, value in enumerate(waarden) if at not in kept]
    left, most = totaal - sum(shown), min(shown, default=totaal)
    bounds = {
        at: (0, KLEINSTE - 1) if why is Verborgen.KLEIN else (KLEINSTE, max(most, KLEINSTE)) for at, why in kept.items()
    }
    low, high = sum(pair[0] for pair in bounds.values()), sum(pair[1] for pair in bounds.values())
    for at, (lowest, highest) in bounds.items():
        if kept[at] is not Verborgen.KLEIN:
            continue
        least = max(lowest, left - (high - highest))
        greatest = min(highest, left - (low - lowest)) if deelt_op else highest
        if least >= greatest:
            return False
    return True
