"""The paragraph for Esis: no other child's name is left in it (demands 22, 23)."""

import re
from dataclasses import replace
from datetime import date, time
from itertools import permutations

import pytest

from svp_desktop.domain.esis import EsisTekst, alinea, namen_van
from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentInhoud,
    Mand,
    PlaatsBereik,
    Soort,
    SoortKeuze,
)
from svp_desktop.domain.initialen import initialen
from svp_desktop.domain.inzage_ouders import Inzage, check_inzage
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.school import Naam, PersoonSoort

MEES, NOOR = Naam("Mees", "", "Jansen"), Naam("Noor", "de", "Vries")
LEERLING, MEDEWERKER, OUDER = PersoonSoort.LEERLING, PersoonSoort.MEDEWERKER, PersoonSoort.OUDER
HOSTILE = (
    Naam("O'Brien", "", "Ó Súilleabháin"),
    Naam("Jip", "van 't", "Hof"),
    Naam("Łukasz", "", "Şahin"),
    Naam("<b>", "", "Vet</b>"),
    Naam("=1+1", "", "Formule"),
    Naam("Xa" * 100, "", "Lang"),
    Naam("דָּוִד", "", "כהן"),
    Naam("🙂", "", "🎈"),
    Naam("Anne-Marie", "van der", "Berg-Groot"),
    Naam("Sem", "", "Bos"),
    Naam("Bo", "", "Storm"),
)


def inhoud(feiten: str, *people: tuple[Naam, PersoonSoort], **changes: object) -> IncidentInhoud:
    """An incident with Mees (1) and these people (2, 3, ...)."""
    everyone = ((MEES, LEERLING), *people)
    roles = frozenset({Betrokkenheid.SLACHTOFFER})
    made = IncidentInhoud(
        datum=date(2026, 11, 24),
        tijd=time(10, 25),
        plaats="Schoolplein",
        bereik=PlaatsBereik.BINNEN,
        soorten=(SoortKeuze(Soort.PESTEN),),
        mand=Mand.ORANJE,
        betrokkenen=tuple(
            Betrokkene(number, str(name), kind, "", roles) for number, (name, kind) in enumerate(everyone, 1)
        ),
        feiten=feiten,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def about_mees(feiten: str, *people: tuple[Naam, PersoonSoort], register: tuple[Naam, ...] = ()) -> EsisTekst:
    everyone = (MEES, *(name for name, _kind in people))
    return alinea(inhoud(feiten, *people), "2026-0001", 1, dict(enumerate(everyone, 1)), register)


def facts(found: EsisTekst) -> str:
    return next(line for line in found.tekst.splitlines() if line.startswith("Wat er gebeurde"))


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", vouw(text)))


def assert_no_name(text: str, naam: Naam) -> None:
    left = words_of(text)
    for part in (naam.roepnaam, naam.achternaam):
        if len("".join(words_of(part))) < 3 and not part.isalnum():
            assert not part or part not in text
        for word in words_of(part):
            if len(word) >= 3:
                assert not left & {word, f"{word}s", f"{word}tje"}, word


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Mees duwde Noor.", "Mees duwde N."),
        ("Mees duwde Noor de Vries, en toen Noor weer.", "Mees duwde N., en toen N. weer."),
        ("Noors tas was weg.", "N.'s tas was weg."),
        ("Noor's tas en NOOR zelf.", "N.'s tas en N. zelf."),
        ("noor huilde bij Noortje thuis.", "N. huilde bij N. thuis."),
        ("De Vries riep terug, De_Vries ook.", "N. riep terug, N. ook."),
        ("Mees' jas hing bij NoorVries.", "Mees' jas hing bij N."),
        ("N\u200boor en Nóór.", "N. en N."),
    ],
)
def test_a_name_becomes_initials_however_it_is_typed(typed: str, made: str) -> None:
    assert facts(about_mees(typed, (NOOR, LEERLING))) == f"Wat er gebeurde: {made}"


def test_who_what_where_and_when_are_told() -> None:
    lines = about_mees("Mees viel.", (NOOR, LEERLING)).tekst.splitlines()
    assert lines == [
        "Incident 2026-0001, 24-11-2026, 10.25 uur, Schoolplein.",
        "Over: Mees Jansen (slachtoffer).",
        "Soort: Pesten.",
        "Ook betrokken: N. (slachtoffer).",
        "Wat er gebeurde: Mees viel.",
    ]


