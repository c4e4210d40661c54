"""Making backups: what is copied, when not, what a failure leaves, and which ones stay."""

import errno
import json
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from svp_desktop.domain.errors import AlGeopend, SchijfVol
from svp_desktop.kluis import backup, backupcheck, blobs, drafts, files, keyring, manifest, retention
from svp_desktop.kluis.blobs import Blob
from svp_desktop.kluis.manifest import Check, Line, Manifest
from svp_desktop.kluis.ringfile import NAME as RING

DAY = 86_400
NOTHING = lambda _done, _total: None  # noqa: E731


class Stop(Exception):
    pass


def save(kluis, text: str = "iets") -> None:
    with kluis.school.transaction() as tx:
        drafts.save(tx, "incident:nieuw", {"feiten": text})


def listing(folder: Path) -> dict[str, bytes]:
    """Every file of the backups; the lock of a copying process and the copies of migrations are no part of them."""
    return {path.name: path.read_bytes() for path in sorted((folder / "backups").iterdir()) if path.is_file()}


@pytest.fixture
def locked(new_kluis: Callable, tmp_path: Path):
    """A kluis of a vertrouwenspersoon, so with three compartments, that is locked."""
    made = new_kluis(tmp_path / "data", role="interne_vertrouwenspersoon")
    save(made)
    made.lock()
    return made.folder


def test_every_file_of_the_kluis_is_in_it_byte_for_byte(locked, clock):
    made = backup.make(locked, clock(), NOTHING)
    names = {line.name for line in made.lines}
    assert names == {path.name for path in locked.glob("*.db")} | {RING}
    assert len(names) == 4
    for line in made.lines:
        copy = locked / "backups" / line.blob_name
        assert copy.read_bytes() == (locked / line.name).read_bytes()
        assert copy.stat().st_mode & 0o777 == 0o600
    assert manifest.read_all(locked / "backups") == [made]


def test_a_manifest_tells_sizes_and_hashes_and_nothing_else(locked, clock):
    made = backup.make(locked, clock(), NOTHING)
    content = json.loads((locked / "backups" / made.name).read_bytes())
    assert set(content) == {"format", "number", "school", "made_at", "program", "files", "crc32"}
    assert {frozenset(file) for file in content["files"]} == {frozenset({"name", "size", "sha256"})}
    assert b"Ada" not in (locked / "backups" / made.name).read_bytes()


def test_nothing_changed_is_no_new_backup(locked, clock):
    backup.make(locked, clock(), NOTHING)
    before = listing(locked)
    assert backup.make(locked, clock(), NOTHING) is None
    for path in locked.glob("*.db"):
        os.utime(path)  # touched, yet the same
    assert backup.make(locked, clock(), NOTHING) is None
    assert listing(locked) == before


def test_an_unchanged_file_is_a_line_and_not_another_copy(locked, unlock, clock):
    first = backup.make(locked, clock(), NOTHING)
    clock.forward(DAY)
    kluis = unlock(locked)
    save(kluis, "meer")
    kluis.lock()
    second = backup.make(locked, clock(), NOTHING)
    private = next(line.name for line in first.lines if line.name.startswith("eigen-"))
    # a holder's unlock is noted in every compartment; so take one file that was put back as it was
    (locked / private).write_bytes((locked / "backups" / first.line(private).blob_name).read_bytes())
    clock.forward(DAY)
    third = backup.make(locked, clock(), NOTHING)
    assert third.line(private) == first.line(private)
    assert second.line("school.db") == third.line("school.db") != first.line("school.db")
    assert [made.number for made in (first, second, third)] == [1, 2, 3]


def test_no_backup_while_it_is_open_or_a_crash_left_work(locked, unlock, clock, child):
    kluis = unlock(locked)
    with pytest.raises(AlGeopend):
        backup.make(locked, clock(), NOTHING)
    kluis.lock()
    journal = locked / "school.db-journal"
    journal.write_bytes(b"half werk")
    with pytest.raises(backup.WorkInJournal):
        backup.make(locked, clock(), NOTHING)
    assert manifest.read_all(locked / "backups") == []
    journal.write_bytes(b"")
    assert backup.make(locked, clock(), NOTHING) is not None


def test_a_damaged_file_takes_the_place_of_no_good_copy(locked, clock):
    good = backup.make(locked, clock(), NOTHING)
    private = next(locked.glob("eigen-*.db"))
    private.write_bytes(private.read_bytes()[:-1])
    (locked / "meldcode.db").unlink()
    made = backup.make(locked, clock(), NOTHING)
    assert {line.name for line in made.lines} == {"school.db", RING}
    assert manifest.is_complete(locked / "backups", good)
    assert {made.number for made in manifest.read_all(locked / "backups")} == {1, 2}


# -- a failure leaves every earlier backup good


def failing_at(number: int) -> Callable[[int, int], None]:
    calls = iter(range(10_000))

    def progress(_done: int, _total: int) -> None:
        if next(calls) == number:
            raise Stop

    return progress


