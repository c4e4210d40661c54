"""What an account keeps for itself beside the records: saved views, columns, templates. JSON values in school.db."""

from typing import TYPE_CHECKING, Any

from svp_desktop.kluis import state

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis


class StaatService:
    """Reads and keeps a value under a key, for this account only."""

    def __init__(self, kluis: "Kluis") -> None:
        self._kluis = kluis

    def lees(self, sleutel: str, standaard: Any = None) -> Any:
        """What was kept under this key, or `standaard`."""
        with self._kluis.school.reading() as rx:
            return state.get(rx, sleutel, standaard)

    def zet(self, sleutel: str, waarde: Any) -> None:
        """Keep a JSON value."""
        with self._kluis.school.transaction() as tx:
            state.put(tx, sleutel, waarde)
