"""One connection to one encrypted file, always set the same way.

Raw 256-bit key before anything is read, every setting read back, checks, and the authorizer last.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis import files
from svp_desktop.kluis.authorizer import authorize
from svp_desktop.kluis.pragmas import Pragma

BEGIN_OPTION = "svp_begin"
_HEX = frozenset("0123456789abcdef")
_BUSY_SECONDS = 0.25
_WRITE = "mode=rw"
READ = "mode=ro"
COPY = "mode=ro&immutable=1"

# The connection of the driver, which carries no types.
Raw = Any
DriverError: type[Exception] = sqlcipher.Error
Check = Callable[[Raw], None]


def build(path: Path, key: bytearray, settings: tuple[Pragma, ...], *, check: Check, guarded: bool = True) -> Engine:
    """An engine with one connection. `check` sees the raw connection before the authorizer (`guarded`) shuts it in."""

    def creator() -> Raw:
        return connect(path, key, settings, check=check, guarded=guarded)

    # An explicit pool: the default one for this dialect (a connection per thread) crashes the process.
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=2,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(
    path: Path,
    key: bytearray,
    settings: tuple[Pragma, ...],
    *,
    check: Check,
    guarded: bool = True,
    access: str = _WRITE,
) -> Raw:
    """Open the file and prove it. Raises the driver's errors, BestandBeschadigd, or what `check` raises.

    `access` READ is for a closed file that is only looked at, COPY for one that nobody ever changes.
    """
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?{access}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_SECONDS,
    )
    try:
        _unlock(connection, key)
        for setting in settings:
            _apply(connection, setting)
        if access == _WRITE:
            # Takes the EXCLUSIVE lock for good, and rolls back what a crash left in the journal.
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        if single(connection, "PRAGMA page_count") * files.PAGE != files.size_of(path):
            raise BestandBeschadigd
        check(connection)
        if guarded:
            connection.set_authorizer(authorize)
    except BaseException:
        connection.close()
        raise
    return connection


def single(connection: Raw, statement: str) -> Any:
    """The one value of a query on a raw connection, None when there is no row."""
    row = connection.execute(statement).fetchone()
    return None if row is None else row[0]


def _unlock(connection: Raw, key: bytearray) -> None:
    """Give the raw key. One of another length would silently be taken for a passphrase."""
    text = key.hex()
    if len(text) != 64 or not _HEX.issuperset(text):
        raise ValueError("a compartment key is 32 bytes")
    connection.execute(f"PRAGMA key = \"x'{text}'\"")
    if str(single(connection, "PRAGMA cipher_status")) != "1":
        raise RuntimeError("the connection is not encrypted")


def _apply(connection: Raw, setting: Pragma) -> None:
    connection.execute(setting.set_statement())
    if single(connection, f"PRAGMA {setting.name}") != setting.answer:
        raise RuntimeError(f"connection setting {setting.name} was not accepted")


def _begin(connection: Connection) -> None:
    """Writes begin IMMEDIATE, so that they never find out halfway that they may not; reads begin plain."""
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN_OPTION, "BEGIN"))
