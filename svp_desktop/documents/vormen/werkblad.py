"""A sheet to work with: agenda, contract, checklist, report. Side headings, room to write, boxes, signatures."""

from typing import Any

from reportlab.platypus import PageTemplate

from svp_desktop.documents import drawing, fonts, illustrations, page, style, text
from svp_desktop.documents.letterhead import draw_mark, draw_motto
from svp_desktop.documents.page import Record
from svp_desktop.documents.paragraph import Text
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.documents.vormen.blokken import reeks, verhaal
from svp_desktop.documents.vormen.spatie import zo_ruim_mogelijk
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Opmaak
from svp_desktop.domain.papier_waarden import WerkbladWaarden

_PICTURE = 30 * MM
_TITLE_LINE, _UNDER, _TEXT = 31 * MM, 8.5 * MM, 56 * MM


def make(values: WerkbladWaarden) -> Opmaak:
    """The sheet as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When that saves a page, the room to sign and the space between blocks shrink as in a letter.
    """
    fonts.register()
    record = Record()
    title = text.paragraph(values.titel, style.style("titel"))
    under = text.paragraph(values.onder, style.style("onder_titel"))
    lower = _lower(values, title, under)
    picture = illustrations.vignette(values.beeld) if values.beeld else None

    def first(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        if picture:
            drawing.draw(canvas, picture, style.LEFT, PAGE_HEIGHT - 16 * MM, _PICTURE)
        else:
            draw_mark(canvas, values.hoofd, 17 * MM)
        _small(canvas, _sender(values))
        y = PAGE_HEIGHT - _TITLE_LINE + title.style.fontSize - title.height
        title.drawOn(canvas, style.TEXT_X, y)
        record.note(canvas, "onderwerp", style.TEXT_X, y, style.MEASURE, title.height)
        if values.onder.strip():
            y = PAGE_HEIGHT - _TITLE_LINE - (title.height - title.style.leading) - _UNDER
            under.drawOn(canvas, style.TEXT_X, y + under.style.fontSize - under.height)
            record.note(canvas, "aanhef", style.TEXT_X, y + 14 - under.height, style.MEASURE, under.height)
        canvas.restoreState()

    def later(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        _small(canvas, _later(values))
        canvas.restoreState()

    def end(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        draw_motto(canvas, values.hoofd)
        canvas.restoreState()

    size = style.style("los").fontSize
    tops = (_TEXT + lower - size, style.LATER_LINE - size)
    frames = [[page.frame(style.TEXT_X, top, style.MEASURE)] for top in tops]
    templates = [
        PageTemplate("een", frames[0], first, end, autoNextPageTemplate="later"),
        PageTemplate("later", frames[1], later, end),
    ]
    high = PAGE_HEIGHT - style.BOTTOM
    blocks = verhaal(reeks(values.blokken, values.moment, record))
    story = zo_ruim_mogelijk(blocks, *(high - top for top in tops))
    school = values.hoofd.naam
    return page.build(templates, story, record, f"Blad van {school}", school, _number)


def _lower(values: WerkbladWaarden, title: Text, under: Text) -> float:
    """How much lower than its usual line the text begins: longer headings push it down, less above it pulls it up."""
    lower = title.wrap(style.MEASURE, PAGE_HEIGHT)[1] - title.style.leading
    if values.onder.strip():
        return float(lower + under.wrap(style.MEASURE, PAGE_HEIGHT)[1] - under.style.leading)
    return float(lower - (0.0 if values.beeld else 3 * MM))


def _sender(values: WerkbladWaarden) -> str:
    day = datums.in_woorden(values.datum, weekdag=False) if values.datum else ""
    return "  ·  ".join(part for part in (values.hoofd.naam, day) if part)


def _later(values: WerkbladWaarden) -> str:
    """What the sheet is, in one line: "Herstelgesprek met Milan, groep 6"."""
    return " ".join(part.strip() for part in (values.titel, values.onder) if part.strip())


def _small(canvas: Any, words: str) -> None:
    line, size = text.fit(words, fonts.TEKST, 8.5, style.MEASURE, 6.5)
    text.draw_line(canvas, style.TEXT_X, PAGE_HEIGHT - 19 * MM, line, fonts.TEKST, size)


def _number(canvas: Any, number: int, total: int) -> None:
    if total > 1:
        y = PAGE_HEIGHT - style.FOOTER_LINE
        text.draw_line(canvas, style.RIGHT, y, f"Pagina {number} van {total}", fonts.TEKST, 8.5, "right")
