"""The stage bar: where one is in a way of several steps, and a button for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, row
from svp_desktop.ui.widgets.buttons import PaintedButton
from svp_desktop.ui.widgets.choice import focus_ring


class StageState(Enum):
    """How far a step is; the word is for screen readers."""

    DONE = "klaar"
    NOW = "bezig"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: title, a few words under it, state, and perhaps (n, of) drawn as a ring that fills."""

    title: str
    sub: str = ""
    state: StageState = StageState.LATER
    progress: tuple[int, int] | None = None


class Stage(PaintedButton):
    """One step of a stage bar: filled with a check, accent with its number, or an open ring."""

    _RADIUS = 12

    def __init__(self, number: int, step: Step, *, last: bool = False) -> None:
        super().__init__()
        self._number, self._last = number, last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(step)

    def set_step(self, step: Step) -> None:
        """Another title, sub or state."""
        self.step = step
        self.setAccessibleName(f"Stap {self._number}: {step.title}, {step.state.value}")
        self.setAccessibleDescription(step.sub)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(180), scaled(52))

    def minimumSizeHint(self) -> QSize:
        wide = QFontMetricsF(font(10, 600)).horizontalAdvance(self.step.title)
        return QSize(round(wide) + 48, scaled(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, done = self.step.state is StageState.NOW, self.step.state is StageState.DONE
        center = QPointF(18, scaled(23))
        self._draw_ring(painter, center, now, done)
        left = center.x() + self._RADIUS + 8
        title = font(10, 600 if now else 500)
        wide = QFontMetricsF(title).horizontalAdvance(self.step.title)
        self._draw_connector(painter, left + wide + 10, center.y() - scaled(8), done)
        painter.setFont(title)
        painter.setPen(color("muted" if self.step.state is StageState.LATER and not self.step.progress else "text"))
        half = scaled(17)
        painter.drawText(QRectF(left, center.y() - half, self.width() - left, half), LEFT_MIDDLE, self.step.title)
        painter.setFont(font(9))
        painter.setPen(color("muted"))
        measure = QFontMetricsF(painter.font())
        room = self.width() - left - 4
        sub = measure.elidedText(self.step.sub, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, center.y() + 1, room, half), LEFT_MIDDLE, sub)
        if now:
            extent = max(wide, measure.horizontalAdvance(sub))
            painter.fillRect(QRectF(6, self.height() - 3, left + extent, 3), color("accent"))
        if self.hasFocus():
            focus_ring(painter, self, 6)

    def _draw_connector(self, painter: QPainter, start: float, y: float, done: bool) -> None:
        if not self._last and self.width() - start > 14:
            painter.setPen(QPen(color("ink" if done else "line"), 2))
            painter.drawLine(QPointF(start, y), QPointF(self.width() - 4, y))

    def _draw_ring(self, painter: QPainter, center: QPointF, now: bool, done: bool) -> None:
        radius = self._RADIUS
        ring = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        if done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("ink"))
            painter.drawEllipse(ring)
            draw_icon(painter, "check", "surface", center.x() - 8, center.y() - 8, 16)
            return
        progress = self.step.progress
        filled = now and not progress
        inset = 1 if progress else 0.7
        edge = "accent" if filled else "line" if progress else "control"
        painter.setBrush(color("accent" if filled else "surface"))
        painter.setPen(QPen(color(edge), 3 if progress else 1.4))
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        if progress and progress[0]:
            flat = Qt.PenCapStyle.FlatCap
            painter.setPen(QPen(color("accent" if now else "ink"), 3, Qt.PenStyle.SolidLine, flat))
            painter.drawArc(ring.adjusted(1, 1, -1, -1), 90 * 16, -round(5760 * progress[0] / progress[1]))
        painter.setFont(font(9, 700))
        painter.setPen(color("on" if filled else "text" if progress or now else "muted"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StageBar(QFrame):
    """The steps side by side in a card; `chosen(int)` tells the position of the step that was clicked."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._stages = [Stage(number, step, last=number == len(steps)) for number, step in enumerate(steps, 1)]
        self.setLayout(row(*[(stage, 1) for stage in self._stages], spacing=0, margins=(8, 4, 8, 4)))
        for stage in self._stages:
            stage.clicked.connect(self._clicked)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show as many steps as before in another state."""
        for stage, step in zip(self._stages, steps, strict=True):
            stage.set_step(step)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Stage):
            self.chosen.emit(self._stages.index(sender))


def stage_bar(*steps: Step) -> StageBar:
    """A stage bar of these steps."""
    return StageBar(steps)
