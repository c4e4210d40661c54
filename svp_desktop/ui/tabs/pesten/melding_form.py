"""Reporting bullying: by anyone, or from an incident (104). Little is asked; nothing that was told is lost."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pestzaak import MeldingDraft, PestRol
from svp_desktop.services.pestzaken import melding_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.tabs.pesten.mensen_veld import MensenVeld, vraag_om_keuze
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit

_UITLEG = (
    "Iedereen mag melden, ook als u twijfelt. De pestcoördinator vangt het kind op, luistert en zoekt daarna samen uit"
    " wat er gebeurt."
)
_WIE = "Wie weet u al? De rest komt later."
_ONBEKEND = "Ik weet nog niet welk kind het is"


class MeldingForm(PestForm[MeldingDraft]):
    """Form <-> MeldingDraft. `reported(id, known)` after it was kept: whether it is known which child is bullied."""

    reported = Signal(int, bool)

    def __init__(self, context: Context) -> None:
        self._make_fields(context)
        super().__init__(context, MeldingDraft, self._body(), self._all, "een melding van pesten")
        self._incidents: tuple[int, ...] = ()
        self.opslaan.setText("Melden")
        self.op.edited.connect(self.touched)
        self.mensen.changed.connect(self.touched)
        for line in (self.melder, self.hoe_lang, self.plaatsen, self.online):
            line.textEdited.connect(self.touched)
        self.melding.textChanged.connect(self.touched)
        self.onbekend.clicked.connect(self._unknown)
        self.groep.activated.connect(self.touched)

    def _make_fields(self, context: Context) -> None:
        self.op = DateEdit(context.today)
        self.melder = edit(placeholder="Bijvoorbeeld: moeder, een klasgenoot, juf Anouk")
        self.melding = Area(placeholder="Wat is er verteld of gezien? Zo letterlijk als het kan.", height=110)
        self.hoe_lang = edit(placeholder="Bijvoorbeeld: sinds de herfstvakantie, elke week")
        self.plaatsen = edit(placeholder="Bijvoorbeeld: plein en kleedkamer")
        self.online = edit(placeholder="Bijvoorbeeld: groepsapp")
        self.mensen = MensenVeld(persons(context), context)
        self.onbekend, self.groep = QCheckBox(_ONBEKEND), QComboBox()
        guard_wheel(self.groep)
        self._all = {
            "personen": Field("Om wie gaat het?", self.mensen, hint=_WIE),
            "groep": Field("In welke groep?", self.groep),
            "melder": Field("Wie meldt het?", self.melder),
            "gemeld_op": Field("Gemeld op", self.op),
            "melding": Field("Wat is er gemeld?", self.melding),
            "hoe_lang": Field("Hoe lang al, en hoe vaak?", self.hoe_lang),
            "plaatsen": Field("Waar?", self.plaatsen),
            "online": Field("Ook online?", self.online),
        }

    def _body(self) -> QWidget:
        part = self._all
        told = card(part["personen"], row(self.onbekend, None), part["groep"], part["melding"], spacing=12)
        around = card(
            Label(_UITLEG, "muted", wrap=True),
            part["melder"],
            part["gemeld_op"],
            part["hoe_lang"],
            part["plaatsen"],
            part["online"],
            spacing=10,
        )
        return holder(row((col(told, None), 3), (col(around, None), 2), spacing=12))

    def begin(self, incident_id: int = 0) -> None:
        """A new report, perhaps with what an incident tells already. Raises NietGevonden."""
        service = self._service
        self.set_record("Terug", "Pesten melden", "")
        self._offer_groups()
        recorded = service.voorstel(incident_id) if incident_id else MeldingDraft()
        self.start(melding_sleutel(service.leidt, incident_id), recorded, new=True, open_for_change=True)
        self.mensen.zoek.setFocus()

    def draft(self) -> MeldingDraft:
        return MeldingDraft(
            self.op.text().strip(),
            self.melder.text(),
            self.melding.text(),
            self.hoe_lang.text(),
            self.plaatsen.text(),
            self.online.text(),
            self.mensen.value(),
            self._incidents,
            self.onbekend.isChecked(),
            str(self.groep.currentData()) if self.onbekend.isChecked() else "",
            self.mensen.half(),
        )

    def fill(self, draft: MeldingDraft) -> None:
        self._incidents = draft.incident_ids
        self.op.setText(draft.gemeld_op)
        if draft.gemeld_op == "vandaag":
            self.op.set_day(self._context.today())
        for line, text in (
            (self.melder, draft.melder), (self.hoe_lang, draft.hoe_lang), (self.plaatsen, draft.plaatsen),
            (self.online, draft.online),
        ):  # fmt: skip
            line.setText(text)
            line.setCursorPosition(0)
        self.melding.setText(draft.melding)
        self.mensen.set_value(draft.personen, draft.half)
        self.onbekend.setChecked(draft.onbekend)
        self.groep.setCurrentIndex(max(0, self.groep.findData(draft.groep)))
        self._all["groep"].setVisible(draft.onbekend)

    def _offer_groups(self) -> None:
        self.groep.clear()
        self.groep.addItem("groep nog niet bekend", "")
        for one in self._context.werkplek.school.groepen():
            if not one.vervallen:
                self.groep.addItem(one.naam, one.naam)

    @Slot()
    def _unknown(self) -> None:
        """Only who knows no child is asked for a group."""
        self._all["groep"].setVisible(self.onbekend.isChecked())
        self.touched()

    def check(self, draft: MeldingDraft) -> tuple[Finding, ...]:
        return (*self._service.check_melding(draft), *vraag_om_keuze(draft.half))

    def put(self, draft: MeldingDraft) -> Outcome[Any]:
        outcome = self._service.meld(draft)
        self.reported.emit(outcome.value, any(one.rol is PestRol.GEPEST for one in draft.personen))
        return outcome
