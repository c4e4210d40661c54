"""Opening and changing a casus: the form with its draft, checks and save."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.casus import Casus, CasusDraft, draft_of
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden, UserFacing
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.incident import IncidentFilter, IncidentRegel
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.services.casussen import concept_van_nieuwe
from svp_desktop.services.vastleggen import casus_draft_naar_dict, casus_draft_van_dict
from svp_desktop.ui.concept import ConceptKeeper, gooi_weg
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.samen import GEZIEN, voeg_samen, zeg_veranderd
from svp_desktop.ui.tabs.casussen.casus_form import CasusForm

_MOST_INCIDENTS = 40


class CasusEditor(FormPage):
    """The page where a casus begins or changes. `recorded(casus_id)` after a save, `left` when the user goes back."""

    left = Signal()
    recorded = Signal(int)

    def __init__(self, context: Context) -> None:
        self._context = context
        self._form = CasusForm(
            persons(context, PersoonSoort.LEERLING), persons(context, PersoonSoort.MEDEWERKER), self._name_of
        )
        super().__init__(self._form)
        self._service = context.werkplek.casussen
        self._casus: Casus | None = None
        self._bron = 0  # the incident that a new casus begins with
        self._seen = CasusDraft()
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._title)
        self._form.edited.connect(self._keeper.edited)
        self._form.subject_changed.connect(self._show_incidents)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.left)
        self.save.connect(self._save)
        self.resume_wanted.connect(self._resume)
        self.throw_wanted.connect(self._throw)

    def begin(self, casus_id: int | None, *, resume: bool = False, leerling_id: int | None = None) -> None:
        """A new casus (None), perhaps of this child, or a change to this one; `resume` goes straight on with a kept
        draft."""
        self._bron = 0
        self._casus = None if casus_id is None else self._service.lees(casus_id)
        self._seen = CasusDraft() if self._casus is None else self._coupled(self._casus)
        if leerling_id is None:
            self._start(self._seen)
        else:
            self._start(CasusDraft(leerling_id, None, self._service.eigenaar_voorstel(leerling_id)))
        self._find_draft(resume)

    def begin_from_incident(self, incident_id: int, *, resume: bool = False) -> None:
        """A new casus with everything that the incident tells. It has a draft of its own: what was typed of another new
        casus stays."""
        self._casus, self._bron = None, incident_id
        try:
            draft = self._service.voorstel(incident_id)
        except NietGevonden:
            # the incident went meanwhile; what was typed did not
            draft = CasusDraft()
        self._start(draft)
        self._find_draft(resume)

    def resume(self, rest: str) -> None:
        """Go on with a draft; `rest` is what its key says after `casus:`."""
        which, _, incident = rest.partition(":")
        if incident:
            self.begin_from_incident(int(incident), resume=True)
        else:
            self.begin(None if which == "nieuw" else int(which), resume=True)

    def _find_draft(self, resume: bool) -> None:
        kept = self._context.werkplek.concepten.lees(self.sleutel())
        if kept is not None and resume:
            self._resume()
        elif kept is not None:
            self.offer_draft(kept.bewaard_op, "een casus")

    def _start(self, draft: CasusDraft) -> None:
        self._form.set_groepen(self._context.werkplek.school.groepen())
        self._form.load(draft, self._incidents(draft))
        title = "Casus wijzigen" if self._casus else "Nieuwe casus"
        self.set_record("Lopende casussen", title, self._casus.titel if self._casus else "De weg van Verbindend Gezag")
        self._keeper.watch(self.sleutel())
        self.begin_at(self._form.first())

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    # -- what the form asks

    def _coupled(self, casus: Casus) -> CasusDraft:
        base = draft_of(casus)
        coupled = self._service.incident_ids(casus.id)
        return CasusDraft(
            base.leerling_id, base.groep_id, base.eigenaar_id, base.aanleiding, base.doel, base.zorg, coupled
        )

    def _name_of(self, person: int) -> str:
        return str(self._context.werkplek.personen.lees(person).naam)

    def _incidents(self, draft: CasusDraft) -> Sequence[IncidentRegel]:
        """The incidents of the child or of the children of the group, and those that are ticked already."""
        service = self._context.werkplek.incidenten
        ids = list(draft.incident_ids)
        if draft.leerling_id is not None:
            ids += list(service.ids(IncidentFilter(persoon_id=draft.leerling_id)))[:_MOST_INCIDENTS]
        if draft.groep_id is not None:
            ids += self._service.incidenten_van_groep(draft.groep_id, _MOST_INCIDENTS)
        unique = list(dict.fromkeys(ids))
        return sorted(service.regels(unique), key=lambda item: (item.datum, item.id), reverse=True)

    @Slot()
    def _show_incidents(self) -> None:
        draft = self._form.draft()
        self._form.show_incidents(self._incidents(draft), draft.incident_ids)

    # -- draft

    def sleutel(self) -> str:
        """The key of the draft of what is open."""
        return f"casus:{self._casus.id}" if self._casus else concept_van_nieuwe(self._bron)

    def _content(self) -> dict[str, Any] | None:
        started = self._casus is not None or self._form.draft() != CasusDraft()
        if not (self._form.dirty() and started):
            return None
        seen = {GEZIEN: casus_draft_naar_dict(self._seen)} if self._casus else {}
        return casus_draft_naar_dict(self._form.draft()) | seen

    @staticmethod
    def _title() -> str:
        return "Casus"

    @Slot()
    def _resume(self) -> None:
        kept = self._context.werkplek.concepten.lees(self.sleutel())
        if kept is not None:
            self._load(casus_draft_van_dict(dict(kept.inhoud)))
        self.hide_notice()
        if kept is not None and self._casus is not None and GEZIEN in kept.inhoud:
            self._join(casus_draft_van_dict(kept.inhoud[GEZIEN]), self._casus)

    def _load(self, draft: CasusDraft) -> None:
        self._form.load(draft, self._incidents(draft), fresh=False)

    def _join(self, before: CasusDraft, now: Casus) -> None:
        """What was typed, over the casus as it is recorded now; said when that is another than the user saw."""
        self._casus, self._seen = now, self._coupled(now)
        if before != self._seen:
            voeg_samen(self._load, self._form.draft, before, self._seen)
            zeg_veranderd(self.notice)

    @Slot()
    def _throw(self) -> None:
        self.hide_notice()
        gooi_weg(self._context.werkplek.concepten, self._context.bar, self.sleutel(), self._resume)

    # -- save

    @Slot()
    def _save(self) -> None:
        draft = self._form.draft()
        try:
            findings = self._service.check(draft, self._casus.id if self._casus else None)
            self._form.show_findings(findings)
            if blocking(findings):
                return
            if self._casus is None:
                outcome = self._service.open(draft, self._bron)
            else:
                outcome = self._service.wijzig(self._casus.id, draft, self._casus.versie)
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self._form.show_findings(error.findings)
            return
        except IntussenVeranderd:
            self._changed_meanwhile()
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        self._context.hub.publish(outcome.changes)
        self.recorded.emit(outcome.value)

    def _changed_meanwhile(self) -> None:
        assert self._casus is not None
        try:
            self._keeper.flush()
            self._join(self._seen, self._service.lees(self._casus.id))
        except UserFacing as error:
            self.show_failed(error)
