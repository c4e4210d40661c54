"""Tab goes through a page as it is read, also through parts that were made later.

Qt puts every widget that is made later at the end of the window's chain: a row that is added, or a section that is
built on its first visit, would come after everything else. Here the order is taken from the layouts themselves.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def stops(page: QWidget) -> list[QWidget]:
    """Where Tab stops on this page, in the order in which it is read: left to right, top to bottom."""
    return list(_of_widget(page))


def step(page: QWidget, forward: bool) -> bool:
    """Move the keyboard one stop further on this page, and at its end out of it; False when it is elsewhere."""
    order, here = stops(page), QApplication.focusWidget()
    while here is not None and here not in order and here is not page:
        here = here.parentWidget()
    if here is None or here is page:
        return False
    there = order.index(here) + (1 if forward else -1)
    target = order[there] if 0 <= there < len(order) else _outside(page, here, forward)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _show(target)
    return True


def _outside(page: QWidget, here: QWidget, forward: bool) -> QWidget | None:
    """The next stop of the window that is not on this page.

    Not by Qt's own chain: whoever asks a widget for the next one becomes its parent for Python. The last button of a
    row would own the whole window, and when that row goes, Python takes every menu of the window for deleted.
    """
    around = stops(page.window())
    if here not in around:
        return None
    place = around.index(here)
    beyond = [*around[place + 1 :], *around[:place]]
    return next((stop for stop in (beyond if forward else reversed(beyond)) if not page.isAncestorOf(stop)), None)


def _show(target: QWidget) -> None:
    """Bring it into view in every body that scrolls."""
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target)
        above = above.parentWidget()


def _of_widget(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None or not widget.isVisible() or not widget.isEnabled():
        return
    if isinstance(widget, QScrollArea):
        # a body without a stop is scrolled with the arrow keys
        yield from list(_of_widget(widget.widget())) or [widget]
    elif isinstance(widget, QStackedWidget):
        yield from _of_widget(widget.currentWidget())
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from _of_widget(widget.widget(place))
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
        # a drawing with a real button on it
        for child in widget.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            yield from _of_widget(child)
    else:
        layout = widget.layout()
        yield from _of_layout(layout) if layout is not None else ()


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _of_widget(widget)
        elif inner is not None:
            yield from _of_layout(inner)
