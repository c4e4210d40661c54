"""The kit: what is drawn has a name, what can be clicked works by keyboard, and what is typed is understood."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import ZorgNiveau
from svp_desktop.domain.errors import SchijfVol
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.incident import Mand
from svp_desktop.ui.widgets import painted
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, holder, label, row, scroll
from svp_desktop.ui.widgets.buttons import Chip, Segmented, Tile, button, link, primary, tool
from svp_desktop.ui.widgets.choice import Answer, MandChoice
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area, CountEdit, Field, SearchEdit, edit, show_findings
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import EmptyState, TaskRow, saved, title_row
from svp_desktop.ui.widgets.painted import Cell, MandBadge, PijlerGlyph, Pill, Tag, Verdict, ZorgLevel
from svp_desktop.ui.widgets.stage import StageState, Step, stage_bar
from svp_desktop.ui.widgets.table import CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Show = Callable[[QWidget], QWidget]
HOSTILE = "<b>O'Brien & Łukasz</b>"
TODAY = date(2026, 11, 24)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


# -- drawings


@pytest.mark.parametrize(
    ("widget", "name"),
    [
        (lambda: MandBadge(Mand.ORANJE), "Mand Oranje"),
        (lambda: ZorgLevel(ZorgNiveau.GERICHT), "Waakzame zorg: gericht, niveau 2 van 3"),
        (lambda: Tag("Feit"), "Feit"),
        (lambda: Verdict("nog onbekend"), "nog onbekend"),
        (lambda: Pill("Vertrokken", "user-minus"), "Vertrokken"),
        (lambda: Tile(9, "Vertrokken", "1 met lopende casus"), "9 Vertrokken"),
        (lambda: Answer("Ja of twijfel", "melden"), "Ja of twijfel, dan melden"),
        (lambda: tool("ellipsis", "Meer"), "Meer"),
    ],
)
def test_what_is_drawn_has_a_name(qtbot, widget: Callable[[], QWidget], name: str) -> None:
    made = widget()
    qtbot.addWidget(made)
    assert made.accessibleName() == name
    assert not picture(made).isNull()


def test_manden_differ_in_outline_without_colour(qtbot) -> None:
    badges = []
    for mand in Mand:
        made = MandBadge(mand)
        qtbot.addWidget(made)
        grey = picture(made).copy(6, 0, 18, 22).convertToFormat(QImage.Format.Format_Grayscale8)
        badges.append([[grey.pixel(x, y) > grey.pixel(9, 11) for x in range(18)] for y in range(22)])
    assert all(one != two for number, one in enumerate(badges) for two in badges[number + 1 :])


def test_pijlers_say_what_is_empty(qtbot) -> None:
    glyph = PijlerGlyph(painted.pijler_cells((1, 0, 2, 0, 1)))
    qtbot.addWidget(glyph)
    assert "aanwezigheid leeg" in glyph.accessibleName()
    cells = painted.actie_cells((Pijler.RELATIE, Pijler.VERZET), wanted=(Pijler.RELATIE,))
    assert cells == (Cell.NOT_SERVED, Cell.NOT_SERVED, Cell.WANTED, Cell.NOT_SERVED, Cell.DONE)


# -- choices by keyboard


def test_mand_is_chosen_by_keyboard(shown: Show, qtbot) -> None:
    choice = MandChoice()
    shown(choice)
    assert choice.value() is None
    first = choice.options()[Mand.GROEN]
    first.setFocus()
    with qtbot.waitSignal(choice.changed) as told:
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert told.args == [Mand.GROEN]
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert choice.value() is Mand.GEEL
    choice.set_value(None)
    assert choice.value() is None


def test_segmented_moves_with_arrows_and_tells_only_the_user(shown: Show, qtbot) -> None:
    choice = Segmented([(1, "binnen"), (2, "online"), (3, "elders")], 1)
    shown(choice)
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_value(2)
    assert choice.value() == 2
    with qtbot.waitSignal(choice.changed) as told:
        QTest.mouseClick(choice.parts()[2], Qt.MouseButton.LeftButton)
    assert told.args == [3]
    with qtbot.waitSignal(choice.changed) as told:
        QTest.keyClick(choice.parts()[2], Qt.Key.Key_Left)
    assert told.args == [2]


def test_tab_goes_to_what_is_chosen_also_backwards(shown: Show) -> None:
    choice, after = Segmented([(1, "binnen"), (2, "online"), (3, "elders")], 1), button("Verder")
    choice.set_value(2)
    page = holder(col(button("Eerst"), choice, after))
    shown(page)
    after.setFocus()
    QTest.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert choice.parts()[1].hasFocus()


def test_chip_counts_as_people_write_and_shows_its_word_as_it_is(qtbot) -> None:
    chip = Chip("Alles", 1204)
    qtbot.addWidget(chip)
    assert chip.text() == "Alles  1.204"
    chip.set_text("R&D")
    assert chip.text() == "R&&D"
    assert chip.accessibleName() == "R&D"


def test_a_button_with_a_menu_opens_it(shown: Show, qtbot) -> None:
    from PySide6.QtWidgets import QMenu

    menu = QMenu()
    menu.addAction("Brief")
    made = button("Papieren", menu=menu)
    shown(made)
    assert made.menu() is menu
    assert menu.layoutDirection() == Qt.LayoutDirection.LeftToRight


# -- fields


@pytest.mark.parametrize(
    ("typed", "day", "written"),
    [
        ("gisteren", date(2026, 11, 23), "ma 23-11-2026"),
        ("15-9", date(2026, 9, 15), "di 15-09-2026"),
        ("+7", date(2026, 12, 1), "di 01-12-2026"),
        ("di 24-11-2026", TODAY, "di 24-11-2026"),
    ],
)
def test_a_date_is_understood_and_written_out(shown: Show, typed: str, day: date, written: str) -> None:
    field = DateEdit(lambda: TODAY)
    other = edit()
    both = QWidget()
    both.setLayout(row(field, other))
    shown(both)
    field.setFocus()
    QTest.keyClicks(field, typed)
    assert field.text() == typed
    other.setFocus()
    assert (field.day(), field.text()) == (day, written)


def test_a_day_that_does_not_exist_is_told_under_the_field_and_kept(shown: Show) -> None:
    inner = DateEdit(lambda: TODAY)
    field = Field("Datum", inner)
    shown(field)
    inner.setText("31-02-2026")
    inner.finish()
    assert field.message() == "31 februari bestaat niet. Bedoelt u 28-2?"
    assert inner.text() == "31-02-2026"
    assert inner.property("state") == "error"
    inner.setText("28-2")
    inner.finish()
    assert (field.message(), inner.property("state")) == ("", "")


def test_the_calendar_and_the_arrows_change_the_day(shown: Show, qtbot) -> None:
    field = DateEdit(lambda: TODAY)
    shown(field)
    field.set_day(TODAY)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2026, 11, 25)
    field.open_calendar()
    popup = field.findChild(QWidget, "kalender")
    assert popup is not None
    with qtbot.waitSignal(field.edited):
        popup.calendar.clicked.emit(popup.calendar.selectedDate().addDays(2))
    assert field.day() == date(2026, 11, 27)


def test_a_time_is_understood(shown: Show) -> None:
    field = TimeEdit()
    other = edit()
    both = QWidget()
    both.setLayout(row(field, other))
    shown(both)
    field.setFocus()
    QTest.keyClicks(field, "9")
    other.setFocus()
    assert (field.value(), field.text()) == (time(9, 0), "09.00")


def test_an_optional_date_may_stay_empty(qtbot) -> None:
    field = DateEdit(lambda: TODAY, optional=True)
    qtbot.addWidget(field)
    assert field.value() is None


def test_findings_stand_under_their_field_and_the_first_gets_the_keyboard(shown: Show) -> None:
    fields = {"a": Field("A", edit()), "b": Field("B", Area()), "c": Field("C", edit())}
    page = QWidget()
    page.setLayout(col(*fields.values()))
    shown(page)
    findings = (
        Finding("c", "Niet goed."),
        Finding("b", "Mag later.", Severity.LET_OP),
        Finding("b", "Vul dit in."),
        Finding("x", "Nergens een veld."),
    )
    rest = show_findings(fields, findings)
    assert [finding.field for finding in rest] == ["x"]
    assert [field.message() for field in fields.values()] == ["", "Vul dit in.", "Niet goed."]
    assert fields["b"].widget.hasFocus()
    assert fields["c"].widget.accessibleDescription() == "Niet goed."
    show_findings(fields, ())
    assert [field.message() for field in fields.values()] == ["", "", ""]


def test_a_long_text_does_not_make_the_page_taller(qtbot) -> None:
    area = Area("regel\n" * 100, height=70)
    qtbot.addWidget(area)
    assert area.sizeHint().height() == 70
    assert area.tabChangesFocus()


def test_search_clears_with_its_cross(shown: Show) -> None:
    field = SearchEdit("Zoek op naam")
    shown(field)
    QTest.keyClicks(field, "me")
    cross = [action for action in field.actions() if action.text() == "Wissen"]
    assert cross[0].isVisible()
    cross[0].trigger()
    assert (field.text(), cross[0].isVisible()) == ("", False)


def test_a_weekday_in_a_field_for_a_day_to_come_is_the_next_one(shown: Show) -> None:
    back, ahead = DateEdit(lambda: TODAY), DateEdit(lambda: TODAY, komend=True)
    shown(back)
    shown(ahead)
    for field in (back, ahead):
        QTest.keyClicks(field, "vr")
    # 24 November 2026 is a Tuesday; what a form reads before the field is left is right too
    assert (back.day(), ahead.day()) == (date(2026, 11, 20), date(2026, 11, 27))
    assert (back.text(), ahead.text()) == ("vr", "vr 27-11-2026")
    ahead.finish()
    assert ahead.text() == "vr 27-11-2026"
    ahead.setText("24-11")
    assert ahead.text() == "24-11", "any other day stays as it was typed"


# -- counts


def test_a_count_takes_only_digits_and_stays_within_its_bounds(shown: Show) -> None:
    field = CountEdit(1, 1, 40, name="Aantal")
    shown(field)
    counts = []
    for typed in ("2.1", "-3", "+", "", "0", "99", "12a"):
        field.clear()
        QTest.keyClicks(field, typed)
        counts.append((field.text(), field.count()))
    assert counts == [("21", 21), ("3", 3), ("", 1), ("", 1), ("0", 1), ("9", 9), ("12", 12)]


# -- lists that grow


class Regel(NamedTuple):
    id: int
    tekst: str
    mand: Mand = Mand.ROOD


class Source:
    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, ids):
        self.asked.append(len(ids))
        return [Regel(record, f"regel {record}") for record in ids if record != 13]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source) -> WindowedModel:
    return WindowedModel([Column("Tekst", lambda row: row.tekst, "tekst"), Column("Mand", lambda row: "")], source)


def test_rows_are_read_by_window_when_they_are_shown(model: WindowedModel, source: Source) -> None:
    model.set_ids(range(100_000))
    assert model.rowCount() == 100_000
    assert source.asked == []
    assert model.index(50_000, 0).data() == "regel 50000"
    assert model.index(50_001, 0).data() == "regel 50001"
    assert source.asked == [200]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_far_windows_are_forgotten(model: WindowedModel, source: Source) -> None:
    model.set_ids(range(100_000))
    for number in range(WindowedModel.KEPT + 1):
        model.row_at(number * 200)
    model.row_at(0)
    assert len(source.asked) == WindowedModel.KEPT + 2


def test_a_row_that_went_away_is_empty_not_an_error(model: WindowedModel) -> None:
    model.set_ids([12, 13, 14])
    assert model.index(1, 0).data() is None
    assert model.index(2, 0).data() == "regel 14"


def test_the_first_page_stands_before_all_ids_are_known(model: WindowedModel, source: Source, qtbot) -> None:
    model.set_first([Regel(record, "eerste") for record in range(100)])
    assert model.index(99, 0).data() == "eerste"
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.extend(range(1000))
    assert model.rowCount() == 1000
    assert model.index(150, 0).data() == "regel 150"
    assert model.position_of(999) == 999
    assert model.position_of(5000) == -1


def test_ids_in_another_order_replace_the_first_page(model: WindowedModel, qtbot) -> None:
    model.set_first([Regel(1, "een"), Regel(2, "twee")])
    with qtbot.waitSignal(model.modelReset):
        model.extend([2, 1, 3])
    assert model.id_at(0) == 2


def test_sorting_is_asked_of_the_service(model: WindowedModel, qtbot) -> None:
    with qtbot.waitSignal(model.sort_requested) as told:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert told.args == ["tekst", True]
    with qtbot.assertNotEmitted(model.sort_requested):
        model.sort(1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "made",
    [lambda: Tile(3, "Te laat"), lambda: Answer("Ja", "melden"), lambda: tool("plus", "Nieuw"), lambda: primary("Ja")],
)
def test_every_kind_of_button_is_pressed_by_enter_and_space(
    made: Callable[[], QAbstractButton], key: Qt.Key, shown: Show, qtbot
) -> None:
    pressed = made()
    shown(pressed)
    with qtbot.waitSignal(pressed.clicked):
        QTest.keyClick(pressed, key)


def test_a_table_opens_by_enter_and_shows_names_as_they_are(model: WindowedModel, shown: Show, qtbot) -> None:
    model.set_ids([1, 2, 3])
    table = Table(model, [CellKind.STRONG, CellKind.MAND], {1: lambda row: row.mand}, name="Regels")
    table.set_widths(["di 24-11-2026", 90])
    shown(table)
    table.select(1)
    assert table.current() == 1
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]
    assert table.rowHeight(0) == table.rowHeight(2) == 36


# -- pages


def test_markup_in_data_is_shown_not_obeyed(qtbot) -> None:
    for made in (label(HOSTILE), ElidedLabel(HOSTILE), label(HOSTILE, "muted", wrap=True)):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText
    notice = Notice(State.INFO, HOSTILE, HOSTILE)
    qtbot.addWidget(notice)
    labels = notice.findChildren(Label)
    assert {found.textFormat() for found in labels} == {Qt.TextFormat.PlainText}


def test_a_notice_says_what_is_safe_and_what_now(qtbot) -> None:
    pressed = []
    again = link("Opnieuw")
    again.clicked.connect(lambda: pressed.append(1))
    notice = Notice(State.INFO, "")
    qtbot.addWidget(notice)
    notice.show_error(SchijfVol(), [again])
    assert notice.lead() == SchijfVol.what
    assert SchijfVol.safe in notice.text()
    assert SchijfVol.now in notice.text()
    again.click()
    assert pressed == [1]
    notice.show_message(State.OK, "Klaar")
    assert notice.accessibleName() == "in orde: Klaar"


def test_a_wrapping_label_does_not_ask_for_a_tall_window(qtbot) -> None:
    page = QWidget()
    page.setLayout(col(*[label("Een lange zin die over meer regels loopt. " * 6, wrap=True) for _ in range(10)]))
    qtbot.addWidget(page)
    assert page.minimumSizeHint().height() < 300


def test_flow_wraps_again_when_the_width_changes(shown: Show, qtbot) -> None:
    flow = Flow(*[Chip(f"Soort {number}") for number in range(12)])
    shown(flow)
    flow.resize(900, 200)
    wide = flow.heightForWidth(900)
    assert flow.heightForWidth(300) > wide * 2
    flow.resize(300, 400)
    qtbot.waitUntil(lambda: max(chip.geometry().right() for chip in flow.findChildren(Chip)) <= 300)
    rows = {chip.y() for chip in flow.findChildren(Chip)}
    assert len(rows) >= 4


def test_stage_bar_tells_states_and_the_step_that_is_chosen(shown: Show, qtbot) -> None:
    bar = stage_bar(
        Step("Bestand", "", StageState.DONE), Step("Nakijken", "niets gewijzigd", StageState.NOW), Step("Klaar")
    )
    shown(bar)
    stages = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [stage.accessibleName() for stage in stages] == [
        "Stap 1: Bestand, klaar",
        "Stap 2: Nakijken, bezig",
        "Stap 3: Klaar, later",
    ]
    stages[2].setFocus()
    with qtbot.waitSignal(bar.chosen) as told:
        QTest.keyClick(stages[2], Qt.Key.Key_Space)
    assert told.args == [2]


def test_small_parts_of_a_page(qtbot) -> None:
    state = saved()
    state.show_saved(datetime(2026, 11, 24, 14, 2), "Concept bewaard")
    assert state.text() == "Concept bewaard 14.02"
    task = TaskRow(HOSTILE, "2 dagen te laat", late=True)
    assert task.box.accessibleName() == HOSTILE
    empty = EmptyState("book-open", "Nog geen casussen.", primary("Nieuwe casus"))
    title = title_row("Nieuw incident", "Concept van vandaag")
    title.set_title("Incident 12")
    assert title.title() == "Incident 12"
    page = QWidget()
    page.setLayout(col(title, task, scroll(col(card(empty, title="Taken"))), check_line(State.LET_OP, "Let op", "Zin")))
    page.layout().addWidget(state)
    qtbot.addWidget(page)
    page.show()
    assert empty.sentence() == "Nog geen casussen."


def test_a_layout_can_be_built_anew(qtbot) -> None:
    holder = QWidget()
    body = col(label("een"), row(label("twee"), QComboBox()))
    holder.setLayout(body)
    qtbot.addWidget(holder)
    clear(body)
    assert body.count() == 0


def test_an_elided_label_keeps_the_whole_text_in_its_tooltip(qtbot) -> None:
    made = ElidedLabel("x" * 300)
    qtbot.addWidget(made)
    made.resize(80, 20)
    assert made.toolTip() == "x" * 300
    assert made.minimumSizeHint().width() <= 40
    assert made.childAt(QPoint(1, 1)) is None
