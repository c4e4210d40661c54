"""Transactions and readings of one compartment: all or nothing, one at a time, and over at the moment of locking."""

import threading
import time

import pytest
from sqlalchemy import delete, insert, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from svp_desktop.domain.errors import KluisVergrendeld, SchijfVol
from svp_desktop.kluis import drafts, pragmas, state, trail, versions
from svp_desktop.kluis.pragmas import Pragma
from svp_desktop.kluis.tables.kern import identiteit
from svp_desktop.kluis.transaction import Tx

HOSTILE = [
    "O'Brien",
    "van 't Hof",
    "Łukasz Şahin",
    "<b>vet</b>",
    "=1+1",
    "'; DROP TABLE spoor; --",
    "x" * 200_000,
    "مرحبا",
    "👩‍👧‍👦 én 🏳️‍🌈",
    "nul\x00teken",
    "regel\r\nregel\ttab",
    "%(naam)s {0} :naam ?",
    "",
]


def test_an_exception_undoes_everything_with_its_trail_line(kluis):
    def save_and_fail(tx: Tx) -> None:
        state.put(tx, "a", 1)
        tx.log("proef.opslaan", 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), kluis.school.transaction() as tx:
        save_and_fail(tx)
    with kluis.school.reading() as rx:
        assert state.get(rx, "a") is None
        assert trail.read(rx, 10) == ()


def test_a_constraint_that_fails_undoes_what_came_before(kluis):
    def save_and_break_a_rule(tx: Tx) -> None:
        state.put(tx, "a", 1)
        tx.connection.execute(insert(identiteit).values(id=2, kluis_id="geheime waarde"))

    with pytest.raises(IntegrityError) as failure, kluis.school.transaction() as tx:
        save_and_break_a_rule(tx)
    assert "geheime waarde" not in str(failure.value)
    with kluis.school.reading() as rx:
        assert state.get(rx, "a") is None


def test_reading_inside_a_transaction_sees_it_and_joins_it(kluis):
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)
        with kluis.school.reading() as rx, kluis.school.reading() as deeper:
            assert state.get(rx, "a") == state.get(deeper, "a") == 1
    with kluis.school.reading() as rx, kluis.school.reading() as deeper:
        assert state.get(deeper, "a") == state.get(rx, "a") == 1


def test_one_action_is_one_transaction(kluis):
    with kluis.school.transaction(), pytest.raises(RuntimeError), kluis.school.transaction():
        pass
    with kluis.school.reading(), pytest.raises(RuntimeError), kluis.school.transaction():
        pass
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)


def test_nothing_is_written_in_a_reading(kluis):
    with pytest.raises(RuntimeError, match="outside a transaction"), kluis.school.reading() as rx:
        rx.connection.execute(text("UPDATE identiteit SET soort = 'anders'"))
    with kluis.school.reading() as rx:
        assert rx.connection.execute(select(identiteit.c.soort)).scalar_one() == "school"


def test_the_commit_number_goes_up_with_each_change_only(kluis):
    def number() -> int:
        with kluis.school.reading() as rx:
            return rx.connection.execute(select(identiteit.c.volgnummer)).scalar_one()

    before = number()
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)
        state.put(tx, "b", 1)
    with kluis.school.transaction():
        pass
    assert number() == before + 1


def test_threads_take_turns(kluis):
    def add() -> None:
        for _ in range(20):
            with kluis.school.transaction() as tx:
                state.put(tx, "teller", state.get(tx, "teller", 0) + 1)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with kluis.school.reading() as rx:
        assert state.get(rx, "teller") == 80


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.mark.parametrize("busy_with", ["one long query", "many short ones"])
def test_locking_ends_a_running_worker_and_undoes_its_work(kluis, unlock, busy_with):
    started, ended = threading.Event(), []

    def work() -> None:
        try:
            with kluis.school.transaction() as tx:
                state.put(tx, "half", 1)
                started.set()
                while True:
                    tx.connection.execute(text(ENDLESS if busy_with == "one long query" else "SELECT 1"))
        except KluisVergrendeld as error:
            ended.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    assert started.wait(5)
    before = time.perf_counter()
    kluis.lock()
    assert time.perf_counter() - before < 1
    worker.join(5)
    assert len(ended) == 1
    with unlock(kluis.folder).school.reading() as rx:
        assert state.get(rx, "half") is None


