"""The page Inzicht: numbers, a press on a bar, the table for who hears the screen, the report, nothing yet."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, IncidentFilter, Mand, Soort, SoortKeuze
from svp_desktop.domain.inzicht_beeld import weekrooster
from svp_desktop.domain.preventie import Patroon, PreventieInhoud
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.inzicht.tab import InzichtTab
from svp_desktop.ui.tasks import Immediately


@pytest.fixture
def werkplek(tmp_path: Path, clock: Clock) -> Iterator[Werkplek]:
    toegang = Toegang(Paths.under(tmp_path), clock, policy=KdfPolicy.for_tests())
    made = toegang.maak_school("De Regenboog", "Nijmegen", "Farid Aydin", Rol.DIRECTEUR, "vier losse woorden, klaar")
    yield made
    made.vergrendel()


@pytest.fixture
def tab(qtbot: QtBot, werkplek: Werkplek, clock: Clock) -> InzichtTab:
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    made = InzichtTab(context)
    context.hub.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    made.shown()
    return made


def fill(werkplek: Werkplek, number: int = 12) -> None:
    person = werkplek.personen.bewaar(Medewerker(0, "", Naam("Anouk", "", "Smeets"))).value
    who = werkplek.personen.als_betrokkene(person, frozenset({Betrokkenheid.DADER}))
    for at in range(number):
        draft = IncidentDraft(
            datum=f"{at % 20 + 1}-10-2026",
            tijd="12.10",
            plaats="Schoolplein",
            soorten=(SoortKeuze(Soort.PESTEN),),
            mand=Mand.ORANJE,
            betrokkenen=(who,),
            feiten="Iemand schold.",
        )
        werkplek.incidenten.registreer(draft)


def varied(werkplek: Werkplek) -> None:
    """Some of every kind of bar: two groups, roles, no place, no time, doubt, green, an action at once and later."""
    who = [
        werkplek.personen.bewaar(
            Leerling(0, "", Naam(name), str(at), jaargroep=8, groep_id=werkplek.school.bewaar_groep(group, bouw).value)
        ).value
        for at, (name, group, bouw) in enumerate((("Mees", "6a", Bouw.MIDDENBOUW), ("Noor", "16a", Bouw.BOVENBOUW)))
    ]
    who.append(werkplek.personen.bewaar(Medewerker(0, "", Naam("Anouk", "", "Smeets"))).value)
    roles, kinds, persons = tuple(Betrokkenheid), tuple(Soort), werkplek.personen
    for at in range(30):
        people = tuple(
            persons.als_betrokkene(person, frozenset({roles[(at + place) % 5], roles[at % 3]}))
            for place, person in enumerate(who)
            if (at + place) % 3
        )
        draft = IncidentDraft(
            datum=f"{at % 28 + 1}-10-2026",
            tijd=("", "8.55", "12.10", "13.00")[at % 4],
            plaats=("Schoolplein", "", "Gang")[at % 3],
            soorten=(SoortKeuze(kinds[at % 13]), SoortKeuze(kinds[(at + 4) % 13])),
            mand=tuple(Mand)[at % 4],
            betrokkenen=people,
            feiten="Iemand schold.",
            twijfel=at % 7 == 0,
            directe_actie="Meteen gepraat" if at % 2 else "",
            maatregel="Later gepraat" if at % 3 else "",
        )
        werkplek.incidenten.registreer(draft)


def test_an_empty_register_says_so_and_offers_no_paper(tab: InzichtTab) -> None:
    assert tab.midden.currentWidget() is tab.leeg
    assert not tab.afdrukken.isEnabled()


def test_a_bar_leads_to_its_incidents_by_the_keyboard_too(tab: InzichtTab, werkplek: Werkplek, qtbot: QtBot) -> None:
    fill(werkplek)
    tab.reload()
    asked: list[IncidentFilter] = []
    tab.filter_requested.connect(asked.append)
    pesten = tab.beeld.staven["soorten"].knoppen[0]
    assert pesten.accessibleName() == "Pesten: 12, een jaar eerder 0"
    pesten.setFocus()
    QTest.keyClick(pesten, Qt.Key.Key_Space)
    assert asked[0].soorten == {Soort.PESTEN}
    assert werkplek.incidenten.aantal(asked[0])[0] == 12
    tab.beeld.staven["plaatsen"].knoppen[0].click()
    assert asked[1].plaats == "Schoolplein"


def test_the_table_tells_the_same_numbers(tab: InzichtTab, werkplek: Werkplek) -> None:
    fill(werkplek)
    tab.reload()
    tab.als_tabel.click()
    table = tab.beeld.tabel
    assert table.isVisible()
    lines = {tuple(table.item(at, column).text() for column in range(3)) for at in range(table.rowCount())}
    assert ("Soorten voorvallen", "Pesten", "12") in lines
    assert ("Dag en uur", "12.00, donderdag", "2") in lines


def test_the_report_stands_on_the_screen_and_escape_leaves_it(tab: InzichtTab, werkplek: Werkplek) -> None:
    fill(werkplek)
    tab.reload()
    tab.afdrukken.click()
    assert tab.stack.currentWidget() is tab.blad
    first = tab.blad.voorbeeld.pdf()
    assert first.startswith(b"%PDF")
    assert tab.blad.halfjaar.currentText() == "februari tot en met juli 2026"
    tab.blad.halfjaar.setCurrentIndex(1)
    tab.blad.halfjaar.activated.emit(1)
    assert tab.blad.voorbeeld.pdf() not in (b"", first)
    assert tab.go_back()
    assert tab.blad.voorbeeld.pdf() == b""


def test_own_days_are_checked_beside_the_fields(tab: InzichtTab) -> None:
    tab.periode.keuze.parts()[2].click()
    tab.periode.van.setText("20-11-2026")
    tab.periode.tot.setText("10-11-2026")
    tab.reload()
    assert "Draai ze om" in tab.periode.melding.text()


def test_a_moment_that_stands_out_becomes_prevention_that_tells_what_changed(
    tab: InzichtTab, werkplek: Werkplek
) -> None:
    fill(werkplek, 40)
    tab.reload()
    tab.preventie.nieuw.click()
    form = tab.formulier
    form.opslaan.click()
    assert form.fields["omschrijving"].message() == "Schrijf op wat u gaat doen."
    assert form.fields["patroon"].message()
    form.omschrijving.setText("Een extra collega op het plein")
    form.plaats.setCurrentText("Schoolplein")
    form.vanaf.setText("11-10-2026")
    form.evalueren.setText("20-11-2026")
    form.omschrijving.setFocus()
    QTest.keyClick(form.omschrijving, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert tab.stack.currentWidget() is not form
    ((one, change),) = werkplek.preventie.alle()
    assert (change.weken, change.ervoor, change.erna) == (6, 20, 20)
    assert werkplek.preventie.te_evalueren(tab.periode.periode().tot) == (one,)  # type: ignore[union-attr]
    (task,) = [task for task in werkplek.vandaag() if task.pagina == "inzicht"]
    tab.stack.setCurrentIndex(0)
    tab.show_record(task.record)
    assert tab.stack.currentWidget() is tab.formulier
    assert tab.formulier.content() == one.inhoud
    assert "Geen verschil" in change.in_woorden()


def test_prevention_can_stop_and_come_back_from_the_prullenbak(tab: InzichtTab, werkplek: Werkplek) -> None:
    fill(werkplek)
    content = PreventieInhoud("Toezicht op het plein", Patroon("Schoolplein"), date(2026, 10, 5))
    made = werkplek.preventie.bewaar(content).value
    tab.reload()
    by_name = {found.accessibleName(): found for found in tab.preventie.findChildren(QPushButton)}
    by_name["Stoppen: Toezicht op het plein"].click()
    assert werkplek.preventie.alle()[0][0].gestopt_op == date(2026, 11, 24)
    werkplek.preventie.verwijder(made)
    assert werkplek.preventie.alle() == ()
    werkplek.preventie.herstel(made)
    assert werkplek.preventie.alle()[0][0].inhoud == content


def test_what_is_typed_about_prevention_outlives_a_lock(tab: InzichtTab, werkplek: Werkplek) -> None:
    fill(werkplek)
    tab.reload()
    tab.preventie.nieuw.click()
    tab.formulier.omschrijving.setText("Een extra collega")
    tab.formulier.plaats.setCurrentText("Schoolplein")
    tab.flush_draft()
    place = tab.place()
    tab.formulier.start(Patroon("Gang"))
    tab.go_to(place)
    assert tab.stack.currentWidget() is tab.formulier
    assert tab.formulier.content().omschrijving == "Een extra collega"
    assert tab.formulier.content().patroon == Patroon("Schoolplein")
    tab.formulier.save()
    assert werkplek.concepten.alle() == ()


def test_every_bar_and_square_counts_exactly_what_the_list_shows(tab: InzichtTab, werkplek: Werkplek) -> None:
    varied(werkplek)
    tab.reload()
    asked: list[IncidentFilter] = []
    tab.filter_requested.connect(asked.append)
    kinds: Counter[str] = Counter()
    for chart in tab.beeld.staven.values():
        for knop in chart.knoppen:
            if not knop.isEnabled():
                assert not knop.bar.waarde, knop.bar
                continue
            kinds[knop.bar.sleutel.partition(":")[0]] += 1
            knop.click()
            assert werkplek.incidenten.aantal(asked[-1])[0] == knop.bar.waarde, knop.bar
    assert set(kinds) == {"mand", "soort", "thema", "plaats", "groep", "kenmerk", "twijfel", "wacht", "rol"}
    grid, raster = tab.beeld.rooster, weekrooster(tab.overzicht.nu)  # type: ignore[union-attr]
    for row in range(len(raster.rijen) + 1):
        for column in range(len(raster.kolommen) + 1):
            if number := raster.aantal(row, column):
                grid.press(row, column)
                assert werkplek.incidenten.aantal(asked[-1])[0] == number, (row, column)
    assert raster.aantal(len(raster.rijen), len(raster.kolommen)) == tab.overzicht.nu.totaal  # type: ignore[union-attr]


def test_the_squares_are_walked_by_the_keyboard(tab: InzichtTab, werkplek: Werkplek) -> None:
    fill(werkplek)
    tab.reload()
    asked: list[IncidentFilter] = []
    tab.filter_requested.connect(asked.append)
    grid = tab.beeld.rooster
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() == "12.00, dinsdag: 1"
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert (asked[0].weekdagen, asked[0].uren) == ({1}, {12})
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert (asked[1].weekdagen, asked[1].uren) == ({1}, frozenset())


def test_prevention_for_a_group_counts_what_the_list_shows_before_and_since(
    tab: InzichtTab, werkplek: Werkplek
) -> None:
    varied(werkplek)
    tab.reload()
    tab.preventie.nieuw.click()
    form = tab.formulier
    form.omschrijving.setText("Elke dag een kringgesprek")
    form.groep.setCurrentText("6a")
    form.vanaf.setText("12-10-2026")
    form.opslaan.click()
    ((one, change),) = werkplek.preventie.alle()
    assert (one.inhoud.patroon, one.inhoud.patroon.in_woorden()) == (Patroon(groep="6a"), "6a")
    asked: list[IncidentFilter] = []
    tab.filter_requested.connect(asked.append)
    tab.reload()
    for word in ("Ervoor", "Erna"):
        names = {found.accessibleName(): found for found in tab.preventie.findChildren(QPushButton)}
        names[f"{word}: toon in de lijst: Elke dag een kringgesprek"].click()
    counted = [werkplek.incidenten.aantal(wanted)[0] for wanted in asked]
    assert counted == [change.ervoor, change.erna]
    assert min(counted) > 0
    tab.show_record(one.id)
    assert tab.formulier.content() == one.inhoud
