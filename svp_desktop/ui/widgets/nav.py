"""A list of headings at the left of a page: one is chosen, the page beside it follows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE

_Index = QModelIndex | QPersistentModelIndex


class _Headings(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(160), scaled(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(color("accent"), 2) if focus else Qt.PenStyle.NoPen)
            painter.setBrush(color("soft"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        face = font(10, 600 if chosen else 400)
        painter.setFont(face)
        painter.setPen(color("text"))
        words = box.adjusted(12, 0, -8, 0)
        text = QFontMetricsF(face).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, LEFT_MIDDLE, text)
        painter.restore()


class NavList(QListWidget):
    """Headings; `currentRowChanged(int)` as every list."""

    def __init__(self, name: str, width: int = 230) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Headings(self))
        self.setFixedWidth(scaled(width))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
