"""Whose keys are known inside a compartment: a key that was put in the keyring from outside is noticed here.

And who was given the key by someone who held it: only those get the next one, whatever the keyring says.
"""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.kluis.tables.kern import staat, vertrouwd
from svp_desktop.kluis.transaction import Rx, Tx

_HOLDER = "houder"


def known(rx: Rx) -> dict[str, bytes]:
    """Account id -> the fingerprint (32 bytes) that was pinned."""
    return {row.account_id: row.vingerafdruk for row in rx.connection.execute(select(vertrouwd))}


def pin(tx: Tx, account_id: str, fingerprint: bytes) -> None:
    """Remember this fingerprint, in place of an earlier one. No trail line: what led to it has one."""
    values = {"vingerafdruk": fingerprint, "sinds": tx.now}
    tx.connection.execute(
        insert(vertrouwd)
        .values(account_id=account_id, **values)
        .on_conflict_do_update(index_elements=["account_id"], set_=values)
    )


def admit(tx: Tx, account_id: str) -> None:
    """Remember that this account was given the key, or proved to have it."""
    values = {"account_id": account_id, "sleutel": _HOLDER, "waarde": True}
    tx.connection.execute(insert(staat).values(values).on_conflict_do_nothing())


def dismiss(tx: Tx, account_ids: frozenset[str]) -> None:
    """These accounts get no next key any more."""
    tx.connection.execute(delete(staat).where(staat.c.sleutel == _HOLDER, staat.c.account_id.in_(account_ids)))


def admitted(rx: Rx) -> frozenset[str]:
    """Who was given the key."""
    return frozenset(rx.connection.execute(select(staat.c.account_id).where(staat.c.sleutel == _HOLDER)).scalars())
