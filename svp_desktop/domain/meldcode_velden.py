"""The fields of what is written in a meldcode dossier: one table for the window, the checks and the papers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel, schone_tekst

T = TypeVar("T")


class VeldVorm(Enum):
    """How a field is filled in."""

    REGEL = "regel"
    TEKST = "tekst"
    DATUM = "datum"
    LATER = "later"  # a day that may still have to come
    TIJD = "tijd"
    KEUZE = "keuze"
    LIJST = "lijst"  # one of several, longer words
    MEER = "meer"


@dataclass(frozen=True, slots=True)
class MeldcodeVeld:
    """One field: its name in the dataclass, the words above it, how it is filled in, and a sentence of help.

    `nodig` is what is said when it is left empty ("" when it may be); `als` is (field, value) of which it depends
    whether it is asked at all; `opties` the enum to choose from; `papier` the words on paper, when others.
    """

    naam: str
    label: str
    vorm: VeldVorm
    hulp: str = ""
    nodig: str = ""
    opties: type[Enum] | None = None
    als: tuple[str, Any] | None = None
    papier: str = ""

    def gevraagd(self, draft: Any) -> bool:
        """Whether this draft asks for the field."""
        if self.als is None:
            return True
        name, wanted = self.als
        found = getattr(draft, name)
        return bool(found in wanted) if isinstance(wanted, tuple) else bool(found == wanted)

    @property
    def op_papier(self) -> str:
        """The words on paper."""
        return self.papier or self.label


Velden = tuple[MeldcodeVeld, ...]
_DAGEN = (VeldVorm.DATUM, VeldVorm.LATER)


def schoon(velden: Velden, draft: T, today: date) -> T:
    """The draft with its texts cleaned, its days whole, and nothing in what is not asked for."""
    changes: dict[str, Any] = {}
    for veld in velden:
        value = getattr(draft, veld.naam)
        if not veld.gevraagd(draft):
            changes[veld.naam] = _leeg(value)
        elif isinstance(value, str):
            changes[veld.naam] = _tekst(veld.vorm, value, today)
    return replace(draft, **changes)  # type: ignore[type-var]


def _leeg(value: Any) -> Any:
    if isinstance(value, str):
        return ""
    return frozenset() if isinstance(value, frozenset) else None


def _tekst(vorm: VeldVorm, value: str, today: date) -> str:
    if vorm is VeldVorm.TEKST:
        return schone_tekst(value).strip()
    line = op_een_regel(value)
    if vorm in _DAGEN and line:
        day = datums.parse_datum(line, today)
        return line if isinstance(day, Finding) else datums.kort(day)
    if vorm is VeldVorm.TIJD and line:
        moment = datums.parse_tijd(line)
        return line if isinstance(moment, Finding) else datums.tijd_kort(moment)
    return line


def check(velden: Velden, draft: Any, today: date) -> list[Finding]:
    """What is wrong with the fields by themselves: days that do not exist or are still to come, what is missing."""
    findings: list[Finding] = []
    for veld in velden:
        if not veld.gevraagd(draft):
            continue
        value = getattr(draft, veld.naam)
        if not (value.strip() if isinstance(value, str) else value):
            if veld.nodig:
                findings.append(Finding(veld.naam, veld.nodig))
        elif wrong := _verkeerd(veld, value, today):
            findings.append(Finding(veld.naam, wrong))
    return findings


def _verkeerd(veld: MeldcodeVeld, value: Any, today: date) -> str:
    if veld.vorm is VeldVorm.TIJD:
        moment = datums.parse_tijd(value)
        return moment.message if isinstance(moment, Finding) else ""
    if veld.vorm not in _DAGEN:
        return ""
    day = datums.parse_datum(value, today)
    if isinstance(day, Finding):
        return day.message
    if veld.vorm is VeldVorm.DATUM and day > today:
        return "Deze dag is nog niet geweest. Schrijf op wanneer het was."
    return ""


def dag(text: str) -> date | None:
    """The day that a recorded field holds, or None."""
    if not text:
        return None
    number, month, year = (int(part) for part in text.split("-"))
    return date(year, month, number)


def in_woorden(veld: MeldcodeVeld, value: Any, labels: Mapping[Enum, str]) -> str:
    """What a recorded field says, in words; "" when it is empty."""
    if isinstance(value, Enum):
        return labels[value]
    if isinstance(value, frozenset):
        return ", ".join(labels[item] for item in veld.opties or () if item in value)
    if veld.vorm in _DAGEN and value:
        day = dag(value)
        return datums.in_woorden(day, weekdag=False) if day else ""
    return str(value or "")
