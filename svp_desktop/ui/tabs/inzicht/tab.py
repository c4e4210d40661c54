"""Inzicht: counts of a period beside the same days a year before, each bar a way to its incidents (29, 59)."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.inzicht import Opvallend, Periode
from svp_desktop.domain.preventie import Patroon, Preventie
from svp_desktop.services.inzicht import Overzicht
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.tabs.inzicht import woorden
from svp_desktop.ui.tabs.inzicht.blad import InzichtBlad
from svp_desktop.ui.tabs.inzicht.overzicht import OverzichtBeeld
from svp_desktop.ui.tabs.inzicht.periode import PeriodeKeuze
from svp_desktop.ui.tabs.inzicht.preventie import PreventieForm, PreventieLijst
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.widgets.base import Label, col, holder, row
from svp_desktop.ui.widgets.buttons import Chip, primary
from svp_desktop.ui.widgets.page import EmptyState, TitleRow

_TOPICS = (Topic.INCIDENTEN, Topic.INSTELLINGEN, Topic.INZICHT)
_UITLEG = (
    "Staaf en vet getal: deze periode. Streepje en grijs getal: een jaar eerder."
    " Kies een staaf of een vakje om de incidenten te zien."
)


class InzichtTab(TabPage):
    """Counts come from a worker; what is on the screen stays until they are there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.inzicht
        self._asked, self._stale = 0, True
        self.overzicht: Overzicht | None = None
        self.periode = PeriodeKeuze(context.today)
        self.als_tabel = Chip("Als tabel", check=True)
        self.afdrukken = primary("Op papier", "printer", tip="Bekijken en afdrukken (Ctrl+P)")
        self.titel = TitleRow("Inzicht", "", self.afdrukken)
        self.uitleg = Label(_UITLEG, "muted", wrap=True)
        self.preventie, self.formulier = PreventieLijst(context), PreventieForm(context)
        self.beeld = OverzichtBeeld(self._open_list, self.preventie, self._prevent)
        self.leeg = EmptyState("flag", "In deze periode is nog geen incident opgeschreven.")
        self.midden = QStackedWidget()
        self.midden.addWidget(self.beeld)
        self.midden.addWidget(self.leeg)
        self.blad = InzichtBlad(context)
        self._pagina = holder(
            col(
                self.titel,
                row((self.periode, 1), self.als_tabel, spacing=12),
                self.uitleg,
                (self.midden, 1),
                margins=(16, 6, 16, 12),
                spacing=8,
            )
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._pagina)
        self.stack.addWidget(self.blad)
        self.stack.addWidget(self.formulier)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.periode.changed.connect(self.reload)
        self.als_tabel.toggled.connect(self._as_table)
        self.afdrukken.clicked.connect(self.print_current)
        self.blad.back.connect(self._leave_sheet)
        self.blad.gekozen.connect(self._show_sheet)
        self.preventie.new_wanted.connect(self._new_action)
        self.preventie.edit_wanted.connect(self._edit_action)
        self.preventie.list_wanted.connect(self.filter_requested)
        self.formulier.done.connect(self._leave_form)

    @Slot()
    def reload(self) -> None:
        """Count again."""
        days = self.periode.periode()
        if days is None:
            return
        self._asked += 1
        self._stale = False
        number = self._asked

        def count(progress: Progress) -> tuple[int, Overzicht]:
            return number, self._service.overzicht(days)

        self._context.tasks.run(count, self._take, self._context.bar.show_error, self)

    def _take(self, found: tuple[int, Overzicht]) -> None:
        number, overview = found
        if number != self._asked:
            return
        self.overzicht = overview
        self.titel.set_title("Inzicht", woorden.totaal(overview.nu, overview.eerder))
        self.beeld.show_overview(overview)
        self.preventie.reload()
        empty = not (overview.nu.totaal or overview.eerder.totaal or overview.nu.geturfd)
        self.midden.setCurrentWidget(self.leeg if empty else self.beeld)
        self.afdrukken.setEnabled(not empty)

    def _open_list(self, key: str) -> None:
        if self.overzicht is not None:
            self.filter_requested.emit(woorden.filter_van(key, self.overzicht.nu.periode))

    @Slot(bool)
    def _as_table(self, on: bool) -> None:
        self.beeld.setCurrentIndex(int(on))
        self.uitleg.setVisible(not on)

    @Slot()
    def _leave_sheet(self) -> None:
        self.blad.voorbeeld.forget()
        self.stack.setCurrentWidget(self._pagina)
        self.afdrukken.setFocus()

    # -- prevention

    @Slot()
    def _new_action(self) -> None:
        self.formulier.start(Patroon())
        self._show_form()

    def _prevent(self, one: Opvallend) -> None:
        self.formulier.start(Patroon(one.moment.plaats, None, one.moment.weekdag, one.moment.uur))
        self._show_form()

    @Slot(object)
    def _edit_action(self, one: Preventie) -> None:
        self.formulier.show_action(one)
        self._show_form()

    def _show_form(self) -> None:
        self.stack.setCurrentWidget(self.formulier)
        self.formulier.omschrijving.setFocus()

    @Slot()
    def _leave_form(self) -> None:
        self.flush_draft()
        self.stack.setCurrentWidget(self._pagina)
        self.preventie.nieuw.setFocus()

    # -- TabPage

    def flush_draft(self) -> None:
        if self.stack.currentWidget() is self.formulier:
            self.formulier.flush()

    def show_record(self, record: int) -> None:
        """Open this prevention action."""
        self.resume(f"preventie:{record}")

    def resume(self, sleutel: str) -> None:
        self.formulier.resume(sleutel)
        self._show_form()

    @Slot()
    def print_current(self) -> None:
        """The report on the screen; there a second time: to the printer."""
        if self.stack.currentWidget() is self.blad:
            self.blad.voorbeeld.print_now()
            return
        halves = self._service.papierperioden()
        # the half that what is on the screen begins in, when that is over
        seen = self.overzicht.nu.periode.vanaf if self.overzicht else halves[0].vanaf
        chosen = next((half for half in halves if half.vanaf <= seen <= half.tot), halves[0])
        self.blad.offer(halves, chosen)
        if self._show_sheet(chosen):
            self.stack.setCurrentWidget(self.blad)
            self.blad.afdrukken.setFocus()

    @Slot(object)
    def _show_sheet(self, half: Periode) -> bool:
        try:
            self.blad.show_sheet(self._service.papier(half))
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        return True

    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_TOPICS):
            self._stale = True
            if self.isVisible():
                self.reload()

    def shown(self) -> None:
        if self._stale:
            self.reload()

    def focus_search(self) -> None:
        self.periode.keuze.parts()[0].setFocus()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is self.blad:
            self._leave_sheet()
            return True
        if self.stack.currentWidget() is self.formulier:
            self._leave_form()
            return True
        if self.als_tabel.isChecked():
            self.als_tabel.setChecked(False)
            return True
        return False

    def place(self) -> dict[str, Any]:
        here = self.stack.currentWidget() is self.formulier
        return self.periode.place() | ({CONCEPT: self.formulier.sleutel()} if here else {})

    def go_to(self, place: dict[str, Any]) -> None:
        self.periode.go_to({key: str(value) for key, value in place.items()})
        self._stale = True
        if CONCEPT in place:
            self.resume(place[CONCEPT])
