"""Pieces to fill in by hand: boxes, lines, blocks to write in, questions, tables. None is cut through its words."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.colors import black

from svp_desktop.documents import drawing, fonts, illustrations, style, text
from svp_desktop.documents.flowables import LONGEST_WHOLE, Piece
from svp_desktop.documents.page import Record
from svp_desktop.documents.paragraph import Text
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.domain.papier import Run

#: What stands for a box to tick in the cell of a table.
HOKJES = frozenset({"[ ]", "[]"})
_BOX = "hokje"
_WIDE_LEFT = style.LEFT - style.TEXT_X
WIDE = style.RIGHT - style.LEFT
_LEAST_COLUMN = 16 * MM


class Vinkje(Piece):
    """A box to tick, centred on the x-height of the first line of the words beside it."""

    def __init__(
        self, record: Record, code: str, words: str | Iterable[Run], look: Any, box: float, after: float = 2 * MM
    ) -> None:
        super().__init__(record, code)
        self.part, self.box, self.spaceAfter = text.paragraph(words, look), box, after
        self.beside = box + (3.2 * MM if box <= style.BOX else 4 * MM)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """As high as the words."""
        self.width = avail_width
        self.height = self.part.wrap(avail_width - self.beside, avail_height)[1]
        return avail_width, self.height

    def draw(self) -> None:
        size = self.part.style.fontSize
        # The first base line is one font size under the top; an x-height is about half a size.
        middle = self.height - size + size * 0.245
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, middle - self.box / 2, self.box, self.box, stroke=1, fill=0)
        self.part.drawOn(self.canv, self.beside, 0)
        self.note(0, 0, self.width, self.height)


class Lijnen(Piece):
    """Lines to write on, the first one step under what stands above; a page may end between two of them."""

    def __init__(
        self,
        record: Record,
        code: str,
        number: int,
        step: float = style.WRITE,
        after: float = 3 * HALF,
        span: tuple[float, float] | None = None,
    ) -> None:
        """`span`: from where (points from the column) and how wide; None is the column."""
        super().__init__(record, code)
        self.number, self.step, self.spaceAfter, self.span = number, step, after, span

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """One step a line."""
        self.width, self.height = avail_width, self.number * self.step
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """The lines that fit and the others."""
        here = int(avail_height / self.step)
        if not 0 < here < self.number:
            return []
        rest = self.number - here
        return [
            Lijnen(self.record, self.code, here, self.step, 0, self.span),
            Lijnen(self.record, self.code, rest, self.step, self.spaceAfter, self.span),
        ]

    def draw(self) -> None:
        x, width = self.span or (0.0, self.width)
        for line in range(self.number):
            drawing.writing_line(self.canv, x, line * self.step, width)
        self.note(x, 0, width, self.height)


class Schrijfrij(Piece):
    """One or two blocks to write in beside each other, over the whole width: a name and lines, never cut."""

    GUTTER, INSIDE = 6 * MM, 4 * MM

    def __init__(self, record: Record, code: str, names: Sequence[str], lines: int, after: float = LINE) -> None:
        super().__init__(record, code)
        self.parts = [text.paragraph(name, style.style("kleinvet")) for name in names]
        self.lines, self.spaceAfter = lines, after
        self.block = (WIDE - self.GUTTER) / 2

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Room for the longest name, and 9 mm a line."""
        high = max(part.wrap(self.block - 2 * self.INSIDE, avail_height)[1] for part in self.parts)
        self.head = 11 * MM + high
        self.height = self.head + style.WRITE * (self.lines - 1) + 5 * MM
        return avail_width, self.height

    def draw(self) -> None:
        canvas = self.canv
        for at, part in enumerate(self.parts):
            x = _WIDE_LEFT + at * (self.block + self.GUTTER)
            canvas.saveState()
            canvas.setStrokeColor(style.colour(illustrations.colours()["lijn"]))
            canvas.setLineWidth(0.8)
            canvas.roundRect(x, 0, self.block, self.height, 2 * MM, stroke=1, fill=0)
            canvas.restoreState()
            part.drawOn(canvas, x + self.INSIDE, self.height - 2.6 * MM - part.height)
            for line in range(self.lines):
                y = self.height - self.head - line * style.WRITE
                drawing.writing_line(canvas, x + self.INSIDE, y, self.block - 2 * self.INSIDE)
        self.note(_WIDE_LEFT, 0, WIDE, self.height)


