"""Migrations: models equal the migrated schema, data and child rows stay, a failure changes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import svp_desktop.kluis.tables as tables
from svp_desktop.domain.errors import BestandBeschadigd, BestandNieuwer
from svp_desktop.kluis import checks, engine, maintenance, pragmas, revisions, state, trail
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import EIGEN, MELDCODE, SCHOOL, Schema
from svp_desktop.kluis.tables.base import eigen_metadata, meldcode_metadata, school_metadata

IDENTITY = Identity("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "school")
KEY = bytes(range(32))
METADATA = {"school": school_metadata, "meldcode": meldcode_metadata, "eigen": eigen_metadata}
FIRST = (SCHOOL.folder / "versions" / "0001_kern.py").read_text(encoding="utf-8")
SECOND = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None

def upgrade():
    op.create_table("ouder", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("naam", sa.Text()))
    op.create_table(
        "kind",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ouder_id", sa.Integer(), sa.ForeignKey("ouder.id", ondelete="CASCADE"), nullable=False),
    )
    op.execute("CREATE VIRTUAL TABLE zoek USING fts5(naam)")
"""
THIRD = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "0003", "0002", None, None

def upgrade():
    with op.batch_alter_table("ouder") as batch:
        batch.alter_column("naam", nullable=False, server_default="")
        batch.add_column(sa.Column("plaats", sa.Text(), server_default=""))
    {more}
