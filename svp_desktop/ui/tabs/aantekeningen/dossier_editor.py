"""Opening a dossier, and giving one another name or group."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot

from svp_desktop.domain.aantekeningen import Dossier, DossierDraft
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.school import PersoonRegel
from svp_desktop.services.aantekeningen import CONCEPT_DOSSIER, AantekeningenService
from svp_desktop.services.vastleggen import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.tabs.aantekeningen.dossier_form import DossierForm
from svp_desktop.ui.tabs.aantekeningen.woorden import Woorden
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import holder, row

_WIDTH = 640


class DossierEditor(FormPage):
    """`opened(dossier)` for a new one, `changed` after another name, `left` when the user goes back.

    Persons are only looked up in the register: nothing is written there.
    """

    left = Signal()
    opened = Signal(int)
    changed = Signal()

    def __init__(self, context: Context, service: AantekeningenService, woorden: Woorden) -> None:
        self._form = DossierForm(woorden, self._find, self._uuid_of)
        self._form.setMaximumWidth(scaled(_WIDTH))
        super().__init__(holder(row((self._form, 1), None)))
        self._context, self._service, self._woorden = context, service, woorden
        self._dossier: Dossier | None = None
        self._keeper = ConceptKeeper(self, service.concepten, context.clock, self._content, self._title)
        self._form.edited.connect(self._keeper.edited)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.left)
        self.save.connect(self._save)
        self.resume_wanted.connect(self._resume)
        self.throw_wanted.connect(self._throw)

    def begin(self, dossier: Dossier | None = None, *, resume: bool = False) -> None:
        """A new dossier, or this one; `resume` goes straight on with a kept draft."""
        self._dossier = dossier
        if dossier is None:
            self._form.load(DossierDraft())
            self.set_record(self._woorden.titel, "Nieuw dossier")
            self.opslaan.setText("Dossier openen")
        else:
            self._form.load(DossierDraft(dossier.naam, dossier.groep, dossier.persoon_uuid))
            self.set_record(f"Dossier {dossier.nummer}", "Naam en groep", "Wat er stond, blijft bewaard.")
            self.opslaan.setText("Opslaan")
        self._keeper.watch(self.sleutel())
        kept = self._service.concepten.lees(self.sleutel())
        if kept is not None and resume:
            self._resume()
        elif kept is not None:
            self.offer_draft(kept.bewaard_op, "een dossier")
        self._form.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def sleutel(self) -> str:
        """The key of the draft of what is in the form."""
        return CONCEPT_DOSSIER if self._dossier is None else f"dossier:{self._dossier.id}"

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def empty(self) -> None:
        """Nothing of the dossier stays in the form; a draft that was kept stays kept."""
        self._keeper.rest()
        self.set_record("", "")
        self._dossier = None
        self._form.load(DossierDraft())

    def _content(self) -> dict[str, Any] | None:
        return naar_dict(self._form.draft()) if self._form.dirty() else None

    @staticmethod
    def _title() -> str:
        return "Dossier"

    def _find(self, text: str) -> Sequence[PersoonRegel]:
        werkplek = self._context.werkplek
        # without the register a name is typed whole
        return werkplek.personen.zoek(text) if "school" in werkplek.soorten else ()

    def _uuid_of(self, person: int) -> str | None:
        try:
            return self._context.werkplek.personen.lees(person).uuid
        except UserFacing:
            # gone from the register meanwhile: the name that was chosen stays
            return None

    @Slot()
    def _resume(self) -> None:
        kept = self._service.concepten.lees(self.sleutel())
        if kept is not None:
            self._form.load(van_dict(DossierDraft, dict(kept.inhoud)), fresh=False)
        self.hide_notice()

    @Slot()
    def _throw(self) -> None:
        self._service.concepten.wis(self.sleutel())
        self.hide_notice()

    @Slot()
    def _save(self) -> None:
        draft = self._form.draft()
        try:
            if self._dossier is None:
                dossier_id = self._service.open(draft).value
            else:
                dossier_id = self._service.wijzig_dossier(self._dossier.id, draft).value
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self._form.show_findings(error.findings)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        if self._dossier is None:
            self.opened.emit(dossier_id)
        else:
            self.changed.emit()
