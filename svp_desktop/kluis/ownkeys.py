"""One's own ways in: another password, a herstelblad, envelopes for the private file, and taking over a private file.

Nothing counts before it was really opened: what was written is read back and unwrapped with what was typed.
"""

import contextlib
from collections.abc import Iterable
from itertools import permutations

from svp_desktop.domain.errors import AlleenLezen, BladOnjuist, GeenToegang, SchijfVol
from svp_desktop.kluis import events, keyring, ways
from svp_desktop.kluis.admission import check_password, counted, counted_words, prove_keys
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keyring import Entry
from svp_desktop.kluis.keys import UserSecret, wipe
from svp_desktop.kluis.kluis import VERTROUWENSPERSOON, Kluis
from svp_desktop.kluis.newcomers import renew_secret
from svp_desktop.kluis.ringfile import Ring

PAIRS = ((1, 2), (1, 3), (2, 3))


def change_password(kluis: Kluis, old: str, new: str, policy: KdfPolicy) -> None:
    """Another password, and with it another secret. Raises WachtwoordOnjuist (old), InvoerOnjuist (new)."""
    check_password(new)
    _prove_self(kluis, old, policy)
    renew_secret(kluis, new, policy.calibrated())
    _log(kluis, "wachtwoord.gewijzigd")


def _prove_self(kluis: Kluis, password: str, policy: KdfPolicy) -> None:
    """That it is really the owner who sits here. Raises WachtwoordOnjuist with the seconds to wait."""
    with counted(kluis.folder, kluis.ring, kluis.account_id, kluis.clock):
        ways.open_by_password(kluis.ring, kluis.account_id, password, policy).wipe()


def sheet_date(kluis: Kluis) -> str:
    """The day (ISO) of the herstelblad that is good now, "" when there is none."""
    sheets = ways.sheets(keyring.user_of(kluis.ring, kluis.account_id), kluis.ring["school"]["id"])
    return str(sheets[0]["date"]) if sheets else ""


def put_sheet(kluis: Kluis, code: bytes, typed: bytes, day: str, password: str, policy: KdfPolicy) -> None:
    """Let a herstelblad count, once its words were typed back; an earlier sheet then opens nothing any more.

    In place of an earlier sheet it takes a new secret, and so the password; for the first one it may be "". Raises
    BladOnjuist (other words than `code`), WachtwoordOnjuist, and as `Kluis.rewrite`.
    """
    if typed != code:
        raise BladOnjuist
    account_id, school_id = kluis.account_id, kluis.ring["school"]["id"]
    if sheet_date(kluis):
        _prove_self(kluis, password, policy)
        renew_secret(kluis, password, policy.calibrated())

    def edit(ring: Ring) -> None:
        user = keyring.user_of(ring, account_id)
        way = ways.recovery_way(kluis.secret, code, school_id, account_id, day)
        user["ways"] = [*(kept for kept in user["ways"] if kept["type"] != ways.RECOVERY), way]

    def prove(ring: Ring) -> None:
        opened = ways.open_by_sheet(ring, account_id, typed)
        try:
            prove_keys(ring, account_id, opened)
        finally:
            opened.wipe()

    kluis.rewrite(edit, twice=True, prove=prove)
    _log(kluis, "herstelblad.gemaakt")


def own_private(kluis: Kluis) -> Entry:
    """The entry of this account's private file. Raises GeenToegang."""
    for entry in kluis.ring["compartments"]:
        if entry["owner"] == kluis.account_id and kluis.account_id in keyring.holders(entry):
            found: Entry = entry
            return found
    raise GeenToegang


