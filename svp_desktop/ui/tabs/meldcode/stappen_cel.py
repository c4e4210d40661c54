"""The five steps of a dossier in a cell of the list: done, in hand, later; the words stand beside the drawing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.meldcode_stappen import STAP_NAMEN, STAPPEN
from svp_desktop.ui.theme import color
from svp_desktop.ui.widgets.table import CellKind, Cells

_STEP, _RADIUS = 14, 4.5


def stap_woorden(stap: int) -> str:
    """The step in hand, in words: "4 Wegen"."""
    return f"{stap} {STAP_NAMEN[stap]}"


class StappenCel(Cells):
    """Draws the steps before their words: filled is done, thick is in hand, thin is later."""

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__((CellKind.TEXT,) * (column + 1), {}, parent)

    def _draw_text(self, painter: QPainter, box: QRectF, ink: str, text: str, strong: bool) -> None:  # type: ignore[override]
        if not text:  # a destroyed dossier has no step
            return
        now = int(text[:1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in STAPPEN:
            middle = QPointF(box.left() + 8 + _RADIUS + (step - 1) * _STEP, box.center().y())
            done, here = step < now, step == now
            painter.setBrush(color("ink") if done else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("ink" if done else "accent" if here else "control"), 2.4 if here else 1.2))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
        Cells._draw_text(painter, box.adjusted(len(STAPPEN) * _STEP + 6, 0, 0, 0), ink, text, strong)
