"""Row 14: a backup of the closed file and the check of the copy, and a bare copy with fsync."""

import os
import shutil
import time
from pathlib import Path

from data import PASSWORD, Place, now
from measure import Row, in_turns

from svp_desktop.kluis import backup, backupcheck, keyring, manifest, ringfile, ways
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import SCHOOL_FILE

_PIECE = 1 << 20


def copy_and_check(place: Place, base: Path) -> Row:
    """Measure on a copy that nobody has open; the derivation of the key is left out."""
    policy = KdfPolicy(64 * 1024, 2, 1, floor_kib=64 * 1024, ceiling_kib=1024 * 1024)
    secret = ways.open_by_password(ringfile.read(place.folder), place.account, PASSWORD, policy)
    backups = place.folder / "backups"

    def key_of(ring: ringfile.Ring, entry: keyring.Entry) -> bytearray | None:
        return keyring.open_slot(ring, entry, place.account, secret)

    def ours() -> float:
        shutil.rmtree(backups, ignore_errors=True)
        os.sync()
        began = time.perf_counter()
        backup.make(place.folder, now(), lambda _done, _total: None)
        found = backupcheck.check_newest(backups, key_of, now(), lambda: None)
        spent = (time.perf_counter() - began) * 1000
        assert found is not None
        assert SCHOOL_FILE in found.good
        assert not found.bad
        return spent

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

    row = in_turns(Row(14, "reservekopie en controle van de kopie", 5.0), ours, bare, pairs=7)
    size = manifest.read_all(backups)[0].line(SCHOOL_FILE)
    assert size is not None
    row.detail = f"{size.blob.size / 1e6:.0f} MB"
    (base / "run-bare-copy.db").unlink()
    secret.wipe()
    return row
