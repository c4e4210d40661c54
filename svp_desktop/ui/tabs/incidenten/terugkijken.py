"""*Schone lei*: says that there is more from before last school year, and asks why someone wants to see it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.schone_lei import check_reden
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, col, holder, row
from svp_desktop.ui.widgets.buttons import Kind, button, link, thousands
from svp_desktop.ui.widgets.fields import edit

QUESTION = "Waarom wilt u verder terugkijken?"


class Terugkijken(QWidget):
    """Nothing, a link ("En 3 oudere: laat zien…"), or the question. `given(reden)` when a reason was typed."""

    given = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.more = link("", "history")
        self.reden = edit(placeholder="Bijvoorbeeld: gesprek met de ouders over het hele verloop", name=QUESTION)
        self.reden.setMinimumWidth(scaled(260))
        self.show_button = button("Laat zien")
        self._cancel = button("Annuleren", kind=Kind.QUIET)
        self.finding = Label("", "danger")
        why = Label(
            "De school bewaart uw reden met uw naam en de dag. U ziet alles tot u vergrendelt.", "muted", wrap=True
        )
        question = Label(QUESTION)
        question.setBuddy(self.reden)
        self._asking = holder(
            col(
                row(Icon("history"), question, (self.reden, 1), self.show_button, self._cancel),
                row(24, self.finding, (why, 1)),
                spacing=4,
            )
        )
        self.setLayout(col(row(self.more, None), self._asking, spacing=4))
        self.more.clicked.connect(self.ask)
        self.show_button.clicked.connect(self._give)
        self.reden.returnPressed.connect(self._give)
        self.reden.textChanged.connect(self.finding.clear)
        self._cancel.clicked.connect(self.cancel)
        self.offer(0)

    def offer(self, older: int) -> None:
        """So many older ones match; none hides the link. A question that is being answered stays."""
        self.more.setText(f"En {thousands(older)} oudere: laat zien…")
        self.more.setVisible(older > 0 and not self.asking())
        self._asking.setVisible(self.asking())
        self.setVisible(older > 0 or self.asking())

    def asking(self) -> bool:
        """True while the question is in view."""
        return not self._asking.isHidden() and not self.isHidden()

    @Slot()
    def ask(self) -> None:
        """Put the question."""
        self.reden.clear()
        self.finding.clear()
        self.more.hide()
        self._asking.show()
        self.show()
        self.reden.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def cancel(self) -> None:
        """Take the question away."""
        self._asking.hide()
        self.hide()
        self.closed.emit()

    @Slot()
    def _give(self) -> None:
        findings = check_reden(self.reden.text())
        if findings:
            self.finding.setText(findings[0].message)
            self.reden.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._asking.hide()
        self.hide()
        self.given.emit(self.reden.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking():
            self.cancel()
        else:
            super().keyPressEvent(event)
