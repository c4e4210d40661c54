"""A casus: the way of Verbindend Gezag with one child or group (demands 19-22, 35-43, 52, 60-79)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.actie_velden import GEEN_VELDEN, ActieVelden, check_velden, parse_velden, toon_velden
from svp_desktop.domain.acties import ACTIE_VAN_CODE, Pijler
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.school import Bouw, Naam


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


class Verloop(Enum):
    """What happened to a casus itself, apart from its incidents and actions."""

    GEOPEND = "geopend"
    ZORG = "zorg"
    NAZORG = "nazorg"
    LOOPT = "loopt"
    AFGESLOTEN = "afgesloten"
    HEROPEND = "heropend"
    INZAGE = "inzage"


class CasusIsAfgesloten(UserFacing):
    """A closed casus takes no new actions, papers or changes: reopen it first."""

    what = "Deze casus is afgesloten."
    safe = "Er is niets veranderd. Uw tekst is bewaard als concept."
    now = "Heropen de casus met een reden. Daarna gaat u verder."


@dataclass(frozen=True, slots=True)
class Evaluatie:
    """Looking back at the end: what helped, which pijlers carried, and what the school takes along (demand 79)."""

    geholpen: str = ""
    pijlers: frozenset[Pijler] = frozenset()
    meenemen: str = ""

    @property
    def leeg(self) -> bool:
        """Nothing was filled in."""
        return not (self.geholpen.strip() or self.pijlers or self.meenemen.strip())


@dataclass(frozen=True, slots=True)
class CasusDraft:
    """What is typed when a casus is opened or changed; exactly one of leerling and groep. `kind` and `leider` are names
    that nobody was chosen for yet; `over_groep` when it is to be a group, also before one is chosen."""

    leerling_id: int | None = None
    groep_id: int | None = None
    eigenaar_id: int | None = None
    aanleiding: str = ""
    doel: str = ""
    zorg: ZorgNiveau = ZorgNiveau.OPEN
    incident_ids: tuple[int, ...] = ()
    kind: str = ""
    leider: str = ""
    over_groep: bool = False


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
    spreekuur: bool = False
    evaluatie: Evaluatie = field(default_factory=Evaluatie)
    #: the day on which who leads it left the school or the register
    eigenaar_weg_op: date | None = None

    def zonder_leider(self, today: date) -> bool:
        """Whether somebody leads it who is not at school any more."""
        return self.eigenaar_weg_op is not None and self.eigenaar_weg_op <= today


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """A guard (see waarborgen) that was passed on purpose, and why."""

    waarborg: str
    reden: str


@dataclass(frozen=True, slots=True)
class ActieDraft:
    """What is typed when an action is planned or recorded; days as text, so that nothing typed is lost.

    `gedaan` False plans it; a day after today is a plan whatever this says.
    """

    actie: str = ""
    datum: str = ""
    tot: str = ""
    wie: str = ""
    gedeeld_met: frozenset[GedeeldMet] = frozenset()
    toelichting: str = ""
    waarom: str = ""
    effect: str = ""
    gedaan: bool = True
    velden: ActieVelden = GEEN_VELDEN
    afweging: str = ""
    overgeslagen: tuple[Overgeslagen, ...] = ()

    def reden_van(self, waarborg: str) -> str:
        """Why this guard was passed, empty when it was not."""
        return _reden_van(self.overgeslagen, waarborg)


@dataclass(frozen=True, slots=True)
class ActieInhoud:
    """The recorded content of an action: a draft without blocking findings, with real days."""

    actie: str
    datum: date
    tot: date | None
    wie: str
    gedeeld_met: frozenset[GedeeldMet]
    toelichting: str
    waarom: str
    effect: str
    gedaan: bool
    velden: ActieVelden = GEEN_VELDEN
    afweging: str = ""
    overgeslagen: tuple[Overgeslagen, ...] = ()


@dataclass(frozen=True, slots=True)
class CasusActie:
    """A recorded action of a casus; as long as it is not `gedaan` it is planned."""

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
    gedaan: bool = True
    versie: int = 1
    velden: ActieVelden = GEEN_VELDEN
    afweging: str = ""
    overgeslagen: tuple[Overgeslagen, ...] = ()

    @property
    def pijlers(self) -> tuple[Pijler, ...]:
        """The pijlers that this action serves."""
        return ACTIE_VAN_CODE[self.actie].pijlers

    def reden_van(self, waarborg: str) -> str:
        """Why this guard was passed, empty when it was not."""
        return _reden_van(self.overgeslagen, waarborg)

    def te_laat(self, today: date) -> bool:
        """True when its last planned day has passed and nobody ticked it as done."""
        return not self.gedaan and (self.tot or self.datum) < today


class TijdlijnSoort(Enum):
    """Kind of event on the timeline."""

    INCIDENT = "incident"
    ACTIE = "actie"
    GESPREK = "gesprek"
    THUISSCHOOL = "thuisschool"
    HERSTEL = "herstel"
    TAAK = "taak"
    OUDERS = "ouders"
    PAPIER = "papier"
    STATUS = "status"


class TijdlijnRegel(NamedTuple):
    """One event of a casus; `ref_id` is the incident, action, talk or paper (0: none), `actie` an action's code."""

    datum: date
    soort: TijdlijnSoort
    titel: str
    zin: str
    mand: Mand | None
    actie: str
    gepland: bool
    ref_id: int
    #: everything that is recorded of an action, line by line, as it is read back on the screen
    meer: str = ""


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
    te_laat: bool = False
    spreekuur: bool = False


