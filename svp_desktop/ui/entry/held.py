"""An unlocked workplace before its window is there: watched as the window would be, and locked the same way."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.ui.guard import Guard
from svp_desktop.ui.lock import Locker
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek


class Held(QObject):
    """Locks at Ctrl+L, after minutes without a key, and when the computer sleeps. `forget` clears the page first."""

    blank_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        werkplek: "Werkplek",
        tasks: Tasks,
        restart: Callable[[], None],
        forget: Callable[[], None],
    ) -> None:
        super().__init__(shell)
        self.werkplek = werkplek
        self._restart = restart
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        open_school = "school" in werkplek.soorten
        self.guard = Guard(app, shell, werkplek.instellingen.lees() if open_school else Instellingen())
        self.locker = Locker(shell, werkplek, tuple, tasks, self._begin_anew)
        self.locker.keep_place = forget
        self.locker.clear = self.guard.clipboard.forget
        self.guard.lock_wanted.connect(self.locker.lock)
        self.guard.blank_wanted.connect(self.blank_wanted)

    @Slot()
    def lock(self) -> None:
        """Lock now and begin at the unlock page."""
        self.locker.lock()

    def release(self) -> "Werkplek":
        """Watch no more: the window does it from now on."""
        self.guard.stop()
        for part in (self.locker, self.guard.idle, self.guard, self):
            part.deleteLater()
        return self.werkplek

    def close(self) -> None:
        """The program is closed: lock, and begin nothing."""
        self.release().vergrendel()

    def _begin_anew(self) -> None:
        self.guard.stop()
        self._restart()
