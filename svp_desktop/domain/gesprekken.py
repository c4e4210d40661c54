"""Talks of a casus: asked, planned, held, in the kinddossier (demands 19-22, 72).

A talk that was asked and was not held waits; the program tells how long, in school days where the calendar is known.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.inzage_ouders import Inzage, check_inzage
from svp_desktop.domain.schooldagen import Schoolkalender


class GesprekSoort(Enum):
    """Kind of talk."""

    KIND = "kind"
    OUDER = "ouder"
    NETWERK = "netwerk"
    BEMIDDELING = "bemiddeling"
    ANDER = "ander"


class Antwoord(Enum):
    """What a child answers to a question about its welbevinden."""

    JA = "ja"
    SOMS = "soms"
    NEE = "nee"
    NIET_GEVRAAGD = "niet_gevraagd"


@dataclass(frozen=True, slots=True)
class Welbevinden:
    """The same four questions in every kindgesprek, and what the child tells in its own words (demand 19)."""

    prettig: Antwoord = Antwoord.NIET_GEVRAAGD
    veilig: Antwoord = Antwoord.NIET_GEVRAAGD
    vrienden: Antwoord = Antwoord.NIET_GEVRAAGD
    hulp: Antwoord = Antwoord.NIET_GEVRAAGD
    eigen_woorden: str = ""

    @property
    def gevraagd(self) -> bool:
        """Whether anything of it was asked."""
        answers = (self.prettig, self.veilig, self.vrienden, self.hulp)
        return bool(self.eigen_woorden.strip()) or any(item is not Antwoord.NIET_GEVRAAGD for item in answers)


#: The questions, by the field of Welbevinden.
WELBEVINDEN_VRAGEN = {
    "prettig": "Vind je het fijn op school?",
    "veilig": "Voel je je veilig?",
    "vrienden": "Heb je iemand om mee te spelen?",
    "hulp": "Weet je wie je kan helpen?",
}


@dataclass(frozen=True, slots=True)
class GesprekTekst:
    """What only the window reads of a talk: who was there, what was said, what was agreed."""

    aanwezig: str = ""
    inbreng: str = ""
    welbevinden: Welbevinden = field(default_factory=Welbevinden)
    verslag: str = ""
    afspraken: str = ""


@dataclass(frozen=True, slots=True)
class GesprekDraft:
    """What is typed of a talk; days as text, so that nothing typed is lost."""

    soort: GesprekSoort | None = None
    persoon_id: int | None = None
    gevraagd_op: str = ""
    gepland_op: str = ""
    gehouden_op: str = ""
    tekst: GesprekTekst = field(default_factory=GesprekTekst)
    esis_op: str = ""
    inzage: Inzage = Inzage.ONBEKEND
    inzage_reden: str = ""


@dataclass(frozen=True, slots=True)
class GesprekInhoud:
    """The recorded content of a talk: a draft without blocking findings, with real days."""

    soort: GesprekSoort
    persoon_id: int | None
    gevraagd_op: date | None
    gepland_op: date | None
    gehouden_op: date | None
    tekst: GesprekTekst
    esis_op: date | None
    inzage: Inzage
    inzage_reden: str


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A recorded talk; `persoon` is the name of today of whom it was with, "" when it was with several."""

    id: int
    casus_id: int
    versie: int
    persoon: str
    inhoud: GesprekInhoud

    @property
    def open(self) -> bool:
        """Asked or planned, and not held."""
        return self.inhoud.gehouden_op is None

    @property
    def datum(self) -> date:
        """The day by which it is ordered: held, else planned, else asked."""
        found = self.inhoud.gehouden_op or self.inhoud.gepland_op or self.inhoud.gevraagd_op
        assert found is not None  # every talk has one of the three
        return found


class GesprekWacht(NamedTuple):
    """How long a talk waits; `schooldagen` None when the school year is not filled in."""

    dagen: int
    schooldagen: int | None

    def __str__(self) -> str:
        if self.dagen == 0:
            return "vandaag gevraagd"
        if self.schooldagen is None:
            return f"wacht {self.dagen} {'dag' if self.dagen == 1 else 'dagen'}"
        return f"wacht {self.schooldagen} {'schooldag' if self.schooldagen == 1 else 'schooldagen'}"


class KindTelling(NamedTuple):
    """Kindgesprekken of one child in this school year, against what the plan asks (demand 19)."""

    leerling_id: int
    naam: str
    aantal: int
    doel: int

    @property
    def genoeg(self) -> bool:
        """Whether the number of the plan is reached."""
        return self.aantal >= self.doel


class GesprekPersoon(NamedTuple):
    """Whom a talk can be with."""

    persoon_id: int
    naam: str
    omschrijving: str


class WachtendGesprek(NamedTuple):
    """A talk that was not held yet, of a running casus: the tasks of today and later."""

    gesprek: Gesprek
    titel: str
    wachttijd: GesprekWacht | None


