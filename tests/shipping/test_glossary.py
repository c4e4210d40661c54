"""One term, one name: docs/glossary.md knows every public class of the domain."""

import ast
import re
from pathlib import Path


def code_names(glossary: str) -> list[str]:
    """The names in backticks in the second column of the glossary's tables."""
    rows = [line.split("|") for line in glossary.splitlines() if line.startswith("|")]
    return [name for row in rows if len(row) > 2 for name in re.findall(r"`(\w+)`", row[2])]


def test_every_public_domain_class_has_a_term(root: Path, product: dict[str, ast.Module]) -> None:
    known = set(code_names((root / "docs/glossary.md").read_text(encoding="utf-8")))
    classes = {
        node.name: name
        for name, tree in product.items()
        if name.startswith("svp_desktop/domain/")
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    assert classes
    assert {name: place for name, place in classes.items() if name not in known} == {}


def test_every_term_is_explained_once(root: Path) -> None:
    names = code_names((root / "docs/glossary.md").read_text(encoding="utf-8"))
    assert sorted({name for name in names if names.count(name) > 1}) == []
