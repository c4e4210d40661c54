"""An incident: what is typed, what is recorded, and the checks between them (demands 3, 8, 25-31, 34)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.school import PersoonSoort


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


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """What the form holds while it is typed: date and time as text, so that nothing typed is ever lost."""

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
    vervolg: str = ""


@dataclass(frozen=True, slots=True)
class IncidentInhoud:
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
    vervolg: str = ""


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


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """What the list shows; `schooljaar` "2026-2027" or "" for all, `zoek` at least 2 letters or ""."""

    zoek: str = ""
    schooljaar: str = ""
    manden: frozenset[Mand] = field(default_factory=frozenset)
    soorten: frozenset[Soort] = field(default_factory=frozenset)
    persoon_id: int | None = None
    alleen_twijfel: bool = False
    zonder_casus: bool = False
    prullenbak: bool = False


class IncidentVolgorde(Enum):
    """Columns that the list can be sorted by."""

    DATUM = "datum"
    MAND = "mand"
    SOORT = "soort"
    LEERLING = "leerling"
    GROEP = "groep"


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
    if not draft.soorten:
        findings.append(Finding("soorten", "Kies ten minste één soort voorval."))
    for keuze in draft.soorten:
        if SUBSOORTEN.get(keuze.soort) and not keuze.sub:
            findings.append(Finding("soorten", "Kies bij elke soort ook de onderverdeling.", Severity.LET_OP))
            break
    if draft.mand is None:
        findings.append(Finding("mand", "Kies een mand: groen, geel, oranje of rood."))
    if not draft.feiten.strip():
        findings.append(Finding("feiten", "Schrijf in één of twee zinnen wat er gebeurde."))
    return tuple(findings)


def _check_betrokkenen(draft: IncidentDraft) -> list[Finding]:
    if not draft.betrokkenen:
        return [Finding("betrokkenen", "Voeg ten minste één persoon toe. Twee letters van de naam zijn genoeg.")]
    without = [person.naam for person in draft.betrokkenen if not person.rollen]
    if without:
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
    return IncidentInhoud(
        datum=day,
        tijd=moment,
        plaats=draft.plaats.strip(),
        bereik=draft.bereik,
        soorten=draft.soorten,
        mand=draft.mand,
        betrokkenen=draft.betrokkenen,
        feiten=draft.feiten.strip(),
        kindwoorden=draft.kindwoorden.strip(),
        twijfel=draft.twijfel,
        directe_actie=draft.directe_actie.strip(),
        ouders=draft.ouders,
        ouders_toelichting=draft.ouders_toelichting.strip(),
        vervolg=draft.vervolg.strip(),
    )


def draft_of(inhoud: IncidentInhoud) -> IncidentDraft:
    """The form for a recorded incident."""
    return IncidentDraft(
        datum=datums.kort(inhoud.datum),
        tijd=datums.tijd_kort(inhoud.tijd) if inhoud.tijd else "",
        plaats=inhoud.plaats,
        bereik=inhoud.bereik,
        soorten=inhoud.soorten,
        mand=inhoud.mand,
        betrokkenen=inhoud.betrokkenen,
        feiten=inhoud.feiten,
        kindwoorden=inhoud.kindwoorden,
        twijfel=inhoud.twijfel,
        directe_actie=inhoud.directe_actie,
        ouders=inhoud.ouders,
        ouders_toelichting=inhoud.ouders_toelichting,
        vervolg=inhoud.vervolg,
    )


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
