"""The guards before a paper is printed."""

from dataclasses import replace
from datetime import date, time

import pytest

from svp_desktop.domain.papier import (
    Blok,
    BlokSoort,
    Ondertekenaar,
    Ontvanger,
    PapierDraft,
    PapierSoort,
    Voorleesmoment,
    alinea,
)
from svp_desktop.domain.papier_controle import Ernst, Nazicht, controleer, mag_gedrukt, teksten_van
from svp_desktop.domain.school import Bouw

GOED = "Wij zijn blij met jou. Wij blijven rustig. Jij hoort bij ons."


def draft(text: str = GOED, **changed: object) -> PapierDraft:
    good = PapierDraft(
        casus_id=1,
        soort=PapierSoort.AANKONDIGING_KIND,
        bouw=Bouw.ONDERBOUW,
        roepnaam="Sem",
        aanhef="Lieve Sem,",
        blokken=(Blok("doen", "Wat wij doen", alineas=(alinea(text),)),),
        ondertekenaars=(Ondertekenaar("juf Roos"), Ondertekenaar("mama")),
        moment=Voorleesmoment(date(2026, 9, 17), time(15, 15), "de bieb", ("mama",)),
    )
    return replace(good, **changed)


def only(code: str, paper: PapierDraft, nazicht: Nazicht | None = None) -> list[Ernst]:
    return [finding.ernst for finding in controleer(paper, nazicht or Nazicht()) if finding.code == code]


def test_a_good_paper_shows_what_is_in_order() -> None:
    findings = controleer(draft(), Nazicht(andere_namen=frozenset({"Bas", "Elif"})))
    assert {finding.ernst for finding in findings} == {Ernst.IN_ORDE}
    assert {finding.code for finding in findings} == {
        "open_plek", "straf", "dreiging", "etiket", "ander_kind", "letters", "ondertekening", "belofte", "leeg_blok",
        "voorlezen", "leesniveau",
    }  # fmt: skip
    assert mag_gedrukt(findings)


@pytest.mark.parametrize(
    ("text", "code", "ernst"),
    [
        ("Wij zien [vul in: wat?].", "open_plek", Ernst.BLOKKEREND),
        ("Wij zien {roepnaam}.", "open_plek", Ernst.BLOKKEREND),
        ("Wij zien [...] graag.", "open_plek", Ernst.BLOKKEREND),
        ("Jij komt op ____ terug.", "open_plek", Ernst.BLOKKEREND),
        ("Dit is je Straf.", "straf", Ernst.BLOKKEREND),
        ("Jij wordt bestraft.", "straf", Ernst.BLOKKEREND),
        ("Als je weer slaat, dan bellen wij.", "dreiging", Ernst.BLOKKEREND),
        ("Anders moet je naar huis.", "dreiging", Ernst.LET_OP),
        ("Jij bent een pester.", "etiket", Ernst.BLOKKEREND),
        ("De slachtoffers waren bang.", "etiket", Ernst.BLOKKEREND),
        ("Wij praten hier snel over.", "belofte", Ernst.LET_OP),
        ("Binnenkort bellen wij.", "belofte", Ernst.LET_OP),
    ],
)
def test_words_that_the_guards_find(text: str, code: str, ernst: Ernst) -> None:
    findings = [finding for finding in controleer(draft(text), Nazicht()) if finding.code == code]
    assert [(finding.ernst, finding.blok_code) for finding in findings] == [(ernst, "doen")]
    assert "Wat wij doen" in findings[0].zin
    assert mag_gedrukt(findings) == (ernst is Ernst.LET_OP)


@pytest.mark.parametrize(
    "text", ["Kom naar juf Roos als je boos bent.", "Dan gaan wij. Als je boos bent, helpen wij.", "Wij snellen niet."]
)
def test_words_that_are_no_threat_and_no_promise(text: str) -> None:
    findings = controleer(draft(text), Nazicht())
    assert all(finding.ernst is Ernst.IN_ORDE for finding in findings if finding.code in {"dreiging", "belofte"})