def put_envelopes(kluis: Kluis, codes: tuple[bytes, ...], typed: tuple[bytes, ...], day: str) -> None:
    """Let two of these three envelopes (16 bytes each) open the private file; earlier ones open nothing any more.

    Raises BladOnjuist (other words than on the envelopes), GeenToegang, and as `Kluis.rewrite`.
    """
    if typed != codes or len(codes) != 3:
        raise BladOnjuist
    entry_id = own_private(kluis)["id"]

    def edit(ring: Ring) -> None:
        entry = keyring.compartment_of(ring, entry_id)
        key = _held_key(ring, entry, kluis.account_id, kluis.secret)
        entry["pairs"] = [
            keyring.make_pair(ring, entry, bytes(key), (a, b), codes[a - 1] + codes[b - 1], day, kluis.secret)
            for a, b in PAIRS
        ]
        wipe(key)

    def prove(ring: Ring) -> None:
        entry = keyring.compartment_of(ring, entry_id)
        key = _held_key(ring, entry, kluis.account_id, kluis.secret)
        for a, b in PAIRS:
            if keyring.open_pair(ring, entry, (a, b), typed[a - 1] + typed[b - 1]) != key:
                raise BladOnjuist
        wipe(key)

    kluis.rewrite(edit, twice=True, prove=prove)
    # They count already, as in `_log`.
    with contextlib.suppress(SchijfVol, AlleenLezen), kluis.compartment("eigen").transaction() as tx:
        tx.log("enveloppen.gemaakt")


def _held_key(ring: Ring, entry: Entry, account_id: str, secret: UserSecret) -> bytearray:
    key = keyring.open_slot(ring, entry, account_id, secret)
    if key is None:
        raise GeenToegang
    return key


def open_with_envelopes(kluis: Kluis, entry_id: str, first: bytes, second: bytes) -> None:
    """Take over a private file with two of its three envelopes; every holder hears of it. Raises BladOnjuist,
    GeenToegang (only a vertrouwenspersoon takes a private file over)."""
    if kluis.account.role != VERTROUWENSPERSOON:
        raise GeenToegang
    entry = keyring.compartment_of(kluis.ring, entry_id)
    with counted_words(kluis.folder, kluis.ring, kluis.account_id, kluis.clock):
        key = _key_of_envelopes(kluis.ring, entry, first, second)

    def edit(ring: Ring) -> None:
        changed = keyring.compartment_of(ring, entry_id)
        receiver = keyring.user_of(ring, kluis.account_id)
        slot = keyring.grant(ring, changed, bytes(key), receiver, kluis.secret, kluis.account_id)
        keyring.put_slot(changed, slot)
        changed["stale"] = True
        events.add(ring, events.ENVELOPES_USED, kluis.clock(), kluis.account_id, kluis.secret, entry_id)

    try:
        kluis.rewrite(edit)
    finally:
        wipe(key)
    open_held(kluis, entry_id)


def _key_of_envelopes(ring: Ring, entry: Entry, first: bytes, second: bytes) -> bytearray:
    for numbers in PAIRS:
        for a, b in permutations((first, second)):
            key = keyring.open_pair(ring, entry, numbers, a + b)
            if key is not None:
                return key
    raise BladOnjuist


def held_private(kluis: Kluis) -> Iterable[Entry]:
    """The private files of others that this account holds a key for."""
    return [
        entry
        for entry in kluis.ring["compartments"]
        if entry["kind"] == "eigen"
        and entry["owner"] != kluis.account_id
        and kluis.account_id in keyring.holders(entry)
    ]


def open_held(kluis: Kluis, entry_id: str) -> str:
    """Open the private file of another that this account holds; returns the kind under which it is open. Its own trail
    gets a line. Raises GeenToegang and as `Kluis.open_entry`."""
    kind = f"eigen:{entry_id}"
    if not kluis.opens(kind):
        for entry in held_private(kluis):
            if entry["id"] == entry_id:
                kluis.open_entry(entry, kind)
    if not kluis.opens(kind):
        raise GeenToegang
    return kind


def _log(kluis: Kluis, action: str) -> None:
    # What is logged counts already: a full disk, or a copy that takes nothing, may not say that it was not saved.
    with contextlib.suppress(SchijfVol, AlleenLezen):
        if kluis.opens("school"):
            with kluis.school.transaction() as tx:
                tx.log(action, kluis.account_id)
