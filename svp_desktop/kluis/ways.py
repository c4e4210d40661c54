"""The ways in to one user's secret: a password, an invitation, a herstelblad. Each is bound to the school and the user.

A password and the words of an invitation go through Argon2id; a herstelblad holds 128 random bits and needs no such
work. A herstelblad has a key pair of its own, so that a new secret can be sealed to it without the sheet at hand; its
owner signs for it, or whoever can write in the keyring would be sealed the next secret.
"""

import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from svp_desktop.domain.errors import BestandBeschadigd, WachtwoordOnjuist
from svp_desktop.kluis.kdf import KdfPolicy, derive
from svp_desktop.kluis.keys import SheetKey, UserSecret, b64, seal, unb64, verify
from svp_desktop.kluis.ringfile import Ring, canonical

PASSWORD = "password"
INVITATION = "invitation"
RECOVERY = "recovery"
SHEET_SIZE = 16

Way = dict[str, Any]


def context(*parts: object) -> bytes:
    """What a sealed or signed thing is bound to: it opens nowhere else."""
    return canonical(list(parts)).encode()


def of_type(user: dict[str, Any], kind: str) -> list[Way]:
    """The ways of this kind that a user has."""
    return [way for way in user["ways"] if way["type"] == kind]


def password_way(
    secret: UserSecret, password: str, school_id: str, user_id: str, policy: KdfPolicy, kind: str = PASSWORD
) -> Way:
    """A way in by password (or by the words of an invitation): the secret under AES-GCM, bound to all parameters."""
    way: Way = {
        "type": kind,
        "kdf": "argon2id",
        "memory_kib": policy.memory_kib,
        "iterations": policy.iterations,
        "lanes": policy.lanes,
        "salt": b64(os.urandom(16)),
    }
    key = _password_key(way, password, school_id, user_id)
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, secret.reveal(), _password_context(way, school_id, user_id))
    return way | {"nonce": b64(nonce), "ct": b64(sealed)}


def _password_context(way: Way, school_id: str, user_id: str) -> bytes:
    names = ("type", "kdf", "memory_kib", "iterations", "lanes", "salt")
    return context("svp 1 way", school_id, user_id, {name: way[name] for name in names})


def _password_key(way: Way, password: str, school_id: str, user_id: str) -> bytes:
    bound = context("svp 1 kek", school_id, user_id)
    return derive(password, unb64(way["salt"]), way["memory_kib"], way["iterations"], way["lanes"], bound)


def open_by_password(ring: Ring, account_id: str, password: str, policy: KdfPolicy, kind: str = PASSWORD) -> UserSecret:
    """The secret of this account. Raises WachtwoordOnjuist (an unknown account costs the same), BestandBeschadigd."""
    school_id = ring["school"]["id"]
    wanted = "actief" if kind == PASSWORD else "uitgenodigd"
    user = next((user for user in ring["users"] if user["id"] == account_id), None)
    ways = of_type(user, kind) if user and user["status"] == wanted else []
    if not ways:
        derive(password, os.urandom(16), policy.memory_kib, policy.iterations, policy.lanes, b"")
        raise WachtwoordOnjuist
    for way in ways:
        if not policy.accepts(way["memory_kib"], way["iterations"], way["lanes"]):
            raise BestandBeschadigd
        key = _password_key(way, password, school_id, account_id)
        try:
            opened = AESGCM(key).decrypt(
                unb64(way["nonce"]), unb64(way["ct"]), _password_context(way, school_id, account_id)
            )
        except InvalidTag:
            continue
        return UserSecret(opened)
    raise WachtwoordOnjuist


def recovery_way(secret: UserSecret, code: bytes, school_id: str, user_id: str, day: str) -> Way:
    """A way in by herstelblad, from the 16 bytes that its words stand for; `day` (ISO) is printed on it."""
    key = sheet_key(code, school_id, user_id)
    way: Way = {"type": RECOVERY, "pk": b64(key.public_key()), "date": day}
    return _sealed(way, secret, school_id, user_id)


def renewed_recovery(way: Way, secret: UserSecret, school_id: str, user_id: str) -> Way:
    """The same herstelblad, now for another secret: the sheet itself is not needed."""
    return _sealed(way, secret, school_id, user_id)


def sheets(user: dict[str, Any], school_id: str) -> list[Way]:
    """The herstelbladen that a user signed for with the keys that the keyring gives him."""
    return [way for way in of_type(user, RECOVERY) if _is_signed(way, school_id, user)]


def _is_signed(way: Way, school_id: str, user: dict[str, Any]) -> bool:
    try:
        verify(unb64(way["sig"]), _sheet_context(way, school_id, user["id"]), unb64(user["pk_sign"]))
    except BestandBeschadigd:
        return False
    return True


def _sealed(way: Way, secret: UserSecret, school_id: str, user_id: str) -> Way:
    bound = _sheet_context(way, school_id, user_id)
    return way | {"sealed": b64(seal(secret.reveal(), unb64(way["pk"]), bound)), "sig": b64(secret.sign(bound))}


def open_by_sheet(ring: Ring, account_id: str, code: bytes) -> UserSecret:
    """The secret of this account by its herstelblad. Raises WachtwoordOnjuist when this sheet opens nothing here."""
    school_id = ring["school"]["id"]
    user = next((user for user in ring["users"] if user["id"] == account_id and user["status"] == "actief"), None)
    key = sheet_key(code, school_id, account_id)
    for way in of_type(user, RECOVERY) if user else []:
        if unb64(way["pk"]) == key.public_key():
            return UserSecret(bytes(key.unseal(unb64(way["sealed"]), _sheet_context(way, school_id, account_id))))
    raise WachtwoordOnjuist


def sheet_key(code: bytes, school_id: str, user_id: str) -> SheetKey:
    """The key pair of a herstelblad; ValueError unless `code` is 16 bytes."""
    if len(code) != SHEET_SIZE:
        raise ValueError("the code of a herstelblad is 16 bytes")
    return SheetKey(code, context("svp 1 herstelblad", school_id, user_id))


def _sheet_context(way: Way, school_id: str, user_id: str) -> bytes:
    return context("svp 1 sheet", school_id, user_id, way["pk"], way["date"])
