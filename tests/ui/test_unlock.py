"""The way in: right and wrong passwords, caps lock, and an own page for whatever keeps the kluis closed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from svp_desktop.domain import errors
from svp_desktop.domain.school import Rol
from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze
from svp_desktop.ui.error_page import ErrorPage
from svp_desktop.ui.first_run.begin import BeginPage
from svp_desktop.ui.first_run.wizard import Wizard
from svp_desktop.ui.help import HelpPage
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.people import AccountButton, InvitedButton
from svp_desktop.ui.program import Program
from svp_desktop.ui.unlock import UnlockPage
from svp_desktop.ui.widgets.gives_way import GivesWay

WACHTWOORD = "vier losse woorden, klaar"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(running) -> Program:
    running.make_school()
    return running.again()


@pytest.fixture
def page(program: Program) -> UnlockPage:
    found = program.shell.page()
    assert isinstance(found, UnlockPage)
    return found


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_page_shows_school_motto_and_who(page: UnlockPage) -> None:
    assert "De Regenboog" in texts(page)
    assert "Op onze school kan iedereen fijn werken" in texts(page)
    accounts = page.findChildren(AccountButton)
    assert [account.accessibleName() for account in accounts] == ["Directeur, Hanneke Vos"]
    assert accounts[0].isChecked()
    assert page.focusProxy().accessibleName() == "Wachtwoord van Directeur, Hanneke Vos"
    assert page.focusProxy().hasFocus()


def test_the_way_out_and_the_age_of_the_backup_are_there(page: UnlockPage, qtbot) -> None:
    button = next(found for found in page.findChildren(QPushButton) if found.property("primary"))
    before = button.pos()
    qtbot.waitUntil(lambda: "Nog geen reservekopie." in texts(page))
    page.layout().activate()
    assert button.pos() == before
    shown = [button.text() for button in page.findChildren(QPushButton)]
    assert "Wachtwoord vergeten? Openen met het herstelblad" in shown


PEOPLE = (
    AccountKeuze("a", "Hanneke Vos", Rol.DIRECTEUR),
    AccountKeuze("b", "Farid Aydin", Rol.KWALITEITSCOORDINATOR, True),
    AccountKeuze("c", "Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON, True),
    AccountKeuze("d", "Wim Kuipers", Rol.INTERNE_VERTROUWENSPERSOON),
)
INVITED = tuple(AccountKeuze(str(number), f"Collega {number}", Rol.KWALITEITSCOORDINATOR) for number in range(5))


@pytest.fixture
def unlock_page(shown: Callable[[QWidget], QWidget]) -> Callable[..., UnlockPage]:
    def make(accounts: tuple[AccountKeuze, ...], invited: tuple[AccountKeuze, ...] = ()) -> UnlockPage:
        school = SchoolKeuze(Path("x"), "De Regenboog", "", False, accounts, uitgenodigd=invited)
        made = UnlockPage(school)
        made.resize(1270, 690)
        shown(made)
        return made

    return make


def test_a_pestcoordinator_is_named_with_the_role(unlock_page) -> None:
    made = unlock_page(PEOPLE)
    assert [account.accessibleName() for account in made.findChildren(AccountButton)] == [
        "Directeur, Hanneke Vos",
        "Kwaliteitscoördinator, pestcoördinator, Farid Aydin",
        "Vertrouwenspersoon, pestcoördinator, Ilse Bruins",
        "Vertrouwenspersoon, Wim Kuipers",
    ]


def test_the_arrow_keys_choose_who(unlock_page) -> None:
    made = unlock_page(PEOPLE)
    first = made.findChildren(AccountButton)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert made.account().naam == "Farid Aydin"
    assert made.focusProxy().hasFocus()


def test_who_was_invited_stands_under_who_can_unlock(unlock_page, qtbot) -> None:
    made = unlock_page(PEOPLE[:2], INVITED[:1])
    rows = made.findChildren(InvitedButton)
    assert [found.accessibleName() for found in rows] == ["Uitgenodigd: Collega 0"]
    assert rows[0].y() > max(found.y() for found in made.findChildren(AccountButton))
    with qtbot.waitSignal(made.invitation_chosen) as told:
        rows[0].click()
    assert told.args == [INVITED[0]]


def test_more_people_than_fit_scroll(unlock_page) -> None:
    few, many = unlock_page(PEOPLE), unlock_page(PEOPLE, INVITED)
    # the page itself scrolls in a low window
    assert [type(area) for area in few.findChildren(QScrollArea)] == [GivesWay]
    assert many.minimumSizeHint().height() < few.minimumSizeHint().height() + 60
    last = many.findChildren(InvitedButton)[-1]
    [area] = [found for found in many.findChildren(QScrollArea) if not isinstance(found, GivesWay)]
    for _ in range(20):
        if last.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert area.viewport().rect().contains(last.mapTo(area.viewport(), last.rect().center()))


def test_the_wait_of_one_does_not_hold_another(unlock_page) -> None:
    made = unlock_page(PEOPLE)
    button = next(found for found in made.findChildren(QPushButton) if found.property("primary"))
    made.show_error(errors.WachtwoordOnjuist(30))
    assert button.text() == "Openen kan over 30 seconden"
    first, second = made.findChildren(AccountButton)[:2]
    second.click()
    assert (button.text(), button.isEnabled(), made.error_text()) == ("Openen", True, "")
    first.click()
    assert (button.text(), button.isEnabled()) == ("Openen kan over 30 seconden", False)


def test_the_right_password_opens_the_workplace(program: Program, running) -> None:
    running.unlock(program, WACHTWOORD)
    assert isinstance(program.shell.page(), MainWindow)
    assert program.shell.windowTitle() == "Sociale veiligheid"


def test_a_wrong_password_says_that_nothing_is_lost_and_leaves_the_page(
    program: Program, page: UnlockPage, running
) -> None:
    running.unlock(program, "dit is het niet geworden")
    assert program.shell.page() is page
    assert "Dit wachtwoord klopt niet" in page.error_text()
    assert "niets gewist" in page.error_text()
    assert page.focusProxy().property("state") == "error"
    assert page.focusProxy().hasFocus()


def test_after_some_wrong_passwords_the_button_counts_down(program: Program, page: UnlockPage, qtbot) -> None:
    page.show_error(errors.WachtwoordOnjuist(2))
    button = next(found for found in page.findChildren(QPushButton) if found.property("primary"))
    assert (button.text(), button.isEnabled()) == ("Openen kan over 2 seconden", False)
    QTest.keyClick(page.focusProxy(), Qt.Key.Key_Return)
    assert program.shell.page() is page
    qtbot.waitUntil(button.isEnabled, timeout=3000)
    assert button.text() == "Openen"


def test_an_empty_password_asks_nothing(page: UnlockPage, qtbot) -> None:
    with qtbot.assertNotEmitted(page.submitted):
        QTest.keyClick(page.focusProxy(), Qt.Key.Key_Return)


def test_nothing_jumps_between_the_states(page: UnlockPage) -> None:
    button = next(found for found in page.findChildren(QPushButton) if found.property("primary"))
    before = button.pos()
    QTest.keyClicks(page.focusProxy(), "A", Qt.KeyboardModifier.NoModifier)
    page.show_error(errors.WachtwoordOnjuist(8))
    page.layout().activate()
    assert button.pos() == before


def test_caps_lock_is_told_from_the_letters(page: UnlockPage) -> None:
    warning = "Hoofdletters staan vast (Caps Lock)"
    field = page.focusProxy()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert warning not in texts(page)
    QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert warning in texts(page)
    QTest.keyClick(field, Qt.Key.Key_CapsLock)
    assert warning not in texts(page)
    QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    assert warning not in texts(page)


def test_the_password_can_be_shown(page: UnlockPage) -> None:
    field = page.focusProxy()
    assert isinstance(field, QLineEdit)
    show = next(found for found in page.findChildren(QPushButton) if found.text() == "Tonen")
    show.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    show.click()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_help_is_there_before_unlocking_and_leads_back(program: Program, page: UnlockPage) -> None:
    QTest.keyClick(program.shell, Qt.Key.Key_F1)
    shown = program.shell.page()
    assert isinstance(shown, HelpPage)
    shown.closed.emit()
    assert isinstance(program.shell.page(), UnlockPage)


def test_another_school_can_be_chosen(program: Program, page: UnlockPage) -> None:
    page.other_requested.emit()
    shown = program.shell.page()
    assert isinstance(shown, BeginPage)
    shown.school_buttons[0].click()
    assert isinstance(program.shell.page(), UnlockPage)


def test_the_school_that_was_open_last_comes_first(running) -> None:
    running.make_school()
    made = running.toegang().maak_school("Aak", "", "Wim Kuipers", Rol.DIRECTEUR, WACHTWOORD)
    made.vergrendel()
    running.settings().put("laatste_school", made.folder.name)
    first = running.again().shell.page()
    assert isinstance(first, UnlockPage)
    assert first.school.naam == "Aak"


def test_who_was_in_before_is_chosen(running) -> None:
    running.make_school()
    toegang = running.toegang()
    school = toegang.scholen()[0]
    first = toegang.ontgrendel(school.folder, school.accounts[0].id, WACHTWOORD)
    invitation = first.accounts.nodig_uit("Noor Prins", Rol.KWALITEITSCOORDINATOR)
    first.vergrendel()
    words = " ".join(invitation.woorden)
    toegang.aanvaard(school.folder, invitation.account_id, words, WACHTWOORD).vergrendel()
    program = running.again()
    page = program.shell.page()
    assert isinstance(page, UnlockPage)
    page.submitted.emit(invitation.account_id, WACHTWOORD)
    program.lock()
    again = running.again().shell.page()
    assert isinstance(again, UnlockPage)
    assert again.account().id == invitation.account_id


# -- what keeps the kluis closed


def folder_of(running) -> Path:
    return running.toegang().scholen()[0].folder


def shown_error(program: Program) -> ErrorPage:
    found = program.shell.page()
    assert isinstance(found, ErrorPage), type(found)
    for sentence in (found.error.what, found.error.safe, found.error.now):
        assert sentence in texts(found)
    return found


def damage_database(folder: Path) -> None:
    file = folder / "school.db"
    data = bytearray(file.read_bytes())
    data[5000:5100] = bytes(100)
    data[100:200] = bytes(100)
    file.write_bytes(data)


def damage_keyring(folder: Path) -> None:
    for file in folder.glob("sleutelring*.json"):
        file.write_bytes(file.read_bytes()[:200])


def newer_keyring(folder: Path) -> None:
    for file in folder.glob("sleutelring*.json"):
        file.write_bytes(
            file.read_bytes().replace(b'"format":1', b'"format":9').replace(b'"format": 1', b'"format": 9')
        )


def test_a_damaged_database_has_its_own_page(running) -> None:
    running.make_school()
    damage_database(folder_of(running))
    program = running.again()
    running.unlock(program, WACHTWOORD)
    assert isinstance(shown_error(program).error, errors.BestandBeschadigd)


def test_a_damaged_keyring_has_its_own_page(running) -> None:
    running.make_school()
    damage_keyring(folder_of(running))
    assert isinstance(shown_error(running.again()).error, errors.BestandBeschadigd)


def test_a_second_instance_has_its_own_page_and_can_try_again(running) -> None:
    running.make_school()
    school = running.toegang().scholen()[0]
    first = running.toegang().ontgrendel(school.folder, school.accounts[0].id, WACHTWOORD)
    program = running.again()
    running.unlock(program, WACHTWOORD)
    page = shown_error(program)
    assert isinstance(page.error, errors.AlGeopend)
    first.vergrendel()
    page.retry_requested.emit()
    running.unlock(program, WACHTWOORD)
    assert isinstance(program.shell.page(), MainWindow)


@pytest.mark.parametrize(
    "error",
    [errors.BestandBeschadigd, errors.BestandNieuwer, errors.AlGeopend, errors.MapNietSchrijfbaar, errors.SchijfVol],
)
def test_every_page_says_what_is_safe_and_what_now(error, shown: Callable[[QWidget], QWidget], qtbot) -> None:
    page = ErrorPage(error(), "De Regenboog")
    shown(page)
    assert {error.what, error.safe, error.now} <= set(texts(page))
    assert page.minimumSizeHint().height() <= 560
    with qtbot.waitSignal(page.quit_requested):
        next(found for found in page.findChildren(QPushButton) if found.text() == "Programma sluiten").click()


@pytest.mark.parametrize("steps", [0, 4], ids=["normal", "largest letters"])
def test_the_pages_before_the_workplace_fit_a_small_laptop(running, theme, qtbot, steps: int) -> None:
    running.make_school()
    for _ in range(steps):
        theme.zoom(1)
    school = running.toegang().scholen()[0]
    for page in (UnlockPage(school), BeginPage((school,)), Wizard(), ErrorPage(errors.BestandBeschadigd(), "School")):
        qtbot.addWidget(page)
        page.show()
        hint = page.minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 690) == (True, True), (type(page).__name__, hint.toTuple())


# -- nothing but Qt before the first window


def test_nothing_heavy_is_loaded_before_the_first_window_is_painted(tmp_path: Path) -> None:
    script = (
        "import sys, svp_desktop.app as app\n"
        "def stop(afterwards):\n"
        "    heavy = {'sqlalchemy', 'sqlcipher3', 'cryptography', 'alembic', 'reportlab', 'pypdfium2'}\n"
        "    print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
        "    late = ('PySide6.QtPrint', 'svp_desktop.ui.entry', 'svp_desktop.ui.restore', 'svp_desktop.kluis.backup')\n"
        "    print([name for name in sys.modules if name.startswith(late)])\n"
        "    sys.stdout.flush()\n"
        "    import os; os._exit(0)\n"
        "app.preload = stop\n"
        f"app.main(['--profile', {str(tmp_path)!r}])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, env=os.environ, check=False
    )
    assert done.stdout.splitlines() == ["[]", "[]"], done.stderr
