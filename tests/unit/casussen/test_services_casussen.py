"""Lopende casussen through the service, on a real encrypted file."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.casus import (
    ActieDraft,
    AfsluitDraft,
    CasusDraft,
    CasusFilter,
    CasusIsAfgesloten,
    CasusStatus,
    GedeeldMet,
    TijdlijnSoort,
    ZorgNiveau,
    draft_of,
)
from svp_desktop.domain.changes import Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.incident import IncidentFilter, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Leerling, Naam

HOSTILE = "<b>O'Brien & Łukasz</b>'; DROP TABLE casus; --"


def actie(code="bookmark", datum="20-11-2026", **changes):
    return ActieDraft(
        **({"actie": code, "datum": datum, "wie": "Jan de Boer", "waarom": "Het ijzer is koud."} | changes)
    )


def vast(wereld, casus_id, *args, **changes):
    return wereld.werkplek.casussen.leg_vast(casus_id, actie(*args, **changes)).value


@pytest.fixture
def service(wereld):
    return wereld.werkplek.casussen


# Beginning


def test_an_incident_proposes_the_whole_form(wereld, service, rollen):
    dader, slachtoffer = rollen
    incident = wereld.incident(
        "15-9-2026",
        "Mees duwde Sem van de trap. Sem had een blauwe plek.",
        ("sem", slachtoffer),
        ("mees", dader),
        soorten=(SoortKeuze(Soort.PESTEN), SoortKeuze(Soort.BEDREIGING)),
    )
    draft = service.voorstel(incident)
    assert draft == CasusDraft(
        leerling_id=wereld.ids["mees"],
        eigenaar_id=wereld.ids["jan"],
        aanleiding="Pesten en bedreiging op dinsdag 15 september 2026. Mees duwde Sem van de trap. "
        "Sem had een blauwe plek.",
        incident_ids=(incident,),
    )


def test_the_teacher_of_the_group_leads_and_not_the_assistant_before_her_in_the_alphabet(wereld, service):
    assert service.eigenaar_voorstel(wereld.ids["mees"]) == wereld.ids["jan"]


def test_without_a_teacher_the_one_who_works_here_leads(wereld, service):
    child = wereld.persoon("nieuw", Leerling(0, "", Naam("Noor", "de", "Vries")))
    assert service.eigenaar_voorstel(child) == wereld.ids["hanneke"]


def test_long_facts_are_cut_at_a_sentence(wereld, service, rollen):
    facts = "Mees duwde. " * 60
    draft = service.voorstel(wereld.incident("15-9-2026", facts, ("mees", rollen[0])))
    assert draft.aanleiding.endswith("Mees duwde.")
    assert len(draft.aanleiding) < 500


def test_an_incident_without_a_doer_leaves_the_child_to_choose(wereld, service, rollen):
    incident = wereld.incident("15-9-2026", "Sem viel.", ("sem", rollen[1]))
    assert service.voorstel(incident).leerling_id is None


def test_an_incident_in_the_prullenbak_proposes_nothing(wereld, service, rollen):
    incident = wereld.incident("15-9-2026", "Sem viel.", ("mees", rollen[0]))
    wereld.werkplek.incidenten.verwijder(incident)
    with pytest.raises(NietGevonden):
        service.voorstel(incident)


def test_opening_couples_the_incident_and_forgets_the_concept(wereld, service, rollen):
    incident = wereld.incident("15-9-2026", "Mees duwde.", ("mees", rollen[0]))
    wereld.werkplek.concepten.bewaar("casus:nieuw", {"doel": "half"}, "Casus")
    outcome = service.open(service.voorstel(incident))
    assert outcome.changes.touches(Topic.CASUSSEN)
    assert outcome.changes.touches(Topic.INCIDENTEN)
    casus = service.lees(outcome.value)
    assert (casus.titel, casus.groep, casus.eigenaar) == ("Mees Jansen", "Anker 8", "Jan de Boer")
    assert casus.geopend_op == date(2026, 11, 24)
    assert service.incident_ids(casus.id) == (incident,)
    assert wereld.werkplek.incidenten.lees(incident).casus_ids == (casus.id,)
    assert wereld.werkplek.concepten.lees("casus:nieuw") is None
    assert wereld.werkplek.incidenten.aantal(IncidentFilter(zonder_casus=True))[0] == 0


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CasusDraft(eigenaar_id=1, aanleiding="x"), "leerling"),
        (CasusDraft(leerling_id=1, groep_id=1, eigenaar_id=1, aanleiding="x"), "leerling"),
        (CasusDraft(leerling_id=1, aanleiding="x"), "eigenaar"),
        (CasusDraft(leerling_id=1, eigenaar_id=1, aanleiding=" \x00 "), "aanleiding"),
    ],
)
def test_an_unfinished_form_opens_nothing(service, draft, field):
    with pytest.raises(InvoerOnjuist) as refused:
        service.open(draft)
    assert field in [finding.field for finding in refused.value.findings if finding.blocks]
    assert service.lijst(CasusFilter(afgesloten=True)) == ()


def test_nobody_opens_a_casus_for_somebody_who_is_not_there(wereld, service):
    gone = wereld.persoon("weg", Leerling(0, "", Naam("Weg")))
    wereld.werkplek.personen.verwijder(gone)
    for leerling_id in (gone, 9999):
        with pytest.raises(NietGevonden):
            service.open(CasusDraft(leerling_id, None, wereld.ids["jan"], "Waarom"))
    with pytest.raises(NietGevonden):
        wereld.casus(incident_ids=(12345,))
    assert service.lijst(CasusFilter()) == ()


def test_a_second_running_casus_asks_for_attention_and_is_not_stopped(wereld, service):
    first = wereld.casus()
    draft = CasusDraft(wereld.ids["mees"], None, wereld.ids["jan"], "Nog iets", "Rust")
    (finding,) = service.check(draft)
    assert not finding.blocks
    assert finding.message.startswith("Voor Mees Jansen loopt al een casus, sinds 24 november 2026.")
    second = service.open(draft).value
    assert service.van_leerling(wereld.ids["mees"]) == (second, first)
    assert [item.message for item in service.check(draft, second)] == [finding.message]
    service.afsluiten(first, AfsluitDraft("Doel bereikt"))
    assert service.van_leerling(wereld.ids["mees"]) == (second, first)
    assert service.check(draft, second) == ()


def test_a_group_has_a_casus_of_its_own(wereld, service):
    casus = service.lees(wereld.casus(leerling_id=None, groep_id=wereld.ids["anker"]))
    assert (casus.titel, casus.groep) == ("Groep Anker", "hele groep")
    assert service.van_leerling(wereld.ids["mees"]) == ()


def test_names_follow_the_register_of_today(wereld, service):
    casus_id = wereld.casus()
    mees = wereld.werkplek.personen.lees(wereld.ids["mees"])
    wereld.werkplek.personen.bewaar(replace(mees, naam=Naam("Mees", "van", "Dam"), jaargroep=7))
    assert (service.lees(casus_id).titel, service.lees(casus_id).groep) == ("Mees van Dam", "Anker 7")
    assert [row.titel for row in service.lijst(CasusFilter(zoek="dam"))] == ["Mees van Dam"]


def test_hostile_text_comes_back_as_it_was_typed(wereld, service):
    child = wereld.persoon("kind", Leerling(0, "", Naam("<b>O'Brien", "&", "Łukasz</b>")))
    casus_id = wereld.casus("kind", aanleiding=HOSTILE, doel=HOSTILE * 50)
    casus = service.lees(casus_id)
    assert (casus.titel, casus.aanleiding, casus.doel) == ("<b>O'Brien & Łukasz</b>", HOSTILE, HOSTILE * 50)
    assert [row.id for row in service.lijst(CasusFilter(zoek="lukasz obr"))] == [casus_id]
    assert service.lijst(CasusFilter(zoek="%_' OR 1=1")) == ()
    vast(wereld, casus_id, datum="vandaag", toelichting=HOSTILE, wie=HOSTILE)
    assert service.tijdlijn(casus_id)[0].zin.count(HOSTILE) == 2
    assert service.van_leerling(child) == (casus_id,)


# Changing


def test_a_change_keeps_the_version_before_it_and_couples_what_is_ticked(wereld, service, rollen):
    one, two = (wereld.incident("15-9-2026", "Mees duwde.", ("mees", rollen[0])) for _ in range(2))
    casus_id = wereld.casus(incident_ids=(one,))
    casus = service.lees(casus_id)
    service.wijzig(casus_id, replace(draft_of(casus, (two,)), doel="Rust op het plein"), casus.versie)
    assert service.lees(casus_id).doel == "Rust op het plein"
    assert service.lees(casus_id).versie == casus.versie + 1
    assert service.incident_ids(casus_id) == (two,)
    with pytest.raises(IntussenVeranderd):
        service.wijzig(casus_id, draft_of(casus), casus.versie)
    assert service.incident_ids(casus_id) == (two,)


def test_couple_and_uncouple(wereld, service, rollen):
    one, two = (wereld.incident("15-9-2026", "Mees duwde.", ("mees", rollen[0])) for _ in range(2))
    casus_id = wereld.casus()
    service.koppel(casus_id, (one, two))
    service.koppel(casus_id, (one,))
    assert service.incident_ids(casus_id) == (one, two)
    service.ontkoppel(casus_id, one)
    assert service.incident_ids(casus_id) == (two,)
    with pytest.raises(NietGevonden):
        service.ontkoppel(casus_id, one)


def test_an_incident_in_the_prullenbak_leaves_the_timeline_and_comes_back(wereld, service, rollen):
    incident = wereld.incident("15-9-2026", "Mees duwde.", ("mees", rollen[0]))
    casus_id = wereld.casus(incident_ids=(incident,))
    wereld.werkplek.incidenten.verwijder(incident)
    assert service.incident_ids(casus_id) == ()
    assert service.lijst(CasusFilter())[0].mand is None
    casus = service.lees(casus_id)
    service.wijzig(casus_id, draft_of(casus), casus.versie)
    wereld.werkplek.incidenten.herstel(incident)
    assert service.incident_ids(casus_id) == (incident,)


def test_the_course_of_waakzame_zorg(wereld, service, clock):
    casus_id = wereld.casus()
    service.zet_zorg(casus_id, ZorgNiveau.GERICHT)
    service.zet_zorg(casus_id, ZorgNiveau.BESCHERMEND)
    assert service.zet_zorg(casus_id, ZorgNiveau.BESCHERMEND).changes.topics == frozenset()
    clock.now = clock.now.replace(day=30)
    casus = service.lees(casus_id)
    service.wijzig(casus_id, replace(draft_of(casus), zorg=ZorgNiveau.OPEN), casus.versie)
    assert service.zorgverloop(casus_id) == (
        (date(2026, 11, 24), ZorgNiveau.BESCHERMEND),
        (date(2026, 11, 30), ZorgNiveau.OPEN),
    )


# Actions


def test_an_action_is_recorded_and_read_back(wereld, service):
    casus_id = wereld.casus()
    shared = frozenset({GedeeldMet.OUDERS, GedeeldMet.KIND})
    vast(wereld, casus_id, "weigeren", "18-11", tot="20-11", gedeeld_met=shared, effect="Meer rust")
    (found,) = service.acties(casus_id)
    assert (found.datum, found.tot, found.gedaan) == (date(2026, 11, 18), date(2026, 11, 20), True)
    assert (found.gedeeld_met, found.effect) == (shared, "Meer rust")


def test_a_day_to_come_is_a_plan_and_today_can_be_either(wereld, service):
    casus_id = wereld.casus()
    vast(wereld, casus_id, "steun", "+2", gedaan=True)
    vast(wereld, casus_id, "steun", "vandaag", gedaan=False)
    vast(wereld, casus_id, "steun", "vandaag")
    assert [(item.datum.day, item.gedaan) for item in service.acties(casus_id)] == [
        (24, False),
        (24, True),
        (26, False),
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "onbekend"}, "actie"),
        ({"datum": "31-2"}, "datum"),
        ({"datum": "24-11-2030"}, "datum"),
        ({"tot": "1-1-2026"}, "tot"),
        ({"wie": "  "}, "wie"),
    ],
)
def test_an_unfinished_action_is_not_recorded(wereld, service, changes, field):
    casus_id = wereld.casus()
    with pytest.raises(InvoerOnjuist) as refused:
        vast(wereld, casus_id, **changes)
    assert field in [finding.field for finding in refused.value.findings if finding.blocks]
    assert service.acties(casus_id) == ()


def test_a_changed_action_needs_the_version_that_was_on_the_screen(wereld, service):
    casus_id = wereld.casus()
    actie_id = vast(wereld, casus_id)
    service.leg_vast(casus_id, actie("steun"), actie_id, versie=1)
    assert (service.acties(casus_id)[0].actie, service.acties(casus_id)[0].versie) == ("steun", 2)
    with pytest.raises(IntussenVeranderd):
        service.leg_vast(casus_id, actie("sit_in"), actie_id, versie=1)
    with pytest.raises(NietGevonden):
        service.leg_vast(wereld.casus("sem"), actie("sit_in"), actie_id)
    assert service.acties(casus_id)[0].actie == "steun"


def test_ticking_off_puts_the_action_on_the_day_it_was_done(wereld, service):
    casus_id = wereld.casus()
    actie_id = vast(wereld, casus_id, "telefoonronde", "16-11-2026", gedaan=False, tot="17-11-2026")
    with pytest.raises(InvoerOnjuist):
        service.rond_af(actie_id, date(2026, 11, 25))
    done = service.rond_af(actie_id, date(2026, 11, 23)).value
    assert (done.gedaan, done.datum, done.tot) == (True, date(2026, 11, 23), None)
    assert service.gepland() == ()


def test_the_prullenbak_of_actions(wereld, service):
    casus_id = wereld.casus()
    actie_id = vast(wereld, casus_id)
    service.verwijder_actie(actie_id)
    assert service.acties(casus_id) == ()
    assert [item.id for item in service.prullenbak(casus_id)] == [actie_id]
    assert service.lijst(CasusFilter())[0].pijlers == (0, 0, 0, 0, 0)
    with pytest.raises(NietGevonden):
        service.verwijder_actie(actie_id)
    service.herstel_actie(actie_id)
    assert [item.id for item in service.acties(casus_id)] == [actie_id]


# The list and the tasks


def test_the_list_shows_mand_next_step_and_pijlers(wereld, service, rollen):
    old = wereld.incident("1-9-2026", "Mees duwde.", ("mees", rollen[0]), mand=Mand.ROOD)
    new = wereld.incident("20-11-2026", "Mees hielp.", ("mees", rollen[0]), mand=Mand.GROEN)
    casus_id = wereld.casus(incident_ids=(old, new))
    vast(wereld, casus_id, "bookmark", "20-11-2026")
    vast(wereld, casus_id, "sit_in", "+6")
    vast(wereld, casus_id, "telefoonronde", "+2")
    (row,) = service.lijst(CasusFilter())
    assert (row.mand, row.volgende, row.volgende_op) == (Mand.GROEN, "Telefoonronde", date(2026, 11, 26))
    assert row.pijlers == (1, 0, 0, 0, 1)
    assert not row.te_laat


def test_late_is_a_planned_day_that_passed_without_a_tick(wereld, service, clock):
    casus_id, other = wereld.casus(), wereld.casus("sem")
    actie_id = vast(wereld, casus_id, "weigeren", "+1", tot="+2")
    vast(wereld, other, "dagstart", "+0")
    clock.now = clock.now.replace(day=26)
    assert [row.te_laat for row in service.lijst(CasusFilter())] == [False, False]
    clock.now = clock.now.replace(day=27)
    assert [row.id for row in service.lijst(CasusFilter())] == [casus_id, other]
    assert [row.id for row in service.lijst(CasusFilter(te_laat=True))] == [casus_id]
    assert service.aantallen() == (2, 1, 2, 0)
    assert [(item.titel, item.zin, item.te_laat) for item in service.gepland()] == [
        ("Mees Jansen", "Weigeren, Jan de Boer", True)
    ]
    service.rond_af(actie_id, date(2026, 11, 27))
    assert service.lijst(CasusFilter(te_laat=True)) == ()
    assert wereld.werkplek.tellingen().te_laat == 0


def test_the_order_is_late_then_soon_then_by_name(wereld, service):
    free, soon, late = wereld.casus("daan"), wereld.casus("mees"), wereld.casus("sem")
    vast(wereld, soon, "steun", "+1")
    vast(wereld, late, "steun", "-3", gedaan=False)
    assert [row.id for row in service.lijst(CasusFilter())] == [late, soon, free]


def test_an_empty_pijler_is_found(wereld, service):
    full, empty = wereld.casus("daan"), wereld.casus("mees")
    for code in ("bookmark", "gesprek", "dagstart"):
        vast(wereld, full, code)
    assert [row.id for row in service.lijst(CasusFilter(lege_pijler=True))] == [empty]
    assert service.aantallen("mees") == (1, 0, 1, 0)


# Timeline, end and new beginning


def test_the_timeline_tells_everything_newest_first(wereld, service, rollen, clock):
    incident = wereld.incident("20-11-2026", "Mees gooide met een stoel.", ("mees", rollen[0]))
    casus_id = wereld.casus(incident_ids=(incident,))
    done = vast(wereld, casus_id, "sit_in", "vandaag", toelichting="twintig\nminuten")
    planned = vast(wereld, casus_id, "telefoonronde", "+2")
    service.zet_zorg(casus_id, ZorgNiveau.GERICHT)
    told = [(line.soort, line.titel, line.zin, line.gepland, line.ref_id) for line in service.tijdlijn(casus_id)]
    assert told == [
        (TijdlijnSoort.ACTIE, "Telefoonronde", "Jan de Boer", True, planned),
        (TijdlijnSoort.ACTIE, "Sit-in", "Jan de Boer: twintig minuten", False, done),
        (TijdlijnSoort.STATUS, "Waakzame zorg", "gericht", False, 0),
        (TijdlijnSoort.STATUS, "Casus geopend", "", False, 0),
        (TijdlijnSoort.INCIDENT, "Geweld", "Mees gooide met een stoel.", False, incident),
    ]
    assert service.tijdlijn(casus_id)[-1].mand is Mand.ORANJE


def test_the_timeline_uses_the_schools_own_word_for_a_kind(wereld, service, rollen):
    incident = wereld.incident("20-11-2026", "Mees gooide.", ("mees", rollen[0]))
    casus_id = wereld.casus(incident_ids=(incident,))
    wereld.werkplek.instellingen.zet("soort.geweld", "Geweld (hard)")
    assert service.tijdlijn(casus_id)[-1].titel == "Geweld (hard)"


def test_closing_needs_a_reason_and_ends_the_tasks(wereld, service):
    casus_id = wereld.casus()
    actie_id = vast(wereld, casus_id, "steun", "+2")
    with pytest.raises(InvoerOnjuist):
        service.afsluiten(casus_id, AfsluitDraft("  "))
    service.afsluiten(casus_id, AfsluitDraft("Doel bereikt", "Mooi werk."))
    casus = service.lees(casus_id)
    assert (casus.status, casus.afgesloten_op, casus.afsluitreden) == (
        CasusStatus.AFGESLOTEN,
        date(2026, 11, 24),
        "Doel bereikt",
    )
    assert service.lijst(CasusFilter()) == ()
    (row,) = service.lijst(CasusFilter(afgesloten=True))
    assert (row.volgende, row.volgende_op) == ("", None)
    assert service.gepland() == ()
    assert service.tijdlijn(casus_id)[1].zin == "Doel bereikt, Mooi werk."
    for forbidden in (
        lambda: vast(wereld, casus_id),
        lambda: service.rond_af(actie_id, date(2026, 11, 24)),
        lambda: service.verwijder_actie(actie_id),
        lambda: service.afsluiten(casus_id, AfsluitDraft("Nog eens")),
        lambda: service.wijzig(casus_id, draft_of(casus), casus.versie),
        lambda: service.zet_zorg(casus_id, ZorgNiveau.GERICHT),
    ):
        with pytest.raises(CasusIsAfgesloten):
            forbidden()


def test_reopening_needs_a_reason_and_brings_the_tasks_back(wereld, service):
    casus_id = wereld.casus()
    vast(wereld, casus_id, "steun", "+2")
    service.afsluiten(casus_id, AfsluitDraft("Doel bereikt"))
    with pytest.raises(InvoerOnjuist):
        service.heropen(casus_id, "\x00 ")
    service.heropen(casus_id, "Het begint opnieuw.")
    casus = service.lees(casus_id)
    assert (casus.status, casus.afgesloten_op, casus.afsluitreden) == (CasusStatus.LOPEND, None, "")
    assert len(service.gepland()) == 1
    titles = [line.titel for line in service.tijdlijn(casus_id)]
    assert titles == [
        "Steun inschakelen (netwerk zichtbaar maken)",
        "Casus heropend",
        "Casus afgesloten",
        "Casus geopend",
    ]


def test_nazorg_keeps_a_casus_running(wereld, service):
    casus_id = wereld.casus()
    service.naar_nazorg(casus_id)
    assert service.naar_nazorg(casus_id).changes.topics == frozenset()
    assert [row.status for row in service.lijst(CasusFilter())] == [CasusStatus.NAZORG]
    vast(wereld, casus_id)
    assert service.tijdlijn(casus_id)[0].titel == "Nazorg begonnen"


def test_everything_is_there_after_a_lock(wereld, service):
    casus_id = wereld.casus()
    vast(wereld, casus_id, "steun", "+2")
    before = service.tijdlijn(casus_id)
    wereld.werkplek.vergrendel()
    (school,) = wereld.toegang.scholen()
    again = wereld.toegang.ontgrendel(school.folder, school.accounts[0].id, "vier losse woorden, klaar")
    try:
        assert again.casussen.tijdlijn(casus_id) == before
    finally:
        again.vergrendel()


def test_the_search_field_finds_a_casus(wereld):
    wereld.casus()
    assert ("casus", "Mees Jansen") in [(hit.soort, hit.titel) for hit in wereld.werkplek.zoeken("mees")]


def test_unknown_ids_are_not_found(wereld, service):
    for call in (
        lambda: service.lees(99),
        lambda: service.tijdlijn(99),
        lambda: service.heropen(99, "x"),
        lambda: service.rond_af(99, date(2026, 11, 24)),
        lambda: service.check_actie(99, actie()),
    ):
        with pytest.raises(NietGevonden):
            call()
