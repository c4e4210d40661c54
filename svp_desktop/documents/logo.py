"""The school's logo, made fit for paper: read once, no larger than print needs, refused when it is no picture."""

from functools import lru_cache
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from PIL import Image
from reportlab.lib.utils import ImageReader

from svp_desktop.domain.errors import PapierFout

_MOST_PIXELS = 600
_MOST_BYTES = 8_000_000


def prepare(data: bytes) -> bytes:
    """A PNG of at most 600 pixels wide or high. Raises PapierFout for anything that is not a PNG or JPEG picture."""
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            if len(data) > _MOST_BYTES:
                raise ValueError("too large")
            picture: Image.Image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
            picture = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PapierFout(
            "Het logo is geen plaatje dat het programma kan lezen.",
            now="Kies bij Instellingen een ander logo: een PNG of JPEG, kleiner dan 8 MB.",
        ) from error
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


@lru_cache(maxsize=2)
def reader(data: bytes) -> Any:
    """The logo as ReportLab draws it; kept, because every preview draws it again."""
    return ImageReader(BytesIO(prepare(data)))


def draw(canvas: Any, data: bytes, x: float, top: float, room: float) -> None:
    """Draw inside a square of `room` points, from the top left corner, in its own proportions."""
    picture = reader(data)
    wide, high = picture.getSize()
    scale = room / max(wide, high)
    canvas.drawImage(picture, x, top - high * scale, wide * scale, high * scale, mask="auto")
