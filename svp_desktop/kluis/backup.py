"""Making a backup: a byte copy of the closed files of all compartments, with the keyring, inside the kluis folder.

Nobody's key is needed: files of others are copied like one's own, whatever is in them. A copy is written whole under
the name of its hash before the list that names it, so that a full disk or a cancel leaves every earlier backup good.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from svp_desktop import __version__, paths
from svp_desktop.domain.errors import SchijfVol
from svp_desktop.kluis import blobs, files, manifest, retention, ringfile
from svp_desktop.kluis.blobs import Blob
from svp_desktop.kluis.files import InstanceLock
from svp_desktop.kluis.manifest import Line, Manifest

if TYPE_CHECKING:
    from svp_desktop.kluis.compartment import Compartment

#: Told how many of how many bytes are done; may raise to stop the work.
Progress = Callable[[int, int], None]


class GaveWay(Exception):
    """The kluis is being unlocked: the backup stops, and nothing of it stays."""


class WorkInJournal(Exception):
    """A crash left work in a journal: the kluis has to be unlocked once before it can be copied."""


class Hold:
    """The lock of a kluis folder and the one file that is being read; both are let go at once from another thread.

    On POSIX a descriptor of a compartment must be closed before SQLite opens it, so `let_go` closes it itself and does
    not wait for the thread that was copying: that one finds `GaveWay` at its next piece.
    """

    def __init__(self, folder: Path) -> None:
        self._guard = threading.Lock()
        self._stream: BinaryIO | None = None
        self._gone = False
        # Who wants the folder right now waits until it is known what to release.
        with self._guard:
            self._instance = InstanceLock.acquire(folder, self.let_go)

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *_error: object) -> None:
        self.let_go()

    def let_go(self) -> None:
        """Close what is open and release the folder. A second call does nothing."""
        with self._guard:
            self._gone = True
            self._close()
            self._instance.release()

    def pieces(self, path: Path) -> Iterator[bytes]:
        """The bytes of a closed file of the kluis. Raises GaveWay, and as `files.open_closed`."""
        with self._guard:
            self._check()
            self._stream = files.open_closed(path)
        while piece := self._read():
            yield piece
        with self._guard:
            self._close()

    def _read(self) -> bytes:
        with self._guard:
            self._check()
            assert self._stream is not None
            return self._stream.read(blobs.PIECE)

    def _check(self) -> None:
        if self._gone:
            raise GaveWay

    def _close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None


Pieces = Callable[[Path], Iterator[bytes]]


def make(folder: Path, now: datetime, progress: Progress) -> Manifest | None:
    """Back up a kluis that nobody has open; None when nothing changed since the newest backup.

    Raises AlGeopend, GaveWay, WorkInJournal, BestandBeschadigd (keyring), BestandNieuwer, SchijfVol,
    MapNietSchrijfbaar, and what `progress` raises.
    """
    with Hold(folder) as hold:
        began = time.time_ns()
        return _Work(folder, now, began, hold.pieces, progress).run({})


def make_while_open(folder: Path, now: datetime, open_ones: "dict[str, Compartment]", progress: Progress) -> Manifest:
    """Back up while working: live copies of the compartments that are open here (by file), closed ones of the others.

    The caller holds the folder, being the kluis that is unlocked. Raises as `make`.
    """
    began = time.time_ns() - 1_000_000_000  # a save during the copying is newer than the backup
    made = _Work(folder, now, began, blobs.pieces, progress).run(open_ones)
    assert made is not None
    return made


class _Work:
    """One backup under way."""

    def __init__(self, folder: Path, now: datetime, began: int, read: Pieces, progress: Progress) -> None:
        self._folder, self._now, self._began = folder, now, began
        self._read, self._tell = read, progress
        self._backups = folder / files.BACKUP_FOLDER
        self._done = self._total = 0

    def run(self, open_ones: "dict[str, Compartment]") -> Manifest | None:
        """Copy what changed, write the list, and let go of what need not stay."""
        with files.told():
            paths.private_folder(self._backups)
            blobs.clean(self._backups)
            ring = self._ring()
            names = [entry["file"] for entry in ring["compartments"] if self._usable(entry["file"])]
            before = self._newest()
            everything = [*names, ringfile.NAME]
            if before is not None and not open_ones and self._untouched(before, everything):
                return None
            self._total = sum(files.size_of(self._folder / name) for name in everything)
            lines = [self._copied(name, before, open_ones.get(name)) for name in everything]
            if before is not None and set(lines) == set(before.lines):
                return None if not open_ones else before
            if _keys(self._ring()) != _keys(ring):
                # A key was renewed meanwhile: the keyring of before does not open the file of after.
                self._done = 0
                return self.run(open_ones)
            made = self._written(ring["school"]["id"], lines)
            retention.apply(self._backups)
            return made

    def _ring(self) -> ringfile.Ring:
        return ringfile.parse(b"".join(self._read(self._folder / ringfile.NAME)))

    def _usable(self, name: str) -> bool:
        """Whether this file is there and has the shape of a compartment; a damaged one takes no copy's place.

        Raises WorkInJournal.
        """
        path = self._folder / name
        if not path.is_file() or path.is_symlink():
            return False
        if not files.is_claimed(path) and files.has_work_in_journal(path):
            raise WorkInJournal
        size = files.size_of(path)
        return size > 0 and size % files.PAGE == 0

    def _newest(self) -> Manifest | None:
        """The newest backup of which every copy stands there."""
        return next(
            (made for made in manifest.read_all(self._backups) if manifest.is_complete(self._backups, made)), None
        )

    def _untouched(self, before: Manifest, names: list[str]) -> bool:
        """Whether no file was written since the newest backup: then not even a hash is needed."""
        if {line.name for line in before.lines} != set(names):
            return False
        made = (self._backups / before.name).stat().st_mtime_ns
        return all((self._folder / name).stat().st_mtime_ns <= made for name in names)

    def _copied(self, name: str, before: Manifest | None, live: "Compartment | None") -> Line:
        path, known = self._folder / name, before.line(name) if before else None
        if live is None and known is not None and self._same(path, known, before):
            return known
        if not blobs.has_room(self._backups, files.size_of(path)):
            raise SchijfVol
        suffix = Line(name, Blob(0, "")).suffix
        if live is None:
            return Line(name, blobs.put(self._read(path), self._backups, suffix, self._step))
        part, before_bytes, size = blobs.new_part(self._backups), self._done, files.size_of(path)

        def pages(done: int, total: int) -> None:
            self._done = before_bytes
            self._step(size * done // max(total, 1))

        live.copy_to(part, progress=pages)
        self._done = before_bytes
        return Line(name, blobs.take_in(part, suffix, self._step))

    def _same(self, path: Path, known: Line, before: Manifest | None) -> bool:
        """Whether the file is what was copied before; only asked where its time says so, or it would be read twice."""
        assert before is not None
        if path.stat().st_mtime_ns > (self._backups / before.name).stat().st_mtime_ns:
            return False
        return blobs.digest(self._read(path), self._step) == known.blob

    def _written(self, school_id: str, lines: list[Line]) -> Manifest:
        ordered = tuple(sorted(lines, key=lambda line: line.name))
        number = 1 + manifest.highest(self._backups)
        made = Manifest(number, school_id, self._now.replace(microsecond=0), __version__, ordered)
        target = self._backups / made.name
        blobs.write(target, manifest.encode(made))
        # Its time is that of the state it holds: what is written later is newer.
        os.utime(target, ns=(self._began, self._began))
        return made

    def _step(self, size: int) -> None:
        self._done += size
        self._tell(min(self._done, self._total), self._total)


def _keys(ring: ringfile.Ring) -> list[tuple[str, int, int | None]]:
    """Which key each compartment has, and which it is about to get."""
    return [(entry["id"], entry["dekv"], entry["pending_dekv"]) for entry in ring["compartments"]]
