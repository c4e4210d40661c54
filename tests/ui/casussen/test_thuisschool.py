"""The section Thuis-school: phases in any order, the check beside the decision, the clock, nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain.casus import AfsluitDraft, TijdlijnSoort
from svp_desktop.domain.thuisschool import MomentenDraft, ThuisSchoolDraft, ThuisSchoolStatus, draft_of_thuisschool
from svp_desktop.domain.thuisschool_contact import ContactMet
from svp_desktop.domain.thuisschool_fasen import Fase
from svp_desktop.domain.thuisschool_wet import ControleStand, WetControle
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.casussen.thuisschool.sectie import ThuisSchoolSectie
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.widgets.fields import Area
from tests.ui.casussen.conftest import Way, sectie

DAGEN = MomentenDraft(
    "25-11-2026", "27-11-2026", "24-11-2026", "24-11", "24-11", "23-11", terug_op="30-11-2026", terug_tijd="8"
)


@pytest.fixture
def casus(way: Way) -> int:
    made = way.open()
    way.action(made, "bookmark", "13-11-2026")
    way.action(made, "relatiegebaar", "16-11-2026")
    return made


def section(tab: CasussenTab, casus: int) -> ThuisSchoolSectie:
    return sectie(tab, casus, "thuisschool", ThuisSchoolSectie)


def final(way: Way, casus: int) -> int:
    """A final decision, straight through the service."""
    service = way.werkplek.thuisschool
    id_ = service.begin(casus).value
    texts = draft_of_thuisschool(service.beeld(id_).thuisschool.inhoud).teksten
    texts = replace(texts, gedrag="Schoppen.", waarom="Onveilig.", persoon="Je blijft welkom.", bezwaar="Schrijf ons.")
    service.maak_definitief(id_, ThuisSchoolDraft(DAGEN, texts), 1)
    return id_


def test_a_casus_without_thuisschool_tells_which_steps_were_done(tab: CasussenTab, way: Way, casus: int) -> None:
    sectie = section(tab, casus)
    assert "staan 2 eerdere stappen" in sectie._empty.sentence()
    assert sectie.primary_new()
    [period] = way.werkplek.thuisschool.van_casus(casus)
    assert period.status is ThuisSchoolStatus.VOORBEREIDING
    assert sectie.form.fasen.fase() is Fase.VOORAF


def test_leerplicht_is_asked_only_where_the_school_wants_it(tab: CasussenTab, way: Way, casus: int) -> None:
    sectie = section(tab, casus)
    sectie.begin.click()
    rij = sectie.form.punten[Fase.VOORAF].rijen["leerplicht"]
    assert not rij.isVisible()
    way.werkplek.instellingen.zet("leerplicht_inlichten", True)
    sectie.form.velden["gedrag"].widget.setText("Schoppen.")
    sectie._soon.timeout.emit()
    assert rij.isVisible()
    assert sectie.form.fasen.knoppen[Fase.VOORAF].progress()[1] == 6


def test_any_phase_comes_first_by_keyboard_and_a_point_may_be_not_needed(
    tab: CasussenTab, way: Way, casus: int
) -> None:
    sectie = section(tab, casus)
    sectie.begin.click()
    last = sectie.form.fasen.knoppen[Fase.HERSTEL]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Space)
    tick = sectie.form.punten[Fase.HERSTEL].rijen["excuses"].box
    assert tick.isVisible()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    sectie._soon.timeout.emit()
    assert last.progress() == (1, 4)
    QTest.keyClick(tick, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    [period] = way.werkplek.thuisschool.van_casus(casus)
    assert [item.code for item in period.inhoud.punten] == ["excuses"]

    point = sectie.form.punten[Fase.TIJDENS].rijen["richtlijnen"]
    point.niet_nodig.click()
    sectie.kop.opslaan.click()
    assert sectie.form.fasen.fase() is Fase.TIJDENS
    assert point._message.text() == "Schrijf waarom dit niet nodig is."
    QTest.keyClicks(point.notitie, "al gegeven in september")
    sectie.kop.opslaan.click()
    said = way.werkplek.thuisschool.van_casus(casus)[0].inhoud.punt("richtlijnen")
    assert said.notitie == "al gegeven in september"


def test_what_the_law_misses_leads_to_its_field_and_stops_the_decision(tab: CasussenTab, way: Way, casus: int) -> None:
    sectie = section(tab, casus)
    sectie.begin.click()
    sectie.kop.definitief.click()
    fields = sectie.form.velden
    assert "Vul in wanneer u sprak" in fields["kind_op"].message()
    assert fields["gedrag"].message().startswith("Schrijf concreet")
    assert "missen nog" in sectie.notice.lead()
    assert fields["kind_op"].widget.hasFocus()
    QTest.keyClicks(fields["kind_op"].widget, "2")
    assert fields["kind_op"].message() == ""
    assert way.werkplek.thuisschool.van_casus(casus)[0].status is ThuisSchoolStatus.VOORBEREIDING

    sectie.form.show_fase(Fase.NAZORG)
    sectie.form.vooraf.wet.wanted.emit("terug_op")
    assert sectie.form.fasen.fase() is Fase.VOORAF
    assert fields["terug_op"].widget.hasFocus()

    # and the check follows what is typed

    def week() -> WetControle:
        return next(item for item in sectie.form.vooraf.wet.controles() if item.code == "week")

    for first, last, stand in (("25-11", "27-11", ControleStand.NOG_DOEN), ("25-11", "2-12", ControleStand.ONTBREEKT)):
        sectie.form.velden["vanaf"].widget.setText(first)
        sectie.form.velden["tot"].widget.setText(last)
        sectie._soon.timeout.emit()
        assert week().stand is stand
    # the example school has no table of school-free days: it is said
    assert "Instellingen" in sectie.form.vooraf._dagen.text()


def test_one_click_records_a_call_and_takes_it_back(tab: CasussenTab, way: Way, casus: int) -> None:
    id_ = final(way, casus)
    sectie = section(tab, casus)
    offered: list[Callable[[], None]] = []
    sectie._context.bar.undo_offered.connect(lambda _sentence, undo: offered.append(undo))
    assert sectie.form.fasen.fase() is Fase.TIJDENS
    cells = sectie.form.contact.week
    assert cells.cells()[0].beeld.groot == "vóór 16.00"
    sectie.form.contact.snel[2].click()
    [contact] = way.werkplek.thuisschool.beeld(id_).contacten
    assert (contact.tijd, contact.met, contact.door) == ("10.31", frozenset(ContactMet), "Hanneke Vos")
    assert cells.cells()[0].beeld.groot == "10.31 uur"
    offered[0]()
    assert cells.cells()[0].beeld.groot == "vóór 16.00"


def test_a_missed_day_is_red_in_words_and_stands_in_every_phase(
    tab: CasussenTab, way: Way, casus: int, clock: Callable[[], datetime]
) -> None:
    final(way, casus)
    sectie = section(tab, casus)
    sectie.form.show_fase(Fase.NAZORG)
    assert sectie.bel.zin() == "Vandaag nog bellen met kind en ouders."
    clock.now += timedelta(hours=6)
    sectie._minute.timeout.emit()
    assert sectie.bel.zin() == "Bel nu met kind en ouders."
    clock.now += timedelta(days=1)
    sectie._minute.timeout.emit()
    assert sectie.bel.zin() == "Contact gemist op dinsdag 24 november: kind en ouders. Bel nu."
    missed = sectie.form.contact.week.cells()[0]
    assert (missed.beeld.icon, missed.beeld.token, missed.beeld.groot) == ("octagon-alert", "danger", "gemist")
    assert "gemist" in missed.accessibleName()
    sectie.bel.way.click()
    assert sectie.form.fasen.fase() is Fase.TIJDENS
    assert not sectie.bel.isVisible()


def test_everything_half_typed_survives_a_lock(
    tab: CasussenTab, way: Way, casus: int, clock: Callable[[], datetime], shown: Callable[[QWidget], QWidget]
) -> None:
    id_ = final(way, casus)
    sectie = section(tab, casus)
    sectie.form.velden["verzoek"].widget.setPlainText("Ik vraag een time-out.")
    sectie.form.velden["inspectie_op"].widget.setText("31-2")
    QTest.keyClicks(sectie.form.punten[Fase.TERUGKEER].rijen["groep"].notitie, "in de kring")
    QTest.keyClicks(sectie.form.contact.notitie, "wilde niet praten")
    QTest.keyClicks(sectie.form.verdeel.wat, "brengt werk")
    QTest.keyClicks(sectie.form.verdeel.wie, "meester")
    tab.flush_draft()
    place = tab.place()
    assert place["concept"] == f"thuisschool:{casus}:{id_}"

    again = CasussenTab(Context(way.werkplek, Hub(), Scripted(), Immediately(), clock))
    again.resize(1270, 620)
    shown(again)
    again.go_to(place)
    found = again.page.secties.front()
    assert isinstance(found, ThuisSchoolSectie)
    draft = found.form.draft()
    assert (draft.teksten.verzoek, draft.momenten.inspectie_op) == ("Ik vraag een time-out.", "31-2")
    assert [item.notitie for item in draft.punten] == ["in de kring"]
    assert found.form.contact.draft().notitie == "wilde niet praten"
    assert found.form.verdeel.draft().omschrijving == "brengt werk"
    assert found.form.verdeel.wie.text() == "meester"

    # a day that is no day stops the save and stays; the typed contact stays after a save
    found.kop.opslaan.click()
    assert "bestaat niet" in found.form.velden["inspectie_op"].message()
    found.form.velden["inspectie_op"].widget.setText("24-11")
    found.kop.opslaan.click()
    assert way.werkplek.thuisschool.beeld(id_).inhoud.teksten.verzoek == "Ik vraag een time-out."
    assert found.form.contact.draft().notitie == "wilde niet praten"


def test_the_keyboard_stays_at_the_weeks_of_nazorg(tab: CasussenTab, way: Way, casus: int) -> None:
    final(way, casus)
    sectie = section(tab, casus)
    sectie.form.show_fase(Fase.NAZORG)
    plan = sectie.form.nazorg.plan
    plan.setFocus()
    QTest.keyClick(plan, Qt.Key.Key_Space)

    def here() -> QWidget:
        QTest.qWait(1)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    assert here() is sectie.form.nazorg.lijst._parts[0][0], "the first week"
    QTest.keyClick(here(), Qt.Key.Key_Space)
    assert here().isChecked()
    QTest.keyClick(here(), Qt.Key.Key_Tab)
    QTest.keyClick(here(), Qt.Key.Key_Space)
    assert here() is sectie.form.nazorg.lijst._parts[0][1], "the week that came in its place"
    assert len(sectie.form.nazorg.lijst._parts) == 5


def test_several_periods_in_one_casus(tab: CasussenTab, way: Way, casus: int) -> None:
    final(way, casus)
    sectie = section(tab, casus)
    sectie.form.velden["werk"].widget.setPlainText("Rekenen")
    sectie.kop.new.emit()
    first, second = way.werkplek.thuisschool.van_casus(casus)
    assert sectie.kop.periode.text() == "Periode 2"
    assert sectie.form.draft().teksten.werk == ""
    sectie.kop.chosen.emit(first.id)
    assert sectie.form.draft().teksten.werk == "Rekenen"
    sectie.kop.chosen.emit(second.id)
    sectie.kop.remove.emit()
    assert [item.id for item in way.werkplek.thuisschool.van_casus(casus)] == [first.id]
    assert sectie.kop.periode.text().startswith("wo 25 nov")


def test_the_timeline_shows_it_and_vandaag_leads_to_the_phase(tab: CasussenTab, way: Way, casus: int) -> None:
    tab.show_record(casus)
    assert tab.page.tijdlijn._chips[TijdlijnSoort.THUISSCHOOL].isHidden()
    id_ = final(way, casus)
    way.werkplek.thuisschool.gebeld(id_, frozenset(ContactMet), "juf Marit")
    tab.show_record(casus)
    lines = [item for item in tab.page.tijdlijn.rows() if item.soort is TijdlijnSoort.THUISSCHOOL]
    assert [(item.titel, item.zin) for item in lines] == [
        ("Thuis-school", "tot en met 27 november, definitief"),
        ("Contact met kind en ouders", "10.31 uur, juf Marit"),
    ]
    assert not tab.page.tijdlijn._chips[TijdlijnSoort.THUISSCHOOL].isHidden()
    tab.page.tijdlijn.opened.emit(lines[0])
    sectie = tab.page.secties.front()
    assert isinstance(sectie, ThuisSchoolSectie)
    [talk] = [task for task in way.werkplek.vandaag() if "herstelgesprek" in task.zin]
    tab.resume(talk.sleutel)
    assert sectie.form.fasen.fase() is Fase.TERUGKEER


def test_a_closed_casus_is_only_read(tab: CasussenTab, way: Way, casus: int) -> None:
    final(way, casus)
    way.werkplek.casussen.afsluiten(casus, AfsluitDraft("Doel bereikt"))
    sectie = section(tab, casus)
    assert not sectie.form.vooraf.isEnabled()
    sectie.form.fasen.knoppen[Fase.VOORAF].click()
    assert sectie.form.velden["gedrag"].isVisible()
    assert not sectie.kop.opslaan.isEnabled()
    assert sectie.form.velden["gedrag"].widget.text() == "Schoppen."


def test_what_was_said_before_the_decision_is_read_whole(tab: CasussenTab, way: Way, casus: int) -> None:
    sectie = section(tab, casus)
    sectie.begin.click()
    long = "Wij zijn erg geschrokken van wat er gebeurde. Wij werken mee, en oma helpt elke woensdag. " * 2
    for name in ("kind_zegt", "ouders_zeggen", "leerkracht_zegt", "veranderd"):
        said = sectie.form.velden[name].widget
        assert isinstance(said, Area)
        said.setText(long)
    sectie.form.velden["niet_gehoord"].widget.setText(long)
    sectie._save()
    tab.reload()
    again = CasussenTab(tab._context)
    again.go_to(tab.place())
    shown = again.page.secties.front()
    assert isinstance(shown, ThuisSchoolSectie)
    assert shown.form.velden["niet_gehoord"].widget.cursorPosition() == 0
