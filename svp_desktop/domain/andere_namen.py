"""Names of other children in a text about one child: found however they are typed, and replaced (demand 68).

A letter of one child never names another. What cannot be replaced with certainty is not used at all.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from svp_desktop.domain.namen import vouw
from svp_desktop.domain.school import Naam

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBERS = ("", "een", "twee", "drie", "vier", "vijf", "zes")
# Dutch plural of what stands for a name.
_PLURAL = {"een klasgenoot": "klasgenoten", "een ander kind": "andere kinderen"}


class Vervanging(NamedTuple):
    """A name and what a letter says instead: "een klasgenoot", or "jij" for the child itself."""

    naam: Naam
    door: str


def vervang_namen(text: str, vervangingen: Sequence[Vervanging]) -> str:
    """The text with every name replaced: full names first, then first names, then surnames.

    An earlier replacement wins when two children share a name. Only words with a capital are taken for names.
    """
    forms = _forms(vervangingen)
    found = [(match.start(), match.end(), "".join(_woorden(match[0]))) for match in _WORD.finditer(text)]
    parts, at, here = [], 0, 0
    while at < len(found):
        start = found[at][0]
        size, door = _longest(forms, [word for _start, _end, word in found[at:]]) if text[start].isupper() else (0, "")
        if size:
            parts += [text[here:start], door]
            here = found[at + size - 1][1]
        at += size or 1
    return _tel(" ".join("".join([*parts, text[here:]]).split()))


def noemt(text: str, namen: Sequence[Naam]) -> bool:
    """True when a first name or surname stands in the text in any spelling, also with an -s of possession.

    Stricter than `vervang_namen`: a word without a capital counts too.
    """
    found = _woorden(text)
    return any(
        _staat_er(found, _woorden(part)) for naam in namen for part in (naam.roepnaam, naam.achternaam) if len(part) > 1
    )


def _staat_er(found: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    if not size:
        return False
    *first, last = wanted
    return any(
        found[at : at + size - 1] == first and found[at + size - 1] in (last, f"{last}s", f"{last}'s", f"{last}'")
        for at in range(len(found) - size + 1)
    )


def _woorden(text: str) -> list[str]:
    """The folded words of a text; one kind of apostrophe."""
    return _WORD.findall(vouw(text).replace("’", "'"))


def _forms(vervangingen: Sequence[Vervanging]) -> dict[tuple[str, ...], str]:
    """Every way in which a name may be typed, as folded words; what came first stays."""
    forms: dict[tuple[str, ...], str] = {}
    for pick in (_full, _short, _first, _last):
        for naam, door in vervangingen:
            words = tuple(_woorden(pick(naam)))
            if words:
                forms.setdefault(words, door)
    return forms


def _full(naam: Naam) -> str:
    return str(naam) if naam.achternaam else ""


def _short(naam: Naam) -> str:
    return f"{naam.roepnaam} {naam.achternaam}" if naam.achternaam else ""


def _first(naam: Naam) -> str:
    return naam.roepnaam


def _last(naam: Naam) -> str:
    return f"{naam.tussenvoegsel} {naam.achternaam}" if naam.achternaam else ""


def _longest(forms: dict[tuple[str, ...], str], words: list[str]) -> tuple[int, str]:
    for size in range(min(8, len(words)), 0, -1):
        door = forms.get(tuple(words[:size]))
        if door is not None:
            return size, door
    return 0, ""


def _tel(text: str) -> str:
    """ "een klasgenoot en een klasgenoot" becomes "twee klasgenoten"."""
    for single, plural in _PLURAL.items():
        for count in range(len(_NUMBERS) - 1, 1, -1):
            row = ", ".join([single] * (count - 1)) + f" en {single}"
            text = text.replace(row, f"{_NUMBERS[count]} {plural}")
    return text
