"""Verloop van een kind: everything about one child in time, without what anyone wrote (demands 18, 36)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop import app
from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.kindverloop import KindSoort
from svp_desktop.domain.school import Leerling, Medewerker, Naam
from svp_desktop.domain.signalen import AfspraakDraft, BespreekSoort, OverlegDraft, PuntDraft
from svp_desktop.services.toegang import Clock
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.incidenten.tab import IncidentenTab
from svp_desktop.ui.tabs.verloop.tab import VerloopTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme

GEHEIM = "Een geheim verhaal van juf."


@pytest.fixture
def kind(werkplek: Werkplek, clock: Clock) -> dict[str, int]:
    """Noor with an incident of every age and one of everything else."""
    people = werkplek.personen
    ids = {name: people.bewaar(Leerling(0, "", Naam(name, "", last))).value for name, last in
           (("Noor", "Vries"), ("Mees", "Jansen"))}  # fmt: skip
    ids["Ilse"] = people.bewaar(Medewerker(0, "", Naam("Ilse", "", "Bruins"))).value
    noor = people.als_betrokkene(ids["Noor"], frozenset({Betrokkenheid.SLACHTOFFER}))
    mees = people.als_betrokkene(ids["Mees"], frozenset({Betrokkenheid.DADER}))

    def record(day: str) -> int:
        draft = IncidentDraft(day, "10.25", "Schoolplein", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.ORANJE,
                              betrokkenen=(noor, mees), feiten=GEHEIM)  # fmt: skip
        return werkplek.incidenten.registreer(draft).value

    record("12-3-2024")
    ids["incident"] = record("20-11-2026")
    record("23-11-2026")
    werkplek.esis.zet(ids["incident"], ids["Noor"])
    overleg = next(one for one in werkplek.signalen.open() if one.persoon_id == ids["Noor"])
    werkplek.signalen.spreek_af(overleg.id, AfspraakDraft("Bellen met de ouders van Mees", ids["Ilse"], "25-11-2026"))
    werkplek.signalen.ingelicht(overleg.id, OverlegDraft(besluit="Wij letten op het plein."), overleg.versie)
    werkplek.signalen.voeg_punt_toe(PuntDraft(BespreekSoort.KIND, "Hoe gaat het op het plein?", persoon_id=ids["Noor"]))
    werkplek.casussen.open(CasusDraft(ids["Mees"], None, ids["Ilse"], GEHEIM, incident_ids=(ids["incident"],)))
    return ids


@pytest.fixture
def echt(
    theme: Theme, werkplek: Werkplek, clock: Clock, kind: dict[str, int], shown: Callable[[QWidget], QWidget]
) -> MainWindow:
    """The window with the pages of the program."""
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    made = MainWindow(context, app.pages(), theme, "De Regenboog")
    made.show_page("incidenten")
    made.resize(1366, 690)
    shown(made)
    return made


def lines(page: VerloopTab) -> list[str]:
    return [f"{one.datum.isoformat()} {one.titel}: {one.zin}" for one in page.rows.rows()]


def test_everything_in_time_and_nothing_that_someone_wrote(werkplek: Werkplek, kind: dict[str, int]) -> None:
    found = werkplek.kindverloop.lees(kind["Noor"])
    told = [f"{one.datum.isoformat()} {one.titel}: {one.zin}" for one in found.regels]
    assert told == [
        "2026-11-25 Afspraak: Bellen met de ouders van Mees, Ilse Bruins, nog te doen",
        "2026-11-24 Casus geopend: over een ander kind, bij hetzelfde incident",
        "2026-11-24 Vertrouwenspersoon inlichten: meer signalen bij één kind, ingelicht. Wij letten op het plein",
        "2026-11-24 Op de agenda: Hoe gaat het op het plein?",
        "2026-11-24 In Esis gezet: over incident 2026-0001",
        "2026-11-23 Pesten: slachtoffer, Schoolplein, 2026-0002",
        "2026-11-20 Pesten: slachtoffer, Schoolplein, 2026-0001",
    ]
    assert found.ouder == 1
    assert all("geheim" not in line for line in told)


def test_on_paper_other_children_are_initials(werkplek: Werkplek, kind: dict[str, int], tmp_path: Path) -> None:
    found = werkplek.kindverloop.lees(kind["Noor"])
    file = tmp_path / "verloop.pdf"
    werkplek.kindverloop.bewaar(kind["Noor"], werkplek.kindverloop.papier(found), file)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
    assert "Noor Vries" in text
    assert "Bellen met de ouders van M." in text
    assert "Mees" not in text
    assert "Wat ouder is dan vorig schooljaar" in text


def test_from_a_name_in_the_reading_page_to_every_record(echt: MainWindow, kind: dict[str, int]) -> None:
    tab = echt.page("incidenten")
    assert isinstance(tab, IncidentenTab)
    tab.show_record(kind["incident"])
    next(one for one in tab.list.detail.findChildren(QPushButton) if one.text() == "Noor Vries").click()
    page = echt.page("verloop")
    assert isinstance(page, VerloopTab)
    assert echt.current_code() == "verloop"
    assert len(lines(page)) == 7
    page.chips[KindSoort.OVERLEG].click()
    assert [one.soort for one in page.rows.rows()] == [KindSoort.OVERLEG]
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    page.view.activated.emit(page.rows.index(0))
    assert echt.current_code() == "signalen"
    echt.show_page("verloop")
    page.chips[None].click()
    page.view.activated.emit(page.rows.index(6))
    assert echt.current_code() == "incidenten"
    echt.show_page("verloop")
    QTest.keySequence(echt, "Esc")
    assert echt.current_code() == "incidenten"


def test_older_years_ask_a_reason_and_a_half_typed_one_stays(
    echt: MainWindow, werkplek: Werkplek, kind: dict[str, int], theme: Theme, clock: Clock
) -> None:
    QTest.keySequence(echt, "Ctrl+K")
    QTest.keyClicks(echt.palette_field, "noor")
    hit = [one.title for one in echt.palette_field.hits].index("Verloop van Noor Vries")
    echt.palette_field.choose(hit)
    page = echt.page("verloop")
    assert isinstance(page, VerloopTab)
    assert echt.current_code() == "verloop"
    page.earlier.more.click()
    QTest.keyClicks(page.earlier.reden, "Gesprek met de")
    page.flush_draft()
    kept = [one.titel for one in werkplek.concepten.alle()]
    assert kept == ["een reden om verder terug te kijken"]

    again = VerloopTab(echt.context)
    again.go_to(page.place())
    assert again.earlier.reden.text() == "Gesprek met de"
    again.deleteLater()

    QTest.keyClicks(page.earlier.reden, " ouders")
    QTest.keyClick(page.earlier.reden, Qt.Key.Key_Return)
    assert lines(page)[-1].startswith("2024-03-12 Pesten")
    assert werkplek.inzage.redenen() == ("Gesprek met de ouders",)
    assert werkplek.concepten.alle() == ()


def test_a_half_typed_reason_of_the_list_is_there_after_a_lock(running) -> None:
    running.pages = app.pages
    running.make_school()
    program = running.unlocked()
    assert program.window is not None
    werkplek = program.window.context.werkplek
    people = werkplek.personen
    noor = people.bewaar(Leerling(0, "", Naam("Noor", "", "Vries"))).value
    who = people.als_betrokkene(noor, frozenset({Betrokkenheid.SLACHTOFFER}))
    for day in ("12-3-2024", "20-11-2026"):
        werkplek.incidenten.registreer(
            IncidentDraft(day, "10.25", "Gang", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.GEEL,
                          betrokkenen=(who,), feiten="Iemand schold Noor uit.")
        )  # fmt: skip
    tab = program.window.show_page("incidenten")
    assert isinstance(tab, IncidentenTab)
    tab.list.only_person(noor, "Noor Vries")
    tab.list.earlier.ask()
    QTest.keyClicks(tab.list.earlier.reden, "Ouders vragen")
    program.lock()

    after = running.unlocked()
    again = after.window.page("incidenten")
    assert isinstance(again, IncidentenTab)
    assert again.list.earlier.asking()
    assert again.list.earlier.reden.text() == "Ouders vragen"
    again.list.earlier.show_button.click()
    assert after.window.context.werkplek.inzage.redenen() == ("Ouders vragen",)
    assert again.list.model.rowCount() == 2
