"""A layout that wraps: chips from left to right, and a new line when the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lays out again on every resize; its height follows from its width."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arrange(box, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """At least a third of everything on one line: Qt takes a page's lowest height at its narrowest width, and a
        column of single chips would make every window too tall."""
        size, line = QSize(), 0
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
            line += item.sizeHint().width() + self._gap
        return QSize(max(size.width(), line // 3), size.height())

    def _arrange(self, box: QRect, *, move: bool) -> int:
        x, y = box.x(), box.y()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            # one that is longer than a whole line gives way, as far as it can
            size.setWidth(max(min(size.width(), box.width()), item.minimumSize().width()))
            if line and x + size.width() > box.right() + 1:
                y += self._place(line, y, move=move) + self._gap
                x, line = box.x(), []
            line.append((item, x, size))
            x += size.width() + self._gap
        return y + self._place(line, y, move=move) - box.y()

    @staticmethod
    def _place(line: list[tuple[QLayoutItem, int, QSize]], y: int, *, move: bool) -> int:
        """One line, its items around the same middle; returns its height."""
        height = max((size.height() for _, _, size in line), default=0)
        for item, x, size in line if move else ():
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
        return height


class Flow(QWidget):
    """A widget of wrapping items."""

    def __init__(self, *widgets: QWidget, gap: int = 6) -> None:
        super().__init__()
        self._flow = FlowLayout(gap)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._flow.addWidget(widget)
