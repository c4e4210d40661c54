"""Where backups are found, and putting one back on another laptop."""

import json
import shutil
import threading

import pytest

from svp_desktop.kluis import manifest
from svp_desktop.paths import Paths
from svp_desktop.services import terugzetten, tweede_plek
from svp_desktop.services.toegang import Toegang
from tests.kluis.restore.conftest import go_on, names, nothing, service


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


def test_a_school_whose_keyring_is_gone_is_found_on_this_computer(school):
    (school.folder / "sleutelring.json").unlink()
    assert school.toegang.scholen() == ()
    (point, *_) = service(school).punten_hier()
    restore = service(school).begin(point, school.ids["directeur"])
    restore.open(wachtwoord=school.passwords["directeur"])
    assert restore.zet_terug(restore.vergelijk(go_on).voorstel(), nothing) == school.folder
    restore.sluit()
    assert names(school.enter("directeur")) == ["Sem Bakker"]


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
