"""The agenda of a discussion on paper: each point with room for what was said and agreed (demand 35)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Spacer

from svp_desktop.documents import style, text
from svp_desktop.documents.bladen.vel import WriteRows, blok, make
from svp_desktop.documents.flowables import FactTable, Paragraphs, SideHeading
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE
from svp_desktop.domain import datums
from svp_desktop.domain.agenda import Agenda
from svp_desktop.domain.papier import Briefhoofd

_ROOM = ("Besproken", "", "Afspraak, wie, wanneer")
_UITLEG = "Vertrouwelijk. Schrijf het verslag daarna in het programma en vernietig dit blad."


def agendablad(hoofd: Briefhoofd, gekozen: Sequence[Agenda], nummers: Mapping[int, str], vandaag: date) -> bytes:
    """These agendas as PDF bytes; `nummers` are those of the incidents. Raises PapierFout."""
    record = Record()
    facts = [("Bespreking", gekozen[0].titel)] if len(gekozen) == 1 else []
    facts += [
        ("Punten", str(sum(len(one.punten) for one in gekozen))),
        ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False)),
    ]
    story: list[Any] = [FactTable(record, "", tuple(facts)), *blok(record, "", _UITLEG)]
    for one in gekozen:
        heading = one.titel if len(gekozen) > 1 else ""
        for number, punt in enumerate(one.punten, 1):
            seen = nummers.get(punt.incident_id or 0, "")
            words = f"{number}. {' '.join(punt.tekst.split())}"
            small = f"Van {datums.dag_maand(punt.gemaakt_op)}{f', bij incident {seen}' if seen else ''}."
            story += [
                CondPageBreak(9 * LINE),
                *([Spacer(0, 2 * HALF)] if number > 1 else []),
                *([SideHeading(record, "", heading, HALF)] if heading else []),
                Paragraphs(record, "", [text.paragraph(words, style.style("zij"))], HALF / 2),
                *blok(record, "", small),
                WriteRows(record, _ROOM),
            ]
            heading = ""
    return make(hoofd, "Agenda", story, record)
