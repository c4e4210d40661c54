"""The fields and guards of actions in the form: asked, skipped with a reason, kept, and read back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.actie_velden import VELDEN, VeldSoort
from svp_desktop.domain.acties import ACTIES
from svp_desktop.domain.casus import ActieDraft, CasusActie, Overgeslagen, TijdlijnSoort, ZorgNiveau
from svp_desktop.domain.casus_mensen import SteunfiguurDraft
from svp_desktop.ui.tabs.casussen.actie_form import ActieForm
from svp_desktop.ui.tabs.casussen.rijen import Rijen
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from tests.ui.casussen.conftest import Way

_CODES = [actie.code for actie in ACTIES]


def _new(tab: CasussenTab, code: str) -> ActieForm:
    """The form of a new action, chosen in the list."""
    tab.primary_new()
    form = tab.actie_editor._form
    form.keuze.setCurrentIndex(form.keuze.model().index(_CODES.index(code), 0))
    return form


def _save(tab: CasussenTab) -> None:
    QTest.keyClick(tab.actie_editor._form.toelichting, "S", Qt.KeyboardModifier.ControlModifier)


def _recorded(way: Way, casus: int) -> list[CasusActie]:
    return list(way.werkplek.casussen.acties(casus))


def test_a_guard_stops_until_the_school_says_why(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "aankondiging")
    assert [item.lead for item in form.waarborgen.vragen()] == ["Eerst connectie"]
    _save(tab)
    assert _recorded(way, casus) == []
    assert form.fields["waarborg.connectie"].message().startswith("Schrijf waarom u toch verder gaat.")
    assert QApplication.focusWidget() is form.waarborgen.line("connectie")

    QTest.keyClicks(form.waarborgen.line("connectie"), "De brief lag er al.")
    _save(tab)
    [action] = _recorded(way, casus)
    assert action.overgeslagen == (Overgeslagen("connectie", "De brief lag er al."),)

    tab.page.action_opened.emit(action.id)
    assert form.waarborgen.line("connectie").text() == "De brief lag er al."


def test_an_action_is_found_by_its_letters_and_chosen_by_enter(tab: CasussenTab, way: Way) -> None:
    tab.show_record(way.open())
    tab.primary_new()
    form = tab.actie_editor._form
    for letter in "tele":
        typing = QApplication.focusWidget()
        assert typing is not None
        QTest.keyClicks(typing, letter)
    searching = QApplication.focusWidget()
    assert searching is not None
    QTest.keyClick(searching, Qt.Key.Key_Return)
    assert form.keuze.code() == "telefoonronde"
    assert form.keuze.hasFocus()


def test_no_guard_speaks_when_the_connection_is_there(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.action(casus, "relatiegebaar", "20-11-2026")
    tab.show_record(casus)
    assert _new(tab, "aankondiging").waarborgen.vragen() == ()
    _save(tab)
    assert len(_recorded(way, casus)) == 2


def test_a_talk_after_orange_cannot_be_ticked_off_at_once(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.werkplek.casussen.koppel(casus, (way.incident,))
    talk = way.action(casus, "gesprek", "24-11-2026", gedaan=False)
    tab.show_record(casus)
    tab.page.action_done.emit(talk)

    form = tab.actie_editor._form
    assert tab.stack.currentWidget() is tab.actie_editor
    assert not _recorded(way, casus)[0].gedaan
    assert "bij u en bij het kind" in form.waarborgen.vragen()[0].tekst
    for code in ("koud_ons", "koud_kind"):
        QTest.keyClick(form.velden._widgets[code], Qt.Key.Key_Space)
    assert form.waarborgen.vragen() == ()
    _save(tab)
    assert _recorded(way, casus)[0].gedaan


def test_a_gastklas_warns_and_keeps_its_reason(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "gastklas")
    form.datum.setText("16-11-2026")
    form.tot.setText("20-11-2026")
    form.tot.edited.emit()
    codes = [item.waarborg.value for item in form.waarborgen.vragen()]
    assert codes == ["schorsing", "gastklas_dagen"]
    assert "telt de schooldagen daarom niet" in form.waarborgen.vragen()[1].tekst
    QTest.keyClicks(form.waarborgen.line("schorsing"), "Met de directeur besproken.")
    _save(tab)
    assert _recorded(way, casus)[0].reden_van("schorsing") == "Met de directeur besproken."


def test_thuis_school_shows_the_earlier_steps(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.action(casus, "relatiegebaar", "20-11-2026")
    tab.show_record(casus)
    form = _new(tab, "thuis_school")
    assert form.waarborgen.vragen()[0].lead == "Er staat geen eerdere stap in het dossier"
    _save(tab)
    assert len(_recorded(way, casus)) == 1
    way.action(casus, "sit_in", "20-11-2026")
    form = _new(tab, "thuis_school") if tab.stack.currentWidget() is not tab.actie_editor else form
    tab.actie_editor._recheck()
    assert "Sit-in 1 keer, laatst 20 november" in form.waarborgen.vragen()[0].tekst
    _save(tab)
    assert len(_recorded(way, casus)) == 3


def test_a_bookmark_waits_on_the_page_until_its_talk_or_a_reason(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    action = way.action(casus, "bookmark", "20-11-2026")
    tab.show_record(casus)
    [line] = tab.page.bookmarks()
    assert line.text() == "Bookmark van vr 20 nov"
    assert [task.zin for task in way.werkplek.vandaag()] == ["Gesprek na de bookmark van 20 november"]

    line.click()
    form = tab.actie_editor._form
    QTest.keyClicks(form.waarborgen.line("bookmark"), "Zij is verhuisd.")
    _save(tab)
    assert tab.page.bookmarks() == []
    assert way.werkplek.vandaag() == ()

    tab.page.action_opened.emit(action)
    form.waarborgen.line("bookmark").clear()
    talk = form.velden._widgets["gesprek_op"]
    assert isinstance(talk, QLineEdit)
    QTest.keyClicks(talk, "23-11")
    _save(tab)
    assert _recorded(way, casus)[0].velden.dag("gesprek_op") == date(2026, 11, 23)
    assert tab.page.bookmarks() == []


def test_what_the_fields_hold_survives_leaving(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "telefoonronde")
    rows = form.velden._widgets["bellers"]
    QTest.keyClicks(rows.cell(0, 0), "Jan")
    form.afweging.setText("Past dit nu?")
    tab.go_back()
    tab.resume(f"actie:{casus}")
    assert form.velden.waarden().rijen("bellers") == (("Jan", "", "", ""),)
    assert form.afweging.text() == "Past dit nu?"
    assert form.velden._widgets["bellers"].cell(1, 0).text() == "", "there is an empty row to go on in"


def test_another_action_keeps_what_was_typed_but_records_only_its_own(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "bookmark")
    QTest.keyClicks(form.velden._widgets["stopzin"], "Stop.")
    form.keuze.setCurrentIndex(form.keuze.model().index(_CODES.index("dagstart"), 0))
    assert "stopzin" not in form.velden._widgets
    form.keuze.setCurrentIndex(form.keuze.model().index(_CODES.index("bookmark"), 0))
    assert form.velden._widgets["stopzin"].text() == "Stop."
    form.keuze.setCurrentIndex(form.keuze.model().index(_CODES.index("dagstart"), 0))
    _save(tab)
    assert _recorded(way, casus)[0].velden.waarden == ()


@pytest.fixture
def moved(tab: CasussenTab) -> Callable[[timedelta], None]:
    """Moves the clock of the card of a sit-in."""
    start = datetime(2026, 11, 24, 10, 0)
    now = [start]

    def go(step: timedelta) -> None:
        now[0] += step

    tab.actie_editor._form.velden._clock = lambda: now[0]
    return go


def test_a_sit_in_stops_after_half_an_hour(tab: CasussenTab, way: Way, moved: Callable[[timedelta], None]) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "sit_in")
    card = form.velden.sit_in
    assert card is not None
    assert card.state() == "Ten hoogste 30 minuten."
    assert "Jammer dat er nog geen oplossing is gekomen" in card._words.text()
    QTest.keyClick(card.start, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is card.stop
    moved(timedelta(minutes=29, seconds=30))
    card.tick()
    assert (card.remaining(), card.running()) == (30, True)
    moved(timedelta(minutes=1))
    card.tick()
    assert card.state() == "De tijd is voorbij. Zeg nu de slotzin."
    QTest.keyClick(card.stop, Qt.Key.Key_Space)
    _save(tab)
    [action] = _recorded(way, casus)
    assert (action.velden.tekst("begonnen"), action.velden.tekst("gestopt")) == ("10.00", "10.30")


def test_the_clock_of_a_sit_in_goes_on_after_the_form_was_left(
    tab: CasussenTab, way: Way, moved: Callable[[timedelta], None]
) -> None:
    casus = way.open()
    tab.show_record(casus)
    QTest.keyClick(_new(tab, "sit_in").velden.sit_in.start, Qt.Key.Key_Space)
    tab.go_back()
    moved(timedelta(minutes=12))
    tab.resume(f"actie:{casus}")
    card = tab.actie_editor._form.velden.sit_in
    assert (card.running(), card.remaining()) == (True, 18 * 60)


@pytest.mark.usefixtures("moved")
def test_the_clock_of_a_sit_in_runs_from_a_time_that_is_typed(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "sit_in")
    card, begun, ended = (form.velden.sit_in, *(form.velden._widgets[code] for code in ("begonnen", "gestopt")))
    begun.setFocus()
    QTest.keyClicks(begun, "9.45")
    QTest.keyClick(begun, Qt.Key.Key_Tab)
    assert (card.running(), card.remaining()) == (True, 15 * 60)
    ended.setFocus()
    QTest.keyClicks(ended, "9.55")
    QTest.keyClick(ended, Qt.Key.Key_Tab)
    assert not card.running()


def _typed(widget: QWidget, soort: VeldSoort) -> None:
    """Fill in one field with the keyboard."""
    words = {VeldSoort.DATUM: "23-11-2026", VeldSoort.TIJD: "10.25", VeldSoort.GETAL: "3"}
    if soort is VeldSoort.VINK:
        if not widget.isChecked():
            QTest.keyClick(widget, Qt.Key.Key_Space)
    elif soort in (VeldSoort.KEUZE, VeldSoort.WOORD):
        QTest.keyClick(widget, Qt.Key.Key_Down)
    else:
        line = widget.cell(0, 0) if isinstance(widget, Rijen) else widget.focusProxy() or widget
        QTest.keyClicks(line, words.get(soort, "Samen."))


def test_every_action_is_recorded_once_with_all_its_fields(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    for actie in ACTIES:
        form = _new(tab, actie.code)
        for veld in VELDEN[actie.code]:
            _typed(form.velden._widgets[veld.code], veld.soort)
        for item in form.waarborgen.vragen():
            if item.overslaan:
                QTest.keyClicks(form.waarborgen.line(item.waarborg.value), "Dit past nu.")
        _save(tab)
        assert tab.stack.currentWidget() is not tab.actie_editor, (actie.code, form._let_op.lead())
    found = {item.actie: item for item in _recorded(way, casus)}
    assert set(found) == {actie.code for actie in ACTIES}
    for code, action in found.items():
        assert {item.code for item in action.velden.waarden} == {veld.code for veld in VELDEN[code]}
        tab.page.action_opened.emit(action.id)
        assert not tab.actie_editor._form.dirty()
        tab.go_back()
    told = [event.zin for event in tab.page.tijdlijn.rows() if event.soort is TijdlijnSoort.ACTIE]
    assert "Marit Smeets: 1 mens op de lijst" in told
    rows = tab.page.tijdlijn.view.model()
    tips = [rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(rows.rowCount())]
    assert any("Toch verder (gastklas en schorsing): Dit past nu." in tip for tip in tips)
    assert any("Wie belt wie: Samen." in tip for tip in tips)


def test_the_words_that_are_offered_are_the_schools_and_another_may_be_typed(tab: CasussenTab, way: Way) -> None:
    way.werkplek.instellingen.zet("netwerkvormen", ("Buurt eet mee", "Wandelen met opa"))
    casus = way.open()
    tab.show_record(casus)
    vorm = _new(tab, "netwerkactie").velden._widgets["vorm"]
    assert [vorm.itemText(row) for row in range(vorm.count())] == ["Buurt eet mee", "Wandelen met opa"]
    assert vorm.currentText() == ""
    tab.show()
    vorm.setFocus()
    # a word of the school's own that begins like one of the list stays what was typed
    QTest.keyClicks(vorm.lineEdit(), "Wandelen")
    _save(tab)
    assert [item.velden.tekst("vorm") for item in _recorded(way, casus)] == ["Wandelen"]


def test_the_service_takes_no_empty_reason(way: Way) -> None:
    casus = way.open()
    draft = ActieDraft("gastklas", "vandaag", wie="Jan", overgeslagen=(Overgeslagen("schorsing", " "),))
    findings = way.werkplek.casussen.check_actie(casus, draft)
    assert [item.field for item in findings if item.blocks] == ["waarborg.schorsing"]


def _press(key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)


def test_a_telefoonronde_with_the_keyboard_only(tab: CasussenTab, way: Way, qtbot: QtBot) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.primary_new()
    _press(Qt.Key.Key_Down, 11)
    qtbot.waitUntil(lambda: all(widget.isVisible() for widget in tab.actie_editor._form.velden.order()))
    names = ("Wat mag gezegd worden?", "Wie belt, rij 1", "Belt met, rij 1", "Sprak het kind, rij 1")
    seen = []
    for _ in range(40):
        _press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget().accessibleName()
        if here in names:
            seen.append(here)
            if here.startswith("Sprak"):
                _press(Qt.Key.Key_Space)
                break
            QTest.keyClicks(QApplication.focusWidget(), "opa")
    assert tuple(seen) == names
    _press(Qt.Key.Key_S, 1, Qt.KeyboardModifier.ControlModifier)
    [action] = _recorded(way, casus)
    assert action.velden.rijen("bellers") == (("opa", "opa", "", "ja"),)
    assert action.velden.tekst("zeggen") == "opa"


def test_the_closing_rules_of_the_plan_stand_beside_the_closing_and_follow_the_school(
    tab: CasussenTab, way: Way
) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.page.close_casus.emit()
    form = tab.verloop_editor._form
    assert form._regels.text().splitlines() == list(way.werkplek.instellingen.lees().lijst("tot_slot"))
    tab.go_back()
    way.werkplek.instellingen.zet("tot_slot", ("Eerst samen eten.",))
    tab.page.close_casus.emit()
    assert form._regels.text() == "Eerst samen eten."


def test_a_day_to_look_back_waits_on_the_page_and_on_vandaag(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "oplossingsverzoek")
    QTest.keyClicks(form.velden._widgets["terugkijken_op"], "1-12-2026")
    form.velden._widgets["gelukt"].plus.click()
    _save(tab)
    assert [line.text() for line in tab.page.bookmarks()] == ["Oplossingsverzoek, di 1 dec"]
    [task] = way.werkplek.vandaag()
    assert (task.zin, task.datum) == ("Samen terugkijken op het oplossingsverzoek", date(2026, 12, 1))
    tab.page.bookmarks()[0].click()
    assert form.velden.waarden().tekst("gelukt") == "1"
    QTest.keyClicks(form.velden._widgets["teruggekeken_op"], "vandaag")
    _save(tab)
    assert tab.page.bookmarks() == []
    assert way.werkplek.vandaag() == ()


def test_an_action_stays_chosen_while_another_is_searched(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    tab.primary_new()
    form = tab.actie_editor._form
    QTest.keyClicks(form._zoek, "relat")
    QTest.keyClick(form._zoek, Qt.Key.Key_Return)
    assert form.keuze.code() == "relatiegebaar"
    form._zoek.clear()
    QTest.keyClicks(form._zoek, "gastklas")
    assert form.draft().actie == "relatiegebaar", "its fields are what the form shows"
    form._zoek.clear()
    assert form.keuze.currentIndex().row() == 1
    tab.actie_editor.save.emit()
    assert [item.actie for item in way.werkplek.casussen.acties(casus)] == ["relatiegebaar"]


def test_the_level_of_the_casus_is_offered_with_waakzaamheid_and_can_be_left_out(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "waakzaamheid")
    tick = form.velden._widgets["zet_niveau"]
    assert tick.isChecked()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    form.keuze.set_code("bookmark")
    form._chosen("bookmark")
    form.keuze.set_code("waakzaamheid")
    form._chosen("waakzaamheid")
    assert not form.velden._widgets["zet_niveau"].isChecked(), "what was taken off stays off"
    QTest.keyClick(form.velden._widgets["zet_niveau"], Qt.Key.Key_Space)
    QTest.keyClick(form.velden._widgets["niveau"], Qt.Key.Key_End)
    QTest.keyClicks(form.velden._widgets["herzien_op"], "7-12-2026")
    _save(tab)
    assert way.werkplek.casussen.lees(casus).zorg is ZorgNiveau.BESCHERMEND
    assert tab.page._zorg.text() == "Beschermend, opnieuw bekijken ma 7 dec"


def test_the_steunfiguren_of_the_casus_are_filled_in_with_their_number_when_they_agreed(
    tab: CasussenTab, way: Way
) -> None:
    casus = way.open()
    for draft in (
        SteunfiguurDraft(None, "Opa Gerard", "opa", "06 11 11 11 11", "23-11-2026", "moeder"),
        SteunfiguurDraft(None, "Ria", "buurvrouw", "06 22 22 22 22"),
    ):
        way.werkplek.casusmensen.bewaar_steunfiguur(casus, draft)
    tab.show_record(casus)
    form = _new(tab, "telefoonronde")
    proposal = form.velden._voorstel
    assert [item.text() for item in proposal.order()] == ["Opa Gerard, opa", "Ria, buurvrouw", "Allemaal"]
    assert set(proposal.order()) <= set(form.velden.order())
    QTest.keyClick(proposal.order()[0], Qt.Key.Key_Space)
    assert [item.text() for item in proposal.order() if item.isVisibleTo(proposal)] == ["Ria, buurvrouw"]
    QTest.keyClick(next(item for item in proposal.order() if item.isVisibleTo(proposal)), Qt.Key.Key_Space)
    assert proposal.isHidden()
    assert form.velden._widgets["bellers"].rijen() == (
        ("Marit Smeets", "Opa Gerard, opa", "06 11 11 11 11", ""),
        ("Marit Smeets", "Ria, buurvrouw", "", ""),
    )
    _save(tab)
    [action] = _recorded(way, casus)
    assert len(action.velden.rijen("bellers")) == 2

    form = _new(tab, "gesprek")
    QTest.keyClick(form.velden._voorstel.order()[2], Qt.Key.Key_Space)
    assert form.velden._widgets["aanwezig"].text() == "Opa Gerard, Ria"


def test_a_day_of_the_week_of_a_plan_and_of_the_return_from_a_gastklas_is_the_next_one(
    tab: CasussenTab, way: Way
) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "gastklas")
    day = form.velden._widgets["terug_op"]
    day.setFocus()
    QTest.keyClicks(day, "vr")
    form.datum.setFocus()
    assert day.text() == "vr 27-11-2026"
    for chosen, friday in ((1, "vr 27-11-2026"), (0, "vr 20-11-2026")):
        form.stand.parts()[chosen].click()
        form.datum.setFocus()
        form.datum.clear()
        QTest.keyClicks(form.datum, "vr")
        form.wie.setFocus()
        assert form.datum.text() == friday


def test_of_a_long_line_the_beginning_is_seen(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    form = _new(tab, "herstelactie")
    long = "voor de kinderen van de andere groep, hun leerkracht en iedereen die erbij stond op het plein, " * 2
    field = form.velden._widgets["voor_wie"]
    assert isinstance(field, QLineEdit)
    field.setText(long)
    form.wie.setText(long)
    _save(tab)
    [action] = _recorded(way, casus)
    tab.page.action_opened.emit(action.id)
    shown = form.velden._widgets["voor_wie"]
    assert isinstance(shown, QLineEdit)
    assert (shown.text(), shown.cursorPosition(), form.wie.cursorPosition()) == (long.strip(), 0, 0)
