"""Plagen, ruzie or pesten: three criteria, each with dated evidence, and what follows from them (demands 93, 94).

Pesten is what meets all three. The outcome is never chosen: it follows. Where the criteria do not decide, it is *nog
onbekend*, and then a day is set on which the coordinator looks again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity


class Criterium(Enum):
    """The plan's three (94)."""

    OPZET = "opzet"
    HERHALING = "herhaling"
    MACHT = "macht"


class Oordeel(Enum):
    """What the evidence says of a criterion."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Uitkomst(Enum):
    """What it is, as far as is known on that day."""

    PLAGEN = "plagen"
    RUZIE = "ruzie"
    PESTEN = "pesten"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class BewijsDraft:
    """What is typed about one criterion: the verdict, what was seen or heard, of whom, and when."""

    criterium: Criterium
    oordeel: Oordeel = Oordeel.ONBEKEND
    tekst: str = ""
    bron: str = ""
    datum: str = ""


@dataclass(frozen=True, slots=True)
class Bewijs:
    """One criterion with its evidence; the day is that of the evidence."""

    criterium: Criterium
    oordeel: Oordeel
    tekst: str = ""
    bron: str = ""
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class ToetsDraft:
    """What is typed when the test is done."""

    datum: str = "vandaag"
    samen_met: str = ""
    bewijzen: tuple[BewijsDraft, ...] = tuple(BewijsDraft(one) for one in Criterium)
    hertoets_op: str = ""


@dataclass(frozen=True, slots=True)
class ToetsInhoud:
    """What is recorded of a test beside its day, outcome and day to look again."""

    bewijzen: tuple[Bewijs, ...] = ()
    samen_met: str = ""


class Toets(NamedTuple):
    """A recorded test."""

    id: int
    datum: date
    uitkomst: Uitkomst
    inhoud: ToetsInhoud
    hertoets_op: date | None


def uitkomst(opzet: Oordeel, herhaling: Oordeel, macht: Oordeel) -> Uitkomst:
    """What follows from the three verdicts.

    All three: pesten. Equals who mean it quarrel; what is not meant and is between equals, or happened once, is plagen.
    All else is not decided yet: a stronger child that meant it once, or what keeps coming back without anyone who knows
    whether it is meant, may become pesten, and is looked at again.
    """
    yes, no = Oordeel.JA, Oordeel.NEE
    if (opzet, herhaling, macht) == (yes, yes, yes):
        return Uitkomst.PESTEN
    if opzet is yes and macht is no:
        return Uitkomst.RUZIE
    if opzet is no and no in (herhaling, macht):
        return Uitkomst.PLAGEN
    return Uitkomst.ONBEKEND


def uitkomst_van(bewijzen: Sequence[BewijsDraft] | Sequence[Bewijs]) -> Uitkomst:
    """The outcome of the three criteria as they stand."""
    verdicts = {item.criterium: item.oordeel for item in bewijzen}
    first, second, third = (verdicts.get(one, Oordeel.ONBEKEND) for one in Criterium)
    return uitkomst(first, second, third)


def uitleg(bewijzen: Sequence[BewijsDraft] | Sequence[Bewijs]) -> str:
    """Why it is what it is, in one sentence."""
    verdicts = {item.criterium: item.oordeel for item in bewijzen}
    found = uitkomst_van(bewijzen)
    if found is Uitkomst.PESTEN:
        return "Alle drie: dit is pesten."
    if found is Uitkomst.RUZIE:
        return "Zij zijn aan elkaar gewaagd en menen het: dit is ruzie."
    if found is Uitkomst.PLAGEN:
        return "Het is niet bedoeld om te kwetsen: dit is plagen."
    if Oordeel.ONBEKEND in [verdicts.get(one, Oordeel.ONBEKEND) for one in Criterium]:
        return "Nog niet alles is bekend. Kijk later opnieuw."
    if verdicts[Criterium.OPZET] is Oordeel.JA:
        return "Met opzet en ongelijk, maar nog niet vaker. Blijf kijken of het terugkomt."
    return "Het komt terug en is ongelijk. Vraag door of het met opzet is."


def check_toets(draft: ToetsDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a test: a verdict has dated evidence, and what is not decided has a day to look again."""
    found = []
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        found.append(Finding("datum", day.message))
    elif day > today:
        found.append(Finding("datum", "Deze dag is nog niet geweest."))
    for item in draft.bewijzen:
        found += _check_bewijs(item, today)
    again = datums.parse_datum(draft.hertoets_op, today) if draft.hertoets_op.strip() else None
    if isinstance(again, Finding):
        found.append(Finding("hertoets_op", again.message))
    elif again is not None and again <= today:
        found.append(Finding("hertoets_op", "Kies een dag die nog komt."))
    elif again is None and uitkomst_van(draft.bewijzen) is Uitkomst.ONBEKEND:
        found.append(Finding("hertoets_op", "Nog niet alles is bekend. Kies de dag waarop u opnieuw kijkt."))
    return tuple(found)


def _check_bewijs(item: BewijsDraft, today: date) -> list[Finding]:
    name = item.criterium.value
    if item.oordeel is Oordeel.ONBEKEND:
        day = datums.parse_datum(item.datum, today) if item.datum.strip() else None
        return [Finding(name, day.message)] if isinstance(day, Finding) else []
    if not item.tekst.strip():
        return [Finding(name, "Schrijf op waaruit dat blijkt: wat is er gezien of gehoord?")]
    day = datums.parse_datum(item.datum, today)
    if isinstance(day, Finding):
        return [Finding(name, f"Van welke dag is dit? {day.message}")]
    if day > today:
        return [Finding(name, "Deze dag is nog niet geweest.")]
    if not item.bron.strip():
        return [Finding(name, "Van wie of waaruit weet u dit? Dit mag later.", Severity.LET_OP)]
    return []


def parse_toets(draft: ToetsDraft, today: date) -> tuple[date, Uitkomst, ToetsInhoud, date | None]:
    """Day, outcome, content and day to look again of a draft that `check_toets` lets pass. Raises ValueError."""
    day = datums.parse_datum(draft.datum, today)
    again = datums.parse_datum(draft.hertoets_op, today) if draft.hertoets_op.strip() else None
    if isinstance(day, Finding) or isinstance(again, Finding):
        raise ValueError("draft has blocking findings")
    return day, uitkomst_van(draft.bewijzen), ToetsInhoud(_bewijzen(draft, today), draft.samen_met.strip()), again


def _bewijzen(draft: ToetsDraft, today: date) -> tuple[Bewijs, ...]:
    found = []
    for item in draft.bewijzen:
        day = datums.parse_datum(item.datum, today) if item.datum.strip() else None
        if isinstance(day, Finding):
            raise ValueError("draft has blocking findings")
        found.append(Bewijs(item.criterium, item.oordeel, item.tekst.strip(), item.bron.strip(), day))
    return tuple(found)


def draft_van(toets: Toets) -> ToetsDraft:
    """The form of a new test that begins with what the last one knew."""
    return ToetsDraft(
        samen_met=toets.inhoud.samen_met,
        bewijzen=tuple(
            BewijsDraft(
                item.criterium, item.oordeel, item.tekst, item.bron, datums.kort(item.datum) if item.datum else ""
            )
            for item in toets.inhoud.bewijzen
        ),
    )