def test_a_left_out_block_is_not_checked_and_an_empty_one_is_named() -> None:
    left_out = replace(draft("Dit is straf.").blokken[0], aan=False)
    empty = Blok("leeg", "Leeg", alineas=(alinea(" "),))
    paper = draft(blokken=(left_out, empty, *draft().blokken))
    assert only("straf", paper) == [Ernst.IN_ORDE]
    (finding,) = [item for item in controleer(paper, Nazicht()) if item.code == "leeg_blok"]
    assert (finding.ernst, finding.blok_code) == (Ernst.LET_OP, "leeg")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jij duwde Łukasz.", [Ernst.BLOKKEREND]),
        ("Jij duwde Lukasz.", [Ernst.BLOKKEREND]),
        ("Jij duwde ZOË en Jan-Peter.", [Ernst.BLOKKEREND, Ernst.BLOKKEREND]),
        ("De roos groeit.", [Ernst.LET_OP]),
        ("Juf Roos helpt. Oma Roos ook.", [Ernst.IN_ORDE]),
        ("Zoëtjes Janine Lukaszewski", [Ernst.IN_ORDE]),
        ("Sem en mama.", [Ernst.IN_ORDE]),
    ],
)
def test_the_name_of_another_child(text: str, expected: list[Ernst]) -> None:
    names = Nazicht(andere_namen=frozenset({"Łukasz", "Zoë", "Jan-Peter", "Roos", "Sem", "Jan", ""}))
    found = only("ander_kind", draft(text), names)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je hielp Quinten.", [Ernst.LET_OP]),
        ("Je hielp Quinten de Wit.", [Ernst.BLOKKEREND]),
        ("Je hielp QUINTEN DE WIT.", [Ernst.BLOKKEREND]),
        ("Een storm op het plein.", [Ernst.IN_ORDE]),
        ("Tante Storm helpt. De wit geverfde muur.", [Ernst.IN_ORDE]),
    ],
)
def test_the_name_of_a_child_elsewhere_in_the_school(text: str, expected: list[Ernst]) -> None:
    names = Nazicht(school_namen=frozenset({"Quinten", "Quinten de Wit", "Storm", "Storm Bakker"}))
    assert only("ander_kind", draft(text), names) == expected


def test_the_whole_name_of_a_colleague_is_no_name_of_a_child() -> None:
    names = Nazicht(school_namen=frozenset({"Ilse", "Ilse de Wit"}), collega_namen=frozenset({"Ilse Bruins"}))
    assert only("ander_kind", draft("Ilse Bruins denkt met u mee."), names) == [Ernst.IN_ORDE]
    assert only("ander_kind", draft("Ilse denkt met u mee."), names) == [Ernst.LET_OP]


def test_missing_letters_stop_the_paper() -> None:
    assert only("letters", draft(), Nazicht(ontbrekende_tekens=frozenset("😀"))) == [Ernst.BLOKKEREND]


def test_someone_must_sign() -> None:
    assert only("ondertekening", draft(ondertekenaars=(Ondertekenaar(" "),))) == [Ernst.BLOKKEREND]


def test_a_moment_that_is_printed_must_be_known() -> None:
    nothing = Voorleesmoment()
    assert only("voorlezen", draft(moment=nothing)) == [Ernst.LET_OP]
    printed = (*draft().blokken, Blok("moment", "Wanneer?", BlokSoort.MOMENT))
    assert only("voorlezen", draft(moment=nothing, blokken=printed)) == [Ernst.BLOKKEREND]


def test_reading_level_is_a_hint_with_its_sentence() -> None:
    long = "Wij zijn blij met jou. Wij gaan elke dag samen met jou en de andere kinderen naar het grote plein."
    (finding,) = [item for item in controleer(draft(long), Nazicht()) if item.lead == "Een lange zin"]
    assert (finding.ernst, finding.blok_code) == (Ernst.LET_OP, "doen")
    assert "Wij gaan elke dag samen" in finding.zin
    hard = "Verantwoordelijkheidsgevoel. Onmiddellijke gedragsverandering."
    assert Ernst.LET_OP in only("leesniveau", draft(hard))


