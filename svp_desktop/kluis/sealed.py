"""Writing without reading: a message sealed to the public key of each receiver, to lie in the letter box.

Who seals can open it no more. A receiver whose key nobody explained gets nothing: someone else could read along.
"""

import json
from typing import Any

from svp_desktop.domain.errors import BestandBeschadigd, SleutelOnbekend
from svp_desktop.kluis import keyring
from svp_desktop.kluis.keys import UserSecret, seal, unb64
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.ways import context


def holders(kluis: Kluis, kind: str) -> tuple[str, ...]:
    """The accounts that have the key of the one compartment of this kind, in the order of the keyring."""
    return tuple(holder for entry in kluis.ring["compartments"] if entry["kind"] == kind
                 for holder in keyring.holders(entry))  # fmt: skip


def seal_to(kluis: Kluis, receiver: str, uuid: str, message: dict[str, Any]) -> bytes:
    """The message (JSON values) for one receiver. Raises SleutelOnbekend, BestandBeschadigd."""
    if receiver in kluis.strangers:
        raise SleutelOnbekend
    user = keyring.user_of(kluis.ring, receiver)
    return seal(json.dumps(message).encode(), unb64(user["pk"]), _context(kluis.ring, receiver, uuid))


def open_own(kluis: Kluis, uuid: str, sealed: bytes) -> dict[str, Any]:
    """A message to this account. Raises BestandBeschadigd when it is none, or was sealed to an earlier key."""
    return _open(kluis.secret, sealed, _context(kluis.ring, kluis.account_id, uuid))


def _open(secret: UserSecret, sealed: bytes, info: bytes) -> dict[str, Any]:
    opened = secret.open(sealed, info)
    try:
        found: dict[str, Any] = json.loads(bytes(opened))
    except ValueError:
        raise BestandBeschadigd from None
    return found


def _context(ring: Ring, receiver: str, uuid: str) -> bytes:
    return context("svp 1 postvak", ring["school"]["id"], receiver, uuid)
