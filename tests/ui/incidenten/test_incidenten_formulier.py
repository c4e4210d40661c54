"""The form: by keyboard, its checks, its drafts."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from svp_desktop.domain.errors import SchijfVol
from svp_desktop.domain.incident import (
    Betrokkenheid,
    IncidentFilter,
    Mand,
    OudersIngelicht,
    PlaatsBereik,
    Soort,
    SoortKeuze,
    SubSoort,
)
from svp_desktop.services.werkplek import Werkplek

# the list under a field that finds is a popup; the offscreen platform says that it can do less with one
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard", extend=True
)


def shown_messages(desk) -> dict[str, str]:
    messages = desk.tab.form.editor.messages().items()
    return {name: message.text() for name, message in messages if not message.isHidden()}


def test_an_incident_is_registered_by_keyboard_alone(desk, school, qtbot: QtBot) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    assert desk.focus() is editor.zoeker, "the form starts at who"
    assert (editor.datum.text(), editor.tijd.text()) == ("di 24-11-2026", "10.30")

    desk.keys("me", Qt.Key.Key_Return)
    assert desk.focus() is editor.personen, "the roles of who was added come next"
    desk.keys(key=Qt.Key.Key_Space)
    desk.keys(key=Qt.Key.Key_Return)
    desk.keys("noo", Qt.Key.Key_Return)
    desk.keys(key=Qt.Key.Key_Right)
    desk.keys(key=Qt.Key.Key_Space)
    desk.keys("m")
    pesten, agressie = editor.soorten.chips()[Soort.PESTEN], editor.soorten.chips()[Soort.AGRESSIE]
    desk.tab_to(pesten)
    desk.keys(key=Qt.Key.Key_Right)
    assert desk.focus() is agressie
    desk.keys(key=Qt.Key.Key_Space)
    desk.keys(key=Qt.Key.Key_Tab)
    assert desk.focus().accessibleName() == "Agressie: fysiek"
    desk.keys(key=Qt.Key.Key_Right)
    desk.keys(key=Qt.Key.Key_Space)
    desk.keys(key=Qt.Key.Key_Tab)
    assert desk.focus().accessibleName() == "sociaal", "which safety was harmed, one stop"
    desk.keys(key=Qt.Key.Key_Tab)
    assert desk.focus().accessibleName() == "Wat gebeurde er?"
    desk.keys("Mees riep drie keer iets.", Qt.Key.Key_Tab)
    desk.keys("Hij doet het elke dag.", Qt.Key.Key_Tab)
    desk.keys("Samen gepraat.", Qt.Key.Key_Tab)
    desk.keys("Wie waar staat.", Qt.Key.Key_Tab)
    desk.keys(key=Qt.Key.Key_Space)
    desk.keys(key=Qt.Key.Key_Right, times=2)
    desk.keys(key=Qt.Key.Key_Space)
    assert editor.mand.value() is Mand.ORANJE
    desk.tab_to(editor.ouders.parts()[0])
    desk.keys(key=Qt.Key.Key_Right)
    desk.keys(key=Qt.Key.Key_Space)
    desk.keys(key=Qt.Key.Key_Tab)
    desk.keys("Moeder gebeld.", Qt.Key.Key_Tab)
    desk.keys("Morgen opnieuw praten.")
    desk.save()

    assert not desk.tab.in_form()
    ids = school.werkplek.incidenten.ids(IncidentFilter())
    content = school.werkplek.incidenten.lees(ids[0]).inhoud
    roles = {person.naam: person.rollen for person in content.betrokkenen}
    assert roles == {
        "Mees Jansen": frozenset({Betrokkenheid.DADER}),
        "Noor Vries": frozenset({Betrokkenheid.SLACHTOFFER, Betrokkenheid.MELDER}),
    }
    assert content.soorten == (SoortKeuze(Soort.AGRESSIE, (SubSoort.VERBAAL,)),)
    assert (content.mand, content.bereik) == (Mand.ORANJE, PlaatsBereik.BINNEN)
    assert content.feiten == "Mees riep drie keer iets."
    assert content.kindwoorden == "Hij doet het elke dag."
    assert content.directe_actie == "Samen gepraat."
    assert (content.ouders, content.ouders_toelichting) == (OudersIngelicht.JA, "Moeder gebeld.")
    assert (content.maatregel, content.voorkoming) == ("Morgen opnieuw praten.", "Wie waar staat.")
    assert "Mees riep drie keer iets." in desk.tab.list.detail.text(), "the list shows what was just recorded"
    assert school.werkplek.concepten.alle() == ()


def test_tab_walks_the_columns_from_left_to_right_and_ends_at_save(desk, school) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.resume(school.draft(soorten=(SoortKeuze(Soort.ONLINE),), plaats="Gang"))
    desk.settle()
    editor.datum.setFocus()
    names = []
    for _ in range(25):
        names.append(desk.focus().accessibleName() or desk.focus().text())
        desk.keys(key=Qt.Key.Key_Tab)
    assert names == [
        "Datum", "Tijd", "Waar", "op school", "Ik twijfel of dit een incident is", "Personen en rollen",
        "Naam toevoegen: twee letters is genoeg", "Pesten", "E-mail, sociale media: cyberpesten", "sociaal",
        "Wat gebeurde er?", "In eigen woorden van het kind", "Wat deden wij meteen?", "Hoe voorkomen wij dit?",
        "Mand Groen", "Benoemd", "gewoon", "niet nodig", "nog niet", "Toelichting bij ouders",
        "Welke maatregel nemen wij?", "Waarneming en aanpassing", "Bestand kiezen…", "Origineel bewaren", "Opslaan",
    ]  # fmt: skip


def test_two_letters_find_a_person_pupils_first(desk) -> None:
    desk.tab.primary_new()
    picker = desk.tab.form.editor.zoeker
    desk.keys("a")
    assert picker.hits == [], "one letter is too few"
    desk.keys("n")
    assert picker.hits, "two are enough, also those of a group (Anker 8)"
    desk.keys("o")
    assert [hit.title for hit in picker.hits] == ["Anouk Bos", "Anouk Smeets"]


def test_save_says_what_is_missing_and_goes_to_the_first_field(desk, school) -> None:
    desk.tab.primary_new()
    desk.save()

    assert desk.tab.in_form()
    assert set(shown_messages(desk)) == {"plaats", "betrokkenen", "soorten", "mand", "feiten"}
    assert desk.focus() is desk.tab.form.editor.zoeker
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (0, 0)


@pytest.mark.parametrize(
    ("changes", "field", "part"),
    [
        ({"datum": "25-11-2026"}, "datum", "nog niet geweest"),
        ({"datum": "+7"}, "datum", "nog niet geweest"),
        ({"datum": "31-2"}, "datum", "28-2"),
        ({"tijd": "25.61"}, "tijd", "herken ik niet"),
        ({"soorten": ()}, "soorten", "ten minste één soort"),
        ({"betrokkenen": ()}, "betrokkenen", "ten minste één persoon"),
        ({"mand": None}, "mand", "Kies een mand"),
        ({"feiten": "  \n "}, "feiten", "Schrijf in één of twee zinnen"),
    ],
)
def test_each_fault_stands_under_its_field_and_nothing_typed_is_lost(
    desk, school, changes: dict[str, object], field: str, part: str
) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.resume(school.draft(kindwoorden="Mijn eigen woorden.", **changes))
    before = editor.draft()
    desk.save()

    assert part in shown_messages(desk)[field]
    assert editor.draft() == before
    desk.tab.flush_draft()
    assert school.werkplek.concepten.lees("incident:nieuw").inhoud["kindwoorden"] == "Mijn eigen woorden."


def test_a_field_that_is_left_says_at_once_what_is_wrong_with_it(desk) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.datum.setFocus()
    editor.datum.selectAll()
    desk.keys("31-2", Qt.Key.Key_Tab)
    desk.keys(key=Qt.Key.Key_Tab, times=2)
    assert desk.focus() not in (editor.datum, editor.tijd, editor.plaats)
    assert set(shown_messages(desk)) == {"datum", "plaats"}, "and not yet what is missing in the fields to come"
    assert editor.datum.text() == "31-2"


def test_a_sentence_goes_away_when_the_fault_does(desk) -> None:
    desk.tab.primary_new()
    desk.save()
    assert "mand" in shown_messages(desk)
    QTest.mouseClick(desk.tab.form.editor.mand.options()[Mand.GEEL], Qt.MouseButton.LeftButton)
    assert "mand" not in shown_messages(desk)


def test_a_field_that_only_asks_attention_does_not_stop_a_save(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft(plaats=""))
    desk.save()
    assert not desk.tab.in_form()
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (1, 1)


def test_the_sentence_of_the_plan_stands_under_the_manden(desk, school) -> None:
    school.werkplek.instellingen.zet("mand.rood", "Rood: onze eigen zin.")
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    QTest.mouseClick(editor.mand.options()[Mand.ROOD], Qt.MouseButton.LeftButton)
    assert editor.mand_sentence() == "Rood: onze eigen zin."


def test_what_was_typed_is_kept_without_asking_and_offered_after_unlocking(
    desk, school, open_desk: Callable[[Werkplek], object], qtbot: QtBot
) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.focus_field("feiten")
    desk.keys("Er gebeurde iets op de gang.")
    qtbot.waitUntil(lambda: desk.tab.form.state.text() == "Concept bewaard 10.31", timeout=3000)
    desk.tab.close()

    again = open_desk(school.unlock_again())
    again.tab.primary_new()
    form = again.tab.form
    assert form.notice.lead() == "U was bezig met een incident van dinsdag 24 november, 10.30."
    assert "“Er gebeurde iets op de gang.”" in form.notice.text()
    assert not form.editor.isVisible(), "nothing can be typed over what was kept"
    assert again.focus().text() == "Verder gaan"
    again_pressed = again.focus()
    QTest.keyClick(again_pressed, Qt.Key.Key_Space)
    again_pressed.click()
    assert form.editor.draft().feiten == "Er gebeurde iets op de gang."


def test_a_half_typed_name_is_there_after_a_lock_and_after_throwing_away_is_taken_back(
    desk, school, open_desk: Callable[[Werkplek], object]
) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.focus_field("betrokkenen")
    desk.keys("Noo")
    desk.tab.flush_draft()
    desk.tab.close()

    again = open_desk(school.unlock_again())
    again.tab.primary_new()
    form = again.tab.form
    QTest.keyClick(again.focus(), Qt.Key.Key_Space)
    assert form.editor.half_name() == "Noo"
    again.keys("q")
    assert "niemand" in form.editor.messages()["betrokkenen"].text().casefold(), "said at once, also in a draft"
    again.keys("", Qt.Key.Key_Backspace)
    again.tab.go_back()
    again.tab.primary_new()
    form.throw_away()
    assert form.editor.half_name() == ""
    form.bring_back()
    assert form.editor.half_name() == "Noo"


def test_the_window_can_have_the_draft_written_at_once(desk, school) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.focus_field("feiten")
    desk.keys("a")
    desk.tab.flush_draft()
    assert school.werkplek.concepten.lees("incident:nieuw").inhoud["feiten"] == "a"
    desk.keys("b")
    assert school.werkplek.concepten.lees("incident:nieuw").inhoud["feiten"] == "a", "not on every key"


def test_leaving_the_form_asks_nothing_and_the_draft_stays(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.focus_field("feiten")
    desk.keys("Half verhaal")
    assert desk.tab.go_back() is True
    assert not desk.tab.in_form()
    kept = school.werkplek.concepten.alle()
    assert [concept.titel for concept in kept] == ["Incident van 24 november"]

    desk.tab.resume("incident:nieuw")
    assert desk.tab.form.editor.draft().feiten == "Half verhaal"


def test_nothing_typed_leaves_no_draft(desk, school) -> None:
    desk.tab.primary_new()
    assert desk.tab.go_back() is True
    assert school.werkplek.concepten.alle() == ()


def test_a_draft_that_is_thrown_away_can_be_brought_back(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.focus_field("feiten")
    desk.keys("Bijna weg")
    desk.tab.go_back()
    desk.tab.primary_new()
    desk.tab.form.throw_away()
    assert desk.tab.form.editor.draft().feiten == ""
    assert school.werkplek.concepten.alle() == ()

    sentence, undo = desk.seen.undo[0]
    assert sentence == "Concept weggegooid."
    undo()
    assert desk.tab.form.editor.draft().feiten == "Bijna weg"
    desk.tab.flush_draft()
    assert school.werkplek.concepten.lees("incident:nieuw").inhoud["feiten"] == "Bijna weg"


def test_a_change_keeps_the_version_before_and_says_what_changed(desk, school) -> None:
    incident_id = school.record("Eerste tekst.")
    desk.tab.change(incident_id)
    editor = desk.tab.form.editor
    assert not editor.dirty()
    editor.focus_field("feiten")
    desk.keys(" En meer.")
    assert editor.dirty()
    desk.save()
    assert school.werkplek.incidenten.lees(incident_id).inhoud.feiten == "Eerste tekst. En meer."

    desk.tab.list.show_history(incident_id)
    text = desk.tab.list.history.text()
    assert "Wijziging 1" in text
    assert "door Farid Aydin" in text
    assert "Eerste tekst.\n" in text
    assert "Eerste tekst. En meer." in text


def test_a_change_by_someone_else_is_shown_and_nothing_is_overwritten_silently(desk, school) -> None:
    incident_id = school.record("Eerste tekst.")
    desk.tab.change(incident_id)
    desk.tab.form.editor.focus_field("feiten")
    desk.keys(" Van mij.")
    school.werkplek.incidenten.wijzig(incident_id, school.draft("Van een ander."), 1)
    desk.save()

    form = desk.tab.form
    assert form.notice.lead() == "Dit is intussen ergens anders veranderd."
    assert "Wat gebeurde er?: Van een ander." in form.notice.text()
    assert form.editor.draft().feiten == "Eerste tekst. Van mij."
    assert school.werkplek.incidenten.lees(incident_id).inhoud.feiten == "Van een ander."

    QTest.keyClick(desk.focus(), Qt.Key.Key_Space)
    desk.settle()
    assert school.werkplek.incidenten.lees(incident_id).inhoud.feiten == "Eerste tekst. Van mij."
    assert len(school.werkplek.incidenten.geschiedenis(incident_id)) == 3


def test_a_draft_of_a_change_remembers_the_version_it_began_with(desk, school) -> None:
    incident_id = school.record("Eerste tekst.")
    desk.tab.change(incident_id)
    desk.tab.form.editor.focus_field("feiten")
    desk.keys(" Van mij.")
    desk.tab.go_back()
    kept = school.werkplek.concepten.lees(f"incident:{incident_id}")
    school.werkplek.incidenten.wijzig(incident_id, school.draft("Van een ander."), 1)
    school.werkplek.concepten.bewaar(kept.sleutel, kept.inhoud, kept.titel)
    desk.tab.resume(f"incident:{incident_id}")
    desk.save()
    assert desk.tab.form.notice.lead() == "Dit is intussen ergens anders veranderd."


def test_the_next_begins_at_the_last_place_of_this_account(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft(plaats="Groepsapp", bereik=PlaatsBereik.ONLINE))
    desk.tab.form.save_and_new()
    editor = desk.tab.form.editor
    assert desk.tab.in_form()
    begun = editor.draft()
    assert (begun.feiten, begun.plaats, begun.bereik) == ("", "Groepsapp", PlaatsBereik.ONLINE)
    assert not editor.dirty(), "a place that was filled in for you is no draft"
    editor.plaats.clear()
    QTest.mouseClick(editor.weer, Qt.MouseButton.LeftButton)
    assert editor.draft().plaats == "Groepsapp"


def test_a_full_disk_is_said_and_the_text_stays(desk, school, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft())

    def full(*_: object) -> None:
        raise SchijfVol

    monkeypatch.setattr(school.werkplek.incidenten, "registreer", full)
    desk.save()
    assert desk.tab.form.notice.lead() == SchijfVol.what
    assert desk.tab.form.editor.draft() == school.draft(datum="ma 23-11-2026")


def test_a_person_can_be_taken_out_with_the_keyboard(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft())
    grid = desk.tab.form.editor.personen
    grid.setFocus()
    desk.keys(key=Qt.Key.Key_Delete)
    assert grid.people() == ()
    assert desk.focus() is desk.tab.form.editor.zoeker


def test_a_person_is_added_once(desk) -> None:
    desk.tab.primary_new()
    for _ in range(2):
        desk.tab.form.editor.zoeker.setFocus()
        desk.keys("mee", Qt.Key.Key_Return)
    assert [person.naam for person in desk.tab.form.editor.personen.people()] == ["Mees Jansen"]


def test_time_is_rounded_down_so_that_it_is_never_in_the_future(desk, clock) -> None:
    clock.now += timedelta(minutes=3)
    desk.tab.primary_new()
    assert desk.tab.form.editor.tijd.text() == "10.30"


@pytest.mark.parametrize(("width", "columns"), [(1366, 3), (1270, 3), (910, 2), (700, 1)])
def test_the_form_fits_the_width_of_the_window(desk, school, width: int, columns: int) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft())
    desk.tab.resize(width, 690)
    desk.settle()
    editor = desk.tab.form.editor
    lefts = {part.x() for part in editor.columns()}
    assert len(lefts) == columns
    assert desk.tab.form.minimumSizeHint().width() <= width
    assert editor.width() <= width - 32
