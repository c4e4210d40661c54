"""The four questions about welbevinden that every kindgesprek asks, and the child's own words (demand 19)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from svp_desktop.domain.gesprekken import WELBEVINDEN_VRAGEN, Antwoord, Welbevinden
from svp_desktop.domain.labels import label
from svp_desktop.ui.widgets.base import Label, col
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.fields import Area

_OPTIONS = [(item, label(item)) for item in Antwoord]


class WelbevindenVragen(QWidget):
    """Form <-> Welbevinden. `edited` for every change by the user."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.vragen = {
            name: Segmented(_OPTIONS, Antwoord.NIET_GEVRAAGD, small=True, name=text)
            for name, text in WELBEVINDEN_VRAGEN.items()
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(5)
        for line, (name, text) in enumerate(WELBEVINDEN_VRAGEN.items()):
            grid.addWidget(Label(text, wrap=True), line, 0)
            grid.addWidget(self.vragen[name], line, 1)
            self.vragen[name].changed.connect(self.edited)
        self.eigen_woorden = Area(placeholder="Wat vertelt het kind zelf?", height=56, name="In eigen woorden")
        self.eigen_woorden.textChanged.connect(self.edited)
        self.setLayout(col(grid, self.eigen_woorden, spacing=8))

    def value(self) -> Welbevinden:
        """What is filled in."""
        answers = {name: part.value() for name, part in self.vragen.items()}
        return Welbevinden(**answers, eigen_woorden=self.eigen_woorden.text())  # type: ignore[arg-type]

    def set_value(self, value: Welbevinden) -> None:
        """Show these answers."""
        for name, part in self.vragen.items():
            part.set_value(getattr(value, name))
        self.eigen_woorden.setText(value.eigen_woorden)
