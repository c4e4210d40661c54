"""Proving a backup: its copies are opened with the keyring that travels along, and only what is good is called so."""

import subprocess
import sys
from pathlib import Path

import pytest

from svp_desktop.kluis import backup, backupcheck, drafts, keyring, manifest
from svp_desktop.services import reservekopie_lijst
from svp_desktop.services.reservekopie_werk import ReservekopieenService


def nothing(_done: int, _total: int) -> None:
    return


def go_on() -> None:
    return


class Stop(Exception):
    pass


@pytest.fixture
def copied(new_kluis, unlock, clock, tmp_path):
    """A kluis of a vertrouwenspersoon that was locked, copied and unlocked again."""
    made = new_kluis(tmp_path / "data", role="interne_vertrouwenspersoon")
    with made.school.transaction() as tx:
        drafts.save(tx, "incident:nieuw", {"feiten": "y" * 300_000})
    made.lock()
    assert backup.make(made.folder, clock(), nothing) is not None
    return unlock(made.folder)


def check(kluis, clock, stop=go_on):
    def key_of(ring, entry):
        return keyring.open_slot(ring, entry, kluis.account_id, kluis.secret)

    return backupcheck.check_newest(kluis.folder / "backups", key_of, clock(), stop)


def newest(kluis):
    return manifest.read_all(kluis.folder / "backups")[0]


def copy_of(kluis, name: str) -> Path:
    return kluis.folder / "backups" / newest(kluis).line(name).blob_name


def test_every_compartment_that_the_account_opens_is_proven(copied, clock):
    found = check(copied, clock)
    assert set(found.good) == {line.name for line in newest(copied).lines}
    assert found.bad == ()
    checks = manifest.read_checks(copied.folder / "backups")
    assert {sha for sha, known in checks.items() if known.good} == {line.blob.sha256 for line in newest(copied).lines}


def test_no_key_no_proof(copied, clock):
    found = backupcheck.check_newest(copied.folder / "backups", lambda _ring, _entry: None, clock(), go_on)
    assert found.good == ("sleutelring.json",)


@pytest.mark.parametrize("place", [0, 20, 4096 + 100, -1])
def test_a_copy_that_changed_is_never_called_good_and_is_made_again(copied, clock, unlock, place):
    path = copy_of(copied, "school.db")
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert check(copied, clock).bad == ("school.db",)
    assert not path.exists()  # it is not what its name says
    copied.lock()
    clock.forward(60)
    made = backup.make(copied.folder, clock(), nothing)
    assert manifest.is_complete(copied.folder / "backups", made)
    assert check(unlock(copied.folder), clock).bad == ()


def test_a_copy_of_a_file_that_was_damaged_already_is_noted_as_bad(copied, clock, unlock):
    copied.lock()
    path = copied.folder / "meldcode.db"
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    clock.forward(60)
    made = backup.make(copied.folder, clock(), nothing)
    again = unlock(copied.folder)
    assert "meldcode" in again.faults
    assert check(again, clock).bad == ("meldcode.db",)
    regel = reservekopie_lijst.overzicht(again.folder / "backups", ("meldcode.db",)).laatste
    assert regel.staat.value == "niet goed"
    # it stays what it is: the copy of a damaged file may still be of use to who repairs
    assert manifest.is_complete(again.folder / "backups", made)


def test_a_keyring_that_changed_is_not_good(copied, clock):
    path = copied.folder / "backups" / newest(copied).ring.blob_name
    path.write_bytes(path.read_bytes().replace(b"De Wilgenhof", b"De Wilgenhog"))
    assert check(copied, clock).bad == ("sleutelring.json",)


def test_the_check_can_be_stopped_and_says_nothing_then(copied, clock):
    calls = iter(range(10_000))

    def stop() -> None:
        if next(calls) == 2:
            raise Stop

    with pytest.raises(Stop):
        check(copied, clock, stop)
    assert manifest.read_checks(copied.folder / "backups") == {}
    assert check(copied, clock).bad == ()


def test_the_check_changes_no_copy(copied, clock):
    backups = copied.folder / "backups"
    before = {path.name: path.read_bytes() for path in backups.iterdir()}
    check(copied, clock)
    after = {path.name: path.read_bytes() for path in backups.iterdir()}
    after.pop(manifest.CHECKS_NAME)
    assert after == before


# -- what the user reads


def service(kluis, clock) -> ReservekopieenService:
    return ReservekopieenService(kluis, clock, lambda: 7)


def test_made_now_is_proven_now(kluis, clock):
    work = service(kluis, clock)
    assert work.herinnering() == ""  # made today
    clock.forward(8 * 86_400)
    assert work.herinnering() == "Er is nog geen gecontroleerde reservekopie van deze gegevens."
    regel = work.maak(nothing)
    assert (regel.staat.value, regel.gecontroleerd_op) == ("gecontroleerd", clock())
    assert work.herinnering() == ""
    clock.forward(8 * 86_400)
    assert work.herinnering() == "De laatste gecontroleerde reservekopie is 8 dagen oud."


def test_before_unlocking_the_proof_of_the_school_counts(copied, clock):
    backups = copied.folder / "backups"
    assert reservekopie_lijst.laatste(backups).staat.value == "nog niet gecontroleerd"
    check(copied, clock)
    assert reservekopie_lijst.laatste(backups).staat.value == "gecontroleerd"
    copy_of(copied, "meldcode.db").unlink()
    assert reservekopie_lijst.laatste(backups).staat.value == "niet volledig"


def test_the_age_is_told_without_any_crypto(copied, clock):
    """The unlock page says it before anything heavy is loaded."""
    folder = copied.folder
    copied.lock()
    script = (
        "import sys\n"
        "from datetime import datetime\n"
        "from pathlib import Path\n"
        "from svp_desktop.services.reservekopieen import Reservekopieen\n"
        "import svp_desktop.services.terugzetten\n"
        f"folder = Path({str(folder)!r})\n"
        "told = Reservekopieen(lambda: datetime.now().astimezone(), lambda: [folder])\n"
        "print(told.voet(folder))\n"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'cryptography', 'alembic'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    words, heavy = done.stdout.splitlines()
    assert words.startswith("Laatste reservekopie: ")
    assert heavy == "[]"


def test_two_schools_that_differ_in_a_private_dossier_look_the_same(new_kluis, clock, tmp_path):
    """Whatever is in a private file: the list, the sizes and the state that others read are the same."""
    seen = []
    for name, writes in (("een", 0), ("twee", 40)):
        kluis = new_kluis(tmp_path / name, role="interne_vertrouwenspersoon")
        for number in range(writes):
            with kluis.compartment("eigen").transaction() as tx:
                drafts.save(tx, f"eigen:{number}", {"tekst": "z" * 60_000})
        private = next(kluis.folder.glob("eigen-*.db"))
        kluis.lock()
        backup.make(kluis.folder, clock(), nothing)
        seen.append((reservekopie_lijst.overzicht(kluis.folder / "backups"), private.stat().st_size))
    (first, small), (second, large) = seen
    assert large > small + 1_000_000
    assert first == second
