"""The timeline of a casus: as it is in view, on paper (demands 18, 42)."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.casus import TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.initialen import Namen
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis.stores import casussen, esis
from svp_desktop.kluis.stores import personen as people
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services import bestand

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis


class CasusTijdlijnService:
    """Reads only; what leaves the kluis stands in the trail."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def papier(self, verloop: CasusVerloop) -> bytes:
        """The lines that are shown as PDF, other children by their initials. Raises NietGevonden, PapierFout."""
        from svp_desktop.documents.reports.casusverloop import casusblad

        with self._kluis.school.reading() as rx:
            head = Briefhoofd.van(school_store.lees(rx))
        return casusblad(head, self.zonder_anderen(verloop), self._clock().date())

    def zonder_anderen(self, verloop: CasusVerloop) -> CasusVerloop:
        """The lines with other children by their initials, in everything that a line tells. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            child_id = casussen.lees(rx, verloop.casus_id).leerling_id
            child = people.lees(rx, child_id) if child_id is not None else None
            names = Namen([child.naam] if child else [], (), register=esis.leerlingnamen(rx))
        return verloop._replace(regels=tuple(_zonder(line, names, child_id) for line in verloop.regels))

    def bewaar(self, casus_id: int, pdf: bytes, path: Path) -> None:
        """Save the paper that was looked at. Raises BestandNietBewaard."""
        bestand.schrijf(
            path, lambda stream: stream.write(pdf), lambda _size: self._log("tijdlijn.opgeslagen", casus_id)
        )

    def afgedrukt(self, casus_id: int) -> None:
        """Note that it went to the printer."""
        self._log("tijdlijn.afgedrukt", casus_id)

    def _log(self, code: str, casus_id: int) -> None:
        with self._kluis.school.transaction() as tx:
            tx.log(code, casus_id)


def _zonder(line: TijdlijnRegel, names: Namen, child_id: int | None) -> TijdlijnRegel:
    titel, zin, meer = (names.vervang(text).tekst for text in (line.titel, _zin(line, child_id), line.meer))
    return line._replace(titel=titel, zin=zin, meer=meer)


def _zin(line: TijdlijnRegel, child_id: int | None) -> str:
    """The name of a parent tells who the other child is: of another child no parent is named."""
    if line.soort is TijdlijnSoort.OUDERS and line.ref_id != child_id:
        return "ouder van een ander kind" if child_id is not None else "ouder van een kind"
    return line.zin
