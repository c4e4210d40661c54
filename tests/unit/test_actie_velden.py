"""The fields of the 17 actions: every action has its own, what is typed is read or refused, and it reads back."""

import json
from datetime import date

import pytest

from svp_desktop.domain.actie_velden import (
    VELDEN,
    ActieVelden,
    VeldSoort,
    VeldWaarde,
    check_velden,
    kern,
    leesbaar,
    parse_velden,
    toon_velden,
    wachtend,
)
from svp_desktop.domain.acties import ACTIES
from svp_desktop.domain.helpende_zinnen import zin_bij
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.platte_waarden import naar_dict, van_dict

TODAY = date(2026, 11, 24)


def velden(**texts):
    return ActieVelden(tuple(VeldWaarde(code, text) for code, text in texts.items()))


def test_every_action_has_fields_with_names_of_their_own():
    assert set(VELDEN) == {actie.code for actie in ACTIES}
    for fields in VELDEN.values():
        assert len({veld.code for veld in fields}) == len(fields)
        assert all(veld.keuzes for veld in fields if veld.soort is VeldSoort.KEUZE)
        assert all(bool(veld.lijst) is (veld.soort is VeldSoort.WOORD) for veld in fields)
        assert all(bool(veld.kolommen) is (veld.soort is VeldSoort.RIJEN) for veld in fields)


def test_no_label_speaks_of_punishment():
    words = json.dumps([naar_dict(veld) for fields in VELDEN.values() for veld in fields]).casefold()
    assert "straf" not in words


def test_days_times_numbers_and_rows_are_kept_as_what_they_mean():
    typed = ActieVelden(
        (
            VeldWaarde("volgend_op", "+2"),
            VeldWaarde("begonnen", "9"),
            VeldWaarde("uitkomst", "voorstel"),
            VeldWaarde("voorstel", "  Ik help mee.  "),
            VeldWaarde("stopzin", "van een andere actie"),
        )
    )
    kept = parse_velden("sit_in", typed, TODAY)
    assert (kept.dag("volgend_op"), kept.tekst("begonnen")) == (date(2026, 11, 26), "09.00")
    assert (kept.tekst("voorstel"), kept.tekst("stopzin")) == ("Ik help mee.", "")
    assert toon_velden("sit_in", kept).tekst("volgend_op") == "26-11-2026"
    assert leesbaar("sit_in", kept) == (
        ("Begonnen om", "09.00"),
        ("Hoe eindigde het", "Met een voorstel"),
        ("Voorstel van het kind", "Ik help mee."),
        ("Wij komen terug op", "donderdag 26 november 2026"),
    )
    assert van_dict(ActieVelden, json.loads(json.dumps(naar_dict(kept)))) == kept


def test_a_word_of_the_school_is_kept_as_it_was_typed_and_an_older_record_reads_the_same():
    kept = parse_velden("steun", velden(soort=" Oma van de buren "), TODAY)
    assert leesbaar("steun", kept) == (("Wie helpt", "Oma van de buren"),)
    older = velden(soort="ib")
    assert leesbaar("steun", older) == (("Wie helpt", "Intern begeleider"),)
    assert toon_velden("steun", older).tekst("soort") == "Intern begeleider"


def test_the_calls_of_a_telefoonronde_are_rows():
    rows = (("Jan", "opa ", "06", "ja"), ("moeder", "tante", "", ""), ("", " ", "", ""))
    kept = parse_velden("telefoonronde", ActieVelden((VeldWaarde("bellers", rijen=rows),)), TODAY)
    assert kept.rijen("bellers") == (("Jan", "opa", "06", "ja"), ("moeder", "tante", "", ""))
    assert kern("telefoonronde", kept) == "2 mensen op de lijst, 1 sprak het kind"
    assert leesbaar("telefoonronde", kept) == (("Wie belt wie", "Jan, opa, 06, sprak het kind\nmoeder, tante"),)


@pytest.mark.parametrize(
    ("actie", "code", "text"),
    [
        ("sit_in", "volgend_op", "31-2"),
        ("sit_in", "begonnen", "25.00"),
        ("sit_in", "uitkomst", "iets anders"),
        ("oplossingsverzoek", "gelukt", "heel vaak"),
        ("oplossingsverzoek", "gelukt", "1000"),
        ("stil_protest", "duur", "-1"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(actie, code, text):
    (finding,) = check_velden(actie, velden(**{code: text}), TODAY)
    assert (finding.field, finding.blocks) == (f"velden.{code}", True)
    with pytest.raises(ValueError, match="blocking"):
        parse_velden(actie, velden(**{code: text}), TODAY)


def test_the_school_comes_back_until_it_wrote_that_it_did():
    agreed = velden(terugkijken_op="2026-12-01", gelukt="4")
    assert wachtend("oplossingsverzoek", agreed) == (("Samen terugkijken op het oplossingsverzoek", date(2026, 12, 1)),)
    assert wachtend("oplossingsverzoek", agreed.met("teruggekeken_op", "2026-12-01")) == ()
    assert wachtend("bookmark", agreed) == ()
    assert kern("oplossingsverzoek", agreed) == "4 keer gelukt"


def test_each_action_has_a_help_sentence_also_when_the_school_changed_them():
    plan = Instellingen()
    lines = (*plan.lijst("oneliners"), *plan.lijst("tot_slot"))
    said = {actie.code: zin_bij(actie.code, lines) for actie in ACTIES}
    assert said["bookmark"] == "We smeden het ijzer als het koud is."
    assert said["relatiegebaar"].endswith("eerst connectie, dan correctie")
    assert all(said.values())
    assert zin_bij("bookmark", ("Eigen zin.",)) == "Eigen zin."
    assert (zin_bij("bookmark", ()), zin_bij("", lines)) == ("", "")
