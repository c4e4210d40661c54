"""The keyring's file: its form, its checksum and its public part. Imports no crypto, so that the unlock page is quick.

Format 1 is one canonical JSON object (sorted keys, no spaces, UTF-8). `magic`, `format`, `min_reader` and `crc32` keep
their meaning in every later format: the checksum needs no secret, so damage is never mistaken for a wrong password,
and a newer file is recognised without being touched. Fields of a later version are kept when the file is rewritten.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from svp_desktop.domain.errors import BestandBeschadigd, BestandNieuwer, UserFacing
from svp_desktop.kluis import files
from svp_desktop.kluis.ringschema import RING, is_consistent

NAME = "sleutelring.json"
PREVIOUS_NAME = "sleutelring.vorige.json"
MAGIC = "svp-sleutelring"
FORMAT = 1
LIMIT = 1 << 20
_DEPTH = 12
# A text (also one that never ends, so that this stays linear) or a bracket.
_TOKEN = re.compile(rb'"(?:[^"\\]|\\[\s\S])*(?:"|\\?\Z)|[\[{\]}]')

Ring = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """Someone in the keyring: uuid, the name on the unlock page, the code of the role, pestcoördinator or not."""

    id: str
    name: str
    role: str
    pest: bool = False


@dataclass(frozen=True, slots=True)
class RingInfo:
    """What the unlock page shows before anything is unlocked: who can unlock, and who was invited to."""

    school_id: str
    school_name: str
    accounts: tuple[Account, ...]
    demo: bool
    motto: str
    invited: tuple[Account, ...] = ()


def read_info(folder: Path) -> RingInfo:
    """The public part of the keyring in `folder`. Raises BestandBeschadigd, BestandNieuwer, MapNietSchrijfbaar."""
    return info_of(read(folder))


def info_of(ring: Ring) -> RingInfo:
    """The public part of a keyring that was read."""
    school = ring["school"]
    active, invited = (
        tuple(
            Account(user["id"], user["login"], user["role"], user["pest"])
            for user in ring["users"]
            if user["status"] == status
        )
        for status in ("actief", "uitgenodigd")
    )
    return RingInfo(school["id"], school["name"], active, school["demo"], school["motto"], invited)


def read(folder: Path) -> Ring:
    """The keyring of `folder`, checked for damage and form (not for signatures). Raises as `read_info`."""
    return parse(files.read_small(folder / NAME, LIMIT))


def previous_is_whole(folder: Path) -> bool:
    """Whether the generation before lies there and is whole, to go on with when the current one is damaged."""
    try:
        parse(files.read_small(folder / PREVIOUS_NAME, LIMIT))
    except UserFacing:
        return False
    return True


def use_previous(folder: Path) -> None:
    """Let the generation before take the place of a damaged one. Raises BestandBeschadigd when it is damaged too."""
    data = files.read_small(folder / PREVIOUS_NAME, LIMIT)
    parse(data)
    files.write_small(folder / NAME, data)


def parse(data: bytes) -> Ring:
    """A keyring from its bytes. Raises BestandBeschadigd, or BestandNieuwer when whole but of a later format."""
    ring = _load(data)
    if ring.get("magic") != MAGIC or ring.get("crc32") != checksum(ring):
        raise BestandBeschadigd
    readable_from = ring.get("min_reader")
    if isinstance(readable_from, int) and readable_from > FORMAT:
        raise BestandNieuwer
    if not RING(ring) or not is_consistent(ring):
        raise BestandBeschadigd
    return ring


def encode(ring: Ring) -> bytes:
    """The one way in which this keyring is written."""
    return (canonical(ring) + "\n").encode()


def canonical(value: object) -> str:
    """JSON in the one form that is summed and signed. Raises ValueError for what has no such form."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def checksum(ring: Ring) -> str:
    """CRC-32 over everything but itself: tells damage, not tampering (the signature does)."""
    bare = {key: value for key, value in ring.items() if key != "crc32"}
    return f"{zlib.crc32(canonical(bare).encode()):08x}"


def fingerprint(data: bytes) -> str:
    """What a next generation remembers of the bytes before it."""
    return hashlib.sha256(data).hexdigest()


def current_fingerprint(folder: Path) -> str:
    """The fingerprint of the keyring as it lies in `folder`. Raises BestandBeschadigd when it is gone."""
    return fingerprint(files.read_small(folder / NAME, LIMIT))


def sealed(ring: Ring) -> bytes:
    """The bytes of a signed ring with its checksum."""
    return encode(ring | {"crc32": checksum(ring)})


def write(folder: Path, ring: Ring, prove: Callable[[Ring], None], earlier: Ring | None = None) -> None:
    """Put a signed ring in place; the generation before it is kept beside it: the one that lies there, or `earlier`.

    What was written is read back and handed to `prove`, which must really open a key with it, before it replaces
    anything. Raises SchijfVol, MapNietSchrijfbaar, BestandBeschadigd; the old keyring then still stands.
    """
    target = folder / NAME
    part = files.write_part(target, sealed(ring))
    prove(parse(files.read_small(part, LIMIT)))
    if earlier is not None:
        files.write_small(folder / PREVIOUS_NAME, sealed(earlier))
    elif target.exists():
        files.write_small(folder / PREVIOUS_NAME, files.read_small(target, LIMIT))
    files.put_in_place(part, target)


def _load(data: bytes) -> Ring:
    """A JSON object within the caps, written in the one way. Raises BestandBeschadigd."""
    if len(data) > LIMIT or _depth(data) > _DEPTH:
        raise BestandBeschadigd
    try:
        ring = json.loads(data.decode(), parse_float=_refuse, parse_constant=_refuse)
        same = isinstance(ring, dict) and encode(ring) == data
    except ValueError:
        raise BestandBeschadigd from None
    if not same:
        raise BestandBeschadigd
    checked: Ring = ring
    return checked


def _refuse(_text: str) -> object:
    raise ValueError("only whole numbers")


def _depth(data: bytes) -> int:
    """How deep brackets nest at most, texts left out: bounds the parser before it runs."""
    deepest = depth = 0
    for token in _TOKEN.finditer(data):
        if token[0] in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in (b"]", b"}"):
            depth -= 1
    return deepest
