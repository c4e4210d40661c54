"""No part of the page is a window of its own for a moment: that flashes, and the keyboard is gone after it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain.casus_mensen import SteunfiguurDraft
from svp_desktop.domain.school import Naam, Ouder, OuderVan
from svp_desktop.ui.tabs.casussen.secties import SECTIES
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from tests.ui.casussen.conftest import Way


class _Windows(QObject):
    """Writes down every widget that is shown on its own."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_the_sections_come_without_a_window_of_their_own(tab: CasussenTab, way: Way, qapp: QApplication) -> None:
    parent = Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.kind, "moeder"),))
    way.werkplek.personen.bewaar(parent)
    casus = way.open()
    way.werkplek.casusmensen.bewaar_steunfiguur(casus, SteunfiguurDraft(naam="Opa Gerard", telefoon="06 12345678"))
    windows = _Windows(tab)
    qapp.installEventFilter(windows)

    again = CasussenTab(tab._context)
    again.setParent(tab)
    tab.show_record(casus)
    for sectie in SECTIES:
        tab.page.secties.show_section(sectie.code)
    qapp.removeEventFilter(windows)
    assert windows.seen == []
