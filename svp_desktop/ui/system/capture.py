"""Keeps our windows out of screenshots, recordings and shared screens. Only Windows offers this."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

SUPPORTED = sys.platform == "win32"
_NORMAL, _BLACK, _ABSENT = 0x00, 0x01, 0x11


def hide_window(window: int, hidden: bool) -> None:
    """Leave this window out of every picture of the screen, or no longer. Windows before 2004 shows it black."""
    if sys.platform == "win32":
        import ctypes

        change = ctypes.windll.user32.SetWindowDisplayAffinity
        if not change(window, _ABSENT if hidden else _NORMAL) and hidden:
            change(window, _BLACK)


class CaptureShield(QObject):
    """Hides every window of the program, dialogs and menus too, as it is shown; `allow` is the school's choice."""

    def __init__(self, app: QApplication, hide: Callable[[int, bool], None] = hide_window) -> None:
        super().__init__(app)
        self._hide, self._allowed = hide, False
        app.installEventFilter(self)
        self.allow(False)

    def allow(self, allowed: bool) -> None:
        """Whether pictures of the windows may be made, from now on."""
        self._allowed = allowed
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._hide(int(window.winId()), not allowed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._hide(int(watched.winId()), not self._allowed)
        return False
