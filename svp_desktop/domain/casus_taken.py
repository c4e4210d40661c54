"""Tasks of a casus: who does what by when, done with a note (demands 18, 38, 83, 86).

A task is due on a day, typed as a day or counted in school days. Over a school year that is not filled in nothing is
counted: that is said under the field.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import UIT_DE_LIJST, CasusActie
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.herstelgesprek import Herstelgesprek
from svp_desktop.domain.schooldagen import Schoolkalender

#: `bron` of the tasks that follow a child after thuis-school.
NAZORG = "nazorg"
#: `bron` of what was agreed in a herstelgesprek.
AFSPRAAK = "afspraak"
_SCHOOLDAGEN = re.compile(r"(?:over|na|\+)?\s*(\d{1,3}|een|één)\s*schooldag(?:en)?")
_ONBEKEND = (
    "Zo ver is de schoolkalender niet ingevuld. Typ een datum, of vul het jaar in bij Instellingen, Schoolkalender."
)


@dataclass(frozen=True, slots=True)
class TaakDraft:
    """What is typed about a task; the day as text, so that nothing typed is lost, and so is `wie`, a name that nobody
    was chosen for yet."""

    omschrijving: str = ""
    eigenaar_id: int | None = None
    datum: str = ""
    notitie: str = ""
    wie: str = ""


@dataclass(frozen=True, slots=True)
class TaakInhoud:
    """The recorded content of a task: a draft without blocking findings, with a real day."""

    omschrijving: str
    eigenaar_id: int | None
    datum: date
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class CasusTaak:
    """A recorded task; `eigenaar` is the name of today, `bron` what made the task ("" when somebody typed it)."""

    id: int
    casus_id: int
    thuisschool_id: int | None
    versie: int
    bron: str
    eigenaar: str
    inhoud: TaakInhoud
    gedaan_op: date | None

    def te_laat(self, today: date) -> bool:
        """True when its day has passed and it is not done."""
        return self.gedaan_op is None and self.inhoud.datum < today


class TeDoen(NamedTuple):
    """One line of what waits in a casus: a task (`taak_id`), a planned action (`actie_id`) or the appointment with this
    number, from 0, of a herstelgesprek (`gesprek_id`); the other ids are 0."""

    datum: date
    te_laat: bool
    tekst: str
    wie: str
    taak_id: int
    actie_id: int
    bron: str
    gesprek_id: int = 0
    afspraak: int = 0


def parse_dag(text: str, today: date, kalender: Schoolkalender) -> date | Finding:
    """The day that was typed: "over 3 schooldagen", "volgende schooldag", "vr" (the coming one), or any day."""
    typed = " ".join(text.casefold().split())
    if typed == "volgende schooldag":
        typed = "1 schooldag"
    if match := _SCHOOLDAGEN.fullmatch(typed):
        count = int(match[1]) if match[1].isdigit() else 1
        found = kalender.plus(today, count) if count else today
        return found or Finding("datum", _ONBEKEND)
    for number, name in enumerate(datums.DAGEN):
        if typed in (name, name[:2]):
            return today + timedelta(days=(number - today.weekday()) % 7)
    return datums.parse_datum(text, today)


def check_taak(draft: TaakDraft, today: date, kalender: Schoolkalender) -> tuple[Finding, ...]:
    """Findings of a task."""
    found = [] if draft.omschrijving.strip() else [Finding("omschrijving", "Schrijf wat er gebeurt.")]
    if draft.eigenaar_id is None:
        found.append(Finding("eigenaar", UIT_DE_LIJST if draft.wie.strip() else "Kies wie dit doet."))
    day = parse_dag(draft.datum, today, kalender)
    if isinstance(day, Finding):
        found.append(Finding("datum", day.message))
    elif why := datums.te_ver(day, today):
        found.append(Finding("datum", why))
    elif kalender.is_schooldag(day) is False:
        found.append(Finding("datum", "Op deze dag is er geen school.", Severity.LET_OP))
    return tuple(found)


def parse_taak(draft: TaakDraft, today: date, kalender: Schoolkalender) -> TaakInhoud:
    """The content of a draft that `check_taak` lets pass.

    Raises ValueError when the draft still has a blocking finding: call `check_taak` first.
    """
    day = parse_dag(draft.datum, today, kalender)
    if isinstance(day, Finding) or draft.eigenaar_id is None:
        raise ValueError("draft has blocking findings")
    return TaakInhoud(draft.omschrijving.strip(), draft.eigenaar_id, day, draft.notitie.strip())


def draft_of_taak(taak: CasusTaak) -> TaakDraft:
    """The form for a recorded task."""
    content = taak.inhoud
    return TaakDraft(content.omschrijving, content.eigenaar_id, datums.kort(content.datum), content.notitie)


def te_doen(
    taken: Iterable[CasusTaak],
    acties: Iterable[CasusActie],
    today: date,
    gesprekken: Iterable[Herstelgesprek] = (),
) -> tuple[TeDoen, ...]:
    """Open tasks, planned actions and appointments in one list: what is late first, then by day."""
    found = [
        TeDoen(item.inhoud.datum, item.te_laat(today), item.inhoud.omschrijving, item.eigenaar, item.id, 0, item.bron)
        for item in taken
        if item.gedaan_op is None
    ]
    found += [_actie(item, today) for item in acties if not item.gedaan]
    found += [line for talk in gesprekken for line in _afspraken(talk, today)]
    return tuple(sorted(found, key=lambda item: (not item.te_laat, item.datum, item.taak_id, item.actie_id)))


def _actie(item: CasusActie, today: date) -> TeDoen:
    """A planned action; one of several days is late after its last."""
    late = item.te_laat(today)
    day = (item.tot or item.datum) if late else item.datum
    return TeDoen(day, late, ACTIE_VAN_CODE[item.actie].kort, item.wie, 0, item.id, "")


def _afspraken(gesprek: Herstelgesprek, today: date) -> Iterator[TeDoen]:
    """The appointments of a talk that wait on their day."""
    for number, item in enumerate(gesprek.inhoud.nazorg.afspraken):
        if item.wacht and item.wanneer is not None:
            yield TeDoen(item.wanneer, item.wanneer < today, item.wat, item.wie, 0, 0, AFSPRAAK, gesprek.id, number)


def gedaan(taken: Iterable[CasusTaak]) -> tuple[CasusTaak, ...]:
    """The tasks that are done, the last one first."""
    done = [item for item in taken if item.gedaan_op is not None]
    return tuple(sorted(done, key=lambda item: (item.gedaan_op or date.min, item.id), reverse=True))


def termijn(day: date, today: date, kalender: Schoolkalender) -> str:
    """How far a day is, in words: "2 schooldagen te laat", "vandaag", "ma 30 nov, over 2 schooldagen".

    In a year that is not filled in what is late is told in days.
    """
    if day == today:
        return "vandaag"
    if day < today:
        past = kalender.tel(day + timedelta(days=1), today)
        # over a weekend nothing was missed at school, and yet the day has passed
        return f"{_dagen(past, 'schooldag')} te laat" if past else f"{_dagen((today - day).days, 'dag')} te laat"
    ahead = kalender.tel(today + timedelta(days=1), day)
    return f"{datums.dag_kort(day)}, over {_dagen(ahead, 'schooldag')}" if ahead else datums.dag_kort(day)


def _dagen(count: int, word: str) -> str:
    return f"{count} {word if count == 1 else word + 'en'}"
