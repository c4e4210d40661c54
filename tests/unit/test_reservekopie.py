"""What the user reads of backups: ages, sizes, the second place and the reminder."""

from datetime import date, datetime, timedelta

import pytest

from svp_desktop.domain.reservekopie import (
    KopieRegel,
    KopieStaat,
    PlekUitkomst,
    TweedePlek,
    grootte_in_woorden,
    herinnering,
    moment_in_woorden,
    plek_in_woorden,
    voetregel,
)
from svp_desktop.domain.terugzetten import Telling, TerugDeel, Vergelijking

NU = datetime(2026, 11, 24, 10, 31).astimezone()


def regel(days: float, staat: KopieStaat = KopieStaat.GECONTROLEERD) -> KopieRegel:
    return KopieRegel("sleutel", NU - timedelta(days=days), staat, NU, 1000)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 kB"),
        (1, "1 kB"),
        (820_400, "820 kB"),
        (1_000_000, "1,0 MB"),
        (12_440_000, "12,4 MB"),
        (999_900_000, "999,9 MB"),
        (1_234_000_000, "1,2 GB"),
        (5_000_000_000_000, "5000,0 GB"),
    ],
)
def test_bytes_in_words(size: int, words: str) -> None:
    assert grootte_in_woorden(size) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NU, "vandaag 10.31"),
        (NU - timedelta(hours=11), "gisteren 23.31"),
        (NU - timedelta(days=3), "za 21 nov 10.31"),
        (NU - timedelta(days=400), "ma 20 okt 2025 10.31"),
        (NU + timedelta(days=1), "wo 25 nov 10.31"),
    ],
)
def test_moments_as_seen_from_now(moment: datetime, words: str) -> None:
    assert moment_in_woorden(moment, NU) == words


def test_the_foot_of_the_unlock_page() -> None:
    assert voetregel(None, NU) == "Nog geen reservekopie."
    assert voetregel(regel(1), NU) == "Laatste reservekopie: gisteren 10.31, gecontroleerd"
    unproven = regel(0, KopieStaat.NIET_GECONTROLEERD)
    assert voetregel(unproven, NU) == "Laatste reservekopie: vandaag 10.31, nog niet gecontroleerd"


@pytest.mark.parametrize(
    ("days", "began", "words"),
    [
        (7, 100, ""),
        (8, 100, "De laatste gecontroleerde reservekopie is 8 dagen oud."),
        (None, 7, ""),
        (None, 8, "Er is nog geen gecontroleerde reservekopie van deze gegevens."),
    ],
)
def test_the_reminder_comes_after_so_many_days(days: int | None, began: int, words: str) -> None:
    proven = None if days is None else regel(days)
    assert herinnering(proven, date(2026, 11, 24) - timedelta(days=began), date(2026, 11, 24), 7) == words


@pytest.mark.parametrize("uitkomst", list(PlekUitkomst))
def test_every_outcome_of_the_second_place_has_its_sentence(uitkomst: PlekUitkomst) -> None:
    words = plek_in_woorden(TweedePlek("E:", uitkomst, NU, NU - timedelta(days=1)), NU)
    assert words.endswith(".")
    if uitkomst not in (PlekUitkomst.GELUKT, PlekUitkomst.BEZIG):
        assert words.endswith("De laatste keer gelukt: gisteren 10.31.")


def test_a_place_that_gives_no_answer_is_named_so() -> None:
    silent = TweedePlek("E:", PlekUitkomst.BEZIG, NU - timedelta(days=1), None)
    assert plek_in_woorden(silent, NU) == "De plek geeft geen antwoord sinds gisteren 10.31."


def deel(**changes: object) -> TerugDeel:
    values: dict[str, object] = {
        "id": "a",
        "titel": "School",
        "terug": True,
        "te_kiezen": True,
        "mee": False,
        "ontbreekt": False,
        "kapot": False,
        "laatste_toen": NU,
        "regels_sinds": 3,
        "tellingen": (),
    }
    return TerugDeel(**(values | changes))  # type: ignore[arg-type]


def test_what_is_lost_is_said() -> None:
    assert deel().sinds() == "Sinds deze reservekopie: 3 handelingen. Die gaan verloren."
    assert deel(regels_sinds=1).sinds() == "Sinds deze reservekopie: 1 handeling. Die gaat verloren."
    assert deel(regels_sinds=0).sinds() == "Sinds deze reservekopie is hier niets vastgelegd."
    assert deel(regels_sinds=None).sinds() == ""
    assert deel(kapot=True, regels_sinds=None).sinds() == "Het bestand van nu is beschadigd of weg."


def test_what_happens_with_a_part() -> None:
    assert deel().gevolg() == "Blijft zoals het nu is."
    assert deel(te_kiezen=False).gevolg() == ""
    assert deel(terug=False, te_kiezen=False).gevolg() == "Blijft zoals het nu is."
    assert deel(terug=False, mee=True).gevolg().startswith("Komt mee uit de reservekopie.")
    assert deel(terug=False, ontbreekt=True).gevolg().startswith("Dit deel staat niet")


def test_counts_say_then_and_now() -> None:
    assert Telling("incidenten", 12, 15).zin() == "12 incidenten, nu 15"
    assert Telling("casussen", 1, 1).zin() == "1 casus"
    assert Telling("papieren", 2, None).zin() == "2 brieven"


def test_damage_alone_is_proposed_when_there_is_any() -> None:
    good, broken, closed = deel(id="a"), deel(id="b", kapot=True), deel(id="c", terug=False, te_kiezen=False)
    assert Vergelijking((good, closed), True).voorstel() == {"a"}
    assert Vergelijking((good, broken, closed), True).voorstel() == {"b"}
