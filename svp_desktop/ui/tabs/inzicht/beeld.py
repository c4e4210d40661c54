"""The grid of hours by weekdays on the screen: squares, drawn in one ink."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from svp_desktop.domain.grafiek import Raster, deel, getal
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE

_ROW, _SIDE = 28, 62
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class RasterBeeld(QWidget):
    """Hours by weekdays: a square that grows with the number, and the number beside it; sums below and at the right.

    `open_list(key)` is called with what was pressed; arrows move from cell to cell, Enter or Space presses.
    """

    def __init__(self, open_list: Callable[[str], None]) -> None:
        super().__init__()
        self._open = open_list
        self._raster = Raster("", (), (), ())
        self._at = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_grid(self, raster: Raster) -> None:
        """Another grid; its description names every moment with a number."""
        self._raster = raster
        self._at = (0, 0)
        self.setAccessibleName(raster.titel)
        self.setAccessibleDescription("; ".join(f"{name}: {number}" for name, number, _ in raster.tabel()))
        self.setVisible(bool(raster.rijen))
        self.updateGeometry()
        self.update()

    def press(self, row: int, column: int) -> None:
        """Show what this cell counts; one without incidents does nothing."""
        if self._raster.aantal(row, column):
            self._open(self._raster.sleutel(row, column))

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column under a point."""
        box = self._box(0, 0)
        row, column = int((y - box.y()) // box.height()), int((x - box.x()) // box.width())
        there = 0 <= row <= len(self._raster.rijen) and 0 <= column <= len(self._raster.kolommen)
        return (row, column) if there and self._raster.rijen else None

    def sizeHint(self) -> QSize:
        return QSize(scaled(340), scaled(_ROW) * (len(self._raster.rijen) + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(260), self.sizeHint().height())

    def _box(self, row: int, column: int) -> QRectF:
        side, high = scaled(_SIDE), float(scaled(_ROW))
        wide = (self.width() - side) / (len(self._raster.kolommen) + 1)
        return QRectF(side + column * wide, (row + 1) * high, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        raster = self._raster
        if not raster.rijen:
            return
        painter = QPainter(self)
        painter.setFont(font(9))
        painter.setPen(color("muted"))
        for at, name in enumerate((*(name[:2] for name in raster.kolommen), "samen")):
            painter.drawText(self._box(-1, at), Qt.AlignmentFlag.AlignCenter, name)
        for down, name in enumerate((*raster.rijen, "samen")):
            painter.setPen(color("muted"))
            first = self._box(down, 0)
            painter.drawText(QRectF(0, first.y(), first.x() - 8, first.height()), RIGHT_MIDDLE, name)
            for at in range(len(raster.kolommen) + 1):
                self._cell(painter, self._box(down, at).adjusted(1, 1, -1, -1), down, at)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(self._box(*self._at).adjusted(2, 2, -2, -2))

    def _cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        raster, value = self._raster, self._raster.aantal(row, column)
        sums = row == len(raster.rijen) or column == len(raster.kolommen)
        if not sums:
            painter.setPen(QPen(color("line"), 1))
            painter.drawRect(box)
        if not value:
            return
        painter.setPen(color("text"))
        if sums:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, getal(value))
            return
        most = box.height() - 6
        size = max(3.0, most * deel(value, raster.hoogste) ** 0.5)
        middle = box.center()
        left = middle.x() - most / 2 - scaled(8)
        painter.fillRect(QRectF(left + (most - size) / 2, middle.y() - size / 2, size, size), color("ink"))
        painter.drawText(QRectF(left + most + 5, box.y(), box.width(), box.height()), LEFT_MIDDLE, getal(value))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        filled = cell is not None and self._raster.aantal(*cell) > 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if filled else Qt.CursorShape.ArrowCursor)
        self.setToolTip("Toon deze incidenten in de lijst" if filled else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().x(), event.position().y())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = cell
            self.update()
            self.press(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._raster.rijen:
            row = min(max(0, self._at[0] + step[0]), len(self._raster.rijen))
            column = min(max(0, self._at[1] + step[1]), len(self._raster.kolommen))
            self._at = (row, column)
            self.setAccessibleDescription(self._words(row, column))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._raster.rijen:
            self.press(*self._at)
        else:
            super().keyPressEvent(event)

    def _words(self, row: int, column: int) -> str:
        hour, day = (*self._raster.rijen, "alle uren")[row], (*self._raster.kolommen, "alle dagen")[column]
        return f"{hour}, {day}: {getal(self._raster.aantal(row, column))}"
