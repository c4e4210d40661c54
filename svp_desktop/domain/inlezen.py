"""Taking over pupils and teachers from a file: what stands in the file, what would change, what was done.

The order of work is file -> InleesBestand (exchange), InleesBestand x Register -> InleesVoorstel (domain.vergelijken),
InleesVoorstel x ticks -> InleesVerslag (services.inlezen). Nothing is written before the user has seen the voorstel.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from svp_desktop.domain.school import Bouw, Groep, Leerling, Medewerker, Naam, PersoonSoort

_SLEUTEL = re.compile(r"[a-z]{0,3}[-_ ]?0*(\d+)")


class Wat(Enum):
    """What one line of the file means for the register, in the order in which the user reads them."""

    ONLEESBAAR = "onleesbaar"
    VERTROKKEN = "vertrokken"
    GEWIJZIGD = "gewijzigd"
    NIEUW = "nieuw"
    GELIJK = "gelijk"


class Veld(Enum):
    """A fact of a pupil that a column of the file can hold; nothing else of the file is kept."""

    NUMMER = "nummer"
    ROEPNAAM = "roepnaam"
    TUSSENVOEGSEL = "tussenvoegsel"
    ACHTERNAAM = "achternaam"
    GEBOORTEDATUM = "geboortedatum"
    JAARGROEP = "jaargroep"
    GROEP = "groep"


VERPLICHT = (Veld.ROEPNAAM, Veld.ACHTERNAAM)
VELD_WOORD = {
    Veld.NUMMER: "Leerlingnummer",
    Veld.ROEPNAAM: "Roepnaam",
    Veld.TUSSENVOEGSEL: "Tussenvoegsel",
    Veld.ACHTERNAAM: "Achternaam",
    Veld.GEBOORTEDATUM: "Geboortedatum",
    Veld.JAARGROEP: "Jaargroep",
    Veld.GROEP: "Groep",
}
WAT_WOORD = {
    Wat.ONLEESBAAR: "Onleesbaar",
    Wat.VERTROKKEN: "Vertrokken",
    Wat.GEWIJZIGD: "Gewijzigd",
    Wat.NIEUW: "Nieuw",
    Wat.GELIJK: "Gelijk",
}


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Which column of a table holds which fact; the user may choose other columns than the recognised ones.

    `kopregel` is the line of the headings, `voorbeelden` the first row of data, `keuze` pairs a Veld with the index
    of its column, counted from 0.
    """

    kopregel: int
    koppen: tuple[str, ...]
    voorbeelden: tuple[str, ...]
    keuze: tuple[tuple[Veld, int], ...] = ()

    def kolom(self, veld: Veld) -> int | None:
        """The column of a field, or None when no column is chosen."""
        return dict(self.keuze).get(veld)

    def met(self, veld: Veld, kolom: int | None) -> "Kolommen":
        """The same columns with another choice for one field; a column serves one field only."""
        kept = [pair for pair in self.keuze if pair[0] is not veld and pair[1] != kolom]
        if kolom is not None:
            kept.append((veld, kolom))
        return replace(self, keuze=tuple(sorted(kept, key=lambda pair: list(Veld).index(pair[0]))))

    @property
    def ontbreekt(self) -> tuple[Veld, ...]:
        """The required fields without a column; empty when the file can be read."""
        chosen = {veld for veld, _ in self.keuze}
        return tuple(veld for veld in VERPLICHT if veld not in chosen)


@dataclass(frozen=True, slots=True)
class InleesGroep:
    """A group as the file names it, without the years before its name."""

    naam: str
    bouw: Bouw


@dataclass(frozen=True, slots=True)
class InleesLeerling:
    """A pupil as the file has them; None or "" means that the file does not say."""

    regel: int
    naam: Naam
    nummer: str = ""
    geboortedatum: date | None = None
    jaargroep: int | None = None
    groep: str = ""


