"""Break the program off in every way that a school will meet, thousands of times, and print what was found.

`make torture` does everything; `make torture ARGS="--parts kills --flows save --kills 5000"` a part, or more of it.
Ends with 1 when anything is not as it must be. The figures are one a line.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import cuts
import full
import kills
import tracing
import workers
from flows import FLOWS, Flow

PARTS = ("trace", "cuts", "kills", "full")
#: The control: what must be found when a setting of the product's own table is broken.
_CONTROL = ("save", "synchronous=OFF")
# A disk in memory: nothing here depends on a real one, and thousands of states would wear it out.
_MEMORY = Path("/dev/shm")


def main() -> int:
    """Do the parts that were asked for."""
    arguments = _arguments()
    flows = [FLOWS[name] for name in arguments.flows]
    parts: dict[str, Callable[[], Iterator[tuple[str, bool]]]] = {
        "cuts": lambda: _cuts(flows, arguments.states),
        "kills": lambda: _kills(flows, arguments.kills),
        "full": lambda: _full(flows, arguments.writes),
        "trace": _trace,
    }
    fine = True
    for name in arguments.parts:
        started = time.monotonic()
        for line, good in parts[name]():
            _say(line if good else f"{line}\n  NOT IN ORDER")
            fine &= good
        _say(f"({name}: {time.monotonic() - started:.0f} s)")
    return 0 if fine else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", type=_some(PARTS), default=list(PARTS))
    parser.add_argument("--flows", type=_some(tuple(FLOWS)), default=list(FLOWS))
    parser.add_argument("--states", type=int, default=2200, help="states of the disk a flow")
    parser.add_argument("--kills", type=int, default=1000, help="kills over all flows together")
    parser.add_argument("--writes", type=int, default=600, help="at most so many writes a flow")
    return parser.parse_args()


def _some(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    def chosen(text: str) -> list[str]:
        names = text.split(",")
        if not set(names) <= set(known):
            raise argparse.ArgumentTypeError(f"one or more of {','.join(known)}")
        return names

    return chosen


def _cuts(flows: list[Flow], wanted: int) -> Iterator[tuple[str, bool]]:
    states = bad = 0
    for flow in flows:
        with _scratch() as scratch:
            outcome = cuts.cut(flow, scratch, wanted)
        states, bad = states + outcome.states, bad + outcome.bad.total()
        yield outcome.line(), outcome.states >= min(wanted, flow.states) and not outcome.bad
    yield f"power cuts, all flows: {states} states, {bad} bad", bad == 0
    if _CONTROL[0] in {flow.name for flow in flows}:
        with _scratch() as scratch:
            control = cuts.cut(FLOWS[_CONTROL[0]], scratch, wanted, _CONTROL[1])
        share = control.bad.total() / control.states
        yield f"power cuts, control {control.flow}: {share:.0%} of {control.states} states bad", share > 0.5


def _kills(flows: list[Flow], rounds: int) -> Iterator[tuple[str, bool]]:
    each = -(-rounds // len(flows))

    def work(name: str) -> kills.Outcome:
        with _scratch() as scratch:
            return kills.kill(FLOWS[name], scratch, each)

    total = confirmed = bad = 0
    slowest = 0.0
    for outcome in workers.spread(work, [flow.name for flow in flows], seconds=3600):
        if isinstance(outcome, workers.Fault):
            yield f"kills: {outcome}", False
            continue
        yield outcome.line(), not outcome.bad
        total, confirmed, bad = total + outcome.rounds, confirmed + outcome.confirmed, bad + len(outcome.bad)
        slowest = max(slowest, outcome.slowest)
    yield (
        f"kills, all flows: {total} kills, {confirmed} confirmed actions, {bad} lost, locked out or damaged,"
        f" slowest opening {slowest:.2f} s",
        bad == 0 and total >= rounds,
    )


def _full(flows: list[Flow], most: int) -> Iterator[tuple[str, bool]]:
    def work(name: str) -> full.Outcome:
        with _scratch() as scratch:
            return full.fill(FLOWS[name], scratch, most)

    for outcome in workers.spread(work, [flow.name for flow in flows], seconds=3600):
        if isinstance(outcome, workers.Fault):
            yield f"disk full: {outcome}", False
        else:
            yield outcome.line(), not outcome.bad


def _trace() -> Iterator[tuple[str, bool]]:
    for name in ("tour", "every_error"):
        with _scratch() as scratch:
            outcome = tracing.follow(name, scratch)
        yield outcome.line(), outcome.good


@contextmanager
def _scratch() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="svp-torture-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
