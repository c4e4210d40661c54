"""The table of an import: one row a line of the voorstel, with its tick, what it is, old and new, and what to mind."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.domain.inlezen import WAT_WOORD, InleesRegel, InleesVoorstel, Verschil, Wat
from svp_desktop.domain.namen import vouw
from svp_desktop.ui.theme import color, draw_icon, font
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.table import Table

_Index = QModelIndex | QPersistentModelIndex
KOPPEN = ("", "Wat", "Naam", "Groep", "Verschil", "Let op")
GEKOZEN, WAT, NAAM, GROEP, VERSCHIL, LET_OP = range(6)
ICONEN = {
    Wat.NIEUW: "user-plus",
    Wat.GEWIJZIGD: "user-pen",
    Wat.VERTROKKEN: "user-minus",
    Wat.ONLEESBAAR: "file-warning",
    Wat.GELIJK: "check",
}


class RegelModel(QAbstractTableModel):
    """The lines that a filter leaves, and which lines are ticked. `chosen_changed` after each change of ticks."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[InleesRegel, ...] = ()
        self._shown: list[InleesRegel] = []
        self.gekozen: set[int] = set()

    def load(self, voorstel: InleesVoorstel) -> None:
        """Another voorstel, with its own ticks."""
        self._all = voorstel.regels
        self.gekozen = set(voorstel.standaard)
        self.filter()

    def filter(self, wat: Wat | None = None, zoek: str = "", let_op: bool = False) -> None:
        """Show one kind (None: everything that differs), a search, or only what needs attention."""
        words = vouw(zoek).split()
        self.beginResetModel()
        self._shown = [
            line
            for line in self._all
            if (line.wat is wat if wat else line.wat is not Wat.GELIJK)
            and (not let_op or line.let_op)
            and all(word in vouw(f"{line.naam} {line.groep}") for word in words)
        ]
        self.endResetModel()

    def regel(self, position: int) -> InleesRegel | None:
        """The line on this row."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def kies(self, nummers: Iterable[int], on: bool) -> None:
        """Tick or untick these lines."""
        if on:
            self.gekozen.update(nummers)
        else:
            self.gekozen.difference_update(nummers)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, LET_OP))
        self.chosen_changed.emit()

    def toggle(self, position: int) -> None:
        """Change the tick of this row, when it has one."""
        line = self.regel(position)
        if line is not None and line.te_kiezen:
            self.kies((line.nummer,), line.nummer not in self.gekozen)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(KOPPEN)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return KOPPEN[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.regel(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == GEKOZEN and line.te_kiezen:
            return Qt.CheckState.Checked if line.nummer in self.gekozen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, index.column())
        return None

    def _text(self, line: InleesRegel, column: int) -> str:
        if column == GEKOZEN:
            return "gekozen" if line.nummer in self.gekozen else ""
        if column == VERSCHIL:
            return ", ".join(map(verschil_tekst, line.verschillen)) or line.reden
        return ("", WAT_WOORD[line.wat], line.naam, line.groep, "", line.let_op)[column]


def verschil_tekst(item: Verschil) -> str:
    """One difference in words: "Groep: Middenbouw Duin → Bovenbouw Anker"."""
    return f"{item.veld}: {item.oud or 'leeg'} → {item.nieuw}"


class RegelCells(QStyledItemDelegate):
    """Draws the cells: the tick, the kind with its icon, old → new with the new one bold, and attention."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("soft"))
        painter.setPen(QPen(color("hover"), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right() + 1, box.bottom() - 0.5))
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        column = index.column()
        if column == GEKOZEN:
            _tick(painter, box, checked)
        elif column == VERSCHIL and line.verschillen:
            _changes(painter, box, line.verschillen)
        else:
            _words(painter, box, column, line, str(index.data() or ""))
        painter.restore()


def _tick(painter: QPainter, box: QRectF, checked: object) -> None:
    side = 18.0
    spot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    if checked is None:
        painter.setPen(QPen(color("muted"), 1.4))
        painter.drawLine(QPointF(spot.left() + 4, spot.center().y()), QPointF(spot.right() - 4, spot.center().y()))
        return
    on = checked in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
    painter.setPen(QPen(color("accent" if on else "control"), 1))
    painter.setBrush(color("accent" if on else "surface"))
    painter.drawRoundedRect(spot.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if on:
        draw_icon(painter, "check", "on", spot.left() + 2, spot.top() + 2, 14)


def _words(painter: QPainter, box: QRectF, column: int, line: InleesRegel, text: str) -> None:
    unreadable = line.wat is Wat.ONLEESBAAR
    icon, token = "", "text"
    if column == WAT:
        icon, token = ICONEN[line.wat], "danger" if unreadable else "text"
    elif column == LET_OP and text:
        icon = "corner-down-right" if unreadable else "triangle-alert"
    elif column == GROEP:
        token = "muted"
    inner = box.adjusted(8, 0, -8, 0)
    if icon:
        draw_icon(painter, icon, "warn" if icon == "triangle-alert" else token, inner.left(), box.center().y() - 8, 16)
        inner.adjust(22, 0, 0, 0)
    _draw(painter, inner, text, 600 if column == NAAM else 400, token)


def _changes(painter: QPainter, box: QRectF, changes: tuple[Verschil, ...]) -> None:
    inner = box.adjusted(8, 0, -8, 0)
    for item in changes:
        for text, weight, token in ((item.veld, 400, "muted"), (item.oud or "leeg", 400, "text"), ("→", 400, "muted"),
                                    (item.nieuw, 600, "text")):  # fmt: skip
            if inner.width() < 14:
                return
            inner.setLeft(inner.left() + _draw(painter, inner, text, weight, token) + 7)
        inner.setLeft(inner.left() + 8)


def _draw(painter: QPainter, box: QRectF, text: str, weight: int, token: str) -> float:
    face = font(10, weight)
    painter.setFont(face)
    painter.setPen(color(token))
    measure = QFontMetricsF(face)
    painter.drawText(box, LEFT_MIDDLE, measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
    return measure.horizontalAdvance(text)


class RegelTable(Table):
    """The table itself: a click on the first column or the space bar changes the tick."""

    def __init__(self, model: RegelModel) -> None:
        super().__init__(model, name="Regels van het bestand")
        self._regels = model
        self.setItemDelegate(RegelCells(self))
        self.set_widths((40, "Onleesbaar Mmm", "Lieke van de Wiel-Jacobs", "Bovenbouw Kompas 88", 245))
        self.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == GEKOZEN:
            self._regels.toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current() >= 0:
            self._regels.toggle(self.current())
        else:
            super().keyPressEvent(event)
