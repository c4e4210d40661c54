"""The right side of the list: the chosen incident, its versions, or a sentence when none or several are chosen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import Incident
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.school import schooljaar
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.detail import DetailPage
from svp_desktop.ui.tabs.incidenten.history import HistoryPage
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.page import EmptyState


class Leesvak(QStackedWidget):
    """Signals carry the id of the incident or of the casus; `several_wanted()` is the verb of several chosen ones."""

    change_wanted = Signal(int)
    open_casus_wanted = Signal(int)
    show_casus_wanted = Signal(int)
    form_wanted = Signal(int)
    delete_wanted = Signal(int)
    restore_wanted = Signal(int)
    several_wanted = Signal()
    view_wanted = Signal(object, int)  # attachments, which
    start_wanted = Signal(str, int, str)  # code of a page, record, what begins there
    back_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: DetailPage | None = None
        self._history: HistoryPage | None = None
        self._crumb_shown = False
        self._nothing = EmptyState("file-text", "Kies een incident om het te lezen.")
        self._several = EmptyState("list", "", button("Naar de prullenbak", "trash-2"))
        for part in (self._nothing, self._several):
            self.addWidget(part)
        assert self._several.action is not None
        self._several.action.clicked.connect(self.several_wanted)

    @property
    def detail(self) -> DetailPage:
        """The reading view, built when the first incident is shown."""
        if self._detail is None:
            made = self._detail = DetailPage(self._context)
            self.addWidget(made)
            made.crumb.setVisible(self._crumb_shown)
            made.change_wanted.connect(self.change_wanted)
            made.open_casus_wanted.connect(self.open_casus_wanted)
            made.show_casus_wanted.connect(self.show_casus_wanted)
            made.history_wanted.connect(self.show_history)
            made.form_wanted.connect(self.form_wanted)
            made.bijlagen.view_wanted.connect(self.view_wanted)
            made.delete_wanted.connect(self.delete_wanted)
            made.restore_wanted.connect(self.restore_wanted)
            made.start_wanted.connect(self.start_wanted)
            made.back_wanted.connect(self.back_wanted)
        return self._detail

    @property
    def history(self) -> HistoryPage:
        """The versions, built when they are asked for."""
        if self._history is None:
            self._history = HistoryPage()
            self.addWidget(self._history)
            self._history.back_wanted.connect(self.back_wanted)
        return self._history

    def chosen_id(self) -> int | None:
        """The incident that is read here; None when there is none."""
        incident = None if self._detail is None else self._detail.incident()
        return incident.id if incident is not None and self.currentWidget() is not self._nothing else None

    def reads(self, incident_id: int | None) -> bool:
        """Whether the page of this incident is in front."""
        return self._detail is not None and self.currentWidget() is self._detail and self.chosen_id() == incident_id

    def show_crumb(self, shown: bool) -> None:
        """Whether the reading view has a way back to the list: when it stands in place of it."""
        self._crumb_shown = shown
        if self._detail is not None:
            self._detail.crumb.setVisible(shown)

    def show_nothing(self) -> None:
        """No incident is chosen."""
        self.setCurrentWidget(self._nothing)

    def show_several(self, count: int, *, deleted: bool) -> None:
        """So many are chosen; `deleted` when they lie in the prullenbak."""
        assert self._several.action is not None
        self._several.set_sentence(f"{count} incidenten gekozen.")
        self._several.action.setText("Terugzetten" if deleted else "Naar de prullenbak")
        self.setCurrentWidget(self._several)

    def show_incident(self, incident: Incident) -> None:
        """This incident, in the words of its time."""
        self.detail.show_incident(incident, self._words_of(incident), self._context.clock().tzinfo)
        self.setCurrentWidget(self.detail)

    def read(self, incident_id: int) -> bool:
        """Read and show it; False, with the message in the bar, when that did not succeed."""
        try:
            incident = self._context.werkplek.incidenten.lees(incident_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            self.show_nothing()
            return False
        self.show_incident(incident)
        return True

    @Slot(int)
    def show_history(self, incident_id: int) -> None:
        """The versions of the incident, in place of its page."""
        service = self._context.werkplek.incidenten
        try:
            versions, incident = service.geschiedenis(incident_id), service.lees(incident_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.history.show_versions(incident.nummer, versions, self._words_of(incident))
        self.setCurrentWidget(self.history)
        self.history.crumb.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_history(self) -> bool:
        """From the versions back to the incident; False when they were not in view."""
        if self._history is None or self.currentWidget() is not self._history:
            return False
        self.setCurrentWidget(self.detail)
        return True

    def _words_of(self, incident: Incident) -> Instellingen:
        """The settings of its school year: an old incident keeps the words of its time."""
        return self._context.werkplek.instellingen.lees_van(schooljaar(incident.inhoud.datum))
