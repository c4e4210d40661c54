"""Keeps what is typed in the kluis: 0.8 seconds after the last key, at least every 5 seconds, and when asked."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from svp_desktop.domain.errors import UserFacing

if TYPE_CHECKING:
    from svp_desktop.services.concepten import ConceptenService
    from svp_desktop.ui.context import Bar

AFTER_LAST_KEY_MS, AT_LEAST_EVERY_MS = 800, 5000


class Concepten(Protocol):
    """Where drafts are kept."""

    def bewaar(self, sleutel: str, inhoud: dict[str, Any], titel: str) -> object:
        """Keep this content under this key."""
        ...

    def wis(self, sleutel: str) -> object:
        """Forget the draft under this key."""
        ...


def gooi_weg(concepten: "ConceptenService", bar: "Bar", sleutel: str, resume: Callable[[], None]) -> None:
    """Throw the draft under this key away; after *Ongedaan maken* it is there again and `resume` shows it. Raises
    UserFacing."""
    kept = concepten.lees(sleutel)
    concepten.wis(sleutel)

    def put_back() -> None:
        assert kept is not None
        concepten.bewaar(sleutel, kept.inhoud, kept.titel)
        resume()

    if kept is not None:
        bar.offer_undo("Uw concept is weggegooid.", put_back)


class ConceptKeeper(QObject):
    """Watches one form. `content()` gives what must be kept, or None when the form holds nothing new; `title()` names
    it without persons. `kept(datetime)` after each write, `failed(UserFacing)` when a timed write did not succeed."""

    kept = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        owner: QObject,
        concepten: Concepten,
        clock: Callable[[], datetime],
        content: Callable[[], dict[str, Any] | None],
        title: Callable[[], str],
    ) -> None:
        super().__init__(owner)
        self._concepten, self._clock, self._content, self._title = concepten, clock, content, title
        self._sleutel = ""
        self._pending = False
        self._quiet, self._ceiling = QTimer(self), QTimer(self)
        for timer, delay in ((self._quiet, AFTER_LAST_KEY_MS), (self._ceiling, AT_LEAST_EVERY_MS)):
            timer.setSingleShot(True)
            timer.setInterval(delay)
            timer.timeout.connect(self.keep_now)

    @property
    def sleutel(self) -> str:
        """The key that is watched now, or an empty text."""
        return self._sleutel

    def watch(self, sleutel: str) -> None:
        """From now on what the form holds belongs to this key."""
        self.rest()
        self._sleutel = sleutel

    @Slot()
    def edited(self) -> None:
        """The user changed something."""
        if not self._sleutel:
            return
        self._pending = True
        self._quiet.start()
        if not self._ceiling.isActive():
            self._ceiling.start()

    def flush(self) -> None:
        """Write at once what was not written yet; raises UserFacing when that does not succeed."""
        self._quiet.stop()
        self._ceiling.stop()
        if not (self._sleutel and self._pending):
            return
        content = self._content()
        if content is None:
            self._concepten.wis(self._sleutel)
        else:
            self._concepten.bewaar(self._sleutel, content, self._title())
            self.kept.emit(self._clock())
        self._pending = False

    def throw_away(self) -> None:
        """Forget the draft: it was recorded, or the user does not want it."""
        sleutel = self._sleutel
        self.rest()
        if sleutel:
            self._concepten.wis(sleutel)

    def rest(self) -> None:
        """Stop watching; what was written stays."""
        self._sleutel, self._pending = "", False
        self._quiet.stop()
        self._ceiling.stop()

    @Slot()
    def keep_now(self) -> None:
        """Write at once; a write that does not succeed is told with `failed`."""
        try:
            self.flush()
        except UserFacing as error:
            self.failed.emit(error)
