"""Tables as everywhere: fixed row heights, no grid, cells that line up with their header, mand and pijlers drawn."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from svp_desktop.domain.incident import Mand
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.painted import draw_mand, draw_pijlers, pijler_cells

ROW, COMPACT = 36, 28
_Index = QModelIndex | QPersistentModelIndex


class CellKind(Enum):
    """How a column is drawn."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    MAND = "mand"
    PIJLERS = "pijlers"
    LINK = "link"
    STATE = "state"


class Cells(QStyledItemDelegate):
    """Draws the cells of a table. For MAND and PIJLERS the column's `values` entry takes the value from the row; for
    LINK it says whether this row leads anywhere; for STATE it gives the icon and its colour before the word."""

    def __init__(
        self, kinds: Sequence[CellKind], values: dict[int, Callable[..., object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kinds, self._values = tuple(kinds), values

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("soft"))
        painter.setPen(QPen(color("hover"), 1))
        base = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left(), base), QPointF(box.right() + 1, base))
        kind = self._kinds[index.column()]
        if kind in (CellKind.MAND, CellKind.PIJLERS):
            self._draw_value(painter, box, kind, index)
        elif kind is CellKind.STATE:
            self._draw_state(painter, box, index)
        else:
            self._draw_text(painter, box, self._ink(kind, index), str(index.data() or ""), kind is CellKind.STRONG)
        painter.restore()

    def _draw_value(self, painter: QPainter, box: QRectF, kind: CellKind, index: _Index) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        value = None if found is None else self._values[index.column()](found)
        if isinstance(value, Mand):
            draw_mand(painter, box.left() + 8, box.center().y(), value)
        elif kind is CellKind.PIJLERS and isinstance(value, tuple):
            draw_pijlers(painter, box.left() + 8, box.center().y(), pijler_cells(value), 13)

    def _draw_state(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        state = None if found is None else self._values[index.column()](found)
        if isinstance(state, tuple):
            draw_icon(painter, state[0], state[1], box.left() + 8, box.center().y() - 8, 16)
        self._draw_text(painter, box.adjusted(22, 0, 0, 0), "text", str(index.data() or ""), False)

    def _ink(self, kind: CellKind, index: _Index) -> str:
        if kind is CellKind.LINK:
            found = index.data(Qt.ItemDataRole.UserRole)
            return "accent" if found is not None and self._values[index.column()](found) else "text"
        return "muted" if kind is CellKind.MUTED else "text"

    @staticmethod
    def _draw_text(painter: QPainter, box: QRectF, ink: str, text: str, strong: bool) -> None:
        face = font(10, 600 if strong else 400)
        painter.setFont(face)
        painter.setPen(color(ink))
        inner = box.adjusted(8, 0, -8, 0)
        line = text.replace("\n", " ")
        fitting = QFontMetricsF(face).elidedText(line, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, LEFT_MIDDLE, fitting)


class Table(QTableView):
    """A table of records: one row is one record. `opened(position)` for Enter and double click."""

    opened = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel,
        kinds: Sequence[CellKind] | None = None,
        values: dict[int, Callable[..., object]] | None = None,
        *,
        compact: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        columns = model.columnCount()
        self.setItemDelegate(Cells(kinds or (CellKind.TEXT,) * columns, values or {}, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(COMPACT if compact else ROW))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(scaled(32))
        head.setStretchLastSection(True)
        head.setDefaultAlignment(LEFT_MIDDLE)
        self.doubleClicked.connect(self._double)

    def set_widths(self, widths: Sequence[int | str]) -> None:
        """Column widths: pixels, or a sample text that must fit ("di 24-11-2026"); the last column takes the rest."""
        measure = QFontMetrics(font(10, 600))
        for column, width in enumerate(widths):
            pixels = scaled(width) if isinstance(width, int) else measure.horizontalAdvance(width) + 20
            self.setColumnWidth(column, pixels)

    def current(self) -> int:
        """Position of the current row, or -1."""
        return self.currentIndex().row()

    def select(self, position: int) -> None:
        """Make this row the current one and bring it into view."""
        if 0 <= position < self.model().rowCount():
            index = self.model().index(position, 0)
            # not `selectRow`: that listens to Shift and Ctrl, which the user may be holding for something else
            how = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)
            self.scrollTo(index)

    def _double(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() >= 0:
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)
