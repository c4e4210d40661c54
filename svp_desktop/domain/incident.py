"""An incident: what is typed, what is recorded, and the checks between them (demands 1-10, 24-34, 46, 49-58)."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from enum import Enum
from typing import Any, NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.wachttijd import Wachttijd


class Soort(Enum):
    """The plan's 13 kinds, in the plan's order (demand 25)."""

    PESTEN = "pesten"
    AGRESSIE = "agressie"
    GEWELD = "geweld"
    VECHTPARTIJ = "vechtpartij"
    ONGEVAL = "ongeval"
    CHANTAGE = "chantage"
    BEDREIGING = "bedreiging"
    SEKSUELE_INTIMIDATIE = "seksuele_intimidatie"
    DISCRIMINATIE = "discriminatie"
    RACISME = "racisme"
    VERNIELING = "vernieling"
    BESCHADIGING_DIEFSTAL = "beschadiging_diefstal"
    ONLINE = "online"


class SubSoort(Enum):
    """The sub-choices that the plan names within a kind (demand 25)."""

    FYSIEK = "fysiek"
    VERBAAL = "verbaal"
    DIGITAAL = "digitaal"
    BESCHADIGING = "beschadiging"
    DIEFSTAL = "diefstal"
    CYBERPESTEN = "cyberpesten"
    SEXTING = "sexting"
    HACKEN = "hacken"
    ANDERS = "anders"


_FVD = (SubSoort.FYSIEK, SubSoort.VERBAAL, SubSoort.DIGITAAL)
SUBSOORTEN: dict[Soort, tuple[SubSoort, ...]] = {
    Soort.AGRESSIE: _FVD,
    Soort.GEWELD: _FVD,
    Soort.BESCHADIGING_DIEFSTAL: (SubSoort.BESCHADIGING, SubSoort.DIEFSTAL),
    Soort.ONLINE: (SubSoort.CYBERPESTEN, SubSoort.SEXTING, SubSoort.HACKEN, SubSoort.ANDERS),
}


class Mand(Enum):
    """The four manden of Verbindend Gezag (demands 53-56)."""

    GROEN = "groen"
    GEEL = "geel"
    ORANJE = "oranje"
    ROOD = "rood"


class PlaatsBereik(Enum):
    """Scope of the plan: within or directly around the school, online, or elsewhere (demand 3)."""

    BINNEN = "binnen"
    OMGEVING = "omgeving"
    ONLINE = "online"
    ELDERS = "elders"


class Betrokkenheid(Enum):
    """Role of a person in one incident (demand 28)."""

    DADER = "dader"
    SLACHTOFFER = "slachtoffer"
    GETUIGE = "getuige"
    OMSTANDER = "omstander"
    MELDER = "melder"


class Partijen(Enum):
    """Pairs of parties, derived from the persons (demand 27)."""

    LEERLINGEN = "leerlingen"
    PERSONEEL = "personeel"
    LEERLING_PERSONEEL = "leerling_personeel"
    OUDER_PERSONEEL = "ouder_personeel"


class OudersIngelicht(Enum):
    """Whether the parents were told."""

    NOG_NIET = "nog_niet"
    JA = "ja"
    NIET_NODIG = "niet_nodig"


class Ernst(Enum):
    """How heavy it was; a serious incident asks for an overleg (demand 37)."""

    GEWOON = "gewoon"
    ERNSTIG = "ernstig"


class Aantasting(Enum):
    """Which safety was harmed (demand 8)."""

    SOCIAAL = "sociaal"
    FYSIEK = "fysiek"
    PSYCHISCH = "psychisch"


class Mediatie(Enum):
    """Whether pupil mediators tried to solve it (demand 46)."""

    NVT = "nvt"
    GELUKT = "gelukt"
    NIET_GELUKT = "niet_gelukt"


class OverlegdMet(Enum):
    """With whom the one who judges discussed it (demand 24)."""

    KWALITEITSCOORDINATOR = "kwaliteitscoordinator"
    DIRECTEUR = "directeur"
    VERTROUWENSPERSOON = "vertrouwenspersoon"
    ANDERS = "anders"


class Politie(Enum):
    """What was done with the police, where a kind asks for it (demand 26)."""

    NVT = "nvt"
    OVERLEGD = "overlegd"
    MELDING = "melding"
    AANGIFTE = "aangifte"


class Letsel(Enum):
    """What an injury needed (demand 26)."""

    GEEN = "geen"
    EHBO = "ehbo"
    ARTS = "arts"
    ZIEKENHUIS = "ziekenhuis"


class Zeden(Enum):
    """Whether a member of staff may be involved in a sexual matter (demands 13, 26)."""

    ONBEKEND = "onbekend"
    JA = "ja"
    NEE = "nee"


class Kenmerk(Enum):
    """A property of a recorded incident that the list filters and counts on; the order is that of the stored bits."""

    ERNSTIG = "ernstig"
    AFGESLOTEN = "afgesloten"
    PERSONEEL = "personeel"
    BASISWAARDEN = "basiswaarden"
    ESIS_OPEN = "esis_open"
    OUDERS_NOG_NIET = "ouders_nog_niet"
    LEERLINGEN_ONDERLING = "leerlingen_onderling"
    PERSONEEL_ONDERLING = "personeel_onderling"
    LEERLING_EN_PERSONEEL = "leerling_en_personeel"
    OUDER_EN_PERSONEEL = "ouder_en_personeel"


@dataclass(frozen=True, slots=True)
class SoortKeuze:
    """One ticked kind with its sub-choices, if it has any."""

    soort: Soort
    sub: tuple[SubSoort, ...] = ()


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """A person in an incident; name, category and group as they were on the day."""

    persoon_id: int
    naam: str
    categorie: PersoonSoort
    groep: str = ""
    rollen: frozenset[Betrokkenheid] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitwerking:
    """What a draft and a recorded incident have alike, and no list ever asks for.

    `reacties` holds the ticked responses of the mand in the words of the day (55-58), `waarneming` and `aanpassing` an
    observation (17), `arbo` whether an accident of staff was reported (26).
    """

    ernst: Ernst = Ernst.GEWOON
    aantasting: frozenset[Aantasting] = frozenset()
    basiswaarden: bool = False
    reacties: tuple[str, ...] = ()
    regel: str = ""
    regel_toelichting: str = ""
    mediatie: Mediatie = Mediatie.NVT
    mediatie_door: str = ""
    beoordelaar: str = ""
    overlegd_met: frozenset[OverlegdMet] = frozenset()
    besluit: str = ""
    waarneming: str = ""
    aanpassing: str = ""
    politie: Politie = Politie.NVT
    letsel: Letsel = Letsel.GEEN
    arbo: bool = False
    zeden: Zeden = Zeden.ONBEKEND


@dataclass(frozen=True, slots=True)
class IncidentDraft(Uitwerking):
    """What the form holds while it is typed: days and time as text, so that nothing typed is ever lost.

    `terugkomen_op` is the day on which the school comes back to it (57).
    """

    datum: str = ""
    tijd: str = ""
    plaats: str = ""
    bereik: PlaatsBereik = PlaatsBereik.BINNEN
    soorten: tuple[SoortKeuze, ...] = ()
    mand: Mand | None = None
    betrokkenen: tuple[Betrokkene, ...] = ()
    feiten: str = ""
    kindwoorden: str = ""
    twijfel: bool = False
    directe_actie: str = ""
    ouders: OudersIngelicht = OudersIngelicht.NOG_NIET
    ouders_toelichting: str = ""
    maatregel: str = ""
    voorkoming: str = ""
    terugkomen_op: str = ""


@dataclass(frozen=True, slots=True)
class IncidentInhoud(Uitwerking):
    """The recorded content of an incident: a draft without blocking findings, with real date and time."""

    datum: date
    tijd: time | None
    plaats: str
    bereik: PlaatsBereik
    soorten: tuple[SoortKeuze, ...]
    mand: Mand
    betrokkenen: tuple[Betrokkene, ...]
    feiten: str
    kindwoorden: str = ""
    twijfel: bool = False
    directe_actie: str = ""
    ouders: OudersIngelicht = OudersIngelicht.NOG_NIET
    ouders_toelichting: str = ""
    maatregel: str = ""
    voorkoming: str = ""
    terugkomen_op: date | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """A recorded incident; `nummer` is "2026-0412", `versie` counts the changes from 1."""

    id: int
    nummer: str
    versie: int
    inhoud: IncidentInhoud
    gemaakt_op: datetime
    gewijzigd_op: datetime
    casus_ids: tuple[int, ...] = ()
    verwijderd: bool = False
    afgesloten_op: date | None = None


class IncidentRegel(NamedTuple):
    """One row of the list."""

    id: int
    nummer: str
    datum: date
    tijd: time | None
    mand: Mand
    soorten: tuple[Soort, ...]
    leerlingen: str
    groepen: str
    omschrijving: str
    twijfel: bool
    in_casus: bool
    plaats: str = ""
    kenmerken: frozenset[Kenmerk] = frozenset()


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """What the list shows; `schooljaar` "2026-2027" or "" for all, `zoek` at least 2 letters or "".

    `vanaf` and `tot` are first and last day. All of `kenmerken` and none of `zonder_kenmerken` must be there.
    `weekdagen` counts from Monday (0); `uren` are hours of the day, -1 is a time that was not filled in. `rol` asks for
    somebody of that category in that role.
    """

    zoek: str = ""
    schooljaar: str = ""
    manden: frozenset[Mand] = field(default_factory=frozenset)
    soorten: frozenset[Soort] = field(default_factory=frozenset)
    persoon_id: int | None = None
    alleen_twijfel: bool = False
    zonder_casus: bool = False
    prullenbak: bool = False
    vanaf: date | None = None
    tot: date | None = None
    plaats: str = ""
    kenmerken: frozenset[Kenmerk] = field(default_factory=frozenset)
    zonder_kenmerken: frozenset[Kenmerk] = field(default_factory=frozenset)
    zonder_plaats: bool = False
    groep: str = ""
    weekdagen: frozenset[int] = field(default_factory=frozenset)
    uren: frozenset[int] = field(default_factory=frozenset)
    rol: tuple[PersoonSoort, Betrokkenheid] | None = None
    wachttijd: Wachttijd | None = None


class IncidentVolgorde(Enum):
    """Columns that the list can be sorted by."""

    DATUM = "datum"
    MAND = "mand"
    SOORT = "soort"
    LEERLING = "leerling"
    GROEP = "groep"
    NUMMER = "nummer"
    TIJD = "tijd"
    PLAATS = "plaats"
    STATUS = "status"


def check(draft: IncidentDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a draft, in the order of the form; `let op` findings never stop a save (demand 31)."""
    findings: list[Finding] = []
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        findings.append(Finding("datum", day.message))
    elif day > today:
        findings.append(Finding("datum", "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."))
    moment = datums.parse_tijd(draft.tijd) if draft.tijd.strip() else None
    if isinstance(moment, Finding):
        findings.append(Finding("tijd", moment.message))
    if not draft.plaats.strip():
        findings.append(Finding("plaats", "Vul in waar het gebeurde.", Severity.LET_OP))
    findings += _check_betrokkenen(draft)
    if not draft.soorten and draft.mand is not Mand.GROEN:
        findings.append(Finding("soorten", "Kies ten minste één soort voorval."))
    for keuze in draft.soorten:
        if SUBSOORTEN.get(keuze.soort) and not keuze.sub:
            findings.append(Finding("soorten", "Kies bij elke soort ook de onderverdeling.", Severity.LET_OP))
            break
    if draft.mand is None:
        findings.append(Finding("mand", "Kies een mand: groen, geel, oranje of rood."))
    if not draft.feiten.strip():
        findings.append(Finding("feiten", "Schrijf in één of twee zinnen wat er gebeurde."))
    if draft.terugkomen_op.strip():
        back = datums.parse_datum(draft.terugkomen_op, today)
        if isinstance(back, Finding):
            findings.append(Finding("terugkomen_op", back.message))
    return tuple(findings)


