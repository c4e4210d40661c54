"""The furniture of an adult letter: letterhead, window address, date column, subject, later pages, footer, folds."""

from typing import Any

from reportlab.lib.colors import black

from svp_desktop.documents import drawing, fonts, illustrations, logo, style, text
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.domain.papier import Briefhoofd, Run, Venster

ADDRESS_WIDTH = 70 * MM
SUBJECT_LINE = 115 * MM
# A letter without an address needs no window: date and subject move up.
_DATE_LINE, _LOW = 43.0, 63 * MM
_LEAST_ADDRESS = 6.0
# A name that would get smaller than this goes on over a second line, as long as the window shows it all.
_READABLE, _MOST_LINES = 8.0, 6


def draw_mark(canvas: Any, head: Briefhoofd, width: float) -> None:
    """The school's logo, or the lighthouse, so wide (points), at the top left."""
    top = PAGE_HEIGHT - 13 * MM
    if head.logo:
        logo.draw(canvas, head.logo, style.LEFT, top, width)
        return
    lighthouse = illustrations.vignette("vuurtoren")
    if lighthouse:
        drawing.draw(canvas, lighthouse, style.LEFT, top, width, weight=0.9)


def draw_head(canvas: Any, head: Briefhoofd) -> None:
    """Mark, name, address and telephone at the top of a first page."""
    draw_mark(canvas, head, 17 * MM)
    canvas.setFillColor(black)
    line, size = text.fit(head.naam, fonts.TEKST_VET, 14, style.MEASURE, 9)
    text.draw_line(canvas, style.TEXT_X, PAGE_HEIGHT - 19 * MM, line, fonts.TEKST_VET, size)
    contact = "  ·  ".join(part for part in (head.telefoon, head.email) if part)
    for row, line in enumerate(part for part in (_sender(head), contact) if part):
        fitted, size = text.fit(line, fonts.TEKST, 8.5, style.MEASURE, 6)
        text.draw_line(canvas, style.TEXT_X, PAGE_HEIGHT - (25 + 4 * row) * MM, fitted, fonts.TEKST, size)


def draw_motto(canvas: Any, head: Briefhoofd) -> None:
    """The school's motto on the footer line."""
    if head.motto:
        motto = (Run(head.motto, italic=True),)
        room = style.RIGHT - style.TEXT_X - 25 * MM
        text.draw_paragraph(canvas, style.TEXT_X, PAGE_HEIGHT - style.FOOTER_LINE, motto, style.style("klein"), room)


def _sender(head: Briefhoofd) -> str:
    street, *town = head.straat, " ".join(part for part in (head.postcode, head.plaats) if part)
    return ", ".join(part for part in (street, *town) if part)


