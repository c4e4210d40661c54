"""A small description of a drawing of numbers, painted on the screen and on paper by the same words and order.

What a bar means is said by its label and number; earlier is a tick across the bar, never another colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

#: The key of everything that is counted.
ALLES = "alles:"
ONDERDRUKT = "minder dan 5"
WEGGELATEN = "niet genoemd"


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar: `waarde` None is a number that is not told, `eerder` is the same in the period before (None: not told).

    `sleutel` names what the bar counts, for a list of exactly those; empty when no list can show them.
    """

    naam: str
    waarde: int | None
    eerder: int | None = None
    sleutel: str = ""
    woord: str = ""

    @property
    def tekst(self) -> str:
        """The number as it is read."""
        return getal(self.waarde) if self.waarde is not None else self.woord or WEGGELATEN


@dataclass(frozen=True, slots=True)
class Staven:
    """Bars under each other on one scale."""

    titel: str
    staven: tuple[Staaf, ...]
    toelichting: str = ""

    @property
    def hoogste(self) -> int:
        """The number that takes the full width; at least 1."""
        return max(1, *(max(bar.waarde or 0, bar.eerder or 0) for bar in self.staven), 1)

    def tabel(self) -> tuple[tuple[str, str, str], ...]:
        """The same in rows: name, now, earlier."""
        return tuple((bar.naam, bar.tekst, getal(bar.eerder) if bar.eerder is not None else "") for bar in self.staven)


@dataclass(frozen=True, slots=True)
class Raster:
    """A grid of counts, drawn as squares that grow with the number, with the number in them.

    `rij_sleutels` and `kolom_sleutels` name what a row and a column count, as in a Staaf.
    """

    titel: str
    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    waarden: tuple[tuple[int, ...], ...]
    rij_sleutels: tuple[str, ...] = ()
    kolom_sleutels: tuple[str, ...] = ()

    def aantal(self, rij: int, kolom: int) -> int:
        """The number of a cell; past the last row or column it is that of all of them together."""
        lines = self.waarden if rij == len(self.rijen) else self.waarden[rij : rij + 1]
        return sum(sum(line) if kolom == len(self.kolommen) else line[kolom] for line in lines)

    def sleutel(self, rij: int, kolom: int) -> str:
        """What the cell counts: the keys of its row and its column with a space between."""
        parts = (*self.rij_sleutels[rij : rij + 1], *self.kolom_sleutels[kolom : kolom + 1])
        return " ".join(parts) or ALLES

    @property
    def hoogste(self) -> int:
        """The number of the largest square; at least 1."""
        return max((value for line in self.waarden for value in line), default=1) or 1

    def tabel(self) -> tuple[tuple[str, str, str], ...]:
        """The same in rows: moment, now, and an empty third column."""
        return tuple(
            (f"{row}, {column}", getal(value), "")
            for row, line in zip(self.rijen, self.waarden, strict=True)
            for column, value in zip(self.kolommen, line, strict=True)
            if value
        )


def getal(number: int) -> str:
    """A number with a point for the thousands: "1.204"."""
    return f"{number:,}".replace(",", ".")


def deel(waarde: int, hoogste: int) -> float:
    """The part of the full width, 0-1."""
    return min(1.0, max(0.0, waarde / hoogste))


def staven(titel: str, bars: Sequence[Staaf], toelichting: str = "") -> Staven:
    """Bars of which the longest comes first."""
    order = sorted(bars, key=lambda bar: (-(bar.waarde or 0), -(bar.eerder or 0)))
    return Staven(titel, tuple(order), toelichting)
