"""Accounts and access in words and icons."""

from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import AccountRegel, AccountStatus, Stand

SCHOOL, MELDCODE = "school", "meldcode"
SOORTEN = {SCHOOL: "Schoolgegevens", MELDCODE: "Meldcode-dossier"}
#: As in the middle of a sentence.
WAT = {SCHOOL: "de schoolgegevens", MELDCODE: "het meldcode-dossier", "eigen": "het eigen vertrouwelijke dossier"}
#: Word, icon, colour.
STATUS = {
    AccountStatus.ACTIEF: ("actief", "circle-check", "ok"),
    AccountStatus.UITGENODIGD: ("uitgenodigd", "mail", "muted"),
    AccountStatus.UIT: ("uitgezet", "octagon-x", "muted"),
}
STAND = {
    Stand.JA: ("ja", "lock-open", "ok"),
    Stand.WACHT: ("wacht op toegang", "clock", "warn"),
    Stand.NEE: ("nee", "minus", "muted"),
}
PEST = "pestcoördinator"
#: What an account of this role can open.
ROL_UITLEG = {
    Rol.DIRECTEUR: "Beheert de accounts en kan de schoolgegevens openen.",
    Rol.KWALITEITSCOORDINATOR: "Kan de schoolgegevens openen.",
    Rol.INTERNE_VERTROUWENSPERSOON: (
        "Kan de schoolgegevens en het meldcode-dossier openen, en krijgt een eigen vertrouwelijk dossier."
    ),
}
_GETALLEN = {2: "twee", 3: "drie", 4: "vier", 5: "vijf"}


def rol_in_woorden(line: AccountRegel) -> str:
    """Interne vertrouwenspersoon, pestcoördinator."""
    return f"{ROLNAMEN[line.rol]}, {PEST}" if line.pest else ROLNAMEN[line.rol]


def naam_in_woorden(line: AccountRegel) -> str:
    """The name, and whether that is you."""
    return f"{line.naam} (u)" if line.ik else line.naam


def wie_geeft(soort: str) -> str:
    """Who can give the key, when you cannot."""
    if soort == SCHOOL:
        return "Een directeur die de schoolgegevens open heeft, kan dit geven."
    return "Een vertrouwenspersoon die het meldcode-dossier open heeft, kan dit geven."


def plaatsen_in_woorden(lines: "tuple[AccountRegel, ...]", gewenst: int, met_pesttaak: int) -> str:
    """What the plan still asks of the interne vertrouwenspersonen (demands 39, 110): how many places nobody has yet,
    and that so many of them are pestcoördinator too."""
    internal = [line for line in lines if line.rol is Rol.INTERNE_VERTROUWENSPERSOON]
    there = [line for line in internal if line.status is not AccountStatus.UIT]
    free, found = gewenst - len(there), []
    if free > 0:
        places = "een plaats" if free == 1 else f"{_GETALLEN.get(free, free)} plaatsen"
        found.append(f"Nog {places} vrij voor een interne vertrouwenspersoon.")
    if there and sum(line.pest for line in there) < met_pesttaak:
        one = met_pesttaak == 1
        who = "één vertrouwenspersoon" if one else f"{_GETALLEN.get(met_pesttaak, met_pesttaak)} vertrouwenspersonen"
        found.append(f"Het plan vraagt dat ten minste {who} ook pestcoördinator {'is' if one else 'zijn'}.")
    return " ".join(found)
