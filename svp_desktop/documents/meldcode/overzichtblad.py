"""Where a dossier stands, on one page: no name, and nothing of what was said (demand 121)."""

from typing import Any

from reportlab.platypus import Spacer

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import Lijn, Rij, feiten
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF
from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import BesluitStap, MeldcodeBlad
from svp_desktop.domain.meldcode_keuzes import Weegvraag
from svp_desktop.domain.meldcode_stappen import STAP_NAMEN, STAPPEN, nu
from svp_desktop.domain.meldcode_termijnen import wachtend
from svp_desktop.domain.meldcode_weging import geldend
from svp_desktop.domain.meldcode_woorden import MeldcodeWoorden
from svp_desktop.domain.papier import Briefhoofd

TITEL = "Overzicht van de stappen"


def overzichtblad(hoofd: Briefhoofd, blad: MeldcodeBlad, woorden: MeldcodeWoorden) -> bytes:
    """The five steps, the two decisions and the days that wait. Raises PapierFout."""
    record = Record()
    story: list[Any] = [
        *feiten(
            record, "", [("Dossier", blad.dossier.nummer), ("Begonnen", datums.in_woorden(blad.dossier.geopend_op))]
        ),
        Lijn(record),
    ]
    for number in STAPPEN:
        story.append(_stap(record, blad, woorden, number))
    story.append(Spacer(0, 2 * HALF))
    story += feiten(record, "Besluiten", _besluiten(blad))
    story += feiten(record, "Wat wacht", _wacht(blad))
    story += blok(record, "Bellen", woorden.bellen(), woorden.tekst("melden.geen_plicht"))
    return make(hoofd, TITEL, story, record)


def _stap(record: Record, blad: MeldcodeBlad, woorden: MeldcodeWoorden, number: int) -> Rij:
    stap = blad.stap(number)
    if stap is not None and stap.afgerond_op is not None:
        again = f", ronde {stap.ronde}" if stap.ronde > 1 else ""
        stand = f"klaar op {datums.in_woorden(stap.afgerond_op.date(), weekdag=False)}{again}"
    elif number != nu(blad) and stap is not None:
        stand = "begonnen"
    elif number == nu(blad):
        stand = "nu aan de beurt"
    else:
        stand = f"na stap {number - 1}"
    if number == 4 and blad.antwoorden:
        stand += f". {_gewogen(blad)}"
    role = woorden.tekst(f"rol.{number}")
    return Rij(
        record,
        [(f"{number}. {STAP_NAMEN[number]}", "zij"), (role, "klein")],
        [(stand, "los"), (woorden.tekst(f"stap.{number}"), "klein")],
    )


def _gewogen(blad: MeldcodeBlad) -> str:
    return f"{len(geldend(blad.antwoorden))} van de {len(Weegvraag)} vragen beantwoord"


def _besluiten(blad: MeldcodeBlad) -> list[tuple[str, str]]:
    stap = blad.stap(5)
    decided = stap.inhoud if stap is not None and isinstance(stap.inhoud, BesluitStap) else BesluitStap()
    return [
        ("Melden noodzakelijk", label(decided.melden) if decided.melden else "nog niet besloten"),
        ("Hulp mogelijk", label(decided.hulp) if decided.hulp else "nog niet besloten"),
        ("Gemeld op", decided.gemeld_op),
    ]


def _wacht(blad: MeldcodeBlad) -> list[tuple[str, str]]:
    return [(datums.in_woorden(one.datum, weekdag=False), one.zin) for one in wachtend(blad)]
