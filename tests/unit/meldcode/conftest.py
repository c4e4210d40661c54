"""A desk with one meldcode dossier."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.meldcode.dossier import Desk


@pytest.fixture
def desk(tmp_path: Path, clock) -> Iterator[Desk]:
    """An empty dossier of a family, and the services that write in it."""
    made = Desk(tmp_path, clock)
    yield made
    made.compartment.close()
