"""Kill -9 at random moments: what was confirmed is there, nothing is there in part, and the kluis opens at once."""

import os
import random
import shutil
import signal
import time
from pathlib import Path
from typing import NamedTuple

import workers
from cuts import LONGEST, prepared
from flows import Flow, Session

#: Seconds after which the end comes, at most: in the middle of unlocking, of an action, of many.
_LATEST = (0.1, 0.3, 1.0)
#: Rounds on one profile; then a new one, so that looking back stays quick.
_AGES = 25


class Outcome(NamedTuple):
    """The figures of one flow."""

    flow: str
    rounds: int
    confirmed: int
    bad: list[str]
    slowest: float

    def line(self) -> str:
        """As the user reads it."""
        reasons = "".join(f"\n    {what}" for what in self.bad[:8])
        return (
            f"kills, {self.flow}: {self.rounds} kills, {self.confirmed} confirmed actions, {len(self.bad)} times"
            f" something lost, locked out or damaged, slowest opening {self.slowest:.2f} s{reasons}"
        )


def kill(flow: Flow, scratch: Path, rounds: int) -> Outcome:
    """Let `flow` be killed this many times, and look after each."""
    base = prepared(flow, scratch / "before")
    chance = random.Random(f"{flow.name} kills")
    confirmed, bad, slowest, found = 0, list[str](), 0.0, 0
    for round_ in range(rounds):
        live = scratch / f"live{round_ // _AGES}"
        if round_ % _AGES == 0:
            shutil.copytree(base, live)
            found = 0
        last = _killed(flow, live, found + 1, chance.random() * chance.choice(_LATEST))
        confirmed += max(0, last - found)
        last = max(last, found)
        try:
            found, seconds = workers.run(lambda live=live, last=last: _look(flow, live, last), workers.HANG)
        except RuntimeError as error:
            bad.append(f"round {round_}: {error}")
            return Outcome(flow.name, round_ + 1, confirmed, bad, slowest)
        slowest = max(slowest, seconds)
        if not last <= found <= last + 1:
            bad.append(f"round {round_}: {found} found, {last} confirmed")
        if seconds > LONGEST:
            bad.append(f"round {round_}: {seconds:.2f} s to open")
    return Outcome(flow.name, rounds, confirmed, bad, slowest)


def _killed(flow: Flow, live: Path, first: int, seconds: float) -> int:
    """Let a process do actions from `first` on, kill it and all it started, and return the last that it confirmed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            os.close(reading)
            session = Session(live)
            number = first
            while True:
                flow.do(session, number)
                os.write(writing, b"%d\n" % number)
                number += 1
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(seconds)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # it has not come to be its own group yet
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().split()
    assert code == -signal.SIGKILL, f"{flow.name} ended by itself at action {first + len(said)}"
    return int(said[-1]) if said else 0


def _look(flow: Flow, live: Path, confirmed: int) -> tuple[int, float]:
    """How many actions are there, and the seconds that opening took."""
    session = Session(live, later=True)
    started = time.perf_counter()
    found = flow.found(session, confirmed)
    assert session.work is not None
    seconds = time.perf_counter() - started
    session.assert_whole()
    session.lock()
    return found, seconds
