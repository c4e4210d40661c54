"""The section Taken: a task by school days, done with a note, and everything that waits in one list."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import AfsluitDraft, CasusFilter, Evaluatie, TijdlijnSoort
from svp_desktop.domain.casus_mensen import CasusRol, OuderDraft
from svp_desktop.domain.casus_taken import TaakDraft, parse_dag, termijn
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import Naam, Ouder, OuderVan
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.exchange.agenda_uit import Agendapunt, schrijf
from svp_desktop.services.casus_taken import sleutel
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.casussen.taken.rij import TaakRij
from svp_desktop.ui.tabs.casussen.taken.sectie import TakenSectie
from svp_desktop.ui.widgets.page import TaskRow
from tests.ui.casussen.conftest import Way, sectie

_TODAY = date(2026, 11, 24)
_KALENDER = Schoolkalender(frozenset({date(2026, 11, 26)}), frozenset({"2026-2027"}))


def _section(tab: CasussenTab, casus: int) -> TakenSectie:
    return sectie(tab, casus, "taken", TakenSectie)


def _lines(section: TakenSectie) -> list[TaakRij]:
    return section.rijen


def _give(way: Way, casus: int, words: str, day: str) -> int:
    return way.werkplek.casustaken.bewaar(casus, TaakDraft(words, way.juf, day)).value


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("over 3 schooldagen", date(2026, 11, 30)),
        ("volgende schooldag", date(2026, 11, 25)),
        ("ma", date(2026, 11, 30)),
        ("7-12", date(2026, 12, 7)),
    ],
)
def test_a_day_is_counted_in_school_days(typed: str, day: date) -> None:
    assert parse_dag(typed, _TODAY, _KALENDER) == day


def test_a_year_that_is_not_filled_in_is_said_and_not_counted() -> None:
    found = parse_dag("over 200 schooldagen", _TODAY, _KALENDER)
    assert isinstance(found, Finding)
    assert "niet ingevuld" in found.message
    unknown = Schoolkalender(frozenset(), frozenset())
    assert termijn(date(2026, 11, 20), _TODAY, unknown) == "4 dagen te laat"
    assert termijn(date(2026, 11, 20), _TODAY, _KALENDER) == "2 schooldagen te laat"
    assert termijn(date(2026, 11, 27), _TODAY, _KALENDER) == "vr 27 nov, over 2 schooldagen"


def test_tasks_and_planned_actions_wait_in_one_list_and_on_vandaag(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    _give(way, casus, "Bel-lijst maken", "27-11-2026")
    _give(way, casus, "Brief meelezen", "20-11-2026")
    way.action(casus, "telefoonronde", "26-11-2026", gedaan=False)
    period = way.werkplek.thuisschool.begin(casus).value
    way.werkplek.thuisschool.verdeel(period, TaakDraft("Werk brengen", way.juf, "25-11-2026"))
    lines = _lines(_section(tab, casus))
    assert [line.item.tekst for line in lines] == [
        "Brief meelezen",
        "Werk brengen",
        "Telefoonronde",
        "Bel-lijst maken",
    ]
    waiting = [item.zin for item in way.werkplek.vandaag() if item.casus_id == casus]
    assert {"Brief meelezen, juf Marit", "Werk brengen, juf Marit"} <= set(waiting)
    assert way.werkplek.tellingen().te_laat == 1


def test_a_task_is_given_ticked_with_a_note_and_opened_again(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    section = _section(tab, casus)
    tab.primary_new()
    form = section.form
    QTest.keyClicks(form.wat, "Bel-lijst maken")
    QTest.keyClicks(form.wanneer, "7-12")
    QTest.keyClick(form.wat, "S", Qt.KeyboardModifier.ControlModifier)
    [line] = _lines(section)
    assert (line.item.datum, line.item.wie) == (date(2026, 12, 7), "juf Marit")

    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert section.strook is not None
    QTest.keyClicks(section.strook.notitie, "Moeder belt opa")
    tab.flush_draft()
    assert way.werkplek.concepten.lees(sleutel(casus, line.item.taak_id, klaar=True)) is not None
    QTest.keyClick(section.strook.notitie, Qt.Key.Key_Return)
    assert _lines(section) == []
    [done] = section.klaar
    assert (done.taak.gedaan_op, done.taak.inhoud.notitie) == (_TODAY, "Moeder belt opa")
    assert way.werkplek.concepten.alle() == ()

    done.box.click()
    assert [line.item.tekst for line in _lines(section)] == ["Bel-lijst maken"]


def test_what_is_typed_survives_a_lock(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    section = _section(tab, casus)
    tab.primary_new()
    QTest.keyClicks(section.form.wat, "Rooster ma")
    QTest.keyClicks(section.form.wanneer, "over 3 school")
    section.form.wie.selectAll()
    QTest.keyClicks(section.form.wie, "juf Ma")
    tab.flush_draft()
    place = tab.place()
    section.form.leave()
    tab.go_to(place)
    form = section.form
    assert (form.wat.text(), form.wanneer.text(), form.wie.text()) == ("Rooster ma", "over 3 school", "juf Ma")
    assert form.draft().eigenaar_id is None, "nobody was chosen for that name"


def test_a_closed_casus_shows_its_tasks_and_changes_nothing(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    _give(way, casus, "Bel-lijst maken", "27-11-2026")
    way.werkplek.casussen.afsluiten(casus, AfsluitDraft("Doel bereikt"))
    section = _section(tab, casus)
    [line] = _lines(section)
    assert not line.box.isEnabled()
    assert section.nieuw.isHidden()
    assert way.werkplek.casustaken.open() == ()


def test_a_casus_ends_with_what_helped_and_tells_it(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    _give(way, casus, "Bel-lijst maken", "27-11-2026")
    tab.show_record(casus)
    tab.page.close_casus.emit()
    form = tab.verloop_editor._form
    assert form._open.lead() == "Er wacht nog 1 taak of actie."
    form.reden.setEditText("Doel bereikt")
    QTest.keyClicks(form.geholpen, "Elke dag een praatje.")
    QTest.mouseClick(form.pijlers[Pijler.RELATIE], Qt.MouseButton.LeftButton)
    tab.flush_draft()
    place = tab.place()
    tab.verloop_editor.begin(way.werkplek.casussen.lees(casus), closing=True)
    tab.go_to(place)
    QTest.keyClick(form.geholpen, "S", Qt.KeyboardModifier.ControlModifier)
    closed = way.werkplek.casussen.lees(casus)
    assert closed.evaluatie == Evaluatie("Elke dag een praatje.", frozenset({Pijler.RELATIE}))
    assert "Wat hielp: Elke dag een praatje. Wat droeg: Relatie." in tab.page.gesloten.text()


def test_a_casus_for_the_spreekuur_stands_in_its_list(tab: CasussenTab, way: Way) -> None:
    casus, other = way.open(), way.open(way.ander)
    tab.show_record(casus)
    next(item for item in tab.page._menu.actions() if item.text() == "Voorleggen op spreekuur").trigger()
    assert way.werkplek.casussen.aantallen().spreekuur == 1
    tab.lijst._chips["spreekuur"].click()
    assert [row.id for row in tab.lijst.rows()] == [casus]
    assert other not in [row.id for row in tab.lijst.rows()]


def test_a_task_is_ticked_from_the_first_page_of_the_casus(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    _give(way, casus, "Bel-lijst maken", "27-11-2026")
    tab.show_record(casus)
    line = tab.page.findChildren(TaskRow)[-1]
    line.box.click()
    section = tab.page.secties.front()
    assert isinstance(section, TakenSectie)
    assert section.strook is not None
    QTest.keyClick(section.strook.notitie, Qt.Key.Key_Return)
    assert way.werkplek.casustaken.open() == ()
    assert way.werkplek.vandaag() == ()


def test_what_was_done_and_told_stands_on_the_timeline_and_opens(tab: CasussenTab, way: Way) -> None:
    casus, work = way.open(), way.werkplek
    mother = Ouder(0, "", Naam("Karin", "van", "Dam"), kinderen=(OuderVan(way.kind, "moeder"),))
    parent = work.personen.bewaar(mother).value
    work.casusmensen.bewaar_ouder(casus, way.kind, parent, OuderDraft("", "20-11-2026", "23-11-2026"))
    work.casustaken.rond_af(_give(way, casus, "Bel-lijst maken", "27-11-2026"), "Opa belt ook")
    tab.show_record(casus)
    told = {item.titel: item for item in tab.page.tijdlijn.rows()}
    assert told["Bel-lijst maken"].zin == "juf Marit: Opa belt ook"
    assert told["Ouder ingelicht"].zin == "Karin van Dam, moeder van Mees Jansen"
    tab.page.event_opened.emit(told["Bel-lijst maken"])
    section = tab.page.secties.front()
    assert isinstance(section, TakenSectie)
    assert section.form.notitie.text() == "Opa belt ook"


def test_the_timeline_goes_on_paper_as_it_is_in_view(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.action(casus, "bookmark", "23-11-2026")
    way.werkplek.casussen.koppel(casus, (way.incident,))
    tab.show_record(casus)
    tab.page.tijdlijn._chips[TijdlijnSoort.ACTIE].click()
    tab.print_current()
    words = PdfReader(BytesIO(tab.paper.blad().pdf)).pages[0].extract_text()
    assert "Bookmark" in words
    assert "opwachten" not in words
    assert not tab.paper._words.isHidden()  # a saved file of it is not encrypted
    assert tab.go_back()
    assert tab.stack.currentWidget() is tab._overview


def test_days_go_to_a_calendar_without_a_name(tab: CasussenTab, way: Way, tmp_path: Path) -> None:
    casus = way.open()
    _give(way, casus, "Mees belt opa; en oma", "27-11-2026")
    _give(way, casus, "Al voorbij", "20-11-2026")
    way.action(casus, "telefoonronde", "26-11-2026", gedaan=False)
    section = _section(tab, casus)
    answers = section._context.ask
    assert isinstance(answers, Scripted)
    answers.add("save_file", tmp_path / "dagen")
    section.agenda.click()
    written = (tmp_path / "dagen.ics").read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert [line for line in written.split(b"\r\n") if line.startswith((b"DTSTART", b"SUMMARY"))] == [
        b"DTSTART;VALUE=DATE:20261126",
        b"SUMMARY:Afspraak op school",
        b"DTSTART;VALUE=DATE:20261127",
        b"SUMMARY:Taak voor school",
    ]
    assert not any(word in written for word in (b"Mees", b"opa", b"elefoonronde"))


def test_a_calendar_line_is_escaped_and_folded_between_signs() -> None:
    stream = BytesIO()
    text = "é" * 60 + "; a, b\\c\nd"
    assert schrijf(stream, [Agendapunt("1", _TODAY, text)], datetime(2026, 11, 24, 9, tzinfo=UTC)) == 1
    lines = stream.getvalue().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    whole = stream.getvalue().replace(b"\r\n ", b"").decode()
    assert "SUMMARY:" + "é" * 60 + "\\; a\\, b\\\\c\\nd\r\n" in whole


def test_a_late_task_makes_its_casus_late_in_the_list(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    way.action(casus, "telefoonronde", "26-11-2026", gedaan=False)
    task = _give(way, casus, "Brief meelezen", "20-11-2026")
    [row] = way.werkplek.casussen.lijst(CasusFilter(te_laat=True))
    assert (row.volgende, row.volgende_op, row.te_laat) == ("Brief meelezen", date(2026, 11, 20), True)
    way.werkplek.casustaken.rond_af(task)
    [row] = way.werkplek.casussen.lijst(CasusFilter())
    assert (row.volgende, row.te_laat) == ("Telefoonronde", False)


def test_the_paper_names_no_parent_of_another_child(way: Way) -> None:
    casus, work = way.open(), way.werkplek
    for child, first in ((way.kind, "Karin"), (way.ander, "Sanne")):
        mother = Ouder(0, "", Naam(first, "", "Bos"), kinderen=(OuderVan(child, "moeder"),))
        parent = work.personen.bewaar(mother).value
        if child == way.ander:
            work.casusmensen.voeg_toe(casus, child, CasusRol.GERAAKT)
        work.casusmensen.bewaar_ouder(casus, child, parent, OuderDraft("", "23-11-2026"))
    lines = work.casussen.tijdlijn(casus)
    assert sum(line.titel == "Ouder ingelicht" for line in lines) == 2
    pdf = work.casustijdlijn.papier(CasusVerloop(casus, "Mees Jansen", "", "", lines))
    words = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Karin Bos" in words
    assert "Sanne" not in words
