"""The form of one's own work: what it was, when, how long (112, 118-120)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox

from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.platte_waarden import van_dict
from svp_desktop.domain.vertrouwenswerk import Geleding, Werk, WerkDraft, WerkSoort, werk_draft_of
from svp_desktop.services.vertrouwelijk_jaar import VertrouwelijkJaarService, werk_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.bewerken import Bewerken, Velden
from svp_desktop.ui.tabs.vertrouwelijk.chips import ChipKeuze
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import card, col, row
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit

_NO_NAMES = "Schrijf hier geen namen. Een gesprek met iemand zonder dossier telt zo toch mee."
_WIDTH = 780


class WerkForm(Velden[WerkDraft]):
    """Form <-> WerkDraft."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.soort = ChipKeuze(WerkSoort, "Wat deed u?")
        self.datum = DateEdit(today)
        self.minuten = edit(placeholder="45", width=scaled(80), name="Minuten")
        self.geleding = ChipKeuze(Geleding, "Wie lichtte u in?")
        self.gevraagd = QCheckBox("De school vroeg hierom")
        self.tekst = Area(height=120, name="Waar ging het over?")
        self.fields = {
            "soort": Field("Wat deed u?", self.soort),
            "datum": Field("Wanneer?", self.datum),
            "minuten": Field("Minuten (mag leeg)", self.minuten),
            "geleding": Field("Wie lichtte u in?", self.geleding),
            "gevraagd": Field("Gevraagd of uit uzelf", self.gevraagd),
            "tekst": Field("Waar ging het over?", self.tekst, hint=_NO_NAMES),
        }
        part = self.fields
        when = row((part["datum"], 2), (part["minuten"], 1), (None), spacing=10)
        self.setLayout(
            col(card(part["soort"], when, part["geleding"], part["gevraagd"], part["tekst"], spacing=12), None)
        )
        for chips in (self.soort, self.geleding):
            chips.changed.connect(self._chosen)
        self.datum.edited.connect(self.touched)
        self.minuten.textEdited.connect(self.touched)
        self.gevraagd.toggled.connect(self.touched)
        self.tekst.textChanged.connect(self.touched)
        self._follow()

    def draft(self) -> WerkDraft:
        """What the form holds now."""
        return WerkDraft(
            self.soort.value(),
            self.datum.text().strip(),
            self.minuten.text().strip(),
            self.geleding.value(),
            self.gevraagd.isChecked(),
            self.tekst.text(),
        )

    def fill(self, draft: WerkDraft) -> None:
        """Show this draft."""
        self.soort.set_value(draft.soort)
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.minuten.setText(draft.minuten)
        self.geleding.set_value(draft.geleding)
        self.gevraagd.setChecked(draft.gevraagd)
        self.tekst.setText(draft.tekst)
        self.tekst.document().clearUndoRedoStacks()
        self._follow()

    @Slot()
    def _chosen(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        """Informing asks whom, advice whether it was asked for."""
        kind = self.soort.value()
        self.fields["geleding"].setVisible(kind is WerkSoort.INFORMEREN)
        self.fields["gevraagd"].setVisible(kind is WerkSoort.ADVIES)


class WerkEditor(Bewerken[WerkDraft]):
    """The page of one line of work; `taken_away(werk)`."""

    taken_away = Signal(int)

    def __init__(self, context: Context, service: VertrouwelijkJaarService) -> None:
        self.form_velden = WerkForm(context.today)
        super().__init__(self.form_velden, service.concepten, context.clock, "regel werk", width=scaled(_WIDTH))
        self._context, self._service = context, service
        self._werk: Werk | None = None
        self.remove.setText("Weghalen")
        self.delete.connect(self._delete)

    def begin(self, werk: Werk | None = None, *, geleding: Geleding | None = None, resume: bool = False) -> None:
        """New work (that informed this geleding), or the correction of a line."""
        self._werk = werk
        if werk is None:
            kind = WerkSoort.INFORMEREN if geleding else None
            recorded = WerkDraft(kind, kort(self._context.today()), geleding=geleding)
        else:
            recorded = werk_draft_of(werk.inhoud)
        self.set_record("Mijn werk", "Werk vastleggen" if werk is None else "Werk verbeteren")
        self.remove.setVisible(werk is not None)
        self.show_draft(werk_sleutel(werk.id if werk else None), recorded, resume=resume)
        self.begin_at(self.form_velden.soort)

    def van_concept(self, content: dict[str, Any]) -> WerkDraft:
        return van_dict(WerkDraft, content)

    def check(self, draft: WerkDraft) -> tuple[Finding, ...]:
        return self._service.check_werk(draft)

    def put(self, draft: WerkDraft) -> int:
        if self._werk is None:
            return self._service.leg_werk_vast(draft).value
        return self._service.wijzig_werk(self._werk.id, draft, self._werk.versie).value

    @Slot()
    def _delete(self) -> None:
        if self._werk is None:
            return
        werk_id = self._werk.id
        try:
            self._service.haal_werk_weg(werk_id)
            self.forget_draft()
        except UserFacing as error:
            self.show_failed(error)
            return
        self.taken_away.emit(werk_id)
