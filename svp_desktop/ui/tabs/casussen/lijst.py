"""The list beside a casus: search, chips with counts, and two lines a casus."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QListView, QMenu, QStackedWidget, QWidget

from svp_desktop.domain.casus import CasusAantallen, CasusFilter, CasusRegel
from svp_desktop.ui.tabs.casussen.rows import CasusDelegate, CasusRows
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, framed, row
from svp_desktop.ui.widgets.buttons import Chip, button, tool
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.page import EmptyState

_NOTHING = "Nog geen casussen. Een casus begint bij een incident of bij een zorg."
_NO_HITS = "Geen casus gevonden. Zoek op een andere naam, of kies Alle."


class CasusLijst(QWidget):
    """`filter_changed` when another list is wanted, `chosen(casus_id)` when the current one changes by the user."""

    filter_changed = Signal()
    chosen = Signal(int)
    new_wanted = Signal()
    calendar_wanted = Signal()
    team_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.zoek = SearchEdit("Zoek op naam of groep")
        self.nieuw = tool("plus", "Nieuwe casus", quiet=False)
        self.meer = tool("ellipsis", "Meer: blad voor het teamoverleg, dagen naar uw agenda", quiet=False)
        self._chips = {
            "alle": Chip("Alle", 0, on=True),
            "te_laat": Chip("Te laat", 0),
            "lege_pijler": Chip("Lege pijler", 0),
            "afgesloten": Chip("Afgesloten"),
            "spreekuur": Chip("Spreekuur", 0),
        }
        self._group = QButtonGroup(self)
        self._rows = CasusRows(self)
        self.view = QListView()
        self._paint = CasusDelegate(self.view, today)
        begin = button("Nieuwe casus", "plus")
        self._empty = EmptyState("book-open", _NOTHING, begin)
        self._stack = QStackedWidget()
        self._silent = self._opened = False
        self._fill_menu()
        self._set_view()
        self._build()
        for new in (self.nieuw, begin):
            new.clicked.connect(self.new_wanted)
        self.zoek.textChanged.connect(self.filter_changed)
        self.zoek.returnPressed.connect(self._first)
        self._group.idClicked.connect(self.filter_changed)
        self.view.selectionModel().currentChanged.connect(self._current)
        self.view.clicked.connect(self._pressed)
        self.view.activated.connect(self._pressed)

    def _fill_menu(self) -> None:
        self._menu = QMenu(self.meer)
        self._menu.addAction("Alle dagen naar uw agenda, zonder namen (.ics)…", self.calendar_wanted.emit)
        self._menu.addAction("Blad voor het teamoverleg…", self.team_wanted.emit)
        self.meer.setMenu(self._menu)
        self.meer.setPopupMode(self.meer.ToolButtonPopupMode.InstantPopup)

    def _set_view(self) -> None:
        self.view.setModel(self._rows)
        self.view.setItemDelegate(self._paint)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Casussen")

    def _build(self) -> None:
        self._chips["spreekuur"].setToolTip("Casussen om voor te leggen op het spreekuur")
        for number, chip in enumerate(self._chips.values()):
            self._group.addButton(chip, number)
        self._stack.addWidget(framed(self.view))
        self._stack.addWidget(framed(self._empty))
        closed, ask = self._chips["afgesloten"], self._chips["spreekuur"]
        running = [chip for chip in self._chips.values() if chip not in (closed, ask)]
        self.setLayout(
            col(
                row((self.zoek, 1), self.nieuw, self.meer, spacing=6),
                row(*running, None, spacing=6),
                (self._stack, 1),
                row(ask, closed, None, spacing=6),
                spacing=8,
            )
        )
        self.setMinimumWidth(scaled(306))

    def filter(self) -> CasusFilter:
        """What the user wants to see."""
        chosen = list(self._chips)[self._group.checkedId()]
        return CasusFilter(
            zoek=self.zoek.text().strip(),
            afgesloten=chosen == "afgesloten",
            te_laat=chosen == "te_laat",
            lege_pijler=chosen == "lege_pijler",
            spreekuur=chosen == "spreekuur",
        )

    def place(self) -> dict[str, Any]:
        """What is searched and which chip is on, as JSON values."""
        return {"zoek": self.zoek.text(), "chip": self._group.checkedId()}

    def go_to(self, place: dict[str, Any]) -> None:
        """Ask for that again, without telling."""
        self.blockSignals(True)
        self.zoek.setText(place["zoek"])
        self._group.button(place["chip"]).setChecked(True)
        self.blockSignals(False)

    def show_rows(self, rows: Sequence[CasusRegel], counts: CasusAantallen, current: int | None, today: date) -> None:
        """Show these casussen and keep the current one chosen."""
        self._paint.today = today
        self._chips["alle"].set_count(counts.alle)
        self._chips["te_laat"].set_count(counts.te_laat)
        self._chips["lege_pijler"].set_count(counts.lege_pijler)
        self._chips["spreekuur"].set_count(counts.spreekuur)
        self._silent = True
        self._rows.set_rows(rows)
        position = self._rows.position_of(current) if current is not None else -1
        if position >= 0:
            self.view.setCurrentIndex(self._rows.index(position, 0))
        self._silent = False
        filtered = bool(self.zoek.text().strip()) or self._group.checkedId() != 0
        self._empty.set_sentence(_NO_HITS if filtered else _NOTHING)
        self._stack.setCurrentIndex(0 if rows else 1)

    def rows(self) -> Sequence[CasusRegel]:
        """The casussen in the list."""
        return self._rows.rows()

    def show_where(self, *, closed: bool) -> None:
        """No filter but this: before a casus is shown that the filter would hide."""
        self.zoek.clear()
        self._chips["afgesloten" if closed else "alle"].setChecked(True)

    @Slot()
    def _first(self) -> None:
        """The first casus that was found, with the keyboard on it."""
        if self._rows.rows():
            self.view.setCurrentIndex(self._rows.index(0, 0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex, QModelIndex)
    def _current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._silent and current.isValid():
            self._opened = True
            self.chosen.emit(self._rows.rows()[current.row()].id)

    @Slot(QModelIndex)
    def _pressed(self, index: QModelIndex) -> None:
        """The row that is current already: in a narrow window its casus was left for the list."""
        if not self._opened:
            self.chosen.emit(self._rows.rows()[index.row()].id)
        self._opened = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._opened = False
