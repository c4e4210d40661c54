"""Passwords, herstelbladen, envelopes and new keys: what was replaced opens nothing, and nobody is locked out."""

import json

import pytest

from svp_desktop.domain.errors import BestandBeschadigd, BladOnjuist, GeenToegang, InvoerOnjuist, WachtwoordOnjuist
from svp_desktop.domain.woordcode import WoordenOnjuist
from svp_desktop.kluis import engine, keyring, pragmas, ringfile, ways
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.services.woorden import lijst


def rings(team):
    """The keyring, and the generation before it."""
    return [ringfile.parse((team.folder / name).read_bytes()) for name in (ringfile.NAME, ringfile.PREVIOUS_NAME)]


def opens(ring, team, who, password) -> bool:
    try:
        ways.open_by_password(ring, team.ids[who], password, KdfPolicy.for_tests())
    except WachtwoordOnjuist:
        return False
    return True


def make_sheet(werkplek, password="") -> str:
    sheet = werkplek.sleutels.nieuw_herstelblad()
    werkplek.sleutels.controleer_herstelblad(sheet, " ".join(sheet.woorden), password)
    return " ".join(sheet.woorden)


def test_a_changed_password_opens_everything_and_the_old_one_nothing(team):
    werkplek = team.enter("eerste")
    before, old = ringfile.read(team.folder), team.passwords["eerste"]
    with pytest.raises(WachtwoordOnjuist):
        werkplek.sleutels.wijzig_wachtwoord("iets heel anders dan dit", "een heel nieuw wachtwoord")
    with pytest.raises(InvoerOnjuist):
        werkplek.sleutels.wijzig_wachtwoord(old, "kort")
    werkplek.sleutels.wijzig_wachtwoord(old, "een heel nieuw wachtwoord")
    team.leave()
    for ring in rings(team):
        assert not opens(ring, team, "eerste", old)
    # the old secret, kept from an old copy, opens no slot of today
    secret = ways.open_by_password(before, team.ids["eerste"], old, KdfPolicy.for_tests())
    now = ringfile.read(team.folder)
    held = [entry for entry in now["compartments"] if team.ids["eerste"] in keyring.holders(entry)]
    assert len(held) == 3
    for entry in held:
        with pytest.raises(BestandBeschadigd):
            keyring.open_slot(now, entry, team.ids["eerste"], secret)
    team.passwords["eerste"] = "een heel nieuw wachtwoord"
    assert team.enter("eerste").soorten == {"school", "meldcode", "eigen"}
    # what she gave to another before still opens
    assert team.enter("tweede").soorten == {"school", "meldcode", "eigen"}
    assert not [message for message in team.enter("tweede").meldingen() if "is veranderd" in message.kop]


def test_a_sheet_counts_after_its_words_were_typed_back(team):
    werkplek = team.enter("eerste")
    sheet = werkplek.sleutels.nieuw_herstelblad()
    assert werkplek.sleutels.herstelblad(sheet).startswith(b"%PDF-")
    other = lijst().blad_woorden(bytes(range(16)))
    with pytest.raises(BladOnjuist):
        werkplek.sleutels.controleer_herstelblad(sheet, " ".join(other))
    with pytest.raises(WoordenOnjuist):
        werkplek.sleutels.controleer_herstelblad(sheet, "geen woorden van de lijst xyzzy")
    assert werkplek.sleutels.herstelblad_op is None
    team.leave()
    with pytest.raises(BladOnjuist):
        team.toegang.herstel(team.folder, team.ids["eerste"], " ".join(sheet.woorden), "een heel nieuw wachtwoord")
    werkplek = team.enter("eerste")
    typed = ", ".join(f"{number}. {word.upper()}" for number, word in enumerate(sheet.woorden, 1))
    werkplek.sleutels.controleer_herstelblad(sheet, typed)
    assert werkplek.sleutels.herstelblad_op == sheet.gemaakt_op


