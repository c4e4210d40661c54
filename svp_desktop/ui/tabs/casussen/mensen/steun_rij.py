"""One steunfiguur on the page: who it is, the number, and whether there is consent to call."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.casus_mensen import Steunfiguur
from svp_desktop.domain.datums import dag_kort
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, col, holder, row
from svp_desktop.ui.widgets.buttons import link, tool
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.painted import Pill


class SteunRij(QWidget):
    """`opened` and `removed` carry the id."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, item: Steunfiguur, *, open_for_change: bool) -> None:
        super().__init__()
        self.item = item
        name = link(item.naam, tip=f"Steunfiguur wijzigen: {item.naam}", tight=True, elide=True)
        self.weg = tool("x", f"Steunfiguur verwijderen: {item.naam}", small=True)
        head = row(name, (ElidedLabel(item.relatie, "muted"), 1), self.weg, spacing=8)
        number = [holder(row(Icon("phone", "muted", 14), Label(item.telefoon), spacing=5))] if item.telefoon else []
        self.setLayout(col(head, Flow(*number, self._consent(), gap=10), spacing=3))
        # in its place first: without a parent it would be a window for a moment
        self.weg.setVisible(open_for_change)
        name.clicked.connect(self._open)
        self.weg.clicked.connect(self._remove)

    def _consent(self) -> QWidget:
        item = self.item
        if item.toestemming_op is not None:
            words = f"toestemming van {item.toestemming_van}, {dag_kort(item.toestemming_op)}"
            return Pill(words, "circle-check", "ok")
        words = "geen toestemming: nummer niet op papier" if item.telefoon else "nog geen toestemming"
        return Pill(words, "triangle-alert", "warn")

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.item.id)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.item.id)
