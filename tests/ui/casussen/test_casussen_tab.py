"""From an incident to a casus with actions, and what is never lost on the way."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import AfsluitDraft, CasusDraft, CasusStatus, TijdlijnSoort, ZorgNiveau
from svp_desktop.domain.pestzaak import MeldingDraft, PestPersoonDraft, PestRol
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.casussen.casus_form import CasusForm
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tasks import Immediately
from tests.ui.casussen.conftest import HOSTILE, Way


def _all_texts(tab: CasussenTab) -> str:
    return "\n".join(label.text() for label in tab.findChildren(QLabel))


def _shown_texts(page: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _live_boxes(form: CasusForm) -> list[QCheckBox]:
    QApplication.processEvents()
    return [box for box in form.findChildren(QCheckBox) if box.isVisible()]


def test_an_empty_list_says_what_to_do(tab: CasussenTab) -> None:
    assert "Een casus begint bij een incident" in tab.lijst._empty.sentence()


def test_from_an_incident_everything_known_is_filled_in(tab: CasussenTab, way: Way) -> None:
    tab.start_from(way.incident, "incident")
    draft = tab.casus_editor._form.draft()
    assert (draft.leerling_id, draft.eigenaar_id, draft.incident_ids) == (way.kind, way.juf, (way.incident,))
    assert "opwachten" in draft.aanleiding

    tab.casus_editor.save.emit()

    [row] = tab.lijst.rows()
    assert row.titel == "Mees Jansen"
    assert tab.page.title.title() == "Mees Jansen"
    assert "Aanleiding: Bedreiging op maandag 23 november 2026." in _all_texts(tab), "why it began is in view"
    kinds = [event.soort for event in tab.page.tijdlijn.rows()]
    assert kinds.count(TijdlijnSoort.INCIDENT) == 1


def test_a_casus_without_a_child_or_reason_is_not_opened_and_says_why(tab: CasussenTab, way: Way) -> None:
    tab.primary_casus()
    tab.casus_editor._form.doel.setText("Rust in de pauze.")
    tab.casus_editor.save.emit()

    fields = tab.casus_editor._form.fields
    assert fields["leerling"].message() == "Kies één kind of één groep."
    assert fields["aanleiding"].message().startswith("Schrijf in één of twee zinnen")
    assert tab.casus_editor._form.doel.text() == "Rust in de pauze."
    assert way.werkplek.casussen.aantallen().alle == 0


def _press(tab: CasussenTab, words: str) -> None:
    next(link for link in tab.findChildren(QPushButton) if link.isVisible() and link.text() == words).click()


def test_nothing_is_typed_over_a_draft_that_is_offered(tab: CasussenTab, way: Way, qtbot: QtBot) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.primary_new()
    form = tab.actie_editor._form
    form.toelichting.setText("Wij zaten erbij.")
    tab.flush_draft()
    tab.go_back()
    tab.primary_new()
    assert not form.toelichting.isVisible()
    assert QApplication.focusWidget().text() == "Verder gaan"
    QTest.keyClick(tab.actie_editor, "S", Qt.KeyboardModifier.ControlModifier)
    assert tab.actie_editor.notice.lead() == "U was bezig met een actie."
    with qtbot.waitSignal(tab._context.bar.undo_offered) as offered:
        _press(tab, "Weggooien")
    assert form.toelichting.isVisible()
    assert QApplication.focusWidget() is form.keuze
    assert form.toelichting.text() == ""
    offered.args[1]()
    assert form.toelichting.text() == "Wij zaten erbij."


def test_a_casus_from_an_incident_leaves_the_draft_of_another_new_casus_alone(tab: CasussenTab, way: Way) -> None:
    form, concepten = tab.casus_editor._form, way.werkplek.concepten
    tab.primary_casus()
    form.aanleiding.setText("Onrust na de pauze.")
    tab.flush_draft()
    tab.start_from(way.incident, "incident")
    form.doel.setText("Samen buiten spelen.")
    tab.flush_draft()
    place = tab.place()
    assert sorted(kept.inhoud["doel"] for kept in concepten.alle()) == ["", "Samen buiten spelen."]

    tab.primary_casus()
    _press(tab, "Verder gaan")
    assert (form.aanleiding.text(), form.doel.text()) == ("Onrust na de pauze.", "")
    tab.go_to(place)
    assert form.doel.text() == "Samen buiten spelen."
    assert form.draft().incident_ids == (way.incident,)
    tab.casus_editor.save.emit()
    assert [kept.inhoud["aanleiding"] for kept in concepten.alle()] == ["Onrust na de pauze."]


def test_half_a_name_in_a_new_casus_survives_a_lock(tab: CasussenTab) -> None:
    tab.primary_casus()
    form = tab.casus_editor._form
    QTest.keyClicks(form.leerling, "Mee")
    QTest.keyClicks(form.eigenaar, "Mar")
    tab.flush_draft()
    place = tab.place()
    tab.casus_editor.begin(None)
    assert form.leerling.text() == ""
    tab.go_to(place)
    assert (form.leerling.text(), form.eigenaar.text()) == ("Mee", "Mar")
    QTest.keyClicks(form.leerling, "s")
    QTest.keyClick(form.leerling, Qt.Key.Key_Return)
    assert (form.leerling.text(), form.draft().kind) == ("Mees Jansen", "")

    # a group that is not chosen yet stays a group
    form.soort.parts()[1].click()
    tab.flush_draft()
    place = tab.place()
    tab.casus_editor.begin(None)
    tab.go_to(place)
    assert (form.soort.value(), form.groep.isHidden()) == ("groep", False)


def test_the_incidents_of_a_group_can_be_coupled_to_its_casus(tab: CasussenTab, way: Way) -> None:
    tab.primary_casus()
    form = tab.casus_editor._form
    assert "Kies eerst om wie het gaat." in _shown_texts(form)
    form.soort.parts()[1].click()
    form.groep.setCurrentIndex(form.groep.findData(way.groep))
    form.groep.activated.emit(form.groep.currentIndex())
    [box] = _live_boxes(form)
    assert "Mees Jansen" in _shown_texts(form)
    box.click()
    form.eigenaar.setText("Marit")
    form.eigenaar.search()
    form.eigenaar.choose(0)
    form.aanleiding.setText("Onrust in de groep.")
    tab.casus_editor.save.emit()
    [row] = tab.lijst.rows()
    assert way.werkplek.casussen.incident_ids(row.id) == (way.incident,)


def test_another_name_of_the_child_asks_for_other_incidents(tab: CasussenTab, way: Way) -> None:
    tab.primary_casus()
    form = tab.casus_editor._form
    QTest.keyClicks(form.leerling, "Mees")
    QTest.keyClick(form.leerling, Qt.Key.Key_Return)
    assert len(_live_boxes(form)) == 1
    QTest.keyClick(form.leerling, Qt.Key.Key_Delete)
    assert _live_boxes(form) == []
    assert "Kies eerst om wie het gaat." in _shown_texts(form)


def test_a_second_running_casus_of_a_child_is_a_let_op(tab: CasussenTab, way: Way) -> None:
    way.open()
    tab.start_from(way.incident, "incident")
    tab.casus_editor.save.emit()
    assert way.werkplek.casussen.aantallen().alle == 2


def test_an_action_by_keyboard_fills_its_pijlers(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    assert tab.page.ladder_model().lege_pijlers() == tuple(Pijler)

    tab.primary_new()
    choice = tab.actie_editor._form.keuze
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.code() == "relatiegebaar"
    tab.actie_editor._form.wie.setText("juf Marit")
    QTest.keyClick(tab.actie_editor._form.toelichting, "S", Qt.KeyboardModifier.ControlModifier)

    assert tab.page.ladder_model().lege_pijlers() == (Pijler.ZELFCONTROLE, Pijler.NETWERK, Pijler.VERZET)
    [action] = way.werkplek.casussen.acties(casus)
    assert (action.actie, action.datum, action.gedaan) == ("relatiegebaar", date(2026, 11, 24), True)


def test_an_action_without_a_choice_keeps_what_was_typed(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.primary_new()
    form = tab.actie_editor._form
    form.toelichting.setText("Wij zaten erbij.")
    tab.actie_editor.save.emit()
    assert form._let_op.lead() == "Kies een actie."
    assert form.toelichting.text() == "Wij zaten erbij."
    assert way.werkplek.casussen.acties(casus) == ()


def _plans(tab: CasussenTab) -> list[QCheckBox]:
    return [box for box in tab.page.findChildren(QCheckBox) if box.property("actie") and box.isVisible()]


def test_a_plan_is_ticked_off(tab: CasussenTab, way: Way, qtbot: QtBot) -> None:
    casus = way.open()
    way.action(casus, "telefoonronde", "23-11-2026", gedaan=False)
    tab.show_record(casus)
    assert tab.lijst.rows()[0].te_laat
    qtbot.waitUntil(lambda: len(_plans(tab)) == 1)
    _plans(tab)[0].click()
    assert [item.gedaan for item in way.werkplek.casussen.acties(casus)] == [True]
    assert not tab.lijst.rows()[0].te_laat


def test_typing_survives_leaving_and_is_offered(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.primary_new()
    tab.actie_editor._form.toelichting.setText("Halverwege de zin")
    tab.go_back()
    assert way.werkplek.concepten.lees(f"actie:{casus}") is not None

    tab.resume(f"actie:{casus}")
    assert tab.actie_editor._form.toelichting.text() == "Halverwege de zin"
    tab.actie_editor._form.keuze.setCurrentIndex(tab.actie_editor._form.keuze.model().index(0, 0))
    tab.actie_editor.save.emit()
    assert way.werkplek.concepten.lees(f"actie:{casus}") is None


def test_a_deleted_action_can_be_brought_back(tab: CasussenTab, way: Way, qtbot: QtBot) -> None:
    casus = way.open()
    action = way.action(casus, "dagstart", "20-11-2026")
    tab.show_record(casus)
    tab.page.action_opened.emit(action)
    with qtbot.waitSignal(tab._context.bar.undo_offered) as offered:
        tab.actie_editor.delete.emit()
    assert way.werkplek.casussen.acties(casus) == ()
    offered.args[1]()
    assert len(way.werkplek.casussen.acties(casus)) == 1


def test_closing_asks_a_reason_and_reopening_too(tab: CasussenTab, way: Way) -> None:
    way.open(way.ander)
    casus = way.open()
    tab.resize(1270, 690)
    tab.show()
    tab.show_record(casus)
    tab.page.close_casus.emit()
    form = tab.verloop_editor._form
    tab.verloop_editor.save.emit()
    assert form.fields["reden"].message() == "Kies waarom de casus stopt."
    form.reden.setFocus()
    QTest.keyClicks(form.reden.lineEdit(), "Doel")
    assert form.reden.currentText() == "Doel", "what is typed stays as it is"
    form.reden.setEditText("Doel bereikt")
    tab.verloop_editor.save.emit()

    assert way.werkplek.casussen.lees(casus).status is CasusStatus.AFGESLOTEN
    assert not tab.page.nieuw.isEnabled()
    assert "Doel bereikt" in tab.page.gesloten.text()
    # it stays in view, in the list of what is closed, and asks for nothing any more
    assert [row.id for row in tab.lijst.rows()] == [casus]
    assert not tab.page.ladder._choose.isVisible()

    tab.page.reopen_casus.emit()
    tab.verloop_editor.save.emit()
    assert form.fields["reden"].message() == "Schrijf waarom de casus weer opengaat."
    form.reden.setEditText("Het begon opnieuw")
    tab.verloop_editor.save.emit()
    assert way.werkplek.casussen.lees(casus).status is CasusStatus.LOPEND
    assert any("Het begon opnieuw" in event.zin for event in tab.page.tijdlijn.rows())
    assert len(tab.lijst.rows()) == 2
    assert tab.page.ladder._choose.isVisible()


def test_a_closed_casus_is_behind_its_own_chip(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.werkplek.casussen.afsluiten(casus, AfsluitDraft("Doel bereikt"))
    tab.reload()
    assert tab.lijst.rows() == ()
    tab.lijst.show_where(closed=True)
    tab.reload()
    assert [row.id for row in tab.lijst.rows()] == [casus]


def test_care_goes_up_from_the_menu_and_shows_on_the_ladder(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.page.care_chosen.emit(ZorgNiveau.BESCHERMEND)
    assert way.werkplek.casussen.lees(casus).zorg is ZorgNiveau.BESCHERMEND
    assert tab.page.ladder_model().zorg[-1].niveau is ZorgNiveau.BESCHERMEND


def test_a_hostile_name_stands_there_as_it_is(tab: CasussenTab, way: Way) -> None:
    tab.show_record(way.open(way.ander))
    assert f"{HOSTILE} van Dijk" in _all_texts(tab)
    assert HOSTILE in tab.lijst.rows()[0].titel


def test_the_ladder_is_walked_by_arrow_keys(tab: CasussenTab, way: Way, qtbot: QtBot) -> None:
    casus = way.open()
    first = way.action(casus, "dagstart", "10-11-2026")
    way.action(casus, "bookmark", "12-11-2026")
    tab.show_record(casus)
    ladder = tab.page.ladder
    QTest.keyClick(ladder, Qt.Key.Key_Right)
    assert "Dagstart, dinsdag 10 november 2026, gedaan" in ladder.accessibleDescription()
    with qtbot.waitSignal(ladder.opened) as opened:
        QTest.keyClick(ladder, Qt.Key.Key_Return)
    assert opened.args == [first]


def test_actions_that_would_lie_on_each_other_are_one_note_and_each_is_opened(
    tab: CasussenTab, way: Way, qtbot: QtBot
) -> None:
    casus = way.open()
    days = ("10-11-2026", "10-11-2026", "17-11-2026")
    first, second, third = (way.action(casus, "bookmark", day) for day in days)
    tab.show_record(casus)
    ladder = tab.page.ladder
    place, model = ladder.geometry_now(), tab.page.ladder_model()
    assert [[item.id for item in note] for note in place.notes(model)] == [[first, second], [third]]

    def press(day: date) -> None:
        point = QPoint(round(place.x(model, day)), round(place.rung_y("bookmark")))
        QTest.mouseClick(ladder, Qt.MouseButton.LeftButton, pos=point)

    with qtbot.waitSignal(ladder.opened) as opened:
        press(date(2026, 11, 17))
    assert opened.args == [third]
    press(date(2026, 11, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.data() for action in menu.actions()] == [first, second]
    with qtbot.waitSignal(ladder.opened) as opened:
        menu.actions()[1].trigger()
    assert opened.args == [second]
    menu.close()
    # the arrow keys still go through each of them
    walked = []
    for _ in days:
        QTest.keyClick(ladder, Qt.Key.Key_Right)
        with qtbot.waitSignal(ladder.opened) as opened:
            QTest.keyClick(ladder, Qt.Key.Key_Return)
        walked += opened.args
    assert walked == [first, second, third]


def test_the_words_on_the_ladder_and_at_a_gebaar_are_those_of_the_school(tab: CasussenTab, way: Way) -> None:
    settings = way.werkplek.instellingen
    settings.zet("pijler_leeg.netwerk", "Wie helpt er mee? {acties}.")
    settings.zet("herstel_slot", "Wij maken het samen goed.")
    casus = way.open()
    for code in ("dagstart", "bookmark"):
        way.action(casus, code, "10-11-2026")
    tab.show_record(casus)
    assert tab.page.ladder._choose.toolTip() == "Wie helpt er mee? Steun of Oplossingsverzoek."
    for code in ("thuisschool", "herstel"):
        section = tab.page.secties.show_section(code)
        assert section is not None
        section.primary_new()
        assert "Wij maken het samen goed." in _all_texts(tab)


def test_all_seventeen_fold_what_stands_under_the_ladder(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.action(casus, "bookmark", "10-11-2026")
    way.action(casus, "telefoonronde", "30-11-2026", gedaan=False)
    tab.show_record(casus)
    page = tab.page
    page.hoeveel.parts()[1].click()
    assert not page.tijdlijn.isVisible()
    assert [unfold.text() for unfold in page.uitklappen] == ["Tijdlijn 3", "Open taken 1"]
    QTest.keyClick(page.uitklappen[0], Qt.Key.Key_Space)
    assert page.tijdlijn.isVisible()
    assert page.tijdlijn.view.hasFocus()
    assert not page.uitklappen[0].isVisible()
    page.hoeveel.parts()[0].click()
    assert page.tijdlijn.isVisible()
    assert not page.uitklappen[0].isVisible()


def test_a_narrow_window_shows_the_list_or_the_casus(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.resize(900, 620)
    tab.show_record(casus)
    assert tab.page.isVisible()
    assert not tab.lijst.isVisible()
    assert tab.go_back()
    assert tab.lijst.isVisible()


def test_every_page_fits_a_small_laptop(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.action(casus, "dagstart", "10-11-2026")
    tab.show_record(casus)
    for number in range(tab.stack.count()):
        needs = tab.stack.widget(number).minimumSizeHint()
        assert needs.width() <= 1270, number
        assert needs.height() <= 600, number


def test_enter_in_the_search_field_goes_to_the_casus_that_was_found(tab: CasussenTab, way: Way) -> None:
    first = way.open()
    way.open(way.ander)
    tab.show_record(first)
    QTest.keyClicks(tab.lijst.zoek, "Dijk")
    QTest.keyClick(tab.lijst.zoek, Qt.Key.Key_Return)
    assert tab.page.title.title() == f"{HOSTILE} van Dijk"
    assert tab.lijst.view.hasFocus()


def _from_menu(tab: CasussenTab, words: str) -> None:
    next(action for action in tab.page._menu.actions() if words in action.text()).trigger()


def test_nazorg_begins_from_the_menu_and_can_be_taken_back(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    _from_menu(tab, "Nazorg")
    assert way.werkplek.casussen.lees(casus).status is CasusStatus.NAZORG
    assert "Nazorg, geopend 24 november" in _all_texts(tab)
    _from_menu(tab, "Nazorg")
    assert way.werkplek.casussen.lees(casus).status is CasusStatus.LOPEND
    told = [event.titel for event in tab.page.tijdlijn.rows()]
    assert {"Nazorg begonnen", "Casus loopt weer"} <= set(told)


def test_a_casus_leads_to_the_pestzaak_that_it_serves(tab: CasussenTab, way: Way, qtbot: QtBot) -> None:
    work, casus = way.werkplek, way.open()
    tab.show_record(casus)
    assert tab.page.pestzaak.isHidden()
    people = (PestPersoonDraft(way.ander, PestRol.GEPEST), PestPersoonDraft(way.kind, PestRol.PESTER))
    report = MeldingDraft(melder="moeder", melding="Hij wil niet naar school.", personen=people)
    zaak = work.pestzaken.meld(report).value
    tab.refresh(work.pestzaken.koppel_casus(zaak, casus).changes)
    with qtbot.waitSignal(tab.record_requested) as asked:
        tab.page.pestzaak.click()
    assert asked.args == ["pesten", zaak]


def test_a_school_without_persons_or_groups_says_where_they_come_from(
    werkplek: Werkplek, clock: Callable[[], object], shown: Callable[[QWidget], QWidget]
) -> None:
    tab = CasussenTab(Context(werkplek, Hub(), Scripted(), Immediately(), clock))
    shown(tab)
    tab.primary_new()
    form = tab.casus_editor._form
    QTest.keyClicks(form.leerling, "Mees")
    assert form.leerling.popup().isVisible()
    assert form.leerling.popup().model().index(0, 0).data() == "Niemand gevonden in het register"
    QTest.keyClick(form.leerling, Qt.Key.Key_Return)
    assert (form.leerling.text(), form.draft().kind) == ("Mees", "Mees")
    tab.casus_editor.save.emit()
    assert form.fields["leerling"].message() == "Typ de naam en kies hem uit de lijst."
    assert form.fields["eigenaar"].message() == "Kies wie de casus leidt."
    form.soort.parts()[1].click()
    assert form.groep.placeholderText() == "Groepen komen mee met het inlezen"
    assert tab.go_back()
    assert QApplication.focusWidget() is tab.lijst.zoek


def test_a_new_casus_begins_with_its_course_and_every_section_has_one_filled_button(tab: CasussenTab, way: Way) -> None:
    tab.show_record(way.open())
    for code in ("gesprekken", "taken", "thuisschool", "herstel"):
        tab.page.secties.show_section(code)
        QApplication.processEvents()
        filled = [one for one in tab.findChildren(QPushButton) if one.isVisible() and one.property("primary")]
        assert len(filled) == 1, code
    tab.start_from(way.incident, "incident")
    tab.casus_editor.save.emit()
    assert tab.page.secties.code() == "verloop"
    assert QApplication.focusWidget() is tab.page.ladder


def test_a_casus_can_begin_without_an_incident_from_anywhere(tab: CasussenTab, way: Way) -> None:
    tab.show_record(way.open())
    tab.start_from(0)
    assert tab.stack.currentWidget() is tab.casus_editor
    assert tab.casus_editor._form.draft() == CasusDraft()
