"""Faces of the papers: loaded once, embedded in every paper.

Source Sans 3 for adults, Andika for young readers, Noto Sans for a word that holds a letter which these lack.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from svp_desktop import resources

TEKST, TEKST_VET = "Tekst", "Tekst-Vet"
KIND, KIND_VET = "Kind", "Kind-Vet"
RESERVE, RESERVE_VET = "Reserve", "Reserve-Vet"

_FILES = {
    TEKST: "SourceSans3-Regular.ttf",
    "Tekst-Cursief": "SourceSans3-Italic.ttf",
    TEKST_VET: "SourceSans3-SemiBold.ttf",
    "Tekst-VetCursief": "SourceSans3-SemiBoldItalic.ttf",
    KIND: "Andika-Regular.ttf",
    KIND_VET: "Andika-Bold.ttf",
    RESERVE: "NotoSans-Regular.ttf",
    RESERVE_VET: "NotoSans-SemiBold.ttf",
}
#: Plain, bold, italic, bold italic; children get no italic, which is hard to read.
_FAMILIES = (
    (TEKST, TEKST_VET, "Tekst-Cursief", "Tekst-VetCursief"),
    (KIND, KIND_VET, KIND, KIND_VET),
    (RESERVE, RESERVE_VET, RESERVE, RESERVE_VET),
)
# Joiners and selectors that steer shaping print nothing themselves; line ends are spaces by the time they are set.
_INVISIBLE = frozenset(map(chr, (0x09, 0x0A, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F)))
# U+0149 is deprecated and in none of the faces; it is written as its two signs.
_REPLACED = str.maketrans({"\u0149": "\u02bcn", "\u202f": "\u00a0", "\u2011": "-"})
_MOST_EMBEDDED = 8
# Two papers that are made at once have the same faces.
_READING = Lock()


class _Face(TTFont):  # type: ignore[misc]
    """A face that remembers what it embedded: a preview asks the same after every key."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._embedded: dict[tuple[int, ...], tuple[bytes, ...]] = {}
        embed = lru_cache(maxsize=_MOST_EMBEDDED)(self.face.makeSubset)
        self.face.makeSubset = lambda characters: embed(tuple(characters))

    def addObjects(self, doc: Any) -> None:
        """Put the face into a document, as ReportLab does; what takes time is written once for a set of letters."""
        state = self.state[doc]
        super().addObjects(doc)
        for number, letters in enumerate(state.subsets):
            font = doc.idToObject["BasicFonts"].dict[f"{state.internalName}+{number}"]
            file = doc.idToObject[font.FontDescriptor.name].dict["FontFile2"]
            key = (number, *letters)
            if key not in self._embedded:
                if len(self._embedded) >= _MOST_EMBEDDED:
                    self._embedded.clear()
                streams = (doc.idToObject[stream.name].format(doc) for stream in (font.ToUnicode, file))
                self._embedded[key] = (font.Widths.format(doc), *streams)
            font.Widths, doc.idToObject[font.ToUnicode.name], doc.idToObject[file.name] = self._embedded[key]


def register() -> None:
    """Set ReportLab up for our papers."""
    face(TEKST)
    # Otherwise Helvetica is named, not embedded, on every page.
    rl_config.canvas_basefontname = TEKST
    # Streams as they are: smaller files in less time than as text.
    rl_config.useA85 = 0


def face(name: str) -> Any:
    """A face, read when it is first asked: that takes 20 ms, and a letter has only two or three of them."""
    with _READING:
        return _read(name)


@cache
def _read(name: str) -> Any:
    made = _Face(name, str(resources.path("fonts", _FILES[name])))
    pdfmetrics.registerFont(made)
    return made


def variant(font: str, *, bold: bool, italic: bool) -> str:
    """The bold or italic face of a face, as far as its family has one."""
    family = next(family for family in _FAMILIES if font in family)
    return family[family.index(font) | bold | italic << 1]


def normalize(text: str) -> str:
    """NFC, and signs that no face has written as ones that all have."""
    return unicodedata.normalize("NFC", text).translate(_REPLACED)


@cache
def _glyphs(font: str) -> frozenset[int]:
    return frozenset(face(font).face.charToGlyph)


@cache
def _signs(font: str) -> frozenset[str]:
    # the characters themselves: a whole letter is then compared in one go
    return frozenset(map(chr, _glyphs(font))).union(_INVISIBLE)


def lacks(text: str, font: str) -> bool:
    """True when the face has no glyph for some character of a normalized text."""
    return not _signs(font).issuperset(text)


def face_for(word: str, font: str) -> str:
    """The face for one word: its own, or the reserve when that has letters which its own lacks."""
    if word.isascii() or not lacks(word, font) or lacks(word, RESERVE):
        return font
    return RESERVE_VET if font.endswith("Vet") else RESERVE


def missing(texts: Iterable[str], font: str) -> frozenset[str]:
    """Characters that would print as an empty box: those that neither the face nor the reserve has."""
    own, reserve = _glyphs(font), _glyphs(RESERVE)
    # A word is set in one face, so a mix that neither has in full loses the letters that its own face lacks.
    found: set[str] = set()
    for text in texts:
        for word in normalize(text).split():
            if face_for(word, font) == font:
                found.update(char for char in word if ord(char) not in own and char not in _INVISIBLE)
            else:
                found.update(char for char in word if ord(char) not in reserve and char not in _INVISIBLE)
    return frozenset(found)


def width(text: str, font: str, size: float) -> float:
    """Width in points of a text on one line, before kerning."""
    return float(sum(face(name).stringWidth(piece, size) for piece, name in pieces(text, font)))


def pieces(text: str, font: str) -> list[tuple[str, str]]:
    """A line cut into (text, face): nearly always one piece."""
    normal = normalize(text)
    if normal.isascii() or not lacks(normal, font):
        return [(normal, font)]
    cut: list[tuple[str, str]] = []
    for number, word in enumerate(normal.split(" ")):
        face = face_for(word, font)
        lead = " " if number else ""
        if cut and cut[-1][1] == face:
            cut[-1] = (cut[-1][0] + lead + word, face)
        else:
            cut.append((lead + word, face))
    return cut
