"""A card for a child: one sheet printed on one side and folded twice is an A6 card, on any printer.

Lower half: the back at the left, the front at the right. Upper half, upside down: the inside, an open sky at the left
for the group to write or draw in, the words at the right.
"""

from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import PageTemplate, Spacer

from svp_desktop.documents import beeld, drawing, fonts, illustrations, page, style, text
from svp_desktop.documents.flowables import paragraphs
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT, PAGE_WIDTH
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import Opmaak, te_drukken
from svp_desktop.domain.papier_waarden import KaartWaarden

_WIDE, _HIGH = PAGE_WIDTH / 2, PAGE_HEIGHT / 2
_EDGE = 10 * MM
_ARCH_WIDE, _ARCH_HIGH = 85 * MM, 124 * MM
_TEXT_X, _TEXT_WIDE = 14 * MM, _WIDE - 24 * MM
_LOW = 16 * MM
# (greeting, text, line distance, room between blocks), from large to small.
_SIZES = tuple((20 * share, 15 * share, 9.5 * MM * share, 7 * MM * share) for share in (1.0, 0.93, 0.86, 0.8, 0.74))


def make(values: KaartWaarden) -> Opmaak:
    """The sheet as PDF bytes, with the place of every block. Raises PapierFout when the words do not fit on a card."""
    fonts.register()
    record = Record()
    words = _words(values)

    def sheet(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        canvas.translate(_WIDE, 0)
        _front(canvas, values)
        canvas.restoreState()
        canvas.saveState()
        canvas.translate(PAGE_WIDTH, PAGE_HEIGHT)
        canvas.rotate(180)
        drawing.draw(canvas, illustrations.scene("lucht"), _EDGE, _HIGH - _EDGE, _ARCH_WIDE)
        _inside(canvas, words, record)
        canvas.restoreState()
        _back(canvas, values)

    templates = [PageTemplate("vel", [page.frame(_EDGE, _EDGE, _WIDE)], onPageEnd=sheet)]
    school = values.hoofd.naam
    return page.build(templates, [Spacer(0, 1)], record, f"Kaart van {school}", school, _folds)


def _front(canvas: Any, values: KaartWaarden) -> None:
    """The arch with the ship, or a picture of the school's own in the same window."""
    scene = illustrations.scene("kaart")
    top = _HIGH - _EDGE
    if values.eigen_beeld:
        window = _arch(canvas, _EDGE, top)
        beeld.draw(canvas, values.eigen_beeld, _EDGE, top, _ARCH_WIDE, _ARCH_HIGH, window)
        return
    drawing.draw(canvas, scene, _EDGE, top, _ARCH_WIDE)
    drawing.draw_name(canvas, scene, values.roepnaam, _EDGE, top, _ARCH_WIDE)


def _arch(canvas: Any, x: float, top: float) -> Any:
    """Half a circle on a rectangle, its lower corners slightly round."""
    radius, low, right, corner = _ARCH_WIDE / 2, top - _ARCH_HIGH, x + _ARCH_WIDE, 6 * MM
    path = canvas.beginPath()
    path.moveTo(x, top - radius)
    path.arcTo(x, top - 2 * radius, right, top, startAng=180, extent=-180)
    path.arcTo(right - corner, low, right, low + corner, startAng=0, extent=-90)
    path.arcTo(x, low, x + corner, low + corner, startAng=270, extent=-90)
    path.close()
    return path


def _back(canvas: Any, values: KaartWaarden) -> None:
    canvas.setFillColor(black)
    line, size = text.fit(values.hoofd.naam, fonts.KIND, 9, _WIDE - 2 * _EDGE, 6)
    text.draw_line(canvas, _WIDE / 2, 16 * MM, line, fonts.KIND, size, "centre")


def _words(values: KaartWaarden) -> list[tuple[str, list[Any], float]]:
    """Code, paragraphs and room after each part of the words, as large as fits. Raises PapierFout."""
    room = _HIGH - 2 * _LOW
    for greeting, size, leading, gap in _SIZES:
        look = style.child_style(size, leading)
        bold = style.child_style(greeting, greeting * 1.32, bold=True)
        item = style.child_style(size, leading, item=True)
        parts = [("aanhef", [text.paragraph(text.name(values.aanhef), bold)], 4 * MM)] if values.aanhef.strip() else []
        parts += [(blok.code, paragraphs(blok.alineas, look, item), gap) for blok in te_drukken(values.blokken)]
        names = [
            text.paragraph(text.name(person.naam), look) for person in values.ondertekenaars if person.naam.strip()
        ]
        if names:
            if len(parts) > 1:
                parts[-1] = (*parts[-1][:2], 0.0)
            parts.append(("ondertekening", names, 0.0))
        high = sum(part.wrap(_TEXT_WIDE, _HIGH)[1] for _, pieces, _ in parts for part in pieces)
        if high + sum(gap for *_, gap in parts[:-1]) <= room:
            return parts
    raise PapierFout("Deze tekst past niet op een kaart.", now="Maak de tekst korter: vijf korte regels zijn genoeg.")


def _inside(canvas: Any, words: list[tuple[str, list[Any], float]], record: Record) -> None:
    """The words, in the middle of the page and a little higher."""
    high = sum(part.height for _, parts, _ in words for part in parts) + sum(gap for *_, gap in words[:-1])
    y = min(_HIGH - _LOW, (_HIGH + high) / 2 + 4 * MM)
    x = _WIDE + _TEXT_X
    for code, parts, gap in words:
        top = y
        for part in parts:
            y -= part.height
            part.drawOn(canvas, x, y)
        record.note(canvas, code, x, y, _TEXT_WIDE, top - y)
        y -= gap


def _folds(canvas: Any, _page: int, _total: int) -> None:
    """Short marks at the edges, where the sheet is folded."""
    canvas.saveState()
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.35)
    for x in (3 * MM, PAGE_WIDTH - 6 * MM):
        canvas.line(x, _HIGH, x + 3 * MM, _HIGH)
    for y in (3 * MM, PAGE_HEIGHT - 6 * MM):
        canvas.line(_WIDE, y, _WIDE, y + 3 * MM)
    canvas.restoreState()
