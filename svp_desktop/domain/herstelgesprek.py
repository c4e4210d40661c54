"""Herstelgesprek: who sits there, whether the iron is cold, the four questions, and what makes it good (84, 87, 89-91).

A herstelgesprek is an offer: nobody can be made to take part, and the child has no outcome forced on it. What is not
ready before the talk is asked about; going on without it is possible with a reason, which stays with the talk.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import Bouw, bouwen_van


class HerstelRol(Enum):
    """What somebody is in a herstelgesprek."""

    GESPREKSLEIDER = "gespreksleider"
    KIND = "kind"
    GERAAKT = "geraakt"
    OUDER = "ouder"
    LEERKRACHT = "leerkracht"
    DIRECTEUR = "directeur"
    STEUNFIGUUR = "steunfiguur"


class Voorwaarde(Enum):
    """What is ready before the talk begins."""

    KOUD_ONS = "koud_ons"
    KOUD_KIND = "koud_kind"
    KOUD_GERAAKT = "koud_geraakt"
    THUIS = "thuis"
    GROEP = "groep"
    VRIJWILLIG = "vrijwillig"


class HerstelStand(Enum):
    """How far a talk is."""

    VOORBEREIDEN = "voorbereiden"
    GEPLAND = "gepland"
    NAZORG = "nazorg"
    KLAAR = "klaar"


#: The questions in the words of the plan (demand 84), by the field of Antwoorden.
VRAGEN = {
    "gebeurd": "Wat is er gebeurd?",
    "geraakt": "Wie is er geraakt?",
    "goedmaken": "Hoe maken we dit goed?",
    "nodig": "Wat hebben we nodig voor de toekomst?",
}

#: Whose answers make the two sides of the talk.
_KANTEN = (HerstelRol.KIND, HerstelRol.GERAAKT)


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What one participant says to the four questions."""

    gebeurd: str = ""
    geraakt: str = ""
    goedmaken: str = ""
    nodig: str = ""

    @property
    def gegeven(self) -> bool:
        """Whether anything was answered."""
        return any(getattr(self, name).strip() for name in VRAGEN)


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """Somebody in the talk; `persoon_id` None when that person is not in the register."""

    rol: HerstelRol
    naam: str
    persoon_id: int | None = None
    antwoorden: Antwoorden = field(default_factory=Antwoorden)

    @property
    def vertelt(self) -> bool:
        """Whether the four questions are put to this person: the gespreksleider asks them."""
        return self.rol is not HerstelRol.GESPREKSLEIDER


@dataclass(frozen=True, slots=True)
class HerstelAfspraakDraft:
    """What is typed of an appointment; the days as text, `gedaan_op` the day on which it was ticked."""

    wie: str = ""
    wat: str = ""
    wanneer: str = ""
    gedaan_op: str = ""

    @property
    def leeg(self) -> bool:
        """Nothing was typed."""
        return not (self.wie.strip() or self.wat.strip() or self.wanneer.strip())


@dataclass(frozen=True, slots=True)
class HerstelAfspraak:
    """Who does what, by when, and since when it is done."""

    wie: str
    wat: str
    wanneer: date | None = None
    gedaan_op: date | None = None

    @property
    def zin(self) -> str:
        """The appointment in one line: "Meester Jan: staat bij het veld"."""
        return f"{self.wie}: {self.wat}" if self.wie else self.wat

    @property
    def wacht(self) -> bool:
        """It has a day, and nobody ticked it."""
        return self.wanneer is not None and self.gedaan_op is None


@dataclass(frozen=True, slots=True)
class HerstelTekst:
    """The words of a talk, the same when they are typed and when they are kept.

    `eigen_voorstel`: the gebaar is the child's own idea. `ontvangst`: how it was for the one who was hurt.
    """

    tijd: str = ""
    plaats: str = ""
    doel: str = ""
    deelnemers: tuple[Deelnemer, ...] = ()
    voorwaarden: frozenset[Voorwaarde] = frozenset()
    toch_verder: str = ""
    gebaar: str = ""
    eigen_voorstel: bool = False
    ontvangst: str = ""
    terugkoppeling: str = ""
    evaluatie: str = ""


