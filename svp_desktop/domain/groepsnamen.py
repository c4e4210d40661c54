"""Names of groups as short as a column of a list: the word that every name begins with says nothing there."""

_BOUW = {"onderbouw": "OB", "middenbouw": "MB", "bovenbouw": "BB"}


def korte_groepen(groepen: str) -> str:
    """ "Groep 6a, Bovenbouw Anker" becomes "6a, BB Anker"; a name of one word stays as it is."""
    return ", ".join(map(_short, groepen.split(", ")))


def _short(naam: str) -> str:
    first, _, rest = naam.strip().partition(" ")
    if not rest.strip():
        return naam
    if first.casefold() == "groep":
        return rest.strip()
    return f"{_BOUW[first.casefold()]} {rest.strip()}" if first.casefold() in _BOUW else naam
