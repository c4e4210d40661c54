"""One run of the tests, divided over a process for each core: `python -m tests.divided [folder ...]`.

Each process collects everything and then runs the files that no other process took yet. Whoever makes the file of a
number in the folder of the run has taken the tests with that number, and the operating system sees to it that only one
can. A file of tests is never cut, so what its tests share is made once. With other arguments than folders this is
pytest itself, in one process.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

#: Where the processes of one run meet.
PLACE = "SVP_TESTS_DIVIDED"
#: A folder in memory (Linux), and the bytes that a whole run may need there.
_MEMORY, _ROOM = "/dev/shm", 6 << 30  # noqa: S108
_counted: Counter[str] = Counter()


# --- In each process, as a plug-in of pytest ------------------------------------------------------------------------


def _taken(session: pytest.Session) -> Iterator[pytest.Item]:
    """The tests of this process; the next file is taken when the last test of a file is about to start."""
    for number, (_, tests) in enumerate(groupby(session.items, key=lambda item: item.path)):
        try:
            Path(os.environ[PLACE], f"{number}.taken").touch(exist_ok=False)
        except FileExistsError:
            continue
        yield from tests


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """As pytest does it, over the tests that this process takes."""
    if session.testsfailed:
        return None
    _counted["collected"] = len(session.items)
    taken = _taken(session)
    item = next(taken, None)
    while item is not None:
        following = next(taken, None)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        item = following
    return True


def pytest_runtest_logfinish() -> None:
    """A test was run to its end, whatever came of it."""
    _counted["run"] += 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell the one who divided what ran here."""
    counted = _counted | Counter({kind: len(found) for kind, found in terminalreporter.stats.items() if kind})
    Path(os.environ[PLACE], f"{os.getpid()}.json").write_text(json.dumps(counted), encoding="utf-8")


# --- The one who divides --------------------------------------------------------------------------------------------


def divide(folders: list[str], processes: int) -> int:
    """Run the tests in so many processes; the exit code is the worst of theirs."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="svp-divided-", dir=_in_memory()) as place:
        outputs = [Path(place, f"{number}.txt") for number in range(1, processes)]
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.divided",
            "-o",
            "console_output_style=classic",
            *folders,
        ]
        work = Path(place, "tmp")
        work.mkdir()
        # a test that goes on as another user comes through here to its own folder
        for folder in (Path(place), work):
            folder.chmod(0o711)
        surroundings = {**os.environ, PLACE: place, "TMPDIR": str(work)}
        running = [subprocess.Popen(command, env=surroundings)]
        for output in outputs:
            with output.open("wb") as stream:
                running.append(subprocess.Popen(command, env=surroundings, stdout=stream, stderr=subprocess.STDOUT))
        codes = [process.wait() for process in running]
        for output in outputs:
            sys.stdout.write(output.read_text(encoding="utf-8", errors="replace"))
        counts = [json.loads(told.read_text(encoding="utf-8")) for told in Path(place).glob("*.json")]
    return _verdict(codes, counts, time.monotonic() - start)


def _in_memory() -> str | None:
    """Where a file is in memory with room for a whole run, or None: hundreds of schools, each written through to its
    disk at every save, else wait for that disk most of the time. What asks a real disk is in tests/torture."""
    try:
        room = shutil.disk_usage(_MEMORY).free
    except OSError:
        return None
    return _MEMORY if room > _ROOM and os.access(_MEMORY, os.W_OK) else None


def _verdict(codes: list[int], counts: list[dict[str, int]], seconds: float) -> int:
    """One line over all processes. Tests that nobody ran make the run fail: a process may have died of them."""
    collected = max((count.get("collected", 0) for count in counts), default=0)
    total = sum((Counter(count) for count in counts), Counter())
    kinds = {"failed", "passed", "skipped", "xfailed", "xpassed", "error", "warnings"}
    said = ", ".join(f"{total[kind]} {kind}" for kind in sorted(kinds & total.keys())) or "nothing ran"
    lost = collected - total["run"]
    print(f"{len(codes)} processes: {said} in {seconds:.0f}s" + (f", {lost} were not run" if lost else ""), flush=True)  # noqa: T201
    # A process for which nothing was left says that it ran no tests.
    no_tests = int(pytest.ExitCode.NO_TESTS_COLLECTED)
    bad = [code for code in codes if code and not (code == no_tests and total["run"])]
    return max(bad, key=abs) if bad else int(bool(lost) or not total["run"])


def main(arguments: list[str]) -> int:
    """Divide over the cores when whole folders are asked for."""
    processes = min(os.cpu_count() or 1, 8)
    if processes == 1 or not all(Path(argument).is_dir() for argument in arguments):
        return subprocess.call([sys.executable, "-m", "pytest", *arguments])
    return divide(arguments, processes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
