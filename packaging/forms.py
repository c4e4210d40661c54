"""Compile forms/*.ui into svp_desktop/ui/forms/ui_*.py: `forms.py [target folder]`.

The results are committed, so that the program needs no compiler and a review shows what changed.
"""

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
        made.append(module)
    return made


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
