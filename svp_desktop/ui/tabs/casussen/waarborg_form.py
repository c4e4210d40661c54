"""The guards that speak for an action, each with the line in which the school says why it goes on (demands 43, 79)."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from svp_desktop.domain.casus import Overgeslagen
from svp_desktop.domain.waarborgen import Vraag, waarborg_naam
from svp_desktop.ui.widgets.base import card, clear, col
from svp_desktop.ui.widgets.fields import Field, edit
from svp_desktop.ui.widgets.notice import State, check_line


class WaarborgForm(QWidget):
    """Shows the guards; `edited` when a reason is typed. Reasons of guards that fall silent are kept meanwhile."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._vragen: tuple[Vraag, ...] = ()
        self._reasons: dict[str, str] = {}
        self._lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        self._body = col(spacing=8)
        self.setLayout(self._body)
        self.hide()

    def load(self, overgeslagen: Iterable[Overgeslagen]) -> None:
        """The reasons that were given before."""
        self._reasons = {item.waarborg: item.reden for item in overgeslagen}
        self._build()

    def overgeslagen(self) -> tuple[Overgeslagen, ...]:
        """Every reason that stands there, by guard."""
        self._keep()
        return tuple(Overgeslagen(code, reden) for code, reden in sorted(self._reasons.items()) if reden.strip())

    def show_vragen(self, vragen: tuple[Vraag, ...]) -> None:
        """Show these guards; the line that has the keyboard keeps it."""
        if vragen == self._vragen:
            return
        typing = next((code for code, line in self._lines.items() if line.hasFocus()), "")
        self._keep()
        self._vragen = vragen
        self._build()
        if typing in self._lines:
            self._lines[typing].setFocus(Qt.FocusReason.OtherFocusReason)

    def vragen(self) -> tuple[Vraag, ...]:
        """The guards that speak now."""
        return self._vragen

    def order(self) -> list[QLineEdit]:
        """What Tab goes through."""
        return list(self._lines.values())

    def line(self, code: str) -> QLineEdit:
        """The line for the reason of this guard."""
        return self._lines[code]

    def _build(self) -> None:
        clear(self._body)
        self._lines, self.fields = {}, {}
        for item in self._vragen:
            code = item.waarborg.value
            parts: list[QWidget] = []
            if item.overslaan:
                line = edit(self._reasons.get(code, ""), name=f"{item.lead}: {item.overslaan}")
                line.textEdited.connect(self.edited)
                self._lines[code] = line
                self.fields[waarborg_naam(code)] = Field(item.overslaan, line)
                parts.append(self.fields[waarborg_naam(code)])
            state = State.LET_OP if item.reden_nodig else State.INFO
            words = check_line(state, item.lead, item.tekst)
            self._body.addWidget(card(words, *parts, sub=True, margins=(12, 9, 12, 10), spacing=6))
        self.setVisible(bool(self._vragen))

    def _keep(self) -> None:
        for code, line in self._lines.items():
            self._reasons[code] = line.text()
