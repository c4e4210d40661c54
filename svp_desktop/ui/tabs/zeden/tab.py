"""Zedenmisdrijf: reached by one button from every tab. What to do stands beside the record; holders read back."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes
from svp_desktop.domain.errors import InvoerOnjuist, KluisVergrendeld, UserFacing
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.zedenmelding import ZedenDraft, ZedenRegel, nieuwe_draft
from svp_desktop.services.uitvoer import Blad
from svp_desktop.services.zedenmeldingen import concept_sleutel
from svp_desktop.ui.ask import Question
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.tabs.zeden.blad import MeldingBlad
from svp_desktop.ui.tabs.zeden.form import ZedenForm
from svp_desktop.ui.tabs.zeden.plicht import Plicht
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import UitvoerPage, Vorm
from svp_desktop.ui.widgets.base import card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.columns import TwoColumns

_TITLE = "Vermoeden van een zedenmisdrijf"
_SAVE, _PRINT = "Verzegelen en bewaren", "Op papier zetten"
_GIVEN = "Dit is verzegeld voor wie u koos. Druk het nu af voor het bestuur: hierna kunt u het niet meer lezen."
_KEPT = "Dit is vastgelegd voor wie u koos. Druk het af voor het bestuur."
_LEAVE = Question(
    "Weg zonder af te drukken?",
    "Wie u koos, kan het lezen. U zelf kunt het hierna niet meer lezen of afdrukken.",
    "Toch terug",
    "Blijven",
)
_PAPER_ONLY = "Dit is niet vastgelegd: niemand hier mag het lezen. Druk het af en geef het aan het bestuur."


class _Papier:
    """A paper that lives in memory only: it is printed, and becomes no file."""

    terug = "Terug"
    keuze = False
    persoonlijk = False
    vormen: tuple[Vorm, ...] = ()

    def __init__(self, titel: str, zin: str, pdf: bytes, gedrukt: Callable[[], None] | None = None) -> None:
        self.titel, self.zin, self._pdf, self._printed = titel, zin, pdf, gedrukt

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper."""
        return Blad(self._pdf)

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """It becomes no file."""
        raise NotImplementedError

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Who prints this is nobody's business but theirs: the trail of the school is read by everyone in it."""
        if self._printed is not None:
            self._printed()


