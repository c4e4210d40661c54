"""Tab goes through a page as it is read, and out of it into the rest of the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from svp_desktop.ui.context import TabPage
from svp_desktop.ui.widgets.buttons import button

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Page(TabPage):
    """A page with a button that goes, as a row of a list does."""

    as_read = True

    def __init__(self) -> None:
        super().__init__()
        self.stays, self.goes = button("Blijft"), button("Gaat")
        layout = QVBoxLayout(self)
        layout.addWidget(self.stays)
        layout.addWidget(self.goes)


def test_a_row_that_goes_after_tab_left_it_takes_no_menu_of_the_window_along(
    shown: Callable[[QWidget], QWidget],
) -> None:
    window, page, menu = QWidget(), Page(), QMenu()
    tick = menu.addAction("Alleen open")
    above = button("Filter", menu=menu)
    layout = QVBoxLayout(window)
    layout.addWidget(above)
    layout.addWidget(page)
    shown(window)
    page.goes.setFocus()
    for key, modifier in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier(0)),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        assert QApplication.focusWidget() is (above if not modifier.value else page.goes)
    page.goes.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert tick.text() == "Alleen open"
