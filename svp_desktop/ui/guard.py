"""Everything that watches while the kluis is open: nobody at the keyboard, the computer asleep, the clipboard, pictures
of the screen."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain.instellingen import SCHERMAFDRUKKEN
from svp_desktop.ui.lock import IdleWatch
from svp_desktop.ui.system import capture
from svp_desktop.ui.system.away import Away
from svp_desktop.ui.system.clipboard import OwnClipboard

if TYPE_CHECKING:
    from svp_desktop.domain.instellingen import Instellingen


class Guard(QObject):
    """`lock_wanted` when the program must lock, `blank_wanted` for F12 where the window does not hear it itself."""

    lock_wanted = Signal()
    blank_wanted = Signal()

    def __init__(self, app: QApplication, window: QWidget, values: "Instellingen") -> None:
        super().__init__(window)
        self._values, self._sensitive = values, False
        self.idle = IdleWatch(app, self._minutes())
        self.away = Away(window)
        self.clipboard = OwnClipboard(self, values.getal("klembord_seconden"))
        self._shield = capture.CaptureShield(app) if capture.SUPPORTED else None
        self.idle.idle.connect(self.lock_wanted)
        self.idle.lock_pressed.connect(self.lock_wanted)
        self.idle.blank_pressed.connect(self.blank_wanted)
        self.away.gone.connect(self.lock_wanted)
        self.apply(values)

    def apply(self, values: "Instellingen") -> None:
        """Other settings of the school."""
        self._values = values
        self.idle.set_minutes(self._minutes())
        self.clipboard.set_seconds(values.getal("klembord_seconden"))
        if self._shield is not None:
            self._shield.allow(values.aan(SCHERMAFDRUKKEN))

    def show_sensitive(self, sensitive: bool) -> None:
        """A page with a confidential dossier comes to the front, or another one: the time without keys is shorter."""
        if sensitive != self._sensitive:
            self._sensitive = sensitive
            self.idle.set_minutes(self._minutes())

    def _minutes(self) -> int:
        usual = self._values.getal("vergrendel_minuten")
        return min(usual, self._values.getal("vergrendel_minuten_gevoelig")) if self._sensitive else usual

    def stop(self) -> None:
        """Watch no more, and leave nothing on the clipboard: the program is locked."""
        self.clipboard.forget()
        self.idle.stop()
        if shiboken6.isValid(self.away):
            self.away.deleteLater()
