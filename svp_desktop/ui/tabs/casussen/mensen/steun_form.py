"""Somebody who helps: relation, telephone, and the consent without which no number stands on a paper (64, 70)."""

from typing import Any

from PySide6.QtCore import Slot

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.casus_mensen import Steunfiguur, SteunfiguurDraft, steunfiguur_draft_of
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import Leerling
from svp_desktop.services.casus_mensen import steunfiguur_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.suggest import PersonField

_UITLEG = "Zonder toestemming komt het nummer niet op een bel-lijst of ander papier."


class SteunForm(DeelForm[SteunfiguurDraft]):
    """A name of the register may be chosen; any other name may be typed."""

    def __init__(self, context: Context) -> None:
        self.naam = PersonField(
            persons(context),
            placeholder="Naam, ook van iemand die niet in het register staat",
            icon="user-plus",
            nothing="",
        )
        self.relatie = edit(placeholder="Bijvoorbeeld: opa, trainer, buurvrouw")
        self.telefoon = edit()
        self.toestemming_op = DateEdit(context.today, optional=True)
        self.toestemming_van = edit(placeholder="Wie gaf toestemming?")
        self.notitie = Area(placeholder="Wat kan deze steunfiguur doen?", height=60)
        self._known = Label("", "small")
        fields = {
            "naam": Field("Naam", self.naam),
            "relatie": Field("Wie is dit voor het kind?", self.relatie),
            "telefoon": Field("Telefoon", self.telefoon),
            "toestemming_op": Field("Toestemming op", self.toestemming_op),
            "toestemming_van": Field("Toestemming van", self.toestemming_van),
            "notitie": Field("Afspraken met deze steunfiguur", self.notitie),
        }
        body = card(
            row((col(fields["naam"], self._known, spacing=2), 3), (fields["relatie"], 2), spacing=12),
            row(
                (fields["telefoon"], 2),
                (fields["toestemming_op"], 2),
                (fields["toestemming_van"], 2),
                spacing=12,
            ),
            Label(_UITLEG, "small", wrap=True),
            fields["notitie"],
            spacing=10,
        )
        super().__init__(context, SteunfiguurDraft, holder(col(body, None)), fields, "een steunfiguur")
        self._casus_id, self._steunfiguur_id = 0, 0
        self.naam.person_changed.connect(self._other_person)
        for line in (self.relatie, self.telefoon, self.toestemming_van):
            line.textEdited.connect(self.touched)
        self.toestemming_op.edited.connect(self.touched)
        self.notitie.textChanged.connect(self.touched)

    def begin(self, casus: Casus, item: Steunfiguur | None, *, open_for_change: bool) -> None:
        """This steunfiguur, or a new one."""
        self._casus_id, self._steunfiguur_id = casus.id, item.id if item else 0
        self.set_record("Mensen", "Steunfiguur" if item else "Nieuwe steunfiguur", casus.titel)
        sleutel = steunfiguur_sleutel(casus.id, self._steunfiguur_id or None)
        recorded = steunfiguur_draft_of(item) if item else SteunfiguurDraft()
        self.start(sleutel, recorded, new=item is None, open_for_change=open_for_change)
        self.naam.setFocus()

    def draft(self) -> SteunfiguurDraft:
        return SteunfiguurDraft(
            self.naam.person,
            self.naam.text(),
            self.relatie.text(),
            self.telefoon.text(),
            self.toestemming_op.text().strip(),
            self.toestemming_van.text(),
            self.notitie.text(),
        )

    def fill(self, draft: SteunfiguurDraft) -> None:
        self.naam.show_person(draft.persoon_id, draft.naam)
        self._show_known()
        self.relatie.setText(draft.relatie)
        self.telefoon.setText(draft.telefoon)
        self.toestemming_op.setText(draft.toestemming_op)
        self.toestemming_van.setText(draft.toestemming_van)
        self.notitie.setText(draft.notitie)

    def check(self, draft: SteunfiguurDraft) -> tuple[Finding, ...]:
        return self._context.werkplek.casusmensen.check_steunfiguur(draft)

    def put(self, draft: SteunfiguurDraft) -> Outcome[Any]:
        service = self._context.werkplek.casusmensen
        return service.bewaar_steunfiguur(self._casus_id, draft, self._steunfiguur_id or None, self.gezien())

    def reread(self) -> SteunfiguurDraft:
        service = self._context.werkplek.casusmensen
        return steunfiguur_draft_of(service.steunfiguur(self._casus_id, self._steunfiguur_id))

    def _show_known(self) -> None:
        known = self.naam.person is not None
        self._known.setText("Staat in het register." if known else "")
        self._known.setVisible(known)

    @Slot()
    def _other_person(self) -> None:
        """Someone of the register brings a telephone number along, when none was typed."""
        self._show_known()
        if self.naam.person is not None:
            person = self._context.werkplek.personen.lees(self.naam.person)
            if not isinstance(person, Leerling) and not self.telefoon.text().strip():
                self.telefoon.setText(person.telefoon)
        self.touched()
