"""A save that was confirmed is still there when the process is killed at any moment."""

import subprocess
import sys
import time
from pathlib import Path

from svp_desktop.kluis import state


def test_killed_while_committing_loses_no_confirmed_save(kluis, child, password):
    kluis.lock()
    said = child("kill_rounds.py", kluis.folder, password, 25)
    assert said.returncode == 0, said.stderr
    rounds, confirmed, lost = map(int, said.stdout.split())
    assert (rounds, lost) == (25, 0)
    assert confirmed > 0  # how many is the machine's to say; `make torture` counts thousands


def test_killed_with_work_in_the_journal_opens_as_it_was(kluis, unlock, password):
    """The child has written pages of an unfinished transaction to the file: the journal takes them back."""
    with kluis.school.transaction() as tx:
        state.put(tx, "a", "voor")
    kluis.lock()
    repository = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "children" / "half_work.py"), kluis.folder, password],
        env={"PYTHONPATH": str(repository), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"halfway\n"
        process.kill()
    assert (kluis.folder / "school.db-journal").stat().st_size > 0
    before = time.perf_counter()
    again = unlock(kluis.folder)
    assert time.perf_counter() - before < 2
    with again.school.reading() as rx:
        assert state.get(rx, "a") == "voor"
        assert state.get(rx, "ballast:1") is None
    again.lock()
    journal = kluis.folder / "school.db-journal"
    assert not journal.exists() or journal.stat().st_size == 0
