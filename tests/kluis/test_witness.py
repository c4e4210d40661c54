"""An older copy is noticed: of one file, of the whole folder; and what explains it is no alarm."""

import shutil

import pytest

from svp_desktop.domain.errors import AlleenLezen, BestandBeschadigd
from svp_desktop.domain.personen import naam_uit_tekst
from svp_desktop.domain.school import Medewerker
from svp_desktop.kluis import files


def work(werkplek, name="Nieuw Iemand"):
    """A change that leaves a line in the trail."""
    werkplek.personen.bewaar(Medewerker(0, "", naam_uit_tekst(name)))


def alarms(werkplek):
    return [message.sleutel for message in werkplek.meldingen() if message.sleutel.startswith("ouder:")]


@pytest.fixture
def older(team, tmp_path):
    """A copy of the whole folder as it was before the directeur did more."""
    work(team.enter("directeur"))
    team.leave()
    shutil.copytree(team.folder, tmp_path / "ouder")
    work(team.enter("directeur"), "Nog Iemand")
    team.leave()
    return tmp_path / "ouder"


def put_back(team, older, *names):
    for name in names:
        shutil.copy(older / name, team.folder / name)


def test_an_older_file_is_noticed_and_only_read_until_it_is_accepted(team, older):
    put_back(team, older, "school.db")
    directeur = team.enter("directeur")
    assert alarms(directeur) == ["ouder:school"]
    assert directeur.alleen_lezen == {"school"}
    with pytest.raises(AlleenLezen):
        work(directeur)
    assert len(directeur.personen.zoek("Iemand")) == 1  # reading goes on
    assert alarms(team.enter("directeur")) == ["ouder:school"]  # looking is not accepting
    directeur = team.enter("directeur")
    directeur.aanvaard_ouder("school")
    work(directeur, "Derde Iemand")
    assert alarms(directeur) == []
    assert alarms(team.enter("directeur")) == []
    told = [message.kop for message in team.enter("coordinator").meldingen()]
    assert any("oudere kopie van de schoolgegevens aanvaard" in text for text in told)


def test_a_whole_older_folder_is_noticed_by_what_stands_outside_it(team, older):
    put_back(team, older, *(path.name for path in older.iterdir() if path.is_file()))
    assert alarms(team.enter("directeur")) == ["ouder:school"]


def test_an_older_file_is_noticed_by_who_comes_later(team, tmp_path):
    shutil.copy(team.folder / "school.db", tmp_path / "school.db")
    work(team.enter("coordinator"))
    team.leave()
    shutil.copy(tmp_path / "school.db", team.folder / "school.db")
    assert alarms(team.enter("coordinator")) == ["ouder:school"]
    assert alarms(team.enter("directeur")) == ["ouder:school"]  # by the witness of this computer


def test_an_older_private_file_is_noticed_by_its_holder_alone(team, tmp_path):
    for path in team.folder.glob("eigen-*.db"):
        shutil.copy(path, tmp_path / path.name)
    team.enter("eerste")
    team.leave()
    for path in team.folder.glob("eigen-*.db"):
        shutil.copy(tmp_path / path.name, path)
    assert alarms(team.enter("eerste")) == ["ouder:eigen"]
    assert alarms(team.enter("directeur")) == []


def test_going_on_after_a_crash_is_no_alarm(team):
    werkplek = team.enter("directeur")
    work(werkplek)
    werkplek._kluis.close()  # as after a crash: no witness is written
    team.opened.clear()
    assert alarms(team.enter("directeur")) == []


def test_an_accepted_copy_does_not_explain_a_still_older_one(team, older, tmp_path):
    put_back(team, older, "school.db")
    team.enter("directeur").aanvaard_ouder("school")
    for number in range(3):
        work(team.opened[-1], f"Mens {number}")
    team.leave()
    put_back(team, older, "school.db")
    assert alarms(team.enter("directeur")) == ["ouder:school"]


def test_an_older_keyring_with_an_older_private_file_is_noticed_from_outside(team, tmp_path):
    """Both together agree with each other: the state that would tell is in the keyring that was put back too."""
    kept = [team.folder / "sleutelring.json", *team.folder.glob("eigen-*.db")]
    for path in kept:
        shutil.copy(path, tmp_path / path.name)
    team.enter("eerste")
    team.leave()
    for path in kept:
        shutil.copy(tmp_path / path.name, path)
    first = team.enter("eerste")
    assert alarms(first) == []
    assert [message.kop for message in first.meldingen() if message.sleutel == "ring"]
    assert not [message for message in team.enter("eerste").meldingen() if message.sleutel == "ring"]


def test_one_page_of_an_older_copy_is_noticed(team, older):
    """Each page is sealed well and in its own place, and the commit sequence is that of today."""
    now, before = (folder / "school.db" for folder in (team.folder, older))
    pages = [(number, number + files.PAGE) for number in range(0, now.stat().st_size, files.PAGE)]
    whole, old = now.read_bytes(), before.read_bytes()
    noticed = same = 0
    for start, end in pages:
        if whole[start:end] == old[start:end]:
            same += 1
            continue
        now.write_bytes(whole[:start] + old[start:end] + whole[end:])
        ring = (team.folder / "sleutelring.json").read_bytes()
        try:
            noticed += bool(alarms(team.enter("directeur")))
        except BestandBeschadigd:
            noticed += 1
        for werkplek in team.opened:
            werkplek._kluis.close()
        team.opened.clear()
        now.write_bytes(whole)
        (team.folder / "sleutelring.json").write_bytes(ring)
    assert noticed == len(pages) - same > 3
