"""A kluis from creation to lock: what is made, who gets in, and what each refusal is called."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from svp_desktop.domain.errors import (
    AlGeopend,
    BestandBeschadigd,
    InvoerOnjuist,
    KluisVergrendeld,
    MapOngeschikt,
    WachtwoordOnjuist,
)
from svp_desktop.kluis import attempts, place, state
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import read_info

NOBODY = 65534


def test_what_was_saved_is_there_after_lock_and_unlock(kluis, unlock):
    with kluis.school.transaction() as tx:
        state.put(tx, "plaats", {"tab": "incidenten", "rij": 3})
    kluis.lock()
    again = unlock(kluis.folder)
    with again.school.reading() as rx:
        assert state.get(rx, "plaats") == {"tab": "incidenten", "rij": 3}


def test_public_part_is_readable_without_a_password(kluis):
    info = read_info(kluis.folder)
    assert (info.school_name, info.motto, info.demo) == ("De Wilgenhof", "Samen leren", False)
    assert info.school_id == kluis.folder.name
    assert [(account.name, account.role) for account in info.accounts] == [("Ada de Wit", "directeur")]
    assert kluis.account == info.accounts[0]


def test_public_part_needs_neither_crypto_nor_database():
    script = (
        "import sys, svp_desktop.kluis.ringfile;"
        "print([name for name in ('cryptography', 'sqlalchemy', 'sqlcipher3', 'alembic') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    said = subprocess.check_output([sys.executable, "-c", script], cwd=root, env={"PYTHONPATH": str(root)})
    assert said.strip() == b"[]"


def test_files_are_private(kluis, unlock):
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)
    kluis.lock()
    (kluis.folder / "school.db").chmod(0o644)
    kluis.folder.chmod(0o755)
    unlock(kluis.folder).lock()
    assert kluis.folder.stat().st_mode & 0o777 == 0o700
    modes = {path.name: path.stat().st_mode & 0o777 for path in kluis.folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert {"school.db", "sleutelring.json", "instance.lock"} <= set(modes)


def test_an_existing_root_keeps_its_rights(new_kluis, tmp_path):
    root = tmp_path / "gekozen"
    root.mkdir(mode=0o755)
    root.chmod(0o755)
    new_kluis(root)
    assert root.stat().st_mode & 0o777 == 0o755


def test_rename_shows_on_the_unlock_page_and_keeps_the_generation_before(kluis, unlock):
    kluis.rename_school("De  Nieuwe\nWilg", '[[[[[[[[[[[[[[[[[[[[ {{ "samen" ]')
    kluis.rename_school("De Laatste Wilg", "Elke dag")
    info = read_info(kluis.folder)
    assert (
        (info.school_name, info.motto) == ("De Laatste Wilg", "Elke dag") == (kluis.info.school_name, kluis.info.motto)
    )
    shutil.copy(kluis.folder / "sleutelring.vorige.json", kluis.folder / "sleutelring.json")
    assert read_info(kluis.folder).school_name == "De Nieuwe Wilg"
    assert read_info(kluis.folder).motto == '[[[[[[[[[[[[[[[[[[[[ {{ "samen" ]'


def test_wrong_password_and_unknown_account_are_refused_alike(kluis, unlock):
    kluis.lock()
    with pytest.raises(WachtwoordOnjuist):
        unlock(kluis.folder, secret="iets heel anders dan dat")
    with pytest.raises(WachtwoordOnjuist):
        unlock(kluis.folder, account_id="00000000-0000-4000-8000-000000000000")
    unlock(kluis.folder)


def test_the_same_letters_typed_otherwise_open_too(new_kluis, unlock, tmp_path):
    kluis = new_kluis(tmp_path / "data", password="cafe\u0301 op de hoek, vroeg")
    kluis.lock()
    unlock(kluis.folder, secret="caf\u00e9 op de hoek, vroeg")


def test_waiting_grows_survives_a_restart_and_ends(kluis, unlock, clock):
    kluis.lock()
    waits = []
    for _ in range(6):
        with pytest.raises(WachtwoordOnjuist) as refused:
            unlock(kluis.folder, secret="geen van deze woorden")
        waits.append(refused.value.seconds)
        clock.forward(refused.value.seconds)
    assert waits == [0, 0, 5, 10, 20, 40]
    clock.forward(-39)
    with pytest.raises(WachtwoordOnjuist) as early:
        unlock(kluis.folder)
    assert early.value.seconds == 39
    clock.forward(-100000)
    with pytest.raises(WachtwoordOnjuist) as put_back:
        unlock(kluis.folder)
    assert put_back.value.seconds == 40
    clock.forward(100039)
    unlock(kluis.folder).lock()
    with pytest.raises(WachtwoordOnjuist) as anew:
        unlock(kluis.folder, secret="geen van deze woorden")
    assert anew.value.seconds == 0


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[]", b'{"accounts": {"a": 3}}', b"x" * 70000])
def test_an_unreadable_file_of_tries_keeps_nobody_out(kluis, unlock, content):
    kluis.lock()
    (kluis.folder / attempts.NAME).write_bytes(content)
    unlock(kluis.folder)


def test_a_short_password_makes_no_kluis(new_kluis, tmp_path):
    with pytest.raises(InvoerOnjuist) as refused:
        new_kluis(tmp_path / "data", password="te kort")
    assert refused.value.findings[0].field == "wachtwoord"
    assert not list((tmp_path / "data").glob("*"))


def test_a_kluis_that_cannot_be_finished_leaves_nothing(new_kluis, tmp_path):
    def broken_clock():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        new_kluis(tmp_path / "data", clock=broken_clock)
    assert list((tmp_path / "data").iterdir()) == []


def test_lock_is_final_and_may_be_repeated(kluis):
    school = kluis.school
    kluis.lock()
    kluis.lock()
    assert kluis.locked
    assert school.locked
    with pytest.raises(KluisVergrendeld):
        _ = kluis.school
    with pytest.raises(KluisVergrendeld), school.reading():
        pass
    with pytest.raises(KluisVergrendeld), school.transaction():
        pass
    with pytest.raises(KluisVergrendeld):
        kluis.rename_school("Anders", "")


def test_a_second_opening_is_refused_in_this_and_in_another_process(kluis, unlock, child, password):
    with pytest.raises(AlGeopend):
        unlock(kluis.folder)
    assert child("try_unlock.py", kluis.folder, password).stdout.strip() == "AlGeopend"
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)
    kluis.lock()
    assert child("try_unlock.py", kluis.folder, password).stdout.strip() == "open"


def test_the_database_lock_holds_even_without_the_lock_file(kluis, child, password):
    (kluis.folder / "instance.lock").unlink()
    assert child("try_unlock.py", kluis.folder, password).stdout.strip() == "AlGeopend"


def test_a_lock_file_with_garbage_keeps_nobody_out(kluis, unlock):
    kluis.lock()
    (kluis.folder / "instance.lock").write_bytes(os.urandom(5000))
    (kluis.folder / "sleutelring.json.part").write_bytes(b"half")
    (kluis.folder / "schrijfproef.part").write_bytes(b"")
    unlock(kluis.folder)


def test_after_a_kill_the_next_opens_and_a_second_is_refused_whatever_the_lock_file_holds(
    kluis, unlock, child, password
):
    kluis.lock()
    assert child("half_work_then_gone.py", kluis.folder, password).returncode == -9
    (kluis.folder / "instance.lock").write_bytes(os.urandom(5000))
    unlock(kluis.folder)
    with (kluis.folder / "instance.lock").open("r+b") as stream:
        stream.write(b"garbage while it is held")
    assert child("try_unlock.py", kluis.folder, password).stdout.strip() == "AlGeopend"


@pytest.mark.parametrize("how", ["replaced", "older", "taken away"])
def test_no_save_is_confirmed_in_a_file_that_has_lost_its_name(kluis, unlock, how):
    database = kluis.folder / "school.db"
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)
    before = child_copy(database)
    if how == "older":
        with kluis.school.transaction() as tx:
            state.put(tx, "a", 2)
    if how == "taken away":
        database.unlink()
    else:
        before.replace(database)
    with pytest.raises(BestandBeschadigd) as refused, kluis.school.transaction() as tx:
        state.put(tx, "a", 3)
    assert "vervangen of weggehaald" in refused.value.what
    with pytest.raises(BestandBeschadigd), kluis.school.transaction():
        pass
    kluis.lock()
    if how == "taken away":
        with pytest.raises(BestandBeschadigd):
            unlock(kluis.folder)
    else:
        with unlock(kluis.folder).school.reading() as rx:
            assert state.get(rx, "a") == 1


def child_copy(database: Path) -> Path:
    """A copy beside it, made by another process: reading a connected file here would drop its lock."""
    copy = database.with_name("kopie")
    subprocess.run(["cp", str(database), str(copy)], check=True)
    return copy


@pytest.fixture
def open_place():
    """A folder that every user of the machine can reach (pytest's own are closed to others)."""
    place_for_all = Path(tempfile.mkdtemp(prefix="svp-proef-"))
    place_for_all.chmod(0o755)
    yield place_for_all
    for path in place_for_all.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(place_for_all)


def give_away(folder: Path) -> None:
    """Let the unprivileged child own it (when these tests run as root)."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def test_unwritable_folders_as_an_unprivileged_user(new_kluis, open_place, child, password):
    kluis = new_kluis(open_place / "data")
    kluis.lock()
    give_away(open_place / "data")
    kluis.folder.chmod(0o500)
    assert child("try_unlock.py", kluis.folder, password, "nobody").stdout.strip() == "MapNietSchrijfbaar"
    kluis.folder.chmod(0o700)
    (kluis.folder / "school.db").chmod(0o400)
    assert child("try_unlock.py", kluis.folder, password, "nobody").stdout.strip() == "MapNietSchrijfbaar"
    (kluis.folder / "school.db").chmod(0o600)
    assert child("try_unlock.py", kluis.folder, password, "nobody").stdout.strip() == "open"
    (open_place / "data").chmod(0o500)
    made = child("try_unlock.py", open_place / "data", password, "nobody", "create")
    assert made.stdout.strip() == "MapNietSchrijfbaar"


@pytest.mark.parametrize("name", ["OneDrive - Stichting", "Dropbox", "STACK", "Google Drive", "Nextcloud (2)"])
def test_synced_folders_are_refused_for_live_data(new_kluis, tmp_path, name):
    with pytest.raises(MapOngeschikt):
        new_kluis(tmp_path / name / "data")
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["Stacks", "Dropboxen", "mijn documenten", "boxen"])
def test_folders_that_only_look_like_it_are_fine(tmp_path, name):
    place.check_place(tmp_path / name)


def test_network_mounts_are_told_by_the_table_of_mounts():
    table = (
        "27 1 254:0 / / rw - ext4 /dev/vda rw\n"
        "40 27 0:50 / /schijf/school\\040schijf rw - cifs //server/map rw\n"
        "41 27 0:51 / /schijf/school\\040schijf/lokaal rw - ext4 /dev/vdb rw\n"
        "kapotte regel\n"
    )
    assert place.network_mount(Path("/schijf/school schijf/data"), table)
    assert not place.network_mount(Path("/schijf/school schijf/lokaal/data"), table)
    assert not place.network_mount(Path("/schijf2/ada"), table)


def test_a_keyring_for_less_work_than_the_policy_asks_is_not_run(kluis, clock, password):
    kluis.lock()
    strict = KdfPolicy.product()
    with pytest.raises(BestandBeschadigd):
        Kluis.unlock(kluis.folder, kluis.account.id, password, policy=strict, clock=clock)
