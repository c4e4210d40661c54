"""One signal after each successful write; a tab reads again when its topics were touched."""

from PySide6.QtCore import QObject, Signal

from svp_desktop.domain.changes import Changes


class Hub(QObject):
    """`changed(Changes)` for whoever shows data."""

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell what a write touched; nothing when it touched nothing."""
        if changes.topics:
            self.changed.emit(changes)
