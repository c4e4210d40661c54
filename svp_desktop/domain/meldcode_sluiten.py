"""The end of a meldcode dossier: why it is closed, and when the school looks whether it may still be kept (law 2.6)."""

from dataclasses import dataclass
from datetime import date

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import schone_tekst
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_keuzes import MeldcodeAfloop, StukSoort
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, Velden, VeldVorm


@dataclass(frozen=True, slots=True)
class MeldcodeSlot:
    """What is being typed when a dossier is closed: the reason, and in words what is left to say."""

    afloop: MeldcodeAfloop | None = None
    toelichting: str = ""


SLOT_VELDEN: Velden = (
    MeldcodeVeld("afloop", "Waarom sluit u dit dossier?", VeldVorm.LIJST, opties=MeldcodeAfloop),
    MeldcodeVeld(
        "toelichting", "Toelichting", VeldVorm.TEKST, "Bijvoorbeeld: wie de afspraken over het volgen bewaakt."
    ),
)


def check_slot(blad: MeldcodeBlad, slot: MeldcodeSlot) -> tuple[Finding, ...]:
    """A dossier is closed for a reason; that a suspicion is not right must be recorded expressly first."""
    if slot.afloop is None:
        return (Finding("afloop", "Kies waarom u dit dossier sluit."),)
    if slot.afloop is MeldcodeAfloop.ONTERECHT and not blad.van(StukSoort.ONTERECHT):
        text = "Leg eerst vast waaruit blijkt dat het vermoeden onterecht is. Dat hoort uitdrukkelijk in het dossier."
        return (Finding("afloop", text),)
    if slot.afloop is MeldcodeAfloop.ANDERS and not schone_tekst(slot.toelichting).strip():
        return (Finding("toelichting", "Schrijf op waarom u dit dossier sluit."),)
    return ()


def nakijken_op(gesloten_op: date, jaren: int) -> date:
    """The day on which the school looks whether a closed dossier must still be kept."""
    year = gesloten_op.year + jaren
    leap = (gesloten_op.month, gesloten_op.day) == (2, 29) and year % 4
    return gesloten_op.replace(year=year, day=28) if leap else gesloten_op.replace(year=year)
