"""The letter to the parents that goes with the copy of the aankondiging: one page if it can, one an envelope."""

from typing import Any

from reportlab.platypus import CondPageBreak, PageTemplate, Spacer

from svp_desktop.documents import fonts, page, style, text
from svp_desktop.documents.flowables import Closing, FactTable, Paragraphs, SideHeading, paragraphs
from svp_desktop.documents.letterhead import LetterPages
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Blok, BlokSoort, Opmaak, Voorleesmoment, te_drukken
from svp_desktop.domain.papier_vullen import open_plek, opsomming_in_zin
from svp_desktop.domain.papier_waarden import BriefWaarden

# (room to sign, space between blocks), from roomy to tight.
_SPACING = ((15 * MM, HALF), (12 * MM, HALF), (12 * MM, 2 * MM))
_FULL = style.PAGE_HEIGHT - style.BOTTOM - style.LATER_LINE


def make(values: BriefWaarden) -> Opmaak:
    """The letter as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When that keeps it on one page, the room to sign shrinks to 12 mm and then the space between blocks to 2 mm.
    """
    fonts.register()
    record = Record()
    school = values.hoofd.naam
    day = datums.in_woorden(values.datum) if values.datum else ""
    short = f" van {datums.in_woorden(values.datum, weekdag=False)}" if values.datum else ""
    furniture = LetterPages(
        record,
        values.hoofd,
        values.venster,
        values.adresregels,
        (("Datum", day), ("Bijlage", values.bijlage), ("Ook gestuurd aan", "\n".join(values.ook_aan))),
        values.onderwerp,
        f"Onze brief{short} over {values.over}",
    )
    size = style.style("los").fontSize
    templates = [
        PageTemplate(
            "een",
            [page.frame(style.TEXT_X, style.FIRST_LINE + furniture.push - size, style.MEASURE)],
            furniture.first,
            furniture.end,
            autoNextPageTemplate="later",
        ),
        PageTemplate(
            "later",
            [page.frame(style.TEXT_X, style.LATER_LINE - size, style.MEASURE)],
            furniture.following,
            furniture.end,
        ),
    ]
    room = style.PAGE_HEIGHT - style.BOTTOM - style.FIRST_LINE - furniture.push + size
    story = _spaced(_story(values, record), room)
    return page.build(templates, story, record, f"Brief van {school}", school, furniture.number)


def _story(values: BriefWaarden, record: Record) -> list[Any]:
    story: list[Any] = [Paragraphs(record, "aanhef", [text.paragraph(values.aanhef, style.style("los"))], HALF)]
    blokken = te_drukken(values.blokken)
    for blok in blokken[:-1]:
        story += _block(blok, values.moment, record)
    last = _block(blokken[-1], values.moment, record) if blokken else []
    *before, final = last or [Paragraphs(record, "", ())]
    if blokken and not blokken[-1].kop:
        story.append(Spacer(1, HALF))
    return [*story, *before, Closing(record, final, _closing(values, record), _FULL)]


def _closing(values: BriefWaarden, record: Record) -> list[Any]:
    """Greeting, room to sign, name and function: kept with the last paragraph, never alone on a page."""
    loose = style.style("los")
    pieces: list[Any] = [Spacer(1, 2 * HALF), Paragraphs(record, "ondertekening", [text.paragraph(values.slot, loose)])]
    signer = values.ondertekenaars[0] if values.ondertekenaars else None
    if signer:
        lines = [text.paragraph(text.name(signer.naam), loose)]
        if signer.functie.strip():
            lines.append(text.paragraph(signer.functie, loose))
        pieces += [Spacer(1, 0), Paragraphs(record, "ondertekening", lines)]
    return pieces


def _block(blok: Blok, moment: Voorleesmoment, record: Record) -> list[Any]:
    """A heading in the margin and what follows; the page breaks before the heading unless three lines fit under it."""
    if blok.soort is BlokSoort.MOMENT:
        content: list[Any] = [FactTable(record, blok.code, moment_rows(moment), HALF)]
        lower = 1 * MM
    else:
        parts = paragraphs(blok.alineas, style.style("los"), style.style("punt"), HALF)
        content = [Paragraphs(record, blok.code, parts, HALF)]
        lower = 0.0
    if not blok.kop:
        return content
    return [CondPageBreak(HALF + 3 * LINE), SideHeading(record, blok.code, blok.titel, HALF, lower), *content]


def _spaced(story: list[Any], room: float) -> list[Any]:
    """The story with the roomiest spacing that keeps it on the first page; with the roomiest when none does."""
    for sign, half in (*_SPACING, _SPACING[0]):
        _space(story, sign, half)
        if _height(story) <= room:
            break
    return story


def _space(story: list[Any], sign: float, half: float) -> None:
    """Give every piece its room, in place: lines are broken once."""
    for piece in story:
        if isinstance(piece, SideHeading):
            piece.spaceBefore = half
        elif isinstance(piece, Spacer):
            piece.height = half
        elif isinstance(piece, Paragraphs | FactTable):
            piece.spaceAfter = half
        elif isinstance(piece, Closing):
            gaps = [part for part in piece.tail if isinstance(part, Spacer)]
            for part, high in zip(gaps, (2 * half, sign), strict=False):
                part.height = high
        body = piece.body if isinstance(piece, Closing) else piece
        for part in body.parts if isinstance(body, Paragraphs) else ():
            part.spaceAfter = half if part.getSpaceAfter() else 0.0


def _height(story: list[Any]) -> float:
    """How high the story is in one column, in points."""
    pieces = [piece for piece in story if not isinstance(piece, CondPageBreak)]
    high = sum(piece.wrap(style.MEASURE, style.PAGE_HEIGHT)[1] for piece in pieces)
    return float(high + sum(piece.getSpaceAfter() + piece.getSpaceBefore() for piece in pieces))


def moment_rows(moment: Voorleesmoment) -> list[tuple[str, str]]:
    """Label and value of the moment of reading; what is not known stays a visible open place."""
    day = datums.in_woorden(moment.dag) if moment.dag else open_plek("leesdatum")
    hour = f"{datums.tijd_kort(moment.tijd)} uur" if moment.tijd else open_plek("leestijd")
    return [
        ("Dag en tijd", f"{day}, {hour}"),
        ("Plaats", moment.plaats.strip() or open_plek("leesplaats")),
        ("Wie er zijn", opsomming_in_zin(moment.aanwezig) or open_plek("steunfiguren")),
    ]
