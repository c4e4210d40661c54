"""Templates of an account's own frequent incidents: what stands in the form, without anyone's name."""

from dataclasses import fields, replace
from typing import Any

from svp_desktop.domain.incident import IncidentDraft
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.services.eigen_staat import StaatService
from svp_desktop.services.vastleggen import incident_draft_naar_dict, incident_draft_van_dict

SLEUTEL = "incident_sjablonen"
MOST = 20
# A shorter part of a name ("de", "Bo") would also be found in ordinary words.
NAME_PART = 3


def zonder_namen(draft: IncidentDraft) -> IncidentDraft:
    """What can be used again: no persons, no day, nothing a child said, and no text in which one of them is named."""
    parts = {
        part.casefold()
        for person in draft.betrokkenen
        for part in person.naam.replace("-", " ").split()
        if len(part) >= NAME_PART
    }
    named = {
        item.name: ""
        for item in fields(draft)
        if isinstance(text := getattr(draft, item.name), str) and any(part in text.casefold() for part in parts)
    }
    own = {"betrokkenen": (), "datum": "", "tijd": "", "kindwoorden": "", "terugkomen_op": "", "ouders_toelichting": ""}
    return replace(draft, **named | own)  # type: ignore[arg-type]  # each field gets the empty value of its own type


def titel(draft: IncidentDraft, instellingen: Instellingen) -> str:
    """What a template is called in the list: its kinds and place."""
    kinds = ", ".join(instellingen.soort_label(choice.soort) for choice in draft.soorten)
    return " · ".join(part for part in (kinds, draft.plaats.strip()) if part) or "Zonder soort en plaats"


class Sjablonen:
    """Reads and keeps the templates of this account, newest first."""

    def __init__(self, staat: StaatService) -> None:
        self._staat = staat

    def alle(self) -> list[tuple[str, IncidentDraft]]:
        """Title and content of each."""
        return [(str(item["titel"]), incident_draft_van_dict(item["inhoud"])) for item in self._lees()]

    def bewaar(self, draft: IncidentDraft, instellingen: Instellingen) -> str:
        """Keep what stands in the form as a template; one of the same title is replaced. Returns its title."""
        content = zonder_namen(draft)
        name = titel(content, instellingen)
        rest = [item for item in self._lees() if item["titel"] != name]
        kept = {"titel": name, "inhoud": incident_draft_naar_dict(content)}
        self._staat.zet(SLEUTEL, [kept, *rest][:MOST])
        return name

    def verwijder(self, name: str) -> None:
        """Forget the template of this title."""
        self._staat.zet(SLEUTEL, [item for item in self._lees() if item["titel"] != name])

    def _lees(self) -> list[dict[str, Any]]:
        return list(self._staat.lees(SLEUTEL, []))
