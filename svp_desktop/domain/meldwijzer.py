"""The meldwijzer: on one page what is reported where, in the words of the school, with who holds which role (30)."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from svp_desktop.domain.papier import Run
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Extern, Leerling, Persoon, Rol

_ROLE = re.compile(r"\[([^\[\]]{2,60})\]")
_BY_NAME = {name.casefold(): rol for rol, name in ROLNAMEN.items() if isinstance(rol, Rol)}
#: Every group has its own: no list of names.
_MANY = frozenset({Rol.GROEPSLEERKRACHT, Rol.AMBULANTE_KRACHT, Rol.BHV})
_VACANT = "nog niet ingevuld"


class Wegwijzer(NamedTuple):
    """One line: what there is, and what to do then, with the roles in it in bold."""

    kop: str
    tekst: tuple[Run, ...]


class WieIsWie(NamedTuple):
    """A role that the page names, and who holds it now with telephone or mail."""

    rol: Rol
    mensen: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """All of them, or that it is vacant."""
        return "\n".join(self.mensen) or _VACANT


def wegwijzers(regels: Iterable[str]) -> tuple[Wegwijzer, ...]:
    """The lines of the setting: before the first colon what there is, after it what to do; roles in brackets."""
    found = []
    for regel in regels:
        kop, colon, tekst = regel.partition(":")
        if not colon:
            kop, tekst = "", regel
        found.append(Wegwijzer(kop.strip(), _runs(tekst.strip())))
    return tuple(found)


def rollen(regels: Iterable[str]) -> tuple[Rol, ...]:
    """The roles that are named with their holders, in the order of the roles."""
    named = {_BY_NAME.get(match.casefold()) for regel in regels for match in _ROLE.findall(regel)}
    return tuple(rol for rol in Rol if rol in named and rol not in _MANY)


def wie(rol: Rol, mensen: Sequence[Persoon]) -> WieIsWie:
    """Who holds this role: "Marit Jansen, 012 345 67 89"."""
    lines = []
    for mens in mensen:
        reach = "" if isinstance(mens, Leerling) else mens.telefoon or ("" if isinstance(mens, Extern) else mens.email)
        lines.append(f"{mens.naam}, {reach}" if reach else str(mens.naam))
    return WieIsWie(rol, tuple(lines))


def _runs(tekst: str) -> tuple[Run, ...]:
    runs, at = [], 0
    for match in _ROLE.finditer(tekst):
        if match[1].casefold() not in _BY_NAME:
            continue
        runs += [Run(tekst[at : match.start()]), Run(match[1], bold=True)]
        at = match.end()
    return tuple(run for run in (*runs, Run(tekst[at:])) if run.text)
