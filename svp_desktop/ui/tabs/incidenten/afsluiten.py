"""Closing an incident in its page: maatregel and voorkoming van herhaling (demand 4). What is typed is kept."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.incident import Incident
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.eigen_concept import EigenConcept
from svp_desktop.ui.widgets.base import col, label, row
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.fields import Area, Field, show_findings


class AfsluitPanel(QFrame):
    """Two fields and *Afsluiten*. `opened` when it opens, `left` when the user puts it away."""

    opened = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._incident: Incident | None = None
        self._kept = EigenConcept(context.werkplek.staat)
        self.maatregel = Area(height=64, name="Welke maatregel nam de school?")
        self.voorkoming = Area(height=64, name="Hoe voorkomt u dat dit weer gebeurt?")
        self._fields: dict[str, Field] = {
            "maatregel": Field("Welke maatregel nam de school?", self.maatregel),
            "voorkoming": Field("Hoe voorkomt u dat dit weer gebeurt?", self.voorkoming),
        }
        self.close_incident = button("Afsluiten", "check")
        self.cancel = button("Later", tip="Wat u typte, blijft bewaard")
        self.setProperty("card", True)
        self.setLayout(
            col(label("Incident afsluiten", "h3"), *self._fields.values(),
                row(self.close_incident, self.cancel, None, spacing=8), margins=(16, 12, 16, 14), spacing=10)
        )  # fmt: skip
        self.keeper = ConceptKeeper(self, self._kept, context.clock, self._typed, lambda: "")
        for area in (self.maatregel, self.voorkoming):
            area.textChanged.connect(self.keeper.edited)
        self.close_incident.clicked.connect(self._close)
        self.cancel.clicked.connect(self._later)
        self.keeper.failed.connect(context.bar.show_error)
        self.hide()

    def show_incident(self, incident: Incident) -> None:
        """Belong to this incident; open again when something was typed for it before."""
        runs = incident.afgesloten_op is None and not incident.verwijderd
        if runs and not self.isHidden() and self._incident is not None and self._incident.id == incident.id:
            self._incident = incident
            return
        self.flush()
        self.keeper.rest()
        self.hide()
        self._incident = incident
        if runs and self._kept.lees(_key(incident)):
            self._fill(incident)
            self.show()

    @Slot()
    def open(self) -> None:
        """Show the fields, filled with what is known, and give them the keyboard."""
        assert self._incident is not None
        if self.isHidden():
            self._fill(self._incident)
            self.show()
        self.opened.emit()
        self.maatregel.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Keep what is typed, at once. Raises UserFacing."""
        self.keeper.flush()

    # Inside

    def _fill(self, incident: Incident) -> None:
        self.keeper.rest()
        kept = self._kept.lees(_key(incident))
        for name, area in (("maatregel", self.maatregel), ("voorkoming", self.voorkoming)):
            area.setText(kept.get(name, getattr(incident.inhoud, name)))
            self._fields[name].show_finding(None)
        self.keeper.watch(_key(incident))

    def _typed(self) -> dict[str, Any] | None:
        assert self._incident is not None
        typed = {"maatregel": self.maatregel.text(), "voorkoming": self.voorkoming.text()}
        content = self._incident.inhoud
        return None if typed == {"maatregel": content.maatregel, "voorkoming": content.voorkoming} else typed

    @Slot()
    def _later(self) -> None:
        try:
            self.flush()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.keeper.rest()
        self.hide()
        self.left.emit()

    @Slot()
    def _close(self) -> None:
        incident = self._incident
        assert incident is not None
        try:
            outcome = self._context.werkplek.incidenten.sluit_af(
                incident.id, incident.versie, self.maatregel.text(), self.voorkoming.text()
            )
            self.keeper.throw_away()
        except InvoerOnjuist as error:
            show_findings(self._fields, error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.hide()
        self._context.hub.publish(outcome.changes)
        self._context.bar.say("Incident afgesloten.")
        self.left.emit()


def _key(incident: Incident) -> str:
    return f"incident_afsluiten:{incident.id}"


def heropen(context: Context, incident_id: int) -> None:
    """Open a closed incident again, and tell."""
    try:
        outcome = context.werkplek.incidenten.heropen(incident_id)
    except UserFacing as error:
        context.bar.show_error(error)
        return
    context.hub.publish(outcome.changes)
    context.bar.say("Incident heropend.")
