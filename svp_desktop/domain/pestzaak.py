"""A pestzaak: from the first worry to the child that says that it has stopped (demands 11, 92, 95, 98, 99, 104-109).

The coordinator has six tasks; each records what was done on which day. A task is done when all that it asks is there;
what still lacks is told and stops nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.pest_toets import Uitkomst
from svp_desktop.domain.school import PersoonSoort

LANGSTE_MELDER = 80
#: So many days before the report nothing of it was done: the year is wrong.
_LANG_ERVOOR = 366
#: What a task may still lack that stands in a form of its own.
MIST_KIND = "wie er gepest wordt"
MIST_TOETS = "de toets: plagen, ruzie of pesten"
MIST_ACTIE = "een actie"
MIST_AFSPRAAK = "een afspraak op papier"
#: All was recorded but on which day it was done.
MIST_DAG = "de dag waarop"


class PestStatus(Enum):
    """Where a pestzaak stands."""

    LOPEND = "lopend"
    NAZORG = "nazorg"
    AFGESLOTEN = "afgesloten"


class PestRol(Enum):
    """What somebody is in the bullying; an adult can be each of these too (99)."""

    GEPEST = "gepest"
    PESTER = "pester"
    ASSISTENT = "assistent"
    VERSTERKER = "versterker"
    VERDEDIGER = "verdediger"
    OMSTANDER = "omstander"


class PestTaak(Enum):
    """The coordinator's six tasks, in the plan's order (104-109)."""

    OPVANGEN = "opvangen"
    LUISTEREN = "luisteren"
    IN_KAART = "in_kaart"
    OPLOSSING = "oplossing"
    NAZORG = "nazorg"
    VERWIJZEN = "verwijzen"


class PestVerloop(Enum):
    """What happened to a pestzaak itself."""

    GEMELD = "gemeld"
    NAZORG = "nazorg"
    AFGESLOTEN = "afgesloten"
    HEROPEND = "heropend"


class Functie(Enum):
    """What the behaviour is for, for who does it (95): there the help begins."""

    ONTDEKKEN = "ontdekken"
    LEREN = "leren"
    GROEP = "groep"
    ONZEKERHEID = "onzekerheid"


class Sluitreden(Enum):
    """Why a pestzaak ends; each has its own condition (see pest_nazorg)."""

    GESTOPT = "gestopt"
    GEEN_PESTEN = "geen_pesten"
    VAN_SCHOOL = "van_school"


class PestzaakIsAfgesloten(UserFacing):
    """A closed pestzaak takes no changes: reopen it first."""

    what = "Deze pestzaak is afgesloten."
    safe = "Er is niets veranderd. Uw tekst is bewaard als concept."
    now = "Heropen de zaak met een reden. Daarna gaat u verder."


@dataclass(frozen=True, slots=True)
class PestDraft:
    """What the forms of the six tasks hold while they are typed: days as text."""

    melding: str = ""
    hoe_lang: str = ""
    plaatsen: str = ""
    online: str = ""
    opgevangen_op: str = ""
    opvang: str = ""
    geluisterd_op: str = ""
    verhaal: str = ""
    in_kaart_op: str = ""
    gedaan_kind: str = ""
    gedaan_ouder: str = ""
    gedaan_leerkracht: str = ""
    rol_uitgelegd: bool = False
    functie: Functie | None = None
    functie_hulp: str = ""
    toezicht: str = ""
    bescherming: str = ""
    dynamiek: str = ""
    oplossing_op: str = ""
    gewenst: str = ""
    aanpak_uitgelegd: bool = False
    klacht_op: str = ""
    klacht: str = ""
    politie_op: str = ""
    politie: str = ""


@dataclass(frozen=True, slots=True)
class PestInhoud:
    """What is recorded of the six tasks, with real days.

    `plaatsen` and `online`: where it happens beside the incidents; `toezicht` and `bescherming`: places with less
    supervision, and parents that protect too much (98); `aanpak`: names of the approaches that were begun; `groep`:
    where it is, as long as nobody knows which child.
    """

    melding: str = ""
    hoe_lang: str = ""
    plaatsen: str = ""
    online: str = ""
    opgevangen_op: date | None = None
    opvang: str = ""
    geluisterd_op: date | None = None
    verhaal: str = ""
    in_kaart_op: date | None = None
    gedaan_kind: str = ""
    gedaan_ouder: str = ""
    gedaan_leerkracht: str = ""
    rol_uitgelegd: bool = False
    functie: Functie | None = None
    functie_hulp: str = ""
    toezicht: str = ""
    bescherming: str = ""
    dynamiek: str = ""
    oplossing_op: date | None = None
    gewenst: str = ""
    aanpak_uitgelegd: bool = False
    klacht_op: date | None = None
    klacht: str = ""
    politie_op: date | None = None
    politie: str = ""
    aanpak: tuple[str, ...] = ()
    sluitreden: Sluitreden | None = None
    geleerd: str = ""
    groep: str = ""


#: The fields that each task's form shows, the day of the task first.
TAAK_VELDEN: dict[PestTaak, tuple[str, ...]] = {
    PestTaak.OPVANGEN: ("opgevangen_op", "opvang", "melding", "hoe_lang"),
    PestTaak.LUISTEREN: ("geluisterd_op", "verhaal"),
    PestTaak.IN_KAART: (
        "in_kaart_op", "gedaan_kind", "gedaan_ouder", "gedaan_leerkracht", "rol_uitgelegd", "functie", "functie_hulp",
        "plaatsen", "online", "toezicht", "bescherming", "dynamiek",
    ),
    PestTaak.OPLOSSING: ("oplossing_op", "gewenst", "aanpak_uitgelegd"),
    PestTaak.NAZORG: (),
    PestTaak.VERWIJZEN: ("klacht_op", "klacht", "politie_op", "politie"),
}  # fmt: skip
_DAYS = ("opgevangen_op", "geluisterd_op", "in_kaart_op", "oplossing_op", "klacht_op", "politie_op")


@dataclass(frozen=True, slots=True)
class PestPersoon:
    """Somebody in a pestzaak, with the names and the group of today."""

    persoon_id: int
    rol: PestRol
    naam: str
    roepnaam: str
    groep: str
    soort: PersoonSoort = PersoonSoort.LEERLING
    notitie: str = ""
    vertrokken: bool = False


@dataclass(frozen=True, slots=True)
class Pestzaak:
    """A recorded pestzaak. `titel` is neutral; the name of who is bullied stands in `personen`.
    `coordinator_weg`: that colleague left the school."""

    id: int
    versie: int
    status: PestStatus
    gemeld_op: date
    melder: str
    coordinator_id: int | None
    coordinator: str
    casus_id: int | None
    inhoud: PestInhoud
    personen: tuple[PestPersoon, ...]
    afgesloten_op: date | None
    gewijzigd_op: datetime
    coordinator_weg: bool = False

    @property
    def leider_id(self) -> int | None:
        """Who leads it and is still there."""
        return None if self.coordinator_weg else self.coordinator_id

    @property
    def titel(self) -> str:
        """What it is called where others may look: never a name."""
        return f"Pestzaak {self.id}"

    @property
    def gepest(self) -> PestPersoon | None:
        """Who it is about; the first when there are more."""
        return next((person for person in self.personen if person.rol is PestRol.GEPEST), None)

    @property
    def groep(self) -> str:
        """The group of who it is about, or what was told of it when nobody knows which child."""
        return self.gepest.groep if self.gepest else self.inhoud.groep

    @property
    def open(self) -> bool:
        """Whether it takes changes."""
        return self.status is not PestStatus.AFGESLOTEN


@dataclass(frozen=True, slots=True)
class PestPersoonDraft:
    """Somebody who is put in a pestzaak."""

    persoon_id: int
    rol: PestRol
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class MeldingDraft:
    """What is typed when somebody reports bullying: by anyone, or from an incident (104). `onbekend`: the reporter does
    not know which child it is, only perhaps the group. `half`: a name that nobody was chosen for."""

    gemeld_op: str = "vandaag"
    melder: str = ""
    melding: str = ""
    hoe_lang: str = ""
    plaatsen: str = ""
    online: str = ""
    personen: tuple[PestPersoonDraft, ...] = ()
    incident_ids: tuple[int, ...] = ()
    onbekend: bool = False
    groep: str = ""
    half: str = ""


@dataclass(frozen=True, slots=True)
class SluitDraft:
    """What is typed when a pestzaak is closed: why, an explanation, and what the school learned."""

    reden: Sluitreden | None = None
    toelichting: str = ""
    geleerd: str = ""


class PestVerloopRegel(NamedTuple):
    """One line of the course of a pestzaak; `geschreven_op` is when it was recorded."""

    op: date
    soort: PestVerloop
    tekst: str
    geschreven_op: datetime


class PestRegel(NamedTuple):
    """One row of the list: `naam` is shown only when the user asks for names."""

    id: int
    titel: str
    naam: str
    groep: str
    status: PestStatus
    taak: PestTaak
    uitkomst: Uitkomst | None
    gemeld_op: date
    coordinator: str
    volgende: str
    volgende_op: date | None
    te_laat: bool


@dataclass(frozen=True, slots=True)
class PestFilter:
    """What the list shows; closed ones only on request."""

    zoek: str = ""
    afgesloten: bool = False


class TaakStand(NamedTuple):
    """How far one of the six tasks is: its day, and what is still to be recorded."""

    taak: PestTaak
    dag: date | None
    mist: tuple[str, ...]

    @property
    def klaar(self) -> bool:
        """Everything that the task asks is there."""
        return self.dag is not None and not self.mist


@dataclass(frozen=True, slots=True)
class Rondom:
    """What stands around a pestzaak and decides how far the tasks are."""

    acties: int = 0
    afspraken: int = 0
    toets: Uitkomst | None = None
    checks_gehouden: int = 0
    checks: int = 0
    laatste_check: date | None = None
    gepest: bool = True


def check_melding(draft: MeldingDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a report; little must be there: who reports is never sent away."""
    found = []
    day = datums.parse_datum(draft.gemeld_op, today)
    if isinstance(day, Finding):
        found.append(Finding("gemeld_op", day.message))
    elif day > today:
        found.append(Finding("gemeld_op", "Deze dag is nog niet geweest."))
    if not draft.melder.strip():
        found.append(Finding("melder", "Vul in wie het meldt, bijvoorbeeld: moeder, een klasgenoot, juf Anouk."))
    elif len(draft.melder.strip()) > LANGSTE_MELDER:
        found.append(Finding("melder", "Schrijf dit korter. Het verhaal hoort bij de melding."))
    if not draft.melding.strip():
        found.append(Finding("melding", "Schrijf in één of twee zinnen wat er gemeld is."))
    if not draft.onbekend and all(person.rol is not PestRol.GEPEST for person in draft.personen):
        words = "Kies om welk kind het gaat: wie wordt er gepest? Of vink aan dat u dat nog niet weet."
        found.append(Finding("personen", words))
    return tuple(found)


