"""A pasted e-mail becomes a proposal, and never names a wrong child by itself (demand 32)."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from time import perf_counter

import pytest

from svp_desktop.domain.incident import Betrokkene, Betrokkenheid
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.mailvoorstel import Mailvoorstel, RegisterPersoon, Zekerheid, naar_draft, stel_voor
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.exchange.mailschil import leesbaar, uit_bestand
from svp_desktop.exchange.mailtekst import lees_mail

MAILS = Path(__file__).parent / "mails"
TODAY = date(2026, 11, 25)
_CHILDREN = (
    ("Sem", "van der", "Berg", 6), ("Sem", "", "Visser", 8), ("Noor", "de", "Vries", 5), ("Noortje", "de", "Vries", 3),
    ("Daan", "'t", "Hart", 6), ("Esra", "", "Öztürk", 8), ("Youssef", "", "El Amrani", 7), ("Pien", "", "Bakker", 7),
    ("Kaj", "", "Smit", 7), ("Ali", "van den", "Berg", 4),
)  # fmt: skip
REGISTER = (
    *(RegisterPersoon(number, Naam(*name), PersoonSoort.LEERLING, f"Anker {year}", year)
      for number, (*name, year) in enumerate(_CHILDREN, 1)),
    RegisterPersoon(50, Naam("Kaj", "", "Smit"), PersoonSoort.MEDEWERKER, noemnaam="meester Kaj"),
    RegisterPersoon(51, Naam("Sanne", "", "Rivier"), PersoonSoort.MEDEWERKER, noemnaam="juf Sanne"),
)  # fmt: skip


def read(text: str) -> Mailvoorstel:
    return stel_voor(lees_mail(text, TODAY, Instellingen().lijst("plaatsen")), REGISTER)


def proposal(name: str) -> Mailvoorstel:
    return read((MAILS / f"{name}.txt").read_bytes().decode())


def sure(found: Mailvoorstel) -> set[str]:
    return {str(item.keuzes[0].naam) for item in found.namen if item.zekerheid is Zekerheid.ZEKER}


def of_kind(found: Mailvoorstel, kind: Zekerheid) -> set[str]:
    return {item.vermelding.tekst for item in found.namen if item.zekerheid is kind}


#: mail -> day, time, place, who is certain, who must be confirmed, who is not in the register
CASES: dict[str, tuple[date, time | None, str, set[str], set[str], set[str]]] = {
    "bhv-1": (date(2026, 9, 15), time(12, 20), "Schoolplein",
              {"Sem van der Berg", "Noor de Vries", "Daan 't Hart"}, set(), set()),
    "bhv-2": (date(2026, 9, 14), time(10, 45), "Gang",
              {"Youssef El Amrani", "Pien Bakker", "Esra Öztürk"}, {"Kaj Smit"}, set()),
    "twee-sems": (date(2026, 9, 14), time(10, 30), "Gang", set(), {"Sem", "Noor"}, set()),
    "verkeerde-groep": (date(2026, 9, 15), time(10, 15), "Klaslokaal", set(), {"Sem van der Berg"}, set()),
    "tikfout": (date(2026, 9, 15), time(10, 15), "Aula", set(), {"Noor de Vreis", "Daan t Hart"}, set()),
    "tussenvoegsel-weg": (date(2026, 9, 15), time(14, 5), "Fietsenstalling", set(), {"Ali Berg", "Sem Berg"}, set()),
    "tekens-weg": (TODAY, None, "Kleedkamer", set(), {"Esra Ozturk"}, set()),
    "gmail-antwoord": (date(2026, 9, 14), time(12, 40), "", {"Noor de Vries", "Pien Bakker"}, set(), set()),
    "doorgestuurd": (date(2026, 9, 15), time(12, 15), "Schoolplein", {"Pien Bakker", "Noortje de Vries"}, set(), set()),
    "quoted-printable": (TODAY, time(11, 5), "Gang", {"Esra Öztürk"}, set(), set()),
    "html": (date(2026, 11, 24), time(13, 20), "Gymzaal", {"Youssef El Amrani"}, set(), set()),
    "kleine-letters": (date(2026, 11, 24), time(11, 20), "bij het hek", {"Sem van der Berg"}, {"noor"}, set()),
    "juf-met-kindernaam": (date(2026, 9, 14), None, "Gang", {"Pien Bakker"}, {"Kaj Smit"}, set()),
    "onbekend": (date(2026, 11, 24), None, "bij het hek", set(), set(), {"Bram Timmerman"}),
    "sjabloon": (date(2026, 9, 15), time(12, 20), "bij de zandbak",
                 {"Pien Bakker", "Daan 't Hart"}, {"Sanne"}, set()),
    "windows": (date(2026, 9, 14), None, "", {"Daan 't Hart"}, set(), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_shape_of_mail(name: str) -> None:
    day, moment, place, certain, doubtful, unknown = CASES[name]
    found = proposal(name)
    assert (found.inhoud.datum, found.inhoud.tijd, found.inhoud.plaats) == (day, moment, place)
    assert sure(found) == certain
    assert of_kind(found, Zekerheid.TWIJFEL) == doubtful
    assert of_kind(found, Zekerheid.ONBEKEND) == unknown


@pytest.mark.parametrize("path", sorted(MAILS.glob("*.txt")), ids=lambda path: path.stem)
def test_nobody_is_certain_without_one_exact_full_name(path: Path) -> None:
    for item in read(path.read_bytes().decode()).namen:
        if item.zekerheid is Zekerheid.ZEKER:
            (person,) = item.keuzes
            written = item.vermelding.tekst.casefold().replace("’", "'")
            assert written == str(person.naam).casefold()
            assert [str(other.naam) for other in REGISTER].count(str(person.naam)) == 1
            assert " " in written


@pytest.mark.parametrize(
    ("groep", "jaar", "zeker"),
    [
        ("Bovenbouw Anker", 7, True),
        ("Onderbouw Zon", 2, False),
        ("Anker", 7, True),
        ("Zon", 2, False),
        ("", None, True),
    ],
)
def test_a_child_of_another_bouw_than_the_mail_says_is_a_question(groep: str, jaar: int | None, zeker: bool) -> None:
    register = [RegisterPersoon(1, Naam("Pien", "", "Bakker"), PersoonSoort.LEERLING, groep, jaar)]
    text = (
        "Drie kinderen uit de bovenbouw (onder wie Pien Bakker) hielden de deur dicht. In de middenbouw was het stil."
    )
    (found,) = stel_voor(lees_mail(text, TODAY, ()), register).namen
    assert (found.zekerheid is Zekerheid.ZEKER) is zeker
    assert found.reden == ("" if zeker else "In de mail staat bovenbouw.")


def test_a_parent_with_the_name_in_the_mail_is_a_question() -> None:
    register = [
        RegisterPersoon(1, Naam("Youssef", "", "El Amrani"), PersoonSoort.OUDER),
        RegisterPersoon(2, Naam("Youssef", "", "Bakker"), PersoonSoort.LEERLING, "Anker", 7),
        RegisterPersoon(3, Naam("Youssef", "", "Jansen"), PersoonSoort.OUDER),
    ]
    (found,) = stel_voor(lees_mail("Youssef El Amrani hield de deur dicht.", TODAY, ()), register).namen
    assert found.zekerheid is Zekerheid.TWIJFEL
    assert {person.id for person in found.keuzes} == {1, 2}
    assert found.reden == "In het register is dit een ouder of verzorger."


def test_choices_of_a_first_name_hold_everyone_who_is_called_so() -> None:
    (sem, _) = proposal("twee-sems").namen
    assert {str(person.naam) for person in sem.keuzes} == {"Sem van der Berg", "Sem Visser"}


def test_doubt_and_the_words_of_the_child() -> None:
    assert proposal("bhv-2").inhoud.twijfel
    assert not proposal("bhv-1").inhoud.twijfel
    assert proposal("bhv-1").inhoud.stem == ("Zij begon, ze noemde mij dik.",)


def test_headers_greeting_and_signature_are_no_facts() -> None:
    facts = proposal("bhv-1").inhoud.feiten
    assert facts.startswith("Vandaag in de grote pauze")
    assert facts.endswith("heb ik niet gesproken.")


def test_the_template_fills_the_fields() -> None:
    found = proposal("sjabloon").inhoud
    assert found.gedaan == "Ik heb ze uit elkaar gehaald."
    assert found.stem == ("Hij gooide zand.",)
    draft = naar_draft(found, (), found.stem)
    assert (draft.datum, draft.tijd, draft.betrokkenen) == ("15-09-2026", "12.20", ())


@pytest.mark.parametrize(
    "name", ["O'Brien", "van 't Hof", "Łukasz Şahin", "<b>", "=1+1", "A" * 300, "שלום עולם", "👧🏽 Kind", "\0", ""]
)
def test_hostile_names_in_register_and_mail(name: str) -> None:
    register = (RegisterPersoon(1, Naam(name, "", "Bos"), PersoonSoort.LEERLING),)
    text = f"Gisteren sloeg {name} Bos een ander. {name} huilde."
    for item in stel_voor(lees_mail(text, TODAY, (name,)), register).namen:
        assert item.zekerheid is not Zekerheid.ZEKER or item.vermelding.tekst == f"{name} Bos"


@pytest.mark.parametrize(
    "text",
    [
        "\0" * 100,
        "\u202eSem van der Berg\u202c",
        "=C3" * 500,
        "<div>" * 500,
        "Van: " * 500,
        "> " * 5000,
        '"' * 5000,
        "9" * 5000,
    ],
)
def test_hostile_text_gives_a_proposal(text: str) -> None:
    found = read(text)
    assert leesbaar(found.inhoud.tekst) == found.inhoud.tekst
    assert all(0 <= piece.van < piece.tot <= len(found.inhoud.tekst) for piece in found.inhoud.gebruikt)


@pytest.mark.parametrize("size", [100_000, 2_000_000])
@pytest.mark.parametrize("part", ["Sem van der Berg duwde Noor. ", "a", "A ", "op 1-1 om 1.1 \n", "<style", "'t 't "])
def test_long_text_is_quick(part: str, size: int) -> None:
    begun = perf_counter()
    read(part * (size // len(part)))
    assert perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("head", "certain", "choices"),
    [
        ("Sanne Rivier <s.rivier@school.example>", True, {"Sanne Rivier"}),
        ("Rivier, Sanne (De Regenboog)", True, {"Sanne Rivier"}),
        ("sanne rivier | De Regenboog", True, {"Sanne Rivier"}),
        ("Kaj Smit", False, {"Kaj Smit"}),
        ("Sanne", False, {"Sanne Rivier"}),
    ],
)
def test_who_sent_it_is_proposed_as_melder_and_never_a_child(head: str, certain: bool, choices: set[str]) -> None:
    found = read(f"Van: {head}\nVerzonden: dinsdag 15 september 2026 13:12\n\nPien Bakker huilde.\n").afzender
    assert found is not None
    assert (found.zekerheid is Zekerheid.ZEKER, {str(one.naam) for one in found.keuzes}) == (certain, choices)
    assert all(one.soort is not PersoonSoort.LEERLING for one in found.keuzes)
    assert found.vermelding.rol is Betrokkenheid.MELDER


@pytest.mark.parametrize("head", ["overblijf", "Pien Bakker", "Esra", "p.onbekend@school.example", "Van Niemand"])
def test_a_sender_who_is_no_adult_of_the_register_is_nobody(head: str) -> None:
    assert read(f"Van: {head}\nVerzonden: 15-9-2026 13:12\n\nDaan 't Hart viel.\n").afzender is None


def test_a_sender_who_tells_of_herself_stands_there_once_with_both_roles() -> None:
    found = read("Van: Sanne Rivier\nVerzonden: 15-9-2026 13:12\n\nPien Bakker schold Sanne Rivier uit.\n")
    assert sure(found) >= {"Pien Bakker"}
    me = Betrokkene(51, "Sanne Rivier", PersoonSoort.MEDEWERKER)
    twice = [
        replace(me, rollen=frozenset({Betrokkenheid.SLACHTOFFER})),
        replace(me, rollen=frozenset({Betrokkenheid.MELDER})),
    ]
    (kept,) = naar_draft(found.inhoud, twice).betrokkenen
    assert kept.rollen == {Betrokkenheid.SLACHTOFFER, Betrokkenheid.MELDER}


def test_two_names_without_a_word_between_them_are_two_persons() -> None:
    found = read("In de gang duwde Pien Bakker Daan 't Hart (groep 6) Noor de Vries.")
    assert sure(found) == {"Pien Bakker", "Daan 't Hart", "Noor de Vries"}
    found = read("In de gang duwde Pien Bakker Noor de Vries.")
    assert sure(found) == {"Pien Bakker", "Noor de Vries"}
    assert all(item.vermelding.rol is None for item in found.namen), "who did it to whom is not said"


def test_a_mail_file_is_read() -> None:
    data = b"From: Ans <a@school.example>\r\nDate: Tue, 15 Sep 2026 13:12:00 +0200\r\nSubject: x\r\n"
    data += (
        b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"Vandaag huilde Esra =D6zt=FCrk.\r\n"
    )
    found = read(uit_bestand(data))
    assert sure(found) == {"Esra Öztürk"}
    assert found.inhoud.datum == date(2026, 9, 15)
