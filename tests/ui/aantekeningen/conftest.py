"""A vertrouwenspersoon at work, with the two tabs of dossiers; and how a test reads and presses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from svp_desktop.domain.aantekeningen import AantekeningDraft, Aard, DossierDraft
from svp_desktop.domain.school import Bouw, Leerling, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabSpec
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.aantekeningen.tab import AantekeningenTab, MeldcodeTab
from svp_desktop.ui.tabs.vertrouwelijk.tab import VertrouwelijkTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests import ready
from tests.ui.conftest import WACHTWOORD, probe_pages

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
def werkplek(toegang: Toegang, tmp_path: Path, clock: Clock) -> Iterator[Werkplek]:
    """A school whose vertrouwenspersoon is at work, with two pupils in the register."""
    what = ("De Regenboog", "Nijmegen", "Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON, WACHTWOORD)
    ready.school(tmp_path, lambda root: Toegang(Paths.under(root), clock, KdfPolicy.for_tests()), clock(), *what)
    made = ready.enter(toegang, WACHTWOORD)
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


@pytest.fixture(params=["meldcode"])
def tab(request: pytest.FixtureRequest, window: MainWindow) -> AantekeningenTab:
    """Each of the two tabs, in front."""
    page = window.show_page(request.param)
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
