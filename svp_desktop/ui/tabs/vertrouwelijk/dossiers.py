"""The dossiers of one private file: puts list, dossier and forms together and asks its service."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.aantekeningen import DossierBlad
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.vertrouwelijk import ZaakAfloop
from svp_desktop.domain.vertrouwelijk_jaar import herinnering
from svp_desktop.domain.vertrouwenswerk import ZaakStapInhoud
from svp_desktop.services.concepten import Concept
from svp_desktop.services.vertrouwelijk import CONCEPT_DOSSIER, concept_sleutel
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import CONCEPT, Context
from svp_desktop.ui.tabs.vertrouwelijk.blad import DossierPage
from svp_desktop.ui.tabs.vertrouwelijk.deel import Deel
from svp_desktop.ui.tabs.vertrouwelijk.lijst import DossierLijst
from svp_desktop.ui.tabs.vertrouwelijk.papieren import Papier
from svp_desktop.ui.tabs.vertrouwelijk.stap_editor import StapEditor
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.tabs.vertrouwelijk.zaak_editor import ZaakEditor
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import col

_EDITORS = ("zaak_editor", "stap_editor")
_KEYS = ("dossier", "aantekening")
_LOCK_SETTINGS = ("vergrendel_minuten", "vergrendel_minuten_gevoelig")
_SHEET = "Er staat niet op waar het over gaat"
_WITHDRAW = Question(
    "Is de toestemming ingetrokken?",
    "Dan kan er niets meer bij in dit dossier. U kunt het vernietigen, bij Bewaren. Terugdraaien kan niet.",
    "Toestemming intrekken",
    danger=True,
)


class DossiersPage(Deel):
    """Only one thing is on the screen: the list, or one dossier, or one form. It publishes nothing on the hub."""

    bewaren_wanted = Signal()

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.vertrouwelijk(woorden.soort)
        self._around = context.werkplek.vertrouwelijk_jaar(woorden.soort)
        self._blad: DossierBlad | None = None
        self.lijst, self.page = DossierLijst(woorden), DossierPage()
        self.stack = QStackedWidget()
        for part in (self.lijst, self.page):
            self.stack.addWidget(part)
        self.setLayout(col((self.stack, 1), spacing=0))
        self._connect()
        self.reload()

    def _connect(self) -> None:
        self.lijst.filter_changed.connect(self.reload)
        self.lijst.opened.connect(self.show_record)
        self.lijst.new_wanted.connect(self.new_dossier)
        self.lijst.bewaren_wanted.connect(self.bewaren_wanted)
        page = self.page
        for part in (self.lijst, page):
            part.resume_wanted.connect(self._resume_draft)
            part.throw_wanted.connect(self._throw_draft)
        page.back.connect(self.show_list)
        page.add.connect(self.new_note)
        page.edit.connect(self._edit)
        page.close_wanted.connect(self._close)
        page.reopen_wanted.connect(self._reopen)
        page.withdraw_wanted.connect(self._withdraw_consent)
        page.correct.connect(self._correct)
        page.take_away.connect(self._take_away)
        page.put_back.connect(self._put_back)
        page.paper_wanted.connect(self._show_paper)

    # -- the forms, each made when it is first needed

    @cached_property
    def zaak_editor(self) -> ZaakEditor:
        """Open a dossier, or change what it is about."""
        made = ZaakEditor(self._context, self._service)
        made.left.connect(self._leave)
        made.done.connect(self._zaak_saved)
        self.stack.addWidget(made)
        return made

    @cached_property
    def stap_editor(self) -> StapEditor:
        """Write a note, or correct one."""
        made = StapEditor(self._context, self._service)
        made.left.connect(self._leave)
        made.done.connect(self._recorded)
        made.taken_away.connect(self._taken_away)
        self.stack.addWidget(made)
        return made

    @cached_property
    def papier(self) -> UitvoerPage:
        """The sheet of a referral, to give to who came."""
        made = UitvoerPage(self._context)
        made.back.connect(self._recorded)
        self.stack.addWidget(made)
        return made

    def _editors(self) -> list[ZaakEditor | StapEditor]:
        """The forms that were made."""
        return [self.__dict__[name] for name in _EDITORS if name in self.__dict__]

    # -- read

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        typed = self.lijst.zoek.text().strip()
        try:
            self.lijst.set_only_read(self._service.alleen_lezen)
            rows = self._service.lijst(typed, gesloten=self.lijst.wil_gesloten())
            self.lijst.show_rows(rows, self._service.zaken(rows), self._service.aantallen(typed))
            self._offer_draft(self.lijst, self._drafts() if self._blad is None else [])
            may_go = 0 if self._service.alleen_lezen else sum(one.kan_weg for one in self._around.bewaarde())
            self.lijst.remind(herinnering(may_go))
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _load(self, dossier_id: int) -> bool:
        """Read a dossier onto its page; False (with the reason above the page) when that does not succeed."""
        try:
            blad, zaak = self._service.lees(dossier_id), self._service.zaak(dossier_id)
            steps, settings = self._service.stappen(dossier_id), self._context.werkplek.waarden()
            self._blad = blad
            drafts = self._drafts()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self.page.set_lock_minutes(min(settings.getal(code) for code in _LOCK_SETTINGS))
        self.page.show_blad(blad, zaak, steps)
        self._offer_draft(self.page, drafts if zaak.schrijfbaar else [])
        return True

    def _drafts(self) -> list[Concept]:
        """What was being typed, the newest first: in the dossier that is open, or in any when the list is shown."""
        if self._service.alleen_lezen:
            return []
        kept = [item for item in self._service.concepten.alle() if item.sleutel.partition(":")[0] in _KEYS]
        if self._blad is None:
            return kept
        key, head = concept_sleutel(self._blad.dossier.id), f"dossier:{self._blad.dossier.id}"
        return [item for item in kept if item.sleutel in (key, head) or item.sleutel.startswith(f"{key}:")]

    @staticmethod
    def _offer_draft(page: DossierLijst | DossierPage, drafts: list[Concept]) -> None:
        page.notice.hide()
        if drafts:
            page.offer_draft(drafts[0].bewaard_op, f"een {drafts[0].titel.lower()}")

    @Slot()
    def _reread(self) -> None:
        """What is on the screen, as it is now; a form that is open stays open."""
        if self._blad is None or not self._load(self._blad.dossier.id):
            self.reload()

    # -- what the tab asks

    def shown(self) -> None:
        """A dossier may have been destroyed on another page meanwhile."""
        if self.stack.currentWidget() is self.lijst:
            self.reload()
        elif (
            self.stack.currentWidget() is self.page and self._blad is not None and not self._load(self._blad.dossier.id)
        ):
            self.show_list()

    @Slot(int)
    def show_record(self, record: int) -> None:
        """Open this dossier."""
        if self.flushed() and self._load(record):
            self._empty_forms()
            self.stack.setCurrentWidget(self.page)
            self.page.take_keyboard()

    def primary_new(self) -> None:
        """Ctrl+N: a note in the dossier that is open, else a dossier."""
        here = self.stack.currentWidget()
        if here is self.lijst and not self._service.alleen_lezen:
            self.new_dossier()
        elif here is self.page and not self.page.nieuw.isHidden():
            self.new_note()

    def focus_search(self) -> None:
        """Ctrl+F."""
        if self.flushed():
            self.show_list()
            self.lijst.zoek.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.lijst.zoek.selectAll()

    def go_back(self) -> bool:
        """Escape: one step back; False when there is none."""
        here = self.stack.currentWidget()
        if here is self.lijst:
            return False
        if here is self.page:
            self.show_list()
        elif isinstance(here, UitvoerPage):
            here.leave()
        else:
            self._leave()
        return True

    def print_current(self) -> None:
        """Ctrl+P."""
        here = self.stack.currentWidget()
        if isinstance(here, UitvoerPage):
            here.print_now()

    def flush_draft(self) -> None:
        """Keep what is typed, at once. Raises UserFacing."""
        for editor in self._editors():
            editor.flush()

    def flushed(self) -> bool:
        """Whether everything that was typed is kept; if not, the form stays with the reason above it."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        return True

    def resume(self, sleutel: str) -> None:
        """Go on with a draft of this file."""
        if self._service.alleen_lezen:
            return
        kind, _, rest = sleutel.partition(":")
        if sleutel == CONCEPT_DOSSIER:
            self._begin_dossier(resume=True)
            return
        dossier_id, _, note_id = rest.partition(":")
        self.show_record(int(dossier_id))
        if self._blad is None or self._blad.dossier.gesloten:
            return
        if kind == "dossier":
            self.zaak_editor.begin(self._service.zaak(self._blad.dossier.id), resume=True)
            self.stack.setCurrentWidget(self.zaak_editor)
        else:
            self._begin_note(int(note_id) if note_id else None, resume=True)

    def place(self) -> dict[str, Any]:
        """The dossier that is open and the form in front. Not the search: it may hold a name of another dossier."""
        here = self.stack.currentWidget()
        place: dict[str, Any] = {"dossier": self._blad.dossier.id if self._blad else None}
        front = [editor.sleutel() for editor in self._editors() if editor is here]
        return place | {CONCEPT: front[0]} if front else place

    def go_to(self, place: dict[str, Any]) -> None:
        """The dossier as it was shown, or the form with its draft; a dossier that is gone is not missed."""
        try:
            if place.get("dossier") is not None:
                self._service.lees(place["dossier"])
        except UserFacing:
            return
        if CONCEPT in place:
            self.resume(place[CONCEPT])
        elif place.get("dossier") is not None:
            self.show_record(place["dossier"])

    # -- what the user did

    @Slot()
    def new_dossier(self) -> None:
        """The form of a new dossier."""
        self._begin_dossier()

    @Slot()
    def new_note(self) -> None:
        """The form of a new note in the dossier that is open."""
        self._begin_note()

    @Slot()
    def show_list(self) -> None:
        """Fold the dossier away behind the list; reading it again is logged again."""
        self._blad = None
        self._service.verlaat()
        self.page.forget()
        self._empty_forms()
        self.stack.setCurrentWidget(self.lijst)
        self.reload()
        self.lijst.take_keyboard()

    def _begin_dossier(self, *, resume: bool = False) -> None:
        self.zaak_editor.begin(resume=resume)
        self.stack.setCurrentWidget(self.zaak_editor)

    def _begin_note(self, note_id: int | None = None, *, resume: bool = False) -> None:
        """A new note, or the correction of one that stands on the page."""
        if self._blad is None:
            return
        known = {note.id: note for note in self._blad.aantekeningen if note.weggehaald_op is None}
        if note_id is None or note_id in known:
            note = known[note_id] if note_id is not None else None
            step = self._service.stappen(self._blad.dossier.id).get(note_id or 0, ZaakStapInhoud())
            self.stap_editor.begin(self._blad.dossier, note, step, resume=resume)
            self.stack.setCurrentWidget(self.stap_editor)

    @Slot()
    def _edit(self) -> None:
        if self._blad is not None:
            self.zaak_editor.begin(self._service.zaak(self._blad.dossier.id))
            self.stack.setCurrentWidget(self.zaak_editor)

    @Slot(int)
    def _correct(self, note_id: int) -> None:
        self._begin_note(note_id)

    @Slot(int)
    def _take_away(self, note_id: int) -> None:
        if self._done(self._service.haal_weg, note_id):
            self._offer_undo("Aantekening weggehaald.", self._service.zet_terug, note_id)

    @Slot(int)
    def _taken_away(self, note_id: int) -> None:
        self._recorded()
        self._offer_undo("Aantekening weggehaald.", self._service.zet_terug, note_id)

    @Slot(int)
    def _put_back(self, note_id: int) -> None:
        self._done(self._service.zet_terug, note_id)

    @Slot(int)
    def _show_paper(self, note_id: int) -> None:
        assert self._blad is not None
        note = next(note for note in self._blad.aantekeningen if note.id == note_id)
        step = self._service.stappen(self._blad.dossier.id)[note_id]
        make = partial(self._around.verwijsblad, step, note.inhoud.datum)
        self.papier.show_work(Papier(f"Dossier {self._blad.dossier.nummer}", "Blad om mee te geven", _SHEET, make))
        self.stack.setCurrentWidget(self.papier)

    @Slot(int)
    def _zaak_saved(self, dossier_id: int) -> None:
        new = self.zaak_editor.is_new()
        if new:
            self.lijst.show_all()
        self.show_record(dossier_id)
        if new:
            self._context.bar.offer_undo("Dossier geopend.", partial(self._withdraw, dossier_id))

    def _withdraw(self, dossier_id: int) -> None:
        if self.flushed() and self._done(self._service.trek_in, dossier_id, reread=False):
            self.show_list()

    @Slot()
    def _withdraw_consent(self) -> None:
        if self._blad is not None and self._context.ask.question(self, _WITHDRAW):
            self._done(self._service.trek_instemming_in, self._blad.dossier.id)

    @Slot(object)
    def _close(self, afloop: ZaakAfloop | None) -> None:
        if self._blad is None:
            return
        dossier_id = self._blad.dossier.id
        try:
            self._service.sluit_zaak(dossier_id, afloop)
        except InvoerOnjuist as error:
            self.page.sluiten.show_error(error)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._reread()
        self._offer_undo("Dossier gesloten.", self._service.heropen, dossier_id)

    @Slot()
    def _reopen(self) -> None:
        if self._blad is not None:
            self._done(self._service.heropen, self._blad.dossier.id)

    @Slot()
    def _recorded(self) -> None:
        """A form was saved: back to the dossier, with what is new in it."""
        if self._blad is not None:
            self.show_record(self._blad.dossier.id)

    @Slot()
    def _leave(self) -> None:
        """Out of a form; what was typed stays as a draft."""
        if not self.flushed():
            return
        if self._blad is None:
            self.show_list()
        else:
            self._recorded()

    @Slot()
    def _resume_draft(self) -> None:
        drafts = self._drafts()
        if drafts:
            self.resume(drafts[0].sleutel)

    @Slot()
    def _throw_draft(self) -> None:
        drafts = self._drafts()
        if drafts:
            self._service.concepten.wis(drafts[0].sleutel)
        self._reread()

    # -- inside

    def _done(self, verb: Callable[[int], object], record: int, *, reread: bool = True) -> bool:
        """Do it and show what became of it; False, with the reason above the page, when it could not be done."""
        try:
            verb(record)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        if reread:
            self._reread()
        if self.stack.currentWidget() is self.page:
            self.page.take_keyboard()  # the button that was pressed may be gone
        return True

    def _offer_undo(self, sentence: str, verb: Callable[[int], object], record: int) -> None:
        self._context.bar.offer_undo(sentence, partial(self._undo, verb, record))

    def _undo(self, verb: Callable[[int], object], record: int) -> None:
        self._done(verb, record)

    def _empty_forms(self) -> None:
        for editor in self._editors():
            editor.empty()
