"""What the guards read in the words of a paper: open places, tone, promises, and names of other children."""

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from svp_desktop.domain.namen import vouw

_OPEN_PLACE = re.compile(
    r"\[\s*vul in[^\]]*\]?|\{[A-Za-z_]+\??\}|\[\s*(?:\.{2,}|…|naam|datum)\s*\]|…{2,}|\.{4,}|_{3,}", re.I
)
#: Dots and lines are room to write on a sheet that is filled in by hand.
_HANDSCHRIFT = re.compile(r"…{2,}|\.{4,}|_{3,}")
_STRAF = re.compile(r"\b\w*straf\w*", re.I)
_THREAT = re.compile(r"\b(?:als|wanneer|indien) (?:je|jij|jullie)\b[^.?!\n]*\bdan\b", re.I)
_SOFT_THREAT = re.compile(
    r"\banders (?:moet|mag|ga|zul|krijg)\w*|\blaatste kans\b|\bwaarschuw\w*|\bdit is de laatste keer\b|\bgevolgen\b",
    re.I,
)
_LABEL = re.compile(r"\b(?:mede)?(?:daders?|pesters?|slachtoffers?|pestkop(?:pen)?|lastpak|aggressor|agressor)\b", re.I)
_PROMISE = re.compile(r"\b(snel|binnenkort|gauw|later deze week|zo spoedig mogelijk|spoedig|weldra|af en toe)\b", re.I)
_A_DAY = re.compile(
    r"\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|vandaag|morgen|elke (?:school)?dag|"
    r"\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))\b",
    re.I,
)
_ADULT = re.compile(
    r"\b(?:juf|juffrouw|meester|mevrouw|meneer|de heer|oma|opa|tante|oom|trainer|dokter)\s+(?:\w\.\s*)*"
    r"(?:(?:van|de|der|den|el|ter|ten)\s+)*[\w’'-]+",
    re.I,
)


_WORD = re.compile(r"\w+")


class Gelezen(NamedTuple):
    """Words that a guard stops at, as they stand in the text; `zeker` False when they may be meant otherwise."""

    woorden: str
    zeker: bool = True


def open_plekken(text: str, *, handschrift: bool = False) -> Iterable[str]:
    """The places that are still to be filled in; on a sheet for `handschrift` dots and lines are none."""
    for match in _OPEN_PLACE.finditer(text):
        if not (handschrift and _HANDSCHRIFT.fullmatch(match[0])):
            yield match[0]


def dreigt(text: str) -> bool:
    """Whether a text speaks of what a child deserves, a word that no paper or talk of the plan knows."""
    return _STRAF.search(text) is not None


def straf(text: str) -> Iterable[Gelezen]:
    """The word that no paper of the plan knows, in any form."""
    return _words(text, _STRAF)


def dreiging(text: str, roepnaam: str = "") -> Iterable[Gelezen]:
    """Sentences of if and then to a child, and words that sound like them; about the child they are less sure."""
    yield from _words(text, _THREAT)
    yield from _words(text, _SOFT_THREAT, zeker=False)
    if roepnaam.strip():
        about = rf"\b(?:als|wanneer|indien) {re.escape(roepnaam.strip())}\b[^.?!\n]*\bdan\b"
        yield from _words(text, re.compile(about, re.I), zeker=False)


def etiketten(text: str) -> Iterable[Gelezen]:
    """Words that name a child after what it did or what was done to it."""
    return _words(text, _LABEL)


def beloften(text: str) -> Iterable[Gelezen]:
    """Promises in a sentence without a day."""
    for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
        if not _A_DAY.search(sentence):
            yield from _words(sentence, _PROMISE)


def andere_kinderen(text: str, namen: Set[str], roepnaam: str, volwassenen: Sequence[str]) -> Iterable[Gelezen]:
    """Names of other children. In small letters it may be a word (roos, storm): then it is not sure."""
    own = {vouw(roepnaam)}
    names = [name for name in sorted(namen) if len(name.strip()) > 1 and vouw(name) not in own]
    if not names:
        return
    alternatives = "|".join(re.escape(vouw(name)) for name in sorted(names, key=len, reverse=True))
    # the child itself is also among those who are there: another child of that name keeps its whole name in the text
    cleared = _clear(text, [name for name in volwassenen if vouw(name) not in own])
    for match in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", _fold_in_place(cleared)):
        written = cleared[match.start() : match.end()]
        yield Gelezen(written, written[:1].isupper())


def te_vinden(text: str, namen: Set[str]) -> frozenset[str]:
    """Those of many names of which every word stands somewhere in the text."""
    there = set(_WORD.findall(vouw(text)))
    return frozenset(name for name in namen if there.issuperset(_WORD.findall(vouw(name))))


def _words(text: str, pattern: re.Pattern[str], *, zeker: bool = True) -> Iterable[Gelezen]:
    seen: set[str] = set()
    for match in pattern.finditer(text):
        words = match[0].strip()
        if vouw(words) not in seen:
            seen.add(vouw(words))
            yield Gelezen(words, zeker)


def _clear(text: str, known: Sequence[str]) -> str:
    """The text with adults ("juf Marit") and those who sign or are present taken out; places stay the same."""
    cleared = _ADULT.sub(lambda match: "·" * len(match[0]), text)
    for name in sorted((name for name in known if name.strip()), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.I)
        cleared = pattern.sub(lambda match: "·" * len(match[0]), cleared)
    return cleared


def _fold_in_place(text: str) -> str:
    """Folded letter by letter, so that places in the folded text are places in the text."""
    return "".join((vouw(char) or char)[:1] for char in text)
