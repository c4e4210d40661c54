"""The program itself, from its start to a visited tab: prints the moments as JSON. Run by bench.py.

`child_start.py PROFILE PASSWORD [first | memory]`; with `first` it stops at the painted unlock window, with `memory`
it searches the list once and tells how much memory it holds.
"""

import json
import os
import runpy
import sys
import threading
import time

from svp_desktop import app

_, PROFILE, PASSWORD, *REST = sys.argv
moments: dict[str, float] = {}
visits: dict[str, float] = {}


def finish() -> None:
    """Report and end at once: closing is not measured."""
    print(json.dumps({"moments": moments, "visits": visits}), flush=True)
    os._exit(0)


def hold(program: object) -> object:
    """Follow the program that the composition root made."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtTest import QTest

    class Watch(QObject):
        """Calls back once, when what was painted together with the watched widget is on the screen.

        A posted event comes right after that; a timer of 0 would come after whatever the program does when the window
        is painted already, which is not what the user waits for.
        """

        def __init__(self, widget, done) -> None:
            super().__init__(widget)
            self._widget, self._done = widget, done
            widget.installEventFilter(self)

        def eventFilter(self, widget, event) -> bool:
            if event.type() == QEvent.Type.Paint:
                self._widget.removeEventFilter(self)
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
            return False

        def event(self, event) -> bool:
            if event.type() == QEvent.Type.User:
                self._done()
            return super().event(event)

    def painted() -> None:
        moments["painted"] = time.monotonic()
        if REST == ["first"]:
            finish()
        QTimer.singleShot(100, wait)

    def wait() -> None:
        if any(thread.name == "preload" for thread in threading.enumerate()):
            QTimer.singleShot(20, wait)
        else:
            QTimer.singleShot(200, submit)

    def submit() -> None:
        from svp_desktop.kluis import ways

        derive = ways.derive

        def timed(*arguments: object) -> bytes:
            began = time.monotonic()
            key = derive(*arguments)
            moments["derivation"] = time.monotonic() - began
            return key

        ways.derive = timed
        field = program.shell.page()._form.password
        field.setText(PASSWORD)
        moments["submitted"] = time.monotonic()
        QTest.keyClick(field, "\r")

    def opened() -> None:
        page = program.window.show_page("incidenten")
        Watch(page.list.table.viewport(), shown)

    def shown() -> None:
        moments["listed"] = time.monotonic()
        moments["rows"] = program.window.page("incidenten").list.model.rowCount()
        QTimer.singleShot(1500, search if REST else visit)

    def search() -> None:
        QTest.keyClicks(program.window.page("incidenten").list.bar.search, "zandbak")
        QTimer.singleShot(1500, weigh)

    def weigh() -> None:
        if program._outside.tasks._running:
            QTimer.singleShot(50, weigh)
            return
        from resident import megabytes

        print(json.dumps({"memory": megabytes()}), flush=True)
        os._exit(0)

    def visit() -> None:
        # what the page before still reads in the background is not part of this visit
        if program._outside.tasks._running:
            QTimer.singleShot(50, visit)
            return
        left = [code for code in program.window._specs if code not in program.window._pages]
        if not left:
            finish()
        began = time.monotonic()

        def done() -> None:
            visits[left[0]] = time.monotonic() - began
            QTimer.singleShot(200, visit)

        Watch(program.window.page(left[0]), done)
        program.window.show_page(left[0])

    # first of all that wait for this moment
    program.shell.first_painted.connect(painted)
    program.gate.opened.connect(opened)
    return program


compose = app.compose
app.compose = lambda *arguments: hold(compose(*arguments))
sys.argv = ["svp-desktop", "--profile", PROFILE]
runpy.run_module("svp_desktop", run_name="__main__")
