"""The fields that find somebody by a few letters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop.ui.widgets.suggest import PersonField, PersonPicker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Show = Callable[[QWidget], QWidget]
HOSTILE = "<b>O'Brien & Łukasz</b>"


def test_a_person_is_found_by_two_letters_and_chosen_by_enter(shown: Show, qtbot) -> None:
    asked: list[str] = []

    def find(text: str) -> list[tuple[object, str, str]]:
        asked.append(text)
        return [(7, HOSTILE, "Anker 8"), (8, "Noor de Vries", "Rivier 6")]

    picker = PersonPicker(find)
    shown(picker)
    QTest.keyClicks(picker, "n")
    assert asked == []
    QTest.keyClicks(picker, "o")
    assert asked == ["no"]
    assert [hit.title for hit in picker.hits] == [HOSTILE, "Noor de Vries"]
    QTest.keyClick(picker.popup(), Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as told:
        QTest.keyClick(picker.popup(), Qt.Key.Key_Return)
    assert told.args == [8]
    assert picker.text() == ""
    assert not picker.popup().isVisible()


def test_nothing_found_shows_no_list(shown: Show) -> None:
    picker = PersonPicker(lambda text: [])
    shown(picker)
    QTest.keyClicks(picker, "xyz")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert not picker.popup().isVisible()
    assert picker.text() == "xyz"


def test_a_name_that_is_typed_on_stands_for_nobody_until_somebody_is_chosen(shown: Show) -> None:
    field, told = PersonField(lambda text: [(8, "Noor de Vries", "groep 6")], placeholder="Naam"), []
    field.person_changed.connect(lambda: told.append(field.person))
    shown(field)
    field.show_person(5, "Milan")
    assert (field.person, field.typed(), told) == (5, "", [])
    field.selectAll()
    QTest.keyClicks(field, "no")
    assert (field.person, field.typed()) == (None, "no")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.person, field.text(), told) == (8, "Noor de Vries", [None, None, 8])
    QTest.keyClick(field, Qt.Key.Key_End)
    for _ in field.text():
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.person, field.typed()) == (None, "")
