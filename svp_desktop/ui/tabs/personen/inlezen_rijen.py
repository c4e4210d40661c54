"""The lines of an import: ticked or not, what each would change, and why a line cannot be taken over."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.domain.inlezen import WAT_WOORD, InleesRegel, Wat
from svp_desktop.domain.namen import vouw
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.table import Table

_Index = QModelIndex | QPersistentModelIndex
WAT_ICOON = {
    Wat.ONLEESBAAR: ("file-warning", "danger"),
    Wat.VERTROKKEN: ("user-minus", "text"),
    Wat.GEWIJZIGD: ("user-pen", "text"),
    Wat.NIEUW: ("user-plus", "text"),
    Wat.GELIJK: ("check", "muted"),
}
_HEADS = ("", "Wat", "Leerling", "Groep", "Verschil", "Let op")
TICK, KIND, NAME, GROUP, CHANGE, NOTE = range(6)


def verschil(line: InleesRegel) -> str:
    """What changes, in words: "Groep: Duin → Rivier"."""
    changes = "; ".join(f"{item.veld}: {item.oud or '–'} → {item.nieuw}" for item in line.verschillen)
    return changes or line.reden


class InleesRijen(QAbstractTableModel):
    """The lines of a voorstel with their ticks. `ticked` after the user ticks."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[InleesRegel] = ()
        self._shown: Sequence[InleesRegel] = ()
        self._chosen: set[int] = set()
        self._kinds: frozenset[Wat] = frozenset()
        self._text = ""

    def show(self, lines: Sequence[InleesRegel], chosen: frozenset[int]) -> None:
        """Show these lines, those in `chosen` ticked."""
        self._all, self._chosen = lines, set(chosen)
        self._filter()

    def set_filter(self, kinds: frozenset[Wat], text: str) -> None:
        """Only lines of these kinds with these letters in the name; ticks stay."""
        self._kinds, self._text = kinds, vouw(text.strip())
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            line for line in self._all if line.wat in self._kinds and self._text in vouw(f"{line.naam} {line.groep}")
        ]
        self.endResetModel()

    def chosen(self) -> frozenset[int]:
        """The numbers of the ticked lines."""
        return frozenset(self._chosen)

    def line(self, position: int) -> InleesRegel:
        """The line at this position."""
        return self._shown[position]

    def is_chosen(self, line: InleesRegel) -> bool:
        """True when the line is ticked."""
        return line.nummer in self._chosen

    def set_chosen(self, line: InleesRegel, on: bool) -> None:
        """Tick or untick a line that may be ticked."""
        if not line.te_kiezen:
            return
        (self._chosen.add if on else self._chosen.discard)(line.nummer)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, NOTE))
        self.ticked.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK and line.te_kiezen:
            return Qt.CheckState.Checked if self.is_chosen(line) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            name = line.naam or f"Regel {line.bestandsregel}"
            return ("", WAT_WOORD[line.wat], name, line.groep, verschil(line), line.let_op)[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Cells(QStyledItemDelegate):
    def __init__(self, rows: InleesRijen, parent: Table) -> None:
        super().__init__(parent)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: InleesRegel = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("soft"))
        painter.setPen(QPen(color("hover"), 1))
        base = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left(), base), QPointF(box.right() + 1, base))
        if index.column() == TICK:
            self._tick(painter, box, line)
        else:
            self._words(painter, box.adjusted(8, 0, -6, 0), line, index.column(), str(index.data() or ""))
        painter.restore()

    def _tick(self, painter: QPainter, box: QRectF, line: InleesRegel) -> None:
        size = scaled(18)
        x, y = box.center().x() - size / 2, box.center().y() - size / 2
        if not line.te_kiezen:
            draw_icon(painter, "minus", "muted", x + 1, y + 1, 16)
            return
        on = self._rows.is_chosen(line)
        painter.setPen(QPen(color("accent" if on else "control"), 1))
        painter.setBrush(color("accent" if on else "surface"))
        painter.drawRoundedRect(QRectF(round(x) + 0.5, round(y) + 0.5, size - 1, size - 1), 4, 4)
        if on:
            draw_icon(painter, "check", "on", x + 1, y + 1, 16)

    def _words(self, painter: QPainter, box: QRectF, line: InleesRegel, column: int, text: str) -> None:
        token, weight = "text", 400
        if column == KIND:
            icon, token = WAT_ICOON[line.wat]
            draw_icon(painter, icon, token, box.left(), box.center().y() - 8, 16)
            box = box.adjusted(22, 0, 0, 0)
        elif column == NAME:
            weight = 600
        elif column in (GROUP, CHANGE):
            token = "muted" if column == GROUP or line.wat is not Wat.ONLEESBAAR else "text"
        elif column == NOTE and text:
            late = line.wat is Wat.ONLEESBAAR
            draw_icon(painter, "corner-down-right" if late else "triangle-alert", "muted" if late else "warn",
                      box.left(), box.center().y() - 7, 14)  # fmt: skip
            box = box.adjusted(20, 0, 0, 0)
        if not self._rows.is_chosen(line) and line.te_kiezen and column in (NAME, CHANGE):
            token = "muted"
        face = font(10, weight)
        painter.setFont(face)
        painter.setPen(color(token))
        painter.drawText(
            box, LEFT_MIDDLE, QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        )


class InleesTabel(Table):
    """The table of an import: a click on the first column or Space ticks the line."""

    def __init__(self, rows: InleesRijen) -> None:
        super().__init__(rows, name="Wat er verandert")
        self._rows = rows
        self.setItemDelegate(_Cells(rows, self))
        self.set_widths([44, "Onleesbaar mm", 190, "Middenbouw Rivier", 270])

    def _toggle(self, position: int) -> None:
        line = self._rows.line(position)
        self._rows.set_chosen(line, not self._rows.is_chosen(line))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current() >= 0 and event.type() == QEvent.Type.KeyPress:
            self._toggle(self.current())
        else:
            super().keyPressEvent(event)
