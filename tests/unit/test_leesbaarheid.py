"""The reading measure: sentences, words, and a score worked out by hand."""

import pytest

from svp_desktop.domain.leesbaarheid import klankgroepen, meet, tel_woorden, zinnen


def test_score_of_a_text_worked_out_by_hand() -> None:
    # 6 words, 8 syllables, 2 sentences.
    measured = meet("Wij blijven rustig. Jij kunt dit.", lambda word: {"blijven": 2, "rustig": 2}.get(word, 1))
    assert measured is not None
    assert (measured.woorden, measured.zinnen, measured.per_zin) == (6, 2, 3.0)
    assert measured.score == pytest.approx(206.84 - 77 * 8 / 6 - 0.93 * 3, abs=0.05)


def test_a_colon_and_a_new_line_end_a_sentence() -> None:
    text = "Deze mensen weten het: oma en papa\nWij blijven. Om 10.25 uur, ja?"
    assert zinnen(text) == ("Deze mensen weten het:", "oma en papa", "Wij blijven.", "Om 10.25 uur, ja?")


def test_the_longest_sentence_counts_numbers_as_a_reader_does() -> None:
    measured = meet("Kort. Op 24 september om 10.25 uur komt oma’s zus.")
    assert measured is not None
    assert measured.langste_woorden == 9
    assert tel_woorden("oma’s idee-en 10.25") == ("oma’s", "idee-en", "10.25")


@pytest.mark.parametrize("text", ["", "  \n ", "1234 56", "…!?"])
def test_a_text_without_words_has_no_score(text: str) -> None:
    assert meet(text) is None


@pytest.mark.parametrize(
    ("word", "count"), [("oma", 2), ("jij", 1), ("leeuw", 1), ("ideeën", 3), ("kinderen", 3), ("bh", 1), ("Yıldız", 3)]
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert klankgroepen(word) == count
