"""The charts on the screen: bars that are buttons, and a grid of squares. All data is drawn in one ink."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from svp_desktop.domain.grafiek import Raster, Staaf, Staven, deel, getal
from svp_desktop.domain.incident import Mand
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE, clear
from svp_desktop.ui.widgets.choice import focus_ring
from svp_desktop.ui.widgets.painted import draw_mand_shape

_ROW, _BAR, _NAME, _NUMBER, _PAD, _SIDE = 28, 14, 212, 46, 6, 62
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class StaafKnop(QAbstractButton):
    """One bar with its name and both numbers; a button when a list can show what it counts."""

    def __init__(self, bar: Staaf, highest: int) -> None:
        super().__init__()
        self.bar, self._highest = bar, highest
        self.setEnabled(bool(bar.sleutel))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        before = f", een jaar eerder {getal(bar.eerder)}" if bar.eerder is not None else ""
        self.setAccessibleName(f"{bar.naam}: {bar.tekst}{before}")
        if bar.sleutel:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(f"{bar.naam}: toon deze incidenten in de lijst")

    def sizeHint(self) -> QSize:
        return QSize(scaled(340), scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(260), scaled(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = float(self.width()), float(self.height())
        if self.isEnabled() and self.underMouse():
            painter.fillRect(self.rect(), color("hover"))
        name, number = min(scaled(_NAME), wide * 0.4), scaled(_NUMBER)
        self._name(painter, QRectF(_PAD, 0, name - _PAD, high))
        room = wide - name - 2 * number - _PAD
        painter.fillRect(
            QRectF(name, (high - scaled(_BAR)) / 2, room * deel(self.bar.waarde or 0, self._highest), scaled(_BAR)),
            color("ink"),
        )
        if self.bar.eerder:
            self._tick(painter, name + room * deel(self.bar.eerder, self._highest), high)
        painter.setPen(color("text"))
        painter.setFont(font(10, 600))
        painter.drawText(QRectF(wide - 2 * number - _PAD, 0, number, high), RIGHT_MIDDLE, self.bar.tekst)
        painter.setFont(font(10))
        painter.setPen(color("muted"))
        before = "" if self.bar.eerder is None else getal(self.bar.eerder)
        painter.drawText(QRectF(wide - number - _PAD, 0, number, high), RIGHT_MIDDLE, before)
        if self.hasFocus():
            focus_ring(painter, self, 6)

    def _name(self, painter: QPainter, box: QRectF) -> None:
        kind, _, value = self.bar.sleutel.partition(":")
        if kind == "mand":
            draw_mand_shape(painter, Mand(value), box.x() + scaled(7), box.center().y(), scaled(6))
            box = box.adjusted(scaled(22), 0, 0, 0)
        painter.setFont(font(10))
        painter.setPen(color("text"))
        words = QFontMetricsF(font(10)).elidedText(self.bar.naam, Qt.TextElideMode.ElideRight, box.width() - _PAD)
        painter.drawText(box, LEFT_MIDDLE, words)

    @staticmethod
    def _tick(painter: QPainter, x: float, high: float) -> None:
        """Earlier: a line across, with air around it so that it is seen on the bar too."""
        half = scaled(_BAR) / 2 + 3
        painter.fillRect(QRectF(x - 2.5, high / 2 - half, 5, 2 * half), color("surface"))
        painter.fillRect(QRectF(x - 1, high / 2 - half, 2, 2 * half), color("text"))


class StavenBeeld(QWidget):
    """Bars under each other. `open_list(key)` is called with what was pressed."""

    def __init__(self, open_list: Callable[[str], None]) -> None:
        super().__init__()
        self._open = open_list
        self.knoppen: list[StaafKnop] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setLayout(self._column)

    def show_chart(self, staven: Staven) -> None:
        """Other bars."""
        clear(self._column)
        self.knoppen = [StaafKnop(bar, staven.hoogste) for bar in staven.staven]
        for made in self.knoppen:
            made.clicked.connect(self._opener(made.bar.sleutel))
            self._column.addWidget(made)

    def _opener(self, key: str) -> Callable[[], None]:
        def go() -> None:
            self._open(key)

        return go


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
