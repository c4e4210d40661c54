"""What a disk may hold after the power went, worked out from recorded operations.

The model is strict, and so harsher than the file systems that schools have. Bytes are sure after an fsync of their
file; names (made, renamed, removed) only after an fsync of their folder; a truncation is sure after an fsync too.
Everything else may have reached the disk or not, in any order; a write may be torn at a sector (512 bytes), a page or
in the middle of a sector, and a file may have got its length without its bytes.
"""

import hashlib
import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from record import Event

_SECTOR, _PAGE = 512, 4096
# So often a recording is walked through, at most: small ones have few states that differ.
_TURNS = 150
# What one moment of the power cut can leave: {path under the profile: bytes, or None for a folder}.
State = dict[str, bytes | None]


class Cut(NamedTuple):
    """One state of the disk, and how many actions the program had confirmed by then."""

    confirmed: int
    state: State
    how: str


@dataclass
class _Change:
    """A write (`data` at `offset`) or a truncation (`data` is None) that is not on the disk for sure."""

    offset: int
    data: bytes | None
    order: int


@dataclass
class _File:
    """A file or folder: what is sure, and what hangs in the air."""

    sure: bytes = b""
    air: list[_Change] = field(default_factory=list)
    names: dict[str, int] | None = None
    sure_names: dict[str, int] = field(default_factory=dict)
    size: int = 0


class _Names(NamedTuple):
    """One step of names that is done wholly or not at all: what each folder gets (a number) or loses (None)."""

    order: int
    steps: tuple[tuple[int, str, int | None], ...]


