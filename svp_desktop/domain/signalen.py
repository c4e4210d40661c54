"""Signals that add up: when the vertrouwenspersoon hears of it, when there is an overleg, and what was agreed
(demands 35-38).

A signal is an incident, not in the groene mand and not thrown away, in which a child is slachtoffer or dader. What an
overleg was already held about does not count again.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import Mand, Soort
from svp_desktop.domain.school import schooljaar, schooljaar_grenzen


class OverlegSoort(Enum):
    """Who is spoken with: the interne vertrouwenspersoon (36), or the three of the plan together (37)."""

    VERTROUWENSPERSOON = "vertrouwenspersoon"
    OVERLEG = "overleg"


class Aanleiding(Enum):
    """Why: several signals on one child, a serious incident, similar signals in the school, or by choice."""

    KIND = "kind"
    ERNSTIG = "ernstig"
    GELIJK = "gelijk"
    ZELF = "zelf"


class OverlegStatus(Enum):
    """How far it is; the last two are finished."""

    OPEN = "open"
    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    NIET_NODIG = "niet_nodig"

    @property
    def klaar(self) -> bool:
        """Nothing is asked of anyone any more."""
        return self in (OverlegStatus.GEHOUDEN, OverlegStatus.NIET_NODIG)


class BespreekSoort(Enum):
    """The meeting at which a point is discussed (35)."""

    GROEP = "groep"
    KIND = "kind"
    EXTRA = "extra"


class SignaalRegel(NamedTuple):
    """A signal without its text: one reporter's words are not shown to another. `melder` is the adult who told it."""

    incident_id: int
    nummer: str
    datum: date
    soorten: tuple[Soort, ...]
    mand: Mand
    plaats: str
    melder: str


@dataclass(frozen=True, slots=True)
class Overleg:
    """Something that is due, planned or held; `signalen` counts the incidents that it is about."""

    id: int
    versie: int
    soort: OverlegSoort
    aanleiding: Aanleiding
    gevraagd_op: date
    status: OverlegStatus = OverlegStatus.OPEN
    persoon_id: int | None = None
    persoon: str = ""
    soort_voorval: Soort | None = None
    gepland_op: date | None = None
    gehouden_op: date | None = None
    aanwezig: str = ""
    besluit: str = ""
    reden: str = ""
    signalen: int = 0
    sinds: date | None = None


@dataclass(frozen=True, slots=True)
class OverlegDraft:
    """The record of an overleg while it is typed: dates as text."""

    gepland_op: str = ""
    gehouden_op: str = ""
    aanwezig: str = ""
    besluit: str = ""
    reden: str = ""


class OverlegInhoud(NamedTuple):
    """The record of an overleg, with real dates and the status that follows from it."""

    status: OverlegStatus
    gepland_op: date | None
    gehouden_op: date | None
    aanwezig: str
    besluit: str
    reden: str


@dataclass(frozen=True, slots=True)
class AfspraakDraft:
    """An action while it is typed: what, by whom (a medewerker, or a name that nobody was chosen for yet), and the day
    as text."""

    omschrijving: str = ""
    eigenaar_id: int | None = None
    datum: str = ""
    wie: str = ""


class Afspraak(NamedTuple):
    """What was agreed: one action with an owner and a day (38)."""

    id: int
    overleg_id: int | None
    omschrijving: str
    eigenaar_id: int | None
    eigenaar: str
    datum: date
    gedaan_op: date | None = None


@dataclass(frozen=True, slots=True)
class PuntDraft:
    """A point for an agenda while it is typed; about a group, a child, or neither. `kind` is a name that nobody was
    chosen for yet."""

    soort: BespreekSoort = BespreekSoort.GROEP
    tekst: str = ""
    groep_id: int | None = None
    persoon_id: int | None = None
    incident_id: int | None = None
    kind: str = ""


