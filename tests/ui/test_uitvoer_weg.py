"""The whole way out, with keys, in the real window: list, form, meldwijzer, and what the trail says afterwards."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop import app
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.domain.spoor import SpoorFilter
from svp_desktop.services.toegang import Clock
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted, a4_printer
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme


@pytest.fixture
def echt(theme: Theme, werkplek: Werkplek, clock: Clock, shown: Callable[[QWidget], QWidget]) -> MainWindow:
    """The window with the pages of the program, over a school with two incidents."""
    child = werkplek.personen.bewaar(Leerling(0, "", Naam("=Noor", "", "O'Brien"))).value
    noor = werkplek.personen.als_betrokkene(child, frozenset({Betrokkenheid.SLACHTOFFER}))
    for day in ("20-11-2026", "23-11-2026"):
        werkplek.incidenten.registreer(
            IncidentDraft(day, "10.25", "Gang", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.GEEL,
                          betrokkenen=(noor,), feiten="Er werd geduwd.")
        )  # fmt: skip
    made = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), app.pages(), theme, "De Regenboog")
    made.show_page("incidenten")
    made.resize(1366, 690)
    shown(made)
    QApplication.processEvents()
    return made


def press(window: MainWindow, key: Qt.Key, control: bool = True) -> None:
    """A key for whatever has the keyboard."""
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def test_everything_leaves_by_keys_and_the_trail_knows(echt: MainWindow, werkplek: Werkplek, tmp_path: Path) -> None:
    ask, tab = echt.context.ask, echt.page("incidenten")
    tab.list.table.setFocus()
    press(echt, Qt.Key.Key_P)
    assert (tab.in_paper(), tab.paper.blad().totaal) == (True, 2)
    ask.add("save_file", tmp_path / "incidenten.xlsx")
    tab.paper.knoppen["xlsx"].click()
    rows = list(openpyxl.load_workbook(tmp_path / "incidenten.xlsx").active.iter_rows(values_only=True))
    assert {row[rows[0].index("Leerling")] for row in rows[1:]} == {"=Noor O'Brien"}
    press(echt, Qt.Key.Key_Escape, control=False)
    tab.list.detail.change.setFocus()
    press(echt, Qt.Key.Key_P)
    assert tab.paper.titel.title() == "Meldingsformulier"
    printer = a4_printer("Test")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    ask.add("printer", printer)
    press(echt, Qt.Key.Key_P)
    assert (tmp_path / "papier.pdf").stat().st_size > 1000
    press(echt, Qt.Key.Key_Escape, control=False)
    tab.list.uitvoer.menu().actions()[-1].trigger()
    assert echt.current_code() == "meldwijzer"
    assert echt.page("meldwijzer").blad.voorbeeld.pdf().startswith(b"%PDF")
    lines = werkplek.spoor.regels("school", werkplek.spoor.ids("school", SpoorFilter()))
    told = [(line.zin, line.over.titel) for line in lines if line.actie.startswith("uitvoer.")]
    assert [zin for zin, _ in told] == ["Meldingsformulier afgedrukt", "Lijst met namen als bestand opgeslagen"]
    assert told[1][1] == "2 incidenten"
    assert ask.all_used()


def test_escape_closes_the_list_of_found_names_and_the_form_stays(echt: MainWindow) -> None:
    tab = echt.page("incidenten")
    tab.primary_new()
    QApplication.processEvents()
    finder = tab.form.editor.zoeker
    finder.setFocus()
    QTest.keyClicks(finder, "noo")
    assert finder.popup().isVisible()
    QTest.keyClick(finder.popup().windowHandle(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not finder.popup().isVisible()
    assert (tab.in_form(), finder.text()) == (True, "noo")
    press(echt, Qt.Key.Key_Escape, control=False)
    assert not tab.in_form()


def test_escape_leaves_the_search_field_with_its_list(echt: MainWindow) -> None:
    field = echt.palette_field
    field.setFocus()
    QTest.keyClicks(field, "noo")
    assert field.popup().isVisible()
    QTest.keyClick(field.popup().windowHandle(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert (field.text(), field.popup().isVisible(), field.hasFocus()) == ("", False, False)
