"""The draft of an incident as it is kept: its key, its title without names, and the way back to the form."""

from datetime import date, datetime
from typing import Any, NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.incident import IncidentDraft
from svp_desktop.services.concepten import ConceptenService
from svp_desktop.services.vastleggen import incident_draft_naar_dict, incident_draft_van_dict

NIEUW = "incident:nieuw"
_VERSIE, _NAAM = "versie", "half_getypte_naam"
# Signs of the text that are shown of a draft, to know it by.
_PREVIEW = 120


class Bewaard(NamedTuple):
    """A draft that was found: what was typed, when, from which version of the record it started (0: new), and a name
    for which nobody was chosen yet."""

    draft: IncidentDraft
    op: datetime
    versie: int
    naam: str


def sleutel_van(incident_id: int | None) -> str:
    """The key of the draft of a new incident (None) or of a change to this one."""
    return NIEUW if incident_id is None else f"incident:{incident_id}"


def incident_van(sleutel: str) -> int | None:
    """The incident that a draft key belongs to, None for a new one."""
    return None if sleutel == NIEUW else int(sleutel.partition(":")[2])


def inhoud(draft: IncidentDraft, versie: int, naam: str) -> dict[str, Any]:
    """What is kept of a draft; with the version, so that a change by someone else in between is noticed. `naam` is
    what stands in the field that finds a person."""
    return incident_draft_naar_dict(draft) | {_VERSIE: versie} | ({_NAAM: naam} if naam else {})


def vind(concepten: ConceptenService, sleutel: str) -> Bewaard | None:
    """The draft under this key, if there is one."""
    found = concepten.lees(sleutel)
    if found is None:
        return None
    content = dict(found.inhoud)
    versie, naam = int(content.pop(_VERSIE, 0)), str(content.pop(_NAAM, ""))
    return Bewaard(incident_draft_van_dict(content), found.bewaard_op, versie, naam)


def titel(draft: IncidentDraft, today: date) -> str:
    """A title without names for lists of drafts: "Incident van 24 november"."""
    day = datums.parse_datum(draft.datum, today)
    return f"Incident van {datums.dag_maand(day)}" if isinstance(day, date) else "Incident"


def bewaard_zin(found: Bewaard, bijlagen: int) -> str:
    """When the draft was kept, how it begins, and how many files came with it."""
    lines = [f"Bewaard op {datums.dag_maand(found.op.date())}, {datums.tijd_kort(found.op.time())}."]
    told = " ".join(found.draft.feiten.split())
    if told:
        lines.append(f"“{told[:_PREVIEW]}{'…' if len(told) > _PREVIEW else ''}”")
    if bijlagen:
        lines.append(f"Met {bijlagen} {'bijlage' if bijlagen == 1 else 'bijlagen'}.")
    return "\n".join(lines)
