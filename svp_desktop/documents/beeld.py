"""A picture of the school's own in place of a drawing: read once, made no larger than paper needs, cut by a window."""

from functools import lru_cache
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from svp_desktop.documents import illustrations, style
from svp_desktop.domain.errors import PapierFout

# 165 mm at 200 dots an inch.
_MOST_PIXELS = 1300
MOST_BYTES = 25_000_000


def prepare(data: bytes) -> bytes:
    """A JPEG without metadata, at most 1300 pixels wide or high, the right way up. Raises PapierFout.

    That is for anything that is not a PNG or JPEG picture: it becomes part of a paper that leaves the school.
    """
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            if len(data) > MOST_BYTES:
                raise ValueError("too large")
            picture: Image.Image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            picture = ImageOps.exif_transpose(picture).convert("RGBA")
            picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PapierFout(
            "Dit is geen plaatje dat het programma kan lezen.", now="Kies een PNG of JPEG, kleiner dan 25 MB."
        ) from error
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    made = BytesIO()
    white.save(made, "JPEG", quality=85)
    return made.getvalue()


@lru_cache(maxsize=2)
def _reader(data: bytes) -> Any:
    return ImageReader(BytesIO(prepare(data)))


def forget() -> None:
    """Drop the pictures that were kept for a preview."""
    _reader.cache_clear()


def size_in(data: bytes, width: float, height: float) -> tuple[float, float]:
    """How large the whole picture is inside a box, in points. Raises PapierFout."""
    wide, high = _reader(data).getSize()
    scale = min(width / wide, height / high)
    return float(wide * scale), float(high * scale)


def draw(canvas: Any, data: bytes, x: float, top: float, width: float, height: float, window: Any) -> None:
    """Fill a window: a path of the canvas whose box this is. What is outside the window is cut, the line stands on it.

    Raises PapierFout.
    """
    picture = _reader(data)
    wide, high = picture.getSize()
    scale = max(width / wide, height / high)
    left, low = x - (wide * scale - width) / 2, top - height - (high * scale - height) / 2
    canvas.saveState()
    canvas.saveState()
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.drawImage(picture, left, low, wide * scale, high * scale)
    canvas.restoreState()
    canvas.setStrokeColor(style.colour(illustrations.colours()["lijn"]))
    canvas.setLineWidth(style.LINE_WEIGHT)
    canvas.drawPath(window, stroke=1, fill=0)
    canvas.restoreState()
