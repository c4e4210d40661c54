"""Words as their face sets them, kerned: measured and made into operators of a PDF once, and kept.

Kerning only: with ligatures "ij" and "st" become private code points and can no longer be searched or copied. ReportLab
shapes too, but anew for every word and glyph by glyph: that was most of the time of a paper.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import uharfbuzz

from svp_desktop.documents import fonts

_FEATURES = {"kern": True, "liga": False, "dlig": False, "clig": False, "calt": False, "rlig": False}
# No bracket of the text stands beside one of an operator: a pair of those is a string without letters.
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\050", ")": "\\051", "\u00a0": " "})
_ABOVE_ASCII = re.compile(r"[^\x00-\x7f]")
_MOST_KEPT = 20_000


class Look(NamedTuple):
    """How a stretch of text is set; a bar is solid black, as is all text, so that nothing in it can be read."""

    font: str
    size: float
    bar: bool = False


class Glyphs(NamedTuple):
    """Letters in one look: width in points, and what stands between the brackets of a TJ operator, "(Te)38(st)"."""

    text: str
    look: Look
    width: float
    codes: str


class Word(NamedTuple):
    """What never parts: its width, that of a space after it, and its letters, in more looks when one begins inside."""

    width: float
    space: float
    parts: tuple[Glyphs, ...]


@lru_cache(maxsize=_MOST_KEPT)
def word(text: str, look: Look) -> Word:
    """A word in one look."""
    width, codes = _set(text, look)
    return Word(width, _space(look), (Glyphs(text, look, width, codes),))


def joined(words: Sequence[Word]) -> Word:
    """One word of words without a space between them; kerned there as well, as in the look of the first."""
    if len(words) == 1:
        return words[0]
    parts = [part for one in words for part in one.parts]
    parts[:-1] = map(_before, parts, parts[1:])
    return Word(sum(part.width for part in parts), words[-1].space, tuple(parts))


def _before(part: Glyphs, following: Glyphs) -> Glyphs:
    look, pair = part.look, part.text[-1] + following.text[0]
    closer = sum(word(sign, look).width for sign in pair) - word(pair, look).width
    return part._replace(width=part.width - closer, codes=part.codes + _move(closer / look.size * 1000))


def forget() -> None:
    """Drop the words: they are pieces of letters, and must not outlive an unlocked kluis."""
    word.cache_clear()


@cache
def _space(look: Look) -> float:
    return float(fonts.face(look.font).stringWidth(" ", look.size))


@cache
def _shaper(font: str) -> Any:
    return fonts.face(font).hbFont()


def _set(text: str, look: Look) -> tuple[float, str]:
    """Width in points, and the codes: letters with between them how far the next one moves back (1/1000 of the size).

    The letters are still characters here: which code one has is a matter of the document.
    """
    font = fonts.face(look.font)
    codes: list[str] = []
    wide = back = rise = 0.0
    for glyph, place in zip(*_shaped(text, look.font), strict=True):
        sign = _sign(text[glyph.cluster], glyph.codepoint, place.x_advance, look.font)
        aside, high, advance = map(font.pdfScale, (place.x_offset, place.y_offset, place.x_advance))
        codes.append(_move(back - aside))
        if high != rise:
            # A loose accent above or under its letter.
            codes.append(f")] TJ {high * look.size / 1000:.4f} Ts [(")
        codes.append(sign.translate(_ESCAPED))
        wide, back, rise = wide + advance, font.face.getCharWidth(ord(sign)) - advance + aside, high
    codes += [_move(back), ")] TJ 0 Ts [(" if rise else ""]
    return wide * look.size / 1000, "".join(codes)


def _move(back: float) -> str:
    rounded = round(back, 3)
    return f"){rounded:g}(" if rounded else ""


def _shaped(text: str, font: str) -> tuple[Any, Any]:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_shaper(font), buffer, _FEATURES)
    return buffer.glyph_infos, buffer.glyph_positions


def _sign(sign: str, glyph: int, advance: int, name: str) -> str:
    """The character that a glyph is written as: the one that was typed if it can be, so that it is found and copied."""
    font = fonts.face(name)
    if not glyph or font.face.charToGlyph.get(ord(sign)) == glyph:
        return sign
    known = font.face.glyphToChar.get(glyph)
    return chr(known[0] if known else font.hbAddPrivate(_shaper(name).glyph_to_string(glyph), glyph, advance))


class Pen:
    """Writes words into a document as operators: sets a look when it changes, and shows letters."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._face = ""
        #: Whether the last line had a bar.
        self.bars = False

    def line(self, words: Iterable[Word]) -> str:
        """The operators of one line, with a space between the words."""
        shown: list[str] = []
        codes: list[str] = []
        look: Look | None = None
        self.bars = False
        for number, one in enumerate(words):
            if number:
                codes.append(" ")
            for part in one.parts:
                if part.look != look:
                    if look:
                        shown.append(self._show(look, codes))
                    look, codes = part.look, []
                codes.append(part.codes)
        return " ".join((*shown, self._show(look, codes))) if look else ""

    def _show(self, look: Look, codes: list[str]) -> str:
        self.bars |= look.bar
        font = fonts.face(look.font)
        face = f"{font.getSubsetInternalName(0, self._document)} {look.size:g} Tf"
        change, self._face = "" if face == self._face else f"{face} ", face
        inside = "".join(codes)
        if not inside.isascii():
            inside = _ABOVE_ASCII.sub(lambda found: self._code(found[0], font, look.size, face), inside)
        # PDFium leaves out a move before a string without letters.
        return f"{change}[({inside})] TJ".replace("()", "")

    def _code(self, sign: str, font: Any, size: float, face: str) -> str:
        """The code of a character in this document, which may be in another part of the face."""
        ((subset, code),) = font.splitString(sign, self._document)
        if subset == 0:
            return f"\\{code[0]:03o}"
        other = font.getSubsetInternalName(subset, self._document)
        return f")] TJ {other} {size:g} Tf [(\\{code[0]:03o})] TJ {face} [("
