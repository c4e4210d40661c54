"""The state of the chain in one line: icon, word, and the button that checks it (or stops checking)."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.spoor import KetenStand
from svp_desktop.ui.tabs.spoor.woorden import keten
from svp_desktop.ui.widgets.base import Icon, Label, row
from svp_desktop.ui.widgets.buttons import link, thousands
from svp_desktop.ui.widgets.notice import State


class KetenRegel(QWidget):
    """`check_wanted` and `stop_wanted`, from the same button."""

    check_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._busy = False
        self._icon = Icon("circle", "muted", 17)
        self._words = Label("")
        self.knop = link("Controleren")
        self.knop.clicked.connect(self._pressed)
        self.setLayout(row(self._icon, self._words, self.knop, spacing=7))
        self.show_unknown()

    def show_unknown(self) -> None:
        """Not checked since the page was opened, or the check was stopped."""
        self._show(State.OPEN, "Nog niet gecontroleerd of alle regels kloppen", busy=False)

    @Slot(int, int)
    def show_busy(self, done: int, total: int) -> None:
        """So many lines of so many."""
        self._show(State.OPEN, f"{thousands(done)} van {thousands(total)} regels gecontroleerd", busy=True)

    def show_stand(self, stand: KetenStand, op: datetime) -> None:
        """What came out."""
        self._show(State.OK if stand.mis_vanaf is None else State.BLOK, keten(stand, op), busy=False)

    def words(self) -> str:
        """What stands there."""
        return self._words.text()

    def _show(self, state: State, words: str, *, busy: bool) -> None:
        self._busy = busy
        self._icon.set_icon(state.icon, state.token)
        self._icon.setAccessibleName(state.meaning)
        self._words.setText(words)
        self.knop.setText("Stoppen" if busy else "Controleren")
        self.knop.setAccessibleName("Stoppen met controleren" if busy else "Controleren of alle regels kloppen")

    @Slot()
    def _pressed(self) -> None:
        (self.stop_wanted if self._busy else self.check_wanted).emit()
