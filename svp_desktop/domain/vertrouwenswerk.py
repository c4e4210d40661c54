"""What a vertrouwenspersoon does: steps in a matter, and work that belongs to no matter, each with its time (112-120).

A step stands with a note of a dossier; a note without one is a talk of which no time was written down. The klacht
itself is never written here, only that there is one and where (117).
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import AantekeningDraft
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel, schone_tekst

MEESTE_MINUTEN = 24 * 60


class ZaakStapSoort(Enum):
    """What a note of a matter was: a talk, first care and advice (113), referral (116), help with a klacht (117)."""

    GESPREK = "gesprek"
    OPVANG = "opvang"
    VERWIJZING = "verwijzing"
    KLACHT = "klacht"
    OVERIG = "overig"


class VerwijsNaar(Enum):
    """To whom somebody is referred (116)."""

    EXTERNE = "externe"
    LEIDINGGEVENDE = "leidinggevende"
    BESTUUR = "bestuur"
    HULP = "hulp"


class VerwijsInstemming(Enum):
    """Who consented to the referral: the child or its parents, or the adult concerned (116)."""

    KIND = "kind"
    OUDERS = "ouders"
    ZELF = "zelf"


class Geleding(Enum):
    """Who is informed each year about task, people, reach and procedures (112)."""

    KINDEREN = "kinderen"
    OUDERS = "ouders"
    TEAM = "team"
    MR = "mr"
    KINDERRAAD = "kinderraad"


class WerkSoort(Enum):
    """Work that belongs to no matter (112, 118-120)."""

    INFORMEREN = "informeren"
    ADVIES = "advies"
    LEEFGEMEENSCHAP = "leefgemeenschap"
    SCHOLING = "scholing"
    INTERVISIE = "intervisie"
    EERSTE_GESPREK = "eerste_gesprek"
    OVERIG = "overig"


@dataclass(frozen=True, slots=True)
class ZaakStapDraft:
    """What is being typed about a step, beside its note; `minuten` as text."""

    soort: ZaakStapSoort = ZaakStapSoort.GESPREK
    minuten: str = ""
    naar: VerwijsNaar | None = None
    instemming: VerwijsInstemming | None = None
    klacht_bij: str = ""


@dataclass(frozen=True, slots=True)
class ZaakStapInhoud:
    """A recorded step; `minuten` 0 when nobody wrote them down. `klacht_bij`: where the klacht lies, not what it is."""

    soort: ZaakStapSoort = ZaakStapSoort.GESPREK
    minuten: int = 0
    naar: VerwijsNaar | None = None
    instemming: VerwijsInstemming | None = None
    klacht_bij: str = ""


@dataclass(frozen=True, slots=True)
class ZaakNotitie:
    """The form of a note with its step."""

    aantekening: AantekeningDraft = field(default_factory=AantekeningDraft)
    stap: ZaakStapDraft = field(default_factory=ZaakStapDraft)


@dataclass(frozen=True, slots=True)
class WerkDraft:
    """What is being typed about work of one's own."""

    soort: WerkSoort | None = None
    datum: str = ""
    minuten: str = ""
    geleding: Geleding | None = None
    gevraagd: bool = False
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class WerkInhoud:
    """Recorded work. `geleding` only with informing; `gevraagd`: advice that was asked for (118)."""

    soort: WerkSoort
    datum: date
    minuten: int = 0
    geleding: Geleding | None = None
    gevraagd: bool = False
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Werk:
    """One line of one's own work; `op` and `door` tell when (local) and by whom it was written."""

    id: int
    versie: int
    inhoud: WerkInhoud
    op: datetime
    door: str


def check_stap(draft: ZaakStapDraft) -> tuple[Finding, ...]:
    """Findings of a step, beside those of its note."""
    findings = _minutes(draft.minuten)
    if draft.soort is ZaakStapSoort.VERWIJZING:
        if draft.naar is None:
            findings.append(Finding("naar", "Kies naar wie u verwijst."))
        if draft.instemming is None:
            text = "Verwijzen kan alleen met toestemming. Kies wie die gaf."
            findings.append(Finding("stap_instemming", text))
    if draft.soort is ZaakStapSoort.KLACHT and not op_een_regel(draft.klacht_bij):
        findings.append(Finding("klacht_bij", "Schrijf op waar de klacht ligt, niet waar hij over gaat."))
    return tuple(findings)


def parse_stap(draft: ZaakStapDraft) -> ZaakStapInhoud:
    """The step of a draft that `check_stap` lets pass."""
    referral = draft.soort is ZaakStapSoort.VERWIJZING
    return ZaakStapInhoud(
        soort=draft.soort,
        minuten=int(draft.minuten.strip() or 0),
        naar=draft.naar if referral else None,
        instemming=draft.instemming if referral else None,
        klacht_bij=op_een_regel(draft.klacht_bij) if draft.soort is ZaakStapSoort.KLACHT else "",
    )


def stap_draft_of(inhoud: ZaakStapInhoud) -> ZaakStapDraft:
    """The form for a recorded step."""
    return ZaakStapDraft(inhoud.soort, _typed(inhoud.minuten), inhoud.naar, inhoud.instemming, inhoud.klacht_bij)


def check_werk(draft: WerkDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a line of work."""
    findings = []
    if draft.soort is None:
        findings.append(Finding("soort", "Kies wat u deed."))
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        findings.append(replace(day, field="datum"))
    elif day > today:
        findings.append(Finding("datum", "Deze dag moet nog komen."))
    findings += _minutes(draft.minuten)
    if draft.soort is WerkSoort.INFORMEREN and draft.geleding is None:
        findings.append(Finding("geleding", "Kies wie u inlichtte."))
    if draft.soort not in (None, WerkSoort.INFORMEREN, WerkSoort.EERSTE_GESPREK) and not draft.tekst.strip():
        findings.append(Finding("tekst", "Schrijf in een paar woorden op wat het was."))
    return tuple(findings)


def parse_werk(draft: WerkDraft, today: date) -> WerkInhoud:
    """The work of a draft that `check_werk` lets pass. Raises ValueError for another one."""
    day = datums.parse_datum(draft.datum, today)
    if draft.soort is None or isinstance(day, Finding):
        raise ValueError("draft has blocking findings")
    return WerkInhoud(
        soort=draft.soort,
        datum=day,
        minuten=int(draft.minuten.strip() or 0),
        geleding=draft.geleding if draft.soort is WerkSoort.INFORMEREN else None,
        gevraagd=draft.gevraagd and draft.soort is WerkSoort.ADVIES,
        tekst=schone_tekst(draft.tekst).strip(),
    )


def werk_draft_of(inhoud: WerkInhoud) -> WerkDraft:
    """The form for recorded work."""
    return WerkDraft(
        inhoud.soort,
        datums.kort(inhoud.datum),
        _typed(inhoud.minuten),
        inhoud.geleding,
        inhoud.gevraagd,
        inhoud.tekst,
    )


def uren(minuten: int) -> str:
    """ "45 minuten", "2 uur", "2 uur en 5 minuten"."""
    hours, rest = divmod(minuten, 60)
    words = [f"{hours} uur"] if hours else []
    if rest or not hours:
        words.append(f"{rest} minuten" if rest != 1 else "1 minuut")
    return " en ".join(words)


def _typed(minutes: int) -> str:
    return str(minutes) if minutes else ""


def _minutes(text: str) -> list[Finding]:
    typed = text.strip()
    if typed and not (typed.isascii() and typed.isdigit() and int(typed) <= MEESTE_MINUTEN):
        return [Finding("minuten", "Schrijf het aantal minuten, bijvoorbeeld 45.")]
    return []
