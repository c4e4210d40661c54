"""Says `gone` for each time that the system tells that the user goes away; ends when its input does."""

import sys

import no_network
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.ui.system.away import Away


def say(word: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


no_network.forbid()
app = QApplication([])
window = QWidget()
away = Away(window)
away.gone.connect(lambda: say("gone"))
ended = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
ended.activated.connect(app.quit)
say("ready")
app.exec()
