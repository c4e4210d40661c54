"""What was changed elsewhere while somebody typed in a casus, an action or a thuis-school: neither side is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from svp_desktop.domain.casus import draft_of
from svp_desktop.domain.thuisschool import draft_of_thuisschool
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.casussen.thuisschool.sectie import ThuisSchoolSectie
from tests.ui.casussen.conftest import Way, sectie

VERANDERD = "Dit is intussen ergens anders veranderd."


def _words(widget: QWidget) -> list[str]:
    return [made.text() for made in widget.findChildren(QLabel) if made.isVisible()]


@contextmanager
def _by_another(way: Way, key: str) -> Iterator[None]:
    """Another account changes the record: this one's draft stays."""
    kept = way.werkplek.concepten.lees(key)
    assert kept is not None
    yield
    way.werkplek.concepten.bewaar(key, kept.inhoud, "")


def _planned(way: Way, casus: int) -> int:
    way.action(casus, "stil_protest", "24-11-2026", gedaan=False)
    return way.werkplek.casussen.acties(casus)[0].id


def test_an_action_that_was_ticked_while_somebody_typed_stays_done(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    actie = _planned(way, casus)
    tab.resume(f"actie:{casus}:{actie}")
    editor = tab.actie_editor
    editor._form.toelichting.setText("Stil gezeten.")
    way.werkplek.casussen.rond_af(actie, way.werkplek.today())
    editor.save.emit()
    assert VERANDERD in _words(editor)
    assert editor._form.draft().gedaan
    editor.save.emit()
    (kept,) = way.werkplek.casussen.acties(casus)
    assert (kept.gedaan, kept.toelichting) == (True, "Stil gezeten.")


def test_a_kept_draft_of_an_action_goes_over_what_was_ticked_since(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    actie = _planned(way, casus)
    tab.resume(f"actie:{casus}:{actie}")
    tab.actie_editor._form.toelichting.setText("Stil gezeten.")
    tab.flush_draft()
    way.werkplek.casussen.rond_af(actie, way.werkplek.today())
    tab.resume(f"actie:{casus}:{actie}")
    assert VERANDERD in _words(tab.actie_editor)
    draft = tab.actie_editor._form.draft()
    assert (draft.gedaan, draft.toelichting) == (True, "Stil gezeten.")


def test_an_action_that_is_gone_is_not_made_anew(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    actie = _planned(way, casus)
    tab.resume(f"actie:{casus}:{actie}")
    tab.actie_editor._form.toelichting.setText("Stil gezeten.")
    way.werkplek.casussen.verwijder_actie(actie)
    tab.actie_editor.save.emit()
    assert way.werkplek.casussen.acties(casus) == ()
    assert tab.actie_editor.notice.isVisible()


def _goal(way: Way, casus: int, goal: str) -> None:
    service = way.werkplek.casussen
    known = service.lees(casus)
    service.wijzig(casus, replace(draft_of(known, service.incident_ids(casus)), doel=goal), known.versie)


def test_a_casus_that_was_changed_keeps_both_texts(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.resume(f"casus:{casus}")
    editor = tab.casus_editor
    editor._form.aanleiding.setText("Ruzie op het plein.")
    _goal(way, casus, "Weer samen spelen.")
    editor.save.emit()
    assert VERANDERD in _words(editor)
    editor.save.emit()
    kept = way.werkplek.casussen.lees(casus)
    assert (kept.aanleiding, kept.doel) == ("Ruzie op het plein.", "Weer samen spelen.")


def test_a_kept_draft_of_a_casus_goes_over_what_was_changed_since(tab: CasussenTab, way: Way) -> None:
    casus = way.open()
    tab.resume(f"casus:{casus}")
    tab.casus_editor._form.aanleiding.setText("Ruzie op het plein.")
    tab.flush_draft()
    with _by_another(way, f"casus:{casus}"):
        _goal(way, casus, "Weer samen spelen.")
    tab.resume(f"casus:{casus}")
    assert VERANDERD in _words(tab.casus_editor)
    draft = tab.casus_editor._form.draft()
    assert (draft.aanleiding, draft.doel) == ("Ruzie op het plein.", "Weer samen spelen.")


def _thuisschool(tab: CasussenTab, way: Way) -> tuple[int, int, ThuisSchoolSectie]:
    casus = way.open()
    id_ = way.werkplek.thuisschool.begin(casus).value
    return casus, id_, _shown(tab, casus)


def _shown(tab: CasussenTab, casus: int) -> ThuisSchoolSectie:
    return sectie(tab, casus, "thuisschool", ThuisSchoolSectie)


def _decided(way: Way, id_: int) -> None:
    service = way.werkplek.thuisschool
    known = service.beeld(id_).thuisschool
    draft = draft_of_thuisschool(known.inhoud)
    service.bewaar(id_, replace(draft, momenten=replace(draft.momenten, besluit_op="23-11-2026")), known.versie)


def test_a_thuisschool_that_was_changed_keeps_both(tab: CasussenTab, way: Way) -> None:
    _casus, id_, sectie = _thuisschool(tab, way)
    sectie.form.velden["gedrag"].widget.setPlainText("Schoppen.")
    _decided(way, id_)
    sectie.kop.opslaan.click()
    assert VERANDERD in _words(sectie)
    sectie.kop.opslaan.click()
    kept = way.werkplek.thuisschool.beeld(id_).inhoud
    assert (kept.teksten.gedrag, str(kept.momenten.besluit_op)) == ("Schoppen.", "2026-11-23")


def test_a_kept_draft_of_a_thuisschool_goes_over_what_was_changed_since(tab: CasussenTab, way: Way) -> None:
    casus, id_, sectie = _thuisschool(tab, way)
    sectie.form.velden["gedrag"].widget.setPlainText("Schoppen.")
    tab.flush_draft()
    tab.show_record(way.open(way.ander))
    with _by_another(way, f"thuisschool:{casus}:{id_}"):
        _decided(way, id_)
    sectie = _shown(tab, casus)
    assert VERANDERD in _words(sectie)
    draft = sectie.form.draft()
    assert (draft.teksten.gedrag, draft.momenten.besluit_op) == ("Schoppen.", "ma 23-11-2026")
