"""A PDF from outside on the screen: its own bounds, because whoever made it may have meant harm.

Pages are counted and measured with a most, drawn with a most of pixels and of time. Scripts and forms are not run:
the PDFium of this program has neither.
"""

import ctypes
import math
from time import monotonic
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from svp_desktop.documents.raster import PDFIUM
from svp_desktop.domain.bijlage import MEESTE_BLADZIJDEN, onleesbaar
from svp_desktop.domain.errors import BijlageFout

#: Pixels of one page: A4 at 300 dots per inch is 8.7 million.
MEESTE_PIXELS = 9_000_000
LANGSTE_TIJD = 3.0
#: Points. What is smaller or larger is shown as if it had this side; paper of a plotter is some 5,000.
_KLEINSTE, _GROOTSTE = 20.0, 14_400.0
_STEILST = 20.0
_A4 = (595.0, 842.0)
# The type of the question whether the drawing should pause.
_ASKED = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(pdfium.IFSDK_PAUSE))


class BladMaat(NamedTuple):
    """Width and height in points, both within bounds."""

    breedte: float
    hoogte: float


class BladBeeld(NamedTuple):
    """A page as pixels: four bytes each (blue, green, red, unused), `regel` bytes a row."""

    data: bytes
    breedte: int
    hoogte: int
    regel: int


def bladen(pdf: bytes) -> tuple[BladMaat, ...]:
    """The size of every page. Raises BijlageFout: damaged, with a password, without pages or with too many."""
    with PDFIUM:
        document = _open(pdf)
        try:
            count = len(document)
            if count < 1:
                raise onleesbaar()
            if count > MEESTE_BLADZIJDEN:
                raise BijlageFout(
                    f"Deze PDF heeft meer dan {MEESTE_BLADZIJDEN} bladzijden.",
                    now="Bewaar alleen de bladzijden die u nodig hebt als PDF, en voeg die toe.",
                )
            return tuple(_maat(document, number) for number in range(count))
        finally:
            document.close()


def teken(pdf: bytes, nummer: int, breedte: int) -> BladBeeld:
    """A page (from 1), `breedte` pixels wide or less when that is too much. Raises BijlageFout."""
    with PDFIUM:
        document = _open(pdf)
        try:
            if not 1 <= nummer <= len(document):
                raise onleesbaar()
            maat = _maat(document, nummer - 1)
            width, height = _pixels(maat, breedte)
            try:
                page = document[nummer - 1]
            except pypdfium2.PdfiumError as error:
                raise onleesbaar() from error
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGRx)
            try:
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
                _draw(page, bitmap)
                return BladBeeld(bytes(bitmap.buffer), width, height, bitmap.stride)
            finally:
                bitmap.close()
                page.close()
        finally:
            document.close()


def _draw(page: pypdfium2.PdfPage, bitmap: pypdfium2.PdfBitmap) -> None:
    """Draw with a look at the clock between the parts of the page."""
    until = monotonic() + LANGSTE_TIJD
    tired = _ASKED(lambda _pause: int(monotonic() > until))
    pause = pdfium.IFSDK_PAUSE(version=1, NeedToPauseNow=tired, user=None)
    state = pdfium.FPDF_RenderPageBitmap_Start(
        bitmap, page, 0, 0, bitmap.width, bitmap.height, 0, pdfium.FPDF_ANNOT, ctypes.byref(pause)
    )
    pdfium.FPDF_RenderPage_Close(page)
    if state == pdfium.FPDF_RENDER_TOBECONTINUED:
        raise BijlageFout(
            "Deze bladzijde is te zwaar om te tonen.",
            safe="De bijlage zelf is niet veranderd.",
            now="Sla een kopie op en bekijk die met een ander programma.",
        )
    if state != pdfium.FPDF_RENDER_DONE:
        raise onleesbaar()


def _pixels(maat: BladMaat, breedte: int) -> tuple[int, int]:
    shape = maat.hoogte / maat.breedte
    width = min(float(max(1, breedte)), math.sqrt(MEESTE_PIXELS / shape))
    return max(1, int(width)), max(1, int(width * shape))


def _maat(document: pypdfium2.PdfDocument, number: int) -> BladMaat:
    """The size of a page; one that cannot be measured is A4, one of no sane size or shape is brought within bounds."""
    try:
        found = document.get_page_size(number)
    except pypdfium2.PdfiumError:
        found = _A4
    width, height = (
        min(max(float(side), _KLEINSTE), _GROOTSTE) if math.isfinite(side) else _A4[place]
        for place, side in enumerate(found)
    )
    return BladMaat(max(width, height / _STEILST), max(height, width / _STEILST))


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise BijlageFout(
                "Deze PDF heeft een wachtwoord. Het programma kan hem niet tonen.",
                now="Maak een PDF zonder wachtwoord, bijvoorbeeld door hem af te drukken als PDF.",
            ) from error
        raise onleesbaar() from error