@dataclass(frozen=True, slots=True)
class InleesMedewerker:
    """A teacher as the file has them, with the names of their groups."""

    regel: int
    naam: Naam
    nummer: str = ""
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """A line that cannot be taken over: where, why, and what the user can do; as much of the person as was read."""

    regel: int
    reden: str
    doen: str
    naam: str = ""
    groep: str = ""
    nummer: str = ""


@dataclass(frozen=True, slots=True)
class InleesBestand:
    """All that was read from one file; `kolommen` is None when the format fixes the columns (EDEXML)."""

    naam: str
    groepen: tuple[InleesGroep, ...]
    leerlingen: tuple[InleesLeerling, ...]
    medewerkers: tuple[InleesMedewerker, ...] = ()
    onleesbaar: tuple[Onleesbaar, ...] = ()
    kolommen: Kolommen | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """What the kluis holds now: every pupil and member of staff, also those who left or were deleted."""

    groepen: tuple[Groep, ...] = ()
    leerlingen: tuple[Leerling, ...] = ()
    medewerkers: tuple[Medewerker, ...] = ()
    met_casus: frozenset[int] = frozenset()
    in_prullenbak: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Verschil:
    """One fact that the file has otherwise; `oud` is "" when the register had nothing."""

    veld: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class InleesRegel:
    """One line of the voorstel; `nummer` identifies it within the voorstel, `bestandsregel` is its line in the file."""

    nummer: int
    wat: Wat
    soort: PersoonSoort
    naam: str
    groep: str = ""
    verschillen: tuple[Verschil, ...] = ()
    reden: str = ""
    let_op: str = ""
    standaard_gekozen: bool = False
    bestandsregel: int = 0
    persoon_id: int = 0
    inhoud: InleesLeerling | InleesMedewerker | None = None

    @property
    def te_kiezen(self) -> bool:
        """True when the user may tick this line."""
        return self.wat in (Wat.NIEUW, Wat.GEWIJZIGD, Wat.VERTROKKEN)


@dataclass(frozen=True, slots=True)
class InleesVoorstel:
    """What taking over the file would do; `waarschuwing` is a sentence about the file as a whole, or ""."""

    bestand: InleesBestand
    regels: tuple[InleesRegel, ...]
    nieuwe_groepen: tuple[InleesGroep, ...] = ()
    waarschuwing: str = ""

    def aantal(self, wat: Wat) -> int:
        """How many pupils and teachers there are of this kind."""
        return sum(regel.wat is wat for regel in self.regels)

    @property
    def standaard(self) -> frozenset[int]:
        """The numbers of the lines that are ticked before the user changes anything."""
        return frozenset(regel.nummer for regel in self.regels if regel.standaard_gekozen)


@dataclass(frozen=True, slots=True)
class OngedaanStap:
    """One person that the import wrote: `voor` is the earlier value, None when the import made the person.

    `versie` is the version after the import: a person who was changed later is left alone by the undo.
    """

    persoon_id: int
    voor: Leerling | Medewerker | None
    versie: int
    verwijderd: bool = False


@dataclass(frozen=True, slots=True)
class InleesVerslag:
    """What was taken over and what was not; `stappen` and `groep_ids` let it be undone."""

    bestand: str
    op: datetime
    overgenomen: tuple[InleesRegel, ...]
    overgeslagen: tuple[InleesRegel, ...]
    nieuwe_groepen: tuple[str, ...] = ()
    stappen: tuple[OngedaanStap, ...] = field(default=(), repr=False)
    groep_ids: tuple[int, ...] = ()

    def aantal(self, wat: Wat) -> int:
        """How many lines of this kind were taken over."""
        return sum(regel.wat is wat for regel in self.overgenomen)


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """What an undo did: how many persons are as before, and how many were left because they are in use or changed."""

    personen: int
    gelaten: int


def sleutel(nummer: str) -> str:
    """The comparable form of a number of a pupil system: "L1000", "l-01000" and "1000" are one pupil."""
    folded = unicodedata.normalize("NFC", nummer).strip().casefold()
    match = _SLEUTEL.fullmatch(folded)
    return match[1] if match else folded
