"""A bare window with four empty tabs, until it is painted: prints the moment, or its memory. Run by bench.py."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget


class Window(QWidget):
    """Says when it was painted for the first time, its tabs included."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, tell)


def tell() -> None:
    """Print the moment on the clock that all processes share; with an argument the memory in MB."""
    moment = time.monotonic()
    if sys.argv[1:]:
        from resident import megabytes

        moment = megabytes()
    print(moment, flush=True)
    QApplication.quit()


app = QApplication([])
window = Window()
window.resize(1280, 720)
tabs = QTabWidget(window)
for number in range(4):
    tabs.addTab(QWidget(), f"Tab {number}")
tabs.resize(1280, 720)
window.show()
app.exec()
