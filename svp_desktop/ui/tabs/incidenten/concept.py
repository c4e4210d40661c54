"""Keeps what is typed in the kluis: 0.8 seconds after the last key, at least every 5 seconds, and when asked."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentDraft
from svp_desktop.services.concepten import ConceptenService
from svp_desktop.services.vastleggen import incident_draft_naar_dict, incident_draft_van_dict
from svp_desktop.ui.tabs.incidenten.editor import IncidentEditor

NIEUW = "incident:nieuw"
AFTER_LAST_KEY_MS, AT_LEAST_EVERY_MS = 800, 5000
_VERSIE = "versie"


def sleutel_van(incident_id: int | None) -> str:
    """The key of the draft of a new incident (None) or of a change to this one."""
    return NIEUW if incident_id is None else f"incident:{incident_id}"


def incident_van(sleutel: str) -> int | None:
    """The incident that a draft key belongs to, None for a new one."""
    return None if sleutel == NIEUW else int(sleutel.partition(":")[2])


class Bewaard(NamedTuple):
    """A draft that was found: what was typed, when, and from which version of the record it started (0: new)."""

    draft: IncidentDraft
    op: datetime
    versie: int


class DraftKeeper(QObject):
    """Watches one editor. `kept(datetime)` after each write, `failed(UserFacing)` when a timed write fails."""

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, editor: IncidentEditor, concepten: ConceptenService, clock: Callable[[], datetime]) -> None:
        super().__init__(editor)
        self._editor, self._concepten, self._clock = editor, concepten, clock
        self._sleutel, self._versie = NIEUW, 0
        self._pending = False
        self._active = False
        self._quiet, self._ceiling = QTimer(self), QTimer(self)
        for timer, delay in ((self._quiet, AFTER_LAST_KEY_MS), (self._ceiling, AT_LEAST_EVERY_MS)):
            timer.setSingleShot(True)
            timer.setInterval(delay)
            timer.timeout.connect(self._timed)
        editor.edited.connect(self._edited)

    def find(self, sleutel: str) -> Bewaard | None:
        """The draft under this key, if there is one."""
        found = self._concepten.lees(sleutel)
        if found is None:
            return None
        content: dict[str, Any] = dict(found.inhoud)
        versie = int(content.pop(_VERSIE, 0))
        return Bewaard(incident_draft_van_dict(content), found.bewaard_op, versie)

    def watch(self, sleutel: str, versie: int) -> None:
        """From now on what the editor holds belongs to this key."""
        self._sleutel, self._versie = sleutel, versie
        self._active, self._pending = True, False

    def flush(self) -> None:
        """Write at once what was not written yet; raises UserFacing when that does not succeed."""
        self._quiet.stop()
        self._ceiling.stop()
        if not (self._active and self._pending):
            return
        draft = self._editor.draft()
        if draft == self._editor.loaded:
            self._concepten.wis(self._sleutel)
        else:
            content = incident_draft_naar_dict(draft) | {_VERSIE: self._versie}
            self._concepten.bewaar(self._sleutel, content, titel(draft, self._clock().date()))
            self.kept.emit(self._clock())
        self._pending = False

    def throw_away(self) -> None:
        """Forget the draft: it was recorded, or the user does not want it."""
        self.rest()
        self._concepten.wis(self._sleutel)

    def rest(self) -> None:
        """Stop watching; what was written stays."""
        self._active = self._pending = False
        self._quiet.stop()
        self._ceiling.stop()

    @Slot()
    def _edited(self) -> None:
        if not self._active:
            return
        self._pending = True
        self._quiet.start()
        if not self._ceiling.isActive():
            self._ceiling.start()

    @Slot()
    def _timed(self) -> None:
        try:
            self.flush()
        except UserFacing as error:
            self.failed.emit(error)


def titel(draft: IncidentDraft, today: date) -> str:
    """A title without names for lists of drafts: "Incident van 24 november"."""
    day = datums.parse_datum(draft.datum, today)
    return f"Incident van {datums.dag_maand(day)}" if isinstance(day, date) else "Incident"
