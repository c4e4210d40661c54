"""From insight to exactly the incidents behind a number, and on to who waits for Esis, in the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop import app
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Bouw, Leerling, Naam
from svp_desktop.services.toegang import Clock
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme


@pytest.fixture
def echt(theme: Theme, werkplek: Werkplek, clock: Clock, shown: Callable[[QWidget], QWidget]) -> MainWindow:
    """The window with the pages of the program, over a school with eight incidents of two groups."""
    for at, group in enumerate(("Groep 6a", "Groep 7b")):
        group_id = werkplek.school.bewaar_groep(group, Bouw.BOVENBOUW).value
        child = Leerling(0, "", Naam("Noor"), str(at), jaargroep=8, groep_id=group_id)
        who = werkplek.personen.als_betrokkene(
            werkplek.personen.bewaar(child).value, frozenset({Betrokkenheid.SLACHTOFFER})
        )
        for day in range(2 + 2 * at, 6 + 2 * at):
            werkplek.incidenten.registreer(
                IncidentDraft(f"{day}-11-2026", "12.10" if day % 2 else "", "Gang", mand=Mand.GEEL,
                              soorten=(SoortKeuze(Soort.PESTEN),), betrokkenen=(who,), feiten="Er werd geduwd.")
            )  # fmt: skip
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    made = MainWindow(context, app.pages(), theme, "De Regenboog")
    made.resize(1366, 690)
    shown(made)
    made.show_page("inzicht")
    QApplication.processEvents()
    return made


def test_the_numbers_of_insight_and_of_the_list_are_the_same(echt: MainWindow) -> None:
    insight = echt.page("inzicht")
    (group,) = [bar for bar in insight.beeld.staven["groepen"].knoppen if bar.bar.naam == "Groep 6a"]
    group.setFocus()
    QTest.keyClick(group, Qt.Key.Key_Space)
    assert echt.current_code() == "incidenten"
    page = echt.page("incidenten").list
    assert page.bar.count.text() == "4 van 8 incidenten"
    assert page.model.rowCount() == group.bar.waarde == 4
    assert [chip.text() for chip in page.bar.keuzes.chips() if chip.isChecked()] == ["Groep: Groep 6a"]
    echt.show_page("inzicht")
    grid = insight.beeld.rooster
    grid.setFocus()
    # the last row but one holds what has no time, the last column all days
    for key in (*(Qt.Key.Key_Down,) * 30, Qt.Key.Key_Up, *(Qt.Key.Key_Right,) * 9, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    assert echt.current_code() == "incidenten"
    assert page.bar.count.text() == "4 van 8 incidenten"
    assert {page.model.row_at(at).tijd for at in range(4)} == {None}
    page.bar.clear_all.click()
    assert page.bar.count.text() == "8 incidenten"
    page.esis.link.click()
    assert echt.current_code() == "esis"
    assert echt.page("esis").model.rowCount() == 8


def test_who_waits_for_esis_is_read_in_two_goes_and_the_place_is_kept(echt: MainWindow, monkeypatch) -> None:
    monkeypatch.setattr("svp_desktop.ui.tabs.esis.tab.FIRST_PAGE", 3)
    echt.show_page("esis")
    page = echt.page("esis")
    assert page.model.rowCount() == 3
    assert page.titel._sub.text() == "De oudste bovenaan"
    page.table.select(1)
    QTest.qWait(20)
    assert (page.model.rowCount(), page.table.current()) == (8, 1)
    assert page.titel._sub.text() == "8 leerlingen, de oudste bovenaan"
    service = echt.context.werkplek.esis
    page.table.select(5)
    first = page.model.row_at(0)
    echt.context.hub.changed.emit(service.zet(first.incident_id, first.persoon_id).changes)
    QTest.qWait(20)
    assert (page.model.rowCount(), page.table.current()) == (7, 5)
    asked = list(reversed(service.open_ids()))
    lines = service.open_regels((first.id, *asked))
    assert [line.id for line in lines] == asked
    assert sorted((line.datum, line.incident_id) for line in lines) == [
        (line.datum, line.incident_id) for line in reversed(lines)
    ]
