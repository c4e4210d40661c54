"""Bars of numbers on the screen, in one ink: now as a bar, earlier as a tick across it, each with its number."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from svp_desktop.domain.grafiek import Staaf, Staven, deel, getal
from svp_desktop.domain.incident import Mand
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE, clear
from svp_desktop.ui.widgets.buttons import PaintedButton
from svp_desktop.ui.widgets.choice import focus_ring
from svp_desktop.ui.widgets.painted import draw_mand_shape

_ROW, _BAR, _NAME, _NUMBER, _PAD = 28, 14, 212, 46, 6


class StaafKnop(PaintedButton):
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

    def show_chart(self, staven: Staven, vol: int = 1) -> None:
        """Other bars; a bar is full from the number `vol` on, so that 1 does not look like much."""
        clear(self._column)
        self.knoppen = [StaafKnop(bar, max(vol, staven.hoogste)) for bar in staven.staven]
        for made in self.knoppen:
            made.clicked.connect(self._opener(made.bar.sleutel))
            self._column.addWidget(made)

    def _opener(self, key: str) -> Callable[[], None]:
        def go() -> None:
            self._open(key)

        return go
