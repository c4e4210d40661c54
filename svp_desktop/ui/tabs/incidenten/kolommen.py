"""Which columns the list shows and how wide they are: kept per account, chosen from a menu on the header."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHeaderView, QMenu, QToolButton, QWidget

from svp_desktop.ui.tabs.incidenten.rows import KOLOMMEN, OMSCHRIJVING, STANDAARD, VOLGORDEN, IncidentTable
from svp_desktop.ui.theme import LOOK
from svp_desktop.ui.widgets.buttons import tool
from svp_desktop.ui.widgets.picks import StayingMenu

_AFTER_DRAGGING = 600


class Kolommen(QWidget):
    """The button *Kolommen* and the same menu on the header. `changed()` after a choice or a dragged width."""

    changed = Signal()

    def __init__(self, table: IncidentTable) -> None:
        super().__init__(table)
        # a holder of menu and timer: it is never seen itself
        self.hide()
        self._table = table
        self._placing = False
        self._own: dict[str, int] = {}
        self._actions: dict[int, QAction] = {}
        self.menu = StayingMenu("Kolommen", self)
        for column, kolom in enumerate(KOLOMMEN):
            action = self.menu.addAction(kolom.titel)
            action.setCheckable(True)
            action.setData(column)
            action.triggered.connect(self._picked)
            self._actions[column] = action
        self.menu.addSeparator()
        self.menu.addAction("Gewone kolommen").triggered.connect(self._usual)
        self.sorting = self.menu.addMenu("Sorteren op")
        self.sorting.aboutToShow.connect(self._offer_orders)
        self.button = _button(self.menu)
        self._dragged = QTimer(self)
        self._dragged.setSingleShot(True)
        self._dragged.setInterval(_AFTER_DRAGGING)
        self._dragged.timeout.connect(self.changed)
        head = table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._ask)
        head.sectionResized.connect(self._resized)
        table.fitted.connect(self._fit)
        self.show_columns({})

    @Slot()
    def _offer_orders(self) -> None:
        """What a press on the header does, for who has no mouse."""
        menu: QMenu = self.sorting
        menu.clear()
        by, descending = self._table.order()
        group = QActionGroup(menu)
        for column, order in sorted(VOLGORDEN.items()):
            action = menu.addAction(KOLOMMEN[column].titel)
            action.setCheckable(True)
            action.setChecked(order is by)
            group.addAction(action)
            action.triggered.connect(lambda _=False, order=order: self._table.sort_by(order, descending=descending))
        menu.addSeparator()
        turned = menu.addAction("Omgekeerd")
        turned.setCheckable(True)
        turned.setChecked(descending)
        turned.triggered.connect(lambda _=False: self._table.sort_by(by, descending=not descending))

    def columns(self) -> dict[str, Any]:
        """The choice, as JSON values; widths are those of a screen at 100 %."""
        shown = [kolom.code for column, kolom in enumerate(KOLOMMEN) if self._actions[column].isChecked()]
        return {"zichtbaar": shown, "breedte": dict(self._own)}

    def show_columns(self, chosen: dict[str, Any]) -> None:
        """Show these, without telling. Nothing chosen, or nothing that exists, gives the usual columns."""
        known = {kolom.code for kolom in KOLOMMEN}
        shown = known & set(chosen.get("zichtbaar", ())) or STANDAARD
        self._own = {code: int(width) for code, width in chosen.get("breedte", {}).items() if code in known}
        self._show(shown)

    def _show(self, shown: Collection[str]) -> None:
        for column, kolom in enumerate(KOLOMMEN):
            self._actions[column].setChecked(kolom.code in shown)
            self._table.setColumnHidden(column, kolom.code not in shown)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._placing = True
        head = self._table.horizontalHeader()
        rest = not self._table.isColumnHidden(OMSCHRIJVING)
        head.setStretchLastSection(not rest)
        head.setSectionResizeMode(
            OMSCHRIJVING, QHeaderView.ResizeMode.Stretch if rest else QHeaderView.ResizeMode.Interactive
        )
        for column, kolom in enumerate(KOLOMMEN):
            if kolom.code in self._own:
                self._table.setColumnWidth(column, round(self._own[kolom.code] * LOOK.scale))
        self._placing = False

    @Slot()
    def _picked(self) -> None:
        shown = self.columns()["zichtbaar"]
        # a list without any column cannot be read: the last one stays
        self._show(shown or STANDAARD)
        self.changed.emit()

    @Slot()
    def _usual(self) -> None:
        self._own = {}
        self._table.fit_columns()
        self._show(STANDAARD)
        self.changed.emit()

    @Slot(int, int, int)
    def _resized(self, column: int, _old: int, new: int) -> None:
        dragged = self._table.dragging() and not self._placing
        if dragged and new > 0 and column != OMSCHRIJVING:
            self._own[KOLOMMEN[column].code] = round(new / LOOK.scale)
            self._dragged.start()

    @Slot(QPoint)
    def _ask(self, spot: QPoint) -> None:
        self.menu.popup(self._table.horizontalHeader().mapToGlobal(spot))


def _button(menu: StayingMenu) -> QToolButton:
    made = tool("columns-3", "Kolommen kiezen en sorteren")
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made
