"""Names of others in a text: what becomes black, what is a doubt, what stays."""

import pytest

from svp_desktop.domain.school import Naam
from svp_desktop.domain.zwartmaken import Balk, Wieiswie, Zoeker, leesbare_tekst, naam_van, voeg_samen, waar, zonder

_LANG = "Maximiliaan" * 6  # 66 letters
_WIE = Wieiswie(
    kind=(Naam("Mees", "", "Jansen"),),
    eigen=(Naam("Petra", "", "Jansen"), naam_van("opa Gerard")),
    anderen=(
        Naam("Bas", "de", "Boer"),
        Naam("José", "", "Núñez"),
        Naam("Mees", "", "Bos"),
        Naam("Noor", "van den", "Berg"),
        Naam("<b>O'Brien & Łukasz</b>", "van", "Dijk"),
        Naam(_LANG, "", "Kort"),
        Naam("Anne", "", "Visser"),
    ),
    register=(Naam("Storm", "", "Groot"), Naam("Teun", "", "Kok"), Naam("Yara", "el", "Amrani")),
    medewerkers=(Naam("Marit", "", "Smeets"), Naam("Noor", "", "Kuipers")),
    groepen=("Vos 5",),
    bekend=("De Vuurtoren",),
    vrij=frozenset({"06-11111111", "post@school.example"}),
)
_ZOEKER = Zoeker(_WIE)


def _zwart(text: str, *woorden: str) -> tuple[str, list[str]]:
    """The text with an x for each bar, and the doubts."""
    text = leesbare_tekst(text)
    found = (_ZOEKER.met(woorden) if woorden else _ZOEKER).zoek(text)
    shown = text
    for one in reversed(found.zwart):
        shown = shown[: one.van] + "x" + shown[one.tot :]
    return shown, [text[one.van : one.tot] for one in found.twijfels]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mees sloeg Bas op de basis van een basisregel.", "Mees sloeg x op de basis van een basisregel."),
        ("Bas' tas, Basje en Bas’s jas.", "x tas, x en x jas."),
        ("De Boer, bas de boer en BasdeBoer.", "x, x en x."),
        ("jose en JOSÉ Nunez, José’s fiets, Jose\u0301.", "x en x, x fiets, x."),
        ("A. de Boer belde. Noor v. B. ook.", "x belde. x ook."),
        ("Bas, Noor en Teun.", "x, x en x."),
        ("Noors fiets en noor.", "x fiets en x."),
        ("O’Brien riep <b>O'Brien & Łukasz</b> van Dijk, lukasz dus.", "x riep x, x dus."),
        (f"{_LANG} en {_LANG}s broer.", "x en x broer."),
        ("Anne-Sophie en Jan-Bas.", "x en x."),
        ("B\u00adas en B\u200bas.", "x en x."),
        ("yara el amrani, Yara, teun.", "x, x, x."),
        ("Bel 06-22222222 of mail moeder@thuis.example.", "Bel x of mail x."),
        ("Bel 06 11 11 11 11 of mail post@school.example.", "Bel 06 11 11 11 11 of mail post@school.example."),
    ],
)
def test_a_name_of_another_is_black_however_it_is_typed(text: str, shown: str) -> None:
    assert _zwart(text)[0] == shown


@pytest.mark.parametrize(
    "text",
    [
        "Mees Jansen en Petra Jansen, opa Gerard en Jansen.",
        "juf Noor, Marit Smeets, juf Marit en mevrouw Smeets.",
        "In de storm liep hij met een groot boek naar Vos 5.",
        "Groot verdriet. Hij zat in het licht, zonder bastion.",
    ],
)
def test_the_child_its_own_people_staff_and_words_stay(text: str) -> None:
    assert _zwart(text)[0] == text


def test_two_children_with_the_same_first_name_are_a_doubt_and_the_full_name_is_black() -> None:
    shown, doubts = _zwart("Mees riep Mees Bos. Later kwam mees.")
    assert shown == "Mees riep x. Later kwam mees."
    assert doubts == ["Mees", "mees"]


def test_what_looks_like_a_name_is_a_doubt_and_a_word_in_small_letters_too() -> None:
    assert _zwart("Toen zei Kareltje dat het bij De Vuurtoren was.") == (
        "Toen zei Kareltje dat het bij De Vuurtoren was.",
        ["Kareltje"],
    )
    assert _zwart("Hij speelde in het bos met bas.")[1] == ["bos", "bas"]
    assert _zwart("Toen kwam meester langs, en Noorie.")[1] == ["Noorie"]


def test_staff_with_the_first_name_of_a_child_stays_after_juf_only() -> None:
    text = "Juf Noor sprak Noor."
    found = _ZOEKER.zoek(text)
    assert [text[one.van : one.tot] for one in found.medewerkers] == ["Noor"]
    assert _zwart(text)[0] == "Juf Noor sprak x."


def test_a_word_of_the_user_is_black_everywhere() -> None:
    assert _zwart("Soep riep soep, Soeps jas. Soepel.", "Soep")[0] == "x riep x, x jas. Soepel."
    assert _zwart("de rooie piet kwam", "Rooie Piet")[0] == "de x kwam"


def test_bars_that_touch_are_one_and_what_is_lifted_goes_out_of_them() -> None:
    assert voeg_samen("Bas Noor en", (Balk(4, 8), Balk(0, 3))) == (Balk(0, 8),)
    assert voeg_samen("Bas, Noor", (Balk(0, 3), Balk(5, 9))) == (Balk(0, 3), Balk(5, 9))
    assert zonder((Balk(0, 10),), (Balk(2, 4), Balk(8, 12))) == (Balk(0, 2), Balk(4, 8))
    assert zonder((Balk(0, 3),), (Balk(0, 3),)) == ()


def test_a_word_is_found_where_it_stands_and_not_inside_another() -> None:
    assert len(waar("Soep, soeps en soepel; soepje.", "soep")) == 3
    assert waar("iets", "  ") == ()
