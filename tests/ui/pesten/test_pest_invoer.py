"""Forms of a pestzaak under the hands of who fills them in: nothing is skipped, lost or blamed too long."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from svp_desktop.domain.pest_aanpak import AanpakDraft, StapDraft
from svp_desktop.domain.pest_nazorg import CheckAntwoord, CheckDraft
from svp_desktop.domain.pest_toets import BewijsDraft, Criterium, Oordeel
from svp_desktop.domain.pestzaak import MIST_DAG, PestRol, PestTaak, SluitDraft, Sluitreden, draft_of
from svp_desktop.domain.school import Aanspreekvorm, Medewerker, Naam
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.tabs.pesten.check_form import CheckForm
from svp_desktop.ui.tabs.pesten.plan_form import PlanForm
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from svp_desktop.ui.widgets.painted import Pill
from tests.ui.screen import press, seen


def _here() -> QWidget:
    QTest.qWait(1)
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_passes_every_part_of_the_three_criteria(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.open_form("toets")
    form = tab.form()
    for one in Criterium:
        part = form.bewijs[one]
        assert part.oordeel.isAncestorOf(_here())
        QTest.keyClick(_here(), Qt.Key.Key_Left)
        QTest.keyClick(_here(), Qt.Key.Key_Left)
        assert part.oordeel.value() is Oordeel.JA
        for field in (part.tekst, part.bron, part.datum):
            QTest.keyClick(_here(), Qt.Key.Key_Tab)
            assert field is _here() or field.isAncestorOf(_here())
        QTest.keyClick(_here(), Qt.Key.Key_Tab)


def test_tab_passes_the_people_before_the_field_for_a_name(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.open_form("mensen")
    form = tab.form()
    assert _here() is form.mensen.zoek
    form.crumb.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(_here(), Qt.Key.Key_Tab)
        seen.append(_here())
    assert form.mensen.roles()[0] in seen


def test_a_name_that_was_typed_and_not_chosen_is_not_lost(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.open_form("mensen")
    form = tab.form()
    QTest.keyClicks(form.mensen.zoek, "Wouter")
    form.opslaan.click()
    assert tab.form() is form
    told = form._fields["personen"]
    assert "“Wouter”" in told.message()
    form.mensen.zoek.selectAll()
    QTest.keyClick(form.mensen.zoek, Qt.Key.Key_Delete)
    assert told.message() == "", "a sentence goes when it is not true any more"


@pytest.mark.parametrize("begin", ["mensen", "melding"])
def test_half_a_name_survives_a_lock(tab: PestenTab, zaken: list[int], begin: str) -> None:
    if begin == "mensen":
        tab.show_record(zaken[0])
        tab.open_form("mensen")
    else:
        tab.primary_new()
    form = tab.form()
    QTest.keyClicks(form.mensen.zoek, "No")
    tab.flush_draft()
    place = tab.place()
    form.leave()
    tab.go_to(place)
    assert tab.form().mensen.zoek.text() == "No"


def test_an_adult_who_is_added_looks_on(tab: PestenTab, zaken: list[int], werkplek: Werkplek) -> None:
    anouk = _anouk(werkplek)
    tab.show_record(zaken[0])
    tab.open_form("mensen")
    form = tab.form()
    assert form.mensen.rol.value() is PestRol.PESTER
    form.mensen.zoek.chosen.emit(anouk)
    assert form.mensen.value()[-1].rol is PestRol.OMSTANDER


def test_a_task_begins_with_today_and_tells_when_its_day_is_taken_out(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.open_form(PestTaak.OPVANGEN.value)
    form = tab.form()
    day = form.delen["opgevangen_op"]
    assert day.day() == tab._context.today()
    assert not form.changed(), "opening it is no change"
    assert form.delen["opvang"] is _here()
    QTest.keyClicks(form.delen["opvang"], "Bij mij op kantoor.")
    day.selectAll()
    QTest.keyClick(day, Qt.Key.Key_Delete)
    form.opslaan.click()
    assert tab.detail.beeld.stand(PestTaak.OPVANGEN).mist == (MIST_DAG,)


def test_what_helps_is_offered_once(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.open_form(PestTaak.IN_KAART.value)
    form = tab.form()
    purpose = form.delen["functie"]
    purpose.setCurrentIndex(1)
    purpose.activated.emit(1)
    assert not form._suggestion.isHidden()
    form.overnemen.click()
    assert form._suggestion.isHidden()
    assert form.delen["functie_hulp"].text() == form.voorstel.text()


def _anouk(werkplek: Werkplek) -> int:
    return werkplek.personen.bewaar(
        Medewerker(0, "", Naam("Anouk", "", "Visser"), Aanspreekvorm.MEVROUW, "juf Anouk", "leerkracht")
    ).value


def test_an_agreement_says_which_colleague_looks_after_it(tab: PestenTab, zaken: list[int], werkplek: Werkplek) -> None:
    anouk = _anouk(werkplek)
    tab.show_record(zaken[0])
    tab.open_form("stap")
    form = tab.form()
    form.wat.setText("Naar gym met een vriend.")
    form.met_wie.setText("Noor")
    form.wie.selectAll()
    QTest.keyClicks(form.wie, "Ano")
    form.opslaan.click()
    assert "Kies een collega uit de lijst" in form._fields["wie"].message()
    tab.flush_draft()
    place = tab.place()
    form.leave()
    tab.go_to(place)
    assert form.wie.text() == "Ano"
    QTest.keyClicks(form.wie, "u")
    QTest.keyClick(form.wie, Qt.Key.Key_Return)
    assert form.wie.text() == "Anouk Visser"
    form.opslaan.click()
    (step,) = tab.detail.beeld.stappen
    assert (step.inhoud.eigenaar_id, step.eigenaar) == (anouk, "juf Anouk")
    tab.open_form("stap", step.id)
    assert tab.form().wie.text() == "Anouk Visser"


def _words(widget: QWidget) -> list[str]:
    QTest.qWait(1)
    return [part.text() for part in widget.findChildren(QLabel) + widget.findChildren(QPushButton) if part.isVisible()]


def test_what_a_child_said_before_the_reopening_stands_apart_and_a_closed_pestzaak_says_since_when(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    service = werkplek.pestzaken
    said = CheckDraft("vandaag", "Farid", "Gestopt.", 4, CheckAntwoord.JA, CheckAntwoord.JA)
    service.houd_check(zaken[0], 0, said)
    service.bewaar_stap(zaken[0], StapDraft(omschrijving="Naar binnen.", met_wie="Noor", datum="vandaag"))
    tab.show_record(zaken[0])
    tab.open_form("sluiten")
    assert "Er staat nog 1 stap open." in tab.form().open_stappen.text()
    service.afsluiten(zaken[0], SluitDraft(Sluitreden.GESTOPT))
    tab.show_record(zaken[0])
    words = _words(tab.detail)
    assert any("afgesloten op 24 november" in text for text in words)
    assert "Bekijken" in words
    assert "Wijzigen" not in words
    service.heropen(zaken[0], "Weer alleen")
    tab.show_record(zaken[0])
    words = _words(tab.detail)
    assert "Vóór het heropenen" in words
    assert "24 november: Heropend. Weer alleen." in words
    assert "24 november: Gemeld door moeder." in words


def test_an_advice_to_go_to_the_police_has_its_day(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.open_form(PestTaak.VERWIJZEN.value)
    form = tab.form()
    form.delen["politie"].setText("Ouders aangeraden om aangifte te doen.")
    form.opslaan.click()
    assert tab.form() is form
    assert "op welke dag" in form._fields["politie_op"].message()
    QTest.keyClicks(form.delen["politie_op"], "vandaag")
    form.opslaan.click()
    assert tab.detail.beeld.stand(PestTaak.VERWIJZEN).dag == tab._context.today()


def test_the_first_time_the_days_of_nazorg_come_before_a_check(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    tab.detail.stages.chosen.emit(list(PestTaak).index(PestTaak.NAZORG))
    assert isinstance(tab.form(), PlanForm)
    tab.form().opslaan.click()
    tab.detail.stages.chosen.emit(list(PestTaak).index(PestTaak.NAZORG))
    assert isinstance(tab.form(), CheckForm)


def test_coming_back_to_a_pestzaak_the_keyboard_is_at_what_comes_next(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    _here().clearFocus()
    tab.shown()
    assert _here() is tab.detail.verder


def test_a_form_that_a_button_of_the_page_opens_has_the_keyboard(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    QTest.qWait(1)
    QTest.mouseClick(tab.detail.signalen.vastleggen, Qt.MouseButton.LeftButton)
    QTest.keyClicks(_here(), "juf Anouk")
    assert tab.form().door.text() == "juf Anouk"


def _elsewhere(werkplek: Werkplek, zaak: int, task: PestTaak, **values: str) -> None:
    service = werkplek.pestzaken
    known = service.lees(zaak)
    service.bewaar_taak(zaak, task, replace(draft_of(known.inhoud), **values), known.versie)


def test_a_day_that_was_changed_elsewhere_is_not_written_over_by_who_did_not_touch_it(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    _elsewhere(werkplek, zaken[0], PestTaak.OPVANGEN, opgevangen_op="23-11-2026", opvang="Bij juf.")
    tab.show_record(zaken[0])
    tab.open_form(PestTaak.OPVANGEN.value)
    form = tab.form()
    form.delen["opvang"].setText("Bij juf Anouk.")
    _elsewhere(werkplek, zaken[0], PestTaak.OPVANGEN, opgevangen_op="20-11-2026")
    form.opslaan.click()
    assert (form.delen["opgevangen_op"].text(), form.delen["opvang"].text()) == ("vr 20-11-2026", "Bij juf Anouk.")
    form.opslaan.click()
    assert werkplek.pestzaken.lees(zaken[0]).inhoud.opgevangen_op == date(2026, 11, 20)


def test_a_day_that_the_form_filled_in_stays_when_something_else_changed_elsewhere(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    tab.show_record(zaken[0])
    tab.open_form(PestTaak.OPVANGEN.value)
    form = tab.form()
    form.delen["opvang"].setText("Bij juf.")
    _elsewhere(werkplek, zaken[0], PestTaak.LUISTEREN, geluisterd_op="23-11-2026", verhaal="Ik ben bang.")
    form.opslaan.click()
    assert form.delen["opgevangen_op"].day() == werkplek.today()
    assert not [words for words in _words(form) if "Opgevangen op: niets" in words]
    form.opslaan.click()
    assert werkplek.pestzaken.lees(zaken[0]).inhoud.opgevangen_op == werkplek.today()


def test_a_task_without_a_day_of_a_closed_pestzaak_shows_none(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    said = CheckDraft("vandaag", "Farid", "Gestopt.", 4, CheckAntwoord.JA, CheckAntwoord.JA)
    werkplek.pestzaken.houd_check(zaken[0], 0, said)
    werkplek.pestzaken.afsluiten(zaken[0], SluitDraft(Sluitreden.GESTOPT))
    tab.show_record(zaken[0])
    tab.open_form(PestTaak.OPVANGEN.value)
    assert not tab.form().delen["opgevangen_op"].text()


def test_a_line_of_the_course_ends_as_its_sentence_does(tab: PestenTab, zaken: list[int], werkplek: Werkplek) -> None:
    said = CheckDraft("vandaag", "Farid", "Gestopt.", 4, CheckAntwoord.JA, CheckAntwoord.JA)
    werkplek.pestzaken.houd_check(zaken[0], 0, said)
    werkplek.pestzaken.afsluiten(zaken[0], SluitDraft(Sluitreden.GESTOPT))
    werkplek.pestzaken.heropen(zaken[0], "Moeder vraagt: is het weer begonnen?")
    tab.show_record(zaken[0])
    assert "24 november: Heropend. Moeder vraagt: is het weer begonnen?" in _words(tab.detail)


def test_a_check_that_was_never_held_is_not_late_in_a_closed_pestzaak_and_not_after_a_reopening(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek, clock
) -> None:
    def states() -> set[str]:
        tab.show_record(zaken[0])
        return {pill.accessibleName() for pill in tab.detail.findChildren(Pill)} & {"te laat", "later", "niet gehouden"}

    service = werkplek.pestzaken
    service.begin_aanpak(zaken[0], AanpakDraft("Steungroep"))
    assert states() == {"later"}
    verdicts = zip(Criterium, (Oordeel.NEE, Oordeel.NEE, Oordeel.JA), strict=True)
    proof = tuple(BewijsDraft(one, verdict, "Gezien.", "juf", "20-11-2026") for one, verdict in verdicts)
    service.toets(zaken[0], replace(service.toets_begin(zaken[0]), bewijzen=proof))
    service.afsluiten(zaken[0], SluitDraft(Sluitreden.GEEN_PESTEN, "De juf kijkt mee."))
    clock.now += timedelta(days=60)
    tab.detail.open(zaken[0])
    QTest.qWait(1)
    assert states() == {"niet gehouden"}
    service.heropen(zaken[0], "Weer alleen")
    tab.detail.open(zaken[0])
    QTest.qWait(1)
    assert states() == {"niet gehouden"}


def test_an_approach_that_was_begun_already_is_said_before_its_steps_come_twice(
    tab: PestenTab, zaken: list[int]
) -> None:
    tab.show_record(zaken[1])
    tab.open_form("aanpak")
    form = tab.form()
    assert form.naam.currentText() == "Steungroep"
    assert any("al begonnen" in words for words in _words(form))
    QTest.keyClick(form.naam, Qt.Key.Key_Down)
    assert not any("al begonnen" in words for words in _words(form))


def test_after_a_save_the_keyboard_is_at_the_button_that_led_to_the_form(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[0])
    steps = ("Aanpassen", ""), ("Afspraak of stap", "wat"), ("Extra check", "woorden"), ("Opvang vastleggen", "")
    for words, field in steps:
        press(tab, words)
        form = tab.form()
        if field:
            QTest.keyClicks(getattr(form, field), "Samen lopen.")
        for part in (form.nagekomen, form.gestopt) if isinstance(form, CheckForm) else ():
            QTest.mouseClick(part.parts()[0], Qt.MouseButton.LeftButton)
        if field == "wat":
            QTest.keyClicks(form.met_wie, "Noor")
        QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert tab.form() is None
        QTest.qWait(1)
        here = _here()
        assert isinstance(here, QPushButton)
        assert here.text() == (words if words != "Opvang vastleggen" else tab.detail.verder.text())


def test_a_step_that_is_ticked_by_keyboard_keeps_the_keyboard(tab: PestenTab, zaken: list[int]) -> None:
    tab.show_record(zaken[1])
    for done in (True, False):
        seen(tab)
        box = [made for made in tab.detail.findChildren(QCheckBox) if made.isVisible() and made.property("stap")][0]
        step = box.property("stap")
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        QTest.qWait(1)
        here = _here()
        assert (here.property("stap"), here.isChecked()) == (step, done)
