"""Whose keys are known inside a compartment: a key that was put in the keyring from outside is noticed here."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.kluis.tables.kern import vertrouwd
from svp_desktop.kluis.transaction import Rx, Tx


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
