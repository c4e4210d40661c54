"""Coming in by something else than one's password: an invitation, or a herstelblad. Both end with a new password."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from svp_desktop.domain.errors import BestandBeschadigd, SchijfVol
from svp_desktop.kluis import events, keyring, renewal, ways
from svp_desktop.kluis.admission import Clock, check_password, counted_words, entering, proven_by
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keys import UserSecret
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.witness import Outside


def accept(
    folder: Path,
    account_id: str,
    words: str,
    password: str,
    *,
    policy: KdfPolicy,
    clock: Clock,
    outside: Outside | None = None,
) -> Kluis:
    """Use an invitation (its four words in the canonical form): from now on the account has this password.

    A vertrouwenspersoon gets a private file, whose key nobody else ever had. What others must give is not open yet.
    Raises BladOnjuist (with the seconds to wait), InvoerOnjuist (password) and as `Kluis.unlock`.
    """
    check_password(password)
    with entering(folder) as (ring, instance):
        with counted_words(folder, ring, account_id, clock):
            invited = ways.open_by_password(ring, account_id, words, policy, ways.INVITATION)
        kluis = Kluis(folder, ring, account_id, invited, instance, clock, outside)

        def activate(changed: Ring, _secret: UserSecret) -> None:
            keyring.user_of(changed, account_id)["status"] = keyring.ACTIVE

        _refuse_what_was_ready(kluis)
        _go_on(kluis, password, policy, activate)
    return kluis


def _refuse_what_was_ready(kluis: Kluis) -> None:
    """Who made the invitation knows its secret: a key for it, or a private file, is a key that he has as well.

    Raises BestandBeschadigd; the kluis is then closed.
    """
    account_id = kluis.account_id
    for entry in kluis.ring["compartments"]:
        if account_id == entry["owner"] or any(slot["holder"] == account_id for slot in entry["slots"]):
            kluis.close()
            raise BestandBeschadigd


def recover(
    folder: Path,
    account_id: str,
    code: bytes,
    password: str,
    *,
    policy: KdfPolicy,
    clock: Clock,
    outside: Outside | None = None,
) -> Kluis:
    """Open an account with its herstelblad (the 16 bytes of its words) and give it this password.

    Every holder is told of it at the next unlocking. Raises BladOnjuist (with the seconds to wait), InvoerOnjuist
    (password) and as `Kluis.unlock`.
    """
    check_password(password)
    with entering(folder) as (ring, instance):
        with counted_words(folder, ring, account_id, clock):
            old = ways.open_by_sheet(ring, account_id, code)
        kluis = Kluis(folder, ring, account_id, old, instance, clock, outside)

        def tell(changed: Ring, secret: UserSecret) -> None:
            events.add(changed, events.SHEET_USED, clock(), account_id, secret)

        _go_on(kluis, password, policy, tell)
    return kluis


def _go_on(kluis: Kluis, password: str, policy: KdfPolicy, also: Callable[[Ring, UserSecret], None]) -> None:
    """Give the account a new secret under this password and open what it holds; closed again when that fails."""
    try:
        keyring.verify_ring(kluis.ring, kluis.account_id, kluis.secret)
        renew_secret(kluis, password, policy.calibrated(), also)
    except BaseException:
        kluis.close()
        raise
    kluis.start()


def renew_secret(
    kluis: Kluis, password: str, policy: KdfPolicy, also: Callable[[Ring, UserSecret], None] | None = None
) -> None:
    """A new secret for who unlocked this kluis, under this password; `also` changes the ring in the same step.

    Written twice, so that the generation before is new as well. Raises as `Kluis.rewrite`.
    """
    account_id, old, secret = kluis.account_id, kluis.secret, UserSecret(os.urandom(32))
    way = ways.password_way(secret, password, kluis.ring["school"]["id"], account_id, policy)

    def edit(ring: Ring) -> None:
        renewal.renew(ring, account_id, old, secret, way)
        if also is not None:
            also(ring, secret)

    try:
        kluis.rewrite(edit, secret=secret, twice=True, prove=proven_by(account_id, password, policy))
    except BaseException:
        secret.wipe()
        raise
    old.wipe()
    # The password counts from here on, so nothing may say that it was not saved. The next unlocking pins as well.
    with contextlib.suppress(SchijfVol):
        kluis.pin_self()
