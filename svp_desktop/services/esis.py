"""What goes into the kinddossier in Esis, and what stands there (demands 22, 23)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.esis import EsisRegel, EsisStand, EsisTekst, alinea, namen_van
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.initialen import Namen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.inzage_ouders import Inzage, check_inzage
from svp_desktop.kluis.stores import esis as store
from svp_desktop.kluis.stores import incidenten as incidents

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

_CHANGED = Changes.of(Topic.INCIDENTEN)


class EsisVoorbeeld(NamedTuple):
    """The paragraph to look at, and the names by which what is typed in it is looked at again."""

    gevonden: EsisTekst
    namen: Namen


class EsisService:
    """Paragraphs and stamps, per child of an incident."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def standen(self, incident_id: int) -> tuple[EsisStand, ...]:
        """Every child of the incident about whom something belongs in Esis."""
        with self._kluis.school.reading() as rx:
            return store.standen(rx, incident_id)

    def voorbeeld(self, incident_id: int, persoon_id: int) -> EsisVoorbeeld:
        """The paragraph about this child, without names of other children. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            incident = incidents.lees(rx, incident_id)
            self._stand(rx, incident_id, persoon_id)
            names, register = store.namen(rx, incident_id), store.leerlingnamen(rx)
        if incident is None:
            raise NietGevonden
        found = alinea(incident.inhoud, incident.nummer, persoon_id, names, register)
        return EsisVoorbeeld(found, namen_van(incident.inhoud, persoon_id, names, register))

    def zet(self, incident_id: int, persoon_id: int, *, in_esis: bool = True) -> Outcome[date | None]:
        """Stamp with today that the paragraph stands in Esis, or take the stamp away. Raises NietGevonden."""
        day = self._clock().date() if in_esis else None
        with self._kluis.school.transaction() as tx:
            before = self._stand(tx, incident_id, persoon_id)
            store.zet(tx, incident_id, before._replace(gezet_op=day))
            tx.log("incident.esis" if in_esis else "incident.esis_terug", incident_id)
        return Outcome(day, _CHANGED)

    def zet_inzage(self, incident_id: int, persoon_id: int, inzage: Inzage, reden: str) -> Outcome[None]:
        """Whether the parents may read it; a *nee* with its reason. Raises InvoerOnjuist, NietGevonden."""
        reason = schoon(reden).strip()
        findings = blocking(check_inzage(inzage, reason))
        if findings:
            raise InvoerOnjuist(findings)
        with self._kluis.school.transaction() as tx:
            before = self._stand(tx, incident_id, persoon_id)
            kept = reason if inzage is Inzage.NEE else ""
            store.zet(tx, incident_id, before._replace(inzage=inzage, inzage_reden=kept))
            tx.log("incident.inzage", incident_id)
        return Outcome(None, _CHANGED)

    def eerste_open(self, aantal: int) -> tuple[EsisRegel, ...]:
        """So many children that are not yet in Esis, the oldest first."""
        with self._kluis.school.reading() as rx:
            return store.open_regels(rx, store.open_ids(rx, aantal))

    def open_ids(self) -> list[int]:
        """The ids of the lines of every child that is not yet in Esis, the oldest first."""
        with self._kluis.school.reading() as rx:
            return store.open_ids(rx)

    def open_regels(self, ids: Sequence[int]) -> tuple[EsisRegel, ...]:
        """These lines, in that order; one that waits no more is left out."""
        with self._kluis.school.reading() as rx:
            return store.open_regels(rx, ids)

    def aantal_open(self) -> int:
        """How many children are not yet in Esis."""
        with self._kluis.school.reading() as rx:
            return store.aantal_open(rx)

    @staticmethod
    def _stand(rx: "Rx", incident_id: int, persoon_id: int) -> EsisStand:
        found = store.stand_van(rx, incident_id, persoon_id)
        if found is None:
            raise NietGevonden
        return found
