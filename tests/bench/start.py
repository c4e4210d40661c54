"""Rows 1, 2 and 3: whole processes, the program and a bare window in turns."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from data import PASSWORD, Place
from measure import PAIRS, Row

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def rows(place: Place, wanted: set[int]) -> list[Row]:
    """Run the pairs once and fill the rows that are asked for."""
    first = Row(1, "start tot ontgrendelvenster getekend", 1.15)
    second = Row(2, "wachtwoord tot lijst van 100 getekend", 0.40)
    third = Row(3, "eerste bezoek aan een tab (de traagste)", 0.20)
    only_first = wanted == {1}
    _floor()
    _program(place, only_first)
    slowest: dict[str, float] = {}
    for _ in range(PAIRS):
        low = _floor()
        started, told = _program(place, only_first)
        moments, visits = told["moments"], told["visits"]
        first.add((moments["painted"] - started) * 1000, low)
        if only_first:
            continue
        if moments["rows"] < 100:
            raise RuntimeError(f"the list shows {moments['rows']} rows: nothing to measure")
        second.add((moments["listed"] - moments["submitted"] - moments["derivation"]) * 1000, low)
        third.add(max(visits.values()) * 1000, low)
        for code, seconds in visits.items():
            slowest[code] = max(slowest.get(code, 0.0), seconds * 1000)
    third.detail = ", ".join(f"{code} tot {value:.0f}" for code, value in slowest.items())
    return [row for row in (first, second, third) if row.number in wanted]


def environment() -> dict[str, str]:
    """The same for both: no screen, compiled modules used."""
    values = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return values | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def _floor() -> float:
    started = time.monotonic()
    printed = run([str(HERE / "child_floor.py")])
    return (float(printed) - started) * 1000


def _program(place: Place, only_first: bool) -> tuple[float, dict]:
    started = time.monotonic()
    printed = run([str(HERE / "child_start.py"), str(place.profile), PASSWORD, *(["first"] if only_first else [])])
    return started, json.loads(printed)


def run(arguments: list[str]) -> str:
    """The last line that a Python program prints."""
    command = [sys.executable, *arguments]
    result = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False
    )
    if result.returncode != 0 or not result.stdout.strip():
        raise RuntimeError(f"{arguments[0]} failed:\n{result.stderr}")
    return result.stdout.strip().splitlines()[-1]
