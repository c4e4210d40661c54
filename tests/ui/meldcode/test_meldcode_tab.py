"""Meldcode-dossier: nothing typed is lost, nobody without the key learns of it, and what stood there stays readable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.aantekeningen import AantekeningDraft, AantekeningInhoud, Aard
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.meldcode import MeldcodeTermijn
from svp_desktop.domain.meldcode_keuzes import JaNee, MeldcodeAfloop, StukSoort, Weegvraag
from svp_desktop.domain.meldcode_vernietigen import VerzoekVan
from svp_desktop.domain.platte_waarden import naar_dict
from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.stores import aantekeningen as notes
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.places import Places
from svp_desktop.ui.tabs.meldcode.tab import MeldcodeTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests.ui.conftest import WACHTWOORD
from tests.ui.meldcode.conftest import SPECS, dossier, fill, save
from tests.ui.screen import press, seen

#: Buttons of a dossier that write in it, or let a paper out that is kept in it.
WRITES = (
    "Stap 1 afronden …",
    "Vastleggen",
    "Papieren",
    "Nieuwe regel",
    "Direct gevaar",
    "Gesprek",
    "Verbeteren",
    "Aanvullen",
)


def school_rows(werkplek: Werkplek) -> str:
    """Every row of every table of school.db."""
    with werkplek._kluis.school.reading() as rx:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = rx.connection.exec_driver_sql(query).scalars().all()
        return str([rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names])


def test_an_empty_list_says_what_belongs_here_and_whom_to_call(tab: MeldcodeTab) -> None:
    assert "zorgen maakt over een kind" in tab.lijst.sentence()
    assert "0800-2000" in seen(tab.lijst)


def test_a_dossier_about_nobody_is_not_opened(tab: MeldcodeTab) -> None:
    tab.new_dossier()
    press(tab, "Dossier openen")
    assert "over wie" in tab.form()._fields["naam"].message()
    assert tab._service.lijst() == ()


def test_opening_a_dossier_can_be_undone_while_it_is_empty(window: MainWindow, tab: MeldcodeTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.form().naam, "Noor en Mila")
    press(tab, "Nog iemand")
    QTest.keyClicks(tab.form().anderen[0].naam, "Mila")
    press(tab, "Dossier openen")
    assert [one.naam for one in tab.detail.blad.kop.personen] == ["Noor en Mila", "Mila"]
    window.snackbar.undo_button().click()
    assert tab.stack.currentWidget() is tab.lijst
    assert tab._service.lijst() == ()


def test_a_lock_brings_back_the_step_and_school_db_learns_nothing(
    window: MainWindow, tab: MeldcodeTab, werkplek: Werkplek, theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    heard: list[object] = []
    window.context.hub.changed.connect(heard.append)
    dossier(tab)
    tab._wanted("stap", 1)
    fill(tab, wie="juf Marit", samenvatting="Half getypt over Noor")
    tab.flush_draft()
    Places(window, werkplek).keep()
    rows = school_rows(werkplek)
    assert not any(word in rows for word in ("meldcode-dossier", "Noor", "juf Marit", "Half getypt"))
    assert heard == []
    again = MainWindow(window.context, SPECS, theme, "De Regenboog")
    shown(again)
    Places(again, werkplek).restore("incidenten")
    page = again.page(again.current_code())
    assert isinstance(page, MeldcodeTab)
    assert page.form().draft().samenvatting == "Half getypt over Noor"


def test_a_draft_is_offered_without_a_name_and_can_be_thrown_away(tab: MeldcodeTab) -> None:
    dossier(tab)
    tab._wanted("stuk", StukSoort.ADVIES)
    fill(tab, advies="Half")
    tab.go_back()
    assert "U was bezig met advies van veilig thuis" in seen(tab.detail)
    tab.show_list()
    assert "U was bezig met" in seen(tab.lijst)
    press(tab.lijst, "Verder gaan")
    assert tab.form().draft().advies == "Half"
    tab.go_back()
    press(tab.detail, "Weggooien")
    assert tab._service.concepten.alle() == ()


def test_nothing_of_a_dossier_stays_behind_in_the_list(tab: MeldcodeTab) -> None:
    dossier(tab, "Zeldzame Naam")
    tab._wanted("verbeter", tab.detail.blad.stukken[0].id)
    tab.go_back()
    tab.show_list()
    tab.lijst.show_rows((), tab._service.aantallen())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [str(part.text()) for part in tab.findChildren(QWidget) if hasattr(part, "text")]
    assert [text for text in found if "Zeldzame" in text or "Blauwe plek" in text] == []


def test_wrong_input_is_said_beside_its_field(tab: MeldcodeTab) -> None:
    dossier(tab)
    tab._wanted("stuk", StukSoort.AFSPRAAK)
    fill(tab, datum="31-2-2026", wat="Wijkcoach")
    save(tab)
    fields = tab.form().vakken
    assert "bestaat niet" in fields["datum"].field.message()
    assert "termijn" in fields["tot"].field.message()
    assert tab.form().draft().wat == "Wijkcoach"


def test_notes_of_before_there_were_steps_stay_readable(tab: MeldcodeTab, werkplek: Werkplek) -> None:
    number = dossier(tab)
    said = AantekeningInhoud(date(2026, 11, 20), time(10, 25), "moeder", Aard.MENING, "Vertelde over ruzie thuis.")
    with werkplek._kluis.compartment("meldcode").transaction() as tx:
        first, second = (notes.voeg_toe(tx, number, said) for _ in range(2))
        notes.wijzig(tx, first, replace(said, tekst="Vertelde over drukte."), 1)
        notes.zet_verwijderd(tx, second, tx.now)
    tab.show_record(number)
    press(tab.detail, "Eerder  2")
    words = seen(tab.detail)
    assert "Vertelde over drukte." in words
    assert "Vertelde over ruzie thuis." in words
    assert "Weggehaald op di 24-11-2026." in words


def test_a_note_that_was_being_typed_goes_on_as_a_statement(tab: MeldcodeTab) -> None:
    number = dossier(tab)
    key = f"aantekening:{number}"
    typed = AantekeningDraft("23-11-2026", "", "moeder", Aard.MENING, "Half getypt")
    tab._service.concepten.bewaar(key, naar_dict(typed), "aantekening")
    tab.show_record(number)
    press(tab.detail, "Verder gaan")
    assert (tab.form().draft().tekst, tab.form().draft().van) == ("Half getypt", "moeder")
    tab.go_back()
    assert [one.sleutel for one in tab._service.concepten.alle()] == [f"stuk:{number}:uitspraak"]


def test_a_record_taken_away_comes_back(window: MainWindow, tab: MeldcodeTab) -> None:
    dossier(tab)
    press(tab.detail, "Verbeteren")
    press(tab, "Weghalen")
    assert "Nog geen uitspraken" in seen(tab.detail)
    window.snackbar.undo_button().click()
    assert "Blauwe plek op de arm." in seen(tab.detail)


def test_the_school_has_its_own_words_and_terms(tab: MeldcodeTab) -> None:
    press(tab, "Teksten en termijnen")
    tab._begin_text("vt.werkdagen")
    fill(tab, tekst="nul")
    save(tab)
    assert "heel getal" in tab.form().vakken["tekst"].field.message()
    fill(tab, tekst="7")
    save(tab)
    assert tab._service.woorden().getal("vt.werkdagen") == 7
    assert "Tekst van de school, Ilse Bruins, di 24-11-2026" in seen(tab.teksten)
    tab._begin_text("vt.werkdagen")
    press(tab, "Terug naar standaard")
    assert tab._service.woorden().getal("vt.werkdagen") == 5


def test_terms_stand_on_vandaag_by_number(tab: MeldcodeTab, werkplek: Werkplek) -> None:
    number = dossier(tab, "Zeldzame Naam")
    tab._service.leg_vast(number, MeldcodeTermijn("20-11-2026", "23-11-2026", "Bel moeder van Zeldzame"))
    [task] = werkplek.vandaag()
    assert (task.titel, task.zin, task.datum, task.te_laat) == (
        "Dossier 2026-01", "u zou hierop terugkomen", date(2026, 11, 23), True
    )  # fmt: skip
    assert (task.pagina, task.record) == ("meldcode", number)
    assert werkplek.tellingen().te_laat == 1
    tab._service.sluit(number, MeldcodeAfloop.HULP, "")
    assert werkplek.vandaag() == ()
    [later] = tab._service.herinneringen()
    assert later.datum == date(2028, 11, 24)


def test_who_has_no_key_has_no_tab_and_no_task(
    theme: Theme, tmp_path: Path, clock: Clock, shown: Callable[[QWidget], QWidget]
) -> None:
    toegang = Toegang(Paths.under(tmp_path / "directeur"), clock, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, WACHTWOORD)
    made = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), SPECS, theme, "De Regenboog")
    shown(made)
    assert not made.has_page("meldcode")
    made.palette_field.setText("meldcode")
    made.palette_field.search()
    assert made.palette_field.hits == []
    assert werkplek.vandaag() == ()
    werkplek.vergrendel()


def test_nothing_is_clipped_on_a_small_laptop(tab: MeldcodeTab) -> None:
    dossier(tab)
    tab.detail.show_step(4)
    for what, argument in (("stap", 5), ("stuk", StukSoort.UITSPRAAK), ("kop", None), ("sluiten", None)):
        tab._wanted(what, argument)
        tab.go_back()
    for part in (tab.lijst, tab.detail, tab.teksten, *tab._forms.all()):
        hint = part.minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 600) == (True, True), part


def test_tab_goes_through_a_dossier_as_it_is_read(window: MainWindow, tab: MeldcodeTab, qtbot: QtBot) -> None:
    dossier(tab)
    tab.detail.show_step(4)
    QCoreApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab.detail.crumb.setFocus()
    walked = [tab.detail.crumb.accessibleName()]
    while len(walked) < 40:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or not tab.isAncestorOf(here):
            break
        walked.append(here.accessibleName())
    wanted = (
        "Alle dossiers", "Vastleggen", "Stap 4 afronden", "Stap 4: Wegen", "Verbeteren, Uitspraak", "Nieuwe uitspraak",
        "Nee, dan sluiten", "Ja, dan vraag 2", "Invullen", "Direct gevaar", "Logboek", "Nieuwe regel",
    )  # fmt: skip
    places = [next(at for at, name in enumerate(walked) if name.startswith(words)) for words in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("what", "argument", "field"),
    [
        ("kop", None, "aanleiding"),
        ("sluiten", None, "toelichting"),
        ("regel", "", "tekst"),
        ("regel", "stuk:1", "tekst"),
        ("verbeter", 1, "tekst"),
        ("antwoord", (Weegvraag.HULP, None), "reden"),
        ("stap", 4, "toelichting"),
        ("stuk", StukSoort.GEDEELD, "wat"),
    ],
    ids=lambda part: str(part) if isinstance(part, str) else "",
)
def test_every_form_goes_on_where_it_was(tab: MeldcodeTab, what: str, argument: object, field: str) -> None:
    dossier(tab)
    tab._wanted(what, argument)
    widget = tab.form().aanleiding if what == "kop" else tab.form().widget(field)
    widget.setText("Half getypt")
    tab.show_list()
    assert "Half getypt" not in seen(tab)
    [kept] = tab._service.concepten.alle()
    assert "Noor" not in kept.titel
    tab.resume(kept.sleutel)
    widget = tab.form().aanleiding if what == "kop" else tab.form().widget(field)
    assert widget.text() == "Half getypt"
    assert tab.form().sleutel() == kept.sleutel


def test_in_an_older_copy_everything_is_read_and_nothing_is_offered_to_write(
    window: MainWindow, tab: MeldcodeTab, werkplek: Werkplek
) -> None:
    number = dossier(tab)
    tab._wanted("stap", 1)
    fill(tab, samenvatting="Half getypt")
    tab.show_list()
    compartment = werkplek._kluis.compartment("meldcode")
    compartment.set_read_only(True)
    window.context.hub.publish(Changes.of(Topic.ACCOUNTS))
    assert "oudere kopie" in seen(tab.lijst)
    for word in ("Nieuw dossier", "Verder gaan"):
        assert word not in seen(tab.lijst).split("\n")
    tab.show_words()
    assert "Wijzigen" not in seen(tab.teksten).split("\n")
    tab.show_record(number)
    told = seen(tab.detail).split("\n")
    assert "Blauwe plek op de arm." in told
    for word in (*WRITES, "Invullen"):
        assert word not in told
    assert [one.text() for one in tab.detail.meer.menu().actions()] == ["Wie deed wat, en wie las dit"]
    tab.primary_new()
    assert tab.stack.currentWidget() is tab.detail
    compartment.set_read_only(False)
    window.context.hub.publish(Changes.of(Topic.ACCOUNTS))
    told = seen(tab.detail).split("\n")
    assert set(WRITES) <= set(told)
    assert "U bekijkt een oudere kopie." not in told


def test_a_child_of_age_has_its_dossier_destroyed_and_only_the_certificate_is_left(
    tab: MeldcodeTab, ask: Scripted
) -> None:
    number = dossier(tab)
    tab._service.sluit(number, MeldcodeAfloop.ANDERS, "Klaar.")
    tab.show_record(number)
    press_menu(tab, "Verzoek om vernietiging")
    fill(tab, van=VerzoekVan.OUDERS, datum="20-11-2026", besluit=JaNee.JA, met_wie="directeur", reden="Gevraagd.")
    save(tab)
    assert "Op verzoek van ouders vernietigt u niet" in seen(tab)
    fill(tab, van=VerzoekVan.KIND, leeftijd="16", overziet=JaNee.JA)
    ask.add("question", False)
    save(tab)
    assert not tab._service.lees(number).dossier.vernietigd
    ask.add("question", True)
    save(tab)
    assert tab.stack.currentWidget() is tab.papier
    assert "vernietigd" in seen(tab.papier)
    tab.go_back()
    press(tab.lijst, "Gesloten  1")
    assert [(one.naam, one.nummer) for one in tab.lijst.rows()] == [("", "2026-01")]
    place = tab.place()
    tab.show_record(number)
    assert tab.stack.currentWidget() is tab.papier
    tab.go_back()
    tab.go_to(place | {"dossier": number, "stap": 2})
    assert tab.stack.currentWidget() is tab.papier


def press_menu(tab: MeldcodeTab, words: str) -> None:
    """Choose this line of Meer."""
    [found] = [one for one in tab.detail.meer.menu().actions() if one.text() == words]
    found.trigger()
