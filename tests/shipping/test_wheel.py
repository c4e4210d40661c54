"""The program can be installed: the wheel holds all it needs, an editable install points at the checkout."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

WHERE = """
import svp_desktop, svp_desktop.resources as r
print(svp_desktop.__file__)
print(r.path("icons", "lock.svg"), r.path("icons", "lock.svg").is_file())
"""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_program_and_resources(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("fonts", "icons", "demo", "woorden"):
        for file in (root / "resources" / folder).iterdir():
            assert f"svp_desktop/_resources/{folder}/{file.name}" in names
    modules = {path.relative_to(root).as_posix() for path in (root / "svp_desktop").rglob("*.py")}
    assert modules - names == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"svp_desktop"}
    assert [name for name in names if name.endswith((".pyc", ".ui"))] == []


def test_the_wheel_carries_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any("licenses/LICENSES/" in name for name in names)


def test_the_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    # -I leaves out the checkout of the editable install; the unpacked wheel comes first by hand.
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{WHERE}"
    result = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    lines = result.stdout.splitlines()
    assert Path(lines[0]).is_relative_to(tmp_path)
    assert lines[1] == f"{tmp_path / 'svp_desktop/_resources/icons/lock.svg'} True"


def test_an_editable_install_uses_the_checkout(root: Path, tmp_path: Path) -> None:
    code = f"import hatchling.build as b; print(b.build_editable({str(tmp_path)!r}))"
    made = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    archive = zipfile.ZipFile(tmp_path / made.stdout.split()[-1])
    assert [name for name in archive.namelist() if ".dist-info/" not in name] == ["_svp_desktop.pth"]
    folder = tmp_path / "env"
    venv.create(folder, with_pip=False)
    packages = next(folder.rglob("site-packages"))
    archive.extractall(packages)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    result = subprocess.run([python, "-I", "-c", WHERE], capture_output=True, text=True, check=True, cwd=tmp_path)
    lines = result.stdout.splitlines()
    assert Path(lines[0]) == root / "svp_desktop/__init__.py"
    assert lines[1] == f"{root / 'resources/icons/lock.svg'} True"
