"""Every page and every bit of the files of a kluis, damaged: never shown as good, never called a wrong password.

A sample in the quick suite; all of it with SVP_FUZZ=all (`make test-kluis`), which prints each figure.
"""

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis import backup, keyring, ringfile, state, trail, ways
from svp_desktop.kluis.kdf import KdfPolicy
from tests.kluis.team import make_team

PAGE = 4096
EVERYTHING = os.environ.get("SVP_FUZZ") == "all"
LONGEST = 2.0
PIECES = 24
NOW = datetime(2026, 11, 24, 10, 31, tzinfo=UTC)

View = dict[str, list[object] | None]


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """The kluis of a directeur and a vertrouwenspersoon with content in all three compartments, as it was and as it
    is; with who can open them all."""
    team = make_team(tmp_path_factory.mktemp("fuzz"), lambda: NOW, "eerste")
    fill(team, "eerder")
    older = {path.name: path.read_bytes() for path in team.folder.glob("*.db")}
    fill(team, "later")
    return team, older


def fill(team, word: str) -> None:
    """Content of some pages in each compartment."""
    kluis = team.enter("eerste")._kluis
    for kind in ("school", "meldcode", "eigen"):
        with kluis.compartment(kind).transaction() as tx:
            for number in range(PIECES):
                state.put(tx, f"stuk:{number}", {"tekst": f"{word} {number} " * 400})
            tx.log("proef.opslaan", 1)
    team.leave()


class Bench:
    """Puts files back, harms one, and looks with the eyes of the program."""

    def __init__(self, team, place: Path) -> None:
        self.team, self._profile = team, place / "goed"
        # All of it: outside the folder of the kluis too it is remembered how far a compartment was.
        shutil.copytree(team.root, self._profile)
        self.good = self._profile / team.folder.relative_to(team.root)
        self.slowest = 0.0
        self.whole = self.look()

    def restore(self) -> None:
        shutil.rmtree(self.team.root)
        shutil.copytree(self._profile, self.team.root)

    def files(self) -> list[Path]:
        return sorted(self.good.glob("*.db"))

    def look(self) -> View:
        """What each compartment shows; `None` for one that said that it is damaged."""
        started = time.perf_counter()
        kluis = self.team.enter("eerste")._kluis
        self.slowest = max(self.slowest, time.perf_counter() - started)
        try:
            return {kind: self._read(kluis, kind) for kind in ("school", "meldcode", "eigen")}
        finally:
            self.team.leave()

    def _read(self, kluis, kind: str) -> list[object] | None:
        if kind in kluis.faults:
            assert isinstance(kluis.faults[kind], BestandBeschadigd)
            return None
        if kind in kluis.older:  # read-only, and said at once: not the file that was closed
            return None
        try:
            with kluis.compartment(kind).reading() as rx:
                assert trail.verify(rx), "a trail that does not hang together was shown"
                return [state.get(rx, f"stuk:{number}") for number in range(PIECES)]
        except BestandBeschadigd:
            return None

    def harmed(self, name: str, data: bytes) -> str:
        """What became of one file with these bytes: `told` (damage), `same` (nothing that is shown was touched)."""
        self.restore()
        (self.team.folder / name).write_bytes(data)
        shown = self.look()
        kind = name.split("-")[0].removesuffix(".db")
        assert all(shown[other] == self.whole[other] for other in shown if other != kind), "another compartment suffers"
        if shown[kind] is None:
            return "told"
        return "same" if shown[kind] == self.whole[kind] else "other"


@pytest.fixture(scope="module")
def bench(closed, tmp_path_factory) -> Bench:
    return Bench(closed[0], tmp_path_factory.mktemp("bank"))


def chosen(count: int, few: int) -> list[int]:
    """All of so many, or a sample in the quick suite."""
    return list(range(count)) if EVERYTHING else sorted(random.Random(7).sample(range(count), min(few, count)))


