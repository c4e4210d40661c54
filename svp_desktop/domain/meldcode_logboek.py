"""The log of a dossier: everything that was written in it, the newest first. It follows from the records themselves."""

from datetime import datetime
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import (
    GedeeldeGegevens,
    MeldcodeBlad,
    MeldcodeGesprek,
    MeldcodeStuk,
    StukInhoud,
    Uitspraak,
    VtAdvies,
    WeegAntwoord,
)
from svp_desktop.domain.meldcode_keuzes import StukSoort, Weegvraag
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.domain.meldcode_stappen import STAP_NAMEN
from svp_desktop.domain.meldcode_weging import antwoord_woord


class LogRegel(NamedTuple):
    """One line: the local moment, who, and what. `aard` only with a note that was tagged before."""

    op: datetime
    door: str
    tekst: str
    aard: Aard | None = None
    stuk_id: int | None = None


_BEGIN = {
    StukSoort.UITSPRAAK: "Uitspraak vastgelegd",
    StukSoort.AFSPRAAK: "Afspraak vastgelegd",
    StukSoort.VT_VRAAG: "Vraag van Veilig Thuis vastgelegd",
    StukSoort.GEVAAR: "Direct gevaar vastgelegd",
    StukSoort.TERMIJN: "Termijn vastgelegd",
    StukSoort.ONTERECHT: "Vastgelegd: vermoeden onterecht",
}
_PAPIER = {"afgedrukt": "afgedrukt", "opgeslagen": "als bestand opgeslagen"}


def logboek(blad: MeldcodeBlad) -> tuple[LogRegel, ...]:
    """Every line, the newest first; at the same moment what came last stands on top."""
    lines: list[LogRegel] = []
    for note in blad.aantekeningen:
        if note.weggehaald_op is None:
            with_whom = f"{note.inhoud.met_wie}: " if note.inhoud.met_wie else ""
            lines.append(LogRegel(note.op, note.door, f"{with_whom}{note.inhoud.tekst}", note.inhoud.aard))
        else:
            day = datums.lijst(note.inhoud.datum)
            lines.append(LogRegel(note.weggehaald_op, "", f"Aantekening van {day} weggehaald."))
    for stuk in blad.stukken:
        lines += _stuk(stuk)
    for stap in blad.stappen:
        name = f"Stap {stap.nummer}, {STAP_NAMEN[stap.nummer].lower()}"
        again = " opnieuw" if stap.ronde > 1 else ""
        lines.append(LogRegel(stap.geopend_op, "", f"{name}: begonnen{again}."))
        if stap.afgerond_op is not None:
            lines.append(LogRegel(stap.afgerond_op, stap.afgerond_door, f"{name}: afgerond."))
        lines += [LogRegel(one.op, one.door, f"{name}, aanvulling: {one.tekst}") for one in stap.aanvullingen]
    lines += [_antwoord(answer) for answer in blad.antwoorden]
    lines += [
        LogRegel(one.op, one.door, f"{label(MeldcodePapier(one.soort))} {_PAPIER[one.wijze]}.") for one in blad.papieren
    ]
    lines.sort(key=lambda line: line.op)
    return tuple(reversed(lines))


def _stuk(stuk: MeldcodeStuk) -> list[LogRegel]:
    first = stuk.eerder[0] if stuk.eerder else stuk
    lines = [LogRegel(first.op, first.door, _begin(stuk.soort, first.inhoud), stuk_id=stuk.id)]
    if stuk.eerder:
        better = f"{label(stuk.soort)} verbeterd. De eerdere tekst is bewaard."
        lines += [LogRegel(one.op, one.door, better) for one in stuk.eerder[1:]]
        lines.append(LogRegel(stuk.op, stuk.door, better))
    lines += [LogRegel(one.op, one.door, f"{label(stuk.soort)}, aanvulling: {one.tekst}") for one in stuk.aanvullingen]
    if stuk.weggehaald_op is not None:
        lines.append(LogRegel(stuk.weggehaald_op, "", f"{label(stuk.soort)} weggehaald. De tekst is bewaard."))
    return lines


def _begin(soort: StukSoort, inhoud: StukInhoud) -> str:
    if isinstance(inhoud, VtAdvies):
        return f"Advies van Veilig Thuis ({inhoud.medewerker})."
    if isinstance(inhoud, MeldcodeGesprek):
        return f"Gesprek met {inhoud.met_wie}."
    if isinstance(inhoud, GedeeldeGegevens):
        return f"Gegevens gedeeld met {inhoud.met_wie}."
    if isinstance(inhoud, Uitspraak) and inhoud.aard is not None:
        way = f", {label(inhoud.richting)}" if inhoud.richting else ""
        return f"{label(inhoud.aard)} vastgelegd{way}."
    return f"{_BEGIN[soort]}."


def _antwoord(answer: WeegAntwoord) -> LogRegel:
    number = list(Weegvraag).index(answer.vraag) + 1
    said = antwoord_woord(answer.vraag, answer.keuze).lower()
    return LogRegel(answer.op, answer.door, f"Vraag {number}, {label(answer.vraag).lower()}: {said}.")
