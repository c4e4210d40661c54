"""Nothing readable is left behind: not in the files, not in the journal of work in progress, not beside them."""

import ast
from pathlib import Path

import pytest

from svp_desktop.kluis import drafts, files, state, versions

MARKERS = ["Zwanehilde Óvermars", "knikkerzak-incident", "Şükrü-Łucja", "pesterij-bij-de-fietsenstalling"]
PACKAGE = Path(__file__).parents[2] / "svp_desktop"


def write_markers(tx) -> None:
    for number, marker in enumerate(MARKERS):
        drafts.save(tx, f"incident:{marker}", {"feiten": marker * 50})
        versions.keep(tx, "incident", number, {"naam": marker})
        state.put(tx, marker, [marker] * 2000)
        tx.log("proef.opslaan", number)


def test_no_marker_in_any_file_while_working_and_after(kluis, child, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    text = "\n".join(MARKERS)
    with kluis.school.transaction() as tx:
        write_markers(tx)
    with kluis.school.transaction() as tx:
        write_markers(tx)
        # A sort of everything: with another temp_store it would go through a plain file.
        tx.connection.exec_driver_sql("SELECT waarde FROM staat ORDER BY waarde || sleutel DESC").all()
        assert (kluis.folder / "school.db-journal").stat().st_size > 0
        during = child("scan.py", tmp_path, stdin=text)
    assert during.stdout == "scanned\n"
    with kluis.school.transaction() as tx:
        for draft in drafts.all(tx):
            drafts.drop(tx, draft.key)
    kluis.lock()
    assert child("scan.py", tmp_path, stdin=text).stdout == "scanned\n"


def test_the_scan_would_find_them(child, tmp_path):
    """The control: a plain file, and one in another encoding, are found."""
    (tmp_path / "lek.log").write_bytes(MARKERS[1].encode())
    (tmp_path / "lek.bin").write_bytes(b"\x00" + MARKERS[2].encode("utf-16-le"))
    found = child("scan.py", tmp_path, stdin="\n".join(MARKERS)).stdout.splitlines()
    assert found == [f"lek.bin {MARKERS[2]}", f"lek.log {MARKERS[1]}", "scanned"]


def test_keys_and_password_stand_in_no_file(kluis, password, child, tmp_path):
    kluis.rename_school("Andere naam", "")
    secrets = [
        bytes(kluis.school._key).hex(),
        bytes(kluis.school._key).hex().upper(),
        kluis._secret.reveal().hex(),
        password,
    ]
    kluis.lock()
    assert child("scan.py", tmp_path, stdin="\n".join(secrets)).stdout == "scanned\n"


def test_keys_are_overwritten_at_lock(kluis):
    key, secret = kluis.school._key, kluis._secret
    kluis.lock()
    assert bytes(key) == bytes(32)
    assert secret.reveal() == bytes(32)


def test_a_connected_compartment_is_not_opened_by_another_way(kluis, tmp_path):
    database = kluis.folder / "school.db"
    with pytest.raises(RuntimeError):
        files.copy_closed(database, tmp_path / "kopie.db")
    with pytest.raises(RuntimeError):
        files.check_closed_file(database)
    kluis.lock()
    files.copy_closed(database, tmp_path / "kopie.db")
    assert (tmp_path / "kopie.db").read_bytes() == database.read_bytes()
    (kluis.folder / "school.db-journal").write_bytes(b"half werk")
    with pytest.raises(ValueError):
        files.copy_closed(database, tmp_path / "kopie.db")


# Calls that open, move or remove a file, by the last part of their name.
OPENERS = {"open", "fdopen", "read_bytes", "write_bytes", "read_text", "write_text", "unlink", "rename", "link"}
OPENERS |= {"copy", "copy2", "copyfile", "copytree", "move", "rmtree", "touch", "hardlink_to", "symlink_to", "truncate"}
# Their own `open`: a compartment's, and what a secret unseals; the table of mounts of the kernel is no compartment.
# Copies in a backup: named after their content, never connected for writing, read through `files`.
COPIES = "blobs.py"
NOT_FILES = {
    ("kluis.py", "Compartment.open"),
    ("keyring.py", "secret.open"),
    ("sealed.py", "secret.open"),
    ("place.py", "_MOUNTS.read_text"),
}


def openings(module: Path) -> set[tuple[str, str]]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.rpartition(".")[2] in OPENERS or name in ("os.replace", "os.remove", "io.open"):
                found.add((module.name, name))
    return found


def test_one_module_touches_compartment_files():
    modules = [path for path in (PACKAGE / "kluis").rglob("*.py") if path.name not in ("files.py", COPIES)]
    assert len(modules) > 20
    assert set().union(*map(openings, modules)) - NOT_FILES == set()
    assert openings(PACKAGE / "kluis" / "files.py")
    reading = {name for _, name in openings(PACKAGE / "kluis" / COPIES)}
    assert reading == {"os.open", "os.fdopen", "path.read_bytes", "path.unlink"}


def test_only_the_engine_and_the_authorizer_know_the_driver():
    knowing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(name.name.startswith("sqlcipher3") for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlcipher3"))
    }
    assert knowing == {"kluis/engine.py", "kluis/authorizer.py"}