def parse_dag(text: str, today: date) -> date | None:
    """The day of a text that was checked; None when it is empty. Raises ValueError when it is no day."""
    if not text.strip():
        return None
    day = datums.parse_datum(text, today)
    if isinstance(day, Finding):
        raise ValueError("draft has blocking findings")
    return day


def check_taak(taak: PestTaak, draft: PestDraft, today: date, gemeld_op: date | None = None) -> tuple[Finding, ...]:
    """Findings of the fields of one task; a day must be one that has been, and not long before the report."""
    found = []
    for name in TAAK_VELDEN[taak]:
        if name not in _DAYS or not str(getattr(draft, name)).strip():
            continue
        day = datums.parse_datum(getattr(draft, name), today)
        if isinstance(day, Finding):
            found.append(Finding(name, day.message))
        elif day > today:
            found.append(Finding(name, "Deze dag is nog niet geweest. Leg het vast als het gedaan is."))
        elif gemeld_op is not None and (gemeld_op - day).days > _LANG_ERVOOR:
            found.append(Finding(name, "Deze dag is meer dan een jaar vóór de melding. Klopt het jaar?"))
    return (*found, *_ask(taak, draft))


def _ask(taak: PestTaak, draft: PestDraft) -> list[Finding]:
    """What the plan asks further of a task: an advice has its day (109), and what a child needs may come later."""
    if taak is PestTaak.VERWIJZEN:
        return [
            Finding(day, "Vul ook in op welke dag u dit advies gaf.")
            for day, words in (("klacht_op", draft.klacht), ("politie_op", draft.politie))
            if words.strip() and not getattr(draft, day).strip()
        ]
    if taak is PestTaak.IN_KAART and draft.functie is not None and not draft.functie_hulp.strip():
        words = "Wat heeft het kind dat dit doet dan nodig? Dit mag later."
        return [Finding("functie_hulp", words, Severity.LET_OP)]
    return []


