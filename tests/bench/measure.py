"""How a row of the speed table is measured: floor and program in turns, medians, and the ratio of each pair."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

PAIRS = 15


@dataclass
class Row:
    """One row: what is measured and against what; the samples are in `unit`."""

    number: int
    what: str
    target: float
    unit: str = "ms"
    measured: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    detail: str = ""

    def add(self, measured: float, floor: float) -> None:
        """One pair, taken right after each other."""
        self.measured.append(measured)
        self.floor.append(floor)

    @property
    def ratio(self) -> float:
        """The median of the ratios of the pairs: what slows both halves of a pair does not count."""
        return statistics.median(m / f for m, f in zip(self.measured, self.floor, strict=True))

    def outcome(self) -> dict[str, object]:
        """The row as it is written to bench.json."""
        return {
            "row": self.number,
            "what": self.what,
            "measured": round(statistics.median(self.measured), 3),
            "floor": round(statistics.median(self.floor), 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "target": self.target,
            "n": len(self.measured),
        }

    def line(self) -> str:
        """The row as it is printed."""
        out = self.outcome()
        verdict = "" if self.ratio <= self.target else "  BOVEN HET DOEL"
        numbers = (
            f"{out['measured']:>10.2f} / {out['floor']:>9.2f} {self.unit} = {self.ratio:5.2f}  (doel {self.target:.2f})"
        )
        return f"{self.number:>3}  {self.what:<48} {numbers}{verdict}{'  ' + self.detail if self.detail else ''}"


def in_turns(row: Row, measured: Callable[[], float], floor: Callable[[], float], pairs: int = PAIRS) -> Row:
    """Fill a row; the two go first in turns, so that neither always finds a warm machine."""
    floor()
    measured()
    for number in range(pairs):
        if number % 2:
            low = floor()
            row.add(measured(), low)
        else:
            high = measured()
            row.add(high, floor())
    return row
