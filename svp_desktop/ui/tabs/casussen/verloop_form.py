"""Closing a casus with a reason, and opening it again with one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import AfsluitDraft, Evaluatie
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.ui.widgets.base import Label, card, col, row
from svp_desktop.ui.widgets.buttons import Chip
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.notice import Notice, State

_DAARNA = "Wat spraken wij af voor daarna? Dit mag leeg blijven."
_NU = "Wat gaan wij nu doen? Dit mag leeg blijven."


class VerloopForm(QWidget):
    """Form <-> AfsluitDraft; the reasons are the school's list, and an own one may be typed. `edited` after every
    change by the user."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reden = QComboBox()
        self.reden.setEditable(True)
        self.reden.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # otherwise "Doel" would be kept as "Doel bereikt"
        self.reden.setCompleter(None)  # type: ignore[arg-type]  # the stubs know no None
        guard_wheel(self.reden)
        self.toelichting = Area(height=120)
        self.fields = {
            "reden": Field("Reden", self.reden),
            "toelichting": Field("Toelichting", self.toelichting),
        }
        self.geholpen = Area(placeholder="Wat deed het kind goed, wat deden wij, wie deed mee?", height=80)
        self.meenemen = Area(placeholder="Wat doen wij een volgende keer weer, of anders?", height=80)
        self.pijlers = {pijler: Chip(label(pijler), check=True) for pijler in Pijler}
        self._notice, self._open = Notice(State.INFO, ""), Notice(State.LET_OP, "", compact=True)
        box = card(self._notice, self._open, *self.fields.values(), spacing=10)
        chips = Flow(*self.pijlers.values(), gap=6)
        self._regels = Label("", "muted", wrap=True)
        self._tot_slot = card(Label("Tot slot", "label"), self._regels, sub=True, margins=(12, 8, 12, 9))
        self._terugkijken = card(
            Field("Wat heeft geholpen?", self.geholpen),
            Label("Welke pijlers droegen?", "label"),
            chips,
            Field("Wat nemen wij mee?", self.meenemen),
            title="Terugkijken",
            spacing=10,
        )
        self.setLayout(
            col(
                row((col(box, None), 1), (col(self._terugkijken, self._tot_slot, None, spacing=12), 1), spacing=12),
                None,
            )
        )
        self.reden.editTextChanged.connect(self._edited)
        for area in (self.toelichting, self.geholpen, self.meenemen):
            area.textChanged.connect(self._edited)
        for chip in self.pijlers.values():
            chip.clicked.connect(self._edited)

    def begin(
        self, reasons: Sequence[str], lead: str, text: str, *, closing: bool, open_: int = 0, regels: Sequence[str] = ()
    ) -> None:
        """Empty, with these reasons to choose from; `open_` is how much still waits in the casus, `regels` the closing
        rules of the plan."""
        self.blockSignals(True)
        self.reden.clear()
        self.reden.addItems(list(reasons))
        self.reden.setCurrentIndex(-1)
        self.blockSignals(False)
        self.load(AfsluitDraft())
        self._notice.show_message(State.INFO, lead, text)
        self._terugkijken.setVisible(closing)
        self.toelichting.setPlaceholderText(_DAARNA if closing else _NU)
        waits = "Er wacht nog 1 taak of actie." if open_ == 1 else f"Er wachten nog {open_} taken en acties."
        self._open.show_message(State.LET_OP, waits, "Na het afsluiten vraagt niemand er meer naar.")
        self._open.setVisible(open_ > 0)
        self._regels.setText("\n".join(regels))
        self._tot_slot.setVisible(bool(regels))
        self.show_findings(())

    def load(self, draft: AfsluitDraft) -> None:
        """Show this, without telling."""
        self.blockSignals(True)
        self.reden.setEditText(draft.reden)
        self.toelichting.setText(draft.toelichting)
        self.geholpen.setText(draft.evaluatie.geholpen)
        self.meenemen.setText(draft.evaluatie.meenemen)
        for pijler, chip in self.pijlers.items():
            chip.setChecked(pijler in draft.evaluatie.pijlers)
        self.blockSignals(False)

    def draft(self) -> AfsluitDraft:
        """What was chosen and typed."""
        carried = frozenset(pijler for pijler, chip in self.pijlers.items() if chip.isChecked())
        learned = Evaluatie(self.geholpen.text().strip(), carried, self.meenemen.text().strip())
        return AfsluitDraft(self.reden.currentText().strip(), self.toelichting.text().strip(), learned)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self.fields, findings)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()
