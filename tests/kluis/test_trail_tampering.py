"""Whoever has the key can write to the file with another tool: the chain of the trail tells from which line."""

import pytest
from sqlalchemy.exc import IntegrityError

from svp_desktop.kluis import trail

LINES = 2_500
WINDOW = 1_000  # of the walk: its borders must hide nothing
_TRIGGERS = ("spoor_geen_update", "spoor_geen_delete")


@pytest.fixture
def tampered(kluis):
    """Run SQL on a trail of 2,500 lines, past the authorizer and without the triggers, and check the chain after it."""
    with kluis.school.transaction() as tx:
        for number in range(LINES):
            tx.log("proef.regel", number)

    def change(*statements: str) -> tuple[int, int | None]:
        raw = kluis.school._raw
        raw.set_authorizer(None)
        for name in _TRIGGERS:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        return walked(kluis)

    return change


def walked(kluis) -> tuple[int, int | None]:
    """How many lines hold, and from which line the chain no longer does."""
    check = trail.ChainCheck()
    more = True
    while more:
        with kluis.school.reading() as rx:
            more = check.step(rx)
    return check.lines, check.broken_from


def test_a_whole_trail_holds_and_goes_on_holding(kluis):
    assert walked(kluis) == (0, None)
    with kluis.school.transaction() as tx:
        for number in range(WINDOW):
            tx.log("proef", number)
    assert walked(kluis) == (WINDOW, None)
    with kluis.school.transaction() as tx:
        tx.log("proef")
    assert walked(kluis) == (WINDOW + 1, None)


@pytest.mark.parametrize("line", [1, 2, 999, 1000, 1001, 2000, 2499])
def test_a_line_that_was_deleted(tampered, line):
    assert tampered(f"DELETE FROM spoor WHERE volgnummer = {line}") == (line - 1, line)


@pytest.mark.parametrize("line", [1, 1000, 1001, LINES])
@pytest.mark.parametrize(
    "change",
    [
        "actie = 'proef.anders'",
        "object_id = '0x'",
        "account_id = '00000000-0000-4000-8000-000000000000'",
        "op = replace(op, ':30:', ':31:')",
        "keten = zeroblob(32)",
        "keten = CAST('tekst' AS TEXT)",
        "actie = CAST(x'ff00' AS TEXT)",
        "op = x''",
    ],
)
def test_a_line_that_was_changed(tampered, line, change):
    assert tampered(f"UPDATE spoor SET {change} WHERE volgnummer = {line}") == (line - 1, line)


def test_lines_that_changed_places(tampered):
    swap = (
        "UPDATE spoor SET volgnummer = -1 WHERE volgnummer = 1200",
        "UPDATE spoor SET volgnummer = 1200 WHERE volgnummer = 1300",
        "UPDATE spoor SET volgnummer = 1300 WHERE volgnummer = -1",
    )
    assert tampered(*swap) == (1199, 1200)


@pytest.mark.parametrize(
    ("number", "found"), [("0", 1), ("-9223372036854775808", 1), (str(LINES + 1), LINES + 1), (str(2**62), LINES + 1)]
)
def test_a_line_that_was_put_in(tampered, number, found):
    copied = f"SELECT {number}, op, account_id, actie, object_id, keten FROM spoor WHERE volgnummer = 7"
    assert tampered(f"INSERT INTO spoor {copied}") == (found - 1, found)


def test_lines_that_were_moved_up_over_a_gap(tampered):
    moved = "UPDATE spoor SET volgnummer = volgnummer - 1 WHERE volgnummer > 500"
    assert tampered("DELETE FROM spoor WHERE volgnummer = 500", moved) == (499, 500)


def test_a_trail_of_another_compartment_does_not_hold_here(kluis, new_kluis, tmp_path):
    """The chain begins with the ids of the compartment."""
    other = new_kluis(tmp_path / "elders")
    with other.school.transaction() as tx:
        tx.log("proef", 1)
    with other.school.reading() as rx:
        row = rx.connection.exec_driver_sql("SELECT * FROM spoor").one()
    with kluis.school.transaction() as tx:
        tx.connection.exec_driver_sql("INSERT INTO spoor VALUES (?, ?, ?, ?, ?, ?)", tuple(row))
    assert walked(other) == (1, None)
    assert walked(kluis) == (0, 1)


def test_the_file_itself_refuses_while_its_triggers_stand(kluis):
    with kluis.school.transaction() as tx:
        tx.log("proef", 1)
    for statement in ("UPDATE spoor SET actie = 'x'", "DELETE FROM spoor"):
        with pytest.raises(IntegrityError), kluis.school.transaction() as tx:
            tx.connection.exec_driver_sql(statement)
    assert walked(kluis) == (1, None)
