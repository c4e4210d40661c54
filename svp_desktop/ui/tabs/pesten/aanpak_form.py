"""Beginning an approach of the school's own list, and one step or written agreement of a pestzaak (92, 107)."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier_vullen import opsomming_in_zin
from svp_desktop.domain.pest_aanpak import AanpakDraft, Stap, StapDraft, StapSoort, stap_draft_of
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.suggest import PersonField

_AL = "Deze aanpak is in deze zaak al begonnen. De stappen komen er dan nog een keer bij."
_UITLEG = "De stappen komen op hun dag te staan. Elke stap kunt u daarna wijzigen of weghalen."


class AanpakForm(PestForm[AanpakDraft]):
    """Form <-> AanpakDraft; shows at once which steps the approach brings."""

    def __init__(self, context: Context) -> None:
        self.naam = QComboBox()
        guard_wheel(self.naam)
        self.dag = DateEdit(context.today)
        self.stappen = Label("", wrap=True)
        self.al = Notice(State.LET_OP, _AL, compact=True)
        fields = {"naam": Field("Welke aanpak", self.naam), "begin": Field("Begint op", self.dag)}
        chosen = card(Label(_UITLEG, "muted", wrap=True), *fields.values(), self.al, spacing=10)
        steps = card(self.stappen, title="Stappen en checks")
        body = holder(row((col(chosen, None), 2), (col(steps, None), 3), spacing=12))
        super().__init__(context, AanpakDraft, body, fields, "een aanpak in een pestzaak")
        self._owner: int | None = None
        self.opslaan.setText("Aanpak beginnen")
        self.naam.activated.connect(self._chosen)
        self.dag.edited.connect(self._chosen)

    def begin(self, beeld: PestBeeld) -> None:
        """The school's list, the first one chosen."""
        self.about(beeld, "Aanpak")
        self.naam.clear()
        for one in self._service.aanpakken():
            self.naam.addItem(one.naam)
        recorded = AanpakDraft(self.naam.itemText(0), eigenaar_id=beeld.zaak.leider_id)
        self.start(sleutel(beeld.zaak.id, "aanpak"), recorded, new=True, open_for_change=beeld.zaak.open)
        self.naam.setFocus()

    def draft(self) -> AanpakDraft:
        return AanpakDraft(self.naam.currentText(), self.dag.text().strip(), self._owner)

    def fill(self, draft: AanpakDraft) -> None:
        self.naam.setCurrentIndex(self.naam.findText(draft.naam))
        self.dag.setText(draft.begin)
        if draft.begin == "vandaag":
            self.dag.set_day(self._context.today())
        self._owner = draft.eigenaar_id
        self._tell()

    @Slot()
    def _chosen(self) -> None:
        self._tell()
        self.touched()

    def _tell(self) -> None:
        self.al.setVisible(self.naam.currentText() in self.beeld.zaak.inhoud.aanpak)
        begin = self.dag.day() or self._context.today()
        for one in self._service.aanpakken():
            if one.naam == self.naam.currentText():
                lines = [
                    f"{datums.dag_kort(step.datum)}: {step.omschrijving}"
                    for step in self._service.aanpak_stappen(one, begin)
                ]
                weeks = opsomming_in_zin(tuple(map(str, one.checks)))
                lines += (
                    [f"Vragen aan het kind na {weeks} {'week' if one.checks == (1,) else 'weken'}"] if weeks else []
                )
                self.stappen.setText("\n".join(lines))

    def check(self, draft: AanpakDraft) -> tuple[Finding, ...]:
        return self._service.check_aanpak(draft)

    def put(self, draft: AanpakDraft) -> Outcome[Any]:
        return self._service.begin_aanpak(self.beeld.zaak.id, draft)


