"""To paper: the page images of the very bytes that were previewed, at 300 dots per inch, nothing on the disk."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.preview import Render, page_image

DPI = 300.0


class AfdrukkenMislukt(UserFacing):
    """The print system refused the job."""

    what = "Afdrukken is niet gelukt."
    safe = "De brief is niet veranderd en staat nog op het scherm."
    now = "Kijk of de printer aan staat en probeer het opnieuw. PDF opslaan kan ook."


class PrinterNodig(UserFacing):
    """A paper with words of a key may not become a file, and there is no printer."""

    what = "Er is geen printer. Een blad met deze woorden wordt niet als bestand bewaard."
    safe = "De woorden staan nog op het scherm."
    now = "Sluit een printer aan, of schrijf de woorden duidelijk over op papier."


def print_pdf(printer: QPrinter, pdf: bytes, pages: int, render: Render) -> int:
    """Print the pages that the user chose; returns how many. Raises AfdrukkenMislukt when the printer refuses."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or pages, pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise AfdrukkenMislukt
    try:
        for page in range(first - 1, last):
            if page >= first and not printer.newPage():
                raise AfdrukkenMislukt
            image = page_image(render, pdf, page + 1, DPI)
            painter.drawImage(_whole(printer.paperRect(QPrinter.Unit.DevicePixel), image.size().toSizeF()), image)
    finally:
        painter.end()
    return last - first + 1


def _whole(paper: QRectF, page: QSizeF) -> QRectF:
    """Where a page comes on paper that may have another form: whole, in its own proportions, in the middle."""
    made = QRectF(QPointF(), page.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio))
    made.moveCenter(paper.center())
    return made
