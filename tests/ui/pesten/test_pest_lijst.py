"""The list of pestzaken: its order, its count of what is late, and a test that is taken away."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from svp_desktop.domain.pest_toets import BewijsDraft, Criterium, Oordeel, ToetsDraft
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.tabs.pesten.tab import PestenTab

NAMEN, GROEP = 0, 1


def _press(tab: PestenTab, column: int) -> None:
    head = tab.lijst.table.horizontalHeader()
    point = head.viewport().rect().center()
    point.setX(head.sectionViewportPosition(column) + 20)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=point)


def _order(tab: PestenTab) -> list[int]:
    return [row.id for row in tab.lijst.rows()]


def test_a_heading_puts_the_list_in_order_and_a_third_press_gives_the_latest_first(
    tab: PestenTab, zaken: list[int]
) -> None:
    noor, emile, bo = zaken
    first = _order(tab)
    assert first[0] == emile
    _press(tab, GROEP)
    assert _order(tab) == [emile, bo, noor]
    _press(tab, GROEP)
    assert _order(tab) == [noor, bo, emile]
    again = PestenTab(tab._context)
    again.go_to(tab.place())
    assert _order(again) == [noor, bo, emile]
    again.deleteLater()
    _press(tab, GROEP)
    assert _order(tab) == first
    # without names the order tells nothing about them
    _press(tab, NAMEN)
    assert _order(tab) == [noor, emile, bo]
    tab.lijst.namen.click()
    assert _order(tab) == [bo, emile, noor]


def test_what_is_late_has_a_live_count(tab: PestenTab, zaken: list[int]) -> None:
    assert tab.lijst.te_laat.text() == "Te laat  1"
    tab.lijst.te_laat.click()
    assert _order(tab) == [zaken[1]]
    assert tab.lijst.te_laat.text() == "Te laat  1"
    tab.lijst.zoek.setText("noor")
    assert _order(tab) == []
    assert tab.lijst.te_laat.text() == "Te laat  0"


def test_the_keyboard_goes_from_list_to_pestzaak_to_form_and_back(tab: PestenTab, zaken: list[int]) -> None:
    def here() -> QWidget:
        QTest.qWait(1)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    tab.shown()
    assert here() is tab.lijst.table
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert here() is tab.detail.verder
    test = [made for made in tab.detail.findChildren(QPushButton) if made.text() == "Toetsen"][-1]
    test.setFocus()
    QTest.keyClick(test, Qt.Key.Key_Space)
    assert tab.form() is not None
    # also a moment later, when the page behind it has been made anew
    assert tab.form().isAncestorOf(here())
    assert tab.go_back()
    assert here().text() == "Toetsen"
    assert tab.go_back()
    assert here() is tab.lijst.table


def test_the_words_of_the_school_stand_at_the_criteria_and_help_follows_the_function(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    werkplek.instellingen.zet("pest_vraag.macht", "Wie is hier sterker?")
    werkplek.instellingen.zet("pest_hulp.leren", "Oefen samen spelen.")
    tab.show_record(zaken[0])
    tab.open_form("toets")
    assert tab.form().bewijs[Criterium.MACHT].vraag.text() == "Wie is hier sterker?"
    tab.show_record(zaken[0])
    tab.open_form("in_kaart")
    form = tab.form()
    assert not form.overnemen.isVisible()
    choice = form.delen["functie"]
    choice.setFocus()
    choice.setCurrentIndex(choice.findData("leren"))
    choice.activated.emit(choice.currentIndex())
    QTest.qWait(1)
    assert form.voorstel.text() == "Oefen samen spelen."
    form.delen["functie_hulp"].setText("Vraag het de juf.")
    QTest.keyClick(form.overnemen, Qt.Key.Key_Space)
    assert form.delen["functie_hulp"].text() == "Vraag het de juf.\nOefen samen spelen."


def test_a_test_that_was_put_down_wrongly_is_taken_away_and_comes_back(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    proof = tuple(BewijsDraft(one, Oordeel.JA, "Gezien", "juf", "24-11-2026") for one in Criterium)
    for _ in range(2):
        werkplek.pestzaken.toets(zaken[0], ToetsDraft("24-11-2026", bewijzen=proof))
    tab.show_record(zaken[0])
    undo = []
    tab._context.bar.undo_offered.connect(lambda _words, back: undo.append(back))
    assert len(tab.detail.beeld.toetsen) == 2
    newest = tab.detail.beeld.toets
    away = [made for made in tab.detail.findChildren(QPushButton) if "toets van" in made.accessibleName()]
    away[-1].click()
    assert [one.id for one in tab.detail.beeld.toetsen] == [newest.id - 1]
    undo[-1]()
    assert tab.detail.beeld.toets.id == newest.id


def test_in_a_narrow_window_what_waits_goes_before_who_leads_it(tab: PestenTab, zaken: list[int]) -> None:
    coordinator = 6
    assert not tab.lijst.table.isColumnHidden(coordinator)
    tab.resize(900, 500)
    QTest.qWait(1)
    assert tab.lijst.table.isColumnHidden(coordinator)
