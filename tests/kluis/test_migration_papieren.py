"""Migration 0006 makes the table of papers anew: what was handed out, its bytes and its corrections are still there."""

import shutil
from pathlib import Path

from svp_desktop.kluis import engine, maintenance, pragmas
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import SCHOOL, Schema
from svp_desktop.kluis.stores import papieren

IDENTITY = Identity("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "school")
KEY = bytes(range(32))
MOMENT = "2026-03-01T09:30:00.000000+00:00"


def before(folder: Path) -> Schema:
    """The schema as it was before 0006."""
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(SCHOOL.folder / name, folder)
    for path in sorted((SCHOOL.folder / "versions").glob("000[1-5]_*.py")):
        shutil.copy(path, folder / "versions")
    return Schema("school", folder)


def test_papers_of_before_are_all_there_and_their_bytes_too(tmp_path, clock):
    path = tmp_path / "kluis" / "school.db"
    path.parent.mkdir()
    old = before(tmp_path / "oud")
    maintenance.create(path, bytearray(KEY), IDENTITY, old, clock())
    compartment = Compartment.open(path, bytearray(KEY), IDENTITY, old, account_id="ik", clock=clock)
    with compartment.transaction() as tx:
        run = tx.connection.exec_driver_sql
        run("INSERT INTO groep (id, naam, zoek, bouw, vervallen) VALUES (1, '4', '4', 'middenbouw', 0)")
        run(
            "INSERT INTO casus (id, versie, groep_id, aanleiding, doel, zorg, status, geopend_op, afsluitreden,"
            f" gemaakt_op, gewijzigd_op) VALUES (1, 1, 1, '', '', 'open', 'lopend', '2026-03-01', '', '{MOMENT}',"
            f" '{MOMENT}')"
        )
        for number, earlier in ((1, None), (2, 1)):
            run(
                "INSERT INTO papier (id, casus_id, soort, titel, nummer, vorige_id, uitgereikt_op, wijze, aan, paginas,"
                " sha256, inhoud, account_id, vastgelegd_op)"
                f" VALUES (?, 1, 'aankondiging_kind', 'A', ?, ?, '2026-03-02', 'op_papier', 'u', 2, 's', '{{}}', 'ik',"
                f" '{MOMENT}')",
                (number, number, earlier),
            )
            run("INSERT INTO papier_pdf VALUES (?, ?)", (number, b"%PDF" + bytes([number])))
    compartment.close()
    migrated = Compartment.open(path, bytearray(KEY), IDENTITY, SCHOOL, account_id="ik", clock=clock)
    with migrated.reading() as rx:
        lines = papieren.van_casus(rx, 1)
        run = rx.connection.exec_driver_sql
        kept = run("SELECT p.id, p.vorige_id, d.pdf FROM papier p JOIN papier_pdf d ON d.papier_id = p.id").all()
    migrated.close()
    opener = engine.build(path, bytearray(KEY), pragmas.for_maintenance(), check=lambda _raw: None, guarded=False)
    with opener.connect() as connection:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        referred = {row[2] for row in connection.exec_driver_sql("PRAGMA foreign_key_list(papier_pdf)").all()}
    opener.dispose()
    assert [line.id for line in lines] == [1, 2]
    assert kept == [(1, None, b"%PDF\x01"), (2, 1, b"%PDF\x02")]
    assert broken == []
    assert referred == {"papier"}
