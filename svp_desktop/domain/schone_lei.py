"""*Schone lei*: a child begins anew. Only this and last school year are shown; older ones on request, with a reason."""

from dataclasses import replace
from datetime import date, timedelta

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.school import schooljaar, schooljaar_grenzen

LONGEST_REASON = 500


def grens(today: date) -> date:
    """The first day that is shown without asking: the start of last school year."""
    this, _ = schooljaar_grenzen(schooljaar(today))
    return this.replace(year=this.year - 1)


def check_reden(reden: str) -> tuple[Finding, ...]:
    """Findings of the reason to look further back: there must be one, in a few words."""
    if not reden.strip():
        return (Finding("reden", "Vul in waarom u verder terug wilt kijken."),)
    if len(reden.strip()) > LONGEST_REASON:
        return (Finding("reden", f"Houd het kort: hoogstens {LONGEST_REASON} tekens."),)
    return ()


def ouder(asked: IncidentFilter) -> IncidentFilter | None:
    """What is left out of a search, or of one child, because it is from before `vanaf`; None when nothing is."""
    if asked.vanaf is None or not (asked.zoek or asked.persoon_id is not None):
        return None
    return replace(asked, vanaf=None, tot=asked.vanaf - timedelta(days=1))
