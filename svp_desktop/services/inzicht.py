"""Insight into the register: counts of a period beside the same days a year before, on the screen and on paper."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.inzicht import Periode, Tellingen, papierperioden
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import inzicht as store
from svp_desktop.kluis.stores import school as school_store

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis

_PLAN = {Mand.GEEL: "geel_procent", Mand.ORANJE: "oranje_procent", Mand.ROOD: "rood_procent"}


class Overzicht(NamedTuple):
    """A period, the same days a year before, and the shares that the plan mentions."""

    nu: Tellingen
    eerder: Tellingen
    plan: dict[Mand, int]


class InzichtService:
    """Reads only: every number comes from the register as it is now."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def overzicht(self, periode: Periode) -> Overzicht:
        """The counts of this period. Meant for a worker: 100,000 incidents take some tenths of a second."""
        with self._kluis.school.reading() as rx:
            settings = Instellingen(settings_store.lees(rx))
            plan = {mand: settings.getal(code) for mand, code in _PLAN.items()}
            return Overzicht(store.tel(rx, periode), store.tel(rx, periode.jaar_eerder()), plan)

    def papierperioden(self) -> tuple[Periode, ...]:
        """What paper may be about, newest first."""
        return papierperioden(self._clock().date())

    def papier(self, periode: Periode) -> bytes:
        """The same as PDF, with the small numbers kept back, because it leaves the kluis.

        Raises PapierFout, and InvoerOnjuist for a period that is not one of `papierperioden`.
        """
        from svp_desktop.documents.reports.inzicht import rapport

        if periode not in self.papierperioden():
            raise InvoerOnjuist((Finding("periode", "Kies een half schooljaar dat voorbij is."),))
        overzicht = self.overzicht(periode)
        with self._kluis.school.reading() as rx:
            head = Briefhoofd.van(school_store.lees(rx))
        with self._kluis.school.transaction() as tx:
            tx.log("inzicht.papier")
        return rapport(head, overzicht.nu, overzicht.eerder, overzicht.plan, self._clock().date())
