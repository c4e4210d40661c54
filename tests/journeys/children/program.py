"""A whole program in a process of its own: real pages, real kluis, own folders; a locked program begins anew here."""

import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop import app as composition
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.settings import Settings
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.first_run.begin import BeginPage
from svp_desktop.ui.first_run.wizard import Wizard
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.program import Outside, Program
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Choice, Theme
from svp_desktop.ui.unlock import UnlockPage

PASSWORD = "vier losse woorden, klaar"


class Running:
    """The program of one profile, driven through its widgets."""

    def __init__(self, root: Path) -> None:
        os.umask(0o077)
        self.app = composition.make_application()
        self.theme = Theme(self.app, Choice.LICHT)
        self.theme.load_fonts()
        self.paths = Paths.under(root)
        self.ask = Scripted()
        self.restarts = 0
        self.program = self._start()

    def _start(self) -> Program:
        settings = Settings.of(self.paths)
        toegang = Toegang(self.paths, self.now, KdfPolicy.for_tests(), settings)
        outside = Outside(toegang, settings, self.ask, Immediately(), self.now, self._restart, composition.pages)
        made = Program(self.app, self.theme, outside)
        made.start()
        made.shell.resize(1366, 768)
        self.settle()
        return made

    @staticmethod
    def now() -> datetime:
        """The real clock."""
        return datetime.now().astimezone()

    def _restart(self) -> None:
        self.restarts += 1

    def settle(self, milliseconds: int = 30) -> None:
        """Let the program do what waits."""
        QTest.qWait(milliseconds)

    @property
    def window(self) -> MainWindow:
        """The workplace, after unlocking."""
        assert self.program.window is not None
        return self.program.window

    def make_school(self, name: str, person: str) -> None:
        """The first run, as a new user does it."""
        page = self.program.shell.page()
        assert isinstance(page, BeginPage)
        page.new.click()
        wizard = self.program.shell.page()
        assert isinstance(wizard, Wizard)
        wizard.naam.setText(name)
        wizard.plaats.setText("Waterstad")
        wizard.account.setText(person)
        press(wizard, "Verder")
        wizard.one.setText(PASSWORD)
        wizard.two.setText(PASSWORD)
        for box in wizard.findChildren(QWidget):
            if getattr(box, "text", lambda: "")().startswith("Ik begrijp"):
                box.setChecked(True)
        press(wizard, "School maken")
        self.settle()
        press(wizard, "Later")
        press(wizard, "Toch later")
        wizard.later.click()
        self.settle()

    def unlock(self) -> None:
        """Type the password on the unlock page."""
        page = self.program.shell.page()
        assert isinstance(page, UnlockPage), type(page)
        line = page.focusProxy()
        assert line is not None
        QTest.keyClicks(line, PASSWORD)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.settle()

    def lock_and_begin_anew(self) -> None:
        """Ctrl+L, and what the new process shows."""
        before = self.restarts
        self.program.lock()
        self.settle()
        assert self.restarts == before + 1
        old = self.program
        self.program = self._start()
        old.shell.hide()

    def leave(self) -> None:
        """Close the program."""
        self.program.quit()
        self.settle()


def press(parent: QWidget, text: str) -> None:
    """Click the visible button with this text."""
    from PySide6.QtWidgets import QAbstractButton

    found = [
        button
        for button in parent.findChildren(QAbstractButton)
        if button.text() == text and button.isVisibleTo(parent)
    ]
    if not found:
        texts = sorted({button.text() for button in parent.findChildren(QAbstractButton) if button.isVisibleTo(parent)})
        raise AssertionError(f"no button {text!r} among {texts}")
    found[0].click()


def root() -> Path:
    """The folder that this process may write in."""
    return Path(sys.argv[1])
