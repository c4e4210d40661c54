"""Turven: ticks of the gele mand from anywhere in the window, with one key (demand 54)."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.school import Bouw
from svp_desktop.services.toegang import Clock
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.main_window import MainWindow


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_ticks_with_one_key_from_a_field_and_back_in_it(window: MainWindow, werkplek: Werkplek, clock: Clock) -> None:
    group = werkplek.school.bewaar_groep("Anker 8", Bouw.BOVENBOUW).value
    field = window.page("incidenten").field
    field.setFocus()
    QTest.keySequence(window.window(), "Ctrl+T")
    panel = window.tally_panel
    assert panel is not None
    panel.groep.setCurrentIndex(panel.groep.findData(group))
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_3):
        QTest.keyClick(focus(), pressed)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert "Gang, vandaag 3, deze week 3" in [one.accessibleName() for one in panel.knoppen.values()]
    panel.terug.click()
    assert "Schoolplein, vandaag 1, deze week 1" in [one.accessibleName() for one in panel.knoppen.values()]
    assert panel.terug.text().startswith("Haal terug: Gang")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert focus() is field
    assert window.page("incidenten").heard == []
    today = clock().date()
    assert werkplek.inzicht.overzicht(Periode(today, today)).nu.geturfd == 3

    QTest.keySequence(window.window(), "Ctrl+T")
    assert focus() is panel.knoppen["Gang"]
    assert panel.groep.currentText() == "Anker 8"


def test_the_panel_is_found_by_its_words_and_asked_for_by_a_page(window: MainWindow) -> None:
    QTest.keySequence(window.window(), "Ctrl+K")
    QTest.keyClicks(focus(), "turv")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.tally_panel is not None
    assert window.tally_panel.isVisible()
    window.page("incidenten").tally_requested.emit()
    assert not window.tally_panel.isVisible()
    window.tally()
    window.show_page("personen")
    assert not window.tally_panel.isVisible()


def test_a_week_begins_on_monday_and_yesterday_is_not_taken_back(werkplek: Werkplek, clock: Clock) -> None:
    monday = clock() - timedelta(days=clock().weekday())
    earlier: dict[str, datetime] = {"zondag": monday - timedelta(days=1), "maandag": monday}
    for moment in earlier.values():
        werkplek.met_klok(lambda moment=moment: moment).turven.tik("Gang")
    later = werkplek.met_klok(lambda: monday + timedelta(days=2)).turven
    counts = {one.plaats: one for one in later.stand().plaatsen}
    assert (counts["Gang"].vandaag, counts["Gang"].week) == (0, 1)
    assert later.stand().plaats == "Gang"
    with pytest.raises(NietGevonden):
        later.haal_terug()
    with pytest.raises(InvoerOnjuist):
        later.tik("Daan O'Brien")
