"""A colleague who left, or was taken out of the register, and a child that was: the casus says so and goes on."""

from dataclasses import replace
from datetime import date

from PySide6.QtTest import QTest

from svp_desktop.domain.school import Leerling, Medewerker, Naam
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.casussen.taken.sectie import TakenSectie
from tests.ui.casussen.conftest import Way


def test_a_casus_of_a_colleague_who_left_says_so_and_proposes_nobody(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.show_record(casus)
    assert tab.page._eigenaar.text() == "Marit Smeets"
    juf = way.werkplek.personen.lees(way.juf)
    assert isinstance(juf, Medewerker)
    way.werkplek.personen.bewaar(replace(juf, vertrokken_op=date(2026, 12, 1)))
    tab.reload()
    assert tab.page._eigenaar.text() == "Marit Smeets"
    way.werkplek.personen.bewaar(replace(juf, vertrokken_op=date(2026, 11, 20)))
    tab.reload()
    assert tab.page._eigenaar.text() == "Marit Smeets, niet meer op school"
    tab.primary_new()
    assert tab.actie_editor._form.wie.text() == ""
    tab.go_back()
    section = tab.page.secties.show_section("taken")
    assert isinstance(section, TakenSectie)
    section.nieuw.click()
    assert section.form.wie.text() == ""


def test_a_colleague_who_is_not_in_the_register_any_more_is_asked_for_under_the_field(
    tab: CasussenTab, way: Way
) -> None:
    casus = way.open()
    tab.show_record(casus)
    section = tab.page.secties.show_section("taken")
    assert isinstance(section, TakenSectie)
    section.nieuw.click()
    way.werkplek.personen.verwijder(way.juf)
    QTest.keyClicks(section.form.wat, "Bellen")
    QTest.keyClicks(section.form.wanneer, "27-11")
    section.form.opslaan.click()
    assert "Kies wie dit doet." in section.form._fields["eigenaar"].message()

    tab._edit()
    form = tab.casus_editor._form
    form.doel.setText("Rust.")
    tab.casus_editor.save.emit()
    assert form.fields["eigenaar"].message().endswith("Kies wie de casus nu leidt.")
    other = way.werkplek.personen.bewaar(Medewerker(0, "", Naam("Farid", "", "Aydin"))).value
    form.eigenaar.setText("Farid")
    form.eigenaar.search()
    form.eigenaar.choose(0)
    tab.casus_editor.save.emit()
    assert way.werkplek.casussen.lees(casus).eigenaar_id == other


def test_a_casus_of_a_child_that_was_taken_out_of_the_register_can_still_be_changed(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    assert isinstance(way.werkplek.personen.lees(way.kind), Leerling)
    way.werkplek.personen.verwijder(way.kind)
    tab.show_record(casus)
    tab._edit()
    tab.casus_editor._form.doel.setText("Rust.")
    tab.casus_editor.save.emit()
    assert way.werkplek.casussen.lees(casus).doel == "Rust."
