"""The tab Incidentregistratie over a real workplace in a temporary folder, its signals wired as the window does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.incidenten.tab import IncidentenTab
from svp_desktop.ui.tasks import Immediately
from tests import ready

PASSWORD = "vier losse woorden, klaar"
HOSTILE = "<b>O'Brien & Łukasz</b>"


@dataclass
class School:
    """A workplace with a few persons, and the way to open it again after a lock."""

    toegang: Toegang
    werkplek: Werkplek
    ids: dict[str, int] = field(default_factory=dict)

    def draft(self, feiten: str = "Mees schold Noor uit.", **changes: object) -> IncidentDraft:
        """A draft that may be recorded."""
        people = self.werkplek.personen
        values: dict[str, object] = {
            "datum": "23-11-2026",
            "tijd": "10.25",
            "plaats": "Schoolplein",
            "soorten": (SoortKeuze(Soort.PESTEN),),
            "mand": Mand.ORANJE,
            "betrokkenen": (people.als_betrokkene(self.ids["Mees"], frozenset({Betrokkenheid.DADER})),),
            "feiten": feiten,
        }
        return IncidentDraft(**(values | changes))  # type: ignore[arg-type]

    def record(self, feiten: str = "Mees schold Noor uit.", **changes: object) -> int:
        """Record an incident straight through the service."""
        return self.werkplek.incidenten.registreer(self.draft(feiten, **changes)).value

    def unlock_again(self) -> Werkplek:
        """Lock, and unlock the same school."""
        self.werkplek.vergrendel()
        choice = self.toegang.scholen()[0]
        self.werkplek = self.toegang.ontgrendel(choice.folder, choice.accounts[0].id, PASSWORD)
        return self.werkplek


@pytest.fixture
def school(tmp_path: Path, clock: Clock) -> Iterator[School]:
    def way_in(root: Path) -> Toegang:
        return Toegang(Paths.under(root), clock, policy=KdfPolicy.for_tests())

    ids = ready.copied(("incidenten", clock()), tmp_path, lambda root: _fill(way_in(root)))
    toegang = way_in(tmp_path)
    made = School(toegang, ready.enter(toegang, PASSWORD), dict(ids))
    yield made
    made.werkplek.vergrendel()


def _fill(toegang: Toegang) -> dict[str, int]:
    """Make the school with its persons, and lock it; the ids by name."""
    werkplek = toegang.maak_school("De Regenboog", "Nijmegen", "Farid Aydin", Rol.KWALITEITSCOORDINATOR, PASSWORD)
    ids = {}
    group = werkplek.school.bewaar_groep("Anker 8", Bouw.BOVENBOUW).value
    for number, (name, surname) in enumerate(
        (("Mees", "Jansen"), ("Noor", "Vries"), (HOSTILE, "Łubieński"), ("Anouk", "Bos")), 1
    ):
        child = Leerling(
            0, "", Naam(name, "", surname), str(number), date(2016, 3, number), jaargroep=8, groep_id=group
        )
        ids[name] = werkplek.personen.bewaar(child).value
    ids["Anouk Smeets"] = werkplek.personen.bewaar(Medewerker(0, "", Naam("Anouk", "", "Smeets"))).value
    werkplek.vergrendel()
    return ids


@dataclass
class Seen:
    """What the tab asked of the window."""

    errors: list[Exception] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: list[tuple[str, Callable[[], None]]] = field(default_factory=list)
    casus_from: list[int] = field(default_factory=list)
    casus_shown: list[int] = field(default_factory=list)


@dataclass
class Desk:
    """The tab in a window, and what it asked."""

    tab: IncidentenTab
    seen: Seen

    def settle(self) -> None:
        """Let everything that waits for a turn of the event loop happen."""
        for _ in range(4):
            QApplication.processEvents()

    def keys(self, text: str = "", key: Qt.Key | None = None, times: int = 1) -> None:
        """Type into whatever has the keyboard."""
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
        if key is not None:
            for _ in range(times):
                QTest.keyClick(self.focus(), key)

    def tab_to(self, wanted: QWidget, most: int = 40) -> None:
        """Press Tab until this widget has the keyboard."""
        for _ in range(most):
            if self.focus() is wanted:
                return
            QTest.keyClick(self.focus(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted.accessibleName() or wanted.objectName()}")

    def save(self) -> None:
        """Ctrl+S."""
        QTest.keyClick(self.focus(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    @staticmethod
    def focus() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found


@pytest.fixture
def open_desk(qtbot: QtBot, clock: Clock) -> Callable[..., Desk]:
    """Show the tab over a workplace."""

    def show(werkplek: Werkplek, before_painting: Callable[[IncidentenTab], None] = lambda tab: None) -> Desk:
        context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
        tab, seen = IncidentenTab(context), Seen()
        context.hub.changed.connect(tab.refresh)
        context.bar.error.connect(seen.errors.append)
        context.bar.said.connect(seen.said.append)
        context.bar.undo_offered.connect(lambda sentence, undo: seen.undo.append((sentence, undo)))
        tab.open_casus_requested.connect(seen.casus_from.append)
        tab.show_casus_requested.connect(seen.casus_shown.append)
        qtbot.addWidget(tab)
        tab.resize(1366, 690)
        tab.show()
        before_painting(tab)
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        desk = Desk(tab, seen)
        desk.settle()
        return desk

    return show


@pytest.fixture
def desk(open_desk: Callable[..., Desk], school: School) -> Desk:
    return open_desk(school.werkplek)
