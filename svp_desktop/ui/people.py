"""The rows of the unlock page: who can unlock, and who was invited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen

from svp_desktop.ui.rollen import PEST, role_line, role_name
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.buttons import PaintedButton

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze

_ELIDE = Qt.TextElideMode.ElideRight


class PersonButton(PaintedButton):
    """A row of 52 px about one account: role large, name small. The kinds differ in the sign in front."""

    #: Where the words end, from the right edge.
    _end = 10

    def __init__(self, account: "AccountKeuze") -> None:
        super().__init__()
        self.account = account
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(scaled(52))
        self.setAccessibleName(self.title())

    def title(self) -> str:
        """Role and name in one line."""
        return f"{role_line(self.account)}, {self.account.naam}"

    def lines(self) -> "tuple[tuple[str, str], str]":
        """What stands on the first line, heavy and then light, and on the second."""
        return (role_name(self.account.rol), f", {PEST}" if self.account.pest else ""), self.account.naam

    def sizeHint(self) -> QSize:
        return QSize(scaled(280), scaled(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, middle = self.isChecked(), self.height() / 2
        if on or self.underMouse() or self.hasFocus():
            edge = QPen(color("accent"), 2 if self.hasFocus() else 1.4)
            painter.setPen(edge if on or self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("soft" if on else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self.draw_sign(painter, middle)
        (heavy, light), small = self.lines()
        left = self._draw(painter, heavy, 42, middle - scaled(19), font(10, 600), "text")
        self._draw(painter, light, left, middle - scaled(19), font(10), "text")
        self._draw(painter, small, 42, middle, font(9), "muted")

    def _draw(self, painter: QPainter, text: str, left: float, top: float, face: QFont, token: str) -> float:
        """Draw a piece of a line; returns where it ends."""
        measure, room = QFontMetricsF(face), self.width() - self._end - left
        shown = measure.elidedText(text, _ELIDE, room)
        painter.setFont(face)
        painter.setPen(color(token))
        painter.drawText(QRectF(left, top, room, scaled(19)), LEFT_MIDDLE, shown)
        return left + measure.horizontalAdvance(shown)

    def draw_sign(self, painter: QPainter, middle: float) -> None:
        """The sign in front of the words."""
        raise NotImplementedError


class AccountButton(PersonButton):
    """Someone who can unlock: a radio button."""

    def __init__(self, account: "AccountKeuze") -> None:
        super().__init__(account)
        self.setCheckable(True)

    def draw_sign(self, painter: QPainter, middle: float) -> None:
        on = self.isChecked()
        painter.setPen(QPen(color("accent" if on else "control"), 5 if on else 1.2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(22, middle), 5.5 if on else 7.5, 5.5 if on else 7.5)


class InvitedButton(PersonButton):
    """Someone who was invited: leads to the page where the words of the invitation are typed."""

    _end = 34

    def title(self) -> str:
        return f"Uitgenodigd: {self.account.naam}"

    def lines(self) -> "tuple[tuple[str, str], str]":
        return ("", self.title()), role_line(self.account)

    def draw_sign(self, painter: QPainter, middle: float) -> None:
        draw_icon(painter, "mail", "accent", 14, middle - 8, 16)
        draw_icon(painter, "chevron-right", "muted", self.width() - 30, middle - 9, 18)
