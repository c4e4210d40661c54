"""The first whole path: an empty profile, pupils from a file, an incident, a casus, and a paper for the child."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from svp_desktop import resources

CHILDREN = Path(__file__).parent / "children"
ROEPNAAM = "<b>O'Brien & Łukasz</b>"


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.fixture(scope="module")
def travelled(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What the journey saw, and the PDF that it saved."""
    root = tmp_path_factory.mktemp("reis")
    target, pupils = root / "aankondiging.pdf", resources.path("demo", "leerlingen-edex.xml")
    command = [sys.executable, str(CHILDREN / "journey.py"), str(root / "thuis"), str(pupils), ROEPNAAM, str(target)]
    ended = subprocess.run(
        command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1]), target


def test_every_pupil_of_the_file_is_there(travelled: tuple[dict[str, Any], Path]) -> None:
    assert travelled[0]["leerlingen"] > 10


def test_a_paper_with_open_places_is_held_back_until_they_are_answered(
    travelled: tuple[dict[str, Any], Path],
) -> None:
    seen, _ = travelled
    assert "houd" in seen["tegengehouden"]
    assert (seen["vragen_over"], seen["bevindingen"]) == ([], [])


def test_the_name_stands_on_paper_as_it_is(travelled: tuple[dict[str, Any], Path]) -> None:
    _, target = travelled
    text = _text(target).replace("’", "'")
    assert f"Beste {ROEPNAAM}" in " ".join(text.split())
    assert "[vul in" not in text


def test_what_was_printed_is_kept_and_there_after_unlocking(travelled: tuple[dict[str, Any], Path]) -> None:
    seen, target = travelled
    assert seen["antwoorden_op"]
    assert target.with_name("afdruk.pdf").stat().st_size > 5000
    assert seen["bewaard"] == [ROEPNAAM, True]
    assert seen["tijdlijn"].count("papier") == 1
    assert seen["tijdlijn"].count("incident") == 1
    assert seen["getoond"]
