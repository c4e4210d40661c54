"""What does not fit on the screen: a button, a word or a field that is cut, or that cannot be reached by scrolling."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)

from svp_desktop.ui.messages import Snackbar
from svp_desktop.ui.widgets.base import ElidedLabel

_OWN_WAY = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QScrollBar, QTabBar)
_OVER = (Snackbar, QScrollBar)


def cut(window: QWidget) -> list[str]:
    """A line for everything that is shown and does not fit; nothing when all is well."""
    shown = [part for part in window.findChildren(QWidget) if part.isVisible() and not part.isWindow()]
    mine = [part for part in shown if not _inside(part, window, _OWN_WAY)]
    found = [f"{_name(part)}: {why}" for part in mine for why in (*_outside(part), *_too_small(part))]
    parents = dict.fromkeys(part.parentWidget() for part in mine)
    return found + [line for parent in parents if parent is not None for line in _over_each_other(parent)]


def _inside(part: QWidget, window: QWidget, kinds: tuple[type, ...]) -> bool:
    above = part.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, kinds):
            return True
        above = above.parentWidget()
    return False


def _name(part: QWidget) -> str:
    words = part.text() if isinstance(part, QAbstractButton | QLabel | QLineEdit) else ""
    above = part.parentWidget()
    return f"{type(part).__name__} {words or part.accessibleName()!r} in {type(above).__name__}"


def _outside(part: QWidget) -> Iterator[str]:
    """Past the edge of its parent; in a scroll area past the side to which it does not scroll."""
    above = part.parentWidget()
    area = above.parentWidget() if above is not None else None
    if above is None or isinstance(above, QSplitter) or isinstance(part, QScrollBar):
        return
    if isinstance(area, QScrollArea) and area.widget() is part:
        if (
            area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            and part.width() > above.width() + 1
        ):
            yield f"{part.width()} wide in a view of {above.width()}"
    elif not above.rect().contains(part.geometry()):
        yield f"{part.geometry().getRect()} in {above.size().toTuple()}"


def _too_small(part: QWidget) -> Iterator[str]:
    if isinstance(part, QToolButton):
        return
    if isinstance(part, QAbstractButton) and part.text():
        need = part.minimumSizeHint()
        if part.width() < need.width() or part.height() < min(need.height(), part.maximumHeight()) - 1:
            yield f"{part.size().toTuple()} for {need.toTuple()}"
    elif isinstance(part, QLabel) and part.text() and not isinstance(part, ElidedLabel):
        need = QSize(part.sizeHint().width() - 1, part.fontMetrics().height() - 3)
        if part.wordWrap():
            longest = max((part.fontMetrics().horizontalAdvance(word) for word in part.text().split()), default=0)
            need = QSize(longest - 1, part.heightForWidth(part.width()) - 1)
        if part.width() < need.width() or part.height() < need.height():
            yield f"{part.size().toTuple()} for {need.toTuple()}"


def _over_each_other(parent: QWidget) -> Iterator[str]:
    if isinstance(parent, (QStackedWidget, QSplitter, QScrollArea, QAbstractItemView)):
        return
    parts = [one for one in parent.children() if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()]
    parts = [one for one in parts if not isinstance(one, _OVER)]
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            both = one.geometry().intersected(other.geometry())
            if both.width() > 2 and both.height() > 2:
                yield f"{_name(one)} and {_name(other)} lie over each other"
