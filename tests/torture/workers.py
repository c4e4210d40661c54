"""Work in forked processes: they share the imports, and one that dies or hangs does not take the rest along."""

import os
import pickle
import select
import signal
import struct
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, NoReturn

HANG = 20.0


def run(work: Callable[[], Any], seconds: float = 120.0) -> Any:
    """What `work` returns in a process of its own. Raises RuntimeError with its error, its signal, or that it hung."""
    [answer] = spread(lambda _nothing: work(), [None], 1, seconds)
    if isinstance(answer, Fault):
        raise RuntimeError(str(answer))
    return answer


class Fault(Exception):
    """What went wrong in a worker, as text."""


def spread(
    work: Callable[[Any], Any], tasks: Iterable[Any], workers: int | None = None, seconds: float = HANG
) -> Iterator[Any]:
    """What `work` makes of each task, in no order; a Fault for one that raised, died or took over `seconds`."""
    waiting = iter(tasks)
    busy = [worker for _ in range(workers or os.cpu_count() or 1) if (worker := _Worker(work)).give(waiting)]
    try:
        while busy:
            timeout = max(0.0, min(worker.deadline(seconds) for worker in busy) - time.monotonic())
            ready, _, _ = select.select([worker.inlet for worker in busy], [], [], timeout)
            for worker in list(busy):
                if worker.inlet in ready:
                    yield worker.answer()
                elif time.monotonic() > worker.deadline(seconds):
                    worker.end()
                    yield Fault("hangs")
                else:
                    continue
                if worker.dead:
                    busy.remove(worker)
                    worker = _Worker(work)
                    busy.append(worker)
                if not worker.give(waiting):
                    busy.remove(worker)
                    worker.end()
    finally:
        for worker in busy:
            worker.end()


class _Worker:
    """One forked process that does one task after another."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.inlet, answers = os.pipe()
        tasks, self._outlet = os.pipe()
        self._since = time.monotonic()
        self.dead = False
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self.inlet)
            os.close(self._outlet)
            _serve(work, tasks, answers)
        os.close(answers)
        os.close(tasks)

    def deadline(self, seconds: float) -> float:
        """When the task at hand has hung."""
        return self._since + seconds

    def give(self, waiting: Iterator[Any]) -> bool:
        """Hand out the next task; False when there is none."""
        for task in waiting:
            _send(self._outlet, task)
            self._since = time.monotonic()
            return True
        return False

    def answer(self) -> Any:
        """The answer to the task, or the Fault of a process that ended."""
        try:
            return _receive(self.inlet)
        except EOFError:
            self.dead = True
            code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
            self._close()
            return Fault(f"crashed: {code}")

    def end(self) -> None:
        """Stop the process, whatever it is doing."""
        if not self.dead:
            self.dead = True
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._close()

    def _close(self) -> None:
        os.close(self.inlet)
        os.close(self._outlet)


def _serve(work: Callable[[Any], Any], tasks: int, answers: int) -> NoReturn:
    with suppress(EOFError):
        while True:
            task = _receive(tasks)
            try:
                answer = work(task)
            except BaseException as error:
                answer = Fault(f"{type(error).__name__}: {error}")
            _send(answers, answer)
    os._exit(0)


def _send(fd: int, value: Any) -> None:
    data = pickle.dumps(value)
    data = struct.pack("Q", len(data)) + data
    while data:
        data = data[os.write(fd, data) :]


def _receive(fd: int) -> Any:
    (size,) = struct.unpack("Q", _exactly(fd, 8))
    return pickle.loads(_exactly(fd, size))


def _exactly(fd: int, size: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        piece = os.read(fd, size - len(pieces))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)
