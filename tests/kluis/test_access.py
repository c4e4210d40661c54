"""Who can open what: every role, every compartment and every verb, through the services and with the raw keys."""

import itertools

import pytest

from svp_desktop.domain.errors import (
    BestandBeschadigd,
    BladOnjuist,
    GeenToegang,
    LaatsteHouder,
    SleutelOnbekend,
    UserFacing,
    WachtwoordOnjuist,
)
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import AccountStatus, Stand
from svp_desktop.kluis import engine, keyring, pragmas, ringfile, ways
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keys import UserSecret
from svp_desktop.services.woorden import lijst
from tests.kluis.team import Team, make_team

TEAM = ("directeur", "coordinator", "eerste", "tweede")
#: Who opens what by default; each private file has exactly one holder.
OPENS = {
    "directeur": {"school"},
    "coordinator": {"school"},
    "eerste": {"school", "meldcode", "eigen"},
    "tweede": {"school", "meldcode", "eigen"},
}


def secret_of(team, who) -> UserSecret:
    return ways.open_by_password(ringfile.read(team.folder), team.ids[who], team.passwords[who], KdfPolicy.for_tests())


def entry_of(ring, kind, owner=""):
    return next(entry for entry in ring["compartments"] if entry["kind"] == kind and entry["owner"] == owner)


def files_of(team):
    """Every compartment of the school: a name for the table, and its entry."""
    ring = ringfile.read(team.folder)
    return {
        "school": entry_of(ring, "school"),
        "meldcode": entry_of(ring, "meldcode"),
        "eigen eerste": entry_of(ring, "eigen", team.ids["eerste"]),
        "eigen tweede": entry_of(ring, "eigen", team.ids["tweede"]),
    }


def may_open(who, name) -> bool:
    kind, _, owner = name.partition(" ")
    return kind in OPENS[who] and owner in ("", who)


def dossiers(werkplek, kind):
    """The service of the dossiers of this kind."""
    return werkplek.meldcode if kind == "meldcode" else werkplek.vertrouwelijk(kind)


def test_every_account_opens_what_its_role_opens_and_no_more(team):
    for who in TEAM:
        werkplek = team.enter(who)
        assert werkplek.soorten == OPENS[who]
        for kind in ("meldcode", "eigen"):
            if kind in OPENS[who]:
                assert dossiers(werkplek, kind).lijst() == ()
            else:
                with pytest.raises(GeenToegang):
                    dossiers(werkplek, kind)
        if "eigen" in OPENS[who]:
            assert werkplek.vertrouwelijk_jaar("eigen").bewaarde() == ()
        else:
            with pytest.raises(GeenToegang):
                werkplek.vertrouwelijk_jaar("eigen")
        assert werkplek.zedenmeldingen.leest_mee() is ("meldcode" in OPENS[who])


def test_no_raw_key_opens_more_than_the_table(team):
    """An attacker with the files, an account and its password: every slot of every compartment, by every secret."""
    ring, opened, refused = ringfile.read(team.folder), 0, 0
    secrets = {who: secret_of(team, who) for who in TEAM}
    for who, (name, entry) in itertools.product(TEAM, files_of(team).items()):
        key = keyring.open_slot(ring, entry, team.ids[who], secrets[who])
        assert (key is not None) == may_open(who, name), (who, name)
        # the sealed keys of others do not open with this secret either, whatever they are tried as
        for slot in entry["slots"]:
            stolen = entry | {"slots": [slot | {"holder": team.ids[who]}]}
            if slot["holder"] != team.ids[who]:
                with pytest.raises(BestandBeschadigd):
                    keyring.open_slot(ring, stolen, team.ids[who], secrets[who])
                refused += 1
        if key is not None:
            connection = engine.connect(team.folder / entry["file"], key, pragmas.CONNECTION, check=lambda _raw: None)
            assert engine.single(connection, "SELECT soort FROM identiteit") == entry["kind"]
            connection.close()
            opened += 1
    assert (opened, refused) == (8, 24)


