"""Instellingen: the school, its roles, and settings with the way back to the plan."""

import json
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.instellingen import BRIEVEN, CATALOGUS, INCIDENTEN, SCHERMAFDRUKKEN, TERMIJNEN
from svp_desktop.domain.school import Medewerker, Naam, Regio, Rol
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted, a4_printer
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.instellingen.tab import InstellingenTab
from svp_desktop.ui.tasks import Immediately


@pytest.fixture
def ask() -> Iterator[Scripted]:
    """No question unless a test expects one."""
    made = Scripted()
    yield made
    assert made.all_used()


@pytest.fixture
def tab(
    werkplek: Werkplek, ask: Scripted, clock: Callable[[], object], shown: Callable[[QWidget], QWidget]
) -> InstellingenTab:
    """The page on the screen, told of every write as the window does."""
    context = Context(werkplek, Hub(), ask, Immediately(), clock)
    made = InstellingenTab(context)
    context.hub.changed.connect(made.refresh)
    made.resize(1270, 620)
    shown(made)
    return made


def _type(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_what_the_school_is_called_stands_there_and_is_kept(tab: InstellingenTab, werkplek: Werkplek) -> None:
    assert tab.school.texts["naam"].text() == "De Regenboog"
    _type(tab.school.texts["straat"], "Havenstraat 8")
    assert "Nog niet opgeslagen" in tab.saved.text()
    tab.school.regio.setCurrentIndex(tab.school.regio.findData(Regio.ZUID.value))
    tab.bewaar.click()
    kept = werkplek.school.lees()
    assert (kept.straat, kept.regio) == ("Havenstraat 8", Regio.ZUID)
    assert tab.saved.text().startswith("Opgeslagen")


def test_the_keyboard_comes_to_the_texts_before_the_settings_under_them(tab: InstellingenTab) -> None:
    asked = []
    tab.page_requested.connect(asked.append)
    tab.headings.setCurrentRow(tab.headings.count() - 2)
    tab.headings.setFocus()
    QTest.keyClick(tab.headings, Qt.Key.Key_Tab)
    assert tab.teksten.hasFocus()
    QTest.keyClick(tab.teksten, Qt.Key.Key_Space)
    assert asked == ["teksten"]


def test_a_school_without_a_name_is_not_kept_and_nothing_typed_is_lost(
    tab: InstellingenTab, werkplek: Werkplek
) -> None:
    tab.school.texts["naam"].clear()
    _type(tab.school.texts["motto"], "Samen varen wij")
    tab.bewaar.click()
    assert tab.school.fields["naam"].message() == "Vul de naam van de school in."
    assert tab.school.texts["motto"].text() == "Samen varen wij"
    assert werkplek.school.lees().naam == "De Regenboog"


def test_a_logo_is_kept_as_a_small_png_and_a_text_is_refused(
    tab: InstellingenTab, werkplek: Werkplek, ask: Scripted, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = QImage(1200, 900, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPG")
    file = tmp_path / "logo.jpg"
    file.write_bytes(bytes(buffer.data().data()))
    ask.add("open_file", file)
    tab.school.logo_wanted.emit()
    tab.bewaar.click()
    kept = werkplek.school.lees().logo
    assert kept is not None
    assert kept.startswith(b"\x89PNG")
    assert QImage.fromData(kept).width() <= 600

    text = tmp_path / "tekst.png"
    text.write_text("geen plaatje")
    ask.add("open_file", text)
    with qtbot.waitSignal(tab._context.bar.error) as said:
        tab.school.logo_wanted.emit()
    assert "kan niet worden gelezen" in said.args[0].what
    assert werkplek.school.lees().logo == kept


def test_a_number_out_of_bounds_gets_a_sentence_and_the_plan_stays(tab: InstellingenTab, werkplek: Werkplek) -> None:
    line = tab.rubrieken[TERMIJNEN].lines["sit_in_minuten"]
    line.editor.setText("900")
    line.commit()
    assert "5 tot en met 120" in line.field.message()
    assert line.editor.text() == "900"
    line.editor.setText("een half uur")
    line.commit()
    assert line.field.message() == "Vul een heel getal in."
    assert werkplek.instellingen.lees().getal("sit_in_minuten") == 30


def test_an_own_value_and_the_way_back(tab: InstellingenTab, werkplek: Werkplek, qtbot: QtBot) -> None:
    page = tab.rubrieken[INCIDENTEN]
    line = page.lines["signalen_kind"]
    line.editor.setText("4")
    line.commit()
    assert werkplek.instellingen.lees().getal("signalen_kind") == 4
    with qtbot.waitSignal(tab._context.bar.undo_offered) as offered:
        line._reset.click()
    assert (line.editor.text(), werkplek.instellingen.lees().getal("signalen_kind")) == ("2", 2)
    offered.args[1]()
    assert werkplek.instellingen.lees().getal("signalen_kind") == 4


def test_a_list_is_one_line_an_item_and_is_kept_when_it_is_left(tab: InstellingenTab, werkplek: Werkplek) -> None:
    tab.headings.setCurrentRow(2)
    line = tab.rubrieken[INCIDENTEN].lines["plaatsen"]
    assert isinstance(line.editor, QPlainTextEdit)
    line.editor.setFocus()
    line.editor.setPlainText("Plein\n\n  Gang \nPlein\n")
    tab.headings.setFocus()
    assert werkplek.instellingen.lees().lijst("plaatsen") == ("Plein", "Gang")


def test_every_setting_has_a_line_with_its_source(tab: InstellingenTab) -> None:
    shown = {code for page in tab.rubrieken.values() for code in page.lines}
    # pictures of the screen can only be held back on Windows
    here = {item.code for item in CATALOGUS} - ({SCHERMAFDRUKKEN} if sys.platform != "win32" else set())
    assert shown == here


def test_a_role_from_a_day_and_a_vacancy(tab: InstellingenTab, werkplek: Werkplek) -> None:
    werkplek.personen.bewaar(Medewerker(0, "", Naam("Farid", "", "Aydin")))
    page = tab.rollen
    page.rol.setCurrentIndex(page.rol.findData(Rol.KWALITEITSCOORDINATOR.value))
    page._bewaar.click()
    assert page.fields["persoon_id"].message().startswith("Kies een naam")
    page.wie.setText("far")
    page.wie.search()
    page.wie.choose(0)
    page.van.setText("1-8")
    page._bewaar.click()
    holder = werkplek.school.houder(Rol.KWALITEITSCOORDINATOR, werkplek.today())
    assert holder is not None
    assert str(holder.naam) == "Farid Aydin"

    page.rol.setCurrentIndex(page.rol.findData(Rol.INTERNE_VERTROUWENSPERSOON.value))
    page.vacature.set_value(True)
    page._bewaar.click()
    vacant = [line for line in werkplek.school.rollen() if line.rol is Rol.INTERNE_VERTROUWENSPERSOON]
    assert [line.persoon_id for line in vacant] == [None]


def test_locking_keeps_what_was_being_typed(tab: InstellingenTab, werkplek: Werkplek) -> None:
    _type(tab.school.texts["telefoon"], "012 345 67 89")
    tab.flush_draft()
    assert werkplek.school.lees().telefoon == "012 345 67 89"


def test_what_was_refused_stays_with_its_sentence_when_another_is_kept_and_over_a_lock(
    tab: InstellingenTab, werkplek: Werkplek, shown: Callable[[QWidget], QWidget]
) -> None:
    page = tab.rubrieken[TERMIJNEN]
    tab.headings.setCurrentRow(list(tab.rubrieken).index(TERMIJNEN))
    line, other = page.lines["sit_in_minuten"], page.lines["nazorg_weken"]
    line.editor.setText("een half uur")
    line.commit()
    other.editor.setText("8")
    other.commit()
    assert werkplek.instellingen.lees().getal("nazorg_weken") == 8
    assert (line.editor.text(), line.field.message()) == ("een half uur", "Vul een heel getal in.")

    tab.flush_draft()
    place = json.loads(json.dumps(tab.place()))
    again = InstellingenTab(tab._context)
    shown(again)
    again.go_to(place)
    line = again.rubrieken[TERMIJNEN].lines["sit_in_minuten"]
    assert (line.editor.text(), line.field.message()) == ("een half uur", "Vul een heel getal in.")
    line.editor.setText("30")
    line.commit()
    assert line.field.message() == "", "with the value in force again there is nothing to say"
    line.editor.setText("20")
    line.commit()
    assert werkplek.instellingen.lees().getal("sit_in_minuten") == 20
    assert again.place()["waarden"] == {}


def test_no_setting_counts_as_typed_before_somebody_types(tab: InstellingenTab) -> None:
    assert all(line.typed() is None for page in tab.rubrieken.values() for line in page.lines.values())


def test_the_proof_of_the_window_follows_the_settings_and_leads_back(
    tab: InstellingenTab, ask: Scripted, tmp_path: Path
) -> None:
    tab.headings.setCurrentRow([tab.headings.item(row).text() for row in range(tab.headings.count())].index(BRIEVEN))
    tab.vensterproef.click()
    before = tab.proef.blad().pdf
    assert "25 mm van links" in PdfReader(BytesIO(before)).pages[0].extract_text()
    assert tab.go_back()
    assert tab.vensterproef.isVisible()
    _type(tab.rubrieken[BRIEVEN].lines["venster_x"].editor, "30")
    tab.vensterproef.click()
    assert "30 mm van links" in PdfReader(BytesIO(tab.proef.blad().pdf)).pages[0].extract_text()
    printer = a4_printer("Vensterproef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "proef.pdf"))
    ask.add("printer", printer)
    tab.print_current()
    assert (tmp_path / "proef.pdf").stat().st_size > 1000
    assert tab.go_back()
    assert not tab.go_back()


def test_the_page_fits_a_small_laptop(tab: InstellingenTab) -> None:
    needs = tab.minimumSizeHint()
    assert needs.width() <= 1270
    assert needs.height() <= 600
