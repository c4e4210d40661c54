"""One piece of the dossier as it is looked at: what becomes black is seen, with the words still readable."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from svp_desktop.domain.inzagedossier import DossierStuk, DossierTekst, Lakwerk
from svp_desktop.domain.zwartmaken import Balk
from svp_desktop.ui.theme import color, font


class _Plek(NamedTuple):
    """Where a text stands in the view: its first position, counted as Qt counts, and its last."""

    tekst: DossierTekst
    van: int
    tot: int


class Keuze(NamedTuple):
    """What the user points at: parts of texts, and whether these are black now."""

    delen: tuple[tuple[str, Balk], ...]
    zwart: bool


class TekstVel(QTextEdit):
    """Read only, with a caret: Z asks for black, W takes black away. `pointed` when something else is pointed at."""

    black_wanted = Signal()
    light_wanted = Signal()
    pointed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setAccessibleName("Tekst om na te kijken")
        self._places: list[_Plek] = []
        self._werk: Lakwerk | None = None
        self._stuk: DossierStuk | None = None
        self.cursorPositionChanged.connect(self.pointed)
        self.selectionChanged.connect(self.pointed)

    def show_piece(self, werk: Lakwerk, stuk: DossierStuk) -> None:
        """Show this piece from its beginning, or the same piece where it was."""
        same = self._stuk is not None and self._stuk.code == stuk.code
        caret, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self._werk, self._stuk = werk, stuk
        self._fill()
        cursor = self.textCursor()
        last = max(0, self.document().characterCount() - 1)
        start = self._places[0].van if self._places else 0
        cursor.setPosition(min(caret, last) if same else start)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled if same else 0)

    def keuze(self) -> Keuze | None:
        """What is pointed at: the selection, else the bar or the word at the caret; None for a word of the program."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return self._selected(cursor.selectionStart(), cursor.selectionEnd())
        return self._at(cursor.position())

    def restyle(self) -> None:
        """The colours of the theme in force."""
        if self._werk is not None and self._stuk is not None:
            self.show_piece(self._werk, self._stuk)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Z and W are free: nothing can be typed here."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and event.key() == Qt.Key.Key_Z:
            self.black_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_W:
            self.light_wanted.emit()
        else:
            super().keyPressEvent(event)

    # -- inside

    def _fill(self) -> None:
        assert self._werk is not None
        assert self._stuk is not None
        self.blockSignals(True)
        self.clear()
        cursor = QTextCursor(self.document())
        self._places = []
        facts = "  ".join(f"{name}: {value}." for name, value in self._stuk.feiten)
        if facts:
            cursor.insertText(facts, _format("muted"))
        for number, text in enumerate(self._stuk.teksten):
            if number or facts:
                cursor.insertText("\n\n", _format("text"))
            cursor.insertText(f"{text.kop}\n", _format("muted", bold=True))
            start = cursor.position()
            cursor.insertText(text.tekst, _format("text"))
            self._places.append(_Plek(text, start, cursor.position()))
            self._paint(self._places[-1])
        self.blockSignals(False)

    def _paint(self, place: _Plek) -> None:
        assert self._werk is not None
        text = place.tekst
        if self._werk.concept.initialen:
            for one in self._werk.vondst(text).medewerkers:
                self._mark(place, one, _underlined("muted", QTextCharFormat.UnderlineStyle.DotLine))
        for one in self._werk.twijfels(text):
            self._mark(place, one, _underlined("warn", QTextCharFormat.UnderlineStyle.WaveUnderline))
        for one in self._werk.balken(text):
            self._mark(place, one, _inverse())

    def _mark(self, place: _Plek, balk: Balk, style: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.van + _units(place.tekst.tekst, balk.van))
        cursor.setPosition(place.van + _units(place.tekst.tekst, balk.tot), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(style)

    def _selected(self, start: int, end: int) -> Keuze | None:
        assert self._werk is not None
        parts: list[tuple[str, Balk]] = []
        black = True
        for place in self._places:
            text = place.tekst.tekst
            first, last = max(start, place.van), min(end, place.tot)
            if first >= last:
                continue
            balk = _trimmed(text, Balk(_signs(text, first - place.van), _signs(text, last - place.van)))
            if balk.van < balk.tot:
                parts.append((place.tekst.code, balk))
                black = black and any(bar.van <= balk.van and balk.tot <= bar.tot for bar in self._bars(place))
        return Keuze(tuple(parts), black) if parts else None

    def _at(self, position: int) -> Keuze | None:
        for place in self._places:
            if not place.van <= position <= place.tot:
                continue
            text, code = place.tekst.tekst, place.tekst.code
            at = _signs(text, position - place.van)
            for bar in self._bars(place):
                if bar.van <= at < bar.tot or (at == bar.tot and not _in_word(text, at)):
                    return Keuze(((code, bar),), zwart=True)
            word = _word(text, at)
            return Keuze(((code, word),), zwart=False) if word.van < word.tot else None
        return None

    def _bars(self, place: _Plek) -> tuple[Balk, ...]:
        assert self._werk is not None
        return self._werk.balken(place.tekst)


def _format(token: str, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color(token))
    made.setFont(font(10, 600 if bold else 400))
    return made


def _inverse() -> QTextCharFormat:
    """As ink and paper changed places: seen as black in light and in dark, and still to be read."""
    made = QTextCharFormat()
    made.setBackground(color("text"))
    made.setForeground(color("surface"))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
    return made


def _underlined(token: str, style: QTextCharFormat.UnderlineStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(style)
    made.setUnderlineColor(color(token))
    return made


def _units(text: str, signs: int) -> int:
    """A place in a text as Qt counts it: a picture is two."""
    return len(text[:signs].encode("utf-16-le", "surrogatepass")) // 2


def _signs(text: str, units: int) -> int:
    """The place that Qt counts, in signs."""
    whole = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(whole.decode("utf-16-le", "ignore"))


def _trimmed(text: str, balk: Balk) -> Balk:
    """Without blanks at its ends."""
    van, tot = balk.van, balk.tot
    while van < tot and text[van].isspace():
        van += 1
    while van < tot and text[tot - 1].isspace():
        tot -= 1
    return Balk(van, tot)


def _in_word(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] in "’'-")


def _word(text: str, at: int) -> Balk:
    """The word around a place."""
    van = tot = at
    while van > 0 and _in_word(text, van - 1):
        van -= 1
    while _in_word(text, tot):
        tot += 1
    return Balk(van, tot)
