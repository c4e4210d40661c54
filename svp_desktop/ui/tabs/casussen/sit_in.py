"""The card of a sit-in: a clock that stops after half an hour, and the sentence that ends it (demand 71)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, col, row
from svp_desktop.ui.widgets.buttons import button

_SECOND, _FORGOTTEN = 1000, 3


class SitInKaart(QFrame):
    """`begun(tijd)` and `ended(tijd)` as "10.25"; `time_up` once, when the half hour is over.

    The clock follows the moment at which the sit-in began, so it goes on after the form was left or locked.
    """

    begun = Signal(str)
    ended = Signal(str)
    time_up = Signal()

    def __init__(self, clock: Callable[[], datetime], minutes: int, sentence: str) -> None:
        super().__init__()
        self.setProperty("sub", True)
        self._clock, self._minutes = clock, minutes
        self._begin: datetime | None = None
        self._told = False
        self._left = Label("", "num")
        self._state = Label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, minutes * 60)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Verstreken tijd van de sit-in")
        self.start = button("Begin de sit-in", "clock", small=True)
        self.stop = button("Stop", "check", small=True, tip="De sit-in stopt nu")
        self._words = Label(f"“{sentence}”", wrap=True)
        self._left.setMinimumWidth(scaled(76))
        quote = row(Icon("quote", "control", 14), (self._words, 1), spacing=7)
        head = row(self._left, (self._state, 1), self.start, self.stop, spacing=8)
        self.setLayout(col(head, self._bar, quote, margins=(12, 10, 12, 10), spacing=7))
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self._stop)
        self.follow("")

    def follow(self, begonnen: str) -> None:
        """Run from this time of today ("10.25"), or stand still with an empty text."""
        moment = datums.parse_tijd(begonnen) if begonnen.strip() else None
        if self._begin is not None and moment == self._begin.time().replace(second=0, microsecond=0):
            return
        self._begin = None
        self._timer.stop()
        if moment is not None and not isinstance(moment, Finding):
            begun = self._clock().replace(hour=moment.hour, minute=moment.minute, second=0, microsecond=0)
            # nobody sits there for hours: then only the time of the end was forgotten
            if timedelta() <= self._clock() - begun <= timedelta(minutes=_FORGOTTEN * self._minutes):
                self._begin = begun
                self._timer.start()
        self._told = False
        self.tick()

    def remaining(self) -> int:
        """Seconds that are left; all of them before it begins."""
        whole = self._minutes * 60
        if self._begin is None:
            return whole
        return max(0, min(whole, whole - int((self._clock() - self._begin).total_seconds())))

    def running(self) -> bool:
        """Whether the clock runs, also when the time is over and nobody stopped it yet."""
        return self._begin is not None

    @Slot()
    def tick(self) -> None:
        """Show the time that is left, and tell once that it is over."""
        left = self.remaining()
        over = self.running() and left == 0
        self._left.setText(f"{left // 60}.{left % 60:02d}")
        self._bar.setValue(self._minutes * 60 - left)
        self._state.setText(
            "De tijd is voorbij. Zeg nu de slotzin." if over
            else "Rustig blijven zitten. Wacht op een voorstel van het kind." if self.running()
            else f"Ten hoogste {self._minutes} minuten."
        )  # fmt: skip
        self._state.set_role("dangerlead" if over else "muted")
        self._words.set_role("lead" if over else "muted")
        self.start.setVisible(not self.running())
        self.stop.setVisible(self.running())
        if over and not self._told:
            self._told = True
            self.time_up.emit()

    def state(self) -> str:
        """The sentence beside the clock."""
        return self._state.text()

    @Slot()
    def _start(self) -> None:
        self._begin, self._told = self._clock(), False
        self._timer.start()
        self.tick()
        self.stop.setFocus()
        self.begun.emit(datums.tijd_kort(self._begin.time()))

    @Slot()
    def _stop(self) -> None:
        self._begin = None
        self._timer.stop()
        self.tick()
        self.start.setFocus()
        self.ended.emit(datums.tijd_kort(self._clock().time()))
