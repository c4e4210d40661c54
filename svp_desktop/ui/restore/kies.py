"""First step: which backup. From this computer, the second place, or a folder that the user chooses."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.restore.lijst import KopieLijst
from svp_desktop.ui.tasks import Progress, Tasks
from svp_desktop.ui.widgets.base import Label, col, holder, row
from svp_desktop.ui.widgets.buttons import button, escapes, link, primary
from svp_desktop.ui.widgets.notice import Notice, State

if TYPE_CHECKING:
    from svp_desktop.services.terugzetten import Herstelpunt, Terugzetten

_UITLEG = "Kies hoe ver u terug wilt. U ziet daarna eerst wat er verandert."
_LEEG = "Kies de USB-stick of de map waar de reservekopieën staan."


class KiesPagina(QWidget):
    """`chosen(Herstelpunt)` goes on; `back_asked()` leaves."""

    chosen = Signal(object)
    back_asked = Signal()

    def __init__(self, terugzetten: "Terugzetten", tasks: Tasks, ask: Ask, folder: Path | None) -> None:
        super().__init__()
        self._service, self._tasks, self._ask, self._folder = terugzetten, tasks, ask, folder
        self._points: tuple[Herstelpunt, ...] = ()
        self._explain = Label("", "muted", wrap=True)
        self.lijst = KopieLijst(terugzetten.clock, plek=True, school=folder is None)
        self.notice = Notice(State.LET_OP, "")
        self.notice.hide()
        self.other = button("Map kiezen…", "hard-drive")
        self.next = primary("Verder", "arrow-right", big=True)
        self.back = escapes(link("Annuleren"))
        self.other.clicked.connect(self._choose_folder)
        self.next.clicked.connect(self._go_on)
        self.lijst.opened.connect(self._go_on)
        self.back.clicked.connect(self.back_asked)
        foot = row(self.back, None, self.other, self.next, spacing=12)
        room = holder(col((self.lijst, 1)))
        self.setLayout(col(self._explain, self.notice, (room, 1), foot, spacing=10))
        self.setFocusProxy(self.lijst if folder else self.other)
        self._show(())

    def load(self) -> None:
        """Look for backups of this school, here and then on the second place; without one, of every school here."""
        folder = self._folder
        self._show(())

        def here(_progress: Progress) -> "tuple[Herstelpunt, ...]":
            return self._service.punten_hier() if folder is None else self._service.punten(folder)

        self._tasks.run(here, self._add, self._failed, self)
        if folder is not None:
            school = folder

            def there(_progress: Progress) -> "tuple[Herstelpunt, ...]":
                return self._service.punten_tweede_plek(school)

            self._tasks.run(there, self._add, self._failed, self)

    def _add(self, points: "tuple[Herstelpunt, ...]") -> None:
        from svp_desktop.services.terugzetten import alle

        self._show(alle(self._points, points))

    def _show(self, points: "tuple[Herstelpunt, ...]") -> None:
        self._points = points
        self._explain.setText(_UITLEG if points or self._folder else _LEEG)
        self.lijst.show_lines([point.regel for point in points], [point.school for point in points])
        self.lijst.setVisible(bool(points) or self._folder is not None)
        self.next.setEnabled(bool(points))

    def _failed(self, error: Exception) -> None:
        self.notice.show_error(error if isinstance(error, UserFacing) else UserFacing())
        self.notice.show()

    @Slot()
    def _choose_folder(self) -> None:
        folder = self._ask.open_folder(self, "Kies de USB-stick of map met reservekopieën")
        if folder is None:
            return

        def look(_progress: Progress) -> "tuple[Herstelpunt, ...]":
            return self._service.punten_in(folder)

        def found(points: "tuple[Herstelpunt, ...]") -> None:
            if points:
                self.notice.hide()
                self._add(points)
            else:
                lead = "In deze map staan geen reservekopieën van dit programma."
                self.notice.show_message(State.LET_OP, lead, "Kies de stick zelf, of de map van de reservekopieën.")
                self.notice.show()

        self._tasks.run(look, found, self._failed, self)

    @Slot()
    def _go_on(self) -> None:
        number = self.lijst.current()
        if not 0 <= number < len(self._points):
            return
        self.chosen.emit(self._points[number])
