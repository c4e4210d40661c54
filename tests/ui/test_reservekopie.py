"""The page Reservekopieën, its reminder on Vandaag, the foot of the unlock page, and the wizard that puts one back."""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import SchijfVol
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.kluis import backup, files, manifest, swap
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services import tweede_plek
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.settings import BEGIN_WITH, RESTORE
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.error_page import ErrorPage
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.restore.foot import BackupFoot
from svp_desktop.ui.restore.lijst import KopieLijst
from svp_desktop.ui.restore.watch import BackupWatch
from svp_desktop.ui.restore.wizard import RestoreWizard
from svp_desktop.ui.tabs.reservekopie.tab import ReservekopieTab
from svp_desktop.ui.tabs.vandaag.tab import VandaagTab
from svp_desktop.ui.tasks import Background, Immediately

WACHTWOORD = "vier losse woorden, klaar"
Show = Callable[[QWidget], QWidget]


def go_on(_done: int, _total: int) -> None:
    return


def cells(lijst: KopieLijst) -> list[list[str]]:
    """What stands in a table of backups."""
    model = lijst.table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


@pytest.fixture
def context(werkplek: Werkplek, clock) -> Context:
    return Context(werkplek, Hub(), Scripted(), Immediately(), clock)


@pytest.fixture
def page(context: Context, shown: Show) -> ReservekopieTab:
    made = ReservekopieTab(context)
    made.resize(1270, 640)
    shown(made)
    return made


# -- the page


def test_an_empty_list_says_when_the_first_one_comes(page: ReservekopieTab) -> None:
    assert cells(page.lijst) == []
    assert "als u vergrendelt of het programma sluit" in page._sum.text()
    assert page.notice.isHidden()  # a new school is not reminded at once


def test_one_now_is_made_and_proven(page: ReservekopieTab, context: Context) -> None:
    said: list[str] = []
    context.bar.said.connect(said.append)
    page.nu.click()
    assert said == ["De reservekopie is gemaakt en gecontroleerd."]
    page.reload()
    [line] = cells(page.lijst)
    assert line[:2] == ["Vandaag 10.31", "Gecontroleerd, vandaag 10.31"]
    assert page._title.title() == "Reservekopieën"
    assert page.nu.isEnabled()
    assert page._working.isHidden()


def test_a_full_disk_is_said_and_the_button_comes_back(page, context, monkeypatch) -> None:
    seen: list[Exception] = []
    context.bar.error.connect(seen.append)
    monkeypatch.setattr(files, "has_room", lambda *_: False)
    page.nu.click()
    assert [type(error) for error in seen] == [SchijfVol]
    assert page.nu.isEnabled()
    assert page._working.isHidden()


def test_it_can_be_stopped(werkplek, clock, shown, qtbot, monkeypatch) -> None:
    tasks = Background()
    context = Context(werkplek, Hub(), Scripted(), tasks, clock)
    made = ReservekopieTab(context)
    shown(made)
    service = werkplek.reservekopieen

    def slowly(progress: Callable[[int, int], None]) -> None:
        for _ in range(2000):
            progress(1, 2000)
            time.sleep(0.005)

    monkeypatch.setattr(service, "maak", slowly)
    made.nu.click()
    qtbot.waitUntil(lambda: made._bar.maximum() == 1000)
    assert made._working.isVisible()
    assert not made.nu.isEnabled()
    made.stop.click()
    qtbot.waitUntil(made.nu.isEnabled)
    assert made._working.isHidden()
    tasks.cancel_all()


def test_old_and_bad_ones_are_told(page, context, clock) -> None:
    context.werkplek.reservekopieen.maak(go_on)
    clock.now += timedelta(days=9)
    page.reload()
    assert page.notice.lead() == "De laatste gecontroleerde reservekopie is 9 dagen oud."
    backups = context.werkplek.folder / "backups"
    newest = manifest.read_all(backups)[0]
    checks = {newest.line("school.db").blob.sha256: manifest.Check(clock(), False)}
    (backups / manifest.CHECKS_NAME).write_bytes(manifest.encode_checks(checks, [newest]))
    context.hub.changed.connect(page.refresh)
    context.hub.publish(Changes.of(Topic.RESERVEKOPIEEN))
    assert page.notice.lead() == "De nieuwste reservekopie is niet goed."
    assert cells(page.lijst)[0][1] == "Niet goed"


