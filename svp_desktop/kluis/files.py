"""The only module that touches the files of a kluis as files.

While a compartment is connected nothing else in this process may open its file: on POSIX, closing any other descriptor
of the file drops SQLite's lock, after which a second process could write. So whoever connects claims the file here, and
everything that opens a file refuses a claimed one. Sizes come from `stat`, which opens nothing.
"""

import errno
import hashlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from svp_desktop import paths
from svp_desktop.domain.errors import AlGeopend, BestandBeschadigd, MapNietSchrijfbaar, SchijfVol

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PAGE = 4096
LOCK_NAME = "instance.lock"
BACKUP_FOLDER = "backups"
_PLAIN_HEADER = b"SQLite format 3\x00"
_PROBE_NAME = "schrijfproef"
_PIECE = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
#: Also a file that stands where the folder belongs, and a folder or a link where a file does.
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ELOOP}
_OPEN_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_claimed: set[Path] = set()
_giving_way: dict[Path, Callable[[], None]] = {}
_claims = threading.Lock()


@contextmanager
def told() -> Iterator[None]:
    """Turn a full disk or a refused write into the error that the user reads; other OSErrors stay what they are."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise SchijfVol from None
        if error.errno in _REFUSED:
            raise MapNietSchrijfbaar from None
        raise


def claim(path: Path) -> None:
    """Note that a compartment file is about to be connected. Raises AlGeopend when it already is in this process."""
    with _claims:
        if path.resolve() in _claimed:
            raise AlGeopend
        _claimed.add(path.resolve())


def release(path: Path) -> None:
    """Note that the connection to `path` is closed."""
    with _claims:
        _claimed.discard(path.resolve())


def is_claimed(path: Path) -> bool:
    """Whether a compartment is connected in this process."""
    with _claims:
        return path.resolve() in _claimed


def is_connected(path: Path) -> bool:
    """Whether this process has the file connected."""
    with _claims:
        return path.resolve() in _claimed


def _refuse_claimed(path: Path) -> None:
    if is_claimed(path):
        raise RuntimeError("a compartment file may not be opened while it is connected")


def create_compartment_file(path: Path) -> None:
    """Make the empty 0600 file of a new compartment, so that it never exists with wider rights. Raises as `told`."""
    with told():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN_FLAGS, paths.FILE_MODE))


def discard_compartment_file(path: Path) -> None:
    """Take a closed compartment file that is not needed (any more) away, and its journal. Raises as `told`."""
    _refuse_claimed(path)
    with told():
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Let a closed file reach the disk. Raises as `told`."""
    _refuse_claimed(path)
    with told(), path.open("rb+") as stream:
        os.fsync(stream.fileno())


def check_closed_file(path: Path) -> None:
    """First rung of the opening checks, before connecting: a whole number of pages, more than none, encrypted.

    Raises BestandBeschadigd, MapNietSchrijfbaar. The 16 bytes are read while nothing is connected.
    """
    _refuse_claimed(path)
    if not path.is_file() or path.is_symlink():
        raise BestandBeschadigd("Een gegevensbestand ontbreekt.")
    # SQLite would open it for reading only, and the first save would be the one to fail.
    if not os.access(path, os.R_OK | os.W_OK):
        raise MapNietSchrijfbaar
    size = path.stat().st_size
    # A power cut may leave half of the page by which the file was growing: then the journal puts the size right.
    if size == 0 or (size % PAGE and not has_work_in_journal(path)):
        raise BestandBeschadigd
    with told(), path.open("rb") as stream:
        if stream.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise BestandBeschadigd


def size_of(path: Path) -> int:
    """Bytes of a file, also of one that is connected."""
    return path.stat().st_size


