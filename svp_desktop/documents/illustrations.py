"""The drawings as data: path text in mm with y downwards, fill tokens, clips. Screen and paper share them.

A school's own set is another file beside these. Reading needs no PDF library, so the window may use it too.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from svp_desktop import resources

_TOKEN = re.compile(r"[MmLlHhVvCcQqZz]|-?\d*\.?\d+(?:e-?\d+)?")
Segment = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: absolute segments M, L, C, Z; a fill token or None; whether it has a line; dashes in mm."""

    segments: tuple[Segment, ...]
    fill: str | None
    stroke: bool
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes moved, scaled and cut by a window."""

    items: tuple["Shape | Group", ...]
    clip: tuple[Segment, ...] = ()
    at: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a child's name stands in a drawing: middle (mm), room (mm) and largest size (points)."""

    x: float
    y: float
    room: float
    size: float


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A drawing with its size in mm and, for a scene, the place of the name. Read once, so identity is equality."""

    title: str
    width: float
    height: float
    items: tuple[Shape | Group, ...]
    name: NamePlace | None = None


@cache
def colours() -> dict[str, str]:
    """Colour of each fill token, "#RRGGBB"; "lijn" is the ink."""
    loaded: dict[str, str] = _load("kleuren")
    return loaded


@cache
def scene(code: str) -> Drawing:
    """The picture at the head of a child's paper: haven, brug, boom."""
    return _drawing(_load(code))


@cache
def vignette(code: str) -> Drawing | None:
    """A round picture beside a block, or None when there is none of that name."""
    stored = _load("vignetten").get(code)
    return _drawing(stored) if stored else None


@cache
def vignettes() -> dict[str, str]:
    """Code and Dutch title of every vignette, to choose from."""
    return {code: stored["titel"] for code, stored in _load("vignetten").items()}


@cache
def person(hair: int) -> Drawing:
    """A plain figure of 10 x 16 mm; its dress has the token "kleed", for the caller to colour."""
    return _drawing(_load("mensen")[f"mens{hair % 4}"])


@cache
def faces() -> tuple[Drawing, ...]:
    """Five faces to put a ring around; the title of each is the word under it."""
    return tuple(_drawing(stored) for stored in _load("gezichten").values())


def _load(name: str) -> Any:
    return json.loads(resources.path("illustrations", f"{name}.json").read_text("utf-8"))


def _drawing(stored: dict[str, Any]) -> Drawing:
    place = stored.get("naam")
    return Drawing(
        title=stored["titel"],
        width=stored["breed"],
        height=stored["hoog"],
        items=tuple(_item(item) for item in stored["vormen"]),
        name=NamePlace(place["x"], place["y"], place["breed"], place["maat"]) if place else None,
    )


def _item(stored: dict[str, Any]) -> Shape | Group:
    if "groep" in stored:
        x, y = stored.get("op", (0.0, 0.0))
        return Group(
            items=tuple(_item(item) for item in stored["groep"]),
            clip=segments(stored["knip"]) if "knip" in stored else (),
            at=(x, y),
            scale=stored.get("schaal", 1.0),
        )
    return Shape(
        segments=segments(stored["d"]),
        fill=stored.get("vul"),
        stroke=stored.get("lijn", True),
        dash=tuple(stored.get("streep", ())),
    )


def segments(path: str) -> tuple[Segment, ...]:
    """Path text (M L H V C Q Z, absolute or relative) as absolute M, L, C and Z; raises ValueError when it is not."""
    return tuple(_PathReader(_TOKEN.findall(path)).read())


class _PathReader:
    """Walks the tokens of one path with the current point and the start of the subpath."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.index = tokens, 0
        self.x = self.y = self.start_x = self.start_y = 0.0

    def read(self) -> list[Segment]:
        found: list[Segment] = []
        command = ""
        while self.index < len(self.tokens):
            if self.tokens[self.index].isalpha():
                command = self.tokens[self.index]
                self.index += 1
            elif command in {"", "Z", "z"}:
                raise ValueError("a path starts with a command")
            found.append(self._segment(command))
            command = {"M": "L", "m": "l"}.get(command, command)
        return found

    def _segment(self, command: str) -> Segment:
        base_x, base_y = (self.x, self.y) if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "Z":
            self.x, self.y = self.start_x, self.start_y
            return "Z", ()
        if kind in {"M", "L"}:
            self.x, self.y = base_x + self._number(), base_y + self._number()
            if kind == "M":
                self.start_x, self.start_y = self.x, self.y
            return kind, (self.x, self.y)
        if kind == "H":
            self.x = base_x + self._number()
            return "L", (self.x, self.y)
        if kind == "V":
            self.y = base_y + self._number()
            return "L", (self.x, self.y)
        return "C", self._curve(kind, base_x, base_y)

    def _curve(self, kind: str, base_x: float, base_y: float) -> tuple[float, ...]:
        from_x, from_y = self.x, self.y
        points = [(base_x + self._number(), base_y + self._number()) for _ in range(3 if kind == "C" else 2)]
        self.x, self.y = points[-1]
        if kind == "C":
            return tuple(value for point in points for value in point)
        (middle_x, middle_y), (end_x, end_y) = points
        return (
            from_x + 2 / 3 * (middle_x - from_x),
            from_y + 2 / 3 * (middle_y - from_y),
            end_x + 2 / 3 * (middle_x - end_x),
            end_y + 2 / 3 * (middle_y - end_y),
            end_x,
            end_y,
        )

    def _number(self) -> float:
        value = float(self.tokens[self.index])
        self.index += 1
        return value
