"""The papers of pesten: what they are, for whom, and how they were handed out (11, 100-102, 107, 108)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.uitreiken import Wijze


class PestBlad(Enum):
    """A paper of a pestzaak; only some go to somebody and are kept as they were handed out."""

    AFSPRAKEN = "pest_afspraken"
    OUDERS_GEPEST = "pest_blad_a"
    OUDERS_PESTER = "pest_blad_b"
    OUDERS_ANDERE = "pest_blad_c"
    NAZORGKAART = "pest_nazorgkaart"
    GESPREK_GEPEST = "pest_gesprek_gepest"
    GESPREK_PESTER = "pest_gesprek_pester"
    GESPREK_OUDERS = "pest_gesprek_ouders"
    GESPREK_GROEP = "pest_gesprek_groep"

    @property
    def uit_te_reiken(self) -> bool:
        """Whether it goes to somebody."""
        return self in _GO_OUT


_GO_OUT = frozenset(
    {
        PestBlad.AFSPRAKEN,
        PestBlad.OUDERS_GEPEST,
        PestBlad.OUDERS_PESTER,
        PestBlad.OUDERS_ANDERE,
        PestBlad.NAZORGKAART,
    }
)
TITELS: dict[PestBlad, str] = {
    PestBlad.AFSPRAKEN: "Afsprakenblad",
    PestBlad.OUDERS_GEPEST: "Blad A: ouders van een kind dat gepest wordt",
    PestBlad.OUDERS_PESTER: "Blad B: ouders van een kind dat pest",
    PestBlad.OUDERS_ANDERE: "Blad C: alle andere ouders",
    PestBlad.NAZORGKAART: "Nazorgkaart voor het kind",
    PestBlad.GESPREK_GEPEST: "Gesprek met het kind dat gepest wordt",
    PestBlad.GESPREK_PESTER: "Gesprek met het kind dat pest",
    PestBlad.GESPREK_OUDERS: "Gesprek met ouders",
    PestBlad.GESPREK_GROEP: "Gesprek met de groep",
}
#: The setting that holds the lines of each paper.
INSTELLING: dict[PestBlad, str] = {
    PestBlad.OUDERS_GEPEST: "pest_blad_gepest",
    PestBlad.OUDERS_PESTER: "pest_blad_pester",
    PestBlad.OUDERS_ANDERE: "pest_blad_andere",
    PestBlad.NAZORGKAART: "pest_nazorgkaart",
    PestBlad.GESPREK_GEPEST: "pest_gesprek_gepest",
    PestBlad.GESPREK_PESTER: "pest_gesprek_pester",
    PestBlad.GESPREK_OUDERS: "pest_gesprek_ouders",
    PestBlad.GESPREK_GROEP: "pest_gesprek_groep",
}


@dataclass(frozen=True, slots=True)
class Aanspreekpunt:
    """Who leads pestzaken and how to reach that person (11)."""

    naam: str = ""
    telefoon: str = ""
    email: str = ""

    def regel(self) -> str:
        """ "Farid Aydin, 012 345 67 89, post@school.example", or ""."""
        return ", ".join(part for part in (self.naam, self.telefoon, self.email) if part)


class PestAfspraak(NamedTuple):
    """One line of the afsprakenblad: who it is agreed with, what, who does it and when."""

    met_wie: str
    wat: str
    wie: str
    datum: date


class PestPapierRegel(NamedTuple):
    """A paper of a pestzaak as it was handed out; `nummer` counts those of one kind for one person from 1."""

    id: int
    soort: str
    titel: str
    nummer: int
    uitgereikt_op: date
    wijze: Wijze
    aan: str
    paginas: int
