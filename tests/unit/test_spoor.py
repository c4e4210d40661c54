"""The words of the trail: every code that the program writes has a sentence, and no other code breaks the page."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from svp_desktop.domain.spoor import (
    CONTROLEBLAD,
    GECONTROLEERD,
    HANDELINGEN,
    Onderwerp,
    SpoorGroep,
    codes,
    codes_over,
    onderwerp,
    zin,
)

PRODUCT = Path(__file__).parents[2] / "svp_desktop"
_CONSTANTS = {"GECONTROLEERD": GECONTROLEERD, "CONTROLEBLAD": CONTROLEBLAD}


class Unclear(AssertionError):
    """A code that this test cannot follow to the place where it is written."""


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _codes(value: ast.expr, function: ast.FunctionDef, tree: ast.Module) -> set[str]:
    """The texts that an argument can be: a constant, one of two, or what the callers of the function hand in."""
    if isinstance(value, ast.Constant):
        return {value.value}
    if isinstance(value, ast.IfExp):
        return _codes(value.body, function, tree) | _codes(value.orelse, function, tree)
    if isinstance(value, ast.Name) and value.id in _CONSTANTS:
        return {_CONSTANTS[value.id]}
    if isinstance(value, ast.Name):
        names = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
        if value.id in names:
            return _handed_in(function.name, value.id, names.index(value.id), tree)
    raise Unclear(f"{ast.unparse(value)} in {function.name}")


def _handed_in(name: str, argument: str, place: int, tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for caller in _functions(tree):
        for call in ast.walk(caller):
            if isinstance(call, ast.Call) and _called(call) == name:
                by_name = [keyword.value for keyword in call.keywords if keyword.arg == argument]
                found |= _codes(by_name[0] if by_name else call.args[place], caller, tree)
    assert found, f"nobody calls {name}"
    return found


def logged(tree: ast.Module) -> set[str]:
    """Every action code that a module writes into a trail."""
    found: set[str] = set()
    for function in _functions(tree):
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "log":
                owner = call.func.value
                if isinstance(owner, ast.Name) and owner.id == "tx":
                    found |= _codes(call.args[0], function, tree)
    return found


def test_every_code_that_is_logged_has_a_sentence() -> None:
    written: set[str] = set()
    for path in PRODUCT.rglob("*.py"):
        written |= logged(ast.parse(path.read_text(encoding="utf-8")))
    assert {"incident.registreer", "papier.afgedrukt", "actie.hersteld", GECONTROLEERD} <= written
    assert written - set(HANDELINGEN) == set()
    assert set(HANDELINGEN) - written == set(), "a sentence for what the program never writes"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(tx):\n tx.log('a.b', 1)", {"a.b"}),
        ("def f(tx, on):\n tx.log('a' if on else 'b')", {"a", "b"}),
        ("def _g(tx, action):\n tx.log(action)\ndef f(tx):\n _g(tx, 'x')\ndef h(tx):\n _g(tx, action='y')", {"x", "y"}),
        ("def f(log):\n log.log('geen spoor')", set()),
    ],
)
def test_the_search_for_codes_sees_through_a_helper(source: str, expected: set[str]) -> None:
    assert logged(ast.parse(source)) == expected


def test_a_code_that_cannot_be_followed_is_not_passed_over() -> None:
    with pytest.raises(Unclear):
        logged(ast.parse("def f(tx):\n tx.log(code())"))


def test_sentences_are_short_and_each_group_has_some() -> None:
    for code, known in HANDELINGEN.items():
        assert zin(code) == known.zin
        assert known.zin[0].isupper()
        assert len(known.zin) <= 45
        assert not known.zin.endswith(".")
    assert len({known.zin for known in HANDELINGEN.values()}) == len(HANDELINGEN)
    assert {code for group in SpoorGroep for code in codes(frozenset({group}))} == set(HANDELINGEN)


def test_a_code_of_a_later_version_is_shown_as_it_is() -> None:
    assert zin("rapport.gemaakt") == "rapport.gemaakt (onbekende handeling)"
    assert onderwerp("rapport.gemaakt") is Onderwerp.NIETS


def test_codes_by_what_they_are_about() -> None:
    assert "incident.wijzig" in codes_over(Onderwerp.INCIDENT)
    assert "casus.gekoppeld" not in codes_over(Onderwerp.INCIDENT)
