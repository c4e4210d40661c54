"""Papier: from a casus to a paper. Puts composer and kept papers together and asks the services."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import InvoerOnjuist, PapierFout, UserFacing
from svp_desktop.domain.papier import Opmaak, PapierDraft, PapierSoort
from svp_desktop.domain.papier_adres import opnieuw_gelezen
from svp_desktop.domain.papier_controle import Ernst
from svp_desktop.domain.papier_reeks import ReeksKeuze
from svp_desktop.domain.papier_soorten import concept_sleutel, sleutel_van, spec_van, van_sleutel
from svp_desktop.domain.uitreiken import UitreikDraft, alleen_bladzijden, uitreik_naar_dict, uitreik_van_dict
from svp_desktop.services.plaatjes import lees_plaatje
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.tabs.papier.bewaard import BewaardPapier
from svp_desktop.ui.tabs.papier.maker import Gemaakt, Maker
from svp_desktop.ui.tabs.papier.opsteller import Opsteller
from svp_desktop.ui.tabs.papier.reeks import Reeks
from svp_desktop.ui.tabs.papier.uitgang import NIET_VERSLEUTELD, Vel, bewaar_pdf, bewaard_zin, druk_af
from svp_desktop.ui.widgets.base import col
from svp_desktop.ui.widgets.notice import State
from svp_desktop.ui.widgets.page import EmptyState

_VORIGE, _HALF = "vorige_id", "half"
_GEEN_KINDEREN = "Kies geen foto waarop kinderen te herkennen zijn. Bij Tekening kiest u weer een van onze tekeningen."


class PapierTab(TabPage):
    """The page. Its stack holds a sentence when nothing is open, the composer, and a kept paper."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.papieren
        self._casus_id = 0
        self._fresh: PapierDraft | None = None  # what the casus gave, to see whether something was typed
        self._vorige_id: int | None = None
        self._handed_out: PapierDraft | None = None
        self._made: Gemaakt | None = None
        self._making = Lock()
        self.opsteller = Opsteller(context.today, self._service.pagina)
        self.bewaard = BewaardPapier(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(EmptyState("file-text", "Een papier begint bij een casus: kies daar Papieren."))
        self.stack.addWidget(self.opsteller)
        self.stack.addWidget(self.bewaard)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.maker = Maker(self, context.tasks, self._make)
        self.keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._concept_title)
        self._connect()

    def _connect(self) -> None:
        page = self.opsteller
        page.back.connect(self._leave)
        page.edited.connect(self._edited)
        page.form.half_edited.connect(self.keeper.edited)
        page.kind_wanted.connect(self._other_kind)
        page.version_wanted.connect(self.show_record)
        page.picture_wanted.connect(self._choose_picture)
        page.restart_wanted.connect(self._restart)
        page.keep_wanted.connect(self.keeper.keep_now)
        page.undo_offered.connect(self._context.bar.offer_undo)
        page.form.parent_wanted.connect(self._to_parent)
        page.afdruk.print_wanted.connect(self._print)
        page.afdruk.pdf_wanted.connect(self._save_pdf)
        page.afdruk.hand_out_wanted.connect(self._begin_hand_out)
        page.afdruk.record_wanted.connect(self._hand_out)
        page.series_wanted.connect(self._begin_series)
        self.bewaard.back.connect(self._leave_kept)
        self.bewaard.version_wanted.connect(self.show_record)
        self.bewaard.correct_wanted.connect(self._correct)
        self.maker.made.connect(self._show_made)
        self.maker.broke.connect(self._show_error)
        self.keeper.kept.connect(page.show_kept)
        self.keeper.failed.connect(self._show_error)

    @cached_property
    def reeks(self) -> Reeks:
        """The page of one paper for several at once."""
        made = Reeks(self._context)
        made.back.connect(self._leave_kept)
        made.paper_wanted.connect(self._open_from_series)
        made.kept.connect(self._went_out)
        self.stack.addWidget(made)
        return made

    # -- TabPage

    def start_from(self, record: int, kind: str = "") -> None:
        """A paper of this casus: the code of a kind with perhaps `:<id>` of its source, or `papier:<id>` for a kept
        one."""
        kept = kind.removeprefix("papier:")
        if kept != kind:
            self._casus_id = record
            self.show_record(int(kept))
        else:
            soort, _, bron = kind.partition(":")
            self._begin(record, PapierSoort(soort), int(bron) if bron else None)

    def show_record(self, record: int) -> None:
        """A kept paper."""
        try:
            self.flush_draft()
            self.bewaard.show_record(record)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        assert self.bewaard.kept is not None
        self._casus_id = self.bewaard.kept.regel.casus_id
        self.stack.setCurrentWidget(self.bewaard)

    def resume(self, sleutel: str) -> None:
        self._begin(*van_sleutel(sleutel))

    def flush_draft(self) -> None:
        self.keeper.flush()

    def print_current(self) -> None:
        if self.stack.currentWidget() is self.opsteller:
            self._print()
        elif self.stack.currentWidget() is self.bewaard:
            self.bewaard.print_now()
        elif isinstance(here := self.stack.currentWidget(), Reeks):
            here.print_now()

    def go_back(self) -> bool:
        here = self.stack.currentWidget()
        if here is self.bewaard:
            self._leave_kept()
        elif isinstance(here, Reeks):
            here.leave()
        elif here is not self.opsteller:
            return False
        elif self.opsteller.afdruk.in_hand_out():
            self.opsteller.afdruk.show_print()
        else:
            self._leave()
        return True

    def place(self) -> dict[str, Any]:
        """The paper that is being made, its open row and what is typed about handing it out; or the kept one."""
        here, card = self.stack.currentWidget(), self.opsteller.afdruk
        if here is self.bewaard and self.bewaard.kept is not None:
            return {"papier": self.bewaard.kept.regel.id}
        if self._fresh is None:
            return {}
        series = here is not self.opsteller
        place = {CONCEPT: self.keeper.sleutel, "rij": self.opsteller.form.open_code, "reeks": series}
        return place | {"uitreik": uitreik_naar_dict(card.uitreik.draft())} if card.in_hand_out() else place

    def go_to(self, place: dict[str, Any]) -> None:
        """That paper again."""
        if "papier" in place:
            self.show_record(place["papier"])
        elif CONCEPT in place:
            self.resume(place[CONCEPT])
            if self._fresh is None:
                return
            if place["rij"]:
                self.opsteller.form.open(place["rij"], focus=False)
            if "uitreik" in place:
                self.opsteller.afdruk.show_hand_out(uitreik_van_dict(place["uitreik"]))
            if place["reeks"]:
                self._begin_series()

    def refresh(self, changes: Changes) -> None:
        if self._fresh is None:
            return
        try:
            if changes.touches(Topic.PAPIEREN):
                self._show_versions()
            if changes.touches(Topic.PERSONEN, Topic.SCHOOL, Topic.INSTELLINGEN):
                self._read_envelopes()
        except UserFacing as error:
            self._show_error(error)

    # -- begin

    def _begin(self, casus_id: int, soort: PapierSoort, bron_id: int | None = None) -> None:
        """Show the concept of this paper when there is one, else what the casus gives."""
        try:
            self.flush_draft()
        except UserFacing as error:
            # what is typed is not safe yet: stay with it
            self._show_error(error)
            self.opsteller.show_kind()
            return
        try:
            fresh = self._service.begin(casus_id, soort, bron_id)
            name = self._context.werkplek.casussen.lees(casus_id).titel
            concept = self._context.werkplek.concepten.lees(concept_sleutel(casus_id, soort, bron_id))
        except UserFacing as error:
            # first to the casus: a message goes with the page on which it was said
            self.show_casus_requested.emit(casus_id)
            self._context.bar.show_error(error)
            return
        draft = self._service.van_dict(concept.inhoud) if concept else fresh
        self._vorige_id = concept.inhoud.get(_VORIGE) if concept else None
        self._casus_id, self._fresh, self._handed_out = casus_id, fresh, None
        self._load(draft, name, concept.inhoud.get(_HALF, {}) if concept else {})
        if concept:
            self.opsteller.say_continued(concept.bewaard_op)
            self.opsteller.show_kept(concept.bewaard_op)

    def _load(self, draft: PapierDraft, casus_titel: str, half: dict[str, dict[str, str]] | None = None) -> None:
        assert self._fresh is not None
        self._made = None
        self.maker.forget()
        self.opsteller.clear_page()
        self.opsteller.load(draft, casus_titel, {blok.code: blok for blok in self._fresh.blokken}, half or {})
        self._show_versions()
        self.keeper.watch(sleutel_van(draft))
        self.stack.setCurrentWidget(self.opsteller)
        self.maker.want(draft, at_once=True)

    def _show_versions(self) -> None:
        draft = self.opsteller.draft()
        rows = self._service.lijst(self._casus_id)
        self.opsteller.show_versions(
            [item for item in rows if item.soort == draft.soort.value],
            [item for item in rows if item.soort != draft.soort.value],
        )

    def _read_envelopes(self) -> None:
        """Addresses may have been added in the register; what was typed or left out here stays."""
        assert self._fresh is not None
        draft = self.opsteller.draft()
        if not spec_van(draft).envelop:
            self.maker.want(draft, at_once=True)
            return
        new = self._service.begin(draft.casus_id, draft.soort, draft.bron_id).ontvangers
        merged = opnieuw_gelezen(draft.ontvangers, new)
        if merged != draft.ontvangers:
            self.opsteller.form.replace_envelopes(merged)

    @Slot()
    def _restart(self) -> None:
        """Begin anew; the typed draft can be put back."""
        typed = self.opsteller.draft()
        self.keeper.throw_away()
        self._begin(typed.casus_id, typed.soort, typed.bron_id)

        def put_back() -> None:
            self._load(typed, self._context.werkplek.casussen.lees(typed.casus_id).titel)
            self.keeper.edited()

        self._context.bar.offer_undo("Uw concept is weggegooid.", put_back)

    @Slot()
    def _choose_picture(self) -> None:
        """A picture of the school's own in place of the drawing."""
        path = self._context.ask.open_file(self, "Plaatje kiezen", (("Plaatje", "*.png *.jpg *.jpeg"),))
        try:
            if path is not None:
                picture = lees_plaatje(path)
                self.opsteller.form.change(replace(self.opsteller.draft(), eigen_beeld=picture))
                self.opsteller.say(State.INFO, "Uw plaatje staat op het papier.", _GEEN_KINDEREN)
        except UserFacing as error:
            self._show_error(error)
        # also when it was cancelled: the list says what the paper has
        self.opsteller.show_choices()

    @Slot(object)
    def _other_kind(self, soort: PapierSoort) -> None:
        self._begin(self._casus_id, soort, self.opsteller.draft().bron_id)

    @Slot()
    def _correct(self) -> None:
        """A new version of a kept paper, from its text."""
        assert self.bewaard.kept is not None
        draft, paper_id = self.bewaard.kept.draft, self.bewaard.kept.regel.id
        try:
            self._fresh = self._service.begin(draft.casus_id, draft.soort, draft.bron_id)
            name = self._context.werkplek.casussen.lees(draft.casus_id).titel
        except UserFacing as error:
            self.bewaard.say(State.BLOK, error.what, f"{error.safe} {error.now}")
            return
        self._casus_id, self._vorige_id, self._handed_out = draft.casus_id, paper_id, draft
        self._load(draft, name)
        self.keeper.edited()
        self.opsteller.say(
            State.INFO,
            "U verbetert een papier dat al is uitgereikt.",
            "Het oude blijft bewaard. Dit wordt een nieuwe versie.",
        )

    # -- concept

    def _content(self) -> dict[str, Any] | None:
        draft, half = self.opsteller.draft(), self.opsteller.form.half()
        if draft in (self._fresh, self._handed_out) and not half:
            return None
        return self._service.naar_dict(draft) | {_VORIGE: self._vorige_id, _HALF: half}

    def _concept_title(self) -> str:
        return spec_van(self.opsteller.draft()).een_titel

    @Slot()
    def _edited(self) -> None:
        self.keeper.edited()
        self.maker.want(self.opsteller.draft())

    # -- the page

    def _make(self, draft: PapierDraft) -> Gemaakt:
        """Pages and guards of this draft; runs in a worker, and here when the paper goes out before it is shown."""
        with self._making:
            return self._make_now(draft)

    def _make_now(self, draft: PapierDraft) -> Gemaakt:
        findings = self._service.controleer(draft)
        try:
            count = max(1, len(self._service.enveloppen(draft)))
            pages = tuple(self._service.opmaken(draft, number) for number in range(count))
        except PapierFout as error:
            return Gemaakt(draft, (), findings, error)
        return Gemaakt(draft, pages, findings)

    @Slot(object)
    def _show_made(self, made: Gemaakt) -> None:
        self._made = made
        self.opsteller.show_made(made)

    @Slot(object)
    def _show_error(self, error: Exception) -> None:
        if isinstance(error, UserFacing):
            self.opsteller.say(State.BLOK, error.what, f"{error.safe} {error.now}")
        else:
            self._context.bar.show_error(error)

    def _ready(self) -> tuple[Opmaak, ...]:
        """The papers of what stands in the fields now, shown before they go out; empty when something holds them."""
        draft = self.opsteller.draft()
        if self._made is None or self._made.draft != draft:
            self.maker.forget()
            self._show_made(self._make(draft))
        assert self._made is not None
        held = [item for item in self._made.bevindingen if item.ernst is Ernst.BLOKKEREND]
        if held:
            self.opsteller.explain(held)
            return ()
        return () if self._made.fout else self._made.opmaken

    # -- out

    @Slot()
    def _print(self) -> None:
        panel = self.opsteller.afdruk.paneel
        papers = self._ready()
        if not papers:
            return
        draft = self.opsteller.draft()
        try:
            sheets = [Vel(paper.pdf, paper.paginas) for paper in papers]
            printed = druk_af(self._context, self, sheets, panel.copies())
            if not printed:
                return
            self._service.afgedrukt(draft)
            if panel.bewaren.isChecked():
                self._keep_all(draft, papers, printed)
            else:
                self.opsteller.say(State.OK, "Het papier is naar de printer gestuurd.")
        except UserFacing as error:
            self._show_error(error)

    def _keep_all(self, draft: PapierDraft, papers: Sequence[Opmaak], printed: Sequence[range]) -> None:
        """Each envelope is kept with its own bytes and its own reader; of what was not whole, which pages."""
        envelopes = self._service.enveloppen(draft)
        previous, parts = self._previous(draft), list[str]()
        for number, (paper, pages) in enumerate(zip(papers, printed, strict=True)):
            if not pages:
                continue
            to = envelopes[number].vermelding if number < len(envelopes) else spec_van(draft).aan(draft.roepnaam)
            part = alleen_bladzijden(pages, paper.paginas)
            before = previous if number == 0 else None
            self._keep(draft, paper, UitreikDraft(aan=to or draft.roepnaam, vorige_id=before, bladzijden=part))
            parts += [part] if part else []
        self.opsteller.say_kept(bewaard_zin(parts), self._service.nog_te_geven(draft))

    def _keep(self, draft: PapierDraft, paper: Opmaak, hand_out: UitreikDraft) -> None:
        outcome = self._service.uitreiken(draft, paper, hand_out)
        if not hand_out.bladzijden:
            self._went_out(outcome.value)
        self._context.hub.publish(outcome.changes)
        self._show_versions()

    @Slot(int)
    def _went_out(self, paper_id: int) -> None:
        """What stands in the composer was handed out: a later text is a new version of it."""
        draft = self.opsteller.draft()
        if self._service.nog_te_geven(draft):
            self.keeper.flush()
        else:
            self.keeper.throw_away()
        self._vorige_id, self._handed_out = paper_id, draft
        self.keeper.watch(sleutel_van(draft))

    def _previous(self, draft: PapierDraft) -> int | None:
        """The paper that this one corrects: none when the same text is handed out once more."""
        return None if draft == self._handed_out else self._vorige_id

    @Slot()
    def _save_pdf(self) -> None:
        if not self._ready():
            return
        paper, draft = self.opsteller.shown_page(), self.opsteller.draft()
        assert paper is not None
        name = self._service.bestandsnaam(draft, max(0, self.opsteller.envelop.currentIndex()))
        try:
            path = bewaar_pdf(self._context, self, paper.pdf, name)
            if path is not None:
                self._service.opgeslagen(draft)
                self.opsteller.say(State.LET_OP, "De PDF is opgeslagen.", NIET_VERSLEUTELD)
        except UserFacing as error:
            self._show_error(error)

    @Slot()
    def _begin_hand_out(self) -> None:
        if not self._ready():
            return
        self.opsteller.notice.hide()
        draft, shown = self.opsteller.draft(), max(0, self.opsteller.envelop.currentIndex())
        envelopes = self._service.enveloppen(draft)
        to = envelopes[shown].vermelding if envelopes else spec_van(draft).aan(draft.roepnaam)
        action = spec_van(draft).met_actie
        self.opsteller.afdruk.show_hand_out(UitreikDraft(aan=to, met_actie=action, vorige_id=self._previous(draft)))

    @Slot()
    def _hand_out(self) -> None:
        """Keep the paper that is seen: its very bytes."""
        card, draft = self.opsteller.afdruk, self.opsteller.draft()
        if not self._ready():
            card.show_print()
            return
        paper = self.opsteller.shown_page()
        assert paper is not None
        try:
            hand_out = replace(card.uitreik.draft(), vorige_id=self._previous(draft))
            self._keep(draft, paper, hand_out)
        except InvoerOnjuist as error:
            card.uitreik.show_findings(error.findings)
            return
        except UserFacing as error:
            self._show_error(error)
            return
        card.show_print()
        also = " De actie staat in de casus." if hand_out.met_actie else ""
        self.opsteller.say_kept(f"Uitgereikt en bewaard.{also}", self._service.nog_te_geven(draft))

    # -- several at once

    @Slot()
    def _begin_series(self) -> None:
        """This paper for several; what was typed is kept first."""
        draft = self.opsteller.draft()
        try:
            self.flush_draft()
            choices = self._service.reeks_keuzes(draft)
        except UserFacing as error:
            self._show_error(error)
            return
        self.stack.setCurrentWidget(self.reeks)
        self.reeks.begin(draft, choices, self._previous(draft))

    @Slot(object)
    def _open_from_series(self, choice: ReeksKeuze) -> None:
        self._begin(choice.casus_id, self.opsteller.draft().soort, choice.bron_id)

    # -- leave

    @Slot()
    def _leave_kept(self) -> None:
        """Back to what was being made of the same casus, else to the casus."""
        if self._fresh is not None and self._fresh.casus_id == self._casus_id:
            self.stack.setCurrentWidget(self.opsteller)
        else:
            self.show_casus_requested.emit(self._casus_id)

    @Slot()
    def _leave(self) -> None:
        """Back to the casus; what was typed stays as a concept."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._show_error(error)
            return
        self.show_casus_requested.emit(self._casus_id)

    @Slot(int)
    def _to_parent(self, person_id: int) -> None:
        if whose := person_id or self._context.werkplek.casussen.lees(self._casus_id).leerling_id:
            self.show_person_requested.emit(whose)
