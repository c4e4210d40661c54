"""The contact clock of thuis-school: that day and every school day, with the child and the parents (74, 83)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.thuisschool import BEL_VOOR, Momenten

#: Days: far more than the week of the law, and far less than what a wrong year makes.
_LANGST = 60


class ContactMet(Enum):
    """With whom there must be contact every day."""

    KIND = "kind"
    OUDERS = "ouders"


class ContactHoe(Enum):
    """How there was contact."""

    TELEFOON = "telefoon"
    BERICHT = "bericht"
    KAARTJE = "kaartje"
    BEZOEK = "bezoek"


class ContactStand(Enum):
    """Where a day stands: done, still possible today, today but past the agreed time, missed, or yet to come."""

    GEDAAN = "gedaan"
    VANDAAG = "vandaag"
    NU = "nu"
    GEMIST = "gemist"
    KOMT = "komt"


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What is typed about one contact."""

    datum: str = ""
    tijd: str = ""
    met: frozenset[ContactMet] = frozenset()
    hoe: ContactHoe = ContactHoe.TELEFOON
    door: str = ""
    notitie: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A recorded contact with child, parents or both."""

    id: int
    thuisschool_id: int
    datum: date
    tijd: str
    met: frozenset[ContactMet]
    hoe: ContactHoe
    door: str
    notitie: str


@dataclass(frozen=True, slots=True)
class ContactDag:
    """One day on which there must be contact; `nummer` 0 is the day of the decision before the first day at home."""

    datum: date
    nummer: int
    stand: ContactStand
    contacten: tuple[Contact, ...]
    ontbreekt: tuple[ContactMet, ...]

    @property
    def zin(self) -> str:
        """Who still waits for contact: "kind en ouders"."""
        return " en ".join(item.value for item in self.ontbreekt)


def check_contact(draft: ContactDraft, now: datetime) -> tuple[Finding, ...]:
    """A contact has a day that was, somebody it was with, and who had it."""
    found = []
    day, at = datums.parse_datum(draft.datum, now.date()), datums.parse_tijd(draft.tijd)
    if isinstance(day, Finding):
        found.append(Finding("datum", day.message))
    elif day > now.date():
        found.append(Finding("datum", "Deze dag is nog niet geweest."))
    if isinstance(at, Finding):
        found.append(Finding("tijd", at.message))
    elif day == now.date() and at > now.time():
        found.append(Finding("tijd", "Deze tijd is nog niet geweest."))
    if not draft.met:
        found.append(Finding("met", "Kies met wie er contact was."))
    if not draft.door.strip():
        found.append(Finding("door", "Vul in wie contact had."))
    return tuple(found)


def contactdagen(
    momenten: Momenten, contacten: Iterable[Contact], kalender: Schoolkalender, now: datetime
) -> tuple[ContactDag, ...]:
    """The days of contact, as of now: the day of the decision and each school day at home; empty without days, and
    for a year that was typed wrongly.

    In a school year that is not filled in every weekday counts, so that no day is forgotten.
    """
    first, last, decided = momenten.vanaf, momenten.tot, momenten.besluit_op
    if first is None or last is None or not 0 <= (last - first).days <= _LANGST:
        return ()
    home = kalender.dagen(first, last)
    logged = tuple(contacten)
    extra = (decided,) if decided is not None and decided not in home and decided <= last else ()
    numbers = {day: number for number, day in enumerate(home, 1)}
    until = momenten.bel_voor or BEL_VOOR
    days = sorted({*extra, *home})
    return tuple(_dag(day, numbers.get(day, 0), logged, now, until) for day in days)


def _dag(day: date, nummer: int, contacten: tuple[Contact, ...], now: datetime, until: time) -> ContactDag:
    here = tuple(sorted((item for item in contacten if item.datum == day), key=lambda item: item.tijd))
    missing = tuple(met for met in ContactMet if not any(met in item.met for item in here))
    return ContactDag(day, nummer, _stand(day, missing, now, until), here, missing)


def _stand(day: date, missing: tuple[ContactMet, ...], now: datetime, until: time) -> ContactStand:
    if not missing:
        return ContactStand.GEDAAN
    if day > now.date():
        return ContactStand.KOMT
    if day < now.date():
        return ContactStand.GEMIST
    return ContactStand.NU if now.time() >= until else ContactStand.VANDAAG


def wachtend(dagen: tuple[ContactDag, ...]) -> tuple[ContactDag, ...]:
    """The days that ask for contact now: a missed one after which nobody had contact with both, and today."""
    missed: ContactDag | None = None
    for item in dagen:
        if item.stand in (ContactStand.GEMIST, ContactStand.GEDAAN):
            missed = item if item.stand is ContactStand.GEMIST else None
    today = tuple(item for item in dagen if item.stand in (ContactStand.VANDAAG, ContactStand.NU))
    return (missed, *today) if missed is not None else today
