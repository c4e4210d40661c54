"""The rule for new passwords: long, and not what everyone tries first."""

import pytest

from svp_desktop.domain.wachtwoord import check_wachtwoord, normal


@pytest.mark.parametrize(
    "text",
    [
        "vier losse woorden, klaar",
        "fiets kaas molen wolk",
        "ЖѲ🙂 любые буквы ок",
        "aaaabbbbccccddddeeee!",
        "mijn welkom op school in 1987",
        "             boomhut met trap",
    ],
)
def test_long_passwords_pass_whatever_their_signs(text):
    assert check_wachtwoord(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "veertien teken",
        "e\u0301" * 14,
        "a" * 40,
        "abcabcabcabcabcabc",
        "wachtwoordwachtwoord",
        "Wachtwoord 2026 Welkom!",
        "123456789012345678",
        "qwertyuiopasdfgh",
        "Montessorischool 2026",
        "welkom basisschool 01",
        "               ",
        "een regel\nen nog een regel",
        "een half teken \ud800 erin",
        "lang " * 300,
    ],
)
def test_what_is_short_or_easily_guessed_gets_one_dutch_sentence(text):
    (finding,) = check_wachtwoord(text)
    assert finding.blocks
    assert finding.message.endswith(".")
    assert text.strip() == "" or text not in finding.message


def test_one_form_for_one_password():
    assert normal("cafe\u0301") == normal("caf\u00e9")
