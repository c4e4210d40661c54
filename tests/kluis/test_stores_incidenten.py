"""The search index and the plans of the hot queries, on the real library."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentFilter,
    IncidentInhoud,
    IncidentVolgorde,
    Kenmerk,
    Mand,
    PlaatsBereik,
    Soort,
    SoortKeuze,
)
from svp_desktop.domain.school import Leerling, Naam, PersoonSoort, Rol
from svp_desktop.domain.wachttijd import Wachttijd
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.stores import incidenten, incidenten_lijst, personen
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from tests import ready

WORD = "veertien zachte oranje bootjes"
NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def way_in(root: Path) -> Toegang:
    return Toegang(Paths.under(root), lambda: NOW, KdfPolicy.for_tests())


@contextmanager
def opened(root: Path) -> Iterator[Compartment]:
    """The school compartment of a new school with one pupil, who gets id 2."""
    werkplek = ready.enter(
        ready.school(root, way_in, NOW, "School", "Plaats", "Marit Jansen", Rol.DIRECTEUR, WORD), WORD
    )
    with werkplek._kluis.school.transaction() as tx:
        personen.voeg_toe(tx, Leerling(0, "u", Naam("Sem")))
    yield werkplek._kluis.school
    werkplek.vergrendel()


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Compartment]:
    with opened(tmp_path) as made:
        yield made


def inhoud(feiten: str, day: int = 1) -> IncidentInhoud:
    sem = Betrokkene(2, "Sem", PersoonSoort.LEERLING, "6/7", frozenset({Betrokkenheid.DADER}))
    return IncidentInhoud(
        date(2026, 9, 1 + day % 28), time(9), "Gang", PlaatsBereik.BINNEN, (SoortKeuze(Soort.PESTEN),), Mand.GEEL,
        (sem,), feiten,
    )  # fmt: skip


def stored_words(rx) -> bytes:
    blocks = rx.connection.exec_driver_sql("SELECT block FROM incident_zoek_data").scalars()
    return b"".join(blocks)


def check_index(school) -> None:
    """FTS5's own check: the index holds exactly the words of the texts."""
    with school.transaction() as tx:
        tx.connection.exec_driver_sql("INSERT INTO incident_zoek(incident_zoek, rank) VALUES ('integrity-check', 1)")


def test_a_changed_text_leaves_no_word_behind_in_the_index(school):
    with school.transaction() as tx:
        changed = incidenten.voeg_toe(tx, inhoud("Geheimwoordje brak het potlood"))
        for place in range(40):
            incidenten.voeg_toe(tx, inhoud(f"Er brak iets anders {place}"))
    with school.reading() as rx:
        assert b"heimwoordje" in stored_words(rx)
    with school.transaction() as tx:
        assert incidenten.wijzig(tx, changed, inhoud("Er brak een potlood"), 1)
    with school.reading() as rx:
        assert b"heimwoordje" not in stored_words(rx)
    check_index(school)


def test_the_index_stays_whole_through_many_changes(school):
    with school.transaction() as tx:
        ids = [incidenten.voeg_toe(tx, inhoud(f"woord{place} gedeeld")) for place in range(30)]
    for turn in range(1, 4):
        with school.transaction() as tx:
            for id_ in ids[::turn]:
                found = incidenten.lees(tx, id_)
                assert incidenten.wijzig(tx, id_, inhoud(f"gedeeld keer{turn} {'x' * 40_000}"), found.versie)
    check_index(school)
    with school.reading() as rx:
        question = incidenten_lijst.asked(IncidentFilter(zoek="gedeeld"))
        assert incidenten_lijst.count(rx, question) == 30


def test_a_refused_change_leaves_text_and_index_alone(school):
    with school.transaction() as tx:
        id_ = incidenten.voeg_toe(tx, inhoud("Eerste tekst"))
    with school.transaction() as tx:
        assert not incidenten.wijzig(tx, id_, inhoud("Tweede tekst"), 5)
        assert not incidenten.wijzig(tx, 99, inhoud("Tweede tekst"), 1)
    check_index(school)


EVERYTHING = IncidentFilter()
FILTERS = {
    "all": EVERYTHING,
    "year": IncidentFilter(schooljaar="2026-2027"),
    "ticks": IncidentFilter(manden=frozenset({Mand.ROOD}), soorten=frozenset({Soort.PESTEN}), alleen_twijfel=True),
    "free": IncidentFilter(zonder_casus=True),
    "person": IncidentFilter(persoon_id=2),
    "place": IncidentFilter(plaats="Gang", vanaf=date(2026, 9, 3), tot=date(2026, 9, 20)),
    "no place": IncidentFilter(zonder_plaats=True),
    "marks": IncidentFilter(kenmerken=frozenset({Kenmerk.ESIS_OPEN}), zonder_kenmerken=frozenset({Kenmerk.AFGESLOTEN})),
    "group": IncidentFilter(groep="6/7", vanaf=date(2026, 9, 3)),
    "moment": IncidentFilter(weekdagen=frozenset({1}), uren=frozenset({9, -1})),
    "role": IncidentFilter(rol=(PersoonSoort.LEERLING, Betrokkenheid.DADER)),
    "waited": IncidentFilter(wachttijd=Wachttijd.NOG_NIET),
    "search": IncidentFilter(zoek="brak"),
    "search in a year": IncidentFilter(zoek="brak", schooljaar="2026-2027"),
}
HEAVY = re.compile(r"SCAN (?:incident|i)(?: |$)(?!USING (?:COVERING )?INDEX)")