def leg_vast(taak: PestTaak, draft: PestDraft, before: PestInhoud, today: date) -> PestInhoud:
    """The recorded content with the fields of this task anew; those of the others stay. Raises ValueError."""
    changed: dict[str, Any] = {}
    for name in TAAK_VELDEN[taak]:
        value = getattr(draft, name)
        changed[name] = parse_dag(value, today) if name in _DAYS else value.strip() if isinstance(value, str) else value
    return PestInhoud(**{item.name: getattr(before, item.name) for item in fields(PestInhoud)} | changed)


def draft_of(inhoud: PestInhoud) -> PestDraft:
    """The forms for what is recorded."""
    same: dict[str, Any] = {item.name: getattr(inhoud, item.name) for item in fields(PestDraft)}
    return PestDraft(**same | {name: datums.kort(same[name]) if same[name] else "" for name in _DAYS})


def taken(inhoud: PestInhoud, rondom: Rondom) -> tuple[TaakStand, ...]:
    """How far each of the six tasks is (104-109)."""

    def lacks(*parts: tuple[object, str]) -> tuple[str, ...]:
        return tuple(words for there, words in parts if not there)

    def stand(taak: PestTaak, day: date | None, *parts: tuple[object, str]) -> TaakStand:
        return TaakStand(taak, day, lacks(*parts) or lacks((day, MIST_DAG)))

    return (
        stand(PestTaak.OPVANGEN, inhoud.opgevangen_op, (inhoud.opvang, "hoe het kind is opgevangen")),
        stand(PestTaak.LUISTEREN, inhoud.geluisterd_op, (inhoud.verhaal, "het verhaal in eigen woorden")),
        stand(
            PestTaak.IN_KAART,
            inhoud.in_kaart_op,
            (rondom.gepest, MIST_KIND),
            (inhoud.gedaan_kind, "wat het kind al deed"),
            (inhoud.gedaan_ouder, "wat de ouders al deden"),
            (inhoud.gedaan_leerkracht, "wat de leerkracht al deed"),
            (inhoud.rol_uitgelegd, "uitleg over de rollen"),
            (rondom.toets, MIST_TOETS),
        ),
        stand(
            PestTaak.OPLOSSING,
            inhoud.oplossing_op,
            (inhoud.gewenst, "de gewenste situatie"),
            (inhoud.aanpak_uitgelegd, "uitleg over de aanpak"),
            (rondom.acties, MIST_ACTIE),
            (rondom.afspraken, MIST_AFSPRAAK),
        ),
        TaakStand(
            PestTaak.NAZORG,
            rondom.laatste_check,
            ("de checks met het kind",) if rondom.checks_gehouden < rondom.checks or not rondom.checks else (),
        ),
        TaakStand(PestTaak.VERWIJZEN, max(filter(None, (inhoud.klacht_op, inhoud.politie_op)), default=None), ()),
    )


def bezig(standen: Sequence[TaakStand]) -> PestTaak:
    """The task that it is at now: the first that is not done. Referring is done only when that is needed."""
    open_ = [stand.taak for stand in standen if not stand.klaar and stand.taak is not PestTaak.VERWIJZEN]
    return open_[0] if open_ else PestTaak.NAZORG
