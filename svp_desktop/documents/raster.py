"""Finished PDF bytes to page images. PDFium is not thread-safe: one lock stands around every call."""

import ctypes
from threading import Lock
from typing import NamedTuple

import pypdfium2

from svp_desktop.domain.errors import PapierFout

PDFIUM = Lock()


class PageImage(NamedTuple):
    """A page as pixels: four bytes each (blue, green, red, unused), `stride` bytes a row; QImage.Format_RGB32."""

    data: bytearray
    width: int
    height: int
    stride: int


class PageSize(NamedTuple):
    """Size of a page in points (1/72 inch)."""

    width: float
    height: float


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page; its length is the number of pages. Raises PapierFout when this is no PDF."""
    with PDFIUM:
        document = _open(pdf)
        try:
            return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
        finally:
            document.close()


def render(pdf: bytes, page: int, dpi: float = 96.0) -> PageImage:
    """One page (from 1) at a resolution. Raises PapierFout when this is no PDF or has no such page."""
    with PDFIUM:
        document = _open(pdf)
        try:
            if not 1 <= page <= len(document):
                raise PapierFout("Deze bladzijde bestaat niet.")
            return _drawn(document[page - 1], dpi)
        finally:
            document.close()


def _drawn(sheet: pypdfium2.PdfPage, dpi: float) -> PageImage:
    """A page, drawn in the memory that is handed back: it is not copied, and nothing of a page stays behind here."""
    made: list[PageImage] = []

    def bitmap(width: int, height: int, format: int, rev_byteorder: bool = False) -> pypdfium2.PdfBitmap:
        made.append(PageImage(bytearray(width * height * 4), width, height, width * 4))
        memory = (ctypes.c_ubyte * len(made[0].data)).from_buffer(made[0].data)
        return pypdfium2.PdfBitmap.new_native(
            width, height, format, rev_byteorder=rev_byteorder, buffer=memory, stride=width * 4
        )

    sheet.render(scale=dpi / 72, maybe_alpha=False, prefer_bgrx=True, bitmap_maker=bitmap).close()
    return made[0]


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PapierFout("Dit papier kan niet worden getoond.", now="Maak het papier opnieuw.") from error