@dataclass(frozen=True, slots=True)
class HerstelgesprekDraft:
    """What is typed of a herstelgesprek; days as text, so that nothing typed is lost."""

    incident_id: int | None = None
    thuisschool_id: int | None = None
    gepland_op: str = ""
    gehouden_op: str = ""
    tekst: HerstelTekst = field(default_factory=HerstelTekst)
    gebaar_op: str = ""
    ontvangen_op: str = ""
    afspraken: tuple[HerstelAfspraakDraft, ...] = ()
    evaluatie_op: str = ""


@dataclass(frozen=True, slots=True)
class HerstelNazorg:
    """What comes after the talk, with real days."""

    gebaar_op: date | None = None
    ontvangen_op: date | None = None
    afspraken: tuple[HerstelAfspraak, ...] = ()
    evaluatie_op: date | None = None


@dataclass(frozen=True, slots=True)
class HerstelgesprekInhoud:
    """The recorded content of a talk: a draft without blocking findings."""

    incident_id: int | None = None
    thuisschool_id: int | None = None
    gepland_op: date | None = None
    gehouden_op: date | None = None
    tekst: HerstelTekst = field(default_factory=HerstelTekst)
    nazorg: HerstelNazorg = field(default_factory=HerstelNazorg)


@dataclass(frozen=True, slots=True)
class Herstelgesprek:
    """A recorded herstelgesprek of a casus."""

    id: int
    casus_id: int
    versie: int
    inhoud: HerstelgesprekInhoud

    @property
    def stand(self) -> HerstelStand:
        """How far it is; ready when the gebaar was received, appointments were kept and was looked back on."""
        inhoud, after = self.inhoud, self.inhoud.nazorg
        if inhoud.gehouden_op is None:
            return HerstelStand.VOORBEREIDEN if inhoud.gepland_op is None else HerstelStand.GEPLAND
        waits = (bool(inhoud.tekst.gebaar) and after.ontvangen_op is None) or any(it.wacht for it in after.afspraken)
        return HerstelStand.NAZORG if waits or not inhoud.tekst.evaluatie else HerstelStand.KLAAR


class HerstelWacht(NamedTuple):
    """Something of a talk that waits, and the day that it is for; `afspraak` numbers an appointment, from 0."""

    zin: str
    datum: date
    afspraak: int | None = None


class WachtendHerstel(NamedTuple):
    """What waits of one talk in a running casus."""

    casus_id: int
    gesprek_id: int
    titel: str
    wacht: HerstelWacht


class HerstelKeuze(NamedTuple):
    """Somebody who can take part, and the role that fits."""

    rol: HerstelRol
    naam: str
    persoon_id: int | None


class Gebarenlijst(NamedTuple):
    """The gebaren of one bouw."""

    bouw: Bouw
    gebaren: tuple[str, ...]


class HerstelAanleiding(NamedTuple):
    """An incident or a thuis-school that the talk can belong to."""

    incident_id: int | None
    thuisschool_id: int | None
    tekst: str


def bouwen(jaargroepen: Iterable[int]) -> tuple[Bouw, ...]:
    """The bouwen whose gebaren are offered: groep 6 gets two (91), a child without a jaargroep all three."""
    found = {bouw for jaargroep in jaargroepen for bouw in bouwen_van(jaargroep)}
    return tuple(bouw for bouw in Bouw if bouw in found) or tuple(Bouw)


def tijd_vooraf(school_begint: str, minuten: int) -> str:
    """The time of the talk that the plan asks for, before school; "" when the school's time cannot be read."""
    begin = datums.parse_tijd(school_begint)
    if isinstance(begin, Finding):
        return ""
    moment = datetime.combine(date(2000, 1, 2), begin) - timedelta(minutes=minuten)
    return datums.tijd_kort(moment.time())


def parse_herstelgesprek(draft: HerstelgesprekDraft, today: date) -> HerstelgesprekInhoud:
    """The content of a draft. Raises ValueError for one whose days or time cannot be read."""
    return HerstelgesprekInhoud(
        draft.incident_id,
        draft.thuisschool_id,
        _dag(draft.gepland_op, today),
        _dag(draft.gehouden_op, today),
        _netjes(draft.tekst),
        HerstelNazorg(
            _dag(draft.gebaar_op, today),
            _dag(draft.ontvangen_op, today),
            tuple(
                HerstelAfspraak(
                    item.wie.strip(), item.wat.strip(), _dag(item.wanneer, today), _dag(item.gedaan_op, today)
                )
                for item in draft.afspraken
                if not item.leeg
            ),
            _dag(draft.evaluatie_op, today),
        ),
    )