def test_letters_to_parents_need_someone_to_go_to() -> None:
    base = draft(soort=PapierSoort.AANKONDIGING_OUDERS)
    assert only("adres", base) == [Ernst.BLOKKEREND]
    unknown = Ontvanger((1,), ("Mevrouw A. Yıldız",), "Beste mevrouw Yıldız,", "mevrouw A. Yıldız", adres_bekend=False)
    assert only("adres", replace(base, ontvangers=(unknown,))) == [Ernst.LET_OP]
    assert only("adres", replace(base, ontvangers=(replace(unknown, adres_bekend=True),))) == [Ernst.IN_ORDE]


def test_every_printed_text_is_looked_at_for_missing_letters() -> None:
    texts = " ".join(teksten_van(draft(roepnaam="Zoë", onderwerp="Onderwerp", bijlage="kopie")))
    for part in ("Zoë", "Onderwerp", "kopie", "juf Roos", "de bieb", "Wat wij doen", "Lieve Sem,"):
        assert part in texts


SMALL = ("bijlage", "kenmerk", "slot", "noot")


@pytest.mark.parametrize("field", SMALL)
@pytest.mark.parametrize(
    ("text", "code"),
    [("De brief aan Bas Visser.", "ander_kind"), ("Dit is geen straf.", "straf"), ("De dader komt ook.", "etiket")],
)
def test_the_small_texts_of_a_letter_are_read_too(field: str, text: str, code: str) -> None:
    paper = draft(soort=PapierSoort.AANKONDIGING_OUDERS, **{field: text})
    assert only(code, paper, Nazicht(andere_namen=frozenset({"Bas", "Bas Visser"}))) == [Ernst.BLOKKEREND]


def test_a_place_and_people_that_are_printed_are_read_too() -> None:
    table = Blok("moment", "Wanneer?", BlokSoort.MOMENT)
    near = Nazicht(andere_namen=frozenset({"Bas", "Bas Visser"}))
    at_home = Voorleesmoment(date(2026, 9, 17), time(15, 15), "thuis bij Bas Visser", ("mama",))
    paper = draft(soort=PapierSoort.AANKONDIGING_OUDERS, moment=at_home)
    assert only("ander_kind", paper, near) == [Ernst.IN_ORDE], "no block prints the moment"
    printed = replace(paper, blokken=(*paper.blokken, table))
    assert only("ander_kind", printed, near) == [Ernst.BLOKKEREND]
    there = replace(at_home, plaats="de bieb", aanwezig=("Sem", "Bas Visser"))
    assert only("ander_kind", replace(printed, moment=there), near) == [Ernst.LET_OP]


def test_a_classmate_with_the_same_first_name_is_found_though_the_child_is_there_itself() -> None:
    there = Voorleesmoment(date(2026, 9, 17), time(15, 15), "de bieb", ("u", "Sem"))
    near = Nazicht(andere_namen=frozenset({"Sem", "Sem Bakker"}))
    assert only("ander_kind", draft("Jij duwde Sem Bakker.", moment=there), near) == [Ernst.BLOKKEREND]
    assert only("ander_kind", draft("Sem, jij hoort bij ons.", moment=there), near) == [Ernst.IN_ORDE]


def test_days_that_are_over_ask_for_attention() -> None:
    letter = draft(soort=PapierSoort.AANKONDIGING_OUDERS, datum=date(2026, 9, 16))
    assert only("datum", letter, Nazicht(vandaag=date(2026, 9, 16))) == [Ernst.IN_ORDE]
    assert only("voorlezen", letter, Nazicht(vandaag=date(2026, 9, 17))) == [Ernst.IN_ORDE]
    later = Nazicht(vandaag=date(2026, 9, 18))
    assert only("datum", letter, later) == [Ernst.LET_OP]
    assert only("voorlezen", letter, later) == [Ernst.LET_OP]
    besluit = replace(letter, soort=PapierSoort.THUISSCHOOL_BRIEF)
    assert only("datum", besluit, later) == [], "the day of a decision is asked by the law"
