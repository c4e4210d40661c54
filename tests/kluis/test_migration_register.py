"""Migration 0004 on a register that holds incidents: no text is lost, and the new properties follow from the rows."""

import shutil
from pathlib import Path

from svp_desktop.domain.incident import Ernst, Kenmerk
from svp_desktop.kluis import maintenance
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import SCHOOL, Schema
from svp_desktop.kluis.stores import incidenten

IDENTITY = Identity("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "school")
KEY = bytes(range(32))


def before(folder: Path) -> Schema:
    """The schema as it was before 0004."""
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(SCHOOL.folder / name, folder)
    for path in sorted((SCHOOL.folder / "versions").glob("000[123]_*.py")):
        shutil.copy(path, folder / "versions")
    return Schema("school", folder)


def test_a_register_of_before_keeps_its_words_and_gets_its_properties(tmp_path, clock):
    path = tmp_path / "kluis" / "school.db"
    path.parent.mkdir()
    old = before(tmp_path / "oud")
    maintenance.create(path, bytearray(KEY), IDENTITY, old, clock())
    compartment = Compartment.open(path, bytearray(KEY), IDENTITY, old, account_id="ik", clock=clock)
    moment = "2026-03-01T09:30:00.000000+00:00"
    with compartment.transaction() as tx:
        run = tx.connection.exec_driver_sql
        for number, kind in ((1, "leerling"), (2, "leerling"), (3, "medewerker")):
            run(
                "INSERT INTO persoon (id, uuid, soort, roepnaam, tussenvoegsel, achternaam, sorteer, zoek)"
                " VALUES (?, ?, ?, 'A', '', 'B', 'b', 'b')",
                (number, f"u{number}", kind),
            )
        for number, told in ((1, "nog_niet"), (2, "ja")):
            run(
                "INSERT INTO incident VALUES (?, 2026, ?, 1, '2026-03-01', '10:00', 'geel', 1, 1, 0, 0,"
                f" 'A B', 'a b', '4', '4', 'x', 'Gang', 'binnen', '{told}', '{moment}', '{moment}', NULL)",
                (number, number),
            )
            run(
                "INSERT INTO incident_tekst VALUES (?, 'feiten', '', ?, '', 'Morgen opnieuw praten', 'x')",
                (number, "Meteen gepraat" if number == 1 else ""),
            )
            run("INSERT INTO incident_soort VALUES (?, 0, 'pesten', '')", (number,))
        for incident, place, person, kind, roles in (
            (1, 0, 1, "leerling", "dader"),
            (1, 1, 2, "leerling", "slachtoffer melder"),
            (2, 0, 1, "leerling", "getuige"),
            (2, 1, 3, "medewerker", "slachtoffer"),
        ):
            run(
                "INSERT INTO incident_persoon VALUES (?, ?, ?, 'A B', ?, '4', ?)",
                (incident, place, person, kind, roles),
            )
    compartment.close()
    migrated = Compartment.open(path, bytearray(KEY), IDENTITY, SCHOOL, account_id="ik", clock=clock)
    with migrated.reading() as rx:
        first, second = incidenten.lees(rx, 1), incidenten.lees(rx, 2)
        rows = rx.connection.exec_driver_sql("SELECT kenmerken, actie_op FROM incident ORDER BY id").all()
    migrated.close()
    assert first is not None
    assert second is not None
    assert first.inhoud.maatregel == second.inhoud.maatregel == "Morgen opnieuw praten"
    assert first.inhoud.ernst is Ernst.GEWOON
    assert first.afgesloten_op is None
    pair = (Kenmerk.ESIS_OPEN, Kenmerk.OUDERS_NOG_NIET, Kenmerk.LEERLINGEN_ONDERLING)
    assert rows[0] == (incidenten.kenmerk_bits(pair), "2026-03-01")
    assert rows[1] == (incidenten.kenmerk_bits((Kenmerk.PERSONEEL,)), None)
