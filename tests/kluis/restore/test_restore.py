"""Putting a backup back: what is told before, who may, what it leaves alone, and what damage changes of that."""

import pytest

from svp_desktop.domain.errors import BestandBeschadigd, WachtwoordOnjuist
from svp_desktop.kluis import manifest, rotation, swap
from svp_desktop.kluis.ringfile import NAME as RING
from tests.kluis.restore.conftest import (
    copied,
    folder_bytes,
    go_on,
    names,
    nothing,
    opened,
    parts_of,
    pupil,
    put_back,
    service,
)

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
    private = [name for name, size in kept[0].sizes if name.startswith("eigen-") and name.endswith(".db")]
    others = sum(size for name, size in kept[0].sizes if not name.startswith("eigen-"))
    # of a private file not even the size is told
    assert len(private) == 2
    assert shown.grootte == others + 2 * 1_150_000
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
