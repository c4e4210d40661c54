"""The drawing of the ladder. One ink: place, fill and dash carry the meaning, so a black-and-white print says the same.

Above: a rung for each action. Below: a line for each pijler. An action is one stem that hangs from its rung on its day
and puts a note on every pijler it serves. An empty pijler lies over the stems as a white strip with a button.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from svp_desktop.domain.acties import ACTIE_VAN_CODE, Actie, Pijler
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.datums import dag_kort, in_woorden
from svp_desktop.domain.labels import label
from svp_desktop.domain.ladder import Ladder, passende_acties
from svp_desktop.ui.tabs.casussen.ladder_paint import Geometry, LadderPainter
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.choice import focus_ring


class LadderView(QWidget):
    """Shows a ladder; hover and arrow keys walk the actions, Enter or a click opens one.

    `opened(actie_id)`; `wanted(pijler)` when the button of an empty pijler is pressed.
    """

    opened = Signal(int)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ladder: Ladder | None = None
        self._alle = False
        self._stil_na = 4
        self._leeg: Mapping[Pijler, str] = {}
        self._current = -1
        self._choose = button("Actie kiezen", "plus", small=True)
        self._choose.setParent(self)
        self._choose.setStyleSheet("padding:0 8px;min-height:16px")
        self._choose.clicked.connect(self._want)
        self._choose.hide()
        self._several = QMenu(self)
        self._several.triggered.connect(self._chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Ladder: acties per pijler in de tijd")

    def show_ladder(self, ladder: Ladder, alle: bool, stil_na: int, leeg: Mapping[Pijler, str]) -> None:
        """Draw this ladder, with only the actions in use or all 17; a pijler is quiet after `stil_na` weeks, and one
        without actions has the sentence of `leeg`."""
        self._ladder, self._alle, self._stil_na, self._current = ladder, alle, stil_na, -1
        self._leeg = leeg
        stands = [f"{label(stand.pijler)} {stand.aantal} keer" for stand in ladder.pijlers()]
        self.setAccessibleDescription("; ".join(stands))
        empty = () if ladder.gesloten else ladder.lege_pijlers()
        self._choose.setVisible(bool(empty))
        if empty:
            self._choose.setAccessibleName(f"Actie kiezen voor {label(empty[0])}")
            self._choose.setToolTip(self._hint(empty[0]))
        self.updateGeometry()
        self._place_button()
        self.update()

    def geometry_now(self) -> Geometry | None:
        """Where everything stands at this size."""
        if self._ladder is None:
            return None
        return Geometry.of(self._ladder, self._alle, self.width())

    def sizeHint(self) -> QSize:
        found = self.geometry_now()
        return QSize(scaled(720), found.height if found else scaled(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(560), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.geometry_now()
        if self._ladder is None or found is None:
            return
        painter = QPainter(self)
        empty = self._ladder.lege_pijlers()
        hints = {pijler: self._hint(pijler) for pijler in empty}
        room = self._choose.width() + 14 if self._choose.isVisibleTo(self) else 0
        LadderPainter(painter, self._ladder, found, self._alle, self._stil_na).paint(hints, room, self._marked())
        if self.hasFocus():
            focus_ring(painter, self, 4)

    def _hint(self, pijler: Pijler) -> str:
        """What to think of; of a closed casus it is too late for that."""
        if self._ladder is not None and self._ladder.gesloten:
            return ""
        names = " of ".join(actie.kort for actie in passende_acties(pijler))
        return self._leeg[pijler].replace("{acties}", names)

    def _marked(self) -> CasusActie | None:
        actions = self._walk()
        return actions[self._current] if 0 <= self._current < len(actions) else None

    def _walk(self) -> list[CasusActie]:
        """The actions in view, from left to right."""
        if self._ladder is None:
            return []
        shown = [item for item in self._ladder.acties if self._ladder.in_beeld(item.datum)]
        return sorted(shown, key=lambda item: (item.datum, item.id))

    # -- keyboard, mouse, tooltips

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = self._walk()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step and actions:
            start = -1 if step > 0 else len(actions)
            begin = self._current if self._current >= 0 else start
            self._current = max(0, min(len(actions) - 1, begin + step))
            self._say(actions[self._current])
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marked():
            self.opened.emit(actions[self._current].id)
        else:
            super().keyPressEvent(event)

    def _say(self, action: CasusActie) -> None:
        self.setAccessibleDescription(describe(action))
        found = self.geometry_now()
        if self._ladder and found:
            point = QPoint(round(found.x(self._ladder, action.datum)), round(found.rung_y(action.actie)))
            QToolTip.showText(self.mapToGlobal(point), describe(action), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        if not hit or event.button() != Qt.MouseButton.LeftButton:
            return
        if len(hit) == 1:
            self.opened.emit(hit[0].id)
            return
        self._several.clear()
        for item in hit:
            self._several.addAction(_named(item)).setData(item.id)
        self._several.popup(event.globalPosition().toPoint())

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.opened.emit(int(action.data()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            hit = self._at(QPointF(event.pos()))
            words = "\n".join(map(describe, hit)) if hit else self._rung_help(event.pos())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _rung_help(self, point: QPoint) -> str:
        found = self.geometry_now()
        actie: Actie | None = found.rung_at(point.y()) if found and point.x() < found.left else None
        return f"{actie.naam}. {actie.omschrijving}" if actie else ""

    def _at(self, point: QPointF) -> tuple[CasusActie, ...]:
        """The actions whose stem or note lies under the pointer."""
        found = self.geometry_now()
        if self._ladder is None or found is None:
            return ()
        ladder, x = self._ladder, point.x()
        near = [note for note in found.notes(ladder) if abs(found.x(ladder, note[0].datum) - x) <= scaled(6)]
        inside = [note for note in near if found.rung_y(note[0].actie) - 8 <= point.y() <= found.foot_y(note[0])]
        return min(inside, key=lambda note: abs(found.x(ladder, note[0].datum) - x), default=())

    # -- the button of an empty pijler

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        found = self.geometry_now()
        if self._ladder is None or found is None or not self._ladder.lege_pijlers():
            return
        high = scaled(18)
        self._choose.resize(self._choose.sizeHint().width(), high)
        middle = found.lane_y(self._ladder.lege_pijlers()[0])
        self._choose.move(round(found.right - self._choose.width() - 3), round(middle - high / 2))

    @Slot()
    def _want(self) -> None:
        if self._ladder is not None and self._ladder.lege_pijlers():
            self.wanted.emit(self._ladder.lege_pijlers()[0])


def _named(action: CasusActie) -> str:
    """One of several in a menu."""
    who = f", {action.wie}" if action.wie else ""
    return f"{dag_kort(action.datum)}  {ACTIE_VAN_CODE[action.actie].kort}{who}".replace("&", "&&")


def describe(action: CasusActie) -> str:
    """One action in words: for tooltips and screen readers."""
    actie = ACTIE_VAN_CODE[action.actie]
    state = "gedaan" if action.gedaan else "gepland"
    until = f" tot en met {dag_kort(action.tot)}" if action.tot else ""
    serves = ", ".join(label(pijler) for pijler in actie.pijlers) or "geen pijler in het plan"
    who = f", {action.wie}" if action.wie else ""
    return f"{actie.kort}, {in_woorden(action.datum)}{until}, {state}{who}. Pijlers: {serves}."
