"""Small drawings that mean something: mand, pijlers, waakzame zorg, degree of certainty. Also for delegates.

Manden are known by shape, word and colour, never by colour alone.
"""

import math
from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import ZorgNiveau
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.labels import label
from svp_desktop.ui.theme import color, draw_icon, font, mand_colors, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE

_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush


class Cell(Enum):
    """One cell of the pijler glyph."""

    DONE = "gedaan"
    EMPTY = "leeg"
    NOT_SERVED = "niet van deze actie"
    WANTED = "gevraagd"


def mand_word(mand: Mand) -> str:
    """The word of a mand, as it stands in badges and on paper."""
    return label(mand)


def draw_mand_shape(
    painter: QPainter, mand: Mand, x: float, y: float, radius: float, ink: QColor | None = None
) -> None:
    """Rondje, ruit, driehoek, achthoek around the point (x, y); in the mand's own ink unless another is given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink or mand_colors(mand.value)[1])
    painter.setPen(_NO_PEN)
    if mand is Mand.GROEN:
        painter.drawEllipse(QPointF(x, y), radius * 0.92, radius * 0.92)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x + dx * radius, y + dy * radius) for dx, dy in _OUTLINES[mand]]))
    painter.restore()


_EIGHTHS = [math.pi / 8 + number * math.pi / 4 for number in range(8)]
_OUTLINES: dict[Mand, tuple[tuple[float, float], ...]] = {
    Mand.GEEL: ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    Mand.ORANJE: ((0, -1.05), (1.1, 0.85), (-1.1, 0.85)),
    Mand.ROOD: tuple((1.05 * math.cos(turn), 1.05 * math.sin(turn)) for turn in _EIGHTHS),
}


def mand_width(mand: Mand) -> float:
    """Width of a mand's badge in pixels."""
    return QFontMetricsF(font(9, 600)).horizontalAdvance(mand_word(mand)) + 32


def draw_mand(painter: QPainter, x: float, middle: float, mand: Mand) -> float:
    """Draw the badge of a mand from x, around the height `middle`; returns its width."""
    fill, ink = mand_colors(mand.value)
    width, height = mand_width(mand), scaled(20)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(fill)
    box = QRectF(x + 0.5, middle - height / 2 + 0.5, width - 1, height - 1)
    painter.drawRoundedRect(box, height / 2 - 0.5, height / 2 - 0.5)
    draw_mand_shape(painter, mand, x + 14, middle, 5)
    painter.setFont(font(9, 600))
    painter.setPen(ink)
    painter.drawText(QRectF(x + 24, middle - height / 2, width, height), LEFT_MIDDLE, mand_word(mand))
    painter.restore()
    return width


class _Painted(QWidget):
    """Base of a small drawing of a fixed size that follows the font scale."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class MandBadge(_Painted):
    """The badge of a mand: shape, word and colour."""

    def __init__(self, mand: Mand) -> None:
        super().__init__(f"Mand {mand_word(mand)}")
        self._mand = mand

    def set_mand(self, mand: Mand) -> None:
        """Another mand."""
        self._mand = mand
        self.setAccessibleName(f"Mand {mand_word(mand)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(mand_width(self._mand)) + 1, scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mand(QPainter(self), 0, self.height() / 2, self._mand)


def pijlers_width(size: float = 15) -> float:
    """How wide the five cells of `draw_pijlers` are, at the size of the letters of now."""
    return 5 * scaled(size) + 8


def draw_pijlers(painter: QPainter, x: float, middle: float, cells: Sequence[Cell], size: float = 15) -> float:
    """Draw the letters Z A R N V as cells, from x around `middle`; returns their width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(size * 0.5, 700))
    size = scaled(size)
    for number, (pijler, cell) in enumerate(zip(Pijler, cells, strict=True)):
        box = QRectF(x + number * (size + 2) + 0.5, middle - size / 2 + 0.5, size - 1, size - 1)
        _draw_cell(painter, box, cell, pijler.value[0].upper())
    painter.restore()
    return 5 * size + 8