"""


def schema(folder: Path, *versions: str) -> Schema:
    """A school schema with these migrations, in its own script folder."""
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        (folder / name).write_text((SCHOOL.folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    for number, text in enumerate((FIRST, *versions), start=1):
        (folder / "versions" / f"{number:04}_stap.py").write_text(text, encoding="utf-8")
    return Schema("school", folder)


@pytest.fixture
def opened(clock):
    """Open a file with a schema, for as long as the test lasts."""
    compartments: list[Compartment] = []

    def go(path: Path, wanted: Schema) -> Compartment:
        compartments.append(Compartment.open(path, bytearray(KEY), IDENTITY, wanted, account_id="ik", clock=clock))
        return compartments[-1]

    yield go
    for compartment in compartments:
        compartment.close()


@pytest.fixture
def older(tmp_path, clock, opened) -> Path:
    """A file of revision 0002 that holds parents with children, words to search and a trail."""
    path = tmp_path / "kluis" / "school.db"
    path.parent.mkdir()
    two = schema(tmp_path / "twee", SECOND)
    maintenance.create(path, bytearray(KEY), IDENTITY, two, clock())
    compartment = opened(path, two)
    with compartment.transaction() as tx:
        for number in range(1, 21):
            tx.connection.exec_driver_sql("INSERT INTO ouder VALUES (?, ?)", (number, f"ouder {number}"))
            tx.connection.exec_driver_sql("INSERT INTO kind VALUES (?, ?)", (number, number))
            tx.connection.exec_driver_sql("INSERT INTO zoek VALUES (?)", (f"woord{number}",))
            tx.log("proef.opslaan", number)
    compartment.close()
    return path


def test_data_and_child_rows_come_through_a_rebuilt_table(older, tmp_path, opened):
    before = older.read_bytes()
    compartment = opened(older, schema(tmp_path / "drie", SECOND, THIRD.format(more="")))
    with compartment.reading() as rx:
        assert rx.connection.exec_driver_sql("SELECT count(*), max(plaats) FROM ouder").one() == (20, "")
        assert (
            rx.connection.exec_driver_sql("SELECT count(*) FROM kind JOIN ouder ON ouder_id = ouder.id").scalar() == 20
        )
        found = rx.connection.exec_driver_sql("SELECT naam FROM zoek WHERE zoek MATCH 'woord7'").scalar()
        assert found == "woord7"
        assert trail.verify(rx)
        assert trail.head(rx)[0] == 20
    copy = older.parent / "backups" / "school-voor-migratie-0002.db"
    assert copy.read_bytes() == before
    assert copy.stat().st_mode & 0o777 == 0o600


def test_with_foreign_keys_on_the_child_rows_would_be_lost(older, tmp_path, opened, monkeypatch):
    """The control of the test above: without the maintenance settings a rebuilt table takes its children along."""
    monkeypatch.setattr(pragmas, "for_maintenance", lambda: pragmas.CONNECTION)
    compartment = opened(older, schema(tmp_path / "drie", SECOND, THIRD.format(more="")))
    with compartment.reading() as rx:
        assert rx.connection.exec_driver_sql("SELECT count(*) FROM kind").scalar() == 0


@pytest.mark.parametrize(
    "more",
    [
        "op.execute('DELETE FROM ouder WHERE id < 5')",
        "op.execute('DROP TABLE kind'); 1 / 0",
        "op.execute('INSERT INTO bestaat_niet VALUES (1)')",
    ],
    ids=["orphans", "python error", "sql error"],
)
def test_a_migration_that_fails_changes_nothing(older, tmp_path, opened, more):
    before = older.read_bytes()
    three = schema(tmp_path / "drie", SECOND, THIRD.format(more=more))
    with pytest.raises(BestandBeschadigd if "DELETE" in more else Exception):
        opened(older, three)
    assert older.read_bytes() == before
    again = opened(older, schema(tmp_path / "goed", SECOND, THIRD.format(more="")))
    with again.reading() as rx:
        assert rx.connection.exec_driver_sql("SELECT count(*) FROM kind").scalar() == 20


def test_an_older_program_refuses_a_newer_file(older, tmp_path, opened):
    before = older.read_bytes()
    with pytest.raises(BestandNieuwer):
        opened(older, schema(tmp_path / "een"))
    assert older.read_bytes() == before


def test_a_damaged_file_is_not_migrated(older, tmp_path, opened):
    harmed = bytearray(older.read_bytes())
    harmed[-2000] ^= 1
    older.write_bytes(harmed)
    with pytest.raises(BestandBeschadigd):
        opened(older, schema(tmp_path / "drie", SECOND, THIRD.format(more="")))
    assert older.read_bytes() == bytes(harmed)


def test_every_earlier_revision_of_school_comes_to_the_head(tmp_path, clock, opened):
    texts = [path.read_text(encoding="utf-8") for path in sorted((SCHOOL.folder / "versions").glob("0*.py"))]
    for count in range(1, len(texts)):
        path = tmp_path / f"vanaf-{count}.db"
        earlier = schema(tmp_path / f"tot-{count}", *texts[1:count])
        maintenance.create(path, bytearray(KEY), IDENTITY, earlier, clock())
        old = opened(path, earlier)
        with old.transaction() as tx:
            state.put(tx, "plaats", count)
            tx.log("proef.opslaan", count)
        old.close()
        new = opened(path, SCHOOL)
        with new.reading() as rx:
            assert (state.get(rx, "plaats"), trail.verify(rx)) == (count, True)
        new.close()


@pytest.mark.parametrize("wanted", [SCHOOL, MELDCODE, EIGEN], ids=lambda wanted: wanted.kind)
def test_models_equal_the_migrated_schema(tmp_path, clock, wanted):
    metadata = METADATA[wanted.kind]
    assert {"identiteit", "spoor", "versie", "concept", "staat", "vertrouwd"} <= set(metadata.tables)
    for module in Path(tables.__file__).parent.glob("*.py"):
        __import__(f"{tables.__name__}.{module.stem}".removesuffix(".__init__"))
    path = tmp_path / f"{wanted.kind}.db"
    identity = Identity(IDENTITY.kluis_id, IDENTITY.compartment_id, wanted.kind)
    maintenance.create(path, bytearray(KEY), identity, wanted, clock())
    opener = engine.build(path, bytearray(KEY), pragmas.for_maintenance(), check=lambda _raw: None, guarded=False)
    with opener.connect() as connection:
        listed = connection.exec_driver_sql("PRAGMA table_list").all()
        search = {row[1] for row in listed if row[2] in ("virtual", "shadow")}

        def ours(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
            return not (kind == "table" and (name in search or (name or "").startswith("sqlite_")))

        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []
    opener.dispose()


@pytest.mark.parametrize("wanted", [SCHOOL, MELDCODE, EIGEN], ids=lambda wanted: wanted.kind)
def test_file_names_tell_the_revisions_that_alembic_knows(wanted):
    config = Config()
    config.set_main_option("script_location", str(wanted.folder))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [wanted.head]
    assert sorted(revision.revision for revision in script.walk_revisions()) == list(wanted.known)
    assert all(len(revision.nextrev) <= 1 for revision in script.walk_revisions())


@pytest.mark.parametrize("wanted", [MELDCODE, EIGEN], ids=lambda wanted: wanted.kind)
def test_the_trail_of_every_kind_only_grows(tmp_path, clock, wanted):
    path = tmp_path / f"{wanted.kind}.db"
    identity = Identity(IDENTITY.kluis_id, IDENTITY.compartment_id, wanted.kind)
    maintenance.create(path, bytearray(KEY), identity, wanted, clock())
    compartment = Compartment.open(path, bytearray(KEY), identity, wanted, account_id="ik", clock=clock)
    with compartment.transaction() as tx:
        tx.log("proef.opslaan", 1)
    for statement in ("UPDATE spoor SET actie = 'proef.anders'", "DELETE FROM spoor"):
        with pytest.raises(Exception, match="only grows"), compartment.transaction() as tx:
            tx.connection.exec_driver_sql(statement)
    with compartment.reading() as rx:
        assert trail.verify(rx)
    compartment.close()


def test_opening_a_file_of_today_does_not_need_alembic(kluis, password):
    kluis.lock()
    script = (
        "import sys; sys.argv = ['', sys.argv[1], sys.argv[2]]\n"
        "exec(open('tests/kluis/children/try_unlock.py').read())\n"
        "print(' alembic' if 'alembic' in sys.modules else ' without')\n"
    )
    root = Path(__file__).parents[2]
    said = subprocess.check_output(
        [sys.executable, "-c", script, kluis.folder, password], cwd=root, env={"PYTHONPATH": str(root)}
    )
    assert said == b"open without\n"


def test_a_migrated_file_is_as_tight_as_a_new_one(older, tmp_path, opened):
    """What a rebuilt table could lose: the fingerprint fits, and the ordinary connection has foreign keys on."""
    compartment = opened(older, schema(tmp_path / "drie", SECOND, THIRD.format(more="")))
    with pytest.raises(Exception, match="FOREIGN KEY"), compartment.transaction() as tx:
        tx.connection.exec_driver_sql("INSERT INTO kind VALUES (99, 99)")
    compartment.close()
    raw = sqlcipher.connect(str(older), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    stored = raw.execute("SELECT vingerafdruk FROM identiteit").fetchone()[0]
    assert stored == checks.schema_fingerprint(raw)
    raw.close()


def test_a_kind_without_migrations_has_no_head(tmp_path):
    (tmp_path / "leeg" / "versions").mkdir(parents=True)
    assert revisions.Schema("leeg", tmp_path / "leeg").known == ()
