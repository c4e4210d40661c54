"""The register of persons and the import of pupils, as a user does it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from svp_desktop import resources
from svp_desktop.domain.inlezen import Wat
from svp_desktop.domain.school import Bouw, Leerling, Naam, Ouder, PersoonSoort
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.personen.tab import PersonenTab
from svp_desktop.ui.tasks import Immediately

HOSTILE = "<b>O'Brien & Łukasz</b>"


@pytest.fixture
def ask() -> Iterator[Scripted]:
    """No question unless a test foresees one."""
    made = Scripted()
    yield made
    assert made.all_used()


@pytest.fixture
def tab(
    werkplek: Werkplek, ask: Scripted, clock: Callable[[], object], shown: Callable[[QWidget], QWidget]
) -> PersonenTab:
    """The page on the screen, told of every write as the window does."""
    context = Context(werkplek, Hub(), ask, Immediately(), clock)
    made = PersonenTab(context)
    context.hub.changed.connect(made.refresh)
    made.resize(1270, 620)
    shown(made)
    return made


def _names(tab: PersonenTab) -> list[str]:
    return [line.naam for line in tab.lijst.rows()]


def test_a_pupil_by_hand_with_a_name_that_looks_like_markup(tab: PersonenTab, werkplek: Werkplek) -> None:
    werkplek.school.bewaar_groep("Bovenbouw Anker", Bouw.BOVENBOUW)
    tab.primary_new()
    tab.form.texts["roepnaam"].insert(HOSTILE)
    QTest.keyClicks(tab.form.texts["achternaam"], "Hof")
    QTest.keyClicks(tab.form.texts["geboortedatum"], "4-3-2016")
    tab.form.groep.setCurrentIndex(1)
    tab.editor.save.emit()
    assert _names(tab) == [f"{HOSTILE} Hof"]
    assert tab.lijst.rows()[0].omschrijving == "Bovenbouw Anker"


def test_a_wrong_date_and_a_missing_name_are_said_beside_the_field(tab: PersonenTab, werkplek: Werkplek) -> None:
    tab.primary_new()
    QTest.keyClicks(tab.form.texts["geboortedatum"], "31-2-2016")
    tab.editor.save.emit()
    assert "31 februari bestaat niet" in tab.form.fields["geboortedatum"].message()
    tab.form.texts["geboortedatum"].setText("4-3-2016")
    tab.editor.save.emit()
    assert tab.form.fields["roepnaam"].message() == "Vul de roepnaam in."
    assert werkplek.personen.lijst(PersoonSoort.LEERLING) == ()


def test_a_parent_with_gezag_over_a_child(tab: PersonenTab, werkplek: Werkplek) -> None:
    child = werkplek.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"))).value
    tab.lijst.soort.parts()[1].click()
    tab.primary_new()
    QTest.keyClicks(tab.form.texts["roepnaam"], "Anna")
    QTest.keyClicks(tab.form.texts["achternaam"], "Jansen")
    QTest.keyClicks(tab.form.texts["postcode"], "1234ab")
    tab.form.taal.setEditText("Pools")
    tab.form.kinderen._picker.setText("mees")
    tab.form.kinderen._picker.search()
    tab.form.kinderen._picker.choose(0)
    tab.editor.save.emit()
    [parent] = werkplek.personen.ouders_van(child)
    assert isinstance(parent, Ouder)
    assert (parent.postcode, parent.taal, parent.kinderen[0].gezag) == ("1234 AB", "Pools", True)


def test_a_pupil_who_leaves_is_behind_the_chip_and_can_return(tab: PersonenTab, werkplek: Werkplek) -> None:
    child = werkplek.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"))).value
    tab.show_record(child)
    tab._gone.click()
    assert _names(tab) == []
    tab.lijst.vertrokken.click()
    assert _names(tab) == ["Mees Jansen"]
    tab.show_record(child)
    assert tab._gone.text() == "Is er weer"
    tab._gone.click()
    tab.lijst.vertrokken.click()
    assert _names(tab) == ["Mees Jansen"]


def test_deleting_can_be_undone(tab: PersonenTab, werkplek: Werkplek, qtbot: QtBot) -> None:
    child = werkplek.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"))).value
    tab.show_record(child)
    with qtbot.waitSignal(tab._context.bar.undo_offered) as offered:
        tab.editor.delete.emit()
    assert _names(tab) == []
    offered.args[1]()
    assert _names(tab) == ["Mees Jansen"]


def test_typing_survives_leaving(tab: PersonenTab, werkplek: Werkplek) -> None:
    tab.primary_new()
    QTest.keyClicks(tab.form.texts["roepnaam"], "Half")
    assert tab.go_back()
    tab.resume("persoon:nieuw-leerling")
    assert tab.form.texts["roepnaam"].text() == "Half"


def test_the_list_is_searched_without_diacritics(tab: PersonenTab, werkplek: Werkplek) -> None:
    for name in (Naam("Łukasz", "van", "Dijk"), Naam("Ömer", "", "Öztürk"), Naam("Sem", "", "Bos")):
        werkplek.personen.bewaar(Leerling(0, "", name))
    tab.reload()
    QTest.keyClicks(tab.lijst.zoek, "ozt")
    assert _names(tab) == ["Ömer Öztürk"]
    tab.lijst.zoek.clear()
    QTest.keyClicks(tab.lijst.zoek, "lukasz")
    assert _names(tab) == ["Łukasz van Dijk"]


# -- import


def _start(tab: PersonenTab, ask: Scripted, file: Path) -> None:
    tab.open_import()
    assert tab.inlezen is not None
    ask.add("open_file", file)
    tab.inlezen.bestand.kies.click()


def test_an_edexml_file_is_looked_at_before_anything_is_written(
    tab: PersonenTab, werkplek: Werkplek, ask: Scripted
) -> None:
    _start(tab, ask, resources.path("demo", "leerlingen-edex.xml"))
    page = tab.inlezen
    assert page is not None
    assert page.stack.currentWidget() is page.nakijken
    assert werkplek.personen.lijst(PersoonSoort.LEERLING) == ()
    assert page.nakijken.tegels[Wat.NIEUW].accessibleName().startswith("188 ")

    page.nakijken.overnemen.click()
    assert page.einde.melding.lead() == "182 leerlingen en 6 leerkrachten overgenomen."
    assert len(werkplek.personen.lijst(PersoonSoort.LEERLING)) == 182
    page.einde.ongedaan.click()
    assert werkplek.personen.lijst(PersoonSoort.LEERLING) == ()


def test_the_same_pupils_from_excel_change_nothing(tab: PersonenTab, werkplek: Werkplek, ask: Scripted) -> None:
    _start(tab, ask, resources.path("demo", "leerlingen-edex.xml"))
    page = tab.inlezen
    assert page is not None
    page.nakijken.overnemen.click()
    page.begin()
    ask.add("open_file", resources.path("demo", "leerlingen-excel.csv"))
    page.bestand.kies.click()
    if page.stack.currentWidget() is page.kolommen:
        page.kolommen.verder.click()
    assert page.nakijken.tegels[Wat.NIEUW].accessibleName() == "0 Nieuw"
    assert page.nakijken.tegels[Wat.GEWIJZIGD].accessibleName() == "0 Gewijzigd"
    assert not page.nakijken.overnemen.isEnabled()


def test_a_line_is_unticked_by_space_and_the_button_counts(tab: PersonenTab, ask: Scripted, tmp_path: Path) -> None:
    file = tmp_path / "klas.csv"
    file.write_text("Roepnaam;Achternaam;Groep\nSem;Bos;Zon\nNoor;Vries;Zon\n;Zonder;Zon\n", encoding="cp1252")
    _start(tab, ask, file)
    page = tab.inlezen
    assert page is not None
    if page.stack.currentWidget() is page.kolommen:
        page.kolommen.verder.click()
    check = page.nakijken
    assert check.overnemen.text() == "2 leerlingen overnemen"
    assert check.model.regel(0).wat is Wat.ONLEESBAAR
    check.table.select(1)
    QTest.keyClick(check.table, Qt.Key.Key_Space)
    assert check.overnemen.text() == "1 leerling overnemen"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<EDEX><leerlingen><leerling key='L1'>", "niet compleet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00", ""),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><EDEX>&b;</EDEX>', ""),
        (b"", ""),
    ],
    ids=["cut off", "a picture", "entity bomb", "empty"],
)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(
    tab: PersonenTab, werkplek: Werkplek, ask: Scripted, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "leerlingen.xml"
    file.write_bytes(content)
    _start(tab, ask, file)
    page = tab.inlezen
    assert page is not None
    assert page.melding.isVisible()
    assert said in page.melding.lead()
    assert page.melding.lead().endswith((".", "?"))
    assert "niet veranderd" in page.melding.text()
    assert werkplek.personen.lijst(PersoonSoort.LEERLING) == ()


def test_the_pages_fit_a_small_laptop(tab: PersonenTab, ask: Scripted) -> None:
    _start(tab, ask, resources.path("demo", "leerlingen-edex.xml"))
    needs = tab.minimumSizeHint()
    assert needs.width() <= 1270
    assert needs.height() <= 610


def test_a_person_changed_elsewhere_is_told_and_not_overwritten(tab: PersonenTab, werkplek: Werkplek) -> None:
    werkplek.personen.bewaar(Ouder(0, "", Naam("Karin", "", "Jansen"), telefoon="06 11111111"))
    [known] = werkplek.personen.lijst(PersoonSoort.OUDER)
    parent = werkplek.personen.lees(known.id)
    tab._begin(parent)
    tab.form.texts["plaats"].setText("Waterstad")
    werkplek.personen.bewaar(replace(parent, telefoon="06 22222222"))

    tab.editor.save.emit()
    assert "Telefoon: 06 22222222" in tab.editor.notice.text()
    assert tab.form.texts["telefoon"].text() == "06 22222222", "what nobody typed over is taken along"
    tab.editor.save.emit()
    kept = werkplek.personen.lees(known.id)
    assert (kept.telefoon, kept.plaats) == ("06 22222222", "Waterstad")

    # a draft that was begun before somebody else changed the person
    tab._begin(kept)
    tab.form.texts["email"].setText("karin@huis.example")
    tab._keeper.edited()
    tab.flush_draft()
    tab.go_back()
    werkplek.personen.bewaar(replace(kept, telefoon="06 33333333"))
    tab.resume(f"persoon:{known.id}")
    assert "Telefoon: 06 33333333" in tab.editor.notice.text()
    tab.editor.save.emit()
    assert (werkplek.personen.lees(known.id).telefoon, werkplek.personen.lees(known.id).email) == (
        "06 33333333",
        "karin@huis.example",
    )
