"""The letter to the parents that goes with the copy of the aankondiging: one page if it can, one an envelope."""

from typing import Any

from reportlab.platypus import CondPageBreak, PageTemplate, Spacer

from svp_desktop.documents import fonts, page, style, text
from svp_desktop.documents.flowables import Closing, FactTable, Paragraphs, SideHeading, paragraphs
from svp_desktop.documents.letterhead import LetterPages
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.domain import datums
from svp_desktop.domain.papier import AankondigingOuders, Blok, BlokSoort, Opmaak, Voorleesmoment, te_drukken
from svp_desktop.domain.papier_vullen import open_plek, opsomming_in_zin

# (room to sign, space between blocks), from roomy to tight.
_SPACING = ((15 * MM, HALF), (12 * MM, HALF), (12 * MM, 2 * MM))
_CLOSING = 60 * MM
_FULL = style.PAGE_HEIGHT - style.BOTTOM - style.LATER_LINE


def make(values: AankondigingOuders) -> Opmaak:
    """The letter as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When only the closing spills over, the room to sign shrinks to 12 mm and then the space between blocks to 2 mm.
    """
    made = _make(values, *_SPACING[0])
    bottom = max((place.y1 for place in made.plekken if place.pagina == made.paginas), default=0.0)
    if made.paginas > 1 and bottom - style.LATER_LINE < _CLOSING:
        for room, half in _SPACING[1:]:
            closer = _make(values, room, half)
            if closer.paginas < made.paginas:
                return closer
    return made


def _make(values: AankondigingOuders, room: float, half: float) -> Opmaak:
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
        f"Onze brief{short} over {values.roepnaam}",
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
    story = _story(values, record, room, half)
    return page.build(templates, story, record, f"Brief van {school}", school, furniture.number)


def _story(values: AankondigingOuders, record: Record, room: float, half: float) -> list[Any]:
    story: list[Any] = [Paragraphs(record, "aanhef", [text.paragraph(values.aanhef, style.style("los"))], half)]
    blokken = te_drukken(values.blokken)
    for blok in blokken[:-1]:
        story += _block(blok, values.moment, record, half)
    last = _block(blokken[-1], values.moment, record, half) if blokken else []
    *before, final = last or [Paragraphs(record, "", ())]
    if blokken and not blokken[-1].kop:
        story.append(Spacer(1, half))
    return [*story, *before, Closing(record, final, _closing(values, record, room, half), _FULL)]


def _closing(values: AankondigingOuders, record: Record, room: float, half: float) -> list[Any]:
    """Greeting, room to sign, name and function: kept with the last paragraph, never alone on a page."""
    loose = style.style("los")
    pieces: list[Any] = [Spacer(1, 2 * half), Paragraphs(record, "ondertekening", [text.paragraph(values.slot, loose)])]
    signer = values.ondertekenaar
    if signer:
        lines = [text.paragraph(text.name(signer.naam), loose)]
        if signer.functie.strip():
            lines.append(text.paragraph(signer.functie, loose))
        pieces += [Spacer(1, room), Paragraphs(record, "ondertekening", lines)]
    return pieces


def _block(blok: Blok, moment: Voorleesmoment, record: Record, half: float) -> list[Any]:
    """A heading in the margin and what follows; the page breaks before the heading unless three lines fit under it."""
    if blok.soort is BlokSoort.MOMENT:
        content: list[Any] = [FactTable(record, blok.code, moment_rows(moment), half)]
        lower = 1 * MM
    else:
        parts = paragraphs(blok.alineas, style.style("los"), style.style("punt"), half)
        content = [Paragraphs(record, blok.code, parts, half)]
        lower = 0.0
    if not blok.kop:
        return content
    return [CondPageBreak(half + 3 * LINE), SideHeading(record, blok.code, blok.titel, half, lower), *content]


def moment_rows(moment: Voorleesmoment) -> list[tuple[str, str]]:
    """Label and value of the moment of reading; what is not known stays a visible open place."""
    day = datums.in_woorden(moment.dag) if moment.dag else open_plek("leesdatum")
    hour = f"{datums.tijd_kort(moment.tijd)} uur" if moment.tijd else open_plek("leestijd")
    return [
        ("Dag en tijd", f"{day}, {hour}"),
        ("Plaats", moment.plaats.strip() or open_plek("leesplaats")),
        ("Wie er zijn", opsomming_in_zin(moment.aanwezig) or open_plek("steunfiguren")),
    ]
