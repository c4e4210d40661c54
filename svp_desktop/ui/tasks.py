"""Work that takes longer than a blink, off the GUI thread: it gets values, reports progress, and its result is
delivered on the GUI thread. Tests hand in `Immediately()`."""

import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside the work, by `Progress.report`, after the user cancelled."""


class Progress:
    """Handed to the work: it reports how far it is, and so learns that it was cancelled."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def report(self, done: int, total: int) -> None:
        """So many of so many; raises Cancelled when the user asked to stop."""
        self.check()
        self._tell(done, total)

    def check(self) -> None:
        """Raises Cancelled when the user asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop where that is safe."""
        self._stop.set()


class Task(QObject):
    """One piece of work under way, owned by the GUI thread. `progress(done, total)`; `ended()` always, last."""

    progress = Signal(int, int)
    ended = Signal()
    _settled = Signal(object, object)

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: QObject | None = None,
    ) -> None:
        super().__init__()
        self._done, self._failed = done, failed
        self._finished = False
        self._owned = owner is not None
        self.handle = Progress(self.progress.emit)
        self._settled.connect(self._settle)
        if owner is not None:
            owner.destroyed.connect(self.drop)

    @property
    def over(self) -> bool:
        """True once its result was delivered, or will not be."""
        return self._finished

    def cancel(self) -> None:
        """Ask the work to stop; `done` and `failed` are not called after that."""
        self.handle.cancel()

    @Slot()
    def drop(self) -> None:
        """The page that asked is gone: stop, and deliver nothing."""
        self._finished = True
        self.handle.cancel()

    def carry_out(self, work: Callable[[Progress], object]) -> None:
        """Do the work in the thread that calls this, and hand the result over by a signal."""
        try:
            result, error = work(self.handle), None
        except Exception as caught:
            result, error = None, caught
        self._settled.emit(result, error)

    @Slot(object, object)
    def _settle(self, result: object, error: Exception | None) -> None:
        if not self._finished:
            self._finished = True
            if error is None:
                self._done(result)
            elif not isinstance(error, Cancelled):
                self._failed(error)
        self.ended.emit()


class Tasks(Protocol):
    """Runs work; the result comes on the GUI thread, unless `owner` was destroyed before."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject | None = None,
    ) -> Task:
        """Start the work."""
        ...

    def cancel_all(self) -> None:
        """Ask all work to stop and wait until it has: before locking."""
        ...


class _Job(QRunnable):
    def __init__(self, task: Task, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._task, self._work = task, work

    def run(self) -> None:
        self._task.carry_out(self._work)


class Background(QObject):
    """The real one: one worker, so that at most one piece of work touches the data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Task] = []

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject | None = None,
    ) -> Task:
        """Queue the work behind what is running."""
        task = Task(done, failed, owner)
        self._running.append(task)
        task.ended.connect(self._ended)
        self._pool.start(_Job(task, work))
        return task

    def cancel_all(self) -> None:
        """Ask all work to stop and wait at most five seconds for it."""
        for task in self._running:
            task.drop()
        self._pool.clear()
        self._pool.waitForDone(5000)
        self._running.clear()

    @Slot()
    def _ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._running:
            self._running.remove(task)
            task.deleteLater()


class Immediately:
    """Does the work at once, in the calling thread: for tests and scripts."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject | None = None,
    ) -> Task:
        """Do the work and deliver before this returns."""
        task = Task(done, failed, owner)
        task.carry_out(work)
        return task

    def cancel_all(self) -> None:
        """Nothing runs between two calls."""