def check_afsluiten(maatregel: str, voorkoming: str) -> tuple[Finding, ...]:
    """Findings of closing an incident: what was done, and how it is kept from happening again (demand 4)."""
    findings = []
    if not maatregel.strip():
        findings.append(Finding("maatregel", "Schrijf op welke maatregel de school nam."))
    if not voorkoming.strip():
        findings.append(Finding("voorkoming", "Schrijf op hoe u voorkomt dat dit weer gebeurt."))
    return tuple(findings)


def _check_betrokkenen(draft: IncidentDraft) -> list[Finding]:
    if not draft.betrokkenen:
        return [Finding("betrokkenen", "Voeg ten minste één persoon toe. Twee letters van de naam zijn genoeg.")]
    without = [person.naam for person in draft.betrokkenen if not person.rollen]
    if without and draft.mand is not Mand.GROEN:
        return [Finding("betrokkenen", f"Kies voor {without[0]} ten minste één rol.")]
    return []


def parse(draft: IncidentDraft, today: date) -> IncidentInhoud:
    """The content of a draft that `check` lets pass.

    Raises ValueError when the draft still has a blocking finding: call `check` first.
    """
    day = datums.parse_datum(draft.datum, today)
    moment = datums.parse_tijd(draft.tijd) if draft.tijd.strip() else None
    if isinstance(day, Finding) or isinstance(moment, Finding) or draft.mand is None:
        raise ValueError("draft has blocking findings")
    back = datums.parse_datum(draft.terugkomen_op, today) if draft.terugkomen_op.strip() else None
    if isinstance(back, Finding):
        raise ValueError("draft has blocking findings")
    same: dict[str, Any] = {item.name: getattr(draft, item.name) for item in fields(IncidentDraft)}
    stripped: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in same.items()
    }
    return IncidentInhoud(**stripped | {"datum": day, "tijd": moment, "mand": draft.mand, "terugkomen_op": back})


