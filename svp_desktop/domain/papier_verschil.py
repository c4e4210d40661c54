"""What differs between two versions of a paper, in words: for who has to know what was corrected (demand 18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from svp_desktop.domain import datums
from svp_desktop.domain.papier import Blok, PapierDraft

_AROUND = 8


class WoordenStand(Enum):
    """What became of a piece of text."""

    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"


@dataclass(frozen=True, slots=True)
class PapierWoorden:
    """Some words, and whether they stayed, went or came."""

    tekst: str
    stand: WoordenStand


@dataclass(frozen=True, slots=True)
class PapierVerschil:
    """One part of a paper that is another now; `titel` is its name in the composer, `wat` says it in a few words."""

    titel: str
    wat: str
    woorden: tuple[PapierWoorden, ...] = ()


def vergelijk(oud: PapierDraft, nieuw: PapierDraft) -> tuple[PapierVerschil, ...]:
    """Every part of `nieuw` that is not as it was in `oud`, from top to bottom; empty when both say the same."""
    return tuple(_verschillen(oud, nieuw))


def _verschillen(oud: PapierDraft, nieuw: PapierDraft) -> Iterator[PapierVerschil]:
    for titel, before, after in (
        ("Aan wie", _mensen(oud), _mensen(nieuw)),
        ("Datum", _dag(oud), _dag(nieuw)),
        ("Onderwerp", oud.onderwerp, nieuw.onderwerp),
        ("Aanhef", oud.aanhef, nieuw.aanhef),
    ):
        if before != after:
            yield PapierVerschil(titel, "anders", woorden(before, after))
    yield from _blokken(_gedrukt(oud), _gedrukt(nieuw))
    if _moment(oud) != _moment(nieuw):
        yield PapierVerschil("Voorlezen", "anders", woorden(_moment(oud), _moment(nieuw)))
    signed = tuple(", ".join(item.naam for item in draft.ondertekenaars) for draft in (oud, nieuw))
    if signed[0] != signed[1]:
        yield PapierVerschil("Ondertekening", "anders", woorden(*signed))
    if (oud.tekening, oud.eigen_beeld) != (nieuw.tekening, nieuw.eigen_beeld):
        yield PapierVerschil("Tekening", "een andere tekening")
    if oud.groot is not nieuw.groot:
        yield PapierVerschil("Letters", "grote letters" if nieuw.groot else "gewone letters")


def _blokken(oud: dict[str, Blok], nieuw: dict[str, Blok]) -> Iterator[PapierVerschil]:
    for code, blok in nieuw.items():
        before = oud.get(code)
        if before is None:
            yield PapierVerschil(blok.titel, "nieuw", woorden("", blok.tekst))
        elif (before.titel, before.tekst) != (blok.titel, blok.tekst):
            yield PapierVerschil(blok.titel, "anders", woorden(_blokwoorden(before), _blokwoorden(blok)))
        elif (before.alineas, before.regels) != (blok.alineas, blok.regels):
            yield PapierVerschil(blok.titel, "anders opgemaakt")
    for code, blok in oud.items():
        if code not in nieuw:
            yield PapierVerschil(blok.titel, "weggelaten", woorden(blok.tekst, ""))
    both = [code for code in oud if code in nieuw]
    if both != [code for code in nieuw if code in oud]:
        yield PapierVerschil("Volgorde", "de blokken staan in een andere volgorde")


def woorden(oud: str, nieuw: str) -> tuple[PapierWoorden, ...]:
    """The words of both texts in reading order; long stretches that stayed are cut to their ends."""
    before, after = oud.split(), nieuw.split()
    found: list[PapierWoorden] = []
    for kind, i0, i1, j0, j1 in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(PapierWoorden(_kort(after[j0:j1], first=j0 == 0, last=j1 == len(after)), WoordenStand.GELIJK))
            continue
        if i1 > i0:
            found.append(PapierWoorden(" ".join(before[i0:i1]), WoordenStand.WEG))
        if j1 > j0:
            found.append(PapierWoorden(" ".join(after[j0:j1]), WoordenStand.NIEUW))
    return tuple(found)


def _kort(words: list[str], *, first: bool, last: bool) -> str:
    """Words that stayed: only those next to a change are needed to find the place."""
    if len(words) <= 2 * _AROUND:
        return " ".join(words)
    head = [] if first else words[:_AROUND]
    tail = [] if last else words[-_AROUND:]
    return " ".join((*head, "…", *tail))


def _gedrukt(draft: PapierDraft) -> dict[str, Blok]:
    return {blok.code: blok for blok in draft.blokken if blok.aan}


def _blokwoorden(blok: Blok) -> str:
    return f"{blok.titel}: {blok.tekst}" if blok.eigen else blok.tekst


def _mensen(draft: PapierDraft) -> str:
    return ", ".join(" ".join((item.vermelding, *item.adresregels)) for item in draft.ontvangers if item.gekozen)


def _dag(draft: PapierDraft) -> str:
    return datums.in_woorden(draft.datum) if draft.datum else ""


def _moment(draft: PapierDraft) -> str:
    moment = draft.moment
    day = datums.in_woorden(moment.dag) if moment.dag else ""
    clock = f"{datums.tijd_kort(moment.tijd)} uur" if moment.tijd else ""
    return ", ".join(part for part in (day, clock, moment.plaats.strip(), *moment.aanwezig) if part)
