"""The one window of the program: it shows one page at a time (begin, unlock, error, or the workplace)."""

import base64

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from svp_desktop.settings import Settings

#: What stands in the title bar and the task bar: never a name.
TITLE = "Sociale veiligheid"
#: What the title bar and the borders of a window take at most, in points.
_FRAME = QSize(4, 36)


class Shell(QWidget):
    """Holds the page that is shown and remembers its own place on the screen."""

    first_painted = Signal()
    screen_changed = Signal()
    close_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._painted = False
        self._may_close = False
        self._stack = QStackedLayout(self)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(800, 480)
        self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize() - _FRAME))
        place = str(settings.get("venster"))
        if place:
            self.restoreGeometry(QByteArray(base64.b64decode(place, validate=False)))

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show this page and drop the one before."""
        old = self._stack.currentWidget()
        # a page that already chose its field keeps the keyboard there; a new parent makes it forget
        wanted = page.focusWidget() or page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        wanted.setFocus()

    def remember_place(self) -> None:
        """Keep the window's place among the preferences."""
        place = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self._settings.put("venster", place)

    def close_now(self) -> None:
        """Close without asking the program again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        # drafts are written first: the program closes the window when that is done; later, because a window that is
        # being closed cannot be closed
        event.ignore()
        QTimer.singleShot(0, self.close_asked.emit)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._painted:
            self._painted = True
            # after the children were painted too
            QTimer.singleShot(0, self.first_painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self.screen_changed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.screen_changed.emit()
