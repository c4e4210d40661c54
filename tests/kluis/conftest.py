"""A kluis in a temporary folder, with a password that costs next to nothing and a clock that stands still."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import Kluis
from tests.kluis.team import Team, make_team

REPOSITORY = Path(__file__).parents[2]


FIGURES: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """With SVP_FUZZ=all each figure on a line of its own."""
    if os.environ.get("SVP_FUZZ") == "all":
        for line in FIGURES:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figure() -> Callable[[str], None]:
    """Say what a test counted."""
    return FIGURES.append


class FrozenClock:
    """Says the same moment until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def password() -> str:
    return "vier losse woorden, klaar"


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def new_kluis(password: str, clock: FrozenClock) -> Iterator[Callable[..., Kluis]]:
    """Make a kluis under a root; every one that is still open is locked at the end."""
    made: list[Kluis] = []

    def make(root: Path, **changes: object) -> Kluis:
        values: dict[str, object] = {
            "school_name": "De Wilgenhof",
            "motto": "Samen leren",
            "account_name": "Ada de Wit",
            "role": "directeur",
            "password": password,
            "policy": KdfPolicy.for_tests(),
            "clock": clock,
        }
        made.append(Kluis.create(root, **(values | changes)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for kluis in made:
        kluis.lock()


@pytest.fixture
def kluis(new_kluis: Callable[..., Kluis], tmp_path: Path) -> Kluis:
    """One kluis, unlocked."""
    return new_kluis(tmp_path / "data")


@pytest.fixture
def unlock(password: str, clock: FrozenClock) -> Iterator[Callable[..., Kluis]]:
    """Open a folder for its first account (or another, or with another password)."""
    opened: list[Kluis] = []

    def go(folder: Path, account_id: str | None = None, secret: str | None = None) -> Kluis:
        from svp_desktop.kluis.ringfile import read_info

        account = account_id or read_info(folder).accounts[0].id
        kluis = Kluis.unlock(folder, account, secret or password, policy=KdfPolicy.for_tests(), clock=clock)
        opened.append(kluis)
        return kluis

    yield go
    for kluis in opened:
        kluis.lock()


@pytest.fixture
def child() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run one of the programs in `children/` as a real process of its own and return what it said."""

    def run(name: str, *arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(Path(__file__).parent / "children" / name), *map(str, arguments)],
            cwd=REPOSITORY,
            env={"PYTHONPATH": str(REPOSITORY), "PATH": "/usr/bin:/bin"},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def team(tmp_path: Path, clock: FrozenClock) -> Iterator[Team]:
    """A whole team: directeur, coordinator, eerste and tweede (vertrouwenspersonen); locked."""
    made = make_team(tmp_path, clock, "coordinator", "eerste", "tweede")
    yield made
    made.leave()
