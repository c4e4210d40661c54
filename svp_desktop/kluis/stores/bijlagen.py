"""Attachments: one row each, and their bytes in pieces. A row that is not complete does not exist for a reader."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, delete, exists, func, insert, or_, select, update

from svp_desktop.domain.bijlage import Bijlage, BijlageSoort
from svp_desktop.kluis.tables.incidenten import incident
from svp_desktop.kluis.tables.kern import concept
from svp_desktop.kluis.tables.rondom_incidenten import bijlage, bijlage_deel
from svp_desktop.kluis.transaction import Rx, Tx

#: Bytes of a piece: one commit.
DEEL = 1 << 20


def van(rx: Rx, incident_id: int | None, *, weggegooid: bool = False) -> tuple[Bijlage, ...]:
    """The complete attachments of an incident, or (None) those this account added to an incident that it is typing;
    with `weggegooid` those that were thrown away. In the order in which they were added."""
    gone = bijlage.c.verwijderd_op.is_not(None) if weggegooid else bijlage.c.verwijderd_op.is_(None)
    query = _complete().where(_of(rx, incident_id), gone).order_by(bijlage.c.id)
    return tuple(map(_bijlage, rx.connection.execute(query)))


def een(rx: Rx, bijlage_id: int) -> Bijlage | None:
    """One complete attachment, also one that was thrown away; None when it is not there or is another's draft."""
    query = _complete().where(
        bijlage.c.id == bijlage_id, or_(bijlage.c.incident_id.is_not(None), bijlage.c.account_id == rx.account_id)
    )
    row = rx.connection.execute(query).first()
    return None if row is None else _bijlage(row)


def begin(tx: Tx, incident_id: int | None, naam: str, soort: BijlageSoort, grootte: int) -> int:
    """A row for bytes that are still to come; returns its id."""
    values = {
        "incident_id": incident_id,
        "account_id": tx.account_id,
        "naam": naam,
        "type": soort.value,
        "grootte": grootte,
        "compleet": False,
        "gemaakt_op": tx.now,
    }
    return int(tx.connection.execute(insert(bijlage).values(**values)).lastrowid)


def deel(tx: Tx, bijlage_id: int, nummer: int, data: bytes) -> None:
    """One piece, from 0."""
    tx.connection.execute(insert(bijlage_deel).values(bijlage_id=bijlage_id, nummer=nummer, data=data))


def lees_deel(rx: Rx, bijlage_id: int, nummer: int) -> bytes:
    """One piece, from 0; empty past the last."""
    query = select(bijlage_deel.c.data).where(bijlage_deel.c.bijlage_id == bijlage_id, bijlage_deel.c.nummer == nummer)
    return bytes(rx.connection.execute(query).scalar_one_or_none() or b"")


def maak_compleet(tx: Tx, bijlage_id: int) -> None:
    """Every piece is there: from now on the attachment exists."""
    tx.connection.execute(update(bijlage).where(bijlage.c.id == bijlage_id).values(compleet=True))


def claim(tx: Tx, incident_id: int, ids: Sequence[int]) -> bool:
    """Tie what this account added while typing to the incident; False when one of them is not there (any more)."""
    query = update(bijlage).where(
        bijlage.c.id.in_(ids),
        bijlage.c.incident_id.is_(None),
        bijlage.c.account_id == tx.account_id,
        bijlage.c.compleet,
        bijlage.c.verwijderd_op.is_(None),
    )
    return tx.connection.execute(query.values(incident_id=incident_id)).rowcount == len(set(ids))


def zet_weggegooid(tx: Tx, bijlage_id: int, at: datetime | None) -> bool:
    """Throw away (a moment) or bring back (None); False when nothing changed."""
    there = bijlage.c.verwijderd_op.is_(None) if at is not None else bijlage.c.verwijderd_op.is_not(None)
    query = update(bijlage).where(bijlage.c.id == bijlage_id, bijlage.c.compleet, there).values(verwijderd_op=at)
    return tx.connection.execute(query).rowcount == 1


def gooi_losse_weg(tx: Tx) -> None:
    """Throw away what this account added to an incident that it was typing."""
    mine = update(bijlage).where(_of(tx, None), bijlage.c.compleet, bijlage.c.verwijderd_op.is_(None))
    tx.connection.execute(mine.values(verwijderd_op=tx.now))


def op_te_ruimen(rx: Rx, sleutel: str, before: datetime) -> tuple[int, ...]:
    """What nobody can see any more: never completed, or of an incident that was never recorded and thrown away (or
    left without the draft under `sleutel`) before this moment."""
    draft = exists().where(concept.c.account_id == bijlage.c.account_id, concept.c.sleutel == sleutel)
    unseen = and_(bijlage.c.verwijderd_op.is_(None), bijlage.c.gemaakt_op < before, ~draft)
    left = or_(bijlage.c.verwijderd_op < before, unseen)
    query = select(bijlage.c.id).where(or_(~bijlage.c.compleet, and_(bijlage.c.incident_id.is_(None), left)))
    return tuple(rx.connection.execute(query.order_by(bijlage.c.id)).scalars())


def wis_deel(tx: Tx, bijlage_id: int) -> bool:
    """Take away the last piece for good; False when there is none."""
    last = select(func.max(bijlage_deel.c.nummer)).where(bijlage_deel.c.bijlage_id == bijlage_id)
    number = tx.connection.execute(last).scalar_one()
    if number is None:
        return False
    where = bijlage_deel.c.bijlage_id == bijlage_id, bijlage_deel.c.nummer == number
    tx.connection.execute(delete(bijlage_deel).where(*where))
    return True


def wis_rij(tx: Tx, bijlage_id: int) -> None:
    """Take away the row of which no piece is left."""
    tx.connection.execute(delete(bijlage).where(bijlage.c.id == bijlage_id))


def open_incident(rx: Rx, incident_id: int) -> bool:
    """Whether this incident is there and not in the prullenbak."""
    query = select(incident.c.id).where(incident.c.id == incident_id, incident.c.verwijderd_op.is_(None))
    return rx.connection.execute(query).first() is not None


def _of(rx: Rx, incident_id: int | None) -> Any:
    if incident_id is not None:
        return bijlage.c.incident_id == incident_id
    return and_(bijlage.c.incident_id.is_(None), bijlage.c.account_id == rx.account_id)


def _complete() -> Select[Any]:
    return select(
        bijlage.c.id,
        bijlage.c.incident_id,
        bijlage.c.naam,
        bijlage.c.type,
        bijlage.c.grootte,
        bijlage.c.gemaakt_op,
        bijlage.c.verwijderd_op,
    ).where(bijlage.c.compleet)


def _bijlage(row: Row[Any]) -> Bijlage:
    return Bijlage(
        row.id, row.incident_id, row.naam, BijlageSoort(row.type), row.grootte, row.gemaakt_op,
        row.verwijderd_op is not None,
    )  # fmt: skip
