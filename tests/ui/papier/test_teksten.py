"""The page about texts as a user works with it: edit, see, be refused, save, read back, sentences of the law."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.changes import Topic
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.school import Bouw
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.papier.teksten.tab import TekstenTab
from svp_desktop.ui.tasks import Immediately

KIND, BESLUIT = PapierSoort.AANKONDIGING_KIND, PapierSoort.THUISSCHOOL_BRIEF


@dataclass
class Bureau:
    """The page, its school and what it told the window."""

    tab: TekstenTab
    werkplek: Werkplek
    changes: list = field(default_factory=list)
    undo: list = field(default_factory=list)

    def open(self, soort: PapierSoort) -> None:
        self.tab.page.lijst.setCurrentRow(list(PapierSoort).index(soort))

    def type_in(self, code: str, text: str) -> None:
        """Put the keyboard in a block and type over all of it."""
        area = self.tab.page.editor.delen[code].tekst
        area.setFocus()
        area.selectAll()
        QTest.keyClicks(area, text)
        self.tab.maker.want(self.tab.page.editor.tekst(), at_once=True)

    def remarks(self, code: str) -> str:
        return " ".join(self.tab.page.editor.delen[code].remarks())

    def press(self, words: str) -> None:
        """A link in the message above the page."""
        next(item for item in self.tab.page.notice.findChildren(QPushButton) if item.text() == words).click()


@pytest.fixture
def bureau(werkplek: Werkplek, clock: Callable[[], object], shown: Callable[[QWidget], QWidget]) -> Bureau:
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    made = Bureau(TekstenTab(context), werkplek)
    context.hub.changed.connect(made.changes.append)
    context.bar.undo_offered.connect(lambda _words, undo: made.undo.append(undo))
    made.tab.resize(1270, 620)
    shown(made.tab)
    return made


def test_a_text_is_changed_with_its_page_beside_it_and_the_way_back(bureau: Bureau) -> None:
    page, service = bureau.tab.page, bureau.werkplek.briefteksten
    before = page.voorbeeld._canvas.pdf
    assert before.startswith(b"%PDF")
    bureau.type_in("samen", "Jij hoort bij ons, {roepnaam}.")
    assert page.voorbeeld._canvas.pdf != before
    assert page.voorbeeld._canvas.marks, "the block that is being edited is marked"
    field = page.editor.delen["samen"].tekst
    page.bewaar.click()
    assert page.editor.delen["samen"].tekst is field, "the keyboard stays where it was"
    assert page.saved.text().startswith("Opgeslagen")
    assert bureau.changes[-1].touches(Topic.INSTELLINGEN)
    assert page.lijst.item(0).text() == "Aankondiging · eigen"
    assert service.lees(KIND, Bouw.ONDERBOUW).blokken[-1].tekst == "Jij hoort bij ons, {roepnaam}."
    page.standaard.click()
    assert page.lijst.item(0).text() == "Aankondiging"
    assert page.editor.tekst() == service.standaard(KIND, Bouw.ONDERBOUW)
    bureau.undo[-1]()
    assert service.lees(KIND, Bouw.ONDERBOUW).blokken[-1].tekst == "Jij hoort bij ons, {roepnaam}."


def test_a_wrong_field_gets_a_sentence_beside_it_and_nothing_is_saved_or_lost(bureau: Bureau) -> None:
    bureau.type_in("samen", "Dag {roepnam}")
    assert "“{roepnam}” bestaat hier niet" in bureau.remarks("samen")
    bureau.tab.page.bewaar.click()
    assert bureau.tab.page.notice.lead() == "Nog niet opgeslagen: 1 plek moet anders."
    assert bureau.werkplek.briefteksten.versies(KIND, Bouw.ONDERBOUW) == ()
    bureau.open(PapierSoort.TELEFOONRONDE)
    bureau.open(KIND)
    assert bureau.tab.page.editor.delen["samen"].tekst.toPlainText() == "Dag {roepnam}"
    assert bureau.tab.page.notice.lead().startswith("U gaat verder met uw concept")
    bureau.press("Opnieuw beginnen")
    assert bureau.tab.page.editor.tekst() == bureau.werkplek.briefteksten.standaard(KIND, Bouw.ONDERBOUW)
    assert bureau.werkplek.concepten.alle() == ()


def test_what_was_typed_comes_back_after_a_lock(bureau: Bureau, qtbot: QtBot) -> None:
    bureau.tab.page.bouw.parts()[2].click()
    bureau.type_in("vertrouwen", "Half")
    bureau.tab.flush_draft()
    (concept,) = bureau.werkplek.concepten.alle()
    assert concept.sleutel == "brieftekst:aankondiging_kind:bovenbouw"
    again = TekstenTab(bureau.tab._context)
    qtbot.addWidget(again)
    again.go_to(bureau.tab.place())
    assert again.page.key() == (KIND, Bouw.BOVENBOUW)
    assert again.page.editor.delen["vertrouwen"].tekst.toPlainText() == "Half"


def test_a_field_is_chosen_from_a_list(bureau: Bureau) -> None:
    balk = bureau.tab.page.balk
    assert not balk.veld.isEnabled()
    bureau.type_in("samen", "Dag ")
    assert {"roepnaam", "sterke_kanten"} <= set(balk.fields())
    assert "netwerk_rijen" not in balk.fields()
    balk.insert_field("roepnaam")
    assert bureau.tab.page.editor.delen["samen"].tekst.toPlainText() == "Dag {roepnaam}"


def test_what_the_law_asks_is_locked_or_asks_a_reason(bureau: Bureau) -> None:
    bureau.open(BESLUIT)
    page = bureau.tab.page
    assert not page.editor.delen["bezwaar"].aan.isEnabled()
    assert page.editor.delen["afsluiting"].aan.isEnabled()
    assert page.editor.reden_veld.isHidden()
    bureau.type_in("bezwaar", "Bel ons.")
    assert not page.editor.reden_veld.isHidden()
    page.bewaar.click()
    assert page.editor.reden_veld.message().startswith("Schrijf waarom")
    page.editor.reden.setText("De jurist schrijft deze zin zelf.")
    page.bewaar.click()
    assert bureau.werkplek.briefteksten.versies(BESLUIT, None)[0].reden == "De jurist schrijft deze zin zelf."


def test_an_earlier_version_is_read_without_changing_and_put_back(bureau: Bureau) -> None:
    page, service = bureau.tab.page, bureau.werkplek.briefteksten
    for words in ("Eerste.", "Tweede."):
        bureau.type_in("samen", words)
        page.bewaar.click()
    page.version_wanted.emit(1)
    assert page.notice.lead() == "U leest versie 1 van 24 november, door Hanneke Vos."
    assert not page.editor.isEnabled()
    assert page.editor.delen["samen"].tekst.toPlainText() == "Eerste."
    assert bureau.tab.go_back()
    assert page.editor.delen["samen"].tekst.toPlainText() == "Tweede."
    page.version_wanted.emit(1)
    bureau.press("Deze versie terugzetten")
    assert service.lees(KIND, Bouw.ONDERBOUW).blokken[-1].tekst == "Eerste."
    assert len(service.versies(KIND, Bouw.ONDERBOUW)) == 3
    assert page.editor.isEnabled()


def test_a_sentence_of_the_law_opens_on_request_and_keeps_the_reason(bureau: Bureau) -> None:
    page = bureau.tab.page
    page.lijst.setCurrentRow(page.lijst.count() - 1)
    card = bureau.tab.wet.kaarten["mandaat"]
    assert card.open.isHidden()
    card.wijzig.click()
    card.tekst.setText("Namens {bestuur}.")
    card.bewaar.click()
    assert card.velden["reden"].message().startswith("Schrijf waarom")
    bureau.open(KIND)
    page.lijst.setCurrentRow(page.lijst.count() - 1)
    assert card.tekst.text() == "Namens {bestuur}."
    card.reden.setText("Zo staat het in onze regeling.")
    card.reden.setFocus()
    QTest.keyClick(card.reden, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert card.open.isHidden()
    assert card.wijzig.hasFocus(), "a space may not mark the next sentence as checked"
    kept = next(item for item in bureau.werkplek.briefteksten.wetszinnen() if item.zin.code == "mandaat")
    assert (kept.zin.tekst, kept.versies[0].reden) == ("Namens {bestuur}.", "Zo staat het in onze regeling.")
    assert bureau.werkplek.concepten.alle() == ()
    card.standaard.setFocus()
    QTest.keyClick(card.standaard, Qt.Key.Key_Space)
    assert card.standaard.isHidden()
    assert card.wijzig.hasFocus()


def test_blocks_are_added_moved_with_the_keyboard_and_taken_away_with_a_way_back(bureau: Bureau) -> None:
    page, service = bureau.tab.page, bureau.werkplek.briefteksten
    page.eigen.click()
    bureau.type_in("eigen1", "Dit is van onze school.")
    field = page.editor.delen["eigen1"].tekst
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.editor.delen["eigen1"].tekst.hasFocus()
    page.bewaar.click()
    assert [blok.code for blok in service.lees(KIND, Bouw.ONDERBOUW).blokken][-2:] == ["eigen1", "samen"]
    deel = page.editor.delen["eigen1"]
    deel.remove_wanted.emit("eigen1")
    assert "eigen1" not in page.editor.delen
    bureau.undo[-1]()
    assert page.editor.delen["eigen1"].tekst.toPlainText() == "Dit is van onze school."


def test_a_line_that_was_emptied_can_be_typed_again(bureau: Bureau) -> None:
    bureau.open(PapierSoort.AANKONDIGING_OUDERS)
    page = bureau.tab.page
    page.editor.delen["bijlage"].line.setText("")
    page.bewaar.click()
    bureau.open(KIND)
    bureau.open(PapierSoort.AANKONDIGING_OUDERS)
    page.editor.delen["bijlage"].line.setText("kopie")
    page.bewaar.click()
    assert bureau.werkplek.briefteksten.lees(PapierSoort.AANKONDIGING_OUDERS, None).bijlage == "kopie"


def test_tab_goes_from_the_tools_through_every_part_in_the_order_of_the_paper(bureau: Bureau) -> None:
    page = bureau.tab.page
    bureau.open(PapierSoort.OPLOSSINGSVERZOEK)
    page.eigen.click()
    # what was just put in a shown page is there after a turn of the event loop
    QApplication.processEvents()
    page.eigen.setFocus()
    seen: list[str] = []
    for _stop in range(200):
        here = QApplication.focusWidget()
        part = next((code for code, deel in page.editor.delen.items() if deel.isAncestorOf(here)), "")
        if part and part not in seen:
            seen.append(part)
        elif seen and not part:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert seen == list(page.editor.delen)
