"""The committed forms are what the compiler makes of forms/*.ui."""

import subprocess
import sys
from pathlib import Path


def without_version(module: Path) -> list[str]:
    """The lines of a generated module but for the one that names the compiler's version."""
    return [line for line in module.read_text(encoding="utf-8").splitlines() if "Created by: Qt" not in line]


def test_generated_forms_do_not_drift(root: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, root / "packaging" / "forms.py", tmp_path], check=True)
    committed = {module.name: without_version(module) for module in (root / "svp_desktop/ui/forms").glob("ui_*.py")}
    compiled = {module.name: without_version(module) for module in tmp_path.glob("ui_*.py")}
    assert sorted(committed) == sorted(compiled), "run make forms"
    assert [name for name in compiled if committed[name] != compiled[name]] == [], "run make forms"


def test_forms_connect_nothing_by_name(root: Path) -> None:
    modules = (root / "svp_desktop/ui/forms").glob("ui_*.py")
    assert [m.name for m in modules if "connectSlotsByName" in m.read_text(encoding="utf-8")] == []
