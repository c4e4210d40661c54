"""One row of the composer: grip, tick, title with the first words; open, it shows what can be changed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, Icon, col, holder, row

_HIGH = 33
_BESIDE = 340


class Kop(QAbstractButton):
    """Title and first words of a section; opens and closes it. Alt with an arrow asks for another place."""

    move_wanted = Signal(int)

    def __init__(self, titel: str, movable: bool) -> None:
        super().__init__()
        self._eerste, self._on, self._movable = "", True, movable
        self.open = False
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if movable:
            self.setToolTip("Openen. Alt+pijl omhoog of omlaag verandert de volgorde")
        self.set_words(titel, "", True)

    def set_words(self, titel: str, eerste: str, on: bool) -> None:
        """Other words; `on` False shows a block that is left out."""
        self._eerste, self._on = eerste, on
        self.setText(titel)
        self.setAccessibleName(titel)
        self.setAccessibleDescription(eerste if on else "wordt weggelaten")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, scaled(_HIGH) - 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, scaled(_HIGH) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self._movable and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = float(self.width()), float(self.height())
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(QRectF(1, 3, width - 2, height - 6), 5, 5)
        strong = font(10, 600)
        painter.setFont(strong)
        painter.setPen(color("text" if self._on else "muted"))
        room = width - 34
        metrics = QFontMetricsF(strong)
        title = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(6, 0, room, height), LEFT_MIDDLE, title)
        at = 6 + metrics.horizontalAdvance(title) + 10
        if not self.open and self._eerste and width - at > 60:
            plain = font(9.5)
            painter.setFont(plain)
            painter.setPen(color("muted"))
            words = QFontMetricsF(plain).elidedText(self._eerste, Qt.TextElideMode.ElideRight, width - at - 28)
            painter.drawText(QRectF(at, 0, width - at - 24, height), LEFT_MIDDLE, words)
        if not self.open:
            draw_icon(painter, "chevron-down", "muted", width - 20, round(height / 2 - 8), 16)


class Greep(QWidget):
    """The handle by which a block is dragged: global places while it moves and where it is let go."""

    moved = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, scaled(_HIGH) - 1)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("Slepen verandert de volgorde")
        self._dragging = False

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), "grip-vertical", "control", 0, round(self.height() / 2 - 8), 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.moved.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(event.globalPosition())


class Neerzetlijn(QWidget):
    """Where a block comes when it is let go."""

    HIGH = 3

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("accent"))


class Sectie(QWidget):
    """A row. `open_wanted(code)` when its title is pressed, `ticked(code, on)`, `move_wanted(code, step)`,
    `dragged(code, place)` and `dropped(code, place)` with places on the screen."""

    open_wanted = Signal(str)
    ticked = Signal(str, bool)
    move_wanted = Signal(str, int)
    dragged = Signal(str, QPointF)
    dropped = Signal(str, QPointF)

    def __init__(self, code: str, titel: str, *, movable: bool = False, icon: str = "", token: str = "muted") -> None:
        super().__init__()
        self.code = code
        self.kop = Kop(titel, movable)
        self.vinkje: QCheckBox | None = None
        self.body: QWidget | None = None
        self._tools: QWidget | None = None
        self._head = row(spacing=4, margins=(4, 0, 4, 0))
        if movable:
            greep = Greep()
            greep.moved.connect(self._dragged)
            greep.dropped.connect(self._dropped)
            self.vinkje = QCheckBox()
            self.vinkje.setFixedWidth(18)
            self.vinkje.toggled.connect(self._ticked)
            self._head.addWidget(greep)
            self._head.addSpacing(2)
            self._head.addWidget(self.vinkje)
        else:
            self._head.addSpacing(23)
            self._head.addWidget(Icon(icon, token, 16))
        self._head.addWidget(self.kop, 1)
        self._body = col(self._head, spacing=0, margins=(0, 0, 0, 1))
        self.setLayout(self._body)
        self.kop.clicked.connect(self._pressed)
        self.kop.move_wanted.connect(self._move)

    def set_words(self, titel: str, eerste: str, on: bool = True) -> None:
        """Other words in the row."""
        self.kop.set_words(titel, eerste, on)
        if self.vinkje is not None:
            self.vinkje.blockSignals(True)
            self.vinkje.setChecked(on)
            self.vinkje.setAccessibleName(f"{titel} opnemen")
            self.vinkje.setToolTip("Staat op het papier" if on else "Wordt weggelaten")
            self.vinkje.blockSignals(False)

    def open_with(self, body: QWidget, tools: QWidget | None = None) -> None:
        """Show what can be changed, with its tools beside the title."""
        self.close_body()
        self.body, self._tools = holder(col(body, margins=(12, 0, 8, 9))), tools
        self._body.addWidget(self.body)
        if tools is not None:
            self._seat(tools)
            tools.show()
        self.body.show()
        self.kop.open = True
        self.kop.update()
        self.update()

    def _seat(self, tools: QWidget) -> None:
        """Beside the title, or under it where they would take the room of the title."""
        if self.width() < scaled(_BESIDE):
            self._body.insertWidget(1, tools, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.addWidget(tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tools is not None:
            self._seat(self._tools)

    def close_body(self) -> None:
        """Show the row only."""
        for part in (self.body, self._tools):
            if part is not None:
                part.hide()
                part.setParent(None)
                part.deleteLater()
        self.body = self._tools = None
        self.kop.open = False
        self.kop.update()
        self.update()

    def stops(self) -> list[QWidget]:
        """Where Tab stops in this row, in order."""
        found: list[QWidget] = [part for part in (self.vinkje, self.kop) if part is not None]
        for part in (self._tools, self.body):
            if part is not None:
                inner = part.findChildren(QWidget)
                found += [item for item in inner if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        if self.kop.open:
            painter.fillRect(QRectF(0, 0, width, height - 1), color("bg"))
            painter.fillRect(QRectF(0, 0, 3, height - 1), color("accent"))
        painter.fillRect(QRectF(0, height - 1, width, 1), color("hover"))

    @Slot()
    def _pressed(self) -> None:
        self.open_wanted.emit(self.code)

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        self.ticked.emit(self.code, on)

    @Slot(int)
    def _move(self, step: int) -> None:
        self.move_wanted.emit(self.code, step)

    @Slot(QPointF)
    def _dragged(self, place: QPointF) -> None:
        self.dragged.emit(self.code, place)

    @Slot(QPointF)
    def _dropped(self, place: QPointF) -> None:
        self.dropped.emit(self.code, place)
