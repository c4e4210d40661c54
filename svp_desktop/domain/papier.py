"""A paper as blocks of runs, and everything that is typed or chosen for it (demands 68, 150).

A block is what the user edits, moves or leaves out; its text is stored as runs, never as markup. Drafts and handed-out
papers keep `PapierDraft` in the kluis as a plain dict (see papier_opslag); the bytes on paper come from the values of
papier_waarden.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum

from svp_desktop.domain.school import Bouw, School


class PapierSoort(Enum):
    """The papers that exist; the code is stored."""

    AANKONDIGING_KIND = "aankondiging_kind"
    AANKONDIGING_OUDERS = "aankondiging_ouders"
    AANKONDIGING_GROEP = "aankondiging_groep"
    OPLOSSINGSVERZOEK = "oplossingsverzoek"
    TELEFOONRONDE = "telefoonronde"
    SITIN_KAART = "sitin_kaart"
    NETWERKGESPREK = "netwerkgesprek"
    BEMIDDELINGSGESPREK = "bemiddelingsgesprek"
    GEZAMENLIJKE_BRIEF = "gezamenlijke_brief"
    THUISSCHOOL_BRIEF = "thuisschool_brief"
    THUISSCHOOL_INSPECTIE = "thuisschool_inspectie"
    THUISSCHOOL_RICHTLIJN = "thuisschool_richtlijn"
    THUISSCHOOL_KAART = "thuisschool_kaart"
    THUISSCHOOL_BERICHT = "thuisschool_bericht"
    THUISSCHOOL_TAKEN = "thuisschool_taken"
    THUISSCHOOL_WELKOM = "thuisschool_welkom"
    HERSTEL_AGENDA = "herstel_agenda"
    HERSTEL_KIND = "herstel_kind"
    HERSTEL_GERAAKT = "herstel_geraakt"
    HERSTEL_OUDERS = "herstel_ouders"
    HERSTEL_VERSLAG = "herstel_verslag"


class BlokSoort(Enum):
    """What a block prints. Its text is typed a paragraph a line, whatever the kind; the kind says how it is laid out.

    TEKST running text and lists; MOMENT the table with the moment of reading; FEITEN "label: waarde" a line, as a
    table; VINKJES a box before each line; LIJNEN the text and then writing lines; SCHRIJFBLOKKEN a block to write in
    for each line; VRAAG the title as a large question with such blocks; HANDTEKENINGEN "naam – functie" a line with
    room to sign; PAGINA a new page begins; TABEL a row a line with its cells parted by " | ", the first the heads and
    "[ ]" a box; TEKENVAK the text and a frame to draw in; GEZICHTEN a row of five faces a line. Where a kind takes
    prompt and items, the prompt is running text and the items are a list.
    """

    TEKST = "tekst"
    MOMENT = "moment"
    FEITEN = "feiten"
    VINKJES = "vinkjes"
    LIJNEN = "lijnen"
    SCHRIJFBLOKKEN = "schrijfblokken"
    VRAAG = "vraag"
    HANDTEKENINGEN = "handtekeningen"
    PAGINA = "pagina"
    TABEL = "tabel"
    TEKENVAK = "tekenvak"
    GEZICHTEN = "gezichten"


#: Kinds that print something without any text.
_NOOIT_LEEG = frozenset((BlokSoort.MOMENT, BlokSoort.PAGINA, BlokSoort.VRAAG, BlokSoort.TEKENVAK))


class AlineaSoort(Enum):
    """How one paragraph of a block stands: running text, dashed item, numbered item."""

    ALINEA = "alinea"
    OPSOMMING = "opsomming"
    NUMMERING = "nummering"


class Tekening(Enum):
    """Set of drawings of a child's paper: the plan's own images."""

    HAVEN = "haven"
    BRUG = "brug"
    BOOM = "boom"
    VLOOT = "vloot"


TEKENING_VAN_BOUW = {
    Bouw.ONDERBOUW: Tekening.HAVEN,
    Bouw.MIDDENBOUW: Tekening.BOOM,
    Bouw.BOVENBOUW: Tekening.BRUG,
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph or list item."""

    runs: tuple[Run, ...]
    soort: AlineaSoort = AlineaSoort.ALINEA

    @property
    def tekst(self) -> str:
        """The text without looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Blok:
    """A part of a paper that can be edited, moved, left out (`aan` False) or added by the school (`eigen`).

    `beeld` names the vignette beside it on a child's paper ("" for none); `kop` False keeps the title off the paper;
    `regels` is the number of lines to write on, of a block with LIJNEN.
    """

    code: str
    titel: str
    soort: BlokSoort = BlokSoort.TEKST
    alineas: tuple[Alinea, ...] = ()
    aan: bool = True
    beeld: str = ""
    kop: bool = True
    eigen: bool = False
    regels: int = 0

    @property
    def tekst(self) -> str:
        """The running text, one paragraph a line."""
        return "\n".join(alinea.tekst for alinea in self.alineas)

    @property
    def leeg(self) -> bool:
        """True when it would print nothing."""
        if self.soort in _NOOIT_LEEG or self.regels:
            return False
        return not self.tekst.strip()

    @property
    def paren(self) -> tuple[tuple[str, str], ...]:
        """Each line as "label: waarde" (FEITEN) or "naam – functie" (HANDTEKENINGEN); the second may be empty."""
        sign = " – " if self.soort is BlokSoort.HANDTEKENINGEN else ": "
        parts = (line.partition(sign) for line in self.tekst.splitlines() if line.strip())
        return tuple((label.strip(), value.strip()) for label, _sign, value in parts)


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """Someone who signs: the name as the reader knows it ("juf Marit", "Marit Jansen") and a function."""

    naam: str
    functie: str = ""


@dataclass(frozen=True, slots=True)
class Voorleesmoment:
    """When and where the paper is read aloud, and who is there."""

    dag: date | None = None
    tijd: time | None = None
    plaats: str = ""
    aanwezig: tuple[str, ...] = ()


GEEN_MOMENT = Voorleesmoment()


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """One envelope: the lines of the address, the salutation, and how others are told about this copy.

    Parents with gezag at one address share an envelope; `ouder_ids` says whose it is, `gekozen` whether it is made.
    """

    ouder_ids: tuple[int, ...]
    adresregels: tuple[str, ...]
    aanhef: str
    vermelding: str
    gekozen: bool = True
    adres_bekend: bool = True


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """What a paper shows of the school; `logo` is a PNG or JPEG, None takes the lighthouse."""

    naam: str
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    motto: str = ""
    logo: bytes | None = None

    @classmethod
    def van(cls, school: School) -> "Briefhoofd":
        """The letterhead from the school's settings."""
        return cls(
            naam=school.naam,
            straat=school.straat,
            postcode=school.postcode,
            plaats=school.plaats,
            telefoon=school.telefoon,
            email=school.email,
            motto=school.motto,
            logo=school.logo,
        )


