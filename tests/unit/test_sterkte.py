"""Strength of a password in words: honest about what is generated, repeated, well known and short."""

import random

import pytest

from svp_desktop.domain.sterkte import SterkteCode, sterke_wachtzin, sterkte
from svp_desktop.domain.wachtwoord import MINIMUM, WELL_KNOWN, check_wachtwoord
from svp_desktop.domain.woordcode import Woordenlijst
from svp_desktop.services.woorden import lijst
from svp_desktop.services.woorden import sterkte as of

STEPS = list(SterkteCode)


def step(text: str) -> int:
    return STEPS.index(of(text).code)


def phrase(chance: random.Random, count: int) -> str:
    return " ".join(chance.sample(lijst().woorden, count))


@pytest.mark.parametrize(
    ("count", "code"),
    [
        (3, SterkteCode.ZWAK),
        (4, SterkteCode.REDELIJK),
        (5, SterkteCode.STERK),
        (6, SterkteCode.ZEER_STERK),
        (9, SterkteCode.ZEER_STERK),
    ],
)
def test_each_generated_word_counts_eleven_bits(count, code):
    chance = random.Random(count)
    assert {of(phrase(chance, count)).code for _ in range(150)} == {code}


class Repeats(Woordenlijst):
    """A list whose first draws have a piece that comes back, as one in 1,500 has."""

    def __init__(self, woorden):
        super().__init__(woorden)
        self.draws = ["sjabloon persoon perron verwacht kabouter album"] * 3

    def wachtzin(self, aantal=6):
        return self.draws.pop() if self.draws else super().wachtzin(aantal)


def test_a_drawn_passphrase_is_always_very_strong():
    repeats = Repeats(lijst().woorden)
    made = sterke_wachtzin(repeats)
    assert repeats.draws == []
    assert sterkte(made, repeats).code is SterkteCode.ZEER_STERK


@pytest.mark.parametrize("seed", range(4))
def test_another_word_never_makes_it_weaker(seed):
    chance = random.Random(seed)
    signs = "abcdefghijklmnopqrstuvwxyzAEIO0123456789 -!?é🙂"
    for _ in range(60):
        text = "".join(chance.choices(signs, k=chance.randint(0, 40)))
        assert step(f"{text} {phrase(chance, 1)}") >= step(text)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_again_does_not_make_it_stronger(seed):
    chance = random.Random(seed)
    for _ in range(40):
        text = phrase(chance, chance.randint(3, 5))
        for again in (f"{text} {text}", f"{text} {text} {text}", f"{text} {text.upper()}", text + text):
            assert step(again) <= step(text)


@pytest.mark.parametrize("seed", range(4))
def test_words_that_everyone_tries_count_for_nothing(seed):
    chance = random.Random(seed)
    for _ in range(40):
        text = phrase(chance, 4)
        known = " ".join(chance.choices(WELL_KNOWN, k=3))
        assert step(f"{text} {known} 123456") <= step(text)
        assert of(f"{known} qwertyuiop").code is SterkteCode.ZWAK


def test_what_the_rules_refuse_is_weak_and_says_what_helps():
    chance = random.Random(1)
    signs = "ab1 é"
    for _ in range(300):
        text = "".join(chance.choices(signs, k=chance.randint(0, 25)))
        if check_wachtwoord(text):
            assert of(text).code is SterkteCode.ZWAK
    assert "15 tekens" in of("x" * (MINIMUM - 1)).uitleg
    assert "15 tekens" in of("").uitleg
    assert "probeert iedereen" in of("Wachtwoord 2026 Welkom!").uitleg
    assert "maar één keer" in of("vlinder " * 6).uitleg
    assert "één los woord" in of(phrase(chance, 5)).uitleg


def test_every_answer_is_one_sentence_and_repeats_nothing_of_the_password():
    for text in ("", "kort", "vlinder " * 6, "welkom " * 5, *(phrase(random.Random(2), n) for n in range(3, 8))):
        answer = of(text)
        assert answer.uitleg.count(".") == 1
        assert answer.uitleg.endswith(".")
        assert answer.woord.casefold() == answer.code.value.replace("_", " ")
        assert "vlinder" not in answer.uitleg


def test_signs_of_a_password_manager_are_strong_and_a_long_word_is_not():
    assert of("aK3-xP9_qR2vL8m").code is SterkteCode.ZEER_STERK
    assert of("x8$Kp2!vQz9@Lm4#").code is SterkteCode.ZEER_STERK
    assert step("ontwikkelingsperspectief") < STEPS.index(SterkteCode.STERK)
    assert of("12-05-1987 amsterdam").code is SterkteCode.ZWAK


def test_very_long_input_is_answered_at_once():
    assert of("lang " * 300).code is SterkteCode.ZWAK
    assert of(phrase(random.Random(3), 100)).code is SterkteCode.ZEER_STERK
