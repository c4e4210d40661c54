"""Thuis-school, a schorsing with contact: what is typed, what is recorded, and how long (demands 74, 82-88).

The law allows at most one week (WPO art. 40c lid 1). Weeks are seven calendar days; school days are counted only over
school years of which the school filled in its school-free days.
"""

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.schooldagen import Schoolkalender

#: One week of the law: the last day is at most six days after the first.
WEEK_DAGEN = 7
BEL_VOOR = time(16, 0)
RELATIEGEBAAR = "We willen dat het beter gaat, daarom stellen we deze grens."
CONTACT_BLIJFT = "Uw kind blijft bij ons horen. Daarom houden wij elke schooldag contact."


class ThuisSchoolStatus(Enum):
    """How far the decision is; from `DEFINITIEF` on the days are fixed by the law's checks."""

    VOORBEREIDING = "voorbereiding"
    DEFINITIEF = "definitief"
    AFGEROND = "afgerond"


class PuntStatus(Enum):
    """A point of a phase: open, done, or consciously not needed (with the reason as its note)."""

    OPEN = "open"
    GEDAAN = "gedaan"
    NIET_NODIG = "niet_nodig"


@dataclass(frozen=True, slots=True)
class Punt:
    """What the user said about one point that the program cannot know by itself."""

    code: str
    status: PuntStatus = PuntStatus.OPEN
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class Teksten:
    """All words of a thuis-school: the four required blocks of the letter (82), the hearing, and each phase."""

    gedrag: str = ""
    waarom: str = ""
    persoon: str = ""
    contact: str = CONTACT_BLIJFT
    relatiegebaar: str = RELATIEGEBAAR
    kind_zegt: str = ""
    ouders_zeggen: str = ""
    leerkracht_zegt: str = ""
    niet_gehoord: str = ""
    veranderd: str = ""
    bezwaar: str = ""
    geen_stappen: str = ""
    geen_connectie: str = ""
    wie_belt: str = ""
    werk: str = ""
    richtlijnen: str = ""
    terug_met: str = ""
    verzoek: str = ""
    afspraken: str = ""
    opnieuw: str = ""
    gebaar: str = ""


@dataclass(frozen=True, slots=True)
class MomentenDraft:
    """Days and times as they were typed, so that nothing typed is lost."""

    vanaf: str = ""
    tot: str = ""
    besluit_op: str = ""
    kind_op: str = ""
    ouders_op: str = ""
    leerkracht_op: str = ""
    uitgereikt_op: str = ""
    inspectie_op: str = ""
    terug_op: str = ""
    vervolg_op: str = ""
    terugkijken_op: str = ""
    bel_voor: str = "16.00"
    terug_tijd: str = ""


@dataclass(frozen=True, slots=True)
class Momenten:
    """The same as real days and times."""

    vanaf: date | None = None
    tot: date | None = None
    besluit_op: date | None = None
    kind_op: date | None = None
    ouders_op: date | None = None
    leerkracht_op: date | None = None
    uitgereikt_op: date | None = None
    inspectie_op: date | None = None
    terug_op: date | None = None
    vervolg_op: date | None = None
    terugkijken_op: date | None = None
    bel_voor: time | None = BEL_VOOR
    terug_tijd: time | None = None


@dataclass(frozen=True, slots=True)
class ThuisSchoolDraft:
    """What the wizard holds; any part of it may still be empty."""

    momenten: MomentenDraft = field(default_factory=MomentenDraft)
    teksten: Teksten = field(default_factory=Teksten)
    punten: tuple[Punt, ...] = ()


@dataclass(frozen=True, slots=True)
class ThuisSchoolInhoud:
    """What is recorded: a draft whose days are real; `actie_id` is its action on the ladder."""

    momenten: Momenten = field(default_factory=Momenten)
    teksten: Teksten = field(default_factory=Teksten)
    punten: tuple[Punt, ...] = ()
    actie_id: int | None = None

    def punt(self, code: str) -> Punt:
        """What was said about a point; an open one when nothing was."""
        return next((item for item in self.punten if item.code == code), Punt(code))


@dataclass(frozen=True, slots=True)
class ThuisSchool:
    """One period of thuis-school of a casus."""

    id: int
    casus_id: int
    versie: int
    status: ThuisSchoolStatus
    inhoud: ThuisSchoolInhoud
    gewijzigd_op: datetime


_TIMES = ("bel_voor", "terug_tijd")
_PAST = ("besluit_op", "kind_op", "ouders_op", "leerkracht_op", "uitgereikt_op", "inspectie_op")


