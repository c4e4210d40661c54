"""Whether a compartment is older than someone remembers: every page of an older copy is sealed well, so only a witness
outside the file can tell.

There are two: each user's own state in the keyring, and, for what is not private, a keyed hash outside the folder.
"""

import hmac
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from svp_desktop.kluis import events, trail
from svp_desktop.kluis.events import Head
from svp_desktop.kluis.ownstate import Witness
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.tables.kern import identiteit
from svp_desktop.kluis.transaction import Rx

_EXCUSES = frozenset({events.RESTORED, events.OLDER_ACCEPTED})

#: Reads and writes the witness outside the folder: compartment id -> text.
Outside = MutableMapping[str, str]


@dataclass(frozen=True, slots=True)
class Older:
    """A copy that is older than the witness of `at` (ISO moment, "" when only the outside witness tells it)."""

    at: str
    missing: int


def head(rx: Rx) -> Head:
    """How far the compartment is now."""
    sequence = rx.connection.execute(select(identiteit.c.volgnummer)).scalar_one()
    line, link = trail.head(rx)
    return (int(sequence), line, link.hex())


def witness_of(rx: Rx, ring: Ring, compartment_id: str, at: str) -> Witness:
    """What a user is to remember of the compartment as it is now."""
    return Witness(*head(rx), at, last_event(ring, compartment_id))


def outside_of(rx: Rx, ring: Ring, compartment: dict[str, Any], key: bytes) -> str:
    """The same as a keyed hash: it tells nothing to who has no key."""
    line, link = trail.head(rx)
    return f"1 {compartment['dekv']} {_hash(key, line, link)} {last_event(ring, compartment['id']) or '-'}"


def last_event(ring: Ring, compartment_id: str) -> str:
    """The id of the newest line about this compartment that explains a lower number."""
    return next((event["id"] for event in reversed(_explaining(ring, compartment_id))), "")


def _explaining(ring: Ring, compartment_id: str) -> list[events.Event]:
    return [
        event
        for event in ring["events"]
        if event["compartment"] == compartment_id and event["kind"] in _EXCUSES and events.genuine(ring, event)
    ]


def compare(rx: Rx, ring: Ring, compartment_id: str, kept: Witness) -> Older | None:
    """Older than this user remembers? None when it is not, or when a signed line explains it."""
    sequence, line, _ = head(rx)
    at_line = trail.link_at(rx, kept.line)
    if sequence >= kept.sequence and at_line is not None and at_line.hex() == kept.link:
        return None
    if _excused(rx, ring, compartment_id, kept.after):
        return None
    return Older(kept.at, max(kept.line - line, 0))


def compare_outside(rx: Rx, ring: Ring, compartment: dict[str, Any], kept: str, key: bytes) -> Older | None:
    """Older than this computer remembers? A text that is not ours is no witness."""
    parts = kept.split(" ")
    if len(parts) != 4 or parts[0] != "1" or not parts[1].isdecimal():
        return None
    version, digest, after = int(parts[1]), parts[2], parts[3]
    if version == compartment["dekv"] and _any_line(rx, lambda line, link: _hash(key, line, link) == digest):
        return None
    if version < compartment["dekv"] or _excused(rx, ring, compartment["id"], after):
        return None
    return Older("", 0)


def _any_line(rx: Rx, fits: Callable[[int, bytes], bool]) -> bool:
    return any(fits(line, link) for line, link in trail.links(rx))


def _hash(key: bytes, line: int, link: bytes) -> str:
    return hmac.new(key, f"svp 1 getuige {line} {link.hex()}".encode(), sha256).hexdigest()


def _excused(rx: Rx, ring: Ring, compartment_id: str, after: str) -> bool:
    """Whether a line newer than `after` says that this copy was put back or accepted, and it is at least that far."""
    lines = _explaining(ring, compartment_id)
    known = [event["id"] for event in lines]
    newer = lines[known.index(after) + 1 :] if after in known else lines
    sequence = head(rx)[0]
    for event in reversed(newer):
        least, line, link = event["to"]
        found = trail.link_at(rx, line)
        if sequence >= least and found is not None and found.hex() == link:
            return True
    return False
