"""The school, its persons, groups and roles (demands 5, 7, 148)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple


class Bouw(Enum):
    """Part of the school; groep 6 may belong to two of them (demands 89-91)."""

    ONDERBOUW = "onderbouw"
    MIDDENBOUW = "middenbouw"
    BOVENBOUW = "bovenbouw"


class Grondslag(Enum):
    """Kind of school by law; decides the objection clause of a decision (law: Awb)."""

    OPENBAAR = "openbaar"
    BIJZONDER = "bijzonder"


class Regio(Enum):
    """Region of the school holidays."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"


class PersoonSoort(Enum):
    """Category of a person; an incident's pairs of parties follow from it (demand 27)."""

    LEERLING = "leerling"
    OUDER = "ouder"
    MEDEWERKER = "medewerker"
    EXTERN = "extern"


class Aanspreekvorm(Enum):
    """How a letter addresses an adult."""

    MEVROUW = "mevrouw"
    HEER = "heer"
    NEUTRAAL = "neutraal"


class Rol(Enum):
    """The roles that the plan names and that a person of the register can hold (demand 148)."""

    DIRECTEUR = "directeur"
    KWALITEITSCOORDINATOR = "kwaliteitscoordinator"
    INTERN_BEGELEIDER = "intern_begeleider"
    BOUWCOORDINATOR = "bouwcoordinator"
    INTERNE_VERTROUWENSPERSOON = "interne_vertrouwenspersoon"
    EXTERNE_VERTROUWENSPERSOON = "externe_vertrouwenspersoon"
    PESTCOORDINATOR = "pestcoordinator"
    GROEPSLEERKRACHT = "groepsleerkracht"
    AMBULANTE_KRACHT = "ambulante_kracht"
    BHV = "bhv"
    EXPERTTEAM = "expertteam"
    ONDERWIJSTEAM = "onderwijsteam"
    ONDERSTEUNINGSTEAM = "ondersteuningsteam"
    MR = "mr"
    BESTUURDER = "bestuurder"
    ADVISEUR = "adviseur"
    NEUTRALE_DERDE = "neutrale_derde"
    KLACHTENCOMMISSIE = "klachtencommissie"
    INSPECTIE = "inspectie"
    EXTERNE_PARTNER = "externe_partner"
    LEERLINGMEDIATOR = "leerlingmediator"
    KLASSENVERTEGENWOORDIGER = "klassenvertegenwoordiger"


@dataclass(frozen=True, slots=True)
class School:
    """Everything that letterhead and law need to know of the school."""

    naam: str
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    motto: str = "Op onze school kan iedereen fijn werken"
    brin: str = ""
    regio: Regio | None = None
    grondslag: Grondslag | None = None
    bestuur: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """A class of the school, often of several jaargroepen."""

    id: int
    naam: str
    bouw: Bouw
    vervallen: bool = False


@dataclass(frozen=True, slots=True)
class Naam:
    """A person's name in the three parts that Dutch administrations keep."""

    roepnaam: str
    tussenvoegsel: str = ""
    achternaam: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.roepnaam, self.tussenvoegsel, self.achternaam) if part)


@dataclass(frozen=True, slots=True)
class Leerling:
    """A pupil; `nummer` is the key in the school's pupil system; only what the program needs is kept."""

    id: int
    uuid: str
    naam: Naam
    nummer: str = ""
    geboortedatum: date | None = None
    jaargroep: int | None = None
    groep_id: int | None = None
    vertrokken_op: date | None = None


@dataclass(frozen=True, slots=True)
class OuderVan:
    """One line between a parent and a child; gezag is a fact of this line, not of the parent."""

    leerling_id: int
    relatie: str = ""
    gezag: bool = True


@dataclass(frozen=True, slots=True)
class Ouder:
    """A parent or carer, with the address that letters go to; `taal` when not Dutch."""

    id: int
    uuid: str
    naam: Naam
    aanspreekvorm: Aanspreekvorm = Aanspreekvorm.NEUTRAAL
    voorletters: str = ""
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    taal: str = ""
    kinderen: tuple[OuderVan, ...] = ()


@dataclass(frozen=True, slots=True)
class Medewerker:
    """A member of staff; `noemnaam` is how children call them ("juf Marit")."""

    id: int
    uuid: str
    naam: Naam
    aanspreekvorm: Aanspreekvorm = Aanspreekvorm.NEUTRAAL
    noemnaam: str = ""
    functie: str = ""
    telefoon: str = ""
    email: str = ""
    groep_ids: tuple[int, ...] = ()
    nummer: str = ""
    vertrokken_op: date | None = None


@dataclass(frozen=True, slots=True)
class Extern:
    """Someone from outside the school: neighbour, partner, unknown passer-by."""

    id: int
    uuid: str
    naam: Naam
    organisatie: str = ""
    telefoon: str = ""


Persoon = Leerling | Ouder | Medewerker | Extern


@dataclass(frozen=True, slots=True)
class RolBezetting:
    """Who holds a role from and until when; persoon_id None is a vacancy (demands 5, 110, 148)."""

    id: int
    rol: Rol
    persoon_id: int | None
    van: date
    tot: date | None = None


class PersoonRegel(NamedTuple):
    """One line of the register or of a search for a name."""

    id: int
    soort: PersoonSoort
    naam: str
    omschrijving: str
    vertrokken: bool


def soort_van(persoon: Persoon) -> PersoonSoort:
    """The category of a person value."""
    if isinstance(persoon, Leerling):
        return PersoonSoort.LEERLING
    if isinstance(persoon, Ouder):
        return PersoonSoort.OUDER
    if isinstance(persoon, Medewerker):
        return PersoonSoort.MEDEWERKER
    return PersoonSoort.EXTERN


def schooljaar(day: date) -> str:
    """The school year of a day, such as "2026-2027"; it starts on 1 August."""
    start = day.year if day.month >= 8 else day.year - 1
    return f"{start}-{start + 1}"


def schooljaar_grenzen(name: str) -> tuple[date, date]:
    """First and last day of a school year written as "2026-2027"."""
    start = int(name[:4])
    return date(start, 8, 1), date(start + 1, 7, 31)


def bouwen_van(jaargroep: int) -> tuple[Bouw, ...]:
    """The bouw of a jaargroep 1-8; groep 6 is in two (demand 91)."""
    if jaargroep <= 3:
        return (Bouw.ONDERBOUW,)
    if jaargroep <= 5:
        return (Bouw.MIDDENBOUW,)
    return (Bouw.MIDDENBOUW, Bouw.BOVENBOUW) if jaargroep == 6 else (Bouw.BOVENBOUW,)


def bouw_van_groep(jaargroepen: frozenset[int]) -> Bouw:
    """The bouw of a mixed group from the jaargroepen in it: the youngest decides."""
    return bouwen_van(min(jaargroepen))[0] if jaargroepen and min(jaargroepen) < 6 else Bouw.BOVENBOUW


def houdt_rol(bezetting: RolBezetting, day: date) -> bool:
    """True when the line is in force on that day."""
    return bezetting.van <= day and (bezetting.tot is None or day <= bezetting.tot)
