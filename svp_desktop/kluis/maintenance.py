"""The other opener: making a compartment and migrating it. No authorizer here, and foreign keys off.

Alembic is imported only when something has to be made or migrated.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import DBAPIError

from svp_desktop.domain.errors import BestandBeschadigd
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
        _keep_room(connection, room)
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


def repair(path: Path, key: bytearray, identity: Identity, schema: Schema, *, room: int = 0) -> bool:
    """Copy everything out of a closed file of which only pages without rows are damaged; the copy takes its place.

    Only when every row can be read and the copy holds the same number of them in each table; the file as it was is
    kept in the folder of backups. False when there was nothing to repair. Raises BestandBeschadigd when data cannot be
    read, SchijfVol, MapNietSchrijfbaar; the file is then as it was.
    """
    fresh, kept = path.with_suffix(".nieuw"), path.parent / files.BACKUP_FOLDER / f"{path.stem}-voor-herstel.db"
    files.check_closed_file(path)
    files.discard_compartment_file(fresh)
    with _connected(path, key, lambda raw: checks.check_identity(raw, identity)) as connection:
        raw: engine.Raw = connection.connection.dbapi_connection
        if not raw.execute("PRAGMA cipher_integrity_check").fetchall():
            return False
        files.create_compartment_file(fresh)
        before = _export(raw, key, fresh)

    def inspect(raw: engine.Raw) -> None:
        checks.check_open(raw, identity, schema)
        checks.check_whole(raw)
        if _rows(raw) != before:
            raise BestandBeschadigd

    with _connected(fresh, key, inspect) as connection, _writing(connection):
        _keep_room(connection, room)
        connection.execute(update(identiteit).values(volgnummer=identiteit.c.volgnummer + 1))
    files.copy_closed(path, kept)
    files.put_in_place(fresh, path)
    return True


def _export(raw: engine.Raw, key: bytearray, target: Path) -> dict[str, int]:
    """Copy every row into an empty file under the same key; how many each table had. Raises BestandBeschadigd."""
    try:
        raw.execute(f"ATTACH DATABASE ? AS nieuw KEY \"x'{key.hex()}'\"", (str(target),))
        raw.execute("SELECT sqlcipher_export('nieuw')")
        raw.execute(f"PRAGMA nieuw.application_id={pragmas.APPLICATION_ID}")
        rows = _rows(raw)
        raw.execute("DETACH DATABASE nieuw")
    except (engine.DriverError, MemoryError) as error:
        # The export tells a page that cannot be read as an error of its own, without the code of damage.
        raise faults.translate(error, target) or BestandBeschadigd() from None
    return rows


def _rows(raw: engine.Raw) -> dict[str, int]:
    """How many rows each table holds."""
    tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def _keep_room(connection: Connection, room: int) -> None:
    """Leave so many bytes of free pages in the file."""
    if room:
        connection.exec_driver_sql("CREATE TABLE ruimte (niets BLOB)")
        connection.exec_driver_sql("INSERT INTO ruimte VALUES (zeroblob(?))", (room,))
        connection.exec_driver_sql("DROP TABLE ruimte")


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
    except (DBAPIError, engine.DriverError, MemoryError) as error:
        fault = faults.translate(error.orig if isinstance(error, DBAPIError) else error, path)
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
    changed = {"vingerafdruk": checks.schema_fingerprint(raw), "volgnummer": identiteit.c.volgnummer + 1}
    connection.execute(update(identiteit).values(changed))
