"""Where the program keeps its files, and how it writes them: folders 0700, files 0600, replaced whole or not at all.

Functions here raise plain OSError: what it means to the user is said by the layer that knows what was being written.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "svp-desktop"
FOLDER_MODE = 0o700
FILE_MODE = 0o600
_PART = ".part"
# Refuses a link that someone put in the place of our file, and keeps the descriptor out of child processes.
_WRITE_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one profile. `data` holds a folder for each kluis, `config` only window preferences."""

    data: Path
    config: Path
    backups: Path
    logs: Path

    @classmethod
    def standard(cls) -> "Paths":
        """The folders of the logged-in user, as the operating system wants them."""
        data = platformdirs.user_data_path(APP, appauthor=False, roaming=False)
        config = platformdirs.user_config_path(APP, appauthor=False, roaming=False)
        return cls(data, config, data / "backups", platformdirs.user_log_path(APP, appauthor=False))

    @classmethod
    def under(cls, root: Path) -> "Paths":
        """A complete profile inside one folder, for a test or a throw-away try."""
        return cls(root / "data", root / "config", root / "data" / "backups", root / "logs")

    def ensure(self) -> None:
        """Make every folder, readable only for the user. Raises OSError when that is refused."""
        for folder in (self.data, self.config, self.backups, self.logs):
            private_folder(folder)


def private_folder(folder: Path) -> Path:
    """Make `folder` (with its parents) and close it to everyone else; returns it. Raises OSError.

    What had to be made survives a power cut, with all that is put in it afterwards.
    """
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    for place in made:
        sync_folder(place.parent)
    if folder.stat().st_mode & 0o077:
        folder.chmod(FOLDER_MODE)
    return folder


def write_part(path: Path, data: bytes) -> Path:
    """Write `data` beside `path`, on the disk for sure, and return the temporary name. Raises OSError."""
    part = path.with_name(path.name + _PART)
    # What lies there is left of a crash, or is no file of ours: a pipe, or a second name of another file.
    part.unlink(missing_ok=True)
    descriptor = os.open(part, _WRITE_FLAGS, FILE_MODE)
    with os.fdopen(descriptor, "wb") as stream:
        if sys.platform != "win32":
            os.fchmod(stream.fileno(), FILE_MODE)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return part


def put_in_place(part: Path, path: Path) -> None:
    """Let the finished `part` become `path` in one step that survives a power cut. Raises OSError."""
    part.replace(path)
    sync_folder(path.parent)


def write_private(path: Path, data: bytes) -> None:
    """Replace `path` by `data` as a whole, 0600 and synced: a reader sees the old or the new. Raises OSError."""
    put_in_place(write_part(path, data), path)


def sync_folder(folder: Path) -> None:
    """Make renames and new names inside `folder` survive a power cut (Windows does this by itself)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
