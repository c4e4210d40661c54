"""What differs from system to system: the jump of the clock, messages of Windows, pictures of the screen, clipboard."""

import ctypes
from collections.abc import Callable, Iterator
from ctypes import wintypes

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.ui.system.away import Away, ClockJump
from svp_desktop.ui.system.buses import session_path
from svp_desktop.ui.system.capture import CaptureShield
from svp_desktop.ui.system.clipboard import MARKS, OwnClipboard
from svp_desktop.ui.system.winmessages import WindowMessages, says_gone


class _Seconds:
    """A clock of seconds that runs by itself with steps of the timer; `ahead` is the sleep."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        self.now += 0.01
        return self.now


def test_a_computer_that_slept_is_noticed_at_waking(qtbot: QtBot) -> None:
    clock = _Seconds()
    owner = QObject()
    watch = ClockJump(owner, clock, every_ms=10)
    with qtbot.assertNotEmitted(watch.jumped, wait=100):
        clock.now += 59
    with qtbot.waitSignal(watch.jumped, timeout=1000):
        clock.now += 61
    with qtbot.assertNotEmitted(watch.jumped, wait=100):
        clock.now -= 3600  # the clock is put back: nobody slept


def test_without_a_bus_nothing_is_told_and_nothing_fails(qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    window = shown(QWidget())
    away = Away(window)
    with qtbot.assertNotEmitted(away.gone, wait=30):
        pass


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("12", "/org/freedesktop/login1/session/_312"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("", ""),
    ],
)
def test_the_path_of_a_session_is_as_logind_writes_it(session: str, path: str) -> None:
    assert session_path(session) == path


# -- Windows: the messages, as far as they can be tried elsewhere


@pytest.mark.parametrize(
    ("message", "what", "gone"),
    [
        (0x0218, 0x0004, True),  # the computer goes to sleep
        (0x0218, 0x0007, False),  # it wakes up
        (0x02B1, 0x7, True),  # the session is locked
        (0x02B1, 0x4, True),  # a remote session ends
        (0x02B1, 0x2, True),  # another user at the screen
        (0x02B1, 0x8, False),  # unlocked
        (0x0100, 0x7, False),  # a key
    ],
)
def test_which_messages_of_windows_mean_that_the_user_goes_away(message: int, what: int, gone: bool) -> None:
    assert says_gone(message, what) is gone


def test_a_message_of_windows_is_read_and_passed_on(qapp: QApplication) -> None:
    heard: list[bool] = []
    watch = WindowMessages(0, lambda: heard.append(True))
    locked, key = wintypes.MSG(message=0x02B1, wParam=0x7), wintypes.MSG(message=0x0100, wParam=0x7)
    try:
        for message in (locked, key):
            assert watch.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message)) == (False, 0)
        assert watch.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(locked)) == (False, 0)
    finally:
        qapp.removeNativeEventFilter(watch)
    assert heard == [True]


def test_every_window_is_kept_out_of_pictures_until_that_is_allowed(
    qapp: QApplication, shown: Callable[[QWidget], QWidget]
) -> None:
    told: dict[int, bool] = {}
    window = shown(QWidget())
    shield = CaptureShield(qapp, told.__setitem__)
    try:
        dialog, menu, inside = QDialog(window), QMenu(window), QWidget(window)
        for part in (dialog, menu, inside):
            part.show()
        windows = [int(part.winId()) for part in (window, dialog, menu)]
        assert [told[number] for number in windows] == [True, True, True]
        assert int(inside.effectiveWinId()) in windows
        shield.allow(True)
        assert [told[number] for number in windows] == [False, False, False]
        dialog.hide()
        dialog.show()
        assert told[windows[1]] is False
    finally:
        qapp.removeEventFilter(shield)


# -- the clipboard


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[OwnClipboard]:
    QGuiApplication.clipboard().clear()
    made = OwnClipboard(qapp, 60)
    yield made
    shiboken6.delete(made)


def test_what_is_copied_is_marked_private_and_can_be_pasted(
    clipboard: OwnClipboard, shown: Callable[[QWidget], QWidget]
) -> None:
    text = shown(QPlainTextEdit("Mees Jansen"))
    text.selectAll()
    text.copy()
    content = QGuiApplication.clipboard().mimeData()
    assert {kind: bytes(content.data(kind).data()) for kind in MARKS} == MARKS
    text.setPlainText("")
    text.paste()
    assert text.toPlainText() == "Mees Jansen"


def test_what_is_copied_goes_away_by_itself(clipboard: OwnClipboard, qtbot: QtBot) -> None:
    clipboard._timer.setInterval(20)
    QGuiApplication.clipboard().setText("Mees Jansen")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=1000)


def test_what_another_program_copied_is_left_alone(clipboard: OwnClipboard) -> None:
    clipboard._alone = False  # as with a screen: this platform then says that the clipboard is not ours
    board = QGuiApplication.clipboard()
    theirs = QMimeData()
    theirs.setText("een boodschappenlijst")
    board.setMimeData(theirs)
    clipboard.forget()
    assert board.text() == "een boodschappenlijst"
    assert board.mimeData().formats() == ["text/plain"]
