"""A paper that exists nowhere but in memory: seen, printed, and forgotten."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.services import bladbeeld
from svp_desktop.ui.context import Context
from svp_desktop.ui.entry.paper import print_paper
from svp_desktop.ui.preview import PaperView
from svp_desktop.ui.widgets.base import col


class PaperPane(QWidget):
    """Shows the very bytes that are printed; a `secret` paper only goes to a printer. `printed()` when it took them."""

    printed = Signal()

    def __init__(self, context: Context, *, secret: bool = False) -> None:
        super().__init__()
        self._context, self._secret = context, secret
        self._pdf = b""
        self.view = PaperView(bladbeeld.pagina)
        self.setLayout(col((self.view, 1)))

    def show_paper(self, pdf: bytes) -> None:
        """Another paper. Raises PapierFout."""
        self._pdf = pdf
        self.view.set_pdf(pdf, bladbeeld.paginas(pdf))

    def pdf(self) -> bytes:
        """The bytes that are shown; empty when there is nothing."""
        return self._pdf

    def forget(self) -> None:
        """Keep nothing of the paper."""
        self._pdf = b""
        self.view.set_pdf(b"", 0)

    @Slot()
    def print_now(self) -> None:
        """Ask for a printer and print it; an error stands above the page."""
        try:
            done = bool(self._pdf) and print_paper(self._context.ask, self, self._pdf, secret=self._secret)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        if done:
            self.printed.emit()