@dataclass(frozen=True, slots=True)
class Venster:
    """Where the address stands for the school's own envelopes: mm from the left and to its first base line."""

    x: float = 25.0
    y: float = 60.0

    @property
    def rechts(self) -> bool:
        """True for an envelope with its window at the right: the date column then moves to the left."""
        return self.x >= 90.0


VENSTER_LINKS = Venster()


@dataclass(frozen=True, slots=True)
class PapierDraft:
    """Everything that is typed or chosen for one paper; plain values, kept in the kluis as a dict.

    `bron_id` is the thuis-school or herstelgesprek that it is about, None for the casus itself; `roepnaam` is empty for
    a group. `onderwerp` is the subject of a letter and the title of a werkblad, `aanhef` the greeting or the line under
    that title; `kenmerk` and `noot` are a letter's. `eigen_beeld` is a picture of the school's own (JPEG or PNG) in
    place of the drawing.
    """

    casus_id: int
    soort: PapierSoort
    bouw: Bouw
    roepnaam: str
    aanhef: str = ""
    blokken: tuple[Blok, ...] = ()
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    moment: Voorleesmoment = GEEN_MOMENT
    datum: date | None = None
    tekening: Tekening = Tekening.HAVEN
    groot: bool = False
    onderwerp: str = ""
    bijlage: str = ""
    slot: str = ""
    ontvangers: tuple[Ontvanger, ...] = ()
    kenmerk: str = ""
    noot: str = ""
    bron_id: int | None = None
    eigen_beeld: bytes | None = None


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a block landed: page from 1, and a box in points (1/72 inch) from the top left of the page."""

    blok_code: str
    pagina: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Opmaak:
    """A finished paper: the very bytes that are shown, printed and kept, and where each block stands.

    Fixed parts have the codes "aanhef", "ondertekening", and for a letter "adres", "datum" and "onderwerp".
    """

    pdf: bytes
    paginas: int
    plekken: tuple[Plek, ...] = ()

    def blok_op(self, pagina: int, x: float, y: float) -> str | None:
        """The block under a point of a page, for a click in the preview."""
        for plek in self.plekken:
            if plek.pagina == pagina and plek.x0 <= x <= plek.x1 and plek.y0 <= y <= plek.y1:
                return plek.blok_code
        return None


def alinea(text: str, soort: AlineaSoort = AlineaSoort.ALINEA) -> Alinea:
    """A paragraph of plain text."""
    return Alinea((Run(text),), soort)


def eigen_blok(blokken: Iterable[Blok], soort: BlokSoort = BlokSoort.TEKST) -> Blok:
    """A new, empty block of the school, with a code that no other block has."""
    taken = {blok.code for blok in blokken}
    number = next(number for number in range(1, len(taken) + 2) if f"eigen{number}" not in taken)
    new = Blok(f"eigen{number}", "Eigen blok", soort, (alinea(""),), eigen=True)
    if soort is BlokSoort.PAGINA:
        return replace(new, titel="Nieuwe bladzijde", kop=False)
    return replace(new, beeld="schip" if soort is BlokSoort.TEKST else "", regels=4 if soort is BlokSoort.LIJNEN else 0)


def verplaats(blokken: tuple[Blok, ...], code: str, naar: int) -> tuple[Blok, ...]:
    """The blocks with one of them at another place (0 is first); places past the ends are the ends."""
    rest = [blok for blok in blokken if blok.code != code]
    moved = [blok for blok in blokken if blok.code == code]
    at = max(0, min(naar, len(rest)))
    return (*rest[:at], *moved, *rest[at:])


def vervang(blokken: tuple[Blok, ...], blok: Blok) -> tuple[Blok, ...]:
    """The blocks with the one of the same code replaced."""
    return tuple(blok if old.code == blok.code else old for old in blokken)


def zet_aan(blokken: tuple[Blok, ...], code: str, aan: bool) -> tuple[Blok, ...]:
    """The blocks with one of them taken up or left out."""
    return tuple(replace(blok, aan=aan) if blok.code == code else blok for blok in blokken)


def te_drukken(blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    """The blocks that are printed: taken up and not empty."""
    return tuple(blok for blok in blokken if blok.aan and not blok.leeg)
