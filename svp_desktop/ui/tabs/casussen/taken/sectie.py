"""Taken of a casus: everything that waits in one list, what is done with its note, and the form of a task (18, 38)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.casus_taken import CasusTaak, TeDoen, termijn
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.errors import UserFacing
from svp_desktop.services.casus_taken import TakenBeeld, sleutel
from svp_desktop.services.herstelgesprekken import sleutel as herstel_sleutel
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.agenda import save_days
from svp_desktop.ui.tabs.casussen.herstel.vink import zet as zet_afspraak
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.tabs.casussen.taken.form import TaakForm
from svp_desktop.ui.tabs.casussen.taken.rij import GedaanRij, KlaarStrook, TaakRij
from svp_desktop.ui.widgets.base import Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import link, primary, tool

CONCEPT = "taak"
_LEEG = "Er wacht niets. Geef een taak aan een collega, met een dag waarop hij klaar is."
_DICHT = "Er bleef niets open."
_NIETS_GEDAAN = "Nog geen taak is gedaan."
_ONBEKEND = "Dit schooljaar staat niet in de schoolkalender. Daarom staan hier dagen en geen schooldagen."
_EERST = 12


class TakenSectie(SectieWidget):
    """The two lists, with the form of a task in their place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.casustaken
        self._casus: Casus | None = None
        self._ticking = 0
        self._whole = False
        self.form = TaakForm(context)
        self.nieuw = primary("Nieuwe taak", "plus", tip="Nieuwe taak (Ctrl+N)")
        self.agenda = tool("calendar", "Dagen naar uw agenda, zonder namen (.ics)", small=True)
        self.open, self.gedaan = col(spacing=6), col(spacing=8)
        self._teller, self.kalender = Label("", "muted"), Label(_ONBEKEND, "small", wrap=True)
        self.strook: KlaarStrook | None = None
        self.rijen: list[TaakRij] = []
        self.klaar: list[GedaanRij] = []
        self._titel = Label("Nog te doen", "h2")
        head = row(self._titel, None, self._teller, self.agenda, self.nieuw)
        waits = card(head, self.open, self.kalender, spacing=10)
        done = card(self.gedaan, title="Gedaan", spacing=10)
        self._overview = scroll(row((col(waits, None), 17), (col(done, None), 11), spacing=12))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self.form)
        self.setLayout(col((self._stack, 1)))
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._name)
        self._keeper.failed.connect(context.bar.show_error)
        self.nieuw.clicked.connect(self.primary_new)
        self.agenda.clicked.connect(self._to_calendar)
        self.form.left.connect(self._show_overview)
        self.form.done.connect(self._show_overview)
        self.form.delete.connect(self._remove)

    # -- SectieWidget

    def show_casus(self, casus: Casus) -> None:
        if self._casus is not None and self._casus.id != casus.id:
            self.go_back()
            self._stop_ticking()
        self._casus = casus
        running = self._running()
        self.nieuw.setVisible(running)
        self.agenda.setVisible(running)
        self._titel.setText("Nog te doen" if running else "Niet meer gedaan")
        try:
            self._show(self._service.beeld(casus.id))
        except UserFacing as error:
            self._context.bar.show_error(error)

    def flush_draft(self) -> None:
        self.form.flush()
        self._keeper.flush()

    def draft_key(self) -> str:
        return self.form.sleutel() if self._stack.currentWidget() is self.form else self._keeper.sleutel

    def resume(self, sleutel: str) -> None:
        parts = sleutel.split(":")
        if len(parts) > 3:
            self.tick(int(parts[2]))
        else:
            self._open_task(int(parts[2]))

    @Slot()
    def primary_new(self) -> bool:
        if not self._running() or self._stack.currentWidget() is self.form:
            return False
        self._open_task(0)
        return True

    def go_back(self) -> bool:
        if self._stack.currentWidget() is self.form:
            self.form.leave()
            return True
        if self.strook is not None:
            self._stop_ticking()
            self._again()
            return True
        return False

    # -- showing

    def _running(self) -> bool:
        return self._casus is not None and self._casus.status is not CasusStatus.AFGESLOTEN

    def _show(self, beeld: TakenBeeld) -> None:
        typed = self.strook.notitie.text() if self.strook is not None else ""
        typing = self.strook is not None and self.strook.notitie.hasFocus()
        clear(self.open)
        self.strook, self.rijen = None, []
        running = self._running()
        # nobody asks any more for what waits in a closed casus
        waiting = [item if running else item._replace(te_laat=False) for item in beeld.te_doen]
        for item in waiting:
            when = termijn(item.datum, beeld.today, beeld.kalender) if running else dag_kort(item.datum)
            line = TaakRij(item, when, may_change=running)
            line.ticked.connect(partial(self._tick, item))
            line.opened.connect(partial(self._open_line, item))
            self.rijen.append(line)
            self.open.addWidget(line)
            if item.taak_id and item.taak_id == self._ticking:
                self._add_strip(typed)
        if self.strook is not None and typing:
            self.strook.notitie.setFocus()
        if not waiting:
            self.open.addWidget(Label(_LEEG if running else _DICHT, "muted", wrap=True))
        late = sum(item.te_laat for item in waiting)
        self._teller.setText(f"{late} te laat" if late else "")
        self._teller.set_role("danger")
        known = all(beeld.kalender.kent(item.datum, beeld.today) for item in waiting if item.te_laat)
        self.kalender.setVisible(not known)
        self._show_done(beeld.gedaan)

    def _show_done(self, done: tuple[CasusTaak, ...]) -> None:
        clear(self.gedaan)
        self.klaar = []
        for item in done if self._whole else done[:_EERST]:
            line = GedaanRij(item, may_change=self._running())
            line.reopened.connect(partial(self._reopen, item.id))
            line.opened.connect(partial(self._open_task, item.id))
            self.klaar.append(line)
            self.gedaan.addWidget(line)
        if len(done) > _EERST and not self._whole:
            more = link(f"Alle {len(done)} tonen")
            more.clicked.connect(self._show_whole)
            self.gedaan.addLayout(row(more, None))
        if not done:
            self.gedaan.addWidget(Label(_NIETS_GEDAAN, "muted", wrap=True))

    def _add_strip(self, typed: str) -> None:
        self.strook = KlaarStrook()
        self.strook.notitie.setText(typed)
        self.strook.edited.connect(self._keeper.edited)
        self.strook.done.connect(self._finish)
        self.strook.stopped.connect(self.go_back)
        self.open.addWidget(self.strook)

    def _again(self) -> None:
        if self._casus is not None:
            self.show_casus(self._casus)

    # -- ticking with a note

    def tick(self, taak_id: int) -> None:
        """Ask what there is to say about this task, with what was being typed."""
        if self._casus is None or not self._running():
            return
        self._stop_ticking()
        self._stack.setCurrentWidget(self._overview)
        key = sleutel(self._casus.id, taak_id, klaar=True)
        kept = self._context.werkplek.concepten.lees(key)
        self._ticking = taak_id
        self._again()
        if self.strook is None:
            self._ticking = 0
            return
        self._keeper.watch(key)
        # what was noted before stands there to add to, so that nothing is written over
        self.strook.notitie.setText(kept.inhoud["notitie"] if kept else self._service.lees(taak_id).inhoud.notitie)
        self.strook.notitie.setFocus()

    def _stop_ticking(self) -> None:
        self._keeper.flush()
        self._keeper.rest()
        self._ticking, self.strook = 0, None

    def _content(self) -> dict[str, Any] | None:
        text = self.strook.notitie.text() if self.strook is not None else ""
        return {"notitie": text} if text.strip() else None

    def _name(self) -> str:
        return "een taak afvinken"

    @Slot()
    def _finish(self) -> None:
        if self.strook is None:
            return
        taak_id, note = self._ticking, self.strook.notitie.text()
        if self._do(lambda: self._service.rond_af(taak_id, note), before=self._close_strip):
            self._context.bar.offer_undo("Taak gedaan.", partial(self._reopen, taak_id))
            self.nieuw.setFocus()

    def _close_strip(self) -> None:
        self._keeper.rest()
        self._ticking, self.strook = 0, None

    # -- what the user did

    def _tick(self, item: TeDoen) -> None:
        if item.actie_id:
            self.action_done.emit(item.actie_id)
        elif item.gesprek_id:
            zet_afspraak(self._context, item.gesprek_id, item.afspraak)
        else:
            self.tick(item.taak_id)

    def _open_line(self, item: TeDoen) -> None:
        if item.actie_id:
            self.action_opened.emit(item.actie_id)
        elif item.gesprek_id and self._casus is not None:
            self.record_wanted.emit(herstel_sleutel(self._casus.id, item.gesprek_id))
        else:
            self._open_task(item.taak_id)

    def _reopen(self, taak_id: int) -> None:
        self._do(lambda: self._service.open_weer(taak_id))

    @Slot()
    def _show_whole(self) -> None:
        self._whole = True
        self._again()

    @Slot()
    def _show_overview(self) -> None:
        self._stack.setCurrentWidget(self._overview)
        self._again()
        self.nieuw.setFocus()

    def _open_task(self, taak_id: int) -> None:
        if self._casus is None:
            return
        try:
            self._stop_ticking()
            found = self._service.lees(taak_id) if taak_id else None
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._stack.setCurrentWidget(self.form)
        self.form.begin(self._casus, found, open_for_change=self._running())

    @Slot()
    def _to_calendar(self) -> None:
        """A file with the days, for the calendar of the computer or telephone."""
        if self._casus is not None:
            write = partial(self._service.bewaar_agenda, self._casus.id)
            save_days(self._context, self, "agenda.ics", write)

    @Slot()
    def _remove(self) -> None:
        taak_id = self.form.taak_id()
        if self._do(lambda: self._service.verwijder(taak_id)):
            self.form.leave()
            self._context.bar.offer_undo("Taak verwijderd.", partial(self._take_back, taak_id))

    def _take_back(self, taak_id: int) -> None:
        self._do(lambda: self._service.verwijder(taak_id, verwijderd=False))

    def _do(self, work: Callable[[], Outcome[int]], before: Callable[[], None] | None = None) -> bool:
        """Write, then tell everyone; `before` runs between the two."""
        try:
            outcome = work()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        if before is not None:
            before()
        self._context.hub.publish(outcome.changes)
        return True
