"""A vertrouwenspersoon at work in the meldcode dossiers; and how a test reads, fills in and presses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.aantekeningen import Aard, DossierDraft
from svp_desktop.domain.meldcode import MeldcodeKop, Uitspraak
from svp_desktop.domain.meldcode_keuzes import Herkomst, Richting
from svp_desktop.domain.school import Bouw, Leerling, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabSpec
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.meldcode.tab import MeldcodeTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests import ready
from tests.ui.conftest import WACHTWOORD, probe_pages
from tests.ui.screen import press

SPECS = [*probe_pages(), TabSpec("meldcode", "Meldcode-dossier", "shield-check", MeldcodeTab, soort="meldcode")]
FEIT = Uitspraak(
    "23-11-2026", "", Aard.FEIT, Richting.BEVESTIGT, "Blauwe plek op de arm.", "", Herkomst.EIGEN, "juf Marit"
)


@pytest.fixture
def werkplek(tmp_path: Path, clock: Clock) -> Iterator[Werkplek]:
    """A school whose vertrouwenspersoon is at work, with a pupil in the register."""
    what = ("De Regenboog", "Nijmegen", "Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON, WACHTWOORD)

    def way_in(root: Path) -> Toegang:
        return Toegang(Paths.under(root), clock, KdfPolicy.for_tests())

    ready.school(tmp_path, way_in, clock(), *what)
    made = ready.enter(way_in(tmp_path), WACHTWOORD)
    groep = made.school.bewaar_groep("groep 4", Bouw.ONDERBOUW).value
    made.personen.bewaar(Leerling(0, "", Naam("Finn", "", "Mulder"), groep_id=groep))
    yield made
    made.vergrendel()


@pytest.fixture
def ask() -> Iterator[Scripted]:
    """The answers to questions; every one must be asked for."""
    made = Scripted()
    yield made
    assert made.all_used()


@pytest.fixture
def window(
    theme: Theme, werkplek: Werkplek, clock: Clock, ask: Scripted, shown: Callable[[QWidget], QWidget]
) -> MainWindow:
    """The whole window of the vertrouwenspersoon."""
    made = MainWindow(Context(werkplek, Hub(), ask, Immediately(), clock), SPECS, theme, "De Regenboog")
    made.show_page("incidenten")
    made.resize(1270, 690)
    shown(made)
    return made


@pytest.fixture
def tab(window: MainWindow) -> MeldcodeTab:
    """The tab, in front."""
    page = window.show_page("meldcode")
    assert isinstance(page, MeldcodeTab)
    return page


def save(tab: MeldcodeTab) -> None:
    """Ctrl+S in the form that is open."""
    QTest.keyClick(tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def fill(tab: MeldcodeTab, **values: object) -> None:
    """Fill in fields of the form that is open, as if by hand."""
    form = tab.form()
    assert form is not None
    for name, value in values.items():
        form.vakken[name].show(value)  # type: ignore[union-attr]
        form.vakken[name].changed.emit()  # type: ignore[union-attr]


def finish(tab: MeldcodeTab, ask: Scripted, **values: object) -> None:
    """Fill in the step that is shown and finish it."""
    tab._wanted("stap", tab.detail.stap)
    fill(tab, **values)
    ask.add("question", True)
    press(tab, f"Stap {tab.detail.stap} afronden …")


def dossier(tab: MeldcodeTab, naam: str = "Noor van 't Hof") -> int:
    """A dossier with one fact, opened on the page."""
    made = tab._service.open(DossierDraft(naam, "groep 6"), MeldcodeKop(toezicht="Ilse Bruins")).value
    tab._service.leg_vast(made, FEIT)
    tab.reload()
    tab.show_record(made)
    return made