def draft_of(inhoud: IncidentInhoud) -> IncidentDraft:
    """The form for a recorded incident."""
    same: dict[str, Any] = {item.name: getattr(inhoud, item.name) for item in fields(IncidentInhoud)}
    typed = {
        "datum": datums.kort(inhoud.datum),
        "tijd": datums.tijd_kort(inhoud.tijd) if inhoud.tijd else "",
        "terugkomen_op": datums.kort(inhoud.terugkomen_op) if inhoud.terugkomen_op else "",
    }
    return IncidentDraft(**same | typed)


def partijen(betrokkenen: tuple[Betrokkene, ...]) -> frozenset[Partijen]:
    """The pairs of parties among those who took part; witnesses and reporters do not count (demand 27)."""
    active = {Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER}
    kinds = [person.categorie for person in betrokkenen if person.rollen & active]
    pupils, staff = kinds.count(PersoonSoort.LEERLING), kinds.count(PersoonSoort.MEDEWERKER)
    found = set()
    if pupils >= 2:
        found.add(Partijen.LEERLINGEN)
    if staff >= 2:
        found.add(Partijen.PERSONEEL)
    if pupils and staff:
        found.add(Partijen.LEERLING_PERSONEEL)
    if staff and PersoonSoort.OUDER in kinds:
        found.add(Partijen.OUDER_PERSONEEL)
    return frozenset(found)


