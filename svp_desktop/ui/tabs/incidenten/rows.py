"""The list of incidents: its columns, its model over ids, and the view that draws them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyleOptionViewItem

from svp_desktop.domain import datums, uitvoer
from svp_desktop.domain.groepsnamen import korte_groepen
from svp_desktop.domain.incident import IncidentRegel, IncidentVolgorde, Soort
from svp_desktop.ui.theme import LOOK, color, draw_icon, scaled
from svp_desktop.ui.widgets.table import ROW, CellKind, Cells, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

_KINDS_OF = {"mand": CellKind.MAND}


class Kolom(NamedTuple):
    """A column of the list: its code in what is kept, its heading, and its usual width (or a text that must fit)."""

    code: str
    titel: str
    breed: int | str


_BREED: dict[str, int | str] = {
    "datum": "wo 24-11-2026", "tijd": 64, "mand": 104, "soort": 124, "leerling": 148, "groep": 96, "plaats": 120,
    "omschrijving": 200, "ernst": 84, "status": 100, "ouders": 96, "esis": 96, "nummer": 104,
}  # fmt: skip
KOLOMMEN = tuple(Kolom(kolom.code, kolom.titel, _BREED[kolom.code]) for kolom in uitvoer.KOLOMMEN)
DATUM, TIJD, MAND, SOORT, LEERLING, GROEP, PLAATS, OMSCHRIJVING, ERNST, STATUS, OUDERS, ESIS, NUMMER = range(13)
#: What is shown until an account chooses otherwise.
STANDAARD = frozenset({"datum", "mand", "soort", "leerling", "groep", "omschrijving"})
_KINDS = tuple(_KINDS_OF.get(kolom.code, CellKind.TEXT) for kolom in KOLOMMEN)
_Index = QModelIndex | QPersistentModelIndex

#: What the rows can be ordered by, column by column.
VOLGORDEN = {
    DATUM: IncidentVolgorde.DATUM,
    MAND: IncidentVolgorde.MAND,
    SOORT: IncidentVolgorde.SOORT,
    LEERLING: IncidentVolgorde.LEERLING,
    GROEP: IncidentVolgorde.GROEP,
    PLAATS: IncidentVolgorde.PLAATS,
    TIJD: IncidentVolgorde.TIJD,
    STATUS: IncidentVolgorde.STATUS,
    NUMMER: IncidentVolgorde.NUMMER,
}


_TEKSTEN: dict[str, Callable[[IncidentRegel], str]] = uitvoer.TEKSTEN | {
    "groep": lambda regel: korte_groepen(regel.groepen),
    "datum": lambda regel: datums.lijst(regel.datum),
    "tijd": lambda regel: datums.tijd_kort(regel.tijd) if regel.tijd else "",
}


class IncidentModel(WindowedModel[IncidentRegel]):
    """Rows of incidents by window; tooltips hold what a narrow column cuts off."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[IncidentRegel]],
        soort_label: Callable[[Soort], str],
    ) -> None:
        def soorten(regel: IncidentRegel) -> str:
            return ", ".join(map(soort_label, regel.soorten))

        texts = _TEKSTEN | {"soort": soorten}
        columns = tuple(
            Column(kolom.titel, texts[kolom.code], by.value if (by := VOLGORDEN.get(place)) else "")
            for place, kolom in enumerate(KOLOMMEN)
        )
        super().__init__(columns, fetch)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._whole(index)
        return super().data(index, role)

    def _whole(self, index: _Index) -> str:
        regel = self.row_at(index.row())
        if regel is None:
            return ""
        parts = [regel.groepen if index.column() == GROEP else str(super().data(index))]
        if index.column() == DATUM and regel.tijd:
            parts[0] += f", {datums.tijd_kort(regel.tijd)}"
        if index.column() == OMSCHRIJVING:
            parts += ["Twijfel of dit een incident is."] if regel.twijfel else []
            parts += ["Hoort bij een casus."] if regel.in_casus else []
        return "\n".join(parts)


