"""A casus: the way of Verbindend Gezag with one child or group (demands 19-22, 35-43, 52, 60-79)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.acties import ACTIE_VAN_CODE, Pijler
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.incident import Mand


class CasusStatus(Enum):
    """Where a casus stands."""

    LOPEND = "lopend"
    NAZORG = "nazorg"
    AFGESLOTEN = "afgesloten"


class ZorgNiveau(Enum):
    """Level of waakzame zorg (demand 42)."""

    OPEN = "open"
    GERICHT = "gericht"
    BESCHERMEND = "beschermend"


class GedeeldMet(Enum):
    """With whom a step was shared: transparency (demands 42, 52)."""

    TEAM = "team"
    OUDERS = "ouders"
    KIND = "kind"
    NETWERK = "netwerk"


@dataclass(frozen=True, slots=True)
class CasusDraft:
    """What is typed when a casus is opened or changed; exactly one of leerling and groep."""

    leerling_id: int | None = None
    groep_id: int | None = None
    eigenaar_id: int | None = None
    aanleiding: str = ""
    doel: str = ""
    zorg: ZorgNiveau = ZorgNiveau.OPEN
    incident_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Casus:
    """A recorded casus; `titel` and `groep` are the names of today."""

    id: int
    versie: int
    leerling_id: int | None
    groep_id: int | None
    titel: str
    groep: str
    eigenaar_id: int | None
    eigenaar: str
    aanleiding: str
    doel: str
    zorg: ZorgNiveau
    status: CasusStatus
    geopend_op: date
    afgesloten_op: date | None
    afsluitreden: str
    gewijzigd_op: datetime


@dataclass(frozen=True, slots=True)
class ActieDraft:
    """What is typed when an action is planned or recorded; days as text, so that nothing typed is lost."""

    actie: str = ""
    datum: str = ""
    tot: str = ""
    wie: str = ""
    gedeeld_met: frozenset[GedeeldMet] = frozenset()
    toelichting: str = ""
    waarom: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class CasusActie:
    """A recorded action of a casus; a day after today means that it is planned."""

    id: int
    casus_id: int
    actie: str
    datum: date
    tot: date | None
    wie: str
    gedeeld_met: frozenset[GedeeldMet]
    toelichting: str
    waarom: str
    effect: str

    @property
    def pijlers(self) -> tuple[Pijler, ...]:
        """The pijlers that this action serves."""
        return ACTIE_VAN_CODE[self.actie].pijlers


class TijdlijnSoort(Enum):
    """Kind of event on the timeline."""

    INCIDENT = "incident"
    ACTIE = "actie"
    PAPIER = "papier"
    STATUS = "status"


class TijdlijnRegel(NamedTuple):
    """One event of a casus; `ref_id` is the incident, action or paper, `actie` the catalogue code of an action."""

    datum: date
    soort: TijdlijnSoort
    titel: str
    zin: str
    mand: Mand | None
    actie: str
    gepland: bool
    ref_id: int


class CasusRegel(NamedTuple):
    """One row of the list: last mand, name, group, owner, next planned step and how often each pijler was served."""

    id: int
    titel: str
    groep: str
    mand: Mand | None
    eigenaar: str
    status: CasusStatus
    volgende: str
    volgende_op: date | None
    pijlers: tuple[int, int, int, int, int]
    geopend_op: date


@dataclass(frozen=True, slots=True)
class CasusFilter:
    """What the list shows; closed ones only on request."""

    zoek: str = ""
    afgesloten: bool = False
    te_laat: bool = False
    lege_pijler: bool = False


@dataclass(frozen=True, slots=True)
class AfsluitDraft:
    """What is typed when a casus is closed."""

    reden: str = ""
    toelichting: str = ""


def check_casus(draft: CasusDraft) -> tuple[Finding, ...]:
    """Findings when a casus is opened or changed."""
    findings = []
    if (draft.leerling_id is None) == (draft.groep_id is None):
        findings.append(Finding("leerling", "Kies één kind of één groep."))
    if draft.eigenaar_id is None:
        findings.append(Finding("eigenaar", "Kies wie de casus leidt."))
    if not draft.aanleiding.strip():
        findings.append(Finding("aanleiding", "Schrijf in één of twee zinnen waarom deze casus begint."))
    if not draft.doel.strip():
        findings.append(Finding("doel", "Wat willen we bereiken? Dit mag later.", Severity.LET_OP))
    return tuple(findings)


def check_actie(draft: ActieDraft, casus: Casus, earlier: tuple[CasusActie, ...], today: date) -> tuple[Finding, ...]:
    """Findings of an action; *eerst connectie* is a let-op, never a stop (demand 79)."""
    findings = []
    if draft.actie not in ACTIE_VAN_CODE:
        findings.append(Finding("actie", "Kies een actie."))
    day = datums.parse_datum(draft.datum, today)
    end = datums.parse_datum(draft.tot, today) if draft.tot.strip() else None
    if isinstance(day, Finding):
        findings.append(Finding("datum", day.message))
    elif day > today + timedelta(days=370):
        findings.append(Finding("datum", "Deze dag is meer dan een jaar ver. Klopt het jaar?"))
    if isinstance(end, Finding):
        findings.append(Finding("tot", end.message))
    elif end and not isinstance(day, Finding) and end < day:
        findings.append(Finding("tot", "De laatste dag ligt vóór de eerste dag."))
    if not draft.wie.strip():
        findings.append(Finding("wie", "Vul in wie dit doet of deed."))
    if not draft.waarom.strip():
        findings.append(Finding("waarom", "Waarom juist nu deze actie? Dit mag later.", Severity.LET_OP))
    if not isinstance(day, Finding) and _needs_connection(draft.actie, earlier, day):
        text = "Eerst connectie: de laatste vier weken staat er geen relatiegebaar in deze casus."
        findings.append(Finding("actie", text, Severity.LET_OP))
    return tuple(findings)


def _needs_connection(actie: str, earlier: tuple[CasusActie, ...], day: date) -> bool:
    if actie not in ("aankondiging", "thuis_school"):
        return False
    recent = (item for item in earlier if day - timedelta(days=28) <= item.datum <= day)
    return not any(Pijler.RELATIE in item.pijlers for item in recent)


def check_afsluiten(draft: AfsluitDraft) -> tuple[Finding, ...]:
    """A casus closes with a reason."""
    if not draft.reden.strip():
        return (Finding("reden", "Kies waarom de casus stopt."),)
    return ()


def pijler_telling(acties: tuple[CasusActie, ...], today: date) -> tuple[int, int, int, int, int]:
    """How often each pijler was served up to today, in the order of Pijler."""
    done = [item for item in acties if item.datum <= today]
    first, second, third, fourth, fifth = (sum(pijler in item.pijlers for item in done) for pijler in Pijler)
    return first, second, third, fourth, fifth
