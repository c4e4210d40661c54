"""Damaged, swapped, plain and newer files: each is recognised, none is shown as if it were good, none is touched."""

import hashlib
import os
import shutil
import sqlite3

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text

from svp_desktop.domain.errors import BestandBeschadigd, BestandNieuwer, UserFacing
from svp_desktop.kluis import keyring, ringfile, state, trail, ways
from svp_desktop.kluis.kdf import KdfPolicy

PAGE = 4096


def compartment_key(folder, password: str) -> str:
    """The raw key in hex: what only someone with the password can get at."""
    ring = ringfile.read(folder)
    account = ring["users"][0]["id"]
    secret = ways.open_by_password(ring, account, password, KdfPolicy.for_tests())
    key = keyring.open_slot(ring, ring["compartments"][0], account, secret)
    assert key is not None
    return key.hex()


@pytest.fixture
def closed(kluis):
    """A kluis with some hundred pages of content, locked."""
    with kluis.school.transaction() as tx:
        for number in range(60):
            state.put(tx, f"stuk:{number}", {"tekst": f"inhoud {number} " * 300})
            tx.log("proef.opslaan", number)
    kluis.lock()
    return kluis.folder


def read_all(folder, unlock) -> list[dict]:
    """Everything that a reader would be shown."""
    kluis = unlock(folder)
    try:
        with kluis.school.reading() as rx:
            found = [state.get(rx, f"stuk:{number}") for number in range(60)]
            assert trail.verify(rx)
            return found
    finally:
        kluis.lock()


def test_truncated_empty_plain_and_missing_files_are_damage(closed, unlock, tmp_path):
    database = closed / "school.db"
    good = database.read_bytes()
    plain = tmp_path / "plain.db"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE identiteit (id)")
    connection.close()
    shapes = [
        b"",
        good[:PAGE],
        good[: len(good) // 2 // PAGE * PAGE],
        good[:-PAGE],
        good[:-1],
        good[:100],
        good + bytes(PAGE),
        good + good[-PAGE:],
        bytes(len(good)),
        os.urandom(len(good)),
        plain.read_bytes(),
        b"kort",
    ]
    for harmed in shapes:
        database.write_bytes(harmed)
        with pytest.raises(BestandBeschadigd):
            unlock(closed)
        assert database.read_bytes() == harmed
    database.unlink()
    with pytest.raises(BestandBeschadigd):
        unlock(closed)
    assert not database.exists()
    database.mkdir()
    with pytest.raises(BestandBeschadigd):
        unlock(closed)


def test_the_file_of_another_kluis_is_damage(closed, new_kluis, unlock, tmp_path):
    other = new_kluis(tmp_path / "ander")
    other.lock()
    shutil.copy(other.folder / "school.db", closed / "school.db")
    with pytest.raises(BestandBeschadigd):
        unlock(closed)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE identiteit SET kluis_id = 'een andere'",
        "UPDATE identiteit SET compartiment_id = 'een andere'",
        "UPDATE identiteit SET soort = 'meldcode'",
        "DELETE FROM identiteit",
        "DROP TRIGGER spoor_geen_delete",
        "CREATE TABLE bijgeplaatst (a)",
        "CREATE INDEX bijgeplaatst ON spoor (actie)",
        "PRAGMA application_id = 7",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
        "DROP TABLE identiteit",
    ],
)
def test_a_file_that_is_not_what_the_keyring_means_is_damage(closed, unlock, password, change):
    """Someone with the key (a restore gone wrong, another program) changed what ties the file to its place."""
    connection = sqlcipher.connect(str(closed / "school.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{compartment_key(closed, password)}'\"")
    connection.execute(change)
    connection.close()
    with pytest.raises(BestandBeschadigd):
        unlock(closed)


def test_a_newer_schema_is_refused_and_the_file_not_touched(closed, unlock, password):
    connection = sqlcipher.connect(str(closed / "school.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{compartment_key(closed, password)}'\"")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.execute("DROP TABLE identiteit")
    connection.close()
    before = hashlib.sha256((closed / "school.db").read_bytes()).digest()
    with pytest.raises(BestandNieuwer):
        unlock(closed)
    assert hashlib.sha256((closed / "school.db").read_bytes()).digest() == before


def test_statistics_do_not_change_the_fingerprint(closed, unlock, password):
    connection = sqlcipher.connect(str(closed / "school.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{compartment_key(closed, password)}'\"")
    connection.execute("ANALYZE")
    assert connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0] > 0
    connection.close()
    unlock(closed)


def test_damage_met_while_working_closes_the_compartment(closed, unlock):
    """After a crash nothing remembers how the file was closed, so that damage shows when its page is read."""
    database = closed / "school.db"
    crashed = unlock(closed)
    with crashed.school.transaction() as tx:
        state.put(tx, "bezig", "x" * 30 * PAGE)
    crashed.close()
    harmed = bytearray(database.read_bytes())
    last = len(harmed) // PAGE - 2  # at the end of the file stands the long text
    for page in range(last - 20, last):
        harmed[page * PAGE + 100] ^= 1
    database.write_bytes(harmed)
    kluis = unlock(closed)
    with pytest.raises(BestandBeschadigd), kluis.school.reading() as rx:
        rx.connection.execute(text("SELECT * FROM staat")).all()
    with pytest.raises(BestandBeschadigd), kluis.school.transaction():
        pass
    kluis.lock()
    assert database.read_bytes() == bytes(harmed)


def test_errors_for_the_user_carry_no_text_of_the_database(closed, unlock):
    (closed / "school.db").write_bytes(os.urandom(PAGE * 4))
    with pytest.raises(UserFacing) as failure:
        unlock(closed)
    assert str(failure.value) == "BestandBeschadigd"
    assert failure.value.__cause__ is None
    assert failure.value.__suppress_context__
