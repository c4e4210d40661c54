"""The keyring's content: accounts, their ways in, and a sealed key for each compartment and holder."""

import os
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from svp_desktop.domain.errors import BestandBeschadigd, WachtwoordOnjuist
from svp_desktop.domain.wachtwoord import normal
from svp_desktop.kluis.keys import KEY_SIZE, UserSecret, b64, seal, unb64, verify
from svp_desktop.kluis.ringfile import FORMAT, MAGIC, Ring, canonical

_MIB = 1024


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """How much work a password costs: Argon2id parameters for new ways in, and the range that is accepted at all.

    `target` is the time in seconds that `calibrated` aims at; None leaves the parameters as they are.
    """

    memory_kib: int
    iterations: int
    lanes: int
    floor_kib: int
    ceiling_kib: int
    target: tuple[float, float] | None = None
    iterations_range: tuple[int, int] = (2, 10)
    lanes_range: tuple[int, int] = (1, 8)

    @classmethod
    def product(cls) -> "KdfPolicy":
        """256 MiB and 3 passes, at creation fitted to 0.7-1.2 s on this computer, never under 64 MiB."""
        return cls(256 * _MIB, 3, 4, floor_kib=64 * _MIB, ceiling_kib=1024 * _MIB, target=(0.7, 1.2))

    @classmethod
    def for_tests(cls) -> "KdfPolicy":
        """1 MiB: a test of a thousand damaged keyrings would otherwise take hours."""
        return cls(1 * _MIB, 2, 1, floor_kib=1 * _MIB, ceiling_kib=1024 * _MIB)

    def accepts(self, memory_kib: int, iterations: int, lanes: int) -> bool:
        """Whether these parameters may be run: a keyring may ask neither too little nor a machine to its knees."""
        return (
            self.floor_kib <= memory_kib <= self.ceiling_kib
            and self.iterations_range[0] <= iterations <= self.iterations_range[1]
            and self.lanes_range[0] <= lanes <= self.lanes_range[1]
        )

    def calibrated(self, measure: "Callable[[KdfPolicy], float] | None" = None) -> "KdfPolicy":
        """This policy with parameters that take the target time here (or the nearest that the range allows)."""
        if self.target is None:
            return self
        low, high = self.target
        policy = self._scaled(0.0)
        for _ in range(4):
            seconds = (measure or _seconds)(policy)
            following = policy._scaled((low + high) / 2 / seconds)
            if low <= seconds <= high or following == policy:
                break
            policy = following
        return policy

    def _scaled(self, factor: float) -> "KdfPolicy":
        """About `factor` times the work: memory first, up to 256 MiB; passes do the rest."""
        work = self.memory_kib * self.iterations * factor
        memory = int(min(max(work / 3, self.floor_kib), 256 * _MIB)) // _MIB * _MIB
        low, high = self.iterations_range
        return replace(self, memory_kib=memory, iterations=min(max(round(work / memory), low), high))


def _seconds(policy: KdfPolicy) -> float:
    start = time.perf_counter()
    _derive("meting", b"\x00" * 16, policy.memory_kib, policy.iterations, policy.lanes, b"")
    return time.perf_counter() - start


def _derive(password: str, salt: bytes, memory_kib: int, iterations: int, lanes: int, context: bytes) -> bytes:
    kdf = Argon2id(salt=salt, length=KEY_SIZE, iterations=iterations, lanes=lanes, memory_cost=memory_kib, ad=context)
    # A lone surrogate cannot be in a password that was set, so however it is encoded it opens nothing.
    return kdf.derive(normal(password).encode("utf-8", "surrogatepass"))


def _context(*parts: object) -> bytes:
    """What a sealed thing is bound to: it opens nowhere else."""
    return canonical(list(parts)).encode()


def password_way(secret: UserSecret, password: str, school_id: str, user_id: str, policy: KdfPolicy) -> dict[str, Any]:
    """A way in by password: the user secret under AES-GCM, bound to all parameters, the school and the user."""
    way: dict[str, Any] = {
        "type": "password",
        "kdf": "argon2id",
        "memory_kib": policy.memory_kib,
        "iterations": policy.iterations,
        "lanes": policy.lanes,
        "salt": b64(os.urandom(16)),
    }
    key = _way_key(way, password, school_id, user_id)
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, secret.reveal(), _way_context(way, school_id, user_id))
    return way | {"nonce": b64(nonce), "ct": b64(sealed)}


def _way_context(way: dict[str, Any], school_id: str, user_id: str) -> bytes:
    names = ("type", "kdf", "memory_kib", "iterations", "lanes", "salt")
    return _context("svp 1 way", school_id, user_id, {name: way[name] for name in names})


def _way_key(way: dict[str, Any], password: str, school_id: str, user_id: str) -> bytes:
    context = _context("svp 1 kek", school_id, user_id)
    return _derive(password, unb64(way["salt"]), way["memory_kib"], way["iterations"], way["lanes"], context)


