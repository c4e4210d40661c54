"""A process that is killed while someone types an incident: all but the last second is offered at the next start."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang

CHILDREN = Path(__file__).parent / "children"
PASSWORD = "vier losse woorden, klaar"


def test_what_was_typed_is_offered_after_a_kill(tmp_path: Path, clock: Callable[[], object]) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, str(CHILDREN / "type_and_wait.py"), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    try:
        assert said == b"kept\n", child.communicate()[1].decode()[-2000:]
    finally:
        child.send_signal(signal.SIGKILL)
        child.communicate()

    toegang = Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())
    [school] = toegang.scholen()
    werkplek = toegang.ontgrendel(school.folder, school.accounts[0].id, PASSWORD)
    [draft] = werkplek.concepten.alle()
    assert draft.sleutel == "incident:nieuw"
    assert draft.inhoud["feiten"].startswith("Halverwege de zin over het klimrek")
    werkplek.vergrendel()
