import pytest

from svp_desktop.domain.incident import Soort
from svp_desktop.domain.instellingen import (
    CATALOGUS,
    INSTELLING_VAN_CODE,
    Instellingen,
    InstellingSoort,
    check_instelling,
)


def test_codes_are_unique_and_every_setting_says_where_it_comes_from():
    assert len(INSTELLING_VAN_CODE) == len(CATALOGUS)
    assert all(item.naam and item.rubriek and item.bron for item in CATALOGUS)


@pytest.mark.parametrize("setting", CATALOGUS, ids=lambda setting: setting.code)
def test_the_value_of_the_plan_passes_its_own_check(setting):
    assert check_instelling(setting.code, setting.standaard) == ()


def test_the_lists_of_the_plan_have_the_length_that_the_plan_gives_them():
    plan = Instellingen()
    assert (len(plan.lijst("oneliners")), len(plan.lijst("tot_slot")), len(plan.lijst("vreedzame_lessen"))) == (
        10,
        6,
        6,
    )
    assert (plan.getal("geel_procent"), plan.getal("oranje_procent"), plan.getal("rood_procent")) == (60, 30, 10)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("thuis_school_dagen", 6),
        ("thuis_school_dagen", 0),
        ("soort.pesten", "  "),
        ("plaatsen", ()),
        ("plaatsen", (" ",)),
    ],
)
def test_a_value_out_of_bounds_or_empty_is_refused(code, value):
    (finding,) = check_instelling(code, value)
    assert (finding.field, finding.blocks) == (code, True)


def test_an_own_value_goes_before_that_of_the_plan():
    own = Instellingen({"nazorg_weken": 8, "soort.pesten": "Pestmelding"})
    assert (own.getal("nazorg_weken"), own.eigen("nazorg_weken")) == (8, True)
    assert (own.soort_label(Soort.PESTEN), own.soort_label(Soort.RACISME)) == ("Pestmelding", "Racisme")
    assert not own.eigen("checkin_dagen")


def test_the_kind_of_a_setting_follows_from_its_value():
    kinds = {code: INSTELLING_VAN_CODE[code].soort for code in ("nazorg_weken", "mand.groen", "talen")}
    assert list(kinds.values()) == [InstellingSoort.GETAL, InstellingSoort.TEKST, InstellingSoort.LIJST]
