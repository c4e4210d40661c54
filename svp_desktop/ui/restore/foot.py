"""The line at the foot of the unlock page: how old the newest backup is, and whether it was proven."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.ui.widgets.base import Icon, Label, row

if TYPE_CHECKING:
    from svp_desktop.services.reservekopieen import Reservekopieen

_EVERY = 2000


class BackupFoot(QWidget):
    """Follows the copying that begins after the page was painted; asks nothing once that has ended."""

    def __init__(self, reservekopieen: "Reservekopieen", folder: Path) -> None:
        super().__init__()
        self._backups, self._folder = reservekopieen, folder
        self._label = Label("", "muted")
        self.setLayout(row(Icon("archive", "muted", 15), self._label, None, spacing=6))
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.reload)
        self._seen_running = False
        self._rounds = 0
        self.reload()
        self._timer.start()

    @Slot()
    def reload(self) -> None:
        """Read the line again."""
        self._label.setText(self._backups.voet(self._folder))
        self._rounds += 1
        running = self._backups.bezig
        # it begins some moments after the page was painted; later nothing changes any more
        if not running and (self._seen_running or self._rounds > 5):
            self._timer.stop()
        self._seen_running = self._seen_running or running
