"""Who may read and write pestzaken: what the services of Pestcoördinatie have in common."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from svp_desktop.domain.errors import GeenToegang
from svp_desktop.domain.pestzaak import Pestzaak, PestzaakIsAfgesloten
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import pestzaken
from svp_desktop.kluis.transaction import Rx, Tx


class PestToegang:
    """Readings and transactions for who leads the pestzaken; they raise GeenToegang for others."""

    def __init__(self, school: Compartment, clock: Callable[[], datetime], *, leidt: bool) -> None:
        self._school = school
        self._clock = clock
        self._leidt = leidt

    def _today(self) -> date:
        return self._clock().date()

    def _mag(self) -> None:
        if not self._leidt:
            raise GeenToegang(now="Vraag de pestcoördinator. Melden kunt u altijd.")

    @contextmanager
    def _lezen(self) -> Iterator[Rx]:
        self._mag()
        with self._school.reading() as rx:
            yield rx

    @contextmanager
    def _bak(self) -> Iterator[Tx]:
        self._mag()
        with self._school.transaction() as tx:
            yield tx

    @contextmanager
    def _schrijven(self, zaak_id: int) -> Iterator[tuple[Tx, Pestzaak]]:
        """A transaction on a pestzaak that is open."""
        with self._bak() as tx:
            yield tx, self._open(tx, zaak_id)

    @staticmethod
    def _open(tx: Tx, zaak_id: int) -> Pestzaak:
        """A pestzaak that takes changes; it is told when the last one was."""
        zaak = pestzaken.lees(tx, zaak_id)
        if not zaak.open:
            raise PestzaakIsAfgesloten
        pestzaken.raak(tx, zaak_id)
        return zaak
