"""Meldcode-dossier and Vertrouwelijk: what is written there, and that no other part of the program learns of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from svp_desktop.domain.aantekeningen import AantekeningDraft, Aard, DossierDraft
from svp_desktop.domain.school import Bouw, Leerling, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.aantekeningen import CONCEPT_DOSSIER, concept_sleutel
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabSpec
from svp_desktop.ui.damage_page import DamagePage
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.places import Places
from svp_desktop.ui.tabs.aantekeningen.blad import WINDOW
from svp_desktop.ui.tabs.aantekeningen.notitie import FOLDED
from svp_desktop.ui.tabs.aantekeningen.tab import AantekeningenTab, MeldcodeTab, VertrouwelijkTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests.ui.conftest import WACHTWOORD, Probe, probe_pages

HOSTILE = "<b>O'Brien</b> =1+1 Łukasz"
SPECS = [
    *probe_pages(),
    TabSpec("meldcode", "Meldcode-dossier", "shield-check", MeldcodeTab, soort="meldcode"),
    TabSpec("vertrouwelijk", "Vertrouwelijk", "lock", VertrouwelijkTab, soort="eigen"),
]


@pytest.fixture
def toegang(tmp_path: Path, clock: Clock) -> Toegang:
    """The way in of an own profile."""
    return Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())


@pytest.fixture
def werkplek(toegang: Toegang) -> Iterator[Werkplek]:
    """A school whose vertrouwenspersoon is at work, with two pupils in the register."""
    made = toegang.maak_school("De Regenboog", "Nijmegen", "Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON, WACHTWOORD)
    groep = made.school.bewaar_groep("groep 4", Bouw.ONDERBOUW).value
    for naam in (Naam("Finn", "", "Mulder"), Naam(HOSTILE, "van", "Dijk")):
        made.personen.bewaar(Leerling(0, "", naam, groep_id=groep))
    yield made
    made.vergrendel()


@pytest.fixture
def window(theme: Theme, werkplek: Werkplek, clock: Clock, shown: Callable[[QWidget], QWidget]) -> MainWindow:
    """The whole window of the vertrouwenspersoon."""
    made = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), SPECS, theme, "De Regenboog")
    made.show_page("incidenten")
    made.resize(1270, 690)
    shown(made)
    return made


@pytest.fixture(params=["meldcode", "vertrouwelijk"])
def tab(request: pytest.FixtureRequest, window: MainWindow) -> AantekeningenTab:
    """Each of the two tabs, in front."""
    page = window.show_page(request.param)
    assert isinstance(page, AantekeningenTab)
    return page


@pytest.fixture
def vertrouwelijk(window: MainWindow) -> AantekeningenTab:
    """The private tab, in front."""
    page = window.show_page("vertrouwelijk")
    assert isinstance(page, AantekeningenTab)
    return page


def texts(widget: QWidget) -> str:
    """Everything that can be read in a widget now."""
    found = [part.text() for kind in (QLabel, QLineEdit, QPushButton) for part in widget.findChildren(kind)]
    found += [part.toPlainText() for part in widget.findChildren(QPlainTextEdit)]
    return "\n".join(found)


def seen(widget: QWidget) -> str:
    """Everything that is on the screen now."""
    QCoreApplication.processEvents()  # a widget in a layout shows itself a turn later
    parts = [part for kind in (QLabel, QPushButton) for part in widget.findChildren(kind) if part.isVisible()]
    return "\n".join(part.text() for part in parts)


def press(widget: QWidget, words: str) -> None:
    """Press the first visible button with these words."""
    QCoreApplication.processEvents()
    [found, *_] = [part for part in widget.findChildren(QPushButton) if part.text() == words and part.isVisible()]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def dossier(tab: AantekeningenTab, naam: str = "Noor van 't Hof") -> int:
    """A dossier with one note, opened on the page."""
    made = tab._service.open(DossierDraft(naam, "groep 6")).value
    tab._service.leg_vast(made, AantekeningDraft("23-11-2026", "10.25", "moeder", Aard.FEIT, f"Gesprek over {naam}."))
    tab.reload()
    tab.show_record(made)
    return made


def type_note(tab: AantekeningenTab, text: str) -> None:
    """Begin a note by keyboard and type its text."""
    tab.primary_new()
    QTest.keyClicks(tab.aantekening_editor._form.tekst, text)


def test_an_empty_list_says_what_belongs_here(window: MainWindow) -> None:
    assert "zorgen maakt over een kind" in window.show_page("meldcode").lijst.sentence()  # type: ignore[attr-defined]
    assert "als vertrouwenspersoon" in window.show_page("vertrouwelijk").lijst.sentence()  # type: ignore[attr-defined]


def test_a_pupil_is_found_by_two_letters_and_the_dossier_keeps_its_own_copy(
    tab: AantekeningenTab, werkplek: Werkplek
) -> None:
    press(tab, "Nieuw dossier")
    form = tab.dossier_editor._form
    QTest.keyClicks(form.naam, "fi")
    form.naam.choose(0)
    assert (form.naam.text(), form.groep.text()) == ("Finn Mulder", "groep 4")
    press(tab, "Dossier openen")
    assert tab.page.title.title() == "Dossier 2026-01"
    [row] = tab._service.lijst()
    found = tab._service.lees(row.id).dossier
    [pupil] = werkplek.personen.zoek("Finn")
    assert (found.naam, found.groep) == ("Finn Mulder", "groep 4")
    assert found.persoon_uuid == werkplek.personen.lees(pupil.id).uuid


def test_own_words_are_no_person_of_the_register(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    form = tab.dossier_editor._form
    QTest.keyClicks(form.naam, "fi")
    form.naam.choose(0)
    QTest.keyClicks(form.naam, " en zijn zus")
    assert form.draft().persoon_uuid is None


def test_enter_does_not_take_what_was_offered_for_an_earlier_text(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "fi")
    tab.go_back()
    tab._service.concepten.wis(CONCEPT_DOSSIER)
    tab.new_dossier()
    QTest.keyClick(tab.dossier_editor._form.naam, Qt.Key.Key_Return)
    assert tab.dossier_editor._form.draft() == DossierDraft()


def test_a_dossier_about_nobody_is_not_opened(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    press(tab, "Dossier openen")
    assert "over wie" in tab.dossier_editor._form.fields["naam"].message()
    assert tab._service.lijst() == ()


def test_a_note_by_keyboard(tab: AantekeningenTab) -> None:
    dossier(tab)
    type_note(tab, "Vertelde over ruzie thuis.")
    if tab._service.met_aard:
        QTest.keyClick(tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert "een feit, een mening" in tab.aantekening_editor._form.fields["aard"].message()
        tab.aantekening_editor._form.aard.parts()[2].click()
    else:
        assert not tab.aantekening_editor._form.fields["aard"].isVisible()
    QTest.keyClick(tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert tab.stack.currentWidget() is tab.page
    first = tab.page.notes()[0].note
    assert (first.inhoud.tekst, first.door) == ("Vertelde over ruzie thuis.", "Ilse Bruins")
    assert first.inhoud.aard is (Aard.VERMOEDEN if tab._service.met_aard else None)


def test_what_is_typed_is_kept_and_offered_again(tab: AantekeningenTab) -> None:
    number = dossier(tab)
    type_note(tab, "Half")
    assert tab.go_back()
    assert tab._service.concepten.lees(concept_sleutel(number)) is not None
    assert "U was bezig met een aantekening" in seen(tab.page)
    press(tab.page, "Verder gaan")
    assert tab.aantekening_editor._form.tekst.text() == "Half"
    tab.go_back()
    press(tab.page, "Weggooien")
    assert tab._service.concepten.alle() == ()
    assert "U was bezig" not in seen(tab.page)


def test_undo_of_typing_brings_nothing_of_another_dossier(tab: AantekeningenTab) -> None:
    dossier(tab, "Finn Mulder")
    type_note(tab, "Over Finn")
    QTest.keyClick(tab.aantekening_editor._form.tekst, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tab.aantekening_editor._form.tekst, Qt.Key.Key_Delete)
    tab.go_back()
    dossier(tab)
    tab.new_note()
    QTest.keyClick(tab.aantekening_editor._form.tekst, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tab.aantekening_editor._form.tekst.text() == ""


def test_the_list_offers_what_was_being_typed_without_a_name(tab: AantekeningenTab) -> None:
    dossier(tab)
    type_note(tab, "Half")
    tab.go_back()
    tab.go_back()
    assert "U was bezig met een aantekening" in seen(tab.lijst)
    assert "Noor" not in seen(tab.lijst)
    press(tab.lijst, "Verder gaan")
    assert tab.aantekening_editor._form.tekst.text() == "Half"
    press(tab, "Dossier 2026-01")
    tab.go_back()
    press(tab.lijst, "Weggooien")
    assert "U was bezig" not in seen(tab.lijst)
    assert tab._service.concepten.alle() == ()


def test_a_correction_shows_the_earlier_text_when_asked(tab: AantekeningenTab) -> None:
    dossier(tab)
    press(tab.page, "Verbeteren")
    tab.aantekening_editor._form.tekst.setPlainText("Gesprek met beide ouders.")
    press(tab, "Opslaan")
    [note] = tab.page.notes()
    assert "Gesprek over" not in seen(note)
    press(note, "Eerdere tekst")
    assert "Gesprek over Noor van 't Hof." in seen(note)
    press(note, "Eerdere tekst verbergen")
    assert "Gesprek over" not in seen(note)


def test_a_note_taken_away_leaves_a_line_and_comes_back(window: MainWindow, tab: AantekeningenTab) -> None:
    dossier(tab)
    press(tab.page, "Weghalen")
    assert "weggehaald op di 24-11-2026" in seen(tab.page)
    assert "Gesprek over" not in seen(tab.page)
    assert window.snackbar.text() == "Aantekening weggehaald."
    window.snackbar.undo_button().click()
    assert "Gesprek over" in seen(tab.page)
    press(tab.page, "Verbeteren")
    press(tab, "Weghalen")
    press(tab.page, "Terugzetten")
    assert "Gesprek over" in seen(tab.page)


def test_undo_does_not_close_the_form_that_is_open(window: MainWindow, tab: AantekeningenTab) -> None:
    dossier(tab)
    press(tab.page, "Weghalen")
    type_note(tab, "Nieuw")
    window.snackbar.undo_button().click()
    assert tab.stack.currentWidget() is tab.aantekening_editor
    assert tab.aantekening_editor._form.tekst.text() == "Nieuw"


def test_a_dossier_opened_by_mistake_is_taken_back(window: MainWindow, tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "Vergissing")
    press(tab, "Dossier openen")
    window.snackbar.undo_button().click()
    assert tab.stack.currentWidget() is tab.lijst
    assert tab.lijst.rows() == ()


def test_a_dossier_with_a_note_is_not_taken_back(window: MainWindow, tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "Noor")
    press(tab, "Dossier openen")
    [row] = tab._service.lijst()
    tab._service.leg_vast(row.id, AantekeningDraft("vandaag", aard=Aard.FEIT, tekst="x"))
    window.snackbar.undo_button().click()
    assert "staat al een aantekening" in window.messages.notice.lead()
    assert len(tab._service.lijst()) == 1


def test_a_closed_dossier_is_read_only_and_reopens(window: MainWindow, tab: AantekeningenTab) -> None:
    number = dossier(tab)
    press(tab.page, "Dossier sluiten")
    assert "Gesloten op di 24-11-2026" in seen(tab.page)
    assert not {"Nieuwe aantekening", "Verbeteren", "Weghalen", "Naam en groep"} & set(seen(tab.page).splitlines())
    tab.primary_new()
    assert tab.stack.currentWidget() is tab.page
    window.snackbar.undo_button().click()
    assert "Nieuwe aantekening" in seen(tab.page)
    press(tab.page, "Dossier sluiten")
    tab.show_list()
    assert tab.lijst.rows() == ()
    tab.lijst.gesloten.click()
    tab.lijst.table.opened.emit(0)
    press(tab.page, "Heropenen")
    assert not tab._service.lees(number).dossier.gesloten


def test_another_name(tab: AantekeningenTab) -> None:
    number = dossier(tab)
    press(tab.page, "Naam en groep")
    tab.dossier_editor._form.groep.setText("groep 7")
    press(tab, "Opslaan")
    assert tab._service.lees(number).dossier.groep == "groep 7"
    assert "groep 7" in seen(tab.page)


def test_an_open_dossier_shows_no_other_name_and_leaves_nothing_behind(tab: AantekeningenTab) -> None:
    dossier(tab, "Finn Mulder")
    dossier(tab, "Noor van 't Hof")
    assert not tab.lijst.isVisible()
    assert "Noor" in seen(tab)
    assert "Finn" not in seen(tab)
    type_note(tab, "Nog iets over Noor")
    tab.go_back()
    press(tab.page, "Naam en groep")
    tab.go_back()
    tab.go_back()
    assert tab.stack.currentWidget() is tab.lijst
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for part in (tab.page, tab.dossier_editor, tab.aantekening_editor):
        for name in ("Noor", "Finn"):
            assert name not in texts(part)


def test_the_search_finds_a_word_of_a_note(tab: AantekeningenTab) -> None:
    dossier(tab, "Finn Mulder")
    dossier(tab)
    tab.focus_search()
    QTest.keyClicks(tab.lijst.zoek, "gesprek finn")
    assert [row.naam for row in tab.lijst.rows()] == ["Finn Mulder"]
    QTest.keyClicks(tab.lijst.zoek, "zzz")
    assert "Geen dossier gevonden" in tab.lijst.sentence()


def test_hostile_names_are_shown_as_they_are(tab: AantekeningenTab) -> None:
    dossier(tab, HOSTILE)
    assert f"{HOSTILE}, groep 6" in seen(tab.page)
    assert f"Gesprek over {HOSTILE}." in seen(tab.page)
    tab.show_list()
    assert tab.lijst.rows()[0].naam == HOSTILE


def test_many_notes_and_a_long_one_are_folded_until_asked_for(tab: AantekeningenTab) -> None:
    number = dossier(tab)
    long = "woord " * FOLDED
    for count in range(WINDOW):
        text = long if count == WINDOW - 1 else f"nummer {count}"
        tab._service.leg_vast(number, AantekeningDraft("vandaag", aard=Aard.FEIT, tekst=text))
    tab.show_record(number)
    assert len(tab.page.notes()) == WINDOW
    first = tab.page.notes()[0]
    assert len(max(seen(first).splitlines(), key=len)) < FOLDED + 10
    press(first, "Hele tekst")
    assert long.strip() in seen(first)
    press(tab.page, "Oudere aantekeningen (1)")
    assert len(tab.page.notes()) == WINDOW + 1


def test_the_place_comes_back_with_the_draft_open(tab: AantekeningenTab, window: MainWindow) -> None:
    number = dossier(tab)
    type_note(tab, "Half")
    tab.flush_draft()
    place = tab.place()
    again = type(tab)(window.context)
    again.go_to(place)
    assert again.stack.currentWidget() is again.aantekening_editor
    assert again.aantekening_editor._form.tekst.text() == "Half"
    again.go_back()
    assert again.place() == {"dossier": number}
    gone = type(tab)(window.context)
    gone.go_to({"dossier": 99})
    assert gone.stack.currentWidget() is gone.lijst


def test_a_draft_of_a_dossier_comes_back(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "No")
    tab.go_back()
    assert tab._service.concepten.lees(CONCEPT_DOSSIER) is not None
    tab.resume(CONCEPT_DOSSIER)
    assert tab.dossier_editor._form.naam.text() == "No"


def everything(werkplek: Werkplek) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of school.db."""
    with werkplek._kluis.school.reading() as rx:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = rx.connection.exec_driver_sql(query).scalars().all()
        return {
            name: [tuple(row) for row in rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"')] for name in names
        }


def test_school_db_learns_nothing_at_all_of_a_private_dossier(
    window: MainWindow, vertrouwelijk: AantekeningenTab, werkplek: Werkplek
) -> None:
    tab, heard = vertrouwelijk, []
    before, file = everything(werkplek), (werkplek.folder / "school.db").read_bytes()
    window.context.hub.changed.connect(heard.append)
    tab.new_dossier()
    form = tab.dossier_editor._form
    QTest.keyClicks(form.naam, "fi")
    form.naam.choose(0)
    tab.flush_draft()
    press(tab, "Dossier openen")
    type_note(tab, "Vertelde iets in vertrouwen.")
    tab.flush_draft()
    press(tab, "Opslaan")
    press(tab.page, "Verbeteren")
    tab.aantekening_editor._form.tekst.setPlainText("Vertelde iets.")
    press(tab, "Opslaan")
    press(tab.page, "Weghalen")
    press(tab.page, "Terugzetten")
    press(tab.page, "Dossier sluiten")
    press(tab.page, "Heropenen")
    tab.focus_search()
    QTest.keyClicks(tab.lijst.zoek, "vertelde")
    assert everything(werkplek) == before
    assert (werkplek.folder / "school.db").read_bytes() == file
    assert heard == []
    assert werkplek.concepten.alle() == ()
    assert werkplek.zoeken("vertelde") == ()


def test_a_lock_brings_back_the_note_and_school_db_does_not_know_where_the_user_was(
    window: MainWindow, tab: AantekeningenTab, werkplek: Werkplek, theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    dossier(tab)
    type_note(tab, "Half")
    tab.flush_draft()
    Places(window, werkplek).keep()
    rows = str(everything(werkplek))
    assert "incidenten" in rows
    assert not any(word in rows for word in ("vertrouwelijk", "meldcode", "dossier", "aantekening"))
    again = MainWindow(window.context, SPECS, theme, "De Regenboog")
    shown(again)
    Places(again, werkplek).restore("incidenten")
    page = again.page(again.current_code())
    assert isinstance(page, type(tab))
    assert page.aantekening_editor._form.tekst.text() == "Half"


def test_no_name_stands_in_the_title_the_tabs_or_the_search_and_command_field(
    window: MainWindow, tab: AantekeningenTab
) -> None:
    dossier(tab, "Zeldzame Naam")
    window.count()
    assert [window.tabs.tabText(place) for place in range(window.tabs.count())][-2:] == [
        "Meldcode-dossier",
        "Vertrouwelijk",
    ]
    assert "Zeldzame" not in window.windowTitle() + (window.window().windowTitle() or "")
    window.palette_field.setText("zeldzame")
    window.palette_field.search()
    assert window.palette_field.hits == []
    window.palette_field.setText("vertrouwelijk")
    window.palette_field.search()
    assert window.palette_field.hits == []


def test_the_program_locks_sooner_on_these_pages(window: MainWindow) -> None:
    heard: list[bool] = []
    window.page_shown.connect(heard.append)
    window.show_page("vertrouwelijk")
    window.show_page("incidenten")
    window.show_page("meldcode")
    assert heard == [True, False, True]


def test_the_page_says_how_soon_it_locks(tab: AantekeningenTab, werkplek: Werkplek) -> None:
    number = dossier(tab)
    assert "Vergrendelt na 3 minuten" in seen(tab.page)
    werkplek.instellingen.zet("vergrendel_minuten", 1)
    tab.show_record(number)
    assert "Vergrendelt na 1 minuut" in seen(tab.page)


def test_an_account_without_the_key_has_no_such_tab(
    theme: Theme, tmp_path: Path, clock: Clock, shown: Callable[[QWidget], QWidget]
) -> None:
    toegang = Toegang(Paths.under(tmp_path / "directeur"), clock, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, WACHTWOORD)
    made = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), SPECS, theme, "De Regenboog")
    shown(made)
    assert not made.has_page("meldcode")
    assert not made.has_page("vertrouwelijk")
    werkplek.vergrendel()


