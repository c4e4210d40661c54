"""The frame of the pages between unlocking and the workplace: the harbour, the school, who, and one card."""

from PySide6.QtWidgets import QWidget

from svp_desktop.ui.harbour import Harbour, in_the_middle, quay
from svp_desktop.ui.widgets.base import CENTER, Item, card, col, label, row


class EntryFrame(Harbour):
    """School and sub-title above, one card in the middle; something quiet may stand under the card."""

    def __init__(self, school: str, sub: str, width: int = 860) -> None:
        super().__init__()
        self._width = width
        self._head, self._sub = label(school, "h1"), label(sub, "muted")
        for line in (self._head, self._sub):
            line.setAlignment(CENTER)

    def set_body(self, body: QWidget, under: QWidget | None = None) -> None:
        """What stands in the card, and under it."""
        box = card((body, 1), margins=(24, 18, 24, 18))
        below: list[Item] = [] if under is None else [8, row(None, under, None)]
        middle = in_the_middle(box, self._width)
        parts: tuple[Item, ...] = (None, self._head, 2, self._sub, 14, middle, *below, None)
        self.stand(col(*parts, margins=(24, 10, 24, 10), spacing=0), quay() // 2)


def heading(title: str, explain: str) -> QWidget:
    """Title of a card and one sentence under it."""
    made = QWidget()
    made.setLayout(col(label(title, "h2"), label(explain, "muted", wrap=True), spacing=2))
    return made
