"""Texts and lists without names: what leaves the school for people who need not know who it was about.

Everyone of the incident gets a role and a letter that hold within that incident only ("leerling A"); every other name
of the register becomes "een leerling" or "een medewerker". Names are found however they are typed; telephone numbers,
addresses of mail and accounts go too. What looks like a name and is nobody's is told as a doubt.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

from svp_desktop.domain.incident import Betrokkene, IncidentInhoud, IncidentRegel
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
from svp_desktop.domain.personen import naam_uit_tekst
from svp_desktop.domain.school import Naam, PersoonSoort

_ROLE = {
    PersoonSoort.LEERLING: "leerling",
    PersoonSoort.OUDER: "ouder",
    PersoonSoort.MEDEWERKER: "medewerker",
    PersoonSoort.EXTERN: "persoon",
}
_SOMEBODY = {
    PersoonSoort.LEERLING: "een leerling",
    PersoonSoort.OUDER: "een ouder",
    PersoonSoort.MEDEWERKER: "een medewerker",
    PersoonSoort.EXTERN: "iemand",
}
_ANYBODY, _STAFF = "iemand", "een medewerker"
_GROUP = "een groep"
#: Fields that hold nothing but the name of a member of staff.
_STAFF_FIELDS = frozenset({"beoordelaar", "mediatie_door"})
_TEACHERS = frozenset({"juf", "juffrouw", "meester"})
#: Words of every day that are also somebody's first name: without a capital they are the word.
_ORDINARY = frozenset(
    ("ben", "wil", "door", "mee", "mei", "april", "juni", "lente", "zomer", "storm", "ster", "licht", "sterk", "lot",
     "mark", "bas", "hans", "kan", "had", "moet", "gaan", "lief", "blij", "boos", "zon", "fee", "jan", "rood", "groen")
)  # fmt: skip
#: What leads to somebody without being a name: addresses, accounts and telephone numbers, and the word for it.
VERWIJZINGEN = (
    (re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE), "[internetadres]"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[mailadres]"),
    (re.compile(r"(?<![\w.])@\w[\w.]{1,40}"), "[account]"),
    (re.compile(r"(?<![\w])(?:\+31|0031|0)(?:[ ()-]{0,2}\d){8,10}(?!\w)"), "[telefoonnummer]"),
)  # fmt: skip
_MOST_WORDS = 12
_Form = tuple[str, ...]


class Mens(NamedTuple):
    """Someone whom the register knows; `noemnaam` is how children call a member of staff."""

    id: int
    soort: PersoonSoort
    naam: Naam
    noemnaam: str = ""


class Zonder(NamedTuple):
    """A text without names, and the words in it that look like one."""

    tekst: str
    twijfels: tuple[str, ...]


class Naamregister:
    """Every name that the school knows, by the ways in which it may be typed. Made once for a whole list."""

    def __init__(self, mensen: Iterable[Mens], groepen: Mapping[str, str] | None = None) -> None:
        """`groepen`: of each group the bouw in words."""
        self.mensen = {mens.id: mens for mens in mensen}
        self.groepen = dict(groepen or {})
        self.woord: dict[_Form, str] = {}
        self.letterlijk: dict[str, str] = {}
        #: Forms that are a name without a capital too.
        self.klein: set[_Form] = set()
        #: With which words a name of several words begins: nearly every word of a text is none of them.
        self.begin: set[str] = set()
        self._forms: dict[Naam, frozenset[_Form]] = {}
        self._stems: dict[str, tuple[tuple[_Form, ...], bool]] = {}
        for mens in self.mensen.values():
            self._add(mens.naam, _SOMEBODY[mens.soort])
            spoken = naam_uit_tekst(_without_title(mens.noemnaam))
            if mens.noemnaam.strip():
                self._add(spoken, _SOMEBODY[mens.soort])
        for groep in self.groepen:
            form = woorden(groep)
            if len("".join(form)) >= LEAST and any(word.isalpha() for word in form):
                self.woord.setdefault(form, _GROUP)
        self.begin |= {form[0] for form in self.woord if len(form) > 1}

    def _add(self, naam: Naam, word: str) -> None:
        for form in self.forms(naam):
            known = self.woord.setdefault(form, word)
            if known != word:
                self.woord[form] = _ANYBODY
        self.letterlijk |= dict.fromkeys(onleesbaar(naam), word)
        first = woorden(naam.roepnaam)
        self.klein |= {(part,) for part in first if len(part) >= LEAST and part not in KLEIN}
        if first and naam.achternaam:
            last, middle = woorden(naam.achternaam), woorden(naam.tussenvoegsel)
            self.klein |= {first + last, first + middle + last, ("".join(first + middle + last),)}

    def forms(self, naam: Naam) -> frozenset[_Form]:
        """Every way in which this name may be typed; kept, because a list asks for the same people again."""
        found = self._forms.get(naam)
        if found is None:
            found = self._forms[naam] = frozenset(vormen(naam))
        return found

    def vormen_van(self, word: str) -> tuple[tuple[_Form, ...], bool]:
        """The names of one word that this word can be, and whether one of the register is among them; kept."""
        found = self._stems.get(word)
        if found is None:
            forms = tuple((stem,) for stem in stammen(word))
            found = self._stems[word] = (forms, word in self.begin or any(form in self.woord for form in forms))
        return found

    def bouw(self, groepen: str) -> str:
        """The bouw of the groups in a text such as "Anker 8, Vos 5"; a group that is not known any more is left out."""
        names = [groep.strip() for groep in groepen.split(",")]
        return ", ".join(dict.fromkeys(self.groepen[name] for name in names if name in self.groepen))


class Anoniem:
    """The names of one incident, and what stands for them."""

    def __init__(self, register: Naamregister, betrokkenen: Sequence[Betrokkene] = ()) -> None:
        self._register = register
        self._letters = dict(zip((one.persoon_id for one in betrokkenen), _letters(betrokkenen), strict=True))
        self._own: dict[_Form, str] = {}
        self._known = (self._own, register.woord)
        self._literal = dict(register.letterlijk)
        for one in betrokkenen:
            # as on the day and as in the register now: someone may have got another name in between
            names = {naam_uit_tekst(one.naam), Naam(one.naam)}
            if (mens := register.mensen.get(one.persoon_id)) is not None:
                names |= {mens.naam, naam_uit_tekst(_without_title(mens.noemnaam))}
            for naam in names:
                self._literal |= dict.fromkeys(onleesbaar(naam), self._letters[one.persoon_id])
                for form in register.forms(naam):
                    self._own.setdefault(form, self._letters[one.persoon_id])
        self._begin = {form[0] for form in self._own if len(form) > 1}
        self._pieces = sorted(filter(None, self._literal), key=len, reverse=True)

    def letter(self, persoon_id: int) -> str:
        """What stands for someone of the incident: "leerling A"."""
        return self._letters.get(persoon_id, _ANYBODY)

    def vervang(self, tekst: str) -> Zonder:
        """The text without names."""
        text = ONZICHTBAAR.sub("", unicodedata.normalize("NFC", tekst))
        for pattern, word in VERWIJZINGEN:
            text = pattern.sub(word, text)
        for piece in self._pieces:
            text = text.replace(piece, self._literal[piece])
        words, parts, doubts, at, here = lees(text), [], [], 0, 0
        while at < len(words):
            found = self._found(text, words, at)
            if found is None:
                doubts += _doubt(text, words[at])
                at += 1
                continue
            word, size = found
            end = words[at + size - 1].end
            owned = BEZIT.match(text, end)
            shown = word[:1].upper() + word[1:] if _begins(text, words[at]) else word
            parts += [
                text[here : words[at].start],
                shown + ("’s" if owned or self._ends_owned(words, at, size) else ""),
            ]
            here = owned.end() if owned else end
            at += size
        return Zonder("".join([*parts, text[here:]]), tuple(dict.fromkeys(doubts)))

    def inhoud(self, inhoud: IncidentInhoud) -> tuple[IncidentInhoud, tuple[str, ...]]:
        """The content of the incident with every typed text in it without names, and the doubts."""
        doubts: list[str] = []
        changed: dict[str, Any] = {}

        def clean(text: str) -> str:
            made = self.vervang(text)
            doubts.extend(made.twijfels)
            return made.tekst

        for item in fields(IncidentInhoud):
            value = getattr(inhoud, item.name)
            if item.name in _STAFF_FIELDS:
                changed[item.name] = _STAFF if value.strip() else ""
            elif isinstance(value, str):
                changed[item.name] = clean(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], str):
                changed[item.name] = tuple(map(clean, value))
        people = tuple(
            replace(one, naam=self.letter(one.persoon_id), groep=self._register.bouw(one.groep))
            for one in inhoud.betrokkenen
        )
        return replace(inhoud, **changed, betrokkenen=people), tuple(dict.fromkeys(doubts))

    def regel(self, regel: IncidentRegel, betrokkenen: Sequence[Betrokkene]) -> tuple[IncidentRegel, tuple[str, ...]]:
        """A row of the list without names, and the doubts."""
        line, place = self.vervang(regel.omschrijving), self.vervang(regel.plaats)
        pupils = [one for one in betrokkenen if one.categorie is PersoonSoort.LEERLING]
        shown = regel._replace(
            leerlingen=", ".join(self.letter(one.persoon_id) for one in pupils or betrokkenen),
            groepen=self._register.bouw(regel.groepen),
            omschrijving=line.tekst,
            plaats=place.tekst,
        )
        return shown, line.twijfels + place.twijfels

    # -- inside

    def _found(self, text: str, words: Sequence[Woord], at: int) -> tuple[str, int] | None:
        """What stands for the longest name that begins at this word, and how many words that name has."""
        key = words[at].key
        if key in TITELS and at + 1 < len(words):
            return self._titled(text, words, at)
        forms, known = self._register.vormen_van(key)
        if not known and key not in self._begin and self._own.keys().isdisjoint(forms):
            return None
        run = reeks(text, words, at, _MOST_WORDS)
        for size in range(len(run), 0, -1):
            for last in stammen(run[size - 1]):
                form = (*run[: size - 1], last)
                word = self._own.get(form)
                if word is not None and self._is_own(form, words[at]):
                    return word, size
                word = self._register.woord.get(form)
                if word is not None and self._is_registered(form, words[at]):
                    return word, size
        return None

    def _ends_owned(self, words: Sequence[Woord], at: int, size: int) -> bool:
        """True for "Noors": the name of Noor with the s of what is hers."""
        last = words[at + size - 1].key
        before = tuple(word.key for word in words[at : at + size - 1])
        return (
            last.endswith("s")
            and not any((*before, last) in known for known in self._known)
            and any((*before, last[:-1]) in known for known in self._known)
        )

    def _titled(self, text: str, words: Sequence[Woord], at: int) -> tuple[str, int] | None:
        """After "juf" or "meneer" any name goes, also one that the register does not know; the title goes with it."""
        run = reeks(text, words, at, _MOST_WORDS)
        inner = self._found(text, words, at + 1) if len(run) > 1 else None
        somebody = _STAFF if words[at].key in _TEACHERS else _ANYBODY
        if inner is not None:
            word, size = inner
            return (word if word.startswith(("medewerker", "ouder", "persoon")) else somebody), size + 1
        size = 1
        while size < len(run) and words[at + size].key in KLEIN:
            size += 1
        first = size
        while size < len(run) and words[at + size].capital:
            size += 1
        return (somebody, size) if size > first else None

    @staticmethod
    def _is_own(form: _Form, word: Woord) -> bool:
        if word.capital or len(form) > 1:
            return True
        return len(form[0]) >= LEAST and form[0] not in KLEIN and form[0] not in _ORDINARY

    def _is_registered(self, form: _Form, word: Woord) -> bool:
        if len(form) == 1 and form[0] in _ORDINARY:
            return word.capital and not word.first
        return word.capital or form in self._register.klein


def _letters(people: Sequence[Betrokkene]) -> list[str]:
    """ "leerling A", "leerling B", "ouder A": letters for each category by itself; after Z numbers."""
    given: Counter[PersoonSoort] = Counter()
    found = []
    for one in people:
        number = given[one.categorie]
        given[one.categorie] += 1
        found.append(f"{_ROLE[one.categorie]} {chr(ord('A') + number) if number < 26 else number + 1}")
    return found


def _without_title(noemnaam: str) -> str:
    """ "juf Marit" as "Marit"."""
    return " ".join(word for word in noemnaam.split() if word.casefold() not in TITELS)


def _begins(text: str, word: Woord) -> bool:
    """True for the first word of a sentence, which keeps its capital."""
    before = text[: word.start].rstrip(" \t'\"“‘(«<")
    return word.capital and (not before or before[-1] in ".!?\n")


def _doubt(text: str, word: Woord) -> list[str]:
    odd = word.capital and not word.first and len(word.key) > 1 and word.key not in BEKEND
    return [text[word.start : word.end]] if odd else []
