"""Children who belong to a chosen child: classmates to pick from, with one key (demand 28)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.ui.tabs.incidenten.kinds import Rove
from svp_desktop.ui.widgets.base import Label, col, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.flow import Flow

#: A child that can be added: id in the register and name.
Kind = tuple[int, str]


class Nabij(QWidget):
    """A small pick list under the persons: space adds a child, arrow keys walk, Escape closes. `chosen(person id)`."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = Label("", "small")
        close = link("Sluiten", tight=True)
        close.clicked.connect(self.shut)
        self._body = col(row((self._head, 1), close), spacing=4)
        self._picks: dict[int, QPushButton] = {}
        self._flow: Flow | None = None
        self.setLayout(self._body)
        self.setAccessibleName("Klasgenoten")
        self.hide()

    def offer(self, title: str, children: Sequence[Kind]) -> None:
        """Show these children, or in words that there are none."""
        self._clear()
        self._head.setText(title if children else f"{title} geen gevonden")
        self._picks = {}
        for person_id, name in children:
            pick = QPushButton(name.replace("&", "&&"))
            pick.setProperty("chip", True)
            pick.setAutoDefault(True)
            pick.setCheckable(True)
            pick.setAccessibleName(f"{name} toevoegen")
            pick.setProperty("persoon", person_id)
            pick.clicked.connect(self._picked)
            self._picks[person_id] = pick
        self._flow = Flow(*self._picks.values())
        # a whole group may not push the columns of the form aside
        self._flow.setMinimumWidth(1)
        self._rove = Rove(list(self._picks.values()), self)
        self._body.addWidget(self._flow)
        self.show()
        self._flow.show()
        if self._picks:
            next(iter(self._picks.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def picks(self) -> dict[int, QPushButton]:
        """The children that can be picked, by person."""
        return dict(self._picks)

    def put_away(self) -> None:
        """Close the list without a word."""
        self._clear()
        self.hide()

    @Slot()
    def shut(self) -> None:
        """Close the list and tell; first the keyboard goes elsewhere, so that it is never in what is gone."""
        self.closed.emit()
        self.put_away()

    def _clear(self) -> None:
        if self._flow is not None:
            self._flow.hide()
            self._flow.deleteLater()
            self._flow = None

    @Slot()
    def _picked(self) -> None:
        pick = self.sender()
        assert isinstance(pick, QPushButton)
        # a person is added once: a second press only says again that the child is there
        pick.setChecked(True)
        self.chosen.emit(pick.property("persoon"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)
