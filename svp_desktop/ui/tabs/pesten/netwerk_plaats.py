"""Where everything stands in the picture of a pestzaak: boxes that do not touch, arrows from edge to edge, words on
them that cover nothing."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from svp_desktop.domain.pest_netwerk import Knoop, Netwerk, Verbinding
from svp_desktop.domain.pestzaak import PestRol

_AIR, _ROUNDS = 10.0, 60
#: Where on an arrow its words may stand, the best first.
_ALONG = (0.45, 0.52, 0.38, 0.6, 0.32, 0.68)
_APART = 7.0
#: How far an arrow may bend to pass somebody, in pixels, the least first; to the left and to the right.
_BENDS = (0.0, 45.0, -45.0, 75.0, -75.0, 110.0, -110.0, 160.0, -160.0)


@dataclass(slots=True)
class Vak:
    """A person with the box in which the name and the role stand."""

    knoop: Knoop
    vak: QRectF


class Lijn(NamedTuple):
    """An arrow from edge to edge, with the box of its words; `bocht` is where it bends to, around who stands between
    the two, or the middle of a straight one."""

    verbinding: Verbinding
    van: QPointF
    bocht: QPointF
    naar: QPointF
    woorden: QRectF

    def punt(self, deel: float) -> QPointF:
        """The point at this part of the way, 0-1."""
        rest = 1 - deel
        return self.van * (rest * rest) + self.bocht * (2 * rest * deel) + self.naar * (deel * deel)


def vakken(netwerk: Netwerk, maten: Sequence[QSizeF], ruimte: QRectF) -> list[Vak]:
    """A box of these sizes for each person, in this room; who is bullied stays in the middle."""
    made = []
    for knoop, size in zip(netwerk.knopen, maten, strict=True):
        box = QRectF(QPointF(), size)
        box.moveCenter(QPointF(ruimte.left() + knoop.x * ruimte.width(), ruimte.top() + knoop.y * ruimte.height()))
        made.append(Vak(knoop, _inside(box, ruimte)))
    for _ in range(_ROUNDS):
        if not _push(made, ruimte):
            break
    return made


def _inside(box: QRectF, room: QRectF) -> QRectF:
    box = QRectF(box)
    box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
    box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
    return box


def _push(made: Sequence[Vak], room: QRectF) -> bool:
    """Move boxes that touch a little apart, the shortest way; False when none do."""
    moved = False
    for at, first in enumerate(made):
        for second in made[at + 1 :]:
            over = first.vak.adjusted(-_AIR, -_AIR, _AIR, _AIR).intersected(second.vak)
            if over.isEmpty():
                continue
            moved = True
            between = second.vak.center() - first.vak.center()
            if over.width() < over.height():
                step = QPointF(math.copysign(over.width() / 2 + 0.5, between.x()), 0)
            else:
                step = QPointF(0, math.copysign(over.height() / 2 + 0.5, between.y()))
            fixed = first.knoop.rol is PestRol.GEPEST
            if not fixed:
                first.vak = _inside(first.vak.translated(-step), room)
            second.vak = _inside(second.vak.translated(step * 2 if fixed else step), room)
    return moved


def lijnen(netwerk: Netwerk, vakken: Sequence[Vak], maten: Sequence[QSizeF], ruimte: QRectF) -> list[Lijn]:
    """The arrows, beside each other where there are more between the same two, with room for their words."""
    boxes = {one.knoop.persoon_id: one.vak for one in vakken}
    pairs: dict[frozenset[int], list[Verbinding]] = {}
    for item in netwerk.verbindingen:
        pairs.setdefault(frozenset({item.van_id, item.naar_id}), []).append(item)
    taken, found = [one.vak for one in vakken], []
    for item, size in zip(netwerk.verbindingen, maten, strict=True):
        same = pairs[frozenset({item.van_id, item.naar_id})]
        around = [one.vak for one in vakken if one.knoop.persoon_id not in (item.van_id, item.naar_id)]
        line = _route(item, boxes[item.van_id], boxes[item.naar_id], _aside(item, same), around, ruimte)
        line = line._replace(woorden=_words(line, size, taken, ruimte))
        taken.append(line.woorden)
        found.append(line)
    return found


def _route(item: Verbinding, start: QRectF, end: QRectF, aside: float, around: Sequence[QRectF], room: QRectF) -> Lijn:
    """Straight, or the smallest bend that goes through nobody else; straight too when every bend does."""
    begin, stop = _ends(start, end, aside)
    middle, way = (begin + stop) / 2, stop - begin
    length = math.hypot(way.x(), way.y()) or 1.0
    beside = QPointF(-way.y(), way.x()) / length
    straight = Lijn(item, begin, middle, stop, QRectF())
    for bend in _BENDS:
        to = middle + beside * bend
        # from the edge that looks to the bend
        found = Lijn(item, _edge(start, start.center(), to - start.center()), to,
                     _edge(end, end.center(), to - end.center()), QRectF()) if bend else straight  # fmt: skip
        points = [found.punt(step / 16) for step in range(17)]
        if all(room.contains(point) and not any(box.contains(point) for box in around) for point in points):
            return found
    return straight


def _aside(item: Verbinding, same: Sequence[Verbinding]) -> float:
    """How far an arrow stands beside the middle line, to the left of who looks along it."""
    shift = (same.index(item) - (len(same) - 1) / 2) * 2 * _APART
    # an arrow back looks the other way
    return shift if item.van_id < item.naar_id else -shift


def _ends(start: QRectF, end: QRectF, aside: float) -> tuple[QPointF, QPointF]:
    line = end.center() - start.center()
    length = math.hypot(line.x(), line.y()) or 1.0
    beside = QPointF(line.y(), -line.x()) * (aside / length)
    return _edge(start, start.center() + beside, line), _edge(end, end.center() + beside, line * -1.0)


def _edge(box: QRectF, point: QPointF, way: QPointF) -> QPointF:
    """Where the line from this point in the box, that way, leaves the box and a little further."""
    reach = []
    for begin, step, low, high in (
        (point.x(), way.x(), box.left(), box.right()),
        (point.y(), way.y(), box.top(), box.bottom()),
    ):
        if abs(step) > 1e-6:
            reach.append(((high if step > 0 else low) - begin) / step)
    length = math.hypot(way.x(), way.y()) or 1.0
    return point + way * (max(0.0, min(reach, default=0.0)) + 3 / length)


def _words(line: Lijn, size: QSizeF, taken: Iterable[QRectF], room: QRectF) -> QRectF:
    """The first place on the arrow where the words cover nothing, or else a little beside it; an empty box when there
    is none: then the words stand in the sentences only."""
    filled, way = list(taken), line.naar - line.van
    length = math.hypot(way.x(), way.y()) or 1.0
    beside = QPointF(-way.y(), way.x()) / length
    for aside in (0.0, 0.5, -0.5):
        for share in _ALONG:
            box = QRectF(QPointF(), size)
            reach = abs(beside.x()) * size.width() + abs(beside.y()) * size.height()
            box.moveCenter(line.punt(share) + beside * (aside * reach))
            if room.contains(box) and not any(box.intersects(other) for other in filled):
                return box
    return QRectF()
