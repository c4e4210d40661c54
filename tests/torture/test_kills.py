"""A confirmed save survives, whatever the moment at which the process dies. Takes minutes: `make torture`."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "vier losse woorden, klaar"
ROUNDS = 200


@pytest.mark.parametrize("seed", [1, 2])
def test_200_kills_while_saving_lose_nothing(tmp_path: Path, seed: int) -> None:
    toegang = Toegang(Paths.under(tmp_path), lambda: datetime.now().astimezone(), KdfPolicy.for_tests())
    toegang.maak_school("De Wilgenhof", "Delft", "Ada de Wit", Rol.DIRECTEUR, PASSWORD).vergrendel()
    command = [sys.executable, str(ROOT / "tests/torture/children/kill_saves.py")]
    result = subprocess.run(
        [*command, str(tmp_path), PASSWORD, str(ROUNDS), str(seed)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    rounds, confirmed, lost = map(int, result.stdout.split())
    assert (rounds, lost) == (ROUNDS, 0), result.stderr
    assert confirmed > ROUNDS
