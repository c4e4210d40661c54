"""The picture of who does what to whom: shapes and lines carry it, so that it reads in black and white (99).

It takes the keyboard: the arrow keys go from one person to the next and tell what goes on around each.
"""

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_netwerk import Knoop, Netwerk, Pijl, Verbinding, in_woorden
from svp_desktop.domain.pestzaak import PestRol
from svp_desktop.ui.tabs.pesten.namen import uit_elkaar
from svp_desktop.ui.tabs.pesten.netwerk_plaats import Lijn, Vak, lijnen, vakken
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.choice import focus_ring

NAAM = "Beeld van wie wat doet bij wie"
LEGENDA = "Dikke pijl: doet het. Dunne pijl: doet mee. Dubbele pijl: helpt. Gestreepte pijl: kijkt toe."
_CENTER = Qt.AlignmentFlag.AlignCenter
_LONGEST_NAME, _LONGEST_WORDS = 118, 104
_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_FEW = 5
_LOW, _HIGH, _HIGHER, _WIDE, _LEAST = 192, 236, 316, 330, 240
#: From here on is the lower part of the picture.
_ONDER = 0.6
_THICK = {Pijl.DOET: 2.6, Pijl.DOET_MEE: 1.2, Pijl.HELPT: 1.2, Pijl.KIJKT: 1.2}


def _under(knoop: Knoop) -> str:
    """What stands under the name."""
    if knoop.anderen:
        return f"{knoop.anderen} {'ander kind' if knoop.anderen == 1 else 'andere kinderen'}"
    return label(knoop.rol)


def rondom(netwerk: Netwerk, knoop: Knoop, namen: Mapping[int, str]) -> str:
    """What goes on around one person, for who hears the picture or points at it."""
    if knoop.anderen:
        return f"Groep: {_under(knoop)}. Iedereen kan een omstander zijn"
    here = [item for item in netwerk.verbindingen if knoop.persoon_id in (item.van_id, item.naar_id)]
    lines = in_woorden(netwerk._replace(verbindingen=tuple(here)), namen)
    return f"{knoop.naam}, {_under(knoop)}. " + ("; ".join(lines) if lines else "Geen pijl")


def _zonder_leegte(netwerk: Netwerk) -> Netwerk:
    """The same persons with the room used, when nobody stands in the lower part of the picture."""
    if any(knoop.y > _ONDER for knoop in netwerk.knopen):
        return netwerk
    return netwerk._replace(knopen=tuple(knoop._replace(y=min(1.0, knoop.y / _ONDER)) for knoop in netwerk.knopen))


