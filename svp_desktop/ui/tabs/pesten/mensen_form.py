"""Who is in it with which role, also adults, and who does what to whom (99)."""

from typing import Any

from PySide6.QtCore import Slot

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_netwerk import MensenDraft, RelatieDraft
from svp_desktop.domain.pestzaak import PestPersoonDraft
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.tabs.pesten.mensen_veld import MensenVeld, RelatiesVeld, vraag_om_keuze
from svp_desktop.ui.widgets.base import card, col, holder
from svp_desktop.ui.widgets.fields import Field


def _draft(beeld: PestBeeld) -> MensenDraft:
    people = tuple(PestPersoonDraft(one.persoon_id, one.rol, one.notitie) for one in beeld.zaak.personen)
    return MensenDraft(
        people, tuple(RelatieDraft(one.van_id, one.naar_id, one.wat, one.helpt) for one in beeld.relaties)
    )


class MensenForm(PestForm[MensenDraft]):
    """Form <-> MensenDraft."""

    def __init__(self, context: Context) -> None:
        self.mensen = MensenVeld(persons(context), context)
        self.relaties = RelatiesVeld(context)
        fields = {
            "personen": Field("Wie zijn erbij, en met welke rol?", self.mensen),
            "relaties": Field("Wie doet wat bij wie?", self.relaties),
        }
        body = holder(col(*(card(part) for part in fields.values()), None, spacing=12))
        super().__init__(context, MensenDraft, body, fields, "de mensen in een pestzaak")
        self._versie = 1
        self.mensen.changed.connect(self._people_changed)
        self.relaties.changed.connect(self.touched)

    def begin(self, beeld: PestBeeld) -> None:
        """The people as they are recorded."""
        self.about(beeld, "Mensen")
        self._versie = beeld.zaak.versie
        self.start(sleutel(beeld.zaak.id, "mensen"), _draft(beeld), new=False, open_for_change=beeld.zaak.open)
        self.mensen.zoek.setFocus()

    def draft(self) -> MensenDraft:
        return MensenDraft(self.mensen.value(), self.relaties.value(), self.mensen.half())

    def fill(self, draft: MensenDraft) -> None:
        self.mensen.set_value(draft.personen, draft.half)
        self.relaties.set_people(draft.personen)
        self.relaties.set_value(draft.relaties)

    @Slot()
    def _people_changed(self) -> None:
        self.relaties.set_people(self.mensen.value())
        self.touched()

    def check(self, draft: MensenDraft) -> tuple[Finding, ...]:
        return (
            *self._service.check_mensen(draft, onbekend=self.beeld.zaak.gepest is None),
            *vraag_om_keuze(draft.half),
        )

    def put(self, draft: MensenDraft) -> Outcome[Any]:
        return self._service.bewaar_mensen(self.beeld.zaak.id, draft, self._versie)

    def reread(self) -> MensenDraft:
        found = self._service.beeld(self.beeld.zaak.id)
        self._versie = found.zaak.versie
        return _draft(found)