def herstel_draft_of(gesprek: Herstelgesprek) -> HerstelgesprekDraft:
    """The form for a recorded talk."""
    inhoud, after = gesprek.inhoud, gesprek.inhoud.nazorg
    return HerstelgesprekDraft(
        inhoud.incident_id,
        inhoud.thuisschool_id,
        _tekst(inhoud.gepland_op),
        _tekst(inhoud.gehouden_op),
        inhoud.tekst,
        _tekst(after.gebaar_op),
        _tekst(after.ontvangen_op),
        tuple(
            HerstelAfspraakDraft(item.wie, item.wat, _tekst(item.wanneer), _tekst(item.gedaan_op))
            for item in after.afspraken
        ),
        _tekst(after.evaluatie_op),
    )


def wacht(gesprek: Herstelgesprek, today: date) -> tuple[HerstelWacht, ...]:
    """What of a talk waits: the talk itself, the gebaar, whether it was received, appointments, and looking back.

    What has no day of its own stands on today.
    """
    inhoud, after = gesprek.inhoud, gesprek.inhoud.nazorg
    if inhoud.gehouden_op is None:
        if inhoud.gepland_op is None:
            return (HerstelWacht("Herstelgesprek voorbereiden, nog geen dag", today),)
        at = f", {inhoud.tekst.tijd} uur" if inhoud.tekst.tijd else ""
        return (HerstelWacht(f"Herstelgesprek{at}", inhoud.gepland_op),)
    found = []
    if inhoud.tekst.gebaar and after.gebaar_op is None:
        found.append(HerstelWacht("Herstelgebaar: nog niet gedaan", today))
    elif inhoud.tekst.gebaar and after.ontvangen_op is None:
        found.append(HerstelWacht("Herstelgebaar: vraag of het is aangekomen", today))
    found += [
        HerstelWacht(f"Afspraak: {item.zin}", item.wanneer, number)
        for number, item in enumerate(after.afspraken)
        if item.wacht and item.wanneer is not None
    ]
    if after.evaluatie_op is not None and not inhoud.tekst.evaluatie:
        found.append(HerstelWacht("Terugkijken op het herstelgesprek", after.evaluatie_op))
    return tuple(found)


def met_afspraak(inhoud: HerstelgesprekInhoud, nummer: int, gedaan_op: date | None) -> HerstelgesprekInhoud:
    """The same talk with one appointment (from 0) done on a day, or open again. Raises IndexError."""
    lines = list(inhoud.nazorg.afspraken)
    lines[nummer] = replace(lines[nummer], gedaan_op=gedaan_op)
    return replace(inhoud, nazorg=replace(inhoud.nazorg, afspraken=tuple(lines)))


def kanten(deelnemers: Iterable[Deelnemer]) -> dict[HerstelRol, bool]:
    """For the child and for who was hurt: whether anything was answered."""
    found = dict.fromkeys(_KANTEN, False)
    for item in deelnemers:
        if item.rol in found:
            found[item.rol] = found[item.rol] or item.antwoorden.gegeven
    return found


def _netjes(tekst: HerstelTekst) -> HerstelTekst:
    """Without blanks around the texts; the time written out."""
    plain = {item.name: getattr(tekst, item.name) for item in fields(tekst)}
    words = {name: value.strip() for name, value in plain.items() if isinstance(value, str)}
    at = datums.parse_tijd(words["tijd"]) if words["tijd"] else None
    if isinstance(at, Finding):
        raise ValueError("draft has blocking findings")
    words["tijd"] = datums.tijd_kort(at) if isinstance(at, time) else ""
    people = tuple(
        Deelnemer(item.rol, item.naam.strip(), item.persoon_id, _antwoorden(item.antwoorden))
        for item in tekst.deelnemers
    )
    return HerstelTekst(**(plain | words | {"deelnemers": people}))


def _antwoorden(given: Antwoorden) -> Antwoorden:
    return Antwoorden(**{name: getattr(given, name).strip() for name in VRAGEN})


def _dag(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    found = datums.parse_datum(text, today)
    if isinstance(found, Finding):
        raise ValueError("draft has blocking findings")
    return found


def _tekst(day: date | None) -> str:
    return datums.lijst(day) if day else ""
