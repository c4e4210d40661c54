"""The list page: filters above, the list at the left, the chosen incident at the right; stacked when it is narrow."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QWidget

from svp_desktop.domain.errors import NietGevonden, UserFacing
from svp_desktop.domain.incident import IncidentFilter, IncidentVolgorde
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.uitvoer import LijstVraag
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.actions import Herstel, Verwijder
from svp_desktop.ui.tabs.incidenten.detail import DetailPage
from svp_desktop.ui.tabs.incidenten.esis_link import EsisLink
from svp_desktop.ui.tabs.incidenten.filterbar import FilterBar
from svp_desktop.ui.tabs.incidenten.history import HistoryPage
from svp_desktop.ui.tabs.incidenten.kolommen import Kolommen
from svp_desktop.ui.tabs.incidenten.leesvak import Leesvak
from svp_desktop.ui.tabs.incidenten.periode import ALLES
from svp_desktop.ui.tabs.incidenten.rows import IncidentModel, IncidentTable
from svp_desktop.ui.tabs.incidenten.uitvoer import UitvoerKnop
from svp_desktop.ui.tabs.incidenten.weergaven import Weergaven
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.terugkijken import Terugkijken
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, framed, holder
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.page import EmptyState

FIRST_PAGE, STACKED_BELOW, NARROWEST = 100, 1100, 560
COLUMNS, ORDER = "incidenten.kolommen", "incidenten.volgorde"
#: the number of the question, the ids, how many of how many, and how many older ones match
_Found = tuple[int, Sequence[int], tuple[int, int], int]


class ListPage(QWidget):
    """Shows what the filters ask for. Verbs that leave the page are signals with the id of the record."""

    new_wanted = Signal()
    change_wanted = Signal(int)
    open_casus_wanted = Signal(int)
    show_casus_wanted = Signal(int)
    form_wanted = Signal(int)
    esis_wanted = Signal()

    def __init__(self, context: Context, instellingen: Instellingen) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.incidenten
        self._instellingen = instellingen
        self._delete, self._restore = Verwijder(context), Herstel(context)
        self._order, self._descending = IncidentVolgorde.DATUM, True
        self._asked = 0
        self._stacked: bool | None = None
        self._open_wanted = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read_ids)
        # an incident is not read with every key that is typed
        self._settling = False
        self._rest = QTimer(self, singleShot=True, interval=150)
        self._rest.timeout.connect(self.show_first)
        self._build()
        self._connect()

    # -- putting together

    def _build(self) -> None:
        self.model = IncidentModel(self._service.regels, self._instellingen.soort_label)
        self.model.setParent(self)
        self.table = IncidentTable(self.model)
        self.columns = Kolommen(self.table)
        self.columns.show_columns(self._context.werkplek.staat.lees(COLUMNS, {}))
        self.views = Weergaven(self._context, self._view)
        self.uitvoer = UitvoerKnop()
        self.bar = FilterBar(
            self._context.today(),
            self._instellingen.soort_label,
            self._instellingen.lijst("plaatsen"),
            self._context.werkplek.inzage.vanaf,
            tools=(self.views.chip, self.columns.button, self.uitvoer),
        )
        self.earlier = Terugkijken(self._context)
        self.none_yet = EmptyState(
            "list",
            "Nog geen incidenten. Hier komt wat u registreert, ook bij twijfel.",
            button("Nieuw incident", "plus"),
        )
        self.none_found = EmptyState("search", "", button("Alles wissen", "x"))
        self.left = QStackedWidget()
        self.esis = EsisLink(self._context)
        filled = holder(col((framed(self.table), 1), self.esis, spacing=6))
        for page in (filled, self.none_yet, self.none_found):
            self.left.addWidget(page)
        self.right = Leesvak(self._context)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.right)
        self.splitter.setHandleWidth(14)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([790, 530])
        self.setLayout(
            col(self.bar, self.views, self.earlier, (self.splitter, 1), margins=(16, 12, 16, 12), spacing=12)
        )

        self._offer_groups()
        kept = self._context.werkplek.staat.lees(ORDER, {})
        self._set_order(str(kept.get("op", "")), bool(kept.get("aflopend", True)))

    def _set_order(self, by: str, descending: bool) -> None:
        """The order of the rows; by day, newest first, when there is no such order."""
        known = by in {order.value for order in IncidentVolgorde}
        self._order, self._descending = (IncidentVolgorde(by), descending) if known else (IncidentVolgorde.DATUM, True)
        self.table.show_order(self._order, self._descending)

    def _offer_groups(self) -> None:
        """The groups of now, in the order of the school."""
        self.bar.set_groups([group.naam for group in self._context.werkplek.school.groepen() if not group.vervallen])

    def _connect(self) -> None:
        self.bar.changed.connect(self._filtered)
        self.bar.changed.connect(self.views.look_again)
        self.bar.new_wanted.connect(self.new_wanted)
        self.bar.list_wanted.connect(self._to_list)
        self.bar.earlier_wanted.connect(self.earlier.ask)
        self.earlier.given.connect(self._look_back)
        self.earlier.closed.connect(self._to_list)
        self.views.chosen.connect(self._show_view)
        self.columns.changed.connect(self._keep_columns)
        self.table.menu_wanted.connect(self._row_menu)
        self.table.sorted_by.connect(self._sort)
        self.table.opened.connect(self._open)
        self.table.delete_wanted.connect(self._delete_selected)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        for empty, slot in ((self.none_yet, self.new_wanted), (self.none_found, self._widen)):
            assert empty.action is not None
            empty.action.clicked.connect(slot)
        self.right.change_wanted.connect(self.change_wanted)
        self.right.open_casus_wanted.connect(self.open_casus_wanted)
        self.right.show_casus_wanted.connect(self.show_casus_wanted)
        self.right.form_wanted.connect(self.form_wanted)
        self.right.delete_wanted.connect(self._delete_one)
        self.right.restore_wanted.connect(self._restore_one)
        self.right.several_wanted.connect(self._delete_selected)
        self.right.back_wanted.connect(self.back)
        self.esis.wanted.connect(self.esis_wanted)
        # the first incident is built and read after the list is painted
        self.table.first_painted.connect(self.show_first)
        self.table.first_painted.connect(self.esis.reload)

    @property
    def detail(self) -> DetailPage:
        """The reading view of the chosen incident."""
        return self.right.detail

    @property
    def history(self) -> HistoryPage:
        """The versions of the chosen incident."""
        return self.right.history

    # -- reading

    @Slot()
    def _filtered(self) -> None:
        """Other filters: when the chosen incident is not among what is found, the first is, once the typing rests."""
        self.reload()
        self._rest.start()

    @Slot()
    def reload(self) -> None:
        """Ask again: the first page at once, all ids after it is painted. The chosen incident stays chosen."""
        chosen = self.right.chosen_id()
        self._asked += 1
        asked = self.bar.filter()
        try:
            ids, rows = self._service.eerste_bladzijde(asked, FIRST_PAGE, self._order, self._descending)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.table.selectionModel().blockSignals(True)
        self.model.set_first(rows)
        self.table.selectionModel().blockSignals(False)
        self._settle(chosen)
        self._show_left(asked, len(ids))
        if len(ids) < FIRST_PAGE:
            self._count(asked, len(ids))
        if len(ids) >= FIRST_PAGE or self.bar.older() is not None:
            self._soon.start()
        else:
            self.earlier.offer(0)

    @Slot()
    def _read_ids(self) -> None:
        asked, number = self.bar.filter(), self._asked
        order, descending = self._order, self._descending
        before = self.bar.older()

        def read(progress: Progress) -> _Found:
            ids, counted = self._service.ids(asked, order, descending), self._service.aantal(asked)
            return number, ids, counted, 0 if before is None else self._service.aantal(before)[0]

        self._context.tasks.run(read, self._take_ids, self._context.bar.show_error, self)

    def _take_ids(self, found: _Found) -> None:
        number, ids, (matching, total), older = found
        if number != self._asked:
            return
        self.earlier.offer(older)
        self.model.extend(ids)
        self.bar.show_count(matching, total)
        chosen = self.right.chosen_id()
        if chosen is not None and not self.table.selected_positions():
            self._settle(chosen)

    def _count(self, asked: IncidentFilter, matching: int) -> None:
        _, total = self._service.aantal(asked)
        self.bar.show_count(matching, total)

    def _show_left(self, asked: IncidentFilter, shown: int) -> None:
        if shown:
            self.left.setCurrentIndex(0)
        elif (
            asked == IncidentFilter(schooljaar=asked.schooljaar, vanaf=asked.vanaf)
            and self._service.aantal(asked)[1] == 0
        ):
            self.left.setCurrentWidget(self.none_yet)
        else:
            self.none_found.set_sentence(
                "De prullenbak is leeg." if asked.prullenbak and not asked.zoek else "Geen incidenten met deze filters."
            )
            self.left.setCurrentWidget(self.none_found)
        if not self._stacked:
            # beside an empty list there is nothing to choose
            self.right.setVisible(bool(shown))

    # -- choosing

    def _settle(self, chosen: int | None) -> None:
        position = -1 if chosen is None else self.model.position_of(chosen)
        if position >= 0:
            self._settling = self.right.reads(chosen)
            self.table.select(position)
            self._settling = False
        elif self.model.rowCount() == 0 or chosen is not None:
            self.right.show_nothing()

    @Slot()
    def _selected(self) -> None:
        positions = self.table.selected_positions()
        if len(positions) == 1 and not self._settling:
            self.right.read(self.model.id_at(positions[0]))
        elif len(positions) > 1:
            self.right.show_several(len(positions), deleted=self.bar.filter().prullenbak)
        elif not positions:
            self.right.show_nothing()

    @Slot()
    def show_first(self) -> None:
        """Choose the first row, when nothing was chosen yet."""
        # a table that gets the keyboard makes its first row current, but chooses nothing
        if self.model.rowCount() and not self.table.selected_positions() and self.right.chosen_id() is None:
            self.table.select(0)

    def show_incident(self, incident_id: int) -> None:
        """Show this incident: in the list when the filters let it through, and else with wider filters."""
        if self.model.position_of(incident_id) < 0:
            self.bar.widen()
            self.reload()
        position = self.model.position_of(incident_id)
        if position >= 0:
            self.table.select(position)
        if self.right.read(incident_id):
            self._to_detail()

    def refresh(self, instellingen: Instellingen) -> None:
        """Something was written: read the list and the chosen incident again."""
        self._instellingen = instellingen
        self.bar.set_places(instellingen.lijst("plaatsen"))
        self._offer_groups()
        self.esis.reload()
        self.reload()
        chosen = self.right.chosen_id()
        if chosen is not None and self.model.position_of(chosen) >= 0:
            self.right.read(chosen)

    def vraag(self) -> LijstVraag:
        """The list as it is shown, to print or save it."""
        shown = tuple(self.columns.columns()["zichtbaar"])
        return LijstVraag(self.bar.filter(), shown, self._order, self._descending, persoon=self.bar.persoon())

    def read_here(self) -> int | None:
        """The incident that the user is reading: its page has the keyboard, or stands in place of the list."""
        reading = self.right.isAncestorOf(self.window().focusWidget() or self) or self.left.isHidden()
        return self.right.chosen_id() if reading else None

    # -- the place of the user

    def place(self) -> dict[str, Any]:
        """Filters, order and the incident that is chosen; whether its page stands in the way of the list."""
        return {
            "filter": self.bar.place(),
            "volgorde": self._order.value,
            "aflopend": self._descending,
            "gekozen": self.right.chosen_id(),
            "open": bool(self._stacked) and self.left.isHidden(),
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """That place again; an incident that is gone is not missed."""
        self.bar.go_to(place["filter"])
        self._set_order(str(place["volgorde"]), bool(place["aflopend"]))
        self.reload()
        chosen = place["gekozen"]
        if chosen is None:
            return
        with suppress(NietGevonden):
            # beyond the first page it is not in the list yet: what is shown is chosen there when all ids are read
            self.right.show_incident(self._service.lees(chosen))
            self._settle(chosen)
            # whether list and page lie on each other is known when the page gets its width
            self._open_wanted = place["open"]

    # -- moving between list and page

    @Slot(int)
    def _open(self, position: int) -> None:
        if self.right.read(self.model.id_at(position)):
            self._to_detail()

    def _to_detail(self) -> None:
        if self._stacked:
            self.left.hide()
            self.bar.hide()
        self.right.show()
        self.detail.change.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def back(self) -> bool:
        """One step back: from the history to the incident, from the incident to the list; False when at the list."""
        if self.right.leave_history():
            return True
        if self._stacked and self.left.isHidden():
            self._show_stack()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.table.hasFocus() or self.bar.search.hasFocus():
            return False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @Slot()
    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_first()

    def show_history(self, incident_id: int) -> None:
        """The versions of the incident, in place of its page."""
        self.right.show_history(incident_id)

    def minimumSizeHint(self) -> QSize:
        # list and page side by side may not keep the window from becoming narrow: they are stacked then
        return QSize(scaled(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < scaled(STACKED_BELOW)
        if stacked != self._stacked:
            self._stacked = stacked
            self._show_stack()
            if stacked and self._open_wanted:
                self._to_detail()
            self._open_wanted = False

    def _show_stack(self) -> None:
        self.bar.show()
        self.left.show()
        self.right.setVisible(not self._stacked and self.model.rowCount() > 0)
        self.right.show_crumb(bool(self._stacked))

    # -- views, columns and looking back

    def _view(self) -> dict[str, Any]:
        """What a saved view holds."""
        return {
            "filter": self.bar.place(),
            "kolommen": self.columns.columns(),
            "volgorde": self._order.value,
            "aflopend": self._descending,
        }

    @Slot(dict)
    def _show_view(self, view: dict[str, Any]) -> None:
        self.columns.show_columns(view.get("kolommen", {}))
        self.bar.go_to(view.get("filter", {}))
        self._set_order(str(view.get("volgorde", "")), bool(view.get("aflopend", True)))
        self._keep_columns()
        self._keep_order()
        self.reload()

    @Slot()
    def _keep_columns(self) -> None:
        try:
            self._context.werkplek.staat.zet(COLUMNS, self.columns.columns())
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _keep_order(self) -> None:
        try:
            self._context.werkplek.staat.zet(ORDER, {"op": self._order.value, "aflopend": self._descending})
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot(str)
    def _look_back(self, reden: str) -> None:
        try:
            self._context.werkplek.inzage.kijk_eerder(reden, self.bar.filter().persoon_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        if self.bar.filter().persoon_id is None:
            self.bar.periode.choose(ALLES)
        self.bar.changed.emit()
        self._to_list()

    def ask(self, wanted: IncidentFilter) -> None:
        """What another page wants to see, in the list."""
        self.bar.ask(wanted)
        self._filtered()

    def only_person(self, persoon_id: int, naam: str) -> None:
        """Only the incidents of this child."""
        self.bar.only_person(persoon_id, naam)
        self._to_list()

    @Slot(int, QPoint)
    def _row_menu(self, position: int, spot: QPoint) -> None:
        menu = self.row_menu(position)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def row_menu(self, position: int) -> QMenu:
        """What can be asked from a row: only the incidents of one of its children."""
        menu = QMenu(self)
        try:
            incident = self._service.lees(self.model.id_at(position))
        except UserFacing as error:
            self._context.bar.show_error(error)
            return menu
        for person in incident.inhoud.betrokkenen:
            if person.categorie is PersoonSoort.LEERLING:
                naam = person.naam.replace("&", "&&")
                only = menu.addAction(f"Alleen {naam}")
                only.triggered.connect(lambda _=False, who=person: self.only_person(who.persoon_id, who.naam))
        return menu

    # -- verbs

    @Slot(object, bool)
    def _sort(self, order: Any, descending: bool) -> None:
        self._order, self._descending = order, descending
        self._keep_order()
        self.reload()

    @Slot()
    def _widen(self) -> None:
        self.bar.widen()
        self.reload()
        self.views.look_again()
        self.bar.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _delete_selected(self) -> None:
        positions = self.table.selected_positions()
        ids = [self.model.id_at(position) for position in positions]
        (self._restore if self.bar.filter().prullenbak else self._delete).run(ids)
        self._choose_next(positions[0])

    @Slot(int)
    def _delete_one(self, incident_id: int) -> None:
        position = self.model.position_of(incident_id)
        self._delete.run([incident_id])
        if self._stacked:
            self.back()
        else:
            self._choose_next(position)

    def _choose_next(self, position: int) -> None:
        """What came in the place of a row that went away, so that a next one can be deleted with the same key."""
        if not self.table.selected_positions():
            self.table.select(min(max(0, position), self.model.rowCount() - 1))

    @Slot(int)
    def _restore_one(self, incident_id: int) -> None:
        self._restore.run([incident_id])
