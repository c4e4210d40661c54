"""Choosing a herstelgebaar: the child's own proposal first, then the list of the bouw (89-91)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from svp_desktop.domain.herstelgesprek import Gebarenlijst
from svp_desktop.domain.labels import label
from svp_desktop.ui.widgets.base import Label, clear, col
from svp_desktop.ui.widgets.buttons import Chip, button
from svp_desktop.ui.widgets.fields import edit
from svp_desktop.ui.widgets.flow import Flow


class Gebaar(QWidget):
    """A line with a tick for the child's own idea, and the gebaren of the bouw. `edited` for every change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tekst = edit(placeholder="Vraag eerst wat het kind zelf wil doen", name="Herstelgebaar")
        self.eigen = Chip("Eigen voorstel van het kind", check=True)
        self._lists: tuple[Gebarenlijst, ...] = ()
        self._offers = col(spacing=4)
        self.setLayout(col(self.tekst, Flow(self.eigen), self._offers, spacing=6))
        self.setFocusProxy(self.tekst)
        self.tekst.textEdited.connect(self.edited)
        self.eigen.clicked.connect(self.edited)

    def set_lists(self, lists: tuple[Gebarenlijst, ...]) -> None:
        """The gebaren to choose from; groep 6 gets two lists."""
        if lists == self._lists:
            return
        self._lists = lists
        clear(self._offers)
        for item in lists:
            self._offers.addWidget(Label(f"Gebaren {label(item.bouw)}", "label"))
            made = []
            for text in item.gebaren:
                offer = button(text, small=True, tip=f"Kiezen: {text}")
                offer.setProperty("gebaar", text)
                offer.clicked.connect(self._chosen)
                made.append(offer)
            self._offers.addWidget(Flow(*made, gap=6))

    def fill(self, text: str, *, eigen: bool) -> None:
        """Show this, without telling."""
        self.tekst.setText(text)
        self.eigen.setChecked(eigen)

    @Slot()
    def _chosen(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.fill(str(pressed.property("gebaar")), eigen=False)
            self.edited.emit()
