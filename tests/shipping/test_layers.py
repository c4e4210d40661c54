"""The arrows of the architecture hold, and the contracts notice when one does not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINTER = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]

# contract -> (module that gets the forbidden line, the line)
PLANTED = {
    "Layers point down": ("domain/datums.py", "import svp_desktop.services"),
    "Only the window knows Qt": ("services/__init__.py", "import PySide6.QtCore"),
    "Only the kluis knows the database and the keys": ("documents/__init__.py", "import sqlalchemy"),
    "Only the documents know how paper is made": ("exchange/__init__.py", "import reportlab"),
    "Only the exchange knows foreign files": ("kluis/__init__.py", "import defusedxml"),
    "The window asks services, never the kluis": ("ui/__init__.py", "import svp_desktop.kluis"),
    "The domain is pure": ("domain/namen.py", "import pathlib"),
    "Tabs do not know each other": ("ui/tabs/planted_a/__init__.py", "import svp_desktop.ui.tabs.planted_b"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(LINTER, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root / "svp_desktop", tmp_path / "svp_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_hold(root: Path) -> None:
    result = lint(root)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_contract_notices_a_planted_import(copy: Path) -> None:
    (copy / "svp_desktop/ui/tabs/planted_b").mkdir(parents=True)
    (copy / "svp_desktop/ui/tabs/planted_b/__init__.py").touch()
    for module, line in PLANTED.values():
        file = copy / "svp_desktop" / module
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(f"\n{line}\n")
    result = lint(copy)
    assert result.returncode != 0
    kept = [name for name in PLANTED if f"{name} BROKEN" not in result.stdout]
    assert kept == [], result.stdout + result.stderr


def test_a_module_without_a_layer_is_noticed(copy: Path) -> None:
    (copy / "svp_desktop/zwerver.py").touch()
    result = lint(copy)
    assert result.returncode != 0
    assert "zwerver" in result.stdout


def test_every_contract_is_tried(root: Path) -> None:
    contracts = (root / "pyproject.toml").read_text(encoding="utf-8").split("[[tool.importlinter.contracts]]")[1:]
    names = {part.split('name = "')[1].split('"')[0] for part in contracts}
    assert names == set(PLANTED)
