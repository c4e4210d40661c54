"""A pestzaak without a casus: one is opened for a child of it, and then the same ladder serves (92)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from svp_desktop import app
from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.pestzaak import MeldingDraft, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests.ui.screen import press, seen


def _choose(page: PestenTab, words: str, at: int) -> None:
    seen(page)
    [way] = [made for made in page.findChildren(QPushButton) if made.text() == words and made.isVisible()]
    way.menu().actions()[at].trigger()


def test_a_casus_is_opened_for_a_child_of_the_pestzaak_and_then_coupled(
    werkplek: Werkplek, theme: Theme, clock, shown
) -> None:
    group = werkplek.school.bewaar_groep("Zon", Bouw.MIDDENBOUW).value
    noor, tygo = (
        werkplek.personen.bewaar(Leerling(0, "", Naam(name), name, None, 6, group)).value for name in ("Noor", "Tygo")
    )
    anouk = werkplek.personen.bewaar(Medewerker(0, "", Naam("Anouk"), groep_ids=(group,))).value
    people = (PestPersoonDraft(noor, PestRol.GEPEST), PestPersoonDraft(tygo, PestRol.PESTER))
    werkplek.pestzaken.meld(MeldingDraft(melder="moeder", melding="Bang.", personen=people))
    window = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), app.pages(), theme, "Zon")
    window.resize(1280, 690)
    shown(window)
    page = window.show_page("pesten")
    assert isinstance(page, PestenTab)
    page.show_record(1)
    _choose(page, "Casus openen", 1)
    casussen = window.page("casussen")
    assert isinstance(casussen, CasussenTab)
    assert casussen.stack.currentWidget() is casussen.casus_editor
    begun = casussen.casus_editor._form.draft()
    assert (begun.leerling_id, begun.eigenaar_id) == (tygo, anouk)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert werkplek.concepten.alle() == ()
    werkplek.casussen.open(CasusDraft(tygo, None, anouk, "Pesten."))
    window.show_page("pesten").show_record(1)
    _choose(page, "Casus koppelen", 0)
    assert "Naar de casus van Tygo" in seen(page)
    # a part that is a window for a moment takes the keyboard away
    assert window.isActiveWindow()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.form() is page.melding
    QTest.keyClick(window, Qt.Key.Key_Escape)
    page.show_record(1)
    press(page, "Losmaken")
    assert "Casus koppelen" in seen(page)
