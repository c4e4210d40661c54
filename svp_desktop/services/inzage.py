"""Looking further back than last school year: only with a reason, until the program locks (*schone lei*)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.invoer import schone_tekst
from svp_desktop.domain.schone_lei import check_reden, grens
from svp_desktop.kluis.stores import inzage as store

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis


class InzageService:
    """Knows what this account may see without asking. It lives as long as the kluis is open."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock
        self._opened: set[int | None] = set()

    def vanaf(self, persoon_id: int | None = None) -> date | None:
        """The first day that may be shown now, of one person or of the register; None when everything may."""
        opened = None in self._opened or (persoon_id is not None and persoon_id in self._opened)
        return None if opened else grens(self._clock().date())

    def kijk_eerder(self, reden: str, persoon_id: int | None = None) -> None:
        """Show what is older from now on until the program locks. Raises InvoerOnjuist without a reason."""
        cleaned = schone_tekst(reden).strip()
        if findings := blocking(check_reden(cleaned)):
            raise InvoerOnjuist(findings)
        with self._kluis.school.transaction() as tx:
            store.voeg_toe(tx, persoon_id, cleaned)
            tx.log("inzage.eerder")
        self._opened.add(persoon_id)

    def redenen(self) -> tuple[str, ...]:
        """The reasons that were given, oldest first."""
        with self._kluis.school.reading() as rx:
            return tuple(reden for _account, _persoon, reden in store.redenen(rx))
