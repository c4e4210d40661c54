"""Meldcode-dossier: puts list, dossier and forms together and asks the service of the meldcode (demands 121-131)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.aantekeningen import AantekeningDraft
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.meldcode import BewaardPapier, MeldcodeBlad
from svp_desktop.domain.meldcode_keuzes import StukSoort, Weegvraag
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.domain.meldcode_stukken import als_uitspraak
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.services.concepten import Concept
from svp_desktop.services.meldcode_sleutels import CONCEPT_DOSSIER, is_van, stuk_sleutel
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.tabs.meldcode.detail import MeldcodeDetail
from svp_desktop.ui.tabs.meldcode.formulieren import Form, Formulieren
from svp_desktop.ui.tabs.meldcode.kop_form import KopForm
from svp_desktop.ui.tabs.meldcode.lijst import MeldcodeLijst
from svp_desktop.ui.tabs.meldcode.papier import BewaardWerk, PapierWerk, VerklaringWerk
from svp_desktop.ui.tabs.meldcode.slot_form import SlotForm
from svp_desktop.ui.tabs.meldcode.stap_form import StapForm
from svp_desktop.ui.tabs.meldcode.tekst_form import TekstForm
from svp_desktop.ui.tabs.meldcode.teksten import TekstenPage
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import col

_LOCK_SETTINGS = ("vergrendel_minuten", "vergrendel_minuten_gevoelig")
_GEZIEN = "gezien"


class MeldcodeTab(TabPage):
    """Only one thing is on the screen: the list, or one dossier, or one form.

    It publishes nothing on the hub and shows no number in its tab: no other page can know what is written here.
    """

    as_read = True

    gevoelig = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.meldcode
        self.lijst, self.detail = MeldcodeLijst(context.today), MeldcodeDetail(context)
        self.teksten = TekstenPage()
        self.stack = QStackedWidget()
        self._forms = Formulieren(context, self._service, self.stack)
        self.papier = UitvoerPage(context)
        self.papier.back.connect(self._back)
        for part in (self.lijst, self.detail, self.teksten, self.papier):
            self.stack.addWidget(part)
        self.setLayout(col((self.stack, 1), spacing=0))
        self._verbs: dict[str, Callable[[Any], None]] = {
            "verbeter": self._open_record, "heropenen": self._reopen, "opnieuw": self._again, "afronden": self._finish,
            "spoor": self._to_trail, "papier": self._show_paper, "bewaard": self._show_kept,
        }  # fmt: skip
        self._forms.left.connect(self._back)
        self._forms.done.connect(self._done_form)
        self._forms.finish_wanted.connect(self._confirm_finish)
        self._forms.removed.connect(self._take_away)
        self.lijst.filter_changed.connect(self.reload)
        self.lijst.opened.connect(self.show_record)
        self.lijst.new_wanted.connect(self.new_dossier)
        self.lijst.words_wanted.connect(self.show_words)
        self.teksten.left.connect(self.show_list)
        self.teksten.change_wanted.connect(self._begin_text)
        self.detail.left.connect(self.show_list)
        self.detail.wanted.connect(self._wanted)
        context.hub.changed.connect(self._heard)
        for page in (self.lijst, self.detail):
            page.resume_wanted.connect(self._resume_draft)
            page.throw_wanted.connect(self._throw_draft)
        self.reload()

    # -- read

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        typed = self.lijst.zoek.text().strip()
        try:
            rows = self._service.lijst(typed, gesloten=self.lijst.wil_gesloten())
            self.lijst.set_only_read(self._service.alleen_lezen)
            self.lijst.show_rows(rows, self._service.aantallen(typed))
            self.lijst.show_phone(self._service.woorden().bellen())
            self._offer_draft(self.lijst, [] if self.detail.dossier_id() else self._drafts())
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Who may write can be another now: the holder goes on with an older copy."""
        if changes.touches(Topic.ACCOUNTS) and self._service.alleen_lezen != self.lijst.only_read:
            self.reload()
            if self.stack.currentWidget() is self.detail:
                self._reread()

    def _load(self, dossier_id: int) -> bool:
        """Read a dossier onto its page; False when that does not succeed, with the reason above the page, and when it
        was destroyed: then its certificate is shown."""
        try:
            blad, words = self._service.lees(dossier_id), self._service.woorden()
            if blad.dossier.vernietigd:
                self._show_certificate(blad)
                return False
            settings = self._context.werkplek.waarden()
            self.detail.show_blad(blad, words)
            self._offer_draft(self.detail, self._drafts() if blad.schrijfbaar else [])
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self.detail.set_lock_minutes(min(settings.getal(code) for code in _LOCK_SETTINGS))
        return True

    def _drafts(self) -> list[Concept]:
        """What was being typed, the newest first: in the dossier that is open, or in any when the list is shown."""
        if self._service.alleen_lezen:
            return []
        kept, here = self._service.concepten.alle(), self.detail.dossier_id()
        return [item for item in kept if not here or is_van(item.sleutel, here)]

    @staticmethod
    def _offer_draft(page: MeldcodeLijst | MeldcodeDetail, drafts: list[Concept]) -> None:
        page.notice.hide()
        if drafts:
            page.offer_draft(drafts[0].bewaard_op, drafts[0].titel)

    # -- forms

    def form(self) -> Form | None:
        """The form that is in front."""
        here = self.stack.currentWidget()
        return here if isinstance(here, Form) else None

    @Slot(str, object)
    def _wanted(self, what: str, argument: object) -> None:
        """A form or verb of the dossier that is open, as it stands now."""
        try:
            self.flush_draft()
            if what in self._verbs:
                self._verbs[what](argument)
            else:
                self._forms.begin(what, self.detail.blad, argument)
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _open_record(self, stuk_id: int) -> None:
        for stuk in self.detail.blad.stukken:
            if stuk.id == stuk_id and stuk.staat_er:
                self._forms.record(self.detail.blad, stuk.soort, stuk, stuk.inhoud)

    @Slot(str)
    def _begin_text(self, code: str) -> None:
        self._forms.text(code)

    def _show_paper(self, soort: MeldcodePapier) -> None:
        service, dossier_id = self._context.werkplek.meldcode_papieren, self.detail.dossier_id()
        self.papier.show_work(PapierWerk(service, dossier_id, soort))
        self.stack.setCurrentWidget(self.papier)

    def _show_kept(self, papier: BewaardPapier) -> None:
        service, dossier_id = self._context.werkplek.meldcode_papieren, self.detail.dossier_id()
        self.papier.show_work(BewaardWerk(service, dossier_id, papier))
        self.stack.setCurrentWidget(self.papier)

    # -- verbs

    def _reopen(self, _none: object = None) -> None:
        self._service.heropen(self.detail.dossier_id())
        self._reread()

    def _to_trail(self, _none: object = None) -> None:
        self.page_requested.emit("spoor")

    def _again(self, nummer: int) -> None:
        self._service.stap_opnieuw(self.detail.dossier_id(), nummer)
        self._reread()
        self._forms.step(self.detail.blad, nummer)

    def _finish(self, nummer: int) -> None:
        """The form, with what still lacks beside its fields; when nothing does the question whether to finish."""
        self._forms.step(self.detail.blad, nummer)
        form = self.form()
        assert isinstance(form, StapForm)
        if not form.show_lacking():
            form.afronden.click()

    @Slot(int)
    def _confirm_finish(self, nummer: int) -> None:
        """The step was saved as it stands: finish it when the user says so."""
        what = "Daarna verandert de tekst niet meer. Aanvullen kan altijd, en u kunt de stap opnieuw doen."
        question = Question(f"Stap {nummer} afronden?", what, "Afronden")
        dossier_id = self.detail.dossier_id()
        try:
            if self._context.ask.question(self, question):
                stap = self._service.lees(dossier_id).stap(nummer)
                assert stap is not None
                self._service.rond_stap_af(dossier_id, nummer, stap.inhoud, stap.versie)
                self.detail.stap = min(nummer + 1, 5)
        except UserFacing as error:
            self._context.bar.show_error(error)
        self._back()

    @Slot(int)
    def _take_away(self, stuk_id: int) -> None:
        form = self.form()
        try:
            self._service.haal_weg(stuk_id)
            if form is not None:
                form.drop()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.bar.offer_undo(
            "Weggehaald. De tekst is bewaard.", partial(self._undo, self._service.zet_terug, stuk_id)
        )

    def _undo(self, verb: Callable[[int], object], record: int) -> None:
        try:
            verb(record)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._reread()

    def _withdraw(self, dossier_id: int) -> None:
        try:
            self.flush_draft()
            self._service.trek_in(dossier_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.show_list()

    def _reread(self) -> None:
        """What is on the screen, as it is now; a form that is open stays open."""
        here = self.detail.dossier_id()
        if not here or not self._load(here):
            self.reload()

    # -- out of a form

    @Slot()
    def _back(self) -> None:
        """From a form to its dossier, to the texts, or to the list."""
        if isinstance(self.form(), TekstForm):
            self.show_words()
            return
        here = self.detail.dossier_id()
        if here:
            self.show_record(here)
        else:
            self.show_list()

    @Slot()
    def _done_form(self) -> None:
        """A form was saved: back to the dossier, with what is new in it."""
        form, here = self.form(), self.detail.dossier_id()
        if isinstance(form, KopForm) and form.nieuw:
            self.lijst.show_all()
            self.show_record(form.dossier_id)
            self._context.bar.offer_undo("Dossier geopend.", partial(self._withdraw, self.detail.dossier_id()))
            return
        self._back()
        if isinstance(form, SlotForm):
            self._context.bar.offer_undo("Dossier gesloten.", partial(self._undo, self._service.heropen, here))

    # -- TabPage

    @Slot(int)
    def show_record(self, record: int) -> None:
        """Open this dossier; of one that was destroyed its certificate is left."""
        if self._flushed() and self._load(record):
            self._forms.empty()
            self.stack.setCurrentWidget(self.detail)
            self.detail.take_keyboard()

    def _show_certificate(self, blad: MeldcodeBlad) -> None:
        self.detail.forget()
        self._forms.empty()
        self.papier.show_work(VerklaringWerk(self._context.werkplek.meldcode_vernietigen, blad))
        self.stack.setCurrentWidget(self.papier)

    @Slot()
    def show_list(self) -> None:
        """Fold the dossier away behind the list; reading it again is logged again."""
        if not self._flushed():
            return
        self._service.verlaat()
        self.detail.forget()
        self._forms.empty()
        self.stack.setCurrentWidget(self.lijst)
        self.reload()
        self.lijst.take_keyboard()

    @Slot()
    def show_words(self) -> None:
        """The texts and terms of the school."""
        try:
            self.teksten.show_words(self._service.woorden(), only_read=self._service.alleen_lezen)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(self.teksten)

    @Slot()
    def new_dossier(self) -> None:
        """The form of a new dossier."""
        self._forms.new_dossier()

    def primary_new(self) -> None:
        """Ctrl+N: a statement in the dossier that is open, else a dossier."""
        here = self.stack.currentWidget()
        if here is self.lijst and not self._service.alleen_lezen:
            self.new_dossier()
        elif here is self.detail and self.detail.blad.schrijfbaar:
            self._wanted("stuk", StukSoort.UITSPRAAK)

    def print_current(self) -> None:
        """Ctrl+P: the paper that is shown."""
        if self.stack.currentWidget() is self.papier:
            self.papier.print_now()

    def focus_search(self) -> None:
        self.show_list()
        if self.stack.currentWidget() is self.lijst:
            self.lijst.zoek.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.lijst.zoek.selectAll()

    def go_back(self) -> bool:
        form = self.form()
        if form is not None:
            return form.leave()
        if self.stack.currentWidget() is self.papier:
            self.papier.leave()
            return True
        if self.stack.currentWidget() is self.lijst:
            return False
        self.show_list()
        return True

    def flush_draft(self) -> None:
        form = self.form()
        if form is not None:
            form.flush()

    def resume(self, sleutel: str) -> None:
        """Go on with a draft of this compartment."""
        if self._service.alleen_lezen:
            return
        if sleutel == CONCEPT_DOSSIER:
            self.new_dossier()
            return
        kind, dossier_id, *rest = sleutel.split(":")
        if kind == "tekst":
            self._begin_text(dossier_id)
            return
        self.show_record(int(dossier_id))
        if not self.detail.dossier_id() or not self.detail.blad.schrijfbaar:
            return
        if kind == "aantekening":
            self._take_over(sleutel)
        elif kind == "stuk" and len(rest) > 1:
            self._wanted("verbeter", int(rest[1]))
        elif kind == "antwoord":
            self._wanted("antwoord", (Weegvraag(rest[0]), None))
        else:
            what = {"dossier": "kop"}.get(kind, kind)
            argument: object = (
                StukSoort(rest[0]) if kind == "stuk" else int(rest[0]) if kind == "stap" else ":".join(rest)
            )
            self._wanted(what, argument)

    def _take_over(self, sleutel: str) -> None:
        """A note that was being typed before a dossier had steps goes on as a statement."""
        kept, key = self._service.concepten.lees(sleutel), stuk_sleutel(self.detail.dossier_id(), StukSoort.UITSPRAAK)
        blank = self._forms.blank(StukSoort.UITSPRAAK)
        if kept is not None and self._service.concepten.lees(key) is None:
            me = self._context.werkplek.account.naam
            said = als_uitspraak(van_dict(AantekeningDraft, kept.inhoud), self._context.today(), me)
            content = naar_dict(said) | {_GEZIEN: naar_dict(blank)}
            self._service.concepten.bewaar(key, content, kept.titel)
            self._service.concepten.wis(sleutel)
        self._wanted("stuk", StukSoort.UITSPRAAK)

    def place(self) -> dict[str, Any]:
        """The dossier that is open and the form in front. Not the search: it may hold a name of another dossier."""
        form, here = self.form(), self.detail.dossier_id()
        place: dict[str, Any] = {"dossier": here, "stap": self.detail.stap if here else 0}
        return place | {CONCEPT: form.sleutel()} if form is not None else place

    def go_to(self, place: dict[str, Any]) -> None:
        """The dossier as it was shown, or the form with its draft; a dossier that is gone is not missed."""
        try:
            if place["dossier"]:
                self._service.lees(place["dossier"])
        except UserFacing:
            return
        if place["dossier"]:
            self.show_record(place["dossier"])
            if self.detail.dossier_id():
                self.detail.show_step(place["stap"])
        if place.get(CONCEPT):
            self.resume(place[CONCEPT])

    # -- inside

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

    def _flushed(self) -> bool:
        """Whether everything that was typed is kept; if not, the form stays with the reason above it."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        return True
