"""What the coordinator does next in a pestzaak: the one filled button of its page (104-108)."""

from typing import NamedTuple

from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pestzaak import MIST_ACTIE, MIST_AFSPRAAK, MIST_TOETS, PestTaak

_TAAK = {
    PestTaak.OPVANGEN: "Opvang vastleggen",
    PestTaak.LUISTEREN: "Verhaal vastleggen",
    PestTaak.IN_KAART: "In kaart brengen",
    PestTaak.OPLOSSING: "Oplossing vastleggen",
}


class Verder(NamedTuple):
    """Words and icon of the button, and the form that it asks for."""

    tekst: str
    icoon: str
    deel: str
    record: int = 0


def verder(beeld: PestBeeld) -> Verder | None:
    """The next act; None when the pestzaak is closed."""
    if not beeld.zaak.open:
        return None
    if beeld.zaak.gepest is None:
        return Verder("Kind kiezen", "user-plus", "mensen")
    if beeld.bezig is PestTaak.NAZORG:
        return _nazorg(beeld)
    stand = beeld.stand(beeld.bezig)
    if stand.dag is not None and stand.mist:
        beside = {
            MIST_TOETS: Verder("Toetsen", "scale", "toets"),
            MIST_ACTIE: Verder("Aanpak beginnen", "list-ordered", "aanpak"),
            MIST_AFSPRAAK: Verder("Afspraak vastleggen", "plus", "stap"),
        }
        # what stands in the form of the task itself goes first
        if stand.mist[0] in beside:
            return beside[stand.mist[0]]
    return Verder(_TAAK[beeld.bezig], "pencil", beeld.bezig.value)


def _nazorg(beeld: PestBeeld) -> Verder:
    waiting = beeld.volgende_check
    if waiting is not None:
        return Verder("Check vastleggen", "ear", "check", waiting.id)
    held = [item for item in beeld.tellende_checks if not item.wacht]
    if held and held[-1].goed:
        return Verder("Afsluiten", "check", "sluiten")
    return Verder("Nazorg plannen", "calendar", "plannen")
