"""Compile forms/*.ui into svp_desktop/ui/forms/ui_*.py: `forms.py [target folder]`.

The results are committed, so that the program needs no compiler and a review shows what changed.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "forms"
TARGET = ROOT / "svp_desktop" / "ui" / "forms"


def compiler() -> Path:
    """pyside6-uic of the environment that runs this."""
    return Path(sys.executable).parent / ("pyside6-uic.exe" if sys.platform == "win32" else "pyside6-uic")


def compile_forms(target: Path) -> list[Path]:
    """Compile every form into `target` and return the files made; raises CalledProcessError on a broken form."""
    made = []
    for form in sorted(SOURCES.glob("*.ui")):
        module = target / f"ui_{form.stem}.py"
        # Slots are connected by hand: connecting by name hides a typing error until the button does nothing.
        subprocess.run([compiler(), "--no-autoconnection", form.name, "-o", module], check=True, cwd=SOURCES)
        module.write_text(trimmed(module.read_text(encoding="utf-8")), encoding="utf-8")
        made.append(module)
    return made


def trimmed(text: str) -> str:
    """Without the imports that a form does not use: each Qt class that is touched costs time at the start."""

    def keep(found: re.Match[str]) -> str:
        rest = text.replace(found[0], "")
        names = [name for name in re.split(r"[\s,]+", found[2].strip()) if re.search(rf"\b{name}\b", rest)]
        return f"from {found[1]} import ({', '.join(names)})\n" if names else ""

    return re.sub(r"from (PySide6\.\w+) import \(([^)]*)\)\n", keep, text)


def remove_orphans(made: list[Path]) -> list[Path]:
    """Delete generated modules whose form is gone."""
    orphans = sorted(set(TARGET.glob("ui_*.py")) - set(made))
    for orphan in orphans:
        orphan.unlink()
    return orphans


if __name__ == "__main__":
    if len(sys.argv) > 1:
        compile_forms(Path(sys.argv[1]).resolve())
    else:
        modules = compile_forms(TARGET)
        gone = remove_orphans(modules)
        print(f"{len(modules)} formulieren omgezet, {len(gone)} verdwenen.")
