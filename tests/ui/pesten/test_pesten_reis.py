"""Pestcoördinatie as its coordinator meets it: from a mother's call to a closed case, one failed check, reopening."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.datums import tijd_kort
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.pest_nazorg import CheckAntwoord
from svp_desktop.domain.pest_toets import Criterium, Oordeel
from svp_desktop.domain.pestzaak import PestPersoonDraft, PestRol, PestStatus, Sluitreden
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.services.vandaag import vandaag
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.incidenten.detail import DetailPage
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.widgets.stage import StageState


class Klok:
    """A clock that the test turns."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def klok(clock) -> Klok:
    return Klok(clock())


@pytest.fixture
def context(werkplek: Werkplek, klok: Klok) -> Context:
    return Context(werkplek.met_klok(klok), Hub(), Scripted(), Immediately(), klok)


@pytest.fixture
def kinderen(werkplek: Werkplek) -> tuple[int, int]:
    made = (
        werkplek.personen.bewaar(Leerling(0, "", Naam(*name))).value
        for name in (("Noor", "de", "Vries"), ("Tygo", "", "Bos"))
    )
    noor, tygo = made
    return noor, tygo


@pytest.fixture
def tab(context: Context, qtbot: QtBot) -> PestenTab:
    made = PestenTab(context)
    qtbot.addWidget(made)
    context.hub.changed.connect(made.refresh)
    made.resize(1280, 690)
    made.show()
    return made


def texts(widget: QWidget) -> str:
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(part.text() for part in parts if not part.isHidden())


def knop(tab: PestenTab, text: str) -> QPushButton:
    # what was shown before goes a moment later, and what is new comes then: the last one is that of now
    QTest.qWait(1)
    return [made for made in tab.detail.findChildren(QPushButton) if made.text() == text and not made.isHidden()][-1]


def bewaar(tab: PestenTab) -> None:
    form = tab.form()
    assert form is not None
    form.opslaan.click()
    assert tab.form() is None, texts(form)


def taak(tab: PestenTab, position: int, **values: str) -> None:
    tab.detail.stages.chosen.emit(position)
    form = tab.form()
    for name, value in values.items():
        form.delen[name].setText(value)
    for box in form.findChildren(QCheckBox):
        box.setChecked(True)
    bewaar(tab)


def meld(tab: PestenTab, kinderen: tuple[int, int]) -> None:
    tab.primary_new()
    form = tab.melding
    form.opslaan.click()
    assert tab.form() is form
    assert "Vul in wie het meldt" in texts(form)
    form.melder.setText("moeder")
    form.melding.setText("Noor wil niet meer naar school.")
    form.mensen.set_value(
        (PestPersoonDraft(kinderen[0], PestRol.GEPEST), PestPersoonDraft(kinderen[1], PestRol.PESTER))
    )
    bewaar(tab)


def vraag(tab: PestenTab, gestopt: CheckAntwoord, **more: str) -> None:
    knop(tab, "Check vastleggen").click()
    form = tab.form()
    form.woorden.setText("Het gaat wel.")
    form.nagekomen.set_value(CheckAntwoord.JA)
    form.gestopt.set_value(gestopt)
    form.schaal.set_value(4)
    if more:
        form.anders.setText(more["anders"])
        form.opnieuw.setText(more["opnieuw"])
    bewaar(tab)


def test_from_a_call_to_a_closed_case_with_a_failed_check_and_reopening(
    tab: PestenTab, context: Context, klok: Klok, kinderen: tuple[int, int]
) -> None:
    work = context.werkplek
    meld(tab, kinderen)
    (line,) = tab.lijst.rows()
    assert "Noor" not in tab.lijst.table.model().index(0, 0).data()
    assert tab.stack.currentWidget() is tab.detail, "who leads it goes on at once"
    assert tab.detail.verder.text() == "Opvang vastleggen"
    assert tab.go_back()
    waiting = [task for task in vandaag(work) if task.pagina == "pesten"]
    assert waiting
    assert all("Noor" not in task.titel for task in waiting)
    QTest.keyClick(tab.lijst.table, Qt.Key.Key_Return)
    assert tab.detail.zaak_id() == line.id
    assert f"Opgeslagen {tijd_kort(klok().time())}" in texts(tab.detail)

    taak(tab, 0, opgevangen_op="vandaag", opvang="Met Noor en moeder gepraat.")
    taak(tab, 1, geluisterd_op="vandaag", verhaal="Ze lachen mij uit bij gym.")
    done = {"gedaan_kind": "Weggelopen.", "gedaan_ouder": "Gebeld.", "gedaan_leerkracht": "Gesprek in de kring."}
    taak(tab, 2, in_kaart_op="vandaag", **done)
    knop(tab, "Toetsen").click()
    toets = tab.form()
    for one in Criterium:
        toets.bewijs[one].oordeel.set_value(Oordeel.JA)
        toets.bewijs[one].tekst.setText("Drie kinderen zagen het.")
        toets.bewijs[one].datum.setText("vandaag")
    toets._changed()
    bewaar(tab)
    assert "Alle drie: dit is pesten." in texts(tab.detail)

    knop(tab, "Signaal vastleggen").click()
    form = tab.form()
    form.door.setText("Anouk Smeets")
    form.vinkjes["Pijn of misselijk"].setChecked(True)
    bewaar(tab)
    assert "Bij gepeste  1 van 12" in texts(tab.detail)

    knop(tab, "Aanpak beginnen").click()
    assert "Steungroep" in tab.form().naam.currentText()
    bewaar(tab)
    assert "Na 6 weken" in texts(tab.detail)
    knop(tab, "Afspraak of stap").click()
    tab.form().wat.setText("Tygo vraagt hulp als hij boos is.")
    tab.form().met_wie.setText("Tygo")
    bewaar(tab)
    taak(tab, 3, oplossing_op="vandaag", gewenst="Noor speelt mee.")
    assert [stage.step.state for stage in tab.detail.stages._stages[:4]] == [StageState.DONE] * 4

    tab.detail.sluiten.click()
    sluit = tab.form()
    sluit.reden.setCurrentIndex(sluit.reden.findData(Sluitreden.GESTOPT.value))
    sluit.opslaan.click()
    assert "Er is nog geen check gehouden." in texts(sluit)
    assert tab.go_back()

    klok.now += timedelta(weeks=1)
    vraag(tab, CheckAntwoord.NEE, anders="Meer toezicht.", opnieuw="15-12-2026")
    for _ in range(3):
        klok.now += timedelta(weeks=2)
        vraag(tab, CheckAntwoord.JA)
    tab.detail.sluiten.click()
    sluit.reden.setCurrentIndex(sluit.reden.findData(Sluitreden.GESTOPT.value))
    bewaar(tab)
    assert work.pestzaken.lees(line.id).status is PestStatus.AFGESLOTEN
    assert tab.detail.sluiten.isHidden()

    tab.detail.heropenen.click()
    tab.form().opslaan.click()
    assert "Schrijf waarom de zaak weer opengaat." in texts(tab.form())
    tab.form().reden.setText("Noor is weer alleen op het plein.")
    bewaar(tab)
    assert work.pestzaken.lees(line.id).status is PestStatus.LOPEND
    assert "Noor is weer alleen op het plein." in texts(tab.detail)


