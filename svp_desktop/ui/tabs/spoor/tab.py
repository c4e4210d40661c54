"""Wie deed wat: the lines of one compartment, whether they still hang together, and the monthly look at them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.changes import Changes
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.spoor import KetenStand, Onderwerp, SpoorFilter, SpoorGroep, SpoorRegel
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tabs.spoor import woorden
from svp_desktop.ui.tabs.spoor.blad import ControlebladPagina
from svp_desktop.ui.tabs.spoor.filterbar import SpoorFilterBar
from svp_desktop.ui.tabs.spoor.keten import KetenRegel
from svp_desktop.ui.tabs.spoor.rows import SpoorModel, SpoorTable
from svp_desktop.ui.tasks import Progress, Task
from svp_desktop.ui.widgets.base import ElidedLabel, card, col, framed, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState, TitleRow

#: Kind of compartment -> code of the page of its dossiers.
_DOSSIERS = {"meldcode": "meldcode", "eigen": "vertrouwelijk"}
#: What is done in a compartment of dossiers.
_PRIVE = frozenset({SpoorGroep.DOSSIERS, SpoorGroep.TOEGANG, SpoorGroep.RESERVEKOPIEEN})
_TE_LAAT = "Kijk of u herkent wat hier staat. Kies daarna Nagekeken."
_BEWAREN = "Zet uw handtekening erop en bewaar het in een map met een slot, niet bij de laptop."
_STUK = (
    "Er is buiten dit programma om een regel gewist, veranderd of toegevoegd. De regels daarvoor kloppen."
    " Uw andere gegevens zijn niet veranderd. Maak een reservekopie en bespreek dit met uw beheerder."
)
#: What *Alles hierover* gathers from a line about this kind of record: an action belongs to its casus.
_GATHERED = {
    Onderwerp.INCIDENT: Onderwerp.INCIDENT,
    Onderwerp.CASUS: Onderwerp.CASUS,
    Onderwerp.ACTIE: Onderwerp.CASUS,
    Onderwerp.PERSOON: Onderwerp.PERSOON,
    Onderwerp.DOSSIER: Onderwerp.DOSSIER,
    Onderwerp.AANTEKENING: Onderwerp.DOSSIER,
}


class SpoorTab(TabPage):
    """Reads only; the one thing it writes is that the lines were looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.spoor
        self._soorten = self._service.soorten()
        self._soort = self._soorten[0]
        self._asked, self._newest, self._stale = 0, 0, False
        self._task: Task | None = None
        self._bladpagina: ControlebladPagina | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._after_paint)
        self._build()
        self._connect()
        self._choose(self._soort)

    # -- putting together

    def _build(self) -> None:
        self.keuze = Segmented(
            [(kind, self._service.titel(kind)) for kind in self._soorten], self._soort, name="Welk deel"
        )
        self.nagekeken = primary("Nagekeken", "check", tip="Vastleggen dat u deze lijst hebt nagekeken")
        self.controleblad = button("Controleblad…", "printer", tip="Een blad om buiten deze computer te bewaren")
        self._title = TitleRow("Wie deed wat", "", self.keuze, self.controleblad, self.nagekeken)
        self.keuze.setVisible(len(self._soorten) > 1)
        self.melding = Notice(State.LET_OP, "", compact=True)
        self.melding.hide()
        self.bar = SpoorFilterBar(self._context.today)
        self.keten = KetenRegel()
        self.model = SpoorModel(self._fetch)
        self.model.setParent(self)
        self.table = SpoorTable(self.model)
        self.leeg = EmptyState("history", "", button("Filters wissen", "x"))
        self.midden = QStackedWidget()
        for part in (framed(self.table), self.leeg):
            self.midden.addWidget(part)
        self.wat, self.wie = ElidedLabel("", "lead"), ElidedLabel("", "muted")
        self.alles = button("Alles hierover", "history", small=True)
        self.openen = button("Openen", "arrow-right", small=True)
        self._strook = card(
            row((col(self.wat, self.wie, spacing=1), 1), self.alles, self.openen, spacing=8), margins=(14, 7, 12, 7)
        )
        below = row(self.keten, None, self.bar.regel, spacing=8)
        self._lijst = holder(
            col(self._title, self.melding, self.bar, (self.midden, 1), self._strook, below,
                margins=(16, 6, 16, 12), spacing=10)
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self._lijst)
        self.setLayout(col((self.stack, 1), spacing=0))

    def _connect(self) -> None:
        self.keuze.changed.connect(self._chosen)
        self.nagekeken.clicked.connect(self._review)
        self.controleblad.clicked.connect(self._make_sheet)
        self.bar.line_wanted.connect(self._go_to_line)
        self.bar.changed.connect(self.reload)
        self.keten.check_wanted.connect(self.check)
        self.keten.stop_wanted.connect(self._stop)
        self.table.shown_row.connect(self._show_row)
        self.table.opened.connect(self._open)
        self.openen.clicked.connect(self._open_current)
        self.alles.clicked.connect(self._gather)
        assert self.leeg.action is not None
        self.leeg.action.clicked.connect(self._widen)

    # -- reading

    @Slot(object)
    def _chosen(self, soort: str) -> None:
        self._choose(soort)

    def _choose(self, soort: str) -> None:
        self._stop()
        self._soort = soort
        self.gevoelig = soort != "school"
        self.gevoelig_changed.emit(self.gevoelig)
        self.melding.hide()
        self.melding.show_message(State.LET_OP, "")
        self.keten.show_unknown()
        self.bar.set_groups(_PRIVE if self.gevoelig else frozenset(SpoorGroep) - {SpoorGroep.DOSSIERS})
        self.bar.widen()
        self.model.set_first([])
        self.reload()
        self.check()

    @Slot()
    def reload(self) -> None:
        """Ask again: the newest lines at once, all of them when those are painted."""
        self._asked += 1
        self._stale = False
        chosen = self._current()
        try:
            self._show_review()
            self.bar.set_accounts(self._service.accounts())
            self._newest = self._service.aantal(self._soort)
            ids, rows = self._service.eerste_bladzijde(self._soort, self.bar.filter())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.model.set_first(rows)
        self._count(len(ids))
        position = 0 if chosen is None else max(0, self.model.position_of(chosen.id))
        self.table.select(position)
        self._show_row(self.table.current())
        self._soon.start()

    @Slot()
    def _after_paint(self) -> None:
        number, soort, asked = self._asked, self._soort, self.bar.filter()

        def read(progress: Progress) -> tuple[int, Sequence[int]]:
            return number, self._service.ids(soort, asked, progress.report)

        self._context.tasks.run(read, self._take_ids, self._context.bar.show_error, self)

    def _take_ids(self, found: tuple[int, Sequence[int]]) -> None:
        number, ids = found
        if number == self._asked:
            self.model.extend(ids)
            self._count(len(ids))
            self.midden.setCurrentIndex(0 if ids else 1)

    def _count(self, found: int) -> None:
        self.bar.count.setText(woorden.aantal(found, self._newest))
        self.leeg.set_sentence("Geen regels met deze filters." if self._newest else "Er is nog niets gedaan.")
        assert self.leeg.action is not None
        self.leeg.action.setVisible(self._newest > 0)
        if found:
            # nothing found among the newest says nothing of the older ones: those come from the worker
            self.midden.setCurrentIndex(0)

    def _fetch(self, ids: Sequence[int]) -> Sequence[SpoorRegel]:
        return self._service.regels(self._soort, ids)

    def _show_review(self) -> None:
        review = self._service.controle(self._soort)
        self._title.set_title("Wie deed wat", woorden.laatste(review))
        self.bar.set_since(review.op.date() if review.op else None)
        if self.melding.state is not State.BLOK:
            self.melding.show_message(State.LET_OP, "Deze lijst is lang niet nagekeken.", _TE_LAAT)
            self.melding.setVisible(review.te_laat)

    # -- the chain

    @Slot()
    def check(self) -> None:
        """Walk along all lines, beside the other work."""
        soort, total = self._soort, self._newest
        self.keten.show_busy(0, total)

        def work(progress: Progress) -> tuple[str, KetenStand]:
            return soort, self._service.controleer(soort, progress.report)

        self._task = self._context.tasks.run(work, self._checked, self._check_failed, self)
        self._task.progress.connect(self.keten.show_busy)

    def _checked(self, found: tuple[str, KetenStand]) -> None:
        soort, stand = found
        self._task = None
        if soort != self._soort:
            return
        self.keten.show_stand(stand, self._context.clock())
        if stand.mis_vanaf is not None:
            self.melding.show_message(State.BLOK, f"{woorden.keten(stand, self._context.clock())}.", _STUK)
            self.melding.show()

    def _check_failed(self, error: Exception) -> None:
        self._task = None
        self.keten.show_unknown()
        self._context.bar.show_error(error)

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.keten.show_unknown()

    # -- verbs

    def _current(self) -> SpoorRegel | None:
        position = self.table.current()
        return self.model.row_at(position) if 0 <= position < self.model.rowCount() else None

    @Slot(int)
    def _show_row(self, _position: int) -> None:
        regel = self._current()
        self._strook.setVisible(regel is not None)
        if regel is not None:
            self.wat.setText(woorden.hele_regel(regel))
            self.wie.setText(woorden.door_wie(regel))
            self.openen.setVisible(bool(regel.over.pagina))
            self.alles.setVisible(regel.onderwerp in _GATHERED and bool(regel.over.record))

    @Slot()
    def _open_current(self) -> None:
        self._open(self.table.current())

    @Slot(int)
    def _open(self, position: int) -> None:
        regel = self.model.row_at(position)
        if regel is None or not regel.over.pagina:
            return
        record = regel.over.record
        if regel.over.pagina == "incident":
            self.show_incident_requested.emit(record)
        elif regel.over.pagina == "casus":
            self.show_casus_requested.emit(record)
        elif regel.over.pagina == "persoon":
            self.show_person_requested.emit(record)
        elif regel.over.pagina == "papier":
            self._open_paper(record)
        else:
            self.record_requested.emit(_DOSSIERS[self._soort], record)

    def _open_paper(self, paper: int) -> None:
        try:
            casus = self._context.werkplek.papieren.regel(paper).casus_id
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.compose_requested.emit(casus, f"papier:{paper}")

    @Slot()
    def _gather(self) -> None:
        regel = self._current()
        if regel is not None:
            _, of_casus, casus = regel.over.titel.partition(", casus ")
            title = f"Casus {casus}" if of_casus else regel.over.titel
            self.bar.only((_GATHERED[regel.onderwerp], str(regel.over.record)), title)

    @Slot()
    def _widen(self) -> None:
        self.bar.widen()
        self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _review(self) -> None:
        """What was on the screen was looked at: up to the newest line that the list has."""
        try:
            outcome = self._service.gecontroleerd(self._soort, self._newest)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.bar.say(f"Vastgelegd: u hebt de lijst nagekeken tot en met regel {self._newest}.")
        self._context.hub.publish(outcome.changes)

    @Slot(int)
    def _go_to_line(self, number: int) -> None:
        """The line with this number, with wider filters when they hide it."""
        if not 1 <= number <= self._newest:
            self._context.bar.say(f"Regel {number} is er niet. De nieuwste is {self._newest}.")
            return
        if self.model.position_of(number) < 0:
            self.bar.widen()
            self.reload()
            self._take_ids((self._asked, self._service.ids(self._soort, self.bar.filter())))
        self.table.select(self.model.position_of(number))

    # -- the sheet

    @Slot()
    def _make_sheet(self) -> None:
        if self._bladpagina is None:
            self._bladpagina = ControlebladPagina(self._context)
            self._bladpagina.back.connect(self._leave_sheet)
            self._bladpagina.printed.connect(self._sheet_printed)
            self.stack.addWidget(self._bladpagina)
        try:
            self._bladpagina.show_sheet(self._service.controleblad())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(self._bladpagina)
        self._bladpagina.afdrukken.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _sheet_printed(self) -> None:
        assert self._bladpagina is not None
        self._bladpagina.say(State.OK, "Het blad is naar de printer gestuurd.", _BEWAREN)
        try:
            self._service.afgedrukt()
        except UserFacing as error:
            self._context.bar.show_error(error)
        self._stale = True

    @Slot()
    def _leave_sheet(self) -> None:
        if self._bladpagina is not None:
            self._bladpagina.voorbeeld.forget()
        self.stack.setCurrentWidget(self._lijst)
        self.shown()
        self.controleblad.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- TabPage

    def print_current(self) -> None:
        if self._bladpagina is not None and self.stack.currentWidget() is self._bladpagina:
            self._bladpagina.voorbeeld.print_now()
        else:
            self._make_sheet()

    def refresh(self, changes: Changes) -> None:
        """Any write adds a line; the list is read when somebody looks at it."""
        if changes.topics:
            self._stale = True
            if self.isVisible():
                self.reload()

    def shown(self) -> None:
        if self._stale:
            self.reload()

    def focus_search(self) -> None:
        self.bar.periode.chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> bool:
        if self.stack.currentWidget() is not self._lijst:
            self._leave_sheet()
            return True
        if self.bar.filter() == SpoorFilter():
            return False
        self._widen()
        return True

    def place(self) -> dict[str, Any]:
        """The filters, of the school's lines only: this is kept in the school compartment."""
        return self.bar.place() if self._soort == "school" else {}

    def go_to(self, place: dict[str, Any]) -> None:
        self.bar.go_to(place)
        self.reload()
