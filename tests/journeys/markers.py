"""Words that stand nowhere else, every form in which a program could leave them, and a home to let it live in."""

import base64
import json
import os
from collections.abc import Iterator
from pathlib import Path

CHILDREN = Path(__file__).parent / "children"
FIELDS = (
    "plaats", "feiten", "kindwoorden", "directe_actie", "maatregel", "ouders_toelichting", "aanleiding", "doel", "wie",
    "toelichting", "waarom", "effect", "ouder", "achternaam", "straat", "telefoon", "uitgereikt", "concept",
    "bijlage",
)  # fmt: skip
#: With Dutch, Polish and Turkish letters, as names here have.
TEXTS = {name: f"Zwanenburgh{number} Łącki-{name} Şükrüoğlu{number}" for number, name in enumerate(FIELDS)}
PUPILS = [(f"Merkteken{number}ë", f"Ontvindbaar{number}ł") for number in range(11)]
MARKERS = [*TEXTS.values(), *(part for pair in PUPILS for part in pair)]


def forms(marker: str) -> Iterator[bytes]:
    """A text in every encoding in which a program could leave it."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252", "cp850"):
        yield marker.encode(encoding, "ignore")
    yield json.dumps(marker).strip('"').encode()
    yield marker.encode().hex().encode()
    yield marker.encode().hex().upper().encode()
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + marker.encode())
        yield whole[4:-4]


def files(root: Path) -> list[Path]:
    """Every file under `root`."""
    return [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]


def found_in(paths: list[Path], markers: list[str]) -> list[tuple[str, str]]:
    """File and marker for each of these that can be read back."""
    return [
        (path.name, marker)
        for path in paths
        for data in (path.read_bytes(),)
        for marker in markers
        if any(form in data for form in forms(marker))
    ]


def settle(root: Path) -> tuple[dict[str, str], list[str]]:
    """A home (`thuis`) with its temp and cache inside, what is given from outside (`buiten`), and the arguments of a
    tour: its profile, the pupil file and the words. Returns the environment to run it in and those arguments."""
    home, outside = root / "thuis", root / "buiten"
    for folder in (home / "tmp", outside):
        folder.mkdir(parents=True, mode=0o700)
    pupils, texts = outside / "leerlingen.csv", outside / "woorden.json"
    lines = ["Leerlingnr;Roepnaam;Achternaam;Groep"]
    lines += [f"{number};{first};{last};Bovenbouw Anker" for number, (first, last) in enumerate(PUPILS, 1)]
    pupils.write_text("\n".join(lines), encoding="utf-8")
    texts.write_text(json.dumps(TEXTS), encoding="utf-8")
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = folders | {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "tmp"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    return os.environ | environment, [str(home / "profiel"), str(pupils), str(texts)]