def test_locking_halfway_a_save_of_the_same_thread_is_a_bug_and_loses_nothing(kluis):
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)
        with pytest.raises(RuntimeError):
            kluis.lock()
    with kluis.school.reading() as rx:
        assert state.get(rx, "a") == 1


def test_a_full_disk_says_so_and_keeps_what_was_saved(kluis, unlock, monkeypatch):
    with kluis.school.transaction() as tx:
        state.put(tx, "a", "eerder")
    kluis.lock()
    pages = (kluis.folder / "school.db").stat().st_size // 4096 + 8
    monkeypatch.setattr(pragmas, "CONNECTION", (*pragmas.CONNECTION, Pragma("max_page_count", str(pages), pages)))
    full = unlock(kluis.folder)
    with pytest.raises(SchijfVol), full.school.transaction() as tx:
        state.put(tx, "a", "x" * 100_000)
    with full.school.transaction() as tx:
        state.put(tx, "b", "past nog")
    with full.school.reading() as rx:
        assert (state.get(rx, "a"), state.get(rx, "b")) == ("eerder", "past nog")


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:12]))
def test_whatever_is_typed_comes_back_as_it_was(kluis, unlock, typed):
    with kluis.school.transaction() as tx:
        drafts.save(tx, f"incident:{typed[:20]}", {typed[:20]: [typed, None, 1.5]})
        versions.keep(tx, "incident", 1, {"feiten": typed})
        state.put(tx, "zoek", typed)
    kluis.lock()
    with unlock(kluis.folder).school.reading() as rx:
        draft = drafts.load(rx, f"incident:{typed[:20]}")
        assert draft is not None
        assert draft.content == {typed[:20]: [typed, None, 1.5]}
        assert versions.history(rx, "incident", 1)[0].content == {"feiten": typed}
        assert state.get(rx, "zoek") == typed


def test_drafts_are_replaced_listed_and_dropped(kluis, clock):
    with kluis.school.transaction() as tx:
        drafts.save(tx, "incident:nieuw", {"feiten": "a"})
    clock.forward(60)
    with kluis.school.transaction() as tx:
        drafts.save(tx, "casus:3", {"plan": "b"})
        drafts.save(tx, "incident:nieuw", {"feiten": "ab"})
    clock.forward(60)
    with kluis.school.transaction() as tx:
        drafts.save(tx, "papier:1", {"tekst": "c"})
        drafts.drop(tx, "casus:3")
        drafts.drop(tx, "bestaat niet")
    with kluis.school.reading() as rx:
        found = drafts.all(rx)
        assert [(draft.key, draft.content) for draft in found] == [
            ("papier:1", {"tekst": "c"}),
            ("incident:nieuw", {"feiten": "ab"}),
        ]
        assert (found[0].saved_at - found[1].saved_at).total_seconds() == 60
        assert drafts.load(rx, "casus:3") is None
        assert trail.read(rx, 10) == ()


def test_versions_count_per_record(kluis, clock):
    with kluis.school.transaction() as tx:
        assert [versions.keep(tx, "incident", 1, {"n": n}) for n in range(3)] == [1, 2, 3]
        assert versions.keep(tx, "incident", 2, {}) == 1
        assert versions.keep(tx, "casus", 1, {}) == 1
    with kluis.school.reading() as rx:
        history = versions.history(rx, "incident", 1)
        assert [(version.number, version.content) for version in history] == [(n + 1, {"n": n}) for n in range(3)]
        assert {(version.at, version.account_id) for version in history} == {(clock.now, kluis.account.id)}


def test_the_trail_is_a_chain_that_shows_every_change(kluis, clock):
    for number in range(1, 1203):
        if number % 400 == 1:
            clock.forward(1)
        with kluis.school.transaction() as tx:
            tx.log("incident.nieuw", number)
            if number < 1200:
                tx.log("incident.gewijzigd", f"{number}:mand")
        if number == 5:
            break
    with kluis.school.reading() as rx:
        lines = trail.read(rx, 3)
        assert [(line.sequence, line.action, line.object_id) for line in lines] == [
            (10, "incident.gewijzigd", "5:mand"),
            (9, "incident.nieuw", "5"),
            (8, "incident.gewijzigd", "4:mand"),
        ]
        assert (lines[0].at, lines[0].account_id) == (clock.now, kluis.account.id)
        assert [line.sequence for line in trail.read(rx, 2, before=8)] == [7, 6]
        assert trail.verify(rx)
        assert trail.head(rx)[0] == 10


