"""The test: plagen, ruzie or pesten. Each criterion has its verdict, what it is based on, of whom and when (93, 94)."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_toets import (
    BewijsDraft,
    Criterium,
    Oordeel,
    ToetsDraft,
    Uitkomst,
    uitkomst_van,
    uitleg,
)
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit


class BewijsVeld(QWidget):
    """One criterion. `changed` for every change by the user."""

    changed = Signal()

    def __init__(self, context: Context, criterium: Criterium) -> None:
        super().__init__()
        self.criterium = criterium
        name = label(criterium)
        self.oordeel = Segmented([(one, label(one)) for one in Oordeel], Oordeel.ONBEKEND, small=True, name=name)
        self.tekst = Area(
            placeholder="Waaruit blijkt dat? Wat is er gezien of gehoord?", height=52, name=f"{name}: bewijs"
        )
        self.bron = edit(placeholder="Van wie of waaruit", name=f"{name}: bron")
        self.datum = DateEdit(context.today, optional=True, name=f"{name}: datum")
        #: What the school asks at this criterion.
        self.vraag = Label("", "muted", wrap=True)
        self.setLayout(
            col(
                row(self.vraag, spacing=6),
                row(self.oordeel, None),
                self.tekst,
                row((self.bron, 3), (self.datum, 2), spacing=8),
                spacing=6,
            )
        )
        self.oordeel.changed.connect(self._edited)
        self.tekst.textChanged.connect(self.changed)
        self.bron.textEdited.connect(self.changed)
        self.datum.edited.connect(self.changed)

    @Slot(object)
    def _edited(self, _value: object) -> None:
        self.changed.emit()

    def value(self) -> BewijsDraft:
        """What stands there."""
        verdict = self.oordeel.value()
        return BewijsDraft(
            self.criterium,
            verdict if isinstance(verdict, Oordeel) else Oordeel.ONBEKEND,
            self.tekst.text(),
            self.bron.text(),
            self.datum.text().strip(),
        )

    def set_value(self, draft: BewijsDraft) -> None:
        """Show this."""
        self.oordeel.set_value(draft.oordeel)
        self.tekst.setText(draft.tekst)
        self.bron.setText(draft.bron)
        self.bron.setCursorPosition(0)
        self.datum.setText(draft.datum)
        self.datum.finish()


class ToetsForm(PestForm[ToetsDraft]):
    """Form <-> ToetsDraft; says at once what follows."""

    def __init__(self, context: Context) -> None:
        self.datum, self.opnieuw = DateEdit(context.today), DateEdit(context.today, optional=True, komend=True)
        self.samen = edit(placeholder="Bijvoorbeeld: Ilse Bruins en juf Anouk")
        self.bewijs = {one: BewijsVeld(context, one) for one in Criterium}
        self.uitkomst, self._naast_elkaar = Label("", "h3", wrap=True), Label("", "small", wrap=True)
        fields = {
            **{one.value: Field(label(one), part) for one, part in self.bewijs.items()},
            "datum": Field("Getoetst op", self.datum),
            "samen_met": Field("Samen met", self.samen),
            "hertoets_op": Field("Opnieuw kijken op", self.opnieuw),
        }
        super().__init__(context, ToetsDraft, self._body(fields), fields, "een toets in een pestzaak")
        for part in self.bewijs.values():
            part.changed.connect(self._changed)
        for day in (self.datum, self.opnieuw):
            day.edited.connect(self.touched)
        self.samen.textEdited.connect(self.touched)

    def _body(self, part: dict[str, Field]) -> QWidget:
        criteria = card(*(part[one.value] for one in Criterium), title="Drie criteria", spacing=14)
        outcome = card(row(Icon("flag", "ink", 16), (self.uitkomst, 1), spacing=8), sub=True, margins=(12, 9, 12, 10))
        around = card(
            outcome,
            part["datum"],
            part["samen_met"],
            part["hertoets_op"],
            self._naast_elkaar,
            spacing=10,
        )
        around.setMinimumWidth(scaled(300))
        return holder(row((col(criteria, None), 3), (col(around, None), 2), spacing=12))

    def begin(self, beeld: PestBeeld) -> None:
        """A new test, with what the last one knew."""
        self.about(beeld, "Plagen of pesten?")
        settings = self._context.werkplek.instellingen.lees()
        for one, part in self.bewijs.items():
            part.vraag.setText(settings.tekst(f"pest_vraag.{one.value}"))
        self._naast_elkaar.setText("\n".join(settings.lijst("pest_vergelijking")))
        recorded = self._service.toets_begin(beeld.zaak.id)
        self.start(sleutel(beeld.zaak.id, "toets"), recorded, new=True, open_for_change=beeld.zaak.open)
        parts = self.bewijs[Criterium.OPZET].oordeel.parts()
        next((part for part in parts if part.isChecked()), parts[0]).setFocus()

    def draft(self) -> ToetsDraft:
        found = ToetsDraft(
            self.datum.text().strip(),
            self.samen.text(),
            tuple(part.value() for part in self.bewijs.values()),
            self.opnieuw.text().strip(),
        )
        # what is decided asks for no second look unless the user gave a day himself
        decided = uitkomst_van(found.bewijzen) is not Uitkomst.ONBEKEND
        return replace(found, hertoets_op="") if decided and self.opnieuw.isHidden() else found

    def fill(self, draft: ToetsDraft) -> None:
        self.datum.setText(draft.datum)
        if draft.datum == "vandaag":
            self.datum.set_day(self._context.today())
        self.samen.setText(draft.samen_met)
        for item in draft.bewijzen:
            self.bewijs[item.criterium].set_value(item)
        self.opnieuw.setText(draft.hertoets_op)
        self.opnieuw.finish()
        self._say()

    @Slot()
    def _changed(self) -> None:
        self._say()
        self.touched()

    def _say(self) -> None:
        evidence = [part.value() for part in self.bewijs.values()]
        self.uitkomst.setText(uitleg(evidence))
        unknown = uitkomst_van(evidence) is Uitkomst.ONBEKEND
        self._fields["hertoets_op"].setVisible(unknown)
        self.opnieuw.setVisible(unknown)

    def check(self, draft: ToetsDraft) -> tuple[Finding, ...]:
        return self._service.check_toets(draft)

    def put(self, draft: ToetsDraft) -> Outcome[Any]:
        return self._service.toets(self.beeld.zaak.id, draft)
