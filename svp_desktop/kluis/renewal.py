"""A new secret for one user: what an old keyring copy and an old code open, must not open today's slots.

Made at each changed password, new herstelblad and use of recovery. The old key says that the new one follows it; what
this user holds is sealed again; what this user signed for others is signed again.
"""

from typing import Any

from svp_desktop.kluis import events, keyring, ownstate, ways
from svp_desktop.kluis.keys import UserSecret, b64, unb64, wipe
from svp_desktop.kluis.ringfile import Ring


def renew(ring: Ring, user_id: str, old: UserSecret, new: UserSecret, password_way: dict[str, Any]) -> None:
    """Change `ring` in place: `new` takes the place of `old`, with this password; a herstelblad keeps working.

    Raises BestandBeschadigd when a held slot does not open; the ring may then be half changed and is not to be used.
    """
    user = keyring.user_of(ring, user_id)
    held = _held(ring, user_id, old)
    own_state = ownstate.read(ring, user, old)
    before, school_id = dict(user), ring["school"]["id"]
    user |= keyring.public_keys(new, user_id)
    user["handover"] = keyring.handover(old, user)
    sheets = [ways.renewed_recovery(way, new, school_id, user_id) for way in ways.sheets(before, school_id)]
    user["ways"] = [password_way, *sheets]
    for entry, version, key in held:
        keyring.put_slot(entry, keyring.grant(ring, entry, bytes(key), user, new, user_id, version))
        wipe(key)
    _sign_again(ring, before, new)
    ownstate.write(ring, user, new, own_state)


def _held(ring: Ring, user_id: str, secret: UserSecret) -> list[tuple[keyring.Entry, int, bytearray]]:
    """Every key that this user holds, of a renewal that is under way too."""
    found = []
    for entry in ring["compartments"]:
        for version in sorted({slot["dekv"] for slot in entry["slots"] if slot["holder"] == user_id}):
            key = keyring.open_slot(ring, entry, user_id, secret, version)
            if key is not None:
                found.append((entry, version, key))
    return found


def _sign_again(ring: Ring, before: keyring.Entry, new: UserSecret) -> None:
    """What this user signed with the keys of `before`. What those did not sign is left as it is."""
    user_id = before["id"]
    for entry in ring["compartments"]:
        for slot in entry["slots"]:
            if slot["granted_by"] == user_id and slot["holder"] != user_id:
                said = keyring.slot_context(ring, entry, slot["dekv"], slot["holder"]) + unb64(slot["hpke"])
                if keyring.is_signed(unb64(slot["sig"]), said, before):
                    slot["sig"] = b64(new.sign(said))
        if entry["owner"] == user_id:
            entry["pairs"] = keyring.own_pairs(ring, entry, before)
            for pair in entry["pairs"]:
                pair["sig"] = b64(new.sign(keyring.pair_message(ring, entry, pair)))
    for event in ring["events"]:
        if event["user"] == user_id and events.verified(ring, event, before):
            event["sig"] = b64(new.sign(events.message(ring, event)))
