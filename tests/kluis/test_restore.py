"""Putting a backup back: by whom, what it would change, what it leaves alone, and where it can be cut short."""

import errno
import json
import os
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from svp_desktop.domain.errors import AlGeopend, BestandBeschadigd, SchijfVol, WachtwoordOnjuist
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.kluis import backup, blobs, files, manifest, ringfile, rotation, swap
from svp_desktop.kluis.blobs import Blob
from svp_desktop.kluis.ringfile import NAME as RING
from svp_desktop.paths import Paths
from svp_desktop.services import terugzetten, tweede_plek
from svp_desktop.services.toegang import Toegang
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


@pytest.fixture(scope="module")
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


# -- looking first


def test_what_would_change_is_told_before_anything_is_done(school):
    before = folder_bytes(school.folder)
    parts = parts_of(school, "directeur")
    assert folder_bytes(school.folder) == before
    part = parts["School: incidenten, casussen, personen"]
    assert part.terug
    assert part.regels_sinds > 0
    people = next(telling for telling in part.tellingen if telling.code == "personen")
    assert people.nu == people.toen + 1
    assert f"{people.toen} personen, nu {people.nu}" == people.zin()


def test_of_what_an_account_cannot_open_nothing_is_told(school):
    parts = parts_of(school, "directeur")
    for title in ("Meldcode en zedenmisdrijf", "Eigen dossier van Carla Bos", "Eigen dossier van Dirk Lam"):
        part = parts[title]
        assert (part.terug, part.laatste_toen, part.regels_sinds, part.tellingen) == (False, None, None, ())
        assert part.gevolg() == "Blijft zoals het nu is."


def test_a_vertrouwenspersoon_sees_his_own_and_not_the_other_one(school):
    parts = parts_of(school, "eerste")
    assert parts["Uw eigen dossier"].terug
    assert parts["Meldcode en zedenmisdrijf"].terug
    assert not parts["Eigen dossier van Dirk Lam"].terug


@pytest.mark.parametrize("wrong", ["", "een ander wachtwoord, helaas"])
def test_a_wrong_password_opens_nothing_and_makes_the_wait_grow(school, wrong):
    point = service(school).punten(school.folder)[0]
    for _ in range(4):
        with pytest.raises(WachtwoordOnjuist) as refused:
            service(school).begin(point, school.ids["directeur"]).open(wachtwoord=wrong)
    assert refused.value.seconds > 0


# -- doing it


def test_the_school_is_as_it_was_and_the_old_one_is_kept(school, clock):
    old = folder_bytes(school.folder)
    assert put_back(school, "directeur") == school.folder
    werkplek = school.enter("directeur")
    assert names(werkplek) == ["Sem Bakker"]
    kept = swap.old_ones(school.folder)
    assert len(kept) == 1
    assert {name: data for name, data in old.items() if not name.startswith("backups/")} == folder_bytes(kept[0].folder)
    (shown,) = werkplek.reservekopieen.oude_scholen()
    assert shown.grootte == kept[0].size > 0
    werkplek.reservekopieen.verwijder_oude(shown.sleutel)
    assert not kept[0].folder.exists()


def test_what_the_account_cannot_open_stays_as_it_is_now(school):
    private = {path.name: path.read_bytes() for path in school.folder.glob("eigen-*.db")}
    meldcode = (school.folder / "meldcode.db").read_bytes()
    put_back(school, "directeur")
    assert {path.name: path.read_bytes() for path in school.folder.glob("eigen-*.db")} == private
    assert (school.folder / "meldcode.db").read_bytes() == meldcode


def test_only_what_was_chosen_is_put_back(school):
    parts = parts_of(school, "eerste")
    school_part = parts["School: incidenten, casussen, personen"]
    now = (school.folder / "school.db").read_bytes()
    put_back(school, "eerste", {part.id for part in parts.values() if part.terug and part is not school_part})
    assert (school.folder / "school.db").read_bytes() == now
    assert (
        names(school.enter("directeur")) == ["Sem Bakker", "Noor Bakker"] or len(names(school.enter("directeur"))) == 2
    )


def test_nobody_gets_an_alarm_and_everyone_can_work(school):
    put_back(school, "directeur")
    for who in ("directeur", "coordinator", "eerste", "tweede"):
        werkplek = school.enter(who)
        assert not werkplek._kluis.older
        assert not werkplek._kluis.faults
        pupil(werkplek, f"Kind van {who}")
    (line,) = [event for event in werkplek._kluis.ring["events"] if event["kind"] == "teruggezet"]
    assert line["user"] == school.ids["directeur"]
    assert line["from"][1] > line["to"][1] > 0


