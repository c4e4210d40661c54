"""A vertrouwenspersoon at work in her private file; and how a test reads and presses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.school import Bouw, Leerling, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabSpec
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.vertrouwelijk.tab import VertrouwelijkTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests import ready
from tests.ui.conftest import WACHTWOORD, probe_pages

SPECS = [*probe_pages(), TabSpec("vertrouwelijk", "Vertrouwelijk", "lock", VertrouwelijkTab, soort="eigen")]


@pytest.fixture
def werkplek(tmp_path: Path, clock: Clock) -> Iterator[Werkplek]:
    """A school whose vertrouwenspersoon is at work, with a pupil in the register."""
    what = ("De Regenboog", "Nijmegen", "Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON, WACHTWOORD)

    def way_in(root: Path) -> Toegang:
        return Toegang(Paths.under(root), clock, KdfPolicy.for_tests())

    ready.school(tmp_path, way_in, clock(), *what)
    made = ready.enter(way_in(tmp_path), WACHTWOORD)
    groep = made.school.bewaar_groep("groep 7", Bouw.BOVENBOUW).value
    born = clock().date().replace(year=2016, month=1)
    made.personen.bewaar(Leerling(0, "", Naam("Finn", "", "Mulder"), groep_id=groep, geboortedatum=born))
    yield made
    made.vergrendel()


@pytest.fixture
def ask() -> Scripted:
    """The answers to questions."""
    return Scripted()


@pytest.fixture
def window(
    theme: Theme, werkplek: Werkplek, clock: Clock, ask: Scripted, shown: Callable[[QWidget], QWidget]
) -> MainWindow:
    """The whole window of the vertrouwenspersoon."""
    made = MainWindow(Context(werkplek, Hub(), ask, Immediately(), clock), SPECS, theme, "De Regenboog")
    made.resize(1270, 690)
    shown(made)
    return made


@pytest.fixture
def tab(window: MainWindow) -> VertrouwelijkTab:
    """The tab, in front."""
    page = window.show_page("vertrouwelijk")
    assert isinstance(page, VertrouwelijkTab)
    return page
