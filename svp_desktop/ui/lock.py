"""Locking: it never asks and never loses. And the watch that locks when nobody does anything."""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain.errors import AlleenLezen, BestandBeschadigd, KluisVergrendeld, UserFacing
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
_NEVER = (AlleenLezen, BestandBeschadigd, KluisVergrendeld)
_LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
_BLANK = QKeyCombination(Qt.Key.Key_F12)


class IdleWatch(QObject):
    """Emits `idle` when no key and no mouse was used for so many minutes.

    It looks at the windows, where every key and every move comes in once. A filter on the application is asked about
    every event of every widget: that doubled the time in which a page opens. It sees Ctrl+L and F12 in a dialog too,
    where the shortcuts of the main window do not work; they come as `lock_pressed` and `blank_pressed`.
    """

    idle = Signal()
    lock_pressed = Signal()
    blank_pressed = Signal()

    def __init__(self, app: QApplication, minutes: float) -> None:
        super().__init__(app)
        self._app, self._watching = app, True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        # a window that is made later is watched from the moment that it gets the keyboard
        app.focusWindowChanged.connect(self._watch)
        for window in app.topLevelWindows():
            self._watch(window)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        """Another number of minutes, from now."""
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.start()

    def stop(self) -> None:
        """Watch no more: the program is locked."""
        self._timer.stop()
        if self._watching:
            self._watching = False
            self._app.focusWindowChanged.disconnect(self._watch)
            for window in self._app.allWindows():
                window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self._timer.start()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """A key that no shortcut took; True when it was one of ours."""
        keys = event.keyCombination()
        if keys == _LOCK:
            self.lock_pressed.emit()
        elif keys == _BLANK:
            self.blank_pressed.emit()
        return keys in (_LOCK, _BLANK)


class Locker(QObject):
    """Cover, stop work, write drafts, close dialogs, lock the kluis, restart; in that order. `restart` begins the
    unlock page anew, `keep_place` writes where the user was, `clear` empties the clipboard."""

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
        self.keep_place: Callable[[], None] = _nothing
        self.clear: Callable[[], None] = _nothing

    @Slot()
    def lock(self) -> None:
        """Lock now. When a draft cannot be written the cover stays, says so and offers to try again."""
        if not self._covers:
            self._covers = cover_all("Vergrendelen…")
        self._tasks.cancel_all()
        try:
            self.flush()
        except Exception as error:
            self._stay(error if isinstance(error, UserFacing) else UserFacing())
            if not isinstance(error, UserFacing):
                raise
            return
        for step in (self.keep_place, close_dialogs, self.clear, self._werkplek.vergrendel):
            _take(step)
        self.locked.emit()
        self._restart()

    def flush(self) -> None:
        """Write what is being typed on every page. Raises the first error, after every other page had its turn.

        A compartment that may only be read, is damaged or is closed will never take a draft. Its page said so while the
        user typed; the way out is to lock and to unlock again, so that may not be held up.
        """
        failed: list[Exception] = []
        for page in self._pages():
            try:
                with suppress(*_NEVER):
                    page.flush_draft()
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]

    def _stay(self, error: UserFacing) -> None:
        # a dialog that waits would hold the keyboard, and the button could not be pressed
        close_dialogs()
        for old in (cover for cover in self._covers if isinstance(cover, FailedCover)):
            old.deleteLater()
        text = f"{error.safe} {error.now} Het venster blijft afgedekt."
        cover = FailedCover(self._window, error.what, text)
        cover.retry_requested.connect(self.lock)
        self._covers = [kept for kept in self._covers if not isinstance(kept, FailedCover)] + [cover]


def _take(step: Callable[[], object]) -> None:
    """What was typed is safe: from here on nothing may leave everything unlocked. A bug is noted; what can be told to
    the user (a place that cannot be written to a full disk) costs a comfort."""
    try:
        with suppress(UserFacing):
            step()
    except Exception:
        sys.excepthook(*sys.exc_info())


def _nothing() -> None:
    """What a Locker without surroundings does."""
