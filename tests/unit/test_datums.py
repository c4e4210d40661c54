"""Dates and times as users type them and as papers write them."""

from datetime import date, time

import pytest

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("15-9", date(2026, 9, 15)),
        ("15-9-2026", date(2026, 9, 15)),
        ("15/9/26", date(2026, 9, 15)),
        ("2026-09-15", date(2026, 9, 15)),
        ("  15 september ", date(2026, 9, 15)),
        ("dinsdag 15 september 2026", date(2026, 9, 15)),
        ("3 mrt", date(2027, 3, 3)),
        ("gisteren", date(2026, 11, 23)),
        ("Vandaag", TODAY),
        ("overmorgen", date(2026, 11, 26)),
        ("+7", date(2026, 12, 1)),
        ("-1", date(2026, 11, 23)),
        ("di", TODAY),
        ("woensdag", date(2026, 11, 18)),
        ("5-1", date(2027, 1, 5)),
        ("29-2-2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_understood(typed: str, expected: date) -> None:
    assert datums.parse_datum(typed, TODAY) == expected


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31-2", "31 februari bestaat niet. Bedoelt u 28-2?"),
        ("31-4-2026", "31 april bestaat niet. Bedoelt u 30-4?"),
        ("9-15", "Maand 15 bestaat niet. Schrijf de dag eerst: 15-9 is 15 september."),
        ("1-1-3026", "Het jaar 3026 klopt niet."),
        ("ooit", "Deze datum herken ik niet. Schrijf bijvoorbeeld 15-9, gisteren of +7."),
        ("", "Vul een datum in."),
    ],
)
def test_what_is_no_day_gets_a_sentence(typed: str, sentence: str) -> None:
    found = datums.parse_datum(typed, TODAY)
    assert isinstance(found, Finding)
    assert found.message == sentence
    assert found.blocks


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("10.25", time(10, 25)),
        ("10:25", time(10, 25)),
        ("1025", time(10, 25)),
        ("9", time(9)),
        ("8u05", time(8, 5)),
        ("15.15 uur", time(15, 15)),
    ],
)
def test_a_time_is_understood(typed: str, expected: time) -> None:
    assert datums.parse_tijd(typed) == expected


@pytest.mark.parametrize("typed", ["25.00", "10.75", "straks", ""])
def test_what_is_no_time_gets_a_sentence(typed: str) -> None:
    found = datums.parse_tijd(typed)
    assert isinstance(found, Finding)
    assert "10.25" in found.message


def test_days_are_written_in_words() -> None:
    day = date(2026, 9, 15)
    assert datums.in_woorden(day) == "dinsdag 15 september 2026"
    assert datums.in_woorden(day, weekdag=False) == "15 september 2026"
    assert datums.dag_maand(day, weekdag=True) == "dinsdag 15 september"
    assert datums.kort(day) == "15-09-2026"
    assert datums.lijst(day) == "di 15-09-2026"
    assert datums.dag_kort(date(2026, 3, 2)) == "ma 2 mrt"
    assert datums.tijd_kort(time(8, 5)) == "08.05"


@pytest.mark.parametrize(("typed", "why"), [("15-9-2062", "een jaar ver"), ("15-9-1926", "tien jaar geleden")])
def test_a_mistyped_year_is_asked_after(typed: str, why: str) -> None:
    found = datums.parse_nabij(typed, TODAY)
    assert isinstance(found, Finding)
    assert why in found.message
    assert datums.parse_nabij("15-9-2019", TODAY) == date(2019, 9, 15)
