"""The sheet for the team meeting: what is new since the last one, without names, and where the next one begins."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from svp_desktop.domain.casus import ActieDraft
from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.school import Naam, Ouder, OuderVan
from svp_desktop.domain.signalen import BespreekSoort, PuntDraft
from svp_desktop.domain.spoor import SpoorFilter
from svp_desktop.domain.teamblad import Gehouden, Teamoverleg
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from tests.ui.casussen.conftest import Way


def _words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.fixture
def druk(way: Way) -> int:
    """A casus with old and new actions, tasks, a point to discuss, and names typed everywhere."""
    work, casus = way.werkplek, way.open()
    work.personen.bewaar(Ouder(0, "", Naam("Karin", "", "Jansen"), kinderen=(OuderVan(way.kind, "moeder"),)))
    way.action(casus, "dagstart", "12-10-2026")
    told = "Karin Jansen vond het fijn dat Mees mocht helpen."
    work.casussen.leg_vast(casus, ActieDraft("relatiegebaar", "20-11-2026", wie="juf Marit", toelichting=told))
    work.casustaken.bewaar(casus, TaakDraft("Mees belt opa", way.juf, "27-11-2026"))
    work.casustaken.bewaar(casus, TaakDraft("Ver weg", way.juf, "27-3-2027"))
    work.signalen.voeg_punt_toe(PuntDraft(BespreekSoort.KIND, "Hoe gaat het met Mees?", persoon_id=way.kind))
    return casus


def _open(tab: CasussenTab) -> None:
    menu = tab.lijst.meer.menu()
    assert menu is not None
    next(action for action in menu.actions() if "teamoverleg" in action.text()).trigger()


def test_the_sheet_tells_what_is_new_and_who_does_what_without_a_name(tab: CasussenTab, way: Way, druk: int) -> None:
    tab.reload()
    _open(tab)
    words = _words(tab.team.blad().pdf)
    assert "vr 20 nov: Relatiegebaren. Juf Marit: een ouder vond het fijn dat M. mocht helpen." in words
    assert "vr 27 nov: M. belt opa. Wie: juf Marit" in words
    assert "Hoe gaat het met M.?" in words
    assert "Bedreiging (oranje), Schoolplein" in words
    for hidden in ("Mees", "Jansen", "Karin", "opwachten", "Ver weg", "dagstart"):
        assert hidden.casefold() not in words.casefold(), hidden

    # a casus with much to do says how much more waits
    for number in range(4):
        way.werkplek.casustaken.bewaar(druk, TaakDraft(f"Taak {number}", way.juf, f"{28 + number % 2}-11-2026"))
    tab.team.leave()
    _open(tab)
    words = _words(tab.team.blad().pdf)
    assert "zo 29 nov en later: nog 2, zie de casus" in words
    assert "Taak 3" not in words

    # a school that wants names gets them, and the sheet says so
    way.werkplek.instellingen.zet("teamblad_namen", True)
    tab.team.leave()
    _open(tab)
    words = _words(tab.team.blad().pdf)
    assert "Mees Jansen" in words
    assert "Laat het niet liggen" in words


def test_the_next_sheet_begins_where_a_saved_one_ended(tab: CasussenTab, way: Way, druk: int, tmp_path: Path) -> None:
    work = way.werkplek
    _open(tab)
    page = tab.team
    assert work.teamblad.voorstel().eerste
    page.vorig.setText("1-10")
    page.apply()
    assert "dagstart" in _words(page.blad().pdf).casefold()
    page.vorig.setText("1-12")
    page.apply()
    assert not page.afdrukken.isEnabled(), "no sheet goes out under days that are wrong"
    page.vorig.setText("1-10")
    page.apply()
    answers = tab._context.ask
    assert isinstance(answers, Scripted)
    answers.add("save_file", tmp_path / "teamoverleg.pdf")
    page.knoppen["pdf"].click()
    assert (tmp_path / "teamoverleg.pdf").read_bytes().startswith(b"%PDF")

    assert work.teamblad.voorstel().overleg == Teamoverleg(date(2026, 10, 1), date(2026, 11, 24)), "the same meeting"
    assert [line.actie for line in work.spoor.eerste_bladzijde("school", SpoorFilter())[1]][0] == "teamblad.opgeslagen"
    later = work.met_klok(lambda: work.clock() + timedelta(days=14))
    assert later.teamblad.voorstel().overleg == Teamoverleg(date(2026, 11, 24), date(2026, 12, 8))


def test_nothing_falls_between_a_sheet_that_was_made_early_and_the_next() -> None:
    early = Gehouden(overleg=date(2026, 11, 26), vorig=date(2026, 10, 29), gemaakt=date(2026, 11, 24))
    assert early.volgende(date(2026, 11, 26)) == Teamoverleg(date(2026, 10, 29), date(2026, 11, 26))
    assert early.volgende(date(2026, 12, 10)) == Teamoverleg(date(2026, 11, 24), date(2026, 12, 10))
