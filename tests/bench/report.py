"""Row 12: a dossier of 50 pages for inzage, against the same lines by bare ReportLab in the same fonts."""

import io
import random
import time
from datetime import date
from xml.sax.saxutils import escape

import data
from measure import Row, in_turns
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from svp_desktop.documents import fonts, raster, text
from svp_desktop.documents.reports.inzagedossier import inzageblad
from svp_desktop.domain.inzagedossier import (
    DossierDeel,
    DossierStuk,
    DossierTekst,
    InzageConcept,
    Inzagedossier,
    Lakwerk,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Naam
from svp_desktop.domain.zwartmaken import Wieiswie, Zoeker

_INCIDENTS, _LEAST_PAGES = 99, 50
_HEAD = Briefhoofd("De Proefschool", "Havenstraat 8", "1234 AB", "Waterstad", "012 345 67 89")
_DAY = date(2026, 11, 24)


def dossier() -> Row:
    """From what is read to bytes: black bars, headings in the margin, page numbers and bookmarks."""
    fonts.register()
    work = _work()
    pages = len(raster.page_sizes(_make(work)))
    if pages < _LEAST_PAGES:
        raise RuntimeError(f"the dossier has {pages} pages")
    lines = [line for piece in work.dossier.stukken for line in _lines(work, piece)]

    def ours() -> float:
        text.forget()
        began = time.perf_counter()
        _make(work)
        return (time.perf_counter() - began) * 1000

    return in_turns(Row(12, f"dossier van {pages} bladzijden", 1.3), ours, lambda: _bare(lines))


def _work() -> Lakwerk:
    """Incidents as they stand in a casus; names of other children in them become bars."""
    rng = random.Random(12)
    pieces = tuple(
        DossierStuk(
            f"incident:{number}",
            DossierDeel.INCIDENTEN,
            f"Incident {number}",
            (("Datum", "maandag 14 september 2026"), ("Plaats", "Schoolplein")),
            tuple(
                DossierTekst(f"incident:{number}:{part}", head, f"Sem Visser was erbij. {data.text(rng)}.")
                for part, head in enumerate(("Wat er gebeurde", "Wat de school deed", "Hoe het verder ging"))
            ),
        )
        for number in range(_INCIDENTS)
    )
    who = Wieiswie((Naam("Milan", "", "Bakker"),), (), (Naam("Sem", "", "Visser"),))
    return Lakwerk(Inzagedossier(1, 1, "Milan Bakker", "Milan", "groep 6", pieces, Zoeker(who)), InzageConcept())


def _make(work: Lakwerk) -> bytes:
    return inzageblad(_HEAD, work, "Vera Bakker", _DAY, _DAY)


def _lines(work: Lakwerk, piece: DossierStuk) -> list[str]:
    facts = " ".join(f"{name}: {value}." for name, value in piece.feiten)
    return [piece.kop, facts, *(line for item in piece.teksten for line in (item.kop, work.op_papier(item)))]


def _bare(lines: list[str]) -> float:
    text.forget()
    began = time.perf_counter()
    style = ParagraphStyle("report", fontName=fonts.TEKST, fontSize=11, leading=14.2)
    story = [part for line in lines for part in (Paragraph(escape(line), style), Spacer(1, 7))]
    SimpleDocTemplate(io.BytesIO(), pagesize=A4, leftMargin=190, rightMargin=57).build(story)
    return (time.perf_counter() - began) * 1000
