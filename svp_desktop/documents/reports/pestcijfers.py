"""The yearly numbers of pestzaken on paper: it leaves the kluis, so no number under 5 can be found in it."""

from datetime import date
from typing import Any

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.charts import BarChart, figure, total
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.inzicht import GENOEG
from svp_desktop.domain.inzicht_beeld import Onderdeel, op_papier
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.pest_cijfers import PestCijfers, onderdelen
from svp_desktop.domain.school import schooljaar

TITEL = "Pesten: jaarcijfers"
_UITLEG = (
    "Elke zaak telt in het schooljaar van de melding. De staaf is dit schooljaar, het streepje bij de staaf het jaar"
    " ervoor. Aantallen onder 5 noemen wij niet, om kinderen te beschermen. Bij een – noemen wij het aantal niet."
)
_TE_WEINIG = (
    "Er zijn in dit schooljaar te weinig meldingen om ze te verdelen zonder dat een kind te herkennen is. Aantallen"
    " onder 5 noemen wij niet."
)


def jaarcijfers(hoofd: Briefhoofd, nu: PestCijfers, eerder: PestCijfers, vandaag: date) -> bytes:
    """The numbers of one school year as PDF, for the monitor, the MR and the inspectie. Raises PapierFout."""
    record = Record()
    facts = (
        ("Schooljaar", nu.periode.in_woorden()),
        ("Meldingen", total(nu.meldingen, eerder.meldingen)),
        ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False)),
    )
    enough = nu.meldingen >= GENOEG
    story: list[Any] = [FactTable(record, "", facts), *blok(record, "", _UITLEG if enough else _TE_WEINIG)]
    if enough:
        years = (schooljaar(nu.periode.vanaf), schooljaar(eerder.periode.vanaf))
        story += [piece for part in onderdelen(nu, eerder) for piece in _chart(record, part, years)]
    return make(hoofd, TITEL, story, record)


def _chart(record: Record, part: Onderdeel, years: tuple[str, str]) -> list[Any]:
    told = op_papier(part)
    if told is None:
        return blok(record, part.titel, "De aantallen zijn te klein om te noemen.")
    if not part.rijen:
        return blok(record, told.titel, "Hierover is niets opgeschreven.")
    if not told.staven:
        return blok(record, part.titel, told.toelichting)
    return figure(record, (told.toelichting or "Aantal zaken.",), BarChart(record, told, *years))