_VAN_PARTIJEN = {
    Partijen.LEERLINGEN: Kenmerk.LEERLINGEN_ONDERLING,
    Partijen.PERSONEEL: Kenmerk.PERSONEEL_ONDERLING,
    Partijen.LEERLING_PERSONEEL: Kenmerk.LEERLING_EN_PERSONEEL,
    Partijen.OUDER_PERSONEEL: Kenmerk.OUDER_EN_PERSONEEL,
}
_BETROKKEN = frozenset({Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER})


def kenmerken(inhoud: IncidentInhoud) -> frozenset[Kenmerk]:
    """What follows from the content; whether it is closed and whether it stands in Esis is known elsewhere."""
    facts = {
        Kenmerk.ERNSTIG: inhoud.ernst is Ernst.ERNSTIG,
        Kenmerk.BASISWAARDEN: inhoud.basiswaarden,
        Kenmerk.OUDERS_NOG_NIET: inhoud.ouders is OudersIngelicht.NOG_NIET,
        Kenmerk.PERSONEEL: any(
            person.categorie is PersoonSoort.MEDEWERKER and person.rollen & _BETROKKEN for person in inhoud.betrokkenen
        ),
    }
    pairs = {_VAN_PARTIJEN[pair] for pair in partijen(inhoud.betrokkenen)}
    return frozenset(pairs | {kenmerk for kenmerk, there in facts.items() if there})
