"""What this program puts on the clipboard is marked private, and does not stay there. What another program put there is
never touched."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = bytes(4)
#: Asks clipboard managers of KDE and the history of Windows, also that in the cloud, to leave this alone.
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
}
_SIGN = next(iter(MARKS))
_Mode = QClipboard.Mode


def marked(content: QMimeData) -> QMimeData:
    """A copy with the marks."""
    made = QMimeData()
    for kind in content.formats():
        made.setData(kind, content.data(kind))
    for kind, value in MARKS.items():
        made.setData(kind, value)
    return made


class OwnClipboard(QObject):
    """Watches both clipboards: the one of copy and paste and, on X11 and Wayland, the one of selected text."""

    def __init__(self, parent: QObject, seconds: int) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        # without a screen there is no other program at the clipboard, and Qt does not say who owns it
        self._alone = QGuiApplication.platformName() == "offscreen"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.forget)
        self.set_seconds(seconds)
        self._board.dataChanged.connect(self._copied)
        self._board.selectionChanged.connect(self._selected)

    def set_seconds(self, seconds: int) -> None:
        """How long something copied stays on the clipboard, from the next copy on."""
        self._timer.setInterval(seconds * 1000)

    @Slot()
    def forget(self) -> None:
        """Empty what is still ours."""
        self._timer.stop()
        for mode in (_Mode.Clipboard, _Mode.Selection):
            if self._ours(mode):
                self._board.clear(mode)

    def _ours(self, mode: _Mode) -> bool:
        if mode == _Mode.Selection:
            return self._board.supportsSelection() and self._board.ownsSelection()
        return self._alone or self._board.ownsClipboard()

    @Slot()
    def _copied(self) -> None:
        self._mark(_Mode.Clipboard)

    @Slot()
    def _selected(self) -> None:
        self._mark(_Mode.Selection)

    def _mark(self, mode: _Mode) -> None:
        content = self._board.mimeData(mode) if self._ours(mode) else None
        if content is None or not content.formats() or content.hasFormat(_SIGN):
            return
        self._timer.start()
        self._board.setMimeData(marked(content), mode)
