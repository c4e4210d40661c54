"""What differs between two versions of a paper, part by part: what stood there first, and what stands there now."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from svp_desktop.domain.papier_verschil import PapierVerschil, PapierWoorden, WoordenStand
from svp_desktop.ui.theme import font

_GELIJK = "Deze twee versies zeggen hetzelfde."


class VerschilView(QTextEdit):
    """Read only. The words that differ are bold, and underlined or struck through: it reads without colour too."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Wat is anders")

    def show_differences(self, heading: str, found: Sequence[PapierVerschil]) -> None:
        """Show these, under a line that says which versions they are about."""
        self.clear()
        # plain runs with a look of their own: what was typed is never read as markup
        cursor = self.textCursor()
        _put(cursor, heading, _look(12, bold=True))
        if not found:
            _put(cursor, f"\n\n{_GELIJK}", _look())
        for item in found:
            _put(cursor, f"\n\n{item.titel}", _look(bold=True))
            _put(cursor, f", {item.wat}", _look())
            for word, gone in (("Eerst", WoordenStand.WEG), ("Nu", WoordenStand.NIEUW)):
                if any(part.stand is gone for part in item.woorden):
                    _put(cursor, f"\n{word}: ", _look())
                    _words(cursor, item.woorden, gone)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _words(cursor: QTextCursor, parts: Sequence[PapierWoorden], gone: WoordenStand) -> None:
    """One of the two texts."""
    here = [part for part in parts if part.stand in (WoordenStand.GELIJK, gone)]
    for number, part in enumerate(here):
        look = _look() if part.stand is WoordenStand.GELIJK else _look(bold=True)
        if part.stand is WoordenStand.WEG:
            look.setFontStrikeOut(True)
        elif part.stand is WoordenStand.NIEUW:
            look.setFontUnderline(True)
        _put(cursor, part.tekst, look)
        if number + 1 < len(here):
            _put(cursor, " ", _look())


def _look(points: float = 10.5, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font(points, 600 if bold else 400))
    return made


def _put(cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
    cursor.insertText(text, look)
