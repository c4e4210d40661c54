"""The proof of the window: a sheet that the school prints, folds and shakes in its own envelope (NEN 1026)."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.platypus import PageTemplate

from svp_desktop.documents import fonts, illustrations, page, style
from svp_desktop.documents.bladen.vel import blok
from svp_desktop.documents.letterhead import ADDRESS_WIDTH, LetterPages
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM, PAGE_HEIGHT
from svp_desktop.domain.papier import Briefhoofd, Opmaak, Venster

_FOLD = 105.0
_SHEET = 210.0
_ADRES = ("Mevrouw A. van Voorbeeld", "De heer B. Voorbeeld", "Voorbeeldstraat 1", "1234 AB  VOORBEELDSTAD")
# What stands above the first and under the last base line of four lines of address, in mm.
_ABOVE, _UNDER = 3.2, 16.2


class Envelop(NamedTuple):
    """An envelope and its window at the left, in mm: sizes, and the place of the window from the top left."""

    naam: str
    breed: float
    hoog: float
    x: float
    y: float
    venster_breed: float
    venster_hoog: float


ENVELOPPEN = (
    Envelop("DL (110 × 220), venster 45 × 90", 220, 110, 20, 50, 90, 45),
    Envelop("DL (110 × 220), venster 40 × 110", 220, 110, 20, 50, 110, 40),
    Envelop("C5/6 (114 × 229), venster 35 × 100", 229, 114, 15, 54, 100, 35),
)


class Vlak(NamedTuple):
    """A part of the sheet in mm from its top left corner."""

    links: float
    boven: float
    rechts: float
    onder: float


def ooit(envelop: Envelop, rechts: bool = False) -> Vlak:
    """What the window can show of the sheet, wherever that lies in the envelope; `rechts`: a window at the right."""
    x, slide_x, slide_y = _place(envelop, rechts)
    return Vlak(x - slide_x, envelop.y - slide_y, x + envelop.venster_breed, envelop.y + envelop.venster_hoog)


def altijd(rechts: bool = False, enveloppen: Sequence[Envelop] = ENVELOPPEN) -> Vlak:
    """What every window shows of the sheet, wherever that lies in the envelope."""
    shown = []
    for envelop in enveloppen:
        x, slide_x, slide_y = _place(envelop, rechts)
        right, low = x + envelop.venster_breed - slide_x, envelop.y + envelop.venster_hoog - slide_y
        shown.append(Vlak(x, envelop.y, right, low))
    return Vlak(
        max(zone.links for zone in shown),
        max(zone.boven for zone in shown),
        min(zone.rechts for zone in shown),
        min(zone.onder for zone in shown),
    )


def _place(envelop: Envelop, rechts: bool) -> tuple[float, float, float]:
    """Left edge of the window, and how far the folded sheet slides to the right and down."""
    x = envelop.breed - envelop.x - envelop.venster_breed if rechts else envelop.x
    return x, envelop.breed - _SHEET, envelop.hoog - _FOLD


def past(venster: Venster) -> bool:
    """Whether an address of four lines of ordinary length stays in sight in each of these envelopes."""
    zone, wide = altijd(venster.rechts), ADDRESS_WIDTH / MM
    return (
        zone.links <= venster.x
        and venster.x + wide <= zone.rechts
        and zone.boven <= venster.y - _ABOVE
        and venster.y + _UNDER <= zone.onder
    )


def make(hoofd: Briefhoofd, venster: Venster) -> Opmaak:
    """The sheet as PDF bytes, with the address where the settings of the school put it."""
    fonts.register()
    record = Record()
    letter = LetterPages(record, hoofd, venster, _ADRES, (), "Vensterproef: past het adres in uw envelop?", "")

    def first(canvas: Any, document: Any) -> None:
        _zones(canvas, venster.rechts)
        letter.first(canvas, document)

    top = letter.first_line - style.style("los").fontSize
    template = PageTemplate("een", [page.frame(style.TEXT_X, top, style.MEASURE)], first, letter.end)
    school = hoofd.naam
    return page.build([template], _story(venster, record), record, f"Vensterproef van {school}", school, letter.number)


def _zones(canvas: Any, rechts: bool) -> None:
    """What is always in sight as a plane, what may be in sight in dashes."""
    tints = illustrations.colours()
    canvas.saveState()
    canvas.setStrokeColor(style.colour(tints["lijn"]))
    canvas.setFillColor(style.colour(tints["licht"]))
    canvas.setLineWidth(0.8)
    canvas.setDash(2, 2)
    for envelop in ENVELOPPEN:
        _box(canvas, ooit(envelop, rechts), fill=0)
    canvas.setDash()
    _box(canvas, altijd(rechts), fill=1)
    canvas.restoreState()


def _box(canvas: Any, zone: Vlak, fill: int) -> None:
    high = (zone.onder - zone.boven) * MM
    canvas.rect(
        zone.links * MM, PAGE_HEIGHT - zone.onder * MM, (zone.rechts - zone.links) * MM, high, stroke=1, fill=fill
    )


def _story(venster: Venster, record: Record) -> list[Any]:
    where = f"Het adres staat nu {_mm(venster.x)} van links. De eerste regel staat {_mm(venster.y)} van boven."
    judged = (
        "Dat past in de drie enveloppen hieronder."
        if past(venster)
        else "Dat past niet in alle drie de enveloppen hieronder. Probeer het vel in uw eigen envelop."
    )
    return [
        *blok(
            record,
            "Zo doet u het",
            stappen=(
                "Druk dit vel af op ware grootte (100 %), zonder ‘passend maken’.",
                "Vouw het langs de streepjes links.",
                "Doe het in een envelop van uw school en schud de envelop.",
                "U ziet steeds het hele adres, en nooit iets van de brief zelf.",
            ),
        ),
        *blok(
            record,
            "Wat u ziet",
            "Het lichte vlak is in elke envelop te zien, hoe het vel ook schuift. De streeplijnen tonen wat hooguit te"
            " zien is.",
        ),
        *blok(record, "Nu ingesteld", f"{where} {judged}"),
        *blok(
            record,
            "Past het niet?",
            "Verander de plaats van het adres bij Instellingen, Brieven en papieren. Druk dit vel daarna opnieuw af.",
        ),
        *blok(record, "Enveloppen", punten=[envelop.naam for envelop in ENVELOPPEN]),
    ]


def _mm(value: float) -> str:
    return f"{value:g} mm".replace(".", ",")
