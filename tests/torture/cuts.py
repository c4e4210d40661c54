"""Simulated power cuts: record a flow once, then open thousands of states of the disk that a cut could have left."""

import os
import shutil
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import disk
import record
import workers
from flows import Flow, Session

HERE = Path(__file__).parent
LONGEST = 2.0


class Outcome(NamedTuple):
    """The figures of one flow."""

    flow: str
    moments: int
    states: int
    bad: Counter[str]
    slowest: float

    def line(self) -> str:
        """As the user reads it."""
        reasons = "".join(f"\n    {count} x {what}" for what, count in self.bad.most_common(8))
        return (
            f"power cuts, {self.flow}: {self.states} states over {self.moments} moments, {self.bad.total()} bad,"
            f" slowest opening {self.slowest:.2f} s{reasons}"
        )


def prepared(flow: Flow, base: Path) -> Path:
    """A profile in which the flow can begin, closed."""

    def make() -> None:
        session = Session(base)
        session.make()
        flow.prepare(session)
        session.lock()

    workers.run(make)
    return base


def cut(flow: Flow, scratch: Path, wanted: int, broken: str = "") -> Outcome:
    """Record `flow` and open what power cuts leave of it; `broken` is a setting for the control, `name=value`."""
    base, live = prepared(flow, scratch / "before"), scratch / "live"
    shutil.copytree(base, live)
    said = scratch / "confirmed"
    command = [sys.executable, str(HERE / "act.py"), flow.name, str(live), str(flow.actions), str(said)]
    environment = os.environ | {"PYTHONPATH": str(HERE.parent.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    events = record.record([*command, *([broken] if broken else [])], live, scratch / "trace", said, environment)
    numbers = [event.offset for event in events if event.what == "confirm"]
    assert numbers == list(range(1, flow.actions + 1)), numbers
    assert _files(disk.after(base, str(live), events)) == _files(disk.read(live)), "the recording is not complete"
    places = scratch / "states"
    places.mkdir()

    def check(task: disk.Cut) -> tuple[str, float]:
        return examined(flow, task, places / str(os.getpid()))

    bad: Counter[str] = Counter()
    states, slowest = 0, 0.0
    for answer in workers.spread(check, disk.cuts(base, str(live), events, wanted, flow.name)):
        states += 1
        if isinstance(answer, workers.Fault):
            bad[str(answer)] += 1
            continue
        what, seconds = answer
        slowest = max(slowest, seconds)
        if what:
            bad[what] += 1
    return Outcome(flow.name + (f" with {broken}" if broken else ""), len(events), states, bad, slowest)


def examined(flow: Flow, task: disk.Cut, place: Path) -> tuple[str, float]:
    """What is wrong with this state (nothing: empty), and the seconds that opening it took."""
    shutil.rmtree(place, ignore_errors=True)
    disk.write(task.state, place)
    session = Session(place, later=True)
    seconds = 0.0
    try:
        started = time.perf_counter()
        found = flow.found(session, task.confirmed)
        assert session.work is not None
        seconds = time.perf_counter() - started
        session.assert_whole()
    except Exception as error:
        return f"{task.how}: {type(error).__name__} {error}", seconds
    finally:
        session.lock()
    if not task.confirmed <= found <= task.confirmed + 1:
        return f"{task.how}: {found} found, {task.confirmed} confirmed", seconds
    return ("" if seconds <= LONGEST else f"{task.how}: slow"), seconds


def _files(state: disk.State) -> dict[str, bytes]:
    return {path: data for path, data in state.items() if data is not None}
