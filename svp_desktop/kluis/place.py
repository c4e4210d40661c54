"""Whether live data may stand in a folder: not on a network, not where another program copies it to the internet."""

import os
import sys
from pathlib import Path

from svp_desktop.domain.errors import MapOngeschikt

_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs", "lustre"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.onedriver"}
    | {"fuse.google-drive-ocamlfuse", "fuse.glusterfs", "fuse.cephfs"}
)
_SYNCED_EXACTLY = frozenset({"stack", "box", "box sync"})
# Names that the programs give to the folders they copy, compared with each part of a path.
_SYNCED_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "mijn drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "pcloud",
    "stack",
    "syncthing",
    "seafile",
    "proton drive",
    "surfdrive",
)
_SEPARATORS = frozenset(" -_(")
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4


def check_place(folder: Path) -> None:
    """Raises MapOngeschikt when `folder` is on a network or is synced."""
    place = folder.resolve()
    if is_synced(place) or _is_remote(place):
        raise MapOngeschikt


def is_synced(place: Path) -> bool:
    """Whether a part of this path is a folder that a sync program keeps, by its name or by its own settings."""
    if any(_is_synced_name(part.casefold()) for part in place.parts):
        return True
    kept = (os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return any(place.is_relative_to(Path(root).resolve()) for root in kept if root)


def _is_synced_name(part: str) -> bool:
    return part in _SYNCED_EXACTLY or any(
        part == name or (part.startswith(name) and part[len(name)] in _SEPARATORS) for name in _SYNCED_NAMES
    )


def network_mount(place: Path, mountinfo: str) -> bool:
    """Whether the mount that holds `place` is a network one, by the kernel's table of mounts (Linux)."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        left, separator, right = line.partition(" - ")
        fields = left.split()
        if not separator or len(fields) < 5:
            continue
        mount = fields[4].replace("\\040", " ")
        if len(mount) >= len(best) and place.is_relative_to(mount):
            best, kind = mount, right.split()[0]
    return kind in _NETWORK_TYPES


def _is_remote(place: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = place.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    if str(place).startswith("//"):
        return True
    return _MOUNTS.is_file() and network_mount(place, _MOUNTS.read_text(encoding="utf-8", errors="replace"))
