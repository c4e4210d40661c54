"""The school's calendar: which days have no school, a year at a time (demands 82-88)."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from svp_desktop.domain.datums import dag_kort, kort
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Regio, schooljaar
from svp_desktop.domain.schoolvakanties import bekende_schooljaren
from svp_desktop.domain.vrije_dagen import Kalenderjaar, VrijeDagen, VrijeDagenDraft
from svp_desktop.ui.context import Context
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, row, rule, scroll
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Field, show_findings
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State


class KalenderPage(QWidget):
    """One school year: its lines at the left, the form for one line at the right. `changed` after each write."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.kalender
        self._lines: dict[int, VrijeDagen] = {}
        self._editing = 0
        self.jaar = QComboBox()
        self.jaar.setAccessibleName("Schooljaar")
        guard_wheel(self.jaar)
        for name in self._service.schooljaren():
            self.jaar.addItem(name)
        self.jaar.setCurrentText(schooljaar(context.today()))
        self.stand = Notice(State.INFO, "", actions=[])
        self.vul = button("Vullen", "calendar")
        self.klaar = button("Klopt met ons rooster", "check")
        self.naam = QLineEdit()
        self.naam.setPlaceholderText("Bijvoorbeeld: studiedag")
        self.vanaf, self.tot = DateEdit(context.today), DateEdit(context.today, optional=True)
        self.fields = {
            "naam": Field("Naam", self.naam),
            "vanaf": Field("Eerste vrije dag", self.vanaf),
            "tot": Field("Laatste vrije dag (leeg bij één dag)", self.tot),
        }
        self.bewaar = button("Toevoegen", "plus")
        self._cancel = link("Annuleren")
        self._heading = Label("Vrije dag toevoegen", "h2")
        form = card(self._heading, *self.fields.values(), row(self.bewaar, self._cancel, None), None, spacing=9)
        form.setMinimumWidth(scaled(330))
        self._list = col(spacing=0)
        head = Flow(self.jaar, self.vul, self.klaar, gap=10)
        lines = card(head, self.stand, (scroll(col(self._list, None)), 1), margins=(16, 12, 10, 10), spacing=10)
        parts = row((lines, 2), (form, 1), spacing=12)
        self.setLayout(col((GivesWay(parts, low=340, narrow=830, under=(320, 300)), 1)))
        self.jaar.currentTextChanged.connect(self._other_year)
        self.vul.clicked.connect(self._fill)
        self.klaar.clicked.connect(self._checked)
        self.bewaar.clicked.connect(self._save)
        self._cancel.clicked.connect(self.begin)
        self.begin()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the year again; what is being typed stays."""
        try:
            found, regio = self._service.jaar(self.jaar.currentText()), self._service.regio()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._lines = {line.id: line for line in found.dagen}
        self._show_stand(found, regio)
        clear(self._list)
        for line in found.dagen:
            self._add_line(line)
        if not found.dagen:
            self._list.addWidget(Label("Er staan nog geen vrije dagen in dit schooljaar.", "muted", wrap=True))

    def _show_stand(self, found: Kalenderjaar, regio: Regio | None) -> None:
        known = found.schooljaar in bekende_schooljaren()
        self.vul.setEnabled(regio is not None)
        self.vul.setText(f"Vullen voor regio {label(regio)}" if regio else "Vullen")
        self.vul.setToolTip("" if regio else "Kies eerst de regio van de school, bij School.")
        self.klaar.setVisible(bool(found.dagen) and not found.nagekeken)
        if not found.ingevuld:
            lead = "Schooldagen van dit jaar worden nog niet geteld"
            text = (
                "Vul de vakanties van uw regio in. Daarna past u ze aan uw eigen rooster aan."
                if known
                else "Het programma kent de vakanties van dit jaar niet. Typ ze over van uw rooster en druk dan op "
                "Klopt met ons rooster."
            )
            self.stand.show_message(State.LET_OP, lead, text, [])
        elif not found.nagekeken:
            text = (
                "Scholen schuiven soms met dagen. Vergelijk deze lijst met uw eigen rooster en zet studiedagen erbij."
            )
            self.stand.show_message(State.INFO, "Gevuld met de landelijke vakanties", text, [])
        else:
            self.stand.show_message(State.OK, "Dit jaar klopt met uw rooster", "Schooldagen worden hiermee geteld.", [])

    def _add_line(self, line: VrijeDagen) -> None:
        days = _words(line)
        change = link("Wijzigen", tip=f"Wijzigen: {line.naam}, {days}", tight=True)
        change.setProperty("regel", line.id)
        change.clicked.connect(self._edit)
        remove = link("Weghalen", tip=f"Weghalen: {line.naam}, {days}", tight=True)
        remove.setProperty("regel", line.id)
        remove.clicked.connect(self._remove)
        self._list.addLayout(
            row((ElidedLabel(line.naam, "h3"), 2), (ElidedLabel(days, "muted"), 3), change, remove,
                margins=(0, 7, 6, 7), spacing=12)
        )  # fmt: skip
        self._list.addWidget(rule())

    @Slot()
    def begin(self) -> None:
        """An empty form for a new line."""
        self._editing = 0
        for line in (self.naam, self.vanaf, self.tot):
            line.setText("")
        self._heading.setText("Vrije dag toevoegen")
        self.bewaar.setText("Toevoegen")
        self._cancel.hide()
        show_findings(self.fields, ())

    def typed(self) -> dict[str, Any]:
        """The year and what stands in the form, as JSON values."""
        return {
            "jaar": self.jaar.currentText(),
            "regel": self._editing,
            "naam": self.naam.text(),
            "vanaf": self.vanaf.text(),
            "tot": self.tot.text(),
        }

    def show_typed(self, typed: dict[str, Any]) -> None:
        """Show what was typed before; a line that is gone meanwhile becomes a new one."""
        self.jaar.setCurrentText(typed["jaar"])
        if typed["regel"] in self._lines:
            self._begin_change(typed["regel"])
        for name, line in (("naam", self.naam), ("vanaf", self.vanaf), ("tot", self.tot)):
            line.setText(typed[name])

    def _begin_change(self, line_id: int) -> None:
        self._editing = line_id
        self._heading.setText("Vrije dag wijzigen")
        self.bewaar.setText("Bewaren")
        self._cancel.show()

    # -- what the user did

    @Slot(str)
    def _other_year(self, _name: str) -> None:
        if self._editing:
            self.begin()
        self.reload()

    @Slot()
    def _edit(self) -> None:
        sender = self.sender()
        line = self._lines.get(sender.property("regel")) if isinstance(sender, QPushButton) else None
        if line is None:
            return
        self.begin()
        self._begin_change(line.id)
        self.naam.setText(line.naam)
        self.vanaf.set_day(line.vanaf)
        if line.tot != line.vanaf:
            self.tot.set_day(line.tot)
        self.naam.setFocus()

    @Slot()
    def _save(self) -> None:
        draft = VrijeDagenDraft(self.naam.text(), self.vanaf.text(), self.tot.text())
        try:
            outcome = self._service.bewaar(draft, self.jaar.currentText(), self._editing or None)
        except InvoerOnjuist as error:
            show_findings(self.fields, error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.begin()
        self.naam.setFocus()
        self.changed.emit(outcome.changes)

    @Slot()
    def _remove(self) -> None:
        sender = self.sender()
        line = self._lines.get(sender.property("regel")) if isinstance(sender, QPushButton) else None
        if line is None:
            return
        year = self.jaar.currentText()
        try:
            outcome = self._service.verwijder(line.id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        if self._editing == line.id:
            self.begin()
        self.changed.emit(outcome.changes)

        def undo() -> None:
            draft = VrijeDagenDraft(line.naam, kort(line.vanaf), kort(line.tot))
            self.changed.emit(self._service.bewaar(draft, year).changes)

        self._context.bar.offer_undo("Vrije dag weggehaald.", undo)

    @Slot()
    def _fill(self) -> None:
        regio = self._service.regio()
        if regio is None:
            return
        try:
            outcome = self._service.vul(self.jaar.currentText(), regio)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.changed.emit(outcome.changes)

    @Slot()
    def _checked(self) -> None:
        try:
            outcome = self._service.zet_nagekeken(self.jaar.currentText())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.changed.emit(outcome.changes)


def _words(line: VrijeDagen) -> str:
    """ "vr 27 nov" or "za 17 okt tot en met zo 25 okt", with the year where it differs from the first."""
    if line.vanaf == line.tot:
        return dag_kort(line.vanaf)
    years = ("", "") if line.vanaf.year == line.tot.year else (f" {line.vanaf.year}", f" {line.tot.year}")
    return f"{dag_kort(line.vanaf)}{years[0]} tot en met {dag_kort(line.tot)}{years[1]}"