def _broken(address: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of an address, a name too long to read in one line in two; the town stays whole, for the post."""
    lines: list[str] = []
    for at, line in enumerate(address):
        left = len(address) - at
        long = left > 1 and fonts.width(line, fonts.TEKST, _READABLE) > ADDRESS_WIDTH
        lines += _halves(line) if long and len(lines) + left < _MOST_LINES else [line]
    return tuple(lines)


def _halves(line: str) -> list[str]:
    """A line in two, broken at the space that leaves the shortest longest half."""
    words = line.split(" ")
    ways = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    return min(ways, key=lambda way: max(fonts.width(half, fonts.TEKST, 11) for half in way), default=[line])


class LetterPages:
    """Draws what stands around the text of a letter. The subject stands under the fold: no window ever shows it.

    Subject and text start lower when the date column needs the room. Without an address there is no window to mind:
    both stand higher, and nothing is folded.
    """

    def __init__(
        self,
        record: Record,
        head: Briefhoofd,
        window: Venster,
        address: tuple[str, ...],
        references: tuple[tuple[str, str], ...],
        subject: str,
        later: str,
    ) -> None:
        self.record, self.head, self.window = record, head, window
        self.address, self.subject, self.later = _broken(address[:5]), subject, later
        small, loose = style.style("klein"), style.style("los")
        self.references = [
            (text.paragraph(label, small), text.paragraph(value, loose)) for label, value in references if value
        ]
        self.date_x = style.LEFT if window.rechts else style.DATE_X
        measure = style.RIGHT - style.DATE_X
        high = sum(style.LINE + value.wrap(measure, 10_000)[1] for _, value in self.references)
        self.measure = measure
        self.open = not any(line.strip() for line in address)
        self.top = _DATE_LINE if self.open else window.y
        line = _LOW if self.open else SUBJECT_LINE
        self.subject_line = max(line, self.top * MM + high + 4 * MM) if self.references else line
        # a subject of more lines moves the text down by as many
        more = text.paragraph(subject, style.style("zij")).wrap(style.MEASURE, 10_000)[1] - style.LINE
        self.first_line = self.subject_line + max(more, 0.0) + 10 * MM

    def first(self, canvas: Any, _document: Any) -> None:
        """Letterhead, address, date column and subject of page one."""
        canvas.saveState()
        draw_head(canvas, self.head)
        if not self.open:
            self._address(canvas)
        self._references(canvas)
        y = PAGE_HEIGHT - self.subject_line
        text.draw_paragraph(canvas, style.LEFT, y, "Onderwerp", style.style("los"), style.SIDE)
        height = text.draw_paragraph(canvas, style.TEXT_X, y, self.subject, style.style("zij"), style.MEASURE)
        self.record.note(canvas, "onderwerp", style.TEXT_X, y + 11 - height, style.MEASURE, height)
        canvas.restoreState()

    def following(self, canvas: Any, _document: Any) -> None:
        """Small mark and "Onze brief van ..." on later pages."""
        canvas.saveState()
        draw_mark(canvas, self.head, 11 * MM)
        text.draw_paragraph(
            canvas, style.TEXT_X, PAGE_HEIGHT - 19 * MM, self.later, style.style("klein"), style.MEASURE
        )
        canvas.restoreState()

    def end(self, canvas: Any, _document: Any) -> None:
        """Folds and motto, after the text: who copies or listens meets them last."""
        canvas.saveState()
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.35)
        for fold in () if self.open else style.FOLDS:
            canvas.line(5 * MM, PAGE_HEIGHT - fold, 8.5 * MM, PAGE_HEIGHT - fold)
        draw_motto(canvas, self.head)
        canvas.restoreState()

    @staticmethod
    def number(canvas: Any, page: int, total: int) -> None:
        """ "Pagina x van y" from the second page on."""
        if page > 1:
            canvas.setFillColor(black)
            line = f"Pagina {page} van {total}"
            text.draw_line(canvas, style.RIGHT, PAGE_HEIGHT - style.FOOTER_LINE, line, fonts.TEKST, 8.5, "right")

    def _address(self, canvas: Any) -> None:
        x = self.window.x * MM
        first = (self.window.y - (3 if len(self.address) > 4 else 0)) * MM
        canvas.setFillColor(black)
        sender = _sender(self.head)
        if sender:
            retour, size = text.fit(f"Persoonlijk – retour: {sender}", fonts.TEKST, 7, 90 * MM, 5)
            text.draw_line(canvas, x, PAGE_HEIGHT - (self.window.y - 6.5) * MM, retour, fonts.TEKST, size)
        # A long line gets smaller first, since the post reads one name a line, and the others with it.
        lines = [text.fit(line, fonts.TEKST, 11, ADDRESS_WIDTH, _LEAST_ADDRESS) for line in self.address]
        same = min((size for _, size in lines if size >= _READABLE), default=11.0)
        # Six lines take the height of five: that much every window shows.
        pitch = style.LINE * 4 / max(4, len(lines) - 1)
        for row, (line, size) in enumerate(lines):
            text.draw_line(canvas, x, PAGE_HEIGHT - first - row * pitch, line, fonts.TEKST, min(size, same))
        high = (len(lines) - 1) * pitch + style.LINE
        self.record.note(canvas, "adres", x, PAGE_HEIGHT - first - high + style.LINE - 3, ADDRESS_WIDTH, high)

    def _references(self, canvas: Any) -> None:
        base = PAGE_HEIGHT - self.top * MM
        begin = base
        for label, value in self.references:
            height = label.wrap(self.measure, 10_000)[1]
            label.drawOn(canvas, self.date_x, base + 8.5 - height)
            height = value.wrap(self.measure, 10_000)[1]
            value.drawOn(canvas, self.date_x, base - style.LINE + 11 - height)
            base -= style.LINE + height
        self.record.note(canvas, "datum", self.date_x, base + 11, self.measure, begin - base)
