"""Herstelgesprek: the rules without a school (84, 87, 89-91)."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.findings import blocking
from svp_desktop.domain.herstel_controle import check_herstelgesprek
from svp_desktop.domain.herstelgesprek import (
    VRAGEN,
    Antwoorden,
    Deelnemer,
    HerstelAfspraakDraft,
    Herstelgesprek,
    HerstelgesprekDraft,
    HerstelgesprekInhoud,
    HerstelRol,
    HerstelStand,
    HerstelTekst,
    Voorwaarde,
    bouwen,
    herstel_draft_of,
    parse_herstelgesprek,
    tijd_vooraf,
    wacht,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import Bouw

TODAY = date(2026, 11, 24)
ALLES = frozenset(Voorwaarde)
KIND = Deelnemer(HerstelRol.KIND, "Mees Jansen", 1, Antwoorden("Ik duwde.", "Sem.", "Een brief.", "Rust."))
GERAAKT = Deelnemer(HerstelRol.GERAAKT, "Sem van der Berg", 2, Antwoorden(gebeurd="Ik viel."))
LEIDER = Deelnemer(HerstelRol.GESPREKSLEIDER, "Jan de Boer", 3)
GOED = HerstelgesprekDraft(
    gepland_op="24-11",
    gehouden_op="24-11",
    tekst=HerstelTekst(tijd="8", deelnemers=(LEIDER, KIND, GERAAKT), voorwaarden=ALLES, gebaar="Een brief"),
    evaluatie_op="8-12",
)


def fields(draft: HerstelgesprekDraft, *, blocks: bool | None = None, vrij: frozenset[date] = frozenset()) -> list[str]:
    found = check_herstelgesprek(draft, TODAY, vrij)
    return [item.field for item in found if blocks is None or item.blocks is blocks]


def test_a_talk_with_everything_has_no_findings_and_keeps_what_was_said() -> None:
    assert fields(GOED) == []
    inhoud = parse_herstelgesprek(GOED, TODAY)
    assert (inhoud.gehouden_op, inhoud.tekst.tijd, inhoud.nazorg.evaluatie_op) == (TODAY, "08.00", date(2026, 12, 8))
    again = herstel_draft_of(Herstelgesprek(1, 1, 1, inhoud))
    assert parse_herstelgesprek(again, TODAY) == inhoud
    assert van_dict(HerstelgesprekDraft, naar_dict(GOED)) == GOED


def test_the_questions_are_those_of_the_plan() -> None:
    assert list(VRAGEN.values()) == [
        "Wat is er gebeurd?",
        "Wie is er geraakt?",
        "Hoe maken we dit goed?",
        "Wat hebben we nodig voor de toekomst?",
    ]


@pytest.mark.parametrize("missing", list(Voorwaarde))
def test_what_is_not_ready_needs_a_reason_when_the_talk_was_held(missing: Voorwaarde) -> None:
    draft = replace(GOED, tekst=replace(GOED.tekst, voorwaarden=ALLES - {missing}))
    assert fields(draft) == ["toch_verder"]
    assert blocking(check_herstelgesprek(draft, TODAY))
    assert fields(replace(draft, gehouden_op="")) == []
    assert fields(replace(draft, tekst=replace(draft.tekst, toch_verder="De ouders vroegen erom."))) == []


def test_without_answers_of_both_sides_it_only_asks_for_attention() -> None:
    for people, words in (
        ((LEIDER, KIND), "van wie geraakt is"),
        ((LEIDER, replace(KIND, antwoorden=Antwoorden()), GERAAKT), "van het kind"),
    ):
        draft = replace(GOED, tekst=replace(GOED.tekst, deelnemers=people))
        [finding] = check_herstelgesprek(draft, TODAY)
        assert (finding.field, finding.blocks) == ("antwoorden", False)
        assert words in finding.message


def test_the_gebaar_is_only_over_when_who_was_hurt_received_it() -> None:
    talk = Herstelgesprek(1, 1, 1, parse_herstelgesprek(GOED, TODAY))
    assert [item.zin for item in wacht(talk, TODAY)] == [
        "Herstelgebaar: nog niet gedaan",
        "Terugkijken op het herstelgesprek",
    ]
    done = replace(GOED, gebaar_op="24-11")
    assert fields(done) == ["ontvangen_op"]
    talk = Herstelgesprek(1, 1, 1, parse_herstelgesprek(done, TODAY))
    assert "aangekomen" in wacht(talk, TODAY)[0].zin
    assert talk.stand is HerstelStand.NAZORG

    over = replace(done, ontvangen_op="24-11", tekst=replace(done.tekst, evaluatie="Het gaat goed."))
    talk = Herstelgesprek(1, 1, 1, parse_herstelgesprek(over, TODAY))
    assert (wacht(talk, TODAY), talk.stand) == ((), HerstelStand.KLAAR)
    assert fields(replace(done, gebaar_op="24-11", ontvangen_op="23-11"), blocks=True) == ["ontvangen_op"]


def test_days_that_are_no_days_or_have_not_been_stop() -> None:
    wrong = replace(
        GOED, gepland_op="31-2", gehouden_op="25-11-2026", evaluatie_op="eens", tekst=replace(GOED.tekst, tijd="acht")
    )
    assert set(fields(wrong, blocks=True)) == {"gepland_op", "gehouden_op", "evaluatie_op", "tijd"}
    assert fields(replace(GOED, evaluatie_op="20-11"), blocks=True) == ["evaluatie_op"]
    with pytest.raises(ValueError, match="blocking"):
        parse_herstelgesprek(wrong, TODAY)


def test_a_planned_day_without_school_asks_for_attention() -> None:
    draft = HerstelgesprekDraft(gepland_op="28-11-2026")
    assert fields(draft, blocks=False, vrij=frozenset({date(2026, 11, 28)})) == ["gepland_op"]
    assert fields(draft) == []


def test_the_group_is_told_without_names_and_the_purpose_is_to_make_it_good() -> None:
    named = replace(GOED, tekst=replace(GOED.tekst, terugkoppeling="Sem kreeg een brief.", doel="Dit is je straf."))
    assert fields(named, blocks=False) == ["doel", "terugkoppeling"]
    own = replace(GOED, tekst=replace(GOED.tekst, terugkoppeling="Mees maakt het goed. Samen gaan we verder."))
    assert fields(own) == []


def test_an_appointment_says_what_happens_and_an_empty_one_is_left_out() -> None:
    some = (HerstelAfspraakDraft(), HerstelAfspraakDraft("Mees", "meldt zich elke dag", "1-12"))
    inhoud = parse_herstelgesprek(replace(GOED, afspraken=some), TODAY)
    assert [(item.wie, item.wanneer) for item in inhoud.nazorg.afspraken] == [("Mees", date(2026, 12, 1))]
    assert fields(replace(GOED, afspraken=(HerstelAfspraakDraft("Mees"),)), blocks=True) == ["afspraken"]


def test_a_talk_waits_on_its_day_or_on_today() -> None:
    planned = Herstelgesprek(1, 1, 1, HerstelgesprekInhoud(gepland_op=date(2026, 11, 26), tekst=HerstelTekst("08.00")))
    assert [(item.zin, item.datum) for item in wacht(planned, TODAY)] == [
        ("Herstelgesprek, 08.00 uur", date(2026, 11, 26))
    ]
    open_day = Herstelgesprek(1, 1, 1, HerstelgesprekInhoud())
    assert [item.datum for item in wacht(open_day, TODAY)] == [TODAY]
    assert (planned.stand, open_day.stand) == (HerstelStand.GEPLAND, HerstelStand.VOORBEREIDEN)


def test_groep_6_gets_both_lists_and_half_an_hour_before_school_is_counted_back() -> None:
    assert bouwen([6]) == (Bouw.MIDDENBOUW, Bouw.BOVENBOUW)
    assert bouwen([2]) == (Bouw.ONDERBOUW,)
    assert bouwen([]) == tuple(Bouw)
    assert (tijd_vooraf("08.30", 30), tijd_vooraf("8u15", 30), tijd_vooraf("?", 30)) == ("08.00", "07.45", "")
    assert [len(Instellingen().lijst(f"herstel_{bouw.value}")) for bouw in Bouw] == [4, 4, 5]
    assert "straf" not in Instellingen().tekst("herstel_doel")
