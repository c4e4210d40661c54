"""The people around a casus: team, who is involved or hurt, the parents of each child, steunfiguren (18, 21, 64, 70).

Parents come from the register, each with a line of their own for each child; what was told to one is never taken as
told to the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.school import PersoonSoort


class CasusRol(Enum):
    """What somebody of the register is in a casus."""

    TEAM = "team"
    BETROKKEN = "betrokken"
    GERAAKT = "geraakt"


@dataclass(frozen=True, slots=True)
class CasusPersoon:
    """Somebody of the register in a casus, with the name of today; `omschrijving` is the group, job or children."""

    persoon_id: int
    rol: CasusRol
    soort: PersoonSoort
    naam: str
    omschrijving: str = ""


class CasusKind(NamedTuple):
    """A child whose parents are told: the child of the casus (`rol` None), or one that is hurt or involved."""

    leerling_id: int
    naam: str
    rol: CasusRol | None = None


@dataclass(frozen=True, slots=True)
class OuderDraft:
    """What is typed about one parent; the contribution of the parent as *kindkenner* comes first (demand 21)."""

    inbreng: str = ""
    ingelicht_op: str = ""
    brief_op: str = ""


@dataclass(frozen=True, slots=True)
class OuderRegel:
    """One parent of one child of the casus. `in_register`: the register still has this parent with this child."""

    leerling_id: int
    kind: str
    ouder_id: int
    naam: str
    relatie: str = ""
    gezag: bool = False
    in_register: bool = True
    inbreng: str = ""
    ingelicht_op: date | None = None
    brief_op: date | None = None


@dataclass(frozen=True, slots=True)
class SteunfiguurDraft:
    """What is typed about somebody who helps; `persoon_id` None when that person is not in the register."""

    persoon_id: int | None = None
    naam: str = ""
    relatie: str = ""
    telefoon: str = ""
    toestemming_op: str = ""
    toestemming_van: str = ""
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class Steunfiguur:
    """Somebody who helps the child or the school, with the consent to be called."""

    id: int
    casus_id: int
    persoon_id: int | None
    naam: str
    relatie: str = ""
    telefoon: str = ""
    toestemming_op: date | None = None
    toestemming_van: str = ""
    notitie: str = ""

    @property
    def telefoon_op_papier(self) -> str:
        """The number as a call list or another paper may show it: none without consent."""
        return self.telefoon if self.toestemming_op is not None else ""

    def belregel(self, beller: str) -> tuple[str, str, str]:
        """A line of a call list: who calls, who is called, and the number when there is consent (demand 70)."""
        return beller, ", ".join(filter(None, (self.naam, self.relatie))), self.telefoon_op_papier


def check_ouder(draft: OuderDraft, today: date) -> tuple[Finding, ...]:
    """Days that are no days, or that have not been."""
    return (*_verleden("ingelicht_op", draft.ingelicht_op, today), *_verleden("brief_op", draft.brief_op, today))


def parse_ouder(draft: OuderDraft, today: date) -> tuple[str, date | None, date | None]:
    """Contribution, told on, letter on. Raises ValueError for a draft that `check_ouder` does not let pass."""
    return draft.inbreng.strip(), _dag(draft.ingelicht_op, today), _dag(draft.brief_op, today)


def ouder_draft_of(regel: OuderRegel) -> OuderDraft:
    """The form for one parent."""
    return OuderDraft(regel.inbreng, _tekst(regel.ingelicht_op), _tekst(regel.brief_op))


def check_steunfiguur(draft: SteunfiguurDraft, today: date) -> tuple[Finding, ...]:
    """A name is needed; consent is a day and who gave it, together."""
    findings = []
    if not draft.naam.strip():
        findings.append(Finding("naam", "Vul een naam in."))
    if not draft.relatie.strip():
        findings.append(Finding("relatie", "Wie is dit voor het kind? Dit mag later.", Severity.LET_OP))
    findings += _verleden("toestemming_op", draft.toestemming_op, today)
    if draft.toestemming_op.strip() and not draft.toestemming_van.strip():
        findings.append(Finding("toestemming_van", "Schrijf wie toestemming gaf."))
    if draft.toestemming_van.strip() and not draft.toestemming_op.strip():
        findings.append(Finding("toestemming_op", "Schrijf op welke dag er toestemming was."))
    return tuple(findings)


def parse_steunfiguur(draft: SteunfiguurDraft, steunfiguur_id: int, casus_id: int, today: date) -> Steunfiguur:
    """The record of a draft. Raises ValueError for one that `check_steunfiguur` does not let pass."""
    return Steunfiguur(
        id=steunfiguur_id,
        casus_id=casus_id,
        persoon_id=draft.persoon_id,
        naam=" ".join(draft.naam.split()),
        relatie=draft.relatie.strip(),
        telefoon=draft.telefoon.strip(),
        toestemming_op=_dag(draft.toestemming_op, today),
        toestemming_van=draft.toestemming_van.strip(),
        notitie=draft.notitie.strip(),
    )


def steunfiguur_draft_of(item: Steunfiguur) -> SteunfiguurDraft:
    """The form for a recorded steunfiguur."""
    return SteunfiguurDraft(
        item.persoon_id,
        item.naam,
        item.relatie,
        item.telefoon,
        _tekst(item.toestemming_op),
        item.toestemming_van,
        item.notitie,
    )


def niet_ingelicht(regels: Iterable[OuderRegel]) -> tuple[OuderRegel, ...]:
    """Who has gezag and was not informed: each of the two gezaghebbenden must be told."""
    return tuple(item for item in regels if item.gezag and item.in_register and item.ingelicht_op is None)


def zonder_gezag(kinderen: Iterable[CasusKind], regels: Iterable[OuderRegel]) -> tuple[CasusKind, ...]:
    """The children of whom the register knows nobody with gezag, so that nobody can be told."""
    known = {item.leerling_id for item in regels if item.gezag and item.in_register}
    return tuple(kind for kind in kinderen if kind.leerling_id not in known)


def _verleden(field: str, text: str, today: date) -> tuple[Finding, ...]:
    """Findings of a day that may stay empty and cannot lie ahead."""
    if not text.strip():
        return ()
    day = datums.parse_nabij(text, today)
    if isinstance(day, Finding):
        return (Finding(field, day.message),)
    return (Finding(field, "Deze dag is nog niet geweest."),) if day > today else ()


def _dag(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    day = datums.parse_datum(text, today)
    if isinstance(day, Finding):
        raise ValueError("draft has blocking findings")
    return day


def _tekst(day: date | None) -> str:
    return datums.lijst(day) if day else ""
