"""The numbers of the pestzaken of a period: for the coordinator on the screen, and what may be told of them on paper.

A pestzaak counts in the period in which it was reported, with what is known of it now (92-109; 1, 29 for the monitor
and the inspectie). No name and no title stands in it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from svp_desktop.domain.bijlage import BijlageSoort
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.inzicht_beeld import ZONDER_PLAATS, Onderdeel
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_nazorg import Check
from svp_desktop.domain.pest_toets import Uitkomst
from svp_desktop.domain.pestzaak import PestStatus, Pestzaak, Sluitreden
from svp_desktop.domain.school import schooljaar, schooljaar_grenzen

GETOETST_NIET = "nog niet getoetst"
ZONDER_GROEP = "geen groep"
_JAREN = 3
K = TypeVar("K")


class Wacht(NamedTuple):
    """Something that waits in a pestzaak, without a name: its id, neutral title, group, day and what."""

    zaak_id: int
    titel: str
    groep: str
    datum: date
    zin: str


class TelZaak(NamedTuple):
    """What is counted of one pestzaak; `plaatsen` are those of its incidents, each once."""

    zaak: Pestzaak
    uitkomst: Uitkomst | None
    plaatsen: frozenset[str]
    checks: tuple[Check, ...] = ()
    heropend: int = 0


@dataclass(frozen=True, slots=True)
class PestCijfers:
    """Everything that is counted of one period. A pestzaak has one outcome, one group and one end; it may have more
    places."""

    periode: Periode
    meldingen: int = 0
    uitkomsten: Mapping[Uitkomst | None, int] = field(default_factory=dict)
    afloop: Mapping[PestStatus | Sluitreden, int] = field(default_factory=dict)
    groepen: Mapping[str, int] = field(default_factory=dict)
    plaatsen: Mapping[str, int] = field(default_factory=dict)
    met_plaats: int = 0
    checks: int = 0
    checks_goed: int = 0
    heropend: int = 0
    dagen: tuple[int, ...] = ()

    @property
    def gemiddeld(self) -> int | None:
        """Days from the report to the end, of those that are closed; None when there are none."""
        return round(sum(self.dagen) / len(self.dagen)) if self.dagen else None


def tel(zaken: Iterable[TelZaak], periode: Periode) -> PestCijfers:
    """The numbers of the pestzaken that were reported in this period."""
    found = [one for one in zaken if periode.vanaf <= one.zaak.gemeld_op <= periode.tot]
    held = [check for one in found for check in one.checks if check.gehouden_op is not None]
    closed = [one.zaak for one in found if one.zaak.afgesloten_op is not None]
    return PestCijfers(
        periode=periode,
        meldingen=len(found),
        uitkomsten=Counter(one.uitkomst for one in found),
        afloop=Counter(_afloop(one.zaak) for one in found),
        groepen=Counter(one.zaak.groep or ZONDER_GROEP for one in found),
        plaatsen=Counter(place or ZONDER_PLAATS for one in found for place in one.plaatsen),
        met_plaats=sum(bool(one.plaatsen) for one in found),
        checks=len(held),
        checks_goed=sum(check.goed for check in held),
        heropend=sum(one.heropend for one in found),
        dagen=tuple((one.afgesloten_op - one.gemeld_op).days for one in closed if one.afgesloten_op),
    )


def _afloop(zaak: Pestzaak) -> PestStatus | Sluitreden:
    return zaak.inhoud.sluitreden or zaak.status if zaak.status is PestStatus.AFGESLOTEN else zaak.status


def onderdelen(nu: PestCijfers, eerder: PestCijfers) -> tuple[Onderdeel, ...]:
    """The charts of the page, in its order: each with the same days a year before."""
    ends: tuple[PestStatus | Sluitreden, ...] = (PestStatus.LOPEND, PestStatus.NAZORG, *Sluitreden)
    outcomes: tuple[Uitkomst | None, ...] = (*Uitkomst, None)
    groups, places = _names(nu.groepen, eerder.groepen), _names(nu.plaatsen, eerder.plaatsen)
    parts = (
        Onderdeel("groepen", "Groepen", _rows(groups, nu.groepen, eerder.groepen, str), deelt_op=True,
                  toelichting="Een zaak telt bij de groep waarin het gepeste kind nu zit."),
        Onderdeel("plaatsen", "Plaatsen", _rows(places, nu.plaatsen, eerder.plaatsen, str),
                  toelichting="Een zaak met incidenten op twee plaatsen telt bij beide.",
                  minstens=(nu.met_plaats, eerder.met_plaats)),
        Onderdeel("uitkomsten", "Plagen, ruzie of pesten?",
                  _rows(outcomes, nu.uitkomsten, eerder.uitkomsten, _outcome), deelt_op=True),
        Onderdeel("afloop", "Hoe het afliep", _rows(ends, nu.afloop, eerder.afloop, label), deelt_op=True),
    )  # fmt: skip
    return tuple(part._replace(totalen=(nu.meldingen, eerder.meldingen)) for part in parts)


def _outcome(uitkomst: Uitkomst | None) -> str:
    return label(uitkomst) if uitkomst else GETOETST_NIET


def _names(now: Mapping[str, int], before: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted({**now, **before}, key=lambda name: (-now.get(name, 0), name)))


def _rows(
    keys: Sequence[K], now: Mapping[K, int], before: Mapping[K, int], name: Callable[[K], str]
) -> tuple[tuple[str, str, int, int], ...]:
    # no list can show exactly these: no key
    return tuple(("", name(key), now.get(key, 0), before.get(key, 0)) for key in keys)


def jaren(today: date) -> tuple[Periode, ...]:
    """The school years that paper may be about, newest first: those that are over, so that no two papers can be taken
    from each other to find a small number."""
    first = int(schooljaar(today)[:4])
    return tuple(
        Periode(*schooljaar_grenzen(f"{year}-{year + 1}")) for year in range(first - 1, first - 1 - _JAREN, -1)
    )


def in_zinnen(nu: PestCijfers, eerder: PestCijfers) -> tuple[str, ...]:
    """What the page says above its charts."""
    found = [
        f"{_count(nu.meldingen, 'melding', 'meldingen')} in deze periode, een jaar eerder {eerder.meldingen}.",
    ]
    if nu.checks:
        found.append(
            f"Bij {nu.checks_goed} van {_count(nu.checks, 'check', 'checks')} zei het kind dat het gestopt is."
        )
    if nu.gemiddeld is not None:
        found.append(f"Van melding tot afsluiten: gemiddeld {_count(nu.gemiddeld, 'dag', 'dagen')}.")
    if nu.heropend:
        found.append(f"{_count(nu.heropend, 'keer', 'keer')} ging een zaak weer open.")
    return tuple(found)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


class Schooldocument(NamedTuple):
    """A document of the school itself, such as the coordinator's own anti-pestdocument (103): bytes apart."""

    id: int
    naam: str
    soort: BijlageSoort
    grootte: int
    vastgelegd_op: date
