"""How many pages a story takes, before it is drawn: to choose the roomiest spacing that saves a page."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from reportlab.platypus import CondPageBreak, PageBreak

_TINY = 0.5


class Houd(CondPageBreak):  # type: ignore[misc]
    """A page begins here unless there is room for this much, or for this piece, whose spacing may still change."""

    def __init__(self, need: float, whole: Any = None) -> None:
        super().__init__(need)
        self.need, self.whole = need, whole

    def meet(self, width: float) -> float:
        """How much room is asked, in points."""
        if self.whole is not None:
            self.height = self.need + self.whole.wrap(width, 10_000)[1]
        return float(self.height)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Nothing, or all that is left of the page."""
        self.meet(avail_width)
        wrapped: tuple[float, float] = super().wrap(avail_width, avail_height)
        return wrapped


Ruimte = TypeVar("Ruimte")


def paginas(story: Sequence[Any], width: float, first: float, later: float) -> int:
    """The pages that pieces take in frames `first` and `later` points high, as the frames of ReportLab fill."""
    pages, left, top, space = 1, first, True, 0.0
    waiting = list(reversed(story))
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, PageBreak) or (isinstance(piece, Houd) and piece.meet(width) > left and not top):
            pages, left, top, space = pages + 1, later, True, 0.0
            continue
        if isinstance(piece, Houd):
            space = 0.0
            continue
        before = 0.0 if top else max(piece.getSpaceBefore() - space, 0.0)
        height = piece.wrap(width, left)[1]
        if before + height <= left + _TINY:
            space = piece.getSpaceAfter()
            top = top and not height
            left -= before + height + space
            continue
        halves = piece.split(width, left - before)
        if top and not halves:
            # Longer than a page and in one piece: the real layout says so.
            return pages
        waiting += reversed(halves or [piece])
        if not halves:
            pages, left, top, space = pages + 1, later, True, 0.0
    return pages


def ruimst(keuzes: Iterable[Ruimte], zet: Callable[[Ruimte], None], tel: Callable[[], int]) -> None:
    """Set the roomiest of these spacings (roomy to tight) that takes no more pages than the tightest."""
    choices = list(keuzes)
    zet(choices[0])
    roomy = tel()
    if roomy == 1:
        return
    zet(choices[-1])
    fewest = tel()
    for choice in choices:
        zet(choice)
        if roomy == fewest or tel() <= fewest:
            return
