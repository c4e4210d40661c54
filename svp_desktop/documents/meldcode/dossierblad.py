"""The whole dossier on paper: every step, statement and answer, with who wrote it and when (demands 121-131)."""

from typing import Any

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import feiten
from svp_desktop.documents.meldcode.delen import Regel, deel, moment, niets, stuk, uitspraak, velden, wanneer
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import (
    MeldcodeAanvulling,
    MeldcodeBlad,
    MeldcodeStap,
    MeldcodeStuk,
    StukInhoud,
    WeegAntwoord,
)
from svp_desktop.domain.meldcode_keuzes import StukSoort, Weegvraag
from svp_desktop.domain.meldcode_logboek import logboek
from svp_desktop.domain.meldcode_stappen import STAP_NAMEN, STAP_VELDEN, STAPPEN
from svp_desktop.domain.meldcode_stukken import STUK_VELDEN
from svp_desktop.domain.meldcode_weging import geldend
from svp_desktop.domain.papier import Briefhoofd

TITEL = "Dossier"
_GEHEIM = "Vertrouwelijk. Bewaar dit achter slot. Leg vast met wie u het deelt."
_NIET = "Niet vastgelegd."
_ROND_STAPPEN = {1: StukSoort.UITSPRAAK, 2: StukSoort.ADVIES, 3: StukSoort.GESPREK}
#: What stands in the dossier beside the steps, in this order.
_ERNAAST = (
    (StukSoort.GEVAAR, "Direct gevaar"),
    (StukSoort.AFSPRAAK, "Afspraken"),
    (StukSoort.TERMIJN, "Termijnen"),
    (StukSoort.VT_VRAAG, "Vragen van Veilig Thuis"),
    (StukSoort.GEDEELD, "Gedeelde gegevens"),
    (StukSoort.ONTERECHT, "Vermoeden onterecht"),
)


def dossierblad(hoofd: Briefhoofd, blad: MeldcodeBlad, op: str) -> bytes:
    """All that a dossier holds; `op` tells when and by whom this paper was made. Raises PapierFout."""
    record = Record()
    story: list[Any] = [*blok(record, "", _GEHEIM, f"Gemaakt {op}."), *_kop(record, blad)]
    for number in STAPPEN:
        story += _stap(record, blad, number)
    for soort, title in _ERNAAST:
        found = [one for one in blad.stukken if one.soort is soort]
        if found:
            story += deel(record, title)
            for one in found:
                story += _stuk(record, one)
    story += _logboek(record, blad)
    return make(hoofd, TITEL, story, record)


def _kop(record: Record, blad: MeldcodeBlad) -> list[Any]:
    head = blad.kop
    lines = [
        ("Dossier", blad.dossier.nummer),
        ("Over", label(head.soort)),
        ("Naam", blad.over_wie),
        ("Groep", blad.dossier.groep),
        ("Begonnen op", datums.in_woorden(blad.dossier.geopend_op)),
        ("Gesloten op", datums.in_woorden(blad.dossier.gesloten_op) if blad.dossier.gesloten_op else ""),
        ("Waarom gesloten", label(blad.afloop) if blad.afloop else ""),
        ("Wie de stappen zet", ", ".join(part for part in (head.eigenaar, head.eigenaar_rol) if part)),
        ("Wie toeziet", head.toezicht),
    ]
    people = [(one.naam, _persoon(one.wie, one.geboren)) for one in head.personen if one.naam]
    return [
        *feiten(record, "Dit dossier", lines),
        *feiten(record, "Om wie het gaat", people),
        *stuk(record, "Aanleiding", [("", head.aanleiding)]),
    ]


def _persoon(wie: str, geboren: str) -> str:
    return ", ".join(part for part in (wie, f"geboren {geboren}" if geboren else "") if part) or "geen gegevens"


