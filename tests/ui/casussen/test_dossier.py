"""From a parent who asks for inzage to the paper: others are black, a person looks first, and it is noted."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.casus import ActieDraft, CasusDraft, TijdlijnSoort
from svp_desktop.domain.casus_mensen import CasusRol, OuderDraft
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.gesprekken import GesprekDraft, GesprekSoort, GesprekTekst
from svp_desktop.domain.herstelgesprek import Antwoorden, Deelnemer, HerstelgesprekDraft, HerstelRol, HerstelTekst
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.inzagedossier import ZWART, InzageConcept, Lakwerk
from svp_desktop.domain.school import Leerling, Naam, Ouder, OuderVan
from svp_desktop.services.inzagedossier import sleutel
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.tabs.casussen.dossier.editor import DossierEditor
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from tests.ui.casussen.conftest import Way

_LANG = "Maximiliaan" * 6
_GEHEIM = ("Łukasz", "Brien", "Dijk", "Wendela", _LANG, "Sofietje", "bang voor", "zijn zusje", "06-98")


@pytest.fixture
def vol(way: Way) -> Way:
    """A casus of Mees with everything in it that tells about others: two incidents, talks, an action, parents."""
    work, ids = way.werkplek, way.ids
    people = work.personen
    ids["lang"] = people.bewaar(Leerling(0, "", Naam(_LANG, "", "Kort"), "3", None, 8, way.groep)).value
    ids["mees2"] = people.bewaar(Leerling(0, "", Naam("Mees", "", "Wendelaar"), "4", None, 8, way.groep)).value
    for key, naam, kind, gezag in (
        ("moeder", Naam("Petra", "", "Jansen"), way.kind, True),
        ("vader", Naam("Tom", "", "Jansen"), way.kind, False),
        ("andere", Naam("Wendela", "van", "Dijk"), way.ander, True),
    ):
        ids[key] = people.bewaar(Ouder(0, "", naam, kinderen=(OuderVan(kind, "ouder", gezag),))).value
    draft = IncidentDraft(
        datum="23-11-2026",
        soorten=(SoortKeuze(Soort.BEDREIGING),),
        mand=Mand.ORANJE,
        betrokkenen=tuple(
            people.als_betrokkene(who, frozenset({role}))
            for who, role in (
                (way.kind, Betrokkenheid.DADER),
                (way.ander, Betrokkenheid.SLACHTOFFER),
                (ids["lang"], Betrokkenheid.GETUIGE),
                (ids["mees2"], Betrokkenheid.GETUIGE),
            )
        ),
        feiten=f"Mees duwde lukasz. {_LANG}s jas scheurde. Het basislokaal was leeg. Mees Wendelaar keek.",
        kindwoorden="Ik was bang voor hem.",
    )
    incident = work.incidenten.registreer(draft).value
    casus = ids["casus"] = work.casussen.open(
        CasusDraft(way.kind, None, way.juf, "Zorg om Łukasz en Mees.", "Samen.", incident_ids=(incident, way.incident))
    ).value
    work.casusmensen.voeg_toe(casus, way.ander, CasusRol.GERAAKT)
    work.casusmensen.bewaar_ouder(casus, way.ander, ids["andere"], OuderDraft("Hij wil zijn zusje niet kwijt."))
    work.casusmensen.bewaar_ouder(casus, way.kind, ids["moeder"], OuderDraft("Hij houdt van rust."))
    said = ActieDraft(
        "steun",
        "23-11-2026",
        wie="juf Marit",
        toelichting="Moeder Wendela van Dijk belde, 06-98765432. Toen kwam Sofietje ook.",
    )
    work.casussen.leg_vast(casus, said)
    for who, words in ((way.kind, "Mees wil sorry zeggen."), (way.ander, "Ik ben bang voor de pauze.")):
        text = GesprekTekst(verslag=words)
        work.gesprekken.bewaar(casus, GesprekDraft(GesprekSoort.KIND, who, gehouden_op="24-11-2026", tekst=text))
    talk = HerstelTekst(
        deelnemers=(
            Deelnemer(HerstelRol.KIND, "Mees Jansen", way.kind, Antwoorden(gebeurd="Ik duwde.")),
            Deelnemer(HerstelRol.GERAAKT, "Łukasz", way.ander, Antwoorden(gebeurd="Ik was bang voor hem.")),
        ),
        ontvangst="Hij was niet bang voor de tekening.",
    )
    work.herstelgesprekken.bewaar(casus, HerstelgesprekDraft(gepland_op="25-11-2026", tekst=talk))
    return way


def _words(pdf: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def _looked_at(vol: Way, concept: InzageConcept) -> Lakwerk:
    assert concept.leerling_id is not None
    werk = Lakwerk(vol.werkplek.inzagedossier.dossier(vol.ids["casus"], concept.leerling_id), concept)
    for piece in werk.dossier.stukken:
        werk = werk.met(werk.vink(piece))
    return werk


def _concept(vol: Way) -> InzageConcept:
    return InzageConcept(vol.kind, (vol.ids["moeder"],), "24-11-2026")


def test_others_are_not_in_the_paper_at_all_and_the_child_is(vol: Way) -> None:
    werk = _looked_at(vol, _concept(vol))
    # a nickname is a doubt, and a person makes it black
    doubts = [t.tekst[b.van : b.tot] for piece in werk.dossier.stukken for t in piece.teksten for b in werk.twijfels(t)]
    assert "Sofietje" in doubts
    werk = werk.met(werk.overal_zwart("Sofietje"))
    for piece in werk.open_stukken():
        werk = werk.met(werk.vink(piece))
    pdf = vol.werkplek.inzagedossier.blad(werk).pdf
    words = _words(pdf)
    assert [secret for secret in _GEHEIM if secret.casefold() in words.casefold()] == []
    assert not any(secret.encode() in pdf for secret in _GEHEIM)
    for told in (
        "Mees duwde",
        "basislokaal",
        "Mees wil sorry zeggen.",
        "Ik duwde.",
        "Hij houdt van rust.",
        "juf Marit",
    ):
        assert told in words
    assert f"Zorg om {ZWART} en Mees." in words
    # every bar is as long as any other, whatever stood there
    assert ZWART[0] * (len(ZWART) + 1) not in words.replace(" ", "|")
    assert "lukasz" not in words
    assert werk.op_papier(werk.dossier.stukken[0].teksten[0]).count(ZWART) == 1


def test_staff_may_stand_there_by_initials(vol: Way) -> None:
    werk = _looked_at(vol, _concept(vol))
    text = next(t for p in werk.dossier.stukken for t in p.teksten if t.tekst == "juf Marit")
    assert werk.op_papier(text) == "juf Marit"
    shorter = werk.met(InzageConcept(vol.kind, (vol.ids["moeder"],), "24-11-2026", initialen=True))
    assert shorter.op_papier(text) == "juf M."


def test_nothing_is_made_unseen_nor_for_a_parent_without_gezag(vol: Way) -> None:
    service, concept = vol.werkplek.inzagedossier, _concept(vol)
    with pytest.raises(InvoerOnjuist) as found:
        service.blad(Lakwerk(service.dossier(vol.ids["casus"], vol.kind), concept))
    assert "Nog " in found.value.findings[0].message
    seen = _looked_at(vol, InzageConcept(vol.kind, (vol.ids["vader"],), "24-11-2026"))
    with pytest.raises(InvoerOnjuist) as found:
        service.blad(seen)
    assert [one.field for one in found.value.findings] == ["ouders"]
    with pytest.raises(InvoerOnjuist):
        service.gegeven(vol.ids["casus"], seen.concept)


def test_what_changed_since_must_be_looked_at_again(vol: Way) -> None:
    werk = _looked_at(vol, _concept(vol))
    vol.werkplek.casussen.leg_vast(
        vol.ids["casus"], ActieDraft("relatiegebaar", "24-11-2026", wie="juf Marit", toelichting="Kaartje van Teun.")
    )
    again = Lakwerk(vol.werkplek.inzagedossier.dossier(vol.ids["casus"], vol.kind), werk.concept)
    assert len(again.open_stukken()) == 1
    done = again.met(again.vink(again.open_stukken()[0]))
    # a child of that name comes to school: what it is proposed for is looked at once more
    vol.werkplek.personen.bewaar(Leerling(0, "", Naam("Teun", "", "Kok"), "9", None, 8, vol.groep))
    later = Lakwerk(vol.werkplek.inzagedossier.dossier(vol.ids["casus"], vol.kind), done.concept)
    assert [piece.code for piece in later.open_stukken()] == [again.open_stukken()[0].code]


def test_a_whole_text_that_is_opened_still_has_its_names_black(vol: Way) -> None:
    werk = _looked_at(vol, _concept(vol))
    text = next(t for p in werk.dossier.stukken for t in p.teksten if t.code.endswith(":kindwoorden") and t.heel)
    assert werk.op_papier(text) == ZWART
    opened = werk.met(werk.maak_licht(text.code, werk.balken(text)[0]))
    assert opened.op_papier(text) == "Ik was bang voor hem."
    name = next(t for p in werk.dossier.stukken for t in p.teksten if t.heel and "Kort" in t.tekst)
    assert werk.met(werk.maak_licht(name.code, werk.balken(name)[0])).op_papier(name) == ZWART


# Through the window


@pytest.fixture
def editor(vol: Way, tab: CasussenTab, shown: Callable[[QWidget], QWidget]) -> Iterator[DossierEditor]:
    tab.show_record(vol.ids["casus"])
    action = next(one for one in tab.page._menu.actions() if one.text().startswith("Dossier"))
    action.trigger()
    return tab.dossier_editor


def _point(editor: DossierEditor, word: str) -> None:
    """Put the caret in a word of the piece that is shown."""
    vel = editor.nakijken.vel
    at = vel.toPlainText().index(word)
    cursor = vel.textCursor()
    cursor.setPosition(at + 1)
    vel.setTextCursor(cursor)


def test_a_parent_asks_a_person_looks_and_it_stands_in_the_timeline(
    editor: DossierEditor, tab: CasussenTab, vol: Way, tmp_path: Path
) -> None:
    work, casus = vol.werkplek, vol.ids["casus"]
    assert not editor.vraag.ouders[vol.ids["vader"]].isEnabled()
    editor.verder.click()
    assert "Kies welke ouder" in editor.vraag._fields["ouders"].message()
    # by the keyboard: from the child to the parents, and no further
    editor.vraag.kind.setFocus()
    QTest.keyClick(editor.vraag.kind, Qt.Key.Key_Tab)
    assert editor.vraag.ouders[vol.ids["moeder"]].hasFocus()
    QTest.keyClick(editor.vraag.ouders[vol.ids["moeder"]], Qt.Key.Key_Space)
    editor.verder.click()
    assert editor._body.currentWidget() is editor.nakijken
    while editor.nakijken.stuk() is not None and "Steun" not in editor.nakijken.kop.text():
        QTest.keyClick(editor.nakijken.vel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    # with the keyboard: a nickname becomes black, everywhere, and a bar is lifted and put back
    _point(editor, "Sofietje")
    QTest.keyClick(editor.nakijken.vel, Qt.Key.Key_Z)
    assert "Sofietje" in editor.nakijken.namen.text()
    _point(editor, "Wendela")
    assert editor.nakijken.weg.isEnabled()
    QTest.keyClick(editor.nakijken.vel, Qt.Key.Key_W)
    assert editor.concept.keuzes[0].licht
    _point(editor, "Wendela")
    vel = editor.nakijken.vel
    cursor = vel.textCursor()
    cursor.setPosition(vel.toPlainText().index("Wendela"))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len("Wendela van Dijk"))
    vel.setTextCursor(cursor)
    editor.nakijken.zwart.click()
    # a lock: what was chosen is kept, and goes on where it was
    tab.flush_draft()
    kept = work.concepten.lees(sleutel(casus))
    assert kept is not None
    assert "Mees" not in kept.titel
    before = editor.concept
    tab.resume(sleutel(casus))
    assert editor.concept == before
    while editor.nakijken.werk is not None and editor.nakijken.werk.open_stukken():
        editor.verder.click()
    editor.verder.click()
    assert editor._stack.currentWidget() is editor.paper
    words = _words(editor.paper.blad().pdf)
    assert "Wendela" not in words
    assert "Sofietje" not in words
    answers = tab._context.ask
    assert isinstance(answers, Scripted)
    answers.add("save_file", tmp_path / "dossier.pdf")
    editor.paper.knoppen["pdf"].click()
    assert (tmp_path / "dossier.pdf").read_bytes() == editor.paper.blad().pdf
    editor.paper.leave()
    assert tab.stack.currentWidget() is tab._overview
    assert tab.page.ladder.hasFocus(), "the keyboard goes on in the casus"
    lines = [one for one in work.casussen.tijdlijn(casus) if one.titel == "Inzage gegeven"]
    assert [(one.soort, one.zin, one.ref_id) for one in lines] == [
        (TijdlijnSoort.OUDERS, "aan Petra Jansen (ouder)", vol.kind)
    ]
    assert work.concepten.lees(sleutel(casus)) is None


def test_in_a_casus_of_a_group_the_child_is_chosen_and_others_timelines_name_no_parent(
    vol: Way, tab: CasussenTab
) -> None:
    work = vol.werkplek
    casus = work.casussen.open(CasusDraft(None, vol.groep, vol.juf, "Onrust.", "Rust.")).value
    tab.show_record(casus)
    tab._dossier()
    editor = tab.dossier_editor
    editor.verder.click()
    assert editor.vraag._fields["kind"].message()
    editor.vraag.kind.setCurrentIndex(editor.vraag.kind.findData(vol.kind))
    editor.vraag.kind.activated.emit(editor.vraag.kind.currentIndex())
    assert vol.ids["moeder"] in editor.vraag.ouders
    concept = _concept(vol)
    work.inzagedossier.gegeven(casus, concept)
    lines = tuple(one for one in work.casussen.tijdlijn(casus) if one.titel == "Inzage gegeven")
    assert len(lines) == 1
    shown = work.casustijdlijn.zonder_anderen(CasusVerloop(casus, "Groep", "", "", lines))
    assert "Petra" not in shown.regels[0].zin
