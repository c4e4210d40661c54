"""Who does what to whom: the picture of a pestzaak, worked out from the records (demand 99).

Places are fixed by role, so that the picture does not dance: who is bullied in the middle, who does it at the left, who
helps at the right. The unit is a square of 1 by 1.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pestzaak import PestPersoon, PestPersoonDraft, PestRol

#: More do not fit in one picture; the table tells all.
MEESTE_KNOPEN = 8
_MIDDEN = (0.5, 0.54)
_PLEKKEN: dict[PestRol, tuple[tuple[float, float], ...]] = {
    PestRol.GEPEST: (_MIDDEN, (0.5, 0.96)),
    PestRol.PESTER: ((0.08, 0.12), (0.08, 0.5), (0.28, 0.06)),
    PestRol.ASSISTENT: ((0.08, 0.88), (0.36, 0.96), (0.08, 0.5)),
    PestRol.VERSTERKER: ((0.5, 0.06), (0.28, 0.06), (0.72, 0.06)),
    PestRol.VERDEDIGER: ((0.92, 0.12), (0.92, 0.5), (0.72, 0.06)),
    PestRol.OMSTANDER: ((0.92, 0.88), (0.64, 0.96), (0.92, 0.5)),
}
_ALLE = tuple(dict.fromkeys(place for places in _PLEKKEN.values() for place in places))


class Pijl(Enum):
    """How an arrow is drawn: who does it thick, who joins in thin, who helps double, who looks on dashed."""

    DOET = "doet"
    DOET_MEE = "doet_mee"
    HELPT = "helpt"
    KIJKT = "kijkt"


class Relatie(NamedTuple):
    """What somebody does to another, as somebody saw it."""

    id: int
    van_id: int
    naar_id: int
    wat: str
    helpt: bool


@dataclass(frozen=True, slots=True)
class RelatieDraft:
    """A relation that is put in the picture by hand."""

    van_id: int
    naar_id: int
    wat: str = ""
    helpt: bool = False


@dataclass(frozen=True, slots=True)
class MensenDraft:
    """What is typed about who is in it and who does what to whom. `half`: a name that nobody was chosen for."""

    personen: tuple[PestPersoonDraft, ...] = ()
    relaties: tuple[RelatieDraft, ...] = ()
    half: str = ""


class UitIncident(NamedTuple):
    """That a person did something to another in a linked incident: the word of its kind."""

    incident_id: int
    van_id: int
    naar_id: int
    wat: str


class Knoop(NamedTuple):
    """A person in the picture; with `anderen`, the rest of the group: everybody can be an omstander (99)."""

    persoon_id: int
    naam: str
    rol: PestRol
    x: float
    y: float
    anderen: int = 0


class Verbinding(NamedTuple):
    """An arrow between two persons; `wat` are its words, `aantal` the incidents it is also known from."""

    van_id: int
    naar_id: int
    wat: str
    pijl: Pijl
    aantal: int


class Netwerk(NamedTuple):
    """The picture: persons with their places, arrows, and how many persons did not fit."""

    knopen: tuple[Knoop, ...]
    verbindingen: tuple[Verbinding, ...]
    meer: int = 0


def netwerk(personen: Sequence[PestPersoon], relaties: Iterable[Relatie], incidenten: Iterable[UitIncident]) -> Netwerk:
    """The picture of these persons with everything that is known between them."""
    known = {person.persoon_id: person for person in personen}
    knopen = _places(personen)
    shown = {knoop.persoon_id for knoop in knopen}
    lines: dict[tuple[int, int, bool], list[str]] = {}
    counts: dict[tuple[int, int, bool], set[int]] = {}
    for item in relaties:
        lines.setdefault((item.van_id, item.naar_id, item.helpt), []).append(item.wat)
    for seen in incidenten:
        key = (seen.van_id, seen.naar_id, False)
        counts.setdefault(key, set()).add(seen.incident_id)
        if key not in lines or all(seen.wat != word for word in lines[key]):
            lines.setdefault(key, []).append(seen.wat)
    arrows = tuple(
        Verbinding(van, naar, _words(words), _arrow(known[van].rol, helpt), len(counts.get((van, naar, helpt), ())))
        for (van, naar, helpt), words in lines.items()
        if van in shown and naar in shown
    )
    return Netwerk(knopen, arrows, len(personen) - len(knopen))


def met_groep(beeld: Netwerk, anderen: int) -> Netwerk:
    """The picture with the rest of the group in it, when there is one and a place is free for it."""
    taken = {(knoop.x, knoop.y) for knoop in beeld.knopen}
    free = [place for place in _PLEKKEN[PestRol.OMSTANDER] if place not in taken]
    if anderen < 1 or not free:
        return beeld
    return beeld._replace(knopen=(*beeld.knopen, Knoop(0, "Groep", PestRol.OMSTANDER, *free[0], anderen)))


def _words(words: Sequence[str]) -> str:
    unique = tuple(dict.fromkeys(word for word in words if word))
    return ", ".join(unique[:2]) + (" …" if len(unique) > 2 else "")


def _arrow(rol: PestRol, helpt: bool) -> Pijl:
    if helpt:
        return Pijl.HELPT
    if rol is PestRol.VERSTERKER:
        return Pijl.DOET_MEE
    return Pijl.KIJKT if rol is PestRol.OMSTANDER else Pijl.DOET


def _places(personen: Sequence[PestPersoon]) -> tuple[Knoop, ...]:
    order = list(PestRol)
    ranked = sorted(personen, key=lambda person: (order.index(person.rol), person.persoon_id))[:MEESTE_KNOPEN]
    # a first name that two share tells nobody who it is
    times = Counter(person.roepnaam or person.naam for person in ranked)
    taken: set[tuple[float, float]] = set()
    found = []
    for person in ranked:
        free = [place for place in (*_PLEKKEN[person.rol], *_ALLE) if place not in taken]
        place = free[0]
        taken.add(place)
        short = person.roepnaam or person.naam
        found.append(Knoop(person.persoon_id, short if times[short] == 1 else person.naam, person.rol, *place))
    return tuple(found)


def check_mensen(draft: MensenDraft, *, onbekend: bool = False) -> tuple[Finding, ...]:
    """Findings of the people and of who does what to whom; `onbekend`: nobody knew yet which child is bullied."""
    found = []
    if not onbekend and all(person.rol is not PestRol.GEPEST for person in draft.personen):
        found.append(Finding("personen", "Kies wie er gepest wordt."))
    there = {person.persoon_id for person in draft.personen}
    if any(one.van_id == one.naar_id for one in draft.relaties):
        found.append(Finding("relaties", "Kies bij elke pijl twee verschillende personen."))
    elif any(not one.wat.strip() for one in draft.relaties):
        found.append(Finding("relaties", "Schrijf bij elke pijl wat er gebeurt, bijvoorbeeld: uitlachen."))
    elif any(one.van_id not in there or one.naar_id not in there for one in draft.relaties):
        found.append(Finding("relaties", "Een pijl gaat over iemand die niet meer in de lijst staat."))
    return tuple(found)


def in_woorden(beeld: Netwerk, namen: Mapping[int, str]) -> tuple[str, ...]:
    """The same as sentences, for a table and for who cannot see the picture."""
    found = []
    for item in beeld.verbindingen:
        count = f" ({item.aantal} {'incident' if item.aantal == 1 else 'incidenten'})" if item.aantal else ""
        verb = "helpt" if item.pijl is Pijl.HELPT else "doet bij"
        words = item.wat if item.pijl is not Pijl.HELPT or item.wat != "helpt" else ""
        line = f"{namen[item.van_id]} {verb} {namen[item.naar_id]}"
        found.append(f"{line}: {words}{count}" if words else f"{line}{count}")
    return tuple(found)
