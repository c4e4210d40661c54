"""Names of other children and of their parents in a text, as places to make black (AVG art. 15 lid 4).

A program finds no nickname and no name that nobody knows: what it finds is a proposal, and what looks like a name is a
doubt. The child itself, its own parents and the staff of the school stay.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from svp_desktop.domain.anoniem import VERWIJZINGEN
from svp_desktop.domain.naamvormen import (
    BEKEND,
    BEZIT,
    KLEIN,
    LEAST,
    ONZICHTBAAR,
    TITELS,
    Woord,
    lees,
    reeks,
    stammen,
    vormen,
    woorden,
)
from svp_desktop.domain.personen import naam_uit_tekst
from svp_desktop.domain.school import Naam

_Form = tuple[str, ...]
_MOST_WORDS = 12
#: After these words stands somebody of the school, also one whom the register does not know.
_LERAREN = frozenset(("juf", "juffrouw", "meester"))
#: Words of every day that are also somebody's first name: without a capital they are the word.
_GEWOON = frozenset(
    ("ben", "wil", "door", "mee", "mei", "april", "juni", "lente", "zomer", "storm", "ster", "licht", "sterk", "lot",
     "mark", "bas", "hans", "kan", "had", "moet", "gaan", "lief", "lieve", "blij", "boos", "zon", "fee", "jan", "rood",
     "groen", "roos", "wolf", "beer", "bloem", "merel", "vos", "job", "joy", "jet", "eva", "tom", "cor", "stan", "daar",
     "frank", "koen", "riet",
     "wende", "linde", "raaf", "valk", "zee", "dag", "mare", "puck", "robin", "hoop", "vrede", "rein", "guus", "ties")
)  # fmt: skip
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]\. ?){1,4}$")
_JOINED_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]['’]|[A-ZÀ-Þ]\w*-)$")
_JOINED_AFTER = re.compile(r"-[A-ZÀ-Þ]\w*")
_INITIALS_AFTER = re.compile(r" [^\W\d_]\.(?: ?[^\W\d_]\.)*(?!\w)")
_PLAIN_NAME = re.compile(r"[\w .'’-]*")


@dataclass(frozen=True, slots=True, order=True)
class Balk:
    """A part of a text, from the sign `van` up to (not with) the sign `tot`."""

    van: int
    tot: int


class Vondst(NamedTuple):
    """What was found in one text: to make black, to look at, and the names of staff."""

    zwart: tuple[Balk, ...]
    twijfels: tuple[Balk, ...]
    medewerkers: tuple[Balk, ...]


class Wieiswie(NamedTuple):
    """Whom the texts may be about.

    `kind`: the child by every name. `eigen`: its parents and who helps it. `anderen`: other children who took part, and
    their parents.
    `register`: every other child and parent of the school. `bekend`: words with a capital that are nobody's name.
    `vrij`: telephone numbers and addresses that may stay.
    """

    kind: tuple[Naam, ...]
    eigen: tuple[Naam, ...]
    anderen: tuple[Naam, ...]
    register: tuple[Naam, ...] = ()
    medewerkers: tuple[Naam, ...] = ()
    groepen: tuple[str, ...] = ()
    bekend: tuple[str, ...] = ()
    vrij: frozenset[str] = frozenset()


class _Raak(NamedTuple):
    """What a name in a text asks for: "zwart", "twijfel", "medewerker", or "" for what stays."""

    wat: str
    size: int


def leesbare_tekst(text: str) -> str:
    """The text as places in it are counted: composed, and without signs that print nothing."""
    return ONZICHTBAAR.sub("", unicodedata.normalize("NFC", text))


def naam_van(text: str) -> Naam:
    """The parts of a name that was typed as one, without "juf" before it."""
    return naam_uit_tekst(" ".join(word for word in text.split() if word.casefold() not in TITELS))


class Zoeker:
    """Finds names in texts of one dossier. Making one reads the names of the whole school: once for all texts."""

    def __init__(self, wie: Wieiswie, eigen_woorden: Iterable[str] = ()) -> None:
        self._child, self._own = _forms(wie.kind), _forms(wie.eigen)
        self._others = _forms(wie.anderen)
        self._others_first = _first(wie.anderen)
        self._register = _forms(wie.register)
        self._register_first = _first(wie.register)
        self._staff = _forms(wie.medewerkers)
        self._groups = {form for name in wie.groepen if (form := woorden(name))}
        self._known = BEKEND.union(*map(woorden, (*wie.bekend, *wie.groepen)))
        self._vrij = frozenset(map(_bare, wie.vrij))
        self._literal = _literal((*wie.anderen, *wie.register))
        self._typed: set[_Form] = set()
        self._begin = {form[0] for forms in self._sets() for form in forms if len(form) > 1}
        self._add(eigen_woorden)

    def met(self, eigen_woorden: Iterable[str]) -> "Zoeker":
        """The same with words that the user wants black everywhere."""
        made = object.__new__(Zoeker)
        made.__dict__.update(self.__dict__)
        made._typed, made._begin = set(), set(self._begin)
        made._add(eigen_woorden)
        return made

    def zoek(self, tekst: str) -> Vondst:
        """The places in a text that went through `leesbare_tekst`."""
        black = [*self._references(tekst), *self._as_written(tekst)]
        doubts: list[Balk] = []
        staff: list[Balk] = []
        words, at = lees(tekst), 0
        while at < len(words):
            hit = self._hit(tekst, words, at)
            if hit is None:
                doubts += self._doubt(words, at)
                at += 1
                continue
            start, end = words[at].start, words[at + hit.size - 1].end
            if hit.wat == "zwart":
                black.append(_with_initials(tekst, start, end))
            elif hit.wat:
                (doubts if hit.wat == "twijfel" else staff).append(Balk(start, end))
            at += hit.size
        merged = voeg_samen(tekst, black)
        return Vondst(merged, _outside(doubts, merged), _outside(staff, merged))

    # -- inside

    def _sets(self) -> tuple[Iterable[_Form], ...]:
        return self._child, self._own, self._others, self._register, self._staff, self._groups, self._typed

    def _add(self, words: Iterable[str]) -> None:
        self._typed = {form for word in words if (form := woorden(word))}
        self._begin |= {form[0] for form in self._typed if len(form) > 1}

    def _references(self, tekst: str) -> Iterable[Balk]:
        for pattern, _ in VERWIJZINGEN:
            for match in pattern.finditer(tekst):
                if _bare(match[0]) not in self._vrij:
                    yield Balk(*match.span())

    def _as_written(self, tekst: str) -> Iterable[Balk]:
        """Names with signs that no word has, sign for sign."""
        if self._literal is not None:
            for match in self._literal.finditer(tekst):
                yield Balk(*match.span())

    def _hit(self, tekst: str, words: Sequence[Woord], at: int) -> _Raak | None:
        """What to do with the longest name that begins at this word."""
        word = words[at]
        if word.key in KLEIN and word.key not in self._begin:
            return None
        run = reeks(tekst, words, at, _MOST_WORDS) if word.key in self._begin else [word.key]
        for size in range(len(run), 0, -1):
            for last in stammen(run[size - 1]):
                form = (*run[: size - 1], last)
                what = self._whole(form, words[at : at + size]) if size > 1 else self._single(form, words, at)
                if what is not None:
                    return _Raak(what, size)
        return None

    def _whole(self, form: _Form, run: Sequence[Woord]) -> str | None:
        """A name of several words: capitals do not matter for a first name with a surname."""
        if form in self._typed:
            return "zwart"
        if form in self._child:
            return "twijfel" if form in self._others else ""
        capital = any(word.capital for word in run)
        if form in self._others:
            return "zwart" if capital or form[0] in self._others_first else "twijfel"
        if form in self._staff:
            return "medewerker"
        if form in self._own or form in self._groups:
            return ""
        if form in self._register and (capital or form[0] in self._register_first):
            return "zwart"
        return None

    def _single(self, form: _Form, words: Sequence[Woord], at: int) -> str | None:
        word, key = words[at], form[0]
        if form in self._typed:
            return "zwart"
        teacher = at > 0 and words[at - 1].key in _LERAREN
        if teacher and (form in self._staff or form not in self._others) and word.capital:
            return "medewerker"
        if form in self._child:
            # another child has this name too: only a reader knows who is meant
            return "twijfel" if form in self._others and len(key) >= LEAST else ""
        if form in self._others and (found := self._of_other(key, word)) is not None:
            return found
        if form in self._staff and word.capital:
            return "medewerker"
        if form in self._own or form in self._groups or form in self._staff:
            return ""
        return self._of_register(key, word) if form in self._register else None

    def _of_other(self, key: str, word: Woord) -> str | None:
        """A part of the name of somebody who took part."""
        if word.capital:
            return "zwart"
        if len(key) < LEAST or key in KLEIN:
            return None
        return "zwart" if key in self._others_first and key not in _GEWOON else "twijfel"

    def _of_register(self, key: str, word: Woord) -> str | None:
        """A part of a name of the school: a surname that begins a sentence may be a word."""
        first = key in self._register_first
        if word.capital:
            return "twijfel" if word.first and (key in _GEWOON or not first) else "zwart"
        if not first or len(key) < LEAST or key in KLEIN:
            return None
        return "zwart" if key not in _GEWOON else None

    def _doubt(self, words: Sequence[Woord], at: int) -> list[Balk]:
        word = words[at]
        after_teacher = at > 0 and words[at - 1].key in _LERAREN
        odd = word.capital and not word.first and len(word.key) > 1 and word.key not in self._known
        inside = word.key not in TITELS and any(len(part) > LEAST and part in word.key for part in self._others_first)
        return [Balk(word.start, word.end)] if (odd and not after_teacher) or inside else []


def waar(tekst: str, woord: str) -> tuple[Balk, ...]:
    """Where a word (or some words) stands in a text, with any ending that a name may have."""
    form, words = woorden(woord), lees(tekst)
    size = len(form)
    found = []
    for at in range(len(words) - size + 1) if size else ():
        keys = [word.key for word in words[at : at + size]]
        if tuple(keys[:-1]) == form[:-1] and form[-1] in stammen(keys[-1]):
            found.append(Balk(words[at].start, words[at + size - 1].end))
    return tuple(found)


def voeg_samen(tekst: str, balken: Iterable[Balk]) -> tuple[Balk, ...]:
    """In order, and as one where they overlap or where nothing but a blank or a hyphen stands between."""
    found: list[Balk] = []
    for one in sorted(item for item in balken if item.van < item.tot):
        if found and not tekst[found[-1].tot : one.van].strip(" \t\u00a0'’-"):
            found[-1] = Balk(found[-1].van, max(found[-1].tot, one.tot))
        else:
            found.append(one)
    return tuple(found)


def zonder(balken: Iterable[Balk], weg: Iterable[Balk]) -> tuple[Balk, ...]:
    """What remains of these places when others are taken out of them."""
    left = list(balken)
    for out in weg:
        left = [
            part
            for one in left
            for part in (Balk(one.van, min(one.tot, out.van)), Balk(max(one.van, out.tot), one.tot))
            if part.van < part.tot
        ]
    return tuple(sorted(set(left)))


def _outside(balken: Iterable[Balk], black: Sequence[Balk]) -> tuple[Balk, ...]:
    return tuple(one for one in balken if all(one.tot <= bar.van or bar.tot <= one.van for bar in black))


def _with_initials(tekst: str, start: int, end: int) -> Balk:
    """The whole name: "A. de Boer", "Lina V.", "Anne-Sophie", "O’Brien" and "Sems" tell as much as the name itself."""
    if joined := _JOINED_BEFORE.search(tekst, max(0, start - 40), start):
        start = joined.start()
    if joined := _JOINED_AFTER.match(tekst, end):
        end = joined.end()
    if before := _INITIALS_BEFORE.search(tekst, max(0, start - 16), start):
        start = before.start()
    if after := _INITIALS_AFTER.match(tekst, end):
        end = after.end()
    if owned := BEZIT.match(tekst, end):
        end = owned.end()
    return Balk(start, end)


def _forms(namen: Iterable[Naam]) -> set[_Form]:
    found: set[_Form] = set()
    for naam in namen:
        found |= vormen(naam)
    return found


def _first(namen: Iterable[Naam]) -> set[str]:
    """Words of first names."""
    return {word for naam in namen for word in woorden(naam.roepnaam)}


def _literal(namen: Iterable[Naam]) -> "re.Pattern[str] | None":
    odd = {
        part
        for naam in namen
        for part in (str(naam), naam.roepnaam, naam.achternaam)
        if part.strip() and not _PLAIN_NAME.fullmatch(part)
    }
    if not odd:
        return None
    longest_first = sorted(map(re.escape, odd), key=len, reverse=True)
    return re.compile("|".join(longest_first), re.IGNORECASE)


def _bare(text: str) -> str:
    """A telephone number or an address as it is compared; +31 is 0."""
    kept = "".join(sign for sign in text.casefold() if sign.isalnum() or sign in "@+")
    return re.sub(r"^(?:\+31|0031)", "0", kept)
