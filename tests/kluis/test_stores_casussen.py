"""Casussen and their actions as rows: versions, the trail, what the database itself refuses."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from svp_desktop.domain.casus import ActieInhoud, CasusDraft, CasusStatus, GedeeldMet, Verloop, ZorgNiveau
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.incident import IncidentInhoud, Mand, PlaatsBereik, Soort, SoortKeuze
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores import casus_acties, casussen, incidenten, personen, school
from svp_desktop.kluis.tables.casussen import casus as casus_table
from svp_desktop.kluis.tables.casussen import casus_actie

DAY = date(2026, 3, 2)
ACTION = ActieInhoud(
    "gastklas", DAY, date(2026, 3, 4), "Jan", frozenset({GedeeldMet.OUDERS, GedeeldMet.TEAM}), "rustig", "", "", True
)


@pytest.fixture
def store(kluis):
    return kluis.school


@pytest.fixture
def child(store):
    with store.transaction() as tx:
        group = school.voeg_groep_toe(tx, "Bovenbouw Kompas", Bouw.BOVENBOUW)
        return personen.voeg_toe(tx, Leerling(0, "uuid-1", Naam("Sem", "van der", "Berg"), jaargroep=7, groep_id=group))


@pytest.fixture
def opened(store, child):
    with store.transaction() as tx:
        return casussen.voeg_toe(tx, CasusDraft(leerling_id=child, aanleiding="Onrust"), DAY)


def add_incident(store, datum=DAY, mand=Mand.ROOD, tijd=None):
    inhoud = IncidentInhoud(
        datum,
        tijd,
        "Plein",
        PlaatsBereik.BINNEN,
        (SoortKeuze(Soort.GEWELD), SoortKeuze(Soort.PESTEN)),
        mand,
        (),
        "Duwen",
    )
    with store.transaction() as tx:
        return incidenten.voeg_toe(tx, inhoud)


def test_a_casus_is_read_with_the_names_of_today(store, opened):
    with store.reading() as rx:
        found = casussen.lees(rx, opened)
    assert (found.titel, found.groep, found.eigenaar) == ("Sem van der Berg", "Kompas 7", "")
    assert (found.status, found.zorg, found.versie) == (CasusStatus.LOPEND, ZorgNiveau.OPEN, 1)


def test_every_version_is_kept(store, child, opened):
    draft = CasusDraft(leerling_id=child, aanleiding="Anders", zorg=ZorgNiveau.GERICHT)
    with store.transaction() as tx:
        casussen.wijzig(tx, opened, draft, 1)
    with store.reading() as rx:
        kept = versions.history(rx, "casus", opened)
    assert [(item.number, item.content["aanleiding"], item.content["zorg"]) for item in kept] == [
        (1, "Onrust", "open"),
        (2, "Anders", "gericht"),
    ]


def test_an_older_version_changes_nothing(store, child, opened):
    draft = CasusDraft(leerling_id=child, aanleiding="Anders")
    with store.transaction() as tx:
        casussen.wijzig(tx, opened, draft, 1)
    with pytest.raises(IntussenVeranderd), store.transaction() as tx:
        casussen.wijzig(tx, opened, replace(draft, aanleiding="Te laat"), 1)
    with pytest.raises(NietGevonden), store.transaction() as tx:
        casussen.wijzig(tx, opened + 1, draft, 1)
    with store.reading() as rx:
        assert casussen.lees(rx, opened).aanleiding == "Anders"
        assert len(versions.history(rx, "casus", opened)) == 2


def test_coupling_is_all_or_nothing(store, opened):
    incident = add_incident(store)
    with pytest.raises(NietGevonden), store.transaction() as tx:
        casussen.koppel(tx, opened, (incident, incident + 1))
    with store.reading() as rx:
        assert casussen.incident_ids(rx, opened) == ()


def test_the_last_mand_is_that_of_the_last_moment(store, opened):
    ids = [
        add_incident(store, date(2026, 2, day), mand)
        for day, mand in ((9, Mand.ROOD), (20, Mand.GEEL), (3, Mand.ORANJE))
    ]
    with store.transaction() as tx:
        casussen.koppel(tx, opened, ids)
    with store.transaction() as tx:
        assert casussen.laatste_manden(tx) == {opened: Mand.GEEL}
        incidenten.zet_verwijderd(tx, ids[1], tx.now)
        assert casussen.laatste_manden(tx) == {opened: Mand.ROOD}
        assert [item.soorten for item in casussen.incidenten(tx, opened)] == [(Soort.GEWELD, Soort.PESTEN)] * 2


def test_the_course_only_grows(store, opened):
    with store.transaction() as tx:
        casussen.voeg_verloop_toe(tx, opened, DAY, Verloop.AFGESLOTEN, "Doel bereikt", "Mooi")
    with store.reading() as rx:
        assert [(line.soort, line.waarde, line.toelichting) for line in casussen.verloop(rx, opened)] == [
            (Verloop.GEOPEND, "", ""),
            (Verloop.ZORG, "open", ""),
            (Verloop.AFGESLOTEN, "Doel bereikt", "Mooi"),
        ]


def test_teachers_of_the_group_come_before_aides(store, child):
    with store.transaction() as tx:
        (group,) = school.groepen(tx)
        aide = personen.voeg_toe(
            tx, Medewerker(0, "u2", Naam("A"), functie="onderwijsassistent", groep_ids=(group.id,))
        )
        teacher = personen.voeg_toe(tx, Medewerker(0, "u3", Naam("B"), functie="vakleerkracht", groep_ids=(group.id,)))
        gone = Medewerker(0, "u4", Naam("C"), functie="leerkracht", groep_ids=(group.id,), vertrokken_op=DAY)
        personen.voeg_toe(tx, gone)
        assert casussen.leerkrachten(tx, child) == (teacher, aide)


def test_an_action_goes_in_and_out_as_it_is(store, opened):
    with store.transaction() as tx:
        action = casus_acties.voeg_toe(tx, opened, ACTION)
    with store.reading() as rx:
        found = casus_acties.lees(rx, action)
        assert (found.actie, found.datum, found.tot, found.gedeeld_met) == (
            "gastklas",
            DAY,
            ACTION.tot,
            ACTION.gedeeld_met,
        )
        assert casus_acties.van_casussen(rx, (CasusStatus.LOPEND,)) == {opened: (found,)}
        assert casus_acties.van_casussen(rx, (CasusStatus.AFGESLOTEN,)) == {}
        assert versions.history(rx, "actie", action)[0].content["datum"] == "2026-03-02"


def test_a_planned_action_waits_until_its_casus_ends(store, opened):
    with store.transaction() as tx:
        for day in (9, 5):
            casus_acties.voeg_toe(tx, opened, replace(ACTION, datum=date(2026, 3, day), tot=None, gedaan=False))
        assert [item.datum.day for item in casus_acties.gepland(tx, casussen.LOPENDE, None)] == [5, 9]
        assert [item.datum.day for item in casus_acties.gepland(tx, casussen.LOPENDE, date(2026, 3, 5))] == [5]
        casussen.zet_status(tx, opened, CasusStatus.AFGESLOTEN, DAY, "Doel bereikt")
        assert casus_acties.gepland(tx, casussen.LOPENDE, None) == ()


def test_a_thrown_away_action_can_only_be_taken_back(store, opened):
    with store.transaction() as tx:
        action = casus_acties.voeg_toe(tx, opened, ACTION)
        casus_acties.zet_verwijderd(tx, action, True)
    with pytest.raises(NietGevonden), store.transaction() as tx:
        casus_acties.wijzig(tx, action, ACTION, 1)
    with pytest.raises(NietGevonden), store.transaction() as tx:
        casus_acties.zet_verwijderd(tx, action, True)
    with store.transaction() as tx:
        casus_acties.zet_verwijderd(tx, action, False)
        assert casus_acties.prullenbak(tx, opened) == ()


def test_the_database_refuses_what_cannot_be(store, child, opened):
    with store.transaction() as tx:
        casus_acties.voeg_toe(tx, opened, ACTION)
    refused = (
        update(casus_table).values(groep_id=1),
        update(casus_table).values(leerling_id=None),
        update(casus_table).values(status="afgesloten"),
        update(casus_table).values(eigenaar_id=999),
        update(casus_actie).values(tot=date(2026, 3, 1)),
    )
    for statement in refused:
        with pytest.raises(IntegrityError), store.transaction() as tx:
            tx.connection.execute(statement)
