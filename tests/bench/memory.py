"""Row 9: resident memory after unlocking 100,000 incidents, the list shown and searched once, against a bare window."""

import json

from data import PASSWORD, Place
from measure import PAIRS, Row
from start import HERE, run


def after_unlock(place: Place) -> Row:
    """Whole processes in turns; both tell what the operating system says that they hold."""
    row = Row(9, "geheugen na ontgrendelen, lijst en zoeken", 2.2, unit="MB")
    for _ in range(PAIRS):
        bare = float(run([str(HERE / "child_floor.py"), "memory"]))
        told = json.loads(run([str(HERE / "child_start.py"), str(place.profile), PASSWORD, "memory"]))
        row.add(told["memory"], bare)
    return row