class Vraagkop(Piece):
    """Vignette, "Vraag 1 van 4", the question large, and what helps to answer it."""

    PICTURE = 23 * MM
    #: From the question to what stands under it: base lines 7 mm apart.
    UNDER = 4.7

    def __init__(self, record: Record, code: str, picture: str, which: str, question: str, prompt: Sequence[Any]):
        super().__init__(record, code)
        self.picture = illustrations.vignette(picture) if picture else None
        self.which = text.paragraph(which, style.style("klein"))
        self.question, self.words = text.paragraph(question, style.style("vraag")), question
        self.prompt = list(prompt)
        self.spaceAfter = 2 * HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """At least as high as the picture."""
        self.width = avail_width
        high = self.question.wrap(avail_width, avail_height)[1]
        self.which.wrap(avail_width, avail_height)
        under = sum(part.wrap(avail_width, avail_height)[1] for part in self.prompt)
        self.height = max(24 * MM, 12.5 * MM - 20 + high + self.UNDER + under)
        return avail_width, self.height

    def draw(self) -> None:
        top = self.height
        if self.picture:
            drawing.draw(self.canv, self.picture, _WIDE_LEFT, top, self.PICTURE)
        # The small line ends where the question begins: base lines at 4 and 12.5 mm.
        self.which.drawOn(self.canv, 0, top - 4 * MM + 8.5 - self.which.height)
        y = top - 12.5 * MM + 20 - self.question.height
        self.question.drawOn(self.canv, 0, y)
        y -= self.UNDER
        for part in self.prompt:
            y -= part.height
            part.drawOn(self.canv, 0, y)
        self.record.heading(self.canv, self.words, top)
        self.note(_WIDE_LEFT, 0, self.width - _WIDE_LEFT, self.height)


