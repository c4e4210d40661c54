"""Nazorg: check-moments at which the child itself says whether it has stopped, and when a pestzaak may be closed (108).

A pestzaak is not closed before its checks. A check that says that it goes on asks for a day of the next one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.pest_toets import Toets, Uitkomst
from svp_desktop.domain.pestzaak import PestPersoon, PestVerloopRegel, SluitDraft, Sluitreden
from svp_desktop.domain.schooldagen import Schoolkalender

#: Weeks after the approach began, when neither the school nor the approach says otherwise.
STANDAARD_WEKEN = (1, 2, 6)
SCHAAL = (1, 2, 3, 4, 5)
#: The words of the scale, as a child points at them.
SCHAAL_WOORDEN = {1: "heel naar", 2: "naar", 3: "gaat wel", 4: "fijn", 5: "heel fijn"}


class CheckAntwoord(Enum):
    """What the child says to one of the two questions."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


@dataclass(frozen=True, slots=True)
class CheckInhoud:
    """What is recorded of a check beside the two answers: the child's own words, how it feels (1-5), who asked."""

    woorden: str = ""
    schaal: int | None = None
    door: str = ""
    weken: int = 0
    volgende: str = ""
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """What is typed at a check: days as text. `volgende_op` plans the next one when it did not stop."""

    gehouden_op: str = "vandaag"
    door: str = ""
    woorden: str = ""
    schaal: int | None = None
    nagekomen: CheckAntwoord | None = None
    gestopt: CheckAntwoord | None = None
    volgende: str = ""
    volgende_op: str = ""
    notitie: str = ""


class Check(NamedTuple):
    """A planned or a held check; `geschreven_op` is when it was last recorded."""

    id: int
    pestzaak_id: int
    versie: int
    gepland_op: date
    gehouden_op: date | None
    nagekomen: CheckAntwoord | None
    gestopt: CheckAntwoord | None
    inhoud: CheckInhoud
    geschreven_op: datetime | None = None

    @property
    def wacht(self) -> bool:
        """It is still to be held."""
        return self.gehouden_op is None

    @property
    def goed(self) -> bool:
        """The child says that it stopped and that people did what they promised, at least in part."""
        return self.gestopt is CheckAntwoord.JA and self.nagekomen in (CheckAntwoord.JA, CheckAntwoord.DEELS)

    def naam(self) -> str:
        """What it is called."""
        return naam_van(self.inhoud.weken)

    def zin(self) -> str:
        """What is to be done, in a sentence without a name."""
        when = f" {self.naam().lower()}" if self.inhoud.weken else ""
        return f"{'' if when else 'extra '}check met het kind{when}"


@dataclass(frozen=True, slots=True)
class PlanRegel:
    """One check in the plan: its id (0: new), its weeks (0: an extra one), the day as typed, and how that was."""

    check_id: int = 0
    weken: int = 0
    dag: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The days of the checks that are still to be held; an empty day is no check."""

    regels: tuple[PlanRegel, ...] = ()


def naam_van(weken: int) -> str:
    """What a check is called: "Na 1 week", or "Extra check"."""
    return f"Na {weken} {'week' if weken == 1 else 'weken'}" if weken else "Extra check"


def weken_van(regel: Iterable[str]) -> tuple[int, ...]:
    """The weeks of a setting ("1", "2", "6"); the plan's own when nothing can be read."""
    found = sorted({int(line.strip()) for line in regel if line.strip().isdigit() and 0 < int(line.strip()) < 60})
    return tuple(found) or STANDAARD_WEKEN


def momenten(begin: date, weken: Iterable[int], kalender: Schoolkalender) -> tuple[tuple[int, date], ...]:
    """Each week with its day: the first school day on or after it; in a year that is not filled in, a weekday. Two that
    would fall on one day after the holidays are one: nobody asks a child the same twice."""
    found: dict[date, int] = {}
    for weeks in weken:
        found.setdefault(kalender.eerste(begin + timedelta(weeks=weeks)), weeks)
    return tuple((weeks, day) for day, weeks in found.items())


def check_plan(draft: PlanDraft, today: date) -> tuple[Finding, ...]:
    """Findings of the days of the checks, as they were typed; a day that is new must still come."""
    if not any(line.dag.strip() for line in draft.regels):
        return (Finding("dagen", "Plan ten minste één check."),)
    found = []
    for line in draft.regels:
        day = datums.parse_datum(line.dag, today) if line.dag.strip() else None
        if isinstance(day, Finding):
            found.append(Finding("dagen", f"{naam_van(line.weken)}: {day.message}"))
        elif day is not None and day < today and day != datums.parse_datum(line.was, today):
            found.append(Finding("dagen", f"{naam_van(line.weken)}: kies een dag die nog komt."))
    return tuple(found)


