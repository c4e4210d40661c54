"""The commands that people are told to type exist, and the start says clearly what is missing."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap(root: Path, tmp_path: Path) -> ModuleType:
    """bootstrap.py with its places in an empty folder, so that no test touches the real environment."""
    spec = importlib.util.spec_from_file_location("svp_bootstrap", root / "packaging" / "bootstrap.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ROOT, module.LOCK = tmp_path, tmp_path / "requirements.txt"
    module.VENV, module.STAMP = tmp_path / ".venv", tmp_path / ".venv" / "stamp.json"
    module.VENV_PYTHON = tmp_path / ".venv" / "bin" / "python"
    module.LOCK.write_text("a==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return module


def targets(root: Path) -> dict[str, str]:
    """Target -> help of the Makefile."""
    return dict(re.findall(r"^([a-z-]+):.*## (.+)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_makefile_explains_itself(root: Path) -> None:
    assert set(targets(root)) >= {"help", "run", "test", "check", "forms", "bench", "lock", "torture"}


def test_every_command_in_the_documents_exists(root: Path) -> None:
    documents = [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").glob("*.md")]
    told = {verb for d in documents for verb in re.findall(r"`make ([a-z]+)", d.read_text(encoding="utf-8"))}
    told |= set(re.findall(r"^make ([a-z]+)", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert told
    assert told - set(targets(root)) == set()


def test_ci_uses_only_the_makefile(root: Path) -> None:
    lines = (root / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("make")] == ["make check", "make test"]
    assert (root / ".ci/run").stat().st_mode & 0o111 or sys.platform == "win32"


def test_an_old_python_can_read_the_start(root: Path) -> None:
    ast.parse((root / "packaging/bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_start_needs_only_the_standard_library(root: Path) -> None:
    tree = ast.parse((root / "packaging/bootstrap.py").read_text(encoding="utf-8"))
    names = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    assert names - set(sys.stdlib_module_names) == set()


def test_an_unknown_verb_explains(root: Path) -> None:
    result = subprocess.run(
        [sys.executable, root / "packaging/bootstrap.py", "vlieg"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "Gebruik:" in result.stdout


def test_a_missing_library_is_named_by_its_package(bootstrap: ModuleType) -> None:
    names = ("libzoek0t64", "libzoek0")
    assert bootstrap.missing_libraries({"libbestaatniet.so.7": names}) == [names]


def test_the_state_of_the_environment_follows_lock_project_and_place(bootstrap: ModuleType, tmp_path: Path) -> None:
    first = bootstrap.fingerprint()
    bootstrap.LOCK.write_text("a==2\n")
    second = bootstrap.fingerprint()
    (tmp_path / "pyproject.toml").write_text("[project]\nname='x'\n")
    third = bootstrap.fingerprint()
    bootstrap.VENV = tmp_path / "elders"
    assert len({str(state) for state in (first, second, third, bootstrap.fingerprint())}) == 4


def test_an_interrupted_install_leaves_no_stamp(bootstrap: ModuleType) -> None:
    assert bootstrap.read_stamp() is None
    bootstrap.VENV.mkdir()
    bootstrap.STAMP.write_text('{"lock": "half')
    assert bootstrap.read_stamp() is None


def test_an_environment_without_a_working_python_is_not_used(bootstrap: ModuleType) -> None:
    bootstrap.VENV_PYTHON.parent.mkdir(parents=True)
    bootstrap.VENV_PYTHON.symlink_to("python-that-is-gone")
    assert not bootstrap.venv_works()


def test_an_environment_of_elsewhere_is_not_used(bootstrap: ModuleType) -> None:
    bootstrap.VENV_PYTHON = Path(sys.executable)
    assert not bootstrap.venv_works()


@pytest.mark.parametrize(
    ("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 12), True), ((3, 13), True), ((4, 0), False)]
)
def test_which_python_fits(bootstrap: ModuleType, version: tuple[int, int], fits: bool) -> None:
    assert bootstrap.python_fits(version) is fits


def test_a_screen_is_seen_by_its_variables(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "WINDOWS", False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not bootstrap.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert bootstrap.has_screen()


def test_the_version_stands_in_one_line_everywhere(root: Path) -> None:
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
