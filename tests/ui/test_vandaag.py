"""Vandaag: the counts choose what is listed, and nothing that waits is out of reach."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.school import Leerling, Medewerker, Naam
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.vandaag.tab import VandaagTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.widgets.base import Label
from svp_desktop.ui.widgets.buttons import Tile

#: The Tuesday of the clock of the tests.
_TODAY = date(2026, 11, 24)


@pytest.fixture
def casus(werkplek: Werkplek) -> int:
    people = werkplek.personen
    kind = people.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"), "1", date(2016, 3, 4), 8)).value
    juf = people.bewaar(Medewerker(0, "", Naam("Marit", "", "Smeets"))).value
    return werkplek.casussen.open(CasusDraft(kind, None, juf, "Zorg over de pauzes.", "Samen spelen.")).value


@pytest.fixture
def plan(werkplek: Werkplek, casus: int) -> Callable[[int], None]:
    """Plans an action so many days from today."""

    def add(days: int) -> None:
        day = _TODAY + timedelta(days=days)
        draft = ActieDraft("relatiegebaar", f"{day:%d-%m-%Y}", wie="juf Marit", gedaan=False)
        werkplek.casussen.leg_vast(casus, draft)

    return add


@pytest.fixture
def page(werkplek: Werkplek, clock, shown: Callable[[QWidget], QWidget]) -> Callable[[], VandaagTab]:
    def make() -> VandaagTab:
        made = VandaagTab(Context(werkplek, Hub(), Scripted(), Immediately(), clock))
        made.resize(1270, 640)
        shown(made)
        return made

    return make


def _tile(tab: VandaagTab, title: str) -> Tile:
    return next(tile for tile in tab.findChildren(Tile) if tile.accessibleName().endswith(title))


def _days(tab: VandaagTab) -> list[int]:
    """The days from today of what is listed."""
    QTest.qWait(1)
    lines = [found.property("task") for found in tab.findChildren(QPushButton) if found.isVisible()]
    return [(task.datum - _TODAY).days for task in lines if task is not None]


def _link(tab: VandaagTab, words: str) -> QPushButton:
    return next(found for found in tab.findChildren(QPushButton) if found.isVisible() and found.text() == words)


def test_a_count_lists_what_it_counts_and_a_second_press_lists_everything(page, plan) -> None:
    for days in (-3, 0, 2, 5, 6):
        plan(days)
    tab = page()
    assert _days(tab) == [-3, 0, 2, 5, 6]
    for title, days in (("Te laat", [-3]), ("Vandaag", [0]), ("Deze week", [2, 5])):
        tile = _tile(tab, title)
        tile.setFocus()
        QTest.keyClick(tile, " ")
        assert _days(tab) == days
        assert tile.accessibleName() == f"{len(days)} {title}"
        assert [one.isChecked() for one in tab.findChildren(Tile)].count(True) == 1
    QTest.keyClick(_tile(tab, "Deze week"), " ")
    assert _days(tab) == [-3, 0, 2, 5, 6]


def test_everything_that_waits_can_be_listed(page, plan) -> None:
    for days in range(1, 16):
        plan(days)
    tab = page()
    assert len(_days(tab)) == 10
    _link(tab, "Alle 15 tonen").click()
    assert _days(tab) == list(range(1, 16))
    _link(tab, "Minder tonen").click()
    assert len(_days(tab)) == 10


def test_a_count_of_nothing_says_so(page, plan) -> None:
    plan(6)
    tab = page()
    _tile(tab, "Te laat").click()
    assert _days(tab) == []
    assert "Er is niets te laat." in [found.text() for found in tab.findChildren(Label)]


def test_what_is_listed_is_so_again_after_a_lock(page, plan) -> None:
    for days in (0, 6):
        plan(days)
    tab = page()
    _tile(tab, "Vandaag").click()
    again = page()
    again.go_to(tab.place())
    assert _tile(again, "Vandaag").isChecked()
    assert _days(again) == [0]
    again.go_to({"welke": "volgend jaar"})
    assert _days(again) == [0, 6]


def test_every_unfinished_draft_can_be_reached(page, werkplek: Werkplek) -> None:
    for number in range(6):
        werkplek.concepten.bewaar(f"incident:{number}", {"feiten": "Half"}, "een nieuw incident")
    tab, asked = page(), []
    tab.draft_requested.connect(asked.append)
    _link(tab, "Alle 6 tonen").click()
    QTest.qWait(1)
    ways = [found for found in tab.findChildren(QPushButton) if found.isVisible() and found.text() == "Verder gaan"]
    for way in ways:
        way.click()
    assert sorted(asked) == [f"incident:{number}" for number in range(6)]
