"""One encrypted file while it is unlocked: its transactions, its readings, and the end of both when it locks."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, update
from sqlalchemy.exc import DBAPIError

from svp_desktop.domain.errors import BestandBeschadigd, KluisVergrendeld
from svp_desktop.kluis import checks, engine, faults, files, maintenance, pragmas
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.keys import wipe
from svp_desktop.kluis.revisions import Schema
from svp_desktop.kluis.tables.kern import identiteit
from svp_desktop.kluis.transaction import Rx, Tx

_IMMEDIATE = "BEGIN IMMEDIATE"
_PLAIN = "BEGIN"
_LOCK_PATIENCE = 2.0
_INTERRUPT_EVERY = 0.02


class Compartment:
    """An open compartment. One connection, guarded: a second thread waits, the same thread joins its own reading."""

    def __init__(
        self,
        path: Path,
        key: bytearray,
        identity: Identity,
        schema: Schema,
        *,
        account_id: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._path = path
        self._key = key
        self._identity = identity
        self._schema = schema
        self._account_id = account_id
        self._clock = clock
        self._guard = threading.RLock()
        self._current: Rx | None = None
        self._owner: int | None = None
        self._raw: engine.Raw = None
        self._locking = False
        self._damaged = False
        self._engine: Engine | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytearray,
        identity: Identity,
        schema: Schema,
        *,
        account_id: str,
        clock: Callable[[], datetime],
    ) -> "Compartment":
        """Open, check and if need be migrate the file; `key` is overwritten at `close`, or when this fails.

        Raises BestandBeschadigd, BestandNieuwer, AlGeopend, MapNietSchrijfbaar, SchijfVol.
        """
        compartment = cls(path, key, identity, schema, account_id=account_id, clock=clock)
        try:
            try:
                compartment._connect()
            except checks.SchemaOlder:
                maintenance.migrate(path, key, identity, schema)
                compartment._connect()
        except BaseException:
            wipe(key)
            raise
        return compartment

    @property
    def locked(self) -> bool:
        """True once the compartment is closing or closed."""
        return self._locking

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """Everything done with the Tx is kept when the block ends, and nothing of it when the block raises.

        One user action is one transaction: a second one inside it raises RuntimeError. Raises SchijfVol,
        KluisVergrendeld, BestandBeschadigd, MapNietSchrijfbaar.
        """
        with self._guarded():
            if self._current is not None:
                raise RuntimeError("a transaction or reading is already open in this thread")
            with self._checkout(_IMMEDIATE) as connection, connection.begin():
                tx = Tx(connection, self._account_id, self._clock().astimezone(UTC))
                before = self._changes()
                with self._as_current(tx):
                    yield tx
                self._refuse_when_locking()
                if self._changes() != before:
                    connection.execute(update(identiteit).values(volgnummer=identiteit.c.volgnummer + 1))

    @contextmanager
    def reading(self) -> Iterator[Rx]:
        """A consistent view. Inside a transaction or reading of this thread it joins that one.

        Raises KluisVergrendeld, BestandBeschadigd; RuntimeError when something was written in it.
        """
        with self._guarded():
            if self._current is not None:
                yield self._current
                return
            with self._checkout(_PLAIN) as connection, connection.begin() as view:
                rx = Rx(connection, self._account_id)
                before = self._changes()
                with self._as_current(rx):
                    yield rx
                view.rollback()
                if self._changes() != before:
                    raise RuntimeError("nothing may be written outside a transaction")

    def close(self) -> None:
        """End what runs, close the file and overwrite the key. A second call does nothing.

        Raises RuntimeError inside a transaction of the same thread: that would be locking halfway a save.
        """
        if self._owner == threading.get_ident():
            raise RuntimeError("a compartment cannot be locked inside its own transaction")
        self._locking = True
        waited_until = time.monotonic() + _LOCK_PATIENCE
        while not (held := self._guard.acquire(timeout=_INTERRUPT_EVERY)) and time.monotonic() < waited_until:
            self._interrupt()
        try:
            self._disconnect(tidy=held)
        finally:
            wipe(self._key)
            if held:
                self._guard.release()

    def _connect(self) -> None:
        """Make the one connection now, so that its checks speak at unlock and not at the first query."""
        files.check_closed_file(self._path)
        files.claim(self._path)
        opener = engine.build(self._path, self._key, pragmas.CONNECTION, check=self._check)
        event.listen(opener, "before_cursor_execute", self._refuse_when_locking)
        try:
            with self._told(), opener.connect():
                self._engine = opener
        except BaseException:
            opener.dispose()
            files.release(self._path)
            raise

    def _check(self, connection: engine.Raw) -> None:
        checks.check_open(connection, self._identity, self._schema)
        self._raw = connection

    def _disconnect(self, *, tidy: bool) -> None:
        opener, self._engine = self._engine, None
        if opener is None:
            return
        if tidy and not self._damaged:
            self._refresh_statistics()
        opener.dispose()
        self._raw = None
        if tidy:
            # Otherwise a thread that did not let go still has the file open: it stays claimed until the process ends.
            files.release(self._path)

    def _refresh_statistics(self) -> None:
        """Let the query planner look at tables that changed much (bounded by analysis_limit)."""
        self._raw.set_authorizer(None)
        # Statistics only make queries quicker: a disk without room for them must not keep a kluis from locking.
        with contextlib.suppress(self._raw.Error):
            self._raw.execute("PRAGMA optimize")

    def _interrupt(self) -> None:
        raw = self._raw
        if raw is not None:
            raw.interrupt()

    def _changes(self) -> int:
        """Rows that this connection ever changed."""
        raw = self._raw
        if raw is None:
            raise KluisVergrendeld
        return int(raw.total_changes)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._guard, self._told():
            if self._damaged:
                raise BestandBeschadigd
            if self._locking or self._engine is None:
                raise KluisVergrendeld
            yield

    @contextmanager
    def _checkout(self, begin: str) -> Iterator[Connection]:
        if self._engine is None:
            raise KluisVergrendeld
        with self._engine.connect().execution_options(**{engine.BEGIN_OPTION: begin}) as connection:
            yield connection

    @contextmanager
    def _as_current(self, rx: Rx) -> Iterator[None]:
        self._current, self._owner = rx, threading.get_ident()
        try:
            yield
        finally:
            self._current, self._owner = None, None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Database errors become what the user reads; damage closes the compartment for good."""
        try:
            yield
        except DBAPIError as error:
            fault = faults.translate(error.orig, self._path)
            if fault is None:
                raise
            self._damaged = self._damaged or isinstance(fault, BestandBeschadigd)
            raise fault from None

    def _refuse_when_locking(self, *_context: Any) -> None:
        if self._locking:
            raise KluisVergrendeld
