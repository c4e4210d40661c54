"""Contact per day as a week of cells: done, today with the time that is left, missed, to come, the return (83)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from svp_desktop.domain.datums import dag_kort, tijd_kort
from svp_desktop.domain.thuisschool import BEL_VOOR
from svp_desktop.domain.thuisschool_contact import ContactDag, ContactStand
from svp_desktop.services.thuisschool import ThuisSchoolBeeld
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE

_SCHOOL_OPENS = time(8, 0)
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Dagbeeld:
    """What one cell says: day, which school day, icon with its ink, the big words, and two lines under it."""

    kop: str
    sub: str
    icon: str
    token: str
    groot: str
    regel: str
    onder: str
    rand: str = "line"
    deel: float | None = None

    @property
    def zin(self) -> str:
        """The whole cell as one sentence, for a screen reader."""
        return ", ".join(part for part in (self.kop, self.sub, self.groot, self.regel, self.onder) if part)


def dagbeelden(beeld: ThuisSchoolBeeld, now: datetime) -> tuple[Dagbeeld, ...]:
    """The cells of a period: each day of contact, and the day of the return."""
    days, who = beeld.inhoud.momenten, beeld.inhoud.teksten.wie_belt
    until = days.bel_voor or BEL_VOOR
    cells = [_cel(item, who, until, now) for item in beeld.dagen]
    back = days.terug_op or beeld.eerste_dag_terug
    if back is not None and beeld.dagen:
        at = f"{tijd_kort(days.terug_tijd)} uur" if days.terug_tijd else "tijd kiezen"
        cells.append(
            Dagbeeld(_dag(back, now), "terug op school", "house", "ok", at, "herstelgesprek", "en welkom", "ok")
        )
    return tuple(cells)


def _cel(item: ContactDag, who: str, until: time, now: datetime) -> Dagbeeld:
    head = _dag(item.datum, now)
    sub = f"schooldag {item.nummer}" if item.nummer else "besluit"
    with_whom = item.zin
    if item.stand is ContactStand.GEDAAN:
        last = item.contacten[-1]
        return Dagbeeld(head, sub, "circle-check", "ok", f"{last.tijd} uur", last.door, "kind en ouders")
    if item.stand is ContactStand.GEMIST:
        return Dagbeeld(head, sub, "octagon-alert", "danger", "gemist", "geen contact met", with_whom, "danger")
    if item.stand is ContactStand.NU:
        past = f"{tijd_kort(until)} is voorbij"
        return Dagbeeld(head, sub, "triangle-alert", "danger", "bel nu", past, with_whom, "danger")
    words = f"vóór {tijd_kort(until)}"
    if item.stand is ContactStand.KOMT:
        return Dagbeeld(head, sub, "phone", "muted", words, who, with_whom)
    left = _minutes(until) - _minutes(now.time())
    share = left / max(_minutes(until) - _minutes(_SCHOOL_OPENS), 1)
    return Dagbeeld(head, sub, "phone", "accent", words, f"nog {_duur(left)}", with_whom, "accent", min(share, 1.0))


def _dag(day: date, now: datetime) -> str:
    return f"vandaag, {dag_kort(day)}" if day == now.date() else dag_kort(day)


def _minutes(moment: time) -> int:
    return moment.hour * _MINUTE + moment.minute


def _duur(minutes: int) -> str:
    hours, rest = divmod(minutes, _MINUTE)
    return f"{hours} uur {rest:02d}" if hours else f"{rest} minuten"


class DagCel(QWidget):
    """One day, drawn. What it means is said by an icon and by words, never by colour alone."""

    def __init__(self, beeld: Dagbeeld) -> None:
        super().__init__()
        self.beeld = beeld
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(beeld.zin)
        self.setToolTip(beeld.zin)

    def sizeHint(self) -> QSize:
        return QSize(scaled(132), scaled(116))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(112), scaled(116))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell, wide = self.beeld, self.width()
        today = cell.rand == "accent"
        painter.setPen(QPen(color(cell.rand), 2 if cell.rand in ("accent", "danger") else 1.2))
        painter.setBrush(color("soft" if today else "surface" if cell.rand == "ok" else "bg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        middle = scaled(56)
        self._line(painter, 11, scaled(7), cell.kop, font(10, 600), "text", wide)
        self._line(painter, 11, scaled(25), cell.sub, font(9), "muted", wide)
        if cell.deel is not None:
            self._pie(painter, QPointF(22, middle), cell.deel)
        else:
            draw_icon(painter, cell.icon, cell.token, 11, middle - 10, 20)
        strong = "danger" if cell.token == "danger" else "text"
        self._line(painter, 38, middle - scaled(10), cell.groot, font(10.5, 600), strong, wide)
        self._line(painter, 11, scaled(72), cell.regel, font(9.5, 500), "text", wide)
        self._line(painter, 11, scaled(91), cell.onder, font(9), "muted", wide)

    @staticmethod
    def _line(painter: QPainter, left: float, top: float, text: str, face: QFont, token: str, wide: int) -> None:
        painter.setFont(face)
        painter.setPen(color(token))
        room = wide - left - 5
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, top, room, scaled(20)), LEFT_MIDDLE, fitting)

    @staticmethod
    def _pie(painter: QPainter, center: QPointF, share: float) -> None:
        """What is left of the school day."""
        ring = QRectF(center.x() - 11, center.y() - 11, 22, 22)
        painter.setPen(QPen(color("accent"), 1.6))
        painter.setBrush(color("surface"))
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawPie(ring.adjusted(3.2, 3.2, -3.2, -3.2), 90 * 16, round(5760 * share))


class Liniaal(QWidget):
    """How much of the legal week is used: solid for the days taken, dashed for what the law still leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._used: int | None = None
        self._most = 5
        self.setFixedHeight(scaled(22))

    def set_days(self, used: int | None, most: int) -> None:
        """So many school days of at most so many; None when they cannot be counted."""
        self._used, self._most = used, most
        self.setAccessibleName(f"{self._words()}, ten hoogste {most}")
        self.update()

    def _words(self) -> str:
        if self._used is None:
            return "schooldagen niet geteld"
        return "1 schooldag thuis" if self._used == 1 else f"{self._used} schooldagen thuis"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide, y = self.width() - 2, self.height() - 4.5
        share = 0.0 if self._used is None else min(self._used / self._most, 1.0)
        over = self._used is not None and self._used > self._most
        painter.setPen(QPen(color("danger" if over else "ink"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(0, y), QPointF(wide * share, y))
        dashed = QPen(color("control"), 1.4)
        dashed.setDashPattern([3, 3])
        painter.setPen(dashed)
        painter.drawLine(QPointF(wide * share + 4, y), QPointF(wide, y))
        painter.setPen(QPen(color("ink"), 1.6))
        painter.drawLine(QPointF(wide, y - 5), QPointF(wide, y + 4))
        painter.setFont(font(9, 600))
        painter.setPen(color("text"))
        box = QRectF(0, 0, wide, self.height() - 7)
        painter.drawText(box, LEFT_MIDDLE, self._words())
        painter.setFont(font(9))
        painter.setPen(color("muted"))
        painter.drawText(box, RIGHT_MIDDLE, "de wet: ten hoogste één week")


class Contactweek(QWidget):
    """The cells, as many on a line as fit."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._cells: list[DagCel] = []
        self._columns = 0
        self.setLayout(self._grid)

    def show_days(self, beelden: Sequence[Dagbeeld]) -> None:
        """Other days, or the same a little later."""
        if tuple(cell.beeld for cell in self._cells) == tuple(beelden):
            return
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = [DagCel(item) for item in beelden]
        self._columns = 0
        self._arrange()

    def cells(self) -> list[DagCel]:
        """The cells, in order."""
        return list(self._cells)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(2, min(len(self._cells) or 1, (self.width() + 8) // (scaled(124) + 8)))
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // columns, number % columns)
