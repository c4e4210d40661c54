"""The values of the papers that belong to keys and evidence: sheet, invitation, envelope, check and destruction.

Words of a code are left out of `repr`: they may stand on paper and nowhere else.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from svp_desktop.domain.papier import Briefhoofd


@dataclass(frozen=True, slots=True)
class Herstelblad:
    """The twelve words with which one account comes back in; `rol` as the reader says it ("directeur")."""

    hoofd: Briefhoofd
    naam: str
    rol: str
    gemaakt_op: date
    woorden: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Uitnodigingsblad:
    """Four words, valid once, with which a new account begins; `door` is who invites."""

    hoofd: Briefhoofd
    naam: str
    rol: str
    door: str
    gemaakt_op: date
    woorden: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Envelopblad:
    """One of the three envelopes (`nummer` 1 to 3) of which two open the private dossier of a vertrouwenspersoon."""

    hoofd: Briefhoofd
    vertrouwenspersoon: str
    nummer: int
    gemaakt_op: date
    woorden: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ControleRegel:
    """How far the trail of one compartment is: the number of its last line, and the head of its chain.

    `kop` is the 32 bytes of the chain after that line, `herkenning` its first 66 bits as six words.
    """

    vak: str
    nummer: int
    kop: bytes
    herkenning: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Controleblad:
    """The monthly check of who did what; `vorige` is the day of the check before, None for the first."""

    hoofd: Briefhoofd
    naam: str
    rol: str
    datum: date
    vorige: date | None
    regels: tuple[ControleRegel, ...]


@dataclass(frozen=True, slots=True)
class Vernietigingsverklaring:
    """What was destroyed, when and why; names no pupil and no account.

    `vak` is the compartment in words, `rol` the role of who did it, `omvang` the size of the files in bytes.
    """

    hoofd: Briefhoofd
    vak: str
    rol: str
    moment: datetime
    omvang: int
    reden: str