class NetwerkBeeld(QWidget):
    """`chosen(persoon_id)` when the user goes to a person in the picture."""

    chosen = Signal(int)

    def __init__(self, netwerk: Netwerk) -> None:
        super().__init__()
        self._netwerk = _zonder_leegte(netwerk)
        self._laag = self._netwerk is not netwerk
        self._names = uit_elkaar((knoop.persoon_id, knoop.naam, knoop.rol) for knoop in netwerk.knopen)
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        size = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(size)
        self.setAccessibleName(NAAM)
        self.setAccessibleDescription(self.woorden())

    def woorden(self) -> str:
        """The whole picture in sentences."""
        people = ", ".join(f"{knoop.naam} ({_under(knoop)})" for knoop in self._netwerk.knopen)
        lines = in_woorden(self._netwerk, self._names)
        return ". ".join((people, *lines)) + "."

    def gekozen(self) -> int:
        """The person that the keyboard or the mouse went to; 0 for none."""
        return self._netwerk.knopen[self._at].persoon_id if self._at >= 0 else 0

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDE), self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_LEAST), self._high())

    def _high(self) -> int:
        if len(self._netwerk.knopen) > _FEW:
            return scaled(_HIGHER)
        return scaled(_LOW if self._laag else _HIGH)

    # -- going through it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, count = _NEXT.get(Qt.Key(event.key()), 0), len(self._netwerk.knopen)
        if not step or not count:
            super().keyPressEvent(event)
            return
        self._choose((self._at + step) % count if self._at >= 0 else (0 if step > 0 else count - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._under(event.position()))

    def event(self, event: QEvent) -> bool:
        """The tip of the person under the mouse."""
        if isinstance(event, QHelpEvent):
            at = self._under(QPointF(event.pos()))
            told = rondom(self._netwerk, self._netwerk.knopen[at], self._names) if at >= 0 else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _under(self, point: QPointF) -> int:
        return next((at for at, one in enumerate(self._boxes()) if one.vak.contains(point)), -1)

    def _choose(self, at: int) -> None:
        if at == self._at:
            return
        self._at = at
        told = rondom(self._netwerk, self._netwerk.knopen[at], self._names) if at >= 0 else self.woorden()
        self.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.chosen.emit(self.gekozen())

    # -- measuring

    def _boxes(self) -> list[Vak]:
        name, role = QFontMetricsF(font(10, 600)), QFontMetricsF(font(9))
        sizes = []
        for knoop in self._netwerk.knopen:
            wide = max(name.horizontalAdvance(self._shown(knoop)), role.horizontalAdvance(_under(knoop)))
            sizes.append(QSizeF(math.ceil(wide) + scaled(20), scaled(38)))
        return vakken(self._netwerk, sizes, QRectF(self.rect()).adjusted(6, 6, -6, -6))

    def _shown(self, knoop: Knoop) -> str:
        measure = QFontMetricsF(font(10, 600))
        return measure.elidedText(knoop.naam, Qt.TextElideMode.ElideRight, scaled(_LONGEST_NAME))

    def _words(self, item: Verbinding) -> str:
        words = item.wat or ("helpt" if item.pijl is Pijl.HELPT else "")
        return QFontMetricsF(self._face(item)).elidedText(words, Qt.TextElideMode.ElideRight, scaled(_LONGEST_WORDS))

    @staticmethod
    def _face(item: Verbinding) -> QFont:
        return font(9, 600 if item.pijl is Pijl.DOET else 400)

    def _lines(self, boxes: list[Vak]) -> list[Lijn]:
        sizes = []
        for item in self._netwerk.verbindingen:
            measure, words = QFontMetricsF(self._face(item)), self._words(item)
            sizes.append(QSizeF(measure.horizontalAdvance(words) + 6 if words else 0, measure.height()))
        return lijnen(self._netwerk, boxes, sizes, QRectF(self.rect()))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self._boxes()
        lines = self._lines(boxes)
        for line in lines:
            self._draw_arrow(painter, line)
        for at, one in enumerate(boxes):
            _draw_person(painter, one, self._shown(one.knoop), chosen=at == self._at)
        for line in lines:
            words = self._words(line.verbinding)
            if words and not line.woorden.isEmpty():
                painter.fillRect(line.woorden, color("surface"))
                painter.setFont(self._face(line.verbinding))
                painter.setPen(color("text"))
                painter.drawText(line.woorden, _CENTER, words)
        if self.hasFocus():
            focus_ring(painter, self)

    def _draw_arrow(self, painter: QPainter, line: Lijn) -> None:
        mine = self._at >= 0 and self.gekozen() in (line.verbinding.van_id, line.verbinding.naar_id)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _draw_line(painter, line, QPen(color("accent" if mine else "ink"), _THICK[line.verbinding.pijl]))


def _draw_line(painter: QPainter, line: Lijn, pen: QPen) -> None:
    """Filled head: it is done to somebody; open head: it helps, or only looks."""
    along = line.naar - line.bocht
    length = math.hypot(along.x(), along.y())
    if length < 1:
        return
    way, arrow = along / length, line.verbinding.pijl
    side = QPointF(-way.y(), way.x())
    long = min(9.0 if arrow is Pijl.DOET_MEE else 11.0, length)
    foot = line.naar - way * long
    shaft = QPen(pen)
    if arrow is Pijl.KIJKT:
        shaft.setDashPattern([3.5, 3])
    painter.setPen(shaft)
    for shift in (side * 2.2, side * -2.2) if arrow is Pijl.HELPT else (QPointF(),):
        path = QPainterPath(line.van + shift)
        path.quadTo(line.bocht + shift, foot + shift)
        painter.drawPath(path)
    painter.setPen(QPen(pen.color(), 1.2))
    painter.setBrush(color("surface") if arrow in (Pijl.HELPT, Pijl.KIJKT) else pen.color())
    painter.drawPolygon(QPolygonF([line.naar, foot + side * (long / 2), foot - side * (long / 2)]))


def _draw_person(painter: QPainter, one: Vak, name: str, *, chosen: bool) -> None:
    """Who is bullied in a round box, who does it in a dark one, who looks on in a dashed one."""
    role = one.knoop.rol
    dark = role is PestRol.PESTER
    pen = QPen(color("accent" if chosen else "ink"), 3 if chosen else 2 if role is PestRol.GEPEST else 1.2)
    if role is PestRol.OMSTANDER:
        pen.setDashPattern([3.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(color("ink" if dark else "soft" if role is PestRol.GEPEST else "surface"))
    radius = one.vak.height() / 2 if role is PestRol.GEPEST else 5
    painter.drawRoundedRect(one.vak, radius, radius)
    top, low = QRectF(one.vak), QRectF(one.vak)
    top.setBottom(one.vak.center().y() + 2)
    low.setTop(one.vak.center().y() - 1)
    painter.setFont(font(10, 600))
    painter.setPen(color("surface" if dark else "text"))
    painter.drawText(top.adjusted(0, 2, 0, 0), _CENTER, name)
    painter.setFont(font(9))
    painter.setPen(color("surface" if dark else "muted"))
    painter.drawText(low.adjusted(0, 0, 0, -2), _CENTER, _under(one.knoop))
