"""Putting a whole new kluis folder in the place of the old one, so that a crash leaves one complete kluis.

The name tells the state: `.bouw-` is being made, `.nieuw-` is whole and waits for its place, `.oud-` was replaced and
is kept until the user removes it. Imports no crypto: it is settled before the unlock page lists the schools.
"""

import re
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from svp_desktop import paths
from svp_desktop.domain.errors import AlGeopend
from svp_desktop.kluis import files, ringfile
from svp_desktop.kluis.files import InstanceLock

_ASIDE = re.compile(r"(.+)\.(bouw|nieuw|oud)-(\d{8}-\d{6})")


@dataclass(frozen=True, slots=True)
class OldKluis:
    """A kluis that was replaced: where it stands, when that was, and the bytes of each of its files."""

    folder: Path
    at: datetime
    sizes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """The four folders of one exchange."""

    target: Path
    stamp: str

    @classmethod
    def begin(cls, target: Path, now: datetime) -> "Swap":
        """An exchange of `target` that begins now."""
        return cls(target, f"{now:%Y%m%d-%H%M%S}")

    def aside(self, state: str) -> Path:
        """The folder in this state."""
        return self.target.with_name(f"{self.target.name}.{state}-{self.stamp}")

    def exchange(self, instance: InstanceLock | None) -> None:
        """Let the folder that was built become the kluis; the old one is kept. Raises as `files.told`.

        The caller holds the lock of the old folder, if there is one, and of the folder above.
        """
        building, new = self.aside("bouw"), self.aside("nieuw")
        with files.told():
            paths.sync_folder(building)
            files.move_folder(building, new)
            if self.target.exists():
                if sys.platform == "win32" and instance is not None:
                    # Windows moves no folder in which a file is open.
                    instance.release()
                files.move_folder(self.target, self.aside("oud"))
            self.finish()

    def finish(self) -> None:
        """The last steps, also after a crash between them: the backups come along, and the new folder is in place."""
        new, old = self.aside("nieuw"), self.aside("oud")
        kept, wanted = old / files.BACKUP_FOLDER, new / files.BACKUP_FOLDER
        if kept.is_dir() and not wanted.exists():
            files.move_folder(kept, wanted)
            paths.sync_folder(old)
        files.move_folder(new, self.target)


def is_aside(folder: Path) -> bool:
    """Whether this folder is a step or a leftover of an exchange, and no school of its own."""
    return _ASIDE.fullmatch(folder.name) is not None


def settle(root: Path) -> None:
    """After a crash: finish an exchange that had begun, take away one that had not. Raises as `files.told`."""
    with files.told():
        found = [folder for folder in root.iterdir() if is_aside(folder)] if root.is_dir() else []
    unfinished = [folder for folder in found if _parts(folder)[1] != "oud"]
    if not unfinished:
        return
    try:
        above = InstanceLock.acquire(root)
    except AlGeopend:
        # Another window is putting something back right now: it finishes it itself.
        return
    try:
        with files.told():
            for folder in unfinished:
                _settle_one(folder)
    finally:
        above.release()


def _settle_one(folder: Path) -> None:
    name, state, stamp = _parts(folder)
    target = folder.with_name(name)
    if not folder.is_dir():
        return
    if state == "nieuw" and not (target / ringfile.NAME).is_file() and not target.exists():
        Swap(target, stamp).finish()
    else:
        files.discard_folder(folder)


def old_ones(target: Path) -> list[OldKluis]:
    """What was replaced by `target`, the newest first."""
    found = []
    for folder in target.parent.glob(f"{target.name}.oud-*"):
        if folder.is_dir() and is_aside(folder):
            real = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
            sizes = tuple((path.name, path.stat().st_size) for path in real)
            found.append(OldKluis(folder, datetime.strptime(_parts(folder)[2], "%Y%m%d-%H%M%S").astimezone(), sizes))
    return sorted(found, key=lambda old: old.folder.name, reverse=True)


def discard_old(old: OldKluis) -> None:
    """Take a replaced kluis away for good. Raises as `files.told`."""
    if not is_aside(old.folder) or _parts(old.folder)[1] != "oud":
        raise ValueError("only what was replaced is taken away here")
    with files.told():
        files.discard_folder(old.folder)


def _parts(folder: Path) -> tuple[str, str, str]:
    found = _ASIDE.fullmatch(folder.name)
    assert found is not None
    return found[1], found[2], found[3]
