"""Spacing from roomy to tight: room to sign and the space between blocks give way when that saves a page, the type and
the room to write in by hand never do."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.platypus import Spacer

from svp_desktop.documents import style
from svp_desktop.documents.flowables import Closing, Paragraphs, SideHeading, Signatures
from svp_desktop.documents.style import HALF, MM
from svp_desktop.documents.vormen.ruimte import paginas, ruimst

#: (room to sign, space between blocks).
_SPACING = ((15 * MM, HALF), (12 * MM, HALF), (12 * MM, 2 * MM))
#: The spaces that give way, in half units: between boxes to tick (2 mm), paragraphs and blocks, after lines to write,
#: after the blocks that answer a question (12 mm).
_SPACES = (0.8, 1.0, 2.0, 3.0, 4.8)
_TINY = 0.01


class Tekenruimte(Spacer):  # type: ignore[misc]
    """Room above the name of the one who signs."""

    def __init__(self) -> None:
        super().__init__(0, _SPACING[0][0])


def zo_ruim_mogelijk(story: list[Any], first: float, later: float) -> list[Any]:
    """The story with the roomiest spacing that takes the fewest pages; frames of `first` and `later` points high."""
    pieces = list(_delen(story))
    spaced = list(_halves(pieces))

    def zet(spacing: tuple[float, float]) -> None:
        sign, half = spacing
        for piece in pieces:
            if isinstance(piece, Tekenruimte):
                piece.height = sign
            elif isinstance(piece, Signatures):
                piece.room_to_sign = sign
        for piece, name, times in spaced:
            setattr(piece, name, half * times)

    ruimst(_SPACING, zet, lambda: paginas(story, style.MEASURE, first, later))
    return story


def _delen(story: Iterable[Any]) -> Iterator[Any]:
    """Every piece, also those that a closing keeps together."""
    for piece in story:
        yield piece
        if isinstance(piece, Closing):
            yield from _delen((piece.body, *piece.tail))


def _halves(pieces: Iterable[Any]) -> Iterator[tuple[Any, str, float]]:
    """Every space between blocks and paragraphs that may give way: (piece, attribute, how many half units)."""
    for piece in pieces:
        if isinstance(piece, Tekenruimte):
            continue
        if isinstance(piece, SideHeading):
            yield piece, "spaceBefore", 1.0
        elif isinstance(piece, Spacer):
            if times := _times(piece.height):
                yield piece, "height", times
        elif not isinstance(piece, Closing) and (times := _times(piece.getSpaceAfter())):
            yield piece, "spaceAfter", times
        for part in piece.parts if isinstance(piece, Paragraphs) else ():
            if times := _times(part.getSpaceAfter()):
                yield part, "spaceAfter", times


def _times(space: float) -> float:
    """How many half units this space is; 0 when it is another kind of space."""
    return next((times for times in _SPACES if abs(space - times * HALF) < _TINY), 0.0)
