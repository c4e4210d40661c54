"""The school's calendar among the settings: filled, edited, undone, and kept while it is half typed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.instellingen.kalender import KalenderPage
from svp_desktop.ui.tabs.instellingen.tab import InstellingenTab
from svp_desktop.ui.tasks import Immediately

JAAR = "2026-2027"


@pytest.fixture
def context(werkplek: Werkplek, clock: Callable[[], object]) -> Context:
    """What the page is given."""
    return Context(werkplek, Hub(), Scripted(), Immediately(), clock)


@pytest.fixture
def tab(context: Context, shown: Callable[[QWidget], QWidget]) -> InstellingenTab:
    """The heading Schoolkalender on the screen, of a school in region Midden."""
    tab = InstellingenTab(context)
    context.hub.changed.connect(tab.refresh)
    tab.resize(1270, 620)
    shown(tab)
    tab.school.regio.setCurrentIndex(tab.school.regio.findData("midden"))
    tab.bewaar.click()
    tab.headings.setCurrentRow(2)
    tab.kalender.jaar.setCurrentText(JAAR)
    return tab


@pytest.fixture
def page(tab: InstellingenTab) -> KalenderPage:
    """The page under that heading."""
    return tab.kalender


def _links(page: KalenderPage, words: str) -> list[QPushButton]:
    return [item for item in page.findChildren(QPushButton) if item.text() == words and page.isAncestorOf(item)]


def test_a_year_is_filled_compared_and_then_counts(page: KalenderPage, werkplek: Werkplek) -> None:
    assert "Vul de vakanties van uw regio in" in page.stand.text()
    assert not page.klaar.isVisible()
    page.vul.click()
    assert len(_links(page, "Wijzigen")) == 9
    assert "Vergelijk deze lijst met uw eigen rooster" in page.stand.text()
    page.klaar.click()
    assert "Schooldagen worden hiermee geteld" in page.stand.text()
    assert werkplek.kalender.lees().tel(date(2026, 12, 17), date(2027, 1, 5)) == 4


def test_a_study_day_is_added_told_when_wrong_removed_and_taken_back(
    context: Context, page: KalenderPage, werkplek: Werkplek
) -> None:
    page.vul.click()
    page.naam.setText("Studiedag")
    page.vanaf.setText("31-11-2026")
    page.bewaar.click()
    assert "bestaat niet" in page.fields["vanaf"].message()
    assert page.naam.text() == "Studiedag"
    page.vanaf.setText("27-11-2026")
    page.bewaar.click()
    assert werkplek.kalender.lees().is_schooldag(date(2026, 11, 27)) is False
    undo: list[Callable[[], None]] = []
    context.bar.undo_offered.connect(lambda text, action: undo.append(action))
    [remove] = [item for item in _links(page, "Weghalen") if "Studiedag" in (item.toolTip() or item.accessibleName())]
    remove.click()
    assert werkplek.kalender.lees().is_schooldag(date(2026, 11, 27)) is True
    undo[0]()
    assert werkplek.kalender.lees().is_schooldag(date(2026, 11, 27)) is False


def test_a_half_typed_line_comes_back(
    tab: InstellingenTab, page: KalenderPage, context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    page.naam.setText("Studiedag team")
    page.vanaf.setText("27-1")
    again = InstellingenTab(context)
    shown(again)
    again.go_to(tab.place())
    assert (again.kalender.naam.text(), again.kalender.vanaf.text()) == ("Studiedag team", "27-1")
