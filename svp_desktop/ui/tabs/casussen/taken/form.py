"""One task: what, who, and by when, as a day or in school days (18, 38)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.casus_taken import CasusTaak, TaakDraft, draft_of_taak
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.datums import lijst
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.services.casus_taken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.suggest import PersonField

_DAGEN = "Een dag (7-12, vr, morgen) of een aantal schooldagen: over 3 schooldagen."


class TermijnEdit(DateEdit):
    """A day that may be counted in school days by the school's own calendar."""

    def __init__(self, today: Callable[[], date], parse: Callable[[str], date | Finding]) -> None:
        super().__init__(today, name="Klaar op")
        self._parse = parse
        self.setPlaceholderText("dag-maand, of over 3 schooldagen")
        self.setToolTip(_DAGEN)

    def value(self) -> date | Finding | None:
        return self._parse(self.text())


class TaakForm(DeelForm[TaakDraft]):
    """The form of a task; the note is for what there is to say, before or after it is done."""

    def __init__(self, context: Context) -> None:
        self._service = context.werkplek.casustaken
        self.wat = edit(placeholder="Bijvoorbeeld: de bel-lijst maken met moeder")
        self.wie = PersonField(persons(context, PersoonSoort.MEDEWERKER), placeholder="Typ twee letters van de naam")
        self.wanneer = TermijnEdit(context.today, self._service.dag)
        self.notitie = Area(placeholder="Mag leeg blijven.", height=80)
        fields = {
            "omschrijving": Field("Wat gebeurt er?", self.wat),
            "eigenaar": Field("Wie doet dit?", self.wie),
            "datum": Field("Klaar op", self.wanneer),
            "notitie": Field("Notitie", self.notitie),
        }
        body = card(
            fields["omschrijving"],
            row((fields["eigenaar"], 1), (fields["datum"], 1), spacing=12),
            Label(_DAGEN, "small", wrap=True),
            fields["notitie"],
            spacing=10,
        )
        super().__init__(context, TaakDraft, holder(col(body, None)), fields, "een taak")
        self._casus_id = 0
        self._taak: CasusTaak | None = None
        self.wat.textEdited.connect(self.touched)
        self.wie.person_changed.connect(self.touched)
        self.wanneer.edited.connect(self.touched)
        self.notitie.textChanged.connect(self.touched)

    def begin(self, casus: Casus, taak: CasusTaak | None, *, open_for_change: bool) -> None:
        """This task, or a new one for who leads the casus."""
        self._casus_id, self._taak = casus.id, taak
        self.set_record("Taken", "Taak" if taak else "Nieuwe taak", casus.titel)
        self.remove.setVisible(taak is not None and open_for_change)
        key = sleutel(casus.id, taak.id if taak else None)
        recorded = draft_of_taak(taak) if taak else TaakDraft(eigenaar_id=self._leader(casus))
        self.start(key, recorded, new=taak is None, open_for_change=open_for_change)
        self.wat.setFocus()

    def taak_id(self) -> int:
        """The recorded task that is open, 0 for a new one."""
        return self._taak.id if self._taak else 0

    # -- DeelForm

    def draft(self) -> TaakDraft:
        return TaakDraft(self.wat.text(), self.wie.person, self.wanneer.text(), self.notitie.text(), self.wie.typed())

    def fill(self, draft: TaakDraft) -> None:
        self.wat.setText(draft.omschrijving)
        self.wie.show_person(draft.eigenaar_id, self._name_of(draft.eigenaar_id) or draft.wie)
        day = self._service.dag(draft.datum) if draft.datum.strip() else None
        self.wanneer.setText(lijst(day) if isinstance(day, date) else draft.datum)
        self.notitie.setText(draft.notitie)

    def check(self, draft: TaakDraft) -> tuple[Finding, ...]:
        return self._service.check(draft)

    def put(self, draft: TaakDraft) -> Outcome[Any]:
        if self._taak is None:
            return self._service.bewaar(self._casus_id, draft)
        return self._service.bewaar(self._casus_id, draft, self._taak.id, self._taak.versie)

    def reread(self) -> TaakDraft:
        self._taak = self._service.lees(self.taak_id())
        return draft_of_taak(self._taak)

    # -- inside

    def _leader(self, casus: Casus) -> int | None:
        return None if casus.zonder_leider(self._context.today()) else casus.eigenaar_id

    def _name_of(self, person: int | None) -> str:
        return "" if person is None else str(self._context.werkplek.personen.lees(person).naam)