class ZedenTab(TabPage):
    """The page. Its stack: the record with the duty beside it, a paper, and a record as its holders read it."""

    gevoelig = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.zedenmeldingen
        self._fresh = ZedenDraft()
        self.form, self.plicht = ZedenForm(context), Plicht()
        self._lines = col(spacing=2)
        self.vastgelegd = card(self._lines, title="Vastgelegd")
        # who was told that there is a record finds it at once
        left = col(self.vastgelegd, self.plicht, None, spacing=10)
        self.checklist = button("Checklist afdrukken", "printer")
        body = TwoColumns(holder(left), self.form, least=1060, stretch=(2, 3))
        self.page = FormPage(body, _SAVE, extra=self.checklist)
        self.papier, self.blad = UitvoerPage(context, mag_weg=self._may_leave_paper), MeldingBlad(context)
        self._unprinted = False
        self.stack = QStackedWidget()
        for part in (self.page, self.papier, self.blad):
            self.stack.addWidget(part)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.keeper = ConceptKeeper(self, self._service.concepten, context.clock, self._content, _concept_title)
        self._connect()

    def _connect(self) -> None:
        self.form.edited.connect(self.keeper.edited)
        self.form.edited.connect(self._name_the_button)
        self.keeper.kept.connect(self.page.show_kept)
        self.keeper.failed.connect(self.page.show_failed)
        self.page.back.connect(self._leave)
        self.page.save.connect(self._save)
        self.checklist.clicked.connect(self._show_checklist)
        self.papier.back.connect(self._after_paper)
        self.blad.left.connect(self._back_to_form)
        self.blad.added.connect(self._added)
        self.blad.paper_wanted.connect(self._show_record_paper)

    # -- TabPage

    def shown(self) -> None:
        if self.stack.currentWidget() is self.page and not self.keeper.sleutel:
            self._begin()

    def resume(self, sleutel: str) -> None:
        record = sleutel.partition(":")[2]
        if record == "nieuw":
            self._begin()
        else:
            self._open(record)

    def flush_draft(self) -> None:
        self.keeper.flush()
        self.blad.flush()

    def print_current(self) -> None:
        here = self.stack.currentWidget()
        if here is self.papier:
            self.papier.print_now()
        elif here is self.blad:
            self._show_record_paper()
        else:
            self._show_checklist()

    def go_back(self) -> bool:
        here = self.stack.currentWidget()
        if here is self.papier:
            self.papier.leave()
        elif here is self.blad:
            self.blad.leave()
        else:
            self._leave()
        return True

    def place(self) -> dict[str, Any]:
        """The record that is being typed. A record that is read is opened again by its reader, not by itself."""
        return {"form": True} if self.keeper.sleutel else {}

    def go_to(self, place: dict[str, Any]) -> None:
        self._begin()

    def refresh(self, changes: Changes) -> None:
        if self.keeper.sleutel:
            # locked meanwhile: the page is on its way out
            with suppress(KluisVergrendeld):
                self._show_around()

    # -- the record

    def _begin(self) -> None:
        """The form with what was being typed, and around it what holds now."""
        kept = self._service.concepten.lees(concept_sleutel())
        self._fresh = nieuwe_draft(self._context.clock())
        self.page.set_record("Terug", _TITLE)
        self.form.load(van_dict(ZedenDraft, kept.inhoud["draft"]) if kept else self._fresh)
        self._offer(kept.inhoud["uit"] if kept else [])
        if kept:
            self.page.saved.show_saved(kept.bewaard_op, "Concept bewaard")
        self._show_around()
        self.stack.setCurrentWidget(self.page)
        self.keeper.watch(concept_sleutel())
        self.form.wat.setFocus()

    def _offer(self, uit: list[str]) -> None:
        houders = self._service.houders()
        self.form.offer_readers(houders, leest_mee=any(one.ik for one in houders), uit=uit)
        self._name_the_button()

    @Slot()
    def _name_the_button(self) -> None:
        self.page.opslaan.setText(_SAVE if self.form.gekozen() else _PRINT)

    def _show_around(self) -> None:
        """The school's own steps and numbers, and for a holder what was recorded."""
        self.plicht.show_duty(self._service.stappen(), self._service.nummers())
        lines = self._service.lijst()
        self.vastgelegd.setVisible(bool(lines))
        clear(self._lines)
        for line in lines:
            made = link(_words(line), "file-text")
            made.setProperty("uuid", line.uuid)
            made.clicked.connect(self._open_clicked)
            self._lines.addLayout(row(made, None))

    def _content(self) -> dict[str, Any] | None:
        draft, uit = self.form.draft(), self.form.weggelaten()
        return None if draft == self._fresh and not uit else {"draft": naar_dict(draft), "uit": uit}

    @Slot()
    def _save(self) -> None:
        draft = self.form.draft()
        findings = self._service.check(draft)
        self.form.show_findings(findings)
        if blocking(findings):
            return
        readers = self.form.gekozen()
        if not readers:
            self._only_paper(draft)
            return
        try:
            record = self._service.leg_vast(draft, readers)
            paper = self._service.blad(record)
        except InvoerOnjuist as error:
            self.form.show_findings(error.findings)
            return
        except UserFacing as error:
            self.page.show_failed(error)
            return
        self.keeper.rest()
        self.form.load(ZedenDraft())
        self._unprinted = not any(one.ik and one.account_id in readers for one in self._service.houders())
        said = _GIVEN if self._unprinted else _KEPT
        self.papier.show_work(_Papier("Vastgelegd en verzegeld", said, paper, self._now_printed))
        self.stack.setCurrentWidget(self.papier)

    def _only_paper(self, draft: ZedenDraft) -> None:
        """Nobody here may read it: what was typed goes on paper, and stays in the form until it is thrown away."""

        def made() -> bytes:
            return self._service.blad(self._service.lees_draft(draft))

        self._show_paper("Alleen op papier", _PAPER_ONLY, made)

    @Slot()
    def _leave(self) -> None:
        try:
            self.keeper.flush()
        except UserFacing as error:
            self.page.show_failed(error)
            return
        self.keeper.rest()
        self.leave_requested.emit()

    @Slot()
    def _back_to_form(self) -> None:
        self._begin()

    # -- papers and records

    def _now_printed(self) -> None:
        self._unprinted = False

    def _may_leave_paper(self) -> bool:
        """Who cannot read the record back is asked once more to print it."""
        if self._unprinted and not self._context.ask.question(self, _LEAVE):
            return False
        self._unprinted = False
        return True

    @Slot()
    def _after_paper(self) -> None:
        """Back to the record that was read, or to the form."""
        if self.blad.uuid():
            self.stack.setCurrentWidget(self.blad)
        else:
            self._begin()

    @Slot()
    def _show_checklist(self) -> None:
        self._show_paper("Checklist", "Wat u doet bij een vermoeden van een zedenmisdrijf", self._service.checklist)

    @Slot()
    def _show_record_paper(self) -> None:
        blad = self.blad.blad
        if blad is None:
            return

        def made() -> bytes:
            return self._service.blad(blad.melding, blad.aanvullingen, blad.regel.afzender)

        self._show_paper("Vastgelegd", "", made)

    def _show_paper(self, titel: str, zin: str, make: Any) -> None:
        try:
            self.flush_draft()
            pdf = make()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.papier.show_work(_Papier(titel, zin, pdf))
        self.stack.setCurrentWidget(self.papier)

    @Slot()
    def _open_clicked(self) -> None:
        self._open(str(self.sender().property("uuid")))

    def _open(self, uuid: str) -> None:
        try:
            self.keeper.flush()
            self.blad.open(uuid)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.keeper.rest()
        self.stack.setCurrentWidget(self.blad)

    @Slot()
    def _added(self) -> None:
        self._context.bar.say("Toegevoegd.")


def _concept_title() -> str:
    return "een formulier"


def _words(line: ZedenRegel) -> str:
    moment = f"{datums.dag_maand(line.op.date())}, {datums.tijd_kort(line.op.time())}"
    more = f", {line.aanvullingen} keer aangevuld" if line.aanvullingen else ""
    return f"{moment}, door {line.afzender}{more}"
