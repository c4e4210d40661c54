"""Zedenmisdrijf on paper: what to do now, and what was recorded (WPO art. 4a)."""

from collections.abc import Sequence
from typing import Any

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import Lijn, feiten, tekst
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.zedenmelding import Aanvulling, Zedenmelding

#: Neutral: it may lie on a desk.
TITEL = "Meld-, overleg- en aangifteplicht"
_WHO = "Voor iedereen die werkt voor de school, ook de interne vertrouwenspersoon."
_SAFE = "Bewaar dit blad achter slot, of vernietig het zodra het bestuur het heeft."


def checklist(hoofd: Briefhoofd, stappen: Sequence[str], nummers: Sequence[tuple[str, str]]) -> bytes:
    """What to do, step by step, with whom to call. Raises PapierFout."""
    record = Record()
    return make(hoofd, TITEL, [*blok(record, "", _WHO), *_duty(record, stappen, nummers)], record)


def zedenblad(
    hoofd: Briefhoofd,
    melding: Zedenmelding,
    door: str,
    aanvullingen: Sequence[Aanvulling],
    stappen: Sequence[str],
    nummers: Sequence[tuple[str, str]],
) -> bytes:
    """What was recorded, by whom, and then what to do. Raises PapierFout."""
    record = Record()
    story: list[Any] = [
        *blok(record, "", _SAFE),
        *feiten(record, "Vastgelegd", _facts(melding, door)),
        *tekst(record, "Wat is er gezegd of gezien", melding.wat),
        *(tekst(record, "Al gedaan", melding.gedaan) if melding.gedaan else ()),
        *feiten(record, "Bestuur", _board(melding)),
    ]
    for one in aanvullingen:
        moment = f"Aangevuld {datums.dag_maand(one.op.date())} om {datums.tijd_kort(one.op.time())}"
        story += tekst(record, moment, f"{one.tekst}\n{one.door}")
    return make(hoofd, TITEL, [*story, Lijn(record), *_duty(record, stappen, nummers)], record)


def _duty(record: Record, stappen: Sequence[str], nummers: Sequence[tuple[str, str]]) -> list[Any]:
    called = feiten(record, "Bellen", nummers, 48 * MM) if nummers else []
    return [*blok(record, "Dit doet u nu", stappen=stappen), *called]


def _facts(melding: Zedenmelding, door: str) -> list[tuple[str, str]]:
    hour = f", {datums.tijd_kort(melding.gehoord_om)} uur" if melding.gehoord_om else ""
    lines = [
        ("Gehoord op", f"{datums.in_woorden(melding.gehoord_op)}{hour}"),
        ("Hoe", label(melding.hoe)),
        ("Om wie gaat het", melding.over_wie),
        ("Welk kind", melding.kind),
        ("Vastgelegd door", door),
    ]
    return [(name, value) for name, value in lines if value]


def _board(melding: Zedenmelding) -> list[tuple[str, str]]:
    if melding.bestuur_op is None:
        return [("Nog niet ingelicht", melding.bestuur_nog_niet)]
    hour = f", {datums.tijd_kort(melding.bestuur_om)} uur" if melding.bestuur_om else ""
    return [("Ingelicht op", f"{datums.in_woorden(melding.bestuur_op)}{hour}"), ("Wie", melding.bestuur_wie)]
