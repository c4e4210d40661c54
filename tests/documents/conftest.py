"""The letters of the tests as fixtures: test folders are no packages, so helpers arrive this way."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("paper_samples", Path(__file__).with_name("papers.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def papers() -> ModuleType:
    """Letters to make (`kind`, `ouders`) and ways to read a PDF (`text_of`, `characters`, ...)."""
    return _load()
