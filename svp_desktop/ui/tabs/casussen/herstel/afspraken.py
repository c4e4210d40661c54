"""Appointments of the talk: who does what, and by when (84, 85)."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from svp_desktop.domain.datums import kort
from svp_desktop.domain.herstelgesprek import HerstelAfspraakDraft
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import clear, col, holder, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import edit


class _Line(NamedTuple):
    wie: QLineEdit
    wat: QLineEdit
    wanneer: DateEdit
    gedaan: QCheckBox

    def draft(self) -> HerstelAfspraakDraft:
        """What is typed; the day of the tick goes along with it."""
        done = self.gedaan.property("dag") if self.gedaan.isChecked() else ""
        return HerstelAfspraakDraft(self.wie.text(), self.wat.text(), self.wanneer.text(), done)


class Afspraken(QWidget):
    """Lines that can be added and taken away. `edited` for every change by the user; `dropped` right before a line that
    says something goes."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._lines: list[_Line] = []
        self._body = col(spacing=6)
        self.erbij = button("Afspraak erbij", "plus", small=True)
        self.setLayout(col(self._body, row(self.erbij, None), spacing=6))
        self.setFocusProxy(self.erbij)
        self.erbij.clicked.connect(self._add)

    def drafts(self) -> tuple[HerstelAfspraakDraft, ...]:
        """What is typed; empty lines at the end are left out."""
        found = [line.draft() for line in self._lines]
        while found and found[-1].leeg:
            found.pop()
        return tuple(found)

    def fill(self, drafts: Iterable[HerstelAfspraakDraft]) -> None:
        """Show these and room for one more, without telling."""
        clear(self._body)
        self._lines = []
        for item in (*drafts, HerstelAfspraakDraft()):
            self._put(item)

    def line(self, number: int) -> _Line:
        """The fields of one line."""
        return self._lines[number]

    def _put(self, item: HerstelAfspraakDraft) -> None:
        number = len(self._lines) + 1
        made = _Line(
            edit(item.wie, placeholder="Wie", name=f"Afspraak {number}: wie"),
            edit(item.wat, placeholder="Doet wat", name=f"Afspraak {number}: wat"),
            DateEdit(self._today, optional=True, komend=True, name=f"Afspraak {number}: wanneer"),
            QCheckBox("gedaan"),
        )
        made.gedaan.setAccessibleName(f"Afspraak {number}: gedaan")
        made.gedaan.setChecked(bool(item.gedaan_op))
        made.gedaan.setProperty("dag", item.gedaan_op or kort(self._today()))
        made.gedaan.setToolTip(f"Gedaan op {made.gedaan.property('dag')}")
        made.gedaan.clicked.connect(self.edited)
        made.wanneer.setText(item.wanneer)
        made.wie.setMinimumWidth(scaled(70))
        drop = tool("x", f"Afspraak {number} weghalen", small=True)
        drop.setProperty("nummer", number - 1)
        drop.clicked.connect(self._dropped)
        for line in (made.wie, made.wat):
            line.textEdited.connect(self.edited)
        made.wanneer.edited.connect(self.edited)
        self._lines.append(made)
        self._body.addWidget(holder(row((made.wie, 2), (made.wat, 4), (made.wanneer, 2), made.gedaan, drop, spacing=6)))

    @Slot()
    def _add(self) -> None:
        self._put(HerstelAfspraakDraft())
        self._lines[-1].wie.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _dropped(self) -> None:
        sender = self.sender()
        if sender is None:
            return
        kept = [line.draft() for line in self._lines]
        number = int(sender.property("nummer"))
        if not kept[number].leeg:
            self.dropped.emit()
        del kept[number]
        self.fill(item for item in kept if not item.leeg)
        self.erbij.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
