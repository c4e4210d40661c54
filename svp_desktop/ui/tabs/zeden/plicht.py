"""What goes before everything else: the steps of the duty, and whom to call."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from svp_desktop.ui.widgets.base import TOP, Label, card, clear, col, label, row
from svp_desktop.ui.widgets.notice import Notice, State

_LEAD = "Stop met wat u deed. Dit gaat voor."
_WHY = (
    "Kan iemand met een taak voor de school een kind seksueel hebben misbruikt of lastiggevallen? Dan doet u dit, ook "
    "als u twijfelt."
)


class Plicht(QWidget):
    """Shows the school's own steps and numbers, numbered and large enough to follow while one calls."""

    def __init__(self) -> None:
        super().__init__()
        self._steps, self._numbers = col(spacing=8), col(spacing=6)
        self.bellen = card(self._numbers, title="Bellen", spacing=8)
        notice = Notice(State.BLOK, _LEAD, _WHY)
        self.setLayout(col(notice, card(self._steps, title="Dit doet u nu", spacing=8), self.bellen, spacing=10))

    def show_duty(self, stappen: Sequence[str], nummers: Sequence[tuple[str, str]]) -> None:
        """These steps and numbers."""
        clear(self._steps)
        for number, step in enumerate(stappen, 1):
            self._steps.addLayout(row((label(f"{number}.", "lead"), TOP), (Label(step, wrap=True), 1), spacing=8))
        clear(self._numbers)
        for name, text in nummers:
            self._numbers.addWidget(label(name, "label"))
            self._numbers.addWidget(Label(text, "lead", wrap=True))
        self.bellen.setVisible(bool(nummers))
