"""The building pieces of papers. Those of fixed height cannot split; text that is longer than a page can."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Flowable

from svp_desktop.documents import drawing, fonts, illustrations, style, text
from svp_desktop.documents.page import Record
from svp_desktop.documents.paragraph import Text
from svp_desktop.documents.shaping import Look, word
from svp_desktop.documents.style import MM
from svp_desktop.domain.papier import Alinea, AlineaSoort, Ondertekenaar

#: A row or table that is higher than this (points) may fit on no page, and is cut; a lower one moves whole.
LONGEST_WHOLE = 180 * MM


class Piece(Flowable):  # type: ignore[misc]
    """Base of our own flowables: knows which block it prints and notes where that lands."""

    def __init__(self, record: Record, code: str) -> None:
        super().__init__()
        self.record, self.code = record, code

    def note(self, x: float, y: float, width: float, height: float) -> None:
        """Note a box of this piece, relative to its own lower left corner."""
        self.record.note(self.canv, self.code, x, y, width, height)


class Paragraphs(Piece):
    """The paragraphs of a block in a text column; splits between and inside paragraphs, never one line alone."""

    def __init__(self, record: Record, code: str, parts: Sequence[Text], after: float = 0.0) -> None:
        super().__init__(record, code)
        self.parts, self.spaceAfter = list(parts), after

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Size in points for a column of this width."""
        self.width = avail_width
        self.height = sum(part.wrap(avail_width, avail_height)[1] + part.getSpaceAfter() for part in self.parts)
        self.height -= self.parts[-1].getSpaceAfter() if self.parts else 0.0
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """A first part that fits and the rest, or nothing when not even a beginning fits."""
        first, rest = split_parts(self.parts, avail_width, avail_height)
        if not first or not rest:
            return []
        return [
            Paragraphs(self.record, self.code, first),
            Paragraphs(self.record, self.code, rest, self.spaceAfter),
        ]

    def draw(self) -> None:
        y = self.height
        for part in self.parts:
            y -= part.height
            part.drawOn(self.canv, 0, y)
            y -= part.getSpaceAfter()
        self.note(0, 0, self.width, self.height)


def split_parts(parts: Sequence[Text], width: float, room: float) -> tuple[list[Text], list[Text]]:
    """The paragraphs that fit in the room, and the rest; one that straddles the border is cut between lines."""
    used = 0.0
    for index, part in enumerate(parts):
        height = part.wrap(width, 10_000)[1]
        if used + height <= room:
            used += height + part.getSpaceAfter()
            continue
        halves = part.split(width, room - used)
        if len(halves) == 2:
            return [*parts[:index], halves[0]], [halves[1], *parts[index + 1 :]]
        return list(parts[:index]), list(parts[index:])
    return list(parts), []


class SideHeading(Piece):
    """A heading in the left column, on the base line of the first line of what follows. Takes no height."""

    def __init__(self, record: Record, code: str, title: str, before: float, lower: float = 0.0) -> None:
        super().__init__(record, code)
        self.part = text.paragraph(title, style.style("zij"))
        self.title = title
        self.spaceBefore, self.lower = before, lower

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """No size of its own."""
        self.high = self.part.wrap(style.SIDE, avail_height)[1]
        return 0, 0

    def draw(self) -> None:
        x = style.LEFT - style.TEXT_X
        self.part.drawOn(self.canv, x, -self.high - self.lower)
        self.record.heading(self.canv, self.title, 2 * MM)
        self.note(x, -self.high - self.lower, style.SIDE, self.high)


