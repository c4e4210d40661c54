"""Handing out a paper: to whom, when and how; what is kept of it in the casus (demand 18)."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding


class Wijze(Enum):
    """How a paper reached its reader."""

    OP_PAPIER = "op_papier"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class UitreikDraft:
    """What is typed when a paper is handed out; the day as text, so that nothing typed is lost.

    `met_actie` also records the action *aankondiging* in the casus on that day, with `reden` when a guard asks for one;
    `vorige_id` is the paper that this one corrects; `bladzijden` says of a paper that went out in part which pages
    did (empty: the whole paper).
    """

    datum: str = "vandaag"
    aan: str = ""
    wijze: Wijze = Wijze.OP_PAPIER
    met_actie: bool = False
    vorige_id: int | None = None
    reden: str = ""
    bladzijden: str = ""

    @property
    def lezer(self) -> str:
        """Who got it, as it is kept: with the pages, when it was not the whole paper."""
        return f"{self.aan.strip()} ({self.bladzijden})" if self.bladzijden else self.aan.strip()


def uitreik_naar_dict(draft: UitreikDraft) -> dict[str, Any]:
    """What is typed about handing out, as JSON values."""
    return asdict(draft) | {"wijze": draft.wijze.value}


def uitreik_van_dict(stored: dict[str, Any]) -> UitreikDraft:
    """What was typed about handing out."""
    return UitreikDraft(**stored | {"wijze": Wijze(stored["wijze"])})


class PapierRegel(NamedTuple):
    """A paper as it was handed out; `nummer` counts a paper and its corrections from 1, `soort` is a code."""

    id: int
    casus_id: int
    soort: str
    titel: str
    nummer: int
    vorige_id: int | None
    uitgereikt_op: date
    wijze: Wijze
    aan: str
    paginas: int
    sha256: str


def versies_van(regels: Iterable[PapierRegel], papier_id: int) -> tuple[PapierRegel, ...]:
    """The paper with this id and all that it corrects or that corrects it, newest first; empty for another's id."""
    by_id = {item.id: item for item in regels}
    if papier_id not in by_id:
        return ()
    first = by_id[papier_id]
    while first.vorige_id in by_id:
        first = by_id[first.vorige_id]
    found = {first.id}
    for item in sorted(by_id.values(), key=lambda item: item.id):
        if item.vorige_id in found:
            found.add(item.id)
    return tuple(by_id[number] for number in sorted(found, reverse=True))


def nog_te_geven(enveloppen: Sequence[str], gehad: Set[str]) -> tuple[str, ...]:
    """The envelopes that did not go out whole, by the names of all and of the readers that are kept.

    A name that was typed by hand stands for all of them.
    """
    in_part = tuple(f"{name} (" for name in enveloppen)
    if any(name not in enveloppen and not name.startswith(in_part) for name in gehad):
        return ()
    return tuple(name for name in enveloppen if name not in gehad)


def per_papier(gedrukt: range, paginas: Iterable[int]) -> tuple[range, ...]:
    """Which pages (from 1) of each paper were printed, when these pages of the papers one after the other were."""
    parts, before = [], 0
    for count in paginas:
        parts.append(range(max(gedrukt.start - before, 1), min(gedrukt.stop - before, count + 1)))
        before += count
    return tuple(parts)


def alleen_bladzijden(gedrukt: range, paginas: int) -> str:
    """Which pages went out, in words; "" for the whole paper."""
    if len(gedrukt) == paginas:
        return ""
    first, last = gedrukt[0], gedrukt[-1]
    rest = "" if first == last else f" en {last}" if last == first + 1 else f" tot en met {last}"
    return f"alleen bladzijde {first}{rest}"


def check_uitreiken(draft: UitreikDraft, today: date) -> tuple[Finding, ...]:
    """Findings when a paper is handed out."""
    findings = []
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        findings.append(Finding("datum", day.message))
    elif day > today:
        findings.append(Finding("datum", "Deze dag is nog niet geweest. Leg het vast als het papier is uitgereikt."))
    if not draft.aan.strip():
        findings.append(Finding("aan", "Vul in aan wie u het papier gaf."))
    return tuple(findings)
