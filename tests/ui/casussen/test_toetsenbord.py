"""The whole casus by keyboard: Tab goes through each section as it is read, also through rows that were added later."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.casus_mensen import SteunfiguurDraft
from svp_desktop.domain.school import Naam, Ouder, OuderVan
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.widgets.dates import DateEdit
from tests.ui.casussen.conftest import Way


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _tab(*, back: bool = False) -> QWidget:
    QTest.keyClick(_focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier(0))
    return _focus()


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else widget.toolTip())


@pytest.fixture
def beside(tab: CasussenTab, shown: Callable[[QWidget], QWidget]) -> Iterator[QPushButton]:
    """Something else in the window, above the tab."""
    window, other = QWidget(), QPushButton("Vergrendelen")
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(tab)
    window.resize(1270, 660)
    shown(window)
    yield other
    tab.setParent(None)


def test_tab_reads_a_section_and_leaves_it(tab: CasussenTab, beside: QPushButton, way: Way, qtbot: QtBot) -> None:
    work, casus = way.werkplek, way.open()
    tab.show_record(casus)
    section = tab.page.secties.show_section("mensen")
    # rows that come after the section was built
    work.personen.bewaar(Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.kind, "moeder"),)))
    work.casusmensen.bewaar_steunfiguur(casus, SteunfiguurDraft(naam="Opa Gerard", relatie="opa"))
    tab.reload()
    QApplication.processEvents()
    beside.window().activateWindow()
    qtbot.waitUntil(beside.window().isActiveWindow)
    assert section is not None
    tab.page.secties.keuze.parts()[1].setFocus()
    walked = []
    while tab.isAncestorOf(_tab()):
        walked.append(_name(_focus()))
        assert len(walked) < 30, "the keyboard is kept in the section"
    parent, steun, last = (
        next(at for at, name in enumerate(walked) if word in name) for word in ("Karin", "Opa", "Naam")
    )
    assert parent < steun < last
    assert _focus() is beside
    # and the way back is the same way
    tab.page.secties.keuze.parts()[1].setFocus()
    _tab()
    assert _tab(back=True) is tab.page.secties.keuze.parts()[1]


@pytest.mark.parametrize("code", ["gesprekken", "herstel", "thuisschool", "taken"])
def test_a_day_is_called_by_what_it_is(tab: CasussenTab, way: Way, code: str) -> None:
    tab.show_record(way.open())
    section = tab.page.secties.show_section(code)
    assert section is not None
    section.primary_new()
    names = [_name(day) for day in section.findChildren(DateEdit)]
    assert "" not in names
    assert len(names) == len(set(names)), names
