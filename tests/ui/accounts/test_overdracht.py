"""Handing a private file over: a message, the words of the successor compared, a key, and who reads what after that."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.accounts.hands import press

MESSAGE = "Dossier 2026-01: de ouders weten het nog niet."


def part(widget, words: str) -> QPushButton:
    [found] = [made for made in widget.findChildren(QPushButton) if made.text() == words and made.isVisible()]
    return found


def test_the_successor_gets_a_key_with_the_message_and_only_after_the_words_were_compared(ploeg, running) -> None:
    team = ploeg("eerste", "tweede")
    program = team.program("eerste")
    tab = program.window.show_page("vertrouwelijk")
    tab.eigen.choose("overdracht")
    page = tab.eigen.here()
    press(part(page, "Sleutel geven…"))
    assert "Schrijf op wat" in page._field.message(), "no key without a message"
    page.bericht.setPlainText(MESSAGE)
    running.ask.add("question", False)
    press(part(page, "Sleutel geven…"))
    assert running.ask.asked[-1] == ("question", "Zijn dit de woorden van Dirk Lam?")
    assert not any(holds for _id, _name, holds in team.work().sleutels.medehouders())
    assert page.bericht.text() == MESSAGE
    running.ask.add("question", True)
    press(part(page, "Sleutel geven…"))
    assert any(holds for _id, _name, holds in team.work().sleutels.medehouders())
    assert page.bericht.text() == ""

    program = team.program("tweede")
    tab = program.window.show_page("vertrouwelijk")
    assert tab.keuze is None, "nothing of a colleague is opened by itself"
    press(part(tab, "Dossiers van Carla Bos openen"))
    assert tab.here() is not tab.eigen
    QTest.keyClick(tab.keuze.parts()[0], Qt.Key.Key_Space)
    assert tab.here() is tab.eigen
    QTest.keyClick(tab.keuze.parts()[1], Qt.Key.Key_Space)
    tab.here().choose("overdracht")
    [kept] = tab.here().here()._service.overdrachten()
    assert (kept.tekst, kept.door, kept.aan) == (MESSAGE, "Carla Bos", "Dirk Lam")
    assert not tab.here().here()._hand.isVisible(), "who took over hands nothing of it on"
    assert team.program("directeur").context().werkplek.zoeken("ouders") == ()
