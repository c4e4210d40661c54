"""Composing: from a casus to a page that follows what is typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from svp_desktop import app
from svp_desktop.domain.casus import AfsluitDraft, CasusDraft, CasusIsAfgesloten
from svp_desktop.domain.papier import PapierSoort, Tekening
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.papier.tab import PapierTab
from svp_desktop.ui.tasks import Background, Immediately
from svp_desktop.ui.widgets.notice import State
from tests.ui.papier.conftest import HOSTILE, Schrijftafel

KIND, OUDERS = "aankondiging_kind", "aankondiging_ouders"


def words(pdf: bytes) -> str:
    """The text of a paper as one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def shown_words(widget) -> str:
    """Every visible label."""
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def settle(tafel: Schrijftafel, qtbot: QtBot) -> None:
    """Wait until the page shows what stands in the fields."""
    qtbot.waitUntil(lambda: tafel.tab._made is not None and tafel.tab._made.draft == tafel.draft(), timeout=3000)


def test_a_paper_begins_with_all_that_is_known(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    text = words(tafel.pdf())
    assert HOSTILE in text.replace("’", "'"), "the name stands literally on paper"
    assert "Dreigen" in text
    assert "juf Marit" in text
    assert HOSTILE in tafel.page.crumb.text().replace("&&", "&")
    assert tafel.page.tekening.currentText() == "Brug", "the drawing of the bovenbouw"
    assert tafel.page.form.open_code == "#vragen", "what is missing is asked first"
    assert "Een kind luistert pas wanneer het zich gezien voelt." in shown_words(tafel.page.form), "with the reason"


def test_answers_fill_the_places_until_nothing_holds_the_paper(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    assert "tegen" in tafel.page.nazicht.count()
    tafel.answer_all()
    text = words(tafel.pdf())
    assert "Je maakt grapjes waar iedereen om lacht." in text
    assert "vrijdag 4 december" in text
    assert "[vul in" not in text
    assert "#vragen" not in tafel.page.form.rows
    assert tafel.page.form.isAncestorOf(QApplication.focusWidget()), "the keyboard goes on to the text"
    assert "tegen" not in tafel.page.nazicht.count()


def test_an_answer_that_is_no_day_says_so_and_is_kept(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    form = tafel.page.form
    line = form.body.lines["hersteldatum"]
    line.answer.setText("32-13")
    QTest.keyClick(line.answer, Qt.Key.Key_Return)
    assert line.field.message()
    assert line.answer.text() == "32-13"
    form.body.lines["geraakt"].answer.setText("Iemand schrok.")
    form.body.lines["geraakt"].fill.click()
    assert form.body.lines["hersteldatum"].answer.text() == "32-13", "another answer does not take it away"


def test_enter_fills_a_short_answer_and_ctrl_enter_a_long_one(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, "netwerkgesprek")
    for answer in ("maandag", "15.30", "de spreekkamer", "juf Ilse"):
        QTest.keyClicks(QApplication.focusWidget(), answer)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert tafel.page.form.questions() == ()
    assert any("15.30 uur" in blok.tekst for blok in tafel.draft().blokken)

    tafel.tab.start_from(tafel.casus, KIND)
    first = tafel.page.form.questions()[0].code
    QTest.keyClicks(QApplication.focusWidget(), "Je helpt kleuters.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert tafel.page.form.questions()[0].code == first, "Enter begins a line"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tafel.page.form.questions()[0].code != first


def test_the_way_to_an_open_place_selects_it(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.form.body.lines["steunfiguren"].place_wanted.emit("steunfiguren")
    assert tafel.page.form.open_code == "helpen"
    assert tafel.page.form.body.tekst.textCursor().selectedText() == "[vul in: wie het weten en helpen]"


def test_the_page_follows_what_is_typed(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    before = tafel.pdf()
    tafel.page.form.open("vertrouwen")
    QTest.keyClicks(tafel.page.form.body.tekst, "Wij geloven in jou. ")
    settle(tafel, qtbot)
    assert tafel.pdf() != before
    assert "Wij geloven in jou. Jij bent veel meer" in words(tafel.pdf())
    marks = tafel.page.voorbeeld._canvas.marks
    assert len(marks) == 1, "the block is marked on the page"


def test_blocks_move_by_keyboard_and_by_mouse(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    rows = tafel.page.form.rows
    rows["zien"].kop.setFocus()
    QTest.keyClick(rows["zien"].kop, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rows["zien"].kop.hasFocus(), "the keyboard goes along"
    assert [blok.code for blok in tafel.draft().blokken][:2] == ["gebeurd", "zien"]
    qtbot.waitUntil(lambda: tafel.row_titles()[2:4] == ["Wat er is gebeurd", "Wat wij in jou zien"])
    settle(tafel, qtbot)
    text = words(tafel.pdf())
    assert text.index("Wat er is gebeurd") < text.index("Wat wij in jou zien")

    tafel.page.form.open("zien")
    typing = tafel.page.form.body.tekst
    QTest.keyClick(typing, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [blok.code for blok in tafel.draft().blokken][:2] == ["zien", "gebeurd"]
    assert typing.hasFocus(), "typing goes on"
    QTest.keyClick(typing, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    tafel.page.form._close()
    qtbot.wait(20)
    grip, first = rows["zien"].layout().itemAt(0).layout().itemAt(0).widget(), rows["gebeurd"]
    target = QPointF(first.mapToGlobal(QPoint(5, 3)))
    here = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(grip, grip.mapFromGlobal(target.toPoint()))
    grip.moved.emit(target)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(target.toPoint()))
    assert rows["zien"].kop.hasFocus(), "the keyboard goes on where the mouse let go"
    assert [blok.code for blok in tafel.draft().blokken][:2] == ["zien", "gebeurd"]


def test_a_block_that_is_left_out_is_not_printed(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    row = tafel.page.form.rows["zien"]
    row.vinkje.click()
    settle(tafel, qtbot)
    assert "Wat wij in jou zien" not in words(tafel.pdf())
    assert "sterke_kanten" not in [item.code for item in tafel.page.form.questions()], "it asks nothing any more"
    assert row.kop.accessibleDescription() == "wordt weggelaten"


def test_an_own_block_with_a_title_and_away_again(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.eigen.click()
    body = tafel.page.form.body
    assert body.tekst.hasFocus()
    QTest.keyClicks(body.tekst, "Op maandag <i>zwemmen</i> wij.")
    body.titel.selectAll()
    QTest.keyClicks(body.titel, "Zwemmen & meer")
    settle(tafel, qtbot)
    assert "Zwemmen & meer Op maandag <i>zwemmen</i> wij." in words(tafel.pdf())
    body.last.click()
    assert not any(blok.eigen for blok in tafel.draft().blokken)


def test_an_own_block_that_was_taken_away_can_be_put_back(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.eigen.click()
    QTest.keyClicks(tafel.page.form.body.tekst, "Op maandag zwemmen wij.")
    own = tafel.draft().blokken[-1].code
    tafel.page.form._move(own, 1)
    before = tafel.draft()
    QTest.mouseClick(tafel.page.form.body.last, Qt.MouseButton.LeftButton)
    assert own not in [blok.code for blok in tafel.draft().blokken]
    tafel.undo[0]()
    assert tafel.draft() == before
    assert tafel.page.form.open_code == own
    tafel.undo[0]()
    assert tafel.draft() == before, "twice is once"

    QTest.mouseClick(tafel.page.form.body.last, Qt.MouseButton.LeftButton)
    tafel.choose_kind(PapierSoort.GEZAMENLIJKE_BRIEF)
    other = tafel.draft()
    tafel.undo[1]()
    assert tafel.draft() == other, "not in another paper"


def test_back_to_the_standard_text(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    form = tafel.page.form
    form.open("grens")
    first = form.body.tekst.alineas()
    form.body.tekst.selectAll()
    QTest.keyClicks(form.body.tekst, "Iets anders.")
    assert tafel.draft().blokken[2].tekst == "Iets anders."
    form.body.last.click()
    assert tafel.draft().blokken[2].alineas == first


def test_remarks_stand_under_the_open_block_and_lead_to_it(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    form = tafel.page.form
    form.open("doen")
    QTest.keyClicks(form.body.tekst, "Dat doen wij snel. ")
    settle(tafel, qtbot)
    # the words are laid out in the turn of the event loop after the one that brings them
    qtbot.waitUntil(lambda: "“snel”. Dat is geen dag." in shown_words(form), timeout=3000)
    assert len(form.body.tekst.extraSelections()) == 1
    form.open("aanhef")
    finding = next(item for item in tafel.page.nazicht.findings() if item.code == "belofte")
    tafel.page.nazicht.wanted.emit(finding)
    assert form.open_code == "doen"
    assert form.body.tekst.textCursor().selectedText() == "snel"


def test_a_click_on_the_page_opens_its_block(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    place = next(item for item in tafel.page.shown_page().plekken if item.blok_code == "grens")
    at = QPointF((place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2)
    tafel.page.voorbeeld.page_clicked.emit(place.pagina, at)
    assert tafel.page.form.open_code == "grens"


def test_drawing_and_large_letters(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    first, pages = tafel.pdf(), tafel.page.shown_page().paginas
    tafel.page.tekening.setCurrentIndex(0)
    tafel.page.tekening.activated.emit(0)
    settle(tafel, qtbot)
    assert tafel.draft().tekening is Tekening.HAVEN
    assert tafel.pdf() != first
    tafel.page.afdruk.paneel.groot.click()
    settle(tafel, qtbot)
    assert tafel.page.shown_page().paginas > pages


def test_the_letter_to_the_parents_one_an_envelope(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, OUDERS)
    page = tafel.page
    assert [page.envelop.itemText(number) for number in range(2)] == ["mevrouw A. van den Berg", "de heer T. Koster"]
    mother = words(tafel.pdf())
    assert "Mevrouw A. van den Berg Havenstraat 1 6511 AA NIJMEGEN" in mother
    page.envelop.setCurrentIndex(1)
    page.envelop.activated.emit(1)
    assert "Beste meneer Koster" in words(tafel.pdf())

    page.form.open("adres")
    assert "Adres ontbreekt" in shown_words(page.form)
    page.form.body.parent_wanted.emit(tafel.vader)
    assert tafel.to_person == [tafel.vader]
    page.form.body.ticks()[1].click()
    settle(tafel, qtbot)
    assert page.envelop.count() == 1
    assert "Koster" not in words(tafel.pdf())


def test_without_a_parent_with_gezag_the_way_leads_to_the_child(tafel: Schrijftafel) -> None:
    work = tafel.werkplek
    alone = work.personen.bewaar(Leerling(0, "", Naam("Noor", "", "Vis"), "9")).value
    casus = work.casussen.open(CasusDraft(alone, None, work.casussen.lees(tafel.casus).eigenaar_id, "Zorg.", "Rust."))
    tafel.tab.start_from(casus.value, OUDERS)
    tafel.page.form.open("adres")
    assert "geen ouder met gezag bekend" in shown_words(tafel.page.form)
    way = next(item for item in tafel.page.form.findChildren(QPushButton) if item.text() == "Naar de leerling")
    way.click()
    assert tafel.to_person == [alone]


def test_an_address_that_was_added_comes_into_the_letter(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, OUDERS)
    people = tafel.werkplek.personen
    parent = people.lees(tafel.vader)
    outcome = people.bewaar(replace(parent, straat="Dorpsstraat 5", postcode="6500AB", plaats="Nijmegen"))
    tafel.tab.refresh(outcome.changes)
    assert all(item.adres_bekend for item in tafel.draft().ontvangers)


def test_the_moment_of_reading_stands_in_the_letter(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, OUDERS)
    tafel.page.form.open("moment")
    fields = tafel.page.form.body
    QTest.keyClicks(fields.dag, "30-11")
    QTest.keyClicks(fields.tijd, "14.00")
    QTest.keyClicks(fields.plaats, "de spreekkamer")
    settle(tafel, qtbot)
    moment = tafel.draft().moment
    assert (moment.dag, moment.tijd, moment.plaats) == (date(2026, 11, 30), time(14), "de spreekkamer")
    assert "maandag 30 november" in words(tafel.pdf())
    assert fields.dag.text() == "30-11", "the page follows without touching what is typed"


def test_who_signs(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.form.open("ondertekening")
    QTest.keyClicks(tafel.page.form.body.names()[0], " en opa Jan")
    settle(tafel, qtbot)
    assert "opa Jan" in words(tafel.pdf())


def test_a_concept_survives_and_the_other_kind_has_its_own(
    tafel: Schrijftafel, again: Callable[[], Schrijftafel]
) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.form.open("grens")
    QTest.keyClicks(tafel.page.form.body.tekst, "Getypt. ")
    tafel.choose_kind(PapierSoort.AANKONDIGING_OUDERS)
    tafel.page.form.open("inleiding")
    QTest.keyClicks(tafel.page.form.body.tekst, "Ook getypt. ")
    tafel.tab.flush_draft()
    titles = {item.titel for item in tafel.werkplek.concepten.alle()}
    assert len(titles) == 2
    assert not any("Brien" in title for title in titles)

    other = again()
    other.tab.resume(f"papier:{tafel.casus}:{KIND}")
    assert other.draft().blokken[2].tekst.startswith("Getypt. ")
    assert "U gaat verder met uw concept" in other.page.notice.lead()
    other.tab.start_from(tafel.casus, OUDERS)
    assert other.draft().blokken[0].tekst.startswith("Ook getypt. ")

    other.page.restart_wanted.emit()
    assert not other.draft().blokken[0].tekst.startswith("Ook getypt. ")
    other.undo[0]()
    assert other.draft().blokken[0].tekst.startswith("Ook getypt. ")


def test_typing_goes_on_in_the_text_after_a_click_on_a_tool(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.form.open("doen")
    body = tafel.page.form.body
    qtbot.wait(20)  # the tools get their places
    for tool in (body.bold, body.italic, body.list, body.numbers):
        QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
        QTest.keyClicks(QApplication.focusWidget(), "ja ")
    assert body.tekst.toPlainText().startswith("ja ja ja ja ")


def test_ctrl_s_keeps_the_concept_at_once_and_says_so(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.form.open("grens")
    QTest.keyClicks(tafel.page.form.body.tekst, "Getypt. ")
    for _twice in range(2):
        QTest.keyClick(tafel.page.form.body.tekst, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert len(tafel.werkplek.concepten.alle()) == 1
        assert "Concept bewaard" in shown_words(tafel.page.saved)


def test_nothing_typed_leaves_no_concept(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.tab.go_back()
    assert tafel.to_casus == [tafel.casus]
    assert tafel.werkplek.concepten.alle() == ()


def test_a_closed_casus_begins_no_paper(tafel: Schrijftafel) -> None:
    tafel.werkplek.casussen.afsluiten(tafel.casus, AfsluitDraft("Het gaat goed.", ""))
    tafel.tab.start_from(tafel.casus, KIND)
    assert isinstance(tafel.errors[0], CasusIsAfgesloten)
    assert tafel.to_casus == [tafel.casus]


def test_why_no_paper_was_begun_stands_above_the_casus(tafel: Schrijftafel, theme, clock, shown) -> None:
    tafel.werkplek.casussen.afsluiten(tafel.casus, AfsluitDraft("Het gaat goed.", ""))
    context = Context(tafel.werkplek, Hub(), tafel.ask, Immediately(), clock)
    window = shown(MainWindow(context, app.pages(), theme, "De Regenboog"))
    window.show_page("vandaag")
    window.show_page("papier").resume(f"papier:{tafel.casus}:{KIND}")
    assert "Deze casus is afgesloten." in shown_words(window.messages)


def test_a_text_that_fits_no_page_is_said_and_kept(tafel: Schrijftafel, qtbot: QtBot) -> None:
    tafel.tab.start_from(tafel.casus, OUDERS)
    shown = tafel.pdf()
    tafel.page.form.open("adres")
    for tick in tafel.page.form.body.ticks():
        tick.click()
    settle(tafel, qtbot)
    assert tafel.page.notice.isVisible()
    assert tafel.page.notice.state is State.BLOK
    assert tafel.pdf() == shown, "the page that was there stays"
    tafel.page.form.body.ticks()[0].click()
    settle(tafel, qtbot)
    assert not tafel.page.notice.isVisible()


def test_typing_is_never_held_up_and_the_last_word_wins(tafel: Schrijftafel, clock, shown, qtbot: QtBot) -> None:
    tasks = Background()
    tab = PapierTab(Context(tafel.werkplek, Hub(), tafel.ask, tasks, clock))
    shown(tab)
    tab.start_from(tafel.casus, KIND)
    tab.opsteller.form.open("grens")
    made = []
    tab.maker.made.connect(made.append)
    for letter in "Zo doen wij dat hier. ":
        QTest.keyClicks(tab.opsteller.form.body.tekst, letter)
        qtbot.wait(8)
    wanted = tab.opsteller.draft()
    qtbot.waitUntil(lambda: bool(made) and made[-1].draft == wanted, timeout=5000)
    assert "Zo doen wij dat hier. " in words(tab.opsteller.shown_page().pdf) + " "
    assert len(made) < 20, "not a page a letter"
    tasks.cancel_all()


@pytest.mark.parametrize(("scale", "widest"), [(0, 1270), (2, 1270)])
def test_the_page_fits_a_small_laptop(tafel: Schrijftafel, theme, scale: int, widest: int) -> None:
    for _ in range(scale):
        theme.zoom(1)
    tafel.tab.start_from(tafel.casus, KIND)
    hint = tafel.tab.minimumSizeHint()
    assert hint.width() <= widest
    assert hint.height() <= 600


def test_a_picture_of_the_school_takes_the_place_of_the_drawing_and_can_go_again(
    tafel: Schrijftafel, tmp_path: Path
) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    own = tafel.page.tekening.count() - 1
    picture, broken = tmp_path / "plaatje.jpg", tmp_path / "plaatje.png"
    photo = Image.new("RGB", (2000, 900), "orange")
    exif = Image.Exif()
    exif[0x010E] = "gemaakt in de Havenstraat"
    photo.save(picture, exif=exif)
    broken.write_bytes(b"<svg onload='x'>")

    tafel.ask.add("open_file", broken)
    tafel.page.tekening.activated.emit(own)
    assert tafel.draft().eigen_beeld is None
    assert "geen plaatje" in tafel.page.notice.lead()
    assert tafel.page.tekening.currentIndex() != own

    tafel.ask.add("open_file", picture)
    tafel.page.tekening.activated.emit(own)
    made = tafel.draft().eigen_beeld
    assert made is not None
    assert b"Havenstraat" not in made
    assert max(Image.open(BytesIO(made)).size) <= 1300
    assert tafel.page.tekening.currentIndex() == own
    tafel.tab.maker.want(tafel.draft(), at_once=True)
    assert len(PdfReader(BytesIO(tafel.pdf())).pages[0].images) == 1

    tafel.tab.flush_draft()
    tafel.tab.resume(f"papier:{tafel.casus}:aankondiging_kind")
    assert tafel.draft().eigen_beeld == made, "kept with the concept"
    tafel.page.tekening.setCurrentIndex(0)
    tafel.page.tekening.activated.emit(0)
    assert tafel.draft().eigen_beeld is None
    tafel.tab.maker.want(tafel.draft(), at_once=True)
    assert not PdfReader(BytesIO(tafel.pdf())).pages[0].images


def test_a_letter_of_parents_and_school_is_signed_by_both_as_the_child_calls_them(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, "gezamenlijke_brief")
    assert [item.naam for item in tafel.draft().ondertekenaars] == ["mama", "papa", "juf Marit", "Hanneke Vos"]
    tafel.choose_kind(PapierSoort.AANKONDIGING_KIND)
    assert [item.naam for item in tafel.draft().ondertekenaars] == ["juf Marit", "Hanneke Vos"]
