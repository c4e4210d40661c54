"""What the tests of the repository itself share."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file under version control that is still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="session")
def texts(tracked: list[Path]) -> dict[str, str]:
    """Relative name -> text of every tracked file that is text."""
    found = {}
    for path in tracked:
        raw = path.read_bytes()
        if b"\0" not in raw:
            found[path.relative_to(ROOT).as_posix()] = raw.decode("utf-8", errors="replace")
    return found


@pytest.fixture(scope="session")
def product() -> dict[str, ast.Module]:
    """Relative name -> syntax tree of every module of the program, read as Python 3.11, generated forms included."""
    modules = sorted((ROOT / "svp_desktop").rglob("*.py"))
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(
            path.read_text(encoding="utf-8"), path.name, feature_version=(3, 11)
        )
        for path in modules
    }


def _docstrings(tree: ast.Module) -> set[ast.AST]:
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(first.value)
    return found


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    documentation = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation:
            yield node.lineno, node.value


@pytest.fixture(scope="session")
def words(product: dict[str, ast.Module], texts: dict[str, str]) -> list[tuple[str, str]]:
    """(place, text) of all that a user may read: strings of the program, forms, letters, handleiding."""
    found = [(f"{name}:{line}", text) for name, tree in product.items() for line, text in _strings(tree)]
    for name, text in texts.items():
        folder = name.split("/")[0]
        if folder == "forms" or (folder == "resources" and not name.endswith((".svg", ".txt", "LICENSE"))):
            found += [(f"{name}:{number}", line) for number, line in enumerate(text.splitlines(), 1)]
    return found
