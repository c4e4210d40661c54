"""The card of the vertrouwenspersonen for a classroom: one sheet to hang up, for children to read by themselves."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.lib.colors import black
from reportlab.platypus import PageTemplate, Spacer

from svp_desktop.documents import beeld, drawing, fonts, illustrations, page, style, text
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.vertrouwenskaart import Vertrouwenskaart

TITEL = "Zit je ergens mee?"
_PHOTO_WIDE, _PHOTO_HIGH = 34 * MM, 42 * MM
_NAME_HIGH, _BETWEEN = 12 * MM, 4 * MM
_LOW = 20 * MM
_GAP = 6 * MM
#: From large to small: longer words get smaller letters before they are refused.
_SIZES = (1.0, 0.92, 0.84, 0.76)
_NO_ROOM = "Deze tekst past niet op één blad."


class _Look(NamedTuple):
    line: Any
    name: Any
    reach: Any


def vertrouwenskaart(values: Vertrouwenskaart) -> bytes:
    """The card as PDF bytes, one page. Raises PapierFout when the words do not fit."""
    fonts.register()
    record = Record()
    scene = illustrations.scene("haven")
    high = scene.height / scene.width * style.CHILD_WIDTH
    top = PAGE_HEIGHT - style.CHILD_TOP - high - 10 * MM
    look, lines, reach = _fitting(values, top)

    def sheet(canvas: Any, _document: Any) -> None:
        canvas.setFillColor(black)
        drawing.draw(canvas, scene, style.CHILD_LEFT, PAGE_HEIGHT - style.CHILD_TOP, style.CHILD_WIDTH)
        y = _down(canvas, [text.paragraph(TITEL, style.style("kind_titel"))], top, 2 * MM)
        y = _down(canvas, lines, y - 2 * MM, 1.5 * MM)
        y = _people(canvas, values, y - _GAP, look)
        _down(canvas, reach, y - 4 * MM, 0.5 * MM)
        foot, size = text.fit(values.hoofd.naam, fonts.KIND, 9.5, style.CHILD_WIDTH, 6)
        text.draw_line(canvas, style.CHILD_LEFT, PAGE_HEIGHT - style.CHILD_FOOTER_LINE, foot, fonts.KIND, size)

    templates = [PageTemplate("vel", [page.frame(style.CHILD_LEFT, _LOW, style.CHILD_WIDTH)], onPageEnd=sheet)]
    school = values.hoofd.naam
    return page.build(templates, [Spacer(0, 1)], record, f"Kaart van {school}", school, _no_number).pdf


def _fitting(values: Vertrouwenskaart, top: float) -> tuple[_Look, list[Any], list[Any]]:
    """The largest letters with which everything fits. Raises PapierFout."""
    rows = -(-max(1, len(values.namen)) // 2)
    for size in _SIZES:
        look = _Look(
            style.child_style(18 * size, 9 * MM * size),
            style.child_style(20 * size, 9 * MM * size, bold=True),
            style.child_style(14 * size, 7 * MM * size),
        )
        lines = [text.paragraph(line, look.line) for line in values.regels if line.strip()]
        reach = [text.paragraph(line, look.reach) for line in values.bereikbaar if line.strip()]
        wide = style.CHILD_WIDTH
        words = sum(part.wrap(wide, PAGE_HEIGHT)[1] + 1.5 * MM for part in (*lines, *reach))
        if 16 * MM + words + rows * (_row_high(values) + _BETWEEN) + 2 * _GAP <= top - _LOW:
            return look, lines, reach
    raise PapierFout(_NO_ROOM, now="Maak de zinnen korter bij Instellingen, Vertrouwenspersoon.")


def _down(canvas: Any, parts: Sequence[Any], y: float, gap: float) -> float:
    """Paragraphs under each other; where the next thing begins."""
    for part in parts:
        part.wrap(style.CHILD_WIDTH, PAGE_HEIGHT)
        y -= part.height
        part.drawOn(canvas, style.CHILD_LEFT, y)
        y -= gap
    return y


def _people(canvas: Any, values: Vertrouwenskaart, y: float, look: _Look) -> float:
    """Two beside each other: the photo that was chosen, and the name beside it."""
    wide, high = style.CHILD_WIDTH / 2, _row_high(values)
    for at, name in enumerate(values.namen or ("",)):
        x = style.CHILD_LEFT + at % 2 * wide
        if at and at % 2 == 0:
            y -= high + _BETWEEN
        photo = values.fotos.get(name)
        beside = 0.0 if photo is None else _PHOTO_WIDE + 5 * MM
        if photo is not None:
            _photo(canvas, photo, x, y - high)
        words = text.paragraph(text.name(name) if name else " ", look.name)
        words.wrap(wide - beside - 4 * MM, PAGE_HEIGHT)
        words.drawOn(canvas, x + beside, y - high / 2 - words.height / 2)
    return y - high


def _row_high(values: Vertrouwenskaart) -> float:
    """Without a photo the names stand close together: an empty frame on a wall says that somebody is missing."""
    return _PHOTO_HIGH if values.fotos else _NAME_HIGH


def _photo(canvas: Any, data: bytes, x: float, y: float) -> None:
    """The middle of the photo, filling a frame with round corners. Raises PapierFout."""
    edge = canvas.beginPath()
    edge.roundRect(x, y, _PHOTO_WIDE, _PHOTO_HIGH, 3 * MM)
    beeld.draw(canvas, data, x, y + _PHOTO_HIGH, _PHOTO_WIDE, _PHOTO_HIGH, edge)


def _no_number(_canvas: Any, _page: int, _total: int) -> None:
    """One sheet: no number."""
