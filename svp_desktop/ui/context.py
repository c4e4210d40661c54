"""What every page of the window gets: services, signals, questions, background work and the clock; and the table
from which the window builds its tabs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Changes
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tasks import Tasks
from svp_desktop.ui.widgets.reading_order import step

if TYPE_CHECKING:
    from svp_desktop.domain.incident import IncidentFilter
    from svp_desktop.services.werkplek import Werkplek


#: In the place of a page: the key of the draft that is open in its form.
CONCEPT = "concept"


class Bar(QObject):
    """Messages that the window shows above the page, so that a page needs no message box."""

    #: a UserFacing
    error = Signal(object)
    #: a sentence that something succeeded
    said = Signal(str)
    #: (sentence, callable that undoes it)
    undo_offered = Signal(str, object)

    def show_error(self, error: Exception) -> None:
        """What happened, what is safe, what now; an unknown error is shown in general words, never with its text."""
        self.error.emit(error)

    def say(self, sentence: str) -> None:
        """One sentence that goes away by itself."""
        self.said.emit(sentence)

    def offer_undo(self, sentence: str, undo: Callable[[], None]) -> None:
        """ "Incident verwijderd." with *Ongedaan maken*."""
        self.undo_offered.emit(sentence, undo)


@dataclass(frozen=True)
class Context:
    """Handed to each page when it is built."""

    werkplek: "Werkplek"
    hub: Hub
    ask: Ask
    tasks: Tasks
    clock: Callable[[], datetime]
    bar: Bar = field(default_factory=Bar)

    def today(self) -> date:
        """The day of now, for fields and checks."""
        return self.clock().date()


class TabPage(QWidget):
    """Base of every page behind a tab or behind *Meer*. The window calls these; a page overrides what it has.

    Signals that cross tabs are routed by the window. `counter_changed` puts a number in the tab's text (-1: none).
    """

    counter_changed = Signal(int)
    show_incident_requested = Signal(int)
    show_casus_requested = Signal(int)
    show_person_requested = Signal(int)
    open_casus_requested = Signal(int)  # from this incident
    compose_requested = Signal(int, str)  # casus, kind of paper
    import_requested = Signal()
    new_incident_requested = Signal()
    tally_requested = Signal()
    start_requested = Signal(str, int, str)  # code of a page, record of this one, kind of what must begin there
    leave_requested = Signal()  # to the page that was in front before this one
    draft_requested = Signal(str)  # key of a draft to go on with
    page_requested = Signal(str)  # code of a tab or page
    record_requested = Signal(str, int)  # code of a page, record on it
    filter_requested = Signal(object)  # an IncidentFilter to show in the list of incidents
    restore_requested = Signal()  # lock, and begin with putting a backup back
    gevoelig_changed = Signal(bool)  # what is shown became, or is no longer, a confidential dossier

    #: A confidential dossier: the program locks sooner when nobody does anything.
    gevoelig = False

    #: Tab goes through the page as it is read, also through what was made later and what stands before the first field.
    as_read = False

    def focusNextPrevChild(self, forward: bool) -> bool:
        return (self.as_read and step(self, forward)) or super().focusNextPrevChild(forward)

    def flush_draft(self) -> None:
        """Write what is being typed into the kluis, at once: the window locks. Raises when it cannot be written."""

    def primary_new(self) -> None:
        """Ctrl+N."""

    def focus_search(self) -> None:
        """Ctrl+F."""

    def print_current(self) -> None:
        """Ctrl+P."""

    def go_back(self) -> bool:
        """Escape: one step back; False when there is none."""
        return False

    def show_record(self, record: int) -> None:
        """Open the page of this record."""

    def show_filter(self, wanted: "IncidentFilter") -> None:
        """Show what this filter of incidents lets through."""

    def start_from(self, record: int, kind: str = "") -> None:
        """Begin something new from a record of another tab: a casus from an incident, a paper from a casus."""

    def resume(self, sleutel: str) -> None:
        """Go on with the draft of this key, after unlocking."""

    def place(self) -> dict[str, Any]:
        """Where the user is on this page, as JSON values: filters, the chosen record, the form that is open. Under
        CONCEPT the key of the draft that is being typed in it. It is kept in the compartment of the page at a lock."""
        return {}

    def go_to(self, place: dict[str, Any]) -> None:
        """Show that place again, with its draft open, in a page that was just built. `place` is what `place()` of the
        same version gave; what is gone meanwhile is left out without a word."""

    def refresh(self, changes: Changes) -> None:
        """A write touched these topics."""

    def shown(self) -> None:
        """The page came to the front."""


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One page of the window. `tab` says whether it stands in the bar or behind *Meer*; a page with `under` stands in
    neither: it is reached from the tab of that code, which stays marked. `soort` is the kind of compartment that the
    page is about: it exists only where that one is open, and its place is kept there."""

    code: str
    title: str
    icon: str
    factory: Callable[[Context], TabPage]
    tab: bool = True
    under: str = ""
    soort: str = "school"
    #: Whether this account gets the page at all; None for everyone.
    mag: "Callable[[Werkplek], bool] | None" = None
    #: Whether the page also works when that compartment is not open.
    altijd: bool = False
