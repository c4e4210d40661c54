"""The second place: brought up to date by a process that nobody waits for, whatever the place does."""

import errno
import json
import os
import signal
import stat
import time
from pathlib import Path

import pytest

from svp_desktop.domain.reservekopie import PlekUitkomst, plek_in_woorden
from svp_desktop.kluis import backup, blobs, drafts, manifest, secondplace
from svp_desktop.services import tweede_plek

DAY = 86_400


def nothing(_done: int, _total: int) -> None:
    return


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def folder(new_kluis, clock, tmp_path) -> Path:
    made = new_kluis(tmp_path / "data")
    made.lock()
    backup.make(made.folder, clock(), nothing)
    return made.folder


def one_more(folder: Path, unlock, clock, text: str = "meer") -> None:
    clock.forward(DAY)
    kluis = unlock(folder)
    with kluis.school.transaction() as tx:
        drafts.save(tx, "incident:nieuw", {"feiten": text})
    kluis.lock()
    backup.make(folder, clock(), nothing)


def there(place: Path, folder: Path) -> Path:
    return secondplace.folder_of(place, folder.name)


def test_everything_is_brought_and_stands_there_whole(folder, place, clock, unlock):
    one_more(folder, unlock, clock)
    assert tweede_plek.kopieer(folder, place, clock(), nieuw=True) is PlekUitkomst.GELUKT
    target = there(place, folder)
    assert manifest.read_all(target) == manifest.read_all(folder / "backups")
    for made in manifest.read_all(target):
        for line in made.lines:
            assert blobs.digest(blobs.pieces(target / line.blob_name), lambda _: None) == line.blob


def test_what_was_damaged_or_lost_there_is_brought_again(folder, place, clock):
    tweede_plek.kopieer(folder, place, clock(), nieuw=True)
    target = there(place, folder)
    made = manifest.read_all(target)[0]
    school, ring = target / made.line("school.db").blob_name, target / made.ring.blob_name
    content = bytearray(school.read_bytes())
    content[4242] ^= 1
    school.write_bytes(content)
    ring.unlink()
    (target / made.name).write_bytes(b"{}")
    assert tweede_plek.kopieer(folder, place, clock()) is PlekUitkomst.GELUKT
    assert manifest.read_all(target) == [made]
    assert blobs.digest(blobs.pieces(school), lambda _: None) == made.line("school.db").blob
    assert manifest.is_complete(target, made)


def test_a_copy_that_is_damaged_here_replaces_no_good_one_there(folder, place, clock):
    tweede_plek.kopieer(folder, place, clock(), nieuw=True)
    made = manifest.read_all(there(place, folder))[0]
    name = made.line("school.db").blob_name
    source, target = folder / "backups" / name, there(place, folder) / name
    content = bytearray(source.read_bytes())
    content[99] ^= 1
    source.write_bytes(content)
    tweede_plek.kopieer(folder, place, clock())
    assert blobs.digest(blobs.pieces(target), lambda _: None) == made.line("school.db").blob


def test_the_same_retention_there(folder, place, clock, unlock):
    for number in range(12):
        one_more(folder, unlock, clock, str(number))
        tweede_plek.kopieer(folder, place, clock(), nieuw=not number)
    left = manifest.read_all(there(place, folder))
    assert [made.number for made in left] == [made.number for made in manifest.read_all(folder / "backups")]
    named = {line.blob_name for made in left for line in made.lines}
    assert {path.name for path in there(place, folder).iterdir() if manifest.is_blob(path.name)} == named


def test_a_stick_that_is_away_gets_nothing_written_in_its_empty_folder(folder, place, clock):
    tweede_plek.kopieer(folder, place, clock(), nieuw=True)
    place.rename(place.with_name("weg"))
    assert tweede_plek.kopieer(folder, place, clock()) is PlekUitkomst.NIET_GEVONDEN
    assert not place.exists()
    place.mkdir()  # what is left of a mount when its stick is away
    assert tweede_plek.kopieer(folder, place, clock()) is PlekUitkomst.NIET_GEVONDEN
    assert list(place.iterdir()) == []


def test_a_full_stick_keeps_what_it_had(folder, place, clock, unlock, monkeypatch):
    tweede_plek.kopieer(folder, place, clock(), nieuw=True)
    before = manifest.read_all(there(place, folder))
    one_more(folder, unlock, clock)
    with monkeypatch.context() as patch:
        patch.setattr(blobs, "has_room", lambda *_: False)
        assert tweede_plek.kopieer(folder, place, clock()) is PlekUitkomst.VOL
    assert manifest.read_all(there(place, folder)) == before
    assert manifest.is_complete(there(place, folder), before[0])


def test_a_stick_that_sets_no_rights_and_syncs_no_folder_will_do(folder, place, clock, monkeypatch):
    real = os.fsync

    def no_folders(descriptor: int) -> None:
        opened = Path(f"/proc/self/fd/{descriptor}").readlink()
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) and opened.is_relative_to(place):
            raise OSError(errno.EINVAL, "not on this file system")
        real(descriptor)

    def no_rights(path: Path, _mode: int) -> None:
        raise PermissionError(errno.EPERM, "not on this file system", str(path))

    monkeypatch.setattr(os, "fsync", no_folders)
    monkeypatch.setattr(Path, "chmod", no_rights)
    assert tweede_plek.kopieer(folder, place, clock(), nieuw=True) is PlekUitkomst.GELUKT


