"""From the first incident to a closed casus, in the real window: all actions, all sections, what the school learned."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from svp_desktop.app import pages
from svp_desktop.domain.acties import ACTIES, Pijler
from svp_desktop.domain.casus import CasusStatus, TijdlijnSoort
from svp_desktop.domain.herstelgesprek import HerstelStand
from svp_desktop.domain.incident import IncidentFilter, Mand, Soort
from svp_desktop.domain.school import Leerling, Medewerker, Naam, Ouder, OuderVan
from svp_desktop.domain.thuisschool import ThuisSchoolStatus
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.casussen.gesprekken.sectie import GesprekkenSectie
from svp_desktop.ui.tabs.casussen.herstel.sectie import HerstelSectie
from svp_desktop.ui.tabs.casussen.mensen.ouder_rij import OuderRij
from svp_desktop.ui.tabs.casussen.mensen.sectie import MensenSectie
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.casussen.taken.sectie import TakenSectie
from svp_desktop.ui.tabs.casussen.thuisschool.sectie import ThuisSchoolSectie
from svp_desktop.ui.tabs.incidenten.tab import IncidentenTab

S = TypeVar("S", bound=SectieWidget)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _persons(work: Werkplek) -> tuple[int, int]:
    """A child with a parent, and the teacher who leads; returns child and teacher."""
    people = work.personen
    kind = people.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"))).value
    juf = people.bewaar(Medewerker(0, "", Naam("Marit", "", "Smeets"), noemnaam="juf Marit")).value
    people.bewaar(Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(kind, "moeder"),)))
    return kind, juf


def _record_incident(window: MainWindow, kind: int) -> int:
    page = window.show_page("incidenten")
    assert isinstance(page, IncidentenTab)
    page.primary_new()
    editor = page.form.editor
    editor.plaats.setText("Schoolplein")
    editor._add_person(kind)
    editor.personen.model().toggle(0, 1)
    editor.soorten.chips()[Soort.AGRESSIE].click()
    editor.mand.set_value(Mand.ORANJE)
    editor._ui.feiten.setPlainText("Mees trapte een ander kind bij de glijbaan.")
    page.form.save_button.click()
    [number] = window.context.werkplek.incidenten.ids(IncidentFilter())
    return number


def _open_casus(window: MainWindow, incident: int, juf: int) -> CasussenTab:
    page = window.show_page("casussen")
    assert isinstance(page, CasussenTab)
    page.start_from(incident, "incident")
    form = page.casus_editor._form
    form.doel.setText("Rust op het plein.")
    form.eigenaar.setText("Marit")
    form.eigenaar.textEdited.emit("Marit")
    form.eigenaar.search()
    form.eigenaar.choose(0)
    assert form.draft().eigenaar_id == juf
    page.casus_editor.save.emit()
    return page


def _save(form: QWidget) -> None:
    QTest.keyClick(form, "S", Qt.KeyboardModifier.ControlModifier)


def _use_every_action(tab: CasussenTab) -> None:
    for row, actie in enumerate(ACTIES):
        tab.primary_new()
        form = tab.actie_editor._form
        form.keuze.setCurrentIndex(form.keuze.model().index(row, 0))
        for item in form.waarborgen.vragen():
            if item.overslaan:
                QTest.keyClicks(form.waarborgen.line(item.waarborg.value), "Dit past nu.")
        _save(form.toelichting)
        assert tab.stack.currentWidget() is not tab.actie_editor, (actie.code, form._let_op.lead())


def _visit(tab: CasussenTab, code: str, kind: type[S]) -> S:
    found = tab.page.secties.show_section(code)
    assert isinstance(found, kind)
    QApplication.processEvents()
    return found


def _press(parent: QWidget, text: str) -> None:
    QApplication.processEvents()
    next(item for item in parent.findChildren(QPushButton) if item.text() == text and not item.isHidden()).click()


def _tell_the_parent(tab: CasussenTab) -> None:
    section = _visit(tab, "mensen", MensenSectie)
    assert section.melding.lead() == "Nog niet ingelicht: Karin Jansen"
    [row] = section.findChildren(OuderRij)
    row.vandaag.click()
    assert section.melding.isHidden()


def _stay_home(tab: CasussenTab) -> None:
    """A decision that the legal check first stops, and then lets through; and the call of today."""
    section = _visit(tab, "thuisschool", ThuisSchoolSectie)
    section.begin.click()
    section.kop.definitief.click()
    assert "missen nog" in section.notice.lead()
    days = {"vanaf": "24-11", "tot": "25-11", "besluit_op": "24-11", "terug_op": "26-11", "terug_tijd": "8"}
    heard = dict.fromkeys(("kind_op", "ouders_op", "leerkracht_op"), "23-11")
    words = {"gedrag": "Schoppen.", "waarom": "Onveilig.", "persoon": "Je blijft welkom.", "bezwaar": "Schrijf ons."}
    for name, text in {**days, **heard, **words}.items():
        section.form.velden[name].widget.setText(text)
    section.kop.definitief.click()
    assert section.notice.isHidden() or "missen" not in section.notice.lead()
    section.form.contact.snel[2].click()


def _hold_the_talk(tab: CasussenTab) -> None:
    section = _visit(tab, "herstel", HerstelSectie)
    section.nieuw.click()
    form = section.form
    form.vragen.area(0, "gebeurd").setText("Ik schopte.")
    form.gepland.setText("24-11")
    form.gehouden.setText("24-11")
    for box in form.voorwaarden.values():
        box.click()
    _press(form.gebaar, "Een reflectie of excuusbrief schrijven")
    form.gebaar_op.setText("24-11")
    form.ontvangen.setText("24-11")
    form.evaluatie.setText("Ze spelen weer samen.")
    form.opslaan.click()


def _do_a_task(tab: CasussenTab) -> None:
    section = _visit(tab, "taken", TakenSectie)
    section.nieuw.click()
    QTest.keyClicks(section.form.wat, "Bel-lijst maken")
    QTest.keyClicks(section.form.wanneer, "27-11")
    section.form.opslaan.click()
    mine = next(line for line in section.rijen if line.item.tekst == "Bel-lijst maken")
    mine.box.click()
    assert section.strook is not None
    section.strook.notitie.setText("Ligt bij moeder.")
    section.strook.klaar.click()
    assert [line.taak.inhoud.notitie for line in section.klaar] == ["Ligt bij moeder."]


def _close(tab: CasussenTab) -> None:
    tab.page.close_casus.emit()
    form = tab.verloop_editor._form
    form.reden.setEditText("Doel bereikt")
    form.geholpen.setText("Elke dag samen beginnen.")
    form.pijlers[Pijler.RELATIE].click()
    form.meenemen.setText("Eerder bellen.")
    tab.verloop_editor.opslaan.click()


def test_from_the_first_incident_to_a_closed_casus(running) -> None:
    running.make_school()
    running.pages = pages
    window = running.unlocked().window
    work = window.context.werkplek
    kind, juf = _persons(work)
    tab = _open_casus(window, _record_incident(window, kind), juf)
    [casus] = [row.id for row in tab.lijst.rows()]

    _use_every_action(tab)
    _tell_the_parent(tab)
    _visit(tab, "gesprekken", GesprekkenSectie)
    _stay_home(tab)
    _hold_the_talk(tab)
    _do_a_task(tab)
    _close(tab)

    assert {item.actie for item in work.casussen.acties(casus)} == {actie.code for actie in ACTIES}
    [period] = work.thuisschool.van_casus(casus)
    assert period.status is ThuisSchoolStatus.DEFINITIEF
    assert len(work.thuisschool.beeld(period.id).contacten) == 1
    assert [talk.stand for talk in work.herstelgesprekken.van_casus(casus)] == [HerstelStand.KLAAR]
    closed = work.casussen.lees(casus)
    assert (closed.status, closed.evaluatie.geholpen) == (CasusStatus.AFGESLOTEN, "Elke dag samen beginnen.")
    kinds = {event.soort for event in tab.page.tijdlijn.rows()}
    assert {TijdlijnSoort.INCIDENT, TijdlijnSoort.ACTIE, TijdlijnSoort.THUISSCHOOL} <= kinds
    assert (work.vandaag(), work.concepten.alle()) == ((), ())
    assert tab.page.bereik.isHidden(), "the ladder of a closed casus is whole"
    # nothing asks for more on any section of a closed casus
    for code in ("mensen", "gesprekken", "taken", "thuisschool", "herstel"):
        section = tab.page.secties.show_section(code)
        assert section is not None
        assert not section.primary_new()
    told = {item.text() for item in tab.page.findChildren(QLabel)}
    assert {"geen", "Er stonden geen steunfiguren in deze casus."} <= told
