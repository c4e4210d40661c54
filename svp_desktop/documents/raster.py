"""Finished PDF bytes to page images. PDFium is not thread-safe: one lock stands around every call."""

import ctypes
from threading import Lock
from typing import NamedTuple

import pypdfium2

from svp_desktop.domain.errors import PapierFout

PDFIUM = Lock()
_MOST_KEPT = 16_000_000
_kept = bytearray()


class PageImage(NamedTuple):
    """A page as pixels: four bytes each (blue, green, red, unused), `stride` bytes a row; QImage.Format_RGB32."""

    data: bytes
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
            bitmap = document[page - 1].render(
                scale=dpi / 72, maybe_alpha=False, prefer_bgrx=True, bitmap_maker=_bitmap
            )
            image = PageImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            # Nothing of a page stays behind in the kept memory.
            ctypes.memset(bitmap.buffer, 0, ctypes.sizeof(bitmap.buffer))
            bitmap.close()
            return image
        finally:
            document.close()


def _bitmap(width: int, height: int, format: int, rev_byteorder: bool = False) -> pypdfium2.PdfBitmap:
    """A bitmap in memory that is kept for pages on screen: new memory for each took as long as the drawing."""
    global _kept
    size = width * height * 4
    if size > _MOST_KEPT:
        return pypdfium2.PdfBitmap.new_native(width, height, format, rev_byteorder=rev_byteorder)
    if len(_kept) < size:
        _kept = bytearray(size)
    memory = (ctypes.c_ubyte * size).from_buffer(_kept)
    return pypdfium2.PdfBitmap.new_native(
        width, height, format, rev_byteorder=rev_byteorder, buffer=memory, stride=width * 4
    )


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PapierFout("Dit papier kan niet worden getoond.", now="Maak het papier opnieuw.") from error
