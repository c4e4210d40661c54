"""Guards around the actions of a casus: the program asks, the school decides and says why (demands 43, 62, 69, 74, 79).

None of them takes a step by itself and none forbids one. Where a guard speaks and the action is recorded as done, a
reason is needed; the reason is kept with the action.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.acties import ACTIE_VAN_CODE, ACTIES, Pijler
from svp_desktop.domain.casus import ActieDraft, CasusActie
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.schooldagen import Schoolkalender

_ERNSTIG = (Mand.ORANJE, Mand.ROOD)
_EERST_BIJ_THUIS = ("bookmark", "oplossingsverzoek", "aankondiging", "gastklas", "telefoonronde", "sit_in", "gesprek")


class Waarborg(Enum):
    """What the program asks about before an action is recorded as done."""

    CONNECTIE = "connectie"
    IJZER_KOUD = "ijzer_koud"
    EERDERE_STAPPEN = "eerdere_stappen"
    SCHORSING = "schorsing"
    GASTKLAS_DAGEN = "gastklas_dagen"
    BOOKMARK = "bookmark"


WAARBORG_NAMEN = {
    Waarborg.CONNECTIE: "eerst connectie",
    Waarborg.IJZER_KOUD: "ijzer koud",
    Waarborg.EERDERE_STAPPEN: "eerdere stappen",
    Waarborg.SCHORSING: "gastklas en schorsing",
    Waarborg.GASTKLAS_DAGEN: "duur van de gastklas",
    Waarborg.BOOKMARK: "gesprek na de bookmark",
}


class Vraag(NamedTuple):
    """A guard that speaks: its lead, the facts, whether going on needs a reason, and how that line is called.

    Without `overslaan` it only tells.
    """

    waarborg: Waarborg
    lead: str
    tekst: str
    reden_nodig: bool
    overslaan: str = "Toch verder, omdat"


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the guards look at: the other actions and the incidents of the casus, the calendar and the terms."""

    acties: tuple[CasusActie, ...]
    incidenten: tuple[tuple[date, Mand], ...]
    kalender: Schoolkalender
    connectie_weken: int
    gastklas_dagen: int


def vragen(draft: ActieDraft, omgeving: Omgeving, today: date) -> tuple[Vraag, ...]:
    """The guards that speak for this action; none as long as its first day cannot be read."""
    day = datums.parse_datum(draft.datum, today)
    end = datums.parse_datum(draft.tot, today) if draft.tot.strip() else None
    if isinstance(day, Finding) or isinstance(end, Finding):
        return ()
    done = draft.gedaan and day <= today
    found = [
        _connectie(draft, omgeving, day),
        _ijzer_koud(draft, omgeving, day),
        _eerdere_stappen(draft, omgeving, day),
        _schorsing(draft),
        _gastklas_dagen(draft, omgeving, day, end or day),
        _bookmark(draft),
    ]
    return tuple(item._replace(reden_nodig=item.reden_nodig and done) for item in found if item is not None)


def check_waarborgen(draft: ActieDraft, omgeving: Omgeving, today: date) -> tuple[Finding, ...]:
    """A guard that needs a reason and has none stops; a guard that only speaks asks for attention."""
    findings = []
    for item in vragen(draft, omgeving, today):
        if draft.reden_van(item.waarborg.value):
            continue
        field = waarborg_naam(item.waarborg.value)
        if item.reden_nodig:
            findings.append(Finding(field, "Schrijf waarom u toch verder gaat. Dat blijft bij de actie staan."))
        else:
            findings.append(Finding(field, f"{item.lead}. {item.tekst}", Severity.LET_OP))
    return tuple(findings)


def waarborg_naam(code: str) -> str:
    """How a finding names the guard."""
    return f"waarborg.{code}"


