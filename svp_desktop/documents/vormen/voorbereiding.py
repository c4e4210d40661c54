"""A sheet that a child reads and fills in: questions with a picture, room to draw, faces, boxes, lines, names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import PageBreak, PageTemplate, Spacer

from svp_desktop.documents import fonts, page, style, text
from svp_desktop.documents.flowables import Paragraphs, Signatures, child_title, paragraphs
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.documents.vormen.kindstukken import LEFT, Gezichten, KindVraag, Tekenvak
from svp_desktop.documents.vormen.ruimte import Houd
from svp_desktop.documents.vormen.stukken import Lijnen, Vinkje
from svp_desktop.domain.papier import Alinea, AlineaSoort, Blok, BlokSoort, Ondertekenaar, Opmaak, Run, te_drukken
from svp_desktop.domain.papier_waarden import VoorbereidingWaarden
from svp_desktop.domain.school import Bouw

_TITLE_LINE, _UNDER = 26 * MM, 11 * MM
_LATER_TOP = 18 * MM
#: A frame is as low as the first only when a page would not hold its questions otherwise.
_TIGHT_FRAME, _LEAST_FRAME, _MOST_FRAME = 20 * MM, 30 * MM, 95 * MM
_FOOT = 3 * MM
_LEAST_GAP, _MOST_GAP = 6 * MM, 14 * MM


@dataclass(frozen=True, slots=True)
class _Look:
    """Sizes and line distances (points) of the question and of all other words."""

    question: float
    question_leading: float
    size: float
    leading: float


_LOOKS = {
    Bouw.ONDERBOUW: _Look(18, 9.5 * MM, 16, 8.5 * MM),
    Bouw.MIDDENBOUW: _Look(18, 9.5 * MM, 16, 8.5 * MM),
    Bouw.BOVENBOUW: _Look(17, 9 * MM, 15, 8 * MM),
}


def make(values: VoorbereidingWaarden) -> Opmaak:
    """The sheet as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    The frames to draw in and the room between questions share what a page leaves.
    """
    fonts.register()
    record, look = Record(), _LOOKS[values.bouw]
    title = child_title(values.titel)
    under = text.paragraph(values.onder, style.child_style(look.size, look.leading))
    title_high = title.wrap(style.CHILD_WIDTH, PAGE_HEIGHT)[1]
    under_high = under.wrap(style.CHILD_WIDTH, PAGE_HEIGHT)[1] if values.onder.strip() else 0.0
    under_top = _TITLE_LINE - title.style.fontSize + title_high - title.style.leading + _UNDER + title.style.fontSize
    under_top -= look.size

    def first(canvas: Any, _document: Any) -> None:
        y = PAGE_HEIGHT - _TITLE_LINE + title.style.fontSize - title_high
        title.drawOn(canvas, style.CHILD_LEFT, y)
        record.note(canvas, "onderwerp", style.CHILD_LEFT, y, style.CHILD_WIDTH, title_high)
        if under_high:
            y = PAGE_HEIGHT - under_top - under_high
            under.drawOn(canvas, style.CHILD_LEFT, y)
            record.note(canvas, "aanhef", style.CHILD_LEFT, y, style.CHILD_WIDTH, under_high)

    top = under_top + under_high + 8 * MM
    templates = [
        PageTemplate(
            "een", [page.frame(style.CHILD_TEXT_X, top, style.CHILD_MEASURE)], first, autoNextPageTemplate="later"
        ),
        PageTemplate("later", [page.frame(style.CHILD_TEXT_X, _LATER_TOP, style.CHILD_MEASURE)]),
    ]
    rooms = (PAGE_HEIGHT - style.BOTTOM - top, PAGE_HEIGHT - style.BOTTOM - _LATER_TOP)
    story: list[Any] = []
    for number, groups in enumerate(_divided(_pages(values.blokken, look, record), rooms)):
        story += [PageBreak()] if number else []
        story += _filled(groups, rooms[min(number, 1)])
    school = values.hoofd.naam
    return page.build(templates, story, record, f"Blad van {school}", school, _footer(school))


def _footer(school: str) -> Any:
    def number(canvas: Any, page_number: int, total: int) -> None:
        canvas.setFillColor(black)
        y = PAGE_HEIGHT - style.CHILD_FOOTER_LINE
        line, size = text.fit(school, fonts.KIND, 9.5, style.CHILD_WIDTH - 25 * MM, 6)
        text.draw_line(canvas, style.CHILD_LEFT, y, line, fonts.KIND, size)
        if total > 1:
            text.draw_line(canvas, style.CHILD_RIGHT, y, f"{page_number} van {total}", fonts.KIND, 9.5, "right")

    return number


def _pages(blokken: Sequence[Blok], look: _Look, record: Record) -> list[list[list[Any]]]:
    """For each page the questions, each with all that belongs to it."""
    pages: list[list[list[Any]]] = [[]]
    for blok in te_drukken(blokken):
        if blok.soort is BlokSoort.PAGINA:
            if pages[-1]:
                pages.append([])
            continue
        pieces = _pieces(blok, look, record)
        if blok.kop or not pages[-1]:
            pages[-1].append(pieces)
        else:
            pages[-1][-1] += pieces
    for group in (group for page_groups in pages for group in page_groups if group):
        # Between two questions stands the room of the page alone.
        group[-1].spaceAfter = 0
    return pages


def _pieces(blok: Blok, look: _Look, record: Record) -> list[Any]:
    """The question of a block, and what the child does with it."""
    plain = style.child_style(look.size, look.leading)
    item = style.child_style(look.size, look.leading, item=True)
    lines = [alinea for alinea in blok.alineas if alinea.tekst.strip()]
    listed = blok.soort in (BlokSoort.VINKJES, BlokSoort.GEZICHTEN)
    items = [alinea for alinea in lines if alinea.soort is not AlineaSoort.ALINEA] if listed else []
    if listed and not items:
        items = lines[1:] if blok.kop and len(lines) > 1 else lines
    facts = [Alinea((Run(f"{name}: "), Run(value, bold=True))) for name, value in blok.paren]
    told = {BlokSoort.FEITEN: facts, BlokSoort.HANDTEKENINGEN: []}
    helps = paragraphs(told.get(blok.soort, [alinea for alinea in lines if alinea not in items]), plain, item)
    pieces: list[Any] = []
    if blok.kop:
        bold = style.child_style(look.question, look.question_leading, bold=True)
        pieces.append(KindVraag(record, blok.code, blok.beeld, blok.titel, bold, helps))
    elif helps:
        pieces.append(Paragraphs(record, blok.code, helps, 2 * MM))
    if blok.soort is BlokSoort.TEKENVAK:
        pieces.append(Tekenvak(record, blok.code, _TIGHT_FRAME))
    elif blok.soort is BlokSoort.GEZICHTEN:
        pieces.append(Gezichten(record, blok.code, [alinea.tekst for alinea in items]))
    elif blok.soort is BlokSoort.VINKJES:
        pieces += [Vinkje(record, blok.code, alinea.runs, plain, style.CHILD_BOX, 1.5 * MM) for alinea in items]
    elif blok.soort is BlokSoort.HANDTEKENINGEN and blok.paren:
        people = [Ondertekenaar(name, what) for name, what in blok.paren]
        pieces.append(Signatures(record, people, code=blok.code))
    if blok.regels:
        if blok.kop and blok.soort is BlokSoort.LIJNEN:
            # The picture ends and a hand has room before the first line.
            pieces[-1].spaceAfter = 0
        pieces.append(Lijnen(record, blok.code, blok.regels, style.CHILD_WRITE, 0, (LEFT, style.CHILD_WIDTH)))
    return pieces


def _divided(pages: Sequence[list[list[Any]]], rooms: tuple[float, float]) -> list[list[list[Any]]]:
    """The pages; what does not fit on one begins the next, before the questions of that page."""
    made: list[list[list[Any]]] = []
    waiting: list[list[Any]] = []
    for at, groups in enumerate(pages):
        waiting += groups
        last = at == len(pages) - 1
        while waiting:
            taken = _taken(waiting, rooms[min(len(made), 1)])
            made.append(waiting[:taken])
            waiting = waiting[taken:]
            if not last:
                break
    return made


def _taken(groups: Sequence[list[Any]], room: float) -> int:
    """How many of these questions one page holds, at least one."""
    for count, group in enumerate(groups):
        room -= _high(group)
        if room < 0 and count:
            return count
        room -= _LEAST_GAP
    return len(groups)


def _filled(groups: Sequence[list[Any]], room: float) -> list[Any]:
    """The questions of one page: frames to a good height first, then the room between questions, then frames again."""
    frames = [piece for group in groups for piece in group if isinstance(piece, Tekenvak)]
    gaps = max(len(groups) - 1, 0)
    used = sum(_high(group) for group in groups) + gaps * _LEAST_GAP
    # The last line stands off from the foot of the page, when there is room for it.
    spare = max(room - _FOOT - used, 0.0)
    first = min(spare, len(frames) * (_LEAST_FRAME - _TIGHT_FRAME))
    spare -= first
    gap = (
        _LEAST_GAP + min(spare / gaps, _MOST_GAP - _LEAST_GAP if frames else 2 * (_MOST_GAP - _LEAST_GAP))
        if gaps
        else 0.0
    )
    spare -= gaps * (gap - _LEAST_GAP)
    for frame in frames:
        frame.room = min(_TIGHT_FRAME + (first + spare) / len(frames), _MOST_FRAME)
    story: list[Any] = []
    for at, group in enumerate(groups):
        story += [Spacer(0, gap)] if at else []
        story += [Houd(min(_high(group), room)), *group]
    return story


def _high(group: Sequence[Any]) -> float:
    high = sum(piece.wrap(style.CHILD_MEASURE, PAGE_HEIGHT)[1] + piece.getSpaceAfter() for piece in group)
    return float(high - (group[-1].getSpaceAfter() if group else 0.0))
