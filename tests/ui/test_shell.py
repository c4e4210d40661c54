"""The one window of the program on the screen that there is."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from svp_desktop.paths import Paths
from svp_desktop.settings import Settings
from svp_desktop.ui.shell import Shell


def test_a_first_window_fits_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    shell = Shell(Settings.of(Paths.under(tmp_path)))
    qtbot.addWidget(shell)
    room = shell.screen().availableSize()
    assert (shell.width() <= room.width(), shell.height() < room.height()) == (True, True)
    assert shell.minimumHeight() <= 490, "what 150 percent leaves of a laptop of 768 high"
