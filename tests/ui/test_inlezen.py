"""The import page: from a file to the report, with every wrong file told in the page, and the way back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop import resources
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.inlezen import Veld, Wat
from svp_desktop.domain.school import PersoonSoort, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.personen.inlezen import BESTAND, KLAAR, KOLOMMEN, NAKIJKEN, InlezenPage
from svp_desktop.ui.tabs.personen.inlezen_rows import GEKOZEN, LET_OP, VERSCHIL
from svp_desktop.ui.tasks import Immediately

KOP = "nummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;jaargroep;groep\n"
SEM = "1;Sem;de;Vries;1-2-2018;4;Duin\n"
NOOR = "2;Noor;;Bos;3-4-2017;5;Duin\n"


@pytest.fixture
def werkplek(tmp_path: Path, clock) -> Iterator[Werkplek]:
    """A new school, unlocked."""
    toegang = Toegang(Paths.under(tmp_path / "profiel"), clock, KdfPolicy.for_tests())
    made = toegang.maak_school("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, "vier losse woorden, klaar")
    yield made
    made.vergrendel()


@pytest.fixture
def ask() -> Iterator[Scripted]:
    """Answers of the user; each of them must be needed."""
    made = Scripted()
    yield made
    assert made.all_used()


@pytest.fixture
def page(werkplek: Werkplek, ask: Scripted, clock, shown: Callable[[QWidget], QWidget]) -> InlezenPage:
    """The page, shown."""
    made = InlezenPage(Context(werkplek, Hub(), ask, Immediately(), clock))
    made.resize(1280, 700)
    shown(made)
    return made


def bestand(tmp_path: Path, text: str, name: str = "lijst.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def namen(werkplek: Werkplek) -> list[str]:
    return [line.naam for line in werkplek.personen.lijst(PersoonSoort.LEERLING)]


def cel(page: InlezenPage, row: int, column: int) -> str:
    return str(page.nakijken.model.index(row, column).data())


def test_from_the_shipped_file_to_the_register_and_back(
    page: InlezenPage, ask: Scripted, werkplek: Werkplek, tmp_path: Path
) -> None:
    changed: list[Changes] = []
    page._context.hub.changed.connect(changed.append)
    ask.add("open_file", resources.path("demo", "leerlingen-edex.xml"))
    page.bestand.kies.click()
    assert page.stack.currentIndex() == NAKIJKEN
    assert page.nakijken.overnemen.text() == "182 leerlingen en 6 leerkrachten overnemen"
    assert not namen(werkplek)
    page.nakijken.overnemen.click()
    assert page.stack.currentIndex() == KLAAR
    assert len(namen(werkplek)) == 182
    assert changed[0].touches(Topic.PERSONEN)
    report = tmp_path / "verslag.csv"
    ask.add("save_file", report)
    page.einde.bewaar.click()
    assert report.read_bytes().count(b"\r\n") == 189
    page.einde.ongedaan.click()
    assert not namen(werkplek)
    assert "188 personen" in page.einde.melding.lead()
    assert not page.einde.ongedaan.isEnabled()


def test_the_five_counts_are_filters(page: InlezenPage, werkplek: Werkplek, tmp_path: Path) -> None:
    page.read(bestand(tmp_path, KOP + SEM + NOOR + "3;Bo;;Smit;1-1-2019;3;Zon\n"))
    page.nakijken.overnemen.click()
    page.begin()
    page.read(
        bestand(tmp_path, KOP + SEM.replace(";4;", ";5;") + NOOR + "4;Ada;;Kok;31-2-2018;4;Duin\n5;Iris;;Kok;;;\n")
    )
    counts = {wat: tile.accessibleName() for wat, tile in page.nakijken.tegels.items()}
    assert counts == {
        Wat.NIEUW: "1 Nieuw",
        Wat.GEWIJZIGD: "1 Gewijzigd",
        Wat.VERTROKKEN: "1 Vertrokken",
        Wat.ONLEESBAAR: "1 Onleesbaar",
        Wat.GELIJK: "1 Gelijk",
    }
    assert cel(page, 0, VERSCHIL) == "Geboortedatum 31-02-2018 bestaat niet"
    assert cel(page, 0, LET_OP) == "Verbeter in het leerlingsysteem"
    for wat in Wat:
        page.nakijken.tegels[wat].click()
        assert page.nakijken.model.rowCount() == 1
    page.nakijken.tegels[Wat.GELIJK].click()
    assert page.nakijken.model.rowCount() == 4
    page.nakijken.zoek.setText("iris")
    assert page.nakijken.model.rowCount() == 1


def test_a_tick_follows_space_click_and_the_choice_at_the_right(page: InlezenPage, tmp_path: Path) -> None:
    page.read(bestand(tmp_path, KOP + SEM + NOOR))
    table, model = page.nakijken.table, page.nakijken.model
    table.setFocus()
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert page.nakijken.overnemen.text() == "1 leerling overnemen"
    assert page.nakijken.uitleg.nee.isChecked()
    page.nakijken.uitleg.ja.click()
    assert page.nakijken.gekozen() == {1, 2}
    spot = table.visualRect(model.index(1, GEKOZEN)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.nakijken.gekozen() == {1}
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(0, GEKOZEN)).center()
    )
    assert not page.nakijken.overnemen.isEnabled()


def test_unknown_headings_are_asked_and_followed(page: InlezenPage, tmp_path: Path) -> None:
    page.read(bestand(tmp_path, "voor;achter\nSem;Bos\n"))
    assert page.stack.currentIndex() == KOLOMMEN
    page.kolommen.verder.click()
    assert page.stack.currentIndex() == KOLOMMEN
    for veld, column in ((Veld.ROEPNAAM, 0), (Veld.ACHTERNAAM, 1)):
        choice = page.kolommen.keuzes[veld]
        choice.setCurrentIndex(column + 1)
        choice.activated.emit(column + 1)
    page.kolommen.verder.click()
    assert page.stack.currentIndex() == NAKIJKEN
    assert cel(page, 0, 2) == "Sem Bos"
    page.stappen.chosen.emit(KOLOMMEN)
    assert page.stack.currentIndex() == KOLOMMEN


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<EDEX><leerlingen><leerling>", "niet compleet"),
        (b"<html/>", "geen EDEXML"),
        (b"", "leeg"),
        (b"x" * 30 + bytes(21 * 1024 * 1024), "te groot"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><EDEX>&b;</EDEX>', "niet in een leerlingenlijst"),
    ],
    ids=["cut-off", "other-xml", "empty", "huge", "entities"],
)
def test_a_wrong_file_is_told_in_the_page(page: InlezenPage, tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "leerlingen.xml"
    path.write_bytes(content)
    page.read(path)
    assert page.stack.currentIndex() == BESTAND
    assert page.melding.isVisible()
    assert sentence in page.melding.lead()
    assert "Uw leerlingen zijn niet veranderd" in page.melding.text()
    assert page.stack.isEnabled()


def test_a_file_that_cannot_be_opened_is_told(page: InlezenPage, tmp_path: Path) -> None:
    page.read(tmp_path)
    assert "kan niet worden geopend" in page.melding.lead()


def test_nothing_to_take_over_when_all_is_equal(page: InlezenPage, tmp_path: Path) -> None:
    path = bestand(tmp_path, KOP + SEM)
    page.read(path)
    page.nakijken.overnemen.click()
    page.begin()
    page.read(path)
    assert page.nakijken.overnemen.text() == "Niets om over te nemen"
    assert not page.nakijken.overnemen.isEnabled()


def test_a_report_that_cannot_be_written_is_told(page: InlezenPage, ask: Scripted, tmp_path: Path) -> None:
    page.read(bestand(tmp_path, KOP + SEM))
    page.nakijken.overnemen.click()
    ask.add("save_file", tmp_path / "weg" / "verslag.csv")
    page.einde.bewaar.click()
    assert page.melding.lead() == "Het verslag is niet bewaard."


def test_leaving_starts_the_page_anew(page: InlezenPage, tmp_path: Path, qtbot) -> None:
    page.read(bestand(tmp_path, KOP + SEM))
    page.nakijken.overnemen.click()
    with qtbot.waitSignal(page.klaar):
        page.einde.verder.click()
    assert page.stack.currentIndex() == BESTAND


def test_hostile_names_are_shown_as_text(page: InlezenPage, tmp_path: Path) -> None:
    name = "<b>O'Brien & Łukasz</b>"
    page.read(bestand(tmp_path, KOP + SEM.replace("Vries", name)))
    page.nakijken.table.select(0)
    assert page.nakijken.uitleg._name.text() == f"Sem de {name}"
    assert page.nakijken.uitleg._name.textFormat() is Qt.TextFormat.PlainText
    page.grab()
