"""What is asked before something that matters is done with an account."""

from svp_desktop.domain.toegang import AccountRegel, Verlies
from svp_desktop.ui.ask import Question
from svp_desktop.ui.tabs.toegang.stoppen import verlies_in_woorden
from svp_desktop.ui.tabs.toegang.woorden import WAT


def geven(line: AccountRegel, soort: str) -> Question:
    """Whether the words were compared: the key goes to whoever has these."""
    words = "  ".join(line.herkenning)
    return Question(
        f"Zijn dit de woorden van {line.naam}?",
        f"{words}\n\nLaat {line.naam} ze voorlezen bij Mijn account, samen of aan de telefoon. Kloppen ze niet alle "
        f"zes? Geef dan geen toegang. Wie deze woorden heeft, kan {WAT[soort]} openen.",
        "Vergeleken, toegang geven",
        danger=True,
    )


def intrekken(line: AccountRegel, soort: str) -> Question:
    """Whether this key is to be taken."""
    return Question(
        f"Toegang van {line.naam} intrekken?",
        f"{line.naam} kan {WAT[soort]} niet meer openen. Er komt een nieuwe sleutel. Wat iemand al heeft gelezen of "
        "geprint, blijft bekend. Een oude reservekopie gaat nog wel open met de sleutel van toen.",
        "Intrekken",
        danger=True,
    )


def uitzetten(line: AccountRegel) -> Question:
    """Whether this account is to be switched off."""
    return Question(
        f"Account van {line.naam} uitzetten?",
        f"{line.naam} kan niet meer ontgrendelen en heeft geen sleutels meer. Een eigen vertrouwelijk dossier blijft "
        "staan, op slot. U kunt het account weer aanzetten en dan opnieuw toegang geven.",
        "Uitzetten",
        danger=True,
    )


def verwijderen(line: AccountRegel) -> Question:
    """Whether this account is to be taken away."""
    return Question(
        f"Account van {line.naam} verwijderen?",
        f"{line.naam} komt niet meer binnen, ook niet met een herstelblad. De naam blijft staan bij wat er is gedaan. "
        "Dit kan niet terug.",
        "Verwijderen",
        danger=True,
    )


def vernietigen(line: AccountRegel, verlies: tuple[Verlies, ...]) -> Question:
    """Whether it is really to be destroyed."""
    what = verlies_in_woorden(verlies)
    return Question(
        "Voorgoed vernietigen?",
        f"{what[:1].upper()}{what[1:]} en het account van {line.naam} zijn daarna weg. Dit kan niet terug.",
        "Vernietigen",
        danger=True,
    )
