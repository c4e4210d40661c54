"""The timeline of a casus as it goes on paper: the lines that were in view (demand 18)."""

from typing import NamedTuple

from svp_desktop.domain.casus import TijdlijnRegel


class CasusVerloop(NamedTuple):
    """The lines of one casus, newest first; `soort` says which kind was chosen, "" for everything."""

    casus_id: int
    titel: str
    groep: str
    soort: str
    regels: tuple[TijdlijnRegel, ...]
