"""The list of one backup, and what is known of its copies. Imports no crypto: the unlock page shows the age of it.

`backups/<stamp>-<number>.json` names each file of the kluis with the size and SHA-256 of its copy, nothing else; the
copies stand beside it under their hash, so that an unchanged file is a line and not another copy. `gecontroleerd.json`
says of which copies a holder proved that they open and are whole.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from svp_desktop.kluis import blobs, ringfile, ringschema
from svp_desktop.kluis.blobs import Blob

FORMAT = 1
CHECKS_NAME = "gecontroleerd.json"
RING_SUFFIX = ".sleutelring"
_NAME = re.compile(r"\d{8}-\d{6}-(\d{6})\.json")
_FILE = re.compile(r"[a-z0-9-]{1,64}\.db|sleutelring\.json")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BLOB = re.compile(r"[0-9a-f]{64}\.(db|sleutelring)")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LIMIT = 1 << 18
_MOST_CHECKS = 1000
_MOST_NUMBER = 999_999


@dataclass(frozen=True, slots=True)
class Line:
    """One file of the kluis as it was: its own name, and the content that is kept under its hash."""

    name: str
    blob: Blob

    @property
    def suffix(self) -> str:
        """How the name of the copy ends."""
        return RING_SUFFIX if self.name == ringfile.NAME else Path(self.name).suffix

    @property
    def blob_name(self) -> str:
        """The name of the copy in the folder of the backups."""
        return f"{self.blob.sha256}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """One backup. `number` goes up with each, so that a clock that was wrong once puts nothing out of order."""

    number: int
    school_id: str
    made_at: datetime
    program: str
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.made_at:%Y%m%d-%H%M%S}-{self.number:06d}.json"

    def line(self, name: str) -> Line | None:
        """The line of this file, None when it was not in the kluis or could not be copied."""
        return next((line for line in self.lines if line.name == name), None)

    @property
    def ring(self) -> Line:
        """The keyring that travels along."""
        found = self.line(ringfile.NAME)
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Check:
    """What a holder found of a copy, and when."""

    at: datetime
    good: bool


def encode(manifest: Manifest) -> bytes:
    """The file of a manifest."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "number": manifest.number,
        "school": manifest.school_id,
        "made_at": manifest.made_at.isoformat(timespec="seconds"),
        "program": manifest.program,
        "files": [
            {"name": line.name, "size": line.blob.size, "sha256": line.blob.sha256}
            for line in sorted(manifest.lines, key=lambda line: line.name)
        ],
    }
    content["crc32"] = ringfile.checksum(content)
    return (ringfile.canonical(content) + "\n").encode()


_FORM = ringschema.record(
    {
        "format": ringschema.number(1, FORMAT),
        "number": ringschema.number(1, _MOST_NUMBER),
        "school": ringschema.pattern(_UUID),
        "made_at": ringschema.text(40),
        "program": ringschema.text(40),
        "files": ringschema.items(
            ringschema.record(
                {
                    "name": ringschema.pattern(_FILE),
                    "size": ringschema.number(1, 2**53),
                    "sha256": ringschema.pattern(_SHA256),
                }
            ),
            300,
        ),
        "crc32": ringschema.text(8),
    }
)


def parse(data: bytes) -> Manifest | None:
    """A manifest from its bytes; None when it is damaged or of another format: the others still count."""
    try:
        content = json.loads(data)
        if not _FORM(content) or content["crc32"] != ringfile.checksum(content):
            return None
        made_at = datetime.fromisoformat(content["made_at"])
    except (ValueError, RecursionError):
        return None
    lines = tuple(Line(file["name"], Blob(file["size"], file["sha256"])) for file in content["files"])
    names = [line.name for line in lines]
    if made_at.tzinfo is None or len(set(names)) != len(names) or ringfile.NAME not in names:
        return None
    return Manifest(content["number"], content["school"], made_at, content["program"], lines)


def is_manifest(name: str) -> bool:
    """Whether a file of this name is a list of a backup."""
    return _NAME.fullmatch(name) is not None


def highest(folder: Path) -> int:
    """The highest number that was given out, also to a list that cannot be read; 0 before the first."""
    return max((int(found[1]) for path in folder.iterdir() if (found := _NAME.fullmatch(path.name))), default=0)


def is_blob(name: str) -> bool:
    """Whether a file of this name is a copy in a backup."""
    return _BLOB.fullmatch(name) is not None


def newest_first(folder: Path) -> Iterator[Manifest]:
    """Every readable manifest in `folder`, the newest first, each read when it is asked for; none when it cannot be."""
    try:
        names = [path for path in folder.iterdir() if is_manifest(path.name)]
    except OSError:
        # a folder that is not there (any more) holds no backups
        return
    for path in sorted(names, key=lambda path: (path.name[-11:], path.name), reverse=True):
        made = _read(path)
        if made is not None:
            yield made


def _read(path: Path) -> Manifest | None:
    try:
        data = blobs.read_small(path, _LIMIT)
    except OSError:
        # taken away meanwhile, or a stick that was pulled out: the others still count
        return None
    made = None if data is None else parse(data)
    return made if made is not None and made.name == path.name else None


def read_all(folder: Path) -> list[Manifest]:
    """Every readable manifest in `folder`, the newest first."""
    return list(newest_first(folder))


def is_complete(folder: Path, manifest: Manifest) -> bool:
    """Whether every copy that it names stands there with its size."""
    return all(blobs.is_there(folder / line.blob_name, line.blob.size) for line in manifest.lines)


def read_checks(folder: Path) -> dict[str, Check]:
    """What is known of the copies, by hash. An unreadable file means that nothing is known."""
    try:
        data = blobs.read_small(folder / CHECKS_NAME, _LIMIT)
        found = json.loads(data)["blobs"] if data is not None else {}
        return {
            sha: Check(datetime.fromisoformat(entry["op"]), entry["goed"] is True)
            for sha, entry in found.items()
            if _SHA256.fullmatch(sha)
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def encode_checks(checks: dict[str, Check], kept: Iterable[Manifest]) -> bytes:
    """The file of the checks, without those of copies that are gone."""
    known = {line.blob.sha256 for manifest in kept for line in manifest.lines}
    left = {sha: check for sha, check in checks.items() if sha in known}
    entries = {
        sha: {"op": check.at.isoformat(timespec="seconds"), "goed": check.good}
        for sha, check in sorted(left.items(), key=lambda item: item[1].at)[-_MOST_CHECKS:]
    }
    return json.dumps({"format": FORMAT, "blobs": entries}, sort_keys=True).encode()
