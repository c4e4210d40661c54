"""Who leads the pestzaken and who may only report: the task sits with one account, and the screens follow (39)."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from svp_desktop.domain.errors import GeenToegang
from svp_desktop.domain.pestzaak import MeldingDraft, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Naam
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from tests.ui.accounts.conftest import Ploeg


def _report(team: Ploeg) -> None:
    work = team.enter("directeur")
    groep = work.school.bewaar_groep("Zon", Bouw.MIDDENBOUW).value
    child = work.personen.bewaar(Leerling(0, "", Naam("Zeldzaam"), "1", None, 6, groep)).value
    people = (PestPersoonDraft(child, PestRol.GEPEST),)
    work.pestzaken.meld(MeldingDraft(melder="moeder", melding="Bang.", personen=people))


def _give(team: Ploeg, who: str) -> None:
    """The task goes to this account alone."""
    accounts = team.enter("directeur").accounts
    for name in team.ids:
        if name != "directeur":
            accounts.zet_pest(team.ids[name], name == who)
    team.leave()


@pytest.mark.parametrize("leads", ["directeur", "coordinator", "eerste"])
def test_the_screens_follow_the_task(ploeg: Callable[..., Ploeg], leads: str) -> None:
    team = ploeg("coordinator", "eerste")
    _report(team)
    _give(team, leads)
    for who in team.ids:
        window = team.program(who).window
        assert window is not None
        work, mine = team.work(), who == leads
        page = window.show_page("pesten")
        assert isinstance(page, PestenTab)
        assert page.lijst.isVisible() is mine, who
        assert len(page.lijst.rows()) == int(mine), who
        assert any(task.pagina == "pesten" for task in work.vandaag()) is mine, who
        assert ("pestzaak" in [hit.soort for hit in work.zoeken("zeldzaam")]) is mine, who
        # everybody may report, and is told that it arrived
        page.primary_new()
        assert page.form() is page.melding
        if not mine:
            with pytest.raises(GeenToegang):
                work.pestzaken.beeld(1)
            page.show_record(1)
            assert page.detail.zaak_id() == 0
            assert all("Zeldzaam" not in made.text() for made in page.findChildren(QLabel))