def test_cancelled_at_any_point_leaves_the_earlier_ones(locked, unlock, clock):
    backup.make(locked, clock(), NOTHING)
    before = listing(locked)
    clock.forward(DAY)
    kluis = unlock(locked)
    save(kluis, "x" * 500_000)
    kluis.lock()
    stopped = 0
    for number in range(100):
        try:
            backup.make(locked, clock(), failing_at(number))
            break
        except Stop:
            stopped += 1
            now = listing(locked)
            assert {name: now[name] for name in before} == before
            assert not [name for name in now if blobs.PART in name]
            assert [made.number for made in manifest.read_all(locked / "backups")] == [1]
    assert stopped > 5
    assert [made.number for made in manifest.read_all(locked / "backups")] == [2, 1]


@pytest.mark.parametrize("refused", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_earlier_ones_and_says_so(locked, unlock, clock, monkeypatch, refused):
    backup.make(locked, clock(), NOTHING)
    before = listing(locked)
    clock.forward(DAY)
    kluis = unlock(locked)
    save(kluis, "meer")
    kluis.lock()

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        if refused == "write":
            patch.setattr(files, "has_room", lambda *_: False)
        elif refused == "fsync":
            patch.setattr(os, "fsync", full)
        else:
            patch.setattr(Path, "replace", full)
        with pytest.raises(SchijfVol):
            backup.make(locked, clock(), NOTHING)
    now = listing(locked)
    assert {name: now[name] for name in before} == before
    assert [made.number for made in manifest.read_all(locked / "backups")] == [1]
    assert backup.make(locked, clock(), NOTHING).number == 2


def test_what_a_killed_copy_left_is_cleared_away(locked, clock):
    (locked / "backups").mkdir(exist_ok=True)
    (locked / "backups" / f"0123456789abcdef{blobs.PART}").write_bytes(b"half")
    (locked / "backups" / f"0123456789abcdef{blobs.PART}-journal").write_bytes(b"half")
    backup.make(locked, clock(), NOTHING)
    assert not list((locked / "backups").glob(f"*{blobs.PART}*"))


# -- unlocking goes first


def test_unlocking_makes_a_running_backup_give_way_at_once(locked, unlock, clock):
    reached, go_on = threading.Event(), threading.Event()
    outcome: list[BaseException | None] = []

    def hold(_done: int, _total: int) -> None:
        reached.set()
        go_on.wait(20)

    def copy() -> None:
        try:
            backup.make(locked, clock(), hold)
            outcome.append(None)
        except BaseException as error:
            outcome.append(error)

    worker = threading.Thread(target=copy)
    worker.start()
    assert reached.wait(20)
    # the copy stands still halfway a file, as in a slow write: whoever unlocks does not wait for it
    kluis = unlock(locked)
    save(kluis, "terwijl de kopie nog hangt")
    go_on.set()
    worker.join(20)
    assert isinstance(outcome[0], backup.GaveWay)
    save(kluis, "en daarna")
    assert manifest.read_all(locked / "backups") == []
    assert not list((locked / "backups").glob(f"*{blobs.PART}*"))


def held_open() -> set[str]:
    return {os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()}


def test_a_copy_that_gave_way_holds_no_file_of_the_kluis_open(locked, clock):
    hold = backup.Hold(locked)
    pieces = hold.pieces(locked / "school.db")
    next(pieces)
    assert str(locked / "school.db") in held_open()
    began = time.perf_counter()
    files.InstanceLock.acquire(locked).release()
    assert time.perf_counter() - began < 0.05
    assert not [name for name in held_open() if name.startswith(str(locked))]
    with pytest.raises(backup.GaveWay):
        next(pieces)


# -- while working


def test_a_backup_while_working_opens_with_what_was_saved(kluis, clock, unlock):
    save(kluis, "al opgeslagen")
    made = backup.make_while_open(kluis.folder, clock(), {"school.db": kluis.school}, NOTHING)
    save(kluis, "daarna")
    assert {line.name for line in made.lines} == {"school.db", RING}
    assert manifest.is_complete(kluis.folder / "backups", made)
    kluis.lock()
    (kluis.folder / "school.db").write_bytes((kluis.folder / "backups" / made.line("school.db").blob_name).read_bytes())
    (kluis.folder / RING).write_bytes((kluis.folder / "backups" / made.ring.blob_name).read_bytes())
    again = unlock(kluis.folder)
    with again.school.reading() as rx:
        assert [draft.content for draft in drafts.all(rx)] == [{"feiten": "al opgeslagen"}]


def test_a_backup_while_working_can_be_stopped(kluis, clock):
    with pytest.raises(Stop):
        backup.make_while_open(kluis.folder, clock(), {"school.db": kluis.school}, failing_at(0))
    assert not list((kluis.folder / "backups").iterdir())
    save(kluis, "gewoon verder")


def test_work_goes_on_while_it_is_copied(kluis, clock):
    """Saves in one thread, the copy in another: every save is kept and the copy is whole."""
    for number in range(40):
        with kluis.school.transaction() as tx:
            drafts.save(tx, f"incident:vol{number}", {"feiten": "z" * 100_000})
    outcome: list[object] = []

    def copy() -> None:
        outcome.append(backup.make_while_open(kluis.folder, clock(), {"school.db": kluis.school}, NOTHING))

    worker = threading.Thread(target=copy)
    worker.start()
    saves = 0
    while worker.is_alive():
        save(kluis, f"tijdens de kopie {saves}")
        with kluis.school.reading() as rx:
            assert any(draft.content == {"feiten": f"tijdens de kopie {saves}"} for draft in drafts.all(rx))
        saves += 1
    worker.join()
    assert saves > 3
    (made,) = outcome

    def key_of(ring, entry):
        return keyring.open_slot(ring, entry, kluis.account_id, kluis.secret)

    found = backupcheck.check_newest(kluis.folder / "backups", key_of, clock(), lambda: None)
    assert made.name == manifest.read_all(kluis.folder / "backups")[0].name
    assert found.bad == ()
    assert "school.db" in found.good


# -- manifests


def test_a_damaged_manifest_is_left_out_and_takes_nothing_along(locked, clock, unlock):
    first = backup.make(locked, clock(), NOTHING)
    good = (locked / "backups" / first.name).read_bytes()
    for place in range(0, len(good), 7):
        bent = bytearray(good)
        bent[place] ^= 1
        assert manifest.parse(bytes(bent)) is None
    for length in range(0, len(good), 11):
        assert manifest.parse(good[:length]) is None
    assert manifest.parse(good) == first
    (locked / "backups" / first.name).write_bytes(good[:-20])
    clock.forward(DAY)
    kluis = unlock(locked)
    save(kluis, "meer")
    kluis.lock()
    backup.make(locked, clock(), NOTHING)
    # the copies of the list that cannot be read stay: it may be repaired
    assert all((locked / "backups" / line.blob_name).is_file() for line in first.lines)


# -- which stay


def made_at(number: int, moment: datetime, **hashes: str) -> Manifest:
    lines = (Line(RING, Blob(1, "f" * 64)), *(Line(f"{name}.db", Blob(1, sha)) for name, sha in hashes.items()))
    return Manifest(number, "x", moment, "0", lines)


def sha(number: int) -> str:
    return f"{number:064x}"


def test_seven_days_four_weeks_and_twelve_months_stay():
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    made = [
        made_at(2 * day + half, start + timedelta(days=day, hours=6 * half), school=sha(2 * day + half))
        for day in range(500)
        for half in (0, 1)
    ][::-1]
    names = retention.kept(made, {})
    days = sorted({one.made_at.date() for one in made if one.name in names}, reverse=True)
    newest = days[0]
    assert days[:7] == [newest - timedelta(days=back) for back in range(7)]
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(names) <= 7 + 4 + 12
    # of each day the last one
    assert all(one.made_at.hour == 15 for one in made if one.name in names)


def test_a_holiday_takes_no_backup_away():
    before = [made_at(day, datetime(2026, 7, day, tzinfo=UTC), school=sha(day)) for day in range(1, 8)]
    after = made_at(8, datetime(2026, 9, 1, tzinfo=UTC), school=sha(8))
    assert len(retention.kept([after, *before[::-1]], {})) == 7


def test_the_newest_proven_copy_of_each_compartment_stays():
    start = datetime(2024, 1, 1, tzinfo=UTC)
    made = [made_at(n, start + timedelta(days=n), school=sha(n), meldcode=sha(10_000 + n)) for n in range(900)][::-1]
    checks = {sha(3): Check(start, True), sha(10_005): Check(start, True)}
    kept = retention.kept(made, checks)
    assert {one.number for one in made if one.name in kept} >= {3, 5}


def test_a_copy_that_proved_bad_takes_no_place_of_a_good_one():
    start = datetime(2026, 1, 1, tzinfo=UTC)
    good = [made_at(n, start + timedelta(days=n), school=sha(n)) for n in range(7)]
    bad = [made_at(n, start + timedelta(days=n), school=sha(n)) for n in range(7, 30)]
    checks = {sha(n): Check(start, False) for n in range(7, 30)}
    kept = retention.kept([*bad[::-1], *good[::-1]], checks)
    assert {one.name for one in good} <= kept


def test_a_clock_that_was_wrong_once_takes_nothing_away():
    future = made_at(5, datetime(2030, 1, 1, tzinfo=UTC), school=sha(5))
    now = made_at(6, datetime(2026, 1, 1, tzinfo=UTC), school=sha(6))
    assert retention.kept([now, future], {}) == {now.name, future.name}


def test_copies_without_a_list_go_last(locked, clock):
    for day in range(26):
        (locked / "school.db").write_bytes(os.urandom(2 * files.PAGE))
        backup.make(locked, clock() + timedelta(days=day), NOTHING)
    left = manifest.read_all(locked / "backups")
    assert 7 < len(left) < 26
    named = {line.blob_name for made in left for line in made.lines}
    assert {path.name for path in (locked / "backups").iterdir() if manifest.is_blob(path.name)} == named
    assert all(manifest.is_complete(locked / "backups", made) for made in left)
