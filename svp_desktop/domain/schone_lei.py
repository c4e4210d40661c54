"""*Schone lei*: a child begins anew. Only this and last school year are shown; older ones on request, with a reason."""

from datetime import date

from svp_desktop.domain.findings import Finding
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
