"""Tells that the user goes away from the computer: it goes to sleep, its screen is locked, or it slept.

Linux tells it over D-Bus, Windows with window messages; macOS tells a Qt program nothing. The jump of the clock is seen
everywhere, but only at waking.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

EVERY_MS = 5_000
#: Seconds that the clock may be ahead of the timer before that means that the computer slept.
JUMP = 60.0


class ClockJump(QObject):
    """Looks at the clock every five seconds. When a look comes a minute too late the computer slept meanwhile (or
    someone put the clock forward, or the process stood still: locking is right then too)."""

    jumped = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.time, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._clock, self._before, self._every = clock, clock(), every_ms / 1000
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start(every_ms)

    @Slot()
    def _look(self) -> None:
        before, self._before = self._before, self._clock()
        if self._before - before - self._every >= JUMP:
            self.jumped.emit()


class Away(QObject):
    """`gone` when the user goes away; ends with its parent."""

    gone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._jump = ClockJump(self)
        self._jump.jumped.connect(self.gone)
        self._told_by = listen(self, window)


def listen(away: Away, window: QWidget) -> object | None:
    """Hear from the system when the user goes away. Returns what must be kept alive to hear it; None: not told."""
    if sys.platform == "linux":
        from svp_desktop.ui.system.buses import Buses

        buses = Buses(away)
        buses.gone.connect(away.gone)
        return buses
    if sys.platform == "win32":
        from svp_desktop.ui.system.winmessages import WindowMessages

        return WindowMessages(int(window.winId()), away.gone.emit)
    return None
