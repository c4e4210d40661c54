"""Papers and overview of pestzaken on the screen: the guards speak before the button, and nothing typed is lost."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.bijlage import LANGSTE_ZIJDE, MEEST_PER_BESTAND
from svp_desktop.domain.pest_aanpak import AanpakDraft, StapDraft, StapSoort
from svp_desktop.domain.pest_papier import PestBlad
from svp_desktop.domain.pestzaak import MeldingDraft, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Naam, School
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted, a4_printer
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.pesten.netwerk import NetwerkBeeld
from svp_desktop.ui.tabs.pesten.papier_form import PapierForm
from svp_desktop.ui.tabs.pesten.rondom import PestRondom
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from svp_desktop.ui.tasks import Immediately


@pytest.fixture
def ask() -> Scripted:
    return Scripted()


@pytest.fixture
def context(werkplek: Werkplek, clock, ask: Scripted) -> Context:
    return Context(werkplek, Hub(), ask, Immediately(), clock)


@pytest.fixture
def zaak(werkplek: Werkplek) -> int:
    werkplek.school.bewaar(School("De Regenboog"))
    group = werkplek.school.bewaar_groep("Rivier", Bouw.MIDDENBOUW).value
    noor, tygo = (
        werkplek.personen.bewaar(Leerling(0, "", Naam(*name), str(at), None, 6, group)).value
        for at, name in enumerate((("Noor", "de", "Vries"), ("Tygo", "", "Bos")))
    )
    people = (PestPersoonDraft(noor, PestRol.GEPEST), PestPersoonDraft(tygo, PestRol.PESTER))
    made = werkplek.pestzaken.meld(MeldingDraft(melder="moeder", melding="Bang.", personen=people)).value
    werkplek.pestzaken.begin_aanpak(made, AanpakDraft("Steungroep"))
    step = StapDraft(StapSoort.AFSPRAAK, "Noor mag altijd naar binnen.", "Noor", None, "vandaag")
    werkplek.pestzaken.bewaar_stap(made, step)
    return made


def texts(widget: QWidget) -> str:
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(part.text() for part in parts if not part.isHidden())


def test_a_name_stops_the_paper_and_the_words_come_back_later(
    context: Context, ask: Scripted, zaak: int, qtbot: QtBot, tmp_path: Path
) -> None:
    form = PapierForm(context)
    qtbot.addWidget(form)
    beeld = context.werkplek.pestzaken.beeld(zaak)
    form.begin(beeld, PestBlad.AFSPRAKEN)
    assert form.afdrukken.isEnabled()
    form.regels.woorden[0].setPlainText("Noor zit niet naast Tygo.")
    form.look()
    assert not form.afdrukken.isEnabled()
    assert not form.pdf.isEnabled()
    assert "“Tygo” is de naam van een ander kind." in form._fields["regel0"].message()
    form.flush()
    again = PapierForm(context)
    qtbot.addWidget(again)
    again.begin(beeld, PestBlad.AFSPRAKEN)
    assert again.regels.woorden[0].text() == "Noor zit niet naast Tygo."
    again.regels.woorden[0].setPlainText("Noor zit naast een vriendin.")
    again.look()
    place = tmp_path / "blad"
    ask.add("save_file", place)
    again.pdf.click()
    assert (tmp_path / "blad.pdf").read_bytes() == again.voorbeeld.pdf()
    again.opslaan.click()
    assert "Vul in aan wie u het papier gaf." in again._fields["aan"].message()
    again.aan.setText("Noor en moeder")
    again.opslaan.click()
    [kept] = context.werkplek.pestzaken.beeld(zaak).papieren
    assert context.werkplek.pest_papieren.bewaard(kept.id) == again.voorbeeld.pdf()

    # another child has no agreements of its own, and the guide for a talk is never handed out
    again.begin(beeld, PestBlad.AFSPRAKEN)
    again.voor.setCurrentIndex(1)
    again.voor.activated.emit(1)
    assert [box.isChecked() for box in again.regels.vinkjes] == [False]
    again.look()
    assert "Er staat nog geen afspraak op dit blad." in again._fields["regels"].message()
    again.begin(beeld, PestBlad.GESPREK_GROEP)
    assert again.opslaan.isHidden()
    assert again.afdrukken.isEnabled()


def test_the_overview_has_no_name_and_leads_to_papers_and_the_own_document(
    context: Context, ask: Scripted, zaak: int, qtbot: QtBot, tmp_path: Path
) -> None:
    pages = PestRondom(context)
    qtbot.addWidget(pages)
    context.hub.changed.connect(lambda _changes: pages.reload())
    pages.open()
    page = pages.overzicht
    assert "Pestzaak 1" in texts(page)
    assert "Noor" not in texts(page)
    assert "Rivier 6" in [bar.bar.naam for bar in page.staven["groepen"].knoppen]
    page.kopieer.click()
    assert "na 1, 2 en 6 weken" in QGuiApplication.clipboard().text()
    page.cijfers.click()
    assert pages.currentWidget() is pages.uit
    pdf = pages.uit.blad().pdf
    assert pdf.startswith(b"%PDF")
    pages.go_back()
    assert pages.currentWidget() is page

    source = tmp_path / "Ons beleid.pdf"
    source.write_bytes(pdf)
    ask.add("open_file", source)
    page.toevoegen.click()
    found = [made for made in page.findChildren(QPushButton) if made.text() == "Ons beleid.pdf"]
    found[-1].click()
    assert pages.currentWidget() is pages.document
    assert pages.document.beeld.page_count() == 1
    pages.go_back()
    assert pages.currentWidget() is page
    wanted = []
    pages.zaak_wanted.connect(wanted.append)
    next(made for made in page.findChildren(QPushButton) if made.text() == "Pestzaak 1").click()
    assert wanted == [zaak]
    assert ask.all_used()


def test_a_file_that_cannot_be_the_own_document_is_refused_without_a_word_about_an_incident(
    context: Context, ask: Scripted, zaak: int, qtbot: QtBot, tmp_path: Path
) -> None:
    pages, told = PestRondom(context), []
    qtbot.addWidget(pages)
    context.bar.error.connect(told.append)
    pages.open()
    long, large = tmp_path / "lang.png", tmp_path / "groot.pdf"
    Image.new("1", (LANGSTE_ZIJDE + 1, 1)).save(long)
    large.write_bytes(b"%PDF-1.7" + bytes(MEEST_PER_BESTAND))
    for source in (long, large, tmp_path / "weg.pdf"):
        ask.add("open_file", source)
        pages.overzicht.toevoegen.click()
    assert [error.safe for error in told] == ["Er is niets toegevoegd."] * 3


@pytest.mark.parametrize(("form", "ending"), [("JPEG", "jpg"), ("PNG", "png")])
def test_a_photo_of_the_own_document_goes_in_without_its_place_is_shown_printed_and_copied(
    context: Context, ask: Scripted, zaak: int, qtbot: QtBot, tmp_path: Path, form: str, ending: str
) -> None:
    pages = PestRondom(context)
    qtbot.addWidget(pages)
    context.hub.changed.connect(lambda _changes: pages.reload())
    pages.open()
    source = tmp_path / f"Poster.{ending}"
    data = Image.Exif()
    data[0x010F] = "Toestel"
    Image.new("RGB", (300, 400), "white").save(source, form, exif=data)
    ask.add("open_file", source)
    pages.overzicht.toevoegen.click()
    way = [made for made in pages.overzicht.findChildren(QPushButton) if made.text() == source.name]
    way[-1].click()
    page = pages.document
    assert pages.currentWidget() is page
    assert page.beeld.page_count() == 1
    page.beeld.grab()
    assert page.beeld.problem(1) == ""

    printer, paper, copy = a4_printer("Proef"), tmp_path / "uit.pdf", tmp_path / f"kopie.{ending}"
    printer.setOutputFileName(str(paper))
    ask.add("printer", printer)
    pages.print_current()
    assert len(pypdfium2.PdfDocument(paper)) == 1
    ask.add("question", True)
    ask.add("save_file", copy)
    page.kopie.click()
    with Image.open(copy) as kept:
        assert kept.size == (300, 400)
    assert b"Toestel" in source.read_bytes()
    assert b"Toestel" not in copy.read_bytes()
    with context.werkplek._kluis.school.reading() as rx:
        query = "SELECT count(*) FROM spoor WHERE actie = 'pest.document_uit'"
        assert rx.connection.exec_driver_sql(query).scalar() == 2


def test_the_tab_leads_to_papers_and_overview_and_finds_its_place_again(
    context: Context, zaak: int, qtbot: QtBot
) -> None:
    def made() -> PestenTab:
        tab = PestenTab(context)
        qtbot.addWidget(tab)
        context.hub.changed.connect(tab.refresh)
        return tab

    tab = made()
    tab.show_record(zaak)
    assert tab.detail.findChildren(NetwerkBeeld)
    menu = tab.detail.papieren.menu()
    next(action for action in menu.actions() if action.text() == "Afsprakenblad").trigger()
    form = tab.form()
    assert isinstance(form, PapierForm)
    form.aan.setText("Noor en moeder")
    form.touched()
    tab.flush_draft()
    again = made()
    again.go_to(tab.place())
    assert again.form().aan.text() == "Noor en moeder"
    again.form().opslaan.click()
    assert again.stack.currentWidget() is again.detail
    kept = [way for way in again.detail.findChildren(QPushButton) if way.text() == "Afsprakenblad"]
    kept[-1].click()
    assert again.rondom().uit.blad().pdf.startswith(b"%PDF")
    assert again.go_back()
    assert again.stack.currentWidget() is again.detail

    again.go_back()
    again.lijst.overzicht.click()
    third = made()
    third.go_to(again.place())
    assert third.stack.currentWidget() is third.rondom()
    assert third.go_back()
    assert third.stack.currentWidget() is third.lijst
