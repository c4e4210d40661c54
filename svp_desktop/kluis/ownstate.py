"""What one user must remember outside every compartment: how far each was at the last lock, and what was shown.

Encrypted in the keyring, always of the same size and rewritten at every lock, so that it tells others nothing.
"""

import json
import os
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from svp_desktop.kluis.continuity import Known
from svp_desktop.kluis.keys import UserSecret, b64, mark, unb64
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.ways import context

_SIZE = 6144
_MOST_SEEN = 48
_MOST_OPENINGS = 10


@dataclass(frozen=True, slots=True)
class Witness:
    """How far a compartment was: commit sequence, trail sequence and its link (hex), when, after which event."""

    sequence: int
    line: int
    link: str
    at: str
    after: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A file as it was closed: commit sequence, SHA-256 (hex), and the last event that explains another file."""

    sequence: int
    digest: str
    after: str


@dataclass(slots=True)
class OwnState:
    """`witnesses` by compartment id; `seen` keys of messages; `openings`: compartment and moment of each time that an
    older copy was looked at without accepting it; `alarms`: compartments that a damaged page closed; `own`: the id of
    one's private file; `keys`: the version and mark of each compartment's key (see `continuity`); `lost`: the state
    itself was not there or not readable, so nothing is remembered; `closed`: each file as it was closed."""

    witnesses: dict[str, Witness] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    openings: list[tuple[str, str]] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    own: str = ""
    keys: dict[str, Known] = field(default_factory=dict)
    lost: bool = False
    closed: dict[str, Closed] = field(default_factory=dict)

    def remember(self, entry: dict[str, Any], key: bytearray) -> None:
        """A compartment that this user makes."""
        self.keys[entry["id"]] = (entry["dekv"], mark(key))
        if entry["owner"]:
            self.own = entry["id"]


def read(ring: Ring, user: dict[str, Any], secret: UserSecret) -> OwnState:
    """The state of this user; a fresh one, `lost`, when it is gone: spoiling it may not keep anyone out."""
    sealed = user.get("state")
    if sealed is None:
        return OwnState(lost=True)
    try:
        data = AESGCM(_key(secret)).decrypt(unb64(sealed["nonce"]), unb64(sealed["ct"]), _context(ring, user))
    except InvalidTag:
        return OwnState(lost=True)
    content = json.loads(data)
    return OwnState(
        {compartment: Witness(*values) for compartment, values in content["witnesses"].items()},
        list(content["seen"]),
        [(compartment, at) for compartment, at in content["openings"]],
        list(content["alarms"]),
        content["own"],
        {compartment: (version, unb64(text)) for compartment, (version, text) in content["keys"].items()},
        closed={compartment: Closed(*values) for compartment, values in content["closed"].items()},
    )


def write(ring: Ring, user: dict[str, Any], secret: UserSecret, state: OwnState) -> None:
    """Seal the state into the user's entry."""
    content = {
        "witnesses": {
            compartment: [kept.sequence, kept.line, kept.link, kept.at, kept.after]
            for compartment, kept in state.witnesses.items()
        },
        "seen": state.seen[-_MOST_SEEN:],
        "openings": state.openings[-_MOST_OPENINGS:],
        "alarms": state.alarms[-_MOST_OPENINGS:],
        "own": state.own,
        "keys": {compartment: [version, b64(mark)] for compartment, (version, mark) in state.keys.items()},
        "closed": {compartment: [kept.sequence, kept.digest, kept.after] for compartment, kept in state.closed.items()},
    }
    data = json.dumps(content, separators=(",", ":")).encode()
    nonce = os.urandom(12)
    sealed = AESGCM(_key(secret)).encrypt(nonce, data.ljust(_SIZE), _context(ring, user))
    user["state"] = {"nonce": b64(nonce), "ct": b64(sealed)}


def _key(secret: UserSecret) -> bytes:
    return secret.derived(b"state")


def _context(ring: Ring, user: dict[str, Any]) -> bytes:
    return context("svp 1 state", ring["school"]["id"], user["id"])
