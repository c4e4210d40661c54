"""From Vandaag to a talk that waits, a lock in the middle of a word, and the talk held: in the real window."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from svp_desktop.app import pages
from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.gesprekken import GesprekDraft, GesprekSoort
from svp_desktop.domain.school import Leerling, Medewerker, Naam, Ouder, OuderVan
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.casussen.gesprekken.form import GesprekForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _asked(work: Werkplek) -> int:
    """A casus with a talk that a parent asked for; returns the casus."""
    people = work.personen
    kind = people.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"))).value
    juf = people.bewaar(Medewerker(0, "", Naam("Marit", "", "Smeets"))).value
    moeder = people.bewaar(Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(kind, "moeder"),))).value
    casus = work.casussen.open(CasusDraft(kind, None, juf, "Het loopt vast.")).value
    work.gesprekken.bewaar(casus, GesprekDraft(GesprekSoort.OUDER, moeder, gevraagd_op="23-11-2026"))
    return casus


def _form(window: MainWindow) -> GesprekForm:
    [form] = [item for item in window.page("casussen").findChildren(GesprekForm) if item.isVisible()]
    return form


def test_a_talk_is_found_on_vandaag_and_survives_a_lock(running) -> None:
    running.make_school()
    running.pages = pages
    program = running.unlocked()
    casus = _asked(program.context().werkplek)
    today = program.window.show_page("vandaag")
    today.reload()
    next(item for item in today.findChildren(QPushButton) if item.text() == "Mees Jansen").click()
    form = _form(program.window)
    assert form.title.title() == "Oudergesprek"
    form.inbreng.setText("Hij wil zelf ook dat het anders gaat, maar")
    QTest.keySequence(program.shell, "Ctrl+L")

    again = running.unlocked()
    form = _form(again.window)
    assert form.inbreng.text() == "Hij wil zelf ook dat het anders gaat, maar"
    form.gehouden.setFocus()
    QTest.keyClicks(form.gehouden, "24-11")
    QTest.keySequence(again.shell, "Ctrl+S")

    work = again.context().werkplek
    [talk] = work.gesprekken.van_casus(casus)
    assert (talk.inhoud.gehouden_op, talk.inhoud.tekst.inbreng[:7]) == (date(2026, 11, 24), "Hij wil")
    assert (work.vandaag(), work.concepten.alle()) == ((), ())
