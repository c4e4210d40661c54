"""Every page fits the smallest screen: nothing is cut, and everything can be reached."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop import app, resources
from svp_desktop.domain.casus import CasusFilter
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.pestzaak import PestFilter, PestTaak
from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.settings import Settings
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.first_run.begin import BeginPage
from svp_desktop.ui.first_run.wizard import Wizard
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.personen.tab import PersonenTab
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from svp_desktop.ui.widgets.nav import NavList
from tests.ui.fits import cut
from tests.ui.screen import press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Show = Callable[[QWidget], QWidget]
#: Width, height and steps of zoom: a laptop of 1366 x 768 at 150 percent, and the largest letters at 125 percent.
SCREENS = ((910, 480, 0), (1093, 582, 3))
SECTIES = ("Mensen", "Gesprekken", "Taken", "Thuis-school", "Herstelgesprek", "Verloop")
PEST_FORMS = ("mensen", "aanpak", "stap", "signaal", "toets", "plannen", "check", "papier", "sluiten", "coordinator")


def now() -> datetime:
    return datetime(2026, 11, 24, 10, 31, tzinfo=ZoneInfo("Europe/Amsterdam"))


def settle() -> None:
    """What gives way to the width is laid out a turn later, and what that changes in the turn after it."""
    for _ in range(8):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@dataclass
class Desk:
    """The voorbeeldschool of one role, in a window of this size."""

    shell: Shell
    window: MainWindow
    wrong: list[str]

    def look(self, where: str) -> None:
        """Note what does not fit here."""
        settle()
        self.wrong += [f"{where}: {line}" for line in cut(self.shell)]

    def visit(self, code: str) -> TabPage:
        """Show a page, as it is at first."""
        page = self.window.show_page(code)
        while page.go_back() and self.window.current_code() == code:
            settle()
        return self.window.show_page(code)

    def records(self, code: str, ids: Iterable[int]) -> TabPage:
        """Look at the page of each of these."""
        for record in ids:
            self.visit(code).show_record(record)
            self.look(f"{code} {record}")
        return self.window.page(code)

    def press(self, where: str, *words: str) -> None:
        """Look at the page after each of these buttons."""
        page = self.window.page(self.window.current_code())
        for text in words:
            press(page, text)
            self.look(f"{where}, {text}")


@pytest.fixture(scope="module", params=[Rol.DIRECTEUR, Rol.INTERNE_VERTROUWENSPERSOON], ids=lambda rol: rol.value)
def werkplek(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    """The voorbeeldschool as one of the roles: made once for all tests of this module."""
    paths = Paths.under(tmp_path_factory.mktemp("klein"))
    made = Toegang(paths, now, KdfPolicy.for_tests()).voorbeeldschool(als=request.param)
    yield made
    made.vergrendel()


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0]}x{screen[1]}+{screen[2]}")
def desk(
    request: pytest.FixtureRequest,
    theme: Theme,
    werkplek: Werkplek,
    tmp_path: Path,
    shown: Callable[[QWidget], QWidget],
) -> Desk:
    wide, high, steps = request.param
    for _ in range(steps):
        theme.zoom(1)
    context = Context(werkplek, Hub(), Scripted(), Immediately(), now)
    shell = Shell(Settings.of(Paths.under(tmp_path)))
    window = MainWindow(context, app.pages(), theme, werkplek.school_naam)
    shell.show_page(window)
    shell.resize(wide, high)
    shown(shell)
    return Desk(shell, window, [])


def test_every_page_fits(desk: Desk) -> None:
    for code in desk.window.kinds():
        if desk.window.has_page(code):
            desk.visit(code)
            desk.look(code)
    assert desk.wrong == []


def test_every_dossier_and_its_forms_fit(desk: Desk) -> None:
    work = desk.window.context.werkplek
    desk.records("incidenten", work.incidenten.ids(IncidentFilter())[:1])
    desk.visit("incidenten").primary_new()
    desk.look("incident, nieuw")
    desk.press("incident", "Plakken uit mail")
    casussen = [line.id for line in work.casussen.lijst(CasusFilter())]
    desk.records("casussen", casussen[:3])
    desk.press("casus", *SECTIES)
    desk.visit("casussen").show_record(casussen[1])
    desk.window.page("casussen").primary_new()
    desk.look("casus, nieuwe actie")
    desk.window.compose(casussen[1], PapierSoort.AANKONDIGING_KIND.value)
    desk.look("papier")
    desk.press("papier", "Uitreiken…")
    if "eigen" in work.soorten:
        desk.records("vertrouwelijk", [line.id for line in work.vertrouwelijk("eigen").lijst()])
        desk.press("vertrouwelijk", "Dossier sluiten", "Wie en wat")
        desk.records("meldcode", [line.id for line in work.meldcode.lijst()])
    assert desk.wrong == []


def test_every_form_of_a_pestzaak_fits(desk: Desk) -> None:
    service = desk.window.context.werkplek.pestzaken
    if not service.leidt:
        desk.visit("pesten").primary_new()
        desk.look("melding")
    else:
        tab = desk.records("pesten", [service.lijst(PestFilter())[0].id])
        assert isinstance(tab, PestenTab)
        for part in (*PEST_FORMS, *(task.value for task in PestTaak if task is not PestTaak.NAZORG)):
            tab.open_form(part)
            desk.look(f"pestzaak, {part}")
    assert desk.wrong == []


@pytest.mark.parametrize("werkplek", [Rol.DIRECTEUR], indirect=True)
@pytest.mark.parametrize("way", ["click", "Enter"])
def test_a_casus_that_was_left_for_the_list_opens_again(desk: Desk, way: str) -> None:
    tab = desk.visit("casussen")
    assert isinstance(tab, CasussenTab)
    view = tab.lijst.view
    for _ in range(2):
        place = view.visualRect(view.model().index(0, 0)).center()
        if way == "click":
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        else:
            view.setCurrentIndex(view.model().index(0, 0))
            QTest.keyClick(view, Qt.Key.Key_Return)
        settle()
        assert (tab.page.isVisible(), view.isVisible()) == (True, False)
        tab.go_back()
        settle()
        assert (tab.page.isVisible(), view.isVisible()) == (False, True)


@pytest.mark.parametrize("werkplek", [Rol.DIRECTEUR], indirect=True)
def test_settings_texts_and_the_steps_of_an_import_fit(desk: Desk) -> None:
    for code in ("instellingen", "teksten"):
        [headings] = desk.visit(code).findChildren(NavList)
        for row in range(headings.count()):
            headings.setCurrentRow(row)
            desk.look(f"{code}, {headings.item(row).text()}")
    people = desk.visit("personen")
    assert isinstance(people, PersonenTab)
    people.open_import()
    assert people.inlezen is not None
    people.inlezen.read(resources.path("demo", "leerlingen-excel.csv"))
    desk.look("inlezen, nakijken")
    assert desk.wrong == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("made", [lambda: BeginPage(()), Wizard], ids=["begin", "wizard"])
def test_the_first_pages_fit(made, screen, theme: Theme, tmp_path: Path, shown) -> None:
    wide, high, steps = screen
    for _ in range(steps):
        theme.zoom(1)
    shell = Shell(Settings.of(Paths.under(tmp_path)))
    shell.show_page(made())
    shell.resize(wide, high)
    shown(shell)
    settle()
    assert cut(shell) == []