def check_check(draft: CheckDraft, today: date, gemeld_op: date | None = None) -> tuple[Finding, ...]:
    """Findings of a check: the child was asked after the report, and what did not stop has a next day."""
    found = []
    day = datums.parse_datum(draft.gehouden_op, today)
    if isinstance(day, Finding):
        found.append(Finding("gehouden_op", day.message))
    elif day > today:
        found.append(Finding("gehouden_op", "Deze dag is nog niet geweest. Leg de check vast als u het kind sprak."))
    elif gemeld_op is not None and day < gemeld_op:
        found.append(Finding("gehouden_op", f"De melding was op {datums.dag_maand(gemeld_op)}. Een check komt daarna."))
    if not draft.door.strip():
        found.append(Finding("door", "Wie vroeg het aan het kind?"))
    if not draft.woorden.strip():
        found.append(Finding("woorden", "Schrijf op wat het kind zei, in zijn eigen woorden."))
    if draft.nagekomen is None:
        found.append(Finding("nagekomen", "Vraag het kind of de afspraken zijn nagekomen."))
    if draft.gestopt is None:
        found.append(Finding("gestopt", "Vraag het kind of het gestopt is."))
    if draft.schaal is None:
        found.append(Finding("schaal", "Laat het kind aanwijzen hoe het zich voelt. Dit mag leeg.", Severity.LET_OP))
    return (*found, *_next(draft, today))


def _next(draft: CheckDraft, today: date) -> list[Finding]:
    typed = draft.volgende_op.strip()
    day = datums.parse_datum(typed, today) if typed else None
    if isinstance(day, Finding):
        return [Finding("volgende_op", day.message)]
    if day is not None and day <= today:
        return [Finding("volgende_op", "Kies een dag die nog komt.")]
    if draft.gestopt in (CheckAntwoord.DEELS, CheckAntwoord.NEE):
        missing = (
            []
            if day is not None
            else [Finding("volgende_op", "Het is niet gestopt. Kies de dag van een nieuwe check.")]
        )
        if not draft.volgende.strip():
            missing.append(Finding("volgende", "Het is niet gestopt. Wat doet u nu anders?"))
        return missing
    return []


def parse_check(draft: CheckDraft, today: date, weken: int) -> tuple[date, CheckInhoud, date | None]:
    """Day, content and day of the next check of a draft that `check_check` lets pass. Raises ValueError."""
    day = datums.parse_datum(draft.gehouden_op, today)
    later = datums.parse_datum(draft.volgende_op, today) if draft.volgende_op.strip() else None
    if isinstance(day, Finding) or isinstance(later, Finding):
        raise ValueError("draft has blocking findings")
    content = CheckInhoud(
        draft.woorden.strip(), draft.schaal, draft.door.strip(), weken, draft.volgende.strip(), draft.notitie.strip()
    )
    return day, content, later


def check_draft_of(check: Check) -> CheckDraft:
    """The form for a check that is planned or was held."""
    content = check.inhoud
    return CheckDraft(
        gehouden_op=datums.kort(check.gehouden_op) if check.gehouden_op else "vandaag",
        door=content.door,
        woorden=content.woorden,
        schaal=content.schaal,
        nagekomen=check.nagekomen,
        gestopt=check.gestopt,
        volgende=content.volgende,
        notitie=content.notitie,
    )


def gehouden(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks that were held, in the order of their days."""
    done = [item for item in checks if item.gehouden_op is not None]
    return tuple(sorted(done, key=lambda item: (item.gehouden_op or date.min, item.id)))


def sinds_heropening(checks: Sequence[Check], heropend: PestVerloopRegel | None) -> tuple[Check, ...]:
    """The checks that count: after a reopening those planned from that day on, or held and recorded after it."""
    if heropend is None:
        return tuple(checks)
    return tuple(item for item in checks if _na(item, heropend))


def _na(check: Check, heropend: PestVerloopRegel) -> bool:
    if check.gehouden_op is None:
        return check.gepland_op >= heropend.op
    recorded = check.geschreven_op is None or check.geschreven_op > heropend.geschreven_op
    return check.gehouden_op > heropend.op or (check.gehouden_op == heropend.op and recorded)


def check_sluiten(
    draft: SluitDraft, checks: Sequence[Check], toets: Toets | None, gepest: PestPersoon | None
) -> tuple[Finding, ...]:
    """Whether a pestzaak may be closed for this reason (108): the child said at every check that it stopped, or the
    test says that it was no bullying, or the child left the school."""
    if draft.reden is None:
        return (Finding("reden", "Kies waarom de zaak stopt."),)
    found = []
    if draft.reden is Sluitreden.GESTOPT:
        found += _stopped(checks)
    elif draft.reden is Sluitreden.GEEN_PESTEN:
        if toets is None or toets.uitkomst not in (Uitkomst.PLAGEN, Uitkomst.RUZIE):
            found.append(Finding("reden", "De laatste toets zegt niet dat het plagen of ruzie is. Doe eerst de toets."))
    elif gepest is None or not gepest.vertrokken:
        found.append(Finding("reden", "Het kind staat nog als leerling in het register. Schrijf het daar eerst uit."))
    if draft.reden is not Sluitreden.GESTOPT and not draft.toelichting.strip():
        found.append(Finding("toelichting", "Schrijf op hoe het nu verder gaat met het kind."))
    return tuple(found)


def _stopped(checks: Sequence[Check]) -> list[Finding]:
    held = gehouden(checks)
    waiting = len(checks) - len(held)
    if not held:
        return [Finding("reden", "Er is nog geen check gehouden. Vraag eerst aan het kind of het gestopt is.")]
    if waiting:
        words = "Er wacht nog 1 check." if waiting == 1 else f"Er wachten nog {waiting} checks."
        return [Finding("reden", f"{words} De zaak sluit pas als het kind bij elke check is gehoord.")]
    if not held[-1].goed:
        return [Finding("reden", "Bij de laatste check zei het kind dat het nog niet goed is. Plan een nieuwe check.")]
    return []
