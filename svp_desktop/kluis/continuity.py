"""That a compartment's key is the one that its user knew, or was renewed from it by someone who had that one.

A slot tells who gave it, but the keyring can be rewritten by hand, and a key that someone else made opens a file that
he reads along. So each user remembers a mark of the key in his own sealed state, and each renewal leaves a link in the
keyring: the mark of the next key, sealed under the mark of the one before.
"""

import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from svp_desktop.domain.errors import SleutelOnbekend
from svp_desktop.kluis import keyring
from svp_desktop.kluis.keys import UserSecret, b64, mark, unb64, wipe
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.ways import context

MOST = 256
_NONCE = 12

#: Version of a key and its mark, as a user remembers them.
Known = tuple[int, bytes]


def add_link(entry: dict[str, Any], old: bytearray, new: bytearray) -> None:
    """Note in the entry of a compartment that its next key comes from who had the current one."""
    following = entry["dekv"] + 1
    nonce = os.urandom(_NONCE)
    sealed = nonce + AESGCM(mark(old)).encrypt(nonce, mark(new), _context(entry, following))
    links = [link for link in entry.get("links", []) if link["dekv"] < following]
    entry["links"] = [*links, {"dekv": following, "link": b64(sealed)}][-MOST:]


def holds(entry: dict[str, Any], known: Known | None, version: int, key: bytearray) -> bool:
    """Whether this key of this version is the known one or follows from it; the first one that is seen is believed."""
    if known is None:
        return True
    reached, found = known
    for link in entry.get("links", []):
        if link["dekv"] == reached + 1 and reached < version:
            sealed = unb64(link["link"])
            try:
                found = AESGCM(found).decrypt(sealed[:_NONCE], sealed[_NONCE:], _context(entry, link["dekv"]))
            except InvalidTag:
                return False
            reached += 1
    return reached == version and found == mark(key)


def current(ring: Ring, entry: dict[str, Any], account_id: str, secret: UserSecret, now: bytes) -> dict[str, Known]:
    """By compartment id: which version of the key a file with this mark has. Halfway a renewal the ring lists another
    one first."""
    for version in filter(None, (entry["dekv"], entry["pending_dekv"])):
        key = keyring.open_slot(ring, entry, account_id, secret, version)
        if key is not None:
            same = mark(key) == now
            wipe(key)
            if same:
                return {entry["id"]: (version, now)}
    return {}


def other_key() -> SleutelOnbekend:
    """What is told of a compartment that is under another key than the known one."""
    return SleutelOnbekend(
        "De sleutel van deze gegevens is veranderd, en niet door iemand die de vorige had.",
        safe="Er is niets geopend en niets veranderd.",
        now="Ga na wie bij de bestanden op deze computer kan. Vergrendel en zet een reservekopie terug.",
    )


def _context(entry: dict[str, Any], version: int) -> bytes:
    return context("svp 1 link", entry["id"], version)
