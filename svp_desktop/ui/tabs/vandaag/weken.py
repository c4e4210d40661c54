"""Incidents per week as bars of manden: outline and shape tell them apart, colour only repeats it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from svp_desktop.domain.incident import Mand
from svp_desktop.domain.labels import label
from svp_desktop.ui.theme import color, font, mand_colors, scaled
from svp_desktop.ui.widgets.painted import draw_mand_shape

_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Week:
    """One week: its ISO number and how many incidents of each mand."""

    nummer: int
    aantallen: tuple[int, ...]

    @property
    def totaal(self) -> int:
        """All incidents of the week."""
        return sum(self.aantallen)


def tel_weken(incidenten: Sequence[tuple[date, Mand]], today: date, weken: int = 8) -> tuple[Week, ...]:
    """Counts of the last weeks, this week last; manden in the order of `Mand`."""
    monday = today - timedelta(days=today.weekday())
    counted = []
    for back in reversed(range(weken)):
        start = monday - timedelta(weeks=back)
        inside = [mand for day, mand in incidenten if start <= day < start + timedelta(weeks=1)]
        counted.append(Week(start.isocalendar().week, tuple(inside.count(mand) for mand in Mand)))
    return tuple(counted)


class WekenGrafiek(QWidget):
    """Bars on one base line; the number of each week stands on its bar."""

    def __init__(self) -> None:
        super().__init__()
        self._weeks: tuple[Week, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Incidenten per week")

    def show_weeks(self, weeks: tuple[Week, ...]) -> None:
        """Show these counts."""
        self._weeks = weeks
        self.setAccessibleDescription("; ".join(f"week {week.nummer}: {week.totaal}" for week in weeks))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(360), scaled(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(260), scaled(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weeks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base, top = self.height() - scaled(46), scaled(20)
        most = max(4, max(week.totaal for week in self._weeks))
        column = self.width() / len(self._weeks)
        for number, week in enumerate(self._weeks):
            left = number * column + column * 0.2
            y = float(base)
            for mand, count in zip(Mand, week.aantallen, strict=True):
                if not count:
                    continue
                high = count / most * (base - top)
                box = QRectF(round(left) + 0.5, round(y - high) + 0.5, round(column * 0.6), round(high))
                fill, ink = mand_colors(mand.value)
                painter.setPen(QPen(ink, 1))
                painter.setBrush(fill)
                painter.drawRect(box)
                if high >= 16:
                    draw_mand_shape(painter, mand, box.center().x(), box.center().y(), 5)
                y -= high
            painter.setFont(font(9, 600))
            painter.setPen(color("text" if week.totaal else "muted"))
            painter.drawText(QRectF(number * column, y - scaled(18), column, scaled(16)), _CENTER, str(week.totaal))
            painter.setFont(font(9))
            painter.setPen(color("muted"))
            box = QRectF(number * column, base + 3, column, scaled(18))
            painter.drawText(box, _CENTER, f"wk {week.nummer}")
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(QPointF(0, base + 0.5), QPointF(self.width(), base + 0.5))
        self._legend(painter)

    def _legend(self, painter: QPainter) -> None:
        painter.setFont(font(9))
        x, y = 6.0, self.height() - scaled(11)
        for mand in Mand:
            draw_mand_shape(painter, mand, x, y, 4.5)
            painter.setPen(color("muted"))
            word = label(mand)
            wide = painter.fontMetrics().horizontalAdvance(word)
            painter.drawText(QRectF(x + 10, y - scaled(10), wide + 4, scaled(20)), Qt.AlignmentFlag.AlignVCenter, word)
            x += wide + 30
