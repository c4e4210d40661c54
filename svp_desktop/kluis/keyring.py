"""The keyring's content: accounts, and a sealed key for each compartment and holder. Every change is a new generation,
signed by who made it."""

import hashlib
import uuid
from typing import Any

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis.keys import KEY_SIZE, SheetKey, UserSecret, b64, seal, unb64, verify
from svp_desktop.kluis.ringfile import FORMAT, MAGIC, Ring
from svp_desktop.kluis.ringschema import LAST_GENERATION
from svp_desktop.kluis.ways import context

INVITED = "uitgenodigd"
ACTIVE = "actief"
OFF = "uit"
REMOVED = "verwijderd"

Entry = dict[str, Any]


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
        "events": [],
    }


def new_user(
    secret: UserSecret, user_id: str, login: str, role: str, way: dict[str, Any], *, pest: bool = False
) -> Entry:
    """An active account with one way in (an invited one when the way is an invitation)."""
    invited = way["type"] == "invitation"
    user: Entry = {"id": user_id, "login": login, "role": role, "pest": pest, "status": INVITED if invited else ACTIVE}
    return user | public_keys(secret, user_id) | {"ways": [way]}


def public_keys(secret: UserSecret, user_id: str) -> Entry:
    """The public keys of a secret, signed by itself."""
    public, sign = b64(secret.public_key()), b64(secret.sign_key())
    return {"pk": public, "pk_sign": sign, "pk_sig": b64(secret.sign(_keys_message(user_id, public, sign)))}


def handover(old: UserSecret, user: Entry) -> Entry:
    """The old key's word that these are this user's new keys."""
    message = _handover_message(user["id"], user["pk"], user["pk_sign"])
    return {"pk": b64(old.public_key()), "pk_sign": b64(old.sign_key()), "sig": b64(old.sign(message))}


def _keys_message(user_id: str, public: str, sign: str) -> bytes:
    return context("svp 1 user", user_id, public, sign)


def _handover_message(user_id: str, public: str, sign: str) -> bytes:
    return context("svp 1 handover", user_id, public, sign)


def key_digest(user_id: str, public: str, sign: str) -> bytes:
    """The fingerprint (32 bytes) of a user's public keys, shown as six words."""
    return hashlib.sha256(context("svp 1 fingerprint", user_id, public, sign)).digest()


def fingerprint(user: Entry) -> bytes:
    """The fingerprint of the keys that this user has now."""
    return key_digest(user["id"], user["pk"], user["pk_sign"])


def follows(user: Entry, pinned: bytes) -> bool:
    """Whether the owner of the pinned keys himself said that these are his new ones."""
    before = user.get("handover")
    if before is None or key_digest(user["id"], before["pk"], before["pk_sign"]) != pinned:
        return False
    return is_signed(unb64(before["sig"]), _handover_message(user["id"], user["pk"], user["pk_sign"]), before)


def new_compartment(kind: str, file: str, owner: str = "") -> Entry:
    """A compartment without holders; `owner` is the user whose private file it is."""
    return {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "file": file,
        "owner": owner,
        "dekv": 1,
        "pending_dekv": None,
        "stale": False,
        "slots": [],
        "pairs": [],
    }


def user_of(ring: Ring, user_id: str) -> Entry:
    """The entry itself, to read or change. Raises BestandBeschadigd when there is none."""
    for user in ring["users"]:
        if user["id"] == user_id:
            found: Entry = user
            return found
    raise BestandBeschadigd


def compartment_of(ring: Ring, compartment_id: str) -> Entry:
    """The entry itself, to read or change. Raises BestandBeschadigd when there is none."""
    for entry in ring["compartments"]:
        if entry["id"] == compartment_id:
            found: Entry = entry
            return found
    raise BestandBeschadigd


def holders(compartment: Entry) -> tuple[str, ...]:
    """The ids of who has a key of this compartment as it is now."""
    return tuple(slot["holder"] for slot in compartment["slots"] if slot["dekv"] == compartment["dekv"])


def grant(
    ring: Ring,
    compartment: Entry,
    dek: bytes,
    holder: Entry,
    granter: UserSecret,
    granter_id: str,
    dekv: int | None = None,
) -> Entry:
    """A slot: the key of this compartment sealed to `holder` and signed by who gives it."""
    version = compartment["dekv"] if dekv is None else dekv
    info = slot_context(ring, compartment, version, holder["id"])
    sealed = seal(dek, unb64(holder["pk"]), info)
    return {
        "holder": holder["id"],
        "dekv": version,
        "hpke": b64(sealed),
        "granted_by": granter_id,
        "sig": b64(granter.sign(info + sealed)),
    }


def slot_context(ring: Ring, compartment: Entry, dekv: int, holder_id: str) -> bytes:
    """What a slot is bound to, and with the sealed key what its giver signs."""
    return context("svp 1 slot", ring["school"]["id"], compartment["id"], dekv, holder_id)


def put_slot(compartment: Entry, slot: Entry) -> None:
    """Add a slot, in place of an earlier one of the same holder and version."""
    same = (slot["holder"], slot["dekv"])
    compartment["slots"] = [kept for kept in compartment["slots"] if (kept["holder"], kept["dekv"]) != same]
    compartment["slots"].append(slot)


def drop_slots(compartment: Entry, holder_id: str) -> None:
    """Take every key of this holder away."""
    compartment["slots"] = [slot for slot in compartment["slots"] if slot["holder"] != holder_id]


