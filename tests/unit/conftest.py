"""A school on a real encrypted kluis in a temporary folder: what services are tried on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from tests import ready

WACHTWOORD = "veertien zachte oranje bootjes"


@pytest.fixture
def toegang(tmp_path: Path, clock) -> Toegang:
    """The way in of an empty profile."""
    return Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())


@pytest.fixture
def werkplek(toegang: Toegang, tmp_path: Path, clock) -> Iterator[Werkplek]:
    """A new school, unlocked by its directeur."""
    what = ("De Vuurtoren", "Nijmegen", "Marit van den Berg", Rol.DIRECTEUR, WACHTWOORD)
    ready.school(tmp_path, lambda root: Toegang(Paths.under(root), clock, KdfPolicy.for_tests()), clock(), *what)
    made = ready.enter(toegang, WACHTWOORD)
    yield made
    made.vergrendel()
