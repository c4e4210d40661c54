"""The papers that a casus offers: those about one child or those about a group, and the service refuses the other."""

import pytest

from svp_desktop.domain.casus import AfsluitDraft, CasusDraft
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.ui.tabs.casussen.herstel.rij import HerstelRij


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


def test_thuisschool_offers_its_papers_from_what_stands_in_the_form(tab, way):
    casus = way.open()
    tab.show_record(casus)
    section = tab.page.secties.show_section("thuisschool")
    section.primary_new()
    [period] = way.werkplek.thuisschool.van_casus(casus)
    wanted = []
    tab.compose_requested.connect(lambda casus_id, soort: wanted.append((casus_id, soort)))
    section.form.velden["waarom"].widget.setText("Een klasgenoot moet veilig naar school kunnen.")
    menu = section.kop.papieren.menu()
    assert menu.actions()[0].data() == "thuisschool_brief"
    menu.actions()[0].trigger()
    assert wanted == [(casus, f"thuisschool_brief:{period.id}")]
    letter = way.werkplek.papieren.begin(casus, PapierSoort.THUISSCHOOL_BRIEF, period.id)
    assert "Een klasgenoot moet veilig naar school kunnen." in "\n".join(blok.tekst for blok in letter.blokken)


def test_a_herstelgesprek_offers_its_papers_and_a_closed_casus_none(tab, way):
    casus = way.open()
    work = way.werkplek
    talk = work.herstelgesprekken.bewaar(casus, work.herstelgesprekken.begin(casus)).value
    tab.show_record(casus)
    section = tab.page.secties.show_section("herstel")
    [line] = section.findChildren(HerstelRij)
    wanted = []
    tab.compose_requested.connect(lambda casus_id, soort: wanted.append((casus_id, soort)))
    menu = {action.data(): action for action in line.papieren.menu().actions()}
    assert list(menu) == ["herstel_agenda", "herstel_kind", "herstel_geraakt", "herstel_ouders", "herstel_verslag"]
    menu["herstel_kind"].trigger()
    assert wanted == [(casus, f"herstel_kind:{talk}")]
    assert work.papieren.begin(casus, PapierSoort.HERSTEL_KIND, talk).bron_id == talk
    tab._context.hub.publish(work.casussen.afsluiten(casus, AfsluitDraft("klaar")).changes)
    shown = [item for item in section.findChildren(HerstelRij) if not item.isHidden()]
    assert not any(item.papieren.isEnabled() for item in shown)


def test_the_form_of_a_herstelgesprek_records_what_is_typed_and_then_begins_its_paper(tab, way):
    casus = way.open()
    work = way.werkplek
    tab.show_record(casus)
    section = tab.page.secties.show_section("herstel")
    wanted = []
    tab.compose_requested.connect(lambda casus_id, soort: wanted.append((casus_id, soort)))
    agenda = {action.data(): action for action in section.form.papieren.menu().actions()}["herstel_agenda"]

    section.nieuw.click()
    section.form.gepland.setText("31-2")
    agenda.trigger()
    assert (wanted, work.herstelgesprekken.van_casus(casus)) == ([], ())
    assert section.form._all["gepland_op"].message()
    section.form.gepland.setText("25-11")
    section.form.plaats.setText("het atelier")
    section.form.touched()
    agenda.trigger()
    [talk] = work.herstelgesprekken.van_casus(casus)
    assert wanted == [(casus, f"herstel_agenda:{talk.id}")]
    paper = work.papieren.begin(casus, PapierSoort.HERSTEL_AGENDA, talk.id)
    assert "het atelier" in "\n".join(blok.tekst for blok in paper.blokken)

    section.open_talk(talk.id)
    agenda.trigger()
    assert len(wanted) == 2
    assert work.herstelgesprekken.lees(talk.id).versie == talk.versie
