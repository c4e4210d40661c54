"""Contact during thuis-school: the week, one click for a call of just now, and the log with a form (74, 83)."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.thuisschool_contact import Contact, ContactDraft, ContactHoe, ContactMet
from svp_desktop.services.thuisschool import ThuisSchoolBeeld
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.thuisschool.klok import Contactweek, Liniaal, dagbeelden
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, card, clear, col, row
from svp_desktop.ui.widgets.base import label as words
from svp_desktop.ui.widgets.buttons import Chip, Segmented, button, tool
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.flow import Flow

_ICONS = {
    ContactHoe.TELEFOON: "phone",
    ContactHoe.BERICHT: "message-circle",
    ContactHoe.KAARTJE: "mail",
    ContactHoe.BEZOEK: "house",
}
_SNEL: tuple[tuple[str, frozenset[ContactMet]], ...] = (
    ("Gebeld met kind", frozenset({ContactMet.KIND})),
    ("Gebeld met ouders", frozenset({ContactMet.OUDERS})),
    ("Gebeld met beiden", frozenset(ContactMet)),
)
_EERST = "Kies in fase 1 de eerste en de laatste dag. Dan staat hier met wie er elke dag contact moet zijn."


class ContactKaart(QWidget):
    """`called(set of ContactMet)`: just now. `wanted(ContactDraft)`: the form. `dropped(id)`: out of the log."""

    called = Signal(object)
    wanted = Signal(object)
    dropped = Signal(int)
    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.week, self._ruler = Contactweek(), Liniaal()
        self._empty = Label(_EERST, "muted", wrap=True)
        self.snel = [button(text, "phone-call", small=True) for text, _ in _SNEL]
        for number, knop in enumerate(self.snel):
            knop.setProperty("met", number)
            knop.clicked.connect(self._called)
        self._log = col(spacing=3)
        self._make_form()
        self._quick = row(*self.snel, None, spacing=6)
        more = col(words("Ander contact vastleggen", "label"), self._form_layout(), spacing=3)
        self.setLayout(
            col(
                card(
                    self._empty, self._ruler, self.week, 2, self._quick, self._log, more,
                    title="Contact per dag", margins=(16, 10, 14, 12), spacing=6,
                )
            )
        )  # fmt: skip
        self.load(ContactDraft())

    def _make_form(self) -> None:
        today = self._context.today
        self.datum, self.tijd = DateEdit(today), TimeEdit()
        self.met = {met: Chip(label(met), check=True) for met in ContactMet}
        self.hoe = Segmented(
            [(hoe, label(hoe)) for hoe in ContactHoe], ContactHoe.TELEFOON, small=True, name="Hoe", wraps=True
        )
        self.door = edit(placeholder="Wie had contact", name="Door")
        self.notitie = edit(placeholder="Hoe ging het?", name="Notitie bij het contact")
        self.erbij = button("Vastleggen", "plus", small=True)
        self._fields = {
            "datum": Field("Dag", self.datum),
            "tijd": Field("Tijd", self.tijd),
            "met": Field("Met", Flow(*self.met.values())),
            "hoe": Field("Hoe", self.hoe),
            "door": Field("Door", self.door),
            "notitie": Field("Notitie", self.notitie),
        }
        for line in (self.datum, self.tijd):
            line.edited.connect(self.edited)
        for text in (self.door, self.notitie):
            text.textEdited.connect(self.edited)
        for chip in self.met.values():
            chip.clicked.connect(self.edited)
        self.hoe.changed.connect(self.edited)
        self.erbij.clicked.connect(self._wanted)

    def _form_layout(self) -> QWidget:
        fields = self._fields
        form = QWidget()
        form.setLayout(
            col(
                row((fields["datum"], 3), (fields["tijd"], 1), (fields["met"], 3), (fields["hoe"], 4), spacing=8),
                row((fields["door"], 2), (fields["notitie"], 4), (self.erbij, Qt.AlignmentFlag.AlignBottom), spacing=8),
                spacing=4,
            )
        )
        return form

    # -- show

    def show_beeld(self, beeld: ThuisSchoolBeeld, now: datetime) -> None:
        """The clock and the log, as of now."""
        there = bool(beeld.dagen)
        self._empty.setVisible(not there)
        for widget in (self.week, self._ruler):
            widget.setVisible(there)
        self._ruler.set_days(beeld.schooldagen, beeld.meeste_dagen)
        self.week.show_days(dagbeelden(beeld, now))
        clear(self._log)
        for item in reversed(beeld.contacten):
            self._log.addLayout(self._line(item))

    def _line(self, item: Contact) -> QHBoxLayout:
        who = " en ".join(label(met) for met in ContactMet if met in item.met)
        drop = tool("x", f"Weghalen: contact van {dag_kort(item.datum)} {item.tijd}", small=True)
        drop.setProperty("contact", item.id)
        drop.clicked.connect(self._dropped)
        text = f"{item.door}, met {who}" + (f". {item.notitie}" if item.notitie else "")
        return row(
            Icon(_ICONS[item.hoe], "muted", 15, label(item.hoe)),
            Label(f"{dag_kort(item.datum)} {item.tijd}", "muted"),
            (ElidedLabel(text), 1),
            drop,
            spacing=8,
        )

    # -- the form

    def draft(self) -> ContactDraft:
        """What is typed."""
        hoe = self.hoe.value()
        return ContactDraft(
            self.datum.text(),
            self.tijd.text(),
            frozenset(met for met, chip in self.met.items() if chip.isChecked()),
            hoe if isinstance(hoe, ContactHoe) else ContactHoe.TELEFOON,
            self.door.text(),
            self.notitie.text(),
        )

    def load(self, draft: ContactDraft) -> None:
        """Show what was typed, without telling."""
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.tijd.setText(draft.tijd)
        for met, chip in self.met.items():
            chip.setChecked(met in draft.met)
        self.hoe.set_value(draft.hoe)
        self.door.setText(draft.door)
        self.notitie.setText(draft.notitie)
        self.show_findings(())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self._fields, findings)

    # -- what the user did

    @Slot()
    def _called(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.called.emit(_SNEL[int(pressed.property("met"))][1])

    @Slot()
    def _wanted(self) -> None:
        self.wanted.emit(self.draft())

    @Slot()
    def _dropped(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.dropped.emit(int(pressed.property("contact")))
