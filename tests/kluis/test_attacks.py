"""What someone with the files, an own account and a text editor tries: to be given a key, or to break the program.

Each attack changes the keyring or the folder by hand and signs it well, with a key that the attacker really has; then
the others go on as always. None of it may give a key away, lock anyone out or pass unseen.
"""

import json
import os
import secrets
import shutil
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from svp_desktop import settings
from svp_desktop.domain.errors import BestandBeschadigd, WachtwoordOnjuist
from svp_desktop.domain.school import Bouw
from svp_desktop.kluis import attempts, events, keyring, maintenance, revisions, ringfile, trail, ways, witness
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keys import UserSecret, b64
from svp_desktop.paths import Paths
from svp_desktop.services import tweede_plek
from svp_desktop.services.woorden import lijst
from tests.kluis.team import Team, make_team

NEW = "een heel nieuw wachtwoord"
CODE = bytes(range(16))
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def pair(tmp_path, clock):
    """A directeur and one vertrouwenspersoon; locked."""
    made = make_team(tmp_path, clock, "eerste")
    yield made
    made.leave()


def secret_of(team: Team, who: str) -> UserSecret:
    ring = ringfile.read(team.folder)
    return ways.open_by_password(ring, team.ids[who], team.passwords[who], KdfPolicy.for_tests())


def forge(team: Team, edit: Callable[[ringfile.Ring], object], who: str = "directeur") -> None:
    """Change the keyring of a locked school by hand, signed as `who`."""
    team.leave()
    ring = ringfile.read(team.folder)
    edit(ring)
    signed = keyring.signed(ring, team.ids[who], secret_of(team, who), ringfile.current_fingerprint(team.folder))
    (team.folder / ringfile.NAME).write_bytes(ringfile.sealed(signed))


def entry_of(ring, kind, owner=""):
    return next(entry for entry in ring["compartments"] if entry["kind"] == kind and entry["owner"] == owner)


def user(team, ring, who="eerste"):
    return keyring.user_of(ring, team.ids[who])


def key_of(team, ring, entry, who):
    """The raw key that `who` can get out of this entry, None without."""
    return keyring.open_slot(ring, entry, team.ids[who], secret_of(team, who))


def false_slot(team, ring, entry, who, dekv=None):
    """A slot that nobody who holds the key ever gave; its content does not matter, its signature is good."""
    holder, secret = user(team, ring, who), secret_of(team, who)
    return keyring.grant(ring, entry, secrets.token_bytes(32), holder, secret, holder["id"], dekv)


# --- to be given a key ---


def test_a_herstelblad_that_was_slipped_in_gets_no_new_secret(pair):
    """A new password seals the new secret to the owner's herstelblad: only to one that she made herself."""

    def edit(ring):
        attacker = ways.recovery_way(
            secret_of(pair, "directeur"), CODE, ring["school"]["id"], pair.ids["eerste"], "2026-03-02"
        )
        user(pair, ring)["ways"].append(attacker)

    forge(pair, edit)
    carla = pair.enter("eerste")
    assert carla.sleutels.herstelblad_op is None
    carla.sleutels.wijzig_wachtwoord(pair.passwords["eerste"], NEW)
    pair.leave()
    ring = ringfile.read(pair.folder)
    assert not ways.of_type(user(pair, ring), ways.RECOVERY)
    with pytest.raises(WachtwoordOnjuist):
        ways.open_by_sheet(ring, pair.ids["eerste"], CODE)


def test_envelopes_that_were_slipped_in_get_no_new_key(pair):
    """A renewal seals the new key to the envelopes of the owner, and to no others."""

    def edit(ring):
        entry = entry_of(ring, "eigen", pair.ids["eerste"])
        directeur = secret_of(pair, "directeur")
        entry["pairs"] = [keyring.make_pair(ring, entry, bytes(32), (1, 2), CODE + CODE, "2026-03-02", directeur)]
        entry["stale"] = True

    forge(pair, edit)
    carla = pair.enter("eerste")
    assert carla.vernieuw_sleutels() == ("eigen",)
    pair.leave()
    ring = ringfile.read(pair.folder)
    assert keyring.open_pair(ring, entry_of(ring, "eigen", pair.ids["eerste"]), (1, 2), CODE + CODE) is None


