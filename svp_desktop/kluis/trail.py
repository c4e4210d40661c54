"""Who did what, and when: lines that hang together by a chain of hashes, so that a missing one shows."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, insert, select

from svp_desktop.kluis.tables.kern import identiteit, spoor

if TYPE_CHECKING:
    from svp_desktop.kluis.transaction import Rx

_ACTION = re.compile(r"[a-z][a-z0-9_.-]{0,63}")
_OBJECT = re.compile(r"[A-Za-z0-9_:./-]{0,64}")
_WINDOW = 1000
# Built once: every write adds a line.
_LAST = select(spoor.c.volgnummer, spoor.c.keten).order_by(spoor.c.volgnummer.desc()).limit(1)
_INSERT = insert(spoor)


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line: sequence number, moment (UTC), account, action code and the id of what it was about."""

    sequence: int
    at: datetime
    account_id: str
    action: str
    object_id: str


def append(connection: Connection, *, at: datetime, account_id: str, action: str, object_id: str) -> None:
    """Add the next line. Raises ValueError when action or id is not a code: the trail holds no names, no free text."""
    if not _ACTION.fullmatch(action) or not _OBJECT.fullmatch(object_id):
        raise ValueError("the trail holds codes and ids only")
    last = connection.execute(_LAST).first()
    sequence, before = (1, _genesis(connection)) if last is None else (last.volgnummer + 1, last.keten)
    line = TrailLine(sequence, at.astimezone(UTC), account_id, action, object_id)
    values = {
        "volgnummer": sequence,
        "op": line.at,
        "account_id": account_id,
        "actie": action,
        "object_id": object_id,
        "keten": _link(before, line),
    }
    connection.execute(_INSERT, values)


def read(rx: "Rx", limit: int = 200, before: int | None = None) -> tuple[TrailLine, ...]:
    """The newest `limit` lines, newest first; `before` is the sequence number to go on from."""
    query = select(spoor).order_by(spoor.c.volgnummer.desc()).limit(limit)
    if before is not None:
        query = query.where(spoor.c.volgnummer < before)
    return tuple(_line(row) for row in rx.connection.execute(query))


def verify(rx: "Rx") -> bool:
    """True when every line follows from the one before it and none is missing in between."""
    chain, expected = _genesis(rx.connection), 1
    for line, link in _walk(rx.connection):
        chain = _link(chain, line)
        if line.sequence != expected or link != chain:
            return False
        expected += 1
    return True


def head(rx: "Rx") -> tuple[int, bytes]:
    """The last sequence number and its link, for a witness outside the compartment; (0, start) when empty."""
    row = rx.connection.execute(_LAST).first()
    return (0, _genesis(rx.connection)) if row is None else (row.volgnummer, row.keten)


def _walk(connection: Connection) -> Iterator[tuple[TrailLine, bytes]]:
    """Every line with its link, oldest first, in windows so that memory stays flat."""
    last = 0
    while True:
        query = select(spoor).where(spoor.c.volgnummer > last).order_by(spoor.c.volgnummer).limit(_WINDOW)
        rows = connection.execute(query).all()
        if not rows:
            return
        for row in rows:
            yield _line(row), row.keten
        last = rows[-1].volgnummer


def _line(row: Row[Any]) -> TrailLine:
    return TrailLine(row.volgnummer, row.op, row.account_id, row.actie, row.object_id)


def _genesis(connection: Connection) -> bytes:
    """The start of the chain: another for every compartment, so that lines cannot be moved between files."""
    compartment = connection.execute(select(identiteit.c.kluis_id, identiteit.c.compartiment_id)).one()
    return hashlib.sha256("\n".join(["spoor 1", *compartment]).encode()).digest()


def _link(before: bytes, line: TrailLine) -> bytes:
    content = [
        line.sequence,
        line.at.isoformat(timespec="microseconds"),
        line.account_id,
        line.action,
        line.object_id,
    ]
    return hashlib.sha256(before + json.dumps(content, separators=(",", ":")).encode()).digest()
