"""The coordinator's own document on the screen: no other program ever opens it (103)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.pest_cijfers import Schooldocument
from svp_desktop.services import bestand
from svp_desktop.ui.ask import Question
from svp_desktop.ui.bladen_beeld import BladenBeeld, Passend
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import ElidedLabel, col, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.page import crumb

_POINT = 96 / 72
_KOPIE = Question(
    "Een kopie buiten het programma opslaan?",
    "De kopie is niet versleuteld: iedereen die bij het bestand kan, kan het bekijken.",
    "Kopie opslaan",
)


class DocumentPage(QWidget):
    """`closed()` when the user goes back."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._data = b""
        self.crumb, self.naam = crumb("Overzicht pesten"), ElidedLabel("", "h1")
        self.beeld = BladenBeeld()
        smaller, larger = tool("zoom-out", "Kleiner"), tool("zoom-in", "Groter")
        self.kopie = button("Kopie opslaan…", "download")
        head = row((self.naam, 1), smaller, larger, self.kopie, spacing=8)
        self.setLayout(col(row(self.crumb, None), head, (self.beeld, 1), margins=(16, 6, 16, 12), spacing=6))
        self.crumb.clicked.connect(self.close_page)
        smaller.clicked.connect(self.beeld.zoom_out)
        larger.clicked.connect(self.beeld.zoom_in)
        self.kopie.clicked.connect(self._save)

    def show_document(self, document: Schooldocument) -> None:
        """Show this one. Raises NietGevonden, BijlageFout, GeenToegang."""
        self._data = self._context.werkplek.pest_overzicht.document(document.id)
        sizes = [
            (one.breedte * _POINT, one.hoogte * _POINT) for one in self._context.werkplek.bijlagen.bladen(self._data)
        ]
        self.naam.setText(document.naam)
        self.beeld.show_pages(sizes, self._draw, f"Document {document.naam}, PDF", Passend.LEESBAAR)

    def _draw(self, page: int, width: int) -> QImage:
        found = self._context.werkplek.bijlagen.blad(self._data, page + 1, width)
        image = QImage(found.data, found.breedte, found.hoogte, found.regel, QImage.Format.Format_RGB32)
        return image.copy()

    @Slot()
    def close_page(self) -> None:
        """Keep nothing of it, and go back."""
        self._data = b""
        self.beeld.show_pages((), None, "")
        self.closed.emit()

    @Slot()
    def _save(self) -> None:
        ask, data = self._context.ask, self._data
        if not ask.question(self, _KOPIE):
            return
        path = ask.save_file(self, "Kopie opslaan", self.naam.text(), (("PDF", "*.pdf"),))
        if path is None:
            return
        try:
            bestand.schrijf(path, lambda stream: stream.write(data), lambda _size: None)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.bar.say("Kopie opgeslagen. Let op: dit bestand is niet versleuteld.")