@pytest.mark.parametrize("other", HOSTILE, ids=range(len(HOSTILE)))
def test_no_part_of_any_name_is_left(other: Naam) -> None:
    first, last, whole = other.roepnaam, other.achternaam, str(other)
    pieces = [f"{whole} sloeg Mees", f"{first}s broek", f"{last}'s fiets", whole.upper(), f"({first})", vouw(whole)]
    for order in list(permutations(pieces))[::90]:
        found = about_mees(". ".join(order) + ".", (other, LEERLING))
        assert_no_name(found.tekst, other)


def test_no_part_is_left_of_many_children_at_once_in_either_paragraph() -> None:
    everyone = [MEES, NOOR, *HOSTILE]
    story = " ".join(f"{name} zag {name.roepnaam} en {name.achternaam}s jas." for name in everyone)
    content = inhoud(story, *((name, LEERLING) for name in everyone[1:]))
    names = dict(enumerate(everyone, 1))
    for child, own in names.items():
        text = alinea(content, "2026-0001", child, names).tekst
        for other in everyone:
            if other is not own:
                assert_no_name(text, other)
        assert own.roepnaam in text


def test_initials_are_unique() -> None:
    assert initialen([NOOR, Naam("Sem", "", "Bos")]) == ["N.", "S."]
    assert initialen([NOOR, Naam("Nina", "van der", "Berg")]) == ["N.d.V.", "N.v.d.B."]
    same = initialen([Naam("Sem", "", "Bos"), Naam("Sam", "", "Blok")])
    assert same == ["S.B.", "S.B.2"]


def test_staff_keep_their_name_and_parents_are_a_role() -> None:
    staff, parent = Naam("Marit", "", "Visser"), Naam("Ilse", "de", "Vries")
    found = about_mees("Marit Visser belde Ilse de Vries.", (NOOR, LEERLING), (staff, MEDEWERKER), (parent, OUDER))
    assert facts(found) == "Wat er gebeurde: Marit Visser belde een ouder."
    assert "Ook betrokken: N. (slachtoffer), Marit Visser (slachtoffer), een ouder (slachtoffer)." in found.tekst


def test_staff_with_the_name_of_a_child_is_a_role_too() -> None:
    found = about_mees("Juf Noor Smit hielp Noor.", (NOOR, LEERLING), (Naam("Noor", "", "Smit"), MEDEWERKER))
    assert facts(found) == "Wat er gebeurde: Juf een medewerker hielp N."
    assert_no_name(found.tekst, NOOR)


def test_a_pupil_of_the_register_is_replaced_and_told() -> None:
    found = about_mees("Mees en Tijn speelden. Daarna viel een roos om.", register=(Naam("Tijn", "", "Roos"),))
    assert facts(found) == "Wat er gebeurde: Mees en T. speelden. Daarna viel een roos om."
    assert found.twijfels == ("“Tijn” werd “T.”. Is dit een kind?",)


def test_an_unknown_capital_and_a_shared_first_name_are_doubts() -> None:
    found = about_mees("Toen zag Mees Bobbie bij de deur.", (Naam("Mees", "", "Kok"), LEERLING))
    assert "“Bobbie” heeft een hoofdletter. Is dit een kind?" in found.twijfels
    assert "“Mees” kan ook een ander kind zijn." in found.twijfels


def test_what_somebody_types_in_the_preview_is_looked_at_again() -> None:
    content = inhoud("Mees viel.", (NOOR, LEERLING))
    names = namen_van(content, 1, {1: MEES, 2: NOOR})
    assert names.namen_in("Mees zag noors tas.") == ("noors",)
    assert names.namen_in("Mees zag N.'s tas.") == ()


def test_no_needs_a_reason() -> None:
    assert check_inzage(Inzage.NEE, " ")[0].field == "inzage_reden"
    assert check_inzage(Inzage.NEE, "Loopt nog.") == check_inzage(Inzage.JA, "") == ()


def test_a_paragraph_is_about_somebody_of_the_incident() -> None:
    with pytest.raises(ValueError, match="not in the incident"):
        alinea(inhoud("Mees viel."), "2026-0001", 99, {})
