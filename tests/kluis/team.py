"""A school with a directeur, a kwaliteitscoördinator and two vertrouwenspersonen, each with an own password."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from tests import ready

NAMES = {
    "directeur": ("Ada de Wit", Rol.DIRECTEUR),
    "coordinator": ("Bram Kuiper", Rol.KWALITEITSCOORDINATOR),
    "eerste": ("Carla Bos", Rol.INTERNE_VERTROUWENSPERSOON),
    "tweede": ("Dirk Lam", Rol.INTERNE_VERTROUWENSPERSOON),
}


@dataclass
class Team:
    """Unlocks the school for one of the team at a time."""

    root: Path
    clock: Callable[[], datetime]
    ids: dict[str, str] = field(default_factory=dict)
    passwords: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    opened: list[Werkplek] = field(default_factory=list)

    @property
    def toegang(self) -> Toegang:
        return Toegang(Paths.under(self.root), self.clock, KdfPolicy.for_tests())

    def enter(self, who: str) -> Werkplek:
        """Lock whoever is in, and unlock for `who`."""
        self.leave()
        return self.keep(self.toegang.ontgrendel(self.folder, self.ids[who], self.passwords[who]))

    def keep(self, werkplek: Werkplek) -> Werkplek:
        self.opened.append(werkplek)
        return werkplek

    def leave(self) -> None:
        for werkplek in self.opened:
            werkplek.vergrendel()
        self.opened.clear()

    def invite(self, who: str) -> str:
        """Let the directeur invite `who`; returns the words."""
        name, role = NAMES[who]
        invitation = self.enter("directeur").accounts.nodig_uit(name, role)
        self.ids[who] = invitation.account_id
        return " ".join(invitation.woorden)

    def join(self, who: str) -> Werkplek:
        """Invite `who` and let him accept: not granted anything yet."""
        words = self.invite(who)
        self.leave()
        self.passwords[who] = f"een eigen wachtwoord van {who}"
        return self.keep(self.toegang.aanvaard(self.folder, self.ids[who], words, self.passwords[who]))


def make_team(root: Path, clock: Callable[[], datetime], *members: str) -> Team:
    """The school with its directeur and these others, with the grants that their roles have by default; locked."""
    first = ready.copied(("team", clock(), members), root, lambda folder: _new_team(folder, clock, *members))
    folder = root / first.folder.relative_to(first.root)
    return Team(root, clock, dict(first.ids), dict(first.passwords), folder)


def _new_team(root: Path, clock: Callable[[], datetime], *members: str) -> Team:
    team = Team(root, clock)
    team.passwords["directeur"] = "een eigen wachtwoord van directeur"
    name, role = NAMES["directeur"]
    first = team.toegang.maak_school("De Wilgenhof", "Delft", name, role, team.passwords["directeur"])
    team.folder, team.ids["directeur"] = first.folder, first.account.id
    first.vergrendel()
    for who in members:
        team.join(who)
    directeur = team.enter("directeur")
    for who in members:
        directeur.accounts.geef_toegang(team.ids[who], "school")
    if {"eerste", "tweede"} <= set(members):
        team.enter("eerste").accounts.geef_toegang(team.ids["tweede"], "meldcode")
    team.leave()
    return team
