"""The page Wie deed wat: lines, filters, where they lead, the chain, the review and the sheet, with its window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from svp_desktop import app as program
from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.school import Leerling, Medewerker, Naam, Rol
from svp_desktop.domain.spoor import SpoorGroep
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.spoor.rows import WAAROVER
from svp_desktop.ui.tabs.spoor.tab import SpoorTab
from svp_desktop.ui.tabs.vandaag.tab import VandaagTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.widgets.notice import State
from tests.zaken import zaak


@pytest.fixture
def ask() -> Scripted:
    return Scripted()


@pytest.fixture
def context(werkplek, clock, ask) -> Context:
    owner = werkplek.personen.bewaar(Medewerker(0, "", Naam("Karin"))).value
    for name in ("Sem", "Noor"):
        pupil = werkplek.personen.bewaar(Leerling(0, "", Naam(name, "", "Bakker"))).value
        werkplek.casussen.open(CasusDraft(leerling_id=pupil, eigenaar_id=owner, aanleiding="Ruzie", doel="Rust"))
    return Context(werkplek, Hub(), ask, Immediately(), clock)


@pytest.fixture
def tab(context: Context, shown: Callable[[QWidget], QWidget], qtbot) -> SpoorTab:
    made = SpoorTab(context)
    context.hub.changed.connect(made.refresh)  # as the window does
    made.resize(1270, 640)
    shown(made)
    qtbot.waitUntil(lambda: not made._soon.isActive())
    return made


def heard(signal):
    """Everything that a signal says from now on."""
    said: list[tuple] = []
    signal.connect(lambda *values: said.append(values))
    return said


def test_the_newest_line_is_on_top_in_words_and_chosen(tab):
    assert [tab.model.index(0, column).data() for column in range(4)] == [
        "di 24-11-2026  10.31", "Hanneke Vos", "Casus geopend", "Casus Noor Bakker"
    ]  # fmt: skip
    assert tab.table.current() == 0
    assert tab.wat.text() == "Regel 8: Casus geopend, Casus Noor Bakker"
    assert tab.wie.text().startswith("Hanneke Vos, dinsdag 24 november 2026, 10.31.00. Herkenning: ")
    assert len(tab.wie.text().partition("Herkenning: ")[2].split()) == 6
    assert tab.bar.count.text() == "8 regels"
    assert tab.keten.words() == "Alle regels kloppen, gecontroleerd om 10.31"
    assert tab.keuze.isHidden()


def test_it_fits_the_smallest_window(tab):
    hint = tab.minimumSizeHint()
    assert hint.width() <= 1270
    assert hint.height() <= 600


def test_filters_narrow_the_list_and_can_be_wiped(tab, qtbot):
    tab.bar.groepen.pick(SpoorGroep.PERSONEN)
    assert tab.bar.count.text() == "4 van 8 regels"
    tab.bar.wie.pick(tab.bar.wie._group.actions()[1].data())
    tab.bar.periode.pick("week")
    assert tab.bar.wie.chip.text() == "Wie: Hanneke Vos"
    assert tab.bar.count.text() == "4 van 8 regels"
    tab.bar.groepen.pick(SpoorGroep.PERSONEN)
    tab.bar.groepen.pick(SpoorGroep.PAPIEREN)
    qtbot.waitUntil(lambda: tab.midden.currentWidget() is tab.leeg)
    assert tab.leeg.sentence() == "Geen regels met deze filters."
    QTest.mouseClick(tab.leeg.action, Qt.MouseButton.LeftButton)
    assert tab.bar.count.text() == "8 regels"
    assert tab.midden.currentIndex() == 0
    assert not tab.go_back()


def test_days_of_ones_own(tab, qtbot):
    assert tab.bar.van.isHidden() or not tab.bar.van.isVisible()
    tab.bar.periode.pick("andere")
    assert tab.bar.van.isVisible()
    QTest.keyClicks(tab.bar.van, "25-11")
    qtbot.waitUntil(lambda: tab.bar.count.text() == "0 van 8 regels")
    tab.bar.van.clear()
    QTest.keyClicks(tab.bar.van, "24-11")
    qtbot.waitUntil(lambda: tab.bar.count.text() == "8 regels")
    assert tab.go_back()
    assert not tab.bar.van.isVisible()


def test_a_line_leads_to_its_record(tab):
    casus, person = heard(tab.show_casus_requested), heard(tab.show_person_requested)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert casus == [(2,)]
    tab.table.select(1)
    QTest.mouseClick(tab.openen, Qt.MouseButton.LeftButton)
    assert person == [(4,)]
    where = tab.table.visualRect(tab.model.index(2, WAAROVER)).topLeft() + QPoint(20, 12)
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert casus == [(2,), (1,)]


def test_everything_about_one_record(tab):
    tab.table.select(2)
    QTest.mouseClick(tab.alles, Qt.MouseButton.LeftButton)
    assert tab.bar.over.text() == "Alleen: Casus Sem Bakker"
    assert tab.bar.count.text() == "1 van 8 regels"
    QTest.mouseClick(tab.bar.over, Qt.MouseButton.LeftButton)
    assert tab.bar.count.text() == "8 regels"
    assert tab.bar.over.isHidden()


def test_to_a_line_by_its_number_also_when_a_filter_hides_it(tab):
    tab.bar.groepen.pick(SpoorGroep.CASUSSEN)
    QTest.keyClicks(tab.bar.regel, "1")
    QTest.keyClick(tab.bar.regel, Qt.Key.Key_Return)
    assert tab.wat.text().startswith("Regel 1: ")
    assert tab.bar.count.text() == "8 regels"
    said = heard(tab._context.bar.said)
    QTest.keyClicks(tab.bar.regel, "99")
    QTest.keyClick(tab.bar.regel, Qt.Key.Key_Return)
    assert said == [("Regel 199 is er niet. De nieuwste is 8.",)]


def test_a_tampered_line_is_told_and_stays_told(tab, werkplek):
    raw = werkplek._kluis.school._raw
    raw.set_authorizer(None)
    raw.execute("DROP TRIGGER spoor_geen_update")
    raw.execute("UPDATE spoor SET account_id = 'x', op = 'nooit' WHERE volgnummer = 6")
    tab.reload()
    QTest.mouseClick(tab.keten.knop, Qt.MouseButton.LeftButton)
    assert tab.keten.words() == "Klopt niet vanaf regel 6"
    assert (tab.melding.state, tab.melding.lead()) == (State.BLOK, "Klopt niet vanaf regel 6.")
    assert tab.melding.isVisible()
    tab.reload()
    assert tab.melding.isVisible()
    assert [tab.model.index(2, column).data() for column in range(2)] == ["onleesbaar", "verwijderd account"]


def test_the_review_is_asked_for_and_recorded(tab, clock, werkplek):
    assert not tab.melding.isVisible()
    clock.now += timedelta(days=32)
    tab.reload()
    assert tab.melding.isVisible()
    assert tab.melding.state is State.LET_OP
    said = heard(tab._context.bar.said)
    QTest.mouseClick(tab.nagekeken, Qt.MouseButton.LeftButton)
    assert said == [("Vastgelegd: u hebt de lijst nagekeken tot en met regel 8.",)]
    assert werkplek.spoor.controle("school").tot == 8
    assert not tab.melding.isVisible()
    words = {label.text() for label in tab._title.findChildren(QLabel)}
    assert "Nagekeken op 26 december 2026 door Hanneke Vos, tot en met regel 8" in words
    tab.bar.periode.pick("controle")
    assert tab.bar.count.text() == "1 van 9 regels"


def test_vandaag_reminds_without_a_name_and_leads_there(context, clock, shown):
    clock.now += timedelta(days=32)
    page = VandaagTab(context)
    shown(page)
    asked = heard(page.page_requested)
    assert page.nakijken.isVisible()
    assert "Bakker" not in page.nakijken.lead() + page.nakijken.text()
    page._open_trail()
    assert asked == [("spoor",)]
    context.werkplek.spoor.gecontroleerd("school", 1)
    page.reload()
    assert not page.nakijken.isVisible()


def test_the_sheet_is_shown_printed_and_noted(tab, ask, tmp_path, werkplek):
    QTest.mouseClick(tab.controleblad, Qt.MouseButton.LeftButton)
    sheet = tab._bladpagina
    assert sheet.isVisible()
    assert sheet.voorbeeld.view.page_count() == 1
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "uit.pdf"))
    ask.add("printer", printer)
    tab.print_current()
    assert sheet.melding.lead() == "Het blad is naar de printer gestuurd."
    assert (tmp_path / "uit.pdf").stat().st_size > 5_000
    ask.add("printer", None)
    QTest.mouseClick(sheet.afdrukken, Qt.MouseButton.LeftButton)
    assert tab.go_back()
    assert tab.model.index(0, 2).data() == "Controleblad afgedrukt"
    assert werkplek.spoor.aantal("school") == 9
    assert ask.all_used()


def test_what_is_written_elsewhere_comes_in_when_the_page_is_looked_at(tab, werkplek):
    outcome = werkplek.personen.bewaar(Medewerker(0, "", Naam("Joost")))
    tab.hide()
    tab.refresh(outcome.changes)
    assert tab.bar.count.text() == "8 regels"
    tab.show()
    tab.shown()
    assert tab.bar.count.text() == "9 regels"


def test_the_filters_come_back_after_a_lock(tab, context, shown):
    tab.bar.groepen.pick(SpoorGroep.PERSONEN)
    tab.bar.periode.pick("maand")
    place = tab.place()
    again = shown(SpoorTab(context))
    again.go_to(place)
    assert again.bar.filter() == tab.bar.filter()
    again.go_to({"periode": "nooit", "groepen": 3})
    assert again.bar.filter() == replace(tab.bar.filter(), groepen=frozenset())


def test_only_who_may_read_a_trail_has_the_page(theme, context, shown):
    specs = [spec for spec in program.pages() if spec.code in ("vandaag", "spoor")]
    window = MainWindow(context, specs, theme, "De Regenboog")
    shown(window)
    assert window.has_page("spoor")
    assert isinstance(window.show_page("spoor"), SpoorTab)


def made_by(rol: Rol, tmp_path, clock) -> Werkplek:
    """A new school of someone with this role."""
    toegang = Toegang(Paths.under(tmp_path / rol.value), clock, KdfPolicy.for_tests())
    return toegang.maak_school("De Boei", "Nijmegen", "Ilse Bruins", rol, "vier losse woorden, klaar")


def test_a_vertrouwenspersoon_chooses_between_her_own_trails(theme, tmp_path, clock, shown):
    work = made_by(Rol.INTERNE_VERTROUWENSPERSOON, tmp_path, clock)
    dossier = work.vertrouwelijk("eigen").open_zaak(zaak("Finn Mulder")).value
    window = MainWindow(Context(work, Hub(), Scripted(), Immediately(), clock), program.pages(), theme, "De Boei")
    window.resize(1270, 690)
    shown(window)
    sensitive = heard(window.page_shown)
    page = window.show_page("spoor")
    assert [part.text() for part in page.keuze.parts()] == ["Meldcode-dossier", "Vertrouwelijk"]
    assert sensitive == [(True,)]
    QTest.mouseClick(page.keuze.parts()[1], Qt.MouseButton.LeftButton)
    assert sensitive == [(True,), (True,)]
    assert page.wat.text().endswith("Dossier begonnen, Dossier Finn Mulder")
    assert page.place() == {}, "what she looked at is not kept in the compartment of the school"
    QTest.mouseClick(page.openen, Qt.MouseButton.LeftButton)
    assert window.current_code() == "vertrouwelijk"
    assert window.page("vertrouwelijk").place() != {}
    assert dossier == 1
    work.vergrendel()


def test_a_kwaliteitscoordinator_has_no_such_page(theme, tmp_path, clock, shown):
    work = made_by(Rol.KWALITEITSCOORDINATOR, tmp_path, clock)
    window = MainWindow(Context(work, Hub(), Scripted(), Immediately(), clock), program.pages(), theme, "De Boei")
    shown(window)
    assert not window.has_page("spoor")
    assert "Wie deed wat" not in [action.text() for action in window.more_menu.actions()]
    work.vergrendel()
