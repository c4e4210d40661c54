"""Making a document: templates and a story to bytes, in one pass, neutral metadata, equal bytes for equal input."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, Spacer
from reportlab.platypus.doctemplate import LayoutError

from svp_desktop.documents import fonts, style
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import Opmaak, Plek

PageNumber = Callable[[Any, int, int], None]
# A paper of more pages than this has bookmarks.
_PAGES_WITHOUT_BOOKMARKS = 3


class Record:
    """Collects where each block lands while a page is drawn."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[str, int], tuple[float, float, float, float]] = {}
        #: Headings as they were drawn: page, height on the page, words.
        self.headings: list[tuple[int, float, str]] = []

    def note(self, canvas: Any, code: str, x: float, y: float, width: float, height: float) -> None:
        """A box that was drawn for a block: lower left corner and size in points, in the canvas as it stands now."""
        if not code:
            return
        one, other = canvas.absolutePosition(x, y), canvas.absolutePosition(x + width, y + height)
        left, right = sorted((one[0], other[0]))
        bottom, top = sorted((one[1], other[1]))
        key = (code, canvas.getPageNumber())
        if key in self._boxes:
            old = self._boxes[key]
            left, bottom = min(left, old[0]), min(bottom, old[1])
            right, top = max(right, old[2]), max(top, old[3])
        self._boxes[key] = (left, bottom, right, top)

    def heading(self, canvas: Any, words: str, top: float) -> None:
        """A heading that was drawn, with its upper edge in the canvas as it stands now: a bookmark on a long paper."""
        height = canvas.absolutePosition(0, top)[1]
        self.headings.append((canvas.getPageNumber(), height, fonts.normalize(words)))

    def places(self) -> tuple[Plek, ...]:
        """One place for each block and page, from the top left of the page."""
        high = style.PAGE_HEIGHT
        return tuple(
            Plek(code, page, round(x0, 2), round(high - y1, 2), round(x1, 2), round(high - y0, 2))
            for (code, page), (x0, y0, x1, y1) in self._boxes.items()
        )


class _CountedCanvas(Canvas):  # type: ignore[misc]
    """Keeps each page until the end, so that "pagina x van y" is drawn in one pass."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept: list[dict[str, Any]] = []
        self.number: PageNumber | None = None
        self.record = Record()
        self.total = 0

    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        kept, number, record = self._kept, self.number, self.record
        for page, state in enumerate(kept, 1):
            self.__dict__.update(state)
            if number:
                number(self, page, len(kept))
            if len(kept) > _PAGES_WITHOUT_BOOKMARKS:
                self._bookmarks(page, record)
            super().showPage()
        self.total = len(kept)
        super().save()

    def _bookmarks(self, page: int, record: Record) -> None:
        """Bookmarks point at the page that is being finished, so they are made here and not when a heading is drawn."""
        for at, (on, top, words) in enumerate(record.headings):
            if on == page and words.strip():
                self.bookmarkPage(f"kop{at}", fit="XYZ", left=0, top=top)
                self.addOutlineEntry(words, f"kop{at}", 0, False)
                self.showOutline()


def frame(x: float, top: float, width: float, bottom: float = style.BOTTOM) -> Any:
    """A frame without padding from `top` (points from the top of the page) to `bottom` (from its bottom)."""
    # Half a point more: a frame rounds the height of a line away.
    return Frame(x, bottom, width, style.PAGE_HEIGHT - bottom - top + 0.5, 0, 0, 0, 0)


def build(
    templates: Sequence[Any], story: list[Any], record: Record, title: str, author: str, number: PageNumber
) -> Opmaak:
    """The finished paper. Raises PapierFout when a part of it cannot be laid out on any page."""
    fonts.register()
    out = BytesIO()
    made: list[_CountedCanvas] = []

    def canvas(*args: Any, **kwargs: Any) -> _CountedCanvas:
        made.append(_CountedCanvas(*args, **kwargs))
        made[0].number, made[0].record = number, record
        return made[0]

    document = BaseDocTemplate(
        out,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        pageTemplates=list(templates),
        title=fonts.normalize(title),
        author=fonts.normalize(author),
        subject="",
        creator="",
        producer="",
        lang="nl-NL",
        displayDocTitle=True,
        invariant=1,
        initialFontName=fonts.TEKST,
        initialFontSize=11,
    )
    try:
        # An empty paper is a page too: the composer shows what is there.
        document.build(story or [Spacer(0, 1)], canvasmaker=canvas)
    except LayoutError:
        # Not chained: the text of the error quotes the letter.
        raise PapierFout from None
    return Opmaak(out.getvalue(), made[0].total, record.places())
