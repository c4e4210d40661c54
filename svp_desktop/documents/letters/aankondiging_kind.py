"""The aankondiging for the child itself: a picture, a greeting, blocks with vignettes, and the people who sign."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import PageTemplate, Spacer

from svp_desktop.documents import drawing, fonts, illustrations, page, style, text
from svp_desktop.documents.flowables import Closing, Greeting, People, Signatures, Strophe, paragraphs
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.domain import datums
from svp_desktop.domain.papier import AankondigingKind, Blok, Opmaak, te_drukken
from svp_desktop.domain.school import Bouw


@dataclass(frozen=True, slots=True)
class _Look:
    """Type size and line distance (points), spacing from roomy to tight, and figures of who signs or only lines.

    One spacing is the room after a block and the room to sign in, in mm.
    """

    size: float
    leading: float
    spacings: tuple[tuple[float, float], ...]
    people: bool


_LOOKS = {
    Bouw.ONDERBOUW: _Look(18, 9.5 * MM, ((9, 20), (7.5, 17), (6, 14)), people=True),
    Bouw.MIDDENBOUW: _Look(16, 8.5 * MM, ((10, 20), (8, 16), (6, 14)), people=True),
    Bouw.BOVENBOUW: _Look(15, 8 * MM, ((11, 15), (9, 15), (7, 13)), people=False),
}
_ALOUD = _Look(20, 11 * MM, ((10, 20), (7, 14)), people=False)
_LATER_TOP = 18 * MM
_FULL = PAGE_HEIGHT - style.BOTTOM - _LATER_TOP
_SPARSE = 125 * MM


def make(values: AankondigingKind) -> Opmaak:
    """The paper as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When only a little spills over to a last page, the blocks move closer together; the type never gets smaller.
    """
    look = _ALOUD if values.groot else _LOOKS[values.bouw]
    made = _make(values, look, *look.spacings[0])
    if made.paginas > 1 and _spill(made) < _SPARSE:
        for gap, room in look.spacings[1:]:
            closer = _make(values, look, gap, room)
            if closer.paginas < made.paginas:
                return closer
    return made


def _spill(made: Opmaak) -> float:
    """How far down the last page is printed, in points."""
    return max((place.y1 for place in made.plekken if place.pagina == made.paginas), default=0.0) - _LATER_TOP


def _make(values: AankondigingKind, look: _Look, gap: float, room: float) -> Opmaak:
    fonts.register()
    record = Record()
    scene = illustrations.scene(values.tekening.value)
    high = scene.height / scene.width * style.CHILD_WIDTH

    def first(canvas: Any, _document: Any) -> None:
        top = PAGE_HEIGHT - style.CHILD_TOP
        drawing.draw(canvas, scene, style.CHILD_LEFT, top, style.CHILD_WIDTH)
        drawing.draw_name(canvas, scene, values.roepnaam, style.CHILD_LEFT, top, style.CHILD_WIDTH)

    top = style.CHILD_TOP + high + 10.5 * MM
    templates = [
        PageTemplate("een", [_frame(top)], first, autoNextPageTemplate="later"),
        PageTemplate("later", [_frame(_LATER_TOP)]),
    ]
    story = [Greeting(record, values.aanhef, 7 * MM), *_story(values, look, gap * MM, room * MM, record)]
    school = values.hoofd.naam
    day = f", {datums.in_woorden(values.datum, weekdag=False)}" if values.datum else ""

    def number(canvas: Any, page_number: int, total: int) -> None:
        canvas.setFillColor(black)
        y = PAGE_HEIGHT - style.CHILD_FOOTER_LINE
        if total > 1:
            text.draw_line(canvas, style.CHILD_RIGHT, y, f"{page_number} van {total}", fonts.KIND, 9.5, "right")
        line, size = text.fit(school + day, fonts.KIND, 9.5, style.CHILD_WIDTH - 25 * MM, 6)
        text.draw_line(canvas, style.CHILD_LEFT, y, line, fonts.KIND, size)

    return page.build(templates, story, record, f"Brief van {school}", school, number)


def _frame(top: float) -> Any:
    return page.frame(style.CHILD_TEXT_X, top, style.CHILD_MEASURE)


def _story(values: AankondigingKind, look: _Look, gap: float, room: float, record: Record) -> list[Any]:
    story: list[Any] = [_strophe(blok, look, gap, record) for blok in te_drukken(values.blokken)]
    signers = [person for person in values.ondertekenaars if person.naam.strip()]
    if not signers:
        return story
    sign = People(record, signers, room) if look.people else Signatures(record, signers, room=room)
    last = story.pop() if story else Strophe(record, "", "", (), 0.0, _FULL)
    tail = (Spacer(1, gap if look.people else 4 * MM), sign)
    # Who signs never stands alone on a page.
    return [*story, Closing(record, last, tail, _FULL)]


def _strophe(blok: Blok, look: _Look, gap: float, record: Record) -> Strophe:
    normal = style.child_style(look.size, look.leading)
    item = style.child_style(look.size, look.leading, item=True)
    parts = paragraphs(blok.alineas, normal, item)
    if blok.kop:
        parts.insert(0, text.paragraph(blok.titel, style.child_style(look.size, look.leading, bold=True)))
    return Strophe(record, blok.code, blok.beeld, parts, gap, _FULL)
