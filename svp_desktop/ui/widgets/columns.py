"""Columns that become fewer when the window or the letters leave no room for them beside each other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import row


class ThreeColumns(QWidget):
    """Under `least` pixels of width, at the usual size of letters, the third column goes under the first."""

    def __init__(self, first: QWidget, second: QWidget, third: QWidget, *, least: int, spacing: int = 12) -> None:
        super().__init__()
        self._columns, self._least, self._narrow = (first, second, third), least, False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        self._place()

    def _place(self) -> None:
        first, second, third = self._columns
        for column in self._columns:
            self._grid.removeWidget(column)
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, 0, 1, 2 if self._narrow else 1, 1)
        self._grid.addWidget(third, *((1, 0) if self._narrow else (0, 2)))
        for number in range(3):
            self._grid.setColumnStretch(number, 0 if self._narrow and number == 2 else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < scaled(self._least)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()


class TwoColumns(QWidget):
    """Under `least` pixels of width, at the usual size of letters, or when both do not fit beside each other, the
    second column goes under the first."""

    def __init__(
        self, first: QWidget, second: QWidget, *, least: int, stretch: tuple[int, int] = (1, 1), spacing: int = 12
    ) -> None:
        super().__init__()
        self._columns, self._least = (first, second), least
        self._row = row((first, stretch[0]), (second, stretch[1]), spacing=spacing)
        self.setLayout(self._row)

    def minimumSizeHint(self) -> QSize:
        """No wider than under each other: otherwise what scrolls it would keep it too wide."""
        return QSize(max(self._widths()), super().minimumSizeHint().height())

    def _widths(self) -> list[int]:
        return [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._columns]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= max(scaled(self._least), sum(self._widths()) + self._row.spacing())
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
