"""What a password must be: long. No rules about kinds of characters, only a list of what everyone tries first.

The rule is "at least 15 characters or six words of the list": a word of the list has four letters or more, so six of
them always are 15 characters, and only the length is looked at. How strong a password is, is in `sterkte`.
"""

import unicodedata

from svp_desktop.domain.findings import Finding

MINIMUM = 15
MAXIMUM = 1024
_FIELD = "wachtwoord"
KEYBOARD_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "zyxwvutsrqponmlkjihgfedcba",
    "01234567890123456789",
    "98765432109876543210",
    "qwertyuiopasdfghjklzxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "azertyuiopqsdfghjklmwxcvbn",
)
WELL_KNOWN = (
    "wachtwoord",
    "geheim",
    "welkom",
    "password",
    "letmein",
    "iloveyou",
    "ikhouvanjou",
    "basisschool",
    "montessori",
    "montessorischool",
    "sociaalveiligheidsplan",
    "sociale",
    "sociaal",
    "veiligheid",
    "veiligheidsplan",
    "directeur",
    "vertrouwenspersoon",
    "school",
    "admin",
    "administrator",
    "qwerty",
    "azerty",
    "123456",
    "leerlingen",
)


def normal(text: str) -> str:
    """The one form in which a password is used: NFC, so that é typed on any keyboard is the same é."""
    return unicodedata.normalize("NFC", text)


def check_wachtwoord(text: str) -> tuple[Finding, ...]:
    """What is wrong with a new password of an account (at least 15 characters, any Unicode); empty when it is good."""
    password = normal(text)
    if any(unicodedata.category(sign) in ("Cs", "Cc") for sign in password):
        return (Finding(_FIELD, "In dit wachtwoord staat een teken dat niet kan. Typ het opnieuw."),)
    if len(password) < MINIMUM:
        return (
            Finding(_FIELD, f"Kies een wachtwoord van ten minste {MINIMUM} tekens, bijvoorbeeld zes losse woorden."),
        )
    if len(password) > MAXIMUM:
        return (Finding(_FIELD, f"Dit wachtwoord is te lang. Kies er een van ten hoogste {MAXIMUM} tekens."),)
    if _is_guessable(password):
        return (Finding(_FIELD, "Dit wachtwoord is te makkelijk te raden. Kies een paar woorden zonder verband."),)
    return ()


def _is_guessable(password: str) -> bool:
    """True for a repeated piece, a run of the keyboard, or nothing but words that everyone tries."""
    plain = "".join(sign for sign in password.casefold() if not sign.isspace())
    return len(set(plain)) < 4 or _repeats(plain) or _is_run(plain) or _only_well_known(plain)


def _repeats(plain: str) -> bool:
    return any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 2 + 1))


def _is_run(plain: str) -> bool:
    return any(plain in row + row for row in KEYBOARD_ROWS)


def _only_well_known(plain: str) -> bool:
    rest = "".join(sign for sign in plain if sign.isalnum())
    for word in sorted(WELL_KNOWN, key=len, reverse=True):
        rest = rest.replace(word, "")
    letters = [sign for sign in rest if not sign.isdigit()]
    return not letters or len(letters) < 3
