"""The ground of the pages before the window: a ship adrift finds a harbour and an anchor, the plan's own image.

Some thirty painter calls in the line colour, so that no file is loaded before the first window is painted.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget

from svp_desktop.ui.theme import LOOK, color, scaled
from svp_desktop.ui.widgets.base import col, holder, row
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.reading_order import step

#: From this height on, at the usual letters, the harbour has room for itself.
_ROOMY = 640

_Point = tuple[float, float]


def _trace(painter: QPainter, *points: _Point, close: bool = False) -> None:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    if close:
        path.closeSubpath()
    painter.drawPath(path)


def _draw_lighthouse(painter: QPainter, x: float, sea: float, edge: float) -> None:
    _trace(painter, (x - 92, sea + 6), (x - 70, sea - 18), (edge + 4, sea - 18))
    _trace(painter, (x - 24, sea - 18), (x - 13, sea - 142), (x + 13, sea - 142), (x + 24, sea - 18), close=True)
    ground = painter.brush()
    painter.setBrush(color("line"))
    for band in (0, 2):
        low, high = sea - 18 - 31 * band, sea - 18 - 31 * (band + 1)
        half_low, half_high = (24 - 11 * (sea - 18 - y) / 124 for y in (low, high))
        corners = ((x - half_low, low), (x - half_high, high), (x + half_high, high), (x + half_low, low))
        _trace(painter, *corners, close=True)
    painter.setBrush(ground)
    painter.drawRect(QRectF(x - 17, sea - 150, 34, 8))
    painter.drawRect(QRectF(x - 9, sea - 168, 18, 18))
    _trace(painter, (x - 13, sea - 168), (x, sea - 182), (x + 13, sea - 168), close=True)
    for dx, dy in ((-34, -10), (-38, 2), (34, -10), (38, 2)):
        painter.drawLine(QPointF(x + dx * 0.55, sea - 160 + dy * 0.55), QPointF(x + dx, sea - 160 + dy))


def _draw_ship(painter: QPainter, x: float, sea: float) -> None:
    _trace(painter, (x - 46, sea - 4), (x + 50, sea - 4), (x + 34, sea + 20), (x - 34, sea + 20), close=True)
    _trace(painter, (x, sea - 4), (x, sea - 92))
    _trace(painter, (x + 6, sea - 84), (x + 42, sea - 16), (x + 6, sea - 16), close=True)
    _trace(painter, (x - 6, sea - 70), (x - 34, sea - 16), (x - 6, sea - 16), close=True)


def _draw_wave(painter: QPainter, y: float, height: float, shift: float, width: float, bottom: float) -> None:
    x = -80 + shift
    path = QPainterPath(QPointF(x, y))
    while x < width + 80:
        path.cubicTo(QPointF(x + 18, y - height), QPointF(x + 26, y - height), QPointF(x + 44, y))
        path.cubicTo(QPointF(x + 62, y + height), QPointF(x + 70, y + height), QPointF(x + 88, y))
        x += 88
    path.lineTo(QPointF(x, bottom + 10))
    path.lineTo(QPointF(-90, bottom + 10))
    painter.drawPath(path)


def quay() -> int:
    """Height of the foot of a page that its content leaves to the harbour; large letters need the room themselves."""
    return 116 if LOOK.scale <= 1.1 else 12


def in_the_middle(content: QWidget, width: int) -> QHBoxLayout:
    """At most this wide, at the usual letters; narrower when the window is."""
    content.setMaximumWidth(scaled(width))
    return row(None, (content, 1000), None)


class Harbour(QWidget):
    """A page with the harbour along its foot. In a low window its content takes the foot too, and scrolls."""

    _content: QLayout | None = None
    _foot = _lowest = 0

    def stand(self, content: QBoxLayout | QWidget, foot: int, *, lowest: int = 0) -> None:
        """What stands on the page, and how much of its foot it leaves free; it scrolls when it has less room than it
        likes, or than `lowest` points of height for a content that can do with less."""
        inside = content if isinstance(content, QWidget) else holder(content)
        inside.setProperty("clear", True)
        self._content, self._foot, self._lowest = inside.layout(), foot, lowest
        self.setLayout(col((GivesWay(inside, low=self._needs), 1)))

    def _needs(self, width: int) -> int:
        if self._lowest or self._content is None:
            return scaled(self._lowest)
        high = self._content.totalHeightForWidth(width) if self._content.hasHeightForWidth() else -1
        return max(high, self._content.totalMinimumSize().height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        # a page with a first field for the keyboard would skip what stands before it in Qt's own order
        return step(self, forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None:
            margins = self._content.contentsMargins()
            margins.setBottom(self._foot if self.height() >= scaled(_ROOMY) else margins.top())
            self._content.setContentsMargins(margins)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), color("bg"))
        width, height = self.width(), self.height()
        sea = height - 104
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color("line"), 2, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(color("bg"))
        if width > 1150:
            _draw_lighthouse(painter, width - 176, sea, width)
            _draw_ship(painter, 168, sea)
        for y, swell, shift in ((sea + 18, 4, 0), (sea + 44, 5, 30), (sea + 72, 6, 70)):
            _draw_wave(painter, y, swell, shift, width, height)