def _draw_cell(painter: QPainter, box: QRectF, cell: Cell, letter: str) -> None:
    if cell is Cell.NOT_SERVED:
        painter.setPen(QPen(color("control"), 1))
        center = box.center()
        painter.drawLine(QPointF(center.x() - 2, center.y()), QPointF(center.x() + 2, center.y()))
        return
    if cell is Cell.EMPTY:
        dashed = QPen(color("warn"), 1.3)
        dashed.setDashPattern([2.2, 1.6])
        painter.setPen(dashed)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(color("warn"))
    else:
        wanted = cell is Cell.WANTED
        painter.setPen(_NO_PEN)
        painter.setBrush(color("ink" if wanted else "cell"))
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)
        painter.setPen(color("surface" if wanted else "ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def pijler_cells(counts: Sequence[int]) -> tuple[Cell, ...]:
    """Cells of a casus from how often each pijler was served, in the order of Pijler."""
    return tuple(Cell.DONE if count else Cell.EMPTY for count in counts)


def actie_cells(pijlers: Sequence[Pijler], wanted: Sequence[Pijler] = ()) -> tuple[Cell, ...]:
    """Cells of one action: which pijlers it serves, and which of those the casus still lacks."""
    return tuple(
        Cell.NOT_SERVED if pijler not in pijlers else Cell.WANTED if pijler in wanted else Cell.DONE
        for pijler in Pijler
    )


class PijlerGlyph(_Painted):
    """Five cells Z A R N V; dashed = empty, dash = not served, dark = wanted."""

    def __init__(self, cells: Sequence[Cell], size: int = 15) -> None:
        super().__init__("")
        self._size = size
        self.set_cells(cells)

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Other cells."""
        self._cells = tuple(cells)
        words = [f"{pijler.value} {cell.value}" for pijler, cell in zip(Pijler, self._cells, strict=True)]
        self.setAccessibleName("Pijlers: " + ", ".join(words))
        self.setToolTip(", ".join(words).capitalize())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(5 * scaled(self._size) + 8, scaled(self._size) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_pijlers(QPainter(self), 0, self.height() / 2, self._cells, self._size)


_ZORG = tuple(ZorgNiveau)


class ZorgLevel(_Painted):
    """Waakzame zorg as three steps: open, gericht, beschermend."""

    def __init__(self, level: ZorgNiveau) -> None:
        super().__init__("")
        self.set_level(level)

    def set_level(self, level: ZorgNiveau) -> None:
        """Another level."""
        self._steps = _ZORG.index(level) + 1
        self.setAccessibleName(f"Waakzame zorg: {level.value}, niveau {self._steps} van 3")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(3):
            height = 5 + step * 4.5
            painter.setPen(QPen(color("ink"), 1))
            painter.setBrush(color("ink") if step < self._steps else _NO_BRUSH)
            painter.drawRoundedRect(QRectF(1.5 + step * 6, 15 - height, 4.2, height - 0.5), 1.2, 1.2)


class _Boxed(_Painted):
    """A word with an icon in a box: filled, outlined or dashed."""

    def __init__(self, text: str, icon: str, style: str) -> None:
        super().__init__(text)
        self._text, self._icon, self._style = text, icon, style

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(9, 600)).horizontalAdvance(self._text)
        return QSize(math.ceil(wide) + 37, scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._style == "fill"
        ink = "surface" if filled else "ink"
        pen = QPen(color("ink"), 1.3)
        if self._style == "dash":
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(color("ink" if filled else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        draw_icon(painter, self._icon, ink, 7, (self.height() - 14) / 2, 14)
        painter.setFont(font(9, 600))
        painter.setPen(color(ink))
        painter.drawText(QRectF(26, 0, self.width() - 27, self.height()), LEFT_MIDDLE, self._text)


class Tag(_Boxed):
    """Degree of certainty, `Feit`, `Mening` or `Vermoeden`: the less certain, the less ink."""

    STYLES = {
        "Feit": ("eye", "fill"),
        "Mening": ("message-circle", "line"),
        "Vermoeden": ("circle-question-mark", "dash"),
    }

    def __init__(self, kind: str) -> None:
        super().__init__(kind, *self.STYLES[kind])


class Verdict(_Boxed):
    """`ja` filled, `deels` and `nee` outlined, `nog onbekend` dashed; the word always beside it."""

    STYLES = {
        "ja": ("check", "fill"),
        "deels": ("circle-dot", "line"),
        "nee": ("minus", "line"),
        "nog onbekend": ("circle-question-mark", "dash"),
    }

    def __init__(self, verdict: str) -> None:
        super().__init__(verdict, *self.STYLES[verdict])


class Pill(_Painted):
    """A quiet word in a box: status, source, kind."""

    def __init__(self, text: str, icon: str = "", token: str = "muted", *, fill: bool = False) -> None:
        super().__init__(text)
        self._text, self._icon, self._token, self._fill = text, icon, token, fill

    def set_text(self, text: str, icon: str | None = None, token: str | None = None) -> None:
        """Another word, and if given another icon and colour."""
        self._text = text
        self._icon = self._icon if icon is None else icon
        self._token = token or self._token
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(9, 500)).horizontalAdvance(self._text)
        return QSize(math.ceil(wide) + (35 if self._icon else 18), scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("hover") if self._fill else _NO_BRUSH)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        left = 8
        if self._icon:
            draw_icon(painter, self._icon, self._token, 7, (self.height() - 14) / 2, 14)
            left = 25
        painter.setFont(font(9, 500))
        painter.setPen(color(self._token))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), LEFT_MIDDLE, self._text)