def over_pages(bench: Bench, few: int, harm: Callable[[bytes, int], bytes | None]) -> Counter[str]:
    """Harm each page of each file in this way."""
    outcomes: Counter[str] = Counter()
    for file in bench.files():
        good = file.read_bytes()
        for page in chosen(len(good) // PAGE, few):
            data = harm(good, page)
            if data is not None and data != good:
                outcomes[bench.harmed(file.name, data)] += 1
    return outcomes


def flip(good: bytes, page: int) -> bytes:
    chance = random.Random(page)
    harmed = bytearray(good)
    harmed[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def put(good: bytes, page: int, content: bytes) -> bytes:
    return good[: page * PAGE] + content + good[(page + 1) * PAGE :]


def swap(good: bytes, page: int) -> bytes:
    other = (page + 1) % (len(good) // PAGE)
    first, second = good[page * PAGE : (page + 1) * PAGE], good[other * PAGE : (other + 1) * PAGE]
    return put(put(good, page, second), other, first)


WAYS = {
    "one bit flipped": (flip, 5),
    "truncated here": (lambda good, page: good[: page * PAGE], 4),
    "truncated in it": (lambda good, page: good[: page * PAGE + 1 + page % (PAGE - 1)], 2),
    "zeroed": (lambda good, page: put(good, page, bytes(PAGE)), 3),
    "swapped with the next": (swap, 3),
    "appended again": (lambda good, page: good + good[page * PAGE : (page + 1) * PAGE], 2),
}


@pytest.mark.parametrize("name", WAYS)
def test_a_damaged_page_is_told_or_was_not_shown(bench, figure, name):
    harm, few = WAYS[name]
    outcomes = over_pages(bench, few, harm)
    figure(f"pages {name}: {dict(outcomes)}, wrongly shown {outcomes['other']}, slowest {bench.slowest:.2f} s")
    assert outcomes["other"] == 0
    assert outcomes["told"] > 0
    assert bench.slowest < LONGEST
    if name.startswith(("truncated", "appended")):
        assert outcomes["same"] == 0


def test_a_page_of_an_older_copy_is_noticed(bench, closed, figure):
    """It is sealed well and in its own place: only what is remembered of the closed file tells."""
    older = closed[1]
    outcomes: Counter[str] = Counter()
    for file in bench.files():
        good, before = file.read_bytes(), older[file.name]
        for page in chosen(min(len(good), len(before)) // PAGE, 12):
            data = put(good, page, before[page * PAGE : (page + 1) * PAGE])
            if data != good:
                outcomes[bench.harmed(file.name, data)] += 1
    figure(f"pages of an older copy: {dict(outcomes)}, wrongly shown {outcomes['other']}")
    assert outcomes["told"] == outcomes.total() > 0


def test_a_whole_older_file_is_noticed(bench, closed, figure):
    """Every page of it is sealed well: only the witness in the keyring tells."""
    for name, data in closed[1].items():
        bench.restore()
        (bench.team.folder / name).write_bytes(data)
        kluis = bench.team.enter("eerste")._kluis
        assert list(kluis.older) == [name.split("-")[0].removesuffix(".db")]
        bench.team.leave()
    figure(f"whole older files: {len(closed[1])} of {len(closed[1])} noticed")


def keyring_of(bench: Bench) -> bytes:
    return (bench.good / ringfile.NAME).read_bytes()


def accepted(data: bytes, account: str, password: str) -> bool:
    """Whether unlocking would go on with these bytes of a keyring. Raises BestandBeschadigd otherwise."""
    ring = ringfile.parse(data)
    secret = ways.open_by_password(ring, account, password, KdfPolicy.for_tests())
    keyring.verify_ring(ring, account, secret)
    return True


def told_for_each(harmed: Iterator[bytes], account: str, password: str) -> tuple[int, float]:
    """How many of these keyrings were called damaged, which all must be, and the longest time that took."""
    count, slowest = 0, 0.0
    for data in harmed:
        started = time.perf_counter()
        with pytest.raises(BestandBeschadigd):
            accepted(data, account, password)
        slowest = max(slowest, time.perf_counter() - started)
        count += 1
    return count, slowest


def flipped(good: bytes, bits: list[int]) -> Iterator[bytes]:
    for bit in bits:
        harmed = bytearray(good)
        harmed[bit // 8] ^= 1 << bit % 8
        yield bytes(harmed)


def test_every_bit_and_every_truncation_of_the_keyring_is_damage(bench, figure):
    good = keyring_of(bench)
    account, password = bench.team.ids["eerste"], bench.team.passwords["eerste"]
    assert accepted(good, account, password)
    count, slowest = told_for_each(flipped(good, chosen(len(good) * 8, 2500)), account, password)
    figure(f"keyring bits: {count} flipped, {count} told as damage, 0 as a wrong password, slowest {slowest:.2f} s")
    assert slowest < LONGEST
    count, slowest = told_for_each((good[:size] for size in chosen(len(good), 400)), account, password)
    figure(f"keyring truncations: {count} sizes, {count} told as damage, slowest {slowest:.2f} s")
    assert slowest < LONGEST


def test_a_damaged_keyring_is_not_a_wrong_password_for_the_program(bench):
    """The same through the way in of the program, for some of each."""
    good = keyring_of(bench)
    some = range(5, len(good) * 8, len(good) * 8 // 12)
    harmed = [*flipped(good, list(some)), good[:-1], good[: len(good) // 2], b""]
    for data in harmed:
        bench.restore()
        (bench.team.folder / ringfile.NAME).write_bytes(data)
        with pytest.raises(BestandBeschadigd):
            bench.team.enter("eerste")
        assert (bench.team.folder / ringfile.NAME).read_bytes() == data
    bench.restore()


def test_half_a_page_that_was_being_added_is_put_right_by_the_journal(kluis, child, password, unlock):
    """A power cut while the file grew: its size is no whole number of pages, and the journal takes that back."""
    with kluis.school.transaction() as tx:
        state.put(tx, "a", "voor")
    kluis.lock()
    database = kluis.folder / "school.db"
    assert child("half_work_then_gone.py", kluis.folder, password).returncode == -9
    assert (kluis.folder / "school.db-journal").stat().st_size > 0
    with database.open("ab") as stream:
        stream.write(b"\x5a" * 512)
    again = unlock(kluis.folder)
    with again.school.reading() as rx:
        assert state.get(rx, "a") == "voor"


def test_a_journal_that_was_never_finished_keeps_no_backup_away(kluis, unlock):
    """It begins with a zero and holds nothing to take back."""
    kluis.lock()
    (kluis.folder / "school.db-journal").write_bytes(bytes(512) + b"\x01" * 8192)
    assert backup.make(kluis.folder, kluis.clock(), lambda _done, _total: None) is not None
