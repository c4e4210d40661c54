"""The aankondiging for the child itself: a picture, a greeting, blocks with vignettes, and the people who sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import PageTemplate, Spacer

from svp_desktop.documents import drawing, fonts, illustrations, page, style, text
from svp_desktop.documents.flowables import Closing, Greeting, People, Signatures, Strophe, paragraphs
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Blok, Ondertekenaar, Opmaak, te_drukken
from svp_desktop.domain.papier_waarden import KindbriefWaarden
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


def make(values: KindbriefWaarden) -> Opmaak:
    """The paper as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When that saves a page, the blocks move closer together; the type never gets smaller.
    """
    fonts.register()
    look = _ALOUD if values.groot else _LOOKS[values.bouw]
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
    greeting = Greeting(record, values.aanhef, 7 * MM)
    blocks = [_strophe(blok, look, record) for blok in te_drukken(values.blokken)]
    signers = [person for person in values.ondertekenaars if person.naam.strip()]
    room = PAGE_HEIGHT - style.BOTTOM - top - greeting.wrap(style.CHILD_MEASURE, PAGE_HEIGHT)[1] - greeting.spaceAfter
    story = [greeting, *_spaced(_story(blocks, signers, look, record), look, room)]
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


def _story(blocks: Sequence[Strophe], signers: Sequence[Ondertekenaar], look: _Look, record: Record) -> list[Any]:
    if not signers:
        return list(blocks)
    *before, last = blocks or [Strophe(record, "", "", (), 0.0, _FULL)]
    sign = People(record, signers) if look.people else Signatures(record, signers)
    # Who signs never stands alone on a page.
    return [*before, Closing(record, last, (Spacer(1, 4 * MM), sign), _FULL)]


def _spaced(story: list[Any], look: _Look, first_room: float) -> list[Any]:
    """The story with the roomiest spacing that takes no more pages than the tightest."""
    _space(story, look, look.spacings[-1])
    fewest = _pages(story, first_room)
    for spacing in look.spacings:
        _space(story, look, spacing)
        if _pages(story, first_room) <= fewest:
            break
    return story


def _space(story: Sequence[Any], look: _Look, spacing: tuple[float, float]) -> None:
    """Give every piece its room, in place: lines are broken once."""
    gap, room = spacing[0] * MM, spacing[1] * MM
    for piece in story:
        if isinstance(piece, Closing):
            between, sign = piece.tail
            between.height = gap if look.people else 4 * MM
            sign.room_to_sign = room
        else:
            piece.spaceAfter = gap


def _pages(story: Sequence[Any], first_room: float) -> int:
    """How many pages blocks that do not split will take."""
    pages, left = 1, first_room
    for piece in story:
        height = piece.wrap(style.CHILD_MEASURE, PAGE_HEIGHT)[1]
        if height > left:
            pages, left = pages + 1, _FULL
        left -= height + piece.getSpaceAfter()
    return pages


def _strophe(blok: Blok, look: _Look, record: Record) -> Strophe:
    normal = style.child_style(look.size, look.leading)
    item = style.child_style(look.size, look.leading, item=True)
    parts = paragraphs(blok.alineas, normal, item)
    if blok.kop:
        parts.insert(0, text.paragraph(blok.titel, style.child_style(look.size, look.leading, bold=True)))
    return Strophe(record, blok.code, blok.beeld, parts, 0.0, _FULL)
