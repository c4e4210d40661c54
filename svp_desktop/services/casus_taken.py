"""The tasks of casussen: give, change, tick with a note, and take back (demands 18, 38, 83, 86)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from svp_desktop.domain.casus_taken import (
    CasusTaak,
    TaakDraft,
    TeDoen,
    check_taak,
    gedaan,
    parse_dag,
    parse_taak,
    te_doen,
)
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import schone_tekst, schoon
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.exchange import agenda_uit
from svp_desktop.exchange.agenda_uit import Agendapunt
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import casus_acties, casussen, herstelgesprekken, kalender, personen
from svp_desktop.kluis.stores import casus_taken as store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import bestand, casus_agenda
from svp_desktop.services.casus_acties import NIET_MEER, lopende, stop_bij

_CASUS = Changes.of(Topic.CASUSSEN)
_MET_CONCEPT = Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN)


@dataclass(frozen=True, slots=True)
class TakenBeeld:
    """What the window shows of one casus: what waits, what is done, and the calendar to tell the days with."""

    te_doen: tuple[TeDoen, ...]
    gedaan: tuple[CasusTaak, ...]
    kalender: Schoolkalender
    today: date


class OpenTaak(NamedTuple):
    """A task of a running casus that waits, with the name of the casus."""

    titel: str
    taak: CasusTaak


class CasusTakenService:
    """Everything that the window asks about tasks."""

    def __init__(self, school: Compartment, clock: Callable[[], datetime]) -> None:
        self._school = school
        self._clock = clock

    def beeld(self, casus_id: int) -> TakenBeeld:
        """The tasks of a casus with its planned actions, those of its thuis-school too."""
        today = self._today()
        with self._school.reading() as rx:
            found, talks = store.van_casus(rx, casus_id), herstelgesprekken.van_casus(rx, casus_id)
            waiting = te_doen(found, casus_acties.van_casus(rx, casus_id), today, talks)
            return TakenBeeld(waiting, gedaan(found), kalender.lees(rx), today)

    def lees(self, taak_id: int) -> CasusTaak:
        """One task. Raises NietGevonden."""
        with self._school.reading() as rx:
            return store.lees(rx, taak_id)

    def open(self) -> tuple[OpenTaak, ...]:
        """Every task of a running casus that is not done, by day."""
        with self._school.reading() as rx:
            titles = {item.id: item.titel for item in casussen.alle(rx, casussen.LOPENDE)}
            return tuple(OpenTaak(titles[item.casus_id], item) for item in store.open_in(rx, casussen.LOPENDE))

    def dag(self, text: str) -> date | Finding:
        """The day that was typed, by the school's own calendar."""
        with self._school.reading() as rx:
            return parse_dag(text, self._today(), kalender.lees(rx))

    def check(self, draft: TaakDraft) -> tuple[Finding, ...]:
        """Findings of a task."""
        with self._school.reading() as rx:
            return self._check(rx, schoon(draft), kalender.lees(rx))

    def _check(self, rx: Rx, draft: TaakDraft, calendar: Schoolkalender) -> tuple[Finding, ...]:
        findings = check_taak(draft, self._today(), calendar)
        if draft.eigenaar_id is not None and personen.verwijderd(rx, draft.eigenaar_id):
            findings = (*findings, Finding("eigenaar", f"{NIET_MEER} Kies wie dit doet."))
        return findings

    def bewaar(self, casus_id: int, draft: TaakDraft, taak_id: int | None = None, versie: int = 1) -> Outcome[int]:
        """Give a task, or change version `versie` of one; returns its id.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            calendar = kalender.lees(tx)
            stop_bij(self._check(tx, draft, calendar))
            content = parse_taak(draft, self._today(), calendar)
            drafts.drop(tx, sleutel(casus_id, taak_id))
            if taak_id is None:
                taak_id = store.voeg_toe(tx, casus_id, content)
                tx.log("taak.nieuw", casus_id)
            else:
                store.wijzig(tx, taak_id, content, versie)
                tx.log("taak.gewijzigd", casus_id)
        return Outcome(taak_id, _MET_CONCEPT)

    def rond_af(self, taak_id: int, notitie: str = "") -> Outcome[int]:
        """Done today, with what there is to say about it. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = store.lees(tx, taak_id)
            lopende(tx, found.casus_id)
            store.zet_gedaan(tx, taak_id, self._today(), schone_tekst(notitie).strip())
            drafts.drop(tx, sleutel(found.casus_id, taak_id, klaar=True))
            tx.log("taak.gedaan", found.casus_id)
        return Outcome(taak_id, _MET_CONCEPT)

    def open_weer(self, taak_id: int) -> Outcome[int]:
        """Not done after all; the note stays. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = store.lees(tx, taak_id)
            lopende(tx, found.casus_id)
            store.zet_gedaan(tx, taak_id, None)
            tx.log("taak.open", found.casus_id)
        return Outcome(taak_id, _CASUS)

    def verwijder(self, taak_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Into the prullenbak, or out of it. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = store.lees(tx, taak_id)
            lopende(tx, found.casus_id)
            store.zet_verwijderd(tx, taak_id, verwijderd=verwijderd)
            drafts.drop(tx, sleutel(found.casus_id, taak_id))
            tx.log("taak.verwijderd" if verwijderd else "taak.hersteld", found.casus_id)
        return Outcome(taak_id, _MET_CONCEPT)

    def bewaar_agenda(self, casus_id: int, path: Path) -> int:
        """Write the days from today on as a file for a calendar, without names; returns how many.

        Raises NietGevonden, BestandNietBewaard.
        """
        with self._school.reading() as rx:
            casussen.lees(rx, casus_id)
            days = casus_agenda.punten(rx, self._school.compartment_id, casus_id, self._today())

        return self._schrijf(path, days, "casus.agenda", casus_id)

    def bewaar_schoolagenda(self, path: Path) -> int:
        """The same for every casus that runs, in one file; returns how many. Raises BestandNietBewaard."""
        with self._school.reading() as rx:
            days = casus_agenda.punten_van_school(rx, self._school.compartment_id, self._today())
        return self._schrijf(path, days, "casussen.agenda")

    def _schrijf(self, path: Path, days: Sequence[Agendapunt], code: str, casus_id: int | None = None) -> int:
        moment = self._clock().astimezone()
        return bestand.schrijf(
            path, lambda stream: agenda_uit.schrijf(stream, days, moment), lambda _count: self._log(code, casus_id)
        )

    def _log(self, code: str, casus_id: int | None) -> None:
        with self._school.transaction() as tx:
            tx.log(code, "" if casus_id is None else casus_id)

    def _today(self) -> date:
        return self._clock().date()


def sleutel(casus_id: int, taak_id: int | None, *, klaar: bool = False) -> str:
    """Key of the draft of a task, or of the note with which it is ticked."""
    return f"taak:{casus_id}:{taak_id or 0}{':klaar' if klaar else ''}"
