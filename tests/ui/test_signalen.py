"""The page Signalen en overleg, and the strip beside an incident."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Leerling, Medewerker, Naam, Rol
from svp_desktop.domain.signalen import OverlegDraft, overleg_draft_of
from svp_desktop.services.toegang import Clock
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.incidenten.signaal_strip import SignaalStrip
from svp_desktop.ui.tabs.signalen.tab import SignalenTab
from svp_desktop.ui.tasks import Immediately


def texts(widget: QWidget) -> str:
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(part.text() for part in parts if not part.isHidden())


def test_from_signals_to_an_agreement(werkplek: Werkplek, clock: Clock, qtbot: QtBot) -> None:
    people = werkplek.personen
    noor = people.bewaar(Leerling(0, "", Naam("Noor", "de", "Vries"))).value
    ilse = people.bewaar(Medewerker(0, "", Naam("Ilse", "", "Bruins"))).value
    werkplek.school.zet_rol(Rol.INTERNE_VERTROUWENSPERSOON, ilse, clock().date())
    victim = people.als_betrokkene(noor, frozenset({Betrokkenheid.SLACHTOFFER}))
    draft = IncidentDraft("20-11-2026", "10.25", "Schoolplein", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.ORANJE,
                          betrokkenen=(victim,), feiten="Een geheim verhaal.")  # fmt: skip
    werkplek.incidenten.registreer(draft)
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    strip, form = SignaalStrip(context), QWidget()
    strip.setParent(form)
    qtbot.addWidget(strip)
    strip.show_draft(draft, None)
    strip.ask()
    assert "Tweede signaal bij Noor sinds 20 november" in texts(strip)
    assert "Er komt een taak klaar voor Ilse Bruins." in texts(strip)
    look = next(part for part in strip.findChildren(QPushButton) if part.text() == "Bekijk de signalen")
    look.click()
    assert "Pesten, Schoolplein, mand oranje, gemeld door Hanneke Vos" in texts(strip)
    assert "geheim" not in texts(strip)

    werkplek.incidenten.registreer(draft)
    tab = SignalenTab(context)
    qtbot.addWidget(tab)
    assert "2 signalen bij Noor de Vries sinds 20 november" in texts(tab)
    tab.show_record(werkplek.signalen.open()[0].id)
    page = tab.detail
    assert "geheim" not in texts(page)
    QTest.keyClicks(page.besluit, "Wij praten met Noor.")
    tab.flush_draft()
    again = SignalenTab(context)
    qtbot.addWidget(again)
    again.resize(1366, 690)
    again.show()
    again.resume(f"overleg:{page.overleg_id}")
    assert again.detail.besluit.text() == "Wij praten met Noor."
    again.go_back()
    assert again.focusWidget().property("overleg") == page.overleg_id, "back on the line that was opened"
    again.reload()
    assert again.focusWidget().property("overleg") == page.overleg_id, "also when the list is read again"
    QTest.keyClicks(again.detail.wat, "Ouders bellen")
    QTest.keyClicks(again.detail.wie, "ils")
    QTest.keyClick(again.detail.wie, Qt.Key.Key_Return)
    QTest.keyClicks(again.detail.wanneer, "+2")
    again.detail.erbij.click()
    assert [item.eigenaar for item in werkplek.signalen.te_doen()] == ["Ilse Bruins"]
    again.detail.ingelicht.click()
    assert werkplek.signalen.open() == ()
    assert werkplek.signalen.klaar()[0].besluit == "Wij praten met Noor."
    assert all(not item.sleutel.startswith("overleg") for item in werkplek.concepten.alle())

    again.resume("bespreekpunt:nieuw")
    points = again.punten
    next(part for part in points.soort.parts() if part.text() == "extra moment").click()
    QTest.keyClicks(points.tekst, "De pauze op het plein")
    points.erbij.click()
    assert "De pauze op het plein" in texts(points)
    assert [item.tekst for item in werkplek.signalen.punten()] == ["De pauze op het plein"]


def test_a_new_overleg_is_nowhere_before_it_is_saved(werkplek: Werkplek, clock: Clock, qtbot: QtBot) -> None:
    ilse = werkplek.personen.bewaar(Medewerker(0, "", Naam("Ilse", "", "Bruins"))).value
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    tab = SignalenTab(context)
    qtbot.addWidget(tab)
    tab.nieuw.click()
    assert tab.stack.currentWidget() is tab.detail
    assert werkplek.signalen.open() == ()
    tab.go_back()
    assert (werkplek.signalen.open(), werkplek.concepten.alle()) == ((), ())

    # what is typed comes back, and an action saves the overleg that it belongs to
    tab.nieuw.click()
    QTest.keyClicks(tab.detail.besluit, "Samen kijken.")
    QTest.keyClicks(tab.detail.wie, "ils")
    tab.flush_draft()
    (kept,) = werkplek.concepten.alle()
    again = SignalenTab(context)
    qtbot.addWidget(again)
    again.go_to(tab.place())
    assert again.detail.besluit.text() == "Samen kijken."
    again.detail.erbij.click()
    assert werkplek.signalen.open() == (), "an action that misses something saves nothing"
    QTest.keyClicks(again.detail.wat, "Ouders bellen")
    assert again.detail.wie.text() == "ils"
    QTest.keyClicks(again.detail.wie, "e")
    QTest.keyClick(again.detail.wie, Qt.Key.Key_Return)
    assert again.detail.wie.person == ilse
    QTest.keyClicks(again.detail.wanneer, "+2")
    again.detail.erbij.click()
    (made,) = werkplek.signalen.open()
    assert (made.besluit, again.detail.overleg_id) == ("Samen kijken.", made.id)
    assert [item.omschrijving for item in werkplek.signalen.afspraken(made.id)] == ["Ouders bellen"]
    assert werkplek.concepten.lees(kept.sleutel) is None

    # and what is thrown away is gone
    again._to_list()
    again.nieuw.click()
    assert again.detail.besluit.text() == ""
    QTest.keyClicks(again.detail.besluit, "Toch niet")
    again.detail.remove.click()
    again.flush_draft()
    assert len(werkplek.signalen.open()) == 1
    assert werkplek.concepten.alle() == ()


def test_an_overleg_that_was_changed_while_somebody_typed_loses_nothing(
    werkplek: Werkplek, clock: Clock, qtbot: QtBot
) -> None:
    service, tab = werkplek.signalen, SignalenTab(Context(werkplek, Hub(), Scripted(), Immediately(), clock))
    qtbot.addWidget(tab)
    tab.resize(1366, 690)
    tab.show()
    id_ = service.bewaar(0, OverlegDraft(gepland_op="1-12-2026"), 1).value

    def elsewhere(**changes: str) -> None:
        known = service.lees(id_)
        service.bewaar(id_, replace(overleg_draft_of(known), **changes), known.versie)

    tab.show_record(id_)
    page = tab.detail
    page.besluit.setText("Samen kijken.")
    elsewhere(aanwezig="Farid en Ilse")
    page.save.emit()
    assert "Dit is intussen ergens anders veranderd." in texts(page.notice)
    tab.flush_draft()
    kept = werkplek.concepten.lees(f"overleg:{id_}")
    assert kept is not None
    elsewhere(gepland_op="2-12-2026")
    werkplek.concepten.bewaar(kept.sleutel, kept.inhoud, "")  # by another account, so this one's draft stays
    tab.resume(f"overleg:{id_}")
    assert "Dit is intussen ergens anders veranderd." in texts(page.notice)
    page.save.emit()
    found = service.lees(id_)
    assert (found.aanwezig, found.besluit) == ("Farid en Ilse", "Samen kijken.")
    assert str(found.gepland_op) == "2026-12-02"
