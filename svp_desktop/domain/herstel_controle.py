"""What a check of a herstelgesprek says beside its fields (84, 87).

Few things stop: a day that is no day, and a talk that was held before everything was ready without saying why.
"""

import re
from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.herstelgesprek import (
    HerstelgesprekDraft,
    HerstelRol,
    HerstelTekst,
    Voorwaarde,
    kanten,
)
from svp_desktop.domain.papier_taal import dreigt

_DAGEN = ("gepland_op", "gehouden_op", "gebaar_op", "ontvangen_op", "evaluatie_op")
_GEWEEST = ("gehouden_op", "gebaar_op", "ontvangen_op")
_KORT = {
    Voorwaarde.KOUD_ONS: "ijzer koud bij ons",
    Voorwaarde.KOUD_KIND: "ijzer koud bij het kind",
    Voorwaarde.KOUD_GERAAKT: "ijzer koud bij wie geraakt is",
    Voorwaarde.THUIS: "thuis voorbereid",
    Voorwaarde.GROEP: "groep voorbereid",
    Voorwaarde.VRIJWILLIG: "iedereen wil",
}
#: Whose names do not belong in what the group is told.
_NIET_NOEMEN = (HerstelRol.GERAAKT, HerstelRol.OUDER, HerstelRol.STEUNFIGUUR)

Dagen = dict[str, "date | Finding | None"]


def check_herstelgesprek(
    draft: HerstelgesprekDraft, today: date, geen_school: frozenset[date] = frozenset()
) -> tuple[Finding, ...]:
    """Findings of a draft, in the order of the form; `geen_school`: days on which there is no school."""
    days: Dagen = {name: _dag(getattr(draft, name), today) for name in _DAGEN}
    held = days["gehouden_op"]
    findings = [Finding(name, day.message) for name, day in days.items() if isinstance(day, Finding)]
    findings += [
        Finding(name, "Deze dag is nog niet geweest.")
        for name in _GEWEEST
        if isinstance(day := days[name], date) and day > today
    ]
    findings += _moment(draft, days, geen_school)
    findings += _doel(draft.tekst)
    if isinstance(held, date):
        findings += _gehouden(draft.tekst)
    findings += _gebaar(draft, days)
    findings += _afspraken(draft, today)
    findings += _terugkoppeling(draft.tekst)
    findings += _evaluatie(draft, days)
    return tuple(findings)


def _moment(draft: HerstelgesprekDraft, days: Dagen, geen_school: frozenset[date]) -> list[Finding]:
    findings = []
    text, planned = draft.tekst.tijd.strip(), days["gepland_op"]
    at = datums.parse_tijd(text) if text else None
    if isinstance(at, Finding):
        findings.append(Finding("tijd", at.message))
    if isinstance(planned, date) and days["gehouden_op"] is None and planned in geen_school:
        findings.append(Finding("gepland_op", "Op deze dag is er geen school.", Severity.LET_OP))
    return findings


def _doel(tekst: HerstelTekst) -> list[Finding]:
    if dreigt(tekst.doel):
        message = "Een herstelgesprek gaat over goedmaken. Kies een ander woord."
        return [Finding("doel", message, Severity.LET_OP)]
    return []


def _gehouden(tekst: HerstelTekst) -> list[Finding]:
    """What a talk that was held asks: what was not ready needs a reason, the rest only attention."""
    findings = []
    missing = [item for item in Voorwaarde if item not in tekst.voorwaarden]
    if missing and not tekst.toch_verder.strip():
        message = f"Niet aangevinkt: {', '.join(map(_KORT.__getitem__, missing))}. Schrijf waarom u toch verder ging."
        findings.append(Finding("toch_verder", message))
    if not any(item.rol is HerstelRol.GESPREKSLEIDER for item in tekst.deelnemers):
        findings.append(Finding("deelnemers", "Wie leidde het gesprek?", Severity.LET_OP))
    heard = kanten(tekst.deelnemers)
    words = {HerstelRol.KIND: "het kind", HerstelRol.GERAAKT: "wie geraakt is"}
    silent = [word for rol, word in words.items() if not heard[rol]]
    if silent:
        message = f"Er staat nog geen antwoord van {' en van '.join(silent)}. Dit mag later."
        findings.append(Finding("antwoorden", message, Severity.LET_OP))
    return findings


def _gebaar(draft: HerstelgesprekDraft, days: Dagen) -> list[Finding]:
    done, received, findings = days["gebaar_op"], days["ontvangen_op"], []
    if (done or received) and not draft.tekst.gebaar.strip():
        findings.append(Finding("gebaar", "Wat was het gebaar? Dit mag later.", Severity.LET_OP))
    if isinstance(received, date) and done is None:
        findings.append(Finding("gebaar_op", "Wanneer is het gebaar gedaan?", Severity.LET_OP))
    if isinstance(done, date) and isinstance(received, date) and received < done:
        findings.append(Finding("ontvangen_op", "Deze dag ligt vóór de dag waarop het gebaar is gedaan."))
    if isinstance(done, date) and received is None:
        message = "Vraag wie geraakt is of het gebaar is aangekomen. Dat kind zegt of het genoeg is."
        findings.append(Finding("ontvangen_op", message, Severity.LET_OP))
    return findings


def _afspraken(draft: HerstelgesprekDraft, today: date) -> list[Finding]:
    for item in draft.afspraken:
        for text in (item.wanneer, item.gedaan_op):
            day = _dag(text, today)
            if isinstance(day, Finding):
                return [Finding("afspraken", day.message)]
        if not item.leeg and not item.wat.strip():
            return [Finding("afspraken", "Schrijf bij elke afspraak wat er gaat gebeuren.")]
    return []


def _terugkoppeling(tekst: HerstelTekst) -> list[Finding]:
    """The group is told what concerns it, without the names of others."""
    for item in tekst.deelnemers:
        first = item.naam.split(" ")[0]
        if item.rol in _NIET_NOEMEN and first and re.search(rf"\b{re.escape(first)}\b", tekst.terugkoppeling, re.I):
            message = f"Hier staat een naam ({first}). Vertel het de groep zonder namen van anderen."
            return [Finding("terugkoppeling", message, Severity.LET_OP)]
    return []


def _evaluatie(draft: HerstelgesprekDraft, days: Dagen) -> list[Finding]:
    held, day = days["gehouden_op"], days["evaluatie_op"]
    if isinstance(held, date) and isinstance(day, date) and day < held:
        return [Finding("evaluatie_op", "Deze dag ligt vóór het gesprek.")]
    if isinstance(held, date) and day is None and not draft.tekst.evaluatie.strip():
        return [Finding("evaluatie_op", "Wanneer kijkt u samen terug? Dit mag later.", Severity.LET_OP)]
    return []


def _dag(text: str, today: date) -> date | Finding | None:
    return datums.parse_nabij(text, today) if text.strip() else None