def eerdere_stappen(acties: Iterable[CasusActie], day: date) -> tuple[tuple[str, int, date | None], ...]:
    """For each step that normally comes before thuis-school: its name, how often it was done, and when last."""
    done = [item for item in acties if item.gedaan and item.datum <= day]
    found = []
    for code in _EERST_BIJ_THUIS:
        days = [item.datum for item in done if item.actie == code]
        found.append((ACTIE_VAN_CODE[code].kort, len(days), max(days, default=None)))
    return tuple(found)


def open_bookmarks(acties: Iterable[CasusActie]) -> tuple[CasusActie, ...]:
    """Bookmarks to which nobody has come back yet, and for which nobody wrote why not (demand 62)."""
    return tuple(
        item
        for item in acties
        if item.actie == "bookmark"
        and item.gedaan
        and not item.velden.tekst("gesprek_op")
        and not item.reden_van(Waarborg.BOOKMARK.value)
    )


def op_dossier(omgeving: Omgeving, actie: str, today: date) -> tuple[str, ...]:
    """What is already on file, beside the afweging: facts only, no advice (demand 43)."""
    done = [item for item in omgeving.acties if item.gedaan and item.datum <= today]
    lines = [_ladder(done), _zelfde(done, actie), _laatste_incident(omgeving.incidenten), _relatie(done)]
    waiting = open_bookmarks(done)
    if waiting:
        lines.append(f"{_keer(len(waiting), 'bookmark', 'bookmarks')} zonder gesprek daarna.")
    if actie == "thuis_school":
        steps = (f"{name} {times}" if times else f"{name} niet" for name, times, _ in eerdere_stappen(done, today))
        lines.append(f"Eerdere stappen: {', '.join(steps)}.")
    return tuple(line for line in lines if line)


def _connectie(draft: ActieDraft, omgeving: Omgeving, day: date) -> Vraag | None:
    """Eerst connectie: no aankondiging or thuis-school without a recent relatiegebaar (demand 79)."""
    if draft.actie not in ("aankondiging", "thuis_school"):
        return None
    first = day - timedelta(weeks=omgeving.connectie_weken)
    recent = (item for item in omgeving.acties if item.gedaan and first <= item.datum <= day)
    if any(item.actie == "relatiegebaar" for item in recent):
        return None
    weeks = "week" if omgeving.connectie_weken == 1 else f"{omgeving.connectie_weken} weken"
    return Vraag(
        Waarborg.CONNECTIE, "Eerst connectie", f"De laatste {weeks} staat er geen relatiegebaar in deze casus.", True
    )


def _ijzer_koud(draft: ActieDraft, omgeving: Omgeving, day: date) -> Vraag | None:
    """The talk after oranje or rood waits for another day, and both sides are asked (demands 62, 78)."""
    if draft.actie != "gesprek":
        return None
    talks = [item.datum for item in omgeving.acties if item.actie == "gesprek" and item.gedaan and item.datum < day]
    since = max(talks, default=date.min)
    heavy = [(when, mand) for when, mand in omgeving.incidenten if mand in _ERNSTIG and since <= when <= day]
    if not heavy:
        return None
    when, mand = max(heavy, key=lambda item: item[0])
    if when == day:
        text = f"Op deze dag staat er ook een incident in de mand {mand.value}. Wacht liever een dag."
        return Vraag(Waarborg.IJZER_KOUD, "Is het ijzer koud?", text, True)
    sides = {"koud_ons": "bij u", "koud_kind": "bij het kind"}
    missing = [words for code, words in sides.items() if not draft.velden.vink(code)]
    if not missing:
        return None
    text = (
        f"Het laatste incident ({mand.value}) was op {datums.dag_maand(when)}. "
        f"Vink hieronder aan of het ijzer koud is {' en '.join(missing)}."
    )
    return Vraag(Waarborg.IJZER_KOUD, "Is het ijzer koud?", text, True)


