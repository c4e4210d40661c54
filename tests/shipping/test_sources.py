"""Rules for all sources: size, words, names, and nothing of the machine on which they were written."""

import ast
import re
from pathlib import Path

import pytest

LIMIT = 500
GENERATED = "svp_desktop/ui/forms/ui_"
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc"}

# Words of the law that name a crime, not a reaction of the school.
LAW_WORDS = {"strafbaar", "strafbare", "strafrecht", "strafrechtelijk", "strafrechtelijke", "strafvordering"}

# The checks that keep the word off paper have to know it.
GUARD = ("svp_desktop/domain/papier_controle.py", "svp_desktop/domain/papier_taal.py")

# Pictures in a font: they turn into boxes where the font lacks them. Arrows are in every font that the program ships,
# and so are the two squares of a text that was made black (they stand in no paper for children).
SYMBOLS = re.compile("[\u2300-\u23ff\u2500-\u259f\u25a1-\u25a9\u25ab-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")

# Written with classes so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    r"p[y]pi\.org|pyth[o]nhosted|npmj[s]\.|d[e]b\.debian|arch[i]ve\.ubuntu|proxy\.g[o]lang|crat[e]s\.io"
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.~$}%-])/(?:[w]ork|[r]oot|[h]ome|[t]mp|[o]pt|[m]nt)/\w|[C]:\\\\?[U]sers|\.\./[s]hared|[m]ock-?ups?\b",
    re.IGNORECASE,
)


def test_no_file_is_longer_than_500_lines(texts: dict[str, str]) -> None:
    sizes = {name: len(text.splitlines()) for name, text in texts.items() if name.endswith(".py")}
    assert {n: size for n, size in sizes.items() if size > LIMIT and not n.startswith(GENERATED)} == {}


def test_no_module_has_a_name_that_says_nothing(texts: dict[str, str]) -> None:
    assert [name for name in texts if name.endswith(".py") and Path(name).stem in VAGUE] == []


def test_nothing_is_left_to_do(texts: dict[str, str]) -> None:
    mark = re.compile(r"#\s*(?:T[O]DO|FIX[M]E|X[X]X)\b")
    assert [
        name for name, text in texts.items() if name.endswith((".py", ".toml", "Makefile")) and mark.search(text)
    ] == []


def test_no_registry_is_named(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if REGISTRIES.search(text)] == []


def test_no_path_of_a_machine_is_named(texts: dict[str, str]) -> None:
    found = {name: match.group() for name, text in texts.items() if (match := MACHINE_PATHS.search(text))}
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "zie /wo" + "rk/main",
        "in /ro" + "ot/x",
        "op https://py" + "pi.org/simple",
        "C:\\U" + "sers\\jan",
        "../sh" + "ared/design",
    ],
)
def test_the_patterns_find_what_they_should(line: str) -> None:
    assert MACHINE_PATHS.search(line) or REGISTRIES.search(line)


def test_the_program_prints_nothing(product: dict[str, ast.Module]) -> None:
    prints = [
        f"{name}:{node.lineno}"
        for name, tree in product.items()
        if not name.startswith("svp_desktop/demo")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert prints == []


def test_nobody_is_punished(words: list[tuple[str, str]]) -> None:
    found = [
        f"{place} {word}"
        for place, text in words
        for word in re.findall(r"\w*straf\w*", text.lower())
        if word not in LAW_WORDS and not place.startswith(GUARD)
    ]
    assert found == []


def test_no_picture_characters(words: list[tuple[str, str]]) -> None:
    assert [f"{place} {match.group()!r}" for place, text in words if (match := SYMBOLS.search(text))] == []


def test_exceptions_are_not_swallowed(product: dict[str, ast.Module]) -> None:
    swallowed = [
        f"{name}:{node.lineno}"
        for name, tree in product.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and all(isinstance(line, ast.Pass) for line in node.body)
    ]
    assert swallowed == []
