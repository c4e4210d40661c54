"""What every test of the window shares: the look, no dialog that waits, nothing left behind; and a whole program."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.settings import Settings
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabPage, TabSpec
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.program import Outside, Program
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Choice, Theme
from svp_desktop.ui.unlock import UnlockPage
from svp_desktop.ui.widgets.base import col
from svp_desktop.ui.widgets.fields import edit
from tests import ready

WACHTWOORD = "vier losse woorden, klaar"
SCHOOL = ("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, WACHTWOORD)


class Probe(TabPage):
    """A page with one field, that writes down what the window asks of it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.field = edit(name="Veld")
        self.heard: list[object] = []
        self.setLayout(col(self.field))

    def flush_draft(self) -> None:
        if self.field.text():
            self.context.werkplek.concepten.bewaar(
                "incident:nieuw", {"feiten": self.field.text()}, "een nieuw incident"
            )

    def primary_new(self) -> None:
        self.heard.append("new")

    def focus_search(self) -> None:
        self.heard.append("search")

    def print_current(self) -> None:
        self.heard.append("print")

    def go_back(self) -> bool:
        self.heard.append("back")
        return True

    def show_record(self, record: int) -> None:
        self.heard.append(record)

    def start_from(self, record: int, kind: str = "") -> None:
        self.heard.append((record, kind))

    def resume(self, sleutel: str) -> None:
        self.heard.append(sleutel)
        found = self.context.werkplek.concepten.lees(sleutel)
        if found is not None:
            self.field.setText(found.inhoud["feiten"])


def probe_pages() -> list[TabSpec]:
    """Two tabs, a page under one of them, and one behind Meer."""
    return [
        TabSpec("incidenten", "Incidentregistratie", "flag", Probe),
        TabSpec("casussen", "Lopende casussen", "footprints", Probe),
        TabSpec("papier", "Papier", "file-text", Probe, tab=False, under="casussen"),
        TabSpec("personen", "Leerlingen en medewerkers", "users", Probe, tab=False),
    ]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme with the shipped fonts."""
    made = Theme(qapp, Choice.LICHT)
    made.load_fonts()
    return made


@pytest.fixture(autouse=True)
def _window_rules(theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A dialog that waits fails the test; the look is the light one; nothing of a window outlives it: what stays behind
    would keep its names and texts in memory after a lock. And no part of a page is shown before it stands in its place:
    it would be a window of its own for a moment, that flashes and takes the keyboard."""

    def refuse(dialog: QDialog) -> int:
        raise AssertionError(f"{type(dialog).__name__} waits for an answer")

    set_visible = QWidget.setVisible

    def in_its_place(widget: QWidget, visible: bool) -> None:
        loose = visible and widget.parentWidget() is None and not isinstance(widget, Shell)
        asker = sys._getframe(1).f_code.co_filename
        assert not loose or "svp_desktop" not in asker, f"{type(widget).__name__} is a window for a moment"
        set_visible(widget, visible)

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QWidget, "setVisible", in_its_place)
    before = set(QApplication.topLevelWidgets())
    if theme.choice is not Choice.LICHT or theme.scale != 1.0:
        theme.zoom(0)
        theme.choose(Choice.LICHT)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    left = Counter(type(widget).__name__ for widget in set(QApplication.topLevelWidgets()) - before)
    assert not left, f"left behind: {dict(left)}"


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget as an active window, so that the keyboard goes to it."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@dataclass
class Running:
    """A program over an own profile, with what it was handed; `again` starts it anew, as after a restart."""

    app: QApplication
    theme: Theme
    root: Path
    clock: Clock
    pages: Callable[[], Sequence[TabSpec]] = probe_pages
    restarts: int = 0
    ask: Scripted = field(default_factory=Scripted)
    programs: list[Program] = field(default_factory=list)

    def _restart(self) -> None:
        self.restarts += 1

    def toegang(self) -> Toegang:
        """The way in of this profile."""
        return Toegang(Paths.under(self.root), self.clock, KdfPolicy.for_tests(), self.settings())

    def settings(self) -> Settings:
        """The preferences of this profile, as they stand on the disk."""
        return Settings.of(Paths.under(self.root))

    def _way_in(self, root: Path) -> Toegang:
        return Toegang(Paths.under(root), self.clock, KdfPolicy.for_tests())

    def make_school(self) -> None:
        """A school that is locked."""
        ready.school(self.root, self._way_in, self.clock(), *SCHOOL)

    def again(self) -> Program:
        """A program as a new process would have it."""
        settings = self.settings()
        toegang = Toegang(Paths.under(self.root), self.clock, KdfPolicy.for_tests(), settings)
        outside = Outside(toegang, settings, self.ask, Immediately(), self.clock, self._restart, self.pages)
        made = Program(self.app, self.theme, outside)
        self.programs.append(made)
        made.start()
        made.shell.activateWindow()
        assert QTest.qWaitForWindowActive(made.shell)
        return made

    def unlocked(self) -> Program:
        """A program after the right password."""
        made = self.again()
        self.unlock(made, WACHTWOORD)
        assert made.window is not None
        return made

    def unlock(self, program: Program, password: str) -> None:
        """Type a password on the unlock page and press Enter."""
        page = program.shell.page()
        assert isinstance(page, UnlockPage)
        line = page.focusProxy()
        assert line is not None
        QTest.keyClicks(line, password)
        QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def running(qapp: QApplication, theme: Theme, tmp_path: Path, clock: Clock) -> Iterator[Running]:
    """A program over an empty profile."""
    made = Running(qapp, theme, tmp_path, clock)
    yield made
    assert made.ask.all_used(), "an answer was handed in for a question that did not come"
    for program in made.programs:
        program.quit()
        program.shell.deleteLater()
        program.deleteLater()


@pytest.fixture
def werkplek(tmp_path: Path, clock: Clock) -> Iterator[Werkplek]:
    """An unlocked new school."""
    toegang = ready.school(
        tmp_path, lambda root: Toegang(Paths.under(root), clock, KdfPolicy.for_tests()), clock(), *SCHOOL
    )
    made = ready.enter(toegang, WACHTWOORD)
    yield made
    made.vergrendel()


@pytest.fixture
def window(theme: Theme, werkplek: Werkplek, clock: Clock, shown: Callable[[QWidget], QWidget]) -> MainWindow:
    """The workplace with probe pages, on the screen."""
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    made = MainWindow(context, probe_pages(), theme, "De Regenboog")
    made.show_page("incidenten")
    made.resize(1270, 690)
    shown(made)
    return made
