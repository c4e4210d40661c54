"""Who leads one pestzaak: another colleague than the pestcoördinator of the school, when that is better."""

from dataclasses import dataclass
from typing import Any

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.widgets.base import Label, card, col, holder
from svp_desktop.ui.widgets.fields import Field
from svp_desktop.ui.widgets.suggest import PersonField

_UITLEG = "Deze naam staat bij de zaak en op de papieren. Wie de pestzaken mag lezen, verandert hierdoor niet."


@dataclass(frozen=True, slots=True)
class CoordinatorDraft:
    """What is typed: the colleague that was chosen, and the name that stands there."""

    persoon_id: int | None = None
    naam: str = ""


class CoordinatorForm(PestForm[CoordinatorDraft]):
    """Form <-> CoordinatorDraft."""

    def __init__(self, context: Context) -> None:
        self.wie = PersonField(persons(context, PersoonSoort.MEDEWERKER), placeholder="Naam van een collega")
        fields = {"wie": Field("Wie leidt deze zaak?", self.wie)}
        body = holder(col(card(Label(_UITLEG, "muted", wrap=True), fields["wie"], spacing=10), None))
        super().__init__(context, CoordinatorDraft, body, fields, "de coördinator van een pestzaak")
        self.wie.person_changed.connect(self.touched)

    def begin(self, beeld: PestBeeld) -> None:
        """Who leads it now."""
        self.about(beeld, "Coördinator")
        recorded = CoordinatorDraft(beeld.zaak.coordinator_id, beeld.zaak.coordinator)
        self.start(sleutel(beeld.zaak.id, "coordinator"), recorded, new=True, open_for_change=beeld.zaak.open)
        self.wie.setFocus()
        self.wie.selectAll()

    def draft(self) -> CoordinatorDraft:
        return CoordinatorDraft(self.wie.person, self.wie.text().strip())

    def fill(self, draft: CoordinatorDraft) -> None:
        self.wie.show_person(draft.persoon_id, draft.naam)

    def check(self, draft: CoordinatorDraft) -> tuple[Finding, ...]:
        return () if draft.persoon_id is not None else (Finding("wie", "Kies een collega uit de lijst."),)

    def put(self, draft: CoordinatorDraft) -> Outcome[Any]:
        return self._service.zet_coordinator(self.beeld.zaak.id, draft.persoon_id)