def test_envelopes_of_the_owner_outlive_a_new_password_and_a_new_key(pair):
    carla = pair.enter("eerste")
    envelopes = carla.sleutels.nieuwe_enveloppen()
    typed = tuple(" ".join(words) for words in envelopes.woorden)
    carla.sleutels.controleer_enveloppen(envelopes, typed)
    carla.sleutels.wijzig_wachtwoord(pair.passwords["eerste"], NEW)
    pair.passwords["eerste"] = NEW
    forge(pair, lambda ring: entry_of(ring, "eigen", pair.ids["eerste"]).update(stale=True))
    assert pair.enter("eerste").vernieuw_sleutels() == ("eigen",)
    pair.leave()
    ring = ringfile.read(pair.folder)
    entry = entry_of(ring, "eigen", pair.ids["eerste"])
    codes = lijst().blad_bytes(typed[0]) + lijst().blad_bytes(typed[1])
    assert keyring.open_pair(ring, entry, (1, 2), codes) == key_of(pair, ring, entry, "eerste")


@pytest.mark.parametrize("kind", ["meldcode", "eigen"])
def test_who_lists_himself_as_a_holder_gets_no_new_key(pair, kind):
    """The directeur adds a slot of rubbish and says that a renewal is due."""
    owner = pair.ids["eerste"] if kind == "eigen" else ""

    def edit(ring):
        entry = entry_of(ring, kind, owner)
        entry["slots"].append(false_slot(pair, ring, entry, "directeur"))
        entry["stale"] = True

    forge(pair, edit)
    carla = pair.enter("eerste")
    assert carla.vernieuw_sleutels() == (kind,)
    pair.leave()
    ring = ringfile.read(pair.folder)
    assert keyring.holders(entry_of(ring, kind, owner)) == (pair.ids["eerste"],)
    assert key_of(pair, ring, entry_of(ring, kind, owner), "directeur") is None
    assert pair.enter("eerste").soorten == {"school", "meldcode", "eigen"}


def test_whose_key_was_taken_back_lists_himself_in_vain(team):
    """Once a co-holder, known inside the file: after the renewal that his going brought he is not one any more."""
    team.enter("eerste").sleutels.geef_medehouder(team.ids["tweede"])
    carla = team.enter("eerste")
    carla.sleutels.trek_medehouder_in(team.ids["tweede"])
    carla.vernieuw_sleutels()
    owner = team.ids["eerste"]

    def edit(ring):
        entry = entry_of(ring, "eigen", owner)
        entry["slots"].append(false_slot(team, ring, entry, "tweede"))
        entry["stale"] = True

    forge(team, edit, "tweede")
    assert team.enter("eerste").vernieuw_sleutels() == ("eigen",)
    team.leave()
    assert keyring.holders(entry_of(ringfile.read(team.folder), "eigen", owner)) == (owner,)


def plant(team, entry, key, holder_id, giver="directeur", dekv=None):
    """A file under the attacker's key in the place of a compartment, with a slot for its holder; returns the slot."""
    ring = ringfile.read(team.folder)
    schema = revisions.EIGEN if entry["kind"] == "eigen" else revisions.MELDCODE
    (team.folder / entry["file"]).unlink(missing_ok=True)
    identity = Identity(ring["school"]["id"], entry["id"], entry["kind"])
    maintenance.create(team.folder / entry["file"], bytearray(key), identity, schema, NOW)
    giver_id, holder = team.ids[giver], keyring.user_of(ring, holder_id)
    return keyring.grant(ring, entry, key, holder, secret_of(team, giver), giver_id, dekv)


@pytest.mark.parametrize("halfway", [False, True])
def test_a_private_file_under_a_key_of_someone_else_is_not_hers(pair, halfway):
    """She would write in a file that the directeur reads along, also as if a renewal was left halfway."""
    key, owner = secrets.token_bytes(32), pair.ids["eerste"]

    def edit(ring):
        entry = entry_of(ring, "eigen", owner)
        slot = plant(pair, entry, key, owner, dekv=entry["dekv"] + halfway)
        entry["slots"] = [*entry["slots"], slot] if halfway else [slot]
        entry["pending_dekv"] = entry["dekv"] + 1 if halfway else None

    forge(pair, edit)
    carla = pair.enter("eerste")
    assert "eigen" in carla.fouten
    assert carla.soorten == {"school", "meldcode"}


def test_a_private_file_that_was_ready_before_she_came_is_refused(tmp_path, clock):
    """The directeur makes it for the invited account, whose secret he made himself."""
    team = make_team(tmp_path, clock)
    words = team.invite("eerste")
    key, owner = secrets.token_bytes(32), team.ids["eerste"]

    def edit(ring):
        entry = keyring.new_compartment("eigen", "eigen-0123456789abcdef.db", owner)
        entry["slots"] = [plant(team, entry, key, owner)]
        ring["compartments"].append(entry)

    forge(team, edit)
    with pytest.raises(BestandBeschadigd):
        team.toegang.aanvaard(team.folder, owner, words, NEW)


