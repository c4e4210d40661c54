"""Ticks of the gele mand: one press each, no names (demand 54)."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.turf import Turf, TurfPlaats, TurfStand, check_turf, week_vanaf
from svp_desktop.kluis import state
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import turf as store

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

_CHANGED = Changes.of(Topic.INZICHT)
_KEY = "turven"
_NOTHING: dict[str, Any] = {"plaats": "", "groep_id": None, "ids": []}
#: So many ticks can be taken back, one after the other.
_BACK = 50


class TurvenService:
    """Ticks, takes back and counts. What this account chose last is kept with each tick."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def stand(self) -> TurfStand:
        """The counts of today and of this week, and what was chosen last."""
        today = self._clock().date()
        with self._kluis.school.reading() as rx:
            places = self._places(rx)
            counts = store.aantallen(rx, week_vanaf(today), today)
            kept = state.get(rx, _KEY, _NOTHING)
            mine = store.van_dag(rx, kept["ids"], today)
        last = Turf(mine[-1][0], mine[-1][2], mine[-1][1].replace(":", ".")) if mine else None
        return TurfStand(
            tuple(TurfPlaats(place, *counts.get(place, (0, 0))) for place in places),
            kept["plaats"] if kept["plaats"] in places else "",
            kept["groep_id"],
            last,
        )

    def tik(self, plaats: str, groep_id: int | None = None) -> Outcome[int]:
        """One tick, now. Raises InvoerOnjuist for a place that the school does not have."""
        now = self._clock()
        with self._kluis.school.transaction() as tx:
            if findings := check_turf(plaats, self._places(tx)):
                raise InvoerOnjuist(findings)
            made = store.voeg_toe(tx, now.date(), now.strftime("%H:%M"), plaats, groep_id)
            ids = [*state.get(tx, _KEY, _NOTHING)["ids"], made][-_BACK:]
            state.put(tx, _KEY, {"plaats": plaats, "groep_id": groep_id, "ids": ids})
            tx.log("turf.erbij", made)
        return Outcome(made, _CHANGED)

    def haal_terug(self) -> Outcome[int]:
        """Take back the last tick of today of this account, and with a second call the one before.

        Raises NietGevonden when there is none.
        """
        today = self._clock().date()
        with self._kluis.school.transaction() as tx:
            kept = state.get(tx, _KEY, _NOTHING)
            mine = store.van_dag(tx, kept["ids"], today)
            if not mine:
                raise NietGevonden
            gone = mine[-1][0]
            store.verwijder(tx, gone)
            state.put(tx, _KEY, kept | {"ids": [id_ for id_ in kept["ids"] if id_ != gone]})
            tx.log("turf.terug", gone)
        return Outcome(gone, _CHANGED)

    @staticmethod
    def _places(rx: "Rx") -> tuple[str, ...]:
        return Instellingen(settings_store.lees(rx)).lijst("plaatsen")
