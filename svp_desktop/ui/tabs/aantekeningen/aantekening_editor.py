"""Writing a note and correcting one: the form with its draft, checks and save, in the compartment of the dossier."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot

from svp_desktop.domain.aantekeningen import Aantekening, AantekeningDraft, Dossier, aantekening_draft_of
from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import blocking
from svp_desktop.services.aantekeningen import AantekeningenService, concept_sleutel
from svp_desktop.services.vastleggen import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.tabs.aantekeningen.aantekening_form import AantekeningForm
from svp_desktop.ui.tabs.aantekeningen.woorden import Woorden


class AantekeningEditor(FormPage):
    """The page of one note. `recorded` after a save, `taken_away(note)`, `left` when the user goes back."""

    left = Signal()
    recorded = Signal()
    taken_away = Signal(int)

    def __init__(self, context: Context, service: AantekeningenService, woorden: Woorden) -> None:
        self._form = AantekeningForm(woorden, context.today, met_aard=service.met_aard)
        super().__init__(self._form)
        self._context, self._service = context, service
        self._dossier_id = 0
        self._note: Aantekening | None = None
        self.remove.setText("Weghalen")
        self._keeper = ConceptKeeper(self, service.concepten, context.clock, self._content, self._title)
        self._form.edited.connect(self._keeper.edited)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.left)
        self.save.connect(self._save)
        self.delete.connect(self._delete)
        self.resume_wanted.connect(self._resume)
        self.throw_wanted.connect(self._throw)

    def begin(self, dossier: Dossier, note: Aantekening | None = None, *, resume: bool = False) -> None:
        """A new note, or the correction of one; `resume` goes straight on with a kept draft."""
        self._dossier_id, self._note = dossier.id, note
        fresh = AantekeningDraft(datum=kort(self._context.today()))
        self._form.load(fresh if note is None else aantekening_draft_of(note.inhoud))
        title = "Nieuwe aantekening" if note is None else "Aantekening verbeteren"
        sub = dossier.naam if note is None else "De eerdere tekst blijft te lezen."
        self.set_record(f"Dossier {dossier.nummer}", title, sub)
        self.remove.setVisible(note is not None)
        self._keeper.watch(self.sleutel())
        kept = self._service.concepten.lees(self.sleutel())
        if kept is not None and resume:
            self._resume()
        elif kept is not None:
            self.offer_draft(kept.bewaard_op, "een aantekening")
        self._form.tekst.setFocus(Qt.FocusReason.OtherFocusReason)

    def sleutel(self) -> str:
        """The key of the draft of what is in the form."""
        return concept_sleutel(self._dossier_id, self._note.id if self._note else None)

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def empty(self) -> None:
        """Nothing of the note stays in the form; a draft that was kept stays kept."""
        self._keeper.rest()
        self.set_record("", "")
        self._note = None
        self._form.load(AantekeningDraft())

    def _content(self) -> dict[str, Any] | None:
        return naar_dict(self._form.draft()) if self._form.dirty() else None

    @staticmethod
    def _title() -> str:
        return "Aantekening"

    @Slot()
    def _resume(self) -> None:
        kept = self._service.concepten.lees(self.sleutel())
        if kept is not None:
            self._form.load(van_dict(AantekeningDraft, dict(kept.inhoud)), fresh=False)
        self.hide_notice()

    @Slot()
    def _throw(self) -> None:
        self._service.concepten.wis(self.sleutel())
        self.hide_notice()

    @Slot()
    def _save(self) -> None:
        draft = self._form.draft()
        try:
            findings = self._service.check(draft)
            self._form.show_findings(findings)
            if blocking(findings):
                return
            if self._note is None:
                self._service.leg_vast(self._dossier_id, draft)
            else:
                self._service.wijzig(self._note.id, draft, self._note.versie)
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self._form.show_findings(error.findings)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        self.recorded.emit()

    @Slot()
    def _delete(self) -> None:
        if self._note is None:
            return
        note_id = self._note.id
        try:
            self._service.haal_weg(note_id)
            self._keeper.throw_away()
        except UserFacing as error:
            self.show_failed(error)
            return
        self.taken_away.emit(note_id)
