"""A list of headings at the left of a page: one is chosen, the page beside it follows."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE

_Index = QModelIndex | QPersistentModelIndex
_LEAST = 170
_EDGE, _LEFT, _RIGHT = 4, 12, 8
_WRAPPED = int(LEFT_MIDDLE) | int(Qt.TextFlag.TextWordWrap)


class _Headings(QStyledItemDelegate):
    def __init__(self, view: "NavList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its words need when they are bold, so that nothing moves when it is chosen."""
        room = QRectF(0, 0, self._view.viewport().width() - 2 * _EDGE - _LEFT - _RIGHT, 1000)
        words = QFontMetricsF(font(10, 600)).boundingRect(room, _WRAPPED, str(index.data()))
        return QSize(scaled(120), max(scaled(36), ceil(words.height()) + scaled(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = QRectF(option.rect).adjusted(_EDGE, 1, -_EDGE, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(color("accent"), 2) if focus else Qt.PenStyle.NoPen)
            painter.setBrush(color("soft"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(font(10, 600 if chosen else 400))
        painter.setPen(color("text"))
        painter.drawText(box.adjusted(_LEFT, 0, -_RIGHT, 0), _WRAPPED, str(index.data()))
        painter.restore()


class NavList(QListWidget):
    """Headings; `currentRowChanged(int)` as every list. It gives way to what stands beside it: its words wrap."""

    def __init__(self, name: str, width: int = 230) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Headings(self))
        self.setMinimumWidth(scaled(min(width, _LEAST)))
        self.setMaximumWidth(scaled(width))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())
