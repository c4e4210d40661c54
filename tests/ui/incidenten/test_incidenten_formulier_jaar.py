"""The form keeps the lists and words of the school year of the incident; what a draft still misses; fewer keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from svp_desktop.domain.incident import (
    Betrokkenheid,
    Ernst,
    IncidentDraft,
    IncidentFilter,
    Mand,
    Soort,
    SoortKeuze,
    SubSoort,
)
from svp_desktop.domain.instellingen import INCIDENTEN, SOORTEN
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.incidenten.persons import EERSTE_ROL
from svp_desktop.ui.tabs.instellingen.tab import InstellingenTab
from svp_desktop.ui.tasks import Immediately

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard", extend=True
)
LAST_YEAR, THIS_YEAR = "16-06-2026", "23-11-2026"
#: What the school changes on the page Instellingen: heading, setting, what is typed.
CHANGES = (
    (INCIDENTEN, "plaatsen", "Zolder\nKelder"),
    (INCIDENTEN, "regels", "De drie afspraken"),
    (INCIDENTEN, "reacties.oranje", "Rustig gesproken"),
    (INCIDENTEN, "mediakaart", "Bel Ruben van het bestuur."),
    (INCIDENTEN, "mand.oranje", "Oranje: wij grijpen in."),
    (SOORTEN, "soort.agressie", "Boosheid"),
    (SOORTEN, "sub.verbaal", "met woorden"),
    (SOORTEN, "vraag.pesten", "Bel de pestcoördinator."),
)


def _seen(editor) -> dict[str, str]:
    """The words of the school that the form shows for an orange matter of pesten and agressie."""
    return {
        "plaatsen": ", ".join(editor._places.stringList()),
        "regels": ", ".join(editor.meer.regel.itemText(n) for n in range(editor.meer.regel.count())),
        "reacties.oranje": ", ".join(editor.reacties.boxes()),
        "mand.oranje": editor.mand_sentence(),
        "soort.agressie": editor.soorten.chips()[Soort.AGRESSIE].text(),
        "sub.verbaal": ", ".join(part.text() for part in editor.soorten._subs[Soort.AGRESSIE].parts()),
        "vraag.pesten": editor.vragen._words["pesten"].text(),
        "mediakaart": ", ".join(editor.weging._instellingen.lijst("mediakaart")),
    }


@pytest.fixture
def page(school, clock, qtbot) -> InstellingenTab:
    """The page Instellingen of the same school."""
    made = InstellingenTab(Context(school.werkplek, Hub(), Scripted(), Immediately(), clock))
    qtbot.addWidget(made)
    return made


def test_an_old_incident_keeps_the_words_of_its_time(desk, school, page) -> None:
    kinds = (SoortKeuze(Soort.PESTEN), SoortKeuze(Soort.AGRESSIE, (SubSoort.VERBAAL,)))
    old = school.record("Vorig jaar.", datum=LAST_YEAR, soorten=kinds)
    new = school.record("Dit jaar.", datum=THIS_YEAR, soorten=kinds)
    for heading, code, typed in CHANGES:
        line = page.rubrieken[heading].lines[code]
        put = line.editor.setText if isinstance(line.editor, QLineEdit) else line.editor.setPlainText
        put(typed)
        line.commit()
    page.reload()
    since = page.rubrieken[INCIDENTEN].lines["reacties.oranje"].since()
    assert since.startswith("Geldt vanaf schooljaar 2026-2027.\nTot en met 2025-2026: Benoemd, Gecorrigeerd")
    assert page.rubrieken[INCIDENTEN].lines["reacties.rood"].since() == ""

    desk.tab.change(new)
    now = _seen(desk.tab.form.editor)
    for _, code, typed in CHANGES:
        assert all(part in now[code] for part in typed.splitlines()), code
    desk.tab.change(old)
    then = _seen(desk.tab.form.editor)
    for _, code, typed in CHANGES:
        assert not any(part in then[code] for part in typed.splitlines()), code
    assert "Met de lijsten van schooljaar 2025-2026" in desk.tab.form.head._sub.text()
    assert "Agressie (verbaal)" in _read(desk, old)
    assert "Boosheid (met woorden)" in _read(desk, new)

    page.rubrieken[SOORTEN].reset.emit("soort.agressie")
    assert "Agressie (met woorden)" in _read(desk, new)


def _read(desk, incident_id: int) -> str:
    desk.tab.show_record(incident_id)
    desk.tab.list.refresh(desk.tab._context.werkplek.instellingen.lees())
    desk.tab.list.show_incident(incident_id)
    return desk.tab.list.detail.text()


def test_a_day_of_another_school_year_brings_its_lists_while_typing(desk, school) -> None:
    school.werkplek.instellingen.zet("reacties.oranje", ("Rustig gesproken",))
    school.werkplek.instellingen.zet("mediakaart", ("Bel Ruben van het bestuur.",))
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.resume(school.draft(ernst=Ernst.ERNSTIG))
    assert list(editor.reacties.boxes()) == ["Rustig gesproken"]
    editor.datum.setText(LAST_YEAR)
    editor.datum.edited.emit()
    assert "Benoemd" in editor.reacties.boxes()
    assert "Ruben" not in editor.weging.kaart.text()
    editor.datum.setText(THIS_YEAR)
    editor.datum.edited.emit()
    assert list(editor.reacties.boxes()) == ["Rustig gesproken"]
    assert editor.draft().feiten == school.draft().feiten


def test_what_a_draft_still_misses_is_marked_when_it_opens(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft(soorten=(), mand=None))
    desk.tab.go_back()
    desk.tab.resume("incident:nieuw")
    shown = {name for name, message in desk.tab.form.editor.messages().items() if not message.isHidden()}
    assert shown >= {"soorten", "mand"}
    assert desk.focus() in desk.tab.form.editor.soorten.chips().values(), "the first that is open has the keyboard"
    assert (
        desk.tab.form._body.viewport()
        .rect()
        .intersects(
            desk.focus()
            .rect()
            .translated(desk.focus().mapTo(desk.tab.form._body.viewport(), desk.focus().rect().topLeft()))
        )
    )


def test_the_groene_mand_shows_names_only(desk, school) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    grid = editor.personen
    editor.mand.options()[Mand.GROEN].click()
    desk.tab.form.editor.focus_field("wie")
    desk.keys("me", Qt.Key.Key_Return)
    assert grid.isColumnHidden(EERSTE_ROL)
    desk.settle()
    assert editor._ui.kaart_wie.height() <= editor._ui.kaart_wie.sizeHint().height() + 4
    desk.keys("d")
    desk.keys(key=Qt.Key.Key_Space)
    assert editor.draft().betrokkenen[0].rollen == frozenset(), "no role is ticked unseen"
    editor.mand.options()[Mand.ORANJE].click()
    assert not grid.isColumnHidden(EERSTE_ROL)
    grid.setFocus()
    desk.keys("d")
    editor.mand.options()[Mand.GROEN].click()
    assert not grid.isColumnHidden(EERSTE_ROL), "what is filled in is never hidden"


def test_letters_choose_a_mand_and_walk_the_kinds(desk) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.focus_field("soorten")
    desk.keys("v")
    assert desk.focus() is editor.soorten.chips()[Soort.VECHTPARTIJ]
    desk.keys("v")
    assert desk.focus() is editor.soorten.chips()[Soort.VERNIELING]
    editor.focus_field("mand")
    desk.keys("o")
    assert editor.mand.value() is Mand.ORANJE
    desk.keys("gg")
    assert editor.mand.value() is Mand.GEEL


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [((Soort.BEDREIGING,), True), ((Soort.VERNIELING,), False)],
)
def test_the_kinds_that_the_school_chose_ask_whether_it_was_serious(desk, school, kinds, asked) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft(soorten=tuple(map(SoortKeuze, kinds))))
    assert desk.tab.form.editor.weging.kijk.isHidden() is not asked


def test_the_sender_of_a_mail_becomes_the_melder(desk, school) -> None:
    desk.tab.paste_mail()
    page = desk.tab.mail
    page.veld.setText("Van: Anouk Smeets\nVerzonden: 23-11-2026 13:12\n\nMees Jansen duwde Noor Vries in de gang.\n")
    page.read()
    page.take_over()
    people = {one.naam: one.rollen for one in desk.tab.form.editor.draft().betrokkenen}
    assert people["Anouk Smeets"] == frozenset({Betrokkenheid.MELDER})
    assert school.werkplek.incidenten.aantal(IncidentFilter()) == (0, 0)


def test_a_name_with_its_groep_is_readable_beside_the_roles(desk, school) -> None:
    desk.tab.primary_new()
    editor = desk.tab.form.editor
    editor.resume(IncidentDraft(betrokkenen=school.draft().betrokkenen))
    wide = editor.personen.fontMetrics().horizontalAdvance("Mees Jansen Anker 8")
    assert editor.personen.columnWidth(0) >= wide