class Disk:
    """The disk of one recording; `cuts` walks through it."""

    def __init__(self, before: Path, root: str) -> None:
        self._root = root
        self._files: dict[int, _File] = {}
        self._air: list[_Names] = []
        self._order = 0
        self._top = self._read(before)

    def _read(self, path: Path) -> int:
        number = len(self._files)
        self._files[number] = made = _File()
        if path.is_dir():
            made.names = {inner.name: self._read(inner) for inner in sorted(path.iterdir())}
            made.sure_names = dict(made.names)
        else:
            made.sure = path.read_bytes()
            made.size = len(made.sure)
        return number

    # --- what happens ---------------------------------------------------------------------------------------------

    def apply(self, event: Event) -> None:
        """Let one operation happen; it hangs in the air until it is synced."""
        self._order += 1
        if event.what in ("create", "mkdir"):
            folder, name = self._place(event.path)
            if name not in self._children(folder):
                number = len(self._files)
                self._files[number] = _File(names={} if event.what == "mkdir" else None)
                self._name((folder, name, number))
        elif event.what in ("unlink", "rmdir"):
            self._name((*self._place(event.path), None))
        elif event.what == "rename":
            old, new = self._place(event.path), self._place(event.other)
            self._name((*old, None), (*new, self._children(old[0])[old[1]]))
        elif event.what == "sync":
            self._sync(self._find(event.path))
        else:
            self._write(self._files[self._find(event.path)], event)

    def _write(self, file: _File, event: Event) -> None:
        if event.what == "truncate":
            if event.offset == file.size:
                return
            file.size = event.offset
            file.air.append(_Change(event.offset, None, self._order))
            return
        offset = file.size if event.offset < 0 else event.offset
        file.size = max(file.size, offset + len(event.data))
        file.air.append(_Change(offset, event.data, self._order))

    def _sync(self, number: int) -> None:
        file = self._files[number]
        if file.names is None:
            file.sure, file.air = _with(file.sure, file.air), []
            return
        sure = [step for step in self._air if any(folder == number for folder, _, _ in step.steps)]
        self._settle(sure)
        self._air = [step for step in self._air if step not in sure]

    def _settle(self, steps: Iterable[_Names]) -> None:
        for step in steps:
            for folder, name, number in step.steps:
                _put(self._files[folder].sure_names, name, number)

    def _name(self, *steps: tuple[int, str, int | None]) -> None:
        for folder, name, number in steps:
            _put(self._children(folder), name, number)
        self._air.append(_Names(self._order, steps))

    def _find(self, path: str) -> int:
        number = self._top
        for part in path[len(self._root) :].strip("/").split("/"):
            number = self._children(number)[part] if part else number
        return number

    def _place(self, path: str) -> tuple[int, str]:
        folder, _, name = path.rpartition("/")
        return self._find(folder), name

    def _children(self, number: int) -> dict[str, int]:
        names = self._files[number].names
        assert names is not None
        return names

    # --- what a power cut leaves ----------------------------------------------------------------------------------

    @property
    def sure(self) -> bool:
        """Nothing hangs in the air."""
        return not self._air and not any(file.air for file in self._files.values())

    def state(self, names: list[_Names], kept: dict[int, list[_Change]], grown: bool = False) -> State:
        """The disk with these steps of names and these changes; `grown`: lost bytes still left their length."""
        tables = {number: dict(file.sure_names) for number, file in self._files.items() if file.names is not None}
        for step in names:
            for folder, name, number in step.steps:
                _put(tables[folder], name, number)
        state: State = {}
        todo = [("", self._top)]
        while todo:
            path, number = todo.pop()
            if number in tables:
                if path:
                    state[path] = None
                todo += [(f"{path}/{name}".lstrip("/"), inner) for name, inner in tables[number].items()]
                continue
            file = self._files[number]
            data = _with(file.sure, kept.get(number, []))
            state[path] = data.ljust(file.size, b"\0") if grown and len(data) < file.size else data
        return state

    def whole(self) -> State:
        """Nothing went wrong."""
        return self.state(self._air, self._changes())

    def extremes(self, chance: random.Random) -> list[Callable[[], tuple[str, State]]]:
        """The outermost cases of this moment, to be worked out when wanted: nothing, each half, all but one."""
        air, names = self._changes(), self._air
        cases: list[tuple[str, list[_Names], dict[int, list[_Change]], bool]] = [
            ("all kept", names, air, False),
            ("all lost", [], {}, False),
            ("names lost", [], air, False),
            ("bytes lost", names, {}, False),
            ("length without bytes", names, {}, True),
        ]
        for count in range(1, len(names)):
            cases.append(("last names lost", names[:count], air, False))
            cases.append(("last names lost, bytes lost", names[:count], {}, False))
        for lost in names:
            cases.append(("one name lost", [step for step in names if step is not lost], air, False))
        for number in air:
            rest = {key: value for key, value in air.items() if key != number}
            cases.append(("one file lost", names, rest, False))
            cases.append(("one file kept", names, {number: air[number]}, False))
        changes = list(_flat(air))
        for number, change in chance.sample(changes, min(4, len(changes))):
            left = [other for other in air[number] if other is not change]
            cases.append(("one write lost", names, air | {number: left}, False))
        return [
            lambda how=how, steps=steps, kept=kept, grown=grown: (how, self.state(steps, kept, grown))
            for how, steps, kept, grown in cases
        ]

    def random(self, chance: random.Random) -> tuple[str, State]:
        """One of the endless others: a torn queue, or any mixture of sectors and names."""
        air = self._changes()
        names = list(self._air)
        if chance.random() < 0.5:
            ordered = sorted(itertools.chain(names, (change for _, change in _flat(air))), key=lambda step: step.order)
            last = chance.choice(ordered).order if ordered else 0
            kept = {
                number: [
                    torn
                    for change in changes
                    if change.order <= last
                    for torn in (_torn(change, chance) if change.order == last else [change])
                ]
                for number, changes in air.items()
            }
            return "queue torn", self.state([step for step in names if step.order <= last], kept)
        part = chance.choice((0.1, 0.5, 0.9))
        kept = {
            number: [torn for change in changes for torn in _mixed(change, part, chance)]
            for number, changes in air.items()
        }
        some = [step for step in names if chance.random() < part] if chance.random() < 0.5 else names
        return "mixture", self.state(some, kept, grown=chance.random() < 0.3)

    def _changes(self) -> dict[int, list[_Change]]:
        return {number: file.air for number, file in self._files.items() if file.air}


