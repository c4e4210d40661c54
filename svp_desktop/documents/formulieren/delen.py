"""What the forms have in common: rows between hairlines, who was in it, boxes to tick, lines to write on."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import CondPageBreak, Spacer

from svp_desktop.documents import drawing, style, text
from svp_desktop.documents.bladen.vel import Wide
from svp_desktop.documents.flowables import LONGEST_WHOLE, FactTable, Paragraphs, Piece, SideHeading, split_parts
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.domain.papier import Run

_BOX, _WRITE = 4 * MM, 9 * MM
_AIR = 1.4 * MM
#: A table that is higher does not move to the next page for its heading.
_MOST_KEPT = 150 * MM


def feiten(record: Record, kop: str, regels: Iterable[tuple[str, str]], breed: float = 42 * MM) -> list[Any]:
    """Facts between hairlines beside a heading, whole on one page; what is empty is left out. `breed`: the names."""
    rows = [(name, value) for name, value in regels if value]
    if not rows:
        return []
    table = FactTable(record, "", rows, 2 * HALF)
    table.label = breed
    high = max(table.wrap(style.MEASURE, 10_000)[1], _high(kop))
    room = Spacer(0, max(0.0, _high(kop) - table.height))
    return [CondPageBreak(min(high, _MOST_KEPT) + HALF), *_heading(record, kop, MM), table, room]


def tekst(record: Record, kop: str, woorden: str) -> list[Any]:
    """Running text beside a heading, never so short that the heading reaches the next one; nothing without words."""
    if not woorden.strip():
        return []
    paragraphs = [text.paragraph(piece, style.style("los")) for piece in woorden.split("\n\n")]
    body = Paragraphs(record, "", paragraphs, 2 * HALF)
    for part in paragraphs:
        part.spaceAfter = HALF
    lacking = max(0.0, _high(kop) - body.wrap(style.MEASURE, 10_000)[1])
    return [CondPageBreak(_high(kop) + 2 * LINE), *_heading(record, kop, 0.0), body, Spacer(0, lacking)]


def _heading(record: Record, kop: str, lower: float) -> list[Any]:
    return [SideHeading(record, "", kop, HALF, lower)] if kop else []


def _high(kop: str) -> float:
    """How high a heading in the margin is."""
    return float(text.paragraph(kop, style.style("zij")).wrap(style.SIDE, 10_000)[1]) if kop else 0.0


class Rij(Wide):
    """A row over the whole width: words at the left, paragraphs beside them, a hairline under it. Cut in two only when
    it is longer than a page."""

    def __init__(
        self, record: Record, links: Sequence[tuple[str, str]], rechts: Sequence[tuple[Any, str]], size: float = 1.0
    ) -> None:
        """Both as (text or runs, name of a style); `size` makes letters and lines smaller."""
        super().__init__(record)
        self.spaceBefore = self.spaceAfter = 0
        self.links = [text.paragraph(words, _sized(name, size)) for words, name in links if words]
        self.rechts = [text.paragraph(words, _sized(name, size)) for words, name in rechts if words]
        self.air = _AIR * size

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """As high as the higher side."""
        beside = style.TEXT_X - style.LEFT - 4 * MM
        left = sum(part.wrap(beside, 10_000)[1] for part in self.links)
        right = sum(part.wrap(style.MEASURE, 10_000)[1] for part in self.rechts)
        self.height = max(left, right) + 2 * self.air
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """Nothing for a row that can move whole; else what fits here, and the rest without the words at the left."""
        if self.height <= LONGEST_WHOLE:
            return []
        first, rest = split_parts(self.rechts, style.MEASURE, avail_height - 2 * self.air)
        if not first or not rest:
            return []
        halves = [Rij(self.record, (), ()), Rij(self.record, (), ())]
        for half, links, rechts in zip(halves, (self.links, []), (first, rest), strict=True):
            half.links, half.rechts, half.air = links, rechts, self.air
        return halves

    def draw(self) -> None:
        for parts, x in ((self.links, self.LEFT), (self.rechts, 0.0)):
            y = self.height - self.air
            for part in parts:
                y -= part.height
                part.drawOn(self.canv, x, y)
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(style.THIN)
        self.canv.line(self.LEFT, 0, self.LEFT + self.WIDTH, 0)


def _sized(name: str, size: float) -> Any:
    found = style.style(name)
    if size == 1.0:
        return found
    return found.clone(f"{name}-{size}", fontSize=found.fontSize * size, leading=found.leading * size)


class Lijn(Wide):
    """A hairline over the whole width: the top of rows."""

    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self.spaceBefore = self.spaceAfter = 0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """No height of its own."""
        return avail_width, 0

    def draw(self) -> None:
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(style.THIN)
        self.canv.line(self.LEFT, 0, self.LEFT + self.WIDTH, 0)


class WieRij(Piece):
    """One person in three columns; an empty one is a row to write in."""

    COLUMNS = (52 * MM, 38 * MM, 33 * MM)

    def __init__(self, record: Record, cellen: Sequence[str], *, kop: bool = False, leeg: bool = False) -> None:
        super().__init__(record, "")
        names = ("klein",) * 3 if kop else ("zij", "los", "los")
        self.parts = [
            text.paragraph((Run(cell, bold=kop),), style.style(name)) for cell, name in zip(cellen, names, strict=True)
        ]
        self.least = _WRITE if leeg else 0.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """At least 7 mm, or 9 to write in."""
        self.width = avail_width
        heights = [part.wrap(column - 3 * MM, 10_000)[1] for part, column in zip(self.parts, self.COLUMNS, strict=True)]
        self.height = max(self.least, max(heights) + 2 * MM)
        return avail_width, self.height

    def draw(self) -> None:
        x = 0.0
        for part, column in zip(self.parts, self.COLUMNS, strict=True):
            part.drawOn(self.canv, x, self.height - MM - part.height)
            x += column
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(style.THIN)
        self.canv.line(0, 0, self.width, 0)


class Vakjes(Piece):
    """Boxes to tick in columns, read down; a ticked one is filled, so that a copy tells it too."""

    ROW = 6.2 * MM

    def __init__(self, record: Record, woorden: Sequence[str], kolommen: int = 2) -> None:
        super().__init__(record, "")
        self.parts = [text.paragraph(words, style.style("los")) for words in woorden]
        self.columns, self.spaceAfter = kolommen, HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of 6.2 mm, higher where words take more lines."""
        self.column = avail_width / self.columns
        self.rows = -(-len(self.parts) // self.columns)
        high = [part.wrap(self.column - 8 * MM, 10_000)[1] for part in self.parts]
        self.heights = [
            self.ROW - LINE + max(high[place] for place in range(row, len(high), self.rows)) for row in range(self.rows)
        ]
        self.height = sum(self.heights)
        return avail_width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.8)
        for place, part in enumerate(self.parts):
            column, row = divmod(place, self.rows)
            x, y = column * self.column, self.height - sum(self.heights[:row])
            # the box is centred on the x-height of the first line
            self.canv.rect(x, y - 4.6 * MM, _BOX, _BOX, stroke=1, fill=0)
            part.drawOn(self.canv, x + 6.5 * MM, y - part.height)


class Schrijflijnen(Piece):
    """Dotted lines 9 mm apart."""

    def __init__(self, record: Record, aantal: int, erna: float = 2 * HALF) -> None:
        super().__init__(record, "")
        self.number, self.spaceAfter = aantal, erna

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """9 mm a line."""
        self.width, self.height = avail_width, self.number * _WRITE
        return avail_width, self.height

    def draw(self) -> None:
        for line in range(self.number):
            drawing.writing_line(self.canv, 0, line * _WRITE + 1.2 * MM, self.width)


def beknopt(words: str, most: int) -> str:
    """The text on one line, cut at a word with "…" when it is longer."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    kept = line[:most].rsplit(" ", 1)[0] or line[:most]
    return f"{kept.rstrip(' ,;:')} …"