def test_the_sheet_brings_everything_back_and_everyone_is_told_once(team):
    words = make_sheet(team.enter("eerste"))
    before = ringfile.read(team.folder)
    old_password = team.passwords["eerste"]
    team.leave()
    back = team.keep(team.toegang.herstel(team.folder, team.ids["eerste"], words, "een heel nieuw wachtwoord"))
    assert back.soorten == {"school", "meldcode", "eigen"}
    team.passwords["eerste"] = "een heel nieuw wachtwoord"
    for ring in rings(team):
        assert not opens(ring, team, "eerste", old_password)
    stolen = ways.open_by_sheet(before, team.ids["eerste"], lijst().blad_bytes(words))
    with pytest.raises(BestandBeschadigd):
        keyring.verify_ring(ringfile.read(team.folder), team.ids["eerste"], stolen)
    for who in ("directeur", "coordinator", "eerste", "tweede"):
        werkplek = team.enter(who)
        told = [message for message in werkplek.meldingen() if "herstelblad gebruikt" in message.kop]
        assert len(told) == 1
        werkplek.gezien([message.sleutel for message in told])
        assert not [message for message in werkplek.meldingen() if "herstelblad gebruikt" in message.kop]
    assert not [message for message in team.enter("tweede").meldingen() if "herstelblad gebruikt" in message.kop]


def test_a_new_sheet_ends_the_old_one(team):
    first = make_sheet(team.enter("eerste"))
    with pytest.raises(WachtwoordOnjuist):
        make_sheet(team.enter("eerste"), "niet het goede wachtwoord")
    second = make_sheet(team.enter("eerste"), team.passwords["eerste"])
    team.leave()
    with pytest.raises(BladOnjuist):
        team.toegang.herstel(team.folder, team.ids["eerste"], first, "een heel nieuw wachtwoord")
    team.keep(team.toegang.herstel(team.folder, team.ids["eerste"], second, "een heel nieuw wachtwoord"))


def test_wrong_words_wait_longer_and_longer_and_a_restart_does_not_help(team, clock):
    make_sheet(team.enter("directeur"))
    team.leave()
    wrong = " ".join(lijst().blad_woorden(bytes(16)))
    waits = []
    for _ in range(6):
        with pytest.raises(BladOnjuist) as refused:
            team.toegang.herstel(team.folder, team.ids["directeur"], wrong, "een heel nieuw wachtwoord")
        waits.append(refused.value.seconds)
        clock.forward(refused.value.seconds + 1)
    assert waits == [0, 0, 5, 10, 20, 40]
    with pytest.raises(BladOnjuist):
        team.toegang.herstel(team.folder, team.ids["directeur"], wrong, "een heel nieuw wachtwoord")
    with pytest.raises(WachtwoordOnjuist) as waiting:  # the right password waits too, in a new process of the program
        team.enter("directeur")
    assert waiting.value.seconds > 0


def test_two_of_three_envelopes_open_a_private_dossier_and_one_does_not(team):
    first = team.enter("eerste")
    envelopes = first.sleutels.nieuwe_enveloppen()
    assert all(first.sleutels.envelop(envelopes, number).startswith(b"%PDF-") for number in (1, 2, 3))
    typed = tuple(" ".join(words) for words in envelopes.woorden)
    with pytest.raises(BladOnjuist):
        first.sleutels.controleer_enveloppen(envelopes, (typed[0], typed[2], typed[1]))
    first.sleutels.controleer_enveloppen(envelopes, typed)
    (private,) = team.enter("tweede").sleutels.andere_dossiers()
    assert (private.naam, private.met_sleutel) == ("Carla Bos", False)
    second = team.enter("tweede")
    for pair in ((typed[0], typed[0]), (typed[0], " ".join(lijst().blad_woorden(bytes(16))))):
        with pytest.raises(BladOnjuist):
            second.sleutels.open_met_enveloppen(private.compartiment_id, *pair)
    kind = second.sleutels.open_met_enveloppen(private.compartiment_id, typed[2], typed[0])
    assert second.vertrouwelijk(kind).lijst() == ()
    assert second.vernieuw_sleutels() == ()  # as long as the owner holds it, nobody else makes its key
    assert any("twee enveloppen" in message.kop for message in team.enter("eerste").meldingen())
    assert team.enter("eerste").vernieuw_sleutels() == ("eigen",)
    assert team.enter("tweede").sleutels.open_ander_dossier(private.compartiment_id) == kind
    assert team.enter("eerste").soorten == {"school", "meldcode", "eigen"}
    with pytest.raises(GeenToegang):
        team.enter("directeur").sleutels.open_met_enveloppen(private.compartiment_id, typed[0], typed[1])