def check_gesprek(draft: GesprekDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a talk, in the order of the form."""
    days = {name: _dag(getattr(draft, name), today) for name in ("gevraagd_op", "gepland_op", "gehouden_op", "esis_op")}
    findings = []
    if draft.soort is None:
        findings.append(Finding("soort", "Kies wat voor gesprek dit is."))
    if draft.soort is GesprekSoort.KIND and draft.persoon_id is None:
        findings.append(Finding("persoon", "Kies met welk kind. Dan telt het gesprek mee."))
    if draft.soort is GesprekSoort.OUDER and draft.persoon_id is None:
        findings.append(Finding("persoon", "Met welke ouder? Dit mag later.", Severity.LET_OP))
    findings += [Finding(name, day.message) for name, day in days.items() if isinstance(day, Finding)]
    if not any(getattr(draft, name).strip() for name in ("gevraagd_op", "gepland_op", "gehouden_op")):
        findings.append(Finding("gevraagd_op", "Vul in wanneer het gesprek is gevraagd, gepland of gehouden."))
    for name in ("gevraagd_op", "gehouden_op", "esis_op"):
        day = days[name]
        if isinstance(day, date) and day > today:
            findings.append(Finding(name, "Deze dag is nog niet geweest."))
    findings += _volgorde(days)
    if isinstance(days["gehouden_op"], date):
        findings += _gehouden(draft)
    findings += check_inzage(draft.inzage, draft.inzage_reden)
    return tuple(findings)


def _volgorde(days: "dict[str, date | Finding | None]") -> list[Finding]:
    asked, planned, held, esis = (days[name] for name in ("gevraagd_op", "gepland_op", "gehouden_op", "esis_op"))
    findings = []
    if isinstance(asked, date) and isinstance(planned, date) and planned < asked:
        findings.append(Finding("gepland_op", "Deze dag ligt vóór de dag waarop het is gevraagd."))
    if isinstance(asked, date) and isinstance(held, date) and held < asked:
        findings.append(Finding("gehouden_op", "Deze dag ligt vóór de dag waarop het is gevraagd."))
    if isinstance(esis, date) and held is None:
        findings.append(Finding("esis_op", "Dit gesprek is nog niet gehouden."))
    elif isinstance(esis, date) and isinstance(held, date) and esis < held:
        findings.append(Finding("esis_op", "Deze dag ligt vóór het gesprek."))
    return findings


def _gehouden(draft: GesprekDraft) -> list[Finding]:
    """What a talk that was held still misses; it stops nothing."""
    tekst, findings = draft.tekst, []
    if draft.soort is GesprekSoort.OUDER and not tekst.inbreng.strip():
        text = "Wat weet de ouder van dit kind? De ouder is kindkenner. Dit mag later."
        findings.append(Finding("inbreng", text, Severity.LET_OP))
    if draft.soort is GesprekSoort.KIND and not tekst.welbevinden.gevraagd:
        text = "Vraag ook hoe het met het kind gaat. Dit mag later."
        findings.append(Finding("welbevinden", text, Severity.LET_OP))
    if not tekst.verslag.strip():
        findings.append(Finding("verslag", "Er is nog geen verslag. Dit mag later.", Severity.LET_OP))
    return findings


def parse_gesprek(draft: GesprekDraft, today: date) -> GesprekInhoud:
    """The content of a draft. Raises ValueError for one that `check_gesprek` does not let pass."""
    days = [_dag(text, today) for text in (draft.gevraagd_op, draft.gepland_op, draft.gehouden_op, draft.esis_op)]
    asked, planned, held, esis = (None if isinstance(day, Finding) else day for day in days)
    if draft.soort is None or any(isinstance(day, Finding) for day in days):
        raise ValueError("draft has blocking findings")
    tekst = draft.tekst
    stripped = {item.name: getattr(tekst, item.name) for item in fields(tekst) if item.name != "welbevinden"}
    return GesprekInhoud(
        soort=draft.soort,
        persoon_id=draft.persoon_id,
        gevraagd_op=asked,
        gepland_op=planned,
        gehouden_op=held,
        tekst=GesprekTekst(welbevinden=tekst.welbevinden, **{name: text.strip() for name, text in stripped.items()}),
        esis_op=esis,
        inzage=draft.inzage,
        inzage_reden=draft.inzage_reden.strip() if draft.inzage is Inzage.NEE else "",
    )


def gesprek_draft_of(gesprek: Gesprek) -> GesprekDraft:
    """The form for a recorded talk."""
    inhoud = gesprek.inhoud
    return GesprekDraft(
        inhoud.soort,
        inhoud.persoon_id,
        _tekst(inhoud.gevraagd_op),
        _tekst(inhoud.gepland_op),
        _tekst(inhoud.gehouden_op),
        inhoud.tekst,
        _tekst(inhoud.esis_op),
        inhoud.inzage,
        inhoud.inzage_reden,
    )


def wachttijd(gesprek: Gesprek, today: date, kalender: Schoolkalender) -> GesprekWacht | None:
    """How long a talk that was asked waits; None when it was held or when nobody wrote down that it was asked."""
    asked = gesprek.inhoud.gevraagd_op
    if not gesprek.open or asked is None:
        return None
    days = [day for day in kalender.dagen(asked, today) if day > asked]
    return GesprekWacht((today - asked).days, len(days) if kalender.kent(asked, today) else None)


def _dag(text: str, today: date) -> date | Finding | None:
    return datums.parse_nabij(text, today) if text.strip() else None


def _tekst(day: date | None) -> str:
    return datums.lijst(day) if day else ""