class _IncidentCells(Cells):
    """Marks, beside the text, what is in doubt and what belongs to a casus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        regel = index.data(Qt.ItemDataRole.UserRole) if index.column() == OMSCHRIJVING else None
        marks = [] if regel is None else _marks(regel)
        if not marks:
            super().paint(painter, option, index)
            return
        whole: QRect = option.rect
        room = 22 * len(marks) + 6
        part = QStyleOptionViewItem(option)
        part.rect = whole.adjusted(0, 0, -room, 0)
        super().paint(painter, part, index)
        rest = QRectF(whole.right() + 1 - room, whole.top(), room, whole.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rest, color("soft"))
        painter.fillRect(QRectF(rest.left(), rest.bottom() - 1, room, 1), color("hover"))
        for place, icon in enumerate(marks):
            draw_icon(painter, icon, "muted", rest.left() + 2 + 22 * place, rest.center().y() - 8, 16)


def _marks(regel: IncidentRegel) -> list[str]:
    shown = ((regel.twijfel, "circle-question-mark"), (regel.in_casus, "footprints"))
    return [icon for on, icon in shown if on]


class IncidentTable(Table):
    """The list. `sorted_by(IncidentVolgorde, descending)`, `delete_wanted()` and `Table.opened(position)`."""

    sorted_by = Signal(object, bool)
    delete_wanted = Signal()
    first_painted = Signal()
    #: the columns got their usual widths: another size of letters
    fitted = Signal()
    #: the menu of a row was asked for: its position, and where on the screen
    menu_wanted = Signal(int, QPoint)

    def __init__(self, model: IncidentModel) -> None:
        self._scale = LOOK.scale
        super().__init__(model, _KINDS, {MAND: _mand_of}, name="Incidenten")
        self.setItemDelegate(_IncidentCells(_KINDS, {MAND: _mand_of}, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = self.horizontalHeader()
        head.setSortIndicatorShown(True)
        head.setSortIndicator(DATUM, Qt.SortOrder.DescendingOrder)
        head.setSectionsClickable(True)
        head.sortIndicatorChanged.connect(self._sort)
        self._painted = False
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self.first_painted)
        self._order = (DATUM, Qt.SortOrder.DescendingOrder)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Widths and heights from the font in force: the whole date is always in view."""
        self._scale = LOOK.scale
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.horizontalHeader().setFixedHeight(scaled(32))
        self.set_widths([kolom.breed for kolom in KOLOMMEN])
        self.fitted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and LOOK.scale != self._scale:
            self.fit_columns()

    def dragging(self) -> bool:
        """True while a mouse button is held on the header: a width that changes now is the user's own."""
        return QApplication.mouseButtons() != Qt.MouseButton.NoButton

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            spot = self.visualRect(index).bottomLeft() if keyboard else event.pos()
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(spot))

    def selected_positions(self) -> list[int]:
        """Positions of the selected rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._after_paint.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.selected_positions():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot(int, Qt.SortOrder)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if column not in VOLGORDEN:
            self.horizontalHeader().setSortIndicator(*self._order)
        elif (column, order) != self._order:
            self._order = (column, order)
            self.sorted_by.emit(VOLGORDEN[column], order == Qt.SortOrder.DescendingOrder)

    def sort_by(self, by: IncidentVolgorde, *, descending: bool) -> None:
        """Put the rows in this order, as a press on the header does."""
        if self._ordered(by, descending) != self._order:
            self.show_order(by, descending)
            self.sorted_by.emit(by, descending)

    def order(self) -> tuple[IncidentVolgorde, bool]:
        """By which column the rows are in order, and whether that is turned round."""
        return VOLGORDEN[self._order[0]], self._order[1] == Qt.SortOrder.DescendingOrder

    def show_order(self, by: IncidentVolgorde, descending: bool) -> None:
        """Show by which column the rows are in order, without telling."""
        self._order = self._ordered(by, descending)
        self.horizontalHeader().setSortIndicator(*self._order)

    @staticmethod
    def _ordered(by: IncidentVolgorde, descending: bool) -> tuple[int, Qt.SortOrder]:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        return next(column for column, key in VOLGORDEN.items() if key is by), order


def _mand_of(regel: IncidentRegel) -> object:
    return regel.mand
