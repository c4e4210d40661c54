"""Files of a backup: immutable, named after their SHA-256, written under a name of their own and put in place whole.

They are never connected for writing, so that they may be read while compartments are open. On a stick or a network
folder rights cannot always be set and a folder cannot always be synced: there `private` is False.
"""

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from svp_desktop import paths
from svp_desktop.kluis import files

PIECE = 1 << 20
PART = ".part"
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

#: Told after each piece how many bytes it was; may raise to stop the work, of which nothing then stays.
Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Blob:
    """What identifies the content of a file."""

    size: int
    sha256: str


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file that is not connected, piece by piece."""
    with files.open_closed(path) as stream:
        while piece := stream.read(PIECE):
            yield piece


def digest(content: Iterator[bytes], step: Step) -> Blob:
    """Size and hash of these bytes."""
    summed, size = hashlib.sha256(), 0
    for piece in content:
        summed.update(piece)
        size += len(piece)
        step(len(piece))
    return Blob(size, summed.hexdigest())


def put(content: Iterator[bytes], folder: Path, suffix: str, step: Step, *, private: bool = True) -> Blob:
    """Keep these bytes in `folder` as `<sha256><suffix>`; what is there already is not written again.

    Raises OSError, and what `step` raises; then nothing of it stays.
    """
    part = folder / f"{secrets.token_hex(8)}{PART}"
    summed, size = hashlib.sha256(), 0
    try:
        # One core sums while the other writes: together they take hardly longer than a bare copy.
        with ThreadPoolExecutor(1) as other, os.fdopen(os.open(part, _FLAGS, paths.FILE_MODE), "wb") as stream:
            for piece in content:
                adding = other.submit(summed.update, piece)
                stream.write(piece)
                adding.result()
                size += len(piece)
                step(len(piece))
            stream.flush()
            target = folder / f"{summed.hexdigest()}{suffix}"
            present = is_there(target, size)
            if not present:
                os.fsync(stream.fileno())
        step(0)
        if not present:
            _put_in_place(part, target, private=private)
    finally:
        _forget(part)
    return Blob(size, target.name.removesuffix(suffix))


def take_in(part: Path, suffix: str, step: Step) -> Blob:
    """Let a finished, synced copy become a blob of its own folder. Raises as `put`."""
    try:
        found = digest(pieces(part), step)
        _put_in_place(part, part.with_name(f"{found.sha256}{suffix}"), private=True)
    finally:
        _forget(part)
    return found


def write(path: Path, data: bytes, *, private: bool = True) -> None:
    """Replace a small file as a whole, synced. Raises OSError."""
    part = path.with_name(f"{secrets.token_hex(8)}{PART}")
    try:
        with os.fdopen(os.open(part, _FLAGS, paths.FILE_MODE), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _put_in_place(part, path, private=private)
    finally:
        _forget(part)


def is_there(path: Path, size: int) -> bool:
    """Whether this blob stands there with the size that it must have."""
    return path.is_file() and path.stat().st_size == size


def new_part(folder: Path) -> Path:
    """A name for a copy that somebody else writes; `clean` takes away what is left of it."""
    return folder / f"{secrets.token_hex(8)}{PART}"


def remove(found: list[Path], folder: Path, *, private: bool = True) -> None:
    """Take these files away, for good. Raises OSError."""
    for path in found:
        _forget(path)
    if found:
        _sync(folder, private=private)


def clean(folder: Path) -> None:
    """Take away what an interrupted copy left."""
    for path in folder.glob(f"*{PART}*"):
        # On Windows a copy that is just being cancelled still holds it; the next backup takes it away.
        with contextlib.suppress(PermissionError):
            _forget(path)


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path, *, private: bool) -> None:
    part.replace(target)
    _sync(target.parent, private=private)


def _sync(folder: Path, *, private: bool) -> None:
    try:
        paths.sync_folder(folder)
    except OSError as error:
        # Some sticks and network folders refuse to sync a folder: the copy is checked by its hash next time.
        if private or error.errno not in _NO_SYNC:
            raise


def read_small(path: Path, limit: int) -> bytes | None:
    """The bytes of a small file, None when it is not there, is no file or is larger than `limit`. Raises OSError."""
    if not path.is_file() or path.stat().st_size > limit:
        return None
    return path.read_bytes()


def has_room(folder: Path, size: int) -> bool:
    """Whether `size` bytes fit, with a little left for the work itself."""
    return files.has_room(folder, size + (1 << 20))