class Bespreekpunt(NamedTuple):
    """A point for an agenda; `over` names the group or child, `verslag` is what was said."""

    id: int
    soort: BespreekSoort
    over: str
    tekst: str
    gemaakt_op: date
    incident_id: int | None = None
    besproken_op: date | None = None
    verslag: str = ""
    over_id: int | None = None


class KindSignalen(NamedTuple):
    """What the form says beside what is typed: how many signals this child has, this incident included."""

    persoon_id: int
    roepnaam: str
    aantal: int
    sinds: date
    drempel: int
    casus_id: int | None = None

    @property
    def te_veel(self) -> bool:
        """The interne vertrouwenspersoon hears of it."""
        return self.aantal >= self.drempel


def kind_vanaf(today: date) -> date:
    """The first day whose signals on a child count: that of this school year, because of the schone lei."""
    return schooljaar_grenzen(schooljaar(today))[0]


def gelijk_vanaf(today: date, weken: int) -> date:
    """The first day whose similar signals count together."""
    return today - timedelta(weeks=weken)


def check_overleg(draft: OverlegDraft, gevraagd_op: date, today: date) -> tuple[Finding, ...]:
    """Findings of a record; only dates that are no dates and a day that has not been block."""
    findings = []
    for field in ("gepland_op", "gehouden_op"):
        day = _day(getattr(draft, field), today)
        if isinstance(day, Finding):
            findings.append(Finding(field, day.message))
        elif field == "gehouden_op" and day is not None and day > today:
            findings.append(Finding(field, "Deze dag is nog niet geweest. Vul hem in als het gesprek is geweest."))
    return tuple(findings)


def parse_overleg(draft: OverlegDraft, today: date) -> OverlegInhoud:
    """The record of a draft that `check_overleg` lets pass; raises ValueError when it does not."""
    planned, held = _day(draft.gepland_op, today), _day(draft.gehouden_op, today)
    if isinstance(planned, Finding) or isinstance(held, Finding):
        raise ValueError("draft has blocking findings")
    if held is not None:
        status = OverlegStatus.GEHOUDEN
    else:
        status = OverlegStatus.OPEN if planned is None else OverlegStatus.GEPLAND
    return OverlegInhoud(status, planned, held, draft.aanwezig.strip(), draft.besluit.strip(), draft.reden.strip())


def overleg_draft_of(overleg: Overleg) -> OverlegDraft:
    """The form for a recorded overleg."""
    planned = datums.kort(overleg.gepland_op) if overleg.gepland_op else ""
    held = datums.kort(overleg.gehouden_op) if overleg.gehouden_op else ""
    return OverlegDraft(planned, held, overleg.aanwezig, overleg.besluit, overleg.reden)


def check_afspraak(draft: AfspraakDraft, today: date) -> tuple[Finding, ...]:
    """What an action needs: what, who and when (38)."""
    findings = []
    if not draft.omschrijving.strip():
        findings.append(Finding("omschrijving", "Schrijf op wat er is afgesproken."))
    if draft.eigenaar_id is None:
        findings.append(Finding("eigenaar", "Kies wie het doet. Twee letters van de naam zijn genoeg."))
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        findings.append(Finding("datum", day.message))
    return tuple(findings)


def check_punt(draft: PuntDraft) -> tuple[Finding, ...]:
    """What a point needs: a text, and the group or child that it is about."""
    findings = []
    if not draft.tekst.strip():
        findings.append(Finding("tekst", "Schrijf op wat u wilt bespreken."))
    if draft.soort is BespreekSoort.GROEP and draft.groep_id is None:
        findings.append(Finding("over", "Kies een groep."))
    if draft.soort is BespreekSoort.KIND and draft.persoon_id is None:
        findings.append(Finding("over", "Kies een leerling. Twee letters van de naam zijn genoeg."))
    return tuple(findings)


def _day(text: str, today: date) -> date | Finding | None:
    return datums.parse_datum(text, today) if text.strip() else None
