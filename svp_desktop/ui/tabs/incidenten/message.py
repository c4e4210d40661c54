"""The sentence of a finding under a field of the form."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.ui.widgets.base import TOP, Icon, Label, row
from svp_desktop.ui.widgets.notice import state_of


class Message(QWidget):
    """Hidden until there is something to say: an icon and a sentence, red when it blocks, quieter when it does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("octagon-alert", "danger", 16)
        self._words = Label(wrap=True)
        self.setLayout(row((self._icon, TOP), (self._words, 1), spacing=6))
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Show the sentence of this finding, or nothing."""
        self.setVisible(finding is not None)
        self._words.setText("" if finding is None else finding.message)
        if finding is not None:
            state = state_of(finding)
            self._icon.set_icon(state.icon, state.token)
            self._icon.setAccessibleName(state.meaning)
            self._words.set_role("danger" if finding.blocks else "warn")

    @Slot(str)
    def show_text(self, text: str) -> None:
        """A blocking sentence of the field itself, or nothing."""
        self.show_finding(Finding("", text) if text else None)

    def text(self) -> str:
        """The sentence that stands there now."""
        return self._words.text()