def test_with_envelopes_the_owner_may_go_and_the_dossier_stays(team):
    first = team.enter("eerste")
    envelopes = first.sleutels.nieuwe_enveloppen()
    typed = tuple(" ".join(words) for words in envelopes.woorden)
    first.sleutels.controleer_enveloppen(envelopes, typed)
    assert team.enter("directeur").accounts.verlies(team.ids["eerste"]) == ()
    team.enter("directeur").accounts.verwijder(team.ids["eerste"])
    (private,) = team.enter("tweede").sleutels.andere_dossiers()
    kind = team.enter("tweede").sleutels.open_met_enveloppen(private.compartiment_id, typed[0], typed[1])
    werkplek = team.enter("tweede")
    assert werkplek.sleutels.open_ander_dossier(private.compartiment_id) == kind
    assert werkplek.vertrouwelijk(kind).lijst() == ()
    assert kind in werkplek.vernieuw_sleutels()  # the owner is gone, so this holder makes the next key
    assert team.enter("tweede").sleutels.open_ander_dossier(private.compartiment_id) == kind


def test_a_co_holder_opens_it_until_that_is_taken_back(team):
    team.enter("eerste").sleutels.geef_medehouder(team.ids["tweede"])
    (private,) = team.enter("tweede").sleutels.andere_dossiers()
    assert private.met_sleutel
    assert team.opened[-1].sleutels.open_ander_dossier(private.compartiment_id) == private.soort
    first = team.enter("eerste")
    first.sleutels.trek_medehouder_in(team.ids["tweede"])
    assert first.vernieuw_sleutels() == ("eigen",)
    assert team.enter("tweede").sleutels.andere_dossiers() == ()
    assert team.enter("eerste").soorten == {"school", "meldcode", "eigen"}


def test_taking_a_key_away_gives_the_file_another(team):
    directeur = team.enter("directeur")
    before = ringfile.read(team.folder)
    secret = ways.open_by_password(
        before, team.ids["coordinator"], team.passwords["coordinator"], KdfPolicy.for_tests()
    )
    school = next(entry for entry in before["compartments"] if entry["kind"] == "school")
    old_key = keyring.open_slot(before, school, team.ids["coordinator"], secret)
    directeur.accounts.trek_in(team.ids["coordinator"], "school")
    assert directeur.vernieuw_sleutels() == ("school",)
    naam = directeur.school.lees().naam  # work goes on under the new key
    team.leave()
    with pytest.raises(Exception, match="not a database"):
        engine.connect(team.folder / "school.db", old_key, pragmas.CONNECTION, check=lambda _raw: None)
    for ring in rings(team):
        entry = next(entry for entry in ring["compartments"] if entry["kind"] == "school")
        assert {slot["dekv"] for slot in entry["slots"]} == {2} == {entry["dekv"]}
    assert team.enter("directeur").school.lees().naam == naam
    assert team.enter("tweede").soorten == {"school", "meldcode", "eigen"}
    assert "nieuw" not in {path.suffix.strip(".") for path in team.folder.iterdir()}


def test_who_has_no_key_leaves_the_renewal_to_the_next_holder(team):
    team.enter("directeur").accounts.zet_uit(team.ids["tweede"])
    assert team.opened[-1].vernieuw_sleutels() == ("school",)
    meldcode = next(e for e in ringfile.read(team.folder)["compartments"] if e["kind"] == "meldcode")
    assert meldcode["stale"] is True
    first = team.enter("eerste")
    assert first.vernieuw_sleutels() == ("meldcode",)
    assert first.meldcode.lijst() == ()
    assert team.enter("eerste").vernieuw_sleutels() == ()


def test_a_keyring_holds_no_name_of_a_key_in_plain(team):
    text = json.dumps(ringfile.read(team.folder))
    for password in team.passwords.values():
        assert password not in text
