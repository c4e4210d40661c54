"""The lines of the chronology of a child: model and delegate."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.domain.datums import lijst
from svp_desktop.domain.kindverloop import KINDSOORTEN, KindRegel, KindSoort
from svp_desktop.domain.labels import label
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.painted import draw_mand, draw_mand_shape, mand_width

_Index = QModelIndex | QPersistentModelIndex
_ICONS = {
    KindSoort.INCIDENT: "flag",
    KindSoort.CASUS: "footprints",
    KindSoort.OVERLEG: "messages-square",
    KindSoort.AFSPRAAK: "check",
    KindSoort.BESPREEKPUNT: "list",
    KindSoort.ESIS: "send",
}


class KindRows(QAbstractListModel):
    """UserRole is the line, DisplayRole what a screen reader says, the tooltip the whole sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[KindRegel] = ()

    def set_rows(self, rows: Sequence[KindRegel]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> Sequence[KindRegel]:
        """The lines that are shown."""
        return self._rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            mand = f", mand {label(row.mand).lower()}" if row.mand else ""
            return f"{lijst(row.datum)}, {KINDSOORTEN[row.soort]}: {row.titel}, {row.zin}{mand}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.titel}, {row.zin}" if row.zin else row.titel
        return None


class KindDelegate(QStyledItemDelegate):
    """One line an event: day, icon on the line of time, title, sentence, and its mand at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(300), scaled(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: KindRegel = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("soft"))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), color("accent"))
        axis = box.left() + scaled(140)
        _words(
            painter, QRectF(box.left() + 12, box.top(), axis - box.left() - scaled(18), box.height()),
            lijst(row.datum), font(9.5), "muted",
        )  # fmt: skip
        self._axis(painter, row, axis, box)
        right = box.right() - 12
        if row.mand:
            right -= mand_width(row.mand)
            draw_mand(painter, right, box.center().y(), row.mand)
            right -= 12
        left = axis + scaled(24)
        used = _words(painter, QRectF(left, box.top(), right - left, box.height()), row.titel, font(10, 600), "text")
        rest = QRectF(left + used + 10, box.top(), right - left - used - 10, box.height())
        if rest.width() > 24:
            _words(painter, rest, row.zin, font(9.5), "muted")
        painter.restore()

    @staticmethod
    def _axis(painter: QPainter, row: KindRegel, axis: float, box: QRectF) -> None:
        middle = box.center().y()
        painter.setPen(QPen(color("line"), 2))
        painter.drawLine(QPointF(axis, box.top()), QPointF(axis, box.bottom() + 1))
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(axis, middle), 11.5, 11.5)
        if row.mand:
            draw_mand_shape(painter, row.mand, axis, middle, 5, color("ink"))
        else:
            draw_icon(painter, _ICONS[row.soort], "accent" if row.loopt else "ink", axis - 7, middle - 7, 14)


def _words(painter: QPainter, box: QRectF, text: str, face: QFont, token: str) -> float:
    """Draw within the box, elided; returns the width that was used."""
    measure = QFontMetricsF(face)
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
    painter.setFont(face)
    painter.setPen(color(token))
    painter.drawText(box, LEFT_MIDDLE, shown)
    return measure.horizontalAdvance(shown)