def test_the_second_place(page, context, monkeypatch, tmp_path) -> None:
    started: list[Path] = []
    monkeypatch.setattr(tweede_plek, "start", lambda folder: started.append(folder))
    assert page.plek.copy.isHidden()
    context.ask.add("open_folder", None)
    page.plek.choose.click()
    assert started == []
    context.ask.add("open_folder", tmp_path / "stick")
    page.plek.choose.click()
    assert len(started) == 1
    assert page.plek._path.text() == str(tmp_path / "stick")
    assert page.plek._state.text() == "Er is nog niets gekopieerd."
    page.plek.copy.click()
    assert len(started) == 2
    (tmp_path / "stick").mkdir()
    tweede_plek.kopieer(context.werkplek.folder, tmp_path / "stick", context.clock(), nieuw=True)
    page._look_at_place()
    assert page.plek._state.text() == "Bijgewerkt: vandaag 10.31."
    assert not page._looking.isActive()
    context.ask.add("question", False)
    page.plek.stop.click()
    assert context.werkplek.reservekopieen.tweede_plek() is not None
    context.ask.add("question", True)
    page.plek.stop.click()
    assert context.werkplek.reservekopieen.tweede_plek() is None
    assert context.ask.all_used()


def test_what_a_restore_replaced_can_be_removed(page, context) -> None:
    old = context.werkplek.folder.with_name(f"{context.werkplek.folder.name}.oud-20261120-101010")
    old.mkdir()
    (old / "school.db").write_bytes(b"x" * 2_000_000)
    page.reload()
    assert not page._old_card.isHidden()
    for answer in (False, True):
        assert old.exists()
        context.ask.add("question", answer)
        [away] = [found for found in page.findChildren(QWidget) if found.accessibleName().startswith("Verwijderen: de")]
        away.click()
    assert not old.exists()
    assert page._old_card.isHidden()


def test_nothing_on_the_page_is_wider_than_a_small_laptop(context, theme, shown) -> None:
    context.werkplek.reservekopieen.maak(go_on)
    for _ in range(4):
        theme.zoom(1)
    made = ReservekopieTab(context)
    shown(made)
    hint = made.minimumSizeHint()
    assert (hint.width() <= 1270, hint.height() <= 600) == (True, True), hint.toTuple()


def test_vandaag_reminds_and_leads_there(context, clock, shown) -> None:
    made = VandaagTab(context)
    shown(made)
    assert made.reservekopie.isHidden()
    clock.now += timedelta(days=8)
    made.reload()
    assert made.reservekopie.lead() == "Er is nog geen gecontroleerde reservekopie van deze gegevens."
    asked: list[str] = []
    made.page_requested.connect(asked.append)
    made._to_backups()
    assert asked == ["reservekopie"]
    context.werkplek.reservekopieen.maak(go_on)
    made.reload()
    assert made.reservekopie.isHidden()


# -- after unlocking


def test_the_newest_is_proven_after_unlocking(running, clock, qtbot) -> None:
    running.make_school()
    [school] = running.toegang().scholen()
    backup.make(school.folder, clock(), go_on)
    program = running.unlocked()
    watch = program.window.findChild(BackupWatch)
    assert watch._timer.isActive()
    told: list[Changes] = []
    program.window.context.hub.changed.connect(told.append)
    watch.check()
    assert any(changes.touches(Topic.RESERVEKOPIEEN) for changes in told)
    assert running.toegang().reservekopieen.voet(school.folder).endswith(", gecontroleerd")
    program.lock()
    assert not watch._timer.isActive()


def test_a_bad_one_is_told_after_unlocking(running, clock) -> None:
    running.make_school()
    [school] = running.toegang().scholen()
    made = backup.make(school.folder, clock(), go_on)
    path = school.folder / "backups" / made.line("school.db").blob_name
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    program = running.unlocked()
    program.window.findChild(BackupWatch).check()
    assert program.window.messages.notice.lead() == "De nieuwste reservekopie is niet goed."


def test_putting_back_begins_with_a_lock(running) -> None:
    running.make_school()
    program = running.unlocked()
    program.window.restore_requested.emit()
    assert running.restarts == 1
    assert running.settings().get(BEGIN_WITH) == RESTORE


def test_the_foot_of_the_unlock_page_follows(running, clock, qtbot) -> None:
    running.make_school()
    toegang = running.toegang()
    [school] = toegang.scholen()
    foot = BackupFoot(toegang.reservekopieen, school.folder)
    qtbot.addWidget(foot)
    assert foot._label.text() == "Nog geen reservekopie."
    toegang.reservekopieen.begin()
    qtbot.waitUntil(lambda: not toegang.reservekopieen.bezig)
    foot.reload()
    assert foot._label.text() == "Laatste reservekopie: vandaag 10.31, nog niet gecontroleerd"


