"""Bars on paper: black ink on white, the number beside each bar, earlier as a tick; a copy of a copy stays clean."""

from typing import Any

from reportlab.lib.colors import black, white

from svp_desktop.documents import fonts, style, text
from svp_desktop.documents.bladen.vel import Wide
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain.grafiek import Staven, deel, getal

_INK = "#2F4156"
_ROW, _BAR = 6.4 * MM, 3.6 * MM
_NAME, _NUMBERS = 56 * MM, 32 * MM


class BarChart(Wide):
    """Names left, bars, and the numbers of both periods right."""

    def __init__(self, record: Record, staven: Staven, nu: str, eerder: str) -> None:
        super().__init__(record)
        self.staven, self.heads = staven, (nu, eerder)
        self.spaceBefore, self.spaceAfter = 0, style.HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """A head and rows of 6.4 mm."""
        self.height = _ROW * (len(self.staven.staven) + 1)
        return avail_width, self.height

    def draw(self) -> None:
        canvas, left, right = self.canv, self.LEFT, self.LEFT + self.WIDTH
        canvas.setStrokeColor(black)
        canvas.setFillColor(black)
        canvas.setLineWidth(style.THIN)
        y = self.height - _ROW
        for at, (words, face) in enumerate(zip(self.heads, (fonts.TEKST_VET, fonts.TEKST), strict=True)):
            text.draw_line(canvas, right - (1 - at) * 17 * MM, y + 2 * MM, words, face, 8.5, "right")
        canvas.line(left, y, right, y)
        for bar in self.staven.staven:
            y -= _ROW
            self._bar(canvas, y, bar.waarde or 0, bar.eerder)
            canvas.setFillColor(black)
            name, size = text.fit(bar.naam, fonts.TEKST, 10, _NAME - 3 * MM, 7)
            text.draw_line(canvas, left, y + 2 * MM, name, fonts.TEKST, size)
            text.draw_line(canvas, right - 17 * MM, y + 2 * MM, bar.tekst, fonts.TEKST_VET, 10, "right")
            before = getal(bar.eerder) if bar.eerder is not None else "–"
            text.draw_line(canvas, right, y + 2 * MM, before, fonts.TEKST, 10, "right")
        canvas.line(left, y, right, y)

    def _bar(self, canvas: Any, y: float, value: int, before: int | None) -> None:
        start, room = self.LEFT + _NAME, self.WIDTH - _NAME - _NUMBERS
        low = y + (_ROW - _BAR) / 2
        canvas.setFillColor(style.colour(_INK))
        canvas.rect(start, low, room * deel(value, self.staven.hoogste), _BAR, stroke=0, fill=1)
        if before:
            x = start + room * deel(before, self.staven.hoogste)
            canvas.setFillColor(white)
            canvas.rect(x - 1.4, low - 0.8 * MM, 2.8, _BAR + 1.6 * MM, stroke=0, fill=1)
            canvas.setLineWidth(1.2)
            canvas.line(x, low - 0.8 * MM, x, low + _BAR + 0.8 * MM)
            canvas.setLineWidth(style.THIN)
