"""One private file: its dossiers, and the pages around them, each made when it is first shown."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.dossiers import DossiersPage
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.widgets.base import col


class BestandPage(QWidget):
    """The pages of one file."""

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self.dossiers = DossiersPage(context, woorden)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.dossiers)
        self.setLayout(col((self.stack, 1), spacing=0))

    def show_record(self, record: int) -> None:
        """Open this dossier."""
        self.dossiers.show_record(record)

    def primary_new(self) -> None:
        """Ctrl+N."""
        self.dossiers.primary_new()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.dossiers.focus_search()

    def print_current(self) -> None:
        """Ctrl+P."""

    def go_back(self) -> bool:
        """Escape."""
        return self.dossiers.go_back()

    def flush_draft(self) -> None:
        """Keep what is typed. Raises UserFacing."""
        self.dossiers.flush_draft()

    def resume(self, sleutel: str) -> None:
        """Go on with this draft."""
        self.dossiers.resume(sleutel)

    def place(self) -> dict[str, Any]:
        """Where the user is."""
        return self.dossiers.place()

    def go_to(self, place: dict[str, Any]) -> None:
        """Show that place again."""
        self.dossiers.go_to(place)