def open_by_password(ring: Ring, account_id: str, password: str, policy: KdfPolicy) -> UserSecret:
    """The secret of this account. Raises WachtwoordOnjuist (an unknown account costs the same), BestandBeschadigd."""
    school_id = ring["school"]["id"]
    user = next((user for user in ring["users"] if user["id"] == account_id), None)
    ways = [way for way in user["ways"] if way["type"] == "password"] if user else []
    if user is None or user["status"] != "actief" or not ways:
        _derive(password, os.urandom(16), policy.memory_kib, policy.iterations, policy.lanes, b"")
        raise WachtwoordOnjuist
    for way in ways:
        if not policy.accepts(way["memory_kib"], way["iterations"], way["lanes"]):
            raise BestandBeschadigd
        key = _way_key(way, password, school_id, account_id)
        try:
            opened = AESGCM(key).decrypt(
                unb64(way["nonce"]), unb64(way["ct"]), _way_context(way, school_id, account_id)
            )
        except InvalidTag:
            continue
        return UserSecret(opened)
    raise WachtwoordOnjuist


def new_user(secret: UserSecret, user_id: str, login: str, role: str, way: dict[str, Any]) -> dict[str, Any]:
    """An active account with one way in; its public keys are signed by itself."""
    public, sign = b64(secret.public_key()), b64(secret.sign_key())
    return {
        "id": user_id,
        "login": login,
        "role": role,
        "status": "actief",
        "pk": public,
        "pk_sign": sign,
        "pk_sig": b64(secret.sign(_context("svp 1 user", user_id, public, sign))),
        "ways": [way],
    }


def new_ring(*, school_id: str, school_name: str, motto: str, demo: bool) -> Ring:
    """A keyring without users, not yet signed."""
    return {
        "magic": MAGIC,
        "format": FORMAT,
        "min_reader": 1,
        "school": {"id": school_id, "name": school_name, "motto": motto, "demo": demo},
        "generation": 0,
        "prev_sha256": "",
        "users": [],
        "compartments": [],
    }


def new_compartment(kind: str, file: str) -> dict[str, Any]:
    """A compartment without holders."""
    return {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "file": file,
        "dekv": 1,
        "pending_dekv": None,
        "slots": [],
        "pairs": [],
    }


def grant(
    ring: Ring, compartment: dict[str, Any], dek: bytes, holder: dict[str, Any], granter: UserSecret, granter_id: str
) -> dict[str, Any]:
    """A slot: the key of this compartment sealed to `holder` and signed by who gives it."""
    info = _slot_context(ring, compartment, compartment["dekv"], holder["id"])
    sealed = seal(dek, unb64(holder["pk"]), info)
    return {
        "holder": holder["id"],
        "dekv": compartment["dekv"],
        "hpke": b64(sealed),
        "granted_by": granter_id,
        "sig": b64(granter.sign(info + sealed)),
    }


def _slot_context(ring: Ring, compartment: dict[str, Any], dekv: int, holder_id: str) -> bytes:
    return _context("svp 1 slot", ring["school"]["id"], compartment["id"], dekv, holder_id)


def open_slot(ring: Ring, compartment: dict[str, Any], holder_id: str, secret: UserSecret) -> bytearray | None:
    """The key of this compartment, or None when this holder has none. Raises BestandBeschadigd."""
    for slot in compartment["slots"]:
        if slot["holder"] == holder_id and slot["dekv"] == compartment["dekv"]:
            info = _slot_context(ring, compartment, slot["dekv"], holder_id)
            sealed = unb64(slot["hpke"])
            verify(unb64(slot["sig"]), info + sealed, unb64(_user(ring, slot["granted_by"])["pk_sign"]))
            key = secret.open(sealed, info)
            if len(key) != KEY_SIZE:
                raise BestandBeschadigd
            return key
    return None


def _user(ring: Ring, user_id: str) -> dict[str, Any]:
    for user in ring["users"]:
        if user["id"] == user_id:
            return dict(user)
    raise BestandBeschadigd


def signed(ring: Ring, writer_id: str, secret: UserSecret, previous: str) -> Ring:
    """The next generation of this ring, signed by who writes it; `previous` is the fingerprint of the one before."""
    bare = {key: value for key, value in ring.items() if key not in ("sig", "crc32")}
    bare |= {"generation": ring["generation"] + 1, "prev_sha256": previous, "sig_by": writer_id}
    return bare | {"sig": b64(secret.sign(_ring_message(bare)))}


def _ring_message(bare: Ring) -> bytes:
    return _context("svp 1 ring", bare)


def verify_ring(ring: Ring, account_id: str, secret: UserSecret) -> None:
    """That the ring was signed by a user in it and holds this user's own keys. Raises BestandBeschadigd."""
    bare = {key: value for key, value in ring.items() if key not in ("sig", "crc32")}
    verify(unb64(ring["sig"]), _ring_message(bare), unb64(_user(ring, ring["sig_by"])["pk_sign"]))
    for user in ring["users"]:
        message = _context("svp 1 user", user["id"], user["pk"], user["pk_sign"])
        verify(unb64(user["pk_sig"]), message, unb64(user["pk_sign"]))
    own = _user(ring, account_id)
    if unb64(own["pk"]) != secret.public_key() or unb64(own["pk_sign"]) != secret.sign_key():
        raise BestandBeschadigd
