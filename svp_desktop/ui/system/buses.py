"""Linux: what logind and the screen savers say over D-Bus, which is a Unix socket and no network.

A machine without these services simply says nothing. Until the program has locked (a new process begins then) it holds
a delay, so that the keys are gone from memory before the memory is frozen or written to the disk.
"""

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

LOGIN, LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
#: Each desktop has its own service, with the same signal on an interface of the same name.
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_ANY_PATH = ""


def session_path(session: str) -> str:
    """The D-Bus path of a login session by its number, as logind writes it; of any session when it is not known."""
    if not session:
        return _ANY_PATH
    first, rest = session[0], session[1:]
    plain = [sign if sign.isascii() and sign.isalnum() else f"_{ord(sign):02x}" for sign in rest]
    return f"{LOGIN_PATH}/session/" + (first if first.isalpha() else f"_{ord(first):02x}") + "".join(plain)


class Buses(QObject):
    """`gone` when the computer goes to sleep, the session is locked or the screen saver begins."""

    gone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._delay: QDBusPendingCallWatcher | None = None
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            path = session_path(os.environ.get("XDG_SESSION_ID", ""))
            self._hear(system, LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", SLOT("sleeping(bool)"))
            self._hear(system, LOGIN, path, f"{LOGIN}.Session", "Lock", SLOT("locked()"))
            self._delay_sleep(system)
        if session.isConnected():
            for saver in SAVERS:
                self._hear(session, saver, _ANY_PATH, saver, "ActiveChanged", SLOT("covered(bool)"))

    def _hear(self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str) -> None:
        # the types of PySide ask for bytes here, the function itself for a text
        bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]

    def _delay_sleep(self, system: QDBusConnection) -> None:
        """Ask logind to wait some seconds with sleeping. The answer holds an open file: when it is closed, at the
        latest by the end of this process image, the sleep goes on."""
        call = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "Inhibit")
        call.setArguments(["sleep", "Sociale veiligheid", "Vergrendelen", "delay"])
        self._delay = QDBusPendingCallWatcher(system.asyncCall(call), self)

    @Slot(bool)
    def sleeping(self, begins: bool) -> None:
        """logind: the computer goes to sleep, or it wakes up."""
        if begins:
            self.gone.emit()

    @Slot()
    def locked(self) -> None:
        """logind: this session must be locked."""
        self.gone.emit()

    @Slot(bool)
    def covered(self, on: bool) -> None:
        """A screen saver with its lock comes, or goes."""
        if on:
            self.gone.emit()
