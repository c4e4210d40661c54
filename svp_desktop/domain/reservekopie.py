"""Backups as the user reads of them: when, whether proven, where, and how much they take (demand of the kluis).

Of a private file nothing shows: it counts with one fixed size whatever is in it, and no state of it is told.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from svp_desktop.domain.datums import dag_kort, tijd_kort


class KopieStaat(Enum):
    """Whether a backup was proven to be good."""

    GECONTROLEERD = "gecontroleerd"
    NIET_GECONTROLEERD = "nog niet gecontroleerd"
    NIET_GOED = "niet goed"
    ONVOLLEDIG = "niet volledig"


class KopiePlek(Enum):
    """Where a backup stands."""

    HIER = "deze computer"
    TWEEDE = "tweede plek"
    GEKOZEN = "gekozen map"


class PlekUitkomst(Enum):
    """How the last copying to the second place went."""

    NOOIT = "nooit"
    BEZIG = "bezig"
    GELUKT = "gelukt"
    NIET_GEVONDEN = "niet gevonden"
    VOL = "vol"
    GEWEIGERD = "geweigerd"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class KopieRegel:
    """One backup. `sleutel` names it within its place; `gecontroleerd_op` when it was proven; `grootte` in bytes."""

    sleutel: str
    gemaakt_op: datetime
    staat: KopieStaat
    gecontroleerd_op: datetime | None
    grootte: int
    plek: KopiePlek = KopiePlek.HIER


@dataclass(frozen=True, slots=True)
class KopieOverzicht:
    """All backups of a school on this computer, newest first, and the bytes that they take together."""

    regels: tuple[KopieRegel, ...] = ()
    grootte: int = 0

    @property
    def laatste(self) -> KopieRegel | None:
        """The newest one."""
        return self.regels[0] if self.regels else None


@dataclass(frozen=True, slots=True)
class TweedePlek:
    """The second place: its path as text, how the last copying went, when it began, and the last success."""

    pad: str
    uitkomst: PlekUitkomst = PlekUitkomst.NOOIT
    begonnen_op: datetime | None = None
    gelukt_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class OudeSchool:
    """A school that was replaced by a restore and is kept: name of its folder, when, and its bytes."""

    sleutel: str
    vervangen_op: datetime
    grootte: int


def grootte_in_woorden(aantal: int) -> str:
    """Bytes as people read them: 820 kB, 12,4 MB, 1,2 GB."""
    if aantal < 1_000_000:
        return f"{max(1, round(aantal / 1000))} kB" if aantal else "0 kB"
    for deel, eenheid in ((1_000_000, "MB"), (1_000_000_000, "GB")):
        if aantal < deel * 1000 or eenheid == "GB":
            return f"{aantal / deel:.1f}".replace(".", ",") + f" {eenheid}"
    raise AssertionError("the last unit takes everything")


def moment_in_woorden(moment: datetime, nu: datetime) -> str:
    """A moment as seen from now: vandaag 10.31, gisteren 16.02, ma 23 nov 16.02."""
    lokaal = moment.astimezone(nu.tzinfo)
    dagen = (nu.date() - lokaal.date()).days
    dag = {0: "vandaag", 1: "gisteren"}.get(dagen) or dag_kort(lokaal.date())
    jaar = f" {lokaal.year}" if lokaal.year != nu.year else ""
    return f"{dag}{jaar} {tijd_kort(lokaal.time())}"


def voetregel(laatste: KopieRegel | None, nu: datetime) -> str:
    """The line at the foot of the unlock page."""
    if laatste is None:
        return "Nog geen reservekopie."
    return f"Laatste reservekopie: {moment_in_woorden(laatste.gemaakt_op, nu)}, {laatste.staat.value}"


def plek_in_woorden(plek: TweedePlek, nu: datetime) -> str:
    """How it goes with the second place, in one sentence."""
    gelukt = f" De laatste keer gelukt: {moment_in_woorden(plek.gelukt_op, nu)}." if plek.gelukt_op else ""
    if plek.uitkomst is PlekUitkomst.GELUKT and plek.gelukt_op is not None:
        return f"Bijgewerkt: {moment_in_woorden(plek.gelukt_op, nu)}."
    if plek.uitkomst is PlekUitkomst.BEZIG and plek.begonnen_op is not None:
        if nu - plek.begonnen_op > timedelta(hours=1):
            return f"De plek geeft geen antwoord sinds {moment_in_woorden(plek.begonnen_op, nu)}.{gelukt}"
        return "Het kopiëren is bezig. U kunt gewoon doorwerken."
    zinnen = {
        PlekUitkomst.NOOIT: "Er is nog niets gekopieerd.",
        PlekUitkomst.NIET_GEVONDEN: "De stick of map was er niet.",
        PlekUitkomst.VOL: "De stick of map is vol.",
        PlekUitkomst.GEWEIGERD: "Het programma mag daar niet schrijven.",
        PlekUitkomst.FOUT: "Het kopiëren is niet gelukt.",
    }
    return zinnen.get(plek.uitkomst, "Het kopiëren is niet gelukt.") + gelukt


def herinnering(goede: KopieRegel | None, begonnen: date, vandaag: date, dagen: int) -> str:
    """The sentence when the newest proven backup is older than so many days; empty when it is not.

    `begonnen` is the day on which the school was made: a new one is not reminded at once.
    """
    if goede is None:
        late = (vandaag - begonnen).days > dagen
        return "Er is nog geen gecontroleerde reservekopie van deze gegevens." if late else ""
    oud = (vandaag - goede.gemaakt_op.date()).days
    return f"De laatste gecontroleerde reservekopie is {oud} dagen oud." if oud > dagen else ""
