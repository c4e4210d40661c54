"""The one style sheet of all papers: grid, type scale, spacing. Points, unless a name says otherwise; A4."""

from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle

from svp_desktop.documents import fonts

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM

# Adult papers: side headings, a text column of about 68 characters, a date column; one unit of 5 mm.
LEFT, SIDE, TEXT_X, RIGHT = 25 * MM, 37 * MM, 67 * MM, 190 * MM
MEASURE = RIGHT - TEXT_X
LINE = 5 * MM
HALF = 2.5 * MM
DATE_X = 140 * MM
FOLDS = (105 * MM, 210 * MM)
FIRST_LINE, LATER_LINE = 125 * MM, 35 * MM
BOTTOM = 20 * MM
FOOTER_LINE = 285 * MM

# Children's papers: a column of vignettes of 28 mm and text beside it.
CHILD_LEFT, CHILD_WIDTH = 22.5 * MM, 165 * MM
CHILD_TEXT_X = 58 * MM
CHILD_RIGHT = CHILD_LEFT + CHILD_WIDTH
CHILD_MEASURE = CHILD_RIGHT - CHILD_TEXT_X
CHILD_TOP = 16 * MM
CHILD_FOOTER_LINE = 286 * MM
VIGNETTE = 28 * MM

# Room for handwriting: between lines for adults and for children; boxes to tick for both.
WRITE, CHILD_WRITE = 9 * MM, 11 * MM
BOX, CHILD_BOX = 4 * MM, 5 * MM

LINE_WEIGHT = 1.2
THIN = 0.5


@cache
def style(name: str) -> Any:
    """A paragraph style by name; made once."""
    return _make(name, _STYLES[name])


@cache
def child_style(size: float, leading: float, bold: bool = False, item: bool = False) -> Any:
    """Andika at a size, `item` with room for a dash or number; the first base line is one font size under the top."""
    face = fonts.KIND_VET if bold else fonts.KIND
    settings: dict[str, Any] = {"fontName": face, "fontSize": size, "leading": leading}
    if item:
        settings |= {"leftIndent": size * 1.25, "bulletIndent": 0, "bulletFontName": face, "bulletFontSize": size}
    return _make(f"kind{size}-{bold}-{item}", settings)


@cache
def centred(size: float) -> Any:
    """A child's face, in the middle of its column: names under figures."""
    settings = {"fontName": fonts.KIND, "fontSize": size, "leading": size * 1.25, "alignment": TA_CENTER}
    return _make(f"midden{size}", settings)


def _make(name: str, settings: dict[str, Any]) -> Any:
    base: dict[str, Any] = {
        "fontName": fonts.TEKST,
        "fontSize": 11,
        "leading": LINE,
        "alignment": TA_LEFT,
        "bulletFontName": fonts.TEKST,
        "bulletFontSize": 11,
    }
    return ParagraphStyle(name, **{**base, **settings})


_STYLES: dict[str, dict[str, Any]] = {
    "tekst": {"spaceAfter": HALF},
    "los": {},
    "zij": {"fontName": fonts.TEKST_VET},
    "punt": {"leftIndent": 4.6 * MM, "bulletIndent": 0},
    "stap": {"leftIndent": 6 * MM, "bulletIndent": 0},
    "klein": {"fontSize": 8.5, "leading": 4 * MM},
    "kleinvet": {"fontName": fonts.TEKST_VET, "fontSize": 8.5, "leading": 4 * MM},
    "onder_titel": {"fontSize": 14, "leading": 7 * MM},
    "vraag": {"fontName": fonts.TEKST_VET, "fontSize": 20, "leading": 8.5 * MM},
    "retour": {"fontSize": 7, "leading": 3 * MM},
    "kop": {"fontName": fonts.TEKST_VET, "fontSize": 14, "leading": 7 * MM},
    "titel": {"fontName": fonts.TEKST_VET, "fontSize": 24, "leading": 11 * MM},
    "kind_titel": {"fontName": fonts.KIND_VET, "fontSize": 30, "leading": 14 * MM},
    "kind_onder": {"fontName": fonts.KIND, "fontSize": 13, "leading": 6.5 * MM},
    "kind_klein": {"fontName": fonts.KIND, "fontSize": 9.5, "leading": 5 * MM},
}


@cache
def colour(code: str) -> Any:
    """A ReportLab colour from "#RRGGBB"."""
    return HexColor(code)