# -- what is remembered of it


def test_the_choice_and_the_outcome_are_read_without_a_key(folder, place, clock):
    assert tweede_plek.lees(folder) is None
    (folder / "backups" / tweede_plek.CHOICE_NAME).write_text(json.dumps({"plek": str(place)}))
    assert tweede_plek.lees(folder).uitkomst is PlekUitkomst.NOOIT
    tweede_plek.kopieer(folder, place, clock(), nieuw=True)
    known = tweede_plek.lees(folder)
    assert (known.uitkomst, known.gelukt_op) == (PlekUitkomst.GELUKT, clock())
    assert plek_in_woorden(known, clock()) == "Bijgewerkt: vandaag 08.30."
    place.rename(place.with_name("weg"))
    clock.forward(DAY)
    tweede_plek.kopieer(folder, place, clock())
    words = plek_in_woorden(tweede_plek.lees(folder), clock())
    assert words == "De stick of map was er niet. De laatste keer gelukt: gisteren 08.30."


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"plek": 3}', b'{"plek": ""}', b"\xff" * 40_000])
def test_an_unreadable_choice_is_no_place(folder, content):
    (folder / "backups" / tweede_plek.CHOICE_NAME).write_bytes(content)
    assert tweede_plek.lees(folder) is None


def test_it_is_due_once_a_day_and_tried_again_after_an_hour(folder, place, clock, monkeypatch):
    started: list[Path] = []
    monkeypatch.setattr(tweede_plek, "start", lambda folder: started.append(folder))
    assert not tweede_plek.start_als_nodig(folder, clock())
    (folder / "backups" / tweede_plek.CHOICE_NAME).write_text(json.dumps({"plek": str(place)}))
    assert tweede_plek.start_als_nodig(folder, clock())
    tweede_plek.kopieer(folder, place, clock())  # not found: never prepared
    assert not tweede_plek.start_als_nodig(folder, clock())
    clock.forward(3700)
    assert tweede_plek.start_als_nodig(folder, clock())
    tweede_plek.kopieer(folder, place, clock(), nieuw=True)
    assert not tweede_plek.start_als_nodig(folder, clock())
    clock.forward(DAY)
    assert tweede_plek.start_als_nodig(folder, clock())
    assert len(started) == 3


# -- the process itself


def until(true, seconds: float = 20.0) -> None:
    limit = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < limit
        time.sleep(0.02)


@pytest.fixture
def ended():
    """Whatever process a test started is gone afterwards, and was looked after."""
    yield
    for process in tweede_plek._started:
        process.kill()
        process.wait(20)
    tweede_plek._started.clear()


def test_the_process_of_the_program_does_it(folder, place, ended):
    tweede_plek.kies(folder, place)
    until(lambda: tweede_plek.lees(folder).uitkomst is PlekUitkomst.GELUKT)
    assert manifest.read_all(there(place, folder)) == manifest.read_all(folder / "backups")
    tweede_plek.kies(folder, None)
    assert tweede_plek.lees(folder) is None
    assert manifest.read_all(there(place, folder))


def test_a_place_that_hangs_delays_nothing(folder, place, clock, unlock, ended):
    """The process stands still, as in a call to a network that does not come back; everything else goes on."""
    one_more(folder, unlock, clock)
    tweede_plek.kies(folder, place)
    (process,) = tweede_plek._started
    os.kill(process.pid, signal.SIGSTOP)
    began = time.perf_counter()
    tweede_plek.start(folder)
    backup.make(folder, clock(), nothing)
    assert tweede_plek.lees(folder).uitkomst in (PlekUitkomst.NOOIT, PlekUitkomst.BEZIG)
    kluis = unlock(folder)
    with kluis.school.transaction() as tx:
        drafts.save(tx, "incident:nieuw", {"feiten": "het gewone werk gaat door"})
    kluis.lock()
    assert time.perf_counter() - began < 2
    os.kill(process.pid, signal.SIGCONT)
    until(lambda: tweede_plek.lees(folder).uitkomst is PlekUitkomst.GELUKT)


def test_a_place_chosen_while_another_is_busy_is_made_ready_later(folder, place, clock, ended):
    """A copy to the place before still holds the backups; what was chosen last is not forgotten for it."""
    from svp_desktop.kluis.files import InstanceLock

    other = InstanceLock.acquire(folder / "backups")
    tweede_plek.kies(folder, place)
    tweede_plek._started[-1].wait(20)
    assert tweede_plek.lees(folder).uitkomst is PlekUitkomst.NOOIT
    other.release()
    assert tweede_plek.start_als_nodig(folder, clock())
    until(lambda: tweede_plek.lees(folder).uitkomst is PlekUitkomst.GELUKT)


def test_two_at_a_time_are_one(folder, place, clock):
    from svp_desktop.kluis.files import InstanceLock

    other = InstanceLock.acquire(folder / "backups")
    assert tweede_plek.kopieer(folder, place, clock(), nieuw=True) is PlekUitkomst.BEZIG
    assert list(place.iterdir()) == []
    other.release()