class CasusAantallen(NamedTuple):
    """What each filter of the list would show."""

    alle: int
    te_laat: int
    lege_pijler: int
    spreekuur: int = 0


class GeplandeActie(NamedTuple):
    """An action that waits, of a running casus: the tasks of today and later."""

    actie_id: int
    casus_id: int
    titel: str
    zin: str
    datum: date
    te_laat: bool


@dataclass(frozen=True, slots=True)
class CasusFilter:
    """What the list shows; closed ones only on request."""

    zoek: str = ""
    afgesloten: bool = False
    te_laat: bool = False
    lege_pijler: bool = False
    spreekuur: bool = False


@dataclass(frozen=True, slots=True)
class AfsluitDraft:
    """What is typed when a casus is closed."""

    reden: str = ""
    toelichting: str = ""
    evaluatie: Evaluatie = field(default_factory=Evaluatie)


def casus_titel(naam: Naam | None, groepsnaam: str) -> str:
    """What a casus is called: the child's name, or "Groep Kompas" when it is about a group."""
    if naam is not None:
        return str(naam)
    short = _kort(groepsnaam)
    return short if short.casefold().startswith("groep") else f"Groep {short}"


def casus_groep(naam: Naam | None, groepsnaam: str, jaargroep: int | None) -> str:
    """Beside the title: "Kompas 7" for a child, "hele groep" for a group."""
    if naam is None:
        return "hele groep"
    short = _kort(groepsnaam)
    if jaargroep is None or any(sign.isdigit() for sign in short):
        return short
    return f"{short} {jaargroep}" if short else f"groep {jaargroep}"


def _kort(groepsnaam: str) -> str:
    """A group's name without the bouw before it: "Bovenbouw Kompas" is called Kompas."""
    first, _, rest = groepsnaam.partition(" ")
    return rest if rest and first.casefold() in {bouw.value for bouw in Bouw} else groepsnaam


#: Said where a name was typed that nobody was chosen for.
UIT_DE_LIJST = "Typ de naam en kies hem uit de lijst."


def check_casus(draft: CasusDraft) -> tuple[Finding, ...]:
    """Findings when a casus is opened or changed."""
    findings = []
    if (draft.leerling_id is None) == (draft.groep_id is None):
        findings.append(Finding("leerling", UIT_DE_LIJST if draft.kind.strip() else "Kies één kind of één groep."))
    if draft.eigenaar_id is None:
        findings.append(Finding("eigenaar", UIT_DE_LIJST if draft.leider.strip() else "Kies wie de casus leidt."))
    if not draft.aanleiding.strip():
        findings.append(Finding("aanleiding", "Schrijf in één of twee zinnen waarom deze casus begint."))
    if not draft.doel.strip():
        findings.append(Finding("doel", "Wat willen we bereiken? Dit mag later.", Severity.LET_OP))
    return tuple(findings)


