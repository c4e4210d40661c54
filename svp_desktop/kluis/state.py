"""Where an account was in the window (place, filters, widths): kept inside the compartment that it is about."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.kluis.tables.kern import identiteit, staat
from svp_desktop.kluis.transaction import Rx, Tx


def get(rx: Rx, key: str, default: Any = None) -> Any:
    """What this account last put under `key`, or `default`."""
    query = select(staat.c.waarde).where(staat.c.account_id == rx.account_id, staat.c.sleutel == key)
    row = rx.connection.execute(query).first()
    return default if row is None else row.waarde


def made_at(rx: Rx) -> datetime:
    """When this compartment was made (aware)."""
    found: datetime = rx.connection.execute(select(identiteit.c.gemaakt_op)).scalar_one()
    return found


def put(tx: Tx, key: str, value: Any) -> None:
    """Remember `value` (a JSON value) for this account under `key`. No trail line."""
    tx.connection.execute(
        insert(staat)
        .values(account_id=tx.account_id, sleutel=key, waarde=value)
        .on_conflict_do_update(index_elements=["account_id", "sleutel"], set_={"waarde": value})
    )
