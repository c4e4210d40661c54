"""Row 8: a key in the search field until the results are painted, in the real window on 100,000 incidents."""

import time

from data import Place
from measure import Row
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from svp_desktop import app
from svp_desktop.paths import Paths
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.settings import Settings
from svp_desktop.ui.program import Program
from svp_desktop.ui.theme.apply import Choice, Theme

# Rare, common and everywhere; each is typed letter by letter.
WORDS = ("zandbak", "kowalski", "duwde", "het hek", "excuses")
PATIENCE = 30.0


class Painted(QObject):
    """Counts the paintings of one widget."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def opened(place: Place, werkplek: Werkplek) -> Program:
    """The real window on this workplace, ready and quiet."""
    application = QApplication.instance() or app.make_application()
    paths = Paths.under(place.profile)
    settings = Settings.of(paths)
    theme = Theme(application, Choice.LICHT, 1.0)
    theme.load_fonts()
    program = app.compose(application, paths, theme, settings)
    program.shell.resize(1366, 700)
    program.shell.show()
    program.gate.opened.emit(werkplek, "incidenten")
    quiet(program, 2.0)
    return program


def quiet(program: Program, least: float = 0.15) -> None:
    """Let everything finish that still runs, in the window and behind it."""
    ready = time.monotonic() + least
    while time.monotonic() < ready or program._outside.tasks._running:
        QApplication.processEvents()
        time.sleep(0.005)


def search(place: Place) -> Row:
    """Measure every key from the second of each word."""
    werkplek = place.open()
    program = opened(place, werkplek)
    page = program.window.show_page("incidenten").list
    page.bar.widen()
    page.reload()
    quiet(program, 1.0)
    view, field = page.table.viewport(), page.bar.search
    field.setFocus()
    painted = Painted(view)
    row = Row(8, "toets tot resultaat getekend", 2.5)
    for word in WORDS:
        field.clear()
        quiet(program)
        for place_in_word, sign in enumerate(word):
            before, began = painted.count, time.perf_counter()
            QTest.keyClick(field, sign)
            if place_in_word == 0:
                quiet(program)
                continue
            while painted.count == before:
                QApplication.processEvents()
                if time.perf_counter() - began > PATIENCE:
                    raise RuntimeError(f"nothing was painted after {word[: place_in_word + 1]!r}")
            measured = (time.perf_counter() - began) * 1000
            quiet(program)
            row.add(measured, _repaint(view))
    row.detail = f"{len(row.measured)} toetsen, langste {max(row.measured):.0f} ms"
    werkplek.vergrendel()
    program.shell.close_now()
    return row


def _repaint(view: QObject) -> float:
    began = time.perf_counter()
    view.repaint()
    return (time.perf_counter() - began) * 1000
