"""Bringing the backups to a second place: a stick or a network folder. Needs no key and no lock: copies never change.

Only run in a process of its own that nobody waits for: a place may hang at any call.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

from svp_desktop.domain.errors import SchijfVol
from svp_desktop.kluis import blobs, files, manifest, retention
from svp_desktop.kluis.manifest import Manifest

FOLDER = "SVP-reservekopieen"


def folder_of(place: Path, school_id: str) -> Path:
    """Where the backups of one school stand on a second place."""
    return place / FOLDER / school_id


def prepare(place: Path, school_id: str) -> None:
    """Make the folder on a place that was just chosen: later its absence tells that the stick is away.

    Raises as `files.told`, and OSError.
    """
    with files.told():
        folder_of(place, school_id).mkdir(parents=True, exist_ok=True)


def bring(source: Path, target: Path, moved: Callable[[int], None]) -> int:
    """Copy every backup that the target lacks or no longer has whole, newest first; returns how many it now has.

    What is there is judged by its hash. Raises as `files.told`, and OSError; what was brought stays.
    """
    with files.told():
        blobs.clean(target)
        sound: set[str] = set()
        for made in manifest.read_all(source):
            if manifest.is_complete(source, made):
                _bring_one(source, target, made, sound, moved)
        checks = manifest.read_checks(target) | manifest.read_checks(source)
        there = manifest.read_all(target)
        blobs.write(target / manifest.CHECKS_NAME, manifest.encode_checks(checks, there), private=False)
        retention.apply(target, private=False)
    return len(manifest.read_all(target))


def _bring_one(source: Path, target: Path, made: Manifest, sound: set[str], moved: Callable[[int], None]) -> None:
    for line in made.lines:
        name = line.blob_name
        if name in sound:
            continue
        path = target / name
        if not path.is_file() or blobs.digest(blobs.pieces(path), moved) != line.blob:
            blobs.remove([path], target, private=False)
            if not blobs.has_room(target, line.blob.size):
                raise SchijfVol
            # The retention of the program may take a copy away while this process is under way.
            with contextlib.suppress(FileNotFoundError):
                found = blobs.put(blobs.pieces(source / name), target, line.suffix, moved, private=False)
                if found == line.blob:
                    sound.add(name)
            continue
        sound.add(name)
    if all(line.blob_name in sound for line in made.lines):
        data = manifest.encode(made)
        if blobs.read_small(target / made.name, len(data)) != data:
            blobs.write(target / made.name, data, private=False)
