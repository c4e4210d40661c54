"""Windows: messages to our window about sleep and about the lock of the session."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
#: Another user at the console, a remote session that ended, the session locked.
SESSION_LEFT = (0x2, 0x4, 0x7)
_MESSAGES = b"windows_generic_MSG"
_THIS_SESSION = 0


def says_gone(message: int, what: int) -> bool:
    """Whether this window message means that the user goes away."""
    if message == WM_POWERBROADCAST:
        return what == PBT_APMSUSPEND
    return message == WM_WTSSESSION_CHANGE and what in SESSION_LEFT


class WindowMessages(QAbstractNativeEventFilter):
    """Calls `gone` for the messages that mean it, as long as it is kept."""

    def __init__(self, window: int, gone: Callable[[], None]) -> None:
        super().__init__()
        self._gone = gone
        ask_for_session(window)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: QByteArray | bytes, message: int) -> tuple[bool, int]:  # type: ignore[override]
        if kind == _MESSAGES:
            found = wintypes.MSG.from_address(int(message))
            if says_gone(found.message, found.wParam):
                self._gone()
        return False, 0


def ask_for_session(window: int) -> None:
    """Have Windows tell this window about its session; sleep is told without asking."""
    if sys.platform == "win32":
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), _THIS_SESSION)
