"""The way from the list to the page *Nog niet in Esis*, with how many children wait there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.widgets.base import row
from svp_desktop.ui.widgets.buttons import link, thousands


class EsisLink(QWidget):
    """A line under the list; nothing when everybody stands in Esis. `wanted()` when it is pressed."""

    wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.link = link("", "send", tip="Alle leerlingen die nog niet in Esis staan, de oudste bovenaan")
        self.setLayout(row(self.link, None))
        self.link.clicked.connect(self.wanted)
        self.hide()

    @Slot()
    def reload(self) -> None:
        """Count again, in a worker."""

        def count(progress: Progress) -> int:
            return self._context.werkplek.esis.aantal_open()

        self._context.tasks.run(count, self._show, self._context.bar.show_error, self)

    def _show(self, waiting: int) -> None:
        who = "leerling" if waiting == 1 else "leerlingen"
        self.link.setText(f"Nog niet in Esis: {thousands(waiting)} {who}")
        self.setVisible(waiting > 0)
