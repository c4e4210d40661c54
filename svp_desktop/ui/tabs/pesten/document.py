"""The coordinator's own document on the screen: no other program ever opens it (103)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.pest_cijfers import Schooldocument
from svp_desktop.services import bestand
from svp_desktop.ui import foto
from svp_desktop.ui.ask import Question
from svp_desktop.ui.bladen_beeld import BladenBeeld, Maat, Passend
from svp_desktop.ui.bladen_druk import druk
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import ElidedLabel, col, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.page import crumb

_POINT = 96 / 72
#: Stands in the print queue.
_QUEUE = "Document van de school"
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
        self._document: Schooldocument | None = None
        self._data, self._photo = b"", QImage()
        self.crumb, self.naam = crumb("Overzicht pesten"), ElidedLabel("", "h1")
        self.beeld = BladenBeeld()
        smaller, larger = tool("zoom-out", "Kleiner"), tool("zoom-in", "Groter")
        self.afdrukken = button("Afdrukken…", "printer", tip="Afdrukken (Ctrl+P)")
        self.kopie = button("Kopie opslaan…", "download")
        head = row((self.naam, 1), smaller, larger, self.afdrukken, self.kopie, spacing=8)
        self.setLayout(col(row(self.crumb, None), head, (self.beeld, 1), margins=(16, 6, 16, 12), spacing=6))
        self.crumb.clicked.connect(self.close_page)
        smaller.clicked.connect(self.beeld.zoom_out)
        larger.clicked.connect(self.beeld.zoom_in)
        self.afdrukken.clicked.connect(self.print_now)
        self.kopie.clicked.connect(self._save)

    def show_document(self, document: Schooldocument) -> None:
        """Show this one. Raises NietGevonden, BijlageFout, GeenToegang."""
        self._document, self._data = document, self._context.werkplek.pest_overzicht.document(document.id)
        self._photo = QImage()
        sizes = self._measure(document)
        self.naam.setText(document.naam)
        kind = "foto" if document.soort.foto else "PDF"
        self.beeld.show_pages(sizes, self._draw, f"Document {document.naam}, {kind}", Passend.LEESBAAR)
        self.beeld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _measure(self, document: Schooldocument) -> list[Maat]:
        if document.soort.foto:
            self._photo = foto.lees(self._data, document.soort, foto.ZIJDE_GETOOND)
            return [(float(self._photo.width()), float(self._photo.height()))]
        pages = self._context.werkplek.bijlagen.bladen(self._data)
        return [(one.breedte * _POINT, one.hoogte * _POINT) for one in pages]

    def _draw(self, page: int, width: int) -> QImage:
        if not self._photo.isNull():
            smaller = min(max(1, width), self._photo.width())
            return self._photo.scaledToWidth(smaller, Qt.TransformationMode.SmoothTransformation)
        found = self._context.werkplek.bijlagen.blad(self._data, page + 1, width)
        image = QImage(found.data, found.breedte, found.hoogte, found.regel, QImage.Format.Format_RGB32)
        return image.copy()

    @Slot()
    def close_page(self) -> None:
        """Keep nothing of it, and go back."""
        self._document, self._data, self._photo = None, b"", QImage()
        self.beeld.show_pages((), None, "")
        self.closed.emit()

    @Slot()
    def print_now(self) -> None:
        """Every page on paper of A4, as large as fits."""
        pages = self.beeld.page_count()
        if not pages:
            return
        try:
            printer = self._context.ask.printer(self, _QUEUE, pages, 1)
            if printer is None:
                return
            druk(printer, pages, self._draw)
            self._context.werkplek.pest_overzicht.document_uit()
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot()
    def _save(self) -> None:
        ask, data, shown = self._context.ask, self._data, self._document
        if shown is None or not ask.question(self, _KOPIE):
            return
        ending = shown.soort.uitgang
        path = ask.save_file(self, "Kopie opslaan", shown.naam, ((ending.upper(), f"*.{ending}"),))
        if path is None:
            return
        leaves = self._context.werkplek.pest_overzicht.document_uit
        try:
            bestand.schrijf(path, lambda stream: stream.write(data), lambda _size: leaves())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.bar.say("Kopie opgeslagen. Let op: dit bestand is niet versleuteld.")
