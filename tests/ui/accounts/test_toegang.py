"""Accounts en toegang: what is seen, what may be done, and what happens to the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from svp_desktop.domain.errors import SchijfVol
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import AccountStatus, Stand
from svp_desktop.ui.program import Program
from svp_desktop.ui.tabs.toegang.tab import ToegangTab
from tests.ui.accounts.hands import press


def page_of(program: Program) -> ToegangTab:
    page = program.window.show_page("toegang")
    assert isinstance(page, ToegangTab)
    return page


def test_who_there_are_what_they_can_open_and_what_state_they_are_in(ploeg) -> None:
    team = ploeg("coordinator", "eerste")
    werkplek = team.enter("directeur")
    werkplek.accounts.nodig_uit("Els van 't Hof", Rol.DIRECTEUR)
    werkplek.accounts.zet_pest(team.ids["coordinator"], True)
    werkplek.accounts.trek_in(team.ids["coordinator"], "school")
    page = page_of(team.program("directeur"))
    assert page.lijst.texts() == [
        ["Hanneke Vos (u)", "Directeur", "Actief", "Ja", "Nee"],
        ["Els van 't Hof", "Directeur", "Uitgenodigd", "Nee", "Nee"],
        ["Bram Kuiper", "Kwaliteitscoördinator, pestcoördinator", "Actief", "Wacht op toegang", "Nee"],
        ["Carla Bos", "Interne vertrouwenspersoon", "Actief", "Ja", "Ja"],
    ]


def test_what_the_plan_still_asks_of_the_vertrouwenspersonen_is_said_quietly(ploeg) -> None:
    team = ploeg("eerste")
    free = "Nog een plaats vrij voor een interne vertrouwenspersoon."
    pest = "Het plan vraagt dat ten minste één vertrouwenspersoon ook pestcoördinator is."
    assert page_of(team.program("directeur")).lijst.vrij.text() == f"{free} {pest}"
    team.join("tweede")
    program = team.program("directeur")
    page, work = page_of(program), program.window.context.werkplek
    assert page.lijst.vrij.text() == pest
    work.instellingen.zet("vertrouwenspersonen", 4)
    work.instellingen.zet("met_pesttaak", 0)
    page.reload()
    assert page.lijst.vrij.text() == "Nog twee plaatsen vrij voor een interne vertrouwenspersoon."
    work.instellingen.standaard("vertrouwenspersonen")
    work.instellingen.standaard("met_pesttaak")
    work.accounts.zet_pest(team.ids["tweede"], True)
    page.reload()
    assert page.lijst.vrij.text() == ""


def test_someone_else_than_the_directeur_sees_and_cannot_manage(ploeg) -> None:
    page = page_of(ploeg("coordinator", "eerste").program("coordinator"))
    assert not page.lijst.nieuw.isVisible()
    page.open_account(page._service.alle()[1].id)
    assert page.page.naam.isReadOnly()
    assert not page.page.stop.isVisible()
    assert not any(part.geef.isVisible() or part.neem.isVisible() for part in page.page.regels.values())
    page.primary_new()
    assert page.stack.currentWidget() is page.page


def test_an_invitation_by_the_keyboard_shows_four_words_once(ploeg, running, printer) -> None:
    program = ploeg().program("directeur")
    page = page_of(program)
    QTest.keySequence(program.shell, "Ctrl+N")
    QTest.keyClicks(QApplication.focusWidget(), "Fem de Boer")
    page.nieuw.rollen[Rol.INTERNE_VERTROUWENSPERSOON].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(page.nieuw.is_pest, Qt.Key.Key_Space)
    press(page.nieuw.verder)
    assert page.stack.currentWidget() is page.uitnodiging
    words = page.uitnodiging.woorden.words()
    assert len(words) == 4
    assert page.uitnodiging.blad.view.page_count() == 1
    made = page._service.alle()[1]
    assert (made.naam, made.pest, made.status) == ("Fem de Boer", True, AccountStatus.UITGENODIGD)
    running.ask.add("printer", printer)
    QTest.keySequence(program.shell, "Ctrl+P")
    assert printer.outputFileName()
    assert running.ask.asked == [("printer", "Blad van de school")]
    program.window.show_page("vandaag")
    assert page.uitnodiging.woorden.words() == ()
    assert page.uitnodiging.blad.pdf() == b""
    assert QApplication.clipboard().text() == ""
    program.window.show_page("toegang")
    assert page.stack.currentWidget() is page.lijst


def test_what_is_wrong_with_a_name_stands_at_the_name(ploeg) -> None:
    page = page_of(ploeg("coordinator").program("directeur"))
    page.new_account()
    press(page.nieuw.verder)
    assert page.nieuw.naam_veld.message() == "Vul een naam in."
    QTest.keyClicks(page.nieuw.naam, "bram kuiper")
    QTest.keyClick(page.nieuw.naam, Qt.Key.Key_Return)
    assert page.nieuw.naam_veld.message() == "Er is al een account met deze naam."
    page.open_account(page._service.alle()[1].id)
    page.page.naam.setText("")
    press(page.page.bewaar)
    assert page.page.naam_veld.message() == "Vul een naam in."
    page.page.naam.setText("Bram de Kuiper")
    press(page.page.bewaar)
    assert page._service.alle()[1].naam == "Bram de Kuiper"


def test_access_is_given_after_the_words_were_compared(ploeg, running) -> None:
    team = ploeg()
    team.join("coordinator", school=False)
    page = page_of(team.program("directeur"))
    QTest.keyClick(page.lijst.table, Qt.Key.Key_Down)
    QTest.keyClick(page.lijst.table, Qt.Key.Key_Return)
    line = page._service.alle()[1]
    assert page.page.woorden.words() == line.herkenning
    assert len(line.herkenning) == 6
    assert "niet met een mail" in page.page.vergelijk.text()
    running.ask.add("question", False)
    press(page.page.regels["school"].geef)
    assert page._service.alle()[1].toegang["school"] is Stand.WACHT
    running.ask.add("question", True)
    press(page.page.regels["school"].geef)
    assert page._service.alle()[1].toegang["school"] is Stand.JA
    assert running.ask.asked == [("question", "Zijn dit de woorden van Bram Kuiper?")] * 2
    assert not page.page.regels["school"].geef.isVisible()


def test_after_taking_access_away_the_key_is_renewed(ploeg, running) -> None:
    team = ploeg("coordinator")
    program = team.program("directeur")
    page = page_of(program)
    page.open_account(team.ids["coordinator"])
    running.ask.add("question", True)
    press(page.page.regels["school"].neem)
    assert program.window.snackbar.text().endswith(
        "De schoolgegevens hebben een nieuwe sleutel. De oude werkt niet meer."
    )
    assert program.context().werkplek.vernieuw_sleutels() == ()


def test_a_key_that_could_not_be_renewed_comes_at_the_next_unlocking(ploeg, running, monkeypatch) -> None:
    team = ploeg("coordinator")
    program = team.program("directeur")
    page = page_of(program)
    page.open_account(team.ids["coordinator"])

    def full() -> None:
        raise SchijfVol

    monkeypatch.setattr(program.context().werkplek, "vernieuw_sleutels", full)
    running.ask.add("question", True)
    press(page.page.stop.uit)
    assert page.page.notice.lead() == "De sleutel is nog niet vernieuwd."
    assert page.page.notice.text().endswith("Dat gebeurt bij de volgende keer ontgrendelen.")
    monkeypatch.undo()
    program.notices.renew()
    assert program.context().werkplek.vernieuw_sleutels() == ()


def test_off_on_and_away(ploeg, running) -> None:
    team = ploeg("coordinator")
    page = page_of(team.program("directeur"))
    page.open_account(team.ids["coordinator"])
    for button in (page.page.stop.uit, page.page.stop.aan, page.page.stop.weg):
        if button is not page.page.stop.aan:
            running.ask.add("question", True)
        press(button)
    assert page.stack.currentWidget() is page.lijst
    assert [line.naam for line in page._service.alle()] == ["Hanneke Vos"]


def test_pestcoordinator_only_for_who_the_plan_names(ploeg) -> None:
    team = ploeg("coordinator", "eerste")
    page = page_of(team.program("directeur"))
    page.open_account(team.ids["directeur"])
    assert not page.page.is_pest.isVisible()
    for who in ("coordinator", "eerste"):
        page.open_account(team.ids[who])
        press(page.page.is_pest)
        assert next(line for line in page._service.alle() if line.id == team.ids[who]).pest


def test_what_only_one_can_open_is_destroyed_with_a_reason_and_a_certificate(ploeg, running) -> None:
    team = ploeg("eerste")
    page = page_of(team.program("directeur"))
    page.open_account(team.ids["eerste"])
    assert page.page.stop.lost.text().startswith("Alleen Carla Bos heeft de sleutel van het")
    assert not page.page.stop.weg.isVisible()
    press(page.page.stop.vernietig)
    press(page.vernietigen.vernietig)
    assert page.vernietigen.reden_veld.message() == "Schrijf op waarom de gegevens worden vernietigd."
    QTest.keyClicks(page.vernietigen.reden, "De bewaartermijn is voorbij")
    running.ask.add("question", False)
    press(page.vernietigen.vernietig)
    assert len(page._service.alle()) == 2
    running.ask.add("question", True)
    press(page.vernietigen.vernietig)
    assert page.stack.currentWidget() is page.bewijs
    assert len(page.bewijs.papers()) == 2
    assert all(pdf.startswith(b"%PDF") for pdf in page.bewijs.papers())
    assert [line.naam for line in page._service.alle()] == ["Hanneke Vos"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.lijst
    assert page.bewijs.papers() == ()


def test_the_last_holder_is_not_switched_off(ploeg, running) -> None:
    team = ploeg("eerste")
    page = page_of(team.program("directeur"))
    page.open_account(team.ids["eerste"])
    running.ask.add("question", True)
    press(page.page.stop.uit)
    assert page.page.notice.lead().startswith("Dit account is de laatste met een sleutel")
    assert page.page.status_word.text() == "Actief"


def test_other_words_for_an_invitation(ploeg) -> None:
    team = ploeg()
    made = team.enter("directeur").accounts.nodig_uit("Els Bakker", Rol.DIRECTEUR)
    page = page_of(team.program("directeur"))
    page.open_account(made.account_id)
    assert page.page.woorden.words()
    assert not page.page.woorden.isVisible()
    press(page.page.stop.opnieuw)
    assert page.uitnodiging.woorden.words() != made.woorden
    page.flush_draft()
    assert page.uitnodiging.woorden.words() == ()


@pytest.mark.parametrize("larger", [0, 1])
def test_everything_fits_a_small_laptop(ploeg, theme, larger: int) -> None:
    team = ploeg("coordinator", "eerste")
    program = team.program("directeur")
    page = page_of(program)
    theme.zoom(larger)
    for show in (page.show_list, lambda: page.open_account(team.ids["eerste"]), page.new_account):
        show()
        QApplication.processEvents()
        size = program.window.minimumSizeHint()
        assert size.width() <= 1270, (show, size)
        assert size.height() <= 690, (show, size)
