"""What one parent brings in as *kindkenner*, and when this parent was told (demand 21)."""

from typing import Any

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.casus_mensen import OuderDraft, OuderRegel, ouder_draft_of
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.services.casus_mensen import ouder_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.widgets.base import card, col, holder, row
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field


class OuderForm(DeelForm[OuderDraft]):
    """The contribution of the parent comes first."""

    def __init__(self, context: Context) -> None:
        self.inbreng = Area(placeholder="Wat ziet, weet en wil deze ouder?", height=110)
        self.ingelicht = DateEdit(context.today, optional=True)
        self.brief = DateEdit(context.today, optional=True)
        fields = {
            "inbreng": Field("Inbreng van de ouder als kindkenner", self.inbreng),
            "ingelicht_op": Field("Ingelicht op", self.ingelicht),
            "brief_op": Field("Brief gestuurd op", self.brief),
        }
        days = row((fields["ingelicht_op"], 1), (fields["brief_op"], 1), None, spacing=12)
        body = holder(col(card(fields["inbreng"], days, spacing=10), None))
        super().__init__(context, OuderDraft, body, fields, "een ouder in een casus")
        self._key = (0, 0, 0)
        self.inbreng.textChanged.connect(self.touched)
        self.ingelicht.edited.connect(self.touched)
        self.brief.edited.connect(self.touched)

    def begin(self, casus: Casus, regel: OuderRegel, *, open_for_change: bool) -> None:
        """This parent of this child."""
        self._key = (casus.id, regel.leerling_id, regel.ouder_id)
        gezag = "met gezag" if regel.gezag else "zonder gezag"
        self.set_record("Mensen", regel.naam, f"{regel.relatie or 'ouder'} van {regel.kind}, {gezag}")
        self.start(ouder_sleutel(*self._key), ouder_draft_of(regel), new=False, open_for_change=open_for_change)
        self.inbreng.setFocus()

    def draft(self) -> OuderDraft:
        return OuderDraft(self.inbreng.text(), self.ingelicht.text().strip(), self.brief.text().strip())

    def fill(self, draft: OuderDraft) -> None:
        self.inbreng.setText(draft.inbreng)
        self.ingelicht.setText(draft.ingelicht_op)
        self.brief.setText(draft.brief_op)

    def check(self, draft: OuderDraft) -> tuple[Finding, ...]:
        return self._context.werkplek.casusmensen.check_ouder(draft)

    def put(self, draft: OuderDraft) -> Outcome[Any]:
        return self._context.werkplek.casusmensen.bewaar_ouder(*self._key, draft, self.gezien())

    def reread(self) -> OuderDraft:
        return ouder_draft_of(self._context.werkplek.casusmensen.ouder(*self._key))
