"""The independent reader: what the program wrote is read without a line of the program."""

import csv
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text

from svp_desktop import resources
from svp_desktop.kluis import ownkeys, state
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.services.woorden import lijst
from tests.kluis.team import make_team

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 24, 10, 31, tzinfo=UTC)
SHEET, ENVELOPES = bytes(range(16)), tuple(bytes([number]) * 16 for number in (7, 8, 9))
HOSTILE = ["=1+1", 'Łukasz; "Şahin"\nO\'Brien', "🙂", "x" * 5000]
# Larger than one piece.
PHOTO = b"\xff\xd8\xff" + bytes(range(256)) * 6000
# The reader may not lean on the program, also where the environment of these tests knows it.
START = "import runpy, sys; sys.modules['svp_desktop'] = None; runpy.run_path(sys.argv.pop(1), run_name='__main__')"


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """The folder of a school with content in three compartments, and everything that a vertrouwenspersoon can open."""
    team = make_team(tmp_path_factory.mktemp("redding"), lambda: NOW, "eerste")
    werkplek = team.enter("eerste")
    kluis = werkplek._kluis
    rows = {}
    for kind in ("school", "meldcode", "eigen"):
        with kluis.compartment(kind).transaction() as tx:
            for number, value in enumerate(HOSTILE):
                state.put(tx, f"stuk:{number}", {"tekst": f"{value} {kind}"})
    werkplek.bijlagen.voeg_toe(None, "foto.jpg", PHOTO, lambda done, total: None)
    ownkeys.put_sheet(kluis, SHEET, SHEET, "2026-11-24", team.passwords["eerste"], KdfPolicy.for_tests())
    ownkeys.put_envelopes(kluis, ENVELOPES, ENVELOPES, "2026-11-24")
    werkplek.reservekopieen.maak(lambda _done, _total: None)
    for kind in ("school", "meldcode", "eigen"):
        compartment = kluis.compartment(kind)
        with compartment.reading() as rx:
            names = rx.connection.scalars(
                text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                     " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
            ).all()  # fmt: skip
            rows[compartment.path.stem] = {
                name: [tuple(row) for row in rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"')] for name in names
            }
    team.leave()
    return team, rows


@pytest.fixture
def rescue(tmp_path):
    """Run the reader as someone without the program would: its one file and the list of words, elsewhere."""
    place = tmp_path / "stick"
    place.mkdir()
    shutil.copy(ROOT / "packaging" / "redding.py", place)
    shutil.copy(resources.path("woorden", "woorden.txt"), place)

    def run(*arguments: object, typed: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-I", "-c", START, str(place / "redding.py"), *map(str, arguments)],
            cwd=place,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def words(code: bytes) -> str:
    return " ".join(lijst().blad_woorden(code))


def shown(value: object) -> str:
    """A value as the reader is to write it in a table."""
    if isinstance(value, bytes):
        return value.hex()
    said = "" if value is None else str(value)
    return "'" + said if isinstance(value, str) and said[:1] in "=+-@\t\r" and said else said


def assert_same(target: Path, rows: dict[str, dict[str, list[tuple[object, ...]]]], *stems: str) -> None:
    assert sorted(path.name for path in target.iterdir()) == sorted(stems)
    for stem in stems:
        tables = rows[stem]
        assert sorted(path.stem for path in (target / stem).glob("*.csv")) == sorted(tables)
        for name, expected in tables.items():
            with (target / stem / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
                found = list(csv.reader(stream, delimiter=";"))[1:]
            if name == "identiteit":  # a lock counts when it looked at the statistics
                found, expected = ([[*row[:5], *row[6:]] for row in rows] for rows in (found, expected))
            if name == "bijlage_deel":
                assert [row[2] for row in found] == ["bijlage-1.jpeg"] * len(expected)
                assert not found or (target / stem / "bijlage-1.jpeg").read_bytes() == PHOTO
                found, expected = ([tuple(row[:2]) for row in rows] for rows in (found, expected))
            assert [tuple(row) for row in found] == [tuple(shown(value) for value in row) for row in expected], name


def test_the_herstelblad_gives_every_row_of_every_compartment(saved, rescue, tmp_path):
    team, rows = saved
    target = tmp_path / "uit"
    # As a person types it: capitals, commas, numbers, and words cut short.
    typed = ", ".join(f"{place}. {word[:4].upper()}" for place, word in enumerate(words(SHEET).split(), 1))
    said = rescue(team.folder, "--uit", target, typed=f"2\n{typed}\n")
    assert said.returncode == 0, said.stderr
    assert "Carla Bos (interne vertrouwenspersoon)" in said.stdout
    assert_same(target, rows, *rows)
    assert any(HOSTILE[0] in str(row) for row in rows["school"]["staat"])


def test_the_password_of_the_directeur_gives_school_and_nothing_else(saved, rescue, tmp_path):
    team, rows = saved
    target = tmp_path / "uit"
    said = rescue(team.folder, "--met", "wachtwoord", "--uit", target, typed=f"1\n{team.passwords['directeur']}\n")
    assert said.returncode == 0, said.stderr
    assert_same(target, rows, "school")


def test_two_envelopes_in_any_order_give_the_private_file(saved, rescue, tmp_path):
    team, rows = saved
    target = tmp_path / "uit"
    typed = f"{words(ENVELOPES[2])}\n{words(ENVELOPES[0])}\n"
    said = rescue(team.folder, "--met", "enveloppen", "--uit", target, typed=typed)
    assert said.returncode == 0, said.stderr
    assert_same(target, rows, *(stem for stem in rows if stem.startswith("eigen")))


def test_a_backup_is_read_as_it_lies_there(saved, rescue, tmp_path):
    team, rows = saved
    backups, target = team.folder / "backups", tmp_path / "uit"
    [newest] = sorted(path.name for path in backups.glob("2*.json"))[-1:]
    said = rescue(backups, "--reservekopie", newest, "--uit", target, typed=f"2\n{words(SHEET)}\n")
    assert said.returncode == 0, said.stderr
    assert_same(target, rows, *rows)


def test_the_keys_open_the_files_in_any_tool(saved, rescue, tmp_path):
    team, rows = saved
    said = rescue(team.folder, "--sleutels", typed=f"2\n{words(SHEET)}\n")
    lines = [line.strip() for line in said.stdout.splitlines()]
    for stem, tables in rows.items():
        pragma = lines[lines.index(f"{stem}.db") + 1]
        copy = tmp_path / f"{stem}.db"
        shutil.copy(team.folder / f"{stem}.db", copy)
        connection = sqlcipher.connect(str(copy))
        connection.execute(pragma)
        assert connection.execute("SELECT count(*) FROM staat").fetchone() == (len(tables["staat"]),)
        connection.close()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("9\n", "Dat nummer staat niet in de lijst."),
        (f"2\n{' '.join(['appel'] * 11)}\n", "Er staan 11 woorden."),
        (f"2\n{words(bytes(16)).rsplit(' ', 1)[0]} qqqq\n", "Woord 12 staat niet op de lijst."),
        (f"1\n{words(SHEET)}\n", "Dit past niet bij dit account"),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(saved, rescue, tmp_path, typed, sentence):
    team, _rows = saved
    said = rescue(team.folder, "--uit", tmp_path / "uit", typed=typed)
    assert said.returncode == 2
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr


def test_reading_changes_nothing(saved, rescue, tmp_path):
    team, _rows = saved
    before = {path: path.read_bytes() for path in team.folder.rglob("*") if path.is_file()}
    rescue(team.folder, "--uit", tmp_path / "uit", typed=f"2\n{words(SHEET)}\n")
    assert {path: path.read_bytes() for path in team.folder.rglob("*") if path.is_file()} == before


def test_damage_halfway_a_table_is_said_and_the_rest_is_written(saved, rescue, tmp_path):
    team, _rows = saved
    copy, target = tmp_path / "kopie", tmp_path / "uit"
    shutil.copytree(team.folder, copy)
    data = bytearray((copy / "school.db").read_bytes())
    for page in range(8, len(data) // 4096, 3):
        data[page * 4096 + 99] ^= 4
    (copy / "school.db").write_bytes(data)
    said = rescue(copy, "--uit", target, typed=f"2\n{words(SHEET)}\n")
    assert "beschadigd" in said.stdout
    assert "Traceback" not in said.stderr
    assert (target / "meldcode" / "staat.csv").stat().st_size > 0


def test_the_reader_imports_nothing_of_the_program():
    source = (ROOT / "packaging" / "redding.py").read_text(encoding="utf-8")
    assert "svp_desktop" not in source
