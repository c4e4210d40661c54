"""A letter to adults: window address, date column, side headings, signature. One an envelope, or one for all."""

from typing import Any

from reportlab.platypus import PageTemplate, Spacer

from svp_desktop.documents import fonts, page, style, text
from svp_desktop.documents.flowables import Paragraphs, Signatures
from svp_desktop.documents.letterhead import LetterPages
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, MM
from svp_desktop.documents.vormen.blokken import Gezet, reeks, sluit, verhaal
from svp_desktop.documents.vormen.spatie import Tekenruimte, zo_ruim_mogelijk
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Opmaak
from svp_desktop.domain.papier_waarden import BriefWaarden


def make(values: BriefWaarden) -> Opmaak:
    """The letter as PDF bytes, with the place of every block. Raises PapierFout when it cannot be laid out.

    When that saves a page, the room to sign shrinks to 12 mm and then the space between blocks to 2 mm.
    """
    fonts.register()
    record = Record()
    school = values.hoofd.naam
    furniture = LetterPages(
        record, values.hoofd, values.venster, values.adresregels, _references(values), values.onderwerp, _later(values)
    )
    size = style.style("los").fontSize
    top = furniture.first_line - size
    later = style.LATER_LINE - size
    templates = [
        PageTemplate(
            "een",
            [page.frame(style.TEXT_X, top, style.MEASURE)],
            furniture.first,
            furniture.end,
            autoNextPageTemplate="later",
        ),
        PageTemplate("later", [page.frame(style.TEXT_X, later, style.MEASURE)], furniture.following, furniture.end),
    ]
    high = style.PAGE_HEIGHT - style.BOTTOM
    story = zo_ruim_mogelijk(_story(values, record), high - top, high - later)
    return page.build(templates, story, record, f"Brief van {school}", school, furniture.number)


def _references(values: BriefWaarden) -> tuple[tuple[str, str], ...]:
    return (
        ("Datum", datums.in_woorden(values.datum) if values.datum else ""),
        ("Kenmerk", values.kenmerk),
        ("Bijlage", values.bijlage),
        ("Ook gestuurd aan", "\n".join(values.ook_aan)),
    )


def _later(values: BriefWaarden) -> str:
    """What later pages say at the top."""
    day = f" van {datums.in_woorden(values.datum, weekdag=False)}" if values.datum else ""
    about = f" over {values.over}" if values.over.strip() else ""
    return f"Onze brief{day}{about}"


def _story(values: BriefWaarden, record: Record) -> list[Any]:
    """Greeting, blocks, and the closing with the last of these."""
    loose = style.style("los")
    blocks = reeks(values.blokken, values.moment, record)
    story: list[Any] = []
    if values.aanhef.strip():
        story.append(Paragraphs(record, "aanhef", [text.paragraph(values.aanhef, loose)], HALF))
    tail = _closing(values, record)
    if tail:
        if not blocks or not blocks[-1].content:
            blocks.append(Gezet([], [Paragraphs(record, "", ())]))
        elif not blocks[-1].heading and len(blocks) > 1:
            # A last word without a heading stands off from the section before it.
            blocks.insert(-1, Gezet([], [Spacer(0, HALF)]))
        sluit(blocks[-1], tail, record)
    return [*story, *verhaal(blocks)]


def _closing(values: BriefWaarden, record: Record) -> list[Any]:
    """Greeting, room to sign, name and function, and the small print."""
    loose = style.style("los")
    pieces: list[Any] = []
    people = [person for person in values.ondertekenaars if person.naam.strip()]
    if values.slot.strip():
        pieces += [Spacer(0, HALF), Paragraphs(record, "ondertekening", [text.paragraph(values.slot, loose)])]
    if len(people) == 1:
        lines = [text.paragraph(text.name(people[0].naam), loose)]
        if people[0].functie.strip():
            lines.append(text.paragraph(people[0].functie, loose))
        pieces += [Tekenruimte(), Paragraphs(record, "ondertekening", lines)]
    elif people:
        pieces.append(Signatures(record, people, small="klein"))
    if values.noot.strip():
        pieces += [Spacer(0, 6 * MM), Paragraphs(record, "noot", [text.paragraph(values.noot, style.style("klein"))])]
    return pieces
