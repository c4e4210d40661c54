"""The program as it really starts: says when its first page was painted, and is closed by a file named `stop`."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from svp_desktop import app as composition

ROOT = Path(sys.argv[1])
made = composition.compose


def watched(*arguments):
    program = made(*arguments)
    timer = QTimer(program)

    def look() -> None:
        if (ROOT / "stop").exists():
            timer.stop()
            program.quit()

    def painted() -> None:
        backups = sorted(path.name for path in ROOT.glob("data/*/backups/*.json"))
        sys.stdout.write(f"painted {len(backups)}\n")
        sys.stdout.flush()

    program.shell.first_painted.connect(painted)
    timer.timeout.connect(look)
    timer.start(50)
    return program


composition.compose = watched
sys.exit(composition.main(["--profile", str(ROOT)]))
