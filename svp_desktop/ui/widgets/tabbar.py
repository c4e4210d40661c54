"""The bar of tabs of the window."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar

from svp_desktop.ui.theme import font


class TabBar(QTabBar):
    """Tabs as wide as their bold text: the chosen one is bold, and nothing may move when another is chosen."""

    def tabSizeHint(self, index: int) -> QSize:
        wide = QFontMetrics(font(10, 600)).horizontalAdvance(self.tabText(index))
        return QSize(wide + 31, super().tabSizeHint(index).height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)
