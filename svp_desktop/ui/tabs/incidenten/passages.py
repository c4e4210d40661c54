"""Pieces of text of the reading view: a heading with a text, the words of the child, a group of fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from svp_desktop.domain.incident import IncidentInhoud
from svp_desktop.domain.incident_woorden import GROEPEN, VeldGroep
from svp_desktop.ui.widgets.base import Icon, Label, col, label, row


class Passage(QWidget):
    """A heading and a text under it; hidden while there is no text."""

    def __init__(self, heading: str, role: str = "h3") -> None:
        super().__init__()
        self.words = Label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(col(label(heading, role), self.words, None, spacing=2 if role == "label" else 3))

    def show_text(self, text: str) -> None:
        """The text, or nothing at all."""
        self.words.setText(text)
        self.setVisible(bool(text))


class Quote(QWidget):
    """The child's own words, set apart by a line and a quotation mark."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = row((Icon("quote", "muted", 16), Qt.AlignmentFlag.AlignTop), (self.words, 1), spacing=10)
        box = QFrame()
        box.setProperty("sub", True)
        inner.setContentsMargins(12, 9, 12, 10)
        box.setLayout(inner)
        self.setLayout(col(label("In eigen woorden van het kind", "h3"), box, spacing=5))

    def show_text(self, text: str) -> None:
        """The words, or nothing at all."""
        self.words.setText(text)
        self.setVisible(bool(text))


class Velden(QWidget):
    """The groups of fields that are filled."""

    def __init__(self) -> None:
        super().__init__()
        self._groups = [_Group(group) for group in GROEPEN]
        self.setLayout(col(*self._groups, spacing=14))

    def show_content(self, inhoud: IncidentInhoud) -> None:
        """The fields of this content; a group without any takes no room."""
        for group in self._groups:
            group.show_content(inhoud)
        self.setVisible(any(not group.isHidden() for group in self._groups))


class _Group(QWidget):
    def __init__(self, group: VeldGroep) -> None:
        super().__init__()
        self._fields = [(field, Passage(field.naam, "label")) for field in group.velden]
        self.setLayout(col(label(group.kop, "h3"), *(passage for _field, passage in self._fields), spacing=6))

    def show_content(self, inhoud: IncidentInhoud) -> None:
        for field, passage in self._fields:
            passage.show_text(field.tekst(inhoud))
        self.setVisible(any(not passage.isHidden() for _field, passage in self._fields))
