"""The anonymous jaarverslag of a vertrouwenspersoon, and when a closed dossier may be destroyed (law.md 2.6).

A dossier is kept no longer than its matter runs and until it was counted: after that, and a term of the school, the
program reminds to destroy it. Small numbers never leave the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple, TypeVar

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.inzicht import GENOEG, KLEINSTE, Verborgen, onderdruk
from svp_desktop.domain.school import schooljaar_grenzen
from svp_desktop.domain.vertrouwelijk import Klager, ZaakAfloop, ZaakOnderwerp
from svp_desktop.domain.vertrouwelijk_labels import VERTROUWELIJK_LABELS
from svp_desktop.domain.vertrouwenswerk import Geleding, VerwijsNaar, uren

E = TypeVar("E", bound=Enum)
_FEWER = f"minder dan {KLEINSTE}"
#: So many years before this one can still be made up.
_TERUG = 3


class JaarverslagTeVroeg(UserFacing):
    """A school year that still runs: a later number could be taken from an earlier one."""

    what = "Dit schooljaar is nog niet voorbij."
    safe = "Er is niets veranderd. Uw teksten zijn bewaard."
    now = "Stel het jaarverslag vast na 31 juli."


class DossierMoetBlijven(UserFacing):
    """A dossier that runs, or that is in no jaarverslag yet, is not destroyed."""

    what = "Dit dossier kan nog niet weg."
    safe = "Er is niets vernietigd."
    now = "Sluit het dossier en stel het jaarverslag vast. Na de termijn kunt u het vernietigen."


@dataclass(frozen=True, slots=True)
class Telregel:
    """How often one code occurred."""

    code: str
    aantal: int


@dataclass(frozen=True, slots=True)
class JaarTellingen:
    """What is counted of one school year: matters by the day they were opened, outcomes by the day they were closed,
    steps and work by their own day. Time in minutes."""

    zaken: int = 0
    klagers: tuple[Telregel, ...] = ()
    onderwerpen: tuple[Telregel, ...] = ()
    gesloten: int = 0
    aflopen: tuple[Telregel, ...] = ()
    verwijzingen: tuple[Telregel, ...] = ()
    klachten: int = 0
    zonder_dossier: int = 0
    minuten: int = 0
    ingelicht: frozenset[Geleding] = frozenset()
    adviezen: int = 0
    scholing: int = 0
    intervisie: int = 0


@dataclass(frozen=True, slots=True)
class JaarverslagInhoud:
    """The counts as they were made up, and what the vertrouwenspersoon wrote with them."""

    tellingen: JaarTellingen | None = None
    opvallend: str = ""
    advies: str = ""


@dataclass(frozen=True, slots=True)
class Jaarverslag:
    """The report of the school year that begins in `schooljaar`; made up or not yet, then with the counts of today."""

    schooljaar: int
    tellingen: JaarTellingen
    opvallend: str
    advies: str
    vastgesteld_op: date | None

    @property
    def naam(self) -> str:
        """ "2025-2026"."""
        return jaar_naam(self.schooljaar)


class VerslagRegel(NamedTuple):
    """One line of the report: a word and what may be told of it."""

    naam: str
    waarde: str


class VerslagDeel(NamedTuple):
    """A heading with its lines, or with the reason that there are none."""

    titel: str
    regels: tuple[VerslagRegel, ...]
    uitleg: str = ""


def jaar_naam(schooljaar: int) -> str:
    """ "2025-2026"."""
    return f"{schooljaar}-{schooljaar + 1}"


def jaar_grenzen(schooljaar: int) -> tuple[date, date]:
    """First and last day."""
    return schooljaar_grenzen(jaar_naam(schooljaar))


def jaar_van(day: date) -> int:
    """The first calendar year of the school year of this day."""
    return day.year if day.month >= 8 else day.year - 1


def jaren_te_maken(today: date) -> tuple[int, ...]:
    """The school years that a report can be about, this one first."""
    now = jaar_van(today)
    return tuple(range(now, now - _TERUG - 1, -1))


def voorbij(schooljaar: int, today: date) -> bool:
    """Whether the year is over, so that its report can be made up."""
    return jaar_grenzen(schooljaar)[1] < today


def verslag(tellingen: JaarTellingen) -> tuple[VerslagDeel, ...]:
    """What the report tells, with no number under 5 and none that gives one away."""
    enough = tellingen.zaken >= GENOEG
    few = "" if enough else "Er waren te weinig dossiers om meer te vertellen zonder dat iemand te herkennen is."
    matters = VerslagDeel(
        "Dossiers",
        (
            VerslagRegel("Geopend", _aantal(tellingen.zaken)),
            VerslagRegel("Gesloten", _aantal(tellingen.gesloten)),
            VerslagRegel("Gesprekken zonder dossier", _aantal(tellingen.zonder_dossier)),
            VerslagRegel("Hulp bij een klacht", _aantal(tellingen.klachten)),
        ),
        few,
    )
    tables = (
        _deel("Wie er kwam", Klager, tellingen.klagers, tellingen.zaken),
        _deel("Waar het over ging", ZaakOnderwerp, tellingen.onderwerpen, tellingen.zaken),
        _deel("Hoe het afliep", ZaakAfloop, tellingen.aflopen, tellingen.gesloten),
        _deel("Verwezen naar", VerwijsNaar, tellingen.verwijzingen, sum(one.aantal for one in tellingen.verwijzingen)),
    )
    return (matters, *(tables if enough else ()), _eigen_werk(tellingen))


def _eigen_werk(tellingen: JaarTellingen) -> VerslagDeel:
    """Own work is about no person: nothing of it is kept back, only the time is rounded to whole hours."""
    told = [VERTROUWELIJK_LABELS[one] for one in Geleding if one in tellingen.ingelicht]
    hours = uren(60 * round(tellingen.minuten / 60))
    return VerslagDeel(
        "Eigen werk",
        (
            VerslagRegel("Ingelicht over de taak", ", ".join(told).lower() if told else "nog niemand"),
            VerslagRegel("Adviezen aan de school", str(tellingen.adviezen)),
            VerslagRegel("Scholing en netwerk", _keer(tellingen.scholing)),
            VerslagRegel("Intervisie", _keer(tellingen.intervisie)),
            VerslagRegel("Tijd in totaal", f"ongeveer {hours}" if tellingen.minuten else "niet bijgehouden"),
        ),
    )


def _deel(titel: str, kind: type[E], found: Sequence[Telregel], total: int) -> VerslagDeel:
    """Every code has its line, also one that never occurred: a line that is missing would tell of the others."""
    numbers = {one.code: one.aantal for one in found}
    words = [VERTROUWELIJK_LABELS[one] for one in kind]
    values = [numbers.get(one.value, 0) for one in kind]
    if unknown := total - sum(values):
        # of dossiers that were begun before there were matters
        words.append("Niet vastgelegd")
        values.append(unknown)
    told = onderdruk(values, total) if total >= KLEINSTE else None
    if told is None or all(isinstance(value, Verborgen) for value in told):
        return VerslagDeel(titel, (), "De aantallen zijn te klein om te noemen.")
    return VerslagDeel(
        titel, tuple(VerslagRegel(word, _verteld(value)) for word, value in zip(words, told, strict=True))
    )


def _verteld(value: int | Verborgen) -> str:
    if value is Verborgen.KLEIN:
        return _FEWER
    return "niet genoemd" if isinstance(value, Verborgen) else str(value)


def _aantal(number: int) -> str:
    return str(number) if number >= KLEINSTE else _FEWER


def _keer(number: int) -> str:
    return f"{number} keer"


# Keeping and destroying


class BewaarStand(Enum):
    """Where a closed dossier stands on its way to being destroyed."""

    JAARVERSLAG = "jaarverslag"
    TERMIJN = "termijn"
    MAG_WEG = "mag_weg"
    INGETROKKEN = "ingetrokken"


class Gesloten(NamedTuple):
    """A dossier that may have to go: `gesloten_op` None when it runs and its consent was taken back."""

    id: int
    nummer: str
    naam: str
    geopend_op: date
    gesloten_op: date | None
    ingetrokken: bool


class BewaarRegel(NamedTuple):
    """Such a dossier and where it stands; `vanaf` is the day from which it may go, `jaar` the report it waits for."""

    dossier: Gesloten
    stand: BewaarStand
    vanaf: date | None = None
    jaar: int = 0

    @property
    def kan_weg(self) -> bool:
        """Whether it can be destroyed now."""
        return self.stand in (BewaarStand.MAG_WEG, BewaarStand.INGETROKKEN)


class Vernietigd(NamedTuple):
    """A destruction as its certificate tells it: no name and no number of any dossier."""

    id: int
    op: datetime
    door: str
    dossiers: int
    aantekeningen: int
    reden: str


def bewaar_regel(dossier: Gesloten, vastgesteld: Mapping[int, date], weken: int, today: date) -> BewaarRegel:
    """Where a dossier stands. `vastgesteld`: on which day the report of each school year was made up."""
    if dossier.ingetrokken:
        return BewaarRegel(dossier, BewaarStand.INGETROKKEN)
    assert dossier.gesloten_op is not None
    years = sorted({jaar_van(dossier.geopend_op), jaar_van(dossier.gesloten_op)})
    for year in years:
        if year not in vastgesteld:
            return BewaarRegel(dossier, BewaarStand.JAARVERSLAG, jaar=year)
    ready = max(dossier.gesloten_op, *(vastgesteld[year] for year in years)) + timedelta(weeks=weken)
    return BewaarRegel(dossier, BewaarStand.MAG_WEG if ready <= today else BewaarStand.TERMIJN, vanaf=ready)


def herinnering(aantal: int) -> str:
    """ "2 dossiers kunnen weg.", or nothing."""
    if not aantal:
        return ""
    return "1 dossier kan weg." if aantal == 1 else f"{aantal} dossiers kunnen weg."


class Overdracht(NamedTuple):
    """A note for who takes over: when (local), by whom, and to whom a key went with it ("" for a note only)."""

    op: datetime
    door: str
    aan: str
    tekst: str
