"""Attachments of an incident: what is taken in, by what the bytes are and not by what the name says, and how much.

A photo or PDF of a phone or from outside is never opened by another program, and its bytes stay inside the kluis.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from svp_desktop.domain.errors import BijlageFout
from svp_desktop.domain.invoer import op_een_regel

MB = 1_000_000
MEEST_PER_BESTAND = 25 * MB
MEEST_PER_INCIDENT = 100 * MB
MEESTE_BESTANDEN = 20
LANGSTE_NAAM = 100
#: Width times height of a photo; a phone of today makes 12 to 50 million.
MEESTE_BEELDPUNTEN = 50_000_000
LANGSTE_ZIJDE = 20_000
#: To this side, in pixels, a photo is made smaller unless the original is kept.
ZIJDE_BEWAARD = 2000
MEESTE_BLADZIJDEN = 300

_KOP_PDF = 1024
_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"})
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SEPARATORS = re.compile(r"[/\\]")


class BijlageSoort(Enum):
    """What the bytes of an attachment are."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    PDF = "pdf"

    @property
    def foto(self) -> bool:
        """True for a picture."""
        return self is not BijlageSoort.PDF

    @property
    def uitgang(self) -> str:
        """How the name of a copy ends, without the dot."""
        return "jpg" if self is BijlageSoort.JPEG else self.value


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An attachment without its bytes: whose it is (None: of an incident that is still being typed), its name as it
    was handed in, what it is, its size in bytes, and when it was added."""

    id: int
    incident_id: int | None
    naam: str
    soort: BijlageSoort
    grootte: int
    gemaakt_op: datetime
    weggegooid: bool = False


def soort_van(data: bytes) -> BijlageSoort:
    """What these bytes are; the name has no say. Raises BijlageFout for everything else."""
    if not data:
        raise BijlageFout("Dit bestand is leeg.", now="Kijk of het bestand wel helemaal is gekopieerd.")
    if data.startswith(b"\xff\xd8\xff"):
        return BijlageSoort.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return BijlageSoort.PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return BijlageSoort.GIF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return BijlageSoort.WEBP
    if b"%PDF-" in data[:_KOP_PDF]:
        return BijlageSoort.PDF
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise BijlageFout(
            "Dit is een HEIC-foto van een telefoon. Die kan het programma niet lezen.",
            now="Stuur de foto vanaf de telefoon als JPEG. Op een iPhone: Instellingen, Camera, Structuren, "
            "‘Meest compatibel’. Een schermafdruk van de foto kan ook.",
        )
    raise BijlageFout("Dit is geen foto en geen PDF.")


def leesbare_naam(naam: str) -> str:
    """The last part of a path, on one line, without signs that cannot be seen or turn the reading order around."""
    last = _SEPARATORS.split(naam)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in _ONZICHTBAAR)
    return op_een_regel(seen).strip(". ") or "bijlage"


def schone_naam(naam: str, soort: BijlageSoort) -> str:
    """The name as it is kept: readable, at most 100 signs; an ending that says something else than the bytes are gets
    the true one behind it."""
    name = leesbare_naam(naam)
    stem, dot, ending = name.rpartition(".")
    known = {"jpg", "jpeg"} if soort is BijlageSoort.JPEG else {soort.uitgang}
    if not (dot and stem and ending.lower() in known):
        stem, ending = name, soort.uitgang
    return f"{stem[: LANGSTE_NAAM - len(ending) - 1].rstrip()}.{ending}"


def grootte_in_woorden(grootte: int) -> str:
    """A size as people read it: "340 kB", "2,4 MB"."""
    if grootte < MB:
        return f"{max(1, round(grootte / 1000))} kB"
    return f"{grootte / MB:.1f} MB".replace(".", ",")


def check_bestand(grootte: int) -> None:
    """Raises BijlageFout when one file of this size (bytes) is too large."""
    if grootte > MEEST_PER_BESTAND:
        raise BijlageFout(
            f"Dit bestand is groter dan {MEEST_PER_BESTAND // MB} MB.",
            now="Maak het bestand kleiner. Van een lange PDF kunt u alleen de bladzijden kiezen die u nodig hebt.",
        )


def check_ruimte(aanwezig: Sequence[Bijlage], grootte: int) -> None:
    """Raises BijlageFout when the incident has no room for one more file of this size (bytes)."""
    if len(aanwezig) >= MEESTE_BESTANDEN:
        raise BijlageFout(
            f"Er staan al {MEESTE_BESTANDEN} bijlagen bij dit incident.",
            now="Gooi eerst een bijlage weg die u niet nodig hebt.",
        )
    if totaal(aanwezig) + grootte > MEEST_PER_INCIDENT:
        raise BijlageFout(
            f"De bijlagen zijn samen groter dan {MEEST_PER_INCIDENT // MB} MB.",
            now="Gooi eerst een bijlage weg, of voeg een kleiner bestand toe.",
        )


def check_beeld(breedte: int, hoogte: int) -> None:
    """Raises BijlageFout for a photo that is too large to unpack; sides in pixels, 0 or less when unreadable."""
    if breedte < 1 or hoogte < 1:
        raise onleesbaar()
    if breedte * hoogte > MEESTE_BEELDPUNTEN or max(breedte, hoogte) > LANGSTE_ZIJDE:
        raise BijlageFout(
            "Deze foto heeft te veel beeldpunten.",
            now="Maak de foto kleiner, of maak er een schermafdruk van.",
        )


def onleesbaar() -> BijlageFout:
    """The bytes begin as a photo or PDF but cannot be read."""
    return BijlageFout(
        "Dit bestand is beschadigd en kan niet worden gelezen.",
        now="Kijk of u het op de computer zelf kunt openen. Kopieer of scan het opnieuw.",
    )


def totaal(bijlagen: Iterable[Bijlage]) -> int:
    """Bytes together."""
    return sum(bijlage.grootte for bijlage in bijlagen)
