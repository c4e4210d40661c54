"""Coming in by an invitation or a herstelblad, the sheet itself, and no access yet."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from svp_desktop import app
from svp_desktop.domain import errors
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import Blad, Uitnodiging
from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.services.woorden import lijst
from svp_desktop.ui.ask import a4_printer
from svp_desktop.ui.entry.come_in import InvitationPage, RecoveryPage
from svp_desktop.ui.entry.lost import LostPage
from svp_desktop.ui.entry.newpassword import NewPassword
from svp_desktop.ui.entry.sheet import SheetPage
from svp_desktop.ui.entry.waiting import WaitingPage
from svp_desktop.ui.entry.words import WordGrid, WordsField
from svp_desktop.ui.error_page import ErrorPage
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.people import AccountButton, InvitedButton
from svp_desktop.ui.program import Program
from svp_desktop.ui.unlock import UnlockPage

WACHTWOORD = "vier losse woorden, klaar"
NIEUW = "zonnige fiets langs het kanaal"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def texts(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def directeur(running) -> Werkplek:
    school = running.toegang().scholen()[0]
    account = next(found for found in school.accounts if found.rol is Rol.DIRECTEUR)
    return running.toegang().ontgrendel(school.folder, account.id, WACHTWOORD)


def invite(running, rol: Rol = Rol.INTERNE_VERTROUWENSPERSOON, naam: str = "Ilse Bruins") -> Uitnodiging:
    werkplek = directeur(running)
    try:
        return werkplek.accounts.nodig_uit(naam, rol, pest=rol is not Rol.DIRECTEUR)
    finally:
        werkplek.vergrendel()


@pytest.fixture
def invitation(running) -> Uitnodiging:
    running.make_school()
    return invite(running)


def make_sheet(running) -> Blad:
    """A checked herstelblad of the directeur."""
    werkplek = directeur(running)
    blad = werkplek.sleutels.nieuw_herstelblad()
    werkplek.sleutels.controleer_herstelblad(blad, " ".join(blad.woorden))
    werkplek.vergrendel()
    return blad


def shown(program: Program, kind: type):
    found = program.shell.page()
    assert isinstance(found, kind), type(found)
    return found


def tab_to(program: Program, wanted: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until the keyboard is where it is wanted."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and wanted(focus):
            return focus
        QTest.keyClick(focus or program.shell, Qt.Key.Key_Tab)
    raise AssertionError("the keyboard does not come there")


def named(text: str) -> Callable[[QWidget], bool]:
    return lambda widget: isinstance(widget, QPushButton) and widget.text() == text


def press(program: Program, text: str) -> None:
    """Go to the button with the keyboard, and press it."""
    QTest.keyClick(tab_to(program, named(text)), Qt.Key.Key_Space)


def invitation_page(running, program: Program | None = None) -> tuple[Program, InvitationPage]:
    made = program or running.again()
    shown(made, UnlockPage).findChild(InvitedButton).click()
    return made, shown(made, InvitationPage)


def accepted(running, words: tuple[str, ...]) -> tuple[Program, SheetPage]:
    program, page = invitation_page(running)
    page.field.area.setText(" ".join(words))
    page.password.one.setText(NIEUW)
    page.password.two.setText(NIEUW)
    page.open.click()
    return program, shown(program, SheetPage)


def recovery_page(running) -> tuple[Program, RecoveryPage]:
    program = running.again()
    press(program, "Wachtwoord vergeten? Openen met het herstelblad")
    return program, shown(program, RecoveryPage)


# -- invitation


def test_the_whole_invitation_by_keyboard(running, invitation: Uitnodiging) -> None:
    program = running.again()
    found = tab_to(program, lambda widget: isinstance(widget, InvitedButton))
    assert found.accessibleName() == "Uitgenodigd: Ilse Bruins"
    QTest.keyClick(found, Qt.Key.Key_Space)
    page = shown(program, InvitationPage)
    assert page.field.area.hasFocus()
    QTest.keyClicks(page.field.area, ", ".join(word[:4].upper() for word in invitation.woorden))
    assert page.field.message() == "4 van de 4 woorden"
    QTest.keyClick(page.field.area, Qt.Key.Key_Tab)
    assert page.password.one.hasFocus()
    QTest.keyClicks(page.password.one, NIEUW)
    QTest.keyClick(page.password.one, Qt.Key.Key_Tab)
    QTest.keyClicks(page.password.two, NIEUW)
    QTest.keyClick(page.password.two, Qt.Key.Key_Return)
    sheet = shown(program, SheetPage)
    words = sheet.panel.grid.words()
    assert len(words) == 12
    press(program, "Verder: woorden overtypen")
    assert sheet.panel.field.area.hasFocus()
    QTest.keyClicks(sheet.panel.field.area, " ".join(words))
    press(program, "Nakijken")
    assert "Gelukt" in texts(sheet)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    waiting = shown(program, WaitingPage)
    QTest.keyClick(waiting.lock, Qt.Key.Key_Space)
    assert running.restarts == 1


def test_the_words_on_the_waiting_page_are_those_that_the_directeur_sees(running, invitation: Uitnodiging) -> None:
    program, sheet = accepted(running, invitation.woorden)
    sheet.panel.really_later.click()
    waiting = shown(program, WaitingPage)
    assert "nog geen toegang" in texts(waiting)
    words = waiting.grid.words()
    assert len(words) == 6
    QTest.keyClick(program.shell.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert running.restarts == 1
    werkplek = directeur(running)
    line = next(found for found in werkplek.accounts.alle() if found.id == invitation.account_id)
    werkplek.accounts.geef_toegang(line.id, "school")
    werkplek.vergrendel()
    assert line.herkenning == words
    # who has access now comes in with the new password
    again = running.again()
    tab_to(again, lambda widget: isinstance(widget, AccountButton))
    next(b for b in again.shell.page().findChildren(AccountButton) if b.account.id == line.id).click()
    running.unlock(again, NIEUW)
    assert isinstance(again.shell.page(), MainWindow)


def test_without_access_there_is_never_an_empty_window(running, invitation: Uitnodiging) -> None:
    program, _ = accepted(running, invitation.woorden)
    program.quit()
    again = running.again()
    page = shown(again, UnlockPage)
    next(b for b in page.findChildren(AccountButton) if b.account.naam == "Ilse Bruins").click()
    running.unlock(again, NIEUW)
    assert "U hebt nog geen herstelblad" in texts(shown(again, WaitingPage))
    press(again, "Herstelblad maken")
    assert len(shown(again, SheetPage).panel.grid.words()) == 12


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Typ hier de 4 woorden"),
        ("{0} {1} {2}", "Er staan 3 woorden. Het moeten er 4 zijn."),
        ("{0} {1} {2} qqqq", "Woord 4, ‘qqqq’, staat niet op de lijst."),
    ],
)
def test_words_that_cannot_be_right_are_named_at_their_field(
    running, invitation: Uitnodiging, typed: str, said: str
) -> None:
    program, page = invitation_page(running)
    page.field.area.setText(typed.format(*invitation.woorden))
    page.password.fill_phrase()
    press(program, "Account openen")
    assert program.shell.page() is page
    assert said in page.field.message()
    assert page.field.area.property("state") == "error"
    assert page.field.area.hasFocus()


def test_a_wrong_word_is_named_while_typing_once_it_is_finished(running, invitation: Uitnodiging) -> None:
    _, page = invitation_page(running)
    QTest.keyClicks(page.field.area, f"{invitation.woorden[0]} fietzen")
    assert page.field.message() == "2 van de 4 woorden"
    QTest.keyClicks(page.field.area, " ")
    assert "Woord 2, ‘fietzen’" in page.field.message()
    assert "Bedoelt u" in page.field.message()


def test_other_words_change_nothing_and_after_some_tries_there_is_a_wait(
    running, invitation: Uitnodiging, qtbot
) -> None:
    program, page = invitation_page(running)
    page.field.area.setText(" ".join(reversed(invitation.woorden)))
    page.password.fill_phrase()
    for _ in range(20):
        if not page.open.isEnabled():
            break
        page.open.click()
    assert program.shell.page() is page
    assert "seconden" in page.open.text()
    assert "niets gewist" in page.notice.text()
    with qtbot.assertNotEmitted(page.submitted):
        page.submit()


def test_a_weak_password_is_refused_before_the_words_are_tried(running, invitation: Uitnodiging, qtbot) -> None:
    _, page = invitation_page(running)
    page.field.area.setText(" ".join(invitation.woorden))
    page.password.one.setText("kort")
    with qtbot.assertNotEmitted(page.submitted):
        page.open.click()
    assert "ten minste 15" in page.notice.lead()
    assert page.password.one.hasFocus()


def test_an_invitation_works_once(running, invitation: Uitnodiging) -> None:
    accepted(running, invitation.woorden)[0].quit()
    page = shown(running.again(), UnlockPage)
    assert page.findChildren(InvitedButton) == []
    assert len(page.findChildren(AccountButton)) == 2


# -- a new password


def test_the_strength_is_said_in_words(shown_widget) -> None:
    field = shown_widget(NewPassword())
    assert field.strength.word() == ""
    field.one.setText("welkom")
    assert field.strength.word() == "Zwak"
    field.fill_phrase()
    assert field.strength.word() == "Zeer sterk"
    assert len(field.text().split()) == 6
    assert field.missing() == ""
    assert field.one.echoMode() == field.one.EchoMode.Normal


@pytest.fixture
def shown_widget(shown: Callable[[QWidget], QWidget]) -> Callable[[QWidget], QWidget]:
    return shown


# -- the sheet


def test_the_sheet_is_printed_from_memory_and_stands_in_no_file(
    running, invitation: Uitnodiging, tmp_path: Path
) -> None:
    program, page = accepted(running, invitation.woorden)
    words = page.panel.grid.words()
    printer = a4_printer("proef")
    paper = tmp_path / "papier.pdf"
    printer.setOutputFileName(str(paper))
    running.ask.add("printer", printer)
    page.panel.print.click()
    assert len(PdfReader(paper).pages) == 1
    assert page.panel.to_check.hasFocus()
    assert running.ask.asked == [("printer", "Blad van de school")]
    program.quit()
    files = [file for file in tmp_path.rglob("*") if file.is_file() and file != paper]
    assert files
    assert not [file.name for file in files if " ".join(words[:3]).encode() in file.read_bytes()]


def test_printing_can_be_cancelled(running, invitation: Uitnodiging) -> None:
    _, page = accepted(running, invitation.woorden)
    running.ask.add("printer", None)
    page.panel.print.click()
    assert page.panel.print.isEnabled()
    assert page.panel.step() == 0


def test_the_check_says_which_word_is_another(running, invitation: Uitnodiging) -> None:
    _, page = accepted(running, invitation.woorden)
    words = list(page.panel.grid.words())
    other = next(word for word in lijst().woorden if word not in words)
    page.panel.to_check.click()
    page.panel.field.area.setText(" ".join([*words[:4], other, *words[5:]]))
    page.panel.finish.click()
    assert page.panel.step() == 1
    assert page.panel.field.message() == "Woord 5 is anders dan op het blad."
    page.panel.field.area.setText(" ".join([words[1], words[0], *words[2:]]))
    page.panel.finish.click()
    assert page.panel.field.message() == "De woorden 1 en 2 zijn anders dan op het blad."


def test_later_says_what_is_at_stake(running, invitation: Uitnodiging) -> None:
    program, page = accepted(running, invitation.woorden)
    press(program, "Later")
    assert "voorgoed weg" in texts(page)
    assert program.shell.page() is page
    press(program, "Toch later")
    assert isinstance(program.shell.page(), WaitingPage)


def test_nothing_of_the_words_goes_to_the_clipboard(running, invitation: Uitnodiging) -> None:
    board = QGuiApplication.clipboard()
    _, page = accepted(running, invitation.woorden)
    words = page.panel.grid.words()
    assert not [label for label in page.findChildren(QLabel) if words[0] in label.text().split()]
    page.panel.to_check.click()
    area = page.panel.field.area
    area.setText(" ".join(words))
    board.setText("iets anders")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(area, key, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == " ".join(words)
    area.copy()
    assert words[0] not in board.text()
    board.clear()
    board.setText(" ".join(words[:2]))
    area.setText("")
    QTest.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == " ".join(words[:2])
    board.clear()


def test_a_sheet_that_is_left_or_locked_away_is_cleared(running, invitation: Uitnodiging) -> None:
    program, page = accepted(running, invitation.woorden)
    QTest.keyClick(program.shell.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert running.restarts == 1
    assert page.panel.grid.words() == ()
    assert page.panel.grid.accessibleDescription() == ""
    page.panel.begin()
    page.hide()
    assert page.panel.grid.words() == ()


def test_help_does_not_take_an_open_workplace_away(running, invitation: Uitnodiging) -> None:
    program, page = accepted(running, invitation.woorden)
    QTest.keyClick(program.shell.windowHandle(), Qt.Key.Key_F1)
    assert program.shell.page() is page


def test_closing_the_program_at_the_sheet_locks(running, invitation: Uitnodiging) -> None:
    program, page = accepted(running, invitation.woorden)
    program.quit()
    assert page.panel.grid.words() == ()
    directeur(running).vergrendel()


# -- the herstelblad


def test_a_forgotten_password_is_replaced_with_the_sheet(running) -> None:
    running.make_school()
    blad = make_sheet(running)
    program, page = recovery_page(running)
    assert page.account.naam == "Hanneke Vos"
    page.field.area.setText("\n".join(f"{number}. {word}" for number, word in enumerate(blad.woorden, 1)))
    page.password.one.setText(NIEUW)
    page.password.two.setText(NIEUW)
    press(program, "Openen met het herstelblad")
    sheet = shown(program, SheetPage)
    assert "werkt tot het nieuwe is nagekeken" in texts(sheet)
    sheet.panel.really_later.click()
    assert isinstance(program.shell.page(), MainWindow)
    program.quit()
    again = running.again()
    running.unlock(again, WACHTWOORD)
    assert "klopt niet" in shown(again, UnlockPage).error_text()
    running.unlock(again, NIEUW)
    assert isinstance(again.shell.page(), MainWindow)


def recover_and_check_new_sheet(running, blad: Blad, password: str) -> tuple[SheetPage, tuple[str, ...]]:
    program, page = recovery_page(running)
    page.field.area.setText(" ".join(blad.woorden))
    page.password.one.setText(NIEUW)
    page.password.two.setText(NIEUW)
    page.open.click()
    sheet = shown(program, SheetPage)
    words = sheet.panel.grid.words()
    sheet.panel.to_check.click()
    sheet.panel.field.area.setText(" ".join(words))
    sheet.panel.password.setText(password)
    sheet.panel.finish.click()
    return sheet, words


def test_the_old_sheet_works_until_the_new_one_is_checked(running) -> None:
    running.make_school()
    blad = make_sheet(running)
    sheet, words = recover_and_check_new_sheet(running, blad, WACHTWOORD)
    assert "klopt niet" in sheet.panel.notice.lead()
    assert sheet.panel.step() == 1
    running.programs[-1].quit()
    school = running.toegang().scholen()[0]
    account = school.accounts[0].id
    running.toegang().herstel(school.folder, account, " ".join(blad.woorden), NIEUW).vergrendel()
    sheet, words = recover_and_check_new_sheet(running, blad, NIEUW)
    assert "Gelukt" in texts(sheet)
    running.programs[-1].quit()
    with pytest.raises(errors.BladOnjuist):
        running.toegang().herstel(school.folder, account, " ".join(blad.woorden), NIEUW)
    running.toegang().herstel(school.folder, account, " ".join(words), NIEUW).vergrendel()


def test_without_the_sheet_it_is_said_what_is_lost_and_what_to_do(running) -> None:
    running.make_school()
    program, _ = recovery_page(running)
    press(program, "Herstelblad ook kwijt?")
    page = shown(program, LostPage)
    for said in ("voorgoed dicht", "andere accounts", "uitnodiging", "twee van de drie enveloppen", "reservekopie"):
        assert said in texts(page)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert isinstance(program.shell.page(), UnlockPage)


def test_going_back_forgets_the_words(running) -> None:
    running.make_school()
    program, page = recovery_page(running)
    page.field.area.setText("anker fiets")
    page.password.fill_phrase()
    page.back.click()
    assert (page.field.text(), page.password.text()) == ("", "")
    assert isinstance(program.shell.page(), UnlockPage)


# -- all of them


def test_every_page_fits_a_small_laptop_with_the_largest_letters(running, theme, qtbot, clock) -> None:
    for _ in range(4):
        theme.zoom(1)
    account = AccountKeuze("x", "Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON, True)
    school = SchoolKeuze(running.root, "De Regenboog", "", False, (account,))
    moment: datetime = clock()
    pages = (
        InvitationPage(school, account),
        RecoveryPage(school, account),
        LostPage("De Regenboog", "Directeur"),
        WaitingPage("De Regenboog", "Ilse Bruins", lijst().woorden[:6], moment.date()),
        ErrorPage(errors.BestandBeschadigd(), "De Regenboog", previous=True, restore=True),
    )
    for page in pages:
        qtbot.addWidget(page)
        page.show()
        hint = page.minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 690) == (True, True), (type(page).__name__, hint.toTuple())


def test_a_screen_reader_hears_the_words_and_the_field(shown_widget) -> None:
    grid = shown_widget(WordGrid(("anker", "fiets"), name="De woorden"))
    assert (grid.accessibleName(), grid.accessibleDescription()) == ("De woorden", "anker, fiets")
    field = shown_widget(WordsField(4, "Titel", "Uitleg", "Vier woorden"))
    QTest.keyClicks(field.area, "qqqq ")
    assert field.area.accessibleName() == "Vier woorden"
    assert "staat niet op de lijst" in field.area.accessibleDescription()


def test_without_the_school_a_vertrouwenspersoon_reaches_her_own_dossiers(running, invitation: Uitnodiging) -> None:
    running.pages = app.pages
    program, sheet = accepted(running, invitation.woorden)
    sheet.panel.really_later.click()
    waiting = shown(program, WaitingPage)
    assert waiting.to_own.isVisible()
    waiting.to_own.click()
    window = shown(program, MainWindow)
    titles = [window.tabs.tabText(place) for place in range(window.tabs.count())]
    assert titles == ["Meldcode-dossier", "Vertrouwelijk"]
    program.lock()
    assert running.restarts == 1
