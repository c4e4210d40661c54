"""What is recorded when someone with a task for the school may be involved in a sexual offence (WPO art. 4a).

Who hears of it tells the board directly and does not investigate. The record holds what was heard, in the words that
were used, and when the board was told; it is no report of an investigation.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.invoer import schoon


class HoeGehoord(Enum):
    """How someone came to know it."""

    KIND = "kind"
    OUDER = "ouder"
    COLLEGA = "collega"
    ZELF = "zelf"
    ANDERS = "anders"


class GeenOntvanger(UserFacing):
    """Nobody is left who can read the record."""

    what = "Er is niemand gekozen die dit kan lezen."
    safe = "Wat u typte, staat er nog."
    now = "Kies ten minste één persoon, of druk het formulier af en geef het aan het bestuur."


@dataclass(frozen=True, slots=True)
class ZedenDraft:
    """The form as typed; days and times as text."""

    gehoord_op: str = ""
    gehoord_om: str = ""
    hoe: HoeGehoord | None = None
    wat: str = ""
    over_wie: str = ""
    kind: str = ""
    gedaan: str = ""
    bestuur_wie: str = ""
    bestuur_op: str = ""
    bestuur_om: str = ""
    bestuur_nog_niet: str = ""


@dataclass(frozen=True, slots=True)
class Zedenmelding:
    """The record. `over_wie` is the person with a task for the school, `kind` the pupil; `bestuur_nog_niet` says why
    the board was not told yet, and is empty when it was."""

    gehoord_op: date
    gehoord_om: time | None
    hoe: HoeGehoord
    wat: str
    over_wie: str
    kind: str = ""
    gedaan: str = ""
    bestuur_wie: str = ""
    bestuur_op: date | None = None
    bestuur_om: time | None = None
    bestuur_nog_niet: str = ""


class Houder(NamedTuple):
    """Someone who can read these records: the account and its name."""

    account_id: str
    naam: str
    ik: bool


class ZedenRegel(NamedTuple):
    """A record as its readers see it in a list: nobody it is about. `eigen` when this account wrote it itself,
    `gesloten_kring` when not every holder may read it."""

    uuid: str
    op: datetime
    afzender: str
    bestuur_op: date | None
    aanvullingen: int
    gesloten_kring: bool
    eigen: bool


class Aanvulling(NamedTuple):
    """What a reader added later."""

    op: datetime
    door: str
    tekst: str


class ZedenBlad(NamedTuple):
    """A record with all that was added to it."""

    regel: ZedenRegel
    melding: Zedenmelding
    aanvullingen: tuple[Aanvulling, ...]


def check_zeden(draft: ZedenDraft, today: date) -> tuple[Finding, ...]:
    """Findings of the form, one a field."""
    findings = [*_day("gehoord_op", draft.gehoord_op, today), *_hour("gehoord_om", draft.gehoord_om)]
    if draft.hoe is None:
        findings.append(Finding("hoe", "Kies hoe u het hoorde."))
    if not draft.wat.strip():
        findings.append(Finding("wat", "Schrijf op wat er is gezegd of gezien, zo letterlijk mogelijk."))
    if not draft.over_wie.strip():
        findings.append(Finding("over_wie", "Schrijf op om wie het gaat. Een functie mag ook."))
    return (*findings, *_board(draft, today))


def _board(draft: ZedenDraft, today: date) -> list[Finding]:
    """The board is told, by whom it was heard, or it says why not yet: the duty is never passed over in silence."""
    if draft.bestuur_nog_niet.strip() and not (draft.bestuur_wie.strip() or draft.bestuur_op.strip()):
        return []
    if not draft.bestuur_wie.strip():
        return [Finding("bestuur_wie", "Wie van het bestuur hebt u gesproken? Zo niet: schrijf hieronder waarom.")]
    return [*_day("bestuur_op", draft.bestuur_op, today), *_hour("bestuur_om", draft.bestuur_om)]


def parse_zeden(draft: ZedenDraft, today: date) -> Zedenmelding:
    """The record. Raises InvoerOnjuist."""
    draft = schoon(draft)
    findings = blocking(check_zeden(draft, today))
    if findings:
        raise InvoerOnjuist(findings)
    assert draft.hoe is not None
    told = bool(draft.bestuur_wie.strip())
    return Zedenmelding(
        gehoord_op=_known_day(draft.gehoord_op, today),
        gehoord_om=_known_hour(draft.gehoord_om),
        hoe=draft.hoe,
        wat=draft.wat.strip(),
        over_wie=draft.over_wie.strip(),
        kind=draft.kind.strip(),
        gedaan=draft.gedaan.strip(),
        bestuur_wie=draft.bestuur_wie.strip(),
        bestuur_op=_known_day(draft.bestuur_op, today) if told else None,
        bestuur_om=_known_hour(draft.bestuur_om) if told else None,
        bestuur_nog_niet="" if told else draft.bestuur_nog_niet.strip(),
    )


def nieuwe_draft(nu: datetime) -> ZedenDraft:
    """An empty form, heard now."""
    return ZedenDraft(gehoord_op=datums.kort(nu.date()), gehoord_om=datums.tijd_kort(nu.time()))


def _day(field: str, text: str, today: date) -> list[Finding]:
    found = datums.parse_datum(text, today)
    if isinstance(found, Finding):
        return [replace(found, field=field)]
    return [Finding(field, "Deze dag moet nog komen.")] if found > today else []


def _hour(field: str, text: str) -> list[Finding]:
    if not text.strip():
        return []
    found = datums.parse_tijd(text)
    return [replace(found, field=field)] if isinstance(found, Finding) else []


def _known_day(text: str, today: date) -> date:
    found = datums.parse_datum(text, today)
    assert isinstance(found, date)
    return found


def _known_hour(text: str) -> time | None:
    found = datums.parse_tijd(text) if text.strip() else None
    assert not isinstance(found, Finding)
    return found
