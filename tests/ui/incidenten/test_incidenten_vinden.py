"""The list finds again: orders, choices, days of long ago, views, and the way to Esis."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from svp_desktop.domain.groepsnamen import korte_groepen
from svp_desktop.domain.incident import Betrokkenheid, IncidentFilter, IncidentVolgorde, Mand
from svp_desktop.domain.momenten import MIDDAG
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.tabs.incidenten.rows import KOLOMMEN, OMSCHRIJVING, PLAATS, VOLGORDEN


def cells(desk, column: int) -> list[str]:
    model = desk.tab.list.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_every_column_sorts_by_its_header_and_from_the_menu_and_the_order_is_kept(school, open_desk) -> None:
    school.record("Oud.", datum="1-9-2026", tijd="", plaats="Gang")
    school.record("Nieuw.", datum="2-9-2026", tijd="9.15", plaats="Aula", mand=Mand.ROOD)
    desk = open_desk(school.werkplek)
    page = desk.tab.list
    header = page.table.horizontalHeader()
    page.columns.show_columns({"zichtbaar": [kolom.code for kolom in KOLOMMEN]})
    for column, order in VOLGORDEN.items():
        page.table.horizontalScrollBar().setValue(0)
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        desk.settle()
        assert page.table.order() == (order, False)
        assert sorted(cells(desk, OMSCHRIJVING)) == ["Nieuw.", "Oud."]
    page.columns.sorting.aboutToShow.emit()
    by_word = {action.text(): action for action in page.columns.sorting.actions()}
    by_word["Plaats"].trigger()
    assert cells(desk, PLAATS) == ["Aula", "Gang"]
    page.columns.sorting.aboutToShow.emit()
    page.columns.sorting.actions()[-1].trigger()
    assert cells(desk, PLAATS) == ["Gang", "Aula"]
    later = open_desk(school.unlock_again())
    assert later.tab.list.table.order() == (IncidentVolgorde.PLAATS, True)
    assert cells(later, PLAATS) == ["Gang", "Aula"]


def test_group_day_and_time_are_chosen_from_the_bar(school, open_desk) -> None:
    school.record("Dinsdag.", datum="24-11-2026", tijd="12.10")
    school.record("Maandag.", datum="23-11-2026", tijd="8.40")
    school.record("Geen tijd.", datum="23-11-2026", tijd="", betrokkenen=(
        school.werkplek.personen.als_betrokkene(school.ids["Anouk Smeets"], frozenset({Betrokkenheid.SLACHTOFFER})),
    ))  # fmt: skip
    desk = open_desk(school.werkplek)
    bar = desk.tab.list.bar
    found = {}
    for name, value in (
        ("groep", "Anker 8"), ("dag", 0), ("tijd", MIDDAG), ("tijd", frozenset({-1})),
        ("rol", (PersoonSoort.MEDEWERKER, Betrokkenheid.SLACHTOFFER)),
    ):  # fmt: skip
        bar.widen()
        bar.keuzes.pick(name, value)
        found[name, value] = sorted(cells(desk, OMSCHRIJVING))
    assert list(found.values()) == [
        ["Dinsdag.", "Maandag."], ["Geen tijd.", "Maandag."], ["Dinsdag."], ["Geen tijd."], ["Geen tijd."],
    ]  # fmt: skip
    assert bar.more.isChecked()
    assert [chip.text() for chip in bar.keuzes.chips() if chip.isChecked()] == ["Rol: medewerker als slachtoffer"]
    assert bar.count.text() == "1 van 3 incidenten"


def test_days_of_long_ago_that_another_page_asks_for_wait_for_a_reason(school, open_desk) -> None:
    school.record("Toen.", datum="5-3-2024")
    school.record("Later.", datum="5-3-2025")
    desk = open_desk(school.werkplek)
    page = desk.tab.list
    page.ask(IncidentFilter(vanaf=date(2024, 1, 1), tot=date(2024, 12, 31)))
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == []
    assert page.earlier.more.text() == "En 1 oudere: laat zien…"
    page.earlier.more.click()
    desk.keys("Gesprek met de ouders", Qt.Key.Key_Return)
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == ["Toen."]
    page.bar.widen()
    page.ask(IncidentFilter(vanaf=date(2024, 1, 1), tot=date(2024, 12, 31)))
    assert cells(desk, OMSCHRIJVING) == ["Toen."], "asked again, a reason that was given holds until the lock"


def test_under_the_list_stands_how_many_children_wait_for_esis(school, open_desk) -> None:
    number = school.record("Iets.")
    desk = open_desk(school.werkplek)
    asked: list[str] = []
    desk.tab.page_requested.connect(asked.append)
    esis = desk.tab.list.esis
    assert esis.link.text() == "Nog niet in Esis: 1 leerling"
    esis.link.click()
    assert asked == ["esis"]
    changes = school.werkplek.esis.zet(number, school.ids["Mees"]).changes
    desk.tab.refresh(changes)
    assert not esis.isVisible()


@pytest.mark.parametrize(
    ("name", "short"),
    [("Groep 6a, Groep 7b", "6a, 7b"), ("Bovenbouw Anker", "BB Anker"), ("Kanjers", "Kanjers"), ("Groep", "Groep")],
)
def test_a_group_is_short_in_its_column_and_whole_in_its_tooltip(name, short) -> None:
    assert korte_groepen(name) == short


def test_other_filters_choose_the_first_when_the_chosen_one_is_not_there_any_more(school, open_desk, qtbot) -> None:
    school.record("Geel.", mand=Mand.GEEL, datum="2-9-2026")
    school.record("Rood.", mand=Mand.ROOD, datum="1-9-2026")
    desk = open_desk(school.werkplek)
    page = desk.tab.list
    assert "Geel." in page.detail.text()
    page.bar.pick_mand(Mand.ROOD)
    qtbot.waitUntil(lambda: "Rood." in page.detail.text())
    page.bar.search.setText("rood")
    page.views.menu()["Gewone weergave"].trigger()
    assert "Rood." in page.detail.text(), "what is still in the list stays chosen"
    cross = page.bar.search.actions()[-1]
    assert (page.bar.search.text(), cross.isVisible()) == ("", False)


def test_a_view_whose_filters_were_changed_says_so(school, open_desk) -> None:
    school.record("Geel.", mand=Mand.GEEL)
    desk = open_desk(school.werkplek)
    page = desk.tab.list
    page.bar.pick_mand(Mand.GEEL)
    page.views.menu()["Deze weergave bewaren…"].trigger()
    desk.keys("Geel", Qt.Key.Key_Return)
    assert (page.views.chip.text(), page.views.chip.isChecked()) == ("Geel", True)
    page.bar.open.click()
    assert (page.views.chip.text(), page.views.chip.isChecked()) == ("Geel (anders)", False)
    page.bar.open.click()
    assert (page.views.chip.text(), page.views.chip.isChecked()) == ("Geel", True)
