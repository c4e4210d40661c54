"""The six phases as rings that fill: each opens, in any order (demand 88)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from svp_desktop.domain.thuisschool_fasen import FASETITELS, Fase
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, card, col
from svp_desktop.ui.widgets.base import label as words
from svp_desktop.ui.widgets.buttons import PaintedButton
from svp_desktop.ui.widgets.choice import focus_ring

_RADIUS = 12


class FaseKnop(PaintedButton):
    """One phase: its number in a ring that fills, or a check when every point of it is ready."""

    def __init__(self, fase: Fase) -> None:
        super().__init__()
        self.fase = fase
        self._number = list(Fase).index(fase) + 1
        self._done, self._of = 0, 1
        self._low = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 1)

    def set_progress(self, done: int, of: int) -> None:
        """So many of its points are ready."""
        self._done, self._of = done, of
        title, sub = FASETITELS[self.fase]
        self.setAccessibleName(f"Fase {self._number}: {title}, {done} van {of} gedaan")
        self.setAccessibleDescription(sub)
        self.update()

    def set_low(self, low: bool) -> None:
        """Only the title, in a window with little height."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def progress(self) -> tuple[int, int]:
        """How many points are ready, and of how many."""
        return self._done, self._of

    def sizeHint(self) -> QSize:
        return QSize(scaled(190), scaled(28 if self._low else 46))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(150), scaled(28 if self._low else 46))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        middle = QPointF(20, self.height() / 2)
        self._draw_ring(painter, middle)
        title, sub = FASETITELS[self.fase]
        left, half = 41.0, scaled(17)
        room = self.width() - left - 6
        bold = font(10, 600 if self.isChecked() else 500)
        lines = [(title, bold, "text", middle.y() - (half / 2 if self._low else half))]
        if not self._low:
            lines.append((f"{self._done} van {self._of}, {sub}", font(9), "muted", middle.y()))
        for text, face, token, top in lines:
            painter.setFont(face)
            painter.setPen(color(token))
            fitting = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, half), LEFT_MIDDLE, fitting)
        if self.hasFocus():
            focus_ring(painter, self, 6)

    def _draw_ring(self, painter: QPainter, center: QPointF) -> None:
        ring = QRectF(center.x() - _RADIUS, center.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        if self._done == self._of:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("ink"))
            painter.drawEllipse(ring)
            draw_icon(painter, "check", "surface", center.x() - 8, center.y() - 8, 16)
            return
        painter.setBrush(color("surface"))
        painter.setPen(QPen(color("line"), 3))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self._done:
            token = "accent" if self.isChecked() else "ink"
            painter.setPen(QPen(color(token), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring.adjusted(1, 1, -1, -1), 90 * 16, -round(5760 * self._done / self._of))
        painter.setFont(font(9, 700))
        painter.setPen(color("text"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))


class FaseKeuze(QWidget):
    """The six under each other in a card; `chosen(Fase)` for the user only."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.knoppen = {fase: FaseKnop(fase) for fase in Fase}
        self._group = QButtonGroup(self)
        for knop in self.knoppen.values():
            self._group.addButton(knop)
        self._sum = words("", "small")
        self._title = words("Zes fasen", "h2")
        head = col(self._title, self._sum, margins=(12, 0, 8, 2), spacing=0)
        frame = card(head, *self.knoppen.values(), None, margins=(4, 10, 4, 8), spacing=0)
        self.setLayout(col((frame, 1)))
        self.setFixedWidth(scaled(212))
        self._group.buttonClicked.connect(self._clicked)
        self.set_fase(Fase.VOORAF)

    def set_fase(self, fase: Fase) -> None:
        """Choose without telling."""
        self.knoppen[fase].setChecked(True)

    def set_low(self, low: bool) -> None:
        """Little height: titles only."""
        self._title.setVisible(not low)
        for knop in self.knoppen.values():
            knop.set_low(low)

    def fase(self) -> Fase:
        """The phase that is open."""
        return next((fase for fase, knop in self.knoppen.items() if knop.isChecked()), Fase.VOORAF)

    def set_progress(self, counts: dict[Fase, tuple[int, int]]) -> None:
        """What of each phase is ready."""
        for fase, (done, of) in counts.items():
            self.knoppen[fase].set_progress(done, of)
        done, of = (sum(pair[number] for pair in counts.values()) for number in (0, 1))
        self._sum.setText(f"{done} van {of}, elke volgorde mag")

    @Slot(QAbstractButton)
    def _clicked(self, knop: QAbstractButton) -> None:
        if isinstance(knop, FaseKnop):
            self.chosen.emit(knop.fase)
