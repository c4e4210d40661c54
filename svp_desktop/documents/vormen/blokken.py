"""A block of an adult paper as pieces in the text column, with its heading in the margin: letter and worksheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import PageBreak, Spacer

from svp_desktop.documents import style
from svp_desktop.documents.flowables import Closing, FactTable, Paragraphs, SideHeading, Signatures, paragraphs
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.documents.vormen.ruimte import Houd
from svp_desktop.documents.vormen.stukken import Lijnen, Schrijfrij, Tabel, Vinkje, Vraagkop
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Alinea, AlineaSoort, Blok, BlokSoort, Ondertekenaar, Voorleesmoment, te_drukken
from svp_desktop.domain.papier_vullen import open_plek, opsomming_in_zin

_LINES_IN_BLOCK = 3
_SHORT_FACT = 45
#: A table that is higher may be parted between its rows.
_MOST_KEPT = 150 * MM
#: A last block that is higher, with what signs it, may begin on the page before.
_MOST_CLOSED = 90 * MM
FULL = style.PAGE_HEIGHT - style.BOTTOM - style.LATER_LINE


@dataclass(slots=True)
class Gezet:
    """The pieces of one block: its heading, its content, and how much of it stays together.

    That is `need` (points), and with it `whole`, a piece of which the spacing may still change.
    """

    heading: list[Any]
    content: list[Any]
    need: float = 0.0
    new_page: bool = False
    signs: bool = False
    room: list[Any] = field(default_factory=list)
    whole: Any = None

    def story(self) -> list[Any]:
        """What goes in a frame, in order."""
        if self.new_page:
            return [PageBreak()]
        held = [Houd(min(self.need, FULL), self.whole)] if self.need or self.whole else []
        return [*held, *self.heading, *self.content, *self.room]


def gezet(blok: Blok, moment: Voorleesmoment, record: Record, vragen: tuple[int, int] = (1, 1)) -> Gezet:
    """One block; `vragen` is which question this is, and of how many."""
    if blok.soort is BlokSoort.PAGINA:
        return Gezet([], [], new_page=True)
    if blok.soort is BlokSoort.VRAAG:
        return _question(blok, record, vragen)
    content, lower = _content(blok, moment, record)
    if not content:
        return Gezet([], [])
    heading = [SideHeading(record, blok.code, blok.titel, HALF, lower)] if blok.kop and blok.titel.strip() else []
    high = heading[0].part.wrap(style.SIDE, FULL)[1] + lower if heading else 0.0
    # A heading of more lines than what stands beside it does not reach the next one.
    lacking = max(0.0, high - _height(content))
    need = (HALF if heading else 0.0) + max(_kept(blok, content), high)
    signs = blok.soort is BlokSoort.HANDTEKENINGEN
    return Gezet(heading, content, need, signs=signs, room=[Spacer(0, lacking)] if lacking else [])


def reeks(blokken: Iterable[Blok], moment: Voorleesmoment, record: Record) -> list[Gezet]:
    """All blocks that are printed, questions counted; signatures stay with the end of what stands before them."""
    printed = te_drukken(blokken)
    questions = [blok.code for blok in printed if blok.soort is BlokSoort.VRAAG]
    made: list[Gezet] = []
    for blok in printed:
        number = questions.index(blok.code) + 1 if blok.code in questions else 1
        block = gezet(blok, moment, record, (number, len(questions)))
        if block.signs and made and made[-1].content and not made[-1].signs:
            heading = [Spacer(0, HALF), *block.heading] if block.heading else []
            sluit(made[-1], [*heading, *block.content], record)
            made[-1].signs = True
            continue
        before = made[-1].content[-1:] if made else []
        if blok.soort is BlokSoort.VRAAG and before and not isinstance(before[0], Schrijfrij):
            block.content[0].spaceBefore = 3 * HALF
        made.append(block)
    return made


def sluit(block: Gezet, tail: Sequence[Any], record: Record) -> None:
    """Keep pieces with the end of a block: what signs a paper never stands alone on a page."""
    *first, last = block.content
    closing = Closing(record, last, [*block.room, Spacer(0, last.getSpaceAfter()), *tail], _MOST_CLOSED)
    high = closing.wrap(style.MEASURE, FULL)[1]
    if high > FULL and not isinstance(last, Paragraphs):
        # No page holds it all: then apart is better than no paper.
        block.content += [*block.room, *tail]
        block.room = []
        return
    block.content, block.room = [*first, closing], []
    if not first and (high <= _MOST_CLOSED or (high <= FULL - HALF and not isinstance(last, Paragraphs))):
        block.need, block.whole = HALF if block.heading else 0.0, closing
    elif isinstance(last, Lijnen) and (whole := _height([*first, closing])) <= FULL - HALF:
        # A question goes along with the lines to answer it and the signatures under them.
        block.need, block.whole = whole - high + (HALF if block.heading else 0.0), closing


def verhaal(blocks: Iterable[Gezet]) -> list[Any]:
    """What goes in the frames of a paper."""
    return [piece for block in blocks for piece in block.story()]


def _content(blok: Blok, moment: Voorleesmoment, record: Record) -> tuple[list[Any], float]:
    """The pieces of a block, and how much lower a heading beside them stands."""
    match blok.soort:
        case BlokSoort.MOMENT:
            return [FactTable(record, blok.code, moment_rijen(moment), HALF)], MM
        case BlokSoort.FEITEN:
            return _facts(blok, record), MM
        case BlokSoort.VINKJES:
            return _ticks(blok, record), 0.0
        case BlokSoort.TABEL:
            return _table(blok, record), 0.0
        case BlokSoort.HANDTEKENINGEN:
            people = [Ondertekenaar(name, what) for name, what in blok.paren]
            return [Signatures(record, people, code=blok.code, small="klein")] if people else [], 0.0
        case BlokSoort.SCHRIJFBLOKKEN:
            prompt, names = _prompt_and_items(blok)
            return [*_running(blok, prompt, record), *_blocks(blok, names, record)], 0.0
        case _:
            return _text(blok, record), 0.0


def _text(blok: Blok, record: Record) -> list[Any]:
    """Running text and lists, and then lines to write on."""
    body = _running(blok, blok.alineas, record)
    if blok.regels:
        if body:
            body[-1].spaceAfter = 0
        body.append(Lijnen(record, blok.code, blok.regels))
    return body


def _running(blok: Blok, alineas: Sequence[Alinea], record: Record) -> list[Any]:
    parts = paragraphs(alineas, style.style("los"), style.style("punt"), HALF)
    return [Paragraphs(record, blok.code, parts, HALF)] if parts else []


def _facts(blok: Blok, record: Record) -> list[Any]:
    rows = [(label, value) for label, value in blok.paren if label or value]
    if not rows:
        return []
    bold = all(len(value) <= _SHORT_FACT for _, value in rows)
    table = FactTable(record, blok.code, rows, HALF, bold=bold)
    if table.wrap(style.MEASURE, FULL)[1] <= _MOST_KEPT:
        return [table]
    return [
        FactTable(record, blok.code, [row], HALF if at == len(rows) - 1 else 0.0, bold=bold, label=table.label)
        for at, row in enumerate(rows)
    ]


def _ticks(blok: Blok, record: Record) -> list[Any]:
    prompt, items = _prompt_and_items(blok, kept=False)
    loose = style.style("los")
    boxes = [Vinkje(record, blok.code, item.runs, loose, style.BOX) for item in items]
    if boxes:
        boxes[-1].spaceAfter = 0 if blok.regels else HALF
    lines = [Lijnen(record, blok.code, blok.regels)] if blok.regels else []
    return [*_running(blok, prompt, record), *boxes, *lines]


def _table(blok: Blok, record: Record) -> list[Any]:
    lines = [[cell.strip() for cell in line.split("|")] for line in blok.tekst.splitlines() if line.strip()]
    if not lines:
        return []
    heads, *rows = lines
    after = 3 * HALF if blok.regels else HALF
    return [Tabel(record, blok.code, heads, [*rows, *[[""] * len(heads)] * blok.regels], after)]


def _blocks(blok: Blok, names: Sequence[Alinea], record: Record) -> list[Any]:
    """Blocks to write in, two beside each other."""
    words = [item.tekst for item in names]
    lines = blok.regels or _LINES_IN_BLOCK
    rows = [Schrijfrij(record, blok.code, words[at : at + 2], lines) for at in range(0, len(words), 2)]
    if rows:
        rows[-1].spaceAfter = 12 * MM
    return rows


def _question(blok: Blok, record: Record, vragen: tuple[int, int]) -> Gezet:
    """Picture and question over the whole width, then a block to write in for each participant."""
    prompt, names = _prompt_and_items(blok)
    number, total = vragen
    which = f"Vraag {number} van {total}" if total > 1 else ""
    parts = paragraphs(prompt, style.style("los"), style.style("punt"))
    head = Vraagkop(record, blok.code, blok.beeld, which, blok.titel, parts)
    rows = _blocks(blok, names, record)
    whole = head.wrap(style.MEASURE, FULL)[1] + head.spaceAfter + _height(rows)
    first = head.height + head.spaceAfter + (rows[0].height if rows else 0.0)
    # Whole on one page when a page can hold it; else at least the question and its first blocks.
    return Gezet([], [head, *rows], whole if whole <= FULL + LINE else first)


def _prompt_and_items(blok: Blok, kept: bool = True) -> tuple[list[Alinea], list[Alinea]]:
    """What stands above, and one item a line: the list when there is one; else the lines, the first the prompt.

    `kept` False: without a list every line is an item.
    """
    lines = [alinea for alinea in blok.alineas if alinea.tekst.strip()]
    items = [alinea for alinea in lines if alinea.soort is not AlineaSoort.ALINEA]
    if items:
        return [alinea for alinea in lines if alinea.soort is AlineaSoort.ALINEA], items
    if kept and blok.soort is BlokSoort.VRAAG:
        return lines[:1], lines[1:]
    return [], lines


def _kept(blok: Blok, content: Sequence[Any]) -> float:
    """How much of the content stays with its heading."""
    whole = _height(content)
    match blok.soort:
        case BlokSoort.FEITEN | BlokSoort.MOMENT | BlokSoort.HANDTEKENINGEN:
            return whole if whole <= _MOST_KEPT else 3 * LINE
        case BlokSoort.LIJNEN:
            return min(whole, 8 * LINE)
        case BlokSoort.VINKJES | BlokSoort.SCHRIJFBLOKKEN:
            return min(whole, _height(content[:3]))
        case BlokSoort.TABEL:
            return min(whole, 6 * LINE)
        case _:
            return min(whole, 3 * LINE)


def _height(pieces: Sequence[Any]) -> float:
    """How high pieces are together, with the room between them and not after the last."""
    high = sum(piece.wrap(style.MEASURE, FULL)[1] + piece.getSpaceAfter() for piece in pieces)
    return float(high - (pieces[-1].getSpaceAfter() if pieces else 0.0))


def moment_rijen(moment: Voorleesmoment) -> list[tuple[str, str]]:
    """Label and value of the moment of reading; what is not known stays a visible open place."""
    day = datums.in_woorden(moment.dag) if moment.dag else open_plek("leesdatum")
    hour = f"{datums.tijd_kort(moment.tijd)} uur" if moment.tijd else open_plek("leestijd")
    return [
        ("Dag en tijd", f"{day}, {hour}"),
        ("Plaats", moment.plaats.strip() or open_plek("leesplaats")),
        ("Wie er zijn", opsomming_in_zin(moment.aanwezig) or open_plek("steunfiguren")),
    ]
