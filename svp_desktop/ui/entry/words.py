"""Words of a key on the screen: painted, so that none can be selected or copied, and a field to type them in."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.woordcode import WoordenOnjuist, split
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE, Label, col, label, set_state
from svp_desktop.ui.widgets.fields import Area

_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


class WordGrid(QWidget):
    """Words with their numbers, in rows of so many columns, read from left to right."""

    def __init__(self, words: Sequence[str] = (), columns: int = 4, *, points: float = 11.5, name: str = "") -> None:
        super().__init__()
        self._columns, self._points, self._high = columns, points, scaled(round(points * 3.65))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.show_words(words)

    def show_words(self, words: Sequence[str]) -> None:
        """These words; none to clear."""
        self._words = tuple(words)
        self.setAccessibleDescription(", ".join(self._words))
        self.updateGeometry()
        self.update()

    def words(self) -> tuple[str, ...]:
        """What is shown."""
        return self._words

    def _rows(self) -> int:
        return max(1, -(-len(self._words) // self._columns))

    def sizeHint(self) -> QSize:
        return QSize(scaled(150) * self._columns, self._high * self._rows())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(118) * self._columns, self._high * self._rows())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self.width() / self._columns, self.height() / self._rows()
        for place, word in enumerate(self._words):
            line, column = divmod(place, self._columns)
            box = QRectF(column * wide, line * high, wide, high).adjusted(2, 2, -2, -2)
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(color("bg"))
            painter.drawRoundedRect(box, 6, 6)
            left = box.left() + 12
            painter.setFont(font(9))
            painter.setPen(color("muted"))
            room = QFontMetricsF(painter.font()).horizontalAdvance("12")
            painter.drawText(QRectF(left, box.top(), room, box.height()), RIGHT_MIDDLE, str(place + 1))
            left += room + 8
            painter.setFont(font(self._points, 600))
            painter.setPen(color("text"))
            painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), LEFT_MIDDLE, word)


class SecretArea(Area):
    """A field for words of a key: pasting into it works, nothing can be copied out of it.

    Enter after so many words means that they are all there.
    """

    complete = Signal()

    def __init__(self, count: int, *, height: int, name: str) -> None:
        super().__init__(height=height, name=name)
        self._count = count

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(split(self.text())) >= self._count:
            event.accept()
            self.complete.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()


class WordsField(QWidget):
    """A field for so many words, with under it how many there are and which of them cannot be right.

    `complete`: Enter was pressed when they were all there.
    """

    complete = Signal()

    def __init__(self, count: int, title: str, hint: str, name: str) -> None:
        super().__init__()
        self._count, self._hint = count, hint
        self.area = SecretArea(count, height=scaled(74 if count > 6 else 52), name=name)
        self.area.textChanged.connect(self._typed)
        self.area.complete.connect(self.complete)
        title_label = label(title, "h2", wrap=True)
        title_label.setBuddy(self.area)
        self._line = Label(hint, "small", wrap=True)
        self._line.setMinimumHeight(scaled(36))
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(col(title_label, self.area, self._line, spacing=6))
        self.setFocusProxy(self.area)

    def text(self) -> str:
        """What was typed."""
        return self.area.text()

    def clear(self) -> None:
        """Forget what was typed, also what undo would bring back."""
        self.area.clear()
        self.area.document().clearUndoRedoStacks()

    def message(self) -> str:
        """What stands under the field now."""
        return self._line.text()

    def check(self) -> bool:
        """Whether these can be the words; when not, the line says what is wrong and the field has the keyboard."""
        from svp_desktop.services.woorden import lijst

        try:
            lijst().lees(self.text(), self._count)
        except WoordenOnjuist as error:
            self.show_findings(error.findings)
            return False
        return True

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What is wrong with the words, at most two sentences."""
        more = len(findings) - 2
        said = " ".join(finding.message for finding in findings[:2]) + (f" En nog {more}." if more > 0 else "")
        self._say(said, "danger")
        set_state(self.area, "error")
        self.area.setFocus()

    def _say(self, text: str, role: str) -> None:
        self._line.setText(text)
        self._line.set_role(role)
        self.area.setAccessibleDescription(text)

    @Slot()
    def _typed(self) -> None:
        """How far it is; a word that is finished and unknown is named at once."""
        from svp_desktop.services.woorden import lijst

        set_state(self.area, "")
        typed = self.text()
        if not split(typed):
            self._say(self._hint, "small")
            return
        many = len(split(typed))
        # the last of them all is finished too, as far as anyone can tell
        finished = split(typed if many >= self._count else _LAST_WORD.sub("", typed))
        try:
            lijst().lees(" ".join(finished), len(finished))
        except WoordenOnjuist as error:
            if finished:
                self._say(error.findings[0].message, "warn")
                return
        self._say(f"{many} van de {self._count} woorden", "ok" if many == self._count else "small")
