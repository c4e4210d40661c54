"""Messages inside the page: what happened, is the work safe, what now. Never a message box for an error."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.ui.theme import color
from svp_desktop.ui.widgets.base import TOP, Icon, Label, clear, col, label, row


class State(Enum):
    """State by icon, ink and word: (icon, token, meaning for screen readers)."""

    INFO = ("info", "accent", "bericht")
    LET_OP = ("triangle-alert", "warn", "let op")
    BLOK = ("octagon-alert", "danger", "houdt tegen")
    OK = ("circle-check", "ok", "in orde")
    OPEN = ("circle", "muted", "nog te doen")

    @property
    def icon(self) -> str:
        """Name of the icon."""
        return self.value[0]

    @property
    def token(self) -> str:
        """Colour of the icon."""
        return self.value[1]

    @property
    def meaning(self) -> str:
        """The word that a screen reader says."""
        return self.value[2]


class Notice(QFrame):
    """A message in the page, with a coloured edge, a bold lead, a sentence and perhaps actions (link buttons)."""

    def __init__(
        self, state: State, lead: str, text: str = "", actions: Sequence[QWidget] = (), *, compact: bool = False
    ) -> None:
        super().__init__()
        self._icon = Icon(state.icon, state.token, 18)
        self._lead = Label(lead, "lead", wrap=True)
        self._text = Label(text, wrap=True)
        self._actions: QHBoxLayout = row(spacing=12)
        self._body = col(self._lead, self._text, self._actions, spacing=2)
        margins = (14, 8, 12, 8) if compact else (16, 10, 14, 10)
        self.setLayout(row((self._icon, TOP), (self._body, 1), margins=margins, spacing=10))
        self.show_message(state, lead, text, actions)

    def show_message(self, state: State, lead: str, text: str = "", actions: Sequence[QWidget] = ()) -> None:
        """Another message in the same place."""
        self.state = state
        self._icon.set_icon(state.icon, state.token)
        self._icon.setAccessibleName(state.meaning)
        self._lead.setText(lead)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        clear(self._actions)
        for action in actions:
            action.setProperty("tight", bool(action.property("link")))
            self._actions.addWidget(action)
        self._actions.addStretch(1)
        self._actions.setContentsMargins(0, 3 if actions else 0, 0, 0)
        self.setAccessibleName(f"{state.meaning}: {lead}")
        self.setAccessibleDescription(text)
        self.update()

    def add(self, widget: QWidget) -> None:
        """Something more under the actions; the next message does not take it away."""
        self._body.addWidget(widget)

    def show_error(self, error: UserFacing, actions: Sequence[QWidget] = ()) -> None:
        """What happened, what is safe, what now."""
        self.show_message(State.BLOK, error.what, f"{error.safe} {error.now}", actions)

    def show_later(self, error: UserFacing) -> None:
        """What is done, and what of it comes later by itself: no error that asks for something."""
        self.show_message(State.LET_OP, error.what, f"{error.safe} {error.now}")
        self.show()

    def lead(self) -> str:
        """The bold sentence, for tests and screen readers."""
        return self._lead.text()

    def text(self) -> str:
        """The sentence under it."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self.state.token))
        painter.setClipRect(QRectF(0, 0, 4, self.height()))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


def check_line(state: State, lead: str, text: str = "", action: QWidget | None = None) -> QHBoxLayout:
    """One line of a guard or a legal check: state, lead, evidence, action."""
    strong = state in (State.LET_OP, State.BLOK)
    words = col(label(lead, "lead" if strong else None, wrap=True), spacing=1)
    if text:
        words.addWidget(label(text, "small", wrap=True))
    if action is not None:
        words.addLayout(row(action, None, margins=(0, 3, 0, 2)))
    return row((Icon(state.icon, state.token, 17, state.meaning), TOP), (words, 1), spacing=9)


def state_of(finding: Finding) -> State:
    """The state in which a finding is shown."""
    return State.BLOK if finding.blocks else State.LET_OP
