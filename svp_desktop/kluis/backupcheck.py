"""Proving that the newest backup can be put back: its copies are opened with the keyring that travels along."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis import blobs, copies, files, manifest, ringfile
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.keyring import Entry
from svp_desktop.kluis.keys import wipe
from svp_desktop.kluis.manifest import Check, Line, Manifest
from svp_desktop.kluis.ringfile import Ring

#: The key of a compartment (its entry) in this keyring for who unlocked the kluis, None without one; wiped after use.
KeyOf = Callable[[Ring, Entry], bytearray | None]
Stop = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What the check of one backup brought: names of files proven good and bad; earlier proofs count as good."""

    good: tuple[str, ...]
    bad: tuple[str, ...]


def check_newest(backups: Path, key_of: KeyOf, now: datetime, stop: Stop) -> Found | None:
    """Check what this account can open of the newest complete backup, and note it; None when there is no backup.

    Raises MapNietSchrijfbaar, SchijfVol, and what `stop` raises.
    """
    found = manifest.read_all(backups)
    newest = next((made for made in found if manifest.is_complete(backups, made)), None)
    if newest is None:
        return None
    known = manifest.read_checks(backups)
    with files.told():
        results = _proven(backups, newest, key_of, stop, {sha for sha, check in known.items() if check.good})
        fresh = {line.blob.sha256: Check(now, good) for line, good in results.items() if _is_news(known, line, good)}
        if fresh:
            blobs.write(backups / manifest.CHECKS_NAME, manifest.encode_checks(known | fresh, found))
    return Found(
        tuple(line.name for line, good in results.items() if good),
        tuple(line.name for line, good in results.items() if not good),
    )


def _is_news(known: dict[str, Check], line: Line, good: bool) -> bool:
    before = known.get(line.blob.sha256)
    return before is None or before.good is not good


def read_ring(folder: Path, made: Manifest, stop: Stop) -> Ring:
    """The keyring of a backup, when its copy is what the list says. Raises BestandBeschadigd, BestandNieuwer."""
    path = folder / made.ring.blob_name
    if not is_itself(path, made.ring, stop):
        raise BestandBeschadigd
    return ringfile.parse(files.read_small(path, ringfile.LIMIT))


def is_itself(path: Path, line: Line, stop: Stop) -> bool:
    """Whether a copy still has the content of its name."""
    if not blobs.is_there(path, line.blob.size):
        return False
    return blobs.digest(blobs.pieces(path), lambda _: stop()) == line.blob


def _proven(backups: Path, made: Manifest, key_of: KeyOf, stop: Stop, known: set[str]) -> dict[Line, bool]:
    """Each file of this backup that the account can judge, and whether it is good."""
    try:
        ring = read_ring(backups, made, stop)
    except BestandBeschadigd:
        _drop(backups, made.ring)
        return {made.ring: False}
    results = {made.ring: True}
    for entry in ring["compartments"]:
        line = made.line(entry["file"])
        # A file that was being sealed with a new key may be under either: the next backup tells.
        if line is None or entry["pending_dekv"] is not None or entry["kind"] not in copies.SCHEMAS:
            continue
        key = key_of(ring, entry)
        if key is None:
            continue
        try:
            results[line] = line.blob.sha256 in known or _is_good(backups, ring, entry, line, key, stop)
        finally:
            wipe(key)
    return results


def _is_good(backups: Path, ring: Ring, entry: Entry, line: Line, key: bytearray, stop: Stop) -> bool:
    path = backups / line.blob_name
    try:
        # Every page carries its own seal, so the hash adds nothing to a copy that is good. A restore compares it too.
        copies.look(path, key, Identity(ring["school"]["id"], entry["id"], entry["kind"]), stop)
    except BestandBeschadigd:
        if not is_itself(path, line, stop):
            _drop(backups, line)
        return False
    return path.stat().st_size == line.blob.size


def _drop(backups: Path, line: Line) -> None:
    """Take away a copy that is no longer what its name says: the next backup then makes it again."""
    blobs.remove([backups / line.blob_name], backups)
