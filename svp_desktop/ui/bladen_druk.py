"""What came from outside, on paper: every page or photo as large as fits on A4."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from svp_desktop.ui.printing import AfdrukkenMislukt

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_RAND = 100


def druk(printer: "QPrinter", bladen: int, teken: Callable[[int, int], QImage]) -> None:
    """Print the chosen ones of so many pages; `teken` draws one, from 0, so many pixels wide. Raises AfdrukkenMislukt
    and what `teken` raises."""
    first, last = (printer.fromPage() or 1) - 1, min(printer.toPage() or bladen, bladen)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise AfdrukkenMislukt(safe="Het staat nog op het scherm.", now="Kijk of de printer aan staat.")
        sheet = QRectF(painter.viewport()).adjusted(_RAND, _RAND, -_RAND, -_RAND)
        for page in range(first, last):
            if page > first and not printer.newPage():
                raise AfdrukkenMislukt(safe="Het staat nog op het scherm.")
            image = teken(page, round(sheet.width()))
            size = QSize(image.size()).scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(sheet.topLeft(), size.toSizeF()), image)
    finally:
        if painter.isActive():
            painter.end()
