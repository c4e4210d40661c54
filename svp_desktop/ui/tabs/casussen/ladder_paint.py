"""How the ladder is measured and painted: places first, then grounds, rungs, stems, strips and gutters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from svp_desktop.domain.acties import ACTIE_VAN_CODE, Actie, Pijler
from svp_desktop.domain.casus import CasusActie, ZorgNiveau
from svp_desktop.domain.datums import MAANDEN
from svp_desktop.domain.labels import label
from svp_desktop.domain.ladder import Ladder, PijlerStand
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE
from svp_desktop.ui.widgets.painted import actie_cells, draw_mand_shape, draw_pijlers

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEVELS = {ZorgNiveau.OPEN: "surface", ZorgNiveau.GERICHT: "cell", ZorgNiveau.BESCHERMEND: "ink"}
_NARROW_WEEK = 30
#: Notes of one rung that are closer than this many pixels become one, with how many they are.
_APART = 9
#: The names keep clear of the focus ring.
_RING = 5


def day_month(day: date) -> str:
    """ "7 sep", as short as a tick of the axis needs."""
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return "mrt" if day.month == 3 else MAANDEN[day.month - 1][:3]


@dataclass(frozen=True)
class Geometry:
    """Where everything stands for one width: pixels, from the widget's top left."""

    rungs: tuple[Actie, ...]
    left: float
    right: float
    week: float
    axis: float
    incidents: float
    zorg: float
    first_rung: float
    rung: float
    first_lane: float
    lane: float
    height: int

    @classmethod
    def of(cls, ladder: Ladder, alle: bool, width: float) -> "Geometry":
        """Measure a ladder for this width."""
        rungs = ladder.treden(alle)
        left, right = _RING + scaled(140), width - scaled(108)
        axis, band = scaled(20), scaled(19)
        rung, lane = scaled(17 if alle else 15), scaled(22)
        first_rung = axis + 2 * band + 5
        first_lane = first_rung + max(1, len(rungs)) * rung + 6
        week = max(1.0, (right - left) / ladder.weken)
        height = round(first_lane + 5 * lane + 1)
        return cls(rungs, left, right, week, axis, axis, axis + band, first_rung, rung, first_lane, lane, height)

    def x(self, ladder: Ladder, day: date) -> float:
        """The middle of a day's column."""
        return self.left + ladder.plek(day) * self.week

    def rung_y(self, code: str) -> float:
        """The middle of an action's rung."""
        return self.first_rung + (self.rungs.index(ACTIE_VAN_CODE[code]) + 0.5) * self.rung

    def lane_y(self, pijler: Pijler) -> float:
        """The middle of a pijler's line."""
        return self.first_lane + (list(Pijler).index(pijler) + 0.5) * self.lane

    def foot_y(self, action: CasusActie) -> float:
        """Where the stem of an action ends."""
        lanes = [self.lane_y(pijler) for pijler in action.pijlers]
        return max([self.rung_y(action.actie), *lanes]) + 7

    def notes(self, ladder: Ladder) -> list[tuple[CasusActie, ...]]:
        """The actions in view, from left to right; what would stand on top of each other on a rung is one note."""
        found: list[list[CasusActie]] = []
        last: dict[tuple[str, bool], list[CasusActie]] = {}
        for item in sorted(ladder.acties, key=lambda item: (item.datum, item.id)):
            if not ladder.in_beeld(item.datum):
                continue
            kind = (item.actie, item.gedaan)
            before = last.get(kind)
            if before and self.x(ladder, item.datum) - self.x(ladder, before[0].datum) < _APART:
                before.append(item)
            else:
                last[kind] = [item]
                found.append(last[kind])
        return [tuple(items) for items in found]

    def rung_at(self, y: float) -> Actie | None:
        """The action whose rung lies at this height."""
        number = int((y - self.first_rung) // self.rung)
        return self.rungs[number] if 0 <= number < len(self.rungs) else None


def _pen(ink: QColor, width: float = 1.0, dash: tuple[float, float] | None = None) -> QPen:
    made = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dash:
        made.setDashPattern(list(dash))
    return made


def _sharp(value: float) -> float:
    return round(value) + 0.5


class LadderPainter:
    """Paints one ladder with one painter."""

    def __init__(self, painter: QPainter, ladder: Ladder, place: Geometry, alle: bool, stil_na: int) -> None:
        self.q, self.ladder, self.place, self.alle, self.stil_na = painter, ladder, place, alle, stil_na
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ink, self.muted, self.line, self.text = (color(name) for name in ("ink", "muted", "line", "text"))
        self.small, self.strong, self.name = font(8.5), font(8.5, 600), font(9.5, 500)
        self.today_x = _sharp(place.x(ladder, ladder.today))
        self.now = "gesloten" if ladder.gesloten else "vandaag"

    def paint(self, hints: Mapping[Pijler, str], button_room: int, marked: CasusActie | None) -> None:
        """The whole drawing; `hints` says for each empty pijler what to think of."""
        self._grounds()
        self._incidents()
        self._care()
        self._rungs()
        stands = self.ladder.pijlers()
        for stand in stands:
            self._lane(stand)
        for note in self.place.notes(self.ladder):
            self._stem(note, marked in note)
        for number, (pijler, hint) in enumerate(hints.items()):
            self._empty_strip(pijler, hint, button_room if number == 0 else 0)
        self._today()
        for stand in stands:
            self._gutter(stand)

    # -- parts

    def _words(
        self,
        box: QRectF,
        text: str,
        face: QFont,
        ink: QColor,
        align: Qt.AlignmentFlag = LEFT_MIDDLE,
        elide: bool = False,
    ) -> None:
        self.q.setFont(face)
        self.q.setPen(ink)
        if elide:
            text = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.q.drawText(box, align, text)

    def _hline(self, y: float, ink: QColor, left: float, right: float) -> None:
        self.q.setPen(_pen(ink))
        self.q.drawLine(QPointF(left, _sharp(y)), QPointF(right, _sharp(y)))

    def _grounds(self) -> None:
        place, top = self.place, self.place.axis
        self.q.fillRect(QRectF(self.today_x, top, place.right - self.today_x, place.height - top), color("bg"))
        for monday, weeks in self.ladder.vrij:
            left = place.left + (monday - self.ladder.start).days / 7 * place.week
            self.q.fillRect(QRectF(left, top, weeks * place.week, place.height - top), color("hover"))
        self._axis()
        self._hline(top, self.line, 0, place.right + scaled(108))

    def _axis(self) -> None:
        """A tick for each Monday, with its date where there is room: today keeps its own."""
        place, top, month = self.place, self.place.axis, 0
        taken, until = self._now_box(), 0.0
        free = {monday + timedelta(weeks=at) for monday, weeks in self.ladder.vrij for at in range(weeks)}
        narrow = place.week < scaled(_NARROW_WEEK)
        for number in range(self.ladder.weken):
            day = self.ladder.start + timedelta(weeks=number)
            x = _sharp(place.left + number * place.week)
            self.q.setPen(_pen(self.line))
            self.q.drawLine(QPointF(x, top - 4), QPointF(x, top))
            new = day.month != month
            month = day.month
            if narrow and not new:
                continue
            text = _month(day) if narrow else day_month(day) if new else str(day.day)
            face = self.strong if new else self.small
            if day in free and not narrow:
                text, face = "vakantie", self.small
                if day - timedelta(weeks=1) in free:
                    continue
            box = QRectF(x + 3, 0, QFontMetricsF(face).horizontalAdvance(text) + 4, top - 3)
            if not box.intersects(taken) and box.left() >= until:
                until = box.right()
                self._words(box, text, face, self.text if new else self.muted)

    def _now_box(self) -> QRectF:
        """Where the word of the day stands that the casus is at."""
        wide = QFontMetricsF(self.strong).horizontalAdvance(self.now) + 10
        left = min(self.today_x - wide / 2, self.place.right + scaled(100) - wide)
        return QRectF(left, 1, wide, scaled(15))

    def _incidents(self) -> None:
        place, high = self.place, scaled(19)
        self._words(QRectF(_RING, place.incidents, place.left - _RING, high), "Incidenten", self.name, self.text)
        for day, mand in self.ladder.incidenten:
            if self.ladder.in_beeld(day):
                draw_mand_shape(self.q, mand, place.x(self.ladder, day), place.incidents + high / 2 + 1, 5.2)
        count = len(self.ladder.incidenten)
        self._right(
            place.incidents,
            high,
            str(count),
            f"laatst {day_month(max(d for d, _ in self.ladder.incidenten))}" if count else "",
        )

    def _right(
        self, top: float, high: float, count: str, words: str, strong: bool = False, ink: QColor | None = None
    ) -> None:
        right = self.place.right
        self._words(QRectF(right + 12, top, 24, high), count, font(9.5, 700), ink or self.text)
        face, tint = (self.strong, ink or self.text) if strong else (self.small, self.muted)
        self._words(QRectF(right + 12 + scaled(20), top, scaled(80), high), words, face, tint)

    def _care(self) -> None:
        place, high = self.place, scaled(19)
        self._words(QRectF(_RING, place.zorg, place.left - _RING, high), "Waakzame zorg", self.name, self.text)
        for period in self.ladder.zorg:
            left = max(place.left, place.x(self.ladder, max(period.van, self.ladder.start)) - place.week / 10)
            right = (
                self.today_x
                if period.tot is None
                else min(self.today_x, place.x(self.ladder, period.tot) - place.week / 10)
            )
            if right - left < 3:
                continue
            box = QRectF(left + 0.5, place.zorg + 2.5, right - left - 2, scaled(14))
            full = period.niveau is ZorgNiveau.BESCHERMEND
            self.q.setPen(_pen(self.ink if full else color("control")))
            self.q.setBrush(color(_LEVELS[period.niveau]))
            self.q.drawRoundedRect(box, 2, 2)
            face = font(8.5, 500)
            word = label(period.niveau)
            if QFontMetricsF(face).horizontalAdvance(word) + 10 < box.width():
                self._words(box.adjusted(6, -1, 0, -1), word, face, color("surface") if full else self.ink)
        if self.ladder.zorg:
            level = list(ZorgNiveau).index(self.ladder.zorg[-1].niveau) + 1
            box = QRectF(place.right + 12, place.zorg, scaled(96), high)
            self._words(box, f"niveau {level} van 3", self.small, self.muted)

    def _rungs(self) -> None:
        place = self.place
        self._hline(place.first_rung - 3, self.line, 0, place.right + scaled(108))
        if not place.rungs:
            box = QRectF(place.left + 8, place.first_rung, place.right - place.left, place.rung)
            self._words(box, "Nog geen acties.", self.small, self.muted)
        for actie in place.rungs:
            y = place.rung_y(actie.code)
            done = sum(item.actie == actie.code for item in self.ladder.gedaan())
            used = done or any(item.actie == actie.code for item in self.ladder.gepland())
            self._hline(y, color("cell" if used else "hover"), place.left, place.right)
            high = scaled(18)
            ink = self.text if used else self.muted
            self._words(
                QRectF(_RING, y - high / 2, scaled(16), high), str(actie.nummer), self.small, self.muted, RIGHT_MIDDLE
            )
            box = QRectF(_RING + scaled(24), y - high / 2, place.left - _RING - scaled(28), high)
            self._words(box, actie.kort, font(9, 500), ink, elide=True)
            if self.alle:
                wanted = [pijler for pijler in self.ladder.lege_pijlers() if pijler in actie.pijlers]
                draw_pijlers(self.q, place.right + 12, y, actie_cells(actie.pijlers, wanted), 13)
            elif done:
                box = QRectF(place.right + 12, y - high / 2, 30, high)
                self._words(box, str(done), font(9, 500), self.muted)
        self._hline(place.first_lane - 3, self.line, 0, place.right + scaled(108))

    def _lane(self, stand: PijlerStand) -> None:
        """Solid as long as something happened, dotted since it went quiet."""
        if stand.leeg or stand.laatst is None:
            return
        place, y = self.place, _sharp(self.place.lane_y(stand.pijler))
        until = place.x(self.ladder, max(stand.laatst, self.ladder.start))
        until = min(max(until, place.left), self.today_x)
        self.q.setPen(_pen(color("control")))
        self.q.drawLine(QPointF(place.left, y), QPointF(until, y))
        self.q.setPen(_pen(color("control"), 1, (1.5, 4)))
        self.q.drawLine(QPointF(until, y), QPointF(place.right, y))

    def _stem(self, note: tuple[CasusActie, ...], marked: bool) -> None:
        place, action = self.place, note[0]
        planned, until = not action.gedaan, max((item.tot for item in note if item.tot), default=None)
        x, y = _sharp(place.x(self.ladder, action.datum)), _sharp(place.rung_y(action.actie))
        ink = color("accent") if marked else self.ink
        self.q.setPen(_pen(ink, 1.2, (2.5, 2.5) if planned else None))
        if action.pijlers:
            self.q.drawLine(QPointF(x, y), QPointF(x, max(place.lane_y(pijler) for pijler in action.pijlers)))
        if until and until > action.datum:
            end = min(place.x(self.ladder, until) + 3, place.right)
            self.q.setPen(_pen(ink, 4))
            for pijler in action.pijlers:
                lane = _sharp(place.lane_y(pijler))
                self.q.drawLine(QPointF(x, lane), QPointF(end, lane))
        hollow = color("bg" if x > self.today_x else "surface")
        self.q.setPen(QPen(ink, 1.4))
        self.q.setBrush(QBrush(hollow if planned else ink))
        half = scaled(6) if len(note) > 1 else 4.5 if marked else 3.5
        box = QRectF(x - half, y - half, 2 * half, 2 * half)
        self.q.drawRect(box)
        if len(note) > 1:
            self._words(box, str(len(note)), font(8, 700), ink if planned else color("surface"), _CENTER)
        self.q.setPen(QPen(ink, 1.8))
        for pijler in action.pijlers:
            self.q.drawEllipse(QPointF(x, _sharp(place.lane_y(pijler))), 4.5, 4.5)

    def _empty_strip(self, pijler: Pijler, hint: str, button_room: int) -> None:
        place, y = self.place, _sharp(self.place.lane_y(pijler))
        box = QRectF(place.left - 4, y - place.lane / 2 + 1, place.right - place.left + 4, place.lane - 2)
        self.q.fillRect(box.adjusted(0, -1, 1, 1), color("surface"))
        self.q.setPen(_pen(color("warn"), 1.4, (4, 3)))
        self.q.setBrush(color("surface"))
        self.q.drawRoundedRect(box, 5, 5)
        yet = "Geen" if self.ladder.gesloten else "Nog geen"
        lead, face = f"{yet} actie op {label(pijler)}.", font(9.5, 600)
        wide = QFontMetricsF(face).horizontalAdvance(lead)
        inner = box.adjusted(12, 0, -8, 0)
        self._words(inner, lead, face, self.text)
        rest = inner.adjusted(wide + 8, 0, -button_room, 0)
        if rest.width() > 60:
            self._words(rest, hint, font(9.5), self.muted, elide=True)

    def _today(self) -> None:
        top = self.place.axis
        self.q.setPen(_pen(color("accent"), 1.6))
        self.q.drawLine(QPointF(self.today_x, top - 3), QPointF(self.today_x, self.place.height))
        box = self._now_box()
        self.q.setPen(Qt.PenStyle.NoPen)
        self.q.setBrush(color("accent"))
        self.q.drawRoundedRect(box, 3, 3)
        self._words(box, self.now, self.strong, color("on"), _CENTER)

    def _gutter(self, stand: PijlerStand) -> None:
        place, y, size = self.place, self.place.lane_y(stand.pijler), scaled(16)
        box = QRectF(_RING + 0.5, y - size / 2 + 0.5, size, size)
        if stand.leeg:
            self.q.setPen(_pen(color("warn"), 1.4, (2.2, 1.8)))
            self.q.setBrush(color("surface"))
        else:
            self.q.setPen(Qt.PenStyle.NoPen)
            self.q.setBrush(self.ink)
        self.q.drawRoundedRect(box, 3, 3)
        name = label(stand.pijler)
        self._words(box, name[0], font(8, 700), color("warn") if stand.leeg else color("surface"), _CENTER)
        high = scaled(20)
        words = QRectF(_RING + scaled(24), y - high / 2, place.left - _RING - scaled(28), high)
        self._words(words, name, font(9.5, 600 if stand.leeg else 500), self.text)
        if stand.leeg:
            self._right(y - high / 2, high, "0", "leeg", strong=True, ink=color("warn"))
            return
        quiet = stand.weken_stil(self.ladder.today)
        last = day_month(stand.laatst) if stand.laatst else ""
        silent = quiet >= self.stil_na and not self.ladder.gesloten
        text = f"{quiet} weken stil" if silent else f"laatst {last}"
        self._right(y - high / 2, high, str(stand.aantal), text, strong=silent)
