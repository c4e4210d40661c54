"""The workplace: tabs, routes, keys, the command field, messages, drafts; and what lies over it."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from svp_desktop import app
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import IntussenVeranderd, UserFacing
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Leerling, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.settings import DEFAULTS, Settings
from svp_desktop.ui.faults import NAME, Faults
from svp_desktop.ui.help import HelpPage, chapters
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.theme import LOOK
from svp_desktop.ui.theme.apply import Choice

WACHTWOORD = "vier losse woorden, klaar"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def heard(window: MainWindow, code: str) -> list[object]:
    found = window.page(code).heard
    taken, found[:] = list(found), []
    return taken


def key(window: QWidget, text: str) -> None:
    """Press a shortcut on the widget that has the keyboard."""
    QTest.keySequence(window.window(), text)


# -- tabs and routes


def test_a_page_is_built_at_its_first_visit(window: MainWindow) -> None:
    assert len(window.built_pages()) == 1
    window.tabs.setCurrentIndex(1)
    assert window.current_code() == "casussen"
    window.tabs.setCurrentIndex(0)
    window.tabs.setCurrentIndex(1)
    assert len(window.built_pages()) == 2


def test_a_page_behind_meer_selects_no_tab_and_the_tab_leads_back(window: MainWindow) -> None:
    window.show_page("personen")
    assert window.tabs.property("none") is True
    assert window.more.property("here") is True
    window.tabs.tabBarClicked.emit(window.tabs.currentIndex())
    assert window.current_code() == "incidenten"
    assert window.tabs.property("none") is False


def test_meer_lists_what_is_not_a_tab(window: MainWindow) -> None:
    entries = [action for action in window.more_menu.actions() if action.data()]
    assert [action.text() for action in entries] == ["Leerlingen en medewerkers"]
    entries[0].trigger()
    assert window.current_code() == "personen"


@pytest.mark.parametrize(
    ("signal", "arguments", "code", "expected"),
    [
        ("show_incident_requested", (4,), "incidenten", 4),
        ("show_casus_requested", (5,), "casussen", 5),
        ("show_person_requested", (6,), "personen", 6),
        ("open_casus_requested", (7,), "casussen", (7, "incident")),
        ("compose_requested", (8, "aankondiging_kind"), "papier", (8, "aankondiging_kind")),
        ("draft_requested", ("persoon:9",), "personen", "persoon:9"),
    ],
)
def test_what_crosses_tabs_is_routed(window: MainWindow, signal: str, arguments: tuple, code: str, expected) -> None:
    getattr(window.page("incidenten"), signal).emit(*arguments)
    assert window.current_code() == code
    assert heard(window, code) == [expected]


def test_counters_stand_in_the_tab(window: MainWindow) -> None:
    window.page("casussen").counter_changed.emit(11)
    assert window.tabs.tabText(1) == "Lopende casussen  11"
    window.page("casussen").counter_changed.emit(0)
    assert window.tabs.tabText(1) == "Lopende casussen"


def test_the_top_bar_names_school_and_user_and_follows_a_change(window: MainWindow) -> None:
    werkplek = window.context.werkplek
    labels = {label.text() for label in window.findChildren(QLabel)}
    assert {"De Regenboog", "Hanneke Vos, directeur"} <= labels
    from dataclasses import replace

    werkplek.school.bewaar(replace(werkplek.school.lees(), naam="De Haven"))
    window.context.hub.publish(Changes.of(Topic.SCHOOL))
    assert "De Haven" in {label.text() for label in window.findChildren(QLabel)}


def test_the_window_fits_a_small_laptop(window: MainWindow) -> None:
    hint = window.minimumSizeHint()
    assert (hint.width() <= 1270, hint.height() <= 690) == (True, True)


# -- keys


@pytest.mark.parametrize("width", [910, 1270])
def test_the_buttons_in_the_head_are_whole_at_every_width(window: MainWindow, width: int) -> None:
    window.resize(width, 480)
    QApplication.processEvents()
    for part in (window._form.blank, window._form.lock):
        assert part.width() >= part.sizeHint().width(), part.text()
    assert (window.palette_field.width() >= 400) is (width == 1270)


@pytest.mark.parametrize("width", [1090, 1270])
def test_the_name_of_the_school_is_whole_where_there_is_room(window: MainWindow, width: int) -> None:
    form = window._form
    form.school.setText("Montessorischool De Vuurtoren aan Zee")
    window.resize(width, 480)
    QApplication.processEvents()
    for part in (form.school, form.user, form.blank, form.lock):
        assert part.width() >= part.sizeHint().width(), part.text()
    window.resize(1800, 480)
    QApplication.processEvents()
    middle = window.palette_field.mapTo(window, window.palette_field.rect().center()).x()
    assert abs(middle - 900) < 12, "with room enough the search field is in the middle"


def test_keys_reach_the_page_that_is_shown(window: MainWindow) -> None:
    for text in ("Ctrl+N", "Ctrl+F", "Ctrl+P", "Esc"):
        key(window, text)
    assert heard(window, "incidenten") == ["new", "search", "print", "back"]
    key(window, "Ctrl+2")
    assert window.current_code() == "casussen"


@pytest.mark.parametrize("code", ["casussen", "personen", "incidenten"])
def test_a_new_incident_begins_from_every_page(window: MainWindow, code: str) -> None:
    window.page("incidenten")
    window.show_page(code)
    key(window, "Ctrl+Shift+N")
    assert window.current_code() == "incidenten"
    assert heard(window, "incidenten") == ["new"]


def test_a_page_that_can_make_nothing_gives_a_new_incident(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from svp_desktop.ui.context import TabPage

    monkeypatch.setattr(type(window.page("personen")), "primary_new", TabPage.primary_new)
    window.show_page("personen")
    window.new_here()
    assert window.current_code() == "incidenten"


def test_lock_and_blank_are_asked_by_key_and_button(window: MainWindow, qtbot) -> None:
    for text, signal in (("Ctrl+L", window.lock_requested), ("F12", window.blank_requested)):
        with qtbot.waitSignal(signal):
            key(window, text)
    for text, signal in (("Vergrendelen", window.lock_requested), ("Leeg scherm", window.blank_requested)):
        with qtbot.waitSignal(signal):
            next(found for found in window.findChildren(QPushButton) if found.text() == text).click()


def test_letters_grow_by_key(window: MainWindow) -> None:
    key(window, "Ctrl+=")
    assert LOOK.scale == 1.1
    key(window, "Ctrl+-")
    key(window, "Ctrl+-")
    assert LOOK.scale == 0.9
    key(window, "Ctrl+0")
    assert LOOK.scale == 1.0


def test_dark_is_chosen_in_the_menu(window: MainWindow) -> None:
    looks = [action for action in window.findChildren(QAction) if action.data() == Choice.DONKER.value]
    looks[0].trigger()
    assert LOOK.dark


# -- the command field


def test_commands_are_found_by_any_word_and_run(window: MainWindow) -> None:
    key(window, "Ctrl+K")
    field = window.palette_field
    assert field.hasFocus()
    QTest.keyClicks(field, "medew")
    assert [hit.title for hit in field.hits] == ["Naar Leerlingen en medewerkers"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.current_code() == "personen"
    assert field.text() == ""


def test_what_was_chosen_in_the_search_field_has_the_keyboard(window: MainWindow) -> None:
    field = window.palette_field
    for twice in range(2):
        # the second time its page is in front already
        window.search_all()
        QTest.keyClicks(field, "medew")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert window.current_code() == "personen"
        assert not field.hasFocus(), twice
        assert QApplication.focusWidget() is window.page("personen")


def test_children_are_found_and_opened(window: MainWindow) -> None:
    made = window.context.werkplek.personen.bewaar(
        Leerling(0, "", Naam("Łukasz", "van", "Dijk"), "17", date(2016, 3, 1), jaargroep=8)
    )
    window.search_all()
    QTest.keyClicks(window.palette_field, "luk dij")
    assert [hit.title for hit in window.palette_field.hits] == ["Łukasz van Dijk", "Verloop van Łukasz van Dijk"]
    QTest.keyClick(window.palette_field, Qt.Key.Key_Return)
    assert window.current_code() == "personen"
    assert heard(window, "personen") == [made.value]


def test_a_command_goes_before_an_incident_with_the_same_words(window: MainWindow) -> None:
    work = window.context.werkplek
    child = work.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"), "1", date(2016, 3, 1), jaargroep=8)).value
    work.incidenten.registreer(
        IncidentDraft(
            datum="23-11-2026",
            plaats="Plein",
            soorten=(SoortKeuze(Soort.BEDREIGING),),
            mand=Mand.GEEL,
            betrokkenen=(work.personen.als_betrokkene(child, frozenset({Betrokkenheid.DADER})),),
            feiten="Een van de medewerkers zag het.",
        )
    )
    window.search_all()
    QTest.keyClicks(window.palette_field, "medew")
    assert [hit.title for hit in window.palette_field.hits] == [
        "Naar Leerlingen en medewerkers",
        "2026-0001  Mees Jansen",
    ]
    QTest.keyClick(window.palette_field, Qt.Key.Key_Return)
    assert window.current_code() == "personen"


def test_a_search_that_finds_nothing_says_so_and_keeps_what_was_typed(window: MainWindow) -> None:
    window.search_all()
    field = window.palette_field
    QTest.keyClicks(field, "zzz")
    assert field.hits == []
    assert field.popup().isVisible()
    assert "Niets gevonden" in field.popup().model().index(0, 0).data()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "zzz"
    assert not field.popup().isVisible()


def test_escape_leaves_the_command_field(window: MainWindow) -> None:
    window.search_all()
    window.palette_field.popup().hide()
    window.palette_field.setText("iets")
    window.go_back()
    assert window.palette_field.text() == ""
    assert heard(window, "incidenten") == []


# -- messages


def test_an_error_is_said_in_the_page_and_never_with_its_own_text(window: MainWindow) -> None:
    bar = window.context.bar
    bar.show_error(IntussenVeranderd())
    assert window.messages.notice.lead() == IntussenVeranderd.what
    bar.show_error(ValueError("Mees Jansen"))
    assert "Mees" not in window.messages.notice.lead() + window.messages.notice.text()
    assert window.messages.notice.lead() == UserFacing.what
    window.go_back()
    assert not window.messages.isVisible()


def test_a_deletion_can_be_undone_from_the_foot(window: MainWindow) -> None:
    undone: list[int] = []

    def undo() -> None:
        undone.append(1)

    window.context.bar.offer_undo("Incident verwijderd.", undo)
    assert (window.snackbar.isVisible(), window.snackbar.text()) == (True, "Incident verwijderd.")
    window.snackbar.undo_button().click()
    assert undone == [1]
    assert not window.snackbar.isVisible()
    window.context.bar.say("Opgeslagen.")
    assert not window.snackbar.undo_button().isVisible()


def test_after_unlocking_the_draft_is_offered_and_resumed(window: MainWindow) -> None:
    concepten = window.context.werkplek.concepten
    concepten.bewaar("incident:nieuw", {"feiten": "Mees riep"}, "een nieuw incident")
    window.offer_drafts(concepten.alle())
    assert window.messages.notice.lead() == "U was bezig met: een nieuw incident"
    next(found for found in window.messages.findChildren(QPushButton) if found.text() == "Verder gaan").click()
    assert heard(window, "incidenten") == ["incident:nieuw"]
    assert not window.messages.isVisible()


def test_a_draft_of_a_page_that_is_absent_is_not_offered(window: MainWindow) -> None:
    concepten = window.context.werkplek.concepten
    concepten.bewaar("meldcode:3", {}, "een stap")
    window.offer_drafts(concepten.alle())
    assert not window.messages.isVisible()


# -- the program around it


def test_a_blank_screen_hides_everything_and_comes_back(running, qtbot) -> None:
    running.make_school()
    program = running.unlocked()
    window = program.window
    window.page("incidenten").field.setText("Mees")
    QTest.keySequence(program.shell, "F12")
    qtbot.wait(50)
    shown = program.shell.grab().toImage()
    window.page("incidenten").field.setText("iets heel anders")
    assert program.shell.grab().toImage() == shown
    assert not window.isEnabled()
    QTest.keySequence(program.shell, "F12")
    assert window.isEnabled()
    assert program.shell.grab().toImage() != shown
    assert running.restarts == 0


def test_after_a_paper_the_tab_that_it_belongs_to_is_shown(running) -> None:
    """A paper begins at a casus: without one its page is empty."""
    running.make_school()
    first = running.unlocked()
    first.window.show_page("papier")
    first.quit()
    assert running.unlocked().window.current_code() == "casussen"


def test_where_the_user_was_is_remembered(running) -> None:
    running.make_school()
    first = running.unlocked()
    first.window.show_page("casussen")
    first.shell.resize(800, 600)
    first.quit()
    assert not first.shell.isVisible()
    again = running.unlocked()
    assert again.window.current_code() == "casussen"
    assert again.shell.size().toTuple() == (800, 600)


def test_closing_the_window_keeps_what_is_typed(running, qtbot) -> None:
    running.make_school()
    first = running.unlocked()
    first.window.page("incidenten").field.setText("Mees riep")
    first.shell.close()
    qtbot.waitUntil(first.shell.isHidden)
    again = running.unlocked()
    assert "een nieuw incident" in again.window.messages.notice.lead()


def test_the_look_is_remembered(running) -> None:
    running.make_school()
    program = running.again()
    program.theme.choose(Choice.DONKER)
    assert running.settings().get("thema") == "donker"


# -- preferences, faults, handleiding, options


def test_preferences_hold_only_what_is_in_the_table(tmp_path: Path) -> None:
    file = tmp_path / "config" / "voorkeuren.json"
    made = Settings(file)
    made.put("thema", "donker")
    assert Settings(file).get("thema") == "donker"
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(KeyError):
        made.put("leerling", "Mees")
    with pytest.raises(TypeError):
        made.put("thema", 3)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"thema": 3, "vreemd": 1}', "x" * 70_000])
def test_damaged_preferences_are_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "voorkeuren.json"
    file.write_text(text)
    made = Settings(file)
    assert {name: made.get(name) for name in DEFAULTS} == DEFAULTS


def test_a_bug_is_noted_by_kind_and_place_only(tmp_path: Path, clock) -> None:
    shown: list[UserFacing] = []
    faults = Faults(tmp_path / "logs", clock, shown.append)
    try:
        raise ValueError("Mees Jansen")
    except ValueError:
        faults.caught(*sys.exc_info())
    line = (tmp_path / "logs" / NAME).read_text()
    assert "Mees" not in line
    assert "ValueError" in line
    assert str(shown[0].number) in line
    assert str(shown[0].number) in shown[0].now
    faults.caught(IntussenVeranderd, IntussenVeranderd(), None)
    assert isinstance(shown[1], IntussenVeranderd)


def test_the_handleiding_has_a_sheet_of_the_real_keys(window: MainWindow, shown: Callable[[QWidget], QWidget]) -> None:
    page = HelpPage([(text, words) for text, words, _ in window.shortcuts()])
    shown(page)
    page.show_chapter("Toetsen")
    text = page.text.toPlainText()
    assert all(found[0] in text and found[1] in text for found in window.shortcuts())
    titles = [title for title, _ in chapters()]
    assert titles[0] == "Beginnen"
    assert titles[-1] == "Over dit programma"
    assert page.minimumSizeHint().height() <= 690


def test_a_profile_of_ones_own_keeps_everything_in_one_folder(tmp_path: Path) -> None:
    paths = app.paths_of(app.options(["--profile", str(tmp_path), "--theme", "donker"]).profile)
    assert all(tmp_path in folder.parents for folder in (paths.data, paths.config, paths.backups, paths.logs))


@pytest.mark.parametrize("rol", [Rol.DIRECTEUR, Rol.INTERNE_VERTROUWENSPERSOON], ids=lambda rol: rol.value)
def test_every_page_of_a_role_can_be_made(rol: Rol, theme, clock, qtbot, tmp_path: Path) -> None:
    from svp_desktop.ui.ask import Scripted
    from svp_desktop.ui.context import Context
    from svp_desktop.ui.hub import Hub
    from svp_desktop.ui.tasks import Immediately

    toegang = Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Regenboog", "Nijmegen", "Hanneke Vos", rol, WACHTWOORD)
    made = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), app.pages(), theme, "De Regenboog")
    qtbot.addWidget(made)
    made.resize(1270, 690)
    made.show()
    too_large = {}
    for code in made.kinds():
        made.show_page(code)
        hint = made.minimumSizeHint()
        if hint.width() > 1270 or hint.height() > 690:
            too_large[code] = hint.toTuple()
    assert too_large == {}
    private = {"meldcode", "vertrouwelijk"} & set(made.kinds())
    assert private == ({"meldcode", "vertrouwelijk"} if rol is Rol.INTERNE_VERTROUWENSPERSOON else set())
    werkplek.vergrendel()


def test_a_new_casus_begins_from_the_search_field(window: MainWindow) -> None:
    field = window.palette_field
    QTest.keyClicks(field, "nieuwe casus")
    assert [hit.title for hit in field.hits] == ["Nieuwe casus"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    heard = window.page("casussen").heard
    assert heard == [(0, "")]
