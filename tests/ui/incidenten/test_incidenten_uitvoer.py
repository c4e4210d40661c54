"""The ways out of the register through the widgets: Ctrl+P, the menu, with and without names, print and save."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from svp_desktop.services.bestand import BestandNietBewaard
from svp_desktop.ui.ask import Scripted, a4_printer
from svp_desktop.ui.tabs.meldwijzer.tab import MeldwijzerTab
from svp_desktop.ui.tasks import Immediately, Progress, Task


@pytest.fixture
def ask(desk) -> Iterator[Scripted]:
    """The script of questions; every answer must be needed."""
    script: Scripted = desk.tab._context.ask
    yield script
    assert script.all_used()


def to_file(path: Path) -> QPrinter:
    printer = a4_printer("Test")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def texts(desk) -> str:
    """What stands in the message beside the paper."""
    return f"{desk.tab.paper.melding.accessibleName()} {desk.tab.paper.melding.accessibleDescription()}"


def test_from_the_list_to_a_workbook_without_names(school, desk, ask, tmp_path) -> None:
    school.record("Mees duwde Brandon en noor.")
    school.record("Anouk lachte.", plaats="Gang")
    desk.tab.list.reload()
    desk.tab.list.bar.search.setText("Brandon")
    desk.settle()
    desk.tab.list.table.setFocus()
    desk.tab.print_current()
    paper = desk.tab.paper
    assert desk.tab.in_paper()
    assert (paper.blad().totaal, paper.melding.isVisible()) == (1, False)
    paper.namen.parts()[1].click()
    assert "Kijk naar: Brandon." in texts(desk)
    assert "herkennen om wie het gaat" in texts(desk)
    # the name of the file is neutral, and what has no ending gets one
    ask.add("save_file", tmp_path / "uitvoer")
    paper.knoppen["xlsx"].click()
    told = list(openpyxl.load_workbook(tmp_path / "uitvoer.xlsx").active.iter_rows(values_only=True))
    assert told[1][-1] == "Leerling A duwde Brandon en een leerling."
    assert "niet versleuteld" in desk.seen.said[-1]
    assert "Kijk naar: Brandon." in texts(desk)
    QTest.keyClick(desk.focus(), Qt.Key.Key_Tab)
    assert desk.tab.go_back()
    assert not desk.tab.in_paper()
    assert paper.voorbeeld.pdf() == b""


def test_ctrl_p_on_what_is_read_prints_its_form(school, desk, ask, tmp_path) -> None:
    incident = school.record()
    desk.tab.list.reload()
    desk.tab.list.show_incident(incident)
    desk.settle()
    desk.tab.print_current()
    paper = desk.tab.paper
    assert paper.titel.title() == "Meldingsformulier"
    ask.add("printer", to_file(tmp_path / "uit.pdf"))
    desk.tab.print_current()
    assert (tmp_path / "uit.pdf").stat().st_size > 1000
    ask.add("save_file", tmp_path / "formulier.pdf")
    paper.knoppen["pdf"].click()
    assert (tmp_path / "formulier.pdf").read_bytes() == paper.voorbeeld.pdf()
    assert [kind for kind, _title in ask.asked] == ["printer", "save_file"]


def test_the_button_of_the_page_and_the_menu_of_the_list(school, desk, ask, tmp_path) -> None:
    incident, pages = school.record(), []
    desk.tab.page_requested.connect(pages.append)
    desk.tab.list.reload()
    desk.tab.list.show_incident(incident)
    desk.tab.list.detail.form.click()
    assert desk.tab.paper.titel.title() == "Meldingsformulier"
    desk.tab.paper.crumb.click()
    lijst, _line, leeg, wijzer = desk.tab.list.uitvoer.menu().actions()
    lijst.trigger()
    assert desk.tab.paper.titel.title() == "Lijst van incidenten"
    leeg.trigger()
    assert desk.tab.paper.titel.title() == "Leeg meldingsformulier"
    assert not desk.tab.paper.namen.isVisible()
    ask.add("save_file", None)
    desk.tab.paper.knoppen["pdf"].click()
    assert list(tmp_path.glob("*.pdf")) == []
    wijzer.trigger()
    assert pages == ["meldwijzer"]


def test_a_file_that_is_there_is_not_replaced_unasked_and_a_failed_save_says_so(school, desk, ask, tmp_path) -> None:
    school.record()
    desk.tab.list.reload()
    desk.tab.show_list_paper()
    there = tmp_path / "lijst.csv"
    there.write_text("van gisteren")
    ask.add("save_file", tmp_path / "lijst")
    ask.add("question", False)
    desk.tab.paper.knoppen["csv"].click()
    assert there.read_text() == "van gisteren"
    ask.add("save_file", tmp_path / "weg" / "lijst.csv")
    desk.tab.paper.knoppen["csv"].click()
    assert isinstance(desk.seen.errors[-1], BestandNietBewaard)
    assert desk.tab.paper.knoppen["csv"].isEnabled()


class Halfway(Immediately):
    """Work that waits until the test lets it go on."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Task, Callable[[Progress], object]]] = []

    def run(self, work, done, failed, owner=None) -> Task:
        task = Task(done, failed, owner)
        self.waiting.append((task, work))
        return task


def test_a_long_save_shows_how_far_it_is_and_stops_when_asked(school, desk, ask, tmp_path, monkeypatch) -> None:
    school.record()
    desk.tab.list.reload()
    desk.tab.show_list_paper()
    paper, tasks = desk.tab.paper, Halfway()
    object.__setattr__(paper._context, "tasks", tasks)
    ask.add("save_file", tmp_path / "lijst.xlsx")
    paper.knoppen["xlsx"].click()
    assert paper.stop.isVisible()
    assert not paper.afdrukken.isEnabled()
    ((task, work),) = tasks.waiting
    task.progress.emit(250, 1000)
    assert paper._bar.value() == 250
    paper.stop.click()
    task.carry_out(work)
    assert list(tmp_path.glob("lijst*")) == []
    assert desk.seen.said[-1] == "Gestopt. Er is geen bestand gemaakt."
    assert paper.afdrukken.isEnabled()


def test_the_meldwijzer_follows_the_names_and_the_texts_of_the_school(school, desk, qtbot, tmp_path) -> None:
    tab = MeldwijzerTab(desk.tab._context)
    qtbot.addWidget(tab)
    tab._context.hub.changed.connect(tab.refresh)
    tab.show()
    tab.shown()
    desk.settle()
    before = tab.blad.voorbeeld.pdf()
    outcome = school.werkplek.instellingen.zet("meldwijzer", ("Brand: Ga naar buiten.",))
    tab._context.hub.publish(outcome.changes)
    assert tab.blad.voorbeeld.pdf() not in (before, b"")
    tab._context.ask.add("save_file", tmp_path / "wijzer.pdf")
    tab.blad.knoppen["pdf"].click()
    assert (tmp_path / "wijzer.pdf").read_bytes() == tab.blad.voorbeeld.pdf()
