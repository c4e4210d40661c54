"""The dossier of one child for inzage by its parents: what is in it, what of it is black, and who looked (law 2.6).

A parent with gezag may see what the school keeps about the child; not what it keeps about others (AVG art. 15 lid 4).
The program proposes what becomes black, a person looks at every piece, and only then is there a paper.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.zwartmaken import Balk, Vondst, Zoeker, voeg_samen, waar, zonder

#: What stands on paper in place of what is black: always as long, so that its length tells nothing.
ZWART = "■■■■■"


class DossierDeel(Enum):
    """The parts of a dossier, in their order."""

    CASUS = "casus"
    MENSEN = "mensen"
    INCIDENTEN = "incidenten"
    ACTIES = "acties"
    GESPREKKEN = "gesprekken"
    THUISSCHOOL = "thuisschool"
    HERSTEL = "herstel"
    TAKEN = "taken"
    PAPIEREN = "papieren"
    EVALUATIE = "evaluatie"


DELEN: dict[DossierDeel, str] = {
    DossierDeel.CASUS: "De casus",
    DossierDeel.MENSEN: "Mensen",
    DossierDeel.INCIDENTEN: "Incidenten",
    DossierDeel.ACTIES: "Acties",
    DossierDeel.GESPREKKEN: "Gesprekken",
    DossierDeel.THUISSCHOOL: "Thuis-school",
    DossierDeel.HERSTEL: "Herstelgesprekken",
    DossierDeel.TAKEN: "Taken",
    DossierDeel.PAPIEREN: "Papieren",
    DossierDeel.EVALUATIE: "Terugkijken",
}


class DossierTekst(NamedTuple):
    """One text that somebody typed, or a name. `kop` is a word of the program; `heel` says why all of it is proposed
    black ("" when it is not)."""

    code: str
    kop: str
    tekst: str
    heel: str = ""


class DossierStuk(NamedTuple):
    """One piece that is looked at as a whole: an incident, a talk. `feiten` are words of the program."""

    code: str
    deel: DossierDeel
    kop: str
    feiten: tuple[tuple[str, str], ...]
    teksten: tuple[DossierTekst, ...]
    let_op: str = ""


class InzageVrager(NamedTuple):
    """A parent of the child, who may ask when there is gezag."""

    ouder_id: int
    naam: str
    relatie: str
    gezag: bool


@dataclass(frozen=True, slots=True)
class TekstKeuze:
    """What the user changed in one text: added black, what was lifted, and whether a text that was black as a whole
    was opened (then its names are still black). `merk` knows the text that it was about."""

    code: str
    merk: str
    zwart: tuple[Balk, ...] = ()
    licht: tuple[Balk, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """A piece that somebody looked at, as it was."""

    code: str
    merk: str


@dataclass(frozen=True, slots=True)
class InzageConcept:
    """Everything that is chosen and looked at; it survives a lock."""

    leerling_id: int | None = None
    ouder_ids: tuple[int, ...] = ()
    gevraagd_op: str = ""
    initialen: bool = False
    woorden: tuple[str, ...] = ()
    keuzes: tuple[TekstKeuze, ...] = ()
    nagekeken: tuple[Nagekeken, ...] = ()


@dataclass(frozen=True, slots=True)
class Inzagedossier:
    """Everything of a casus about one child, as it is now; `zoeker` finds names of others in it."""

    casus_id: int
    leerling_id: int
    kind: str
    titel: str
    groep: str
    stukken: tuple[DossierStuk, ...]
    zoeker: Zoeker


class Lakwerk:
    """A dossier with what was chosen about it. Changes give another concept; nothing here is kept by itself."""

    def __init__(self, dossier: Inzagedossier, concept: InzageConcept) -> None:
        self.dossier, self.concept = dossier, concept
        self._finder = dossier.zoeker.met(concept.woorden)
        self._found: dict[str, Vondst] = {}
        self._texts = {text.code: text for piece in dossier.stukken for text in piece.teksten}
        self._choices = {one.code: one for one in concept.keuzes}
        self._seen = {one.code: one.merk for one in concept.nagekeken}

    def met(self, concept: InzageConcept) -> "Lakwerk":
        """The same dossier with another concept; what was found stays when no word was added."""
        made = Lakwerk(self.dossier, concept)
        if concept.woorden == self.concept.woorden:
            made._finder, made._found = self._finder, self._found
        return made

    # -- reading

    def vondst(self, tekst: DossierTekst) -> Vondst:
        """The names in a text."""
        if tekst.code not in self._found:
            self._found[tekst.code] = self._finder.zoek(tekst.tekst)
        return self._found[tekst.code]

    def balken(self, tekst: DossierTekst) -> tuple[Balk, ...]:
        """What is black in a text: what is proposed, without what was lifted, and what was added."""
        choice = self._choice(tekst)
        proposed = (Balk(0, len(tekst.tekst)),) if self.is_heel(tekst) else self.vondst(tekst).zwart
        return voeg_samen(tekst.tekst, (*zonder(proposed, choice.licht), *choice.zwart))

    def is_heel(self, tekst: DossierTekst) -> bool:
        """Whether all of a text is black because it is of somebody else, and nobody opened it."""
        return bool(tekst.heel) and not self._choice(tekst).open

    def twijfels(self, tekst: DossierTekst) -> tuple[Balk, ...]:
        """What looks like a name and is not black."""
        return zonder(self.vondst(tekst).twijfels, self.balken(tekst))

    def is_nagekeken(self, stuk: DossierStuk) -> bool:
        """Whether somebody looked at this piece as it is now."""
        return self._seen.get(stuk.code) == self._mark(stuk)

    def open_stukken(self) -> tuple[DossierStuk, ...]:
        """The pieces that nobody looked at yet, or that changed since."""
        return tuple(piece for piece in self.dossier.stukken if not self.is_nagekeken(piece))

    def aantal_balken(self, stuk: DossierStuk) -> int:
        """How many black bars the piece has."""
        return sum(len(self.balken(text)) for text in stuk.teksten)

    def zichtbaar(self, woord: str) -> int:
        """How often a word still stands somewhere in the dossier without being black."""
        return sum(
            bool(zonder((place,), self.balken(text)))
            for text in self._texts.values()
            for place in waar(text.tekst, woord)
        )

    def op_papier(self, tekst: DossierTekst) -> str:
        """The text as it leaves: nothing of what is black is in it; staff by initials when that was chosen."""
        black = [(one, ZWART) for one in self.balken(tekst)]
        staff = self.vondst(tekst).medewerkers if self.concept.initialen else ()
        short = [
            (one, _initials(tekst.tekst[one.van : one.tot]))
            for one in staff
            if all(one.tot <= bar.van or bar.tot <= one.van for bar, _ in black)
        ]
        parts, at = [], 0
        for one, word in sorted([*black, *short]):
            parts += [tekst.tekst[at : one.van].replace("■", "▪"), word]
            at = one.tot
        return "".join([*parts, tekst.tekst[at:].replace("■", "▪")])

    # -- choosing

    def maak_zwart(self, code: str, balk: Balk) -> InzageConcept:
        """Black from one sign to another in this text."""
        choice = self._choice(self._texts[code])
        changed = replace(choice, zwart=(*choice.zwart, balk), licht=zonder(choice.licht, (balk,)))
        return self._with(changed)

    def maak_licht(self, code: str, balk: Balk) -> InzageConcept:
        """Lift what is black there. A text that was black as a whole opens, and its names are still black."""
        text = self._texts[code]
        choice = self._choice(text)
        if text.heel and not choice.open:
            return self._with(replace(choice, open=True, zwart=zonder(choice.zwart, (balk,))))
        changed = replace(choice, licht=(*choice.licht, balk), zwart=zonder(choice.zwart, (balk,)))
        return self._with(changed)

    def overal_zwart(self, woord: str) -> InzageConcept:
        """This word black in every text, also where it is typed without a capital."""
        return replace(self.concept, woorden=tuple(dict.fromkeys((*self.concept.woorden, woord.strip()))))

    def vink(self, stuk: DossierStuk, *, gezien: bool = True) -> InzageConcept:
        """Somebody looked at this piece as it is now, or wants to look again."""
        others = tuple(one for one in self.concept.nagekeken if one.code != stuk.code)
        mine = (Nagekeken(stuk.code, self._mark(stuk)),) if gezien else ()
        return replace(self.concept, nagekeken=(*others, *mine))

    # -- inside

    def _choice(self, tekst: DossierTekst) -> TekstKeuze:
        """What was chosen in this text; nothing when the text became another one since."""
        mark, found = _hash(tekst.tekst), self._choices.get(tekst.code)
        return found if found is not None and found.merk == mark else TekstKeuze(tekst.code, mark)

    def _with(self, keuze: TekstKeuze) -> InzageConcept:
        others = (one for one in self.concept.keuzes if one.code != keuze.code)
        return replace(self.concept, keuzes=tuple(sorted((*others, keuze), key=lambda one: one.code)))

    def _mark(self, stuk: DossierStuk) -> str:
        """Of what somebody saw: the texts, and what the program proposed in them."""
        shown = [(text.code, text.kop, text.tekst, text.heel, self.vondst(text).zwart) for text in stuk.teksten]
        return _hash(repr((stuk.kop, stuk.feiten, shown)))


def check_vraag(concept: InzageConcept, vragers: Sequence[InzageVrager], today: date) -> tuple[Finding, ...]:
    """Findings of who asks for which child, and when."""
    findings = []
    if concept.leerling_id is None:
        findings.append(Finding("kind", "Kies over welk kind het gaat."))
    known = {one.ouder_id: one for one in vragers}
    chosen = [known[id_] for id_ in concept.ouder_ids if id_ in known]
    if concept.leerling_id is not None and not any(one.gezag for one in vragers):
        text = "Van dit kind staat geen ouder met gezag in het register. Vul dat eerst aan bij Personen."
        findings.append(Finding("ouders", text))
    elif not chosen:
        findings.append(Finding("ouders", "Kies welke ouder om inzage vraagt."))
    elif any(not one.gezag for one in chosen):
        findings.append(Finding("ouders", "Alleen een ouder met gezag krijgt inzage."))
    day = datums.parse_datum(concept.gevraagd_op, today)
    if isinstance(day, Finding):
        findings.append(Finding("gevraagd_op", day.message))
    elif day > today:
        findings.append(Finding("gevraagd_op", "Deze dag is nog niet geweest."))
    return tuple(findings)


def antwoord_voor(gevraagd: date, weken: int) -> date:
    """The last day on which the school answers (AVG art. 12: within weeks, a setting)."""
    return gevraagd + timedelta(weeks=weken)


def lege_teksten(teksten: Iterable[DossierTekst]) -> tuple[DossierTekst, ...]:
    """Only the texts that hold something."""
    return tuple(text for text in teksten if text.tekst.strip())


def per_deel(stukken: Iterable[DossierStuk]) -> Mapping[DossierDeel, tuple[DossierStuk, ...]]:
    """The pieces by part, in the order of the parts; parts without a piece are not there."""
    found: dict[DossierDeel, list[DossierStuk]] = {part: [] for part in DossierDeel}
    for piece in stukken:
        found[piece.deel].append(piece)
    return {part: tuple(pieces) for part, pieces in found.items() if pieces}


def _initials(naam: str) -> str:
    """ "Marit Smeets" as "M.S."; "van den Berg" as "v.d.B."."""
    return "".join(f"{word[0]}." for word in naam.replace("-", " ").split() if word[0].isalpha()) or naam


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
