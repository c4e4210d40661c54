"""The disk is full from the n-th write on, for every n: a clear sentence, nothing lost, and on when there is room."""

import os
import shutil
import signal
import socket
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import workers
from cuts import prepared
from flows import Flow, Session

from svp_desktop.domain.errors import SchijfVol

_WRITES = "write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,mkdir,mkdirat,copy_file_range,sendfile"
_CLEAR = SchijfVol.__name__


class Outcome(NamedTuple):
    """The figures of one flow."""

    flow: str
    writes: int
    refused: int
    bad: Counter[str]

    def line(self) -> str:
        """As the user reads it."""
        reasons = "".join(f"\n    {count} x {what}" for what, count in self.bad.most_common(8))
        return (
            f"disk full, {self.flow}: {self.writes} writes, {self.refused} told that the disk is full,"
            f" {self.bad.total()} bad{reasons}"
        )


def fill(flow: Flow, scratch: Path, most: int) -> Outcome:
    """Do the flow with the disk full from its first, second, third … write on (at most `most`)."""
    base = prepared(flow, scratch / "before")
    bad: Counter[str] = Counter()
    refused = 0

    def attempt(number: int) -> tuple[list[str], str]:
        place = scratch / f"full{number}"
        shutil.copytree(base, place)
        try:
            return _attempt(flow, place, number)
        finally:
            shutil.rmtree(place)

    for number in range(1, most + 1):
        try:
            said, found = workers.run(lambda number=number: attempt(number), 60)
        except RuntimeError as error:
            bad[str(error)] += 1
            continue
        if found:
            bad[f"{' '.join(said)}: {found}"] += 1
        if said[0] == "done":
            return Outcome(flow.name, number - 1, refused, bad)
        refused += said[0] == _CLEAR
    return Outcome(flow.name, most, refused, bad)


def _attempt(flow: Flow, place: Path, number: int) -> tuple[list[str], str]:
    """What the child said of the two times that it tried, and what is wrong afterwards (nothing: empty)."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        try:
            ours.close()
            _act(flow, place, theirs)
        finally:
            os._exit(0)
    theirs.close()
    # Said by sockets: the program's own writes are those that fail.
    assert ours.recv(64) == b"ready"
    with _disk_full(child, number):
        ours.send(b"go")
        first = ours.recv(256).decode()
    ours.send(b"go")
    second = ours.recv(256).decode()
    os.waitpid(child, 0)
    if first not in ("done", _CLEAR):
        return [first, second], "no clear sentence"
    if second != "done":
        return [first, second], "does not go on when there is room"
    found = workers.run(lambda: _look(flow, place, 3 if first == "done" else 2))
    return [first, second], found


def _act(flow: Flow, place: Path, channel: socket.socket) -> None:
    """The first action with room, the second without, and once more with room (the third, when the second was done)."""
    session = Session(place)
    flow.do(session, 1)
    channel.send(b"ready")
    number = 2
    for _ in range(2):
        channel.recv(8)
        try:
            flow.do(session, number)
            number += 1
            channel.send(b"done")
        except Exception as error:
            channel.send(type(error).__name__.encode())
    session.lock()


def _look(flow: Flow, place: Path, confirmed: int) -> str:
    session = Session(place, later=True)
    try:
        found = flow.found(session, confirmed)
        assert session.work is not None
        session.assert_whole()
    except Exception as error:
        return f"{type(error).__name__} {error}"
    finally:
        session.lock()
    # What was refused may have come far enough to count: then it is there as a whole.
    return "" if confirmed <= found <= confirmed + 1 else f"{found} found, {confirmed} confirmed"


@contextmanager
def _disk_full(process: int, number: int) -> Iterator[None]:
    """Let every write of `process` fail for want of room, from the `number`-th on."""
    command = ["strace", "-f", "-p", str(process), "-o", "/dev/null", "-e", "signal=none", "-e", f"trace={_WRITES}"]
    inject = f"inject={_WRITES}:error=ENOSPC:when={number}+"
    with subprocess.Popen([*command, "-e", inject], stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        line = tracer.stderr.readline()
        assert "attached" in line, line
        try:
            yield
        finally:
            tracer.send_signal(signal.SIGINT)
            tracer.communicate()
