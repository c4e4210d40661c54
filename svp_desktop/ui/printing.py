"""To paper: the page images of the very bytes that were previewed, at 300 dots per inch, nothing on the disk."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.preview import Render, page_image
from svp_desktop.ui.theme import scaled

DPI = 300.0
_PATIENCE = 800  # milliseconds


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


def print_pdf(printer: QPrinter, pdf: bytes, pages: int, render: Render, parent: QWidget | None = None) -> range:
    """Print the pages that the user chose; returns which (from 1), none when it was stopped on the way.

    What takes long says how far it is, over `parent`. Raises AfdrukkenMislukt when the printer refuses.
    """
    first = printer.fromPage() or 1
    last = min(printer.toPage() or pages, pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise AfdrukkenMislukt
    course, stopped = _Course(last - first + 1, parent), False
    try:
        for page in range(first - 1, last):
            if stopped := course.stopped_at(page - first + 2):
                printer.abort()
                break
            if page >= first and not printer.newPage():
                raise AfdrukkenMislukt
            image = page_image(render, pdf, page + 1, DPI)
            painter.drawImage(_whole(printer.paperRect(QPrinter.Unit.DevicePixel), image.size().toSizeF()), image)
    finally:
        painter.end()
        course.end()
    if stopped and printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        # half a file stays nowhere
        Path(printer.outputFileName()).unlink(missing_ok=True)
    return range(0) if stopped else range(first, last + 1)


class _Course:
    """How far the printing is, shown when it takes longer than a moment; the window goes on drawing meanwhile."""

    def __init__(self, total: int, parent: QWidget | None) -> None:
        self._total, self._shown = total, QProgressDialog("", "Stoppen", 0, total, parent)
        self._shown.setWindowTitle("Afdrukken")
        self._shown.setWindowModality(Qt.WindowModality.WindowModal)
        self._shown.setMinimumDuration(_PATIENCE)
        self._shown.setMinimumWidth(scaled(340))
        bar = QProgressBar()
        bar.setTextVisible(False)
        self._shown.setBar(bar)
        # a lock closes what is open: then printing stops too
        self._shown.rejected.connect(self._shown.cancel)

    def stopped_at(self, page: int) -> bool:
        """Tell that this page (from 1) comes now; True when the user stopped it."""
        self._shown.setLabelText(f"Bladzijde {page} van {self._total} gaat naar de printer.")
        self._shown.setValue(page - 1)
        return self._shown.wasCanceled()

    def end(self) -> None:
        """Nothing is printed any more."""
        self._shown.reset()
        self._shown.deleteLater()


def _whole(paper: QRectF, page: QSizeF) -> QRectF:
    """Where a page comes on paper that may have another form: whole, in its own proportions, in the middle."""
    made = QRectF(QPointF(), page.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio))
    made.moveCenter(paper.center())
    return made
