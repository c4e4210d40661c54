"""Who leads the pestzaken: the account with the task of pestcoördinator (demands 11, 39).

The plan gives the task to the kwaliteitscoördinator or to a vertrouwenspersoon. As long as no account has it, the
directeur leads them, so that a report is never left unread. Everybody who opens the school may report.
"""

from collections.abc import Iterable

from svp_desktop.domain.school import Rol


def leidt(rol: Rol, pest: bool, anderen: Iterable[bool]) -> bool:
    """Whether an account sees the pestzaken; `anderen` tells of every other account that can come in whether it has the
    task."""
    return pest or (rol is Rol.DIRECTEUR and not any(anderen))
