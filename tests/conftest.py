"""What holds for every test: no screen, no network, no touch of the user's own folders, one time zone, one umask."""

import os
import shutil
import socket
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_PROFILE = tempfile.mkdtemp(prefix="svp-test-")


def _refuse_network(event: str, arguments: tuple) -> None:
    if event == "socket.connect" and arguments[0].family in {socket.AF_INET, socket.AF_INET6}:
        raise AssertionError("a test opened a network connection")


def pytest_configure(config: pytest.Config) -> None:
    """Set the surroundings before any module of the program is imported."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("QT_STYLE_OVERRIDE", None)
    os.environ["TZ"] = AMSTERDAM.key
    if hasattr(time, "tzset"):
        time.tzset()
    for folder in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{folder}_HOME"] = str(Path(_PROFILE, folder.lower()))
    # The screen saver and the sleep of the computer on which the tests run are no business of theirs.
    for bus in ("SYSTEM", "SESSION"):
        os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = f"unix:path={_PROFILE}/no-bus"
    # Files that the program leaves to the umask must show up as too open in the tests of modes.
    os.umask(0o022)
    sys.addaudithook(_refuse_network)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    from tests import ready

    ready.forget()
    shutil.rmtree(_PROFILE, ignore_errors=True)


class FrozenClock:
    """A clock that stands still until a test moves it; hand it in wherever the program takes a clock."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> FrozenClock:
    """Tuesday 24 November 2026, 10:31 in Amsterdam: the day of the example school."""
    return FrozenClock(datetime(2026, 11, 24, 10, 31, tzinfo=AMSTERDAM))
