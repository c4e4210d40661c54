"""Closing and reopening a casus: a short page with a reason."""

from typing import Any

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.casus import AfsluitDraft, Casus, Evaluatie, check_afsluiten, check_heropenen
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper, gooi_weg
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.tabs.casussen.verloop_form import VerloopForm

#: Last part of the key of a draft.
SLUITEN, HEROPENEN = "sluiten", "heropenen"
_CLOSE = "U kunt de casus later heropenen. Alles blijft bewaard."
_CLOSED = "Casus afgesloten. U vindt hem bij Afgesloten."
_REOPENED = "Casus heropend."
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
        self._fresh = AfsluitDraft()
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._title)
        self._form.edited.connect(self._keeper.edited)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.left)
        self.save.connect(self._save)
        self.resume_wanted.connect(self._resume)
        self.throw_wanted.connect(self._throw)

    def begin(self, casus: Casus, *, closing: bool, resume: bool = False) -> None:
        """Ask why this casus stops, or why it goes on; `resume` goes straight on with a kept draft."""
        self._casus_id, self._closing = casus.id, closing
        self.set_record(f"Casus {casus.titel}", "Casus afsluiten" if closing else "Casus heropenen", casus.titel)
        self.opslaan.setText("Afsluiten" if closing else "Heropenen")
        settings = self._context.werkplek.instellingen.lees()
        reasons, rules = (settings.lijst("afsluitredenen"), settings.lijst("tot_slot")) if closing else ((), ())
        lead = "Waarom stopt deze casus?" if closing else "Waarom gaat deze casus verder?"
        waiting = len(self._context.werkplek.casustaken.beeld(casus.id).te_doen) if closing else 0
        words = _CLOSE if closing else _REOPEN
        self._form.begin(reasons, lead, words, closing=closing, open_=waiting, regels=rules)
        # what was learned at an earlier end stands there to add to
        self._fresh = AfsluitDraft(evaluatie=casus.evaluatie if closing else Evaluatie())
        self._form.load(self._fresh)
        self._keeper.watch(self.sleutel())
        kept = self._context.werkplek.concepten.lees(self.sleutel())
        if kept is not None and resume:
            self._resume()
        elif kept is not None:
            self.offer_draft(kept.bewaard_op, f"het {'afsluiten' if closing else 'heropenen'} van deze casus")
        self.begin_at(self._form.reden)

    def sleutel(self) -> str:
        """The key of the draft of what is open."""
        return f"verloop:{self._casus_id}:{SLUITEN if self._closing else HEROPENEN}"

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def _content(self) -> dict[str, Any] | None:
        draft = self._form.draft()
        return None if draft == self._fresh else naar_dict(draft)

    def _title(self) -> str:
        return "Casus afsluiten" if self._closing else "Casus heropenen"

    @Slot()
    def _resume(self) -> None:
        kept = self._context.werkplek.concepten.lees(self.sleutel())
        if kept is not None:
            self._form.load(van_dict(AfsluitDraft, kept.inhoud))
        self.hide_notice()

    @Slot()
    def _throw(self) -> None:
        self.hide_notice()
        gooi_weg(self._context.werkplek.concepten, self._context.bar, self.sleutel(), self._resume)

    @Slot()
    def _save(self) -> None:
        draft, service = self._form.draft(), self._context.werkplek.casussen
        findings = check_afsluiten(draft) if self._closing else check_heropenen(draft.reden)
        self._form.show_findings(findings)
        if findings:
            return
        reason = ". ".join(part for part in (draft.reden, draft.toelichting) if part)
        try:
            done = (
                service.afsluiten(self._casus_id, draft) if self._closing else service.heropen(self._casus_id, reason)
            )
            self._keeper.throw_away()
        except UserFacing as error:
            self.show_failed(error)
            return
        self._context.hub.publish(done.changes)
        self._context.bar.say(_CLOSED if self._closing else _REOPENED)
        self.recorded.emit(self._casus_id)