def test_verifying_walks_through_every_window(kluis):
    with kluis.school.transaction() as tx:
        for number in range(2100):
            tx.log("proef", number)
        assert trail.verify(tx)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE spoor SET actie = 'anders' WHERE volgnummer = 2",
        "UPDATE spoor SET op = replace(op, '2026', '2025') WHERE volgnummer = 3",
        "DELETE FROM spoor WHERE volgnummer = 2",
        "DELETE FROM spoor WHERE volgnummer = 1",
    ],
)
def test_an_old_line_can_be_neither_changed_nor_removed_unseen(kluis, change):
    with kluis.school.transaction() as tx:
        for number in range(4):
            tx.log("proef", number)
    with pytest.raises(IntegrityError), kluis.school.transaction() as tx:
        tx.connection.execute(text(change))
    # Whoever has the key can take the triggers away; the chain still tells.
    raw = kluis.school._raw
    raw.set_authorizer(None)
    raw.execute("DROP TRIGGER spoor_geen_update")
    raw.execute("DROP TRIGGER spoor_geen_delete")
    raw.execute(change)
    with kluis.school.reading() as rx:
        assert not trail.verify(rx)


@pytest.mark.parametrize(
    ("action", "object_id"), [("Incident", ""), ("", ""), ("a b", ""), ("proef", "Jan de Wit"), ("proef", "é")]
)
def test_the_trail_takes_no_names_and_no_free_text(kluis, action, object_id):
    with pytest.raises(ValueError), kluis.school.transaction() as tx:
        tx.log(action, object_id)


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE 'lek.db' AS lek KEY ''",
        "DETACH DATABASE main",
        "ANALYZE",
        "REINDEX",
        "VACUUM",
        "VACUUM INTO 'lek.db'",
        "SELECT load_extension('lek')",
        "SELECT sqlcipher_export('main')",
        "SELECT fts3_tokenizer('simple')",
        "PRAGMA journal_mode=DELETE",
        "PRAGMA synchronous=OFF",
        "PRAGMA temp_store=FILE",
        "PRAGMA foreign_keys=OFF",
        "PRAGMA rekey='x'",
        "PRAGMA writable_schema=ON",
        "PRAGMA cipher_log='lek.log'",
        "CREATE TABLE lek (a)",
        "CREATE TEMP TABLE lek (a)",
        "DROP TABLE spoor",
        "ALTER TABLE spoor ADD COLUMN lek",
        "CREATE VIRTUAL TABLE lek USING fts5(a)",
        "DROP TRIGGER spoor_geen_update",
    ],
)
def test_a_connection_may_only_read_and_write_rows(kluis, statement):
    with pytest.raises(DatabaseError), kluis.school.transaction() as tx:
        tx.connection.execute(text(statement))
    with kluis.school.transaction() as tx:
        state.put(tx, "a", 1)


def test_every_setting_of_the_table_is_in_force(kluis):
    raw = kluis.school._raw
    raw.set_authorizer(None)
    for setting in pragmas.CONNECTION:
        assert raw.execute(f"PRAGMA {setting.name}").fetchone()[0] == setting.answer, setting.name
    assert {setting.name: setting.value for setting in pragmas.CONNECTION} | {
        "locking_mode": "EXCLUSIVE",
        "journal_mode": "TRUNCATE",
        "synchronous": "EXTRA",
        "temp_store": "MEMORY",
        "secure_delete": "ON",
        "foreign_keys": "ON",
        "trusted_schema": "OFF",
    } == {setting.name: setting.value for setting in pragmas.CONNECTION}


def test_a_setting_that_is_not_accepted_stops_the_opening(kluis, unlock, monkeypatch):
    kluis.lock()
    monkeypatch.setattr(pragmas, "CONNECTION", (*pragmas.CONNECTION, Pragma("page_size", "512", 512)))
    with pytest.raises(RuntimeError, match="page_size"):
        unlock(kluis.folder)
    monkeypatch.undo()
    unlock(kluis.folder)


def test_deleting_needs_no_wider_rights(kluis):
    with kluis.school.transaction() as tx:
        drafts.save(tx, "a", {})
        tx.connection.execute(delete(drafts.concept))
