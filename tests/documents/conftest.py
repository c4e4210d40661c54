"""The letters of the tests as fixtures: test folders are no packages, so helpers arrive this way."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{name}_samples", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def papers() -> ModuleType:
    """Letters to make (`kind`, `ouders`) and ways to read a PDF (`text_of`, `characters`, ...)."""
    return _load("papers")


@pytest.fixture(scope="session")
def forms() -> ModuleType:
    """Values for every form of paper (`werkblad`, `thuisbrief`, `bericht`, `groep`, `kaart`, `voorbereiding`)."""
    return _load("forms")
