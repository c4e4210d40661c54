"""A cover over every window of the program: for the blank screen, and first of all when locking."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from svp_desktop.ui.harbour import Harbour
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, label, row
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.notice import Notice, State


class Cover(Harbour):
    """Lies over a whole window and follows its size; swallows keys and clicks. What lies under it is put to sleep, or
    its shortcuts and buttons could still be pressed. `keyboard`: what had it before any window was covered."""

    def __init__(
        self, window: QWidget, words: str, extra: QWidget | None = None, *, keyboard: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self._had_keyboard = keyboard or window.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setAccessibleName(words)
        shown = extra or label(words, "muted")
        self.setLayout(col(None, row(None, shown, None), None, margins=(24, 24, 24, 116)))
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.repaint()
        self._asleep = [part for part in _parts(window) if part is not self and part.isEnabled()]
        for part in self._asleep:
            part.setEnabled(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def wake(self) -> None:
        """What lies under it may be used again."""
        for part in filter(shiboken6.isValid, self._asleep):
            part.setEnabled(True)

    def lift(self) -> None:
        """Take the cover away: everything is as it was, the keyboard too."""
        self.wake()
        self.hide()
        if self._had_keyboard is not None and shiboken6.isValid(self._had_keyboard):
            self._had_keyboard.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab may not go to what lies under the cover
        return True


def _parts(window: QWidget) -> list[QWidget]:
    """What stands directly in a window; a dialog of it is a window of its own."""
    found = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [part for part in found if not part.isWindow() and not isinstance(part, Cover)]


class FailedCover(Cover):
    """The cover when drafts could not be written: it stays, says so, and tries again."""

    retry_requested = Signal()

    def __init__(self, window: QWidget, what: str, text: str) -> None:
        again = primary("Opnieuw proberen")
        box = QWidget()
        box.setLayout(col(Notice(State.BLOK, what, text), row(None, again, None), spacing=10))
        box.setFixedWidth(scaled(560))
        super().__init__(window, what, box)
        again.clicked.connect(self.retry_requested)
        again.setFocus()


def close_popups() -> None:
    """Close menus, calendars, lists and hints that hang over a window."""
    for window in QApplication.topLevelWidgets():
        if window.windowType() == Qt.WindowType.ToolTip:
            window.hide()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
        popup.close()


def open_windows() -> list[QWidget]:
    """Every visible window of the program, dialogs too."""
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.isWindow()]


def cover_all(words: str) -> list[Cover]:
    """Paint a cover over every open window, before anything else happens."""
    close_popups()
    # a dialog loses the keyboard as soon as the window that it belongs to is put to sleep
    windows = [(window, window.focusWidget()) for window in open_windows()]
    return [Cover(window, words, keyboard=keyboard) for window, keyboard in windows]


def close_dialogs() -> None:
    """Reject every dialog that is open."""
    for window in open_windows():
        if isinstance(window, QDialog):
            window.reject()
