"""The first time: a new school with a herstelblad, an existing one, or the voorbeeldschool."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton

from svp_desktop.domain.errors import MapOngeschikt
from svp_desktop.ui.first_run.begin import BeginPage
from svp_desktop.ui.first_run.wizard import NewSchool, Wizard
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.program import Program
from svp_desktop.ui.unlock import UnlockPage

WACHTWOORD = "vier losse woorden, klaar"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(running) -> Program:
    return running.again()


def begin(program: Program) -> BeginPage:
    found = program.shell.page()
    assert isinstance(found, BeginPage)
    return found


@pytest.fixture
def wizard(program: Program) -> Wizard:
    begin(program).new.click()
    found = program.shell.page()
    assert isinstance(found, Wizard)
    return found


def press(wizard: Wizard, text: str) -> None:
    next(found for found in wizard.findChildren(QPushButton) if found.text() == text and found.isVisible()).click()


def fill_school(wizard: Wizard) -> None:
    QTest.keyClicks(wizard.naam, "De Regenboog")
    QTest.keyClicks(wizard.plaats, "Nijmegen")
    QTest.keyClicks(wizard.account, "Hanneke Vos")
    press(wizard, "Verder")


def understand(wizard: Wizard) -> None:
    next(box for box in wizard.findChildren(QCheckBox) if box.text().startswith("Ik begrijp")).setChecked(True)


def test_an_empty_computer_begins_with_three_ways(program: Program) -> None:
    page = begin(program)
    assert [choice.accessibleName() for choice in (page.new, page.open, page.demo)] == [
        "Nieuwe school",
        "Bestaande school openen",
        "Probeer met voorbeeldschool",
    ]


def test_a_school_needs_a_name_and_a_person(wizard: Wizard) -> None:
    press(wizard, "Verder")
    assert wizard.page() == 0
    assert wizard.naam.accessibleDescription() == "Hoe heet uw school?"
    assert wizard.account.accessibleDescription() == "Wat is uw naam?"
    assert wizard.naam.hasFocus()


def test_the_rules_of_the_password_show_while_typing(wizard: Wizard) -> None:
    fill_school(wizard)
    assert wizard.page() == 1
    rules = (wizard.password.length, wizard.password.strong, wizard.password.same)
    QTest.keyClicks(wizard.one, "kort")
    assert [rule.met for rule in rules] == [False, False, False]
    wizard.one.clear()
    QTest.keyClicks(wizard.one, "wachtwoordwachtwoord")
    assert [rule.met for rule in rules] == [True, False, False]
    wizard.one.clear()
    QTest.keyClicks(wizard.one, WACHTWOORD)
    assert [rule.met for rule in rules] == [True, True, False]
    QTest.keyClicks(wizard.two, WACHTWOORD)
    assert [rule.met for rule in rules] == [True, True, True]


@pytest.mark.parametrize(
    ("one", "two", "understood", "sentence"),
    [
        ("kort", "kort", True, "ten minste 15"),
        (WACHTWOORD, "iets anders getypt", True, "twee keer hetzelfde"),
        (WACHTWOORD, WACHTWOORD, False, "vinkje"),
    ],
)
def test_nothing_is_made_before_the_password_is_right(
    wizard: Wizard, running, one: str, two: str, understood: bool, sentence: str
) -> None:
    fill_school(wizard)
    wizard.one.setText(one)
    wizard.two.setText(two)
    if understood:
        understand(wizard)
    press(wizard, "School maken")
    assert sentence in wizard.notice.lead()
    assert running.toegang().scholen() == ()


def test_a_password_with_letters_of_two_forms_is_the_same(wizard: Wizard) -> None:
    fill_school(wizard)
    wizard.one.setText("vier caf\u00e9 woorden samen")
    wizard.two.setText("vier cafe\u0301 woorden samen")
    assert wizard.password.same.met


def make(wizard: Wizard) -> None:
    fill_school(wizard)
    QTest.keyClicks(wizard.one, WACHTWOORD)
    QTest.keyClicks(wizard.two, WACHTWOORD)
    understand(wizard)
    QTest.keyClick(wizard.two, Qt.Key.Key_Return)


def make_without_sheet(wizard: Wizard) -> None:
    make(wizard)
    press(wizard, "Later")
    press(wizard, "Toch later")


def test_only_who_can_have_an_account_makes_a_school(wizard: Wizard) -> None:
    shown = [wizard.rol.itemText(number) for number in range(wizard.rol.count())]
    assert shown == ["Directeur", "Kwaliteitscoördinator", "Interne vertrouwenspersoon"]


def test_tab_reaches_everything_of_the_wizard(wizard: Wizard) -> None:
    def reached() -> list[str]:
        found = []
        while (here := QApplication.focusWidget()) is not None and here not in found:
            found.append(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
        return [part.text() if isinstance(part, QAbstractButton) else part.accessibleName() for part in found]

    assert reached() == ["Naam van de school", "Plaats", "Uw naam", "Uw functie", "Terug", "Verder"]
    wizard.naam.setText("De Haven")
    wizard.account.setText("Hanneke Vos")
    wizard._school_done()
    assert reached()[-3:] == [
        "Ik begrijp het: wachtwoord en herstelblad kwijt is gegevens kwijt.",
        "Terug",
        "School maken",
    ]


def test_the_herstelblad_is_made_and_checked_by_keyboard(wizard: Wizard, program: Program) -> None:
    make(wizard)
    assert wizard.page() == 2
    words = wizard.sheet.grid.words()
    assert wizard.sheet.print.hasFocus()
    QTest.keyClick(wizard.sheet.print, Qt.Key.Key_Backtab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClicks(wizard.sheet.field.area, " ".join(word[:4] for word in words))
    press(wizard, "Nakijken")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert wizard.page() == 3
    assert wizard.sheet.grid.words() == ()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert program.context().werkplek.sleutels.herstelblad_op == program.context().today()


def test_the_school_is_locked_when_the_program_is_closed_in_the_wizard(
    wizard: Wizard, program: Program, running
) -> None:
    make(wizard)
    program.quit()
    school = running.toegang().scholen()[0]
    running.toegang().ontgrendel(school.folder, school.accounts[0].id, WACHTWOORD).vergrendel()


def test_ctrl_l_locks_in_the_wizard_and_clears_the_sheet(wizard: Wizard, program: Program, running) -> None:
    make(wizard)
    QTest.keyClick(program.shell.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert running.restarts == 1
    assert wizard.sheet.grid.words() == ()


def test_a_made_up_passphrase_is_shown_to_be_written_down(wizard: Wizard, running) -> None:
    fill_school(wizard)
    press(wizard, "Maak een wachtzin voor mij")
    phrase = wizard.one.text()
    assert len(phrase.split()) == 6
    assert wizard.one.echoMode() == wizard.one.EchoMode.Normal
    understand(wizard)
    press(wizard, "School maken")
    running.programs[0].quit()
    school = running.toegang().scholen()[0]
    running.toegang().ontgrendel(school.folder, school.accounts[0].id, phrase).vergrendel()


def test_a_new_school_is_made_opened_and_found_again(wizard: Wizard, program: Program, running) -> None:
    make_without_sheet(wizard)
    assert wizard.page() == 3
    assert (wizard.one.text(), wizard.two.text()) == ("", "")
    wizard.later.click()
    assert isinstance(program.shell.page(), MainWindow)
    assert program.context().werkplek.school.lees().plaats == "Nijmegen"
    program.quit()
    again = running.again().shell.page()
    assert isinstance(again, UnlockPage)
    assert again.school.naam == "De Regenboog"


def test_after_making_the_pupils_can_be_read_in_at_once(wizard: Wizard, program: Program, qtbot) -> None:
    make_without_sheet(wizard)
    with qtbot.waitSignal(program.gate.opened) as told:
        wizard.import_now.click()
    assert told.args[1] == "inlezen"
    assert isinstance(program.shell.page(), MainWindow)


def test_the_first_account_stands_in_the_register_with_its_role(wizard: Wizard, program: Program) -> None:
    make_without_sheet(wizard)
    wizard.later.click()
    werkplek = program.context().werkplek
    assert str(werkplek.account.naam) == "Hanneke Vos"
    assert len(werkplek.school.rollen()) == 1


def test_back_keeps_what_was_typed(wizard: Wizard) -> None:
    fill_school(wizard)
    press(wizard, "Terug")
    assert (wizard.page(), wizard.naam.text()) == (0, "De Regenboog")


def test_when_making_fails_it_is_said_and_what_was_typed_stays(running, tmp_path: Path) -> None:
    running.root = tmp_path / "Dropbox"
    program = running.again()
    begin(program).new.click()
    wizard = program.shell.page()
    assert isinstance(wizard, Wizard)
    fill_school(wizard)
    wizard.one.setText(WACHTWOORD)
    wizard.two.setText(WACHTWOORD)
    understand(wizard)
    press(wizard, "School maken")
    assert wizard.notice.isVisible()
    assert wizard.notice.lead() == MapOngeschikt.what
    assert (wizard.page(), wizard.one.text()) == (1, WACHTWOORD)


def test_an_existing_school_is_opened_from_its_folder(running, tmp_path: Path) -> None:
    running.make_school()
    here = running.toegang().scholen()[0].folder
    there = tmp_path / "elders" / here.name
    there.parent.mkdir()
    here.rename(there)
    program = running.again()
    running.ask.add("open_folder", there)
    begin(program).open.click()
    page = program.shell.page()
    assert isinstance(page, UnlockPage)
    assert page.school.folder == there


def test_a_folder_without_a_school_is_refused_in_plain_words(program: Program, running, tmp_path: Path) -> None:
    running.ask.add("open_folder", tmp_path)
    begin(program).open.click()
    assert begin(program).notice.isVisible()
    assert begin(program).notice.lead()


def test_choosing_no_folder_changes_nothing(program: Program, running) -> None:
    running.ask.add("open_folder", None)
    begin(program).open.click()
    assert not begin(program).notice.isVisible()


def test_the_password_is_not_kept_in_the_repr_of_a_request() -> None:
    assert WACHTWOORD not in repr(NewSchool("a", "b", "c", None, WACHTWOORD))
