"""Who holds which role, from and until when; a role may be vacant (demands 5, 110, 148)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from svp_desktop.domain.datums import kort
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Rol, RolBezetting, houdt_rol
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, row, rule, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, link
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Field, show_findings
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.suggest import Find, PersonField


class RollenPage(QWidget):
    """`saved(RolBezetting)` when the form is right, `removed(id)` for a line that was a mistake."""

    saved = Signal(object)
    removed = Signal(int)

    def __init__(self, today: Callable[[], date], find: Find, name_of: Callable[[int], str]) -> None:
        super().__init__()
        self._today, self._name_of = today, name_of
        self._lines: dict[int, RolBezetting] = {}
        self._editing = 0
        self.rol = QComboBox()
        guard_wheel(self.rol)
        for rol in Rol:
            self.rol.addItem(label(rol), rol.value)
        self.wie = PersonField(find, placeholder="Naam: twee letters is genoeg")
        self.vacature = Segmented([(False, "iemand"), (True, "vacature")], False, small=True, name="Bezet of vacature")
        self.van, self.tot = DateEdit(today), DateEdit(today, optional=True)
        self.fields = {
            "rol": Field("Rol", self.rol),
            "persoon_id": Field("Wie", self.wie),
            "van": Field("Vanaf", self.van),
            "tot": Field("Tot en met (mag leeg)", self.tot),
        }
        self._bewaar = button("Toevoegen", "plus")
        self._cancel = link("Annuleren")
        self._heading = Label("Rol toevoegen", "h2")
        form = card(
            self._heading, self.fields["rol"], self.vacature, self.fields["persoon_id"],
            row((self.fields["van"], 1), (self.fields["tot"], 1)), row(self._bewaar, self._cancel, None), None,
            spacing=9,
        )  # fmt: skip
        form.setMinimumWidth(scaled(330))
        self._list = col(spacing=0)
        lines = card(scroll(col(self._list, None)), margins=(16, 12, 10, 10))
        parts = row((lines, 5), (form, 3), spacing=12)
        self.setLayout(col((GivesWay(parts, low=340, narrow=900, under=(260, 340)), 1)))
        self.vacature.changed.connect(self._switched)
        self._bewaar.clicked.connect(self._save)
        self._cancel.clicked.connect(self.begin)
        self.begin()

    def show_lines(self, lines: Sequence[RolBezetting]) -> None:
        """Show who holds which role; past lines stand below, muted."""
        self._lines = {line.id: line for line in lines}
        clear(self._list)
        today = self._today()
        current = [line for line in lines if houdt_rol(line, today) or line.van > today]
        for line in sorted(current, key=lambda item: list(Rol).index(item.rol)):
            self._add_line(line, past=False)
        past = [line for line in lines if line not in current]
        if past:
            self._list.addWidget(Label("Eerder", "small"))
        for line in past:
            self._add_line(line, past=True)
        if not lines:
            self._list.addWidget(Label("Er staan nog geen rollen. Voeg rechts de eerste toe.", "muted", wrap=True))

    def _add_line(self, line: RolBezetting, past: bool) -> None:
        name = "vacature" if line.persoon_id is None else self._name_of(line.persoon_id)
        since = f"sinds {kort(line.van)}" if line.tot is None else f"{kort(line.van)} tot en met {kort(line.tot)}"
        change = link("Wijzigen", tip=f"Wijzigen: {label(line.rol)}, {name}", tight=True)
        change.setProperty("regel", line.id)
        change.clicked.connect(self._edit)
        remove = link("Weghalen", tip=f"Weghalen: {label(line.rol)}, {name}", tight=True)
        remove.setProperty("regel", line.id)
        remove.clicked.connect(self._remove)
        role = ElidedLabel(label(line.rol), "muted" if past else "h3")
        role.setFixedWidth(scaled(200))
        who = ElidedLabel(name, "muted" if past or line.persoon_id is None else None)
        self._list.addLayout(
            row(role, (who, 2), (ElidedLabel(since, "muted"), 2), change, remove, margins=(0, 7, 6, 7), spacing=12)
        )
        self._list.addWidget(rule())

    @Slot()
    def begin(self) -> None:
        """An empty form for a new line."""
        self._editing = 0
        self.wie.show_person(None)
        self.vacature.set_value(False)
        self.van.set_day(self._today())
        self.tot.setText("")
        self._heading.setText("Rol toevoegen")
        self._bewaar.setText("Toevoegen")
        self._cancel.hide()
        self._switched()
        self.show_findings(())

    def typed(self) -> dict[str, Any]:
        """What stands in the form, as JSON values."""
        return {
            "regel": self._editing,
            "rol": self.rol.currentData(),
            "vacature": bool(self.vacature.value()),
            "persoon": self.wie.person,
            "wie": self.wie.text(),
            "van": self.van.text(),
            "tot": self.tot.text(),
        }

    def show_typed(self, typed: dict[str, Any]) -> None:
        """Show what was typed before; a line that is gone meanwhile becomes a new one."""
        if typed["regel"] in self._lines:
            self._begin_change(typed["regel"])
        self.wie.show_person(typed["persoon"] or None, typed["wie"])
        self.rol.setCurrentIndex(self.rol.findData(typed["rol"]))
        self.vacature.set_value(typed["vacature"])
        for name, line in (("van", self.van), ("tot", self.tot)):
            line.setText(typed[name])
        self._switched()

    def _begin_change(self, line_id: int) -> None:
        self._editing = line_id
        self._heading.setText("Rol wijzigen")
        self._bewaar.setText("Bewaren")
        self._cancel.show()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self.fields, findings)

    def _line_of(self, sender: object) -> RolBezetting | None:
        return self._lines.get(sender.property("regel")) if isinstance(sender, QPushButton) else None

    @Slot()
    def _edit(self) -> None:
        line = self._line_of(self.sender())
        if line is None:
            return
        self._begin_change(line.id)
        self.rol.setCurrentIndex(self.rol.findData(line.rol.value))
        self.vacature.set_value(line.persoon_id is None)
        self.wie.show_person(line.persoon_id, self._name_of(line.persoon_id) if line.persoon_id else "")
        self.van.set_day(line.van)
        self.tot.set_day(line.tot)
        self._switched()
        self.show_findings(())

    @Slot()
    def _remove(self) -> None:
        line = self._line_of(self.sender())
        if line is not None:
            self.removed.emit(line.id)

    @Slot()
    def _switched(self) -> None:
        self.fields["persoon_id"].setVisible(not self.vacature.value())

    @Slot()
    def _save(self) -> None:
        vacant = bool(self.vacature.value())
        findings = []
        if not vacant and self.wie.person is None:
            findings.append(Finding("persoon_id", "Kies een naam uit de lijst, of kies vacature."))
        van, tot = self.van.value(), self.tot.value()
        if not isinstance(van, date):
            findings.append(Finding("van", van.message if isinstance(van, Finding) else "Vul een datum in."))
        if isinstance(tot, Finding):
            findings.append(Finding("tot", tot.message))
        self.show_findings(tuple(findings))
        if findings or not isinstance(van, date):
            return
        until = tot if isinstance(tot, date) else None
        person = None if vacant else self.wie.person
        self.saved.emit(RolBezetting(self._editing, Rol(self.rol.currentData()), person, van, until))
