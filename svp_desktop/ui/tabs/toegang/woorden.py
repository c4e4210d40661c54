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
#: The plan has two of them (demand 110).
VERTROUWENSPERSONEN = 2


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


def vrije_plaatsen(lines: "tuple[AccountRegel, ...]") -> int:
    """How many of the two places for an interne vertrouwenspersoon nobody has yet."""
    taken = sum(line.rol is Rol.INTERNE_VERTROUWENSPERSOON and line.status is not AccountStatus.UIT for line in lines)
    return max(0, VERTROUWENSPERSONEN - taken)
