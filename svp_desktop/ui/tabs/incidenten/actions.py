"""The verbs of this tab, one small class each: they call the service, tell what changed, and offer to undo."""

from collections.abc import Sequence

from svp_desktop.domain.changes import Changes
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentDraft
from svp_desktop.ui.context import Context


class Verb:
    """Base: a verb works on the workplace of its context."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._incidenten = context.werkplek.incidenten

    def _publish(self, changes: Sequence[Changes]) -> None:
        self._context.hub.publish(Changes(frozenset().union(*(change.topics for change in changes))))


class Registreer(Verb):
    """Record a new incident; returns its id. Raises UserFacing."""

    def run(self, draft: IncidentDraft, bijlagen: Sequence[int] = ()) -> int:
        """Write it, with the attachments that were added to it, and tell."""
        outcome = self._incidenten.registreer(draft, bijlagen)
        self._publish([outcome.changes])
        return outcome.value


class Wijzig(Verb):
    """Change a recorded incident; the earlier version is kept. Raises UserFacing, IntussenVeranderd among them."""

    def run(self, incident_id: int, draft: IncidentDraft, versie: int) -> int:
        """Write it and tell."""
        outcome = self._incidenten.wijzig(incident_id, draft, versie)
        self._publish([outcome.changes])
        return incident_id


class Herstel(Verb):
    """Take incidents out of the prullenbak."""

    def run(self, incident_ids: Sequence[int]) -> None:
        """Put them back and tell."""
        try:
            changes = [self._incidenten.herstel(incident_id).changes for incident_id in incident_ids]
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._publish(changes)
        self._context.bar.say(_count(incident_ids, "teruggezet"))


class Verwijder(Verb):
    """Move incidents to the prullenbak, with *Ongedaan maken*."""

    def run(self, incident_ids: Sequence[int]) -> None:
        """Move them, tell, and offer the way back."""
        ids = tuple(incident_ids)
        try:
            changes = [self._incidenten.verwijder(incident_id).changes for incident_id in ids]
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._publish(changes)
        back = Herstel(self._context)
        self._context.bar.offer_undo(_count(ids, "naar de prullenbak verplaatst"), lambda: back.run(ids))


def _count(incident_ids: Sequence[int], verb: str) -> str:
    number = len(incident_ids)
    return f"{'Incident' if number == 1 else f'{number} incidenten'} {verb}."
