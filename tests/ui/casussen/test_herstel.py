"""Herstelgesprek on the casus page: prepared, held with everybody's words, a gebaar that is received, never lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QToolButton, QWidget

from svp_desktop.domain.casus import AfsluitDraft
from svp_desktop.domain.casus_mensen import CasusRol
from svp_desktop.domain.herstelgesprek import (
    HerstelAfspraakDraft,
    Herstelgesprek,
    HerstelgesprekDraft,
    HerstelRol,
    HerstelStand,
    HerstelTekst,
    Voorwaarde,
)
from svp_desktop.ui.tabs.casussen.herstel.rij import HerstelRij
from svp_desktop.ui.tabs.casussen.herstel.sectie import HerstelSectie
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.widgets.painted import Pill
from tests.ui.casussen.conftest import HOSTILE, Way, sectie


def _live(parent: QWidget, kind: type) -> list:
    # a widget that was just put in a shown layout is hidden until the next turn of the event loop
    QApplication.processEvents()
    return [item for item in parent.findChildren(kind) if not item.isHidden()]


def _sectie(tab: CasussenTab, casus: int) -> HerstelSectie:
    return sectie(tab, casus, "herstel", HerstelSectie)


def _press(parent: QWidget, text: str) -> None:
    next(item for item in _live(parent, QPushButton) if item.text() == text).click()


def _talks(way: Way, casus: int) -> tuple[Herstelgesprek, ...]:
    return way.werkplek.herstelgesprekken.van_casus(casus)


def _save(section: HerstelSectie) -> None:
    QTest.keyClick(section.form.plaats, "S", Qt.KeyboardModifier.ControlModifier)


def test_a_talk_is_held_with_the_words_of_both_and_a_gebaar(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.werkplek.casusmensen.voeg_toe(casus, way.ander, CasusRol.GERAAKT)
    section = _sectie(tab, casus)
    assert tab.page.secties.front() is section
    section.nieuw.click()
    form = section.form
    assert (form.tijd.text(), form.title.title()) == ("08.00", "Nieuw herstelgesprek")
    hurt = next(item.naam for item in way.werkplek.herstelgesprekken.wie(casus) if item.rol is HerstelRol.GERAAKT)
    assert HOSTILE in hurt
    _press(form.deelnemers, hurt)
    QTest.keyClicks(form.deelnemers.naam, "meester Jan")
    QTest.keyClick(form.deelnemers.naam, Qt.Key.Key_Return)
    assert [item.rol for item in form.deelnemers.people()] == [
        HerstelRol.KIND, HerstelRol.GERAAKT, HerstelRol.GESPREKSLEIDER,
    ]  # fmt: skip
    form.vragen.area(0, "gebeurd").setText("Ik riep iets lelijks.")
    form.gepland.setText("24-11")
    form.gehouden.setText("24-11")

    _save(section)
    assert _talks(way, casus) == ()
    assert form._all["toch_verder"].message().startswith("Niet aangevinkt: ijzer koud bij ons,")
    assert form.delen.value() == "gesprek"
    assert QApplication.focusWidget() is form.toch
    assert "van wie geraakt is" in form._all["antwoorden"].message()
    for box in form.voorwaarden.values():
        box.click()
    assert form._all["toch_verder"].isHidden()
    _press(form.gebaar, "Een reflectie of excuusbrief schrijven")
    form.evaluatie_op.setText("1-12")
    form.afspraken.line(0).wie.setText("Mees")
    form.afspraken.line(0).wat.setText("meldt zich bij juf Marit")
    _save(section)

    [talk] = _talks(way, casus)
    words = talk.inhoud.tekst
    assert words.deelnemers[0].antwoorden.gebeurd == "Ik riep iets lelijks."
    assert (words.voorwaarden, words.gebaar) == (frozenset(Voorwaarde), "Een reflectie of excuusbrief schrijven")
    assert [item.wat for item in talk.inhoud.nazorg.afspraken] == ["meldt zich bij juf Marit"]
    assert "gebaar nog niet gedaan" in [item.accessibleName() for item in _live(section, Pill)]
    assert {task.zin for task in way.werkplek.vandaag() if task.casus_id == casus} >= {
        "Herstelgebaar: nog niet gedaan",
        "Terugkijken op het herstelgesprek",
    }

    on_the_timeline = next(row for row in tab.page.tijdlijn.rows() if row.titel == "Herstelgesprek")
    tab.page.secties.show_section("verloop")
    tab.page.event_opened.emit(on_the_timeline)
    assert (tab.page.secties.front(), form.gesprek_id()) == (section, talk.id)
    form.gebaar_op.setText("24-11")
    form.ontvangen.setText("24-11")
    form.evaluatie.setText("Ze groeten elkaar weer.")
    _save(section)
    [talk] = _talks(way, casus)
    assert talk.stand is HerstelStand.KLAAR
    assert not [task for task in way.werkplek.vandaag() if "erstel" in task.zin]


def test_what_each_said_survives_a_lock(tab: CasussenTab, way: Way) -> None:
    section = _sectie(tab, way.open())
    section.primary_new()
    section.form.vragen.area(0, "goedmaken").setFocus()
    QTest.keyClicks(section.form.vragen.area(0, "goedmaken"), "Ik wil een brief")
    section.form.voorwaarden[Voorwaarde.VRIJWILLIG].click()
    tab.flush_draft()
    place = tab.place()
    assert place["concept"].startswith("herstelgesprek:")

    again = CasussenTab(tab._context)
    again.go_to(place)
    form = again.page.secties.front().form
    assert (form.delen.value(), form.vragen.area(0, "goedmaken").text()) == ("gesprek", "Ik wil een brief")
    assert form.voorwaarden[Voorwaarde.VRIJWILLIG].isChecked()
    form.save.emit()
    [talk] = _talks(way, place["casus"])
    assert talk.inhoud.tekst.deelnemers[0].antwoorden.goedmaken == "Ik wil een brief"
    assert way.werkplek.concepten.alle() == ()
    again.deleteLater()


def test_a_talk_that_was_deleted_comes_back_and_a_closed_casus_is_only_read(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    section = _sectie(tab, casus)
    section.primary_new()
    _save(section)
    [talk] = _talks(way, casus)
    said: list[object] = []
    tab._context.bar.undo_offered.connect(lambda sentence, undo: said.append(undo))
    _live(section, HerstelRij)[0].titel.click()
    section.form.remove.click()
    assert _talks(way, casus) == ()
    said[0]()
    assert _talks(way, casus) == (talk,)

    tab._context.hub.publish(way.werkplek.casussen.afsluiten(casus, AfsluitDraft("klaar")).changes)
    assert section.nieuw.isHidden()
    assert not section.primary_new()
    _live(section, HerstelRij)[0].titel.click()
    assert section.form.opslaan.isHidden()
    assert not section.form.form.isEnabled()
    assert section.go_back()


def test_words_of_somebody_who_was_taken_away_come_back(tab: CasussenTab, way: Way) -> None:
    section = _sectie(tab, way.open())
    section.primary_new()
    form = section.form
    form.vragen.area(0, "geraakt").setText("Mijn vriend.")
    form.afspraken.line(0).wat.setText("samen spelen")
    said: list[object] = []
    tab._context.bar.undo_offered.connect(lambda sentence, undo: said.append(undo))
    for name in ("Weghalen: Mees Jansen", "Afspraak 1 weghalen"):
        next(item for item in _live(form, QToolButton) if item.accessibleName() == name).click()
    assert (form.deelnemers.people(), form.afspraken.drafts()) == ((), ())
    for undo in said:
        undo()
    assert form.draft().tekst.deelnemers[0].antwoorden.geraakt == "Mijn vriend."
    assert [item.wat for item in form.afspraken.drafts()] == ["samen spelen"]


def test_an_appointment_is_ticked_in_the_list_in_the_tasks_and_in_the_form(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    lines = (
        HerstelAfspraakDraft("Jan", "staat bij het veld", "20-11-2026"),
        HerstelAfspraakDraft("Mees", "vraagt of hij mee mag doen", "26-11-2026"),
        HerstelAfspraakDraft("Juf", "belt", "27-11-2026"),
    )
    words = HerstelTekst(toch_verder="Op verzoek.")
    draft = HerstelgesprekDraft(gehouden_op="19-11-2026", tekst=words, afspraken=lines)
    way.werkplek.herstelgesprekken.bewaar(casus, draft)

    def done() -> list[bool]:
        [talk] = _talks(way, casus)
        return [item.gedaan_op is not None for item in talk.inhoud.nazorg.afspraken]

    section = _sectie(tab, casus)
    [line] = _live(section, HerstelRij)
    QTest.keyClick(line.afspraken[0].box, Qt.Key.Key_Space)
    assert done() == [True, False, False]

    tasks = tab.page.secties.show_section("taken")
    first = tasks.rijen[0]
    assert (first.item.tekst, first.item.wie) == ("vraagt of hij mee mag doen", "Mees")
    QTest.keyClick(first.meer, Qt.Key.Key_Space)
    assert tab.page.secties.code() == "herstel"
    form = tab.page.secties.front().form
    assert form.isVisible()
    form.show_part("na")
    QTest.keyClick(form.afspraken.line(1).gedaan, Qt.Key.Key_Space)
    _save(section)
    assert done() == [True, True, False]

    tab.page.secties.show_section("verloop")
    [box] = [box for box in _live(tab.page, QCheckBox) if box.accessibleName() == "belt, Juf" and box.isVisible()]
    box.click()
    assert done() == [True, True, True]
