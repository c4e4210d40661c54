"""A thuis-school of three days in the real program: typed, locked, made final, called every day but one."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Regio
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.context import TabSpec
from svp_desktop.ui.program import Program
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.casussen.thuisschool.sectie import ThuisSchoolSectie
from svp_desktop.ui.tabs.vandaag.tab import VandaagTab
from tests.ui.conftest import WACHTWOORD, Running

_DAGEN = {
    "besluit_op": "24-11",
    "vanaf": "25-11",
    "tot": "27-11",
    "kind_op": "24-11",
    "ouders_op": "24-11",
    "leerkracht_op": "23-11",
    "terug_op": "30-11",
    "terug_tijd": "8.00",
}
_WOORDEN = {
    "gedrag": "Schoppen op het plein, drie keer.",
    "waarom": "De groep is niet veilig.",
    "persoon": "Je bent en blijft welkom.",
    "bezwaar": "Schrijf aan het bestuur.",
}


def pages() -> list[TabSpec]:
    return [
        TabSpec("vandaag", "Vandaag", "house", VandaagTab),
        TabSpec("casussen", "Lopende casussen", "footprints", CasussenTab),
    ]


def _casus(work: Werkplek) -> int:
    group = work.school.bewaar_groep("Bovenbouw Anker", Bouw.BOVENBOUW).value
    child = work.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"), "1", jaargroep=8, groep_id=group)).value
    teacher = work.personen.bewaar(Medewerker(0, "", Naam("Jan", "de", "Boer"), groep_ids=(group,))).value
    casus = work.casussen.open(CasusDraft(child, None, teacher, "Het loopt vast.", "Weer samen spelen.")).value
    for code in ("bookmark", "relatiegebaar"):
        work.casussen.leg_vast(casus, ActieDraft(code, "16-11-2026", wie="meester Jan"))
    work.kalender.vul("2026-2027", Regio.MIDDEN)
    return casus


def _section(program: Program) -> ThuisSchoolSectie:
    assert program.window is not None
    tab = program.window.show_page("casussen")
    assert isinstance(tab, CasussenTab)
    found = tab.page.secties.show_section("thuisschool")
    assert isinstance(found, ThuisSchoolSectie)
    return found


def _waiting(program: Program) -> list[str]:
    assert program.window is not None
    tasks = program.window.context.werkplek.vandaag()
    return [task.zin for task in tasks if "contact" in task.zin or "bel nog" in task.zin]


def test_three_days_at_home_with_a_lock_and_a_moved_clock(running: Running, clock: Callable[[], datetime]) -> None:
    running.pages = pages
    running.make_school()
    program = running.unlocked()
    assert program.window is not None
    casus = _casus(program.window.context.werkplek)
    tab = program.window.show_page("casussen")
    tab.show_record(casus)
    sectie = _section(program)
    sectie.begin.click()
    for name, text in (_DAGEN | _WOORDEN).items():
        sectie.form.velden[name].widget.setText(text)

    # locked before anything was saved: nothing is lost
    program.lock()
    program = running.again()
    running.unlock(program, WACHTWOORD)
    sectie = _section(program)
    assert sectie.form.draft().teksten.gedrag == _WOORDEN["gedrag"]
    assert sectie.form.draft().momenten.tot.endswith("27-11-2026")
    sectie.kop.definitief.click()
    assert sectie.kop._status.text() == "Definitief"
    assert "3 schooldagen" in sectie.form.vooraf._dagen.text()

    clock.now = datetime(2026, 11, 24, 15, 0, tzinfo=clock.now.tzinfo)
    sectie.form.contact.snel[2].click()
    assert _waiting(program) == []
    clock.now = datetime(2026, 11, 25, 9, 0, tzinfo=clock.now.tzinfo)
    assert _waiting(program) == ["Thuis-school: bel nog met kind en ouders"]
    sectie.form.contact.snel[1].click()
    assert _waiting(program) == ["Thuis-school: bel nog met kind"]
    # nobody calls the child that day
    clock.now = datetime(2026, 11, 26, 9, 0, tzinfo=clock.now.tzinfo)
    assert _waiting(program) == [
        "Thuis-school: contact gemist met kind",
        "Thuis-school: bel nog met kind en ouders",
    ]
    sectie._minute.timeout.emit()
    days = [cell.beeld.groot for cell in sectie.form.contact.week.cells()]
    assert days == ["15.00 uur", "gemist", "vóór 16.00", "vóór 16.00", "08.00 uur"]
    QTest.mouseClick(sectie.form.contact.snel[2], Qt.MouseButton.LeftButton)
    clock.now = datetime(2026, 11, 27, 17, 0, tzinfo=clock.now.tzinfo)
    sectie.form.contact.snel[2].click()
    assert _waiting(program) == []
    # what was missed stays told in the dossier
    assert [cell.beeld.groot for cell in sectie.form.contact.week.cells()][1] == "gemist"
