"""Closing a casus with a reason, and opening it again with one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from svp_desktop.domain.casus import AfsluitDraft
from svp_desktop.domain.findings import Finding
from svp_desktop.ui.widgets.base import card, col, row
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.notice import Notice, State


class VerloopForm(QWidget):
    """Form <-> AfsluitDraft; the reasons are the school's list, and an own one may be typed. `edited` after every
    change by the user."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reden = QComboBox()
        self.reden.setEditable(True)
        self.reden.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        guard_wheel(self.reden)
        self.toelichting = Area(placeholder="Wat spraken wij af voor daarna? Dit mag leeg blijven.", height=120)
        self.fields = {
            "reden": Field("Reden", self.reden),
            "toelichting": Field("Toelichting", self.toelichting),
        }
        self._notice = Notice(State.INFO, "")
        box = card(self._notice, *self.fields.values(), spacing=10)
        box.setMaximumWidth(640)
        self.setLayout(col(row((box, 1), None), None))
        self.reden.editTextChanged.connect(self._edited)
        self.toelichting.textChanged.connect(self._edited)

    def begin(self, reasons: Sequence[str], lead: str, text: str) -> None:
        """Empty, with these reasons to choose from."""
        self.blockSignals(True)
        self.reden.clear()
        self.reden.addItems(list(reasons))
        self.reden.setCurrentIndex(-1)
        self.blockSignals(False)
        self.load(AfsluitDraft("", ""))
        self._notice.show_message(State.INFO, lead, text)
        self.show_findings(())
        self.reden.setFocus()

    def load(self, draft: AfsluitDraft) -> None:
        """Show this, without telling."""
        self.blockSignals(True)
        self.reden.setEditText(draft.reden)
        self.toelichting.setText(draft.toelichting)
        self.blockSignals(False)

    def draft(self) -> AfsluitDraft:
        """What was chosen and typed."""
        return AfsluitDraft(self.reden.currentText().strip(), self.toelichting.text().strip())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self.fields, findings)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()
