"""Between paragraphs of runs and a QTextDocument, by walking the document: markup would change what was typed."""

from collections.abc import Iterable

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from svp_desktop.domain.papier import Alinea, AlineaSoort, Run

_STYLES = {
    AlineaSoort.OPSOMMING: QTextListFormat.Style.ListDisc,
    AlineaSoort.NUMMERING: QTextListFormat.Style.ListDecimal,
}
_NUMBERS = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)
# A line break inside a paragraph, as Shift+Enter and <br> make it.
_BREAK = "\N{LINE SEPARATOR}"
# What a document uses inside itself: an image, and the ends of tables and frames.
_NOT_TEXT = {ord(sign): None for sign in "\N{OBJECT REPLACEMENT CHARACTER}\ufdd0\ufdd1\x00"}


class LooseDocument(QTextDocument):
    """A document for pasted markup that never reads a file or picture from outside."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


def lees(document: QTextDocument) -> tuple[Alinea, ...]:
    """What stands in the document: one paragraph a block, equal runs joined."""
    found: list[Alinea] = []
    block = document.begin()
    while block.isValid():
        found += _alineas(block)
        block = block.next()
    return tuple(found)


def uit_html(html: str) -> tuple[Alinea, ...]:
    """Markup from elsewhere: only bold, italic and lists are kept, paragraphs without text are left out."""
    document = LooseDocument()
    document.setHtml(html)
    return tuple(alinea for alinea in lees(document) if alinea.tekst.strip())


def uit_tekst(text: str) -> tuple[Alinea, ...]:
    """Plain text from elsewhere: a paragraph a line, lines without text are left out."""
    return tuple(Alinea((Run(line.translate(_NOT_TEXT)),)) for line in text.splitlines() if line.strip())


def schrijf(document: QTextDocument, alineas: Iterable[Alinea]) -> None:
    """Put these paragraphs in the document, in place of what stood there, without a way to undo it."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_block_format())
    voeg_in(cursor, tuple(alineas))
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def voeg_in(cursor: QTextCursor, alineas: tuple[Alinea, ...]) -> None:
    """Put paragraphs at the cursor, as one step of undo. One running paragraph stays within the line where it lands;
    the first of several takes its own kind only when the line was empty."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, alinea in enumerate(alineas):
        if number:
            cursor.insertBlock(_block_format(), QTextCharFormat())
        if number or not cursor.block().text():
            _set_kind(cursor, alinea.soort, keep=not number)
        for run in alinea.runs:
            cursor.insertText(run.text.replace("\n", _BREAK).translate(_NOT_TEXT), _look(run))
    cursor.endEditBlock()


def kind_of(block: QTextBlock) -> AlineaSoort:
    """Running text, dashed item or numbered item."""
    found = block.textList()
    if not isinstance(found, QTextList):
        return AlineaSoort.ALINEA
    return AlineaSoort.NUMMERING if found.format().style() in _NUMBERS else AlineaSoort.OPSOMMING


def make_list(cursor: QTextCursor, soort: AlineaSoort) -> None:
    """Make the paragraphs of the selection items of one list, together with an equal list right above."""
    cursor.beginEditBlock()
    for block in _selected(cursor):
        at = QTextCursor(block)
        leave_list(at)
        _set_kind(at, soort)
    cursor.endEditBlock()


def leave_list(cursor: QTextCursor) -> None:
    """Make the paragraph at the cursor running text."""
    block = cursor.block()
    found = block.textList()
    if isinstance(found, QTextList):
        found.remove(block)
        QTextCursor(block).setBlockFormat(_block_format())


def leave_lists(cursor: QTextCursor) -> None:
    """Make the paragraphs of the selection running text."""
    cursor.beginEditBlock()
    for block in _selected(cursor):
        leave_list(QTextCursor(block))
    cursor.endEditBlock()


def _selected(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    return found


def _set_kind(cursor: QTextCursor, soort: AlineaSoort, *, keep: bool = False) -> None:
    """`keep` leaves a line that is already an item alone when running text comes in it."""
    if soort is AlineaSoort.ALINEA:
        if not keep:
            leave_list(cursor)
        return
    if kind_of(cursor.block()) is soort:
        return
    leave_list(cursor)
    above = cursor.block().previous()
    known = above.textList() if above.isValid() else None
    if isinstance(known, QTextList) and kind_of(above) is soort:
        known.add(cursor.block())
        return
    look = QTextListFormat()
    look.setStyle(_STYLES[soort])
    look.setIndent(1)
    cursor.createList(look)


def _alineas(block: QTextBlock) -> list[Alinea]:
    soort = kind_of(block)
    lines: list[list[Run]] = [[]]
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        if fragment.isValid():
            look = fragment.charFormat()
            bold, italic = look.fontWeight() >= QFont.Weight.DemiBold, look.fontItalic()
            for number, part in enumerate(fragment.text().split(_BREAK)):
                if number:
                    lines.append([])
                _append(lines[-1], Run(part.translate(_NOT_TEXT), bold, italic))
        step += 1
    return [Alinea(tuple(runs) or (Run(""),), soort) for runs in lines]


def _append(runs: list[Run], run: Run) -> None:
    if not run.text:
        return
    if runs and (runs[-1].bold, runs[-1].italic) == (run.bold, run.italic):
        runs[-1] = Run(runs[-1].text + run.text, run.bold, run.italic)
    else:
        runs.append(run)


def _look(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.bold:
        look.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        look.setFontItalic(True)
    return look


def _block_format() -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setBottomMargin(3)
    return look
