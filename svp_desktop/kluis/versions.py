"""Earlier versions of a record: nothing is overwritten silently."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select

from svp_desktop.kluis.tables.kern import versie
from svp_desktop.kluis.transaction import Rx, Tx

# Built once: every save keeps a version.
_INSERT = insert(versie)
_HIGHEST = select(func.coalesce(func.max(versie.c.nummer), 0)).where(
    versie.c.soort == bindparam("kind"), versie.c.object_id == bindparam("object")
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its number (from 1), when, by which account, and the content as it was then."""

    number: int
    at: datetime
    account_id: str
    content: dict[str, Any]


def keep(tx: Tx, kind: str, object_id: int, content: dict[str, Any]) -> int:
    """Keep `content` (JSON values) as the next version of this record and return its number."""
    number = int(tx.connection.execute(_HIGHEST, {"kind": kind, "object": object_id}).scalar_one()) + 1
    tx.connection.execute(
        _INSERT,
        {
            "soort": kind,
            "object_id": object_id,
            "nummer": number,
            "op": tx.now,
            "account_id": tx.account_id,
            "inhoud": content,
        },
    )
    return number


def history(rx: Rx, kind: str, object_id: int) -> tuple[Version, ...]:
    """All versions of this record, oldest first."""
    query = (
        select(versie.c.nummer, versie.c.op, versie.c.account_id, versie.c.inhoud)
        .where(versie.c.soort == kind, versie.c.object_id == object_id)
        .order_by(versie.c.nummer)
    )
    return tuple(Version(*row) for row in rx.connection.execute(query))
