"""Look for texts (one a line on stdin) in every file under a folder, in four encodings; prints file and text.

A process of its own: opening a connected compartment here would drop SQLite's lock on it.
"""

import sys
from pathlib import Path

markers = [line for line in sys.stdin.read().splitlines() if line]
for path in sorted(Path(sys.argv[1]).rglob("*")):
    if path.is_file():
        data = path.read_bytes()
        for marker in markers:
            forms = {
                marker.encode(),
                marker.encode("utf-16-le"),
                marker.encode("utf-16-be"),
                marker.encode("cp1252", "ignore"),
                marker.encode("unicode_escape"),
                marker.encode().hex().encode(),
            }
            if any(form in data for form in forms):
                sys.stdout.write(f"{path.name} {marker}\n")
sys.stdout.write("scanned\n")
