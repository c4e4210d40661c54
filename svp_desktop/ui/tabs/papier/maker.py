"""Makes the page behind the typing: in a worker, one at a time, always the latest; an older result is never shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.papier import Opmaak, PapierDraft
from svp_desktop.domain.papier_controle import PapierBevinding
from svp_desktop.ui.tasks import Progress, Tasks

AFTER_LAST_KEY_MS = 90


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """The papers of a draft (one an envelope) and what the guards say; `fout` when no page could be made."""

    draft: PapierDraft
    opmaken: tuple[Opmaak, ...] = ()
    bevindingen: tuple[PapierBevinding, ...] = ()
    fout: UserFacing | None = None


#: Makes something of a draft (of a paper, or a text) that knows by `draft` what it was made of.
Work = Callable[[Any], Any]


class Maker(QObject):
    """`made(object)` with what the work gave for the latest draft; `broke(Exception)` for an error that is no message
    of the program."""

    made = Signal(object)
    broke = Signal(object)

    def __init__(self, owner: QObject, tasks: Tasks, work: Work) -> None:
        super().__init__(owner)
        self._tasks, self._work = tasks, work
        self._wanted: object | None = None
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_LAST_KEY_MS)
        self._timer.timeout.connect(self._start)

    def want(self, draft: object, *, at_once: bool = False) -> None:
        """Make this draft; soon, so that fast typing makes one page and not ten."""
        self._wanted = draft
        if at_once:
            self._timer.stop()
            self._start()
        else:
            self._timer.start()

    def forget(self) -> None:
        """What is being made belongs to a paper that is no longer shown."""
        self._wanted = None
        self._timer.stop()

    @Slot()
    def _start(self) -> None:
        draft = self._wanted
        if self._busy or draft is None:
            return
        self._busy = True
        work = self._work

        def make(_progress: Progress) -> Any:
            return work(draft)

        self._tasks.run(make, self._done, self._failed, self)

    def _done(self, result: Any) -> None:
        self._busy = False
        if self._wanted is None:
            return
        if result.draft == self._wanted:
            self.made.emit(result)
        elif not self._timer.isActive():
            self._start()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.broke.emit(error)
