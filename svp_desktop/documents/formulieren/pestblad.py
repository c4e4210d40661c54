"""The papers of a pestzaak: agreements, sheets for parents, talk guides, text for the schoolgids (100-102, 107).

What goes to a child or a parent names no other child: the words come in as they may stand there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import CondPageBreak, KeepTogether

from svp_desktop.documents import fonts, style, text
from svp_desktop.documents.bladen.vel import SignLines, WriteRows, blok, make
from svp_desktop.documents.flowables import Paragraphs, Piece, paragraphs
from svp_desktop.documents.formulieren.delen import Lijn, Rij, Schrijflijnen, feiten, tekst
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Alinea, AlineaSoort, Briefhoofd, Run
from svp_desktop.domain.papier_vullen import opsomming_in_zin
from svp_desktop.domain.pest_papier import Aanspreekpunt, PestAfspraak

_SENTENCE = re.compile(r"(?<=[.?!]) ")
_GUIDE = (
    "Gespreksleidraad, voor wie het gesprek voert. Kies wat past en laat de ander vertellen. Dit blad gaat niet mee "
    "naar huis."
)
_CALL = "Bel of mail gerust. Een vraag is nooit te klein."


@dataclass(frozen=True, slots=True)
class AfsprakenWaarden:
    """What stands on an afsprakenblad: for whom, the agreements of this child, and when it is asked how it goes.

    `gevraagd` is what the child is called when it is the one that is asked; "" for another child.
    """

    voor: str
    gevraagd: str
    groep: str
    begin: str
    afspraken: tuple[PestAfspraak, ...]
    checks: tuple[date, ...]
    aanspreekpunt: Aanspreekpunt
    vandaag: date


def afsprakenblad(hoofd: Briefhoofd, titel: str, waarden: AfsprakenWaarden) -> bytes:
    """The agreements of one child and its parents, to sign. Raises PapierFout."""
    record = Record()
    rows: list[Any] = [Lijn(record)]
    for line in waarden.afspraken:
        under = ", ".join(filter(None, (f"met {line.met_wie}" if line.met_wie else "", _who(line))))
        rows.append(Rij(record, ((datums.dag_maand(line.datum), "zij"),), ((line.wat, "los"), (under, "klein"))))
    asked = f"Wij vragen aan {waarden.gevraagd} zelf hoe het gaat, op" if waarden.gevraagd else "Wij kijken terug op"
    days = opsomming_in_zin(tuple(datums.in_woorden(day) for day in waarden.checks))
    story: list[Any] = [
        *feiten(
            record,
            "",
            (
                ("Voor", ", ".join(filter(None, (waarden.voor, waarden.groep)))),
                ("Gemaakt op", datums.in_woorden(waarden.vandaag)),
            ),
        ),
        *tekst(record, "", waarden.begin),
        *rows,
        *blok(record, "", " "),
        *(tekst(record, "Hoe gaat het?", f"{asked} {days}.") if days else ()),
        *_contact(record, waarden.aanspreekpunt),
        KeepTogether([SignLines(record, ((waarden.voor,), ("Ouder of verzorger",), ("Namens de school",)))]),
    ]
    return make(hoofd, titel, story, record)


def _who(line: PestAfspraak) -> str:
    return f"{line.wie} let hierop" if line.wie else ""


def ouderblad(hoofd: Briefhoofd, titel: str, begin: str, punten: Sequence[str], punt: Aanspreekpunt) -> bytes:
    """A sheet for one of the three kinds of parents, a page. Raises PapierFout."""
    record = Record()
    loose, item = style.style("los"), style.style("punt")
    lines = paragraphs([_lead(words) for words in punten], loose, item)
    for line in lines:
        line.spaceAfter = HALF
    story = [*tekst(record, "", begin), Paragraphs(record, "", lines, 2 * HALF), *_contact(record, punt)]
    return make(hoofd, titel, story, record)


def _lead(words: str) -> Alinea:
    """The first sentence of a point bold: so it is found at a glance."""
    first, *rest = _SENTENCE.split(words, maxsplit=1)
    runs = (Run(first, bold=bool(rest)), *(Run(f" {part}") for part in rest))
    return Alinea(runs, AlineaSoort.OPSOMMING)


class Schaal(Piece):
    """A box for each number with its word, for a child to point at."""

    HIGH, GAP = 17 * MM, 3 * MM

    def __init__(self, record: Record, woorden: Mapping[int, str]) -> None:
        super().__init__(record, "")
        self.words = tuple(woorden.items())

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """17 mm high."""
        self.width, self.height = avail_width, self.HIGH
        return avail_width, self.height

    def draw(self) -> None:
        step = (self.width + self.GAP) / len(self.words)
        self.canv.setStrokeColor(black)
        self.canv.setFillColor(black)
        self.canv.setLineWidth(0.8)
        for place, (number, words) in enumerate(self.words):
            left, middle = place * step, place * step + (step - self.GAP) / 2
            self.canv.roundRect(left, 0, step - self.GAP, self.HIGH, 2 * MM, stroke=1, fill=0)
            text.draw_line(self.canv, middle, self.HIGH - 8 * MM, str(number), fonts.KIND_VET, 16, "centre")
            text.draw_line(self.canv, middle, 3.4 * MM, words, fonts.KIND, 11, "centre")


def gespreksblad(hoofd: Briefhoofd, titel: str, vragen: Sequence[str], schaal: Mapping[int, str]) -> bytes:
    """A guide for a talk, with room to write under each question; with a scale at the end when the child is asked to
    point. Raises PapierFout."""
    record = Record()
    story: list[Any] = [*tekst(record, "", _GUIDE), WriteRows(record, ("Datum", "Met wie"))]
    for number, words in enumerate(vragen, 1):
        story += [
            CondPageBreak(3 * LINE + 20 * MM),
            *blok(record, f"{number}", words),
            # what is only said needs no room for an answer
            *([Schrijflijnen(record, 2, HALF)] if words.endswith("?") else []),
        ]
    if schaal:
        story.append(KeepTogether([*blok(record, "Wijs maar aan", "Hoe is het op school?"), Schaal(record, schaal)]))
    return make(hoofd, titel, story, record)


def schoolgidsblad(hoofd: Briefhoofd, titel: str, alineas: Sequence[str], punt: Aanspreekpunt) -> bytes:
    """What the schoolgids says of the coordinator's role and how to reach that person (11). Raises PapierFout."""
    record = Record()
    return make(hoofd, titel, [*tekst(record, "", "\n\n".join(alineas)), *_contact(record, punt)], record)


def _contact(record: Record, punt: Aanspreekpunt) -> list[Any]:
    rows = (("Pestcoördinator", punt.naam), ("Telefoon", punt.telefoon), ("E-mail", punt.email))
    if not punt.regel():
        return []
    return [*feiten(record, "Vragen?", rows), *tekst(record, "", _CALL)]
