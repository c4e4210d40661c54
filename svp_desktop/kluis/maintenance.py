"""The other opener: making a compartment and migrating it. No authorizer here, and foreign keys off.

Alembic is imported only when something has to be made or migrated.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import DBAPIError

from svp_desktop.kluis import checks, engine, faults, files, pragmas
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.revisions import Schema
from svp_desktop.kluis.tables.kern import identiteit

_PIECE_PAGES = 200


def create(path: Path, key: bytearray, identity: Identity, schema: Schema, now: datetime, *, room: int = 0) -> None:
    """Make the file of a new compartment, with all tables and its identity. Raises SchijfVol, MapNietSchrijfbaar.

    `room` bytes are kept free inside it: until they are used, the size of the file does not tell what is in it.
    """
    files.create_compartment_file(path)
    with _connected(path, key, _set_application) as connection, _writing(connection):
        _upgrade(connection, schema)
        if room:
            connection.exec_driver_sql("CREATE TABLE ruimte (niets BLOB)")
            connection.exec_driver_sql("INSERT INTO ruimte VALUES (zeroblob(?))", (room,))
            connection.exec_driver_sql("DROP TABLE ruimte")
        connection.execute(
            insert(identiteit).values(
                id=1,
                kluis_id=identity.kluis_id,
                compartiment_id=identity.compartment_id,
                soort=identity.kind,
                vingerafdruk="",
                volgnummer=0,
                gemaakt_op=now,
            )
        )
        _finish(connection)


def migrate(path: Path, key: bytearray, identity: Identity, schema: Schema) -> None:
    """Bring a closed file to the schema of this program, whole or not at all; an encrypted copy is made first.

    Raises BestandBeschadigd, BestandNieuwer, SchijfVol, MapNietSchrijfbaar; the file is then as it was.
    """
    before: list[str] = []

    def inspect(connection: engine.Raw) -> None:
        before.append(checks.check_revision(connection, schema))
        checks.check_identity(connection, identity)
        checks.check_whole(connection)

    with _connected(path, key, inspect):
        pass
    copy = path.parent / files.BACKUP_FOLDER / f"{path.stem}-voor-migratie-{before[0]}.db"
    files.copy_closed(path, copy)
    with _connected(copy, key, inspect):
        pass
    with _connected(path, key, inspect) as connection, _writing(connection):
        _upgrade(connection, schema)
        _finish(connection)


def copy_live(
    raw: engine.Raw, source: Path, target: Path, key: bytearray, progress: Callable[[int, int, int], None]
) -> None:
    """Copy an open compartment into a new file under `key`, in pieces; what is written meanwhile goes along.

    `progress` is called between the pieces and may raise. Raises SchijfVol, MapNietSchrijfbaar; no half file is left.
    """
    files.discard_compartment_file(target)
    files.create_compartment_file(target)
    try:
        with _connected(target, key, _nothing) as connection:
            try:
                raw.backup(connection.connection.dbapi_connection, pages=_PIECE_PAGES, progress=progress)
            except raw.Error as error:
                raise faults.translate(error, target) or error from None
        files.sync(target)
    except BaseException:
        files.discard_compartment_file(target)
        raise


def sequence_of(path: Path, key: bytearray, identity: Identity) -> int:
    """The commit sequence of a closed copy that was proven whole. Raises BestandBeschadigd."""
    found: list[int] = []

    def inspect(connection: engine.Raw) -> None:
        checks.check_identity(connection, identity)
        checks.check_whole(connection)
        found.append(int(engine.single(connection, "SELECT volgnummer FROM identiteit")))

    with _connected(path, key, inspect):
        pass
    return found[0]


def _nothing(_connection: engine.Raw) -> None:
    """A new file has nothing to check yet."""


@contextmanager
def _connected(path: Path, key: bytearray, check: Callable[[engine.Raw], None]) -> Iterator[Connection]:
    """A maintenance connection on a closed file; what SQLite reports becomes what the user reads."""
    files.claim(path)
    opener = engine.build(path, key, pragmas.for_maintenance(), check=check, guarded=False)
    try:
        with opener.connect() as connection:
            yield connection
    except DBAPIError as error:
        fault = faults.translate(error.orig, path)
        if fault is None:
            raise
        raise fault from None
    finally:
        opener.dispose()
        files.release(path)


@contextmanager
def _writing(connection: Connection) -> Iterator[None]:
    """One transaction for everything, DDL too: nothing of a failed migration stays."""
    connection.execution_options(**{engine.BEGIN_OPTION: "BEGIN IMMEDIATE"})
    with connection.begin():
        yield


def _set_application(connection: engine.Raw) -> None:
    connection.execute(f"PRAGMA application_id={pragmas.APPLICATION_ID}")


def _upgrade(connection: Connection, schema: Schema) -> None:
    """Run the missing migrations inside the open transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(schema.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, schema.head)


def _finish(connection: Connection) -> None:
    """The proof before COMMIT: structure, references and the fingerprint of the schema as it now is."""
    raw = connection.connection.dbapi_connection
    checks.check_consistent(raw)
    connection.execute(update(identiteit).values(vingerafdruk=checks.schema_fingerprint(raw)))
