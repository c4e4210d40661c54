"""A year that can hardly be meant is asked after wherever a day of a casus is typed: one such day made the ladder of a
casus a century long."""

from datetime import date

import pytest

from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.casus import ActieDraft, check_actie
from svp_desktop.domain.casus_mensen import OuderDraft, check_ouder
from svp_desktop.domain.casus_taken import TaakDraft, check_taak
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.gesprekken import GesprekDraft, GesprekSoort, check_gesprek
from svp_desktop.domain.herstel_controle import check_herstelgesprek
from svp_desktop.domain.herstelgesprek import HerstelgesprekDraft
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.thuisschool import MomentenDraft, ThuisSchoolDraft, check_thuisschool

TODAY = date(2026, 11, 24)


def _all(day: str) -> dict[str, tuple[Finding, ...]]:
    fields = ActieVelden((VeldWaarde("terugkijken_op", day),))
    return {
        "actie": check_actie(ActieDraft("dagstart", day, wie="juf"), TODAY),
        "veld": check_actie(ActieDraft("oplossingsverzoek", "24-11", wie="juf", velden=fields), TODAY),
        "gesprek": check_gesprek(GesprekDraft(GesprekSoort.ANDER, gepland_op=day), TODAY),
        "herstel": check_herstelgesprek(HerstelgesprekDraft(gepland_op=day), TODAY),
        "taak": check_taak(TaakDraft("Bellen", 1, day), TODAY, Schoolkalender(frozenset(), frozenset())),
        "thuisschool": check_thuisschool(ThuisSchoolDraft(MomentenDraft(terug_op=day)), TODAY),
    }


@pytest.mark.parametrize("day", ["24-11-2062", "24-11-1926"])
def test_a_mistyped_year_is_asked_after(day: str) -> None:
    silent = [name for name, found in _all(day).items() if "Klopt het jaar?" not in str(blocking(found))]
    assert silent == []
    assert "Klopt het jaar?" in str(check_actie(ActieDraft("gastklas", "24-11", tot="24-11-2062", wie="x"), TODAY))
    assert check_ouder(OuderDraft(ingelicht_op=day), TODAY) != ()


@pytest.mark.parametrize("day", ["24-11-2020", "+300"])
def test_a_day_of_some_years_ago_or_of_next_summer_may_be(day: str) -> None:
    assert "Klopt het jaar?" not in str(_all(day))
