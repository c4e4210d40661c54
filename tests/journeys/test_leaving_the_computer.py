"""The user goes away: told over real D-Bus messages, locked by a real restart, no memory left on the disk."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang

CHILDREN = Path(__file__).parent / "children"
PASSWORD = "vier losse woorden, klaar"
SESSION = "/org/freedesktop/login1/session/_32"


@pytest.fixture
def started(bus: Any, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a script of ours with that bus for system and session."""
    made: list[subprocess.Popen[bytes]] = []

    def start(script: str, *arguments: str) -> subprocess.Popen[bytes]:
        surroundings = {
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "DBUS_SYSTEM_BUS_ADDRESS": bus.address,
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "XDG_SESSION_ID": "2",
        }
        pipe = subprocess.PIPE
        command = [sys.executable, str(CHILDREN / script), *arguments]
        made.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, env=os.environ | surroundings))
        os.set_blocking(made[-1].stdout.fileno(), False)
        return made[-1]

    yield start
    for child in made:
        child.kill()
        child.communicate()


def _hear(child: subprocess.Popen[bytes], heard: list[str]) -> list[str]:
    assert child.stdout is not None
    heard += (child.stdout.read() or b"").decode().split()
    return heard


def test_each_signal_of_going_away_is_heard(bus: Any, started: Callable[..., object], qtbot: QtBot) -> None:
    child, heard = started("away.py"), []
    qtbot.waitUntil(lambda: _hear(child, heard) == ["ready"] and bus.delay_held(), timeout=20_000)
    qtbot.waitUntil(lambda: bus.listens_to("Lock") and bus.listens_to("ActiveChanged"))
    login, saver = "org.freedesktop.login1", "org.gnome.ScreenSaver"
    said = (
        (f"/{login.replace('.', '/')}", f"{login}.Manager", "PrepareForSleep", True),
        (SESSION, f"{login}.Session", "Lock"),
        ("/org/gnome/ScreenSaver", saver, "ActiveChanged", True),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    )
    for number, words in enumerate(said, 1):
        bus.say(*words)
        qtbot.waitUntil(lambda wanted=number: _hear(child, heard).count("gone") == wanted)
    # waking up, another one's session and a saver that goes are no reason
    bus.say(f"/{login.replace('.', '/')}", f"{login}.Manager", "PrepareForSleep", False)
    bus.say("/org/freedesktop/login1/session/_39", f"{login}.Session", "Lock")
    bus.say("/org/gnome/ScreenSaver", saver, "ActiveChanged", False)
    qtbot.wait(150)
    assert _hear(child, heard).count("gone") == len(said)


def test_sleep_locks_by_a_new_program_image_and_only_then_goes_on(
    bus: Any, started: Callable[..., object], tmp_path: Path, qtbot: QtBot, clock: Callable[[], object]
) -> None:
    child, heard = started("lock_really.py", str(tmp_path / "profiel")), []
    qtbot.waitUntil(lambda: _hear(child, heard) == ["typing"] and bus.delay_held(), timeout=30_000)
    command = Path(f"/proc/{child.pid}/cmdline")
    assert b"lock_really.py" in command.read_bytes()
    bus.say("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: b"svp_desktop\0--profile" in command.read_bytes(), timeout=20_000)
    # the delay ends with the old image: nothing of it is left in memory then
    qtbot.waitUntil(lambda: not bus.delay_held())
    assert child.poll() is None
    toegang = Toegang(Paths.under(tmp_path / "profiel"), clock, KdfPolicy.for_tests())
    [school] = toegang.scholen()
    werkplek = toegang.ontgrendel(school.folder, school.accounts[0].id, PASSWORD)
    [draft] = werkplek.concepten.alle()
    place = werkplek.plek()
    werkplek.vergrendel()
    assert draft.inhoud["feiten"].startswith("Halverwege de zin over het klimrek")
    assert place["tab"] == "incidenten"
    assert place["bladen"]["incidenten"]["concept"] == "incident:nieuw"


def _crash(folder: Path, kind: str) -> tuple[int, int, list[Path]]:
    """The limit on core files, whether the memory was open to others (1) or closed (0), and what the crash left."""
    folder.mkdir()
    child = subprocess.run(
        [sys.executable, str(CHILDREN / "abort.py"), kind],
        capture_output=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert child.returncode == -signal.SIGABRT, child.stderr
    limit, open_to_others = map(int, child.stdout.split())
    return limit, open_to_others, list(folder.iterdir())


def test_a_crash_leaves_no_memory(tmp_path: Path) -> None:
    assert _crash(tmp_path / "closed", "closed") == (0, 0, [])


def test_the_control_does_leave_memory_where_the_kernel_writes_it(tmp_path: Path) -> None:
    limit, open_to_others, left = _crash(tmp_path / "bare", "bare")
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    assert open_to_others == 1
    assert bool(left) == (limit != 0 and pattern.startswith("core"))
