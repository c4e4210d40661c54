"""The list and the reading view."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.incident import (
    Betrokkenheid,
    Ernst,
    IncidentFilter,
    Kenmerk,
    Mand,
    OudersIngelicht,
    Soort,
    SoortKeuze,
    SubSoort,
)
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.tabs.incidenten.rows import DATUM, LEERLING, OMSCHRIJVING, PLAATS

HOSTILE = "<b>O'Brien & Łukasz</b>"


def cells(desk, column: int) -> list[str]:
    model = desk.tab.list.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def reload(desk) -> None:
    desk.tab.list.reload()
    desk.settle()


def test_an_empty_register_says_what_belongs_here_and_offers_one_button(desk) -> None:
    page = desk.tab.list.left.currentWidget()
    assert page.sentence() == "Nog geen incidenten. Hier komt wat u registreert, ook bij twijfel."
    QTest.mouseClick(page.action, Qt.MouseButton.LeftButton)
    assert desk.tab.in_form()


def test_the_newest_stand_on_top_and_the_first_is_shown(school, open_desk) -> None:
    school.record("De eerste.", datum="1-9-2026")
    school.record("De tweede.", datum="2-9-2026")
    desk = open_desk(school.werkplek)
    assert cells(desk, OMSCHRIJVING) == ["De tweede.", "De eerste."]
    assert cells(desk, DATUM)[0] == "wo 02-09-2026"
    assert desk.tab.list.bar.count.text() == "2 incidenten"
    assert "De tweede." in desk.tab.list.detail.text()


def test_the_first_is_shown_also_when_the_table_had_the_keyboard_first(school, open_desk) -> None:
    school.record("De enige.")
    desk = open_desk(school.werkplek, before_painting=lambda tab: tab.shown())
    assert desk.tab.list.table.hasFocus()
    assert "De enige." in desk.tab.list.detail.text()


def test_search_works_while_typing_from_two_letters(school, open_desk) -> None:
    school.record("Duwde iemand bij het klimrek.")
    school.record("Schold in de gang.")
    desk = open_desk(school.werkplek)
    desk.tab.focus_search()
    desk.keys("k")
    assert len(cells(desk, OMSCHRIJVING)) == 2
    desk.keys("l")
    assert cells(desk, OMSCHRIJVING) == ["Duwde iemand bij het klimrek."]
    assert desk.tab.list.bar.count.text() == "1 van 2 incidenten"
    desk.keys("xx")
    empty = desk.tab.list.left.currentWidget()
    assert empty.sentence() == "Geen incidenten met deze filters."
    QTest.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert len(cells(desk, OMSCHRIJVING)) == 2


def test_chips_narrow_the_list(school, open_desk) -> None:
    school.record("Geel en twijfel.", mand=Mand.GEEL, twijfel=True)
    school.record("Rood.", mand=Mand.ROOD)
    school.record("Vorig jaar.", datum="3-3-2026")
    desk = open_desk(school.werkplek)
    assert desk.tab.list.bar.count.text() == "3 incidenten"
    desk.tab.list.bar.periode.pick("dit")
    assert desk.tab.list.bar.count.text() == "2 van 3 incidenten"
    QTest.mouseClick(desk.tab.list.bar.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.tab.list.bar.twijfel, Qt.MouseButton.LeftButton)
    assert cells(desk, OMSCHRIJVING) == ["Geel en twijfel."]
    QTest.mouseClick(desk.tab.list.bar.twijfel, Qt.MouseButton.LeftButton)
    desk.tab.list.bar.pick_mand(Mand.ROOD)
    assert cells(desk, OMSCHRIJVING) == ["Rood."]
    assert desk.tab.list.bar.filter() == IncidentFilter(schooljaar="2026-2027", manden=frozenset({Mand.ROOD}))


def test_a_click_on_a_header_sorts(school, open_desk) -> None:
    people = school.werkplek.personen
    for name in ("Noor", "Mees", "Anouk"):
        person = people.als_betrokkene(school.ids[name], frozenset({Betrokkenheid.DADER}))
        school.record(f"Over {name}.", betrokkenen=(person,))
    desk = open_desk(school.werkplek)
    header = desk.tab.list.table.horizontalHeader()
    spot = header.sectionViewportPosition(LEERLING) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot, 10))
    names = cells(desk, LEERLING)
    assert names in (["Anouk Bos", "Mees Jansen", "Noor Vries"], ["Noor Vries", "Mees Jansen", "Anouk Bos"])
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot, 10))
    assert cells(desk, LEERLING) == list(reversed(names))


def test_delete_moves_to_the_prullenbak_and_undo_brings_back(school, open_desk) -> None:
    for number in range(3):
        school.record(f"Nummer {number}.")
    desk = open_desk(school.werkplek)
    table = desk.tab.list.table
    table.setFocus()
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    desk.settle()
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (0, 0)
    assert desk.tab.list.left.currentWidget() is desk.tab.list.none_yet
    sentence, undo = desk.seen.undo[0]
    assert sentence == "3 incidenten naar de prullenbak verplaatst."
    undo()
    desk.settle()
    assert len(cells(desk, DATUM)) == 3


def test_after_a_delete_the_next_row_is_chosen(school, open_desk) -> None:
    for number in range(3):
        school.record(f"Nummer {number}.")
    desk = open_desk(school.werkplek)
    table = desk.tab.list.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == ["Nummer 2.", "Nummer 0."]
    assert table.selected_positions() == [1]
    assert "Nummer 0." in desk.tab.list.detail.text()


def test_the_prullenbak_shows_what_was_deleted_and_puts_it_back(school, open_desk) -> None:
    school.record("Blijft.")
    gone = school.record("Weg.")
    desk = open_desk(school.werkplek)
    desk.tab.list.show_incident(gone)
    QTest.mouseClick(desk.tab.list.detail.delete, Qt.MouseButton.LeftButton)
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == ["Blijft."]
    QTest.mouseClick(desk.tab.list.bar.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.tab.list.bar.prullenbak, Qt.MouseButton.LeftButton)
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == ["Weg."]
    desk.tab.list.table.select(0)
    detail = desk.tab.list.detail
    assert detail.change.isHidden()
    QTest.mouseClick(detail.restore, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.tab.list.left.currentWidget().sentence() == "De prullenbak is leeg."
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (2, 2)


def test_a_name_with_markup_is_shown_as_it_is(school, open_desk) -> None:
    person = school.werkplek.personen.als_betrokkene(
        school.ids[HOSTILE], frozenset({Betrokkenheid.DADER, Betrokkenheid.MELDER})
    )
    school.record("<i>schuin</i> & zo", betrokkenen=(person,), kindwoorden="<b>nee</b>", plaats="<u>plein</u>")
    desk = open_desk(school.werkplek)
    assert cells(desk, LEERLING) == [f"{HOSTILE} Łubieński"]
    text = desk.tab.list.detail.text()
    for literal in (
        f"{HOSTILE} Łubieński",
        "<i>schuin</i> & zo",
        "<b>nee</b>",
        "<u>plein</u> (op school)",
        "dader, melder",
    ):
        assert literal in text
    formats = {label.textFormat() for label in desk.tab.list.detail.findChildren(type(desk.tab.list.bar.count))}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_reading_view_shows_everything_that_was_recorded(school, open_desk) -> None:
    school.record(
        "De feiten.", kindwoorden="De woorden.", directe_actie="De actie.", maatregel="Het vervolg.", twijfel=True,
        ouders=OudersIngelicht.JA, ouders_toelichting="Vader gebeld.",
        soorten=(SoortKeuze(Soort.AGRESSIE, (SubSoort.VERBAAL, SubSoort.DIGITAAL)), SoortKeuze(Soort.PESTEN)),
    )  # fmt: skip
    desk = open_desk(school.werkplek)
    text = desk.tab.list.detail.text()
    for part in (
        "Incident 2026-0001", "maandag 23 november 2026, 10.25", "Schoolplein (op school)",
        "Agressie (verbaal, digitaal)",
        "Pesten", "Mees Jansen", "Anker 8", "dader", "De feiten.", "De woorden.", "De actie.", "Ja. Vader gebeld.",
        "Het vervolg.", "Geregistreerd op 24 november 2026, 10.31.",
    ):  # fmt: skip
        assert part in text, part


def test_a_casus_is_opened_from_an_incident_or_shown_when_it_is_there(school, open_desk) -> None:
    incident_id = school.record()
    desk = open_desk(school.werkplek)
    detail = desk.tab.list.detail
    assert detail.casus.text() == "Casus openen"
    QTest.mouseClick(detail.casus, Qt.MouseButton.LeftButton)
    assert desk.seen.casus_from == [incident_id]

    draft = CasusDraft(
        leerling_id=school.ids["Mees"],
        eigenaar_id=school.ids["Anouk Smeets"],
        aanleiding="Dit.",
        incident_ids=(incident_id,),
    )
    outcome = school.werkplek.casussen.open(draft)
    desk.tab.refresh(outcome.changes)
    assert detail.casus.text() == "Naar casus"
    QTest.mouseClick(detail.casus, Qt.MouseButton.LeftButton)
    assert desk.seen.casus_shown == [outcome.value]


def test_an_incident_outside_the_filters_is_found_when_it_is_asked_for(school, open_desk) -> None:
    old = school.record("Lang geleden.", datum="3-3-2025")
    school.record("Nu.")
    desk = open_desk(school.werkplek)
    desk.tab.show_record(old)
    assert "Lang geleden." in desk.tab.list.detail.text()
    assert cells(desk, OMSCHRIJVING) == ["Nu."], "the list itself still begins at last school year"


def test_what_is_gone_is_said_and_not_shown(school, open_desk) -> None:
    desk = open_desk(school.werkplek)
    desk.tab.show_record(999)
    assert [type(error).__name__ for error in desk.seen.errors] == ["NietGevonden"]


def test_a_narrow_window_shows_list_or_page_with_a_way_back(school, open_desk) -> None:
    school.record("Te lezen.")
    desk = open_desk(school.werkplek)
    desk.tab.resize(900, 690)
    desk.settle()
    page = desk.tab.list
    assert page.right.isHidden()
    page.table.setFocus()
    page.table.select(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert (page.left.isHidden(), page.right.isHidden()) == (True, False)
    assert "Te lezen." in page.detail.text()
    desk.settle()
    QTest.mouseClick(page.detail.crumb, Qt.MouseButton.LeftButton)
    assert (page.left.isHidden(), page.right.isHidden()) == (False, True)


@pytest.mark.parametrize("width", [1366, 1270, 900])
def test_the_page_fits_the_width_of_the_window(school, open_desk, width: int) -> None:
    school.record()
    desk = open_desk(school.werkplek)
    desk.tab.resize(width, 690)
    desk.settle()
    bar = desk.tab.list.bar
    assert desk.tab.minimumSizeHint().width() <= width
    for part in (bar.count, bar.new, bar.search):
        assert part.width() >= part.minimumSizeHint().width()
        assert part.geometry().right() <= bar.width()


def test_the_list_reads_rows_by_window_and_all_ids(school, open_desk) -> None:
    service = school.werkplek.incidenten
    for number in range(105):
        service.registreer(school.draft(f"Nummer {number}."))
    desk = open_desk(school.werkplek)
    assert desk.tab.list.model.rowCount() == 105
    assert desk.tab.list.bar.count.text() == "105 incidenten"
    assert cells(desk, OMSCHRIJVING)[-1] == "Nummer 0."


def test_older_school_years_are_shown_only_with_a_reason_and_until_the_lock(school, open_desk) -> None:
    school.record("Brak toen een stoel.", datum="3-3-2025")
    school.record("Brak nu een stoel.")
    desk = open_desk(school.werkplek)
    page = desk.tab.list
    assert cells(desk, OMSCHRIJVING) == ["Brak nu een stoel."]
    page.bar.search.setText("brak")
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == ["Brak nu een stoel."]
    assert page.earlier.more.text() == "En 1 oudere: laat zien…"
    QTest.mouseClick(page.earlier.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.earlier.show_button, Qt.MouseButton.LeftButton)
    assert page.earlier.finding.text() == "Vul in waarom u verder terug wilt kijken."
    assert school.werkplek.inzage.redenen() == ()
    desk.keys("Gesprek met ouders", Qt.Key.Key_Return)
    desk.settle()
    assert cells(desk, OMSCHRIJVING) == ["Brak nu een stoel.", "Brak toen een stoel."]
    assert school.werkplek.inzage.redenen() == ("Gesprek met ouders",)
    page.bar.widen()
    reload(desk)
    assert cells(desk, OMSCHRIJVING) == ["Brak nu een stoel."], "older ones come only when they are asked for"
    assert school.unlock_again().inzage.vanaf() == date(2025, 8, 1)


def test_properties_filter_with_a_count_and_all_is_cleared_at_once(school, open_desk) -> None:
    school.record("Ernstig.", ernst=Ernst.ERNSTIG, plaats="Gang")
    school.record("Ouders weten het.", ouders=OudersIngelicht.JA)
    desk = open_desk(school.werkplek)
    bar = desk.tab.list.bar
    assert not bar.clear_all.isVisible()
    QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.kenmerken[Kenmerk.ERNSTIG], Qt.MouseButton.LeftButton)
    assert cells(desk, OMSCHRIJVING) == ["Ernstig."]
    assert (bar.count.text(), bar.more.accessibleName()) == ("1 van 2 incidenten", "Meer filters, 1")
    QTest.mouseClick(bar.clear_all, Qt.MouseButton.LeftButton)
    assert len(cells(desk, OMSCHRIJVING)) == 2
    bar.go_to({"aan": ["ouders_nog_niet"], "plaats": "Gang", "open": True})
    reload(desk)
    assert cells(desk, OMSCHRIJVING) == ["Ernstig."]
    bar.go_to({"dag": "8", "tijd": "x", "rol": "leerling", "periode": "alles", "soorten": ["x"]})
    assert bar.filter() == IncidentFilter(vanaf=date(2025, 8, 1)), "what cannot be read is left as usual"
    bar.go_to({"plaats": "Oude gang", "groep": "7z", "dag": "1", "tijd": "12", "rol": "leerling/dader"})
    kept = IncidentFilter(
        vanaf=date(2025, 8, 1),
        plaats="Oude gang",
        groep="7z",
        weekdagen=frozenset({1}),
        uren=frozenset({12}),
        rol=(PersoonSoort.LEERLING, Betrokkenheid.DADER),
    )
    assert bar.filter() == kept, "a place that the school no longer has is still what was asked for"
    bar.go_to(bar.place())
    assert bar.filter() == kept


def test_a_view_is_saved_chosen_renamed_and_deleted_with_a_way_back(school, open_desk) -> None:
    school.record("Rood.", mand=Mand.ROOD)
    school.record("Geel.", mand=Mand.GEEL)
    desk = open_desk(school.werkplek)
    page = desk.tab.list
    page.bar.pick_mand(Mand.ROOD)
    page.columns.show_columns({"zichtbaar": ["datum", "nummer"]})
    page.views.menu()["Deze weergave bewaren…"].trigger()
    QTest.mouseClick(page.views.keep, Qt.MouseButton.LeftButton)
    assert page.views.finding.text() == "Geef de weergave een naam."
    desk.keys("Rode & nieuwe", Qt.Key.Key_Return)
    page.views.menu()["Gewone weergave"].trigger()
    assert len(cells(desk, OMSCHRIJVING)) == 2
    later = open_desk(school.werkplek)
    again = later.tab.list
    again.views.menu()["Rode && nieuwe"].trigger()
    assert again.model.rowCount() == 1
    assert again.columns.columns()["zichtbaar"] == ["datum", "nummer"]
    assert [again.table.isColumnHidden(column) for column in (DATUM, LEERLING)] == [False, True]
    again.views.menu()["Naam wijzigen…"].trigger()
    again.views.naam.setText("Rood")
    again.views.keep.click()
    assert again.views.names() == ("Rood",)


def test_a_deleted_view_comes_back(school, open_desk) -> None:
    desk = open_desk(school.werkplek)
    views = desk.tab.list.views
    views.menu()["Deze weergave bewaren…"].trigger()
    views.naam.setText("Mijn lijst")
    views.keep.click()
    views.menu()["Weergave verwijderen"].trigger()
    assert views.names() == ()
    desk.seen.undo[-1][1]()
    assert views.names() == ("Mijn lijst",)


def test_columns_are_chosen_and_remembered_and_the_last_one_stays(school, open_desk) -> None:
    school.record("Waar.", plaats="Gang")
    first = open_desk(school.werkplek)
    columns = first.tab.list.columns
    by_title = {action.text(): action for action in columns.menu.actions()}
    by_title["Plaats"].trigger()
    by_title["Groep"].trigger()
    desk = open_desk(school.werkplek)
    again = desk.tab.list.columns
    assert again.columns()["zichtbaar"] == ["datum", "mand", "soort", "leerling", "plaats", "omschrijving"]
    assert cells(desk, PLAATS) == ["Gang"]
    again.show_columns({"zichtbaar": ["datum"]})
    next(action for action in again.menu.actions() if action.text() == "Datum").trigger()
    assert again.columns()["zichtbaar"], "a list without columns cannot be read"


def test_from_a_row_to_only_that_child_and_back(school, open_desk) -> None:
    noor = school.werkplek.personen.als_betrokkene(school.ids["Noor"], frozenset({Betrokkenheid.DADER}))
    school.record("Over Noor.", betrokkenen=(noor,))
    school.record("Over Mees.")
    desk = open_desk(school.werkplek)
    menu = desk.tab.list.row_menu(1)
    assert [action.text() for action in menu.actions()] == ["Alleen Noor Vries"]
    menu.actions()[0].trigger()
    assert cells(desk, OMSCHRIJVING) == ["Over Noor."]
    assert desk.tab.list.bar.person.text() == "Alleen Noor Vries"
    QTest.mouseClick(desk.tab.list.bar.person, Qt.MouseButton.LeftButton)
    assert len(cells(desk, OMSCHRIJVING)) == 2


def test_another_page_asks_for_the_incidents_of_a_filter(school, open_desk) -> None:
    school.record("In september.", datum="3-9-2026", mand=Mand.ROOD)
    school.record("Nu.", mand=Mand.ROOD)
    desk = open_desk(school.werkplek)
    wanted = IncidentFilter(manden=frozenset({Mand.ROOD}), vanaf=date(2026, 9, 1), tot=date(2026, 9, 30))
    desk.tab.show_filter(wanted)
    assert cells(desk, OMSCHRIJVING) == ["In september."]
    assert desk.tab.list.bar.days.text() == "01-09-2026 t/m 30-09-2026"
    QTest.mouseClick(desk.tab.list.bar.days, Qt.MouseButton.LeftButton)
    assert len(cells(desk, OMSCHRIJVING)) == 2


def test_the_first_incident_is_chosen_also_while_a_key_is_held(open_desk, school) -> None:
    school.record()

    def hold(tab) -> None:
        QTest.keyPress(tab, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)

    desk = open_desk(school.werkplek, hold)
    assert desk.tab.list.table.selected_positions() == [0]
    QTest.keyRelease(desk.tab, Qt.Key.Key_Shift)
