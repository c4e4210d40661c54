"""Who did what, through the service: lines, filters, what they are about, the chain and the monthly review."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import insert

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.changes import Topic
from svp_desktop.domain.errors import GeenToegang, KluisVergrendeld
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.domain.spoor import Onderwerp, SpoorFilter, SpoorGroep
from svp_desktop.kluis import trail
from svp_desktop.kluis.stores import spoor as store
from svp_desktop.kluis.tables.kern import spoor as table
from svp_desktop.services.woorden import lijst
from tests.zaken import notitie, zaak

VREEMD = "0" * 8 + "-0000-4000-8000-" + "0" * 12
MANY = 45_000


def lines(werkplek, **asked):
    """The lines that a filter lets through, newest first."""
    service = werkplek.spoor
    return service.regels("school", service.ids("school", SpoorFilter(**asked)))


def open_casus(werkplek, pupil):
    """A casus of this pupil, led by someone."""
    owner = werkplek.personen.bewaar(Medewerker(0, "", Naam("Karin"))).value
    draft = CasusDraft(leerling_id=pupil, eigenaar_id=owner, aanleiding="Ruzie op het plein", doel="Rust in de pauze")
    return werkplek.casussen.open(draft).value


@pytest.fixture
def sem(werkplek):
    group = werkplek.school.bewaar_groep("Kompas", Bouw.BOVENBOUW).value
    return werkplek.personen.bewaar(Leerling(0, "", Naam("Sem", "de", "Vries"), groep_id=group)).value


@pytest.fixture
def casus(werkplek, sem):
    return open_casus(werkplek, sem)


@pytest.fixture
def many(werkplek):
    """A long trail; the list does not look at the chain."""
    actions = ("incident.wijzig", "incident.wijzig", "persoon.wijzig")
    kluis = werkplek._kluis
    with kluis.school.transaction() as tx:
        first = trail.head(tx)[0]
        tx.connection.execute(
            insert(table),
            [
                {
                    "volgnummer": first + number,
                    "op": tx.now - timedelta(minutes=MANY - number),
                    "account_id": VREEMD if number % 5_000 == 1 else kluis.account.id,
                    "actie": "leerlingen.inlezen" if number == 7 else actions[number % 3],
                    "object_id": str(number % 100),
                    "keten": bytes(32),
                }
                for number in range(1, MANY + 1)
            ],
        )
    return first


def test_what_was_done_stands_there_in_words_with_who_and_about_what(werkplek, casus):
    newest = lines(werkplek)[0]
    assert (newest.zin, newest.door, newest.over.titel) == ("Casus geopend", "Marit van den Berg", "Casus Sem de Vries")
    assert (newest.over.pagina, newest.over.record) == ("casus", casus)
    assert newest.op == werkplek.clock()
    assert [line.zin for line in lines(werkplek)][-1] != ""
    assert [line.id for line in lines(werkplek)] == list(range(newest.id, 0, -1))


def test_a_record_that_is_gone_is_named_but_leads_nowhere(werkplek, sem):
    werkplek.personen.verwijder(sem)
    person = lines(werkplek, groepen=frozenset({SpoorGroep.PERSONEN}))[0]
    assert (person.zin, person.over.titel, person.over.pagina) == (
        "Persoon verwijderd",
        "Sem de Vries (verwijderd)",
        "",
    )
    with werkplek._kluis.school.transaction() as tx:
        tx.log("incident.wijzig", 999)
        tx.log("incident.wijzig", "12:mand")
        tx.log("rapport.gemaakt", 3)
    later, odd, gone = lines(werkplek)[:3]
    assert (gone.over.titel, gone.over.pagina) == ("incident 999 (bestaat niet meer)", "")
    assert odd.over.pagina == ""
    assert (later.zin, later.over.titel) == ("rapport.gemaakt (onbekende handeling)", "")


def test_a_casus_is_gathered_with_its_actions_but_not_those_of_another(werkplek, casus, sem):
    action = ActieDraft(actie="relatiegebaar", datum="vandaag", gedaan=True, wie="Karin")
    werkplek.casussen.leg_vast(casus, action)
    mate = werkplek.personen.bewaar(Leerling(0, "", Naam("Noor", "", "Bakker"))).value
    other = open_casus(werkplek, mate)
    werkplek.casussen.leg_vast(other, action)
    found = lines(werkplek, over=(Onderwerp.CASUS, str(casus)))
    assert [line.zin for line in found] == ["Actie vastgelegd", "Casus geopend"]
    assert found[0].over == ("Relatiegebaar, casus Sem de Vries", "casus", casus)
    assert [line.zin for line in lines(werkplek, over=(Onderwerp.PERSOON, str(sem)))] == ["Persoon toegevoegd"]


def test_settings_groups_and_counts_are_named_too(werkplek):
    werkplek.school.bewaar_groep("Kompas", Bouw.BOVENBOUW)
    werkplek.instellingen.zet("controle_dagen", 14)
    with werkplek._kluis.school.transaction() as tx:
        tx.log("leerlingen.inlezen", 1)
    titles = [line.over.titel for line in lines(werkplek)[:3]]
    assert titles == ["1 leerling", "Wie deed wat nakijken, ten minste elke", "Groep Kompas"]


def test_every_filter_finds_the_same_as_looking_at_every_line(werkplek, many):
    service = werkplek.spoor
    everything = lines(werkplek)
    assert len(everything) == service.aantal("school") == many + MANY
    day = (werkplek.clock() - timedelta(days=10)).date()
    own = werkplek.account.id
    for asked, fits in (
        ({"account_id": VREEMD}, lambda line: line.door == "verwijderd account"),
        ({"account_id": own}, lambda line: line.door == "Marit van den Berg"),
        ({"groepen": frozenset({SpoorGroep.PERSONEN})}, lambda line: line.actie.startswith(("persoon", "leerlingen"))),
        ({"van": day, "tot_en_met": day}, lambda line: line.op.date() == day),
        ({"tot_en_met": day}, lambda line: line.op.date() <= day),
        (
            {"over": (Onderwerp.INCIDENT, "42"), "van": day},
            lambda line: line.actie == "incident.wijzig" and line.object_id == "42" and line.op.date() >= day,
        ),
    ):
        expected = [line.id for line in everything if fits(line)]
        assert expected
        ids = service.ids("school", SpoorFilter(**asked))
        assert list(ids) == expected
        first, rows = service.eerste_bladzijde("school", SpoorFilter(**asked))
        assert list(first) == expected[: len(first)]
        assert [row.id for row in rows] == expected[:100][: len(rows)]
    assert list(service.ids("school", SpoorFilter(account_id="niemand"))) == []


def test_a_worker_hears_how_far_it_is_and_can_stop(werkplek, many):
    heard = []
    werkplek.spoor.ids("school", SpoorFilter(), lambda done, total: heard.append((done, total)))
    total = many + MANY
    assert heard == [(20_000, total), (40_000, total), (total, total)]

    def stop(done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        werkplek.spoor.controleer("school", stop)
    assert werkplek.spoor.aantal("school") == total


def test_a_piece_is_read_along_the_sequence_and_never_sorted(werkplek, many):
    asked = {"van": "2026", "tot": "2027", "account": "x", "acties": "[]", "casus": "1", "incident": "1"}
    question = store.statement(["volgnummer < :boven", *(store.CONDITIONS[name] for name in asked)])
    with werkplek._kluis.school.reading() as rx:
        plan = rx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", {**asked, "boven": 5}).all()
    steps = [row[3] for row in plan]
    assert steps[0].startswith("SEARCH spoor USING INTEGER PRIMARY KEY")
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps)


def test_the_last_review_is_found_by_its_own_index(werkplek):
    with werkplek._kluis.school.reading() as rx:
        plan = rx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {store.REVIEW}").all()
    assert [row[3] for row in plan] == ["SCAN spoor USING COVERING INDEX ix_spoor_gecontroleerd"]


def test_a_whole_chain_holds_and_says_how_many_lines(werkplek, casus):
    stand = werkplek.spoor.controleer("school")
    assert (stand.regels, stand.mis_vanaf) == (werkplek.spoor.aantal("school"), None)


def test_a_bad_line_is_found_by_the_service(werkplek, many):
    stand = werkplek.spoor.controleer("school")
    assert (stand.regels, stand.mis_vanaf) == (many, many + 1)


def test_the_review_is_due_after_a_month_and_recorded_in_the_trail(werkplek, clock, casus):
    service = werkplek.spoor
    assert service.controle("school") == (None, "", 0, False)
    clock.now += timedelta(days=30, hours=23)
    assert service.te_controleren() == ()
    clock.now += timedelta(hours=1)
    assert service.te_controleren() == ("school",)
    seen = service.aantal("school")
    assert service.gecontroleerd("school", seen).changes.touches(Topic.SPOOR)
    review = service.controle("school")
    assert (review.op, review.door, review.tot, review.te_laat) == (clock.now, "Marit van den Berg", seen, False)
    newest = lines(werkplek)[0]
    assert (newest.zin, newest.over.titel) == ("Lijst nagekeken", f"tot en met regel {seen}")
    werkplek.instellingen.zet("controle_dagen", 7)
    clock.now += timedelta(days=7)
    assert service.controle("school").te_laat
    clock.now -= timedelta(days=400)
    assert not service.controle("school").te_laat


@pytest.mark.parametrize("rol", [Rol.KWALITEITSCOORDINATOR, Rol.INTERNE_VERTROUWENSPERSOON])
def test_only_the_directeur_reads_the_lines_of_the_school(toegang, rol):
    other = toegang.maak_school("De Boei", "Nijmegen", "Kees Jansen", rol, "veertien zachte oranje bootjes")
    service = other.spoor
    assert "school" not in service.soorten()
    for ask in (
        lambda: service.ids("school", SpoorFilter()),
        lambda: service.eerste_bladzijde("school", SpoorFilter()),
        lambda: service.regels("school", [1]),
        lambda: service.aantal("school"),
        lambda: service.controleer("school"),
        lambda: service.controle("school"),
        lambda: service.gecontroleerd("school", 1),
    ):
        with pytest.raises(GeenToegang):
            ask()
    other.vergrendel()


def test_a_compartment_that_is_not_open_has_no_lines(werkplek):
    assert werkplek.spoor.soorten() == ("school",)
    with pytest.raises(GeenToegang):
        werkplek.spoor.ids("eigen", SpoorFilter(van=date(2026, 1, 1)))


def test_nothing_is_read_after_locking(werkplek):
    service = werkplek.spoor
    werkplek.vergrendel()
    with pytest.raises((KluisVergrendeld, GeenToegang)):
        service.ids("school", SpoorFilter())


def test_names_come_from_the_keyring(werkplek):
    assert [(who.naam, who.id) for who in werkplek.spoor.accounts()] == [("Marit van den Berg", werkplek.account.id)]
    assert werkplek.personen.bewaar(Medewerker(0, "", Naam("Karin"))).value
    assert lines(werkplek)[0].door == "Marit van den Berg"


@pytest.fixture
def ilse(werkplek, toegang):
    """A vertrouwenspersoon at work, after the directeur made her account and gave her the school."""
    invited = werkplek.accounts.nodig_uit("Ilse Bruins", Rol.INTERNE_VERTROUWENSPERSOON)
    folder = werkplek.folder
    werkplek.vergrendel()
    made = toegang.aanvaard(folder, invited.account_id, " ".join(invited.woorden), "zeven groene stille fietsen")
    yield made
    made.vergrendel()


def test_a_vertrouwenspersoon_reads_her_own_trails_and_not_that_of_the_school(ilse):
    service = ilse.spoor
    assert service.soorten() == ("meldcode", "eigen")
    assert [service.titel(kind) for kind in service.soorten()] == ["Meldcode-dossier", "Vertrouwelijk"]
    with pytest.raises(GeenToegang):
        service.ids("school", SpoorFilter())
    notes = ilse.vertrouwelijk("eigen")
    dossier = notes.open_zaak(zaak("Finn Mulder")).value
    notes.leg_stap_vast(dossier, notitie())
    found = service.regels("eigen", service.ids("eigen", SpoorFilter(groepen=frozenset({SpoorGroep.DOSSIERS}))))
    assert [(line.zin, line.over.titel, line.over.pagina) for line in found] == [
        ("Aantekening vastgelegd", "Dossier Finn Mulder", "dossier"),
        ("Dossier begonnen", "Dossier Finn Mulder", "dossier"),
    ]
    about = service.ids("eigen", SpoorFilter(over=(Onderwerp.DOSSIER, str(dossier))))
    assert list(about) == [line.id for line in found]
    assert list(service.ids("meldcode", SpoorFilter(groepen=frozenset({SpoorGroep.DOSSIERS})))) == []
    assert {service.controleer(kind).mis_vanaf for kind in service.soorten()} == {None}


def test_the_review_of_a_private_trail_stays_in_it(ilse, clock):
    service = ilse.spoor
    before = service.aantal("meldcode")
    service.gecontroleerd("eigen", 1)
    clock.now += timedelta(days=20)
    service.gecontroleerd("eigen", 2)
    clock.now += timedelta(days=20)
    assert service.te_controleren() == ("meldcode",)
    assert service.aantal("meldcode") == before
    assert not service.nakijken_nodig("school")


def test_the_sheet_has_a_line_for_each_trail_of_the_account(ilse):
    sheet = PdfReader(BytesIO(ilse.spoor.controleblad()))
    assert len(sheet.pages) == 1
    words = sheet.pages[0].extract_text()
    assert "Meldcode-dossier" in words
    assert "Vertrouwelijk" in words
    counts = [ilse.spoor.aantal(kind) for kind in ("meldcode", "eigen")]
    ilse.spoor.afgedrukt()
    assert [ilse.spoor.aantal(kind) for kind in ("meldcode", "eigen")] == [count + 1 for count in counts]


def test_the_words_of_a_line_are_those_of_the_chain_after_it(werkplek, sem):
    newest = lines(werkplek)[0]
    with werkplek._kluis.school.reading() as rx:
        number, link = trail.head(rx)
    assert (newest.id, newest.herkenning) == (number, lijst().herkenningswoorden(link))
