"""Fictional letters for the tests of papers, and ways to read a finished PDF."""

from datetime import date, time
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from svp_desktop.documents.teksten import standaardtekst
from svp_desktop.domain.papier import (
    TEKENING_VAN_BOUW,
    Briefhoofd,
    Ondertekenaar,
    PapierSoort,
    Voorleesmoment,
)
from svp_desktop.domain.papier_vullen import PapierFeiten, vul
from svp_desktop.domain.papier_waarden import BriefWaarden, KindbriefWaarden
from svp_desktop.domain.school import Bouw

MM = 72 / 25.4
HOOFD = Briefhoofd(
    naam="Basisschool De Ankerplaats",
    straat="Havenstraat 8",
    postcode="1234 AB",
    plaats="Waterstad",
    telefoon="012 345 67 89",
    email="post@ankerplaats.example",
    motto="Op onze school kan iedereen fijn werken",
)
MOMENT = Voorleesmoment(
    date(2026, 9, 17), time(15, 15), "de bibliotheek van de school", ("u", "oma Fatma", "juf Marit", "meester Bas")
)
_SAMEN = {
    "leerkracht": "juf Marit",
    "moment": MOMENT,
    "hersteldag": date(2026, 9, 24),
    "school": HOOFD.naam,
    "telefoon": HOOFD.telefoon,
}
FEITEN = {
    Bouw.ONDERBOUW: PapierFeiten(
        roepnaam="Sem",
        groep="groep 3",
        sterke_kanten=("Jij bedenkt leuke spelletjes.", "Jij zorgt goed voor de vissen."),
        gedragingen=("Drie keer heb je een kind geslagen.", "Eén keer duwde je een kind van het klimrek."),
        geraakt=("Dat deed pijn.", "De kinderen waren bang."),
        grens="Slaan en duwen",
        stappen=("Elke ochtend zeggen wij jou gedag.", "Buiten blijven wij dicht bij jou."),
        steunfiguren=("papa", "mama", "oma Riet", "juf Marit", "meester Bas", "juf Hanneke"),
        **_SAMEN,
    ),
    Bouw.MIDDENBOUW: PapierFeiten(
        roepnaam="Milan",
        groep="groep 5",
        sterke_kanten=("Jij helpt anderen graag met rekenen.", "Op het plein bedenk jij de beste spelregels."),
        gedragingen=("Op 1 september schopte je een kind.", "Op 8 september gooide je een stoel om."),
        geraakt=("Een kind had een blauwe plek.", "Andere kinderen werden bang."),
        grens="Schoppen en gooien",
        stappen=("Wij zijn elke pauze bij je op het plein.", "Elke vrijdag praten wij met je over je week."),
        steunfiguren=("mama", "oma Riet", "juf Marit", "meester Bas"),
        **_SAMEN,
    ),
    Bouw.BOVENBOUW: PapierFeiten(
        roepnaam="Elif",
        groep="groep 8",
        sterke_kanten=("Jij merkt snel dat iemand hulp nodig heeft.", "Je tekent prachtig en je zegt wat je denkt."),
        gedragingen=("Op 1 september stuurde je een filmpje door.", "Op 8 september schold je op het plein."),
        geraakt=("Kinderen in je klas zijn bang.",),
        grens="Uitschelden en filmpjes doorsturen",
        stappen=("Wij zijn vaker bij je in de buurt.", "Elke vrijdag praten wij met je over je week."),
        steunfiguren=("je ouders", "oma Fatma", "juf Marit", "trainer Đorđe"),
        ouderwoorden=("U zei: ‘Zij is thuis zo zorgzaam. Ik wil dat dit stopt.’",),
        contact=("Juf Marit belt u elke vrijdag.",),
        **_SAMEN,
    ),
}


def kind(bouw: Bouw = Bouw.ONDERBOUW, **changed: object) -> KindbriefWaarden:
    """The child's paper of a bouw, filled from the standard text."""
    facts = FEITEN[bouw]
    text = vul(standaardtekst(PapierSoort.AANKONDIGING_KIND, bouw), facts)
    values = {
        "hoofd": HOOFD,
        "bouw": bouw,
        "roepnaam": facts.roepnaam,
        "aanhef": text.aanhef,
        "blokken": text.blokken,
        "ondertekenaars": tuple(Ondertekenaar(name) for name in facts.steunfiguren),
        "datum": MOMENT.dag,
        "tekening": TEKENING_VAN_BOUW[bouw],
    }
    return KindbriefWaarden(**{**values, **changed})


def ouders(**changed: object) -> BriefWaarden:
    """The letter to one parent, filled from the standard text."""
    text = vul(standaardtekst(PapierSoort.AANKONDIGING_OUDERS, Bouw.BOVENBOUW), FEITEN[Bouw.BOVENBOUW])
    values = {
        "hoofd": HOOFD,
        "adresregels": ("Mevrouw A. Yıldız", "Kompasstraat 4", "1234 AD  WATERSTAD"),
        "aanhef": "Beste mevrouw Yıldız,",
        "over": "Elif",
        "onderwerp": text.onderwerp,
        "blokken": text.blokken,
        "moment": MOMENT,
        "datum": date(2026, 9, 14),
        "slot": text.slot,
        "ondertekenaars": (Ondertekenaar("Marit Jansen", "leerkracht groep 8"),),
        "bijlage": text.bijlage,
        "ook_aan": ("de heer E. Yıldız",),
    }
    return BriefWaarden(**{**values, **changed})


def text_of(pdf: bytes) -> str:
    """The text as a reader copies it, pages parted by a form feed, every kind of space a space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for number in range(len(document)):
            page = document[number].get_textpage()
            pages.append(page.get_text_range().replace("\r\n", "\n").replace("\u00a0", " ").replace("\ufffe", "-"))
        return "\f".join(pages)
    finally:
        document.close()


def flat(pdf: bytes) -> str:
    """The text on one line."""
    return " ".join(text_of(pdf).split())


def characters(pdf: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Every printed character with its box in mm from the top left: left, top, right, bottom."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        height = sheet.get_height()
        words = sheet.get_textpage()
        boxes = []
        for index in range(words.count_chars()):
            char = words.get_text_range(index, 1)
            if char.strip():
                left, bottom, right, top = words.get_charbox(index)
                boxes.append((char, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM))
        return boxes
    finally:
        document.close()


def unembedded(pdf: bytes) -> list[str]:
    """Names of faces that are used without a font file."""
    missing = []
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            used = font.get_object()
            descriptor = used.get("/FontDescriptor")
            if descriptor is None and "/DescendantFonts" in used:
                descriptor = used["/DescendantFonts"][0].get_object().get("/FontDescriptor")
            if descriptor is None or not any(
                key in descriptor.get_object() for key in ("/FontFile", "/FontFile2", "/FontFile3")
            ):
                missing.append(str(used["/BaseFont"]))
    return missing
