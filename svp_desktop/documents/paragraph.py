"""A paragraph: words broken into lines and written in one go, as ReportLab sets it in a fraction of the time.

Left or centred, in black, with a bullet in front. A line may be a little too full: the spaces in it shrink then.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.lib.enums import TA_CENTER
from reportlab.platypus import Flowable

from svp_desktop.documents import shaping
from svp_desktop.documents.shaping import Look, Pen, Word

NB = "\u00a0"
_SPACES = re.compile(r"[^\S\u00a0\n]+")
#: Where a line ends although there is room.
_BREAK = Word(0.0, 0.0, ())
#: The share of its width that every space of a line may lose to let one more word in.
_SHRINKS = 0.05
_LEAST_SMALLER = 0.75
# Between a bullet and a text that it pushes aside, in sizes of the bullet.
_BULLET_GAP = 0.6
_TINY = 1e-8


class Piece(NamedTuple):
    """Text in one look, with the ends of its lines."""

    text: str
    look: Look


class Line(NamedTuple):
    """Words of a paragraph, from and to which; how wide they are and how wide they may be."""

    start: int
    end: int
    width: float
    room: float


class Text(Flowable):  # type: ignore[misc]
    """A paragraph that never runs out of its column: a wider word may break, at tied spaces first, then anywhere."""

    height = 0.0

    def __init__(self, words: Sequence[Word], style: Any, bullet: str | None = None) -> None:
        super().__init__()
        self.words, self.style = tuple(words), style
        self.bullet = shaping.word(bullet, Look(style.bulletFontName, style.bulletFontSize)) if bullet else None
        self.lines: list[Line] = []
        self._measured = 0.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Size in points for a column of this width; layout asks several times, so the last answer is kept."""
        if self._measured != avail_width:
            self._measured = avail_width
            room = avail_width - self.style.leftIndent
            self.words = fitting(self.words, room)
            self.lines = _lines(self.words, room - self._pushed(), room)
            self.height = len(self.lines) * self.style.leading
        return avail_width, self.height

    def _pushed(self) -> float:
        """How far a bullet that is wider than its room pushes the first line aside."""
        style = self.style
        if not self.bullet:
            return 0.0
        end = style.bulletIndent + self.bullet.width + _BULLET_GAP * style.bulletFontSize
        return float(max(0.0, end - style.leftIndent))

    def split(self, avail_width: float, avail_height: float) -> list["Text"]:
        """The lines that fit and the rest, never one line alone; nothing when not even two fit."""
        self.wrap(avail_width, avail_height)
        fit, count = int(avail_height / self.style.leading), len(self.lines)
        if fit == count - 1 and count > 3:
            fit -= 1
        if fit < 2 or not count or fit == count - 1:
            return []
        if fit >= count:
            return [self]
        cut = self.lines[fit].start
        first, rest = Text(self.words[:cut], self.style), Text(self.words[cut:], self.style)
        first.bullet, rest.spaceAfter = self.bullet, self.getSpaceAfter()
        return [first, rest]

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N803 - ReportLab's own name
        """Write it with its lower left corner here; the state of the canvas stays as it was."""
        if not self.lines:
            return
        style, pen = self.style, Pen(canvas._doc)
        size = next((part.look.size for one in self.words for part in one.parts), style.fontSize)
        base = y + self.height - size
        bars: list[str] = []
        shown = [f"BT 0 0 0 rg {style.leading:.4f} TL"]
        if self.bullet:
            shown += [_at(x + style.bulletIndent, base), pen.line((self.bullet,))]
        shown.append(_at(x + style.leftIndent, base))
        for number, line in enumerate(self.lines):
            words = self.words[line.start : line.end]
            aside, spacing = self._aside(number, line), _spacing(words, line)
            written = pen.line(words)
            if pen.bars:
                low = base - number * style.leading + size - style.leading
                bars += _bars(words, x + style.leftIndent + aside, low, style.leading, spacing)
            if spacing:
                written = f"{spacing:.4f} Tw {written} 0 Tw"
            shown.append(f"{aside:.4f} 0 Td {written} {-aside:.4f} 0 Td T*" if aside else f"{written} T*")
        canvas._code.append("\n".join(("q", *bars, *shown, "ET Q")))

    def _aside(self, number: int, line: Line) -> float:
        """How far a line begins from the left of its column."""
        pushed = 0.0 if number else self._pushed()
        return pushed + (line.room - line.width) / 2 if self.style.alignment == TA_CENTER else pushed


