"""Who did what, and when: lines that hang together by a chain of hashes, so that a missing one shows."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, LargeBinary, Row, cast, insert, select

from svp_desktop.kluis.tables.kern import identiteit, spoor

if TYPE_CHECKING:
    from svp_desktop.kluis.transaction import Rx

_ACTION = re.compile(r"[a-z][a-z0-9_.-]{0,63}")
_OBJECT = re.compile(r"[A-Za-z0-9_:./-]{0,64}")
_WINDOW = 1000
# Built once: every write adds a line. A link that someone made into text may not keep the kluis from locking.
_LAST = (
    select(spoor.c.volgnummer, cast(spoor.c.keten, LargeBinary).label("keten"))
    .order_by(spoor.c.volgnummer.desc())
    .limit(1)
)
_INSERT = insert(spoor)
# As bytes: what someone may have put there with another tool need not be text.
_SAID = ("op", "account_id", "actie", "object_id", "keten")
_STORED = f"SELECT volgnummer, {', '.join(f'CAST({name} AS BLOB)' for name in _SAID)} FROM spoor"
_FIRST_STORED = f"{_STORED} ORDER BY volgnummer LIMIT {_WINDOW}"
_NEXT_STORED = f"{_STORED} WHERE volgnummer > ? ORDER BY volgnummer LIMIT {_WINDOW}"


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
    check = ChainCheck()
    while check.step(rx):
        pass
    return check.broken_from is None


class ChainCheck:
    """A walk along the whole chain, a window at a time, so that nothing else has to wait for it.

    Call `step` in a reading of its own until it returns False. Then `lines` is how many hold, and `broken_from` the
    sequence number from which the chain no longer does, None when it holds to the end. What a line says is compared as
    it is stored: a value that the program could never have written is a break too, not an error.
    """

    def __init__(self) -> None:
        self.lines = 0
        self.broken_from: int | None = None
        self._last: int | None = None
        self._chain = b""

    def step(self, rx: "Rx") -> bool:
        """Check the next lines; False when there are none left or the chain is broken."""
        if self._last is None:
            self._chain = _genesis(rx.connection)
            rows = rx.connection.exec_driver_sql(_FIRST_STORED).all()
        else:
            rows = rx.connection.exec_driver_sql(_NEXT_STORED, (self._last,)).all()
        for sequence, *said, link in rows:
            expected = self.lines + 1
            self._chain = _link_of(self._chain, sequence, [part.decode("utf-8", "replace") for part in said])
            if sequence != expected or link != self._chain:
                self.broken_from = expected
                return False
            self.lines = self._last = expected
        return len(rows) == _WINDOW


def head(rx: "Rx") -> tuple[int, bytes]:
    """The last sequence number and its link, for a witness outside the compartment; (0, start) when empty."""
    row = rx.connection.execute(_LAST).first()
    return (0, _genesis(rx.connection)) if row is None else (row.volgnummer, row.keten)


def link_at(rx: "Rx", sequence: int) -> bytes | None:
    """The link of this line (of the start, for 0), or None when the trail is not that long."""
    if sequence == 0:
        return _genesis(rx.connection)
    found: bytes | None = rx.connection.execute(
        select(spoor.c.keten).where(spoor.c.volgnummer == sequence)
    ).scalar_one_or_none()
    return found


def links(rx: "Rx") -> Iterator[tuple[int, bytes]]:
    """Every line's number and link, newest first, the start of the chain last; in windows, so memory stays flat."""
    before = head(rx)[0] + 1
    while before > 1:
        query = select(spoor.c.volgnummer, spoor.c.keten).where(spoor.c.volgnummer < before)
        rows = rx.connection.execute(query.order_by(spoor.c.volgnummer.desc()).limit(_WINDOW)).all()
        if not rows:
            break
        for row in rows:
            yield row.volgnummer, row.keten
        before = rows[-1].volgnummer
    yield 0, _genesis(rx.connection)


def start(kluis_id: str, compartment_id: str) -> bytes:
    """The link before the first line of a compartment."""
    return hashlib.sha256("\n".join(["spoor 1", kluis_id, compartment_id]).encode()).digest()


def _line(row: Row[Any]) -> TrailLine:
    return TrailLine(row.volgnummer, row.op, row.account_id, row.actie, row.object_id)


def _genesis(connection: Connection) -> bytes:
    """The start of the chain: another for every compartment, so that lines cannot be moved between files."""
    return start(*connection.execute(select(identiteit.c.kluis_id, identiteit.c.compartiment_id)).one())


def _link(before: bytes, line: TrailLine) -> bytes:
    said = [line.at.isoformat(timespec="microseconds"), line.account_id, line.action, line.object_id]
    return _link_of(before, line.sequence, said)


def _link_of(before: bytes, sequence: int, said: Sequence[str]) -> bytes:
    """The link of a line from what is stored of it."""
    return hashlib.sha256(before + json.dumps([sequence, *said], separators=(",", ":")).encode()).digest()
