"""From the e-mail of a colleague without access to a proposal for an incident (demand 32).

Names are matched with the register. Only one exact full name that nothing contradicts is taken by itself; everything
else is a question to the user, so that no wrong child is ever chosen silently.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid, IncidentDraft, Soort
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.school import Naam, PersoonSoort

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|['’][^\W\d_]+")


def woordenset(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


#: Words between a first name and a surname.
TUSSENVOEGSELS = woordenset(
    "van de der den het 't t te ten ter el al da das dos do del della di du la le von zu bin ben op in aan"
)
# First names that are also plain words: in lower case they are read as the word.
_ALSO_WORDS = woordenset("bas bel bo dag dien fee jet maan mei mees roos rots storm sterre lief")
_MOST_CHOICES = 12
_BOUW = re.compile(r"\b(?:onder|midden|boven)bouw\b", re.IGNORECASE)
#: The years that schools put in each bouw, taken wide.
_BOUWEN = {"onderbouw": range(1, 5), "middenbouw": range(3, 7), "bovenbouw": range(5, 9)}
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
#: How far around a name its bouw is looked for, in signs.
_NEARBY = 200


class MailStuk(NamedTuple):
    """A used piece of the text: from, until, and for what (datum, tijd, plaats, naam, twijfel, stem)."""

    van: int
    tot: int
    wat: str


@dataclass(frozen=True, slots=True)
class Vermelding:
    """Something that looks like a name, with its place in the text and what stands around it.

    `groep` is "6" of "(groep 6)"; `rol` is only what the verb suggests; `zinsbegin`: its capital may be that of a
    sentence; `titel`: "juf" or "meester" stood before it.
    """

    tekst: str
    van: int
    tot: int
    groep: str = ""
    rol: Betrokkenheid | None = None
    zinsbegin: bool = False
    titel: bool = False


@dataclass(frozen=True, slots=True)
class MailInhoud:
    """What was read in the text of an e-mail; `gebruikt` are spans of the text itself, for the eye."""

    tekst: str = ""
    afzender: str = ""
    verzonden: date | None = None
    datum: date | None = None
    datum_uitleg: str = ""
    tijd: time | None = None
    plaats: str = ""
    plaats_bekend: bool = False
    namen: tuple[Vermelding, ...] = ()
    feiten: str = ""
    stem: tuple[str, ...] = ()
    twijfel: bool = False
    soorten: tuple[Soort, ...] = ()
    gedaan: str = ""
    romp: tuple[tuple[int, int], ...] = ()
    gebruikt: tuple[MailStuk, ...] = ()


class RegisterPersoon(NamedTuple):
    """A person of the register as names are matched with it."""

    id: int
    naam: Naam
    soort: PersoonSoort
    groep: str = ""
    jaargroep: int | None = None
    noemnaam: str = ""
    vertrokken: bool = False


class Zekerheid(Enum):
    """Whether a name in a mail is certainly one person of the register."""

    ZEKER = "zeker"
    TWIJFEL = "twijfel"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Naamvoorstel:
    """A name of the mail with the persons it may be; `reden` says in Dutch why it must be confirmed."""

    vermelding: Vermelding
    zekerheid: Zekerheid
    keuzes: tuple[RegisterPersoon, ...] = ()
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Mailvoorstel:
    """The whole proposal. Nothing of it is recorded before the user saw it in the form."""

    inhoud: MailInhoud
    namen: tuple[Naamvoorstel, ...] = ()
    #: Who wrote it, proposed as melder; None when the head of the mail names nobody of the register.
    afzender: Naamvoorstel | None = None


def _exact(text: str) -> str:
    """For comparing letter by letter: capitals and the shape of apostrophes do not matter, diacritics do."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())