def _at(x: float, y: float) -> str:
    return f"1 0 0 1 {x:.4f} {y:.4f} Tm"


def _lines(words: Sequence[Word], first: float, later: float) -> list[Line]:
    """As many words on each line as it has room for: the first line, and those after it."""
    lines: list[Line] = []
    start, room = 0, first
    width = space = spaces = 0.0
    for at, one in enumerate(words):
        wide = width + space + one.width
        spaces += space
        if one is _BREAK or (wide > room + _SHRINKS * spaces and at > start):
            lines.append(Line(start, at, width, room))
            start, room, wide, spaces = at, later, one.width, 0.0
            start += one is _BREAK
        width, space = wide, one.space
    return [*lines, Line(start, len(words), width, room)] if start < len(words) else lines


def _spacing(words: Sequence[Word], line: Line) -> float:
    """How much wider every space of a line must be, which is less than nothing for one that is too full."""
    if line.width <= line.room + _TINY:
        return 0.0
    tied = sum(part.text.count(NB) for one in words for part in one.parts)
    return (line.room - line.width) / max(1, len(words) - 1 + tied)


def _bars(words: Iterable[Word], x: float, low: float, high: float, spacing: float) -> Iterator[str]:
    """The bars of a line, as high as the line: under its letters, which are black too."""
    for one in words:
        for part in one.parts:
            width = part.width + spacing * part.text.count(NB)
            if part.look.bar:
                yield f"0 g {x:.4f} {low:.4f} {width:.4f} {high:.4f} re f"
            x += width
        x += one.space + spacing


def cut(pieces: Iterable[Piece]) -> tuple[Word, ...]:
    """Pieces of text as words; one that goes on in the next piece stays one word."""
    words: list[Word] = []
    begun: list[Word] = []

    def close() -> None:
        if begun:
            words.append(shaping.joined(begun))
            begun.clear()

    for text, look in pieces:
        for number, line in enumerate(text.split("\n")):
            if number:
                close()
                words.append(_BREAK)
            first, *others = _SPACES.split(line)
            if first:
                begun.append(shaping.word(first, look))
            if others:
                close()
                words += [shaping.word(part, look) for part in others[:-1]]
                if others[-1]:
                    begun.append(shaping.word(others[-1], look))
    close()
    return tuple(words)


def fitting(words: tuple[Word, ...], room: float) -> tuple[Word, ...]:
    """The words, of which none is wider than the column: one that is breaks at spaces that were tied; a single name
    that is still too wide makes the whole a little smaller, or breaks."""
    if max((one.width for one in words), default=0.0) <= room:
        return words
    freed = tuple(part for one in words for part in (_untied(one) if one.width > room else (one,)))
    smaller = room / max(one.width for one in freed) * 0.995
    if smaller < _LEAST_SMALLER:
        return tuple(part for one in freed for part in (_broken(one, room) if one.width > room else (one,)))
    if smaller < 1:
        return tuple(_resized(one, smaller) for one in freed)
    return freed


def _untied(one: Word) -> tuple[Word, ...]:
    return cut(Piece(part.text.replace(NB, " "), part.look) for part in one.parts)


def _resized(one: Word, by: float) -> Word:
    looks = [(part.text, part.look._replace(size=part.look.size * by)) for part in one.parts]
    return shaping.joined([shaping.word(text, look) for text, look in looks]) if looks else one


def _broken(one: Word, room: float) -> list[Word]:
    """A word that is cut between letters, each part on a line of its own."""
    lines: list[list[tuple[Look, str]]] = [[]]
    width = 0.0
    for part in one.parts:
        for sign in part.text:
            wide = shaping.word(sign, part.look).width
            if width + wide > room and lines[-1]:
                lines.append([])
                width = 0.0
            lines[-1].append((part.look, sign))
            width += wide
    made: list[Word] = []
    for line in lines:
        looks = groupby(line, key=lambda item: item[0])
        parts = [shaping.word("".join(sign for _, sign in signs), look) for look, signs in looks]
        made += [shaping.joined(parts), _BREAK]
    return made[:-1]
