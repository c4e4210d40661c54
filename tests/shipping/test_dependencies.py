"""What the program stands on: the pin of Qt, the lock, and nothing undeclared."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(200_000):
    thing.setObjectName("x")
print(thing.objectName(), number)
"""


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    return (root / "packaging" / "requirements.txt").read_text(encoding="utf-8")


def locked_versions(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement_name(requirement: str) -> str:
    return canonical(re.split(r"[<>=!~;\[ ]", requirement)[0])


def test_qt_survives_200000_void_calls() -> None:
    """PySide6 6.12.0 lost a reference to None on each and ended the process after some 5,100."""
    result = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout.strip()) == (0, "x 199999"), result.stderr


def test_the_installed_qt_is_the_pinned_one(project: dict) -> None:
    pin = next(line for line in project["dependencies"] if line.startswith("PySide6"))
    assert pin == "PySide6-Essentials==" + importlib.metadata.version("PySide6-Essentials")


def test_every_locked_package_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", "\n" + re.sub(r"^\s*#.*$", "", lock, flags=re.MULTILINE).strip())
    bare = [block.split()[0] for block in blocks if block.strip() and "--hash=sha256:" not in block]
    assert len(blocks) > 30
    assert bare == []


def test_the_lock_holds_what_the_project_asks(lock: str, project: dict) -> None:
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    assert {requirement_name(line) for line in wanted} - set(locked_versions(lock)) == set()


def test_the_lock_serves_every_system(lock: str) -> None:
    assert re.search(r"^colorama==\S+ ; sys_platform == 'win32'", lock, re.MULTILINE)
    assert "sys_platform == 'linux'" not in lock


def test_the_lock_names_no_place_to_fetch_from(lock: str) -> None:
    assert re.findall(r"^-.*|\S*://\S*|@ \S+", lock, re.MULTILINE) == []


def test_the_environment_is_the_lock(lock: str) -> None:
    versions = locked_versions(lock)
    installed = {canonical(d.metadata["Name"]): d.version for d in importlib.metadata.distributions()}
    assert {n: installed[n] for n, v in versions.items() if n in installed and installed[n] != v} == {}


def test_every_import_is_declared(product: dict[str, ast.Module], project: dict) -> None:
    declared = {requirement_name(line) for line in project["dependencies"]} | {"shiboken6"}
    distributions = importlib.metadata.packages_distributions()
    undeclared = {}
    for name, tree in product.items():
        for module in imported(tree):
            if module not in sys.stdlib_module_names and module != "svp_desktop":
                sources = {canonical(d) for d in distributions.get(module, [module])}
                if not sources & declared:
                    undeclared[module] = name
    assert undeclared == {}


def imported(tree: ast.Module) -> set[str]:
    """The top names of all absolute imports of a module."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names