def _one_off(a: str, b: str) -> bool:
    """True when one letter too many, too few, wrong, or two swapped make the one into the other."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    if a[start + 1 :] == b[start + 1 :] or a[start + 1 :] == b[start:] or a[start:] == b[start + 1 :]:
        return True
    return a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]


class _Person(NamedTuple):
    """A person with the folded forms that are compared, made once."""

    value: RegisterPersoon
    full: str
    first: str
    folded: str
    surname: str


def _prepare(person: RegisterPersoon) -> _Person:
    naam = person.naam
    return _Person(
        person, _exact(str(naam)), _exact(naam.roepnaam), vouw(_exact(str(naam))), vouw(_exact(naam.achternaam))
    )


class Naamzoeker:
    """The register, made ready to match names with."""

    def __init__(self, register: Iterable[RegisterPersoon]) -> None:
        self._people = [_prepare(person) for person in register if str(person.naam).strip()]
        self._by_full: dict[str, list[_Person]] = {}
        self._by_first: dict[str, list[_Person]] = {}
        self._by_surname: dict[str, list[_Person]] = {}
        for person in self._people:
            self._by_full.setdefault(person.full, []).append(person)
            for first in {vouw(person.first), vouw(_exact(person.value.noemnaam)), _nickname(person.value)} - {""}:
                self._by_first.setdefault(first, []).append(person)
            if person.surname:
                self._by_surname.setdefault(person.surname, []).append(person)
        self._near: dict[str, list[_Person]] = {}

    def match(self, mention: Vermelding) -> Naamvoorstel | None:
        """What one name may be; None when it is no name at all (the first word of a sentence)."""
        name = _exact(mention.tekst)
        found = self._by_full.get(name, [])
        if " " in name and found:
            return self._exactly(mention, found)
        doubtful = self._full_doubt(mention, name) if " " in name else self._single_doubt(mention, name)
        if doubtful is not None:
            return doubtful
        if mention.zinsbegin and " " in name:
            rest = mention.tekst.split(None, 1)[1]
            cut = mention.tot - len(rest)
            inner = self.match(Vermelding(rest, cut, mention.tot, mention.groep, mention.rol, False, mention.titel))
            if inner is not None and inner.zekerheid is not Zekerheid.ONBEKEND:
                return inner
            return Naamvoorstel(mention, Zekerheid.ONBEKEND, (), "Niet in het register.")
        return None if mention.zinsbegin else Naamvoorstel(mention, Zekerheid.ONBEKEND, (), "Niet in het register.")

    def apart(self, mention: Vermelding) -> list[Vermelding]:
        """Two persons without a word between them ("duwde Quinten Peeters Lina ten Brink") as two mentions."""
        if _exact(mention.tekst) in self._by_full:
            return [mention]
        ends = [word.end() for word in _WORD.finditer(mention.tekst)]
        for end in reversed(ends[1:-1]):
            rest = mention.tekst[end:].lstrip()
            if _exact(mention.tekst[:end]) in self._by_full and vouw(_exact(rest).split()[0]) in self._by_first:
                # who did it to whom is not said then
                first = replace(mention, tekst=mention.tekst[:end], tot=mention.van + end, groep="", rol=None)
                other = replace(
                    mention, tekst=rest, van=mention.tot - len(rest), rol=None, zinsbegin=False, titel=False
                )
                return [first, *self.apart(other)]
        return [mention]

    def afzender(self, text: str) -> Naamvoorstel | None:
        """Who sent the mail, as melder: an adult of the register. Certain only with one exact full name that no child
        has too and that did not leave; None when nobody is like it."""
        name = _sender_name(text)
        mention = Vermelding(name, 0, 0, rol=Betrokkenheid.MELDER)
        exact = self._by_full.get(_exact(name), []) if " " in name else []
        if len(exact) == 1 and _grown(exact[0]) and not exact[0].value.vertrokken:
            return Naamvoorstel(mention, Zekerheid.ZEKER, (exact[0].value,))
        folded = vouw(_exact(name))
        adults = [person for person in self._people if _grown(person) and person.folded == folded]
        adults = adults or [person for person in self._by_first.get(folded, []) if _grown(person)]
        return self._doubt(mention, (person.value for person in adults), "Kijk na of dit klopt.") if adults else None

    def _exactly(self, mention: Vermelding, found: Sequence[_Person]) -> Naamvoorstel:
        people = [person.value for person in found]
        if len(people) > 1:
            return self._doubt(mention, people, "Deze naam komt meer dan één keer voor.")
        person = people[0]
        if person.vertrokken:
            return self._doubt(mention, people, "Deze persoon is van school.")
        why = _against(mention, person)
        if why:
            # beside a parent the other parents of that name are nobody's question
            others = [other.value for other in self._by_first.get(vouw(found[0].first), ())]
            if person.soort is PersoonSoort.OUDER:
                others = [one for one in others if one.soort is not PersoonSoort.OUDER]
            return self._doubt(mention, [person, *others], why)
        return Naamvoorstel(mention, Zekerheid.ZEKER, (person,))

    def _full_doubt(self, mention: Vermelding, name: str) -> Naamvoorstel | None:
        """Several words that are no full name letter by letter."""
        words = vouw(name).split()
        first, surname = words[0], [word for word in words[1:] if word not in TUSSENVOEGSELS]
        last = surname[-1].rstrip(".") if surname else ""
        whole = vouw(name)
        folded = [p for p in self._people if p.folded == whole]
        if folded:
            return self._doubt(mention, (p.value for p in folded), "Anders geschreven dan in het register.")
        same_first = self._near_first(first)
        tail = " ".join(surname)
        near = [p for p in same_first if _surname_fits(p, tail, last)]
        if near:
            return self._doubt(mention, (p.value for p in near), "Bijna dezelfde naam als in het register.")
        exact_first = self._by_first.get(first, [])
        if exact_first:
            return self._doubt(mention, (p.value for p in exact_first), "De achternaam is anders dan in het register.")
        by_surname = self._by_surname.get(tail, []) if tail else []
        if by_surname and not mention.zinsbegin:
            return self._doubt(mention, (p.value for p in by_surname), "De roepnaam is anders dan in het register.")
        return None

    def _single_doubt(self, mention: Vermelding, name: str) -> Naamvoorstel | None:
        word = vouw(name)
        found = [p.value for p in self._by_first.get(word, [])]
        if found:
            return self._doubt(mention, found, "Alleen een roepnaam.")
        surname = [p.value for p in self._by_surname.get(word, [])]
        if surname:
            return self._doubt(mention, surname, "Alleen een achternaam.")
        if len(word) >= 4 and not mention.zinsbegin:
            near = [p.value for p in self._near_first(word)]
            if near:
                return self._doubt(mention, near, "Bijna dezelfde naam als in het register.")
        return None

    def _near_first(self, first: str) -> list[_Person]:
        found = self._near.get(first)
        if found is None:
            found = [p for name, people in self._by_first.items() if _one_off(name, first) for p in people]
            self._near[first] = found
        return found

    @staticmethod
    def _doubt(mention: Vermelding, people: Iterable[RegisterPersoon], why: str) -> Naamvoorstel:
        unique = list({person.id: person for person in people}.values())

        def rank(person: RegisterPersoon) -> tuple[bool, bool, bool]:
            grown = person.soort is not PersoonSoort.LEERLING
            return contradicts(mention.groep, person), grown != mention.titel, person.vertrokken

        return Naamvoorstel(mention, Zekerheid.TWIJFEL, tuple(sorted(unique, key=rank)[:_MOST_CHOICES]), why)

    def los(self, text: str, spans: Iterable[tuple[int, int]], taken: Sequence[Vermelding]) -> list[Vermelding]:
        """First names in lower case, which have no capital to be known by; they are always a question."""
        covered = [(mention.van, mention.tot) for mention in taken]
        found = []
        for start, stop in spans:
            for match in _WORD.finditer(text, start, stop):
                word = vouw(match[0])
                if len(word) < 3 or word in _ALSO_WORDS or word not in self._by_first or not match[0][0].islower():
                    continue
                if not any(begin <= match.start() < end for begin, end in covered):
                    found.append(self._longest(text, match.start(), match.end(), stop))
        return found

    def _longest(self, text: str, start: int, end: int, stop: int) -> Vermelding:
        """A first name with the surname behind it, when that is in the register too."""
        longest = max((len(p.full) for p in self._by_first[vouw(text[start:end])]), default=0)
        ends = [m.end() for m in _WORD.finditer(text, end, min(stop, start + longest + 8))][:6]
        for until in reversed(ends):
            if _exact(text[start:until]) in self._by_full:
                return Vermelding(text[start:until], start, until)
        return Vermelding(text[start:end], start, end)


def _nickname(person: RegisterPersoon) -> str:
    """ "marit" of "juf Marit"."""
    return vouw(_exact(person.noemnaam)).split(" ")[-1] if person.noemnaam.strip() else ""


def _surname_fits(person: _Person, tail: str, last: str) -> bool:
    if not tail:
        return True
    if len(last) == 1:
        return person.surname.startswith(last)
    return _one_off(person.surname, tail) or last in person.surname.split()


def _against(mention: Vermelding, person: RegisterPersoon) -> str:
    """Why someone with exactly this name may still be another; empty when nothing says so."""
    if contradicts(mention.groep, person):
        group = mention.groep
        return f"In de mail staat {group if group in _BOUWEN else f'groep {group}'}."
    if mention.titel and person.soort is PersoonSoort.LEERLING:
        return "In de mail staat juf of meester bij deze naam."
    # a mail is about children: a parent with that name is mostly not the one who is meant
    return "In het register is dit een ouder of verzorger." if person.soort is PersoonSoort.OUDER else ""


def _with_bouw(text: str, mention: Vermelding) -> Vermelding:
    """ "uit de bovenbouw" in the same sentence says of every name in it where it belongs."""
    if mention.groep:
        return mention
    begin, end = max(0, mention.van - _NEARBY), mention.tot + _NEARBY
    before = _SENTENCE_END.split(text[begin : mention.van])[-1]
    after = _SENTENCE_END.split(text[mention.tot : end])[0]
    words = {match[0].lower() for match in _BOUW.finditer(f"{before} {after}")}
    return replace(mention, groep=words.pop()) if len(words) == 1 else mention


def contradicts(group: str, person: RegisterPersoon) -> bool:
    """True when a group or bouw in the mail is certainly not that of this person."""
    if not group or person.soort is not PersoonSoort.LEERLING:
        return False
    if group in _BOUWEN:
        own = _BOUW.search(person.groep)
        if own is not None:
            return own[0].lower() != group
        return person.jaargroep is not None and person.jaargroep not in _BOUWEN[group]
    digits = set(re.findall(r"\d", group))
    known = set(re.findall(r"\d", person.groep))
    if person.jaargroep is not None:
        known.add(str(person.jaargroep))
    if digits and known:
        return not digits & known
    return not digits and bool(person.groep) and vouw(group) != vouw(person.groep)


def stel_voor(inhoud: MailInhoud, register: Iterable[RegisterPersoon]) -> Mailvoorstel:
    """The proposal of what was read, with each name once."""
    finder = Naamzoeker(register)
    loose = finder.los(inhoud.tekst, inhoud.romp, inhoud.namen)
    named = (part for mention in inhoud.namen for part in finder.apart(mention))
    every = (_with_bouw(inhoud.tekst, mention) for mention in (*named, *loose))
    mentions = sorted(every, key=lambda mention: mention.van)
    found = [match for mention in mentions if (match := finder.match(mention)) is not None]
    sender = finder.afzender(inhoud.afzender)
    wrote = sender.keuzes[0].id if sender is not None and sender.zekerheid is Zekerheid.ZEKER else 0
    names = [item for item in _each_once(found) if not (_only_this(item, wrote) and item.vermelding.rol is None)]
    return Mailvoorstel(inhoud, tuple(names), sender)


def _only_this(item: Naamvoorstel, person_id: int) -> bool:
    return item.zekerheid is Zekerheid.ZEKER and item.keuzes[0].id == person_id


def _grown(person: _Person) -> bool:
    return person.value.soort is not PersoonSoort.LEERLING


def _sender_name(text: str) -> str:
    """The name in the head of a mail as it is said: without the school behind it, "Rivier, Sanne" turned around."""
    name = re.split(r"[|(@]| [-–—] ", text)[0].strip(" ,;'")
    before, comma, after = name.partition(",")
    return " ".join(f"{after} {before}".split()) if comma else " ".join(name.split())


def _each_once(found: Sequence[Naamvoorstel]) -> list[Naamvoorstel]:
    """A name again, or only the first name of someone who was named in full, adds nobody.

    A role that is suggested at a later mention goes to the first one.
    """
    whole = {vouw(item.vermelding.tekst) for item in found if " " in item.vermelding.tekst.strip()}
    full = {name.split()[0]: name for name in (vouw(item.vermelding.tekst) for item in found) if name in whole}
    begun = Counter(name.split()[0] for name in whole)
    several = {first for first, times in begun.items() if times > 1}
    kept: dict[str, Naamvoorstel] = {}
    for item in found:
        key = vouw(item.vermelding.tekst)
        if " " not in key and key in full:
            if key in several:
                continue
            key = full[key]
        if key not in kept or (" " not in kept[key].vermelding.tekst and " " in item.vermelding.tekst):
            kept[key] = item
        elif item.vermelding.groep and item.zekerheid is not kept[key].zekerheid:
            kept[key] = max(item, kept[key], key=lambda one: one.zekerheid is Zekerheid.TWIJFEL)
        elif kept[key].vermelding.rol is None and item.vermelding.rol is not None:
            kept[key] = _with_role(kept[key], item.vermelding.rol)
    return list(kept.values())


def _with_role(item: Naamvoorstel, role: Betrokkenheid) -> Naamvoorstel:
    m = item.vermelding
    mention = Vermelding(m.tekst, m.van, m.tot, m.groep, role, m.zinsbegin, m.titel)
    return Naamvoorstel(mention, item.zekerheid, item.keuzes, item.reden)


def naar_draft(inhoud: MailInhoud, betrokkenen: Sequence[Betrokkene], stem: Sequence[str] = ()) -> IncidentDraft:
    """The draft for the form: what was read and the persons that the user took over, each once."""
    people: dict[int, Betrokkene] = {}
    for person in betrokkenen:
        known = people.get(person.persoon_id, person)
        people[person.persoon_id] = replace(person, rollen=known.rollen | person.rollen)
    return IncidentDraft(
        datum=datums.kort(inhoud.datum) if inhoud.datum else "",
        tijd=datums.tijd_kort(inhoud.tijd) if inhoud.tijd else "",
        plaats=inhoud.plaats,
        betrokkenen=tuple(people.values()),
        feiten=inhoud.feiten,
        kindwoorden="\n".join(stem),
        twijfel=inhoud.twijfel,
        directe_actie=inhoud.gedaan,
    )