def test_a_damaged_private_file_has_its_page_and_the_rest_works(
    theme: Theme, werkplek: Werkplek, toegang: Toegang, clock: Clock, shown: Callable[[QWidget], QWidget]
) -> None:
    werkplek.vergrendel()
    [file] = werkplek.folder.glob("eigen-*.db")
    file.write_bytes(bytes(byte ^ 0xFF for byte in file.read_bytes()))
    again = toegang.ontgrendel(werkplek.folder, werkplek.account.id, WACHTWOORD)
    specs = [*SPECS, TabSpec("reservekopie", "Reservekopieën", "archive", Probe, tab=False)]
    made = MainWindow(Context(again, Hub(), Scripted(), Immediately(), clock), specs, theme, "De Regenboog")
    shown(made)
    page = made.show_page("vertrouwelijk")
    assert isinstance(page, DamagePage)
    assert "is beschadigd" in seen(page)
    assert "De andere onderdelen" in seen(page)
    press(page, "Naar de reservekopieën")
    assert made.current_code() == "reservekopie"
    assert isinstance(made.show_page("meldcode"), AantekeningenTab)
    again.vergrendel()


def test_nothing_is_clipped_on_a_small_laptop(window: MainWindow, tab: AantekeningenTab) -> None:
    dossier(tab)
    for part in (tab.lijst, tab.page, tab.dossier_editor, tab.aantekening_editor):
        hint = part.minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 600) == (True, True)
