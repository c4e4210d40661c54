"""Backups make themselves: after the unlock page is painted, and when the program ends, its window already gone."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from svp_desktop.domain.errors import AlGeopend
from svp_desktop.domain.school import Rol, School
from svp_desktop.kluis import manifest
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

CHILDREN = Path(__file__).parent / "children"
PASSWORD = "vier losse woorden, klaar"


T = TypeVar("T")


def until(true: Callable[[], T]) -> T:
    limit = time.monotonic() + 30
    while not (found := true()):
        assert time.monotonic() < limit
        time.sleep(0.05)
    return found


def test_after_the_first_page_and_at_the_end(tmp_path: Path, clock: Callable[[], object]) -> None:
    toegang = Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, PASSWORD)
    folder, account = werkplek.folder, werkplek.account.id
    werkplek.vergrendel()
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, str(CHILDREN / "until_told.py"), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert child.stdout is not None
    try:
        # nothing was copied yet when the page was painted
        assert child.stdout.readline() == b"painted 0\n"
        until(lambda: manifest.read_all(folder / "backups"))
        first = manifest.read_all(folder / "backups")[0]

        # somebody else works in it meanwhile: the program at its unlock page holds nothing
        def unlocked() -> Werkplek | None:
            # the copy is there a moment before the program lets go of what it copied
            with suppress(AlGeopend):
                return toegang.ontgrendel(folder, account, PASSWORD)
            return None

        werkplek = until(unlocked)
        assert werkplek is not None
        werkplek.school.bewaar(School("De Regenboog", plaats="Arnhem"))
        werkplek.vergrendel()
        (tmp_path / "stop").touch()
        output = child.communicate(timeout=60)
    finally:
        child.kill()
        child.communicate()
    assert child.returncode == 0, output
    newest = manifest.read_all(folder / "backups")[0]
    assert newest.number == first.number + 1
    assert newest.line("school.db").blob.sha256 != first.line("school.db").blob.sha256
    assert manifest.is_complete(folder / "backups", newest)
