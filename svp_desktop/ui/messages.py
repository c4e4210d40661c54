"""What the window says: an error above the page, and a quiet line at the foot with perhaps *Ongedaan maken*."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, col, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import Notice, State


class MessageArea(QWidget):
    """One notice between the tabs and the page; it stays until it is closed or something else is said."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice(State.INFO, "")
        self.setLayout(col(self.notice, margins=(16, 8, 16, 0)))
        self.hide()

    def show_error(self, error: Exception) -> None:
        """What happened, what is safe, what now. Of an unknown error only general words, never its text."""
        known = error if isinstance(error, UserFacing) else UserFacing()
        close = link("Sluiten")
        close.clicked.connect(self.hide)
        self.notice.show_error(known, [close])
        self.show()

    def ask(self, lead: str, text: str, *answers: tuple[str, Callable[[], None]]) -> None:
        """A quiet question with link buttons, such as to go on with a draft; each answer closes it."""
        buttons: list[QPushButton] = []
        for words, action in answers:
            made = link(words)
            made.clicked.connect(self.hide)
            made.clicked.connect(action)
            buttons.append(made)
        self.notice.show_message(State.INFO, lead, text, buttons)
        self.show()


class Snackbar(QFrame):
    """A line over the foot of the window that goes away by itself."""

    SECONDS = 12

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", True)
        self._label = Label("")
        self._undo = link("Ongedaan maken", "undo-2")
        self._close = link("Sluiten")
        self._action: Callable[[], None] | None = None
        self._undo.clicked.connect(self._undone)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        body = row(Icon("check", "ok", 16), self._label, 8, self._undo, self._close, margins=(14, 4, 12, 4), spacing=10)
        self.setLayout(body)
        window.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Show the sentence, with *Ongedaan maken* when there is a way back."""
        self._action = undo
        self._label.setText(sentence)
        self._undo.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        self._place()
        self._timer.start(self.SECONDS * 1000)

    def text(self) -> str:
        """The sentence that is shown."""
        return self._label.text()

    def undo_button(self) -> QPushButton:
        """The button that brings back."""
        return self._undo

    @Slot()
    def _undone(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()

    def _place(self) -> None:
        self.adjustSize()
        window = self.parentWidget()
        assert window is not None
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - scaled(20))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
