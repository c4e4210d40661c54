"""A letter to a child or a group: a picture, a greeting, blocks with vignettes, and the people who sign.

The version to read aloud has larger type, a sentence a line and no picture at the head: it shows where to breathe.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import PageBreak, PageTemplate, Spacer

from svp_desktop.documents import beeld, drawing, fonts, illustrations, page, style, text
from svp_desktop.documents.flowables import Closing, Greeting, People, Signatures, Strophe, paragraphs
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.documents.vormen.ruimte import paginas
from svp_desktop.documents.vormen.stukken import Lijnen, Vinkje
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Alinea, AlineaSoort, Blok, BlokSoort, Ondertekenaar, Opmaak, Run, te_drukken
from svp_desktop.domain.papier_waarden import KindbriefWaarden
from svp_desktop.domain.school import Bouw


@dataclass(frozen=True, slots=True)
class _Look:
    """Type size and line distance (points), spacing from roomy to tight, and figures of who signs or only lines.

    One spacing is the room after a block and the room to sign in, in mm. `sentence` is the room after a sentence in
    points, when each begins on a line of its own; `under` the style of names under a line.
    """

    size: float
    leading: float
    spacings: tuple[tuple[float, float], ...]
    people: bool
    sentence: float = 0.0
    under: str = "kind_klein"


_LOOKS = {
    Bouw.ONDERBOUW: _Look(18, 9.5 * MM, ((9, 20), (7.5, 17), (6, 14)), people=True),
    Bouw.MIDDENBOUW: _Look(16, 8.5 * MM, ((10, 20), (8, 16), (6, 14)), people=True),
    Bouw.BOVENBOUW: _Look(15, 8 * MM, ((11, 15), (9, 15), (7, 13)), people=False),
}
_ALOUD = _Look(20, 10 * MM, ((12, 18), (9, 16), (7, 14)), people=False, sentence=2 * MM, under="kind_onder")
_LATER_TOP = 18 * MM
_FULL = PAGE_HEIGHT - style.BOTTOM - _LATER_TOP
_MOST_PICTURE = 66 * MM


def make(values: KindbriefWaarden) -> Opmaak:
    """The paper as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When that saves a page, the blocks move closer together; the type never gets smaller.
    """
    fonts.register()
    look = _ALOUD if values.groot else _LOOKS[values.bouw]
    record = Record()
    high = _picture_height(values)

    def first(canvas: Any, _document: Any) -> None:
        if high:
            _picture(canvas, values, high)

    top = style.CHILD_TOP + high + 10.5 * MM if high else _LATER_TOP
    templates = [
        PageTemplate("een", [_frame(top)], first, autoNextPageTemplate="later"),
        PageTemplate("later", [_frame(_LATER_TOP)]),
    ]
    greeting = Greeting(record, values.aanhef, 7 * MM)
    blocks = [_block(blok, look, record) for blok in te_drukken(values.blokken)]
    signers = [person for person in values.ondertekenaars if person.naam.strip()]
    story = _spaced([greeting, *_story(blocks, signers, look, record)], look, PAGE_HEIGHT - style.BOTTOM - top)
    school = values.hoofd.naam
    day = f", {datums.in_woorden(values.datum, weekdag=False)}" if values.datum else ""
    foot = f"{school}{day}{', om voor te lezen' if values.groot else ''}"

    def number(canvas: Any, page_number: int, total: int) -> None:
        canvas.setFillColor(black)
        y = PAGE_HEIGHT - style.CHILD_FOOTER_LINE
        if total > 1:
            text.draw_line(canvas, style.CHILD_RIGHT, y, f"{page_number} van {total}", fonts.KIND, 9.5, "right")
        line, size = text.fit(foot, fonts.KIND, 9.5, style.CHILD_WIDTH - 25 * MM, 6)
        text.draw_line(canvas, style.CHILD_LEFT, y, line, fonts.KIND, size)

    return page.build(templates, story, record, f"Brief van {school}", school, number)


def _picture_height(values: KindbriefWaarden) -> float:
    """How high the picture at the head is; 0 for the version to read aloud."""
    if values.groot:
        return 0.0
    if values.eigen_beeld:
        return beeld.size_in(values.eigen_beeld, style.CHILD_WIDTH, _MOST_PICTURE)[1]
    scene = illustrations.scene(values.tekening.value)
    return float(scene.height / scene.width * style.CHILD_WIDTH)


def _picture(canvas: Any, values: KindbriefWaarden, high: float) -> None:
    """The drawing with the child's name, or the whole of a picture of the school's own."""
    top = PAGE_HEIGHT - style.CHILD_TOP
    if values.eigen_beeld:
        wide, high = beeld.size_in(values.eigen_beeld, style.CHILD_WIDTH, _MOST_PICTURE)
        left = style.CHILD_LEFT + (style.CHILD_WIDTH - wide) / 2
        window = canvas.beginPath()
        window.roundRect(left, top - high, wide, high, min(14 * MM, high / 5))
        beeld.draw(canvas, values.eigen_beeld, left, top, wide, high, window)
        return
    scene = illustrations.scene(values.tekening.value)
    drawing.draw(canvas, scene, style.CHILD_LEFT, top, style.CHILD_WIDTH)
    drawing.draw_name(canvas, scene, values.roepnaam, style.CHILD_LEFT, top, style.CHILD_WIDTH)


def _frame(top: float) -> Any:
    return page.frame(style.CHILD_TEXT_X, top, style.CHILD_MEASURE)


def _story(blocks: Sequence[Any], signers: Sequence[Ondertekenaar], look: _Look, record: Record) -> list[Any]:
    if not signers:
        return list(blocks)
    *before, last = blocks or [Strophe(record, "", "", (), 0.0, _FULL)]
    if isinstance(last, PageBreak):
        before, last = [*before, last], Strophe(record, "", "", (), 0.0, _FULL)
    sign = People(record, signers) if look.people else Signatures(record, signers, small=look.under)
    # Who signs never stands alone on a page.
    return [*before, Closing(record, last, (Spacer(1, 4 * MM), sign), _FULL)]


def _spaced(story: list[Any], look: _Look, first_room: float) -> list[Any]:
    """The story with the roomiest spacing that takes no more pages than the tightest."""

    def pages(spacing: tuple[float, float]) -> int:
        _space(story[1:], look, spacing)
        return paginas(story, style.CHILD_MEASURE, first_room, _FULL)

    fewest = pages(look.spacings[-1])
    for spacing in look.spacings:
        if pages(spacing) <= fewest:
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


def _block(blok: Blok, look: _Look, record: Record) -> Any:
    """A block of any kind beside its picture."""
    if blok.soort is BlokSoort.PAGINA:
        return PageBreak()
    parts = _parts(blok, look, record)
    if blok.kop:
        parts.insert(0, text.paragraph(blok.titel, style.child_style(look.size, look.leading, bold=True)))
    return Strophe(record, blok.code, blok.beeld, parts, 0.0, _FULL)


def _parts(blok: Blok, look: _Look, record: Record) -> list[Any]:
    normal = style.child_style(look.size, look.leading)
    item = style.child_style(look.size, look.leading, item=True)
    parts: list[Any]
    match blok.soort:
        case BlokSoort.FEITEN:
            facts = [Alinea((Run(f"{name}: "), Run(value, bold=True))) for name, value in blok.paren]
            parts = list(paragraphs(facts, normal, item))
        case BlokSoort.VINKJES:
            lines = [alinea for alinea in blok.alineas if alinea.tekst.strip()]
            parts = [Vinkje(record, "", alinea.runs, normal, style.CHILD_BOX, 1.5 * MM) for alinea in lines]
        case BlokSoort.HANDTEKENINGEN:
            people = [Ondertekenaar(name, what) for name, what in blok.paren]
            parts = [Signatures(record, people, code="", small=look.under)] if people else []
        case _:
            alineas = _sentences(blok.alineas) if look.sentence else blok.alineas
            parts = list(paragraphs(alineas, normal, item, look.sentence))
    if blok.regels:
        parts.append(Lijnen(record, "", blok.regels, style.CHILD_WRITE, 0))
    return parts


def _sentences(alineas: Iterable[Alinea]) -> list[Alinea]:
    """Each sentence of running text as a paragraph of its own, with its looks."""
    return [part for alinea in alineas for part in _cut(alinea)]


def _cut(alinea: Alinea) -> list[Alinea]:
    if alinea.soort is not AlineaSoort.ALINEA:
        return [alinea]
    whole = alinea.tekst
    ends = [match.end() for match in text.SENTENCE_END.finditer(whole)]
    made: list[Alinea] = []
    for begin, end in zip([0, *ends], [*ends, len(whole)], strict=True):
        runs, at = [], 0
        for run in alinea.runs:
            words = run.text[max(begin - at, 0) : max(end - at, 0)]
            at += len(run.text)
            if words:
                runs.append(Run(words, run.bold, run.italic))
        if runs:
            made.append(Alinea((*runs[:-1], Run(runs[-1].text.rstrip(), runs[-1].bold, runs[-1].italic))))
    return made
