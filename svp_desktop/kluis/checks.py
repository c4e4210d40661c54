"""The opening checks inside a compartment, about a millisecond: whose file it is, which schema, is it whole.

Each works on the raw connection before the authorizer is on. SQLCipher authenticates every page when it is read, so
damage further on shows as an error later, never as data.
"""

import hashlib
from dataclasses import dataclass

from svp_desktop.domain.errors import BestandBeschadigd, BestandNieuwer
from svp_desktop.kluis.engine import Raw, single
from svp_desktop.kluis.pragmas import APPLICATION_ID
from svp_desktop.kluis.revisions import Schema

_NO_SUCH_TABLE = 1  # SQLITE_ERROR: the statement does not fit the schema


@dataclass(frozen=True, slots=True)
class Identity:
    """What the keyring says a file is: the kluis, the place in it and the kind of compartment."""

    kluis_id: str
    compartment_id: str
    kind: str


class SchemaOlder(Exception):
    """The file has an earlier schema and has to be migrated first; never leaves the kluis."""


def check_open(connection: Raw, identity: Identity, schema: Schema) -> None:
    """All checks of a file that is to be used.

    Raises BestandBeschadigd, BestandNieuwer (schema unknown here, nothing touched) or SchemaOlder.
    """
    if check_revision(connection, schema) != schema.head:
        raise SchemaOlder
    check_identity(connection, identity)
    stored = single(connection, "SELECT vingerafdruk FROM identiteit")
    if stored != schema_fingerprint(connection):
        raise BestandBeschadigd


def check_revision(connection: Raw, schema: Schema) -> str:
    """The schema revision of the file, one that this program knows. Raises BestandBeschadigd, BestandNieuwer."""
    if single(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise BestandBeschadigd
    if single(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'") is None:
        raise BestandBeschadigd
    found = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
    if len(found) != 1:
        raise BestandBeschadigd
    if found[0] not in schema.known:
        raise BestandNieuwer
    return str(found[0])


def check_identity(connection: Raw, identity: Identity) -> None:
    """That this is the file which the keyring means. Raises BestandBeschadigd when it was swapped."""
    wanted = (identity.kluis_id, identity.compartment_id, identity.kind)
    try:
        rows = connection.execute("SELECT kluis_id, compartiment_id, soort FROM identiteit").fetchall()
    except connection.OperationalError as error:
        if error.sqlite_errorcode != _NO_SUCH_TABLE:
            raise
        raise BestandBeschadigd from None
    if rows != [wanted]:
        raise BestandBeschadigd


def schema_fingerprint(connection: Raw) -> str:
    """SHA-256 over every table, index and trigger, without the statistics that ANALYZE keeps."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' AND tbl_name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
        " ORDER BY type, name"
    ).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def check_whole(connection: Raw) -> None:
    """The full checks: every page's seal, every index and every reference. Raises BestandBeschadigd."""
    check_seals(connection)
    check_consistent(connection)


def check_seals(connection: Raw) -> None:
    """The seal of every page, also of those that no table uses. Raises BestandBeschadigd."""
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise BestandBeschadigd


def check_consistent(connection: Raw) -> None:
    """Structure and references as they stand in the open transaction. Raises BestandBeschadigd."""
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise BestandBeschadigd
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise BestandBeschadigd