def open_slot(
    ring: Ring, compartment: Entry, holder_id: str, secret: UserSecret, dekv: int | None = None
) -> bytearray | None:
    """The key of this compartment (or of its version `dekv`), or None when this holder has none.

    The key of one's own private file counts only when one gave it oneself: with another's key in it, that other would
    read along. Raises BestandBeschadigd.
    """
    version = compartment["dekv"] if dekv is None else dekv
    for slot in compartment["slots"]:
        if slot["holder"] == holder_id and slot["dekv"] == version:
            if holder_id == compartment["owner"] != slot["granted_by"]:
                raise BestandBeschadigd
            info = slot_context(ring, compartment, version, holder_id)
            sealed = unb64(slot["hpke"])
            verify(unb64(slot["sig"]), info + sealed, unb64(user_of(ring, slot["granted_by"])["pk_sign"]))
            return _whole(secret.open(sealed, info))
    return None


def _whole(key: bytearray) -> bytearray:
    if len(key) != KEY_SIZE:
        raise BestandBeschadigd
    return key


def make_pair(
    ring: Ring,
    compartment: Entry,
    dek: bytes,
    numbers: tuple[int, int],
    codes: bytes,
    day: str,
    owner: UserSecret,
) -> Entry:
    """A way in to one compartment by two of its three envelopes; `codes` are the 16 bytes of both, in order."""
    key = pair_key(ring, compartment, numbers, codes)
    pair: Entry = {"a": numbers[0], "b": numbers[1], "date": day, "pk": b64(key.public_key())}
    pair["sig"] = b64(owner.sign(pair_message(ring, compartment, pair)))
    return seal_pair(ring, compartment, dek, pair, compartment["dekv"])


def pair_message(ring: Ring, compartment: Entry, pair: Entry) -> bytes:
    """What the owner signs of two envelopes: whoever else could put them there would be sealed the next key."""
    parts = (pair["a"], pair["b"], pair["date"], pair["pk"])
    return context("svp 1 pair by", ring["school"]["id"], compartment["id"], *parts)


def own_pairs(ring: Ring, compartment: Entry, owner: Entry) -> list[Entry]:
    """The envelopes that this owner signed for, with these keys."""
    return [
        pair
        for pair in compartment["pairs"]
        if is_signed(unb64(pair["sig"]), pair_message(ring, compartment, pair), owner)
    ]


def is_signed(signature: bytes, message: bytes, user: Entry) -> bool:
    """Whether a user signed this, with the keys of this entry."""
    try:
        verify(signature, message, unb64(user["pk_sign"]))
    except BestandBeschadigd:
        return False
    return True


def pair_key(ring: Ring, compartment: Entry, numbers: tuple[int, int], codes: bytes) -> SheetKey:
    """The key pair of two envelopes together."""
    return SheetKey(codes, context("svp 1 enveloppen", ring["school"]["id"], compartment["id"], *numbers))


def seal_pair(ring: Ring, compartment: Entry, dek: bytes, pair: Entry, dekv: int) -> Entry:
    """The same two envelopes for a (new) key of the compartment: the envelopes themselves are not needed."""
    info = _pair_context(ring, compartment, pair, dekv)
    return pair | {"dekv": dekv, "sealed": b64(seal(dek, unb64(pair["pk"]), info))}


def open_pair(ring: Ring, compartment: Entry, numbers: tuple[int, int], codes: bytes) -> bytearray | None:
    """The key of this compartment by two envelopes, or None when these are not its envelopes."""
    key = pair_key(ring, compartment, numbers, codes)
    for pair in compartment["pairs"]:
        if unb64(pair["pk"]) == key.public_key() and pair["dekv"] == compartment["dekv"]:
            info = _pair_context(ring, compartment, pair, pair["dekv"])
            return _whole(key.unseal(unb64(pair["sealed"]), info))
    return None


def _pair_context(ring: Ring, compartment: Entry, pair: Entry, dekv: int) -> bytes:
    return context("svp 1 pair", ring["school"]["id"], compartment["id"], dekv, pair["a"], pair["b"], pair["pk"])


def signed(ring: Ring, writer_id: str, secret: UserSecret, previous: str) -> Ring:
    """The next generation of this ring, signed by who writes it; `previous` is the fingerprint of the one before."""
    bare = {key: value for key, value in ring.items() if key not in ("sig", "crc32")}
    # Whoever writes the last number there is may not keep everyone after him from writing.
    following = min(ring["generation"] + 1, LAST_GENERATION)
    bare |= {"generation": following, "prev_sha256": previous, "sig_by": writer_id}
    return bare | {"sig": b64(secret.sign(_ring_message(bare)))}


def _ring_message(bare: Ring) -> bytes:
    return context("svp 1 ring", bare)


def verify_signed(ring: Ring) -> None:
    """That the ring was signed by an account of it that can come in; needs no secret. Raises BestandBeschadigd."""
    bare = {key: value for key, value in ring.items() if key not in ("sig", "crc32")}
    writer = user_of(ring, ring["sig_by"])
    if writer["status"] != ACTIVE:
        raise BestandBeschadigd
    verify(unb64(ring["sig"]), _ring_message(bare), unb64(writer["pk_sign"]))
    for user in ring["users"]:
        verify(unb64(user["pk_sig"]), _keys_message(user["id"], user["pk"], user["pk_sign"]), unb64(user["pk_sign"]))


def verify_ring(ring: Ring, account_id: str, secret: UserSecret) -> None:
    """That the ring was signed well and holds this user's own keys. Raises BestandBeschadigd."""
    verify_signed(ring)
    own = user_of(ring, account_id)
    if unb64(own["pk"]) != secret.public_key() or unb64(own["pk_sign"]) != secret.sign_key():
        raise BestandBeschadigd
