"""Dossiers with notes: what a meldcode dossier and a private dossier share (demands 12-13, 110-131)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel, schone_tekst

LANGSTE_NAAM = 300


class Aard(Enum):
    """How certain a statement in a meldcode dossier is (step 1 of the meldcode: fact, opinion and suspicion apart)."""

    FEIT = "feit"
    MENING = "mening"
    VERMOEDEN = "vermoeden"


class DossierIsGesloten(UserFacing):
    """A closed dossier takes no new notes or corrections: reopen it first."""

    what = "Dit dossier is gesloten."
    safe = "Er is niets veranderd. Wat u typte, is bewaard als concept."
    now = "Heropen het dossier. Daarna gaat u verder."


class DossierNietLeeg(UserFacing):
    """Only a dossier without notes can be taken back."""

    what = "In dit dossier staat al een aantekening."
    safe = "Er is niets veranderd. Het dossier en de aantekening staan er nog."
    now = "U kunt het dossier sluiten."


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """What is being typed about a dossier: about whom, and the group or what tells the person apart.

    `persoon_uuid` ties it to a person of the register; name and group are its own copy, so that the file reads alone.
    """

    naam: str = ""
    groep: str = ""
    persoon_uuid: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier without its notes; `nummer` is what people call it: "2026-07"."""

    id: int
    nummer: str
    naam: str
    groep: str
    persoon_uuid: str | None
    geopend_op: date
    gesloten_op: date | None

    @property
    def vernietigd(self) -> bool:
        """Whether it was wiped: only its number and its days are left."""
        return not self.naam

    @property
    def gesloten(self) -> bool:
        """True when nothing can be added."""
        return self.gesloten_op is not None


class DossierRegel(NamedTuple):
    """One row of the list of dossiers: `aantal` notes, the last of them about day `laatste`."""

    id: int
    nummer: str
    naam: str
    groep: str
    geopend_op: date
    gesloten_op: date | None
    aantal: int
    laatste: date | None


class DossierAantallen(NamedTuple):
    """How many dossiers the search leaves."""

    lopend: int
    gesloten: int


@dataclass(frozen=True, slots=True)
class AantekeningDraft:
    """What is being typed as a note; day and time as typed. `aard` in what the meldcode kept before it had steps."""

    datum: str = ""
    tijd: str = ""
    met_wie: str = ""
    aard: Aard | None = None
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class AantekeningInhoud:
    """The recorded content of a note: when it was, with whom, and what. `aard` in notes of the meldcode of before."""

    datum: date
    tijd: time | None
    met_wie: str
    aard: Aard | None
    tekst: str


@dataclass(frozen=True, slots=True)
class AantekeningVersie:
    """How a note read before it was corrected: its number (from 1), who wrote it and when (local), and the content."""

    nummer: int
    op: datetime
    door: str
    inhoud: AantekeningInhoud


@dataclass(frozen=True, slots=True)
class Aantekening:
    """A note as it reads now. `eerder` holds what it was before each correction, oldest first.

    `op` and `door` tell when and by whom this version was written; a note that was taken away shows only that it was.
    """

    id: int
    versie: int
    inhoud: AantekeningInhoud
    op: datetime
    door: str
    weggehaald_op: datetime | None = None
    eerder: tuple[AantekeningVersie, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierBlad:
    """An opened dossier: its notes by day, the newest first."""

    dossier: Dossier
    aantekeningen: tuple[Aantekening, ...]


def dossier_nummer(jaar: int, volgnummer: int) -> str:
    """The number that people use, without a name in it: "2026-07"."""
    return f"{jaar}-{volgnummer:02d}"


def dossier_netjes(draft: DossierDraft) -> DossierDraft:
    """The draft with its texts cleaned and on one line."""
    return DossierDraft(op_een_regel(draft.naam), op_een_regel(draft.groep), draft.persoon_uuid)


def check_dossier(draft: DossierDraft) -> tuple[Finding, ...]:
    """A dossier needs somebody whom it is about."""
    naam, groep = op_een_regel(draft.naam), op_een_regel(draft.groep)
    if not naam:
        return (Finding("naam", "Vul in over wie dit dossier gaat. Dat mag ook een omschrijving zijn."),)
    return tuple(
        Finding(field, f"Dit is te lang. Schrijf hoogstens {LANGSTE_NAAM} tekens.")
        for field, text in (("naam", naam), ("groep", groep))
        if len(text) > LANGSTE_NAAM
    )


def check_aantekening(draft: AantekeningDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a note."""
    findings = []
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        findings.append(day)
    elif day > today:
        findings.append(Finding("datum", "Deze dag is nog niet geweest. Schrijf op wanneer het was."))
    if draft.tijd.strip():
        moment = datums.parse_tijd(draft.tijd)
        if isinstance(moment, Finding):
            findings.append(moment)
    if not schone_tekst(draft.tekst).strip():
        findings.append(Finding("tekst", "Schrijf op wat er is gezien, gezegd of besproken."))
    return tuple(findings)


def parse_aantekening(draft: AantekeningDraft, today: date) -> AantekeningInhoud:
    """The content of a draft that `check_aantekening` lets pass. Raises ValueError for another one."""
    day = datums.parse_datum(draft.datum, today)
    moment = datums.parse_tijd(draft.tijd) if draft.tijd.strip() else None
    if isinstance(day, Finding) or isinstance(moment, Finding):
        raise ValueError("draft has blocking findings")
    return AantekeningInhoud(
        datum=day,
        tijd=moment,
        met_wie=op_een_regel(draft.met_wie),
        aard=None,
        tekst=schone_tekst(draft.tekst).strip(),
    )


def aantekening_draft_of(inhoud: AantekeningInhoud) -> AantekeningDraft:
    """The form for a recorded note."""
    return AantekeningDraft(
        datum=datums.kort(inhoud.datum),
        tijd=datums.tijd_kort(inhoud.tijd) if inhoud.tijd else "",
        met_wie=inhoud.met_wie,
        tekst=inhoud.tekst,
    )
