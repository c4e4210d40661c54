"""Who has a meldcode key and who has not, in the whole program: tab, Vandaag, trail, search."""

from collections.abc import Callable

import pytest

from svp_desktop.domain.aantekeningen import DossierDraft
from svp_desktop.domain.errors import GeenToegang
from svp_desktop.domain.meldcode import MeldcodeKop, MeldcodeTermijn
from tests.ui.accounts.conftest import Ploeg


def test_only_who_holds_the_key_learns_that_a_dossier_is_there(ploeg: Callable[..., Ploeg]) -> None:
    team = ploeg("coordinator", "eerste", "tweede")
    work = team.enter("eerste")
    dossier = work.meldcode.open(DossierDraft("Zeldzame Naam"), MeldcodeKop()).value
    work.meldcode.leg_vast(dossier, MeldcodeTermijn("20-11-2026", "23-11-2026", "Terugbellen"))
    for who, holds in (("directeur", False), ("coordinator", False), ("eerste", True), ("tweede", True)):
        program = team.program(who)
        window, work = program.window, team.work()
        assert window is not None
        assert window.has_page("meldcode") is holds, who
        tasks = [task.titel for task in work.vandaag()]
        assert tasks == (["Dossier 2026-01"] if holds else []), who
        assert work.tellingen().te_laat == int(holds)
        assert ("meldcode" in work.spoor.soorten()) is holds
        assert work.zoeken("zeldzame") == ()
        if not holds:
            with pytest.raises(GeenToegang):
                _ = work.meldcode


def test_who_read_a_dossier_is_seen_from_the_dossier(ploeg: Callable[..., Ploeg]) -> None:
    team = ploeg("eerste")
    window = team.program("eerste").window
    assert window is not None
    service = team.work().meldcode
    page = window.show_page("meldcode")
    page.show_record(service.open(DossierDraft("Zeldzame Naam"), MeldcodeKop()).value)
    before = team.work().spoor.aantal("meldcode")
    page.show_record(1)
    assert team.work().spoor.aantal("meldcode") == before, "one opening is one line"
    page.go_back()
    page.show_record(1)
    assert team.work().spoor.aantal("meldcode") == before + 1
    [reading] = [one for one in page.detail.meer.menu().actions() if "wie las" in one.text()]
    reading.trigger()
    assert window.current_code() == "spoor"