class FactTable(Piece):
    """Label and value between hairlines, no tint: a copy of a copy stays clean."""

    def __init__(
        self,
        record: Record,
        code: str,
        rows: Sequence[tuple[str, str]],
        after: float = style.HALF,
        *,
        bold: bool = True,
        label: float = 0.0,
    ) -> None:
        """`label`: width of the first column in points; 0 takes 42 mm, or 27 beside values that are not bold."""
        super().__init__(record, code)
        loose, strong = style.style("los"), style.style("zij" if bold else "los")
        self.rows = [(text.paragraph(name, loose), text.paragraph(value, strong)) for name, value in rows]
        narrow = not bold and all(fonts.width(name, fonts.TEKST, 11) < 24 * MM for name, _ in rows)
        self.spaceAfter, self.label = after, label or (27 * MM if narrow else 42 * MM)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of 7 mm, more when a value takes more lines."""
        self.width = avail_width
        self.heights = [
            max(label.wrap(self.label - 3 * MM, 10_000)[1], value.wrap(avail_width - self.label, 10_000)[1]) + 2 * MM
            for label, value in self.rows
        ]
        self.height = sum(self.heights)
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """Nothing for a table that can move whole; else the rows that fit and the rest, a long value cut in two."""
        if self.height <= LONGEST_WHOLE:
            return []
        here, used = 0, 0.0
        while here < len(self.rows) and used + self.heights[here] <= avail_height:
            used += self.heights[here]
            here += 1
        first, rest = self.rows[:here], self.rows[here:]
        label, value = rest[0]
        halves = value.split(avail_width - self.label, avail_height - used - 2 * MM)
        if len(halves) == 2:
            first = [*first, (label, halves[0])]
            rest = [(text.paragraph("", style.style("los")), halves[1]), *rest[1:]]
        return [self._part(first, 0.0), self._part(rest, self.spaceAfter)] if first else []

    def _part(self, rows: Sequence[tuple[Text, Text]], after: float) -> "FactTable":
        made = FactTable(self.record, self.code, (), after, label=self.label)
        made.rows = list(rows)
        return made

    def draw(self) -> None:
        canvas, y = self.canv, self.height
        canvas.setStrokeColor(black)
        canvas.setLineWidth(style.THIN)
        canvas.line(0, y, self.width, y)
        for (label, value), height in zip(self.rows, self.heights, strict=True):
            label.drawOn(canvas, 0, y - MM - label.height)
            value.drawOn(canvas, self.label, y - MM - value.height)
            y -= height
            canvas.line(0, y, self.width, y)
        self.note(0, 0, self.width, self.height)


class Signatures(Piece):
    """Lines to sign on in columns, with the name and function under each."""

    def __init__(
        self,
        record: Record,
        people: Sequence[Ondertekenaar],
        columns: int = 3,
        code: str = "ondertekening",
        small: str = "kind_klein",
    ) -> None:
        super().__init__(record, code)
        under = style.style(small)
        self.people = [
            [text.paragraph(text.name(line), under) for line in (person.naam, person.functie) if line.strip()]
            for person in people
        ]
        look = Look(under.fontName, under.fontSize)
        names = (part for person in people for part in person.naam.split())
        self.widest = max((word(part, look).width for part in names), default=0.0)
        self.most, self.columns, self.gutter = columns, columns, 8 * MM
        self.room_to_sign = 15 * MM

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows as high as their longest name needs; fewer beside each other when a name would break."""
        self.width = avail_width
        widths = {count: (avail_width - (count - 1) * self.gutter) / count for count in range(self.most, 0, -1)}
        self.columns = next((count for count, width in widths.items() if self.widest <= width), 1)
        self.column = widths[self.columns]
        heights = [sum(part.wrap(self.column, 10_000)[1] for part in parts) for parts in self.people]
        self.row = self.room_to_sign + 1.5 * MM + max(heights, default=0.0)
        rows = -(-len(self.people) // self.columns)
        self.height = rows * self.row + max(0, rows - 1) * 2 * MM
        return avail_width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(black)
        canvas.setLineWidth(style.THIN)
        for index, parts in enumerate(self.people):
            x = index % self.columns * (self.column + self.gutter)
            y = self.height - index // self.columns * (self.row + 2 * MM) - self.room_to_sign
            canvas.line(x, y, x + self.column, y)
            y -= 1.5 * MM
            for part in parts:
                y -= part.height
                part.drawOn(canvas, x, y)
        self.note(0, 0, self.width, self.height)


def paragraphs(alineas: Sequence[Alinea], normal: Any, item: Any, between: float = 0.0) -> list[Text]:
    """The paragraphs of a block: running text, dashed and numbered items; `between` (points) after running text."""
    made: list[Text] = []
    number = 0
    for index, alinea in enumerate(alineas):
        if not alinea.tekst.strip():
            continue
        number = number + 1 if alinea.soort is AlineaSoort.NUMMERING else 0
        if alinea.soort is AlineaSoort.ALINEA:
            part = text.paragraph(alinea.runs, normal)
        else:
            part = text.paragraph(alinea.runs, item, bullet=f"{number}." if number else "–")
        following = alineas[index + 1].soort if index + 1 < len(alineas) else AlineaSoort.ALINEA
        part.spaceAfter = between if AlineaSoort.ALINEA in (alinea.soort, following) else 0.0
        made.append(part)
    return made


# How a child knows people, and the plain figure that goes with it.
_MEN = ("papa", "vader", "opa", "meester", "meneer", "oom", "broer", "stiefvader", "pleegvader")
_WOMEN = ("mama", "moeder", "oma", "juf", "mevrouw", "tante", "zus", "stiefmoeder", "pleegmoeder")
_CHILDREN = ("broer", "zus", "broertje", "zusje")
_OLD = ("oma", "opa")


class People(Piece):
    """The people who stand beside the child: a figure, the name, and a line to sign on; at most six in a row."""

    BAND, FOOT, BETWEEN = 26 * MM, 5 * MM, 7 * MM

    def __init__(self, record: Record, people: Sequence[Ondertekenaar]) -> None:
        super().__init__(record, "ondertekening")
        self.room_to_sign = 20 * MM
        names = [" ".join(person.naam.split()) for person in people]
        rows = max(1, -(-len(names) // 6))
        each = -(-len(names) // rows)
        self.rows = [names[start : start + each] for start in range(0, len(names), each)]
        self.step = style.CHILD_WIDTH / max(1, each)
        room = self.step - 3.5 * MM
        widest = max((fonts.width(name, fonts.KIND, 1) for name in names), default=1.0)
        self.size = max(9.5, min(14.0, room / widest))
        centred = style.centred(self.size)
        # A name that does not fit on one line at the least size may take more lines.
        one_line = self.size * widest <= room
        self.parts = [
            [text.paragraph(text.name(name) if one_line else name, centred) for name in row] for row in self.rows
        ]
        self.room = room

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of figure, name and room to sign."""
        self.name_heights = [max(part.wrap(self.room, 10_000)[1] for part in row) if row else 0.0 for row in self.parts]
        extra = [max(0.0, height - self.size * 1.3) for height in self.name_heights]
        self.heights = [7 * MM + self.BAND + self.room_to_sign + self.FOOT + more for more in extra]
        self.height = sum(self.heights) + self.BETWEEN * (len(self.heights) - 1)
        return avail_width, self.height

    def draw(self) -> None:
        top, index = self.height, 0
        for row, high, names in zip(self.parts, self.heights, self.rows, strict=True):
            self._row(row, names, top - high, high, index)
            top -= high + self.BETWEEN
            index += len(names)
        self.note(style.CHILD_LEFT - style.CHILD_TEXT_X, 0, style.CHILD_WIDTH, self.height)

    def _row(self, row: Sequence[Text], names: Sequence[str], bottom: float, high: float, first: int) -> None:
        canvas, left = self.canv, style.CHILD_LEFT - style.CHILD_TEXT_X
        under = bottom + self.room_to_sign + self.FOOT
        band = high - 7 * MM - self.room_to_sign - self.FOOT
        floor = under + band - 17 * MM
        tints = illustrations.colours()
        canvas.setFillColor(style.colour(tints["licht"]))
        canvas.roundRect(left, under, self.step * len(names), band, 7 * MM, stroke=0, fill=1)
        canvas.setStrokeColor(black)
        canvas.setLineWidth(style.THIN)
        for index, (part, name) in enumerate(zip(row, names, strict=True)):
            middle = left + (index + 0.5) * self.step
            hair, dress, tall = figure(name, first + index)
            drawing.draw(
                canvas,
                illustrations.person(hair),
                middle - tall * 5 / 16 * MM,
                floor + tall * MM,
                tall * 10 / 16 * MM,
                dress=dress,
            )
            part.drawOn(canvas, middle - self.room / 2, floor - 1.6 * MM - part.height)
            canvas.line(
                middle - self.step / 2 + 2 * MM, bottom + 2 * MM, middle + self.step / 2 - 2 * MM, bottom + 2 * MM
            )


def figure(name: str, index: int) -> tuple[int, str, float]:
    """Hair (0-3), dress (fill token) and height (mm) of the figure for a name; plain, and the same every time."""
    word = name.casefold().split(" ")[0] if name else ""
    man = word in _MEN
    woman = word in _WOMEN
    hair = 0 if man or (not woman and index % 2) else 3 if word in _OLD else (1, 3)[index // 2 % 2]
    tall = 19.0 if word in _CHILDREN else 21.0 if word in _OLD else 24.0 if man else 22.5
    return hair, ("zee", "zon", "licht", "wit")[index % 4], tall


class Strophe(Piece):
    """A picture at the left and the text of a block beside it; moves whole unless it is longer than a page."""

    def __init__(
        self, record: Record, code: str, picture: str, parts: Sequence[Text], after: float, full: float
    ) -> None:
        super().__init__(record, code)
        self.picture = illustrations.vignette(picture) if picture else None
        self.parts, self.spaceAfter, self.full = list(parts), after, full

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """As high as the text, and at least as the picture."""
        self.width = avail_width
        self.text_height = sum(part.wrap(avail_width, 10_000)[1] + part.getSpaceAfter() for part in self.parts)
        self.text_height -= self.parts[-1].getSpaceAfter() if self.parts else 0.0
        self.height = max(self.text_height, style.VIGNETTE + 1.4 * MM if self.picture else 0.0)
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """Nothing for a block that fits on a page of its own; else what fits here, with the picture, and the rest."""
        if self.height <= self.full:
            return []
        return self.halves(avail_width, avail_height)

    def halves(self, avail_width: float, room: float) -> list[Any]:
        """What fits in the room, with the picture, and the rest; a heading does not stay behind alone."""
        first, rest = split_parts(self.parts, avail_width, room)
        alone = len(first) == 1 and len(rest) == len(self.parts) - 1
        if not first or not rest or alone:
            return []
        begin = Strophe(self.record, self.code, "", first, 0.0, self.full)
        begin.picture = self.picture
        return [begin, Strophe(self.record, self.code, "", rest, self.spaceAfter, self.full)]

    def draw(self) -> None:
        left = style.CHILD_LEFT - style.CHILD_TEXT_X
        if self.picture:
            # The picture hangs from the x-height of the first line.
            drawing.draw(self.canv, self.picture, left, self.height - 1.4 * MM, style.VIGNETTE)
        y = self.height
        if len(self.parts) <= 3:
            y -= max(0.0, (self.height - self.text_height) / 2)
        for part in self.parts:
            y -= part.height
            part.drawOn(self.canv, 0, y)
            y -= part.getSpaceAfter()
        self.note(left, 0, self.width - left, self.height)


class Closing(Piece):
    """The last block with what signs it: stays whole, and when longer than a page takes at least two lines along."""

    def __init__(self, record: Record, body: Any, tail: Sequence[Any], full: float) -> None:
        super().__init__(record, body.code)
        self.body, self.tail, self.full = body, list(tail), full

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """The heights of all parts together."""
        self.width = avail_width
        self.heights = [piece.wrap(avail_width, 10_000)[1] for piece in (self.body, *self.tail)]
        self.height = sum(self.heights)
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Any]:
        """Nothing when one page can hold it all; else the beginning of the block, and the rest with the tail."""
        if self.height <= self.full or not isinstance(self.body, Paragraphs | Strophe) or not self.body.parts:
            return []
        last = self.body.parts[-1]
        kept = 2.5 * last.style.leading if isinstance(last, Text) else last.height
        room = min(avail_height, self.heights[0] - kept)
        cut = (
            self.body.halves(avail_width, room)
            if isinstance(self.body, Strophe)
            else self.body.split(avail_width, room)
        )
        return [cut[0], Closing(self.record, cut[1], self.tail, self.full)] if cut else []

    def draw(self) -> None:
        y = self.height
        for piece, height in zip((self.body, *self.tail), self.heights, strict=True):
            y -= height
            piece.drawOn(self.canv, 0, y)


def child_title(words: str) -> Text:
    """Large words over the whole width: smaller when they are long, then on more lines with each name in one piece."""
    big = style.style("kind_titel")
    most = big.fontSize * style.CHILD_WIDTH * 0.98 / max(fonts.width(words, fonts.KIND_VET, big.fontSize), 1.0)
    size = max(20.0, min(big.fontSize, most))
    look = big if size == big.fontSize else style.child_style(size, size * 1.32, bold=True)
    return text.paragraph(text.name(words) if most >= size else words, look)


class Greeting(Piece):
    """The first words of a child's paper, large, over the whole width; a long name gets smaller, then more lines."""

    def __init__(self, record: Record, greeting: str, after: float) -> None:
        super().__init__(record, "aanhef")
        self.part, self.spaceAfter = child_title(greeting), after

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """As high as its lines."""
        self.height = self.part.wrap(style.CHILD_WIDTH, avail_height)[1]
        return avail_width, self.height

    def draw(self) -> None:
        left = style.CHILD_LEFT - style.CHILD_TEXT_X
        self.part.drawOn(self.canv, left, 0)
        self.note(left, 0, style.CHILD_WIDTH, self.height)
