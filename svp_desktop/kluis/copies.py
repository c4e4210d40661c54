"""Looking into a compartment file that nobody has open: a copy in a backup, or the file of a kluis that is locked.

A connection that can only read, without the authorizer and for one piece of work; nothing of the file changes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis import checks, engine, faults, pragmas, revisions, trail
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.engine import Raw, single
from svp_desktop.kluis.events import Head

T = TypeVar("T")
Stop = Callable[[], None]

_INSTRUCTIONS = 20_000
_LIVE = "verwijderd_op IS NULL"
#: What is counted of each kind of compartment: code, table, which rows.
_COUNTED = {
    revisions.SCHOOL.kind: (
        ("incidenten", "incident", _LIVE),
        ("casussen", "casus", "1"),
        ("papieren", "papier", "1"),
        ("personen", "persoon", _LIVE),
    ),
    revisions.MELDCODE.kind: (("dossiers", "dossier", "1"), ("aantekeningen", "aantekening", _LIVE)),
    revisions.EIGEN.kind: (("dossiers", "dossier", "1"), ("aantekeningen", "aantekening", _LIVE)),
}
SCHEMAS = {schema.kind: schema for schema in (revisions.SCHOOL, revisions.MELDCODE, revisions.EIGEN)}


@dataclass(frozen=True, slots=True)
class Contents:
    """How far a file is: its head, the moment of its last trail line, and how many records of each kind."""

    head: Head
    last_at: datetime | None
    counts: tuple[tuple[str, int], ...]


def look(path: Path, key: bytearray, identity: Identity, stop: Stop, *, access: str = engine.COPY) -> Contents:
    """What is in this file, after all checks. Raises BestandBeschadigd, BestandNieuwer, and what `stop` raises."""
    return using(path, key, identity, stop, lambda connection: _contents(connection, identity), access=access)


def using(
    path: Path,
    key: bytearray,
    identity: Identity,
    stop: Stop,
    work: Callable[[Raw], T],
    *,
    access: str = engine.COPY,
) -> T:
    """Do `work` on a file that passed all checks. Raises as `look`."""
    if not path.is_file():
        raise BestandBeschadigd
    found: list[T] = []
    stopped: list[BaseException] = []

    def interrupted() -> int:
        try:
            stop()
        except BaseException as reason:
            stopped.append(reason)
            return 1
        return 0

    def check(connection: Raw) -> None:
        connection.set_progress_handler(interrupted, _INSTRUCTIONS)
        stop()
        checks.check_revision(connection, SCHEMAS[identity.kind])
        checks.check_identity(connection, identity)
        checks.check_whole(connection)
        found.append(work(connection))

    try:
        connection = engine.connect(path, key, pragmas.for_reading(), check=check, guarded=False, access=access)
    except Exception as error:
        if stopped:
            raise stopped[0] from None
        fault = faults.translate(error, path)
        if fault is None:
            raise
        raise fault from None
    connection.close()
    return found[0]


def _contents(connection: Raw, identity: Identity) -> Contents:
    last = connection.execute("SELECT volgnummer, op, keten FROM spoor ORDER BY volgnummer DESC LIMIT 1").fetchone()
    line, at, link = last or (0, None, trail.start(identity.kluis_id, identity.compartment_id))
    sequence = int(single(connection, "SELECT volgnummer FROM identiteit"))
    known = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    counts = tuple(
        (code, int(single(connection, f"SELECT count(*) FROM {table} WHERE {which}")))
        for code, table, which in _COUNTED[identity.kind]
        if table in known
    )
    moment = None if at is None else datetime.fromisoformat(at)
    return Contents((sequence, int(line), bytes(link).hex()), moment, counts)
