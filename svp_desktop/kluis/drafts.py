"""What is being typed, kept in the compartment it belongs to, never in a side file. Drafts leave no trail line."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.kluis.tables.kern import concept
from svp_desktop.kluis.transaction import Rx, Tx

# Built once: every save drops a draft.
_DROP = delete(concept).where(concept.c.account_id == bindparam("account"), concept.c.sleutel == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of the account that reads it: its key (`incident:12`, `incident:nieuw`), content and moment."""

    key: str
    content: dict[str, Any]
    saved_at: datetime


def save(tx: Tx, key: str, content: dict[str, Any]) -> None:
    """Keep `content` (JSON values) as the draft of this account under `key`, in place of an earlier one."""
    values = {"inhoud": content, "bewaard_op": tx.now}
    tx.connection.execute(
        insert(concept)
        .values(account_id=tx.account_id, sleutel=key, **values)
        .on_conflict_do_update(index_elements=["account_id", "sleutel"], set_=values)
    )


def load(rx: Rx, key: str) -> Draft | None:
    """This account's draft under `key`, or None."""
    row = rx.connection.execute(_mine(rx).where(concept.c.sleutel == key)).first()
    return None if row is None else Draft(*row)


def drop(tx: Tx, key: str) -> None:
    """Forget this account's draft under `key`; nothing happens when there is none."""
    tx.connection.execute(_DROP, {"account": tx.account_id, "key": key})


def all(rx: Rx) -> tuple[Draft, ...]:
    """Every draft of this account, newest first."""
    query = _mine(rx).order_by(concept.c.bewaard_op.desc(), concept.c.sleutel)
    return tuple(Draft(*row) for row in rx.connection.execute(query))


def _mine(rx: Rx) -> Any:
    return select(concept.c.sleutel, concept.c.inhoud, concept.c.bewaard_op).where(
        concept.c.account_id == rx.account_id
    )
