"""Bars on paper: solid for now, a tick for the period before, every number beside it, so that a copy stays clean."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black, white
from reportlab.platypus import CondPageBreak

from svp_desktop.documents import fonts, style, text
from svp_desktop.documents.bladen.vel import Wide, blok
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, MM
from svp_desktop.domain.grafiek import ONDERDRUKT, Staven, deel, getal
from svp_desktop.domain.inzicht import KLEINSTE

_INK = "#2F4156"
_HEAD, _ROW, _BAR = 5 * MM, 6.4 * MM, 3.6 * MM
#: What a name of two lines adds to its row.
_SECOND = 4 * MM
_NAME, _NUMBERS = 56 * MM, 36 * MM
_COLUMN = 19 * MM
_SIZE, _LEAST = 10.0, 8.0


class BarChart(Wide):
    """Names left, bars, and the numbers of both periods right."""

    def __init__(self, record: Record, staven: Staven, nu: str, eerder: str) -> None:
        super().__init__(record)
        self.staven, self.heads = staven, (nu, eerder)
        self.names = [_lines(bar.naam) for bar in staven.staven]
        self.spaceBefore, self.spaceAfter = 0, HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """A head and rows of 6.4 mm, more for a name of two lines."""
        self.height = _HEAD + sum(_high(lines) for lines in self.names)
        return avail_width, self.height

    def draw(self) -> None:
        canvas, left, right = self.canv, self.LEFT, self.LEFT + self.WIDTH
        canvas.setStrokeColor(black)
        canvas.setFillColor(black)
        canvas.setLineWidth(style.THIN)
        y = self.height - _HEAD
        for at, (words, face) in enumerate(zip(self.heads, (fonts.TEKST_VET, fonts.TEKST), strict=True)):
            text.draw_line(canvas, right - (1 - at) * _COLUMN, y + 2 * MM, words, face, 8.5, "right")
        canvas.line(left, y, right, y)
        for bar, lines in zip(self.staven.staven, self.names, strict=True):
            y -= _high(lines)
            middle = y + (_high(lines) - _ROW) / 2
            self._bar(canvas, middle, bar.waarde or 0, bar.eerder)
            canvas.setFillColor(black)
            for at, line in enumerate(lines):
                name, size = text.fit(line, fonts.TEKST, _SIZE, _NAME - 3 * MM, _LEAST)
                text.draw_line(canvas, left, y + 2 * MM + (len(lines) - 1 - at) * _SECOND, name, fonts.TEKST, size)
            text.draw_line(canvas, right - _COLUMN, middle + 2 * MM, bar.tekst, fonts.TEKST_VET, _SIZE, "right")
            before = getal(bar.eerder) if bar.eerder is not None else "–"
            text.draw_line(canvas, right, middle + 2 * MM, before, fonts.TEKST, _SIZE, "right")
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


def total(nu: int, eerder: int) -> str:
    """How many, now and in the period before; a small number is not told."""
    told, before = (getal(number) if number >= KLEINSTE else ONDERDRUKT for number in (nu, eerder))
    return f"{told}, een jaar eerder ook" if told == before == ONDERDRUKT else f"{told} (een jaar eerder {before})"


def figure(record: Record, words: Sequence[str], chart: BarChart) -> list[Any]:
    """A chart with its heading and words; all of it on one page."""
    pieces = [*blok(record, chart.staven.titel, *words), chart]
    # between two pieces stands half a unit
    need = sum(piece.wrap(style.MEASURE, style.PAGE_HEIGHT)[1] + HALF for piece in pieces[1:])
    return [CondPageBreak(need), *pieces]


def _lines(name: str) -> tuple[str, ...]:
    """A name on one line, or over two at the space where the longest line is shortest."""
    if fonts.width(name, fonts.TEKST, _SIZE) <= _NAME - 3 * MM or " " not in name.strip():
        return (name,)
    places = [at for at, char in enumerate(name) if char == " "]
    cut = min(places, key=lambda at: max(fonts.width(half, fonts.TEKST, _SIZE) for half in (name[:at], name[at + 1 :])))
    return name[:cut], name[cut + 1 :]


def _high(lines: Sequence[str]) -> float:
    return _ROW + (len(lines) - 1) * _SECOND