def _eerdere_stappen(draft: ActieDraft, omgeving: Omgeving, day: date) -> Vraag | None:
    """Thuis-school is the last step: which earlier ones are on file (demand 74)."""
    if draft.actie != "thuis_school":
        return None
    steps = eerdere_stappen(omgeving.acties, day)
    there = [f"{name} {_keer(times)}, laatst {datums.dag_maand(last)}" for name, times, last in steps if last]
    if there:
        lacking = [name for name, times, _ in steps if not times]
        rest = f" Niet in het dossier: {', '.join(lacking)}." if lacking else ""
        return Vraag(Waarborg.EERDERE_STAPPEN, "Eerdere stappen in deze casus", f"{'; '.join(there)}.{rest}", False, "")
    text = "Thuis-school is de laatste stap. In deze casus staat nog geen eerdere stap."
    return Vraag(Waarborg.EERDERE_STAPPEN, "Er staat geen eerdere stap in het dossier", text, True)


def _schorsing(draft: ActieDraft) -> Vraag | None:
    """Gastklas can count as an internal suspension for the inspectie (demand 69, law 2.3)."""
    if draft.actie != "gastklas":
        return None
    text = (
        "De inspectie kan een gastklas zien als interne schorsing. Dan horen daar een brief aan de ouders en een "
        "reden bij. Beslis dit niet alleen."
    )
    return Vraag(Waarborg.SCHORSING, "Dit kan tellen als schorsing", text, True)


def _gastklas_dagen(draft: ActieDraft, omgeving: Omgeving, day: date, end: date) -> Vraag | None:
    if draft.actie != "gastklas" or end <= day:
        return None
    days, most = omgeving.kalender.tel(day, end), omgeving.gastklas_dagen
    if days is None:
        text = "De vrije dagen van dit schooljaar zijn niet ingevuld. Het programma telt de schooldagen daarom niet."
        return Vraag(Waarborg.GASTKLAS_DAGEN, "De duur is niet geteld", text, False, "")
    if days <= most:
        return None
    text = f"Dit zijn {days} schooldagen. Het plan gaat uit van ten hoogste {most}."
    return Vraag(Waarborg.GASTKLAS_DAGEN, "De gastklas duurt lang", text, True)


def _bookmark(draft: ActieDraft) -> Vraag | None:
    """Come back to a bookmark when the iron is cold; not doing so takes a reason too (demand 62)."""
    if draft.actie != "bookmark" or draft.velden.tekst("gesprek_op").strip():
        return None
    text = "Zolang er geen gesprek is ingevuld, staat deze bookmark bij de taken. Komt er geen gesprek? Zeg waarom."
    return Vraag(Waarborg.BOOKMARK, "Kom hierop terug als het ijzer koud is", text, False, "Geen gesprek, omdat")


def _ladder(done: Sequence[CasusActie]) -> str:
    counts = [(actie.kort, sum(item.actie == actie.code for item in done)) for actie in ACTIES]
    used = [f"{name} {times}" for name, times in counts if times]
    return f"Gedaan: {', '.join(used)}." if used else "Er is in deze casus nog niets gedaan."


def _zelfde(done: Sequence[CasusActie], actie: str) -> str:
    same = [item for item in done if item.actie == actie]
    if not same:
        return ""
    last = same[-1]
    effect = " ".join(last.effect.split())
    return f"Laatste keer {ACTIE_VAN_CODE[actie].kort}: {datums.dag_maand(last.datum)}" + (
        f". Effect: {effect}" if effect else "."
    )


def _laatste_incident(incidenten: Sequence[tuple[date, Mand]]) -> str:
    if not incidenten:
        return ""
    day, mand = max(incidenten, key=lambda item: item[0])
    return f"Laatste incident: {datums.dag_maand(day)}, mand {mand.value}."


def _relatie(done: Sequence[CasusActie]) -> str:
    days = [item.datum for item in done if Pijler.RELATIE in item.pijlers]
    return f"Laatst op Relatie: {datums.dag_maand(max(days))}." if days else "Nog geen actie op Relatie."


def _keer(number: int, one: str = "keer", more: str = "keer") -> str:
    return f"{number} {one if number == 1 else more}"
