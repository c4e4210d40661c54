"""The section *Thuis-school*: chooses the period, keeps what is typed, and asks the service (74, 82-88)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import Leerling, bouwen_van
from svp_desktop.domain.thuisschool import ThuisSchool, ThuisSchoolDraft, ThuisSchoolStatus, draft_of_thuisschool
from svp_desktop.domain.thuisschool_contact import ContactDraft, wachtend
from svp_desktop.domain.thuisschool_fasen import Fase
from svp_desktop.services.thuisschool import ThuisSchoolBeeld, sleutel
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.samen import GEZIEN, voeg_samen, zeg_veranderd
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.tabs.casussen.thuisschool.formulier import ThuisSchoolFormulier
from svp_desktop.ui.tabs.casussen.thuisschool.kop import BelStrook, Kop
from svp_desktop.ui.tabs.casussen.thuisschool.logboek import Logboek
from svp_desktop.ui.widgets.base import col
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState

CONCEPT = "thuisschool"
_DEFINITIEF = ThuisSchoolStatus.DEFINITIEF
_Typed = tuple[ThuisSchoolDraft, ContactDraft, TaakDraft]
_MINUTE_MS, _SOON_MS = 60_000, 200
_GEEN = "In deze casus was geen thuis-school."
_LEEG = "Thuis-school is de laatste stap, met elke dag contact. In deze casus {steps}."
_GROEP = "Thuis-school is voor één kind. Deze casus gaat over een groep."


class ThuisSchoolSectie(SectieWidget):
    """One casus, with the periods of thuis-school in it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.thuisschool
        self._casus: Casus | None = None
        self._record: ThuisSchool | None = None
        self._beeld: ThuisSchoolBeeld | None = None
        self._loaded: _Typed = (ThuisSchoolDraft(), ContactDraft(), TaakDraft())
        self.begin = primary("Thuis-school voorbereiden", "house")
        self._empty = EmptyState("house", "", self.begin)
        self.kop, self.form = Kop(), ThuisSchoolFormulier(context)
        self._log = Logboek(context, self.form)
        self.notice, self.bel = Notice(State.INFO, "", compact=True), BelStrook()
        self._page = QWidget()
        self._page.setLayout(col(self.kop, self.notice, self.bel, (self.form, 1), spacing=8))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)
        self.setLayout(col((self._stack, 1)))
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._title)
        self._soon, self._minute = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._minute.setInterval(_MINUTE_MS)
        self._connect()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        kop, form = self.kop, self.form
        kop.new.connect(self._begin)
        kop.chosen.connect(self._open)
        kop.save.connect(self._save)
        kop.final.connect(self._final)
        kop.reopen.connect(self._reopen)
        kop.finish.connect(self._finish)
        kop.remove.connect(self._remove)
        kop.paper.connect(self._paper)
        form.edited.connect(self._edited)
        form.shown.connect(self._show_call)
        self.bel.wanted.connect(self._open_clock)
        self._log.recorded.connect(self._show_beeld)
        self._log.failed.connect(self._failed)
        self._keeper.kept.connect(self.kop.show_kept)
        self._keeper.failed.connect(self._failed)
        for timer in (self._soon, self._minute):
            timer.timeout.connect(self._timed)
        shortcut = QShortcut(QKeySequence.StandardKey.Save, self)
        shortcut.activated.connect(self._save)

    def showEvent(self, event: QShowEvent) -> None:
        """The clock went on while it was not in view."""
        super().showEvent(event)
        if self._record is not None:
            self._minute.start()
            self._timed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read behind another page, and nothing of a school that was locked."""
        super().hideEvent(event)
        self._soon.stop()
        self._minute.stop()

    @Slot()
    def _timed(self) -> None:
        try:
            if self.isVisible():
                self._show_beeld()
        except UserFacing as error:
            self._failed(error)

    # -- SectieWidget

    def show_casus(self, casus: Casus) -> None:
        other = self._casus is None or self._casus.id != casus.id
        if other and self._casus is not None:
            self._keeper.flush()
        self._casus = casus
        periods = self._service.van_casus(casus.id)
        wanted = None if other or self._record is None else self._record.id
        now = next((item for item in periods if item.id == wanted), periods[-1] if periods else None)
        self.kop.show_periods(periods, now)
        closed = casus.status is CasusStatus.AFGESLOTEN
        self.form.set_closed(closed)
        self.kop.set_closed(closed)
        if now is None:
            self._show_empty(casus, closed)
        elif self._record is None or other or self._newer(now, self._record):
            self._load(now)
        else:
            self._show_beeld()

    def _newer(self, now: ThuisSchool, shown: ThuisSchool) -> bool:
        """Whether this must be shown instead; what is being typed goes before another version of the same."""
        return now.id != shown.id or (now.versie != shown.versie and not self._dirty())

    def flush_draft(self) -> None:
        self._keeper.flush()

    def resume(self, sleutel: str) -> None:
        _, _, id_, *fase = sleutel.split(":")
        if self._record is None or self._record.id != int(id_):
            self._open(int(id_))
        if fase and self._record is not None:
            self.form.show_fase(Fase(fase[0]))

    def draft_key(self) -> str:
        return self._keeper.sleutel if self._record is not None and self._dirty() else ""

    def primary_new(self) -> bool:
        if self._record is not None or not self.begin.isVisible():
            return False
        self._begin()
        return True

    # -- show

    def _show_empty(self, casus: Casus, closed: bool) -> None:
        self._record = self._beeld = None
        self._keeper.rest()
        self._minute.stop()
        count = sum(item.gedaan for item in self._context.werkplek.casussen.acties(casus.id))
        steps = (
            "staat 1 eerdere stap"
            if count == 1
            else f"staan {count} eerdere stappen"
            if count
            else "staat nog geen stap"
        )
        group = casus.leerling_id is None
        self._empty.set_sentence(_GROEP if group else _GEEN if closed else _LEEG.format(steps=steps))
        self.begin.setVisible(not group and not closed)
        self._stack.setCurrentWidget(self._empty)

    def _load(self, record: ThuisSchool) -> None:
        """Show this period, with what was being typed in it."""
        assert self._casus is not None
        self._keeper.rest()
        fresh = self._record is None or self._record.id != record.id
        self._record, self._log.id_ = record, record.id
        self.notice.hide()
        self.kop.show_record(record)
        self.form.load(draft_of_thuisschool(record.inhoud))
        self._log.load(*self._log.lege_drafts())
        self._loaded = self._typed()
        self._keeper.watch(sleutel(self._casus.id, record.id))
        self._load_kept(record)
        settings = self._context.werkplek.instellingen.lees()
        self.form.herstel.show_gebaren(self._gebaren(settings), settings.tekst("herstel_slot"))
        if fresh:
            self.form.show_fase(self._first_fase(record))
        self._stack.setCurrentWidget(self._page)
        self._minute.start()
        self._show_beeld()

    def _load_kept(self, record: ThuisSchool) -> None:
        kept = self._context.werkplek.concepten.lees(self._keeper.sleutel)
        if kept is None:
            return
        self.form.load(van_dict(ThuisSchoolDraft, kept.inhoud["wizard"]))
        self._log.load(van_dict(ContactDraft, kept.inhoud["contact"]), van_dict(TaakDraft, kept.inhoud["taak"]))
        self.kop.show_kept(kept.bewaard_op)
        if GEZIEN in kept.inhoud:
            self._join(van_dict(ThuisSchoolDraft, kept.inhoud[GEZIEN]), record)

    def _join(self, before: ThuisSchoolDraft, now: ThuisSchool) -> None:
        """What was typed, over what is recorded now; said when that is another than the user saw."""
        recorded = draft_of_thuisschool(now.inhoud)
        if before != recorded:
            voeg_samen(self.form.load, self.form.draft, before, recorded)
            zeg_veranderd(self.notice)

    @staticmethod
    def _first_fase(record: ThuisSchool) -> Fase:
        return Fase.VOORAF if record.status is ThuisSchoolStatus.VOORBEREIDING else Fase.TIJDENS

    def _gebaren(self, settings: Instellingen) -> tuple[str, ...]:
        """The examples of the bouw of the child; of both for groep 6."""
        assert self._casus is not None
        work = self._context.werkplek
        child = work.personen.lees(self._casus.leerling_id) if self._casus.leerling_id else None
        if not isinstance(child, Leerling) or child.jaargroep is None:
            return ()
        lists = (settings.lijst(f"herstel_{bouw.value}") for bouw in bouwen_van(child.jaargroep))
        return tuple(dict.fromkeys(text for found in lists for text in found))

    @Slot()
    def _show_beeld(self) -> None:
        if self._record is None:
            return
        self._beeld = self._service.beeld(self._record.id, self.form.draft())
        self.form.show_beeld(self._beeld, self._context.clock())
        self._show_call()

    @Slot()
    def _show_call(self) -> None:
        """What asks for contact now, in every phase but the one that shows the whole week."""
        beeld = self._beeld
        running = beeld is not None and beeld.thuisschool.status is _DEFINITIEF
        found = wachtend(beeld.dagen) if beeld is not None and running else ()
        self.bel.setVisible(bool(found) and self.form.fasen.fase() is not Fase.TIJDENS)
        if not found:
            return
        self.bel.show_day(found[0])

    @Slot()
    def _open_clock(self) -> None:
        self.form.show_fase(Fase.TIJDENS)

    # -- what is typed

    def _typed(self) -> _Typed:
        return self.form.draft(), self.form.contact.draft(), self.form.verdeel.draft()

    def _dirty(self) -> bool:
        return self._record is not None and self._typed() != self._loaded

    def _content(self) -> dict[str, Any] | None:
        if self._record is None or not self._dirty():
            return None
        typed = dict(zip(("wizard", "contact", "taak"), map(naar_dict, self._typed()), strict=True))
        return typed | {GEZIEN: naar_dict(draft_of_thuisschool(self._record.inhoud))}

    @staticmethod
    def _title() -> str:
        return "thuis-school in een casus"

    @Slot()
    def _edited(self) -> None:
        self._keeper.edited()
        self._soon.start()

    # -- what the user did

    @Slot()
    def _begin(self) -> None:
        if self._casus is None:
            return
        casus_id = self._casus.id
        made = self._do(lambda: self._service.begin(casus_id))
        if made is not None:
            self._open(made)

    @Slot(int)
    def _open(self, id_: int) -> None:
        """Another period; what was typed in this one stays as a draft."""
        if self._casus is None:
            return
        try:
            self._keeper.flush()
            periods = self._service.van_casus(self._casus.id)
        except UserFacing as error:
            self._failed(error)
            return
        found = next((item for item in periods if item.id == id_), None)
        if found is not None:
            self.kop.show_periods(periods, found)
            self._load(found)

    @Slot()
    def _save(self) -> None:
        self._keep(self._service.bewaar, "Opgeslagen")

    @Slot()
    def _final(self) -> None:
        on = self.form.vooraf.ladder.isChecked()
        if self._keep(partial(self._service.maak_definitief, op_ladder=on), "Definitief sinds") and on:
            self._context.bar.say("Besluit definitief. De actie Thuis-school staat op de ladder.")

    @Slot()
    def _reopen(self) -> None:
        self._keep(self._service.open_weer, "Weer open sinds")

    @Slot()
    def _finish(self) -> None:
        self._keep(self._service.rond_af, "Afgerond om")

    def _keep(self, how: Callable[[int, ThuisSchoolDraft, int], Outcome[int]], word: str) -> bool:
        """Write what the form holds; False when it was not written, which is said."""
        record = self._record
        if record is None or self._casus is None or self._casus.status is CasusStatus.AFGESLOTEN:
            return False
        _, contact, taak = self._typed()
        loose = (contact, taak) != self._loaded[1:]
        made = self._do(lambda: how(record.id, self.form.draft(), record.versie), publish=False)
        if made is None:
            return False
        self._keeper.rest()
        self._open(record.id)
        if loose:
            # a contact or task that was typed and not yet recorded stays, and is kept again
            self._log.load(contact, taak)
            self._keeper.edited()
        self.kop.saved.show_saved(self._context.clock(), word)
        self._context.hub.publish(Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN))
        return True

    @Slot(str)
    def _paper(self, soort: str) -> None:
        """A paper about this period, from what stands in the form: that is kept first."""
        if self._record is None or (self._dirty() and not self._keep(self._service.bewaar, "Opgeslagen")):
            return
        self.paper_wanted.emit(f"{soort}:{self._record.id}")

    @Slot()
    def _remove(self) -> None:
        if self._record is None:
            return
        id_, sleutel, typed = self._record.id, self._keeper.sleutel, self._content()
        if self._do(lambda: self._service.verwijder(id_), publish=False) is None:
            return
        self._keeper.throw_away()
        self._record = None
        self._context.hub.publish(Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN))

        def undo() -> None:
            if typed is not None:
                self._context.werkplek.concepten.bewaar(sleutel, typed, self._title())
            self._do(lambda: self._service.verwijder(id_, verwijderd=False))

        self._context.bar.offer_undo("Thuis-school verwijderd.", undo)

    def _do(self, what: Callable[[], Outcome[int]], *, publish: bool = True) -> int | None:
        try:
            outcome = what()
        except InvoerOnjuist as error:
            self._show_findings(error.findings)
            return None
        except IntussenVeranderd as error:
            self._changed_meanwhile(error)
            return None
        except UserFacing as error:
            self._failed(error)
            return None
        self.notice.hide()
        if publish:
            self._context.hub.publish(outcome.changes)
        return outcome.value

    def _changed_meanwhile(self, changed: IntussenVeranderd) -> None:
        """What was typed stays, also as a draft, over what stands there now."""
        seen, casus = self._record, self._casus
        if seen is None or casus is None:
            return
        try:
            self._keeper.flush()
            now = next((item for item in self._service.van_casus(casus.id) if item.id == seen.id), None)
        except UserFacing as error:
            self._failed(error)
            return
        if now is None:
            self._failed(changed)
            return
        self._record = now
        self.kop.show_record(now)
        self._join(draft_of_thuisschool(seen.inhoud), now)
        self._show_beeld()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        rest = self.form.show_findings(findings)
        count = len(findings)
        lead = "Er mist nog 1 ding." if count == 1 else f"Er missen nog {count} dingen."
        words = " ".join(item.message for item in rest) or "Het staat bij de velden."
        self.notice.show_message(State.BLOK, lead, words)
        self.notice.show()

    @Slot(object)
    def _failed(self, error: UserFacing) -> None:
        self.notice.show_error(error)
        self.notice.show()
