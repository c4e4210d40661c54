"""What is shown right after unlocking, an older copy that can only be read, and a school that would not open."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from svp_desktop.domain.errors import AlleenLezen, BestandBeschadigd
from svp_desktop.domain.school import Bouw
from svp_desktop.ui.damage_page import DamagePage
from svp_desktop.ui.program import Program
from tests.ui.accounts.hands import press as press_button
from tests.zaken import zaak

WACHTWOORD = "vier losse woorden, klaar"
_BOUW = next(iter(Bouw))


def heads(program: Program) -> list[str]:
    return [message.kop for message in program.notices.messages()]


def press(program: Program, words: str) -> None:
    """A button of the stack by the beginning of its name, with the keyboard."""
    QApplication.processEvents()
    made = program.notices.findChildren(QPushButton)
    (found,) = [button for button in made if button.isVisible() and button.accessibleName().startswith(words)]
    press_button(found)


def use_sheet(team, running, who: str) -> None:
    """Make a herstelblad and come in with it."""
    keys = team.enter(who).sleutels
    sheet = keys.nieuw_herstelblad()
    words = " ".join(sheet.woorden)
    keys.controleer_herstelblad(sheet, words)
    team.leave()
    running.toegang().herstel(team.folder, team.ids[who], words, WACHTWOORD).vergrendel()


def older_copy(team) -> None:
    """Put back the school of one group before, as someone with the folder could."""
    kept = team.folder.parent / "eerder.db"
    team.enter("directeur").school.bewaar_groep("Groep 3", _BOUW)
    team.leave()
    shutil.copy(team.folder / "school.db", kept)
    team.enter("directeur").school.bewaar_groep("Groep 4", _BOUW)
    team.leave()
    shutil.copy(kept, team.folder / "school.db")


def test_use_of_a_herstelblad_is_shown_to_the_others_until_it_was_read(ploeg, running) -> None:
    team = ploeg("eerste")
    use_sheet(team, running, "eerste")
    program = team.program("directeur")
    assert heads(program) == ["Carla Bos heeft een herstelblad gebruikt", "U hebt nog geen herstelblad"]
    press(program, "Gelezen: Carla Bos")
    assert heads(program) == ["U hebt nog geen herstelblad"]
    assert heads(team.program("directeur")) == ["U hebt nog geen herstelblad"]
    assert "Carla Bos heeft een herstelblad gebruikt" not in heads(team.program("eerste"))


def test_who_waits_leads_to_the_page_and_goes_when_access_was_given(ploeg, running) -> None:
    team = ploeg()
    team.join("coordinator", school=False)
    program = team.program("directeur")
    assert "Bram Kuiper wacht op toegang" in heads(program)
    press(program, "Naar Accounts en toegang: Bram")
    assert program.window.current_code() == "toegang"
    page = program.window.page("toegang")
    page.open_account(team.ids["coordinator"])
    running.ask.add("question", True)
    page.page.regels["school"].geef.click()
    assert "Bram Kuiper wacht op toegang" not in heads(program)


def test_vandaag_says_the_chores_and_the_stack_does_not_say_them_again(ploeg, clock) -> None:
    team = ploeg()
    clock.now = clock.now.replace(year=2027)
    program = team.program("directeur")
    keys = [message.sleutel for message in program.context().werkplek.meldingen()]
    assert {"reservekopie", "controle"} <= set(keys)
    assert heads(program) == ["U hebt nog geen herstelblad"]


def test_at_most_three_and_it_folds_to_one_line(ploeg, running) -> None:
    team = ploeg("eerste", "coordinator")
    for who in ("eerste", "coordinator"):
        use_sheet(team, running, who)
    team.enter("directeur").accounts.trek_in(team.ids["coordinator"], "school")
    program = team.program("directeur")
    assert len(heads(program)) == 4
    QApplication.processEvents()
    shown = [made for made in program.notices.findChildren(QPushButton) if made.text() == "Gelezen"]
    assert len(shown) == 3
    tall = program.notices.height()
    program.window.show_page("incidenten")
    QApplication.processEvents()
    assert program.notices.height() < tall / 2
    press(program, "Tonen")
    QApplication.processEvents()
    assert program.notices.height() > tall / 2


def test_the_filled_button_stays_in_view_on_a_small_laptop(ploeg, running) -> None:
    team = ploeg("eerste", "coordinator")
    for who in ("eerste", "coordinator"):
        use_sheet(team, running, who)
    program = team.program("directeur")
    program.shell.resize(1366, 690)
    QApplication.processEvents()
    assert program.shell.height() == 690
    assert program.window.minimumSizeHint().height() <= 690
    filled = program.window.page("vandaag").nieuw
    at = filled.mapTo(program.shell, QPoint(0, filled.height()))
    assert filled.isVisible()
    assert at.y() < 690


def test_an_older_copy_can_only_be_read_and_be_locked(ploeg, running) -> None:
    team = ploeg()
    older_copy(team)
    program = team.program("directeur")
    assert heads(program)[0] == "Deze kopie van de schoolgegevens is ouder dan wat er was"
    assert program.notices.read_only.isVisible()
    assert program.notices.read_only_text.text().startswith("Alleen lezen: de schoolgegevens.")
    with pytest.raises(AlleenLezen):
        program.context().werkplek.school.bewaar_groep("Groep 5", _BOUW)
    form = program.window.show_page("incidenten")
    form.primary_new()
    texts = [text for text in form.findChildren(QPlainTextEdit) if text.isVisible()]
    QTest.keyClicks(texts[0], "Mees riep in de pauze")
    press(program, "Tonen")
    press(program, "Reservekopie terugzetten")
    assert program.window.current_code() == "reservekopie"
    program.lock()
    assert running.restarts == 1


def test_in_an_older_copy_no_account_is_changed_and_ones_own_password_is(ploeg, running) -> None:
    team = ploeg("coordinator")
    older_copy(team)
    program = team.program("directeur")
    page = program.window.show_page("toegang")
    page.open_account(team.ids["coordinator"])
    page.page.rename.emit("Iemand anders")
    assert page.page.notice.lead().startswith("Opslaan kan niet.")
    assert page._service.alle()[1].naam == "Bram Kuiper"
    program.context().werkplek.sleutels.wijzig_wachtwoord(WACHTWOORD, "een heel ander wachtwoord")
    team.leave()
    running.toegang().ontgrendel(team.folder, team.ids["directeur"], "een heel ander wachtwoord").vergrendel()


def test_going_on_with_an_older_copy_is_asked_and_said(ploeg, running) -> None:
    team = ploeg()
    older_copy(team)
    program = team.program("directeur")
    running.ask.add("question", False)
    press(program, "Verder met deze kopie…")
    assert program.context().werkplek.alleen_lezen
    running.ask.add("question", True)
    press(program, "Verder met deze kopie…")
    assert not program.context().werkplek.alleen_lezen
    assert program.notices.read_only.isHidden()
    program.context().werkplek.school.bewaar_groep("Groep 5", _BOUW)


def break_file(path: Path) -> None:
    """One bit in each of two pages."""
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    data[5000] ^= 1
    path.write_bytes(bytes(data))


def test_with_a_damaged_school_the_other_parts_open(ploeg, running) -> None:
    team = ploeg("eerste")
    break_file(team.folder / "school.db")
    program = team.program("eerste")
    window = program.window
    page = window.page(window.current_code())
    assert isinstance(page, DamagePage)
    assert page.restore.isVisible()
    titles = [window.tabs.tabText(number) for number in range(window.tabs.count())]
    assert titles == ["Schoolgegevens", "Meldcode-dossier", "Vertrouwelijk"]
    assert not window.has_page("vandaag")
    assert not window.has_page("toegang")
    service = program.context().werkplek.vertrouwelijk("eigen")
    dossier = service.open_zaak(zaak("Mees Vos")).value
    window.show_page("vertrouwelijk").show_record(dossier)
    assert not window.messages.isVisible()
    for code in ("meldcode", "spoor", "reservekopie", "account", "handleiding"):
        window.show_page(code)
        assert not window.messages.isVisible(), code
    QTest.keySequence(program.shell, "Ctrl+N")
    window.palette_field.setText("mees")
    window.count()
    program.lock()
    assert running.restarts == 1


def test_the_trail_of_a_damaged_school_is_not_the_directeurs_only_page(ploeg) -> None:
    """A directeur holds nothing but the school: unlocking says so, and no half window opens."""
    team = ploeg()
    break_file(team.folder / "school.db")
    with pytest.raises(BestandBeschadigd):
        team.enter("directeur")


def test_keys_that_are_due_are_renewed_quietly_after_unlocking(ploeg) -> None:
    team = ploeg("eerste", "tweede")
    team.enter("directeur").accounts.zet_uit(team.ids["tweede"])
    program = team.program("eerste")
    program.notices.renew()
    assert program.context().werkplek.vernieuw_sleutels() == ()
    assert not program.window.snackbar.isVisible()
    assert not program.window.messages.isVisible()