def test_a_meldcode_file_under_a_key_of_someone_else_is_noticed(pair):
    """What she held had another key, and who renewed it would have known that one."""
    pair.enter("eerste")
    pair.leave()
    key, owner = secrets.token_bytes(32), pair.ids["eerste"]

    def edit(ring):
        entry = entry_of(ring, "meldcode")
        entry["slots"] = [plant(pair, entry, key, owner)]
        entry["dekv"] = 1
        head = (0, 0, trail.start(ring["school"]["id"], entry["id"]).hex())
        events.restored(
            ring, entry["id"], head, head, at=NOW, account_id=pair.ids["directeur"], secret=secret_of(pair, "directeur")
        )

    forge(pair, edit)
    carla = pair.enter("eerste")
    assert "meldcode" in carla.fouten
    assert carla.soorten == {"school", "eigen"}


def test_a_backup_is_not_put_back_under_a_key_of_someone_else(pair):
    """What she puts back is sealed with the key of today: the directeur would like that to be his."""
    pair.enter("eerste").reservekopieen.maak(lambda _done, _total: None)
    pair.leave()
    file = pair.folder / "meldcode.db"
    kept = file.read_bytes()

    def edit(ring):
        entry = entry_of(ring, "meldcode")
        entry["slots"] = [plant(pair, entry, secrets.token_bytes(32), pair.ids["eerste"])]

    forge(pair, edit)
    file.write_bytes(kept[:4096])
    restore = pair.toegang.terugzetten.begin(pair.toegang.terugzetten.punten(pair.folder)[0], pair.ids["eerste"])
    restore.open(pair.passwords["eerste"])
    restore.open_vandaag(pair.passwords["eerste"])
    parts = {part.titel: part for part in restore.vergelijk(lambda: None).delen}
    restore.sluit()
    assert [title for title, part in parts.items() if part.terug] == [
        "School: incidenten, casussen, personen",
        "Uw eigen dossier",
    ]


def test_a_key_that_was_renewed_twice_while_she_was_away_is_still_known(team):
    team.enter("tweede")
    for _ in range(2):
        forge(team, lambda ring: entry_of(ring, "meldcode").update(stale=True))
        assert team.enter("eerste").vernieuw_sleutels() == ("meldcode",)
    assert team.enter("tweede").soorten == {"school", "meldcode", "eigen"}


def test_her_own_file_that_is_not_listed_any_more_is_told_and_not_made_anew(pair):
    pair.enter("eerste")

    def edit(ring):
        ring["compartments"].remove(entry_of(ring, "eigen", pair.ids["eerste"]))

    forge(pair, edit)
    carla = pair.enter("eerste")
    assert "eigen" in carla.fouten
    assert any("vertrouwelijke dossier" in message.kop for message in carla.meldingen())
    assert len(list(pair.folder.glob("eigen-*.db"))) == 1


def test_nothing_false_is_signed_again_at_a_new_password(team):
    """A slot that says it was given by her, which she never signed, must not get her signature."""

    def edit(ring):
        entry = entry_of(ring, "meldcode")
        slot = false_slot(team, ring, entry, "coordinator") | {"granted_by": team.ids["eerste"]}
        entry["slots"].append(slot)

    forge(team, edit, "coordinator")
    team.enter("eerste").sleutels.wijzig_wachtwoord(team.passwords["eerste"], NEW)
    team.leave()
    ring = ringfile.read(team.folder)
    with pytest.raises(BestandBeschadigd):
        key_of(team, ring, entry_of(ring, "meldcode"), "coordinator")


