"""What keeps a school closed and can be put right: the keyring of one change before, and putting a backup back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from svp_desktop.domain.school import Rol
from svp_desktop.settings import BEGIN_WITH, RESTORE
from svp_desktop.ui.error_page import ErrorPage
from svp_desktop.ui.first_run.begin import BeginPage
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.program import Program
from svp_desktop.ui.restore.wizard import RestoreWizard
from svp_desktop.ui.unlock import UnlockPage

WACHTWOORD = "vier losse woorden, klaar"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def texts(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def shown(program: Program, kind: type):
    found = program.shell.page()
    assert isinstance(found, kind), type(found)
    return found


def press(program: Program, text: str) -> None:
    next(made for made in program.shell.page().findChildren(QPushButton) if made.text() == text).click()


def damage(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:200])


def test_a_damaged_keyring_offers_the_one_before_it(running) -> None:
    running.make_school()
    school = running.toegang().scholen()[0]
    folder = school.folder
    # the second change leaves a keyring of one change before
    werkplek = running.toegang().ontgrendel(folder, school.accounts[0].id, WACHTWOORD)
    werkplek.accounts.nodig_uit("Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON)
    werkplek.vergrendel()
    damage(folder / "sleutelring.json")
    program = running.again()
    page = shown(program, ErrorPage)
    assert "vorige" in texts(page).lower()
    press(program, "Vorige sleutelring gebruiken")
    assert isinstance(program.shell.page(), UnlockPage)
    running.unlock(program, WACHTWOORD)
    assert isinstance(program.shell.page(), MainWindow)


def test_a_keyring_without_a_whole_one_before_it_offers_a_backup(running) -> None:
    running.make_school()
    for file in running.toegang().scholen()[0].folder.glob("sleutelring*.json"):
        damage(file)
    program = running.again()
    assert not [made for made in shown(program, ErrorPage).findChildren(QPushButton) if "Vorige" in made.text()]
    press(program, "Reservekopie terugzetten")
    shown(program, RestoreWizard).closed.emit()
    assert isinstance(program.shell.page(), ErrorPage)


def test_the_next_start_can_begin_with_putting_a_backup_back_once(running) -> None:
    running.make_school()
    running.settings().put(BEGIN_WITH, RESTORE)
    program = running.again()
    wizard = shown(program, RestoreWizard)
    assert running.settings().get(BEGIN_WITH) == ""
    wizard.restored.emit(running.toegang().scholen()[0].folder)
    assert isinstance(program.shell.page(), UnlockPage)


def test_a_computer_without_a_school_can_begin_with_a_backup(running) -> None:
    program = running.again()
    shown(program, BeginPage).restore.click()
    shown(program, RestoreWizard).closed.emit()
    assert isinstance(program.shell.page(), BeginPage)
