"""Turven: a small panel over the window in which one key or press is one tick of the gele mand (demand 54)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QSizePolicy, QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.turf import TurfPlaats, TurfStand
from svp_desktop.ui.context import Context
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE, Label, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.painted import MandBadge

_WIDE, _HIGH, _COUNT, _EDGE, _HEAD = 330, 30, 68, 12, 164
_UITLEG = "Eén tik is één keer. U noteert geen namen."


class PlaatsKnop(QAbstractButton):
    """A place with its key and its counts of today and of this week; a press is a tick."""

    def __init__(self, number: int, stand: TurfPlaats) -> None:
        super().__init__()
        self._key = str(number) if number <= 9 else ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_stand(stand)

    def show_stand(self, stand: TurfPlaats) -> None:
        """Other counts."""
        self.stand = stand
        self.setAccessibleName(f"{stand.plaats}, vandaag {stand.vandaag}, deze week {stand.week}")
        self.setToolTip(f"Eén keer turven: {stand.plaats}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a held key is one tick, and Enter is one too
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isDown() or self.hasFocus()
        painter.setPen(QPen(color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(color("soft" if on else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 7, 7)
        wide, key = scaled(_COUNT), scaled(24)
        self._words(painter, QRectF(6, 0, key - 6, self.height()), self._key, 9, 400, "muted")
        room = self.width() - key - 2 * wide - 8
        self._words(painter, QRectF(key, 0, room, self.height()), self.stand.plaats, 10, 500, "text")
        for number, left, strong in (
            (self.stand.vandaag, self.width() - 2 * wide - 8, True), (self.stand.week, self.width() - wide - 8, False),
        ):  # fmt: skip
            painter.setFont(font(10, 600 if strong and number else 400))
            painter.setPen(color("text" if number else "muted"))
            painter.drawText(QRectF(left, 0, wide, self.height()), RIGHT_MIDDLE, str(number))

    @staticmethod
    def _words(painter: QPainter, box: QRectF, text: str, points: float, weight: int, token: str) -> None:
        painter.setFont(font(points, weight))
        painter.setPen(color(token))
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT_MIDDLE, shown)


class TurfPanel(QFrame):
    """Lies over the foot of the window at the right, and keeps nothing from working. `closed()` when it went away."""

    closed = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", True)
        self.setAccessibleName("Turven voor de gele mand")
        self._context, self._service = context, context.werkplek.turven
        self._before: QWidget | None = None
        self.knoppen: dict[str, PlaatsKnop] = {}
        self.groep = QComboBox()
        self.groep.setAccessibleName("Groep")
        guard_wheel(self.groep)
        self.fout = Label("", "danger", wrap=True)
        self.fout.hide()
        self.terug = button("", "undo-2", small=True)
        close = tool("x", "Sluiten (Esc)", small=True)
        self._rows = col(spacing=1)
        self._list = scroll(self._rows)
        self._list.setMinimumHeight(scaled(_HIGH))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        group = Label("Groep")
        group.setBuddy(self.groep)
        heads = [Label(text, "small") for text in ("vandaag", "deze week")]
        for head in heads:
            head.setFixedWidth(scaled(_COUNT))
            head.setAlignment(RIGHT_MIDDLE)
        self.setLayout(
            col(
                row(Label("Turven", "h2"), MandBadge(Mand.GEEL), None, close),
                Label(_UITLEG, "muted", wrap=True),
                row(group, (self.groep, 1)),
                row(None, *heads, margins=(0, 0, 8, 0), spacing=0),
                (self._list, 1),
                self.fout,
                row(self.terug, None),
                margins=(14, 10, 12, 12),
                spacing=6,
            )
        )
        close.clicked.connect(self.leave)
        self.terug.clicked.connect(self._back)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, with the keyboard on the place of last time."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        try:
            stand = self._service.stand()
            self._fill_groups(stand.groep_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._build(stand)
        self.fout.hide()
        self.show()
        self.raise_()
        self._place()
        first = self.knoppen.get(stand.plaats) or next(iter(self.knoppen.values()), None)
        (first or self.groep).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_at_leave(self) -> None:
        """Another page came to the front: away, and the keyboard stays there."""
        self._before = None
        if self.isVisible():
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Away, and the keyboard back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def tik(self, plaats: str) -> None:
        """One tick at this place."""
        self._do(lambda: self._service.tik(plaats, self.groep.currentData()))

    @Slot()
    def _back(self) -> None:
        self._do(self._service.haal_terug)
        if not self.terug.isEnabled():
            next(iter(self.knoppen.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, change: Callable[[], Outcome[int]]) -> None:
        try:
            outcome = change()
            stand = self._service.stand()
        except UserFacing as error:
            self.fout.setText(f"{error.what} {error.now}")
            self.fout.show()
            return
        self.fout.hide()
        self._show(stand)
        self._context.hub.publish(outcome.changes)

    def _fill_groups(self, chosen: int | None) -> None:
        self.groep.clear()
        self.groep.addItem("geen groep", None)
        for one in self._context.werkplek.school.groepen():
            if not one.vervallen:
                self.groep.addItem(one.naam, one.id)
        self.groep.setCurrentIndex(max(0, self.groep.findData(chosen)))

    def _build(self, stand: TurfStand) -> None:
        clear(self._rows)
        self.knoppen = {}
        for number, one in enumerate(stand.plaatsen, 1):
            made = self.knoppen[one.plaats] = PlaatsKnop(number, one)
            made.clicked.connect(self._pressed)
            self._rows.addWidget(made)
        self._rows.addStretch(1)
        self._show(stand)

    def _show(self, stand: TurfStand) -> None:
        for one in stand.plaatsen:
            if one.plaats in self.knoppen:
                self.knoppen[one.plaats].show_stand(one)
        last = stand.laatste
        self.terug.setEnabled(last is not None)
        self.terug.setText(f"Haal terug: {last.plaats}, {last.tijd}" if last else "Nog niets om terug te halen")
        self.terug.setAccessibleName(self.terug.text())

    @Slot()
    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, PlaatsKnop):
            self.tik(pressed.stand.plaats)

    # -- keys and place

    def event(self, event: QEvent) -> bool:
        asked = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and asked == Qt.Key.Key_Escape:
            # it closes the panel, and is no step back on the page under it
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text().isdecimal() and event.text() != "0" and not event.isAutoRepeat():
            places = list(self.knoppen.values())
            if int(event.text()) <= len(places):
                chosen = places[int(event.text()) - 1]
                chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._list.ensureWidgetVisible(chosen)
                chosen.click()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        window = self.parentWidget()
        assert window is not None
        edge = scaled(_EDGE)
        room = window.height() - scaled(_HEAD) - edge
        rows = len(self.knoppen) * (scaled(_HIGH) + 1)
        layout = self.layout()
        assert layout is not None
        wanted = layout.totalHeightForWidth(scaled(_WIDE)) if layout.hasHeightForWidth() else self.sizeHint().height()
        high = min(room, wanted - self._list.sizeHint().height() + rows + 4)
        self.setGeometry(window.width() - scaled(_WIDE) - edge, window.height() - high - edge, scaled(_WIDE), high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
