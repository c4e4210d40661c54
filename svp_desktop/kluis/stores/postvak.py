"""The letter box of `school.db`: sealed records until their receiver takes them out."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import delete, insert, select

from svp_desktop.kluis.tables.postvak import postvak
from svp_desktop.kluis.transaction import Rx, Tx


class Brief(NamedTuple):
    """One sealed record for one receiver."""

    id: int
    uuid: str
    verzegeld: bytes


def leg_in(tx: Tx, uuid: str, ontvanger: str, verzegeld: bytes) -> None:
    """Put a record in for one receiver. No trail line: who wrote about someone is not for everyone to read."""
    values = {"bericht_uuid": uuid, "ontvanger": ontvanger, "verzegeld": verzegeld, "gemaakt_op": tx.now}
    tx.connection.execute(insert(postvak).values(values))


def van(rx: Rx, ontvanger: str) -> tuple[Brief, ...]:
    """What lies here for this account, oldest first."""
    query = select(postvak.c.id, postvak.c.bericht_uuid, postvak.c.verzegeld)
    rows = rx.connection.execute(query.where(postvak.c.ontvanger == ontvanger).order_by(postvak.c.id))
    return tuple(Brief(*row) for row in rows)


def neem_uit(tx: Tx, ids: Iterable[int]) -> None:
    """These were put where they belong."""
    tx.connection.execute(delete(postvak).where(postvak.c.id.in_(list(ids))))
