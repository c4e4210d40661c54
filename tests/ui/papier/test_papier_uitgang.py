"""Out of the composer: printing, PDF, handing out, and the kept paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from svp_desktop.domain.casus import TijdlijnSoort
from svp_desktop.domain.changes import Topic
from svp_desktop.domain.uitreiken import PapierRegel, Wijze
from svp_desktop.ui.widgets.notice import State
from tests.ui.papier.conftest import HOSTILE, Schrijftafel
from tests.ui.papier.test_papier_opstellen import shown_words, words

KIND, OUDERS = "aankondiging_kind", "aankondiging_ouders"
MakePrinter = Callable[[str], QPrinter]


def kept(tafel: Schrijftafel) -> tuple[PapierRegel, ...]:
    return tafel.werkplek.papieren.lijst(tafel.casus)


def ready(tafel: Schrijftafel, soort: str = KIND) -> None:
    tafel.tab.start_from(tafel.casus, soort)
    tafel.answer_all()


def test_an_open_place_holds_every_way_out_and_says_where(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    card = tafel.page.afdruk
    for button in (card.paneel.afdrukken, card.paneel.pdf, card.paneel.uitreiken):
        assert button.isEnabled()
        button.click()
        assert tafel.page.notice.state is State.BLOK
        assert "nog niet klaar" in tafel.page.notice.lead()
    assert not card.in_hand_out()
    tafel.tab.print_current()
    assert tafel.ask.asked == [], "nothing was asked of the printer"
    tafel.page.notice.findChild(QPushButton).click()
    assert tafel.page.form.body.tekst.textCursor().selectedText().startswith("[vul in:")


def test_printing_keeps_the_very_bytes_that_were_shown(
    tafel: Schrijftafel, file_printer: MakePrinter, tmp_path: Path
) -> None:
    ready(tafel)
    shown = tafel.pdf()
    tafel.ask.add("printer", file_printer("uit.pdf"))
    tafel.tab.print_current()
    assert len(PdfReader(tmp_path / "uit.pdf").pages) == tafel.page.shown_page().paginas
    (row,) = kept(tafel)
    assert tafel.werkplek.papieren.lees(row.id)[1] == shown == tafel.pdf()
    assert (row.aan, row.wijze, row.nummer) == (HOSTILE, Wijze.OP_PAPIER, 1)
    assert tafel.werkplek.concepten.alle() == (), "the concept is done"
    assert tafel.changes[-1].touches(Topic.PAPIEREN)
    assert tafel.page.notice.state is State.OK
    tafel.tab.flush_draft()
    assert tafel.werkplek.concepten.alle() == ()


def test_without_the_tick_or_cancelled_nothing_is_kept(tafel: Schrijftafel, file_printer: MakePrinter) -> None:
    ready(tafel)
    tafel.ask.add("printer", None)
    tafel.tab.print_current()
    tafel.page.afdruk.paneel.bewaren.click()
    tafel.ask.add("printer", file_printer("uit.pdf"))
    tafel.tab.print_current()
    assert kept(tafel) == ()
    assert "naar de printer" in tafel.page.notice.lead()


def test_another_paper_begins_with_one_copy_that_is_kept(tafel: Schrijftafel) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    panel = tafel.page.afdruk.paneel
    panel.exemplaren.setText("26")
    panel.bewaren.click()
    tafel.tab.start_from(tafel.casus, OUDERS)
    assert (panel.copies(), panel.bewaren.isChecked()) == (1, True)


def test_what_was_just_typed_goes_out_even_before_the_page_followed(
    tafel: Schrijftafel, file_printer: MakePrinter
) -> None:
    ready(tafel)
    tafel.page.form.open("vertrouwen")
    QTest.keyClicks(tafel.page.form.body.tekst, "Op het laatst. ")
    tafel.ask.add("printer", file_printer("uit.pdf"))
    tafel.tab.print_current()
    pdf = tafel.werkplek.papieren.lees(kept(tafel)[0].id)[1]
    assert "Op het laatst. " in words(pdf)
    assert pdf == tafel.pdf()


def test_letters_to_two_addresses_are_one_job_and_two_kept_papers(
    tafel: Schrijftafel, file_printer: MakePrinter, tmp_path: Path
) -> None:
    ready(tafel, OUDERS)
    tafel.ask.add("printer", file_printer("uit.pdf"))
    tafel.tab.print_current()
    pages = sum(paper.paginas for paper in tafel.page.all_pages())
    assert len(PdfReader(tmp_path / "uit.pdf").pages) == pages
    assert {row.aan for row in kept(tafel)} == {"mevrouw A. van den Berg", "de heer T. Koster"}
    stored = {tafel.werkplek.papieren.lees(row.id)[1] for row in kept(tafel)}
    assert stored == {paper.pdf for paper in tafel.page.all_pages()}


def test_of_a_paper_that_is_printed_in_part_the_pages_are_kept_too(
    tafel: Schrijftafel, file_printer: MakePrinter, tmp_path: Path
) -> None:
    ready(tafel)
    part = file_printer("deel.pdf")
    part.setFromTo(2, 2)
    tafel.ask.add("printer", part)
    tafel.tab.print_current()
    assert len(PdfReader(tmp_path / "deel.pdf").pages) == 1
    assert [row.aan for row in kept(tafel)] == [f"{HOSTILE} (alleen bladzijde 2)"]
    assert "alleen bladzijde 2" in tafel.page.notice.lead()
    tafel.tab.flush_draft()
    assert len(tafel.werkplek.concepten.alle()) == 1, "the whole paper still has to go out"

    tafel.ask.add("printer", file_printer("heel.pdf"))
    tafel.tab.print_current()
    assert {row.aan for row in kept(tafel)} == {f"{HOSTILE} (alleen bladzijde 2)", HOSTILE}
    assert tafel.werkplek.concepten.alle() == ()


def test_a_letter_that_was_not_printed_is_not_kept_as_handed_out(
    tafel: Schrijftafel, file_printer: MakePrinter
) -> None:
    ready(tafel, OUDERS)
    first = tafel.page.all_pages()[0]
    part = file_printer("deel.pdf")
    part.setFromTo(1, first.paginas)
    tafel.ask.add("printer", part)
    tafel.tab.print_current()
    [row] = kept(tafel)
    assert "alleen" not in row.aan
    had = {line.naam for line in tafel.werkplek.casusmensen.ouders(tafel.casus) if line.brief_op is not None}
    assert len(had) == 1, "only the parent whose letter was printed has had it"


def test_a_pdf_has_a_neutral_name_and_a_warning(tafel: Schrijftafel, tmp_path: Path) -> None:
    ready(tafel)
    tafel.ask.add("save_file", tmp_path / "brief")
    tafel.page.afdruk.paneel.pdf.click()
    assert (tmp_path / "brief.pdf").read_bytes() == tafel.pdf()
    assert "niet versleuteld" in tafel.page.notice.text()
    assert "Brien" not in tafel.werkplek.papieren.bestandsnaam(tafel.draft())
    tafel.ask.add("save_file", tmp_path / "is er niet" / "brief.pdf")
    tafel.page.afdruk.paneel.pdf.click()
    assert tafel.page.notice.lead() == "De PDF is niet opgeslagen."


def test_handing_out_records_who_when_and_the_action(tafel: Schrijftafel) -> None:
    ready(tafel)
    shown = tafel.pdf()
    tafel.page.afdruk.paneel.uitreiken.click()
    panel = tafel.page.afdruk.uitreik
    assert panel.aan.text() == HOSTILE
    panel.datum.setText("morgen")
    panel.vastleggen.click()
    assert panel.fields["datum"].message(), "a day to come is refused beside its field"
    assert kept(tafel) == ()
    panel.datum.setText("gisteren")
    panel.aan.setText("het kind, met mama erbij")
    panel.wijze.parts()[1].click()
    panel.vastleggen.click()
    (row,) = kept(tafel)
    assert (row.uitgereikt_op.day, row.aan, row.wijze) == (23, "het kind, met mama erbij", Wijze.ANDERS)
    assert tafel.werkplek.papieren.lees(row.id)[1] == shown
    actions = [item.actie for item in tafel.werkplek.casussen.acties(tafel.casus)]
    assert actions.count("aankondiging") == 1
    line = tafel.werkplek.casussen.tijdlijn(tafel.casus)
    assert [item.ref_id for item in line if item.soort is TijdlijnSoort.PAPIER] == [row.id]


def test_the_concept_stays_until_every_envelope_went_out(
    tafel: Schrijftafel, again: Callable[[], Schrijftafel]
) -> None:
    ready(tafel, OUDERS)
    typed = tafel.draft()
    tafel.page.afdruk.paneel.uitreiken.click()
    tafel.page.afdruk.uitreik.vastleggen.click()
    assert "Nog niet uitgereikt: de brief aan de heer T. Koster." in shown_words(tafel.page.notice)
    tafel.tab.go_back()

    other = again()
    other.tab.start_from(tafel.casus, OUDERS)
    assert other.draft() == typed, "the letter to the other parent is not typed again"
    other.page.envelop.setCurrentIndex(1)
    other.page.envelop.activated.emit(1)
    other.page.afdruk.paneel.uitreiken.click()
    other.page.afdruk.uitreik.vastleggen.click()
    assert "Nog niet uitgereikt" not in shown_words(other.page.notice)
    assert tafel.werkplek.concepten.alle() == ()
    assert [(row.aan, row.nummer) for row in kept(tafel)] == [("de heer T. Koster", 1), ("mevrouw A. van den Berg", 1)]


def test_without_a_relatiegebaar_the_hand_out_asks_why(tafel: Schrijftafel) -> None:
    casussen = tafel.werkplek.casussen
    (gesture,) = [item for item in casussen.acties(tafel.casus) if item.actie == "relatiegebaar"]
    casussen.verwijder_actie(gesture.id)
    ready(tafel)
    tafel.page.afdruk.paneel.uitreiken.click()
    panel = tafel.page.afdruk.uitreik
    assert panel.fields["reden"].isHidden()
    panel.vastleggen.click()
    assert panel.fields["reden"].message().startswith("Eerst connectie:")
    assert kept(tafel) == ()
    panel.reden.setText("De brief kan niet wachten.")
    panel.vastleggen.click()
    assert len(kept(tafel)) == 1
    reasons = [item.reden_van("connectie") for item in casussen.acties(tafel.casus) if item.actie == "aankondiging"]
    assert reasons == ["De brief kan niet wachten."]


def test_a_correction_is_a_new_version_and_a_second_reader_is_not(tafel: Schrijftafel) -> None:
    ready(tafel)
    panel = tafel.page.afdruk.uitreik

    def hand_out(to: str) -> None:
        tafel.page.afdruk.paneel.uitreiken.click()
        panel.aan.setText(to)
        panel.met_actie.setChecked(False)
        panel.vastleggen.click()

    hand_out("het kind")
    hand_out("oma")
    assert [row.nummer for row in kept(tafel)] == [1, 1]
    assert tafel.page.notice.isVisible()
    tafel.page.form.open("grens")
    QTest.keyClicks(tafel.page.form.body.tekst, "Verbeterd. ")
    assert not tafel.page.notice.isVisible(), "it was said about the text before this change"
    hand_out("het kind")
    assert sorted(row.nummer for row in kept(tafel)) == [1, 1, 2]


def test_a_correction_stays_one_over_a_lock(tafel: Schrijftafel, again: Callable[[], Schrijftafel]) -> None:
    ready(tafel)
    tafel.page.afdruk.paneel.uitreiken.click()
    tafel.page.afdruk.uitreik.vastleggen.click()
    tafel.page.form.open("grens")
    QTest.keyClicks(tafel.page.form.body.tekst, "Verbeterd. ")
    tafel.tab.flush_draft()
    other = again()
    other.tab.resume(f"papier:{tafel.casus}:{KIND}")
    other.page.afdruk.paneel.uitreiken.click()
    other.page.afdruk.uitreik.vastleggen.click()
    assert sorted(row.nummer for row in kept(tafel)) == [1, 2]


def test_a_kept_paper_shows_its_very_bytes_and_can_be_corrected(
    tafel: Schrijftafel, file_printer: MakePrinter, tmp_path: Path
) -> None:
    ready(tafel)
    tafel.page.afdruk.paneel.uitreiken.click()
    tafel.page.afdruk.uitreik.vastleggen.click()
    (row,) = kept(tafel)
    bytes_then = tafel.werkplek.papieren.lees(row.id)[1]
    school = tafel.werkplek.school
    school.bewaar(replace(school.lees(), naam="De Nieuwe Naam"))

    menu = tafel.page.versies.menu()
    assert isinstance(menu.actions()[0], QAction)
    menu.triggered.emit(menu.actions()[0])
    view = tafel.tab.bewaard
    assert tafel.tab.stack.currentWidget() is view
    assert view.voorbeeld._canvas.pdf == bytes_then, "not made anew under the new name"
    tafel.ask.add("printer", file_printer("kopie.pdf"))
    tafel.tab.print_current()
    assert (tmp_path / "kopie.pdf").exists()
    tafel.ask.add("save_file", tmp_path / "kopie2.pdf")
    view.pdf.click()
    assert (tmp_path / "kopie2.pdf").read_bytes() == bytes_then
    assert len(kept(tafel)) == 1, "a copy is no new handing out"

    view.verbeteren.click()
    assert tafel.tab.stack.currentWidget() is tafel.page
    tafel.page.form.open("grens")
    QTest.keyClicks(tafel.page.form.body.tekst, "Verbeterd. ")
    tafel.page.afdruk.paneel.uitreiken.click()
    tafel.page.afdruk.uitreik.vastleggen.click()
    assert sorted(item.nummer for item in kept(tafel)) == [1, 2]
    assert tafel.werkplek.papieren.lees(row.id)[1] == bytes_then

    # the new version leads to the old one, and says what is other
    newest = next(item for item in kept(tafel) if item.nummer == 2)
    tafel.tab.show_record(newest.id)
    assert list(view.openers) == [row.id]
    view.vergelijkers[row.id].click()
    assert view.verschil.isVisible()
    said = view.verschil.toPlainText()
    assert said.startswith("Van versie 1 naar versie 2")
    assert "Eerst:" not in said.partition("Nu:")[0].splitlines()[-1]
    assert "Nu: Verbeterd. " in said
    view.openers[row.id].click()
    assert view.kept.regel.id == row.id
    assert view.voorbeeld.isVisible()
    assert list(view.openers) == [newest.id]


def test_escape_leaves_the_hand_out_then_the_paper(tafel: Schrijftafel) -> None:
    ready(tafel)
    tafel.page.afdruk.paneel.uitreiken.click()
    assert tafel.tab.go_back()
    assert not tafel.page.afdruk.in_hand_out()
    assert tafel.tab.go_back()
    assert tafel.to_casus == [tafel.casus]


def test_a_kept_paper_opened_from_the_casus_goes_back_to_it(
    tafel: Schrijftafel, again: Callable[[], Schrijftafel]
) -> None:
    ready(tafel)
    tafel.page.afdruk.paneel.uitreiken.click()
    tafel.page.afdruk.uitreik.vastleggen.click()
    other = again()
    other.tab.start_from(tafel.casus, f"papier:{kept(tafel)[0].id}")
    assert other.tab.stack.currentWidget() is other.tab.bewaard
    QTest.keyClick(other.tab.bewaard.crumb, Qt.Key.Key_Space)
    assert other.to_casus == [tafel.casus]
