"""Automatic backups of every school on this computer, while nobody has it open: after a lock and when the program ends.

The copying gives way by itself when a school is unlocked (see `kluis.backup.Hold`). Imports no crypto.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.errors import AlGeopend, MapNietSchrijfbaar, SchijfVol, UserFacing
from svp_desktop.domain.reservekopie import voetregel
from svp_desktop.kluis import backup
from svp_desktop.services import reservekopie_lijst, tweede_plek
from svp_desktop.services.reservekopie_lijst import backups_of

Clock = Callable[[], datetime]


class Reservekopieen:
    """What happens with backups before unlocking. `scholen` gives the folders that are to be copied."""

    def __init__(self, clock: Clock, scholen: Callable[[], Iterable[Path]]) -> None:
        self._clock, self._schools = clock, scholen
        self._thread: threading.Thread | None = None
        self._faults: dict[Path, UserFacing] = {}

    @property
    def bezig(self) -> bool:
        """Whether the copying in the background is under way."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self) -> None:
        """Begin copying in the background; does nothing while that is under way."""
        if not self.bezig:
            self._thread = threading.Thread(target=self.maak_alle, name="reservekopie", daemon=True)
            self._thread.start()

    def sluit_af(self) -> None:
        """Before the program ends, its window already gone: finish what is under way, or copy what changed since."""
        if self._thread is not None:
            self._thread.join()
        self.maak_alle()

    def maak_alle(self) -> None:
        """Copy every school that changed, and begin the daily copying to the second place. Raises nothing."""
        for folder in self._schools():
            self._maak(folder)
            tweede_plek.start_als_nodig(folder, self._clock())

    def _maak(self, folder: Path) -> None:
        self._faults.pop(folder, None)
        try:
            # Opened meanwhile, or left by a crash: there is nothing to say, the next lock comes.
            with contextlib.suppress(AlGeopend, backup.GaveWay, backup.WorkInJournal, FileNotFoundError):
                backup.make(folder, self._clock(), lambda _done, _total: None)
        except UserFacing as fault:
            self._faults[folder] = fault
        except OSError:
            self._faults[folder] = MapNietSchrijfbaar()

    def voet(self, folder: Path) -> str:
        """The line at the foot of the unlock page: age and check of the newest backup, or why there is none of now."""
        fault = self._faults.get(folder)
        if isinstance(fault, SchijfVol):
            return "De reservekopie is niet gelukt: de schijf is vol."
        if isinstance(fault, MapNietSchrijfbaar):
            return "De reservekopie is niet gelukt: het programma mag niet schrijven."
        return voetregel(reservekopie_lijst.laatste(backups_of(folder)), self._clock())