def cuts(before: Path, root: str, events: list[Event], wanted: int, seed: str) -> Iterator[Cut]:
    """At least `wanted` different states (fewer only when there are no more) over all moments of the recording.

    `before` is a copy of the profile as it was, `root` where it was recorded. Each moment gives some of its outermost
    cases and as many that are drawn.
    """
    seen: set[bytes] = set()
    chance = random.Random(seed)
    moments = sum(event.what != "confirm" for event in events)
    for _turn in range(_TURNS):
        for cut in _walk(before, root, events, chance, max(1, round(wanted / (2 * max(1, moments))))):
            mark = _mark(cut)
            if mark not in seen:
                seen.add(mark)
                yield cut
        if len(seen) >= wanted:
            return


def _walk(before: Path, root: str, events: list[Event], chance: random.Random, count: int) -> Iterator[Cut]:
    """Every moment, with `count` outermost cases and as many that are drawn."""
    disk, confirmed = Disk(before, root), 0
    for event in events:
        if event.what == "confirm":
            confirmed = event.offset
        else:
            disk.apply(event)
        if not disk.sure:
            cases = disk.extremes(chance)
            states = [case() for case in chance.sample(cases, min(count, len(cases)))]
            states += [disk.random(chance) for _ in range(count)]
            yield from (Cut(confirmed, state, how) for how, state in states)


def after(before: Path, root: str, events: list[Event]) -> State:
    """The disk when nothing went wrong."""
    disk = Disk(before, root)
    for event in events:
        if event.what != "confirm":
            disk.apply(event)
    return disk.whole()


def read(root: Path) -> State:
    """A real disk as a state."""
    paths = {str(path.relative_to(root)): path for path in root.rglob("*")}
    return {name: None if path.is_dir() else path.read_bytes() for name, path in paths.items()}


def write(state: State, root: Path) -> None:
    """Put a state on a real disk, where nothing is yet."""
    root.mkdir(mode=0o700)
    for path, data in sorted(state.items()):
        place = root / path
        if data is None:
            place.mkdir(mode=0o700)
        else:
            place.write_bytes(data)
            place.chmod(0o600)


def _mark(cut: Cut) -> bytes:
    total = hashlib.sha256(str(cut.confirmed).encode())
    for path, data in sorted(cut.state.items()):
        total.update(path.encode() + b"\0" + _digest(data or b""))
    return total.digest()


@lru_cache(maxsize=256)
def _digest(data: bytes) -> bytes:
    """Most files are the same object in most states."""
    return hashlib.sha256(data).digest()


def _put(table: dict[str, int], name: str, number: int | None) -> None:
    if number is None:
        table.pop(name, None)
    else:
        table[name] = number


def _with(data: bytes, changes: list[_Change]) -> bytes:
    if not changes:
        return data
    whole = bytearray(data)
    for change in changes:
        if change.data is None:
            whole = whole[: change.offset].ljust(change.offset, b"\0")
        else:
            if len(whole) < change.offset:
                whole.extend(bytes(change.offset - len(whole)))
            whole[change.offset : change.offset + len(change.data)] = change.data
    return bytes(whole)


def _flat(air: dict[int, list[_Change]]) -> Iterator[tuple[int, _Change]]:
    return ((number, change) for number, changes in air.items() for change in changes)


def _torn(change: _Change, chance: random.Random) -> list[_Change]:
    """The beginning of a write, up to a sector, a page or any byte."""
    if not change.data:
        return [change] if chance.random() < 0.5 else []
    unit = chance.choice((1, _SECTOR, _PAGE))
    end = chance.randrange(0, len(change.data) + 1) // unit * unit
    return [_Change(change.offset, change.data[:end], change.order)]


def _mixed(change: _Change, part: float, chance: random.Random) -> Iterator[_Change]:
    """Some sectors of a write, each kept with this probability."""
    if change.data is None or len(change.data) <= _SECTOR:
        if chance.random() < part:
            yield from [change] if chance.random() < 0.8 else _torn(change, chance)
        return
    for start in range(0, len(change.data), _SECTOR):
        if chance.random() < part:
            yield _Change(change.offset + start, change.data[start : start + _SECTOR], change.order)