def standing(path: Path) -> tuple[int, int] | None:
    """Which file stands under this name, also of one that is connected; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def has_room(folder: Path, size: int) -> bool:
    """Whether `size` bytes still fit on the disk of `folder`; True where the system does not tell."""
    if sys.platform == "win32":
        return True
    state = os.statvfs(folder)
    return state.f_bavail * state.f_frsize >= size


def digest_closed(path: Path) -> str:
    """SHA-256 (hex) of a closed compartment file. Raises RuntimeError while it is connected, and as `told`."""
    _refuse_claimed(path)
    with told(), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def has_work_in_journal(path: Path) -> bool:
    """Whether a crash left work beside this compartment: alone it is then not what was saved.

    A journal that was never finished begins with a zero; SQLite takes nothing back from it, and neither must anyone.
    """
    journal = path.with_name(path.name + "-journal")
    if not journal.is_file():
        return False
    with told(), journal.open("rb") as stream:
        return stream.read(1) not in (b"", b"\0")


def open_closed(path: Path) -> BinaryIO:
    """A compartment or keyring to be read as bytes. Raises RuntimeError while it is connected, and as `told`."""
    _refuse_claimed(path)
    with told():
        return path.open("rb")


def copy_closed(source: Path, target: Path) -> None:
    """Copy a closed compartment byte for byte to `target`, 0600, synced and put in place at the end.

    Raises RuntimeError while the source is connected, ValueError when its journal still holds work, and as `told`.
    """
    _refuse_claimed(source)
    if has_work_in_journal(source):
        raise ValueError("the journal is not empty")
    part = target.with_name(target.name + ".part")
    with told():
        paths.private_folder(target.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _OPEN_FLAGS
        with source.open("rb") as reader, os.fdopen(os.open(part, flags, paths.FILE_MODE), "wb") as writer:
            while piece := reader.read(_PIECE):
                writer.write(piece)
            writer.flush()
            os.fsync(writer.fileno())
        paths.put_in_place(part, target)


def copy_pieces(pieces: Iterator[bytes], target: Path, step: Callable[[int], None]) -> None:
    """Write these bytes to a new 0600 file, synced; `step` hears the size of each piece and may raise to stop.

    Raises as `told`.
    """
    with (
        told(),
        os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN_FLAGS, paths.FILE_MODE), "wb") as writer,
    ):
        for piece in pieces:
            writer.write(piece)
            step(len(piece))
        writer.flush()
        os.fsync(writer.fileno())


def read_small(path: Path, limit: int) -> bytes:
    """The bytes of a small file of the kluis. Raises BestandBeschadigd when it is missing or larger than `limit`."""
    with told():
        if not path.is_file():
            raise BestandBeschadigd
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    if len(data) > limit:
        raise BestandBeschadigd
    return data


def write_small(path: Path, data: bytes) -> None:
    """Replace a small file of the kluis as a whole, 0600 and synced. Raises as `told`."""
    with told():
        paths.write_private(path, data)


def write_part(path: Path, data: bytes) -> Path:
    """Write what is to become `path` beside it and return its name: it is proven first. Raises as `told`."""
    with told():
        return paths.write_part(path, data)


def put_in_place(part: Path, path: Path) -> None:
    """Let a proven part become `path`. Raises as `told`."""
    with told():
        paths.put_in_place(part, path)


def tighten(folder: Path) -> None:
    """Close what a copy by hand may have opened to others: the folder to 0700, its files to 0600. Raises as `told`."""
    with told():
        paths.private_folder(folder)
        for path in folder.iterdir():
            if path.is_file() and not path.is_symlink() and path.stat().st_mode & 0o077:
                path.chmod(paths.FILE_MODE)


def probe_writable(folder: Path) -> None:
    """Really write a byte in `folder`: modes alone do not tell (root, read-only mounts). Raises as `told`."""
    probe = folder / _PROBE_NAME
    with told():
        paths.write_part(probe, b"\x00").unlink()


def discard_folder(folder: Path) -> None:
    """Take away a kluis that was never finished: only files and one level of folders that we made ourselves."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    folder.rmdir()


def move_folder(source: Path, target: Path) -> None:
    """Rename a folder on the same disk, for good. Raises OSError when the target is there and not empty."""
    source.rename(target)
    paths.sync_folder(target.parent)


class InstanceLock:
    """The lock of one kluis folder that the kernel releases when the process ends, however it ends.

    What stands in the file does not matter, so nothing that a crash leaves behind can keep anyone out.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, folder: Path, gives_way: Callable[[], None] | None = None) -> "InstanceLock":
        """Lock `folder` for this process. Raises AlGeopend when another has it, and as `told`.

        A holder with `gives_way` (a backup) is called when something else in this process wants the folder: it closes
        what it reads, releases the lock and returns at once.
        """
        with _claims:
            yields = _giving_way.pop(folder.resolve(), None)
        if yields is not None:
            yields()
        with told():
            flags = os.O_RDWR | os.O_CREAT | _OPEN_FLAGS
            descriptor = os.open(folder / LOCK_NAME, flags, paths.FILE_MODE)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise AlGeopend from None
        if gives_way is not None:
            with _claims:
                _giving_way[folder.resolve()] = gives_way
        return cls(descriptor)

    def release(self) -> None:
        """Give the folder free; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> None:
    """Take the lock at once or raise OSError."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