def test_what_is_typed_in_a_task_comes_back_after_a_lock(
    tab: PestenTab, context: Context, kinderen: tuple[int, int], qtbot: QtBot
) -> None:
    meld(tab, kinderen)
    tab.show_record(tab.lijst.rows()[0].id)
    tab.detail.stages.chosen.emit(1)
    QTest.keyClicks(tab.form().delen["verhaal"], "Zij zei dat")
    tab.flush_draft()
    place = tab.place()
    again = PestenTab(context)
    qtbot.addWidget(again)
    again.go_to(place)
    assert again.form().delen["verhaal"].text() == "Zij zei dat"


def test_an_incident_of_kind_pesten_leads_to_a_report_and_later_to_its_pestzaak(
    tab: PestenTab, context: Context, kinderen: tuple[int, int], shown: Callable[[QWidget], QWidget]
) -> None:
    work = context.werkplek
    victim = work.personen.als_betrokkene(kinderen[0], frozenset({Betrokkenheid.SLACHTOFFER}))
    draft = IncidentDraft("20-11-2026", "10.25", "Schoolplein", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.ORANJE,
                          betrokkenen=(victim,), feiten="Uitgelachen.")  # fmt: skip
    incident_id = work.incidenten.registreer(draft).value
    page = DetailPage(context)
    shown(page)
    page.start_wanted.connect(lambda code, record, kind: tab.start_from(record, kind))

    def show() -> None:
        page.show_incident(work.incidenten.lees(incident_id), work.instellingen.lees(), None)

    show()
    page.pesten.click()
    assert tab.melding.melding.text() == "Uitgelachen."
    tab.melding.melder.setText("juf Anouk")
    bewaar(tab)
    show()
    assert page.pesten.text() == "Naar pestzaak"
    page.pesten.click()
    assert tab.detail.beeld.incidenten[0].id == incident_id
    assert [hit.soort for hit in work.zoeken("noor")].count("pestzaak") == 1


def test_an_observation_a_check_and_an_incident_are_put_right_by_hand(
    tab: PestenTab, context: Context, kinderen: tuple[int, int]
) -> None:
    work = context.werkplek
    meld(tab, kinderen)
    zaak_id = tab.lijst.rows()[0].id
    victim = work.personen.als_betrokkene(kinderen[0], frozenset({Betrokkenheid.SLACHTOFFER}))
    draft = IncidentDraft("20-11-2026", "10.25", "Schoolplein", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.ORANJE,
                          betrokkenen=(victim,), feiten="Uitgelachen.")  # fmt: skip
    incident_id = work.incidenten.registreer(draft).value
    tab.show_record(zaak_id)
    assert tab.detail.verder.text() == "Opvang vastleggen"

    knop(tab, "Incident koppelen").menu().actions()[0].trigger()
    assert [one.id for one in tab.detail.beeld.incidenten] == [incident_id]

    knop(tab, "Signaal vastleggen").click()
    form = tab.form()
    form.door.setText("Anouk Smeets")
    form.vinkjes["Pijn of misselijk"].setChecked(True)
    bewaar(tab)
    knop(tab, "Per dag bekijken").click()
    away = tab.detail.signalen.findChildren(QToolButton)
    undo = []
    context.bar.undo_offered.connect(lambda _words, back: undo.append(back))
    away[-1].click()
    assert not tab.detail.beeld.signalen
    undo[-1]()
    assert len(tab.detail.beeld.signalen) == 1

    knop(tab, "Plannen").click()
    plan = tab.form().dagen.dagen
    assert len(plan) == 3
    plan[1].setText("1-1-2020")
    tab.form().opslaan.click()
    assert "kies een dag die nog komt" in texts(tab.form())
    plan[1].setText("")
    bewaar(tab)
    assert [check.naam() for check in tab.detail.beeld.checks] == ["Na 1 week", "Na 6 weken"]
    knop(tab, "Plannen").click()
    moved, gone, _extra = tab.form().dagen.dagen
    moved.setText("8-12-2026")
    gone.setText("")
    bewaar(tab)
    assert [check.gepland_op.day for check in tab.detail.beeld.checks] == [8]
