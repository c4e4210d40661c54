"""The form in full: what the mand asks, what the kinds ask, what is rarely recorded, and the speed of entry."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from svp_desktop.domain.incident import (
    Aantasting,
    Betrokkenheid,
    Ernst,
    IncidentDraft,
    IncidentFilter,
    Letsel,
    Mand,
    Mediatie,
    OverlegdMet,
    Politie,
    Soort,
    SoortKeuze,
    Zeden,
)
from svp_desktop.domain.school import Leerling, Naam, Ouder, OuderVan

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard", extend=True
)
CONTROL = Qt.KeyboardModifier.ControlModifier
FULL: dict[str, object] = {
    "kindwoorden": "Het was mijn bal.",
    "directe_actie": "Gepraat.",
    "ernst": Ernst.ERNSTIG,
    "aantasting": frozenset({Aantasting.SOCIAAL, Aantasting.PSYCHISCH}),
    "basiswaarden": True,
    "reacties": ("Benoemd", "Woorden van vroeger"),
    "terugkomen_op": "30-11-2026",
    "regel": "Schoolregels",
    "regel_toelichting": "Wij lachen niemand uit.",
    "mediatie": Mediatie.NIET_GELUKT,
    "mediatie_door": "de leerkracht",
    "beoordelaar": "de groepsleerkracht",
    "overlegd_met": frozenset({OverlegdMet.DIRECTEUR}),
    "besluit": "Samen verder.",
    "waarneming": "Zit alleen.",
    "aanpassing": "Naast een maatje.",
    "politie": Politie.OVERLEGD,
    "letsel": Letsel.EHBO,
    "arbo": True,
    "zeden": Zeden.NEE,
    "maatregel": "Gesprek.",
    "voorkoming": "Toezicht.",
}


def click(desk, widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    desk.settle()


def new(desk, draft: IncidentDraft | None = None):
    desk.tab.primary_new()
    if draft is not None:
        desk.tab.form.editor.resume(draft)
        desk.settle()
    return desk.tab.form.editor


def test_every_field_goes_from_the_form_to_the_concept_the_register_and_back(desk, school) -> None:
    editor = new(desk, school.draft(**FULL))
    typed = editor.draft()
    assert replace(typed, datum="23-11-2026", terugkomen_op="30-11-2026") == school.draft(**FULL)
    desk.tab.go_back()
    desk.tab.resume("incident:nieuw")
    assert desk.tab.form.editor.draft() == typed
    desk.save()
    recorded = school.werkplek.incidenten.ids(IncidentFilter())[0]
    desk.tab.change(recorded)
    assert desk.tab.form.editor.draft() == typed
    for part in (editor.meer.waarneming, editor.meer.besluit, editor.meer.regel, editor.weging.mediatie_door):
        assert part.isVisible(), "what is filled in is never hidden"


def test_the_mand_shows_its_responses_in_the_words_of_the_school(desk, school) -> None:
    school.werkplek.instellingen.zet("reacties.geel", ("Kort gezegd", "Gezien & gelaten"))
    editor = new(desk)
    assert not editor.reacties.isVisible()
    click(desk, editor.mand.options()[Mand.GEEL])
    assert list(editor.reacties.boxes()) == ["Kort gezegd", "Gezien & gelaten"]
    editor.reacties.boxes()["Gezien & gelaten"].click()
    assert editor.reacties.count() == "1 van 2"
    click(desk, editor.mand.options()[Mand.ROOD])
    assert editor.reacties.boxes()["Gezien & gelaten"].isChecked(), "a tick is not lost with another mand"
    assert {"Sit-in", "Thuis-school"} <= set(editor.reacties.boxes())
    assert editor.reacties.terugkomen_op.isVisible()
    assert editor.weging.kijk.isVisible(), "rood asks to look at how serious it is"
    assert editor.draft().reacties == ("Gezien & gelaten",)


@pytest.mark.parametrize("width", [1280, 1366, 1900])
def test_every_response_of_the_mand_can_be_read_whole(desk, width: int) -> None:
    editor = new(desk)
    desk.tab.resize(width, 690)
    for mand in (Mand.ORANJE, Mand.ROOD):
        click(desk, editor.mand.options()[mand])
        desk.settle()
        for word, box in editor.reacties.boxes().items():
            assert box.width() >= box.sizeHint().width(), word


def test_a_typed_name_that_nobody_was_chosen_for_is_never_left_out_silently(desk, school) -> None:
    editor = new(desk, school.draft())
    QTest.keyClicks(editor.zoeker, "Pietje")
    assert editor.messages()["betrokkenen"].text().startswith("Niemand gevonden.")
    desk.save()
    assert not school.werkplek.incidenten.ids(IncidentFilter())
    assert editor.messages()["betrokkenen"].text().startswith("Kies wie u bedoelt")
    assert editor.zoeker.hasFocus()
    QTest.keyClick(editor.zoeker, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(editor.zoeker, Qt.Key.Key_Delete)
    desk.save()
    assert len(school.werkplek.incidenten.ids(IncidentFilter())) == 1


def test_what_a_kept_draft_still_asks_goes_away_as_it_is_answered(desk, school) -> None:
    editor = new(desk, school.draft(soorten=(), mand=None))
    desk.tab.go_back()
    desk.tab.resume("incident:nieuw")
    said = editor.messages()
    assert said["soorten"].isVisible()
    assert said["mand"].isVisible()
    click(desk, editor.soorten.chips()[Soort.PESTEN])
    assert not said["soorten"].isVisible()
    assert said["mand"].isVisible(), "the rest stays marked"


def test_a_serious_incident_shows_the_media_card(desk) -> None:
    editor = new(desk)
    assert not editor.weging.kaart.isVisible()
    click(desk, editor.weging.ernst.parts()[1])
    assert editor.weging.kaart.isVisible()
    assert "directeur of het bestuur" in editor.weging.kaart.text()


def test_the_groene_mand_asks_no_kinds_and_roles(desk, school) -> None:
    people = (school.werkplek.personen.als_betrokkene(school.ids["Mees"]),)
    editor = new(desk, school.draft(soorten=(), betrokkenen=people, feiten="Hielp een kleuter.", mand=None))
    click(desk, editor.mand.options()[Mand.GROEN])
    assert not any(chip.isVisible() for chip in editor.soorten.chips().values())
    assert not editor.weging.isVisible()
    desk.save()
    assert school.werkplek.incidenten.aantal(IncidentFilter(manden=frozenset({Mand.GROEN})))[0] == 1


def test_kinds_ask_further(desk) -> None:
    editor = new(desk)
    chips, asks = editor.soorten.chips(), editor.vragen
    assert not asks.isVisible()
    click(desk, chips[Soort.ONGEVAL])
    assert asks.letsel.isVisible()
    assert not asks.politie.isVisible()
    for kind in (Soort.BEDREIGING, Soort.CHANTAGE, Soort.VERNIELING, Soort.BESCHADIGING_DIEFSTAL):
        click(desk, chips[kind])
        assert asks.politie.isVisible(), kind
        click(desk, chips[kind])
    click(desk, asks.letsel.parts()[2])
    click(desk, chips[Soort.ONGEVAL])
    assert asks.letsel.isVisible(), "an answer that was given stays in view"


def test_a_sexual_matter_with_staff_shows_the_duty_at_once(desk) -> None:
    editor = new(desk)
    click(desk, editor.soorten.chips()[Soort.SEKSUELE_INTIMIDATIE])
    assert not editor.vragen.plicht.isVisible()
    click(desk, editor.vragen.zeden.parts()[list(Zeden).index(Zeden.JA)])
    text = editor.vragen.plicht.text()
    assert editor.vragen.plicht.isVisible()
    assert "0900 111 3 111" in text
    assert "bestuur" in text
    assert "Onderzoek niets zelf" in text


def test_a_sexual_matter_with_a_member_of_staff_as_dader_needs_no_answer_to_show_the_duty(desk, school) -> None:
    staff = school.werkplek.personen.als_betrokkene(school.ids["Anouk Smeets"], frozenset({Betrokkenheid.DADER}))
    editor = new(desk, school.draft(soorten=(SoortKeuze(Soort.SEKSUELE_INTIMIDATIE),), betrokkenen=(staff,)))
    assert editor.vragen.plicht.isVisible()


def test_pairs_of_parties_and_theme_stand_in_words(desk, school) -> None:
    people = school.werkplek.personen
    both = tuple(
        people.als_betrokkene(school.ids[name], frozenset({role}))
        for name, role in (("Mees", Betrokkenheid.DADER), ("Anouk Smeets", Betrokkenheid.SLACHTOFFER))
    )
    editor = new(desk, school.draft(betrokkenen=both))
    assert editor.vragen.afgeleid.text() == "Tussen: leerlingen en personeelsleden. Thema: pesten."


def test_a_rare_block_opens_by_its_link_and_takes_the_keyboard(desk) -> None:
    editor = new(desk)
    assert not editor.meer.waarneming.isVisible()
    click(desk, editor.meer.links()["observatie"])
    assert desk.focus() is editor.meer.waarneming
    desk.keys("Zit alleen.")
    assert editor.draft().waarneming == "Zit alleen."
    desk.tab.go_back()
    desk.tab.primary_new()
    desk.tab.form.throw_away()
    desk.settle()
    assert not editor.meer.waarneming.isVisible(), "another incident begins folded"


def test_siblings_and_classmates_are_a_keystroke_away(desk, school) -> None:
    people = school.werkplek.personen
    sister = people.bewaar(Leerling(0, "", Naam("Roos", "", "Jansen"))).value
    people.bewaar(Ouder(0, "", Naam("An", "", "Jansen"), kinderen=(OuderVan(school.ids["Mees"]), OuderVan(sister))))
    editor = new(desk)
    desk.keys("mees", Qt.Key.Key_Return)
    QTest.keyClick(desk.focus(), Qt.Key.Key_B, CONTROL)
    assert [person.naam for person in editor.personen.people()] == ["Mees Jansen", "Roos Jansen"]
    QTest.keyClick(desk.focus(), Qt.Key.Key_G, CONTROL)
    desk.settle()
    assert [pick.text() for pick in editor.nabij.picks().values()][-1] == "Noor Vries"
    assert len(editor.nabij.picks()) == 3
    desk.keys(key=Qt.Key.Key_Space)
    assert len(editor.personen.people()) == 3, "a child more"
    desk.keys(key=Qt.Key.Key_Escape)
    assert not editor.nabij.isVisible()


def test_repeat_keeps_everything_but_the_child(desk, school) -> None:
    staff = school.werkplek.personen.als_betrokkene(school.ids["Anouk Smeets"], frozenset({Betrokkenheid.MELDER}))
    first = school.draft(kindwoorden="Ik was het niet.")
    editor = new(desk, replace(first, betrokkenen=(*first.betrokkenen, staff)))
    desk.tab.form.save_and_repeat()
    again = editor.draft()
    assert [person.naam for person in again.betrokkenen] == ["Anouk Smeets"]
    assert (again.feiten, again.plaats, again.kindwoorden) == (first.feiten, first.plaats, "")
    assert again.soorten == first.soorten
    assert desk.focus() is editor.zoeker
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (1, 1)


def test_a_template_holds_no_names(desk, school) -> None:
    new(desk, school.draft("Mees duwde iemand.", directe_actie="Samen gepraat.", kindwoorden="Ik wil naar huis."))
    form = desk.tab.form
    form.keep_template()
    assert desk.seen.said == ["Bewaard als sjabloon: Pesten · Schoolplein."]
    form.editor.load(IncidentDraft(datum="24-11-2026", tijd="9.00"))
    form.use_template("Pesten · Schoolplein")
    found = form.editor.draft()
    assert (found.feiten, found.kindwoorden, found.betrokkenen) == ("", "", ())
    assert (found.plaats, found.tijd, found.directe_actie) == ("Schoolplein", "9.00", "Samen gepraat.")
    assert found.soorten == (SoortKeuze(Soort.PESTEN),)


def test_the_form_begins_with_a_proposal_and_an_earlier_draft_can_come_back(desk, school) -> None:
    editor = new(desk)
    editor.focus_field("feiten")
    desk.keys("Half verhaal")
    desk.tab.go_back()
    desk.tab._pages.setCurrentWidget(desk.tab.form)
    desk.tab.form.start_new_with(IncidentDraft(feiten="Uit een mail.", tijd="9.15"), ())
    assert (editor.draft().feiten, editor.draft().datum) == ("Uit een mail.", "di 24-11-2026")
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (0, 0)
    desk.seen.undo[-1][1]()
    assert editor.draft().feiten == "Half verhaal"


def test_another_record_forgets_what_could_be_undone_and_the_hits_of_a_name(desk, school) -> None:
    editor = new(desk)
    editor.focus_field("feiten")
    desk.keys("Geheim van een ander kind")
    editor.zoeker.setFocus()
    desk.keys("me")
    assert editor.zoeker.hits
    editor.load(school.draft())
    editor._ui.feiten.undo()
    assert editor.draft().feiten == "Mees schold Noor uit."
    assert editor.zoeker.hits == []


def test_an_everyday_incident_takes_few_keys(desk, school) -> None:
    pressed = 0

    def press(text: str = "", key: Qt.Key | None = None, times: int = 1) -> None:
        nonlocal pressed
        pressed += len(text) + (times if key is not None else 0)
        desk.keys(text, key, times)

    school.record("Eerder.", plaats="Schoolplein")
    editor = new(desk)
    story = "Mees schold Noor uit in de pauze."
    press("me", Qt.Key.Key_Return)
    press("d", Qt.Key.Key_Return)
    press("noo", Qt.Key.Key_Return)
    press("s", Qt.Key.Key_Tab)
    press(key=Qt.Key.Key_Tab)
    press("a", Qt.Key.Key_Space)
    press(key=Qt.Key.Key_Tab, times=3)
    press(story, Qt.Key.Key_Tab)
    press(key=Qt.Key.Key_Tab, times=3)
    press("o")
    desk.save()
    assert not desk.tab.in_form(), editor.draft()
    assert school.werkplek.incidenten.aantal(IncidentFilter(manden=frozenset({Mand.ORANJE})))[0] == 2
    # at two keys a second, the pace of a slow typist, it is well under a minute
    assert pressed - len(story) <= 22
    assert pressed / 2 < 60
