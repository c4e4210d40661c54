"""What a file was, byte by byte, when it was closed: a page of an older copy, sealed well and in its own place, is seen
by nothing else.

The sum counts only while the file says the same commit sequence: what was written since, or rolled back after a crash,
made other bytes. It is made of closed files, while the password is being worked out.
"""

import hmac
import threading
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from svp_desktop.domain.errors import UserFacing
from svp_desktop.kluis import files
from svp_desktop.kluis.ownstate import Closed
from svp_desktop.kluis.witness import Outside

#: Added to the id of a compartment: the sum that is kept outside the folder.
_FILE = ":bestand"


class Digests:
    """The sums of these files, made in the background; inside `with`, which ends when all are made: while a file is
    being read here it may not be connected."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder, self._names = folder, tuple(names)
        self._found: dict[str, str] = {}
        self._thread = threading.Thread(target=self._make, name="digests", daemon=True)

    def __enter__(self) -> "Digests":
        self._thread.start()
        return self

    def __exit__(self, *_failure: object) -> None:
        self._thread.join()

    def of(self, name: str) -> str:
        """The sum of this file, after the `with`; "" when there is none, or a crash left work in its journal."""
        return self._found.get(name, "")

    def _make(self) -> None:
        for name in self._names:
            self._found[name] = of_closed(self._folder / name)


def of_closed(path: Path) -> str:
    """The sum of a closed file, "" when there is none to be made."""
    if not path.is_file() or path.is_symlink():
        return ""
    try:
        return "" if files.has_work_in_journal(path) else files.digest_closed(path)
    except (UserFacing, OSError):
        # opening it tells what is wrong with it
        return ""


def remember_outside(outside: Outside, compartment_id: str, closed: Closed, key: bytes) -> None:
    """Keep the sum outside the folder too; the commit sequence only as a keyed hash."""
    outside[compartment_id + _FILE] = f"1 {_hash(key, closed.sequence)} {closed.digest} {closed.after or '-'}"


def was_changed(now: Closed, kept: Closed | None, outside: str, key: bytes) -> bool:
    """Whether this file, at the very commit sequence at which it was closed, is another one than was closed."""
    if not now.digest:
        return False
    if kept is not None and (kept.sequence, kept.after) == (now.sequence, now.after) and kept.digest != now.digest:
        return True
    parts = outside.split(" ")
    if len(parts) != 4 or parts[0] != "1":
        return False
    same = parts[1] == _hash(key, now.sequence) and parts[3] == (now.after or "-")
    return same and parts[2] != now.digest


def outside_of(outside: Outside, compartment_id: str) -> str:
    """What is kept outside of this file, "" when nothing is."""
    return outside.get(compartment_id + _FILE, "")


def _hash(key: bytes, sequence: int) -> str:
    return hmac.new(key, f"svp 1 gesloten {sequence}".encode(), sha256).hexdigest()
