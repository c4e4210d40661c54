"""Who can come in and what they can open, as the window shows it."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.school import Rol

#: The roles that an account can have; every other role of the plan is held by someone of the register.
ACCOUNT_ROLLEN = (Rol.DIRECTEUR, Rol.KWALITEITSCOORDINATOR, Rol.INTERNE_VERTROUWENSPERSOON)
#: Who may be pestcoördinator: the plan names both (demand 39).
PEST_ROLLEN = (Rol.KWALITEITSCOORDINATOR, Rol.INTERNE_VERTROUWENSPERSOON)


class AccountStatus(Enum):
    """Whether an account can come in."""

    UITGENODIGD = "uitgenodigd"
    ACTIEF = "actief"
    UIT = "uit"
    VERWIJDERD = "verwijderd"


class Stand(Enum):
    """Whether an account has the key of a compartment; WACHT: it should by its role, and a holder must give it."""

    JA = "ja"
    NEE = "nee"
    WACHT = "wacht"


class Ernst(Enum):
    """How heavily a message weighs."""

    IN_ORDE = "in_orde"
    LET_OP = "let_op"
    HOUDT_TEGEN = "houdt_tegen"


class AccountRegel(NamedTuple):
    """An account on the page about access. `herkenning` are the six words of its keys, `toegang` by kind of
    compartment (school, meldcode), `ik` whether it is the one that reads this."""

    id: str
    naam: str
    rol: Rol
    pest: bool
    status: AccountStatus
    herkenning: tuple[str, ...]
    toegang: dict[str, Stand]
    herstelblad_op: date | None
    ik: bool


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """An invitation that was just made: its words stand nowhere but here and on the paper."""

    account_id: str
    naam: str
    rol: Rol
    woorden: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Blad:
    """A herstelblad that does not count yet: its words are to be typed back first."""

    naam: str
    rol: Rol
    gemaakt_op: date
    woorden: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enveloppen:
    """Three envelopes that do not count yet: twelve words each."""

    naam: str
    gemaakt_op: date
    woorden: tuple[tuple[str, ...], ...] = field(repr=False)


class Verlies(NamedTuple):
    """What would be lost for good with an account: the kind of compartment and its size in bytes."""

    compartiment_id: str
    soort: str
    omvang: int


class EigenDossier(NamedTuple):
    """A private dossier of someone else: whose it is, and whether it can be opened now or needs two envelopes.

    `soort` is what to open it by once it is open.
    """

    compartiment_id: str
    naam: str
    soort: str
    met_sleutel: bool


class Melding(NamedTuple):
    """What is shown right after unlocking, above the page; `pagina` is the code of the page to go to, or ""."""

    sleutel: str
    kop: str
    tekst: str
    ernst: Ernst
    pagina: str = ""