def test_a_password_that_was_changed_stays_changed(school):
    old = school.passwords["directeur"]
    new = "het allernieuwste wachtwoord"
    school.enter("directeur").sleutels.wijzig_wachtwoord(old, new)
    school.leave()
    point = service(school).punten(school.folder)[0]
    restore = service(school).begin(point, school.ids["directeur"])
    restore.open(wachtwoord=old)
    assert restore.vraagt_vandaag
    with pytest.raises(WachtwoordOnjuist):
        restore.open_vandaag(wachtwoord=old)
    restore.open_vandaag(wachtwoord=new)
    restore.zet_terug(restore.vergelijk(go_on).voorstel(), nothing)
    restore.sluit()
    with pytest.raises(WachtwoordOnjuist):
        school.enter("directeur")
    school.passwords["directeur"] = new
    assert names(school.enter("directeur")) == ["Sem Bakker"]


def test_a_key_that_was_renewed_is_not_turned_back(school, clock):
    """The coordinator's key is taken away and the school gets a new one: the backup comes back under the new key."""
    directeur = school.enter("directeur")
    directeur.accounts.trek_in(school.ids["coordinator"], "school")
    if "school" in rotation.due(directeur._kluis):
        rotation.renew(directeur._kluis, "school")
    ring = directeur._kluis.ring
    assert next(entry["dekv"] for entry in ring["compartments"] if entry["kind"] == "school") == 2
    school.leave()
    copy = school.folder / "backups" / manifest.read_all(school.folder / "backups")[0].line("school.db").blob_name
    put_back(school, "directeur")
    assert (school.folder / "school.db").read_bytes()[:16] != copy.read_bytes()[:16]
    assert names(school.enter("directeur")) == ["Sem Bakker"]
    assert names(school.enter("eerste")) == ["Sem Bakker"]


def test_by_herstelblad(school, clock):
    sleutels = school.enter("directeur").sleutels
    blad = sleutels.nieuw_herstelblad()
    sleutels.controleer_herstelblad(blad, " ".join(blad.woorden))
    copied(school, clock)
    pupil(school.enter("directeur"), "Daan")
    school.leave()
    put_back(school, "directeur", woorden=" ".join(blad.woorden))
    assert len(names(school.enter("directeur"))) == 2


# -- damage


def test_damage_of_one_file_proposes_only_that_one(school):
    path = school.folder / "school.db"
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    parts = parts_of(school, "eerste")
    assert parts["School: incidenten, casussen, personen"].kapot
    restore = opened(school, "eerste")
    found = restore.vergelijk(go_on)
    assert found.voorstel() == {parts["School: incidenten, casussen, personen"].id}
    restore.zet_terug(found.voorstel(), nothing)
    restore.sluit()
    assert names(school.enter("directeur")) == ["Sem Bakker"]


@pytest.mark.parametrize("harm", ["truncated", "gone", "zeroed"])
def test_a_file_without_shape_can_be_put_back(school, harm):
    path = school.folder / "school.db"
    if harm == "gone":
        path.unlink()
    elif harm == "truncated":
        path.write_bytes(path.read_bytes()[:5000])
    else:
        path.write_bytes(b"")
    put_back(school, "directeur")
    assert names(school.enter("directeur")) == ["Sem Bakker"]


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_without_a_keyring_that_of_the_backup_comes_back_with_all_its_files(school, harm):
    ring = school.folder / RING
    if harm == "gone":
        ring.unlink()
    else:
        ring.write_bytes(ring.read_bytes()[:-30])
    restore = opened(school, "directeur")
    found = restore.vergelijk(go_on)
    assert not found.sleutelring_blijft
    assert {part.titel for part in found.delen if part.mee} == {
        "Meldcode en zedenmisdrijf",
        "Eigen dossier van Carla Bos",
        "Eigen dossier van Dirk Lam",
    }
    restore.zet_terug(found.voorstel(), nothing)
    restore.sluit()
    assert names(school.enter("directeur")) == ["Sem Bakker"]
    for who in ("eerste", "tweede"):
        kluis = school.enter(who)._kluis
        assert kluis.kinds == {"school", "meldcode", "eigen"}
        assert not kluis.older


def test_a_restored_private_file_stays_closed_to_the_directeur(school):
    (school.folder / RING).unlink()
    put_back(school, "directeur")
    kluis = school.enter("directeur")._kluis
    assert kluis.kinds == {"school"}
    for entry in kluis.ring["compartments"]:
        if entry["kind"] != "school":
            assert school.ids["directeur"] not in {slot["holder"] for slot in entry["slots"]}