def plan(rx, statement: str, question) -> list[str]:
    values = dict.fromkeys(re.findall(r":(\w+)", statement), 1) | dict(question[1])
    rows = rx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    return [row[3] for row in rows]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compartment]:
    """With 300 incidents; only for tests that read."""
    with opened(tmp_path_factory.mktemp("full")) as made:
        fill(made)
        yield made


def fill(school: Compartment) -> None:
    with school.transaction() as tx:
        for place in range(300):
            incidenten.voeg_toe(tx, inhoud(f"Er brak iets {place}", place))


INDEXED = [order for order in IncidentVolgorde if order not in {*incidenten_lijst.SORTED, IncidentVolgorde.NUMMER}]
COVERED = ("all", "year", "ticks", "free", "marks", "role")


@pytest.mark.parametrize("volgorde", INDEXED)
@pytest.mark.parametrize("name", COVERED)
def test_ids_come_in_order_from_one_covering_index(full, name, volgorde):
    question = incidenten_lijst.asked(FILTERS[name])
    with full.reading() as rx:
        steps = plan(rx, incidenten_lijst.ids_statement(question[0], volgorde, True, further=True), question)
    assert f"USING COVERING INDEX ix_incident_{volgorde.value}" in steps[0], steps
    assert not [step for step in steps if "TEMP B-TREE" in step], steps


@pytest.mark.parametrize("volgorde", [IncidentVolgorde.DATUM, *incidenten_lijst.SORTED])
@pytest.mark.parametrize("name", [name for name in FILTERS if "search" not in name and name != "person"])
def test_every_filter_reads_a_covering_index_and_no_text(full, name, volgorde):
    question = incidenten_lijst.asked(FILTERS[name])
    with full.reading() as rx:
        for further in (False, True):
            steps = plan(rx, incidenten_lijst.ids_statement(question[0], volgorde, True, further=further), question)
            assert "i USING COVERING INDEX ix_incident_datum" in steps[0], steps
            assert not [step for step in steps if "incident_tekst" in step or "SCAN p" in step], steps


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("volgorde", IncidentVolgorde)
def test_no_order_reads_the_long_texts(full, name, volgorde):
    question = incidenten_lijst.asked(FILTERS[name])
    with full.reading() as rx:
        steps = plan(rx, incidenten_lijst.ids_statement(question[0], volgorde, False), question)
    assert not [step for step in steps if "incident_tekst" in step or HEAVY.search(step)], steps


@pytest.mark.parametrize("volgorde", INDEXED)
def test_a_first_page_walks_the_index_of_its_order(full, volgorde):
    question = incidenten_lijst.asked(EVERYTHING)
    with full.reading() as rx:
        steps = plan(rx, incidenten_lijst.rows_statement(question[0], volgorde, True), question)
    assert f"ix_incident_{volgorde.value}" in steps[0], steps
    assert not [step for step in steps if "TEMP B-TREE" in step], steps


@pytest.mark.parametrize("name", FILTERS)
def test_no_count_and_no_search_reads_the_whole_table(full, name):
    question = incidenten_lijst.asked(FILTERS[name])
    statements = [incidenten_lijst.count_statement(question[0])]
    if "search" in name:
        statements.append(incidenten_lijst.hits_statement(question[0], IncidentVolgorde.DATUM, True))
    with full.reading() as rx:
        for statement in statements:
            steps = plan(rx, statement, question)
            assert not [step for step in steps if HEAVY.search(step)], steps


def test_a_person_is_filtered_through_the_index_of_persons(full):
    question = incidenten_lijst.asked(FILTERS["person"])
    with full.reading() as rx:
        steps = plan(rx, incidenten_lijst.count_statement(question[0]), question)
    assert [step for step in steps if "ix_incident_persoon_persoon" in step], steps


def test_plans_stay_good_after_statistics_were_taken(school):
    """The kluis lets SQLite take statistics when it locks; with STAT4 a bad set of them can turn a plan round."""
    fill(school)
    raw = school._raw
    raw.set_authorizer(None)
    raw.execute("PRAGMA optimize=0x10002")
    test_ids_come_in_order_from_one_covering_index(school, "all", IncidentVolgorde.DATUM)
    test_a_first_page_walks_the_index_of_its_order(school, IncidentVolgorde.MAND)
    test_no_count_and_no_search_reads_the_whole_table(school, "search")


def test_a_search_that_is_being_typed_stops_at_its_newest_hits(full, monkeypatch):
    incidenten_lijst.hits_statement.cache_clear()
    monkeypatch.setattr(incidenten_lijst, "MOST_HITS", 50)
    question = incidenten_lijst.asked(IncidentFilter(zoek="brak"))
    with full.reading() as rx:
        rows = incidenten_lijst.first_rows(rx, question, IncidentVolgorde.DATUM, True, 200)
        total = incidenten_lijst.count(rx, question)
    incidenten_lijst.hits_statement.cache_clear()
    assert (len(rows), total) == (50, 300)
    assert min(row.id for row in rows) == 251
    assert [row.datum for row in rows] == sorted((row.datum for row in rows), reverse=True)
