"""What is seen at the child that is bullied and at who does it: two lists of the plan, by observer (demands 96, 97).

The lists are the school's to edit. A line is "short: explanation"; what is recorded is the short part as it was that
day, so that a list that is edited later changes nothing that was seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding


class Signaallijst(Enum):
    """At whom it is seen."""

    GEPEST = "gepest"
    PESTER = "pester"


STANDAARD: dict[Signaallijst, tuple[str, ...]] = {
    Signaallijst.GEPEST: (
        "Anders gedrag of terugval: stil en teruggetrokken, of juist agressief; weer in bed plassen",
        "Minder goede resultaten: het schoolwerk gaat achteruit",
        "Staat alleen, doet niet mee: geen goede vrienden, wil niet mee met activiteiten",
        "Pijn of misselijk: klaagt vaak over buikpijn, hoofdpijn of misselijkheid",
        "Lijkt ongelukkig: somber of verdrietig",
        "Paniek of stress: snel in paniek of gespannen",
        "Durft weinig alleen: doet niets of weinig alleen, en is dan vaak in paniek",
        "Vermijdt groep of plein: blijft weg bij de groep of het schoolplein",
        "Loopt vreemde routes: neemt onlogische wegen, ook naar huis",
        "Bang, vooral na weekend: bang voor school of om alleen te zijn, vooral na weekend of vakantie",
        "Zoekt veilige plek: blijft dicht bij volwassenen",
        "Spullen kapot, verwond: regelmatig kapotte spullen of verwondingen",
    ),
    Signaallijst.PESTER: (
        "Weigert samen te werken: wil met bepaalde kinderen niets doen",
        "Zet zich af tegen de groep: keert zich tegen wat de groep doet",
        "Speelt de baas: is dominant over anderen",
        "Pikt zwakke plekken eruit: ziet snel waar een ander gevoelig is",
        "Aanvaardt moeilijk grenzen: moeite met regels, begint discussies",
        "Impulsief of agressief: reageert snel en fel",
        "Dubbelleven: bij volwassenen is er niets aan de hand, daarbuiten wel",
    ),
}


class Regel(NamedTuple):
    """One line of a list: what is ticked, and what it means."""

    kort: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class SignaalDraft:
    """What is typed when somebody saw something: one day, one observer, more signals at once."""

    lijst: Signaallijst = Signaallijst.GEPEST
    persoon_id: int | None = None
    datum: str = "vandaag"
    gezien_door: str = ""
    signalen: frozenset[str] = frozenset()
    notitie: str = ""


class Signaal(NamedTuple):
    """One signal that one person saw on one day."""

    id: int
    persoon_id: int
    lijst: Signaallijst
    signaal: str
    datum: date
    gezien_door: str
    notitie: str


class Opgeteld(NamedTuple):
    """A line of the list with who saw it: observers in the order of their first time, and the last day."""

    regel: Regel
    door: tuple[str, ...]
    laatst: date | None
    ids: tuple[int, ...] = ()


def regels(lijst: Iterable[str]) -> tuple[Regel, ...]:
    """The lines of a list of the school."""
    found = []
    for line in lijst:
        short, _, meaning = line.partition(":")
        if short.strip():
            found.append(Regel(short.strip(), meaning.strip()))
    return tuple(found)


def optellen(lijst: Sequence[Regel], signalen: Iterable[Signaal]) -> tuple[Opgeteld, ...]:
    """Every line with who saw it, added up over adults; what is no longer on the list stands under it."""
    found: dict[str, list[Signaal]] = {}
    for item in signalen:
        found.setdefault(item.signaal, []).append(item)
    shown = (*lijst, *(Regel(name, "") for name in found if all(name != line.kort for line in lijst)))
    return tuple(_line(line, sorted(found.get(line.kort, ()), key=lambda one: (one.datum, one.id))) for line in shown)


def _line(regel: Regel, seen: Sequence[Signaal]) -> Opgeteld:
    observers = tuple(dict.fromkeys(item.gezien_door for item in seen))
    return Opgeteld(regel, observers, seen[-1].datum if seen else None, tuple(item.id for item in seen))


def gezien(opgeteld: Iterable[Opgeteld]) -> int:
    """How many lines somebody saw."""
    return sum(bool(item.door) for item in opgeteld)


def beginletters(namen: Iterable[str]) -> dict[str, str]:
    """A short sign for each observer: AS, M for *moeder*; a second one with the same letters gets a number."""
    given: dict[str, str] = {}
    for name in namen:
        words = [word for word in name.split() if word[:1].isalpha()]
        capitals = [word[0] for word in words if word[0].isupper()]
        short = "".join(
            (capitals[0], capitals[-1]) if len(capitals) > 1 else capitals or [word[0] for word in words[:1]]
        )
        short = short.upper() or "?"
        taken = sum(sign.rstrip("0123456789") == short for sign in given.values())
        if name not in given:
            given[name] = short if not taken else f"{short}{taken + 1}"
    return given


def check_signaal(draft: SignaalDraft, today: date) -> tuple[Finding, ...]:
    """Findings of what somebody saw."""
    found = []
    if draft.persoon_id is None:
        found.append(Finding("persoon", "Kies bij welk kind dit is gezien."))
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        found.append(Finding("datum", day.message))
    elif day > today:
        found.append(Finding("datum", "Deze dag is nog niet geweest."))
    if not draft.gezien_door.strip():
        found.append(Finding("gezien_door", "Vul in wie het zag, bijvoorbeeld: Anouk Smeets of moeder."))
    if not draft.signalen:
        found.append(Finding("signalen", "Vink ten minste één signaal aan."))
    return tuple(found)
