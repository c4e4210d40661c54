"""One encrypted file while it is unlocked: its transactions, its readings, and the end of both when it locks."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, update
from sqlalchemy.exc import DBAPIError

from svp_desktop.domain.errors import AlleenLezen, BestandBeschadigd, KluisVergrendeld, SchijfVol, UserFacing
from svp_desktop.kluis import checks, engine, faults, files, maintenance, pragmas
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.keys import mark, wipe
from svp_desktop.kluis.revisions import Schema
from svp_desktop.kluis.tables.kern import identiteit
from svp_desktop.kluis.transaction import Rx, Tx

_IMMEDIATE = "BEGIN IMMEDIATE"
_PLAIN = "BEGIN"
# made once: making it took 0.1 ms of every save
_COUNT_ON = update(identiteit).values(volgnummer=identiteit.c.volgnummer + 1)
_LOCK_PATIENCE = 2.0
_INTERRUPT_EVERY = 0.02
# Without a pause between the pieces of a copy a window that reads would wait for its turn.
_COPY_PAUSE = 0.001


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
        self._looking = False
        self._damaged = False
        self._read_only = False
        self._engine: Engine | None = None
        self._standing: tuple[int, int] | None = None

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

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def kind(self) -> str:
        """The kind of compartment: school, meldcode or eigen."""
        return self._schema.kind

    @property
    def compartment_id(self) -> str:
        """Its id in the keyring."""
        return self._identity.compartment_id

    def witness_key(self) -> bytes:
        """What the witness outside the folder is keyed with: from the key of the file, and useless for opening it."""
        return mark(self._key)

    @property
    def damaged(self) -> bool:
        """True once a page could not be read: the compartment refuses everything after it."""
        return self._damaged

    @property
    def read_only(self) -> bool:
        """True while nothing may be written: the file is older than a witness remembers."""
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Refuse every transaction (AlleenLezen), or allow them again."""
        self._read_only = read_only

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        """Everything done with the Tx is kept when the block ends, and nothing of it when the block raises.

        One user action is one transaction: a second one inside it raises RuntimeError. Raises SchijfVol,
        KluisVergrendeld, BestandBeschadigd, MapNietSchrijfbaar, AlleenLezen.
        """
        with self._guarded():
            if self._read_only:
                raise AlleenLezen
            if self._current is not None:
                raise RuntimeError("a transaction or reading is already open in this thread")
            with self._checkout(_IMMEDIATE) as connection, connection.begin():
                tx = Tx(connection, self._account_id, self._clock().astimezone(UTC))
                before = self._changes()
                with self._as_current(tx):
                    yield tx
                self._refuse_when_locking()
                self._refuse_when_replaced()
                if self._changes() != before:
                    connection.execute(_COUNT_ON)

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

    def copy_to(
        self, target: Path, key: bytearray | None = None, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """A copy of the file as it is, made while others read and write; `key` None seals it with the same key.

        `progress` hears (pages done, pages in all) and may raise to stop: the target is then taken away. Raises
        SchijfVol, MapNietSchrijfbaar, KluisVergrendeld, BestandBeschadigd.
        """
        with self._guard, self._told():
            raw = self._raw
            if self._damaged:
                raise BestandBeschadigd
            if self._locking or raw is None:
                raise KluisVergrendeld
        if not files.has_room(target.parent, files.size_of(self._path)):
            raise SchijfVol
        maintenance.copy_live(raw, self._path, target, self._key if key is None else key, self._copying(progress))

    def _copying(self, progress: Callable[[int, int], None] | None) -> Callable[[int, int, int], None]:
        """After each piece: stop when the kluis locks, tell how far it is, and let the window have its turn."""

        def piece_done(_status: int, left: int, total: int) -> None:
            self._refuse_when_locking()
            if progress is not None:
                progress(total - left, total)
            time.sleep(_COPY_PAUSE)

        return piece_done

    def rekey(self, key: bytearray, working: Path) -> None:
        """Seal the file with another key: copy into `working`, prove the copy, put it in place, go on with it.

        Reading and writing go on meanwhile; only the exchange itself holds the connection. Raises as `copy_to`; the
        file then still is what it was, under the key that it had.
        """
        with self.transaction() as tx:
            # the same content under another key is another file, and so another commit
            tx.connection.execute(_COUNT_ON)
        while True:
            self.copy_to(working, key)
            copied = maintenance.sequence_of(working, key, self._identity)
            with self._guarded():
                if copied == self._sequence():
                    self._exchange(key, working)
                    return

    def _sequence(self) -> int:
        return int(engine.single(self._raw, "SELECT volgnummer FROM identiteit"))

    def _exchange(self, key: bytearray, working: Path) -> None:
        """Inside the guard: close, replace, open with the new key."""
        opener, self._engine, self._raw = self._engine, None, None
        if opener is not None:
            opener.dispose()
        files.release(self._path)
        try:
            files.put_in_place(working, self._path)
        except BaseException:
            self._connect()
            raise
        old, self._key = self._key, bytearray(key)
        wipe(old)
        self._connect()

    def close(self, last: Callable[[Rx], None] | None = None) -> None:
        """End what runs, close the file and overwrite the key. A second call does nothing.

        `last` is given one more look when everything that ran has ended: the witness of how far it came. Raises
        RuntimeError inside a transaction of the same thread: that would be locking halfway a save.
        """
        if self._owner == threading.get_ident():
            raise RuntimeError("a compartment cannot be locked inside its own transaction")
        self._locking = True
        waited_until = time.monotonic() + _LOCK_PATIENCE
        while not (held := self._guard.acquire(timeout=_INTERRUPT_EVERY)) and time.monotonic() < waited_until:
            self._interrupt()
        try:
            if held:
                self._refresh_statistics()
            if held and last is not None:
                self._last_look(last)
            self._disconnect(tidy=held)
        finally:
            wipe(self._key)
            if held:
                self._guard.release()

    def _last_look(self, last: Callable[[Rx], None]) -> None:
        if self._engine is None or self._damaged:
            return
        self._looking = True
        # A file that cannot be read any more has no witness; the one before stays, and closing goes on.
        with contextlib.suppress(UserFacing), self._told(), self._checkout(_PLAIN) as connection, connection.begin():
            last(Rx(connection, self._account_id))
        self._looking = False

    def _connect(self) -> None:
        """Make the one connection now, so that its checks speak at unlock and not at the first query."""
        files.check_closed_file(self._path)
        files.claim(self._path)
        opener = engine.build(self._path, self._key, pragmas.CONNECTION, check=self._check)
        event.listen(opener, "before_cursor_execute", self._refuse_when_locking)
        try:
            with self._told(), opener.connect():
                self._engine = opener
                self._standing = files.standing(self._path)
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
        opener.dispose()
        self._raw = None
        if tidy:
            # Otherwise a thread that did not let go still has the file open: it stays claimed until the process ends.
            files.release(self._path)

    def _refresh_statistics(self) -> None:
        """Let the query planner look at tables that changed much (bounded by analysis_limit).

        It changes the file, and so it counts in the commit sequence: a file of another content may not have the same.
        """
        if self._raw is None or self._read_only or self._damaged:
            return
        self._raw.set_authorizer(None)
        # Statistics only make queries quicker: a disk without room for them must not keep a kluis from locking.
        with contextlib.suppress(self._raw.Error):
            if self._raw.execute("PRAGMA optimize(-1)").fetchall():
                self._raw.execute("BEGIN IMMEDIATE")
                try:
                    self._raw.execute("PRAGMA optimize")
                    self._raw.execute("UPDATE identiteit SET volgnummer = volgnummer + 1")
                    self._raw.execute("COMMIT")
                finally:
                    if self._raw.in_transaction:
                        self._raw.execute("ROLLBACK")

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
        except (DBAPIError, MemoryError) as error:
            fault = faults.translate(error.orig if isinstance(error, DBAPIError) else error, self._path)
            if fault is None:
                raise
            self._damaged = self._damaged or isinstance(fault, BestandBeschadigd)
            raise fault from None
        except JSONDecodeError:
            # Sealed pages of different ages together: a value that nobody wrote.
            self._damaged = True
            raise BestandBeschadigd from None

    def _refuse_when_replaced(self) -> None:
        """SQLite would go on writing in a file that has no name any more: no save may be confirmed there."""
        if files.standing(self._path) != self._standing:
            self._damaged = True
            raise BestandBeschadigd(
                "Het gegevensbestand is vervangen of weggehaald terwijl het programma open was.",
                safe="Wat u nu typt, is niet opgeslagen en blijft op het scherm staan.",
                now="Neem over wat u nodig hebt, sluit het programma en open het opnieuw.",
            )

    def _refuse_when_locking(self, *_context: Any) -> None:
        if self._locking and not self._looking:
            raise KluisVergrendeld
