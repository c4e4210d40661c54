"""Vertrouwelijk: no dossier without consent, what is written and corrected in it, and what is never lost."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from svp_desktop.domain.aantekeningen import DossierDraft
from svp_desktop.domain.vertrouwelijk import KindInstemming, Klager, OudersWeten
from svp_desktop.services.vertrouwelijk import CONCEPT_DOSSIER, concept_sleutel
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.places import Places
from svp_desktop.ui.tabs.vertrouwelijk.tab import VertrouwelijkTab
from svp_desktop.ui.theme.apply import Theme
from tests.ui.screen import press, seen
from tests.ui.vertrouwelijk.conftest import SPECS
from tests.zaken import notitie, oud_dossier, zaak

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_dossier_opens_only_with_consent_and_the_program_stamps_it(tab: VertrouwelijkTab) -> None:
    page, service = tab.eigen.dossiers, tab.eigen.dossiers._service
    press(tab, "Nieuw dossier")
    form = page.zaak_editor.form_velden
    QTest.keyClicks(form.naam, "Ouder uit groep 6")
    press(form, "Ouder")
    press(form, "Pesten")
    QTest.keyClicks(form.waarover, "Haar kind wordt buitengesloten.")
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    assert "Zonder toestemming" in form.fields["instemming"].message()
    assert service.lijst() == ()
    QTest.keyClick(form.instemming, Qt.Key.Key_Space)
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    assert "wie toestemming gaf" in form.fields["instemming_van"].message()
    QTest.keyClicks(form.van, "moeder")
    press(form, "Mondeling")
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    assert page.page.title.title() == "Dossier 2026-01"
    words = seen(page.page)
    assert "moeder, 24 november 2026" in words
    assert "Mondeling gegeven. Vastgelegd op di 24-11-2026 om 10.31 door Ilse Bruins." in words
    assert not form.over_kind.isVisible()


def test_a_child_that_comes_itself_asks_its_age_its_parents_and_a_weighty_reason(tab: VertrouwelijkTab) -> None:
    page = tab.eigen.dossiers
    tab.primary_new()
    form = page.zaak_editor.form_velden
    press(form, "Kind")
    QTest.keyClicks(form.naam, "fi")
    form.naam.choose(0)
    assert (form.naam.text(), form.groep.text(), form.leeftijd.text()) == ("Finn Mulder", "groep 7", "10")
    press(form, "Nee, om een zwaarwegend belang")
    page.zaak_editor._save()
    assert "zwaarwegend belang" in form.fields["ouders_reden"].message()
    assert form.fields["ouders_reden"].isVisible()
    press(form, "Nog niet")
    page.zaak_editor._save()
    assert form.fields["ouders"].message() == ""
    assert "vindt" in form.fields["kind_instemming"].message()


def test_a_referral_needs_consent_and_a_klacht_only_says_where_it_lies(tab: VertrouwelijkTab) -> None:
    page = tab.eigen.dossiers
    number = page._service.open_zaak(zaak()).value
    tab.show_record(number)
    tab.primary_new()
    form = page.stap_editor.form_velden
    QTest.keyClicks(form.tekst, "Uitgelegd wat zij kan doen.")
    press(form, "Verwijzing")
    QTest.keyClicks(form.minuten, "veel")
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    assert "alleen met toestemming" in form.fields["stap_instemming"].message()
    assert "aantal minuten" in form.fields["minuten"].message()
    form.minuten.setText("25")
    press(form, "Externe vertrouwenspersoon")
    press(form, "De volwassene zelf")
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    words = seen(page.page)
    assert "Verwezen naar: externe vertrouwenspersoon. Toestemming: de volwassene zelf." in words
    assert "25 minuten besteed." in words
    press(page.page, "Verbeteren")
    assert form.minuten.text() == "25"
    press(form, "Hulp bij klacht")
    QTest.keyClicks(form.klacht_bij, "klachtencommissie")
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    assert "De klacht ligt bij: klachtencommissie." in seen(page.page)
    press(page.page, "Blad")
    paper = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(page.papier.blad().pdf)).pages)
    assert "klachtencommissie" in paper
    assert "Uitgelegd" not in paper
    assert "Noor" not in paper, "the sheet may lie on a kitchen table"
    tab.go_back()
    assert page.stack.currentWidget() is page.page


def test_what_is_typed_is_kept_also_what_an_earlier_version_kept(tab: VertrouwelijkTab) -> None:
    page = tab.eigen.dossiers
    number = page._service.open_zaak(zaak()).value
    page._service.concepten.bewaar(
        concept_sleutel(number), {"tekst": "Half van toen", "met_wie": "vader"}, "Aantekening"
    )
    tab.show_record(number)
    assert "U was bezig met een aantekening" in page.page.notice.lead()
    press(page.page, "Verder gaan")
    assert page.stap_editor.form_velden.tekst.text() == "Half van toen"
    QTest.keyClicks(page.stap_editor.form_velden.met_wie, "opa en ")
    tab.go_back()
    press(page.page, "Verder gaan")
    assert page.stap_editor.form_velden.met_wie.text() == "opa en vader"
    tab.go_back()
    tab.go_back()
    page._service.concepten.bewaar(CONCEPT_DOSSIER, {"naam": "Half", "groep": "4", "persoon_uuid": None}, "Dossier")
    tab.resume(CONCEPT_DOSSIER)
    assert page.zaak_editor.form_velden.draft().dossier == DossierDraft("Half", "4")


def test_a_dossier_of_before_stays_readable_and_asks_for_consent(tab: VertrouwelijkTab, werkplek: Werkplek) -> None:
    page, number = tab.eigen.dossiers, oud_dossier(werkplek._kluis.compartment("eigen"), "Mees Vos", "Eerste gesprek.")
    tab.show_record(number)
    assert "Hier staat nog geen toestemming" in page.page.open_punten.text()
    assert [note.note.inhoud.tekst for note in page.page.notes()] == ["Eerste gesprek."]
    press(page.page, "Aanvullen")
    form = page.zaak_editor.form_velden
    assert form.naam.text() == "Mees Vos"
    form.load(zaak("Mees Vos"), fresh=False)
    press(tab, "Opslaan")
    assert page.page.open_punten.isHidden()
    assert page._service.zaak(number).versie == 1


def test_a_dossier_closes_with_how_it_ended_and_reopens(window: MainWindow, tab: VertrouwelijkTab) -> None:
    page = tab.eigen.dossiers
    number = page._service.open_zaak(zaak()).value
    tab.show_record(number)
    press(page.page, "Dossier sluiten")
    press(page.page.sluiten, "Sluiten")
    assert "Kies hoe het is afgelopen." in seen(page.page.sluiten)
    press(page.page.sluiten, "Doorverwezen")
    press(page.page.sluiten, "Sluiten")
    assert "doorverwezen" in page.page.closed.lead()
    assert not page.page.nieuw.isVisible()
    press(window, "Ongedaan maken")
    assert page.page.nieuw.isVisible()


def test_consent_that_is_taken_back_stops_the_writing(tab: VertrouwelijkTab, ask: Scripted) -> None:
    page = tab.eigen.dossiers
    number = page._service.open_zaak(zaak()).value
    page._service.leg_stap_vast(number, notitie())
    tab.show_record(number)
    ask.add("question", True)
    press(page.page, "Toestemming ingetrokken…")
    assert "De toestemming is ingetrokken" in page.page.open_punten.text()
    assert not page.page.nieuw.isVisible()
    assert "Verbeteren" not in seen(page.page)
    tab.primary_new()
    assert page.stack.currentWidget() is page.page


def everything(werkplek: Werkplek) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of school.db."""
    with werkplek._kluis.school.reading() as rx:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = rx.connection.exec_driver_sql(query).scalars().all()
        return {
            name: [tuple(row) for row in rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"')] for name in names
        }


def test_school_db_learns_nothing_at_all(window: MainWindow, tab: VertrouwelijkTab, werkplek: Werkplek) -> None:
    page, heard = tab.eigen.dossiers, []
    before, file = everything(werkplek), (werkplek.folder / "school.db").read_bytes()
    window.context.hub.changed.connect(heard.append)
    tab.primary_new()
    page.zaak_editor.form_velden.load(zaak("Finn Mulder"), fresh=False)
    page.zaak_editor.form_velden.touched()
    tab.flush_draft()
    press(tab, "Dossier openen")
    tab.primary_new()
    QTest.keyClicks(page.stap_editor.form_velden.tekst, "Vertelde iets in vertrouwen.")
    tab.flush_draft()
    press(tab, "Opslaan")
    press(page.page, "Weghalen")
    press(page.page, "Terugzetten")
    tab.focus_search()
    QTest.keyClicks(page.lijst.zoek, "gesprek over")
    assert [row.regel.naam for row in page.lijst.rows()] == ["Finn Mulder"], "what a matter is about is found here only"
    page.lijst.zoek.setText("vertelde")
    assert everything(werkplek) == before
    assert (werkplek.folder / "school.db").read_bytes() == file
    assert (heard, werkplek.concepten.alle(), werkplek.zoeken("vertelde")) == ([], (), ())


def test_a_lock_brings_back_the_form_and_school_db_does_not_know(
    window: MainWindow, tab: VertrouwelijkTab, werkplek: Werkplek, theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    page = tab.eigen.dossiers
    tab.show_record(page._service.open_zaak(zaak()).value)
    tab.primary_new()
    QTest.keyClicks(page.stap_editor.form_velden.tekst, "Half")
    tab.flush_draft()
    Places(window, werkplek).keep()
    rows = str(everything(werkplek))
    assert not any(word in rows for word in ("vertrouwelijk", "dossier", "aantekening"))
    again = MainWindow(window.context, SPECS, theme, "De Regenboog")
    shown(again)
    Places(again, werkplek).restore("incidenten")
    there = again.page(again.current_code())
    assert isinstance(there, VertrouwelijkTab)
    assert there.eigen.dossiers.stap_editor.form_velden.tekst.text() == "Half"


@pytest.mark.parametrize("larger", [0, 2])
def test_nothing_is_clipped_on_a_small_laptop(tab: VertrouwelijkTab, theme: Theme, larger: int) -> None:
    theme.zoom(larger)
    page = tab.eigen.dossiers
    tab.show_record(page._service.open_zaak(zaak()).value)
    for part in (page.lijst, page.page, page.zaak_editor, page.stap_editor):
        hint = part.minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 600) == (True, True), type(part).__name__


def test_the_list_says_who_came_and_what_is_still_to_be_done(tab: VertrouwelijkTab, werkplek: Werkplek) -> None:
    page = tab.eigen.dossiers
    child = {"leeftijd": "10", "kind_instemming": KindInstemming.NIET_GEVRAAGD, "ouders": OudersWeten.NOG_NIET}
    page._service.open_zaak(zaak("Finn", klager=Klager.KIND, **child))
    gone = page._service.open_zaak(zaak("Team", klager=Klager.MEDEWERKER)).value
    page._service.trek_instemming_in(gone)
    page._service.open_zaak(zaak("Moeder"))
    oud_dossier(werkplek._kluis.compartment("eigen"), "Mees")
    page.reload()
    assert {row.regel.naam: (row.wie_kwam, row.te_doen) for row in page.lijst.rows()} == {
        "Finn": ("Kind", "ouders inlichten, het kind vragen"),
        "Team": ("Andere medewerker", "vernietigen"),
        "Moeder": ("Ouder", "niets"),
        "Mees": ("", "toestemming vragen"),
    }


def test_what_is_mended_is_said_no_more_and_nothing_new_is_said_while_typing(tab: VertrouwelijkTab) -> None:
    page = tab.eigen.dossiers
    page.new_dossier()
    form = page.zaak_editor.form_velden
    page.zaak_editor.opslaan.click()
    assert "Zonder toestemming" in form.fields["instemming"].message()
    form.instemming.click()
    assert form.fields["instemming"].message() == ""
    assert form.fields["instemming_van"].message() == ""
    assert form.fields["naam"].message(), "what is still wrong stays said"


def test_a_save_that_is_held_back_shows_the_reason_also_when_that_field_was_scrolled_away(
    tab: VertrouwelijkTab,
) -> None:
    page = tab.eigen.dossiers
    page.new_dossier()
    form = page.zaak_editor.form_velden
    area = next(one for one in page.zaak_editor.findChildren(QScrollArea) if one.isAncestorOf(form.geprobeerd))
    QCoreApplication.processEvents()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    field = form.fields["klager"]
    assert field.visibleRegion().isEmpty()
    page.zaak_editor.opslaan.click()
    assert field.visibleRegion().boundingRect().height() == field.height()
