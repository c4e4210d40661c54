"""What the marks on the ladder mean."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE

_PARTS = (("full", "gedaan", 10), ("ring", "gepland", 10), ("bar", "meer dagen", 22))


class Legend(QWidget):
    """Filled: done; ring: planned; with a thick tail: more days."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Uitleg: dicht is gedaan, open is gepland, met een streep is meer dagen")

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(font(9))
        wide = sum(shift + measure.horizontalAdvance(text) + 18 for _, text, shift in _PARTS)
        return QSize(round(wide) + 4, scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(9))
        x, middle = 6.0, self.height() / 2
        for kind, text, shift in _PARTS:
            if kind == "bar":
                painter.setPen(QPen(color("ink"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                painter.drawLine(QPointF(x, middle), QPointF(x + 16, middle))
            painter.setPen(QPen(color("ink"), 1.8))
            painter.setBrush(color("surface" if kind == "ring" else "ink"))
            painter.drawEllipse(QPointF(x, middle), 4.5, 4.5)
            painter.setPen(color("muted"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.drawText(QRectF(x + shift, 0, wide + 4, self.height()), LEFT_MIDDLE, text)
            x += shift + wide + 18
