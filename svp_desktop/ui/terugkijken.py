"""*Schone lei*: says that there is more from before last school year, and asks why someone wants to see it."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.schone_lei import check_reden
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, col, holder, row
from svp_desktop.ui.widgets.buttons import Kind, button, link, thousands
from svp_desktop.ui.widgets.fields import edit

QUESTION = "Waarom wilt u verder terugkijken?"
#: The draft of the reason to look back in the whole register.
REGISTER = "inzage:lijst"
_DRAFT = "een reden om verder terug te kijken"


class Terugkijken(QWidget):
    """Nothing, a link ("En 3 oudere: laat zien…"), or the question. `given(reden)` when a reason was typed.

    What is typed is kept as a draft under `sleutel`, until the reason is given or the question is taken away.
    """

    given = Signal(str)
    closed = Signal()

    def __init__(self, context: Context, sleutel: str = REGISTER) -> None:
        super().__init__()
        self._concepten, self.sleutel = context.werkplek.concepten, sleutel
        self._keeper = ConceptKeeper(self, self._concepten, context.clock, self._content, lambda: _DRAFT)
        self._keeper.failed.connect(context.bar.show_error)
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
        self.reden.textEdited.connect(self._keeper.edited)
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

    def about(self, sleutel: str) -> None:
        """Ask about something else from now on; what was typed stays a draft. Raises UserFacing."""
        self.flush()
        self._keeper.rest()
        self.sleutel = sleutel
        self._asking.hide()

    def flush(self) -> None:
        """Write at once what was not written yet. Raises UserFacing."""
        self._keeper.flush()

    @Slot()
    def ask(self) -> None:
        """Put the question, with what was typed before."""
        if not self.asking():
            kept = self._concepten.lees(self.sleutel)
            self.reden.setText(str(kept.inhoud["reden"]) if kept else "")
            self._keeper.watch(self.sleutel)
        self.finding.clear()
        self.more.hide()
        self._asking.show()
        self.show()
        self.reden.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def cancel(self) -> None:
        """Take the question away, and what was typed."""
        self._keeper.throw_away()
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
        self._keeper.throw_away()
        self._asking.hide()
        self.hide()
        self.given.emit(self.reden.text())

    def _content(self) -> dict[str, Any] | None:
        return {"reden": self.reden.text()} if self.reden.text().strip() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking():
            self.cancel()
        else:
            super().keyPressEvent(event)
