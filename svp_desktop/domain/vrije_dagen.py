"""The table of school-free days that the school keeps: a proposal by region, then its own days (demands 82-88)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import schooljaar


class VrijSoort(Enum):
    """Where a school-free period comes from."""

    VAKANTIE = "vakantie"
    FEESTDAG = "feestdag"
    EIGEN = "eigen"


@dataclass(frozen=True, slots=True)
class VrijeDagenDraft:
    """What is typed for one line of the table; one day when `tot` is empty."""

    naam: str = ""
    vanaf: str = ""
    tot: str = ""


@dataclass(frozen=True, slots=True)
class VrijeDagen:
    """One recorded line: days without school, the first and the last included."""

    id: int
    soort: VrijSoort
    naam: str
    vanaf: date
    tot: date


@dataclass(frozen=True, slots=True)
class Kalenderjaar:
    """One school year of the table: whether it is filled in at all, and whether someone compared it."""

    schooljaar: str
    ingevuld: bool
    nagekeken: bool
    dagen: tuple[VrijeDagen, ...]


def check_vrije_dagen(draft: VrijeDagenDraft, jaar: str, today: date) -> tuple[Finding, ...]:
    """Findings of a line: real days, in order, not longer than a summer, touching the school year that it stands in."""
    findings = []
    if not draft.naam.strip():
        findings.append(Finding("naam", "Hoe heten deze dagen? Bijvoorbeeld: studiedag."))
    first = datums.parse_datum(draft.vanaf, today)
    last = datums.parse_datum(draft.tot, today) if draft.tot.strip() else first
    if isinstance(first, Finding):
        findings.append(Finding("vanaf", first.message))
    if isinstance(last, Finding):
        findings.extend([Finding("tot", last.message)] if draft.tot.strip() else [])
    elif not isinstance(first, Finding):
        if last < first:
            findings.append(Finding("tot", "De laatste dag ligt vóór de eerste dag."))
        elif (last - first).days > 60:
            findings.append(Finding("tot", "Dit is langer dan een zomervakantie. Klopt de laatste dag?"))
        elif jaar not in (schooljaar(first), schooljaar(last)):
            findings.append(Finding("vanaf", f"Deze dagen liggen niet in schooljaar {jaar}."))
    return tuple(findings)


def parse_vrije_dagen(draft: VrijeDagenDraft, today: date) -> tuple[str, date, date]:
    """Name, first and last day of a draft without findings. Raises ValueError when it still has them."""
    first = datums.parse_datum(draft.vanaf, today)
    last = datums.parse_datum(draft.tot, today) if draft.tot.strip() else first
    if isinstance(first, Finding) or isinstance(last, Finding):
        raise ValueError("draft has findings")
    return " ".join(draft.naam.split()), first, last
