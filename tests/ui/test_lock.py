"""Locking never asks and never loses: covered at once, drafts written, kluis locked, a new process."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolTip,
    QWidget,
)

from svp_desktop.domain.errors import AlleenLezen, BestandBeschadigd, KluisVergrendeld, SchijfVol
from svp_desktop.ui.ask import Dialogs, Question
from svp_desktop.ui.cover import Cover
from svp_desktop.ui.lock import IdleWatch
from svp_desktop.ui.program import Program
from svp_desktop.ui.tasks import Background, Cancelled, Immediately, Progress
from svp_desktop.ui.unlock import UnlockPage
from svp_desktop.ui.widgets.dates import DateEdit

WACHTWOORD = "vier losse woorden, klaar"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(running) -> Program:
    running.make_school()
    return running.unlocked()


def test_locking_writes_the_draft_locks_and_restarts(program: Program, running) -> None:
    werkplek = program.context().werkplek
    program.window.page("incidenten").field.setText("Mees riep in de pauze")
    QTest.keySequence(program.shell, "Ctrl+L")
    assert running.restarts == 1
    with pytest.raises(KluisVergrendeld):
        werkplek.concepten.alle()
    again = running.unlocked()
    assert again.window.messages.notice.lead() == "U was bezig met: een nieuw incident"
    next(found for found in again.window.messages.findChildren(QPushButton) if found.text() == "Verder gaan").click()
    assert again.window.page("incidenten").field.text() == "Mees riep in de pauze"


def test_everything_is_covered_before_anything_is_written(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    page = program.window.page("incidenten")
    dialog = QDialog(program.shell)
    dialog.show()
    covered: list[list[bool]] = []

    def look() -> None:
        windows = (program.shell, dialog)
        covered.append([any(cover.isVisible() for cover in window.findChildren(Cover)) for window in windows])

    monkeypatch.setattr(page, "flush_draft", look)
    program.lock()
    assert covered == [[True, True]]
    assert not dialog.isVisible()


def test_a_cover_fills_its_window_and_follows_it(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise SchijfVol

    monkeypatch.setattr(program.window.page("incidenten"), "flush_draft", refuse)
    program.lock()
    program.shell.resize(1100, 700)
    covers = program.shell.findChildren(Cover)
    assert covers
    assert all(cover.geometry() == program.shell.rect() for cover in covers)


def test_an_open_menu_is_closed(program: Program) -> None:
    menu = QMenu(program.window)
    menu.addAction("Mees Jansen")
    menu.popup(program.shell.pos())
    assert menu.isVisible()
    program.lock()
    assert not menu.isVisible()


def test_when_a_draft_cannot_be_written_the_cover_stays_and_tries_again(
    program: Program, running, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = program.window.page("incidenten")
    full = [True]

    def write() -> None:
        if full[0]:
            raise SchijfVol

    monkeypatch.setattr(page, "flush_draft", write)
    program.lock()
    assert running.restarts == 0
    shown = [label.text() for label in program.shell.findChildren(QLabel) if label.isVisible()]
    assert SchijfVol.what in shown
    assert any("Het venster blijft afgedekt" in text for text in shown)
    again = [button for button in program.shell.findChildren(QPushButton) if button.text() == "Opnieuw proberen"]
    full[0] = False
    again[0].click()
    assert running.restarts == 1


def test_a_dialog_that_waits_does_not_hold_the_keyboard_when_the_cover_stays(
    program: Program, running, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = [True]

    def write() -> None:
        if full[0]:
            raise SchijfVol

    monkeypatch.setattr(program.window.page("incidenten"), "flush_draft", write)
    dialog = QDialog(program.window)
    dialog.open()
    program.lock()
    assert not dialog.isVisible()
    full[0] = False
    again = next(found for found in program.shell.findChildren(QPushButton) if found.text() == "Opnieuw proberen")
    QTest.keyClick(again, Qt.Key.Key_Space)
    assert running.restarts == 1


def test_behind_the_cover_that_stays_no_key_works(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise SchijfVol

    page = program.window.page("incidenten")
    page.field.setFocus()
    monkeypatch.setattr(page, "flush_draft", refuse)
    program.lock()
    page.heard.clear()
    for key in ("Ctrl+N", "Ctrl+P", "Esc", "Tab", "A"):
        QTest.keySequence(program.shell, key)
    assert page.heard == []
    assert page.field.text() == ""


def test_every_page_writes_its_draft_also_when_one_cannot(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise SchijfVol

    monkeypatch.setattr(program.window.page("incidenten"), "flush_draft", refuse)
    written: list[bool] = []
    monkeypatch.setattr(program.window.page("casussen"), "flush_draft", lambda: written.append(True))
    program.lock()
    assert written == [True]


@pytest.mark.parametrize("error", [AlleenLezen, BestandBeschadigd])
def test_a_draft_that_can_never_be_written_does_not_hold_the_lock_up(
    program: Program, running, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse() -> None:
        raise error

    monkeypatch.setattr(program.window.page("incidenten"), "flush_draft", refuse)
    program.lock()
    assert running.restarts == 1


def test_a_bug_in_a_page_keeps_the_cover_and_is_noted(
    program: Program, running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(program.window.page("incidenten"), "flush_draft", break_down)
    with pytest.raises(ZeroDivisionError):
        program.lock()
    shown = [label.text() for label in program.shell.findChildren(QLabel) if label.isVisible()]
    assert any("Het venster blijft afgedekt" in text for text in shown)
    assert running.restarts == 0
    monkeypatch.undo()


def test_a_place_that_cannot_be_kept_does_not_leave_the_kluis_open(
    program: Program, running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise SchijfVol

    monkeypatch.setattr(program.context().werkplek, "bewaar_plek", refuse)
    program.lock()
    assert running.restarts == 1


@pytest.mark.parametrize("kind", [QDialog, QMessageBox, QFileDialog, QPrintDialog])
def test_lock_and_blank_work_in_a_dialog(program: Program, running, kind: type[QDialog]) -> None:
    dialog = kind(program.window)
    if isinstance(dialog, QFileDialog):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowFocused(dialog.windowHandle())
    before = QApplication.focusWidget()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
    assert all(window.findChildren(Cover) for window in (program.shell, dialog))
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
    assert not any(cover.isVisible() for cover in dialog.findChildren(Cover))
    assert QApplication.focusWidget() is before
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert running.restarts == 1


def test_a_calendar_is_closed_by_the_blank_screen(program: Program) -> None:
    field = DateEdit(lambda: date(2026, 11, 24))
    field.setParent(program.window)
    field.show()
    field.open_calendar()
    assert QApplication.activePopupWidget() is not None
    program.toggle_blank()
    assert QApplication.activePopupWidget() is None
    program.toggle_blank()


def test_a_hint_with_a_name_is_gone_too(program: Program) -> None:
    QToolTip.showText(program.shell.pos(), "Mees Jansen", program.shell)
    assert QToolTip.isVisible()
    program.toggle_blank()
    assert not QToolTip.isVisible()
    assert not any(isinstance(cover.parentWidget(), QLabel) for cover in program._blanks)


def test_after_a_blank_screen_the_keyboard_is_where_it_was(program: Program) -> None:
    field = program.window.page("incidenten").field
    field.setFocus()
    program.toggle_blank()
    QTest.keyClicks(program.shell.focusWidget(), "Mees")
    assert field.text() == ""
    program.toggle_blank()
    assert program.shell.focusWidget() is field


def test_no_window_is_called_after_a_question(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: 0)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: titles.append(box.windowTitle()) or 0)
    Dialogs().question(program.window, Question("Mees Jansen verwijderen?", "Dit kan terug.", "Verwijderen"))
    assert titles == [program.shell.windowTitle()]


def test_a_window_that_is_gone_away_from_locks(program: Program, running) -> None:
    program.guard.away.gone.emit()
    assert running.restarts == 1


def test_a_blank_screen_can_be_locked(program: Program, running) -> None:
    program.toggle_blank()
    program.lock()
    assert running.restarts == 1


def test_our_own_text_leaves_the_clipboard(program: Program) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Mees Jansen")
    program.lock()
    assert clipboard.text() == ""


def test_our_own_text_leaves_the_clipboard_at_closing_too(program: Program) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Mees Jansen")
    program.quit()
    assert clipboard.text() == ""


def test_nothing_done_for_some_minutes_locks(qapp, qtbot, shown: Callable[[QWidget], QWidget]) -> None:
    widget = shown(QWidget())
    watch = IdleWatch(qapp, 0.003)
    with qtbot.waitSignal(watch.idle, timeout=2000):
        pass
    watch.set_minutes(0.005)
    with qtbot.assertNotEmitted(watch.idle, wait=50):
        for _ in range(10):
            QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A, delay=40)
    with qtbot.waitSignal(watch.idle, timeout=2000):
        pass
    watch.stop()
    with qtbot.assertNotEmitted(watch.idle, wait=400):
        pass


def test_the_minutes_are_a_setting_of_the_school(program: Program, running) -> None:
    context = program.context()
    outcome = context.werkplek.instellingen.zet("vergrendel_minuten", 3)
    context.hub.publish(outcome.changes)
    program.guard.idle.idle.emit()
    assert program.guard.idle._timer.interval() == 180_000
    assert running.restarts == 1


def test_a_confidential_page_locks_sooner(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program.window.page("casussen").gevoelig = True
    program.window.show_page("casussen")
    assert program.guard.idle._timer.interval() == 3 * 60_000
    program.window.show_page("personen")
    assert program.guard.idle._timer.interval() == 10 * 60_000
    context = program.context()
    context.hub.publish(context.werkplek.instellingen.zet("vergrendel_minuten_gevoelig", 5).changes)
    program.window.show_page("casussen")
    assert program.guard.idle._timer.interval() == 5 * 60_000


def test_another_user_can_take_over(program: Program, running) -> None:
    [switch] = [action for action in program.window.more_menu.actions() if action.text() == "Wisselen van gebruiker"]
    switch.trigger()
    assert running.restarts == 1
    assert isinstance(running.again().shell.page(), UnlockPage)


def test_the_command_field_knows_it_too(program: Program, running) -> None:
    [command] = [item for item in program.window._commands() if item.title == "Wisselen van gebruiker"]
    command.run()
    assert running.restarts == 1


# -- background work


def test_work_is_done_elsewhere_and_delivered_here(qtbot) -> None:
    import threading

    tasks = Background()
    here = threading.get_ident()
    threads: list[int] = []
    seen: list[tuple[int, int]] = []
    listening = threading.Event()

    def work(progress: Progress) -> int:
        listening.wait(5)
        progress.report(1, 2)
        threads.append(threading.get_ident())
        return 42

    def done(value: int) -> None:
        threads.append(threading.get_ident())
        assert value == 42

    task = tasks.run(work, done, pytest.fail)
    task.progress.connect(lambda *step: seen.append(step))
    listening.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert threads[0] != here
    assert threads[1] == here
    assert seen == [(1, 2)]
    tasks.cancel_all()


def test_work_that_is_cancelled_delivers_nothing(qtbot) -> None:
    tasks = Background()
    delivered: list[object] = []

    def work(progress: Progress) -> None:
        while True:
            progress.check()

    task = tasks.run(work, delivered.append, delivered.append)
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert delivered == []


def test_before_locking_all_work_stops(qtbot) -> None:
    tasks = Background()
    stopped: list[bool] = []

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.check()
        except Cancelled:
            stopped.append(True)
            raise

    tasks.run(work, stopped.append, stopped.append)
    tasks.run(work, stopped.append, stopped.append)
    tasks.cancel_all()
    qtbot.wait(20)
    assert stopped in ([], [True])


def test_a_page_that_is_gone_gets_no_result(qtbot) -> None:
    owner = QWidget()
    delivered: list[object] = []
    tasks = Immediately()

    def work(progress: Progress) -> int:
        import shiboken6

        shiboken6.delete(owner)
        return 1

    tasks.run(work, delivered.append, delivered.append, owner)
    assert delivered == []


def test_an_error_in_the_work_is_delivered(qtbot) -> None:
    caught: list[Exception] = []

    def work(progress: Progress) -> None:
        raise SchijfVol

    Immediately().run(work, pytest.fail, caught.append)
    assert isinstance(caught[0], SchijfVol)


def test_closing_right_after_opening_asks_the_kluis_nothing_more(program: Program, monkeypatch, qtbot) -> None:
    counted: list[int] = []
    monkeypatch.setattr(type(program.window), "_show_counter", lambda window, code, number: counted.append(number))
    program.window.count_soon()
    program.quit()
    qtbot.wait(20)
    assert counted == []
