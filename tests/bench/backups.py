"""Row 14: a backup of the closed file and the seals of the copy, and a bare copy with fsync."""

import os
import shutil
import statistics
import time
from pathlib import Path

from data import PASSWORD, Place, now
from measure import Row, in_turns

from svp_desktop.kluis import backup, checks, copies, engine, keyring, manifest, pragmas, ringfile, ways
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import SCHOOL_FILE

_PIECE = 1 << 20


def copy_and_check(place: Place, base: Path) -> Row:
    """Measure on a copy that nobody has open; the derivation of the key is left out.

    Measured: the backup, and of the copy opening, identity and the seal of every page. The product goes on with every
    index and every reference; what all of it takes stands behind the row.
    """
    policy = KdfPolicy(64 * 1024, 2, 1, floor_kib=64 * 1024, ceiling_kib=1024 * 1024)
    ring = ringfile.read(place.folder)
    secret = ways.open_by_password(ring, place.account, PASSWORD, policy)
    entry = next(entry for entry in ring["compartments"] if entry["file"] == SCHOOL_FILE)
    key = keyring.open_slot(ring, entry, place.account, secret)
    assert key is not None
    identity = Identity(ring["school"]["id"], entry["id"], entry["kind"])
    backups = place.folder / "backups"
    whole: list[float] = []

    def prove(connection: engine.Raw) -> None:
        checks.check_revision(connection, copies.SCHEMAS[identity.kind])
        checks.check_identity(connection, identity)
        checks.check_seals(connection)

    def ours() -> float:
        shutil.rmtree(backups, ignore_errors=True)
        os.sync()
        began = time.perf_counter()
        made = backup.make(place.folder, now(), lambda _done, _total: None)
        assert made is not None
        line = made.line(SCHOOL_FILE)
        assert line is not None
        copied = time.perf_counter()
        path, settings = backups / line.blob_name, pragmas.for_reading()
        engine.connect(path, key, settings, check=prove, guarded=False, access=engine.COPY).close()
        spent = time.perf_counter() - began
        if len(whole) < 3:
            began_whole = time.perf_counter()
            copies.look(path, key, identity, lambda: None)
            whole.append(copied - began + time.perf_counter() - began_whole)
        return spent * 1000

    def bare() -> float:
        target = base / "run-bare-copy.db"
        target.unlink(missing_ok=True)
        os.sync()
        began = time.perf_counter()
        with (place.folder / SCHOOL_FILE).open("rb") as reader, target.open("wb") as writer:
            while piece := reader.read(_PIECE):
                writer.write(piece)
            writer.flush()
            os.fsync(writer.fileno())
        return (time.perf_counter() - began) * 1000

    row = in_turns(Row(14, "reservekopie en zegels van de kopie", 5.0), ours, bare, pairs=9)
    size = sum(line.blob.size for line in manifest.read_all(backups)[0].lines) / 1e6
    row.detail = f"{size:.0f} MB; met alle controles {statistics.median(whole) * 1000:.0f} ms"
    (base / "run-bare-copy.db").unlink()
    secret.wipe()
    return row
