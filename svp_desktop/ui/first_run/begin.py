"""The page without a school: begin anew, open an existing one, or try with the voorbeeldschool."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.harbour import Harbour, in_the_middle, quay
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, Item, Label, col, label, row, rule
from svp_desktop.ui.widgets.buttons import PaintedButton, link
from svp_desktop.ui.widgets.notice import Notice, State

if TYPE_CHECKING:
    from svp_desktop.services.toegang import SchoolKeuze


class BigChoice(PaintedButton):
    """A way to go: icon, what it is, and one sentence; the whole row is the button."""

    def __init__(self, icon: str, title: str, sentence: str, *, strong: bool = False) -> None:
        super().__init__()
        self._icon, self._title, self._sentence, self._strong = icon, title, sentence, strong
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        return QSize(scaled(420), scaled(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(280), scaled(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus, live = self.hasFocus(), self.isEnabled()
        painter.setPen(QPen(color("accent" if focus else "control"), 2 if focus else 1))
        filled = self._strong and live
        painter.setBrush(color("accent" if filled else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        if focus and filled:
            painter.setPen(QPen(color("on"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 6, 6)
        middle = self.height() / 2
        draw_icon(painter, self._icon, "on" if filled else "accent" if live else "muted", 20, middle - 12, 24)
        draw_icon(painter, "chevron-right", "on" if filled else "muted", self.width() - 34, middle - 9, 18)
        room = self.width() - 62 - 44
        for text, top, face, token in (
            (self._title, middle - scaled(21), font(10.5, 600), "text" if live else "muted"),
            (self._sentence, middle, font(9.5), "muted"),
        ):
            painter.setFont(face)
            painter.setPen(color("on" if filled else token))
            fitting = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(62, top, room, scaled(21)), LEFT_MIDDLE, fitting)


class BeginPage(Harbour):
    """Three ways to begin; when there are schools already, they stand above them."""

    new_requested = Signal()
    open_requested = Signal()
    demo_requested = Signal()
    cancel_requested = Signal()
    restore_requested = Signal()
    school_chosen = Signal(object)

    def __init__(self, schools: Sequence["SchoolKeuze"] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schools = tuple(schools)
        self.new = BigChoice("school", "Nieuwe school", "Maak een kluis voor uw school", strong=not schools)
        self.open = BigChoice("archive", "Bestaande school openen", "Kies een map van dit programma op deze computer")
        self.demo = BigChoice(
            "sticky-note", "Probeer met voorbeeldschool", "Alles verzonnen, om rond te kijken en te oefenen"
        )
        self.new.clicked.connect(self.new_requested)
        self.open.clicked.connect(self.open_requested)
        self.demo.clicked.connect(self.demo_requested)
        self.restore = link("Reservekopie terugzetten, ook van een andere laptop", "history")
        self.restore.clicked.connect(self.restore_requested)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._doing = Label("", "muted")
        self._stop = link("Stoppen")
        self._stop.clicked.connect(self.cancel_requested)
        self._working = QWidget()
        self._working.setLayout(col(row(self._doing, None, self._stop), self._bar, spacing=4))
        self.notice = Notice(State.BLOK, "")
        self.notice.hide()
        self._build()
        self.show_idle()

    def _build(self) -> None:
        items: list[Item] = [
            label("Sociale veiligheid", "h1"),
            label(
                "Voor het sociaal veiligheidsplan van uw school. Op deze computer, zonder internet.", "muted", wrap=True
            ),
            10,
        ]
        if self._schools:
            self.school_buttons = [self._school_button(school) for school in self._schools]
            items += [label("Scholen op deze computer", "h3"), *self.school_buttons, 6, rule(), 6]
        items += [self.new, self.open, self.demo, row(None, self.restore, None), self.notice]
        middle = QWidget()
        middle.setLayout(col(*items, spacing=8))
        # progress has a fixed place, so that nothing jumps while the voorbeeldschool is made
        self._working.setFixedSize(scaled(560), scaled(44))
        working = row(None, self._working, None)
        self.stand(col(None, in_the_middle(middle, 560), working, None, margins=(24, 12, 24, 12)), quay())
        self.setFocusProxy(self.new)

    def _school_button(self, school: "SchoolKeuze") -> BigChoice:
        made = BigChoice("lock", school.naam, ", ".join(account.naam for account in school.accounts))
        made.clicked.connect(self._chosen)
        return made

    @Slot()
    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, BigChoice):
            self.school_chosen.emit(self._schools[self.school_buttons.index(sender)])

    def show_busy(self, doing: str, done: int = 0, total: int = 0, *, can_stop: bool = False) -> None:
        """Long work: what it is, how far, and whether it can be stopped."""
        for choice in (self.new, self.open, self.demo, self.restore):
            choice.setEnabled(False)
        self.notice.hide()
        self._doing.setText(doing)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        for part in (self._doing, self._bar):
            part.show()
        self._stop.setVisible(can_stop)

    def show_idle(self) -> None:
        """No work under way."""
        for choice in (self.new, self.open, self.demo, self.restore):
            choice.setEnabled(True)
        for part in (self._doing, self._bar, self._stop):
            part.hide()

    def show_error(self, error: UserFacing) -> None:
        """What happened, what is safe, what now."""
        self.show_idle()
        self.notice.show_error(error)
        self.notice.show()