def test_the_key_of_one_compartment_opens_no_other(team):
    ring = ringfile.read(team.folder)
    entries = files_of(team)
    for who, entry in itertools.product(TEAM, entries.values()):
        key = keyring.open_slot(ring, entry, team.ids[who], secret_of(team, who))
        for other in entries.values():
            if key is not None and other is not entry:
                with pytest.raises(Exception, match="not a database"):
                    engine.connect(team.folder / other["file"], key, pragmas.CONNECTION, check=lambda _raw: None)


#: Verb -> who may do it. `doel` is the id of the other vertrouwenspersoon or of the coordinator.
VERBS = {
    "uitnodigen": (
        {"directeur"},
        lambda w, ids: w.accounts.nodig_uit(f"Nieuw {w.account.naam}", Rol.KWALITEITSCOORDINATOR),
    ),
    "ander hernoemen": (
        {"directeur"},
        lambda w, ids: w.accounts.hernoem(ids["directeur"], f"Anders dan {w.account.naam}"),
    ),
    "pest geven": ({"directeur"}, lambda w, ids: w.accounts.zet_pest(ids["coordinator"], True)),
    "uitzetten": ({"directeur"}, lambda w, ids: w.accounts.zet_uit(ids["coordinator"])),
    "verwijderen": ({"directeur"}, lambda w, ids: w.accounts.verwijder(ids["coordinator"])),
    "school intrekken": ({"directeur"}, lambda w, ids: w.accounts.trek_in(ids["coordinator"], "school")),
    "school geven": ({"directeur"}, lambda w, ids: w.accounts.geef_toegang(ids["coordinator"], "school")),
    "meldcode geven": ({"eerste", "tweede"}, lambda w, ids: w.accounts.geef_toegang(ids["directeur"], "meldcode")),
    "meldcode intrekken": ({"eerste"}, lambda w, ids: w.accounts.trek_in(ids["tweede"], "meldcode")),
    "dossier delen": ({"eerste"}, lambda w, ids: w.sleutels.geef_medehouder(ids["tweede"])),
    "enveloppen": ({"eerste", "tweede"}, lambda w, ids: w.sleutels.nieuwe_enveloppen()),
    "andere dossiers": ({*TEAM}, lambda w, ids: w.sleutels.andere_dossiers()),
    "eigen naam": ({*TEAM}, lambda w, ids: w.accounts.hernoem(w.account.id, f"{w.account.naam} Jansen")),
    "schoolspoor": ({"directeur"}, lambda w, ids: w.spoor.aantal("school")),
    "meldcodespoor": ({"eerste", "tweede"}, lambda w, ids: w.spoor.aantal("meldcode")),
    "eigen spoor": ({"eerste", "tweede"}, lambda w, ids: w.spoor.aantal("eigen")),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_for_whom_the_table_says(team, verb):
    allowed, act = VERBS[verb]
    for who in TEAM:
        if who == "coordinator" and verb in ("uitzetten", "verwijderen"):
            continue  # the last in line: the directeur has done it by then
        werkplek = team.enter(who)
        if who in allowed:
            act(werkplek, team.ids)
        else:
            with pytest.raises(GeenToegang):
                act(werkplek, team.ids)


def test_a_new_account_opens_nothing_until_who_holds_the_key_gives_it(team, tmp_path, clock):
    fresh = make_team(tmp_path / "nieuw", clock)
    words = fresh.invite("coordinator")
    waiting = fresh.enter("directeur").accounts.alle()[1]
    assert (waiting.status, waiting.toegang["school"]) == (AccountStatus.UITGENODIGD, Stand.NEE)
    fresh.leave()
    with pytest.raises(WachtwoordOnjuist):
        fresh.toegang.ontgrendel(fresh.folder, fresh.ids["coordinator"], words)
    other = " ".join(lijst().uitnodiging_woorden())
    with pytest.raises(BladOnjuist):
        fresh.toegang.aanvaard(fresh.folder, fresh.ids["coordinator"], other, "een eigen wachtwoord")
    fresh.passwords["coordinator"] = "een eigen wachtwoord"
    joined = fresh.toegang.aanvaard(fresh.folder, fresh.ids["coordinator"], words.upper(), "een eigen wachtwoord")
    herkenning = joined.sleutels.herkenning()
    assert joined.soorten == frozenset()
    joined.vergrendel()
    with pytest.raises(BladOnjuist):  # an invitation is good once
        fresh.toegang.aanvaard(fresh.folder, fresh.ids["coordinator"], words, "een ander wachtwoord")
    directeur = fresh.enter("directeur")
    line = directeur.accounts.alle()[1]
    assert (line.toegang["school"], line.herkenning) == (Stand.WACHT, herkenning)
    assert any("wacht op toegang" in message.kop for message in directeur.meldingen())
    directeur.accounts.geef_toegang(line.id, "school")
    assert fresh.enter("coordinator").soorten == {"school"}


def test_keys_that_were_slipped_into_the_keyring_get_nothing(team):
    """Someone with the files and an account puts his own public key in the place of another's."""
    team.enter("directeur").accounts.trek_in(team.ids["coordinator"], "school")
    team.leave()
    ring = ringfile.read(team.folder)
    attacker, secret = UserSecret(bytes(32)), secret_of(team, "eerste")
    user = keyring.user_of(ring, team.ids["coordinator"])
    user |= keyring.public_keys(attacker, user["id"])
    user.pop("handover", None)
    forged = keyring.signed(ring, team.ids["eerste"], secret, ringfile.current_fingerprint(team.folder))
    ringfile.write(team.folder, forged, lambda _ring: None)
    directeur = team.enter("directeur")
    with pytest.raises(SleutelOnbekend):
        directeur.accounts.geef_toegang(team.ids["coordinator"], "school")
    assert any("is veranderd" in message.kop for message in directeur.meldingen())


def test_the_last_key_of_a_file_does_not_go_unseen(team):
    directeur = team.enter("directeur")
    with pytest.raises(GeenToegang):
        directeur.accounts.zet_uit(team.ids["directeur"])
    assert [item.soort for item in directeur.accounts.verlies(team.ids["eerste"])] == ["eigen"]
    with pytest.raises(LaatsteHouder):
        directeur.accounts.verwijder(team.ids["eerste"])
    certificates = directeur.accounts.vernietig(team.ids["eerste"], "Uit dienst, dossiers afgesloten")
    assert [paper[:5] for paper in certificates] == [b"%PDF-"]
    entries = ringfile.read(team.folder)["compartments"]
    assert team.ids["eerste"] not in {entry["owner"] for entry in entries}
    assert len(list(team.folder.glob("eigen-*.db"))) == 1
    with pytest.raises(LaatsteHouder):  # the second one is now the only holder of meldcode.db
        directeur.accounts.zet_uit(team.ids["tweede"])


def test_there_is_always_a_directeur(team):
    directeur = team.enter("directeur")
    second = directeur.accounts.nodig_uit("Tweede Directeur", Rol.DIRECTEUR)
    team.leave()
    team.ids["ander"], team.passwords["ander"] = second.account_id, "een eigen wachtwoord van ander"
    team.toegang.aanvaard(
        team.folder, second.account_id, " ".join(second.woorden), team.passwords["ander"]
    ).vergrendel()
    team.enter("directeur").accounts.geef_toegang(second.account_id, "school")
    team.enter("ander").accounts.zet_uit(team.ids["directeur"])
    with pytest.raises(WachtwoordOnjuist):
        team.enter("directeur")
    other = team.enter("ander")
    other.accounts.zet_aan(team.ids["directeur"])
    other.accounts.geef_toegang(team.ids["directeur"], "school")
    directeur = team.enter("directeur")
    directeur.accounts.verwijder(second.account_id)
    with pytest.raises(GeenToegang):  # the one that is left cannot take himself away
        directeur.accounts.verwijder(team.ids["directeur"])


def test_who_made_the_school_manages_it_until_a_directeur_does(tmp_path, clock):
    team = Team(tmp_path, clock)
    team.passwords["maker"] = "een eigen wachtwoord van maker"
    made = team.toegang.maak_school(
        "De Wilgenhof", "Delft", "Carla Bos", Rol.INTERNE_VERTROUWENSPERSOON, team.passwords["maker"]
    )
    team.folder, team.ids["maker"] = made.folder, made.account.id
    team.keep(made)
    assert made.soorten == {"school", "meldcode", "eigen"}
    invitation = made.accounts.nodig_uit("Ada de Wit", Rol.DIRECTEUR)
    team.leave()
    team.ids["directeur"], team.passwords["directeur"] = invitation.account_id, "een eigen wachtwoord van directeur"
    words = " ".join(invitation.woorden)
    team.keep(team.toegang.aanvaard(team.folder, invitation.account_id, words, team.passwords["directeur"]))
    team.enter("maker").accounts.geef_toegang(team.ids["directeur"], "school")
    assert team.enter("maker").accounts.beheert is False
    with pytest.raises(GeenToegang):
        team.opened[-1].accounts.nodig_uit("Nog Iemand", Rol.DIRECTEUR)
    directeur = team.enter("directeur")
    assert (directeur.soorten, directeur.accounts.beheert) == ({"school"}, True)


@pytest.mark.parametrize(
    ("giver", "holder", "kind"), [("directeur", "coordinator", "school"), ("eerste", "tweede", "meldcode")]
)
def test_who_lost_a_key_opens_it_no_more_also_not_with_the_key_of_before(team, giver, holder, kind):
    before = ringfile.read(team.folder)
    old = keyring.open_slot(before, entry_of(before, kind), team.ids[holder], secret_of(team, holder))
    team.enter(giver).accounts.trek_in(team.ids[holder], kind)
    team.leave()
    previous = ringfile.parse((team.folder / ringfile.PREVIOUS_NAME).read_bytes())
    for kept in (ringfile.read(team.folder), previous):
        assert team.ids[holder] not in keyring.holders(entry_of(kept, kind))
    assert kind not in team.enter(holder).soorten
    assert kind in team.enter(giver).vernieuw_sleutels()
    team.leave()
    entry = entry_of(ringfile.read(team.folder), kind)
    assert team.ids[holder] not in keyring.holders(entry)
    assert old is not None
    with pytest.raises(Exception, match="not a database"):
        engine.connect(team.folder / entry["file"], old, pragmas.CONNECTION, check=lambda _raw: None)


def test_off_and_on_again(team):
    team.enter("directeur").accounts.zet_uit(team.ids["coordinator"])
    with pytest.raises(WachtwoordOnjuist):
        team.enter("coordinator")
    ring = ringfile.read(team.folder)
    previous = ringfile.parse((team.folder / ringfile.PREVIOUS_NAME).read_bytes())
    for kept in (ring, previous):  # the generation before holds no slot either
        assert team.ids["coordinator"] not in keyring.holders(entry_of(kept, "school"))
    directeur = team.enter("directeur")
    directeur.accounts.zet_aan(team.ids["coordinator"])
    assert team.enter("coordinator").soorten == frozenset()
    team.enter("directeur").accounts.geef_toegang(team.ids["coordinator"], "school")
    assert team.enter("coordinator").soorten == {"school"}


def test_a_vertrouwenspersoon_who_is_off_keeps_her_private_file(team):
    team.enter("directeur").accounts.zet_uit(team.ids["tweede"])
    team.enter("directeur").accounts.zet_aan(team.ids["tweede"])
    assert team.enter("tweede").soorten == {"eigen"}


def test_a_name_is_used_once_and_never_empty(team):
    accounts = team.enter("directeur").accounts
    for name in ("", "  ", "carla BOS"):
        with pytest.raises(UserFacing):
            accounts.nodig_uit(name, Rol.KWALITEITSCOORDINATOR)
    accounts.hernoem(team.ids["eerste"], "Carla Bos")
    with pytest.raises(GeenToegang):
        accounts.nodig_uit("Iemand", Rol.GROEPSLEERKRACHT)
    with pytest.raises(GeenToegang):
        accounts.nodig_uit("Iemand", Rol.DIRECTEUR, pest=True)
