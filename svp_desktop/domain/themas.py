"""The six themes of safety policy, derived from the kinds of an incident (demand 1: plan and cao)."""

from collections.abc import Iterable
from enum import Enum

from svp_desktop.domain.incident import Soort


class Thema(Enum):
    """A theme that every report can be ordered by."""

    AGRESSIE = "agressie"
    GEWELD = "geweld"
    SEKSUELE_INTIMIDATIE = "seksuele_intimidatie"
    DISCRIMINATIE = "discriminatie"
    RACISME = "racisme"
    PESTEN = "pesten"


#: Kinds that belong to a theme; an accident, damage and theft belong to none.
THEMA_VAN: dict[Soort, Thema] = {
    Soort.PESTEN: Thema.PESTEN,
    Soort.AGRESSIE: Thema.AGRESSIE,
    Soort.BEDREIGING: Thema.AGRESSIE,
    Soort.CHANTAGE: Thema.AGRESSIE,
    Soort.GEWELD: Thema.GEWELD,
    Soort.VECHTPARTIJ: Thema.GEWELD,
    Soort.SEKSUELE_INTIMIDATIE: Thema.SEKSUELE_INTIMIDATIE,
    Soort.DISCRIMINATIE: Thema.DISCRIMINATIE,
    Soort.RACISME: Thema.RACISME,
}


def themas(soorten: Iterable[Soort]) -> frozenset[Thema]:
    """The themes of these kinds."""
    return frozenset(THEMA_VAN[soort] for soort in soorten if soort in THEMA_VAN)
