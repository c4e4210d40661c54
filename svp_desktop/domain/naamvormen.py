"""Names in running text: its words as they are compared, and every way in which a name may be typed.

A text is read as words of letters and digits, folded (no capitals, no diacritics).
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from svp_desktop.domain.namen import vouw
from svp_desktop.domain.school import Naam

# marks of Latin, Hebrew, Arabic and Indic letters, which are no letters themselves
_MARKS = (
    r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u1dc0-\u1dff\u20d0-\u20ff]"
)
_WORD = re.compile(rf"(?:[^\W_]{_MARKS}*)+")
_BETWEEN = re.compile(r"[\s.'’‘`´_-]{0,3}")
BEZIT = re.compile(r"['’`´]s(?!\w)|['’`´](?!\w)")
ONZICHTBAAR = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ENDINGS = ("s", "je", "jes", "tje", "tjes", "etje", "etjes")
#: Words between first name and surname, and words that every text has: they are names only with a capital.
KLEIN = frozenset(
    ("van", "der", "den", "de", "het", "ten", "ter", "te", "in", "op", "aan", "bij", "uit", "voor", "over", "een", "en",
     "of", "dat", "die", "dit", "was", "zij", "hij", "haar", "hun", "niet", "met", "als", "naar", "ook", "dan", "toen",
     "wat", "wij", "deed")
)  # fmt: skip
TITELS = frozenset(("juf", "juffrouw", "meester", "mevrouw", "mevr", "meneer", "dhr", "heer", "mw"))
#: Words with a capital in the middle of a sentence that are nobody's name.
BEKEND = frozenset(
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "nederlands", "engels", "esis",
     "whatsapp", "instagram", "tiktok", "snapchat", "youtube", "roblox", "fortnite", "minecraft", "ehbo", "bso", "bhv",
     "mr", "ik")
)  # fmt: skip
#: A name that is shorter is no name by itself.
LEAST = 3


class Woord(NamedTuple):
    """A word of a text: where it stands, as it is compared, whether it has a capital and begins a sentence."""

    start: int
    end: int
    key: str
    capital: bool
    first: bool


def woorden(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word.key for word in lees(ONZICHTBAAR.sub("", unicodedata.normalize("NFC", text))))


def _is_capital(char: str) -> bool:
    """Also true for the letters of a script that has no capitals."""
    return char.isalpha() and not char.islower()


def lees(text: str) -> list[Woord]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" \t'\"“‘(«<")
        first = not before or before[-1] in ".!?:\n;"
        found.append(Woord(match.start(), match.end(), vouw(match[0]), _is_capital(match[0][0]), first))
    return found


def reeks(text: str, words: Sequence[Woord], at: int, most: int) -> list[str]:
    """The words from here that hang together as a name could: on one line, with nothing but spaces and marks."""
    run = [words[at].key]
    for before, word in zip(words[at : at + most], words[at + 1 : at + most], strict=False):
        if not _BETWEEN.fullmatch(text, before.end, word.start):
            break
        run.append(word.key)
    return run


def stammen(word: str) -> list[str]:
    """The word, and what remains without an ending: "sems" is of Sem, "noortje" is Noor."""
    if word in KLEIN:
        return [word]
    found = [word]
    for end in _ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= (2 if end == "s" else LEAST):
            found.append(word[: -len(end)])
    return found


def vormen(naam: Naam) -> set[tuple[str, ...]]:
    """Every way in which a name may be typed: in full, in part, joined."""
    first, last = woorden(naam.roepnaam), woorden(naam.achternaam)
    middle = woorden(naam.tussenvoegsel)
    wholes = {first, last, first + last, first + middle + last, middle + last}
    joined = {("".join(whole),) for whole in wholes if len(whole) > 1 and any(map(str.isalpha, whole))}
    single = {(word,) for word in first + last if len(word) >= LEAST and word not in KLEIN}
    return {form for form in wholes | joined | single if any(map(_has_letter, form))}


def _has_letter(word: str) -> bool:
    return any(map(str.isalpha, word))


def onleesbaar(naam: Naam) -> set[str]:
    """Parts of a name that are hardly a word ("=1+1", a picture): they are looked for as they are."""
    parts = {part.strip() for part in (naam.roepnaam, naam.achternaam)}
    return {part for part in parts if part and not part.isalnum() and len("".join(woorden(part))) < LEAST}