def test_the_foot_says_why_there_is_none_of_now(running, monkeypatch) -> None:
    running.make_school()
    toegang = running.toegang()
    [school] = toegang.scholen()
    with monkeypatch.context() as patch:
        patch.setattr(files, "has_room", lambda *_: False)
        toegang.reservekopieen.maak_alle()
    assert toegang.reservekopieen.voet(school.folder) == "De reservekopie is niet gelukt: de schijf is vol."
    toegang.reservekopieen.sluit_af()
    assert toegang.reservekopieen.voet(school.folder).startswith("Laatste reservekopie: vandaag")


# -- the wizard


@pytest.fixture
def restorable(running, clock) -> Path:
    """A locked school with one pupil in its backup and two now."""
    running.make_school()
    toegang = running.toegang()
    [school] = toegang.scholen()
    for name in ("Sem", "Noor"):
        werkplek = toegang.ontgrendel(school.folder, school.accounts[0].id, WACHTWOORD)
        werkplek.personen.bewaar(Leerling(0, "", Naam(name, "", "Bakker")))
        werkplek.vergrendel()
        if name == "Sem":
            backup.make(school.folder, clock(), go_on)
    return school.folder


@pytest.fixture
def wizard(running, restorable, shown) -> RestoreWizard:
    made = RestoreWizard(running.toegang().terugzetten, Immediately(), running.ask, restorable)
    made.resize(1270, 690)
    shown(made)
    return made


def pupils(running, folder: Path) -> int:
    toegang = running.toegang()
    [school] = toegang.scholen()
    assert school.folder == folder
    werkplek = toegang.ontgrendel(folder, school.accounts[0].id, WACHTWOORD)
    found = len(werkplek.zoeken("bakker"))
    werkplek.vergrendel()
    return found


def test_from_choosing_to_done(wizard, running, restorable) -> None:
    done: list[Path] = []
    wizard.restored.connect(done.append)
    assert cells(wizard.kies.lijst)[0][:2] == ["Vandaag 10.31", "Deze computer"]
    wizard.kies.next.click()
    assert wizard.step() == 1
    assert wizard.wie.account.currentText() == "Hanneke Vos, directeur"
    wizard.wie.password.setText("niet het goede wachtwoord")
    wizard.wie.next.click()
    assert wizard.wie.notice.lead() == "Dit wachtwoord klopt niet."
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    assert wizard.step() == 2
    assert wizard.wie.password.text() == ""
    [row] = wizard.bekijk.rows
    assert row.chosen()
    assert "2 personen, nu 3" in " ".join(label.text() for label in row.findChildren(QWidget) if hasattr(label, "text"))
    assert pupils(running, restorable) == 2  # only looked at
    wizard.bekijk.next.click()
    assert wizard.step() == 3
    wizard.klaar.click()
    assert done == [restorable]
    assert pupils(running, restorable) == 1
    assert len(swap.old_ones(restorable)) == 1


def test_nothing_chosen_cannot_be_put_back(wizard) -> None:
    wizard.kies.next.click()
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    wizard.bekijk.rows[0].tick.setChecked(False)
    assert not wizard.bekijk.next.isEnabled()
    wizard.bekijk.rows[0].tick.setChecked(True)
    assert wizard.bekijk.next.isEnabled()


def test_leaving_at_any_step_changes_nothing_and_forgets_the_keys(wizard, running, restorable) -> None:
    left: list[bool] = []
    wizard.closed.connect(lambda: left.append(True))
    wizard.kies.next.click()
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    keys = wizard._restore._restore._now
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.step() == 0
    assert keys.secret.reveal() == bytes(32)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert left == [True]
    assert pupils(running, restorable) == 2


def test_words_that_are_not_on_the_list_are_told_before_anything_is_tried(wizard) -> None:
    wizard.kies.next.click()
    wizard.wie.how.set_value("herstelblad")
    wizard.wie.how.changed.emit("herstelblad")
    assert wizard.wie.password.isHidden() or not wizard.wie._password_field.isVisible()
    wizard.wie.words.setText("dit zijn geen woorden van het blad")
    wizard.wie.next.click()
    assert "staat niet op de lijst" in wizard.wie._words_field.message()
    assert wizard.step() == 1


