"""Mensen and Gesprekken on the casus page: what is said at once, and what is never lost."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from svp_desktop.domain.casus import AfsluitDraft, TijdlijnSoort
from svp_desktop.domain.casus_mensen import CasusRol, SteunfiguurDraft
from svp_desktop.domain.gesprekken import Antwoord, GesprekSoort
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.school import Leerling, Naam, Ouder, OuderVan
from svp_desktop.ui.tabs.casussen.gesprekken.rij import GesprekRij
from svp_desktop.ui.tabs.casussen.gesprekken.sectie import GesprekkenSectie
from svp_desktop.ui.tabs.casussen.mensen.ouder_rij import OuderRij
from svp_desktop.ui.tabs.casussen.mensen.sectie import MensenSectie
from svp_desktop.ui.tabs.casussen.mensen.steun_rij import SteunRij
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.widgets.painted import Pill
from tests.ui.casussen.conftest import Way, sectie


def _live(parent: QWidget, kind: type) -> list:
    # a widget that was just put in a shown layout is hidden until the next turn of the event loop
    QApplication.processEvents()
    return [item for item in parent.findChildren(kind) if not item.isHidden()]


def _pills(parent: QWidget) -> list[str]:
    return [item.accessibleName() for item in _live(parent, Pill)]


def _mensen(tab: CasussenTab, casus: int) -> MensenSectie:
    return sectie(tab, casus, "mensen", MensenSectie)


def _gesprekken(tab: CasussenTab, casus: int) -> GesprekkenSectie:
    return sectie(tab, casus, "gesprekken", GesprekkenSectie)


def test_who_has_gezag_and_was_not_told_is_said_until_it_is_done(tab: CasussenTab, way: Way) -> None:
    for name, gezag in (("Karin", True), ("Bram", False)):
        parent = Ouder(0, "", Naam(name, "", "Jansen"), kinderen=(OuderVan(way.kind, "ouder", gezag),))
        way.werkplek.personen.bewaar(parent)
    section = _mensen(tab, way.open())
    assert section.melding.lead() == "Nog niet ingelicht: Karin Jansen"
    first = _live(section, OuderRij)[0]
    said: list[object] = []
    tab._context.bar.undo_offered.connect(lambda sentence, undo: said.append(undo))

    first.vandaag.click()
    assert section.melding.isHidden()
    assert "ingelicht op di 24 nov" in _pills(section)
    said[0]()
    assert section.melding.lead() == "Nog niet ingelicht: Karin Jansen"


def test_the_contribution_of_a_parent_survives_a_lock(tab: CasussenTab, way: Way) -> None:
    parent = Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.kind, "moeder"),))
    way.werkplek.personen.bewaar(parent)
    section = _mensen(tab, way.open())
    _live(section, OuderRij)[0].naam.click()
    section.ouder_form.inbreng.setFocus()
    section.ouder_form.inbreng.setText("Hij slaapt slecht sinds")
    tab.flush_draft()
    place = tab.place()
    assert place["concept"].startswith("mensen:")

    again = CasussenTab(tab._context)
    again.go_to(place)
    form = again.page.secties.front().ouder_form
    assert form.inbreng.text() == "Hij slaapt slecht sinds"
    form.ingelicht.setText("23-11")
    form.save.emit()
    [line] = way.werkplek.casusmensen.ouders(place["casus"])
    assert (line.inbreng, str(line.ingelicht_op)) == ("Hij slaapt slecht sinds", "2026-11-23")
    assert way.werkplek.concepten.alle() == ()
    again.deleteLater()


def test_somebody_outside_the_register_helps_with_consent(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    section = _mensen(tab, casus)
    tab.primary_new()
    form = section.steun_form
    form.save.emit()
    assert form._fields["naam"].message() == "Vul een naam in."
    form.naam.setText("<b>Opa</b> Gerard")
    form.telefoon.setText("06 12345678")
    form.save.emit()
    assert "geen toestemming: nummer niet op papier" in _pills(section)
    [line] = _live(section, SteunRij)
    line.weg.click()
    assert _live(section, SteunRij) == []


def test_a_child_of_an_incident_is_proposed_and_taken_in(tab: CasussenTab, way: Way) -> None:
    casus = way.open(way.ander)
    way.werkplek.casussen.koppel(casus, [way.incident])
    section = _mensen(tab, casus)
    [proposal] = [b for b in section.findChildren(QPushButton) if b.text() == "Mees Jansen, betrokken"]
    proposal.click()
    assert [item.persoon_id for item in way.werkplek.casusmensen.personen(casus)] == [way.kind]


def test_a_talk_with_a_parent_asks_the_contribution_first_and_a_child_how_it_is(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    section = _gesprekken(tab, casus)
    tab.primary_new()
    form = section.form
    assert not form._all["welbevinden"].isHidden()
    assert form._all["inbreng"].isHidden()
    form.soort.set_value(GesprekSoort.OUDER)
    form.soort.changed.emit(GesprekSoort.OUDER)
    assert form._all["welbevinden"].isHidden()
    assert not form._all["inbreng"].isHidden()

    form.soort.set_value(GesprekSoort.KIND)
    form.soort.changed.emit(GesprekSoort.KIND)
    form.welbevinden.vragen["veilig"].set_value(Antwoord.SOMS)
    form.gehouden.setText("24-11")
    form.inzage.set_value(Inzage.NEE)
    form.inzage.changed.emit(Inzage.NEE)
    form.save.emit()
    assert form._all["inzage_reden"].message() == "Schrijf waarom ouders dit niet kunnen inzien."
    form.reden.setText("Het kind vroeg dit.")
    form.save.emit()
    [talk] = way.werkplek.gesprekken.van_casus(casus)
    assert (talk.persoon, talk.inhoud.tekst.welbevinden.veilig) == ("Mees Jansen", Antwoord.SOMS)
    assert {"nog niet in Esis", "inzage ouders: nee", "Mees Jansen: 1 van 2 kindgesprekken"} <= set(_pills(section))


def test_a_talk_that_waits_says_how_long_and_comes_back_after_undo(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    section = _gesprekken(tab, casus)
    tab.primary_new()
    section.form.gevraagd.setText("19-11")
    section.form.verslag.setText("Nog te plannen")
    tab.flush_draft()
    tab.resume(section.draft_key())
    assert section.form.verslag.text() == "Nog te plannen"
    section.form.save.emit()
    assert {"nog niet gepland", "wacht 5 dagen"} <= set(_pills(section))
    assert not section.kalender.isHidden()

    said: list[object] = []
    tab._context.bar.undo_offered.connect(lambda sentence, undo: said.append(undo))
    [line] = _live(section, GesprekRij)
    line.opened.emit(line.gesprek.id)
    section.form.verslag.setText("Nog te plannen met opa")
    section.form.remove.click()
    assert way.werkplek.concepten.alle() == ()
    assert way.werkplek.gesprekken.van_casus(casus) == ()
    said[0]()
    assert len(way.werkplek.gesprekken.van_casus(casus)) == 1

    [event] = [item for item in tab.page.tijdlijn.rows() if item.soort is TijdlijnSoort.GESPREK]
    assert (event.titel, event.zin) == ("Kindgesprek", "gevraagd, met Mees Jansen: Nog te plannen")
    tab.page.tijdlijn.opened.emit(event)
    assert section.form.gesprek_id() == event.ref_id


def test_a_closed_casus_only_shows(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    service = way.werkplek.gesprekken
    section = _gesprekken(tab, casus)
    tab.primary_new()
    section.form.gehouden.setText("24-11")
    section.form.save.emit()
    [talk] = service.van_casus(casus)
    way.werkplek.casussen.afsluiten(casus, AfsluitDraft("klaar"))
    tab.reload()
    assert section.nieuw.isHidden()
    section.open_talk(talk.id)
    assert not section.form.form.isEnabled()
    assert section.form.opslaan.isHidden()
    assert "Gehouden 1" in [item.text() for item in _live(section, QLabel)]


def test_a_closed_casus_asks_for_nothing_that_cannot_be_done_any_more(tab: CasussenTab, way: Way) -> None:
    parent = Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.kind, "moeder"),))
    way.werkplek.personen.bewaar(parent)
    casus = way.open()
    way.werkplek.casussen.afsluiten(casus, AfsluitDraft("klaar"))
    for code, sentence in (("herstel", "geen herstelgesprek"), ("gesprekken", "geen gesprek")):
        tab.show_record(casus)
        section = tab.page.secties.show_section(code)
        assert section is not None
        assert f"In deze casus was {sentence}." in [item.text() for item in _live(section, QLabel)]
    assert "niet ingelicht" in _pills(_mensen(tab, casus))


def test_what_was_typed_about_somebody_who_left_the_casus_is_shown(tab: CasussenTab, way: Way) -> None:
    parent = Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.ander, "moeder"),))
    way.werkplek.personen.bewaar(parent)
    casus = way.open()
    way.werkplek.casusmensen.voeg_toe(casus, way.ander, CasusRol.GERAAKT)
    section = _mensen(tab, casus)
    _live(section, OuderRij)[0].naam.click()
    section.ouder_form.inbreng.setText("Zij durft niet meer.")
    section.ouder_form.touched()
    key = section.draft_key()
    tab.go_back()
    way.werkplek.casusmensen.verwijder(casus, way.ander, CasusRol.GERAAKT)

    tab.resume(key)
    assert "Inbreng: Zij durft niet meer." in section.verweesd.text()
    way.werkplek.casusmensen.voeg_toe(casus, way.ander, CasusRol.GERAAKT)
    tab.resume(key)
    assert section.ouder_form.inbreng.text() == "Zij durft niet meer."
    tab.go_back()
    way.werkplek.casusmensen.verwijder(casus, way.ander, CasusRol.GERAAKT)
    tab.resume(key)
    buttons = _live(section.verweesd, QPushButton)
    next(item for item in reversed(buttons) if item.text() == "Weggooien").click()
    assert (section.verweesd.isHidden(), way.werkplek.concepten.lees(key)) == (True, None)


def test_a_draft_meets_what_somebody_else_recorded_meanwhile(tab: CasussenTab, way: Way) -> None:
    parent = Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.kind, "moeder"),))
    other = way.werkplek.personen.bewaar(parent).value
    mensen, casus = way.werkplek.casusmensen, way.open()
    section = _mensen(tab, casus)
    form = section.ouder_form
    _live(section, OuderRij)[0].naam.click()
    form.inbreng.setText("Hij slaapt slecht.")
    form.touched()
    mensen.vandaag_ingelicht(casus, way.kind, other)

    # while the form is open: the first save stops and tells, the second goes over it
    form.save.emit()
    assert form.notice.lead() == "Dit is intussen ergens anders veranderd."
    assert "Ingelicht op: di 24-11-2026" in form.notice.text()
    assert (form.inbreng.text(), form.ingelicht.text()) == ("Hij slaapt slecht.", "di 24-11-2026")
    form.save.emit()
    line = mensen.ouder(casus, way.kind, other)
    assert (line.inbreng, str(line.ingelicht_op)) == ("Hij slaapt slecht.", "2026-11-24")

    # a draft of before: told when it is opened again
    _live(section, OuderRij)[0].naam.click()
    form.inbreng.setText("Hij slaapt beter.")
    form.touched()
    tab.go_back()
    mensen.niet_ingelicht(casus, way.kind, other)
    tab.resume(f"mensen:{casus}:ouder:{way.kind}:{other}")
    assert "Ingelicht op: niets" in form.notice.text()
    assert (form.inbreng.text(), form.ingelicht.text()) == ("Hij slaapt beter.", "")


def test_long_names_keep_everything_within_the_page(tab: CasussenTab, way: Way) -> None:
    long = Naam("Wilhelmina-Alexandra Constantijntje", "van der", "Steenhoven-Oudeschans-Bloemendaal")
    people = way.werkplek.personen
    child = people.bewaar(Leerling(0, "", long, "9", date(2016, 3, 4), 8, way.groep)).value
    people.bewaar(Ouder(0, "", long, kinderen=(OuderVan(child, "moeder"),)))
    helper = SteunfiguurDraft(naam=str(long), relatie="de oma van moeders kant die om de hoek woont", telefoon="06 123")
    casus = way.open(child)
    way.werkplek.casusmensen.bewaar_steunfiguur(casus, helper)
    section = _mensen(tab, casus)
    [line] = _live(section, SteunRij)
    assert line.mapTo(section, line.rect().topRight()).x() < section.width()
    talks = _gesprekken(tab, casus)
    talks.primary_new()
    QApplication.processEvents()
    assert talks.form.met.width() < talks.form.width() // 2
