"""The dossier of one child for inzage on paper: what is about others is a bar of one length, and nothing under it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Spacer

from svp_desktop.documents import style, text
from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.flowables import FactTable, Paragraphs, SideHeading
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE
from svp_desktop.domain import datums
from svp_desktop.domain.inzagedossier import DELEN, ZWART, DossierDeel, DossierStuk, Lakwerk, per_deel
from svp_desktop.domain.papier import Briefhoofd, Run

TITEL = "Dossier voor inzage"
_WHOLE = 18 * LINE
_WAT = "Dit dossier gaat over uw kind. U ziet wat de school in deze casus over uw kind heeft opgeschreven."
_ZWART = (
    f"{ZWART} Wat zwart is, gaat over een ander kind of over de ouders van een ander kind. Zij hebben ook recht op"
    " privacy (AVG, artikel 15 lid 4). Een balk is altijd even lang. De lengte zegt niets over wat er stond."
)
_INITIALEN = "Medewerkers staan er met beginletters in."
_NIET = (
    "Bijlagen, zoals foto’s, staan er niet in. U kunt vragen of u ze mag zien. Klopt er iets niet? Zeg het ons. Dan"
    " kijken wij er samen naar."
)


def inzageblad(hoofd: Briefhoofd, werk: Lakwerk, voor: str, gevraagd: date, vandaag: date) -> bytes:
    """The dossier as PDF bytes. Raises PapierFout when it cannot be laid out."""
    record, dossier = Record(), werk.dossier
    facts = [("Kind", dossier.kind)]
    facts += [("Groep", dossier.groep)] if dossier.groep else []
    facts += [
        ("Inzage voor", voor),
        ("Gevraagd op", datums.in_woorden(gevraagd, weekdag=False)),
        ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False)),
    ]
    words = [_WAT, *([_INITIALEN] if werk.concept.initialen else []), _NIET]
    story: list[Any] = [FactTable(record, "", tuple(facts)), *_words(record, "", _ZWART), *blok(record, "", *words)]
    for part, pieces in per_deel(dossier.stukken).items():
        heading = _part(record, DELEN[part])
        for piece in pieces:
            story += _piece(record, werk, piece, DELEN[part], heading)
            heading = []
    return make(hoofd, TITEL, story, record)


def _part(record: Record, titel: str) -> list[Any]:
    heading = text.paragraph(titel, style.style("kop"))
    return [Spacer(0, LINE), Paragraphs(record, "", [heading], HALF)]


def _piece(record: Record, werk: Lakwerk, stuk: DossierStuk, deel: str, heading: Sequence[Any]) -> list[Any]:
    """One piece under its own heading, and that of its part when it is the first; a short one stays whole on a page."""
    story: list[Any] = [*heading]
    if stuk.kop != deel:
        name = text.paragraph((Run(stuk.kop, bold=True),), style.style("los"))
        story += [Spacer(0, HALF), Paragraphs(record, "", [name], HALF)]
    if stuk.feiten:
        story.append(Paragraphs(record, "", [text.paragraph(_facts(stuk), style.style("los"))], 2 * HALF))
    for item in stuk.teksten:
        story += _words(record, item.kop, werk.op_papier(item))
    high = sum(part.wrap(style.MEASURE, 10_000)[1] + part.getSpaceAfter() for part in story)
    return [CondPageBreak(high + 2 * LINE if high <= _WHOLE else 9 * LINE), *story]


def _facts(stuk: DossierStuk) -> str:
    """What the program itself knows of a piece, in one run of sentences; the course of the casus line by line."""
    lines = [f"{name}: {value}." for name, value in stuk.feiten]
    return ("\n" if stuk.deel is DossierDeel.CASUS else " ").join(lines)


def _words(record: Record, kop: str, woorden: str) -> list[Any]:
    """Running text beside its heading in the margin; never so short that a heading reaches the next one."""
    loose = style.style("los")
    parts = [text.paragraph(piece, loose, bar=ZWART) for piece in woorden.split("\n\n")]
    body = Paragraphs(record, "", parts, 2 * HALF)
    if not kop:
        return [body]
    heading = text.paragraph(kop, style.style("zij"))
    high = float(heading.wrap(style.SIDE, 10_000)[1])
    lacking = max(0.0, high - body.wrap(style.MEASURE, 10_000)[1])
    return [CondPageBreak(max(high, 2 * LINE) + LINE), SideHeading(record, "", kop, 0.0), body, Spacer(0, lacking)]
