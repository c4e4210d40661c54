"""What each page of a private file offers to the tab."""

from typing import Any

from PySide6.QtWidgets import QWidget

from svp_desktop.ui.context import CONCEPT


class Deel(QWidget):
    """One page of a file. The file calls these; a page overrides what it has."""

    def shown(self) -> None:
        """It came to the front."""

    def primary_new(self) -> None:
        """Ctrl+N."""

    def focus_search(self) -> None:
        """Ctrl+F."""

    def print_current(self) -> None:
        """Ctrl+P."""

    def go_back(self) -> bool:
        """Escape: one step back; False when there is none."""
        return False

    def flush_draft(self) -> None:
        """Keep what is typed, at once. Raises UserFacing."""

    def resume(self, sleutel: str) -> None:
        """Go on with a draft of this page."""

    def place(self) -> dict[str, Any]:
        """Where the user is on this page."""
        return {}

    def go_to(self, place: dict[str, Any]) -> None:
        """Show that place again."""
        if CONCEPT in place:
            self.resume(place[CONCEPT])
