"""A school that is made once in a run of the tests and copied for every test that begins with the same one.

Making a school runs all migrations; copying a closed one and opening it gives the same in a third of the time. What
a test is about making (first run, migrations, policies) is made in that test and not copied.
"""

import shutil
import tempfile
from collections.abc import Callable, Hashable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from svp_desktop.domain.school import Rol
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

T = TypeVar("T")
_made: dict[Hashable, tuple[Path, object]] = {}


def copied(key: Hashable, root: Path, make: Callable[[Path], T]) -> T:
    """Fill `root` with what `make` leaves in a folder; what it returned comes along. All must be closed by then."""
    if key not in _made:
        first = Path(tempfile.mkdtemp(prefix="ready-"))
        _made[key] = first, make(first)
    folder, told = _made[key]
    shutil.copytree(folder, root, dirs_exist_ok=True)
    return told  # type: ignore[return-value]


def forget() -> None:
    """Throw the schools away, at the end of a run."""
    for folder, _ in _made.values():
        shutil.rmtree(folder, ignore_errors=True)
    _made.clear()


def school(root: Path, way_in: Callable[[Path], Toegang], now: datetime, *what: str | Rol) -> Toegang:
    """The way in over `root`, in which lies, locked, what `maak_school(*what)` makes at this moment."""
    copied((*what, now), root, lambda first: way_in(first).maak_school(*what).vergrendel())  # type: ignore[arg-type]
    return way_in(root)


def enter(toegang: Toegang, password: str) -> Werkplek:
    """Unlock the one school for its first account."""
    choice = toegang.scholen()[0]
    return toegang.ontgrendel(choice.folder, choice.accounts[0].id, password)
