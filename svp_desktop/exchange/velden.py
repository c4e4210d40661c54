"""Turning the text of one cell or element into a value: shared by every format that brings pupils in."""

import re
import unicodedata
from datetime import date

from svp_desktop.domain.inlezen import sleutel
from svp_desktop.domain.school import Bouw, bouw_van_groep

MAX_BYTES = 20 * 1024 * 1024
MAX_PERSONEN = 5_000
MAX_TEKENS = 300
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: 0?0:00(?::00)?)?")
_YEARS = re.compile(r"\d\s*(?:[-/]|t/?m)\s*\d\s+(?=\D)")
_LETTER_YEARS = frozenset({"s", "v", "n", "i", "b"})


class OnleesbaarVeld(ValueError):
    """A cell that cannot be read: the Dutch reason, and what the user can do."""

    def __init__(self, reden: str, doen: str = "Verbeter in het leerlingsysteem") -> None:
        super().__init__("unreadable field")
        self.reden = reden
        self.doen = doen


def schoon(text: str) -> str:
    """One line of text in NFC without double spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def naamdeel(text: str, veld: str) -> str:
    """A part of a name, exactly as written. Raises OnleesbaarVeld for control characters and endless text."""
    clean = schoon(text)
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in clean):
        raise OnleesbaarVeld(f"In {veld} staat een teken dat niet kan")
    if len(clean) > MAX_TEKENS:
        count = f"{len(clean):,}".replace(",", ".")
        raise OnleesbaarVeld(f"{veld[:1].upper()}{veld[1:]} heeft {count} tekens, dat is te lang")
    return clean


def verplicht(text: str, veld: str) -> str:
    """A part of a name that must be there. Raises OnleesbaarVeld when it is empty."""
    clean = naamdeel(text, veld)
    if not clean:
        raise OnleesbaarVeld(f"Geen {veld}")
    return clean


def geboortedatum(text: str, today: date) -> date | None:
    """A day of birth as EDEXML, Excel and people write it, or None when empty. Raises OnleesbaarVeld."""
    clean = schoon(text)
    if not clean:
        return None
    if match := _ISO.fullmatch(clean):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DUTCH.fullmatch(clean):
        day, month, year = (int(part) for part in match.groups())
        year += 2000 if year < 100 else 0
    else:
        raise OnleesbaarVeld(f"Geboortedatum “{_kort(clean)}” is geen datum")
    try:
        born = date(year, month, day)
    except ValueError:
        raise OnleesbaarVeld(f"Geboortedatum {day:02d}-{month:02d}-{year} bestaat niet") from None
    if born > today:
        raise OnleesbaarVeld(f"Geboortedatum {day:02d}-{month:02d}-{year} is nog niet geweest")
    if born.year < today.year - 25:
        raise OnleesbaarVeld(f"Geboortedatum {day:02d}-{month:02d}-{year} past niet bij een leerling")
    return born


def jaargroep(text: str) -> int | None:
    """A jaargroep 1-8; None when empty or not a year (0 and the letters of EDEXML). Raises OnleesbaarVeld."""
    clean = schoon(text).casefold().removeprefix("groep").strip()
    if not clean or clean == "0" or clean in _LETTER_YEARS:
        return None
    if re.fullmatch(r"0?[1-8]", clean):
        return int(clean)
    raise OnleesbaarVeld(f"Jaargroep “{_kort(schoon(text))}” bestaat niet")


def nummer(text: str) -> str:
    """The comparable number of a pupil or teacher; Excel's ="01000" is read as 1000."""
    clean = naamdeel(text, "leerlingnummer")
    match = re.fullmatch(r'="?([^"]*)"?', clean)
    return sleutel(match[1] if match else clean)


def groepsnaam(text: str) -> str:
    """A group's name without the years before it: "1-3 Onderbouw Zon" is "Onderbouw Zon"."""
    clean = "".join(char for char in schoon(text[:MAX_TEKENS]) if unicodedata.category(char) not in ("Cc", "Cs"))
    return _YEARS.sub("", clean, count=1) if _YEARS.match(clean) else clean


def bouw(naam: str, jaargroepen: frozenset[int]) -> Bouw:
    """The bouw of a group: from its name when that says so, otherwise from the years in it."""
    folded = naam.casefold()
    for part in Bouw:
        if part.value in folded:
            return part
    return bouw_van_groep(jaargroepen)


def _kort(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
