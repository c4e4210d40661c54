"""Mijn account: password, herstelblad, envelopes, a second holder, and the dossier of someone else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from svp_desktop.domain.errors import WachtwoordOnjuist
from svp_desktop.ui.program import Program
from svp_desktop.ui.tabs.account.tab import AccountTab
from svp_desktop.ui.tabs.vertrouwelijk.tab import VertrouwelijkTab
from tests.ui.accounts.hands import press
from tests.zaken import zaak

WACHTWOORD = "vier losse woorden, klaar"
ANDER = "een heel ander wachtwoord"


def page_of(program: Program) -> AccountTab:
    page = program.window.show_page("account")
    assert isinstance(page, AccountTab)
    return page


def part(page: AccountTab, words: str) -> QPushButton:
    """The button of the card about the private dossier that begins with these words."""
    QApplication.processEvents()
    made = page.overzicht.dossier.findChildren(QPushButton)
    (found,) = [button for button in made if button.isVisible() and button.text().startswith(words)]
    return found


def test_who_you_are_and_the_words_of_your_keys(ploeg) -> None:
    page = page_of(ploeg("eerste").program("eerste"))
    assert page.overzicht.woorden.words() == page._keys.herkenning()
    page.overzicht.naam.setText("Carla de Bos")
    press(page.overzicht.bewaar)
    assert page._context.werkplek.accounts.alle()[0].naam == "Carla de Bos"
    page.overzicht.naam.setText("hanneke vos")
    press(page.overzicht.bewaar)
    assert page.overzicht.naam_veld.message() == "Er is al een account met deze naam."


def test_another_password(ploeg, running) -> None:
    team = ploeg("coordinator")
    page = page_of(team.program("coordinator"))
    press(page.overzicht.wachtwoord)
    QTest.keyClicks(QApplication.focusWidget(), "niet het goede wachtwoord")
    for line in (page.wachtwoord.nieuw.one, page.wachtwoord.nieuw.two):
        QTest.keyClicks(line, ANDER)
    QTest.keyClick(page.wachtwoord.nieuw.two, Qt.Key.Key_Return)
    assert page.wachtwoord.oud_veld.message().startswith("Dit wachtwoord klopt niet.")
    page.wachtwoord.oud.setText(WACHTWOORD)
    press(page.wachtwoord.bewaar)
    assert page.stack.currentWidget() is page.overzicht
    assert page.wachtwoord.oud.text() == page.wachtwoord.nieuw.text() == ""
    team.leave()
    with pytest.raises(WachtwoordOnjuist):
        running.toegang().ontgrendel(team.folder, team.ids["coordinator"], WACHTWOORD)
    running.toegang().ontgrendel(team.folder, team.ids["coordinator"], ANDER).vergrendel()


def test_a_password_that_is_too_short_is_refused_before_anything_is_tried(ploeg) -> None:
    page = page_of(ploeg().program("directeur"))
    page.change_password()
    page.wachtwoord.oud.setText(WACHTWOORD)
    page.wachtwoord.nieuw.one.setText("kort")
    press(page.wachtwoord.bewaar)
    assert page.wachtwoord.notice.isVisible()
    assert page.stack.currentWidget() is page.wachtwoord


def test_how_long_older_backups_open_with_the_old_password(ploeg) -> None:
    page = page_of(ploeg().program("directeur"))
    page.change_password()
    assert page.wachtwoord.kopieen.text().endswith("Er zijn geen oudere reservekopieën.")
    page._context.werkplek.reservekopieen.maak(lambda done, total: None)
    page.change_password()
    assert "De oudste is van 24 november 2026." in page.wachtwoord.kopieen.text()


def test_a_herstelblad_counts_when_it_was_typed_back(ploeg) -> None:
    page = page_of(ploeg().program("directeur"))
    press(page.overzicht.blad)
    words = page.blad.grid.words()
    press(page.blad.to_check)
    page.blad.field.area.setText(" ".join(words))
    press(page.blad.finish)
    press(page.blad.go_on)
    assert page.stack.currentWidget() is page.overzicht
    assert page.blad is None
    assert page._keys.herstelblad_op is not None
    assert page.overzicht.blad.text() == "Nieuw herstelblad…"


def test_codes_go_when_the_page_is_left_and_at_a_lock(ploeg) -> None:
    program = ploeg("eerste").program("eerste")
    page = page_of(program)
    page.new_sheet()
    sheet = page.blad
    program.window.show_page("vandaag")
    assert sheet.grid.words() == ()
    assert page.blad is None
    page = page_of(program)
    page.make_envelopes()
    page.enveloppen.begrijp.setChecked(True)
    page.enveloppen.go_on()
    assert page.enveloppen.blad.pdf()
    page.flush_draft()
    assert page.enveloppen.blad.pdf() == b""
    assert page.enveloppen.nummer() == 0


def envelopes(page: AccountTab, running, printer) -> list[str]:
    """Make three envelopes as a user does, and give their words as they are typed back."""
    made = []
    press(part(page, "Enveloppen maken…"))
    assert not page.enveloppen.verder.isEnabled()
    press(page.enveloppen.begrijp)
    press(page.enveloppen.verder)
    for number in (1, 2, 3):
        assert page.enveloppen.nummer() == number
        running.ask.add("printer", printer)
        press(page.enveloppen.druk)
        press(page.enveloppen.verder)
        assert page.enveloppen.blad.pdf() == b""
        words = page.enveloppen._made.woorden[number - 1]
        if number == 1:
            page.enveloppen.veld.area.setText(" ".join(page.enveloppen._made.woorden[1]))
            press(page.enveloppen.verder)
            assert "niet de woorden van envelop 1" in page.enveloppen.veld.message()
        # the first four letters are enough
        made.append(" ".join(word[:4] for word in words))
        page.enveloppen.veld.area.setText(made[-1])
        press(page.enveloppen.verder)
    assert page.enveloppen.step() == 3
    press(page.enveloppen.verder)
    assert page.stack.currentWidget() is page.overzicht
    return made


def test_two_of_three_envelopes_open_the_dossier_of_a_colleague(ploeg, running, printer) -> None:
    team = ploeg("eerste", "tweede")
    program = team.program("eerste")
    page = page_of(program)
    words = envelopes(page, running, printer)
    assert page._keys.enveloppen_op is not None
    assert part(page, "Nieuwe enveloppen…").isVisible()
    program = team.program("tweede")
    page = page_of(program)
    press(part(page, "Openen met twee enveloppen…"))
    page.ander.eerste.area.setText(words[2])
    page.ander.tweede.area.setText(words[2])
    press(page.ander.open)
    assert page.ander.notice.lead() == "Deze twee enveloppen openen het dossier niet."
    page.ander.tweede.area.setText(words[0])
    press(page.ander.open)
    tab = program.window.page("vertrouwelijk")
    assert program.window.current_code() == "vertrouwelijk"
    assert isinstance(tab, VertrouwelijkTab)
    assert [choice.text() for choice in tab.keuze.parts()] == ["Mijn dossiers", "Van Carla Bos"]
    assert page.ander.eerste.text() == ""
    assert QApplication.clipboard().text() == ""
    notices = [message.kop for message in team.program("eerste").notices.messages()]
    assert "Dirk Lam heeft een vertrouwelijk dossier geopend met twee enveloppen" in notices


def test_a_second_holder_reads_what_the_first_wrote_and_not_the_other_way(ploeg, running) -> None:
    team = ploeg("eerste", "tweede")
    program = team.program("eerste")
    service = program.context().werkplek.vertrouwelijk("eigen")
    service.open_zaak(zaak("Mees Vos"))
    page = page_of(program)
    running.ask.add("question", True)
    press(part(page, "Ook een sleutel geven…"))
    assert part(page, "Sleutel intrekken…").isVisible()
    program = team.program("tweede")
    page = page_of(program)
    press(part(page, "Openen"))
    tab = program.window.page("vertrouwelijk")
    QTest.keyClick(tab.keuze.parts()[1], Qt.Key.Key_Space)
    assert [line.regel.naam for line in tab.here().dossiers.lijst.rows()] == ["Mees Vos"]
    assert not tab.eigen.dossiers.lijst.rows()
    tab.choose("eigen")
    assert tab.here() is tab.eigen
    page = page_of(team.program("eerste"))
    running.ask.add("question", True)
    press(part(page, "Sleutel intrekken…"))
    assert page_of(team.program("tweede"))
    assert not team._last[-1].sleutels.andere_dossiers()


@pytest.mark.parametrize("larger", [0, 1])
def test_everything_fits_a_small_laptop(ploeg, theme, larger: int) -> None:
    program = ploeg("eerste", "tweede").program("eerste")
    page = page_of(program)
    theme.zoom(larger)
    for show in (page.show_overview, page.change_password, page.new_sheet, page.make_envelopes):
        show()
        QApplication.processEvents()
        size = program.window.minimumSizeHint()
        assert size.width() <= 1270, (show, size)
        assert size.height() <= 690, (show, size)
