"""Locking: it never asks and never loses. And the watch that locks when nobody does anything."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import TabPage
from svp_desktop.ui.cover import Cover, FailedCover, close_dialogs, cover_all
from svp_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Emits `idle` when no key and no mouse was used for so many minutes."""

    idle = Signal()

    def __init__(self, app: QApplication, minutes: float) -> None:
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        app.installEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        """Another number of minutes, from now."""
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.start()

    def stop(self) -> None:
        """Watch no more: the program is locked."""
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self._timer.start()
        return False


class ClipboardWatch(QObject):
    """Knows whether what is on the clipboard was put there while this program was in front."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        self._ours = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive

    def forget(self) -> None:
        """Empty the clipboard when it is still ours."""
        if self._ours:
            self._ours = False
            QGuiApplication.clipboard().clear()


class Locker(QObject):
    """Cover, stop work, write drafts, lock the kluis, restart; in that order. `restart` begins the unlock page anew."""

    locked = Signal()

    def __init__(
        self,
        window: QWidget,
        werkplek: "Werkplek",
        pages: Callable[[], Iterable[TabPage]],
        tasks: Tasks,
        restart: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._werkplek, self._pages = window, werkplek, pages
        self._tasks, self._restart = tasks, restart
        self._covers: list[Cover] = []
        self._clipboard = ClipboardWatch(self)
        self.place: Callable[[], dict[str, object]] = dict

    @Slot()
    def lock(self) -> None:
        """Lock now. When a draft cannot be written the cover stays, says so and offers to try again."""
        if not self._covers:
            self._covers = cover_all("Vergrendelen…")
        self._tasks.cancel_all()
        try:
            self.flush()
        except UserFacing as error:
            self._stay(error.what, f"{error.safe} {error.now}")
            return
        close_dialogs()
        self._clipboard.forget()
        self._werkplek.vergrendel()
        self.locked.emit()
        self._restart()

    def flush(self) -> None:
        """Write what is being typed on every page, and where the user was. Raises UserFacing when that fails."""
        for page in self._pages():
            page.flush_draft()
        self._werkplek.bewaar_plek(self.place())

    def _stay(self, what: str, text: str) -> None:
        cover = FailedCover(self._window, what, f"{text} Het venster blijft afgedekt.")
        cover.retry_requested.connect(self.lock)
        self._covers.append(cover)