def draft_of(casus: Casus, incident_ids: tuple[int, ...] = ()) -> CasusDraft:
    """The form for a recorded casus with its coupled incidents."""
    return CasusDraft(
        leerling_id=casus.leerling_id,
        groep_id=casus.groep_id,
        eigenaar_id=casus.eigenaar_id,
        aanleiding=casus.aanleiding,
        doel=casus.doel,
        zorg=casus.zorg,
        incident_ids=incident_ids,
    )


def check_actie(draft: ActieDraft, today: date) -> tuple[Finding, ...]:
    """Findings of an action by itself; what the rest of the casus asks stands in waarborgen."""
    findings = []
    if draft.actie not in ACTIE_VAN_CODE:
        findings.append(Finding("actie", "Kies een actie."))
    day = datums.parse_nabij(draft.datum, today)
    end = datums.parse_nabij(draft.tot, today) if draft.tot.strip() else None
    if isinstance(day, Finding):
        findings.append(Finding("datum", day.message))
    if isinstance(end, Finding):
        findings.append(Finding("tot", end.message))
    elif end and not isinstance(day, Finding) and end < day:
        findings.append(Finding("tot", "De laatste dag ligt vóór de eerste dag."))
    if not draft.wie.strip():
        findings.append(Finding("wie", "Vul in wie dit doet of deed."))
    if not draft.waarom.strip():
        findings.append(Finding("waarom", "Waarom juist nu deze actie? Dit mag later.", Severity.LET_OP))
    return (*findings, *check_velden(draft.actie, draft.velden, today))


def _reden_van(overgeslagen: tuple[Overgeslagen, ...], waarborg: str) -> str:
    return next((item.reden.strip() for item in overgeslagen if item.waarborg == waarborg), "")


def parse_actie(draft: ActieDraft, today: date) -> ActieInhoud:
    """The content of a draft that `check_actie` lets pass.

    Raises ValueError when the draft still has a blocking finding: call `check_actie` first.
    """
    day = datums.parse_datum(draft.datum, today)
    end = datums.parse_datum(draft.tot, today) if draft.tot.strip() else None
    if isinstance(day, Finding) or isinstance(end, Finding) or draft.actie not in ACTIE_VAN_CODE:
        raise ValueError("draft has blocking findings")
    return ActieInhoud(
        actie=draft.actie,
        datum=day,
        tot=end,
        wie=draft.wie.strip(),
        gedeeld_met=draft.gedeeld_met,
        toelichting=draft.toelichting.strip(),
        waarom=draft.waarom.strip(),
        effect=draft.effect.strip(),
        gedaan=draft.gedaan and day <= today,
        velden=parse_velden(draft.actie, draft.velden, today),
        afweging=draft.afweging.strip(),
        overgeslagen=tuple(
            Overgeslagen(item.waarborg, item.reden.strip()) for item in draft.overgeslagen if item.reden.strip()
        ),
    )


def actie_draft_of(actie: CasusActie) -> ActieDraft:
    """The form for a recorded action."""
    return ActieDraft(
        actie=actie.actie,
        datum=datums.kort(actie.datum),
        tot=datums.kort(actie.tot) if actie.tot else "",
        wie=actie.wie,
        gedeeld_met=actie.gedeeld_met,
        toelichting=actie.toelichting,
        waarom=actie.waarom,
        effect=actie.effect,
        gedaan=actie.gedaan,
        velden=toon_velden(actie.actie, actie.velden),
        afweging=actie.afweging,
        overgeslagen=actie.overgeslagen,
    )


def check_afsluiten(draft: AfsluitDraft) -> tuple[Finding, ...]:
    """A casus closes with a reason."""
    if not draft.reden.strip():
        return (Finding("reden", "Kies waarom de casus stopt."),)
    return ()


def check_heropenen(reden: str) -> tuple[Finding, ...]:
    """A casus opens again with a reason."""
    return () if reden.strip() else (Finding("reden", "Schrijf waarom de casus weer opengaat."),)


def pijler_telling(acties: tuple[CasusActie, ...], today: date) -> tuple[int, int, int, int, int]:
    """How often each pijler was served up to today, in the order of Pijler."""
    done = [item for item in acties if item.gedaan and item.datum <= today]
    first, second, third, fourth, fifth = (sum(pijler in item.pijlers for item in done) for pijler in Pijler)
    return first, second, third, fourth, fifth
