"""After a tour of the whole program nothing that was typed can be read back from the disk, and no socket was opened."""

import base64
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.markers import CHILDREN, MARKERS, files, forms, found_in, settle


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bool], str]:
    """The folder in which the tour lived (all of its home, temp and cache), and what it saw."""
    root = tmp_path_factory.mktemp("rondgang")
    environment, arguments = settle(root)
    child = subprocess.run(
        [sys.executable, str(CHILDREN / "tour.py"), *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert child.returncode == 0, f"{child.returncode}\n{child.stderr[-3000:]}"
    return root / "thuis", json.loads(child.stdout.splitlines()[-1]), child.stdout + child.stderr


def test_the_tour_did_and_saw_everything(toured: tuple[Path, dict[str, bool], str]) -> None:
    _home, seen, _said = toured
    assert seen == dict.fromkeys(seen, True)


def test_no_marker_in_any_file_in_any_encoding(toured: tuple[Path, dict[str, bool], str]) -> None:
    home, _seen, _said = toured
    assert len(MARKERS) >= 40
    everything = files(home)
    assert any(path.name == "school.db" for path in everything)
    assert found_in(everything, MARKERS) == []


def test_no_marker_in_what_the_program_said(toured: tuple[Path, dict[str, bool], str]) -> None:
    _home, _seen, said = toured
    assert [marker for marker in MARKERS if marker in said] == []


def test_no_name_in_a_file_name(toured: tuple[Path, dict[str, bool], str]) -> None:
    home, _seen, _said = toured
    names = " ".join(path.name for path in home.rglob("*"))
    assert [marker for marker in MARKERS if any(word in names for word in marker.split())] == []


def test_files_and_folders_are_for_this_user_only(toured: tuple[Path, dict[str, bool], str]) -> None:
    home, _seen, _said = toured
    for path in (home / "profiel").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path.name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_the_scan_would_find_a_leak(tmp_path: Path, encoding: str) -> None:
    """The control: a marker that does stand in a file is found, also in the middle of other bytes."""
    data = b"\x00\x01" + MARKERS[1].encode(encoding, "ignore") + b"\xff"
    assert any(form in data for form in forms(MARKERS[1]))
    packed = b"xx" + base64.b64encode(b"abc" + MARKERS[1].encode())
    assert any(form in packed for form in forms(MARKERS[1]))
