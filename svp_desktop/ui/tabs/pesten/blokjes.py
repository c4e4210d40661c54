"""Counts as squares of one incident each: readable in black and white, drawn because fonts miss the character."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from svp_desktop.ui.theme import color, scaled

_MEEST = 12


class Blokjes(QWidget):
    """So many squares; more than twelve are told by the number beside them."""

    def __init__(self, aantal: int, naam: str) -> None:
        super().__init__()
        self._aantal = min(aantal, _MEEST)
        self.setAccessibleName(naam)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(self._aantal * scaled(16)), scaled(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self._aantal):
            painter.fillRect(QRectF(place * scaled(16), 1, scaled(12), scaled(12)), color("ink"))
