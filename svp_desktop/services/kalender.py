"""The calendar of school days: filled by region, edited by the school, read by everything that counts (82-88)."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.school import Regio, schooljaar
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.schoolvakanties import bekende_schooljaren, vakanties
from svp_desktop.domain.vrije_dagen import (
    Kalenderjaar,
    VrijeDagenDraft,
    VrijSoort,
    check_vrije_dagen,
    parse_vrije_dagen,
)
from svp_desktop.exchange.feestdagen import feestdagen
from svp_desktop.kluis.stores import kalender as store
from svp_desktop.kluis.stores import school as school_store

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis

_CHANGED = Changes.of(Topic.INSTELLINGEN, Topic.CASUSSEN)


class KalenderService:
    """Reads and changes the table of school-free days."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def lees(self) -> Schoolkalender:
        """The calendar that counts school days; it knows only the years that are filled in."""
        with self._kluis.school.reading() as rx:
            return store.lees(rx)

    def schooljaren(self) -> tuple[str, ...]:
        """The years that the page offers: the running one, the next, and every one that the program knows."""
        now = self._clock().date()
        running = schooljaar(now)
        following = schooljaar(now.replace(year=now.year + 1, day=1))
        return tuple(sorted({*bekende_schooljaren(), running, following}))

    def jaar(self, schooljaar: str) -> Kalenderjaar:
        """One year of the table."""
        with self._kluis.school.reading() as rx:
            return store.jaar(rx, schooljaar)

    def regio(self) -> Regio | None:
        """The region of the school, None when nobody filled it in."""
        with self._kluis.school.reading() as rx:
            return school_store.lees(rx).regio

    def vul(self, schooljaar: str, regio: Regio) -> Outcome[int]:
        """Fill a year with the holidays of a region and the public holidays; own days stay. Returns how many lines.

        A year whose holidays the program does not know gets the public holidays only. It does not count until the
        school typed its own holidays and said that the year is complete.
        """
        lines = [(VrijSoort.VAKANTIE, item) for item in vakanties(schooljaar, regio)]
        within = [(item.vanaf, item.tot) for _, item in lines]
        lines += [
            (VrijSoort.FEESTDAG, item)
            for item in feestdagen(schooljaar)
            if not any(first <= item.vanaf <= last for first, last in within)
        ]
        with self._kluis.school.transaction() as tx:
            store.vul(tx, schooljaar, lines)
            if schooljaar in bekende_schooljaren():
                store.zet_nagekeken(tx, schooljaar, nagekeken=False)
            tx.log("kalender.gevuld")
        return Outcome(len(lines), _CHANGED)

    def zet_nagekeken(self, schooljaar: str) -> Outcome[str]:
        """Someone compared the year with the school's own schedule: it is complete, and counts."""
        with self._kluis.school.transaction() as tx:
            store.zet_nagekeken(tx, schooljaar, nagekeken=True)
            tx.log("kalender.nagekeken")
        return Outcome(schooljaar, _CHANGED)

    def check(self, draft: VrijeDagenDraft, schooljaar: str) -> tuple[Finding, ...]:
        """Findings of one line."""
        return check_vrije_dagen(schoon(draft), schooljaar, self._clock().date())

    def bewaar(self, draft: VrijeDagenDraft, schooljaar: str, dagen_id: int | None = None) -> Outcome[int]:
        """Add days of the school itself, or change a line; returns its id. Raises InvoerOnjuist, NietGevonden."""
        draft = schoon(draft)
        findings = self.check(draft, schooljaar)
        if blocking(findings):
            raise InvoerOnjuist(findings)
        naam, vanaf, tot = parse_vrije_dagen(draft, self._clock().date())
        with self._kluis.school.transaction() as tx:
            if dagen_id is None:
                dagen_id = store.voeg_toe(tx, schooljaar, naam, vanaf, tot)
            else:
                store.wijzig(tx, dagen_id, naam, vanaf, tot)
            tx.log("kalender.gewijzigd")
        return Outcome(dagen_id, _CHANGED)

    def verwijder(self, dagen_id: int) -> Outcome[int]:
        """Take a line out of the table. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            store.verwijder(tx, dagen_id)
            tx.log("kalender.gewijzigd")
        return Outcome(dagen_id, _CHANGED)
