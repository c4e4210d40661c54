"""Labels, layouts and frames: the smallest shared parts. Every label shows plain text: a name may be `<b>`."""

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from svp_desktop.ui.theme import draw_icon

TOP = Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignHCenter
LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

#: What a layout takes: a widget or layout, an int (fixed space), None (stretch), or one with a stretch or alignment.
Item: TypeAlias = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | tuple[QWidget, Qt.AlignmentFlag] | None
Margins: TypeAlias = tuple[int, int, int, int]


class Label(QLabel):
    """A plain-text label. A wrapping one does not dictate the minimum height of its window: Qt would guess a narrow
    width for it and ask for a taller window than is needed; heightForWidth still gives the real height."""

    def __init__(self, text: str | QWidget = "", role: str | None = None, *, wrap: bool = False) -> None:
        # a generated form hands in the parent, and the text later
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(40, self.fontMetrics().height())
        return super().minimumSizeHint()

    def set_role(self, role: str) -> None:
        """Another role (h1, h2, h3, muted, small, label, danger, warn, ok, link, lead, num) after it was shown."""
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)


class ElidedLabel(Label):
    """A one-line label that gives way: too long a text ends in an ellipsis and stands whole in the tooltip."""

    def __init__(self, text: str | QWidget = "", role: str | None = None) -> None:
        super().__init__(text, role)
        self.setToolTip(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | MIDDLE), text)


class Icon(QWidget):
    """An icon beside a text; decorative unless it gets a name for screen readers."""

    def __init__(self, name: str, token: str = "muted", size: int = 16, meaning: str = "") -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)
        self.setAccessibleName(meaning)

    def set_icon(self, name: str, token: str | None = None) -> None:
        """Another icon, of the same size."""
        self._name, self._token = name, token or self._token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._name, self._token, 0, 0, self._size)


def label(text: str, role: str | None = None, *, wrap: bool = False) -> Label:
    """A plain-text label in one of the roles of the style sheet."""
    return Label(text, role, wrap=wrap)


def row(*items: Item, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QHBoxLayout:
    """Items from left to right."""
    made = QHBoxLayout()
    _fill(made, items, margins, spacing)
    return made


def col(*items: Item, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QVBoxLayout:
    """Items from top to bottom."""
    made = QVBoxLayout()
    _fill(made, items, margins, spacing)
    return made


def _fill(layout: QHBoxLayout | QVBoxLayout, items: Iterable[Item], margins: Margins, spacing: int) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        add(layout, item)


def add(layout: QHBoxLayout | QVBoxLayout, item: Item) -> None:
    """Add one item, as `row` and `col` do."""
    if item is None:
        layout.addStretch(1)
    elif isinstance(item, int):
        layout.addSpacing(item)
    elif isinstance(item, QLayout):
        layout.addLayout(item)
    elif isinstance(item, QWidget):
        layout.addWidget(item)
    elif isinstance(item[1], Qt.AlignmentFlag):
        assert isinstance(item[0], QWidget)
        layout.addWidget(item[0], 0, item[1])
    elif isinstance(item[0], QLayout):
        layout.addLayout(item[0], item[1])
    else:
        layout.addWidget(item[0], item[1])


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it, to build it anew."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout."""
    widget = QWidget()
    widget.setProperty("clear", True)
    widget.setLayout(layout)
    return widget


def rule(kind: str = "h") -> QFrame:
    """A hairline, horizontal (`h`) or vertical (`v`)."""
    frame = QFrame()
    frame.setProperty("rule", kind)
    return frame


def card(
    *items: Item,
    title: str = "",
    right: Iterable[QWidget | QLayout] = (),
    margins: Margins = (16, 12, 16, 14),
    spacing: int = 8,
    sub: bool = False,
) -> QFrame:
    """A white card that holds content, with an optional title and things at its right; `sub` is a box in a card."""
    frame = QFrame()
    frame.setProperty("sub" if sub else "card", True)
    body = col(margins=margins, spacing=spacing)
    if title:
        body.addLayout(row(label(title, "h2"), None, *right))
    for item in items:
        add(body, item)
    frame.setLayout(body)
    return frame


def framed(view: QWidget) -> QFrame:
    """A view with round corners: a border radius does not clip header and rows, so a frame around it has them."""
    frame = QFrame()
    frame.setProperty("card", True)
    frame.setLayout(col((view, 1), margins=(1, 5, 1, 5)))
    return frame


def scroll(content: QWidget | QLayout) -> QScrollArea:
    """A body that scrolls while title, stage bar and the filled button stay in view."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = content if isinstance(content, QWidget) else holder(content)
    inner.setProperty("clear", True)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    area.setMinimumHeight(110)
    return area


def repolish(widget: QWidget) -> None:
    """Read the style sheet again after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_state(widget: QWidget, state: str) -> None:
    """`error` for a field with a blocking finding, or an empty text."""
    if (widget.property("state") or "") != state:
        widget.setProperty("state", state)
        repolish(widget)
