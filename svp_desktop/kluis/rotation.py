"""A new key for a compartment, after someone's key was taken away: who kept the old one can open nothing of later.

The ring lists the next key first, then the file is exchanged, then the ring forgets the old one: at each moment a
listed key opens the file, and what was left halfway is finished at the next unlocking.
"""

import os

from svp_desktop.domain.errors import SleutelOnbekend
from svp_desktop.kluis import continuity, keyring, pins
from svp_desktop.kluis.keys import wipe
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import Ring


def due(kluis: Kluis) -> tuple[str, ...]:
    """The open compartments whose key is to be renewed, or whose renewal was left halfway.

    A private file is its owner's to renew as long as the owner holds it: another's word is no good for its key.
    """
    kinds = []
    for kind in sorted(kluis.kinds):
        compartment = kluis.compartment(kind)
        entry = keyring.compartment_of(kluis.ring, compartment.compartment_id)
        mine = entry["owner"] in ("", kluis.account_id) or entry["owner"] not in keyring.holders(entry)
        if mine and (entry["stale"] or entry["pending_dekv"]) and not compartment.read_only:
            kinds.append(kind)
    return tuple(kinds)


def renew(kluis: Kluis, kind: str) -> None:
    """Give this compartment a new key. Reading and writing go on meanwhile.

    Only who was given the key by a holder gets the next one: a slot that someone put in the keyring himself ends here.
    Raises SleutelOnbekend when a holder's keys are not the known ones (the new key would go to a stranger), SchijfVol,
    MapNietSchrijfbaar, KluisVergrendeld; the renewal then stays due.
    """
    compartment = kluis.compartment(kind)
    entry_id = compartment.compartment_id
    with compartment.reading() as rx:
        admitted = pins.admitted(rx)
    if entry_id not in kluis.half_renewed:
        key = bytearray(os.urandom(32))
        try:
            kluis.rewrite(lambda ring: _list_next(kluis, ring, entry_id, key, admitted))
            compartment.rekey(key, compartment.path.with_suffix(".nieuw"))
        finally:
            wipe(key)
    kluis.rewrite(lambda ring: _forget_old(kluis, ring, entry_id), twice=True)
    kluis.renewed(entry_id)
    left = frozenset(keyring.holders(keyring.compartment_of(kluis.ring, entry_id)))
    with compartment.transaction() as tx:
        pins.dismiss(tx, admitted - left)
        tx.log("sleutel.vernieuwd")


def _list_next(kluis: Kluis, ring: Ring, entry_id: str, key: bytearray, admitted: frozenset[str]) -> None:
    """The next key beside the current one, for who holds the current one."""
    entry = keyring.compartment_of(ring, entry_id)
    following = entry["dekv"] + 1
    entry["pending_dekv"] = following
    current = keyring.open_slot(ring, entry, kluis.account_id, kluis.secret)
    assert current is not None
    continuity.add_link(entry, current, key)
    wipe(current)
    entry["slots"] = [slot for slot in entry["slots"] if slot["dekv"] == entry["dekv"]]
    entry["slots"] = [slot for slot in entry["slots"] if slot["holder"] in admitted]
    for holder_id in keyring.holders(entry):
        if holder_id in kluis.strangers:
            raise SleutelOnbekend
        holder = keyring.user_of(ring, holder_id)
        slot = keyring.grant(ring, entry, bytes(key), holder, kluis.secret, kluis.account_id, following)
        keyring.put_slot(entry, slot)


def _forget_old(kluis: Kluis, ring: Ring, entry_id: str) -> None:
    """The file has the next key: that is the current one now, also for the envelopes."""
    entry = keyring.compartment_of(ring, entry_id)
    following = entry["pending_dekv"]
    key = keyring.open_slot(ring, entry, kluis.account_id, kluis.secret, following)
    assert key is not None
    entry["pairs"] = [
        keyring.seal_pair(ring, entry, bytes(key), pair, following) for pair in _known_pairs(kluis, ring, entry)
    ]
    wipe(key)
    entry["slots"] = [slot for slot in entry["slots"] if slot["dekv"] == following]
    entry |= {"dekv": following, "pending_dekv": None, "stale": False}


def _known_pairs(kluis: Kluis, ring: Ring, entry: keyring.Entry) -> list[keyring.Entry]:
    """The envelopes that the owner made, and no others."""
    if not entry["pairs"] or entry["owner"] in kluis.strangers:
        return []
    return keyring.own_pairs(ring, entry, keyring.user_of(ring, entry["owner"]))
