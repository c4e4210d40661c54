"""Closing and reopening a casus: a short page with a reason."""

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.casus import Casus, check_afsluiten
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.tabs.casussen.verloop_form import VerloopForm

_CLOSE = "U kunt de casus later heropenen. Alles blijft bewaard."
_REOPEN = "De casus komt terug in de lijst. De reden komt in de tijdlijn."


class VerloopEditor(FormPage):
    """`recorded(casus_id)` after a save, `left` when the user goes back."""

    left = Signal()
    recorded = Signal(int)

    def __init__(self, context: Context) -> None:
        self._form = VerloopForm()
        super().__init__(self._form)
        self._context = context
        self._casus_id, self._closing = 0, True
        self.back.connect(self.left)
        self.save.connect(self._save)

    def begin_close(self, casus: Casus) -> None:
        """Ask why this casus stops."""
        self._begin(casus, closing=True)
        reasons = self._context.werkplek.instellingen.lees().lijst("afsluitredenen")
        self._form.begin(reasons, "Waarom stopt deze casus?", _CLOSE)

    def begin_reopen(self, casus: Casus) -> None:
        """Ask why this casus goes on."""
        self._begin(casus, closing=False)
        self._form.begin((), "Waarom gaat deze casus verder?", _REOPEN)

    def _begin(self, casus: Casus, closing: bool) -> None:
        self._casus_id, self._closing = casus.id, closing
        self.set_record(f"Casus {casus.titel}", "Casus afsluiten" if closing else "Casus heropenen", casus.titel)
        self.opslaan.setText("Afsluiten" if closing else "Heropenen")

    @Slot()
    def _save(self) -> None:
        draft, service = self._form.draft(), self._context.werkplek.casussen
        findings = check_afsluiten(draft)
        self._form.show_findings(findings)
        if findings:
            return
        reason = ". ".join(part for part in (draft.reden, draft.toelichting) if part)
        try:
            done = (
                service.afsluiten(self._casus_id, draft) if self._closing else service.heropen(self._casus_id, reason)
            )
        except UserFacing as error:
            self.show_failed(error)
            return
        self._context.hub.publish(done.changes)
        self.recorded.emit(self._casus_id)
