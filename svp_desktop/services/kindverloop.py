"""Everything about one child in the order of time, on the screen and on paper (demand 18)."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.incident import Soort
from svp_desktop.domain.initialen import Namen
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.kindverloop import (
    KindRegel,
    KindVerloop,
    afspraak_regel,
    casus_regels,
    esis_regel,
    incident_regel,
    op_volgorde,
    overleg_regel,
    punt_regel,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Leerling, schooljaar
from svp_desktop.kluis.stores import bespreken, casussen
from svp_desktop.kluis.stores import esis as esis_store
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import kindverloop as store
from svp_desktop.kluis.stores import personen as people
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.stores import signalen as signals
from svp_desktop.services import bestand

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx
    from svp_desktop.services.inzage import InzageService


class KindverloopService:
    """Reads only; what leaves the kluis stands in the trail."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], inzage: "InzageService") -> None:
        self._kluis = kluis
        self._clock = clock
        self._inzage = inzage

    def lees(self, persoon_id: int) -> KindVerloop:
        """The lines of this child as far back as may be seen now (schone lei). Raises NietGevonden."""
        since = self._inzage.vanaf(persoon_id)
        with self._kluis.school.reading() as rx:
            child = people.lees(rx, persoon_id)
            if not isinstance(child, Leerling):
                raise NietGevonden
            groups = {group.id: group.naam for group in school_store.groepen(rx)}
            lines, older = op_volgorde(self._lines(rx, persoon_id), since)
        group = groups.get(child.groep_id, "") if child.groep_id is not None else ""
        return KindVerloop(persoon_id, str(child.naam), group, lines, older)

    def papier(self, verloop: KindVerloop) -> bytes:
        """The lines that are shown as PDF, other children by their initials. Raises PapierFout."""
        from svp_desktop.documents.reports.kindverloop import verloopblad

        with self._kluis.school.reading() as rx:
            head = Briefhoofd.van(school_store.lees(rx))
            child = people.lees(rx, verloop.persoon_id)
            names = Namen([child.naam] if child else [], (), register=esis_store.leerlingnamen(rx))
        lines = tuple(line._replace(zin=names.vervang(line.zin).tekst) for line in verloop.regels)
        return verloopblad(head, verloop._replace(regels=lines), self._clock().date())

    def bewaar(self, persoon_id: int, pdf: bytes, path: Path) -> None:
        """Save the paper that was looked at. Raises BestandNietBewaard."""
        bestand.schrijf(
            path, lambda stream: stream.write(pdf), lambda _size: self._log("verloop.opgeslagen", persoon_id)
        )

    def afgedrukt(self, persoon_id: int) -> None:
        """Note that it went to the printer."""
        self._log("verloop.afgedrukt", persoon_id)

    def _lines(self, rx: "Rx", persoon_id: int) -> list[KindRegel]:
        words: dict[str, Callable[[Soort], str]] = {}

        def soort_label(day: date) -> Callable[[Soort], str]:
            year = schooljaar(day)
            if year not in words:
                words[year] = Instellingen(settings_store.lees_van(rx, year)).soort_label
            return words[year]

        stamped = store.esis(rx, persoon_id)
        lines = []
        for one in store.incidenten(rx, persoon_id):
            lines.append(incident_regel(one, soort_label(one.datum)))
            if one.id in stamped:
                lines.append(esis_regel(one, stamped[one.id]))
        for casus_id in store.casus_ids(rx, persoon_id):
            lines += casus_regels(casussen.lees(rx, casus_id), casussen.verloop(rx, casus_id), persoon_id)
        for overleg_id in store.overleg_ids(rx, persoon_id):
            found = signals.lees(rx, overleg_id)
            if found is None:
                continue
            own = found.persoon_id == persoon_id
            lines.append(overleg_regel(found, over_dit_kind=own))
            lines += map(afspraak_regel, bespreken.afspraken(rx, overleg_id) if own else ())
        return [*lines, *map(punt_regel, bespreken.punten_van(rx, persoon_id))]

    def _log(self, code: str, persoon_id: int) -> None:
        with self._kluis.school.transaction() as tx:
            tx.log(code, persoon_id)
