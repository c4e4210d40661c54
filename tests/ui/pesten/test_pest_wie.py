"""Who stands in a pestzaak: also a parent, two children with one name, and who left the school meanwhile."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from svp_desktop.domain.pest_netwerk import MensenDraft, RelatieDraft
from svp_desktop.domain.pestzaak import (
    MIST_KIND,
    MeldingDraft,
    PestFilter,
    PestPersoonDraft,
    PestRol,
    PestTaak,
    draft_of,
)
from svp_desktop.domain.school import Aanspreekvorm, Leerling, Medewerker, Naam, Ouder, OuderVan
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.tabs.pesten.netwerk import NetwerkBeeld
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from tests.ui.screen import press, seen


def _bullied(werkplek: Werkplek, zaak: int) -> int:
    child = werkplek.pestzaken.lees(zaak).gepest
    assert child is not None
    return child.persoon_id


def test_a_parent_can_be_in_it_and_stands_there_with_the_child(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    noor = _bullied(werkplek, zaken[0])
    mother = Ouder(0, "", Naam("Sanne", "", "Mulder"), kinderen=(OuderVan(noor, "moeder"),))
    werkplek.personen.bewaar(mother)
    tab.show_record(zaken[0])
    press(tab, "Aanpassen")
    field = tab.form().mensen.zoek
    QTest.keyClicks(field, "sanne")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Sanne Mulder\nouder van Noor" in seen(tab)
    assert tab.form().mensen.value()[-1].rol is PestRol.OMSTANDER
    press(tab, "Opslaan")
    assert "Sanne Mulder" in seen(tab.detail)


def test_two_children_with_one_name_are_told_apart(tab: PestenTab, werkplek: Werkplek) -> None:
    service = werkplek.pestzaken
    ids = [
        werkplek.personen.bewaar(Leerling(0, "", Naam("Lot", "", last), last, None, 6)).value
        for last in ("Bos", "Vos", "Bos")
    ]
    first, second, third = ids[0], ids[1], werkplek.personen.bewaar(Leerling(0, "", Naam("Kim"), "k", None, 6)).value
    people = (PestPersoonDraft(first, PestRol.GEPEST), PestPersoonDraft(second, PestRol.PESTER))
    zaak = service.meld(MeldingDraft(melder="moeder", melding="Bang.", personen=people)).value
    drawn = MensenDraft((*people, PestPersoonDraft(third, PestRol.OMSTANDER)), (RelatieDraft(second, first, "duwen"),))
    service.bewaar_mensen(zaak, drawn, service.lees(zaak).versie)
    tab.show_record(zaak)
    picture = tab.detail.findChildren(NetwerkBeeld)[-1]
    assert "Lot Vos doet bij Lot Bos: duwen" in picture.woorden()
    assert "Kim" in picture.woorden()
    # one whole name for two: then the role tells
    same = (people[0], PestPersoonDraft(ids[2], PestRol.PESTER))
    service.bewaar_mensen(zaak, MensenDraft(same, (RelatieDraft(ids[2], first, "duwen"),)), service.lees(zaak).versie)
    tab.show_record(zaak)
    assert "Lot Bos, pester doet bij Lot Bos, gepest: duwen" in seen(tab.detail)
    for part in ("signaal", "papier", "mensen"):
        tab.open_form(part)
        choices = [{box.itemText(at) for at in range(box.count())} for box in tab.form().findChildren(QComboBox)]
        assert {"Lot Bos, gepest", "Lot Bos, pester"} in choices, part


def test_who_left_is_not_offered_any_more_and_not_named_as_the_one_to_call(
    tab: PestenTab, zaken: list[int], werkplek: Werkplek
) -> None:
    people = werkplek.personen
    anouk = people.bewaar(
        Medewerker(0, "", Naam("Anouk", "", "Visser"), Aanspreekvorm.MEVROUW, "juf Anouk", "leerkracht")
    ).value
    werkplek.pestzaken.zet_coordinator(zaken[0], anouk)
    tab.show_record(zaken[0])
    assert "coördinator: Anouk Visser" in seen(tab.detail)
    tab.open_form("stap")
    assert tab.form().wie.text() == "Anouk Visser"
    for person in (anouk, _bullied(werkplek, zaken[0])):
        before = people.lees(person)
        assert isinstance(before, Leerling | Medewerker)
        people.bewaar(replace(before, vertrokken_op=werkplek.today()), before)
    tab.show_record(zaken[0])
    words = seen(tab.detail)
    assert "Zon 6, van school, gemeld door moeder" in words
    assert "coördinator: Anouk Visser (van school)" in words
    tab.open_form("stap")
    assert tab.form().wie.text() == ""


def test_who_knows_no_child_reports_a_group_and_the_child_comes_later(tab: PestenTab, werkplek: Werkplek) -> None:
    QTest.mouseClick(tab.lijst.nieuw, Qt.MouseButton.LeftButton)
    form = tab.melding
    assert form is not None
    QTest.keyClicks(form.melder, "juf van de overblijf")
    QTest.keyClicks(form.melding, "In deze groep wordt iemand buitengesloten.")
    press(tab, "Melden")
    assert "Of vink aan dat u dat nog niet weet" in seen(form)
    assert "In welke groep?" not in seen(form)
    QTest.mouseClick(form.onbekend, Qt.MouseButton.LeftButton, pos=QPoint(8, form.onbekend.height() // 2))
    assert "In welke groep?" in seen(form)
    assert "Of vink aan" not in seen(form)
    form.groep.setFocus()
    QTest.keyClicks(form.groep, "Maan")
    tab.flush_draft()
    place = tab.place()
    form.leave()
    tab.go_to(place)
    assert form.groep.currentText() == "Maan"
    press(tab, "Melden")
    assert tab.detail.beeld.zaak.groep == "Maan"
    words = seen(tab.detail)
    assert "Maan, gemeld door juf van de overblijf" in words
    assert "Nog niet bekend wie er gepest wordt" in words
    zaak = tab.detail.zaak_id()
    assert [row.groep for row in werkplek.pestzaken.lijst(PestFilter(zoek="maan")) if row.id == zaak] == ["Maan"]
    service = werkplek.pestzaken
    known = service.lees(zaak)
    task = replace(draft_of(known.inhoud), in_kaart_op="vandaag", gedaan_kind="Niets.", rol_uitgelegd=True)
    service.bewaar_taak(zaak, PestTaak.IN_KAART, task, known.versie)
    assert MIST_KIND in service.beeld(zaak).stand(PestTaak.IN_KAART).mist
    tab.show_record(zaak)
    press(tab, "Aanpassen")
    press(tab, "Opslaan")
    assert tab.form() is None, "what is not known yet stops nothing"
    press(tab, "Kind kiezen")
    QTest.keyClicks(tab.form().mensen.zoek, "emile")
    QTest.keyClick(tab.form().mensen.zoek, Qt.Key.Key_Return)
    press(tab, "Opslaan")
    assert "Anker 6, gemeld door" in seen(tab.detail)
    assert MIST_KIND not in service.beeld(zaak).stand(PestTaak.IN_KAART).mist


def test_a_very_long_name_leaves_the_columns_as_they_are(tab: PestenTab, zaken: list[int], werkplek: Werkplek) -> None:
    tab.show_record(zaken[0])
    seen(tab)
    wide = tab.detail.signalen.width()
    name = Naam("Wilhelmina-Alexandra-Frederica", "van der", "Oudenhoven-van Schoonderbeek-Zuiderent")
    long = werkplek.personen.bewaar(Leerling(0, "", name, "9", None, 6)).value
    known = werkplek.pestzaken.lees(zaken[0])
    people = (PestPersoonDraft(_bullied(werkplek, zaken[0]), PestRol.GEPEST), PestPersoonDraft(long, PestRol.OMSTANDER))
    werkplek.pestzaken.bewaar_mensen(zaken[0], MensenDraft(people), known.versie)
    tab.show_record(zaken[0])
    seen(tab)
    assert abs(tab.detail.signalen.width() - wide) < 20


def test_a_place_with_less_supervision_is_pointed_at_without_an_incident(tab: PestenTab, werkplek: Werkplek) -> None:
    group = werkplek.pestzaken.meld(
        MeldingDraft(melder="vader", melding="Bang.", plaatsen="plein, kleedkamers bij gym", onbekend=True)
    ).value
    tab.show_record(group)
    assert "Kleedkamer: hier is minder toezicht" in seen(tab.detail)
    # nobody is there yet at whom something could be seen
    press(tab, "Signaal vastleggen")
    press(tab, "Opslaan")
    assert "Er staat nog niemand in deze zaak." in seen(tab)
