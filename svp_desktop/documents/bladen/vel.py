"""What the papers of keys have in common: head, big title, words in a grid, rows to write on, lines to sign."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import CondPageBreak, PageTemplate

from svp_desktop.documents import drawing, fonts, page, style, text
from svp_desktop.documents.flowables import Paragraphs, Piece, SideHeading, paragraphs
from svp_desktop.documents.letterhead import LetterPages, draw_head, draw_mark, draw_motto
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM, PAGE_HEIGHT
from svp_desktop.domain.papier import Alinea, AlineaSoort, Briefhoofd, Run

_TITLE_LINE = 52 * MM
_FIRST_LINE = 63 * MM
_WORD_SIZE, _LEAST_WORD = 20.0, 12.0
_LETTER_SPACE = 0.9
_CELL = 13.5 * MM


def make(hoofd: Briefhoofd, titel: str, story: Sequence[Any], record: Record) -> bytes:
    """The finished paper; its title in the PDF is neutral, and no word of it stays in a cache.

    Raises PapierFout when a part of it fits on no page.
    """
    fonts.register()

    def first(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        draw_head(canvas, hoofd)
        text.draw_paragraph(canvas, style.TEXT_X, PAGE_HEIGHT - _TITLE_LINE, titel, style.style("titel"), style.MEASURE)
        canvas.restoreState()

    def later(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        draw_mark(canvas, hoofd, 11 * MM)
        text.draw_paragraph(canvas, style.TEXT_X, PAGE_HEIGHT - 19 * MM, titel, style.style("klein"), style.MEASURE)
        canvas.restoreState()

    def end(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        draw_motto(canvas, hoofd)
        canvas.restoreState()

    size = style.style("los").fontSize
    templates = [
        PageTemplate("een", [_frame(_FIRST_LINE - size)], first, end, autoNextPageTemplate="later"),
        PageTemplate("later", [_frame(style.LATER_LINE - size)], later, end),
    ]
    title = f"Blad van {hoofd.naam}"
    try:
        return page.build(templates, list(story), record, title, hoofd.naam, LetterPages.number).pdf
    finally:
        text.forget()


def _frame(top: float) -> Any:
    return page.frame(style.TEXT_X, top, style.MEASURE)


def blok(record: Record, kop: str, *zinnen: str, stappen: Sequence[str] = (), punten: Sequence[str] = ()) -> list[Any]:
    """A heading in the margin with sentences, then numbered steps, then dashed points."""
    loose = style.style("los")
    parts = [
        *paragraphs([Alinea((Run(zin),)) for zin in zinnen], loose, loose, HALF),
        *paragraphs([Alinea((Run(stap),), AlineaSoort.NUMMERING) for stap in stappen], loose, style.style("stap")),
        *paragraphs([Alinea((Run(punt),), AlineaSoort.OPSOMMING) for punt in punten], loose, style.style("punt")),
    ]
    heading = [CondPageBreak(HALF + 3 * LINE), SideHeading(record, "", kop, HALF)] if kop else []
    return [*heading, Paragraphs(record, "", parts, HALF)]


class Wide(Piece):
    """Base of what uses the whole width of the paper, from the side headings on."""

    LEFT = style.LEFT - style.TEXT_X
    WIDTH = style.RIGHT - style.LEFT

    def __init__(self, record: Record) -> None:
        super().__init__(record, "")
        self.spaceBefore, self.spaceAfter = 2 * HALF, 2 * HALF


class WordGrid(Wide):
    """Numbered words in cells, read from left to right: large, and with room between the letters."""

    def __init__(self, record: Record, woorden: Sequence[str], columns: int = 3) -> None:
        super().__init__(record)
        self.woorden, self.columns = tuple(woorden), columns

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of 13.5 mm."""
        self.height = -(-len(self.woorden) // self.columns) * _CELL
        return avail_width, self.height

    def draw(self) -> None:
        canvas, cell = self.canv, self.WIDTH / self.columns
        rows = -(-len(self.woorden) // self.columns)
        canvas.setStrokeColor(black)
        canvas.setFillColor(black)
        canvas.setLineWidth(style.THIN)
        canvas.grid([self.LEFT + at * cell for at in range(self.columns + 1)], [at * _CELL for at in range(rows + 1)])
        for place, word in enumerate(self.woorden):
            x = self.LEFT + place % self.columns * cell
            y = self.height - (place // self.columns + 1) * _CELL + 4.6 * MM
            text.draw_line(canvas, x + 8 * MM, y, f"{place + 1}", fonts.TEKST, 11, "right")
            self._word(word, x + 11 * MM, y, cell - 13 * MM)

    def _word(self, word: str, x: float, y: float, room: float) -> None:
        """Not kerned: letters at even distance are easier to copy one by one."""
        wide = fonts.width(word, fonts.TEKST_VET, _WORD_SIZE) + _LETTER_SPACE * len(word)
        size = max(_LEAST_WORD, min(_WORD_SIZE, _WORD_SIZE * room / wide))
        self.canv.setFont(fonts.TEKST_VET, size)
        self.canv.drawString(x, y, word, charSpace=_LETTER_SPACE)


class WriteRows(Piece):
    """Labels with a dotted line behind each, far enough apart for handwriting."""

    ROW = 9 * MM

    def __init__(self, record: Record, labels: Sequence[str], label: float = 42 * MM) -> None:
        super().__init__(record, "")
        self.parts = [text.paragraph(name, style.style("los")) for name in labels]
        self.label, self.spaceAfter = label, HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of 9 mm."""
        self.width = avail_width
        for part in self.parts:
            part.wrap(self.label - 3 * MM, avail_height)
        self.height = self.ROW * len(self.parts)
        return avail_width, self.height

    def draw(self) -> None:
        y = self.height
        for part in self.parts:
            y -= self.ROW
            part.drawOn(self.canv, 0, y + 2 * MM)
            drawing.writing_line(self.canv, self.label, y + 2.2 * MM, self.width - self.label)


class Ticks(Piece):
    """Lines with a box of 4 mm in front, to tick by hand."""

    ROW = 6.5 * MM

    def __init__(self, record: Record, lines: Sequence[str]) -> None:
        super().__init__(record, "")
        self.parts = [text.paragraph(line, style.style("los")) for line in lines]
        self.spaceAfter = HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Rows of 6.5 mm, more for a line that does not fit."""
        heights = [part.wrap(avail_width - 7 * MM, avail_height)[1] for part in self.parts]
        self.heights = [self.ROW - LINE + height for height in heights]
        self.height = sum(self.heights)
        return avail_width, self.height

    def draw(self) -> None:
        canvas, y = self.canv, self.height
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.8)
        for part, high in zip(self.parts, self.heights, strict=True):
            # The box is centred on the x-height of the first line.
            canvas.rect(0, y - 4.6 * MM, 4 * MM, 4 * MM, stroke=1, fill=0)
            y -= high
            part.drawOn(canvas, 7 * MM, y + self.ROW - LINE)


class SignLines(Piece):
    """Lines to sign on, beside each other, each with a few words under it; never cut in two."""

    def __init__(self, record: Record, under: Sequence[tuple[str, ...]], room: float = 15 * MM) -> None:
        super().__init__(record, "")
        small = style.style("klein")
        self.under = [[text.paragraph(line, small) for line in lines if line.strip()] for lines in under]
        self.room, self.gutter = room, 8 * MM
        self.spaceBefore = HALF

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Room to sign and the highest words under a line."""
        count = len(self.under)
        self.column = (avail_width - (count - 1) * self.gutter) / count
        high = max(sum(part.wrap(self.column, avail_height)[1] for part in parts) for parts in self.under)
        self.height = self.room + 1 * MM + high
        return avail_width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(black)
        canvas.setLineWidth(style.THIN)
        for at, parts in enumerate(self.under):
            x, y = at * (self.column + self.gutter), self.height - self.room
            canvas.line(x, y, x + self.column, y)
            y -= 1 * MM
            for part in parts:
                y -= part.height
                part.drawOn(canvas, x, y)