def test_another_password_of_today_is_asked(running, restorable, shown) -> None:
    toegang = running.toegang()
    [school] = toegang.scholen()
    werkplek = toegang.ontgrendel(restorable, school.accounts[0].id, WACHTWOORD)
    werkplek.sleutels.wijzig_wachtwoord(WACHTWOORD, "een heel ander wachtwoord")
    werkplek.vergrendel()
    wizard = RestoreWizard(running.toegang().terugzetten, Immediately(), running.ask, restorable)
    shown(wizard)
    wizard.kies.next.click()
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    assert wizard.step() == 1
    assert wizard.wie.explain.text().startswith("Dat klopt voor toen.")
    assert not wizard.wie._who.isEnabled()
    wizard.wie.password.setText("een heel ander wachtwoord")
    wizard.wie.next.click()
    assert wizard.step() == 2


def test_while_it_is_open_elsewhere_it_says_so(wizard, running, restorable) -> None:
    other = files.InstanceLock.acquire(restorable)
    wizard.kies.next.click()
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    assert wizard.bekijk.notice.lead() == "Het programma is al open met deze gegevens."
    other.release()


def test_on_another_laptop_a_folder_is_chosen_first(running, restorable, clock, shown, tmp_path) -> None:
    stick, laptop = tmp_path / "stick", tmp_path / "andere laptop"
    stick.mkdir()
    (stick / "leeg").mkdir()
    tweede_plek.kopieer(restorable, stick, clock(), nieuw=True)
    ask = Scripted(("open_folder", stick / "leeg"), ("open_folder", stick))
    toegang = Toegang(Paths.under(laptop), clock, KdfPolicy.for_tests())
    wizard = RestoreWizard(toegang.terugzetten, Immediately(), ask)
    shown(wizard)
    assert not wizard.kies.next.isEnabled()
    wizard.kies.other.click()
    assert wizard.kies.notice.lead() == "In deze map staan geen reservekopieën van dit programma."
    wizard.kies.other.click()
    assert cells(wizard.kies.lijst)[0][:3] == ["Vandaag 10.31", "Gekozen map", "De Regenboog"]
    wizard.kies.next.click()
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    wizard.bekijk.next.click()
    assert wizard.step() == 3
    [school] = toegang.scholen()
    assert school.naam == "De Regenboog"


def test_an_older_one_that_is_not_whole_warns(wizard, restorable, running) -> None:
    made = manifest.read_all(restorable / "backups")[0]
    (restorable / "backups" / made.line("school.db").blob_name).unlink()
    wizard.kies.load()
    wizard.kies.next.click()
    assert wizard.wie.notice.lead() == "Deze reservekopie is niet volledig."
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    [row] = wizard.bekijk.rows
    assert not row.deel.terug
    assert not wizard.bekijk.next.isEnabled()


@pytest.mark.parametrize("steps", [0, 4], ids=["normal", "largest letters"])
def test_the_wizard_fits_a_small_laptop(running, restorable, theme, qtbot, steps: int) -> None:
    for _ in range(steps):
        theme.zoom(1)
    made = RestoreWizard(running.toegang().terugzetten, Immediately(), running.ask, restorable)
    qtbot.addWidget(made)
    made.show()
    hint = made.minimumSizeHint()
    assert (hint.width() <= 1270, hint.height() <= 690) == (True, True), hint.toTuple()


def test_a_second_place_that_is_remembered_badly_is_none(restorable) -> None:
    (restorable / "backups" / tweede_plek.CHOICE_NAME).write_text(json.dumps(["plek"]))
    assert tweede_plek.lees(restorable) is None


def put_back(wizard: QWidget) -> None:
    """From the first page of the wizard to its end."""
    assert isinstance(wizard, RestoreWizard)
    wizard.kies.next.click()
    wizard.wie.password.setText(WACHTWOORD)
    wizard.wie.next.click()
    wizard.bekijk.next.click()
    assert wizard.step() == 3
    wizard.klaar.click()


def test_from_the_open_school_to_the_restored_one(running, restorable) -> None:
    program = running.unlocked()
    program.window.restore_requested.emit()
    anew = running.again()
    put_back(anew.shell.page())
    running.unlock(anew, WACHTWOORD)
    assert len(anew.window.context.werkplek.zoeken("bakker")) == 1
    assert running.settings().get(BEGIN_WITH) == ""


def test_a_damaged_school_is_put_back_from_its_error_page(running, restorable) -> None:
    path = restorable / "school.db"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    program = running.again()
    running.unlock(program, WACHTWOORD)
    page = program.shell.page()
    assert isinstance(page, ErrorPage)
    page.restore_requested.emit()
    put_back(program.shell.page())
    running.unlock(program, WACHTWOORD)
    assert len(program.window.context.werkplek.zoeken("bakker")) == 1
