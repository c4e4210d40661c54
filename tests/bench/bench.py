"""The speed table: `bench.py [--rows 1,4]` prints measured, floor, ratio and target, and writes bench.json."""

import argparse
import compileall
import json
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(1, str(ROOT))
BUILD = ROOT / "build"
KEPT = BUILD / "bench"
ROWS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14)


def wanted() -> set[int]:
    """The rows of the command line; all of them without."""
    parser = argparse.ArgumentParser(description="Meet de snelheid ten opzichte van een bodem uit dezelfde meting.")
    parser.add_argument("--rows", default=",".join(map(str, ROWS)), help="welke rijen, zoals 1,4")
    chosen = {int(part) for part in parser.parse_args().rows.split(",") if part.strip()}
    unknown = chosen - set(ROWS)
    if unknown:
        parser.error(f"alleen deze rijen bestaan nu: {', '.join(map(str, ROWS))}")
    return chosen


def main() -> None:
    """Measure the rows that are asked for."""
    chosen = wanted()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.dont_write_bytecode = False
    compileall.compile_dir(str(ROOT / "svp_desktop"), quiet=1)
    import data

    KEPT.mkdir(parents=True, exist_ok=True)
    place = data.ready(KEPT)
    rows = []
    if chosen & {1, 2, 3}:
        import start

        rows += start.rows(place, chosen & {1, 2, 3})
    if chosen & {4, 10}:
        import register

        rows += register.rows(place, KEPT, chosen & {4, 10})
    if chosen & {5, 6, 7}:
        import queries

        rows += queries.rows(place, KEPT, chosen & {5, 6, 7})
    if 9 in chosen:
        import memory

        rows.append(memory.after_unlock(data.copied(place, KEPT / "run-memory")))
    if 8 in chosen:
        import window

        rows.append(window.search(place))
    if 11 in chosen:
        import paper

        rows.append(paper.preview(data.copied(place, KEPT / "run-paper")))
    if 12 in chosen:
        import report

        rows.append(report.dossier())
    if 14 in chosen:
        import backups

        rows.append(backups.copy_and_check(data.copied(place, KEPT / "run-backup"), KEPT))
    for used in KEPT.glob("run-*"):
        shutil.rmtree(used)
    rows.sort(key=lambda row: row.number)
    print("\nrij  wat" + " " * 47 + "gemeten /     bodem      = verhouding")
    for row in rows:
        print(row.line())
    outcome = json.dumps({"rows": [row.outcome() for row in rows]}, indent=1, ensure_ascii=False)
    (BUILD / "bench.json").write_text(outcome + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
