"""Preparation of the talk with parents, for who holds it: what the school saw, what to ask, what to agree (law 3.4)."""

from typing import Any

from reportlab.platypus import CondPageBreak

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import Schrijflijnen, feiten
from svp_desktop.documents.meldcode.delen import niets, stuk, uitspraak
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import LINE
from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_keuzes import Richting
from svp_desktop.domain.meldcode_papieren import er_wordt_gemeld, uitspraken, wacht_met_ouders
from svp_desktop.domain.meldcode_woorden import MeldcodeWoorden
from svp_desktop.domain.papier import Briefhoofd

_ZORG, _MELDING = "Gesprek over zorgen", "Gesprek over een melding"
_GEEN = "Er zijn nog geen feiten vastgelegd die de school zelf zag of hoorde."
_NA = "Schrijf na het gesprek op hoe de ouders reageerden, zo letterlijk als u kunt. Leg het vast bij stap 3."


def gespreksblad(hoofd: Briefhoofd, blad: MeldcodeBlad, woorden: MeldcodeWoorden) -> bytes:
    """The preparation. Nobody is named on it as the one who saw or told something. Raises PapierFout."""
    record = Record()
    reported = er_wordt_gemeld(blad)
    guide = woorden.regels("gesprek.ouders" if reported else "gesprek.zorg")
    story: list[Any] = [
        *(blok(record, "Wacht", woorden.tekst("direct.uitleg")) if wacht_met_ouders(blad) else ()),
        *feiten(record, "Het gesprek", [("Over", blad.over_wie), ("Dag en tijd", " "), ("Met wie", " ")]),
        *blok(record, "Zo doet u het", punten=guide),
        *_feiten(record, blad),
        *blok(record, "Vraag en luister", punten=woorden.regels("gesprek.vragen")),
        *_schrijf(record, "Wat ouders zeggen", "Zo letterlijk als u kunt:", 3),
        *_schrijf(record, "Wat u afspreekt", "Wie doet wat, en wanneer spreekt u elkaar weer?", 2),
        *blok(record, "Na het gesprek", _NA),
    ]
    return make(hoofd, _MELDING if reported else _ZORG, story, record)


def _schrijf(record: Record, kop: str, zin: str, lijnen: int) -> list[Any]:
    lines = Schrijflijnen(record, lijnen)
    high = lines.wrap(0, 0)[1]
    return [CondPageBreak(high + 4 * LINE), *stuk(record, kop, [("", zin)]), lines]


def _feiten(record: Record, blad: MeldcodeBlad) -> list[Any]:
    story = stuk(record, "Wat wij zagen", [("", "Noem wat er is gezien en gehoord. Trek geen conclusies.")])
    seen = uitspraken(blad, Aard.FEIT, Richting.BEVESTIGT, zelf=True)
    for one in seen:
        story += uitspraak(record, one, wie=False)
    if not seen:
        story += niets(record, _GEEN)
    good = uitspraken(blad, Aard.FEIT, Richting.ONTKRACHT, zelf=True)
    if good:
        story += stuk(record, "Wat de zorg kleiner maakt", [("", "Noem ook dit.")])
    for one in good:
        story += uitspraak(record, one, wie=False)
    return story
