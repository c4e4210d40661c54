"""The days on which the child is asked: moved, added, or left out (108)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_nazorg import PlanDraft, PlanRegel, naam_van
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Field

_UITLEG = "Op deze dagen vraagt u het kind zelf hoe het gaat. Een lege dag is geen check."


class PlanVeld(QWidget):
    """A day for each check; `changed` for every change by the user."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._regels: tuple[PlanRegel, ...] = ()
        self.dagen: list[DateEdit] = []
        self._rows = col(spacing=6)
        self.setLayout(self._rows)

    def value(self) -> tuple[PlanRegel, ...]:
        """What stands there."""
        return tuple(replace(line, dag=day.text().strip()) for line, day in zip(self._regels, self.dagen, strict=True))

    def set_value(self, regels: Iterable[PlanRegel]) -> None:
        """Show these, without telling."""
        self._regels = tuple(regels)
        clear(self._rows)
        self.dagen = []
        for line in self._regels:
            name = naam_van(line.weken)
            day = DateEdit(self._context.today, optional=True, komend=True, name=name)
            day.setText(line.dag)
            day.finish()
            day.edited.connect(self.changed)
            day.setMaximumWidth(scaled(220))
            label = Label(name)
            label.setMinimumWidth(scaled(110))
            label.setBuddy(day)
            self.dagen.append(day)
            self._rows.addWidget(holder(row(label, (day, 1), None, spacing=8)))
        if self.dagen:
            self.setFocusProxy(self.dagen[0])


class PlanForm(PestForm[PlanDraft]):
    """Form <-> PlanDraft."""

    def __init__(self, context: Context) -> None:
        self.dagen = PlanVeld(context)
        fields = {"dagen": Field("Vragen aan het kind op", self.dagen)}
        body = holder(col(card(Label(_UITLEG, "muted", wrap=True), fields["dagen"], spacing=10), None))
        super().__init__(context, PlanDraft, body, fields, "de dagen van de nazorg")
        self.dagen.changed.connect(self.touched)

    def begin(self, beeld: PestBeeld) -> None:
        """The checks that wait, and room for one more."""
        self.about(beeld, "Nazorg plannen")
        recorded = self._service.plan_begin(beeld.zaak.id)
        self.start(sleutel(beeld.zaak.id, "plannen"), recorded, new=True, open_for_change=beeld.zaak.open)
        self.dagen.setFocus()

    def draft(self) -> PlanDraft:
        return PlanDraft(self.dagen.value())

    def fill(self, draft: PlanDraft) -> None:
        self.dagen.set_value(draft.regels)

    def check(self, draft: PlanDraft) -> tuple[Finding, ...]:
        return self._service.check_plan(draft)

    def put(self, draft: PlanDraft) -> Outcome[Any]:
        return self._service.plan_checks(self.beeld.zaak.id, draft)
