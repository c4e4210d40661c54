"""Rich text: what is typed, pasted and stored stays what it is."""

import random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from svp_desktop.domain.papier import Alinea, AlineaSoort, Run, alinea
from svp_desktop.ui.tabs.papier import tekst
from svp_desktop.ui.tabs.papier.blok_tekst import BlokEdit

SIGNS = "abc XYZé Łß’“*_#<>&-1.`~\u00a0\t😀\N{NON-BREAKING HYPHEN}"
ITEM, NUMBER = AlineaSoort.OPSOMMING, AlineaSoort.NUMMERING


def some_alineas(chance: random.Random) -> tuple[Alinea, ...]:
    """Paragraphs as the program stores them: no two neighbours with one look, empty ones hold one empty run."""
    made = []
    for _ in range(chance.randint(1, 6)):
        runs: list[Run] = []
        for _ in range(chance.randint(0, 5)):
            look = (chance.random() < 0.4, chance.random() < 0.4)
            if not runs or (runs[-1].bold, runs[-1].italic) != look:
                runs.append(Run("".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 12))), *look))
        made.append(Alinea(tuple(runs) or (Run(""),), chance.choice(list(AlineaSoort))))
    return tuple(made)


def test_a_thousand_texts_come_back_as_they_went_in() -> None:
    chance = random.Random(20261124)
    for _ in range(1000):
        alineas = some_alineas(chance)
        document = QTextDocument()
        tekst.schrijf(document, alineas)
        assert tekst.lees(document) == alineas


@pytest.fixture
def field(shown) -> BlokEdit:
    made = BlokEdit("Tekst")
    made.resize(400, 200)
    shown(made)
    made.setFocus()
    return made


def press(field: BlokEdit, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(field, key, held)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_bold_italic_and_lists_by_keyboard(field: BlokEdit) -> None:
    QTest.keyClicks(field, "Wij ")
    press(field, Qt.Key.Key_B, CTRL)
    QTest.keyClicks(field, "blijven")
    press(field, Qt.Key.Key_B, CTRL)
    press(field, Qt.Key.Key_I, CTRL)
    QTest.keyClicks(field, " rustig")
    press(field, Qt.Key.Key_I, CTRL)
    press(field, Qt.Key.Key_Return)
    field.toggle_kind(ITEM)
    QTest.keyClicks(field, "een")
    press(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "twee")
    press(field, Qt.Key.Key_Return)
    press(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Klaar")
    assert field.alineas() == (
        Alinea((Run("Wij "), Run("blijven", bold=True), Run(" rustig", italic=True))),
        alinea("een", ITEM),
        alinea("twee", ITEM),
        alinea("Klaar"),
    )


def test_backspace_at_the_start_takes_an_item_out_of_its_list(field: BlokEdit) -> None:
    field.set_alineas((alinea("een", NUMBER), alinea("twee", NUMBER)))
    press(field, Qt.Key.Key_Backspace)
    assert field.alineas() == (alinea("een"), alinea("twee", NUMBER))


def test_another_kind_changes_the_whole_selection_and_back(field: BlokEdit) -> None:
    field.set_alineas((alinea("een"), alinea("twee", ITEM), alinea("drie")))
    field.selectAll()
    field.toggle_kind(NUMBER)
    assert [item.soort for item in field.alineas()] == [NUMBER] * 3
    lists = {field.document().findBlockByNumber(number).textList().objectIndex() for number in range(3)}
    assert len(lists) == 1, "one list counts on"
    field.selectAll()
    field.toggle_kind(NUMBER)
    assert field.alineas() == (alinea("een"), alinea("twee"), alinea("drie"))


def paste(field: BlokEdit, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    field.insertFromMimeData(data)


def test_paste_keeps_bold_italic_and_lists_and_nothing_else(field: BlokEdit) -> None:
    paste(
        field,
        "<h2 style='color:red'>Kop</h2><p>a <b>vet</b> <i>schuin</i> <u><a href='https://x.nl'>link</a></u>"
        "<br>nieuwe regel</p>"
        "<ul><li>een<li>twee<ol><li>binnen</ol></ul><img src='file:///etc/hostname'>"
        "<table><tr><td>cel</td></tr></table>",
    )
    assert field.alineas() == (
        Alinea((Run("Kop", bold=True),)),
        Alinea((Run("a "), Run("vet", bold=True), Run(" "), Run("schuin", italic=True), Run(" link"))),
        alinea("nieuwe regel"),
        alinea("een", ITEM),
        alinea("twee", ITEM),
        alinea("binnen", NUMBER),
        alinea("cel"),
    )


def test_pasted_words_land_within_the_line(field: BlokEdit) -> None:
    field.set_alineas((alinea("Wij helpen.", ITEM),))
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    paste(field, text="allemaal ")
    paste(field, "<b>samen</b>")
    assert field.alineas() == (Alinea((Run("Wij allemaal "), Run("samen", bold=True), Run("helpen.")), ITEM),)


def test_back_to_the_standard_can_be_undone(field: BlokEdit) -> None:
    typed, standard = (alinea("eigen", ITEM),), (alinea("standaard"), alinea("twee", NUMBER))
    field.set_alineas(typed)
    field.replace_all(standard)
    assert field.alineas() == standard
    field.undo()
    assert field.alineas() == typed


def test_marks_of_the_guards_are_not_part_of_the_text(field: BlokEdit) -> None:
    text = (alinea("Wij praten snel, heel snel."),)
    field.set_alineas(text)
    told = []
    field.changed.connect(lambda: told.append(True))
    field.mark(("snel",))
    assert len(field.extraSelections()) == 2
    assert field.alineas() == text
    assert not told
