"""Codes in words: the list itself, and what people type is read back to the same bytes."""

import hashlib
import random
import re

import pytest

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.wachtwoord import check_wachtwoord
from svp_desktop.domain.woordcode import Woordenlijst
from svp_desktop.services.woorden import lijst

LIST_SHA256 = "e87ae99aa33633c1f6756341ed7ec593ca04aafd6efcda67f34c21f2dae10e55"


def sound(word: str) -> str:
    """A word as it sounds, roughly: one spelling for ei and ij, c and k, final d and t, f and v, s and z."""
    pairs = [("ij|y", "ei"), ("ou", "au"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("c(?=[eiy])", "s"), ("c", "k")]
    pairs += [
        ("x", "ks"),
        ("qu", "kw"),
        ("z", "s"),
        ("v", "f"),
        ("d$", "t"),
        ("b$", "p"),
        (r"(.)\1", r"\1"),
        ("en$", "e"),
    ]
    for pattern, said in pairs:
        word = re.sub(pattern, said, word)
    return word


def test_the_list_never_changes():
    assert hashlib.sha256("\n".join(lijst().woorden).encode()).hexdigest() == LIST_SHA256


def test_the_words_are_short_plain_and_unlike_each_other():
    words = lijst().woorden
    assert len(words) == len(set(words)) == 2048
    assert list(words) == sorted(words)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)
    assert len({word[:4] for word in words}) == 2048
    assert len({sound(word) for word in words}) == 2048
    known, open_places = set(words), set()
    for word in words:
        places = range(len(word))
        less = {word[:at] + word[at + 1 :] for at in places}
        swapped = {word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :] for at in places} - {word}
        other = {word[:at] + "." + word[at + 1 :] for at in places}
        assert not known & (less | swapped)
        assert not open_places & other
        open_places |= other


@pytest.mark.parametrize("seed", range(5))
def test_every_code_reads_back_to_its_bytes_however_it_is_typed(seed):
    chance = random.Random(seed)
    for _ in range(200):
        data = chance.randbytes(16)
        words = lijst().blad_woorden(data)
        assert len(words) == 12
        typed = [word[: chance.randint(4, len(word))] for word in words]
        typed = [chance.choice((str.upper, str.title, str.lower))(word) for word in typed]
        numbered = [f"{place}{chance.choice('. ):')} {word}" for place, word in enumerate(typed, 1)]
        text = chance.choice((" ", "\n", ", ", "\t;\r\n", " - ")).join(chance.choice((typed, numbered)))
        assert lijst().blad_bytes(f"\n {text}.") == data


@pytest.mark.parametrize("data", [bytes(16), b"\xff" * 16])
def test_the_outermost_codes(data):
    assert lijst().blad_bytes(" ".join(lijst().blad_woorden(data))) == data


def test_accents_do_not_matter():
    words = lijst().blad_woorden(bytes(range(16)))
    assert lijst().blad_bytes(" ".join(words).replace("e", "é").replace("a", "a\u0308")) == bytes(range(16))


def test_one_wrong_word_is_nearly_always_found_by_the_check_bits():
    chance = random.Random(7)
    found = 0
    for _ in range(1000):
        words = list(lijst().blad_woorden(chance.randbytes(16)))
        place = chance.randrange(12)
        words[place] = chance.choice([word for word in lijst().woorden[:50] if word != words[place]])
        try:
            lijst().blad_bytes(" ".join(words))
        except InvoerOnjuist as error:
            found += error.findings[0].message.startswith("Alle woorden staan op de lijst")
    assert 900 < found < 975


def test_unknown_words_are_named_with_their_place_and_a_suggestion():
    words = list(lijst().blad_woorden(bytes(16)))
    words[2], words[7] = "vlindre", "q" * 300
    with pytest.raises(InvoerOnjuist) as caught:
        lijst().blad_bytes(" ".join(words))
    third, eighth = (finding.message for finding in caught.value.findings)
    assert third == "Woord 3, ‘vlindre’, staat niet op de lijst. Bedoelt u ‘vlinder’?"
    assert eighth.startswith("Woord 8, ‘qqqqqqqqqqqqqqqqqqqq…’, staat niet op de lijst.")
    assert "concept" not in caught.value.safe
    assert "vlindre" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Typ hier de 12 woorden van het blad."),
        ("1. 2. 3.", "Typ hier de 12 woorden van het blad."),
        ("vlinder", "Er staat 1 woord. Het moeten er 12 zijn."),
        ("vlinder " * 13, "Er staan 13 woorden. Het moeten er 12 zijn."),
    ],
)
def test_a_wrong_count_says_how_many_are_needed(text, message):
    with pytest.raises(InvoerOnjuist) as caught:
        lijst().blad_bytes(text)
    assert [finding.message for finding in caught.value.findings] == [message]


def test_three_letters_are_too_few():
    with pytest.raises(InvoerOnjuist):
        lijst().uitnodiging_tekst("vli vlinder vlinder vlinder")


def test_an_invitation_has_one_text_however_it_is_typed():
    words = lijst().uitnodiging_woorden()
    assert len(words) == 4
    first, second, third, fourth = words
    typed = f"1. {first.upper()},\n2) {second[:4]}  {third.title()} / {fourth}"
    assert lijst().uitnodiging_tekst(typed) == " ".join(words)


def test_herkenningswoorden_are_the_first_66_bits():
    digest = bytes(range(1, 33))
    words = lijst().herkenningswoorden(digest)
    bits = "".join(f"{lijst().woorden.index(word):011b}" for word in words)
    assert bits == "".join(f"{byte:08b}" for byte in digest)[:66]
    assert lijst().herkenningswoorden(digest[:9]) == words
    with pytest.raises(ValueError):
        lijst().herkenningswoorden(digest[:8])


def test_a_wachtzin_is_always_a_good_password_and_never_the_same():
    made = {lijst().wachtzin() for _ in range(300)}
    assert len(made) == 300
    assert all(len(text.split()) == 6 and check_wachtwoord(text) == () for text in made)
    assert len(lijst().wachtzin(8).split()) == 8


def test_no_word_stands_twice_in_a_wachtzin():
    every = len(lijst().woorden)
    assert len(set(lijst().wachtzin(every).split())) == every


@pytest.mark.parametrize("change", ["short", "unsorted", "twins", "signs"])
def test_another_list_is_refused(change):
    words = list(lijst().woorden)
    if change == "short":
        words.pop()
    elif change == "unsorted":
        words[0], words[1] = words[1], words[0]
    elif change == "twins":
        words[1] = words[0][:4] + "zzzz"
    else:
        words[0] = "aan-bod"
    with pytest.raises(ValueError):
        Woordenlijst(words)


def test_a_code_is_sixteen_bytes():
    with pytest.raises(ValueError):
        lijst().blad_woorden(bytes(15))
