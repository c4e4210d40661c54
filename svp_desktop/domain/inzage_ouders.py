"""Whether parents may read what stands in the kinddossier about their child (demand 22)."""

from enum import Enum

from svp_desktop.domain.findings import Finding


class Inzage(Enum):
    """Whether the parents may read the paragraph about their child (demand 22)."""

    ONBEKEND = "onbekend"
    JA = "ja"
    NEE = "nee"


def check_inzage(inzage: Inzage, reden: str) -> tuple[Finding, ...]:
    """A *nee* needs its reason (demand 22)."""
    if inzage is Inzage.NEE and not reden.strip():
        return (Finding("inzage_reden", "Schrijf waarom ouders dit niet kunnen inzien."),)
    return ()