def check_thuisschool(draft: ThuisSchoolDraft, today: date) -> tuple[Finding, ...]:
    """What cannot be recorded at all: days that are no days, or in the wrong order. The law has its own checks."""
    found = []
    read = {name: _read(draft.momenten, name, today) for name in _names()}
    for name, value in read.items():
        if isinstance(value, Finding):
            found.append(Finding(name, value.message))
        elif name in _PAST and isinstance(value, date) and value > today:
            found.append(Finding(name, "Deze dag moet nog komen. Vul hem in als het gebeurd is."))
    first, last = read["vanaf"], read["tot"]
    if isinstance(first, date) and isinstance(last, date) and last < first:
        found.append(Finding("tot", "De laatste dag ligt vóór de eerste dag."))
    for item in draft.punten:
        if item.status is PuntStatus.NIET_NODIG and not item.notitie.strip():
            found.append(Finding(punt_veld(item.code), "Schrijf waarom dit niet nodig is."))
    return tuple(found)


def punt_veld(code: str) -> str:
    """Where a finding about a point belongs; a point and a field may have one word."""
    return f"punt.{code}"


def parse_thuisschool(draft: ThuisSchoolDraft, today: date) -> ThuisSchoolInhoud:
    """The content of a draft that `check_thuisschool` lets pass. Raises ValueError when it does not."""
    read = {name: _read(draft.momenten, name, today) for name in _names()}
    if any(isinstance(value, Finding) for value in read.values()):
        raise ValueError("draft has blocking findings")
    texts = replace(draft.teksten, **{one.name: getattr(draft.teksten, one.name).strip() for one in fields(Teksten)})
    kept = tuple(
        replace(item, notitie=item.notitie.strip())
        for item in draft.punten
        if item.status is not PuntStatus.OPEN or item.notitie.strip()
    )
    return ThuisSchoolInhoud(Momenten(**read), texts, kept)  # type: ignore[arg-type]  # each name keeps its own type


def lees_mee(draft: ThuisSchoolDraft, today: date) -> ThuisSchoolInhoud:
    """The content as far as it can be read while somebody types: what is no day yet is left out."""
    wrong = {name: "" for name in _names() if isinstance(_read(draft.momenten, name, today), Finding)}
    return parse_thuisschool(replace(draft, momenten=replace(draft.momenten, **wrong)), today)


def draft_of_thuisschool(inhoud: ThuisSchoolInhoud) -> ThuisSchoolDraft:
    """The wizard for what is recorded."""
    return ThuisSchoolDraft(
        MomentenDraft(**{name: _typed(getattr(inhoud.momenten, name)) for name in _names()}),
        inhoud.teksten,
        inhoud.punten,
    )


def met_punt(punten: tuple[Punt, ...], punt: Punt) -> tuple[Punt, ...]:
    """The points with this one in place of what was said before; in a fixed order, so that equal is equal."""
    others = (item for item in punten if item.code != punt.code)
    asked = () if punt == Punt(punt.code) else (punt,)
    return tuple(sorted((*others, *asked), key=lambda item: item.code))


def eerste_dag_terug(tot: date, kalender: Schoolkalender) -> date | None:
    """The first school day after the last day at home; None when the calendar does not reach that far."""
    return kalender.plus(tot, 1)


def nazorgdagen(terug: date, weken: int, kalender: Schoolkalender) -> tuple[date, ...]:
    """One day a week after the return; a day without school moves to the next one with school, when that is known.

    A week without any school day asks nothing by itself: two that end on the same day are one.
    """
    days: list[date] = []
    for week in range(1, weken + 1):
        day = terug + timedelta(weeks=week)
        if kalender.is_schooldag(day) is False:
            day = kalender.plus(day, 1) or day
        if day not in days:
            days.append(day)
    return tuple(days)


def te_lang(vanaf: date, tot: date) -> bool:
    """Whether it lasts longer than one week of seven calendar days."""
    return tot - vanaf >= timedelta(days=WEEK_DAGEN)


def _names() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Momenten))


def _read(draft: MomentenDraft, name: str, today: date) -> date | time | Finding | None:
    text = getattr(draft, name)
    if not text.strip():
        return None
    return datums.parse_tijd(text) if name in _TIMES else datums.parse_nabij(text, today)


def _typed(value: date | time | None) -> str:
    if value is None:
        return ""
    return datums.tijd_kort(value) if isinstance(value, time) else datums.kort(value)