class Tabel(Piece):
    """Heads, rows between hairlines, boxes to tick, and empty rows to write in. Parts between rows, heads repeated."""

    ROW, HEAD = 8 * MM, 6.5 * MM

    def __init__(
        self, record: Record, code: str, heads: Sequence[str], rows: Sequence[Sequence[str]], after: float = HALF
    ) -> None:
        super().__init__(record, code)
        self.heads, self.rows, self.spaceAfter = tuple(heads), [tuple(row) for row in rows], after
        small, loose = style.style("kleinvet"), style.style("los")
        count = max(len(self.heads), *(len(row) for row in self.rows), 1) if self.rows else max(len(self.heads), 1)
        self.shares = _columns(self.heads, self.rows, count)
        self.head_parts = [text.paragraph(head, small) for head in self.heads]
        self.row_parts = [
            [_BOX if cell in HOKJES else text.paragraph(cell, loose) if cell else None for cell in row]
            for row in self.rows
        ]

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of 8 mm, of 9 to write in, more where a cell takes more lines."""
        self.width = avail_width
        self.columns = [share * avail_width for share in self.shares]
        self.head_height = max((part.wrap(room - 2 * MM, 10_000)[1] for part, room in self._heads()), default=0.0)
        self.head_height += self.HEAD - 4 * MM if self.heads else 0.0
        self.heights = [self._height(row, parts) for row, parts in zip(self.rows, self.row_parts, strict=True)]
        self.height = self.head_height + sum(self.heights)
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """The rows that fit and the others, each with the heads; a row is cut only when it is longer than a page."""
        self.wrap(avail_width, avail_height)
        used, here = self.head_height, 0
        while here < len(self.heights) and used + self.heights[here] <= avail_height:
            used += self.heights[here]
            here += 1
        rows = list(zip(self.rows, self.row_parts, strict=True))
        first, rest = rows[:here], rows[here:]
        if rest and self.heights[here] > LONGEST_WHOLE:
            cells, parts = rest[0]
            begin, end = self._cut(parts, avail_height - used)
            if any(part is not None for part in begin):
                first, rest = [*first, (cells, begin)], [(cells, end), *rest[1:]]
        if not first or not rest:
            return []
        return [self._part(first, 0.0), self._part(rest, self.spaceAfter)]

    def _cut(self, parts: Sequence[Any], room: float) -> tuple[list[Any], list[Any]]:
        """What of a row fits in the room, and the rest; a box to tick stays at its beginning."""
        begin: list[Any] = []
        end: list[Any] = []
        for part, wide in zip(parts, self.columns, strict=False):
            halves = [part]
            if isinstance(part, Text) and part.height > room - self.ROW + LINE:
                halves = part.split(wide - 2 * MM, room - self.ROW + LINE) or [None, part]
            begin.append(halves[0])
            end.append(halves[1] if len(halves) > 1 else None)
        return begin, end

    def _part(self, rows: Sequence[tuple[tuple[str, ...], list[Any]]], after: float) -> "Tabel":
        made = Tabel(self.record, self.code, self.heads, [cells for cells, _ in rows], after)
        made.row_parts, made.shares = [parts for _, parts in rows], self.shares
        return made

    def draw(self) -> None:
        canvas, y = self.canv, self.height
        x = 0.0
        for part, room in self._heads():
            # On the base line of the heading in the margin.
            part.drawOn(canvas, x, y - 11 + 8.5 - part.height)
            x += room
        y -= self.head_height
        canvas.setStrokeColor(black)
        canvas.setLineWidth(style.THIN)
        canvas.line(0, y, self.width, y)
        for parts, high in zip(self.row_parts, self.heights, strict=True):
            self._row(parts, y, high)
            y -= high
            canvas.line(0, y, self.width, y)
        self.note(0, 0, self.width, self.height)

    def _row(self, parts: Sequence[Any], top: float, high: float) -> None:
        x = 0.0
        for part, room in zip(parts, self.columns, strict=False):
            if part == _BOX:
                self.canv.setLineWidth(0.8)
                self.canv.rect(x + MM, top - high / 2 - style.BOX / 2, style.BOX, style.BOX, stroke=1, fill=0)
                self.canv.setLineWidth(style.THIN)
            elif part is not None:
                part.drawOn(self.canv, x, top - (self.ROW - LINE) / 2 - part.height)
            x += room

    def _heads(self) -> list[tuple[Any, float]]:
        return list(zip(self.head_parts, self.columns, strict=False))

    def _height(self, row: Sequence[str], parts: Sequence[Any]) -> float:
        if not any(row):
            return style.WRITE
        lines = [
            part.wrap(room - 2 * MM, 10_000)[1]
            for part, room in zip(parts, self.columns, strict=False)
            if isinstance(part, Text)
        ]
        return max(lines, default=LINE) + self.ROW - LINE


def _columns(heads: Sequence[str], rows: Sequence[Sequence[str]], count: int) -> list[float]:
    """Share of the width of each column: what its words ask; when all is empty the middle of a few is the widest, and
    more columns have the same room to write in."""
    if count == 1:
        return [1.0]
    filled = [row for row in rows if any(row)]
    if not filled:
        return {2: [0.4, 0.6], 3: [0.31, 0.45, 0.24]}.get(count, [1 / count] * count)
    asked, least = [], []
    for at in range(count):
        cells = [row[at] for row in filled if at < len(row)]
        words = [fonts.width(cell, fonts.TEKST, 11) for cell in cells if cell not in HOKJES]
        whole = [fonts.width(word, fonts.TEKST, 11) for cell in cells for word in text.bind(cell).split(" ")]
        head = fonts.width(heads[at], fonts.TEKST_VET, 8.5) if at < len(heads) else 0.0
        asked.append(min(max([head, *words, 10 * MM]), 90 * MM) + 4 * MM)
        least.append(max(whole, default=0.0) + 3 * MM)
    boxes = [all(row[at] in HOKJES for row in filled if at < len(row)) for at in range(count)]
    return [wide / style.MEASURE for wide in _shared(asked, least, boxes)]


def _shared(asked: Sequence[float], least: Sequence[float], fixed: Sequence[bool]) -> list[float]:
    """Widths in points that fill the measure: what is fixed gets what it asks, the others share the rest by what they
    ask, and none gets less than what cannot be broken as long as another can give it."""
    wide, held = list(asked), list(fixed)
    for _round in asked:
        open_ = [at for at, kept in enumerate(held) if not kept]
        room = max(style.MEASURE - sum(one for one, kept in zip(wide, held, strict=True) if kept), 0.0)
        whole = sum(asked[at] for at in open_) or 1.0
        for at in open_:
            wide[at] = asked[at] / whole * room
        short = [at for at in open_ if wide[at] < least[at]]
        if not short or len(short) == len(open_):
            break
        for at in short:
            wide[at], held[at] = least[at], True
    return _none_vanishes(wide)


def _none_vanishes(wide: list[float]) -> list[float]:
    """A name that is wider than the paper leaves the other columns their least; the name itself gets smaller then."""
    floor = min(_LEAST_COLUMN, style.MEASURE / len(wide))
    widened = [max(one, floor) for one in wide]
    spare, over = sum(one - floor for one in widened), sum(widened) - style.MEASURE
    if over < 0.01 or not spare:
        return widened
    return [one - (one - floor) / spare * over for one in widened]
