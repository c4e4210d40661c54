"""Names of other children become initials in a text about one child, however they are typed (demands 22, 68).

A text is read as words of letters and digits, folded (no capitals, no diacritics). Children of the incident are
replaced always; other pupils of the register when the word has a capital, and then it is told as a doubt.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from svp_desktop.domain.naamvormen import (
    BEKEND,
    BEZIT,
    KLEIN,
    LEAST,
    ONZICHTBAAR,
    TITELS,
    Woord,
    lees,
    onleesbaar,
    reeks,
    stammen,
    vormen,
    woorden,
)
from svp_desktop.domain.school import Naam


class Ander(NamedTuple):
    """Another child: a name by which it is known and what stands there instead."""

    naam: Naam
    door: str
    persoon_id: int = 0


class Vervangen(NamedTuple):
    """A text without names of other children, what was replaced by what, and what must be looked at."""

    tekst: str
    vervangen: tuple[tuple[str, str], ...]
    twijfels: tuple[str, ...]


class _Hit(NamedTuple):
    door: str
    size: int
    certain: bool


def initialen(namen: Sequence[Naam]) -> list[str]:
    """Initials for each name: "N.", or "N.d.V." when more children have that letter; never twice the same."""
    short = [_letter(naam.roepnaam) or _letter(naam.achternaam) for naam in namen]
    shared = Counter(short)
    given: Counter[str] = Counter()
    found = []
    for naam, letter in zip(namen, short, strict=True):
        word = f"{letter}." if letter else "een kind"
        if letter and shared[letter] > 1:
            small = "".join(f"{_letter(part).lower()}." for part in naam.tussenvoegsel.split() if _letter(part))
            last = _letter(naam.achternaam)
            word += small + (f"{last}." if last else "")
        given[word] += 1
        found.append(word if given[word] == 1 or not letter else f"{word}{given[word]}")
    return found


class Namen:
    """The names that a text about one child may hold and those that it may not."""

    def __init__(
        self,
        eigen: Sequence[Naam],
        anderen: Sequence[Ander],
        volwassenen: Sequence[Naam] = (),
        ouders: Sequence[Naam] = (),
        register: Iterable[Naam] = (),
        bekend: Iterable[str] = (),
    ) -> None:
        self._known = BEKEND.union(*map(woorden, bekend))
        self._anderen = tuple(anderen)
        self._literal = {part: ander.door for ander in anderen for part in onleesbaar(ander.naam)}
        self._own = {form for naam in eigen for form in vormen(naam)}
        self._certain: dict[tuple[str, ...], str] = {}
        for ander in anderen:
            for form in vormen(ander.naam):
                self._certain.setdefault(form, ander.door)
        self._parts = {form[0] for form in self._certain if len(form) == 1}
        self._adults: dict[tuple[str, ...], str] = {}
        for naam in ouders:
            for form in vormen(naam):
                self._adults.setdefault(form, "een ouder")
        for naam in volwassenen:
            if not self._clashes(naam):
                self._adults |= dict.fromkeys(vormen(naam), "")
            elif naam.achternaam:
                self._adults.setdefault(woorden(str(naam)), "een medewerker")
        self._register = self._of_register(register)
        longest = max(map(len, (*self._certain, *self._own, *self._adults, *self._register)), default=1)
        self._longest = min(longest, 12)

    def letters(self, persoon_id: int) -> str:
        """What stands for this child."""
        return next((ander.door for ander in self._anderen if ander.persoon_id == persoon_id), "een kind")

    def mag_blijven(self, naam: str) -> bool:
        """True when no part of this name of an adult is a name of another child."""
        return not self._parts.intersection(woorden(naam))

    def namen_in(self, tekst: str) -> tuple[str, ...]:
        """The words of a text that are a name of another child of the incident; empty when there are none."""
        return tuple(dict.fromkeys(old for old, _new, certain in self._replaced(tekst)[1] if certain))

    def vervang(self, tekst: str) -> Vervangen:
        """The text with initials. What is replaced from the register only, or looks like a name, is a doubt."""
        made, changes, doubts = self._replaced(tekst)
        replaced = tuple(dict.fromkeys((old, new) for old, new, _certain in changes))
        doubts += [f"“{old}” werd “{new}”. Is dit een kind?" for old, new, certain in changes if not certain]
        return Vervangen(made, replaced, tuple(dict.fromkeys(doubts)))

    # Inside

    def _clashes(self, naam: Naam) -> bool:
        return any(word in self._parts for form in vormen(naam) for word in form)

    def _of_register(self, register: Iterable[Naam]) -> dict[tuple[str, ...], str]:
        found: dict[tuple[str, ...], str] = {}
        taken = {ander.door for ander in self._anderen}
        for naam in register:
            door = initialen([naam])[0]
            if door in taken:
                door = initialen([naam, naam])[0]
            for form in vormen(naam):
                if form not in self._own:
                    found.setdefault(form, door)
        return found

    def _replaced(self, tekst: str) -> tuple[str, list[tuple[str, str, bool]], list[str]]:
        text = ONZICHTBAAR.sub("", unicodedata.normalize("NFC", tekst))
        changes: list[tuple[str, str, bool]] = []
        for part in sorted(self._literal, key=len, reverse=True):
            if part in text:
                changes.append((part, self._literal[part], True))
                text = text.replace(part, self._literal[part])
        words = lees(text)
        doubts: list[str] = []
        parts, at, here = [], 0, 0
        while at < len(words):
            hit = self._hit(text, words, at)
            if hit is None:
                doubts += self._doubt(text, words, at)
            elif hit.door:
                start, end = words[at].start, words[at + hit.size - 1].end
                owned = BEZIT.match(text, end)
                old, stop = text[start:end], owned.end() if owned else end
                changes.append((old, hit.door, hit.certain))
                door = hit.door + ("'s" if owned or self._ends_owned(words[at + hit.size - 1].key) else "")
                stop += door.endswith(".") and text[stop : stop + 1] == "." and text[stop : stop + 2] != ".."
                parts += [text[here:start], door]
                here = stop
            at += hit.size if hit else 1
        return "".join([*parts, text[here:]]), changes, doubts

    def _ends_owned(self, key: str) -> bool:
        return key not in self._parts and key.endswith("s") and key[:-1] in self._parts

    def _hit(self, text: str, words: Sequence[Woord], at: int) -> _Hit | None:
        """The longest name that begins at this word. What may stay has an empty `door`."""
        run = reeks(text, words, at, self._longest)
        for size in range(len(run), 0, -1):
            forms = [(*run[: size - 1], last) for last in stammen(run[size - 1])]
            for form in forms:
                if size > 1 and form in self._own:
                    return _Hit("", size, True)
                if form in self._adults and (size > 1 or form not in self._certain):
                    if size > 1 or words[at].capital:
                        return _Hit(self._adults[form], size, True)
                elif form in self._certain and form not in self._own and self._counts(form, words[at]):
                    return _Hit(self._certain[form], size, True)
                elif form in self._own:
                    return None if form in self._certain else _Hit("", size, True)
                elif form in self._register and words[at].capital and not self._after_title(words, at):
                    return _Hit(self._register[form], size, False)
        return None

    @staticmethod
    def _counts(form: tuple[str, ...], word: Woord) -> bool:
        return word.capital or len(form) > 1 or (form[0] not in KLEIN and len(form[0]) >= LEAST)

    @staticmethod
    def _after_title(words: Sequence[Woord], at: int) -> bool:
        return at > 0 and words[at - 1].key in TITELS

    def _doubt(self, text: str, words: Sequence[Woord], at: int) -> list[str]:
        word = words[at]
        shown = text[word.start : word.end]
        if (word.key,) in self._own and (word.key,) in self._certain:
            return [f"“{shown}” kan ook een ander kind zijn."]
        if any(len(part) > LEAST and part in word.key for part in self._parts):
            return [f"In “{shown}” staat een naam. Is dit een kind?"]
        odd = word.capital and not word.first and len(word.key) > 1 and word.key not in self._known
        if odd and not self._after_title(words, at):
            return [f"“{shown}” heeft een hoofdletter. Is dit een kind?"]
        return []


def _letter(text: str) -> str:
    return next((char.upper() for char in unicodedata.normalize("NFC", text) if char.isalpha()), "")
