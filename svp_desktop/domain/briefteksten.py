"""The school's own texts of its papers, as the page about them shows them (demands 68, 149)."""

from datetime import date, datetime
from typing import NamedTuple

from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.school import Bouw
from svp_desktop.domain.wetszinnen import Wetszin


class TekstRegel(NamedTuple):
    """One text in the list: of which paper, for which bouw (None for adults), and whether it is the school's own."""

    soort: PapierSoort
    bouw: Bouw | None
    titel: str
    waarvoor: str
    eigen: bool


class TekstVersie(NamedTuple):
    """One version of a text: when, by whom, why; `standaard` for the moment the school went back to the standard."""

    nummer: int
    vastgelegd_op: datetime
    door: str
    standaard: bool
    reden: str


class WetszinRegel(NamedTuple):
    """A sentence of the law in force, the standard one, and the versions that the school made of it."""

    zin: Wetszin
    standaard: str
    versies: tuple[TekstVersie, ...]

    @property
    def eigen(self) -> bool:
        """Whether the school wrote it."""
        return self.zin.tekst != self.standaard

    @property
    def nagekeken_op(self) -> date:
        """The day on which somebody last looked whether it still holds."""
        return self.zin.gecontroleerd_op


def naam_van(regel: TekstRegel) -> str:
    """The paper as the list calls it, with its readers: "Aankondiging (onderbouw)"."""
    return f"{regel.titel} ({regel.bouw.value})" if regel.bouw else regel.titel