def _stap(record: Record, blad: MeldcodeBlad, number: int) -> list[Any]:
    rounds = [one for one in blad.stappen if one.nummer == number]
    story = deel(record, f"Stap {number}. {STAP_NAMEN[number]}")
    if not rounds and not (number == 4 and blad.antwoorden):
        story += niets(record, "Deze stap is nog niet begonnen.")
    for one in rounds:
        story += _ronde(record, one, meer=len(rounds) > 1)
    soort = _ROND_STAPPEN.get(number)
    for record_of in (one for one in blad.stukken if one.soort is soort):
        story += _stuk(record, record_of)
    return [*story, *_weging(record, blad)] if number == 4 else story


def _ronde(record: Record, stap: MeldcodeStap, *, meer: bool) -> list[Any]:
    done = f"Afgerond {moment(stap.afgerond_op, stap.afgerond_door)}." if stap.afgerond_op else "Nog niet afgerond."
    lines = velden(STAP_VELDEN[stap.nummer], stap.inhoud) or [("", _NIET)]
    foot = f"Geschreven {moment(stap.op, stap.door)}. {done}"
    heading = f"Ronde {stap.ronde}" if meer else ""
    return stuk(record, heading, [*lines, *_aanvullingen(stap.aanvullingen)], foot)


def _stuk(record: Record, one: MeldcodeStuk) -> list[Any]:
    if one.soort is StukSoort.UITSPRAAK and one.staat_er and not one.eerder and not one.aanvullingen:
        return uitspraak(record, one, erbij=f"Vastgelegd {moment(one.op, one.door)}.")
    lines = [*_inhoud(one.soort, one.inhoud)]
    for earlier in one.eerder:
        words = "; ".join(f"{name}: {value}" for name, value in _inhoud(one.soort, earlier.inhoud))
        lines.append((f"Eerder stond hier ({moment(earlier.op, earlier.door)})", words))
    lines += _aanvullingen(one.aanvullingen)
    gone = "" if one.weggehaald_op is None else f" Weggehaald {moment(one.weggehaald_op, '')}."
    return stuk(record, wanneer(one), lines, f"Vastgelegd {moment(one.op, one.door)}.{gone}")


def _inhoud(soort: StukSoort, inhoud: StukInhoud) -> list[Regel]:
    return velden(STUK_VELDEN[soort], inhoud, ("datum", "tijd")) or [("", _NIET)]


def _aanvullingen(items: tuple[MeldcodeAanvulling, ...]) -> list[Regel]:
    return [(f"Aanvulling ({moment(item.op, item.door)})", item.tekst) for item in items]


def _weging(record: Record, blad: MeldcodeBlad) -> list[Any]:
    story: list[Any] = []
    in_force = geldend(blad.antwoorden)
    for number, vraag in enumerate(Weegvraag, 1):
        for answer in (one for one in blad.antwoorden if one.vraag is vraag):
            old = "" if in_force[vraag] is answer else " Later opnieuw beantwoord."
            story += stuk(record, f"Vraag {number}", _antwoord(answer), f"{moment(answer.op, answer.door)}.{old}")
    return story or niets(record, "Er is nog geen afwegingsvraag beantwoord.")


def _antwoord(answer: WeegAntwoord) -> list[Regel]:
    lines = [
        ("", answer.gevraagd),
        ("Antwoord", label(answer.keuze)),
        ("Reden", answer.reden),
        ("Besproken met", answer.overleg),
    ]
    return [(name, value) for name, value in lines if value.strip()]


def _logboek(record: Record, blad: MeldcodeBlad) -> list[Any]:
    story = deel(record, "Logboek")
    for line in reversed(logboek(blad)):
        kind = f" ({label(line.aard)})" if line.aard else ""
        who = f" {line.door}." if line.door else ""
        said = f"{datums.tijd_kort(line.op.time())} uur. {line.tekst}{kind}{who}"
        story += stuk(record, datums.kort(line.op.date()), [("", said)])
    return story
