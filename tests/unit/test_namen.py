import pytest

from svp_desktop.domain.namen import aanhef, adresnaam, sorteersleutel, vouw
from svp_desktop.domain.school import Aanspreekvorm, Naam
from svp_desktop.domain.zoekwoorden import gezocht, woorden, zoektekst


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Öztürk", "ozturk"),
        ("Łukasz", "lukasz"),
        ("Đorđević", "dordevic"),
        ("Øyvind", "oyvind"),
        ("ÆSIR Œuvre", "aesir oeuvre"),
        ("Straße", "strasse"),
        ("İpek ılgın", "ipek ilgin"),
        ("Zoe\u0308", "zoe"),
        ("陈", "陈"),
    ],
)
def test_folding_takes_away_capitals_and_marks(written, folded):
    assert vouw(written) == folded


def test_names_sort_by_surname_and_not_by_prefix():
    names = [Naam("Sem", "van der", "Berg"), Naam("Noor", "", "Berg"), Naam("Ali", "", "Çelik"), Naam("Bo", "", "Adam")]
    assert [naam.roepnaam for naam in sorted(names, key=sorteersleutel)] == ["Bo", "Noor", "Sem", "Ali"]


def test_a_name_is_written_as_each_place_wants_it():
    naam = Naam("Ayşe", "van den", "Berg")
    assert aanhef(naam, Aanspreekvorm.MEVROUW) == "mevrouw Van den Berg"
    assert aanhef(naam, Aanspreekvorm.NEUTRAAL) == "Ayşe van den Berg"
    assert adresnaam(naam, Aanspreekvorm.HEER, "A.B.") == "De heer A.B. van den Berg"


def test_words_hold_letters_and_digits_only():
    assert woorden("O'Brien (groep 6/7) *%\"") == ["o", "brien", "groep", "6", "7", "obrien"]
    assert zoektekst("Sem sloeg Sem.", "Öz") == "oz sem sloeg"


@pytest.mark.parametrize("typed", ["", " ", "a", "\0", "a\0", "\0\0\0"])
def test_less_than_two_letters_is_no_search(typed):
    assert gezocht(typed) is None


@pytest.mark.parametrize("typed", ["%%", "''", '"*', "😀😀", "--"])
def test_signs_without_a_word_find_nothing(typed):
    assert gezocht(typed) == ()


def test_a_pasted_book_is_cut_to_a_search():
    words = gezocht("woord " * 50_000)
    assert words is not None
    assert len(words) <= 8


def test_a_text_without_spaces_is_taken_apart_at_once():
    assert [len(word) for word in woorden("x" * 200_000)] == [60]
    assert len(woorden("-".join("ab" for _ in range(50_000)))) == 50_001
