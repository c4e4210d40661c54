"""A school with something in its backup and more in it now; and how one of its team puts that back."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.kluis import backup, files
from svp_desktop.services import terugzetten
from tests.kluis.conftest import FrozenClock
from tests.kluis.team import make_team

DAY = 86_400


def nothing(_done: int, _total: int) -> None:
    return


def go_on() -> None:
    return


class Stop(Exception):
    pass


def pupil(werkplek, name: str) -> None:
    werkplek.personen.bewaar(Leerling(0, "", Naam(name, "", "Bakker")))


def names(werkplek) -> list[str]:
    return [treffer.titel for treffer in werkplek.zoeken("bakker")]


def copied(team, clock) -> None:
    team.leave()
    clock.forward(DAY)
    assert backup.make(team.folder, clock(), nothing) is not None


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A team whose school has Sem in its backup, and Noor only now. Made once: a copy of it is as good."""
    clock = FrozenClock()
    team = make_team(tmp_path_factory.mktemp("school"), clock, "coordinator", "eerste", "tweede")
    pupil(team.enter("directeur"), "Sem")
    copied(team, clock)
    team.enter("eerste")
    pupil(team.enter("directeur"), "Noor")
    team.leave()
    return team


@pytest.fixture
def school(prepared, clock, tmp_path):
    """The prepared team, on a laptop of its own."""
    clock.now = prepared.clock()
    root = tmp_path / "laptop"
    shutil.copytree(prepared.root, root)
    folder = root / prepared.folder.relative_to(prepared.root)
    made = replace(
        prepared,
        root=root,
        folder=folder,
        clock=clock,
        passwords=dict(prepared.passwords),
        ids=dict(prepared.ids),
        opened=[],
    )
    yield made
    made.leave()


def service(team) -> terugzetten.Terugzetten:
    return team.toegang.terugzetten


def opened(team, who: str, number: int = 0, **typed: str):
    """The restore of the newest backup by one of the team, with both keyrings open."""
    point = service(team).punten(team.folder)[number]
    restore = service(team).begin(point, team.ids[who])
    typed = typed or {"wachtwoord": team.passwords[who]}
    restore.open(**typed)
    if restore.vraagt_vandaag:
        restore.open_vandaag(**typed)
    return restore


def put_back(team, who: str, chosen: set[str] | None = None, **typed: str) -> Path:
    restore = opened(team, who, **typed)
    found = restore.vergelijk(go_on)
    folder = restore.zet_terug(found.voorstel() if chosen is None else chosen, nothing)
    restore.sluit()
    return folder


def parts_of(team, who: str) -> dict[str, object]:
    restore = opened(team, who)
    found = restore.vergelijk(go_on)
    restore.sluit()
    return {part.titel: part for part in found.delen}


def folder_bytes(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name not in (files.LOCK_NAME, "pogingen.json")}
