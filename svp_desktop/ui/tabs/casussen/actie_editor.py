"""Recording, planning and changing an action: the form with its draft, checks and save."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import ActieDraft, CasusActie, actie_draft_of
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden, UserFacing
from svp_desktop.domain.findings import blocking
from svp_desktop.services.casus_acties import als_gedaan
from svp_desktop.services.vastleggen import actie_draft_naar_dict, actie_draft_van_dict
from svp_desktop.ui.concept import ConceptKeeper, gooi_weg
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.samen import GEZIEN, voeg_samen, zeg_veranderd
from svp_desktop.ui.tabs.casussen.actie_form import ActieForm


class ActieEditor(FormPage):
    """The page of one action. `recorded(casus_id)` after a save, `left` when the user goes back."""

    left = Signal()
    recorded = Signal(int)

    def __init__(self, context: Context) -> None:
        self._form = ActieForm(context.today, context.clock)
        super().__init__(self._form)
        self._context = context
        self._service = context.werkplek.casussen
        self._casus_id = 0
        self._actie: CasusActie | None = None
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._title)
        self._form.edited.connect(self._keeper.edited)
        self._form.weighed.connect(self._recheck)
        self._form.velden.time_up.connect(self._time_up)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.left)
        self.save.connect(self._save)
        self.delete.connect(self._delete)
        self.resume_wanted.connect(self._resume)
        self.throw_wanted.connect(self._throw)

    def begin(
        self, casus_id: int, *, actie_id: int | None = None, wanted: Collection[Pijler] = (), resume: bool = False
    ) -> None:
        """A new action of this casus, or this one of its actions; `resume` goes straight on with a kept draft."""
        casus = self._service.lees(casus_id)
        self._casus_id = casus_id
        self._actie = next((item for item in self._service.acties(casus_id) if item.id == actie_id), None)
        self._form.set_instellingen(self._context.werkplek.instellingen.lees())
        self._form.set_wanted(wanted)
        leader = "" if casus.zonder_leider(self._context.today()) else casus.eigenaar
        self._form.set_steun(self._context.werkplek.casusmensen.steunfiguren(casus_id), leader)
        fresh = ActieDraft(datum=kort(self._context.today()), wie=leader)
        self._form.load(actie_draft_of(self._actie) if self._actie else fresh)
        title = "Actie" if self._actie else "Nieuwe actie"
        self.set_record(f"Casus {casus.titel}", title, casus.titel)
        self.remove.setVisible(self._actie is not None)
        self._keeper.watch(self.sleutel())
        kept = self._context.werkplek.concepten.lees(self.sleutel())
        if kept is not None and resume:
            self._resume()
        elif kept is not None:
            self.offer_draft(kept.bewaard_op, "een actie")
        self._recheck()
        self.begin_at(self._form.keuze)

    def finish(self, casus_id: int, actie_id: int) -> None:
        """A planned action as if it was done today, with what its guards ask for."""
        self.begin(casus_id, actie_id=actie_id)
        if self._actie is not None:
            self._form.load(als_gedaan(self._actie, self._context.today()), fresh=False)
            self._recheck()
            self._form.show_findings(blocking(self._service.check_actie(casus_id, self._form.draft(), actie_id)))

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def sleutel(self) -> str:
        """The key of the draft of what is open."""
        return f"actie:{self._casus_id}" + (f":{self._actie.id}" if self._actie else "")

    def _content(self) -> dict[str, Any] | None:
        if not self._form.dirty():
            return None
        seen = {GEZIEN: actie_draft_naar_dict(actie_draft_of(self._actie))} if self._actie else {}
        return actie_draft_naar_dict(self._form.draft()) | seen

    @staticmethod
    def _title() -> str:
        return "Actie in een casus"

    @Slot()
    def _resume(self) -> None:
        kept = self._context.werkplek.concepten.lees(self.sleutel())
        if kept is not None:
            self._load(actie_draft_van_dict(dict(kept.inhoud)))
            self._recheck()
        self.hide_notice()
        if kept is not None and self._actie is not None and GEZIEN in kept.inhoud:
            self._join(actie_draft_van_dict(kept.inhoud[GEZIEN]), self._actie)

    def _load(self, draft: ActieDraft) -> None:
        self._form.load(draft, fresh=False)

    def _join(self, before: ActieDraft, now: CasusActie) -> None:
        """What was typed, over the action as it is recorded now; said when that is another than the user saw."""
        self._actie, recorded = now, actie_draft_of(now)
        if before == recorded:
            return
        voeg_samen(self._load, self._form.draft, before, recorded)
        self._recheck()
        zeg_veranderd(self.notice)

    def _changed_meanwhile(self, seen: CasusActie) -> None:
        self._keeper.flush()
        found = [item for item in self._service.acties(self._casus_id) if item.id == seen.id]
        if not found:
            raise NietGevonden
        self._join(actie_draft_of(seen), found[0])

    @Slot()
    def _throw(self) -> None:
        self.hide_notice()
        gooi_weg(self._context.werkplek.concepten, self._context.bar, self.sleutel(), self._resume)

    @Slot()
    def _recheck(self) -> None:
        """The guards and what is on file follow the action, its day and its ticks."""
        try:
            self._form.show_beeld(self._service.actiebeeld(self._casus_id, self._form.draft(), self._actie_id()))
        except UserFacing as error:
            self.show_failed(error)

    @Slot()
    def _time_up(self) -> None:
        self._context.bar.say("Sit-in: de tijd is voorbij. Zeg de slotzin.")

    def _actie_id(self) -> int | None:
        return self._actie.id if self._actie else None

    @Slot()
    def _save(self) -> None:
        draft = self._form.draft()
        try:
            findings = self._service.check_actie(self._casus_id, draft, self._actie_id())
            if blocking(findings):
                self._form.show_findings(findings)
                return
            outcome = self._record(draft)
        except InvoerOnjuist as error:
            self._form.show_findings(error.findings)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        if outcome is None:
            return
        self._context.hub.publish(outcome.changes)
        self.recorded.emit(self._casus_id)

    def _record(self, draft: ActieDraft) -> Outcome[int] | None:
        """Keep it; None when the action is another by now, which is shown and told."""
        if self._actie is None:
            outcome = self._service.leg_vast(self._casus_id, draft)
        else:
            try:
                outcome = self._service.leg_vast(self._casus_id, draft, self._actie.id, self._actie.versie)
            except IntussenVeranderd:
                self._changed_meanwhile(self._actie)
                return None
        self._keeper.throw_away()
        return outcome

    @Slot()
    def _delete(self) -> None:
        if self._actie is None:
            return
        actie_id = self._actie.id
        try:
            outcome = self._service.verwijder_actie(actie_id)
            self._keeper.throw_away()
        except UserFacing as error:
            self.show_failed(error)
            return
        self._context.hub.publish(outcome.changes)
        self.recorded.emit(self._casus_id)

        def undo() -> None:
            self._context.hub.publish(self._service.herstel_actie(actie_id).changes)

        self._context.bar.offer_undo("Actie verwijderd.", undo)
