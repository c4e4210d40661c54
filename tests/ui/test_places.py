"""After a lock the user is where he was, in the same form with his draft; the next day, or after leaving, he begins."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest

from svp_desktop import app
from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, PersoonSoort, Rol
from svp_desktop.domain.uitreiken import UitreikDraft, Wijze
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabPage, TabSpec
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.places import Places
from svp_desktop.ui.program import Program
from svp_desktop.ui.tabs.incidenten.rows import MAND
from svp_desktop.ui.tabs.instellingen.tab import InstellingenTab
from svp_desktop.ui.tabs.papier import rijen
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.widgets.base import col
from svp_desktop.ui.widgets.fields import edit

WACHTWOORD = "vier losse woorden, klaar"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(running) -> Program:
    """The real pages over a school with a child, its teacher, three incidents and a casus."""
    running.pages = app.pages
    running.make_school()
    made = running.unlocked()
    made.shell.resize(1366, 768)
    work = made.context().werkplek
    groep = work.school.bewaar_groep("Bovenbouw Anker", Bouw.BOVENBOUW).value
    kind = work.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"), "1", date(2016, 3, 4), 8, groep)).value
    juf = work.personen.bewaar(Medewerker(0, "", Naam("Marit", "", "Smeets"), noemnaam="juf Marit")).value
    for day, mand in (("21-11", Mand.GEEL), ("22-11", Mand.ROOD), ("23-11", Mand.ROOD)):
        who = work.personen.als_betrokkene(kind, frozenset({Betrokkenheid.DADER}))
        kinds = (SoortKeuze(Soort.BEDREIGING),)
        work.incidenten.registreer(
            IncidentDraft(datum=day, plaats="Plein", soorten=kinds, mand=mand, betrokkenen=(who,), feiten=f"Op {day}")
        )
    work.casussen.open(CasusDraft(kind, None, juf, "Zorg over de pauzes.", "Samen spelen."))
    return made


@pytest.fixture
def around(running) -> Callable[[Program], Program]:
    """Locks and unlocks; gives the program of the new process."""

    def lock(program: Program) -> Program:
        program.lock()
        again = running.unlocked()
        again.shell.resize(1366, 768)
        return again

    return lock


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[type]:
    """The kinds of the errors that would be written in the log."""
    kinds: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: kinds.append(kind))
    return kinds


def test_the_list_of_incidents_as_it_was(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("incidenten")
    page.list.bar.pick_mand(Mand.ROOD)
    page.list.bar.search.setText("op 22")
    first = page.list.model.id_at(0)
    page.list.show_incident(first)
    asked = page.list.bar.filter()
    again = around(program)
    assert again.window.current_code() == "incidenten"
    there = again.window.page("incidenten")
    assert there.list.bar.filter() == asked
    assert there.list.model.rowCount() == 1
    assert there.list.detail.incident().id == first
    assert not again.window.messages.isVisible()


def test_in_a_narrow_window_the_incident_that_was_read_lies_open(program: Program, running) -> None:
    program.shell.resize(860, 700)
    page = program.window.show_page("incidenten")
    page.list.show_incident(page.list.model.id_at(1))
    assert page.list.left.isHidden()
    read = page.list.detail.incident().id
    program.lock()
    again = running.unlocked()
    there = again.window.page("incidenten")
    assert there.list.left.isHidden()
    assert there.list.detail.isVisible()
    assert there.list.detail.incident().id == read


@pytest.mark.parametrize("opened", [True, False])
def test_in_a_narrow_window_the_casus_or_the_list(program: Program, running, opened: bool) -> None:
    program.shell.resize(860, 700)
    page = program.window.show_page("casussen")
    if opened:
        page.show_record(program.context().werkplek.casussen.lijst(page.lijst.filter())[0].id)
    else:
        page._show_list()
    program.lock()
    there = running.unlocked().window.page("casussen")
    assert there.page.isVisible() is opened
    assert there.lijst.isVisible() is not opened


def test_an_order_of_the_list_comes_back(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("incidenten")
    page.list.table.horizontalHeader().setSortIndicator(MAND, page.list.table.horizontalHeader().sortIndicatorOrder())
    before = [page.list.model.id_at(row) for row in range(3)]
    there = around(program).window.page("incidenten")
    assert [there.list.model.id_at(row) for row in range(3)] == before
    assert there.list.table.horizontalHeader().sortIndicatorSection() == MAND


def test_the_form_opens_with_what_was_typed(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("incidenten")
    page.primary_new()
    page.form.editor._ui.feiten.setPlainText("Halverwege de zin")
    again = around(program)
    there = again.window.page("incidenten")
    assert there.in_form()
    assert there.form.editor.draft().feiten == "Halverwege de zin"
    assert not again.window.messages.isVisible()


def test_after_a_lock_the_keyboard_is_in_the_form(program: Program, around: Callable[[Program], Program]) -> None:
    tab = program.window.show_page("incidenten")
    tab.primary_new()
    tab.form.editor.zoeker.setText("Mee")
    tab.form.editor.edited.emit()
    again = around(program)
    zoeker = again.window.show_page("incidenten").form.editor.zoeker
    assert zoeker.text() == "Mee"
    assert again.shell.focusWidget() is zoeker


def test_a_form_on_another_page_waits_there_and_is_offered(
    program: Program, around: Callable[[Program], Program]
) -> None:
    page = program.window.show_page("incidenten")
    page.primary_new()
    page.form.editor._ui.feiten.setPlainText("Halverwege de zin")
    program.window.show_page("personen")
    again = around(program)
    assert again.window.current_code() == "personen"
    assert again.window.messages.notice.lead().startswith("U was bezig met")
    assert again.window.show_page("incidenten").in_form()


def test_a_place_that_was_not_visited_survives_a_second_lock(
    program: Program, around: Callable[[Program], Program]
) -> None:
    program.window.show_page("incidenten").primary_new()
    program.window.show_page("instellingen").headings.setCurrentRow(3)
    again = around(around(program))
    assert again.window.current_code() == "instellingen"
    assert again.window.page("instellingen").headings.currentRow() == 3
    assert again.window.show_page("incidenten").in_form()


def test_after_leaving_the_program_one_begins(program: Program, running) -> None:
    page = program.window.show_page("incidenten")
    page.primary_new()
    page.form.editor._ui.feiten.setPlainText("Halverwege de zin")
    program.quit()
    again = running.unlocked()
    assert again.window.current_code() == "incidenten"
    assert not again.window.page("incidenten").in_form()
    assert again.window.messages.notice.lead().startswith("U was bezig met")


def test_the_next_day_one_begins(program: Program, running) -> None:
    page = program.window.show_page("incidenten")
    page.primary_new()
    page.form.editor._ui.feiten.setPlainText("Halverwege de zin")
    program.lock()
    running.clock.now += timedelta(days=1)
    again = running.unlocked()
    assert not again.window.page("incidenten").in_form()
    assert again.window.messages.notice.lead().startswith("U was bezig met")


def test_a_casus_with_the_action_that_was_being_written(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("casussen")
    page.primary_new()
    page.actie_editor._form.toelichting.setText("Wij spraken af")
    there = around(program).window.page("casussen")
    assert there.stack.currentWidget() is there.actie_editor
    assert there.actie_editor._form.draft().toelichting == "Wij spraken af"


def test_closing_a_casus_keeps_what_was_typed(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("casussen")
    page.page.close_casus.emit()
    form = page.verloop_editor._form
    form.reden.setEditText("Doel bereikt")
    form.toelichting.setText("Na de vakantie kijken wij nog eens.")
    again = around(program)
    there = again.window.page("casussen")
    assert there.stack.currentWidget() is there.verloop_editor
    assert there.verloop_editor._form.draft() == form.draft()
    there.verloop_editor.save.emit()
    assert again.context().werkplek.concepten.alle() == ()


def test_the_filters_of_casussen_come_back(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("casussen")
    page.lijst.show_where(closed=True)
    page.reload()
    there = around(program).window.page("casussen")
    assert there.lijst.filter().afgesloten


def test_a_casus_that_is_gone_meanwhile_is_not_missed(program: Program, running) -> None:
    page = program.window.show_page("casussen")
    assert page._current is not None
    page._current = 4711
    program.lock()
    again = running.unlocked()
    assert again.window.current_code() == "casussen"
    assert not again.window.messages.isVisible()


def test_a_paper_with_its_open_row_and_a_half_typed_day(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("casussen")
    page.compose_requested.emit(page._current, PapierSoort.AANKONDIGING_OUDERS.value)
    form = program.window.page("papier").opsteller.form
    form.open(rijen.AANHEF)
    form.body.datum.setText("24-")
    form.body.datum.textEdited.emit("24-")
    again = around(program)
    assert again.window.current_code() == "papier"
    there = again.window.page("papier").opsteller
    assert there.draft().soort is PapierSoort.AANKONDIGING_OUDERS
    assert there.form.open_code == rijen.AANHEF
    assert there.form.body.datum.text() == "24-"


def test_a_half_typed_answer_stays_when_its_row_is_closed_and_after_a_lock(
    program: Program, around: Callable[[Program], Program]
) -> None:
    page = program.window.show_page("casussen")
    page.compose_requested.emit(page._current, PapierSoort.AANKONDIGING_KIND.value)
    form = program.window.page("papier").opsteller.form
    code, line = next(iter(form.body.lines.items()))
    line.answer.setText("Halverwege het antwoord")
    form.open(rijen.AANHEF)
    form.open(rijen.VRAGEN)
    assert form.body.lines[code].answer.text() == "Halverwege het antwoord"
    there = around(program).window.page("papier").opsteller.form
    assert there.body.lines[code].answer.text() == "Halverwege het antwoord"


def test_what_was_typed_about_handing_out_stays(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("casussen")
    page.compose_requested.emit(page._current, PapierSoort.AANKONDIGING_KIND.value)
    typed = UitreikDraft("gisteren", "Mees en oma", Wijze.ANDERS, met_actie=True)
    program.window.page("papier").opsteller.afdruk.show_hand_out(typed)
    card = around(program).window.page("papier").opsteller.afdruk
    assert card.in_hand_out()
    assert card.uitreik.draft() == replace(typed, datum=card.uitreik.datum.text())
    assert card.uitreik.datum.day() == date(2026, 11, 23)


def test_what_could_not_be_saved_of_the_school_and_a_half_typed_role_stay(
    program: Program, around: Callable[[Program], Program]
) -> None:
    page = program.window.show_page("instellingen")
    page.school.texts["naam"].setText("")
    page.school.texts["straat"].setText("Kade 3")
    page.rollen.wie.setText("Mar")
    page.rollen.van.setText("1-")
    there = around(program).window.page("instellingen")
    assert (there.school.texts["naam"].text(), there.school.texts["straat"].text()) == ("", "Kade 3")
    assert there.school.dirty()
    assert (there.rollen.wie.text(), there.rollen.van.text()) == ("Mar", "1-")


def test_a_bug_in_a_place_keeps_nobody_out(
    program: Program, running, monkeypatch: pytest.MonkeyPatch, noted: list[type]
) -> None:
    program.window.show_page("instellingen")
    program.lock()

    def break_down(page: TabPage, place: dict[str, Any]) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(InstellingenTab, "go_to", break_down)
    again = running.unlocked()
    assert again.window.current_code() == "instellingen"
    assert again.window.page("instellingen").isVisible()
    assert noted == [ZeroDivisionError]


def test_a_bug_in_a_place_keeps_nothing_open(
    program: Program, running, monkeypatch: pytest.MonkeyPatch, noted: list[type]
) -> None:
    def break_down(page: TabPage) -> dict[str, Any]:
        raise ZeroDivisionError

    program.window.show_page("instellingen")
    monkeypatch.setattr(InstellingenTab, "place", break_down)
    program.lock()
    assert running.restarts == 1
    assert noted == [ZeroDivisionError]


def test_a_person_and_the_filters_of_the_register(program: Program, around: Callable[[Program], Program]) -> None:
    page = program.window.show_page("personen")
    page.lijst.soort.set_value(PersoonSoort.MEDEWERKER)
    page.lijst._switched()
    page.show_record(page.lijst.rows()[0].id)
    page.form.texts["achternaam"].setText("Smeets-de Boer")
    page.form.edited.emit()
    there = around(program).window.page("personen")
    assert there.lijst.kind() is PersoonSoort.MEDEWERKER
    assert there.stack.currentWidget() is there.editor
    assert there.form.texts["achternaam"].text() == "Smeets-de Boer"


# -- more than one compartment


class _Page(TabPage):
    """A page that is somewhere."""

    gevoelig = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.field = edit(name="Veld")
        self.setLayout(col(self.field))

    def place(self) -> dict[str, Any]:
        return {"veld": self.field.text()}

    def go_to(self, place: dict[str, Any]) -> None:
        self.field.setText(place["veld"])


class _Two:
    """A workplace in which a private dossier is open too; it writes down what is kept where."""

    soorten = frozenset({"school", "eigen"})

    def __init__(self, werkplek: Werkplek) -> None:
        self.kept: dict[str, dict[str, Any]] = {"school": {}, "eigen": {}}
        self.writes: list[str] = []
        self._werkplek = werkplek

    def __getattr__(self, name: str) -> Any:
        return getattr(self._werkplek, name)

    def plek(self, soort: str = "school") -> dict[str, Any]:
        return self.kept[soort]

    def bewaar_plek(self, plek: dict[str, Any], soort: str = "school") -> None:
        self.writes.append(soort)
        self.kept[soort] = plek


@pytest.fixture
def two(theme, clock, shown) -> Callable[[_Two], tuple[MainWindow, Places]]:
    """A window with a page about the school and one about a private dossier."""
    specs = [
        TabSpec("incidenten", "Incidentregistratie", "flag", _Page),
        TabSpec("aantekeningen", "Aantekeningen", "lock", _Page, soort="eigen"),
    ]

    def make(memory: _Two) -> tuple[MainWindow, Places]:
        window = MainWindow(Context(memory, Hub(), Scripted(), Immediately(), clock), specs, theme, "De Regenboog")
        shown(window)
        return window, Places(window, memory)

    return make


def test_school_db_does_not_say_that_a_private_page_was_open(two, werkplek: Werkplek) -> None:
    memory, plain = _Two(werkplek), _Two(werkplek)
    for kept, private in ((memory, True), (plain, False)):
        window, places = two(kept)
        window.show_page("incidenten").field.setText("zoek")
        if private:
            window.show_page("aantekeningen").field.setText("Yara, groep 6")
        places.keep()
    assert memory.kept["school"] == plain.kept["school"]
    assert plain.writes == ["school"]
    window, places = two(memory)
    places.restore("incidenten")
    assert window.current_code() == "aantekeningen"
    assert window.page("aantekeningen").field.text() == "Yara, groep 6"
    assert window.page("incidenten").field.text() == "zoek"


def test_a_confidential_dossier_comes_back_and_the_school_does_not_know(running) -> None:
    running.pages = app.pages
    name, role = "Hanneke Vos", Rol.INTERNE_VERTROUWENSPERSOON
    running.toegang().maak_school("De Regenboog", "Nijmegen", name, role, WACHTWOORD).vergrendel()
    program = running.unlocked()
    minutes = program.guard.idle._timer.interval()
    page = program.window.show_page("vertrouwelijk")
    assert program.guard.idle._timer.interval() < minutes
    page.primary_new()
    QTest.keyClicks(page.eigen.dossiers.zaak_editor.form_velden.naam, "Yara uit groep 6")
    program.lock()
    again = running.unlocked()
    assert again.window.current_code() == "vertrouwelijk"
    there = again.window.page("vertrouwelijk").eigen.dossiers
    assert there.stack.currentWidget() is there.zaak_editor
    assert "Yara" in str(there.zaak_editor.form_velden.draft())
    work = again.context().werkplek
    assert "vertrouwelijk" not in str(work.plek())
    assert work.plek("eigen")["voor"] is True


def test_a_private_file_gets_no_new_time_when_nothing_changed(two, werkplek: Werkplek) -> None:
    memory = _Two(werkplek)
    window, places = two(memory)
    window.show_page("aantekeningen").field.setText("Yara")
    window.show_page("incidenten")
    places.keep()
    places.keep()
    assert memory.writes.count("eigen") == 1
    assert memory.kept["eigen"]["voor"] is False
