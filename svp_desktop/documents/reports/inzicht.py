"""The report *Inzicht incidenten*: it leaves the kluis, so no number under 5 stands in it or can be worked out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.charts import BarChart, figure, total
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import LINE
from svp_desktop.domain import datums
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.inzicht import GENOEG, KLEINSTE, Tellingen, aandelen, spiegel
from svp_desktop.domain.inzicht_beeld import NIET_OP_PAPIER, Onderdeel, onderdelen, op_papier, per_dag
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier import Briefhoofd

TITEL = "Inzicht incidenten"
_UITLEG = (
    "De staaf is deze periode, het streepje bij de staaf dezelfde dagen een jaar eerder. Aantallen onder 5 noemen wij"
    " niet, om kinderen te beschermen. Bij een – noemen wij het aantal niet."
)
_TE_WEINIG = "Er zijn in deze periode te weinig incidenten om ze te verdelen zonder dat iemand te herkennen is."


def rapport(hoofd: Briefhoofd, nu: Tellingen, eerder: Tellingen, plan: Mapping[Mand, int], vandaag: date) -> bytes:
    """The report as PDF bytes, mostly two pages. Raises PapierFout when it cannot be laid out."""
    record = Record()
    story: list[Any] = [
        FactTable(
            record,
            "",
            (
                ("Periode", nu.periode.in_woorden()),
                ("Vergeleken met", eerder.periode.in_woorden()),
                ("Incidenten", total(nu.totaal, eerder.totaal)),
                ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False)),
            ),
        ),
        *blok(record, "", _UITLEG if nu.totaal >= GENOEG else _TE_WEINIG),
    ]
    if nu.totaal >= GENOEG:
        charts = onderdelen(nu, eerder)
        story += [*_chart(record, charts[0]), *_mirror(record, nu, plan)]
        rest = [chart for chart in charts[4:] if chart.code not in NIET_OP_PAPIER]
        for chart in (charts[2], per_dag(nu, eerder), charts[3], charts[1], *rest):
            story += _chart(record, chart, charts[1] if chart.code == "themas" else None)
    return make(hoofd, TITEL, story, record)


def _chart(record: Record, part: Onderdeel, kinds: Onderdeel | None = None) -> list[Any]:
    told = op_papier(part, kinds)
    if told is None:
        return blok(record, part.titel, "De aantallen zijn te klein om te noemen.")
    if not part.rijen:
        return blok(record, part.titel, "Hierover is niets opgeschreven.")
    words = (told.toelichting,) if told.toelichting else ()
    if not told.staven:
        return blok(record, part.titel, *words)
    return figure(record, words or ("Aantal incidenten.",), BarChart(record, told, "periode", "eerder"))


def _mirror(record: Record, nu: Tellingen, plan: Mapping[Mand, int]) -> list[Any]:
    """The shares only where each of their numbers may be told."""
    shares = aandelen(nu, plan)
    numbers = [nu.manden.get(mand, 0) for mand in Mand]
    if min(numbers) < KLEINSTE or min(one.aantal for one in shares) < KLEINSTE:
        return []
    told = ", ".join(f"{label(one.mand).lower()} {one.procent}%" for one in shares)
    return [
        CondPageBreak(4 * LINE),
        *blok(record, "Spiegel", f"Deze periode: {told}.", spiegel(plan, geturfd=nu.geturfd)),
    ]
