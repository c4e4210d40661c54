"""The meldwijzer on one page, to hang in the staff room (demand 30)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from svp_desktop.documents import raster
from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import Lijn, Rij, feiten
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldwijzer import Wegwijzer, WieIsWie
from svp_desktop.domain.papier import Briefhoofd

TITEL = "Meldwijzer"
_LEAD = "Wat meldt u waar, en bij wie? Ook als u twijfelt: meld het."
#: Long lists get smaller letters, as long as they can be read from a wall.
_SIZES = (1.0, 0.94, 0.88, 0.82)


def meldwijzer(hoofd: Briefhoofd, wijzers: Sequence[Wegwijzer], wie: Sequence[WieIsWie], vandaag: date) -> bytes:
    """The page as PDF; a longer list gets smaller letters, and only then a second page. Raises PapierFout."""
    for size in _SIZES:
        pdf = _page(hoofd, wijzers, wie, vandaag, size)
        if len(raster.page_sizes(pdf)) == 1:
            break
    return pdf


def _page(
    hoofd: Briefhoofd, wijzers: Sequence[Wegwijzer], wie: Sequence[WieIsWie], vandaag: date, size: float
) -> bytes:
    record = Record()
    story: list[Any] = [
        *blok(record, "", _LEAD),
        Lijn(record),
        *(Rij(record, ((one.kop, "zij"),), ((one.tekst, "los"),), size) for one in wijzers),
        *blok(record, "", ""),
        *feiten(record, "Wie is wie", [(label(one.rol), one.tekst) for one in wie], 56 * MM),
        *blok(record, "", f"Deze namen kloppen op {datums.in_woorden(vandaag, weekdag=False)}."),
    ]
    return make(hoofd, TITEL, story, record)
