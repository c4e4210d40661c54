"""Every error path forced with marked texts: nothing of them, and no key, stands in a log or in what was said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.markers import CHILDREN, MARKERS, files, found_in, settle


@pytest.fixture(scope="module")
def forced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object], list[str], str]:
    """The home in which the errors were made, what there was, the keys, and everything that was said."""
    root = tmp_path_factory.mktemp("fouten")
    environment, arguments = settle(root)
    keys = root / "buiten" / "sleutels.json"
    child = subprocess.run(
        [sys.executable, str(CHILDREN / "every_error.py"), *arguments, str(keys)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert child.returncode == 0, child.stderr[-3000:]
    said = json.loads(child.stdout.splitlines()[-1])
    return root / "thuis", said, json.loads(keys.read_text()), child.stdout + child.stderr


def test_hundreds_of_errors_of_many_kinds_were_made(forced: tuple[Path, dict[str, object], list[str], str]) -> None:
    _home, said, _keys, _text = forced
    assert isinstance(said["errors"], int)
    assert said["errors"] > 400
    wanted = {
        "BestandBeschadigd",
        "WachtwoordOnjuist",
        "AlGeopend",
        "KluisVergrendeld",
        "NietGevonden",
        "InvoerOnjuist",
    }
    assert wanted | {"TypeError", "AttributeError"} <= set(said["kinds"])  # type: ignore[arg-type]


def test_no_marker_and_no_key_in_a_log(forced: tuple[Path, dict[str, object], list[str], str]) -> None:
    home, _said, keys, _text = forced
    logs = files(home / "profiel" / "logs")
    assert [path.name for path in logs] == ["fouten.log"]
    assert len(logs[0].read_text(encoding="utf-8").splitlines()) > 100
    parts = [word for marker in MARKERS for word in marker.split()]
    assert found_in(logs, [*MARKERS, *parts, *keys]) == []
    data = logs[0].read_bytes()
    assert not any(bytes.fromhex(key) in data for key in keys)


def test_no_marker_and_no_key_was_said(forced: tuple[Path, dict[str, object], list[str], str]) -> None:
    _home, _said, keys, text = forced
    assert [marker for marker in [*MARKERS, *keys] if marker in text] == []
