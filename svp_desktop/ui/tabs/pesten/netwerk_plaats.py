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


@dataclass(slots=True)
class Vak:
    """A person with the box in which the name and the role stand."""

    knoop: Knoop
    vak: QRectF


class Lijn(NamedTuple):
    """An arrow from edge to edge, with the box of its words."""

    verbinding: Verbinding
    van: QPointF
    naar: QPointF
    woorden: QRectF


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
        start, end = _ends(boxes[item.van_id], boxes[item.naar_id], _aside(item, same))
        words = _words(start, end, size, taken, ruimte)
        taken.append(words)
        found.append(Lijn(item, start, end, words))
    return found


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


def _words(start: QPointF, end: QPointF, size: QSizeF, taken: Iterable[QRectF], room: QRectF) -> QRectF:
    """The first place on the arrow where the words cover nothing, or else a little beside it; an empty box when there
    is none: then the words stand in the sentences only."""
    filled, way = list(taken), end - start
    length = math.hypot(way.x(), way.y()) or 1.0
    beside = QPointF(-way.y(), way.x()) / length
    for aside in (0.0, 0.5, -0.5):
        for share in _ALONG:
            box = QRectF(QPointF(), size)
            reach = abs(beside.x()) * size.width() + abs(beside.y()) * size.height()
            box.moveCenter(start + way * share + beside * (aside * reach))
            if room.contains(box) and not any(box.intersects(other) for other in filled):
                return box
    return QRectF()
