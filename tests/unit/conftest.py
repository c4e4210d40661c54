"""A school on a real encrypted kluis in a temporary folder: what services are tried on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

WACHTWOORD = "veertien zachte oranje bootjes"


@pytest.fixture
def toegang(tmp_path: Path, clock) -> Toegang:
    """The way in of an empty profile."""
    return Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())


@pytest.fixture
def werkplek(toegang: Toegang) -> Iterator[Werkplek]:
    """A new school, unlocked by its directeur."""
    made = toegang.maak_school("De Vuurtoren", "Nijmegen", "Marit van den Berg", Rol.DIRECTEUR, WACHTWOORD)
    yield made
    made.vergrendel()
