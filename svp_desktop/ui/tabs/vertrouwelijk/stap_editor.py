"""Writing a note with what it was, and correcting one."""

from typing import Any

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.aantekeningen import Aantekening, AantekeningDraft, Dossier, aantekening_draft_of
from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.vertrouwenswerk import ZaakNotitie, ZaakStapInhoud, stap_draft_of
from svp_desktop.services.vertrouwelijk import VertrouwelijkService, concept_sleutel, notitie_van_concept
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.bewerken import Bewerken
from svp_desktop.ui.tabs.vertrouwelijk.stap_form import StapForm
from svp_desktop.ui.theme import scaled

_WIDTH = 900


class StapEditor(Bewerken[ZaakNotitie]):
    """The page of one note; `taken_away(note)`."""

    taken_away = Signal(int)

    def __init__(self, context: Context, service: VertrouwelijkService) -> None:
        self.form_velden = StapForm(context.today)
        super().__init__(self.form_velden, service.concepten, context.clock, "aantekening", width=scaled(_WIDTH))
        self._context, self._service = context, service
        self._dossier_id = 0
        self._note: Aantekening | None = None
        self.remove.setText("Weghalen")
        self.delete.connect(self._delete)

    def begin(self, dossier: Dossier, note: Aantekening | None, stap: ZaakStapInhoud, *, resume: bool = False) -> None:
        """A new note, or the correction of one; `resume` goes straight on with a kept draft."""
        self._dossier_id, self._note = dossier.id, note
        shown = (
            AantekeningDraft(datum=kort(self._context.today())) if note is None else aantekening_draft_of(note.inhoud)
        )
        title = "Nieuwe aantekening" if note is None else "Aantekening verbeteren"
        sub = dossier.naam if note is None else "De eerdere tekst blijft te lezen."
        self.set_record(f"Dossier {dossier.nummer}", title, sub)
        self.remove.setVisible(note is not None)
        key = concept_sleutel(dossier.id, note.id if note else None)
        self.show_draft(key, ZaakNotitie(shown, stap_draft_of(stap)), resume=resume)
        self.begin_at(self.form_velden.tekst)

    def van_concept(self, content: dict[str, Any]) -> ZaakNotitie:
        return notitie_van_concept(content)

    def check(self, draft: ZaakNotitie) -> tuple[Finding, ...]:
        return self._service.check_notitie(draft)

    def put(self, draft: ZaakNotitie) -> int:
        if self._note is None:
            return self._service.leg_stap_vast(self._dossier_id, draft).value
        return self._service.wijzig_stap(self._note.id, draft, self._note.versie).value

    @Slot()
    def _delete(self) -> None:
        if self._note is None:
            return
        note_id = self._note.id
        try:
            self._service.haal_weg(note_id)
            self.forget_draft()
        except UserFacing as error:
            self.show_failed(error)
            return
        self.taken_away.emit(note_id)
