"""The table of school-free days on a real encrypted school: filled by region, edited, counted."""

from datetime import date

import pytest

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.school import Regio
from svp_desktop.domain.vrije_dagen import VrijeDagenDraft, VrijSoort

JAAR = "2026-2027"


def test_nothing_is_counted_before_a_year_is_filled_in(werkplek) -> None:
    service = werkplek.kalender
    assert service.lees().tel(date(2026, 11, 26), date(2026, 11, 30)) is None
    service.vul(JAAR, Regio.MIDDEN)
    assert service.lees().tel(date(2026, 11, 26), date(2026, 11, 30)) == 3
    assert not service.jaar(JAAR).nagekeken


def test_public_holidays_stand_in_the_year_once(werkplek) -> None:
    werkplek.kalender.vul(JAAR, Regio.MIDDEN)
    lines = werkplek.kalender.jaar(JAAR).dagen
    # Koningsdag falls within the holiday of May, which says enough
    assert [item.naam for item in lines if item.soort is VrijSoort.FEESTDAG] == [
        "Tweede Paasdag", "Hemelvaartsdag", "Tweede Pinksterdag",
    ]  # fmt: skip
    assert werkplek.kalender.lees().is_schooldag(date(2027, 5, 6)) is False


def test_days_of_the_school_itself_survive_another_region(werkplek) -> None:
    service = werkplek.kalender
    service.vul(JAAR, Regio.NOORD)
    made = service.bewaar(VrijeDagenDraft("  Studiedag ", "27-11-2026"), JAAR).value
    service.vul(JAAR, Regio.ZUID)
    assert [(item.id, item.naam) for item in service.jaar(JAAR).dagen if item.soort is VrijSoort.EIGEN] == [
        (made, "Studiedag")
    ]
    assert service.lees().tel(date(2026, 11, 26), date(2026, 11, 30)) == 2
    service.verwijder(made)
    assert service.lees().tel(date(2026, 11, 26), date(2026, 11, 30)) == 3


def test_an_unknown_year_counts_only_when_the_school_says_it_is_complete(werkplek) -> None:
    service = werkplek.kalender
    service.vul("2029-2030", Regio.NOORD)
    assert service.lees().is_schooldag(date(2029, 10, 1)) is None
    service.bewaar(VrijeDagenDraft("Herfstvakantie", "13-10-2029", "21-10-2029"), "2029-2030")
    service.zet_nagekeken("2029-2030")
    assert service.lees().is_schooldag(date(2029, 10, 1)) is True
    assert service.lees().is_schooldag(date(2029, 10, 15)) is False


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (VrijeDagenDraft("", "27-11-2026"), "naam"),
        (VrijeDagenDraft("Studiedag", "31-11-2026"), "vanaf"),
        (VrijeDagenDraft("Studiedag", ""), "vanaf"),
        (VrijeDagenDraft("Studiedag", "27-11-2026", "26-11-2026"), "tot"),
        (VrijeDagenDraft("Studiedag", "27-11-2026", "27-11-2027"), "tot"),
        (VrijeDagenDraft("Studiedag", "27-11-2028"), "vanaf"),
    ],
)
def test_a_line_that_is_not_right_is_told_at_its_field(werkplek, draft, field) -> None:
    with pytest.raises(InvoerOnjuist) as caught:
        werkplek.kalender.bewaar(draft, JAAR)
    assert [finding.field for finding in caught.value.findings] == [field]
    assert werkplek.kalender.jaar(JAAR).dagen == ()
