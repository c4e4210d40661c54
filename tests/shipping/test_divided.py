"""A run of the tests that is divided over processes is the same run: nothing twice, nothing lost, nothing hidden."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FILES = {
    "a": "def test_one(): log('one')\ndef test_two(): log('two')",
    "b": "def test_three(): log('three')",
    "c": "def test_four(): log('four')",
}
LOG = "import os\nfrom pathlib import Path\ndef log(name): Path(__file__).with_name(f'{name}.{os.getpid()}').touch()\n"


def divided(root: Path, folder: Path, **files: str) -> tuple[int, str, list[list[str]]]:
    """Run these files in two processes; the exit code, the last line, and [test, process] of whatever ran."""
    for name, text in (FILES | files).items():
        (folder / f"test_{name}.py").write_text(LOG + text + "\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -q -p no:cacheprovider -p no:pytest-qt\n")
    program = f"import sys; from tests.divided import divide; sys.exit(divide([{str(folder)!r}], 2))"
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    ran = sorted(mark.name.split(".") for mark in folder.iterdir() if mark.suffix[1:].isdigit())
    return result.returncode, result.stdout.strip().splitlines()[-1], ran


def test_every_test_runs_once_and_a_file_is_not_cut(root: Path, tmp_path: Path) -> None:
    code, line, ran = divided(root, tmp_path)
    assert code == 0
    assert "2 processes: 4 passed in" in line
    assert [name for name, _ in ran] == ["four", "one", "three", "two"]
    assert len({process for name, process in ran if name in {"one", "two"}}) == 1


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("def test_five(): raise ValueError", "1 failed, 4 passed"),
        ("def test_five(): os._exit(0)\ndef test_six(): log('six')", "were not run"),
        ("import no_such_module", "error"),
    ],
)
def test_a_failure_in_either_process_fails_the_run(root: Path, tmp_path: Path, last: str, said: str) -> None:
    code, line, _ = divided(root, tmp_path, d=last)
    assert code != 0
    assert said in line
