"""How names are written, sorted, folded for searching and addressed."""

import unicodedata

from svp_desktop.domain.school import Aanspreekvorm, Naam

# Letters that Unicode does not take apart into a letter and a mark; capitals are lowered before.
_FOLDS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe"})


def vouw(text: str) -> str:
    """Fold for searching and sorting: lower case, no diacritics, also for letters that Unicode does not take apart."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_FOLDS))
    # few different signs stand in a long text: each is looked at once
    marks = [char for char in set(decomposed) if unicodedata.combining(char)]
    return decomposed.translate(dict.fromkeys(map(ord, marks))) if marks else decomposed


def sorteersleutel(naam: Naam) -> str:
    """Sort key: achternaam, tussenvoegsel, roepnaam; "van der Berg" sorts under B."""
    return vouw(f"{naam.achternaam} {naam.tussenvoegsel} {naam.roepnaam}").strip()


def _hoofdletter(text: str) -> str:
    """First letter in upper case; "'t Hart" keeps its apostrophe and gets "'t Hart"."""
    return text if text.startswith(("'", "’")) else text[:1].upper() + text[1:]


def achternaam_met_voorvoegsel(naam: Naam) -> str:
    """Surname after a title: "Van den Berg" (the prefix gets a capital when no first name stands before it)."""
    return _hoofdletter(naam.tussenvoegsel) + " " + naam.achternaam if naam.tussenvoegsel else naam.achternaam


def aanhef(naam: Naam, vorm: Aanspreekvorm) -> str:
    """The salutation without "Beste": "mevrouw Van den Berg", or the full name when no form is known."""
    if vorm is Aanspreekvorm.MEVROUW:
        return f"mevrouw {achternaam_met_voorvoegsel(naam)}"
    if vorm is Aanspreekvorm.HEER:
        return f"meneer {achternaam_met_voorvoegsel(naam)}"
    return str(naam)


def adresnaam(naam: Naam, vorm: Aanspreekvorm, voorletters: str = "") -> str:
    """First line of an address: "Mevrouw A. van den Berg"."""
    title = {Aanspreekvorm.MEVROUW: "Mevrouw ", Aanspreekvorm.HEER: "De heer ", Aanspreekvorm.NEUTRAAL: ""}[vorm]
    first = voorletters or naam.roepnaam
    return title + " ".join(part for part in (first, naam.tussenvoegsel, naam.achternaam) if part)
