"""A point for the agenda begun from an incident or a child, and the agenda on paper (demand 35)."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Bouw, Leerling, Naam
from svp_desktop.domain.signalen import BespreekSoort, PuntDraft
from svp_desktop.services.toegang import Clock
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.incidenten.tab import IncidentenTab
from svp_desktop.ui.tabs.signalen.tab import SignalenTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.widgets.buttons import Chip


@pytest.fixture
def incident(werkplek: Werkplek) -> int:
    group = werkplek.school.bewaar_groep("Anker 8", Bouw.BOVENBOUW).value
    people = werkplek.personen
    roles = {"Noor": Betrokkenheid.GETUIGE, "Mees": Betrokkenheid.DADER}
    who = tuple(
        people.als_betrokkene(
            people.bewaar(Leerling(0, "", Naam(name, "", "Bos"), groep_id=group)).value, frozenset({role})
        )
        for name, role in roles.items()
    )
    draft = IncidentDraft("20-11-2026", "10.25", "Schoolplein", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.ORANJE,
                          betrokkenen=who, feiten="Mees schold.")  # fmt: skip
    return werkplek.incidenten.registreer(draft).value


def test_from_an_incident_to_the_agenda_on_paper(
    werkplek: Werkplek, clock: Clock, qtbot: QtBot, incident: int, tmp_path: Path
) -> None:
    ask = Scripted()
    context = Context(werkplek, Hub(), ask, Immediately(), clock)
    reading, tab = IncidentenTab(context), SignalenTab(context)
    for page in (reading, tab):
        qtbot.addWidget(page)
    asked: list[tuple[str, int, str]] = []
    reading.start_requested.connect(lambda *what: asked.append(what))
    reading.show_record(incident)
    reading.list.detail.punt.click()
    assert asked == [("signalen", incident, "incident")]

    tab.resize(1366, 690)
    tab.show()
    tab.start_from(*asked[0][1:])
    points = tab.punten
    assert points.bij.text() == "Bij incident 2026-0001"
    assert points.kind.text() == "Mees Bos"
    assert points.groep.currentText() == "Anker 8"
    QTest.keyClicks(points.tekst, "Hoe helpen wij Mees?")
    tab.flush_draft()
    again = SignalenTab(context)
    qtbot.addWidget(again)
    again.resume("bespreekpunt:nieuw")
    assert again.punten.bij.text() == "Bij incident 2026-0001"
    again.punten.kind.selectAll()
    QTest.keyClicks(again.punten.kind, "No")
    again.flush_draft()
    third = SignalenTab(context)
    qtbot.addWidget(third)
    third.resume("bespreekpunt:nieuw")
    assert (third.punten.kind.text(), third.punten.kind.person) == ("No", None)
    noor = next(one for one in points.findChildren(Chip) if one.text() == "Noor Bos")
    noor.click()
    points.erbij.click()
    (made,) = werkplek.signalen.punten()
    assert (made.over, made.tekst, made.incident_id) == ("Noor Bos", "Hoe helpen wij Mees?", incident)
    assert points.los.isHidden() or not points.los.isVisible()

    ask.add("save_file", tmp_path / "agenda.pdf")
    points.agenda.menu().aboutToShow.emit()
    points.agenda.menu().actions()[0].trigger()
    assert tab.on_paper()
    QApplication.processEvents()
    tab.paper.knoppen["pdf"].click()
    text = " ".join(PdfReader(tmp_path / "agenda.pdf").pages[0].extract_text().split())
    assert "Kindbespreking Noor Bos" in text
    assert "1. Hoe helpen wij Mees?" in text
    assert "bij incident 2026-0001" in text
    assert tab.go_back()
    assert not tab.on_paper()


def test_a_half_typed_point_is_not_lost_by_a_new_one(
    werkplek: Werkplek, clock: Clock, qtbot: QtBot, incident: int
) -> None:
    tab = SignalenTab(Context(werkplek, Hub(), Scripted(), Immediately(), clock))
    qtbot.addWidget(tab)
    tab.start_from(0, "punten")
    points = tab.punten
    next(part for part in points.soort.parts() if part.text() == "extra moment").click()
    QTest.keyClicks(points.tekst, "De pauze")
    tab.start_from(incident, "incident")
    assert points.tekst.text() == "De pauze"
    assert "niet hebt toegevoegd" in points.melding.lead()
    points.erbij.click()
    assert [one.tekst for one in werkplek.signalen.punten()] == ["De pauze"]
    assert points.bij.text() == "Bij incident 2026-0001"
    assert points.melding.isHidden()

    QTest.keyClicks(points.tekst, "Toch niet")
    tab.start_from(incident, "incident")
    next(one for one in points.melding.findChildren(QPushButton) if one.text() == "Weghalen en verder").click()
    assert points.tekst.text() == ""
    assert points.kind.text() == "Mees Bos"


def test_one_agenda_for_each_group_child_and_extra_moment(werkplek: Werkplek) -> None:
    group = werkplek.school.bewaar_groep("Anker 8", Bouw.BOVENBOUW).value
    twins = [werkplek.personen.bewaar(Leerling(0, "", Naam("Noor", "", "Bos"))).value for _ in range(2)]
    for draft in (
        PuntDraft(BespreekSoort.EXTRA, "Het plein"),
        PuntDraft(BespreekSoort.KIND, "Lezen", persoon_id=twins[1]),
        PuntDraft(BespreekSoort.KIND, "Rekenen", persoon_id=twins[0]),
        PuntDraft(BespreekSoort.GROEP, "De kring", groep_id=group),
        PuntDraft(BespreekSoort.GROEP, "De gang", groep_id=group),
    ):
        werkplek.signalen.voeg_punt_toe(draft)
    assert [(one.titel, [punt.tekst for punt in one.punten]) for one in werkplek.agenda.alle()] == [
        ("Groepsbespreking Anker 8", ["De kring", "De gang"]),
        ("Kindbespreking Noor Bos", ["Rekenen"]),
        ("Kindbespreking Noor Bos", ["Lezen"]),
        ("Extra moment", ["Het plein"]),
    ]