def double(name, value):
    def edit(ring):
        other = json.loads(json.dumps(ring["compartments"][-1]))
        other |= {"id": "00000000-0000-4000-8000-000000000000", "file": "eigen-0123456789abcdef.db"}
        ring["compartments"].append(other | {name: value(ring)})

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        double("kind", lambda ring: "meldcode"),
        double("kind", lambda ring: "school"),
        double("owner", lambda ring: ring["users"][1]["id"]),
        double("file", lambda ring: "school.db"),
        double("id", lambda ring: ring["compartments"][0]["id"]),
        lambda ring: ring["users"].append(dict(ring["users"][0])),
        double("kind", lambda ring: "vreemd"),
        lambda ring: ring["users"][1].update(status="spook"),
        lambda ring: ring["users"][1].update(role="beheerder"),
        lambda ring: ring["users"][1].update(status="verwijderd", role="beheerder"),
        lambda ring: ring["users"][0]["ways"].append({"type": "recovery", "date": "2026-02-30"} | SHEET),
        lambda ring: ring["events"].append(EVENT | {"at": "gisteren"}),
        lambda ring: ring["events"].append(EVENT | {"at": "0001-01-01T00:00:00+00:00"}),
        lambda ring: ring["users"][0]["ways"].append(dict(ring["users"][0]["ways"][0])),
    ],
)
def test_what_no_keyring_can_hold_is_damage_before_anything_is_tried(pair, edit):
    forge(pair, edit)
    (choice,) = pair.toegang.scholen()
    assert isinstance(choice.fout, BestandBeschadigd)
    with pytest.raises(BestandBeschadigd):
        pair.enter("eerste")


SHEET = {"pk": b64(bytes(32)), "sealed": b64(bytes(80)), "sig": b64(bytes(64))}
EVENT = {
    "id": "00000000-0000-4000-8000-000000000000",
    "kind": "herstelblad",
    "user": "00000000-0000-4000-8000-000000000000",
    "compartment": "",
    "from": [0, 0, ""],
    "to": [0, 0, ""],
    "sig": b64(bytes(64)),
}


# --- to be taken for someone else, or to hide what was done ---


def test_a_line_cannot_hide_behind_the_number_of_one_that_was_seen(pair):
    carla = pair.enter("eerste")
    sheet = carla.sleutels.nieuw_herstelblad()
    carla.sleutels.controleer_herstelblad(sheet, " ".join(sheet.woorden))
    pair.leave()
    carla = pair.keep(pair.toegang.herstel(pair.folder, pair.ids["eerste"], " ".join(sheet.woorden), NEW))
    pair.passwords["eerste"] = NEW
    carla.gezien([message.sleutel for message in carla.meldingen()])

    def edit(ring):
        seen, secret = ring["events"][0]["id"], secret_of(pair, "directeur")
        event = events.add(ring, events.RESTORED, NOW, pair.ids["directeur"], secret, entry_of(ring, "meldcode")["id"])
        event["id"] = seen[:13] + event["id"][13:]
        event["sig"] = b64(secret.sign(events.message(ring, event)))

    forge(pair, edit)
    assert any("teruggezet" in message.kop for message in pair.enter("eerste").meldingen())


@pytest.mark.parametrize(("signer", "excused"), [("eerste", False), ("directeur", True)])
def test_only_a_line_of_whom_it_names_explains_an_older_copy(pair, tmp_path, signer, excused):
    with pair.enter("directeur")._kluis.school.reading() as rx:
        then = witness.head(rx)
    pair.leave()
    shutil.copy(pair.folder / "school.db", tmp_path / "ouder.db")
    pair.enter("directeur").school.bewaar_groep("Groep 3", Bouw.ONDERBOUW)
    pair.leave()
    shutil.copy(tmp_path / "ouder.db", pair.folder / "school.db")

    def edit(ring):
        school, secret = entry_of(ring, "school")["id"], secret_of(pair, signer)
        named = pair.ids["directeur"]
        events.restored(ring, school, events.NOWHERE, then, at=NOW, account_id=named, secret=secret)

    forge(pair, edit, signer)
    found = [message.sleutel for message in pair.enter("directeur").meldingen()]
    assert ("ouder:school" not in found) == excused


def test_who_was_switched_off_signs_nothing_any_more(team):
    team.enter("directeur").accounts.zet_uit(team.ids["coordinator"])
    team.leave()
    old = ringfile.read(team.folder)
    secret = UserSecret(bytes(32))
    gone = keyring.user_of(old, team.ids["coordinator"])
    gone |= keyring.public_keys(secret, gone["id"])
    signed = keyring.signed(old, gone["id"], secret, "")
    (team.folder / ringfile.NAME).write_bytes(ringfile.sealed(signed))
    with pytest.raises(BestandBeschadigd):
        team.enter("directeur")


def test_a_lock_that_someone_without_a_key_broke_is_damage_and_no_wrong_password(pair):
    """He can make the checksum right, not the signature."""
    ring = ringfile.read(pair.folder)
    user(pair, ring)["ways"][0]["salt"] = b64(bytes(16))
    (pair.folder / ringfile.NAME).write_bytes(ringfile.sealed(ring))
    with pytest.raises(BestandBeschadigd):
        pair.enter("eerste")