@pytest.mark.parametrize("name", ["school.db", RING])
def test_a_damaged_backup_is_never_put_back(school, name):
    made = manifest.read_all(school.folder / "backups")[0]
    path = school.folder / "backups" / made.line(name).blob_name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    before = folder_bytes(school.folder)
    if name == RING:
        assert service(school).punten(school.folder) == ()
    else:
        parts = parts_of(school, "directeur")
        assert not parts["School: incidenten, casussen, personen"].terug
    assert folder_bytes(school.folder) == before


def test_damage_between_looking_and_doing_changes_nothing(school):
    restore = opened(school, "directeur")
    found = restore.vergelijk(go_on)
    made = manifest.read_all(school.folder / "backups")[0]
    path = school.folder / "backups" / made.line("school.db").blob_name
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    before = folder_bytes(school.folder)
    with pytest.raises(BestandBeschadigd):
        restore.zet_terug(found.voorstel(), nothing)
    assert folder_bytes(school.folder) == before
    assert [one.name for one in school.folder.parent.iterdir() if swap.is_aside(one)] == []


# -- another laptop


def test_on_another_laptop_from_a_stick(school, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    tweede_plek.kopieer(school.folder, stick, clock(), nieuw=True)
    shutil.rmtree(school.root)
    other = Toegang(Paths.under(tmp_path / "andere laptop"), clock, school.toegang._policy)
    points = other.terugzetten.punten_in(stick)
    assert [point.school for point in points] == ["De Wilgenhof"] * len(points)
    assert {account.naam for account in other.terugzetten.accounts(points[0])} >= {"Ada de Wit", "Carla Bos"}
    restore = other.terugzetten.begin(points[0], school.ids["eerste"])
    restore.open(wachtwoord=school.passwords["eerste"])
    assert not restore.vraagt_vandaag
    found = restore.vergelijk(go_on)
    folder = restore.zet_terug(found.voorstel(), nothing)
    restore.sluit()
    assert [choice.folder for choice in other.scholen()] == [folder]
    werkplek = other.ontgrendel(folder, school.ids["eerste"], school.passwords["eerste"])
    assert werkplek._kluis.kinds == {"school", "meldcode", "eigen"}
    assert names(werkplek) == ["Sem Bakker"]
    # the backup came along, and the numbers go on
    werkplek.reservekopieen.maak(nothing)
    assert manifest.read_all(folder / "backups")[0].number == 2
    werkplek.vergrendel()


@pytest.mark.parametrize(
    "chosen", ["stick", "folder of the backups", "kluis", "folder of kluizen", "school on the stick"]
)
def test_backups_are_found_in_whatever_folder_is_chosen(school, clock, tmp_path, chosen):
    stick = tmp_path / "stick"
    stick.mkdir()
    tweede_plek.kopieer(school.folder, stick, clock(), nieuw=True)
    folder = {
        "stick": stick,
        "folder of the backups": school.folder / "backups",
        "kluis": school.folder,
        "folder of kluizen": school.folder.parent,
        "school on the stick": stick / "SVP-reservekopieen" / school.folder.name,
    }[chosen]
    assert service(school).punten_in(folder)


def test_a_folder_without_backups_has_none(school, tmp_path):
    (tmp_path / "leeg" / "map").mkdir(parents=True)
    (tmp_path / "leeg" / "20260101-000000-000001.json").write_text("{}")
    assert service(school).punten_in(tmp_path / "leeg") == ()
    assert service(school).punten_in(tmp_path / "niet daar") == ()


def test_a_second_place_that_does_not_answer_is_left_out(school, monkeypatch):
    waits = threading.Event()
    monkeypatch.setattr(terugzetten, "_PATIENCE", 0.05)
    monkeypatch.setattr(terugzetten, "_folders", lambda _place: waits.wait(20) and [])
    (school.folder / "backups" / "plek.json").write_text('{"plek": "/ergens"}')
    with pytest.raises(terugzetten.PlekZwijgt):
        service(school).punten_tweede_plek(school.folder)
    assert service(school).punten(school.folder)
    waits.set()


def test_one_line_for_a_backup_on_two_places(school, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    (school.folder / "backups" / "plek.json").write_text(json.dumps({"plek": str(stick)}))
    tweede_plek.kopieer(school.folder, stick, clock(), nieuw=True)
    here, there = service(school).punten(school.folder), service(school).punten_tweede_plek(school.folder)
    assert len(here) == len(there) > 0
    assert terugzetten.alle(there, here) == here
    made = manifest.read_all(school.folder / "backups")[0]
    (school.folder / "backups" / made.line("meldcode.db").blob_name).unlink()
    assert terugzetten.alle(there, service(school).punten(school.folder))[0] == there[0]


# -- not now, not further


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