class StapForm(PestForm[StapDraft]):
    """Form <-> StapDraft. `removed` when a recorded step is to go."""

    removed = Signal(int)

    def __init__(self, context: Context) -> None:
        self.soort = QComboBox()
        for one in StapSoort:
            self.soort.addItem(label(one), one.value)
        guard_wheel(self.soort)
        self.wat = Area(placeholder="Wat gebeurt er, of wat is er afgesproken?", height=90)
        self.met_wie = edit(placeholder="Bijvoorbeeld: Tygo en zijn ouders")
        self.wie = PersonField(persons(context, PersoonSoort.MEDEWERKER), placeholder="Naam van een collega")
        self.dag, self.gedaan = DateEdit(context.today, komend=True), DateEdit(context.today, optional=True)
        self.notitie = Area(placeholder="Hoe ging het?", height=60)
        fields = {
            "soort": Field("Soort", self.soort),
            "omschrijving": Field("Wat", self.wat),
            "met_wie": Field("Met wie", self.met_wie),
            "wie": Field("Wie let hierop?", self.wie),
            "datum": Field("Op of vóór", self.dag),
            "gedaan_op": Field("Gedaan op", self.gedaan),
            "notitie": Field("Notitie", self.notitie),
        }
        names = list(fields)
        left = card(*(fields[name] for name in names[:4]), spacing=10)
        right = card(*(fields[name] for name in names[4:]), spacing=10)
        right.setMinimumWidth(scaled(280))
        body = holder(row((col(left, None), 3), (col(right, None), 2), spacing=12))
        super().__init__(context, StapDraft, body, fields, "een stap in een pestzaak")
        self._stap: Stap | None = None
        self._whole = StapDraft()
        self._versie = 1
        self.remove.setText("Stap weghalen")
        self.delete.connect(self._remove)
        self.soort.activated.connect(self.touched)
        self.met_wie.textEdited.connect(self.touched)
        self.wie.person_changed.connect(self.touched)
        for day in (self.dag, self.gedaan):
            day.edited.connect(self.touched)
        for area in (self.wat, self.notitie):
            area.textChanged.connect(self.touched)

    def begin(self, beeld: PestBeeld, stap: Stap | None) -> None:
        """A recorded step, or (None) a new one: a written agreement."""
        self._stap, self._versie = stap, stap.versie if stap else 1
        self.about(beeld, "Stap" if stap else "Nieuwe afspraak of stap")
        self.remove.setVisible(stap is not None and beeld.zaak.open)
        new = StapDraft(eigenaar_id=beeld.zaak.leider_id, datum=datums.kort(self._context.today()))
        self.start(
            sleutel(beeld.zaak.id, "stap", stap.id if stap else 0),
            stap_draft_of(stap) if stap else new,
            new=stap is None,
            open_for_change=beeld.zaak.open,
        )
        self.wat.setFocus()

    def draft(self) -> StapDraft:
        return replace(
            self._whole,
            soort=StapSoort(self.soort.currentData()),
            omschrijving=self.wat.text(),
            met_wie=self.met_wie.text(),
            eigenaar_id=self.wie.person,
            datum=self.dag.text().strip(),
            gedaan_op=self.gedaan.text().strip(),
            notitie=self.notitie.text(),
            wie=self.wie.typed(),
        )

    def fill(self, draft: StapDraft) -> None:
        self._whole = draft
        self.soort.setCurrentIndex(self.soort.findData(draft.soort.value))
        self.wat.setText(draft.omschrijving)
        self.met_wie.setText(draft.met_wie)
        self.met_wie.setCursorPosition(0)
        owner = draft.eigenaar_id
        self.wie.show_person(owner, str(self._context.werkplek.personen.lees(owner).naam) if owner else draft.wie)
        self.dag.setText(draft.datum)
        self.gedaan.setText(draft.gedaan_op)
        for day in (self.dag, self.gedaan):
            day.finish()
        self.notitie.setText(draft.notitie)

    @Slot()
    def _remove(self) -> None:
        if self._stap is not None:
            self.removed.emit(self._stap.id)

    def check(self, draft: StapDraft) -> tuple[Finding, ...]:
        half = Finding("wie", "Kies een collega uit de lijst, of maak dit vak leeg.")
        chosen = (half,) if draft.wie else ()
        return (*self._service.check_stap(draft), *chosen)

    def put(self, draft: StapDraft) -> Outcome[Any]:
        known = self._stap.id if self._stap else 0
        return self._service.bewaar_stap(self.beeld.zaak.id, draft, known, self._versie)

    def reread(self) -> StapDraft | None:
        if self._stap is None:
            return None
        found = self._service.lees_stap(self._stap.id)
        self._versie = found.versie
        return stap_draft_of(found)
