"""The sheet to take home after a referral or help with a klacht: where to go and how, never why (116, 117)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import feiten
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Briefhoofd

VERWIJZING, KLACHT = "Verwijzing", "Een klacht indienen"
_INTRO = {
    VERWIJZING: "U hebt gesproken met de vertrouwenspersoon van de school. Met uw toestemming krijgt u hulp van iemand"
    " anders. Op dit blad staat hoe dat gaat.",
    KLACHT: "U wilt een klacht indienen. De vertrouwenspersoon van de school helpt u daarbij. Op dit blad staat hoe dat"
    " gaat.",
}
_LAST = "Op dit blad staat niet waar het over gaat, en ook niet om wie. Dat vertelt u zelf, aan wie u wilt."


class Verwijsblad(NamedTuple):
    """What stands on it: `waarheen` is whom somebody goes to, `wie` a name with a number when that is known."""

    titel: str
    waarheen: str
    wie: str
    dag: date
    vertrouwenspersoon: str
    stappen: Sequence[str]


def verwijsblad(hoofd: Briefhoofd, values: Verwijsblad) -> bytes:
    """The sheet as PDF bytes. Raises PapierFout."""
    record = Record()
    facts = (
        ("Waarheen", values.waarheen),
        ("Wie", values.wie),
        ("Besproken op", datums.in_woorden(values.dag)),
        ("Met", f"{values.vertrouwenspersoon}, vertrouwenspersoon" if values.vertrouwenspersoon else ""),
        ("Telefoon school", hoofd.telefoon),
    )
    story = [
        *blok(record, "", _INTRO[values.titel]),
        *feiten(record, "", facts),
        *blok(record, "Zo gaat het", stappen=values.stappen),
        *blok(record, "Vertrouwelijk", _LAST),
    ]
    return make(hoofd, values.titel, story, record)
