"""A restore that is refused, stopped, out of room or killed leaves one whole school."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from svp_desktop.domain.errors import AlGeopend, SchijfVol
from svp_desktop.kluis import blobs, files, manifest, ringfile, swap
from svp_desktop.kluis.blobs import Blob
from tests.kluis.restore.conftest import (
    Stop,
    folder_bytes,
    go_on,
    names,
    nothing,
    opened,
)


def test_not_while_the_school_is_open(school):
    restore = opened(school, "directeur")
    school.enter("coordinator")
    with pytest.raises(AlGeopend):
        restore.vergelijk(go_on)
    school.leave()
    found = restore.vergelijk(go_on)
    school.enter("coordinator")
    with pytest.raises(AlGeopend):
        restore.zet_terug(found.voorstel(), nothing)
    restore.sluit()


def test_stopped_or_without_room_everything_is_as_it_was(school, monkeypatch):
    restore = opened(school, "directeur")
    found = restore.vergelijk(go_on)
    before = folder_bytes(school.folder)
    beside = sorted(path.name for path in school.folder.parent.iterdir())
    stopped = 0
    for number in range(0, 200, 3):
        calls = iter(range(10_000))

        def stop(_done: int, _total: int, number: int = number, calls=calls) -> None:
            if next(calls) == number:
                raise Stop

        try:
            restore.zet_terug(found.voorstel(), stop)
            break
        except Stop:
            stopped += 1
        assert folder_bytes(school.folder) == before
        assert sorted(path.name for path in school.folder.parent.iterdir() if path.name != files.LOCK_NAME) == beside
    assert stopped > 3
    restore.sluit()
    assert names(school.enter("directeur")) == ["Sem Bakker"]


@pytest.mark.parametrize("where", ["room", "fsync"])
def test_a_full_disk_changes_nothing(school, monkeypatch, where):
    restore = opened(school, "directeur")
    found = restore.vergelijk(go_on)
    before = folder_bytes(school.folder)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        if where == "room":
            patch.setattr(files, "has_room", lambda *_: False)
        else:
            patch.setattr(os, "fsync", full)
        with pytest.raises(SchijfVol):
            restore.zet_terug(found.voorstel(), nothing)
    assert folder_bytes(school.folder) == before
    assert not [path for path in school.folder.parent.iterdir() if swap.is_aside(path)]
    restore.zet_terug(found.voorstel(), nothing)
    restore.sluit()
    assert names(school.enter("directeur")) == ["Sem Bakker"]


def test_killed_at_every_step_there_is_one_complete_kluis(school, child, tmp_path):
    """At every rename and sync of the exchange the process is killed; the next start leaves one whole school."""
    laptops = tmp_path / "laptops"
    who = (school.ids["directeur"], school.passwords["directeur"])
    done = child("restore_killed.py", school.root, school.folder.relative_to(school.root), laptops, *who)
    ends = done.stdout.split()
    assert ends[-1] == "0", done.stderr
    assert set(ends[:-1]) == {"-9"}
    assert len(ends) > 10
    made = manifest.read_all(school.folder / "backups")[0]
    was, now = made.line("school.db").blob, blob_of(school.folder / "school.db")
    found = []
    for step in range(len(ends)):
        team = replace(
            school, root=laptops / str(step), folder=laptops / str(step) / "data" / school.folder.name, opened=[]
        )
        (choice,) = team.toegang.scholen()
        assert choice.folder == team.folder
        aside = [path.name for path in team.folder.parent.iterdir() if swap.is_aside(path)]
        assert all(".oud-" in name for name in aside)
        assert manifest.is_complete(team.folder / "backups", made)
        files_of_ring = {entry["file"] for entry in ringfile.read(team.folder)["compartments"]}
        assert {path.name for path in team.folder.glob("*.db")} == files_of_ring
        found.append(blob_of(team.folder / "school.db"))
        assert found[-1] in (was, now)
        if step in (0, len(ends) - 1) or found[-1] != found[-2]:
            werkplek = team.enter("directeur")
            assert len(names(werkplek)) == (1 if found[-1] == was else 2)
            assert not werkplek._kluis.faults
            assert not werkplek._kluis.older
            team.leave()
    assert found == sorted(found, key=lambda blob: blob == was)
    assert set(found) == {was, now}


def blob_of(path: Path) -> Blob:
    return blobs.digest(blobs.pieces(path), lambda _: None)
