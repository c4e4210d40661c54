"""Bugs: what nobody foresaw is noted by kind and place, never by its text, and the user reads a number to mention."""

import secrets
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from svp_desktop.domain.errors import UserFacing
from svp_desktop.paths import private_folder, write_private

NAME = "fouten.log"
_LINES = 500


class OnverwachteFout(UserFacing):
    """Something that is a bug; `number` stands in the log beside its place."""

    what = "Er ging iets mis in het programma."
    safe = "Wat u hebt opgeslagen, staat er nog."

    def __init__(self, number: int) -> None:
        super().__init__(now=f"Probeer het opnieuw. Gebeurt het weer, geef dan nummer {number} door aan uw beheerder.")
        self.number = number


class Faults:
    """The log of one profile, and the hook that fills it. A line: moment, number, kind of error, file and line."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], show: Callable[[UserFacing], None]) -> None:
        self._file = folder / NAME
        self._clock, self._show = clock, show

    def install(self) -> None:
        """From now on every error that nobody caught comes here."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Note the error and tell the user. One that carries its own words is shown as it is."""
        if isinstance(error, UserFacing):
            self._show(error)
            return
        number = 1000 + secrets.randbelow(9000)
        self._note(f"{self._clock():%Y-%m-%d %H:%M} {number} {kind.__name__} {_place(trace)}")
        self._show(OnverwachteFout(number))

    def _note(self, line: str) -> None:
        try:
            private_folder(self._file.parent)
            known = self._file.read_text(encoding="utf-8").splitlines() if self._file.exists() else []
            write_private(self._file, "\n".join([*known[-_LINES:], line, ""]).encode())
        except OSError:
            # a log that cannot be written may not hide the error itself from the user
            return


def _place(trace: TracebackType | None) -> str:
    """File and line of the last frame in the program: `ui/lock.py:40`."""
    frames = traceback.extract_tb(trace)
    own = [frame for frame in frames if "svp_desktop" in frame.filename] or frames
    if not own:
        return "?"
    return f"{own[-1].filename.replace(chr(92), '/').rpartition('svp_desktop/')[2]}:{own[-1].lineno}"
