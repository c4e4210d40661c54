"""The role of an account in one line, as the pages before the workplace say it."""

from typing import TYPE_CHECKING

from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Rol

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze

PEST = "pestcoördinator"


def role_name(rol: Rol) -> str:
    """The role: every vertrouwenspersoon with an account is an internal one."""
    return "Vertrouwenspersoon" if rol is Rol.INTERNE_VERTROUWENSPERSOON else ROLNAMEN[rol]


def role_line(account: "AccountKeuze") -> str:
    """The role, and pestcoördinator for who is that too."""
    return role_name(account.rol) + (f", {PEST}" if account.pest else "")
