"""The papers that a casus offers: those about one child or those about a group, and the service refuses the other."""

import pytest

from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import PapierSoort


def offered(tab) -> list[str]:
    return [action.data() for action in tab.page.papieren.menu().actions()]


def test_a_casus_of_a_child_offers_its_papers_and_begins_the_chosen_one(tab, way):
    tab.show_record(way.open())
    assert offered(tab)[:2] == ["aankondiging_kind", "aankondiging_ouders"]
    assert {"oplossingsverzoek", "telefoonronde", "netwerkgesprek"} <= set(offered(tab))
    assert "aankondiging_groep" not in offered(tab)
    wanted = []
    tab.compose_requested.connect(lambda casus, soort: wanted.append(soort))
    next(action for action in tab.page.papieren.menu().actions() if action.data() == "telefoonronde").trigger()
    assert wanted == ["telefoonronde"]


def test_a_casus_of_a_group_offers_the_paper_for_the_group(tab, way):
    casus = way.werkplek.casussen.open(CasusDraft(None, way.groep, way.juf, "Onrust in de groep.", "Rust.")).value
    tab.show_record(casus)
    assert offered(tab) == ["aankondiging_groep"]
    assert tab.page.papieren.isEnabled()
    with pytest.raises(PapierFout):
        way.werkplek.papieren.begin(casus, PapierSoort.AANKONDIGING_KIND)
    with pytest.raises(PapierFout):
        way.werkplek.papieren.begin(way.open(), PapierSoort.AANKONDIGING_GROEP)
