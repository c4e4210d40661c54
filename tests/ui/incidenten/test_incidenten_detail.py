"""The page of one incident: closing it, what stands in Esis, and the list of what does not (demands 4, 22-24)."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from svp_desktop.domain.incident import Betrokkenheid, Ernst, IncidentFilter, Kenmerk, Letsel, OverlegdMet
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.esis.tab import EsisTab
from svp_desktop.ui.tasks import Immediately


def two_children(school, feiten: str = "Mees duwde Noor. Noors jas is stuk.", **changes: object) -> int:
    people = school.werkplek.personen
    mees = people.als_betrokkene(school.ids["Mees"], frozenset({Betrokkenheid.DADER}))
    noor = people.als_betrokkene(school.ids["Noor"], frozenset({Betrokkenheid.SLACHTOFFER}))
    return school.record(feiten, betrokkenen=(mees, noor), **changes)


@pytest.fixture
def page(school, open_desk):
    """The desk with one incident of two children in view."""
    two_children(
        school, ernst=Ernst.ERNSTIG, beoordelaar="Farid", overlegd_met=frozenset({OverlegdMet.DIRECTEUR}),
        besluit="Samen praten.", letsel=Letsel.EHBO, reacties=("Time-out gegeven",),
    )  # fmt: skip
    return open_desk(school.werkplek)


def waiting(school) -> int:
    return school.werkplek.incidenten.aantal(IncidentFilter(kenmerken=frozenset({Kenmerk.ESIS_OPEN})))[0]


def test_every_filled_field_is_read_and_an_empty_group_takes_no_room(page) -> None:
    text = page.tab.list.detail.text()
    for wanted in ("Beoordeling", "Farid", "Directeur", "Samen praten.", "Hulp op school", "Time-out gegeven",
                   "Leerlingen onderling", "Pesten"):  # fmt: skip
        assert wanted in text
    assert page.tab.list.detail._serious.isVisible()
    fields = page.tab.list.detail._fields
    assert [group.isHidden() for group in fields._groups] == [False, False, True, False, True]


def test_an_incident_closes_with_both_fields_and_opens_again(page, school) -> None:
    detail = page.tab.list.detail
    detail.close_incident.click()
    panel = detail.closing
    assert panel.isVisible()
    panel.maatregel.setText("Gesprek met beide kinderen.")
    panel.close_incident.click()
    assert panel._fields["voorkoming"].message()
    assert detail.incident().afgesloten_op is None
    panel.voorkoming.setText("Toezicht bij het klimrek.")
    panel.close_incident.click()
    page.settle()
    assert detail.incident().afgesloten_op is not None
    assert "Toezicht bij het klimrek." in detail.text()
    assert not panel.isVisible()
    assert not detail.close_incident.isVisible()
    detail.reopen.click()
    page.settle()
    assert detail.incident().afgesloten_op is None
    assert not panel.isVisible()


def test_what_is_typed_to_close_is_there_after_a_lock(page, school, open_desk) -> None:
    detail = page.tab.list.detail
    detail.close_incident.click()
    detail.closing.maatregel.setText("Half af")
    page.tab.flush_draft()
    again = open_desk(school.unlock_again())
    assert again.tab.list.detail.closing.isVisible()
    assert again.tab.list.detail.closing.maatregel.text() == "Half af"


def test_copying_for_esis_names_no_other_child_and_stamps_with_a_way_back(page, school) -> None:
    esis = page.tab.list.detail.esis
    assert waiting(school) == 1
    esis.kinderen[0].copy.click()
    assert esis.voorbeeld.isVisible()
    esis.voorbeeld.copy.click()
    page.settle()
    copied = QApplication.clipboard().text()
    assert "Mees Jansen" in copied
    assert "N.'s jas" in copied
    assert "Noor" not in copied
    assert "Vries" not in copied
    assert [regel.stand.gezet_op is not None for regel in esis.kinderen] == [True, False]
    assert page.tab.window().focusWidget() is esis.kinderen[0].copy, "the keyboard stays at the child"
    assert waiting(school) == 1
    esis.kinderen[1].copy.click()
    esis.voorbeeld.copy.click()
    page.settle()
    assert waiting(school) == 0
    sentence, undo = page.seen.undo[-1]
    assert "24-11-2026" in sentence
    undo()
    page.settle()
    assert waiting(school) == 1
    QApplication.clipboard().clear()


def test_a_name_typed_in_the_preview_cannot_be_copied(page) -> None:
    esis = page.tab.list.detail.esis
    esis.kinderen[0].copy.click()
    esis.voorbeeld.tekst.setText("Mees zag noor.")
    assert not esis.voorbeeld.copy.isEnabled()
    assert "noor" in esis.voorbeeld.melding.text()


def test_a_changed_paragraph_is_there_after_a_lock_until_it_is_put_away(page, school, open_desk) -> None:
    esis = page.tab.list.detail.esis
    esis.kinderen[1].copy.click()
    QTest.keyClicks(esis.voorbeeld.tekst, "In overleg. ")
    page.tab.flush_draft()
    again = open_desk(school.unlock_again())
    esis = again.tab.list.detail.esis
    assert esis.voorbeeld.isVisible()
    assert esis.voorbeeld.tekst.text().startswith("In overleg. ")
    # another child's paragraph does not take it away
    esis.kinderen[0].copy.click()
    assert "In overleg" not in esis.voorbeeld.tekst.text()
    esis.kinderen[1].copy.click()
    assert esis.voorbeeld.tekst.text().startswith("In overleg. ")
    esis.voorbeeld.cancel.click()
    again.tab.flush_draft()
    third = open_desk(school.unlock_again())
    assert third.tab.list.detail.esis.voorbeeld.isHidden()
    third.tab.list.detail.esis.kinderen[1].copy.click()
    assert "In overleg" not in third.tab.list.detail.esis.voorbeeld.tekst.text()


def test_a_copied_paragraph_is_not_offered_again(page, school, open_desk) -> None:
    esis = page.tab.list.detail.esis
    esis.kinderen[0].copy.click()
    QTest.keyClicks(esis.voorbeeld.tekst, "In overleg. ")
    esis.voorbeeld.copy.click()
    page.tab.flush_draft()
    QApplication.clipboard().clear()
    again = open_desk(school.unlock_again())
    assert again.tab.list.detail.esis.voorbeeld.isHidden()


def test_a_half_typed_reason_is_there_after_a_save_elsewhere_and_a_lock(page, school, open_desk) -> None:
    regel = page.tab.list.detail.esis.kinderen[0]
    regel.inzage.parts()[1].click()
    QTest.keyClicks(regel.reden, "Onderzoek")
    page.tab.list.refresh(school.werkplek.instellingen.lees())
    regel = page.tab.list.detail.esis.kinderen[0]
    assert (regel.reden.text(), regel.stand.inzage) == ("Onderzoek", Inzage.ONBEKEND)
    page.tab.flush_draft()
    again = open_desk(school.unlock_again())
    regel = again.tab.list.detail.esis.kinderen[0]
    assert (regel.reden.text(), regel.inzage.value(), regel.reden.isVisible()) == ("Onderzoek", Inzage.NEE, True)


def test_no_insight_needs_its_reason(page, school) -> None:
    regel = page.tab.list.detail.esis.kinderen[0]
    incident_id = page.tab.list.detail.incident().id
    regel.inzage.parts()[1].click()
    assert regel.message()
    assert school.werkplek.esis.standen(incident_id)[0].inzage is Inzage.ONBEKEND
    regel.reden.setText("Onderzoek loopt.")
    regel.reden.editingFinished.emit()
    page.settle()
    stand = school.werkplek.esis.standen(incident_id)[0]
    assert (stand.inzage, stand.inzage_reden) == (Inzage.NEE, "Onderzoek loopt.")


def test_the_list_of_what_is_not_in_esis(school, qtbot, clock) -> None:
    newest = two_children(school)
    oldest = school.record("Eerder.", datum="2-9-2026")
    page = EsisTab(Context(school.werkplek, Hub(), Scripted(), Immediately(), clock))
    qtbot.addWidget(page)
    asked: list[int] = []
    page.show_incident_requested.connect(asked.append)
    assert [page.model.index(line, 2).data() for line in range(page.model.rowCount())] == [
        "Mees Jansen", "Mees Jansen", "Noor Vries",
    ]  # fmt: skip
    page.openen.click()
    assert asked == [oldest]
    for incident_id, name in ((oldest, "Mees"), (newest, "Mees"), (newest, "Noor")):
        school.werkplek.esis.zet(incident_id, school.ids[name])
    page.reload()
    assert page.model.rowCount() == school.werkplek.esis.aantal_open() == 0
    assert page.leeg.sentence() == "Alles staat in Esis."


@pytest.mark.parametrize(("dag", "woord"), [("3-3-2026", "Pesten"), ("24-11-2026", "Treiteren")])
def test_an_incident_keeps_the_words_of_its_school_year(school, open_desk, dag, woord) -> None:
    two_children(school, datum=dag)
    school.werkplek.instellingen.zet("soort.pesten", "Treiteren")
    desk = open_desk(school.werkplek)
    text = desk.tab.list.detail.text()
    assert woord in text
    assert ("Treiteren" in text) == (woord == "Treiteren")
