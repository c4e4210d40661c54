"""The incident register through its service, on a real encrypted school."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.incident import (
    Betrokkenheid,
    IncidentDraft,
    IncidentFilter,
    IncidentVolgorde,
    Kenmerk,
    Mand,
    OudersIngelicht,
    PlaatsBereik,
    Soort,
    SoortKeuze,
    SubSoort,
    draft_of,
)
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam
from svp_desktop.services.werkplek import Werkplek

VECHTPARTIJ = (SoortKeuze(Soort.VECHTPARTIJ),)
Record = Callable[..., int]


@pytest.fixture
def kinderen(werkplek: Werkplek) -> list[int]:
    """Sem and Đorđe of 6/7, Noor of 3/4."""
    high = werkplek.school.bewaar_groep("6/7", Bouw.BOVENBOUW).value
    low = werkplek.school.bewaar_groep("3/4", Bouw.MIDDENBOUW).value
    names = (
        (Naam("Sem", "van der", "Berg"), high),
        (Naam("Đorđe", "", "Öztürk"), high),
        (Naam("Noor", "", "Smit"), low),
    )
    return [werkplek.personen.bewaar(Leerling(0, "", naam, groep_id=group)).value for naam, group in names]


@pytest.fixture
def draft(werkplek: Werkplek, kinderen: list[int]) -> IncidentDraft:
    person = werkplek.personen.als_betrokkene(kinderen[0], frozenset({Betrokkenheid.DADER}))
    return IncidentDraft("vandaag", "10.25", "Schoolplein", soorten=VECHTPARTIJ, mand=Mand.ROOD, betrokkenen=(person,),
                         feiten="Er werd geduwd.")  # fmt: skip


@pytest.fixture
def record(werkplek: Werkplek, draft: IncidentDraft) -> Record:
    """Records the draft with some fields changed, and gives the id."""

    def _record(**changes) -> int:
        return werkplek.incidenten.registreer(replace(draft, **changes)).value

    return _record


def found(werkplek: Werkplek, zoek: str = "", **filters) -> list[int]:
    """The ids of a filter; the first page, all ids and the count must agree."""
    asked = IncidentFilter(zoek=zoek, **filters)
    ids = list(werkplek.incidenten.ids(asked))
    page, rows = werkplek.incidenten.eerste_bladzijde(asked, 100)
    assert page == ids
    assert rows == werkplek.incidenten.regels(ids)
    assert werkplek.incidenten.aantal(asked)[0] == len(ids)
    return ids


def test_what_was_recorded_is_read_back_whole(werkplek, draft, kinderen):
    people = tuple(
        werkplek.personen.als_betrokkene(child, roles)
        for child, roles in zip(kinderen, (frozenset({Betrokkenheid.SLACHTOFFER, Betrokkenheid.MELDER}), frozenset(
            {Betrokkenheid.DADER}), frozenset({Betrokkenheid.GETUIGE})), strict=True)
    )  # fmt: skip
    full = replace(
        draft,
        datum="24-11-2026",
        bereik=PlaatsBereik.ELDERS,
        soorten=(SoortKeuze(Soort.ONLINE, (SubSoort.HACKEN, SubSoort.SEXTING)), SoortKeuze(Soort.PESTEN)),
        betrokkenen=people,
        kindwoorden="Ik vond het niet leuk.",
        twijfel=True,
        directe_actie="Gepraat.",
        ouders=OudersIngelicht.JA,
        ouders_toelichting="Gebeld.",
        maatregel="Gesprek.",
    )
    incident = werkplek.incidenten.lees(werkplek.incidenten.registreer(full).value)
    assert draft_of(incident.inhoud) == full
    assert (incident.versie, incident.casus_ids, incident.verwijderd) == (1, (), False)


def test_numbers_count_within_the_calendar_year_of_the_incident(werkplek, record):
    days = ("1-12-2025", "24-11-2026", "2-12-2025", "23-11-2026")
    numbers = [werkplek.incidenten.lees(record(datum=day)).nummer for day in days]
    assert numbers == ["2025-0001", "2026-0001", "2025-0002", "2026-0002"]


def test_a_number_is_not_given_again_after_a_delete(werkplek, record):
    werkplek.incidenten.verwijder(record())
    assert werkplek.incidenten.lees(record()).nummer == "2026-0002"


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>O'Brien & Łukasz</b>",
        "'; DROP TABLE incident; --",
        "=1+1",
        "מרים العربية",
        "👩‍👧 smile",
        "x" * 200_000,
        "%_*\"'",
    ],
    ids=range(7),
)
def test_hostile_text_comes_back_as_it_was(werkplek, record, hostile):
    incident = werkplek.incidenten.lees(record(feiten=hostile, plaats=hostile[:300], kindwoorden=hostile))
    assert (incident.inhoud.feiten, incident.inhoud.plaats, incident.inhoud.kindwoorden) == (
        hostile, hostile[:300], hostile
    )  # fmt: skip


def test_text_is_normalised_and_loses_nul(werkplek, record):
    assert werkplek.incidenten.lees(record(feiten="Cafe\u0301\0 dicht")).inhoud.feiten == "Café dicht"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"datum": "morgen"}, "datum"), ({"soorten": ()}, "soorten"), ({"betrokkenen": ()}, "betrokkenen")],
)
def test_what_may_not_be_saved_is_refused_with_its_field(werkplek, draft, changes, field):
    with pytest.raises(InvoerOnjuist) as refused:
        werkplek.incidenten.registreer(replace(draft, **changes))
    assert [finding.field for finding in refused.value.findings] == [field]
    assert werkplek.incidenten.aantal(IncidentFilter()) == (0, 0)


def test_a_person_outside_the_register_is_refused(werkplek, draft):
    stranger = replace(draft.betrokkenen[0], persoon_id=999)
    with pytest.raises(InvoerOnjuist):
        werkplek.incidenten.registreer(replace(draft, betrokkenen=(stranger,)))


@pytest.mark.parametrize(
    "typed",
    ["ozturk", "ÖZTÜRK", "dorde", "Đorđević", "dordevic", "lukasz", "obrien", "o'brien", "kleedk", "geduwd luka", "6/7",
     "2026-0001", "rood", "vechtpartij", "10.25"],
)  # fmt: skip
def test_every_word_is_found_from_its_beginning_without_marks(werkplek, record, kinderen, typed):
    other = werkplek.personen.als_betrokkene(kinderen[1], frozenset({Betrokkenheid.GETUIGE}))
    sem = werkplek.personen.als_betrokkene(kinderen[0], frozenset({Betrokkenheid.DADER}))
    wanted = record(betrokkenen=(sem, other), plaats="Kleedkamer", feiten="Đorđević werd geduwd door Łukasz O’Brien.")
    noor = werkplek.personen.als_betrokkene(kinderen[2], frozenset({Betrokkenheid.DADER}))
    record(
        betrokkenen=(noor,), feiten="Een boek is weg.", mand=Mand.GEEL, tijd="", soorten=(SoortKeuze(Soort.VERNIELING),)
    )
    assert found(werkplek, typed) == [wanted]


@pytest.mark.parametrize(
    "typed", ['"*', "%%", "__", "ge*", "NOT geduwd", "geduwd OR boek", "feiten:geduwd", "zoektekst:ge", "NEAR(a b)",
              'ge" OR "bo', "'); DROP TABLE incident; --", "{}", "^ge", "ge\0duwd x", "😀😀"]
)  # fmt: skip
def test_no_typed_sign_is_a_command(werkplek, record, typed):
    record(feiten="Er werd geduwd.")
    record(feiten="Een boek is weg.")
    assert len(found(werkplek, typed)) < 2
    assert werkplek.incidenten.aantal(IncidentFilter()) == (2, 2)


def test_a_number_is_found_without_its_zeros(werkplek, record):
    for _ in range(12):
        record(tijd="", feiten="Iets.")
    assert [werkplek.incidenten.lees(one).nummer for one in found(werkplek, "12")] == ["2026-0012"]
    assert [werkplek.incidenten.lees(one).nummer for one in found(werkplek, "iets 12")] == ["2026-0012"]


@pytest.mark.parametrize("typed", ["", " ", "g", "\0", "%"])
def test_a_search_starts_at_two_letters(werkplek, record, typed):
    record()
    assert len(found(werkplek, typed)) == 1


def test_one_letter_after_a_word_waits_for_the_next(werkplek, record):
    record(feiten="Sem duwde.")
    assert len(found(werkplek, "duwde x")) == 1
    assert found(werkplek, "duwde xy") == []


def test_a_change_moves_the_words_and_keeps_the_version_before_it(werkplek, record, draft, clock):
    incident_id = record(feiten="Een rood potlood brak.")
    clock.now += timedelta(hours=1)
    changed = replace(draft, feiten="Een blauwe pen brak.")
    werkplek.incidenten.wijzig(incident_id, changed, 1)
    assert found(werkplek, "potlood") == []
    assert found(werkplek, "blauwe brak") == [incident_id]
    history = werkplek.incidenten.geschiedenis(incident_id)
    assert [(line.nummer, line.inhoud.feiten, line.door) for line in history] == [
        (1, "Een rood potlood brak.", "Marit van den Berg"),
        (2, "Een blauwe pen brak.", "Marit van den Berg"),
    ]
    assert history[1].op - history[0].op == timedelta(hours=1)
    incident = werkplek.incidenten.lees(incident_id)
    assert (incident.versie, incident.gewijzigd_op - incident.gemaakt_op) == (2, timedelta(hours=1))


def test_who_comes_second_overwrites_nothing(werkplek, record, draft):
    incident_id = record()
    werkplek.incidenten.wijzig(incident_id, replace(draft, feiten="Eerste."), 1)
    with pytest.raises(IntussenVeranderd):
        werkplek.incidenten.wijzig(incident_id, replace(draft, feiten="Tweede."), 1)
    assert werkplek.incidenten.lees(incident_id).inhoud.feiten == "Eerste."
    assert len(werkplek.incidenten.geschiedenis(incident_id)) == 2


def test_saving_without_a_change_makes_no_version(werkplek, record):
    incident_id = record()
    same = draft_of(werkplek.incidenten.lees(incident_id).inhoud)
    werkplek.incidenten.wijzig(incident_id, same, 1)
    assert werkplek.incidenten.lees(incident_id).versie == 1
    assert len(werkplek.incidenten.geschiedenis(incident_id)) == 1


def test_a_save_forgets_its_concept_and_a_refused_one_keeps_it(werkplek, record, draft):
    werkplek.concepten.bewaar("incident:nieuw", {"feiten": "half"}, "Incident")
    with pytest.raises(InvoerOnjuist):
        record(mand=None)
    assert werkplek.concepten.lees("incident:nieuw") is not None
    incident_id = record()
    assert werkplek.concepten.lees("incident:nieuw") is None
    werkplek.concepten.bewaar(f"incident:{incident_id}", {"feiten": "half"}, "Incident")
    with pytest.raises(IntussenVeranderd):
        werkplek.incidenten.wijzig(incident_id, draft, 7)
    assert werkplek.concepten.lees(f"incident:{incident_id}") is not None
    werkplek.incidenten.wijzig(incident_id, replace(draft, feiten="Anders."), 1)
    assert werkplek.concepten.alle() == ()


def test_the_prullenbak_holds_what_was_deleted_and_gives_it_back(werkplek, record, draft):
    gone, stays = record(feiten="Weggooien"), record(feiten="Bewaren")
    werkplek.incidenten.verwijder(gone)
    assert found(werkplek) == [stays]
    assert found(werkplek, "weggooien") == []
    assert found(werkplek, prullenbak=True) == [gone]
    assert werkplek.incidenten.lees(gone).verwijderd
    with pytest.raises(NietGevonden):
        werkplek.incidenten.wijzig(gone, draft, 1)
    with pytest.raises(NietGevonden):
        werkplek.incidenten.verwijder(gone)
    werkplek.incidenten.herstel(gone)
    assert found(werkplek, "weggooien") == [gone]
    with pytest.raises(NietGevonden):
        werkplek.incidenten.herstel(gone)


def test_an_unknown_incident_is_not_found(werkplek, draft):
    with pytest.raises(NietGevonden):
        werkplek.incidenten.lees(99)
    with pytest.raises(NietGevonden):
        werkplek.incidenten.wijzig(99, draft, 1)


def test_each_filter_lets_through_what_it_says(werkplek, record, kinderen):
    noor = werkplek.personen.als_betrokkene(kinderen[2], frozenset({Betrokkenheid.SLACHTOFFER}))
    old = record(datum="31-7-2026", mand=Mand.GEEL)
    online = record(soorten=(SoortKeuze(Soort.ONLINE), SoortKeuze(Soort.PESTEN)), mand=Mand.ORANJE, tijd="9.00")
    doubt = record(betrokkenen=(noor,), twijfel=True, tijd="8.00")
    assert found(werkplek) == [online, doubt, old]
    assert found(werkplek, schooljaar="2026-2027") == [online, doubt]
    assert found(werkplek, schooljaar="2025-2026") == [old]
    assert found(werkplek, manden=frozenset({Mand.GEEL, Mand.ORANJE})) == [online, old]
    assert found(werkplek, soorten=frozenset({Soort.PESTEN})) == [online]
    assert found(werkplek, soorten=frozenset({Soort.VECHTPARTIJ, Soort.ONLINE})) == [online, doubt, old]
    assert found(werkplek, persoon_id=kinderen[2]) == [doubt]
    assert found(werkplek, alleen_twijfel=True) == [doubt]
    assert found(werkplek, "vechtpartij", schooljaar="2026-2027", manden=frozenset({Mand.ROOD})) == [doubt]
    assert werkplek.incidenten.aantal(IncidentFilter(alleen_twijfel=True)) == (1, 3)


def test_zonder_casus_leaves_out_what_a_casus_holds(werkplek, record, kinderen):
    linked, free = record(), record()
    suggestion = werkplek.casussen.voorstel(linked)
    casus_id = werkplek.casussen.open(replace(suggestion, eigenaar_id=werkplek.persoon_id)).value
    assert found(werkplek, zonder_casus=True) == [free]
    assert [row.in_casus for row in werkplek.incidenten.regels([linked, free])] == [True, False]
    assert werkplek.incidenten.lees(linked).casus_ids == (casus_id,)


@pytest.mark.parametrize("volgorde", IncidentVolgorde)
def test_every_order_is_the_same_for_page_and_ids_and_turns_round(werkplek, record, kinderen, volgorde):
    children = [werkplek.personen.als_betrokkene(child, frozenset({Betrokkenheid.DADER})) for child in kinderen]
    kinds = (Soort.PESTEN, Soort.GEWELD, Soort.ONLINE)
    for place in range(12):
        record(datum=f"{1 + place * 5 % 7}-9-2026", tijd="" if place % 3 else "9.15", mand=list(Mand)[place % 4],
               soorten=(SoortKeuze(kinds[place % 3]),), betrokkenen=(children[place % 3],),
               plaats=("Gang", "Aula", "")[place % 3])  # fmt: skip
    werkplek.incidenten.sluit_af(record(datum="4-9-2026"), 1, "Gepraat", "Afspraak")
    service, everything = werkplek.incidenten, IncidentFilter()
    ids = list(service.ids(everything, volgorde, omgekeerd=False))
    assert len(set(ids)) == 13
    assert list(service.ids(everything, volgorde, omgekeerd=True)) == ids[::-1]
    assert service.eerste_bladzijde(everything, 5, volgorde, omgekeerd=False)[0] == ids[:5]
    searched = IncidentFilter(zoek="geduwd")
    assert list(service.ids(searched, volgorde, omgekeerd=False)) == ids
    assert service.eerste_bladzijde(searched, 5, volgorde, omgekeerd=False)[0] == ids[:5]
    rows = service.regels(ids)
    keys = {
        IncidentVolgorde.DATUM: [row.datum for row in rows],
        IncidentVolgorde.MAND: [list(Mand).index(row.mand) for row in rows],
        IncidentVolgorde.SOORT: [list(Soort).index(row.soorten[0]) for row in rows],
        IncidentVolgorde.LEERLING: [("dorde", "noor", "sem").index(_plain(row.leerlingen)) for row in rows],
        IncidentVolgorde.GROEP: [row.groepen for row in rows],
        IncidentVolgorde.NUMMER: [row.nummer for row in rows],
        IncidentVolgorde.TIJD: [(row.tijd or time.min, row.datum) for row in rows],
        IncidentVolgorde.PLAATS: [row.plaats for row in rows],
        IncidentVolgorde.STATUS: [Kenmerk.AFGESLOTEN in row.kenmerken for row in rows],
    }[volgorde]
    assert keys == sorted(keys)


def _plain(name: str) -> str:
    return name.split(" ")[0].lower().replace("đ", "d")


def test_a_long_list_comes_in_pieces_without_a_gap(werkplek, record, monkeypatch):
    from svp_desktop.kluis.stores import incidenten_lijst

    for place in range(11):
        record(datum=f"{1 + place % 3}-9-2026", tijd="")
    whole = list(werkplek.incidenten.ids(IncidentFilter()))
    incidenten_lijst.ids_statement.cache_clear()
    monkeypatch.setattr(incidenten_lijst, "PIECE", 4)
    assert list(werkplek.incidenten.ids(IncidentFilter())) == whole
    assert list(werkplek.incidenten.ids(IncidentFilter(), omgekeerd=False)) == whole[::-1]
    incidenten_lijst.ids_statement.cache_clear()


def test_a_row_shows_pupils_of_the_day_and_the_first_words(werkplek, record, draft, kinderen):
    staff = werkplek.personen.bewaar(Medewerker(0, "", Naam("Karin", "", "Bos"))).value
    karin = werkplek.personen.als_betrokkene(staff, frozenset({Betrokkenheid.GETUIGE}))
    sem = draft.betrokkenen[0]
    both = record(betrokkenen=(karin, sem), feiten="Een  lange\nregel " + "x" * 500)
    adults = record(betrokkenen=(karin,))
    child = werkplek.personen.lees(kinderen[0])
    werkplek.personen.bewaar(replace(child, naam=Naam("Sam")))
    first, second = werkplek.incidenten.regels([both, adults])
    assert (first.leerlingen, first.groepen) == ("Sem van der Berg", "6/7")
    assert first.omschrijving.startswith("Een lange regel xxx")
    assert len(first.omschrijving) <= 160
    assert (second.leerlingen, second.groepen) == ("Karin Bos", "")


def test_rows_keep_the_asked_order_and_leave_out_what_is_unknown(werkplek, record):
    first, second = record(), record()
    assert [row.id for row in werkplek.incidenten.regels([second, 99, first])] == [second, first]
    assert werkplek.incidenten.regels([]) == []


def test_places_come_from_the_settings_and_the_last_one_is_remembered(werkplek, record):
    assert werkplek.incidenten.laatste_plaats() == ""
    record(plaats="Gang")
    record(plaats="")
    assert werkplek.incidenten.laatste_plaats() == "Gang"
    werkplek.instellingen.zet("plaatsen", ("Zolder",))
    assert werkplek.incidenten.plaatsen() == ("Zolder",)


def test_the_day_that_was_meant_is_kept_and_not_the_word(werkplek, record, clock):
    incident_id = record(datum="gisteren")
    clock.now += timedelta(days=3)
    assert werkplek.incidenten.lees(incident_id).inhoud.datum == date(2026, 11, 23)