def test_an_old_backup_that_opens_does_not_forgive_wrong_tries_of_today(pair):
    pair.enter("eerste").reservekopieen.maak(lambda _done, _total: None)
    pair.enter("eerste").sleutels.wijzig_wachtwoord(pair.passwords["eerste"], NEW)
    pair.leave()
    toegang, account = pair.toegang, pair.ids["eerste"]
    for _ in range(2):
        with pytest.raises(WachtwoordOnjuist):
            toegang.ontgrendel(pair.folder, account, "zomaar een gok van iemand")
    restore = toegang.terugzetten.begin(toegang.terugzetten.punten(pair.folder)[0], account)
    restore.open(pair.passwords["eerste"])
    restore.sluit()
    with pytest.raises(WachtwoordOnjuist) as refused:
        toegang.ontgrendel(pair.folder, account, "zomaar een gok van iemand")
    assert refused.value.seconds > 0


# --- to break the program, or to lock someone out ---


def test_a_state_that_was_spoilt_keeps_nobody_out_and_nothing_open(pair):
    forge(pair, lambda ring: user(pair, ring)["state"].update(ct=b64(bytes(4112))))
    carla = pair.enter("eerste")
    assert carla.soorten == {"school", "meldcode", "eigen"}
    assert any("ouder" in message.kop or "veranderd" in message.kop for message in carla.meldingen())
    carla.vergrendel()
    pair.opened.clear()
    assert not [message for message in pair.enter("eerste").meldingen() if message.sleutel == "ring"]


def test_a_school_that_cannot_be_opened_leaves_her_own_files_open(pair):
    pair.leave()
    (pair.folder / "school.db").chmod(0o400)
    if os.access(pair.folder / "school.db", os.W_OK):  # an administrator ignores modes: then the file is gone
        (pair.folder / "school.db").unlink()
    carla = pair.enter("eerste")
    assert carla.soorten == {"meldcode", "eigen"}
    assert set(carla.fouten) == {"school"}


def test_small_files_of_nonsense_hold_nothing_up(pair):
    """Nothing but brackets, and a witness of five thousand digits."""
    (pair.folder / "backups").mkdir(exist_ok=True)
    for name in (attempts.NAME, f"backups/{tweede_plek.CHOICE_NAME}"):
        (pair.folder / name).write_bytes(b"[" * 16000)
    config = Paths.under(pair.root).config
    witnesses = {"getuigen": {pair.folder.name: "9" * 5000}}
    for content in (b"[" * 16000, json.dumps(witnesses).encode()):
        (config / settings.FILE).write_bytes(content)
        assert pair.enter("eerste").soorten == {"school", "meldcode", "eigen"}
    assert tweede_plek.lees(pair.folder) is None


def test_the_last_number_that_a_keyring_can_have_is_not_the_last_change(pair):
    pair.leave()
    ring = ringfile.read(pair.folder) | {"generation": 2**53 - 1}
    signed = keyring.signed(ring, pair.ids["directeur"], secret_of(pair, "directeur"), "")
    (pair.folder / ringfile.NAME).write_bytes(ringfile.sealed(signed))
    pair.enter("eerste").sleutels.wijzig_wachtwoord(pair.passwords["eerste"], NEW)
    pair.passwords["eerste"] = NEW
    assert pair.enter("eerste").soorten == {"school", "meldcode", "eigen"}


@pytest.mark.parametrize("name", ["schrijfproef.part", f"{attempts.NAME}.part", f"{ringfile.NAME}.part"])
def test_what_is_left_in_the_way_of_a_write_holds_nothing_up(pair, name):
    """A pipe that nobody reads, or a link to a file elsewhere."""
    elsewhere = pair.root / "elders.txt"
    elsewhere.write_text("van een ander")
    for make in (os.mkfifo, lambda path: path.symlink_to(elsewhere), lambda path: path.hardlink_to(elsewhere)):
        make(pair.folder / name)
        pair.enter("eerste")
        pair.leave()
    assert elsewhere.read_text() == "van een ander"


def test_every_file_of_a_school_is_for_its_user_alone(team):
    team.enter("eerste").reservekopieen.maak(lambda _done, _total: None)
    team.enter("directeur").accounts.trek_in(team.ids["coordinator"], "school")
    team.opened[-1].vernieuw_sleutels()
    for path in [team.folder, *team.folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path.name
