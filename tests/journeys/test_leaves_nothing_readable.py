"""After a tour of the whole program nothing that was typed can be read back from the disk, and no socket was opened."""

import base64
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHILDREN = Path(__file__).parent / "children"
FIELDS = (
    "plaats", "feiten", "kindwoorden", "directe_actie", "vervolg", "ouders_toelichting", "aanleiding", "doel", "wie",
    "toelichting", "waarom", "effect", "ouder", "achternaam", "straat", "telefoon", "uitgereikt", "concept",
)  # fmt: skip
#: Words that stand nowhere else; with Dutch, Polish and Turkish letters, as names here have.
TEXTS = {name: f"Zwanenburgh{number} Łącki-{name} Şükrüoğlu{number}" for number, name in enumerate(FIELDS)}
PUPILS = [(f"Merkteken{number}ë", f"Ontvindbaar{number}ł") for number in range(11)]
MARKERS = [*TEXTS.values(), *(part for pair in PUPILS for part in pair)]


def _forms(marker: str) -> Iterator[bytes]:
    """A text in every encoding in which a program could leave it."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252", "cp850"):
        yield marker.encode(encoding, "ignore")
    yield json.dumps(marker).strip('"').encode()
    yield marker.encode().hex().encode()
    yield marker.encode().hex().upper().encode()
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + marker.encode())
        yield whole[4:-4]


def _files(root: Path) -> list[Path]:
    return [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bool], str]:
    """The folder in which the tour lived (all of its home, temp and cache), and what it saw."""
    root = tmp_path_factory.mktemp("rondgang")
    home, outside = root / "thuis", root / "buiten"
    for folder in (home / "tmp", outside):
        folder.mkdir(parents=True, mode=0o700)
    pupils, texts = outside / "leerlingen.csv", outside / "woorden.json"
    lines = ["Leerlingnr;Roepnaam;Achternaam;Groep"]
    lines += [f"{number};{first};{last};Bovenbouw Anker" for number, (first, last) in enumerate(PUPILS, 1)]
    pupils.write_text("\n".join(lines), encoding="utf-8")
    texts.write_text(json.dumps(TEXTS), encoding="utf-8")
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = (
        os.environ
        | folders
        | {
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
            "XDG_RUNTIME_DIR": str(home / "tmp"),
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
    )
    child = subprocess.run(
        [sys.executable, str(CHILDREN / "tour.py"), str(home / "profiel"), str(pupils), str(texts)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert child.returncode == 0, f"{child.returncode}\n{child.stderr[-3000:]}"
    return home, json.loads(child.stdout.splitlines()[-1]), child.stdout + child.stderr


def test_the_tour_did_and_saw_everything(toured: tuple[Path, dict[str, bool], str]) -> None:
    _home, seen, _said = toured
    assert seen == dict.fromkeys(seen, True)


def test_no_marker_in_any_file_in_any_encoding(toured: tuple[Path, dict[str, bool], str]) -> None:
    home, _seen, _said = toured
    assert len(MARKERS) >= 40
    files = _files(home)
    assert any(path.name == "school.db" for path in files)
    found = [
        (path.name, marker)
        for path in files
        for data in (path.read_bytes(),)
        for marker in MARKERS
        if any(form in data for form in _forms(marker))
    ]
    assert found == []


def test_no_marker_in_what_the_program_said(toured: tuple[Path, dict[str, bool], str]) -> None:
    _home, _seen, said = toured
    assert [marker for marker in MARKERS if marker in said] == []


def test_no_name_in_a_file_name(toured: tuple[Path, dict[str, bool], str]) -> None:
    home, _seen, _said = toured
    names = " ".join(path.name for path in home.rglob("*"))
    assert [marker for marker in MARKERS if any(word in names for word in marker.split())] == []


def test_files_and_folders_are_for_this_user_only(toured: tuple[Path, dict[str, bool], str]) -> None:
    home, _seen, _said = toured
    for path in (home / "profiel").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path.name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_the_scan_would_find_a_leak(tmp_path: Path, encoding: str) -> None:
    """The control: a marker that does stand in a file is found, also in the middle of other bytes."""
    data = b"\x00\x01" + MARKERS[1].encode(encoding, "ignore") + b"\xff"
    assert any(form in data for form in _forms(MARKERS[1]))
    packed = b"xx" + base64.b64encode(b"abc" + MARKERS[1].encode())
    assert any(form in packed for form in _forms(MARKERS[1]))
