"""The end of a pestzaak, not before the checks with the child, and a new beginning with its reason (108)."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QComboBox

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pestzaak import SluitDraft, Sluitreden
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.widgets.base import Label, card, col, holder
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field

_PAS = "De zaak sluit pas als het kind bij elke check is gehoord en zelf zegt dat het gestopt is."
_STAPPEN = "Na het afsluiten kunt u die niet meer afvinken."
_WEER = "Alles van toen blijft staan. Plan daarna nieuwe checks met het kind."


@dataclass(frozen=True, slots=True)
class HeropenDraft:
    """What is typed when a closed pestzaak runs again."""

    reden: str = ""


class SluitForm(PestForm[SluitDraft]):
    """Form <-> SluitDraft."""

    def __init__(self, context: Context) -> None:
        self.reden = QComboBox()
        self.reden.addItem("kies een reden", "")
        for one in Sluitreden:
            self.reden.addItem(label(one), one.value)
        guard_wheel(self.reden)
        self.toelichting = Area(placeholder="Hoe gaat het nu verder met het kind?", height=80)
        self.geleerd = Area(placeholder="Wat doet de school een volgende keer anders of weer zo?", height=80)
        fields = {
            "reden": Field("Waarom stopt de zaak?", self.reden),
            "toelichting": Field("Toelichting", self.toelichting),
            "geleerd": Field("Wat leerde de school?", self.geleerd),
        }
        self.open_stappen = Label("", "muted", wrap=True)
        body = holder(col(card(Label(_PAS, "muted", wrap=True), self.open_stappen, *fields.values(), spacing=10), None))
        super().__init__(context, SluitDraft, body, fields, "het afsluiten van een pestzaak")
        self.opslaan.setText("Afsluiten")
        self.reden.activated.connect(self.touched)
        for area in (self.toelichting, self.geleerd):
            area.textChanged.connect(self.touched)

    def begin(self, beeld: PestBeeld) -> None:
        """An empty form."""
        self.about(beeld, "Afsluiten")
        undone = sum(step.inhoud.gedaan_op is None for step in beeld.stappen)
        count = "staat nog 1 stap" if undone == 1 else f"staan nog {undone} stappen"
        self.open_stappen.setText(f"Er {count} open. {_STAPPEN}")
        self.open_stappen.setVisible(bool(undone))
        self.start(sleutel(beeld.zaak.id, "sluiten"), SluitDraft(), new=True, open_for_change=beeld.zaak.open)
        self.reden.setFocus()

    def draft(self) -> SluitDraft:
        chosen = self.reden.currentData()
        return SluitDraft(Sluitreden(chosen) if chosen else None, self.toelichting.text(), self.geleerd.text())

    def fill(self, draft: SluitDraft) -> None:
        self.reden.setCurrentIndex(self.reden.findData(draft.reden.value if draft.reden else ""))
        self.toelichting.setText(draft.toelichting)
        self.geleerd.setText(draft.geleerd)

    def check(self, draft: SluitDraft) -> tuple[Finding, ...]:
        return self._service.check_afsluiten(self.beeld.zaak.id, draft)

    def put(self, draft: SluitDraft) -> Outcome[Any]:
        return self._service.afsluiten(self.beeld.zaak.id, draft)


class HeropenForm(PestForm[HeropenDraft]):
    """Form <-> HeropenDraft."""

    def __init__(self, context: Context) -> None:
        self.reden = Area(placeholder="Wat is er gezien of gehoord?", height=100)
        fields = {"reden": Field("Waarom gaat de zaak weer open?", self.reden)}
        body = holder(col(card(Label(_WEER, "muted", wrap=True), fields["reden"], spacing=10), None))
        super().__init__(context, HeropenDraft, body, fields, "het heropenen van een pestzaak")
        self.opslaan.setText("Heropenen")
        self.reden.textChanged.connect(self.touched)

    def begin(self, beeld: PestBeeld) -> None:
        """An empty form."""
        self.about(beeld, "Heropenen")
        self.start(sleutel(beeld.zaak.id, "heropenen"), HeropenDraft(), new=True, open_for_change=not beeld.zaak.open)
        self.reden.setFocus()

    def draft(self) -> HeropenDraft:
        return HeropenDraft(self.reden.text())

    def fill(self, draft: HeropenDraft) -> None:
        self.reden.setText(draft.reden)

    def check(self, draft: HeropenDraft) -> tuple[Finding, ...]:
        return () if draft.reden.strip() else (Finding("reden", "Schrijf waarom de zaak weer opengaat."),)

    def put(self, draft: HeropenDraft) -> Outcome[Any]:
        return self._service.heropen(self.beeld.zaak.id, draft.reden)
