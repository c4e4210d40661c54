"""The text field of one block: bold, italic and lists, and nothing else, however it gets in."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from svp_desktop.domain.papier import Alinea, AlineaSoort
from svp_desktop.ui.tabs.papier import tekst
from svp_desktop.ui.theme import color, font, scaled

_LOWEST, _HIGHEST = 64, 230


class BlokEdit(QTextEdit):
    """Paragraphs of runs as a field that grows with its text. `changed` for every change by the user; `looks_changed`
    when the cursor stands in another look (bold, italic, kind), for the tools; `move_wanted` (one up or down) when Alt
    with an arrow asks another place for the block."""

    changed = Signal()
    looks_changed = Signal()
    move_wanted = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultFont(font(10.5))
        self.document().setIndentWidth(scaled(20))
        self._filling = False
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self.looks_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def set_alineas(self, alineas: tuple[Alinea, ...]) -> None:
        """Show this text, without telling."""
        self._filling = True
        tekst.schrijf(self.document(), alineas)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._filling = False
        self._grow()

    def alineas(self) -> tuple[Alinea, ...]:
        """What stands in the field."""
        return tekst.lees(self.document())

    def replace_all(self, alineas: tuple[Alinea, ...]) -> None:
        """Put this text in place of all, as one step that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        tekst.leave_lists(cursor)
        tekst.voeg_in(cursor, alineas)
        cursor.endEditBlock()
        self.setFocus()

    def select(self, words: str) -> bool:
        """Select the first place of these words; False when they are not there."""
        found = self.document().find(words)
        if found.isNull():
            return False
        self.setTextCursor(found)
        self.ensureCursorVisible()
        return True

    def mark(self, words: tuple[str, ...]) -> None:
        """Underline every place of these words, for the remarks; the text itself does not change."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(color("warn"))
        look.setBackground(QColor(color("soft")))
        marks = []
        for word in filter(None, words):
            at = self.document().find(word)
            while not at.isNull():
                place = QTextEdit.ExtraSelection()
                place.cursor, place.format = at, look
                marks.append(place)
                at = self.document().find(word, at)
        self.setExtraSelections(marks)

    # -- looks

    def bold(self) -> bool:
        """True when what is typed here becomes bold."""
        return self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold

    def italic(self) -> bool:
        """True when what is typed here becomes italic."""
        return self.currentCharFormat().fontItalic()

    def kind(self) -> AlineaSoort:
        """What the paragraph at the cursor is."""
        return tekst.kind_of(self.textCursor().block())

    @Slot()
    def toggle_bold(self) -> None:
        """The selection, or what is typed next, bold or not."""
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Normal if self.bold() else QFont.Weight.Bold)
        self._merge(look)

    @Slot()
    def toggle_italic(self) -> None:
        """The selection, or what is typed next, italic or not."""
        look = QTextCharFormat()
        look.setFontItalic(not self.italic())
        self._merge(look)

    def toggle_kind(self, soort: AlineaSoort) -> None:
        """Make the selected paragraphs items of such a list, or running text when they are that already."""
        if self.kind() is soort:
            tekst.leave_lists(self.textCursor())
        else:
            tekst.make_list(self.textCursor(), soort)
        self.looks_changed.emit()

    def _merge(self, look: QTextCharFormat) -> None:
        self.mergeCurrentCharFormat(look)
        self.looks_changed.emit()

    # -- keys and paste

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        cursor = self.textCursor()
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_B, Qt.Key.Key_I):
            (self.toggle_bold if key == Qt.Key.Key_B else self.toggle_italic)()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._new_line(cursor)
        elif key == Qt.Key.Key_Backspace and self._at_item_start(cursor):
            tekst.leave_lists(cursor)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _new_line(self, cursor: QTextCursor) -> None:
        """Enter in an empty item ends the list, as in a word processor."""
        if self._at_item_start(cursor) and not cursor.block().text():
            tekst.leave_lists(cursor)
        else:
            cursor.insertBlock()
            self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @staticmethod
    def _at_item_start(cursor: QTextCursor) -> bool:
        item = tekst.kind_of(cursor.block()) is not AlineaSoort.ALINEA
        return item and cursor.atBlockStart() and not cursor.hasSelection()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        alineas = tekst.uit_html(source.html()) if source.hasHtml() else tekst.uit_tekst(source.text())
        if not alineas:
            return
        cursor = self.textCursor()
        tekst.voeg_in(cursor, alineas)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # -- size

    @Slot()
    def _text_changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    @Slot()
    def _grow(self) -> None:
        frame = self.frameWidth() * 2 + scaled(14)
        wanted = round(self.document().size().height()) + frame
        self.setFixedHeight(max(scaled(_LOWEST), min(wanted, scaled(_HIGHEST))))

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())
