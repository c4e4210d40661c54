"""From a draft to bytes: the letterhead of the school, the place of the window, and the layout of this paper."""

from collections.abc import Callable
from typing import Any

from svp_desktop.documents import fonts
from svp_desktop.documents.vormen import brief, kaart, kindbrief, voorbereiding, werkblad
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.papier import Briefhoofd, Opmaak, PapierDraft, Venster
from svp_desktop.domain.papier_soorten import Vorm, spec_van
from svp_desktop.domain.papier_waarden import waarden
from svp_desktop.kluis.stores import instellingen as instellingen_store
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.transaction import Rx

_MAKERS: dict[Vorm, Callable[[Any], Opmaak]] = {
    Vorm.KINDBRIEF: kindbrief.make,
    Vorm.BRIEF: brief.make,
    Vorm.WERKBLAD: werkblad.make,
    Vorm.KAART: kaart.make,
    Vorm.VOORBEREIDING: voorbereiding.make,
}


def letter(draft: PapierDraft) -> str:
    """The type face of this paper, for the check of missing characters."""
    return fonts.KIND if spec_van(draft).kinderletter else fonts.TEKST


def lees_hoofd(rx: Rx) -> tuple[Briefhoofd, Venster]:
    """Letterhead and envelope window from the settings of the school."""
    settings = Instellingen(instellingen_store.lees(rx))
    window = Venster(float(settings.getal("venster_x")), float(settings.getal("venster_y")))
    return Briefhoofd.van(school_store.lees(rx)), window


def maak(draft: PapierDraft, hoofd: Briefhoofd, venster: Venster, envelop: int = 0) -> Opmaak:
    """The very bytes, for one of the envelopes (from 0). Raises PapierFout."""
    made = waarden(draft, hoofd, venster)
    if not made:
        raise PapierFout("Er is nog geen ouder gekozen.", now="Kies ten minste één ouder om aan te schrijven.")
    return _MAKERS[spec_van(draft).vorm](made[min(envelop, len(made) - 1)])
