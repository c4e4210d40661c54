"""Meldcode-dossier and Vertrouwelijk: opening, writing, correcting, closing, and what is never lost."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from svp_desktop.domain.aantekeningen import AantekeningDraft, Aard, DossierDraft
from svp_desktop.services.aantekeningen import CONCEPT_DOSSIER, concept_sleutel
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.aantekeningen.blad import WINDOW
from svp_desktop.ui.tabs.aantekeningen.notitie import FOLDED
from svp_desktop.ui.tabs.aantekeningen.tab import AantekeningenTab
from tests.ui.aantekeningen.conftest import HOSTILE, dossier, press, seen, texts, type_note


def test_an_empty_list_says_what_belongs_here(window: MainWindow) -> None:
    assert "zorgen maakt over een kind" in window.show_page("meldcode").lijst.sentence()  # type: ignore[attr-defined]


def test_a_pupil_is_found_by_two_letters_and_the_dossier_keeps_its_own_copy(
    tab: AantekeningenTab, werkplek: Werkplek
) -> None:
    press(tab, "Nieuw dossier")
    form = tab.dossier_editor._form
    QTest.keyClicks(form.naam, "fi")
    form.naam.choose(0)
    assert (form.naam.text(), form.groep.text()) == ("Finn Mulder", "groep 4")
    press(tab, "Dossier openen")
    assert tab.page.title.title() == "Dossier 2026-01"
    [row] = tab._service.lijst()
    found = tab._service.lees(row.id).dossier
    [pupil] = werkplek.personen.zoek("Finn")
    assert (found.naam, found.groep) == ("Finn Mulder", "groep 4")
    assert found.persoon_uuid == werkplek.personen.lees(pupil.id).uuid


def test_own_words_are_no_person_of_the_register(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    form = tab.dossier_editor._form
    QTest.keyClicks(form.naam, "fi")
    form.naam.choose(0)
    QTest.keyClicks(form.naam, " en zijn zus")
    assert form.draft().persoon_uuid is None


def test_enter_does_not_take_what_was_offered_for_an_earlier_text(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "fi")
    tab.go_back()
    tab._service.concepten.wis(CONCEPT_DOSSIER)
    tab.new_dossier()
    QTest.keyClick(tab.dossier_editor._form.naam, Qt.Key.Key_Return)
    assert tab.dossier_editor._form.draft() == DossierDraft()


def test_a_dossier_about_nobody_is_not_opened(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    press(tab, "Dossier openen")
    assert "over wie" in tab.dossier_editor._form.fields["naam"].message()
    assert tab._service.lijst() == ()


def test_a_note_by_keyboard(tab: AantekeningenTab) -> None:
    dossier(tab)
    type_note(tab, "Vertelde over ruzie thuis.")
    if tab._service.met_aard:
        QTest.keyClick(tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert "een feit, een mening" in tab.aantekening_editor._form.fields["aard"].message()
        tab.aantekening_editor._form.aard.parts()[2].click()
    else:
        assert not tab.aantekening_editor._form.fields["aard"].isVisible()
    QTest.keyClick(tab, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert tab.stack.currentWidget() is tab.page
    first = tab.page.notes()[0].note
    assert (first.inhoud.tekst, first.door) == ("Vertelde over ruzie thuis.", "Ilse Bruins")
    assert first.inhoud.aard is (Aard.VERMOEDEN if tab._service.met_aard else None)


def test_what_is_typed_is_kept_and_offered_again(tab: AantekeningenTab) -> None:
    number = dossier(tab)
    type_note(tab, "Half")
    assert tab.go_back()
    assert tab._service.concepten.lees(concept_sleutel(number)) is not None
    assert "U was bezig met een aantekening" in seen(tab.page)
    press(tab.page, "Verder gaan")
    assert tab.aantekening_editor._form.tekst.text() == "Half"
    tab.go_back()
    press(tab.page, "Weggooien")
    assert tab._service.concepten.alle() == ()
    assert "U was bezig" not in seen(tab.page)


def test_undo_of_typing_brings_nothing_of_another_dossier(tab: AantekeningenTab) -> None:
    dossier(tab, "Finn Mulder")
    type_note(tab, "Over Finn")
    QTest.keyClick(tab.aantekening_editor._form.tekst, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tab.aantekening_editor._form.tekst, Qt.Key.Key_Delete)
    tab.go_back()
    dossier(tab)
    tab.new_note()
    QTest.keyClick(tab.aantekening_editor._form.tekst, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tab.aantekening_editor._form.tekst.text() == ""


def test_the_list_offers_what_was_being_typed_without_a_name(tab: AantekeningenTab) -> None:
    dossier(tab)
    type_note(tab, "Half")
    tab.go_back()
    tab.go_back()
    assert "U was bezig met een aantekening" in seen(tab.lijst)
    assert "Noor" not in seen(tab.lijst)
    press(tab.lijst, "Verder gaan")
    assert tab.aantekening_editor._form.tekst.text() == "Half"
    press(tab, "Dossier 2026-01")
    tab.go_back()
    press(tab.lijst, "Weggooien")
    assert "U was bezig" not in seen(tab.lijst)
    assert tab._service.concepten.alle() == ()


def test_a_correction_shows_the_earlier_text_when_asked(tab: AantekeningenTab) -> None:
    dossier(tab)
    press(tab.page, "Verbeteren")
    tab.aantekening_editor._form.tekst.setPlainText("Gesprek met beide ouders.")
    press(tab, "Opslaan")
    [note] = tab.page.notes()
    assert "Gesprek over" not in seen(note)
    press(note, "Eerdere tekst")
    assert "Gesprek over Noor van 't Hof." in seen(note)
    press(note, "Eerdere tekst verbergen")
    assert "Gesprek over" not in seen(note)


def test_a_note_taken_away_leaves_a_line_and_comes_back(window: MainWindow, tab: AantekeningenTab) -> None:
    dossier(tab)
    press(tab.page, "Weghalen")
    assert "weggehaald op di 24-11-2026" in seen(tab.page)
    assert "Gesprek over" not in seen(tab.page)
    assert window.snackbar.text() == "Aantekening weggehaald."
    window.snackbar.undo_button().click()
    assert "Gesprek over" in seen(tab.page)
    press(tab.page, "Verbeteren")
    press(tab, "Weghalen")
    press(tab.page, "Terugzetten")
    assert "Gesprek over" in seen(tab.page)


def test_undo_does_not_close_the_form_that_is_open(window: MainWindow, tab: AantekeningenTab) -> None:
    dossier(tab)
    press(tab.page, "Weghalen")
    type_note(tab, "Nieuw")
    window.snackbar.undo_button().click()
    assert tab.stack.currentWidget() is tab.aantekening_editor
    assert tab.aantekening_editor._form.tekst.text() == "Nieuw"


def test_a_dossier_opened_by_mistake_is_taken_back(window: MainWindow, tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "Vergissing")
    press(tab, "Dossier openen")
    window.snackbar.undo_button().click()
    assert tab.stack.currentWidget() is tab.lijst
    assert tab.lijst.rows() == ()


def test_a_dossier_with_a_note_is_not_taken_back(window: MainWindow, tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "Noor")
    press(tab, "Dossier openen")
    [row] = tab._service.lijst()
    tab._service.leg_vast(row.id, AantekeningDraft("vandaag", aard=Aard.FEIT, tekst="x"))
    window.snackbar.undo_button().click()
    assert "staat al een aantekening" in window.messages.notice.lead()
    assert len(tab._service.lijst()) == 1


def test_a_closed_dossier_is_read_only_and_reopens(window: MainWindow, tab: AantekeningenTab) -> None:
    number = dossier(tab)
    press(tab.page, "Dossier sluiten")
    assert "Gesloten op di 24-11-2026" in seen(tab.page)
    assert not {"Nieuwe aantekening", "Verbeteren", "Weghalen", "Naam en groep"} & set(seen(tab.page).splitlines())
    tab.primary_new()
    assert tab.stack.currentWidget() is tab.page
    window.snackbar.undo_button().click()
    assert "Nieuwe aantekening" in seen(tab.page)
    press(tab.page, "Dossier sluiten")
    tab.show_list()
    assert tab.lijst.rows() == ()
    tab.lijst.gesloten.click()
    tab.lijst.table.opened.emit(0)
    press(tab.page, "Heropenen")
    assert not tab._service.lees(number).dossier.gesloten


def test_another_name(tab: AantekeningenTab) -> None:
    number = dossier(tab)
    press(tab.page, "Naam en groep")
    tab.dossier_editor._form.groep.setText("groep 7")
    press(tab, "Opslaan")
    assert tab._service.lees(number).dossier.groep == "groep 7"
    assert "groep 7" in seen(tab.page)


def test_an_open_dossier_shows_no_other_name_and_leaves_nothing_behind(tab: AantekeningenTab) -> None:
    dossier(tab, "Finn Mulder")
    dossier(tab, "Noor van 't Hof")
    assert not tab.lijst.isVisible()
    assert "Noor" in seen(tab)
    assert "Finn" not in seen(tab)
    type_note(tab, "Nog iets over Noor")
    tab.go_back()
    press(tab.page, "Naam en groep")
    tab.go_back()
    tab.go_back()
    assert tab.stack.currentWidget() is tab.lijst
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for part in (tab.page, tab.dossier_editor, tab.aantekening_editor):
        for name in ("Noor", "Finn"):
            assert name not in texts(part)


def test_the_search_finds_a_word_of_a_note(tab: AantekeningenTab) -> None:
    dossier(tab, "Finn Mulder")
    dossier(tab)
    tab.focus_search()
    QTest.keyClicks(tab.lijst.zoek, "gesprek finn")
    assert [row.naam for row in tab.lijst.rows()] == ["Finn Mulder"]
    QTest.keyClicks(tab.lijst.zoek, "zzz")
    assert "Geen dossier gevonden" in tab.lijst.sentence()


def test_hostile_names_are_shown_as_they_are(tab: AantekeningenTab) -> None:
    dossier(tab, HOSTILE)
    assert f"{HOSTILE}, groep 6" in seen(tab.page)
    assert f"Gesprek over {HOSTILE}." in seen(tab.page)
    tab.show_list()
    assert tab.lijst.rows()[0].naam == HOSTILE


def test_many_notes_and_a_long_one_are_folded_until_asked_for(tab: AantekeningenTab) -> None:
    number = dossier(tab)
    long = "woord " * FOLDED
    for count in range(WINDOW):
        text = long if count == WINDOW - 1 else f"nummer {count}"
        tab._service.leg_vast(number, AantekeningDraft("vandaag", aard=Aard.FEIT, tekst=text))
    tab.show_record(number)
    assert len(tab.page.notes()) == WINDOW
    first = tab.page.notes()[0]
    assert len(max(seen(first).splitlines(), key=len)) < FOLDED + 10
    press(first, "Hele tekst")
    assert long.strip() in seen(first)
    press(tab.page, "Oudere aantekeningen (1)")
    assert len(tab.page.notes()) == WINDOW + 1


def test_the_place_comes_back_with_the_draft_open(tab: AantekeningenTab, window: MainWindow) -> None:
    number = dossier(tab)
    type_note(tab, "Half")
    tab.flush_draft()
    place = tab.place()
    again = type(tab)(window.context)
    again.go_to(place)
    assert again.stack.currentWidget() is again.aantekening_editor
    assert again.aantekening_editor._form.tekst.text() == "Half"
    again.go_back()
    assert again.place() == {"dossier": number}
    gone = type(tab)(window.context)
    gone.go_to({"dossier": 99})
    assert gone.stack.currentWidget() is gone.lijst


def test_a_draft_of_a_dossier_comes_back(tab: AantekeningenTab) -> None:
    tab.new_dossier()
    QTest.keyClicks(tab.dossier_editor._form.naam, "No")
    tab.go_back()
    assert tab._service.concepten.lees(CONCEPT_DOSSIER) is not None
    tab.resume(CONCEPT_DOSSIER)
    assert tab.dossier_editor._form.naam.text() == "No"
