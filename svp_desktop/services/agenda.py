"""The open points for discussion on paper (demand 35)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.agenda import Agenda, agendas
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis.stores import bespreken
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services import bestand

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis


class AgendaService:
    """Reads only; what leaves the kluis stands in the trail."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def alle(self) -> tuple[Agenda, ...]:
        """Every discussion that has an open point."""
        with self._kluis.school.reading() as rx:
            return agendas(bespreken.punten(rx, besproken=False))

    def papier(self, gekozen: Sequence[Agenda]) -> bytes:
        """These agendas as PDF, with room to write. Raises PapierFout."""
        from svp_desktop.documents.reports.agenda import agendablad

        with self._kluis.school.reading() as rx:
            head = Briefhoofd.van(school_store.lees(rx))
            ids = [punt.incident_id for one in gekozen for punt in one.punten if punt.incident_id is not None]
            numbers = bespreken.nummers(rx, ids)
        return agendablad(head, gekozen, numbers, self._clock().date())

    def bewaar(self, pdf: bytes, path: Path) -> None:
        """Save the paper that was looked at. Raises BestandNietBewaard."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: self._log("agenda.opgeslagen"))

    def afgedrukt(self) -> None:
        """Note that it went to the printer."""
        self._log("agenda.afgedrukt")

    def _log(self, code: str) -> None:
        with self._kluis.school.transaction() as tx:
            tx.log(code)
