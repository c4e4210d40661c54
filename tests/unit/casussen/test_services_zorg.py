"""The level of waakzame zorg follows the action with which it goes up and down, on real encrypted files."""

from datetime import date, datetime, timedelta

import pytest

from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.casus import ActieDraft, ZorgNiveau, actie_draft_of
from svp_desktop.domain.waakzame_zorg import opnieuw_op


def velden(**texts: str) -> ActieVelden:
    return ActieVelden(tuple(VeldWaarde(code, text) for code, text in texts.items()))


@pytest.fixture
def casus(wereld, clock) -> int:
    """A casus of a week ago."""
    now: datetime = clock.now
    clock.now = now - timedelta(days=7)
    made = wereld.casus()
    clock.now = now
    return made


def test_the_level_goes_up_on_the_day_of_the_action_and_down_when_it_is_looked_at_again(wereld, casus) -> None:
    service = wereld.werkplek.casussen
    up = velden(niveau="beschermend", zet_niveau="ja", herzien_op="1-12-2026")
    made = service.leg_vast(casus, ActieDraft("waakzaamheid", "23-11-2026", wie="team", velden=up)).value
    assert service.lees(casus).zorg is ZorgNiveau.BESCHERMEND
    assert service.zorgverloop(casus)[-1] == (date(2026, 11, 23), ZorgNiveau.BESCHERMEND)
    assert opnieuw_op(service.acties(casus)) == date(2026, 12, 1)

    # changed for another reason: nothing is said twice
    lines = len(service.tijdlijn(casus))
    [action] = service.acties(casus)
    again = actie_draft_of(action)
    service.leg_vast(casus, again, made)
    assert len(service.tijdlijn(casus)) == lines

    down = velden(niveau="beschermend", zet_niveau="ja", herzien_op="1-12-2026", herzien="24-11-2026", daarna="gericht")
    service.leg_vast(casus, ActieDraft("waakzaamheid", "23-11-2026", wie="team", velden=down), made)
    assert service.lees(casus).zorg is ZorgNiveau.GERICHT
    assert service.zorgverloop(casus)[-2:] == (
        (date(2026, 11, 23), ZorgNiveau.BESCHERMEND),
        (date(2026, 11, 24), ZorgNiveau.GERICHT),
    )
    assert opnieuw_op(service.acties(casus)) is None


def test_without_the_tick_or_while_it_is_planned_the_level_stays(wereld, casus) -> None:
    service = wereld.werkplek.casussen
    without = velden(niveau="beschermend")
    service.leg_vast(casus, ActieDraft("waakzaamheid", "23-11-2026", wie="team", velden=without))
    planned = velden(niveau="gericht", zet_niveau="ja")
    made = service.leg_vast(casus, ActieDraft("waakzaamheid", "24-11-2026", wie="team", gedaan=False, velden=planned))
    assert service.lees(casus).zorg is ZorgNiveau.OPEN

    service.rond_af(made.value, date(2026, 11, 24))
    assert service.lees(casus).zorg is ZorgNiveau.GERICHT


def test_an_action_of_before_does_not_take_away_what_was_decided_later(wereld, casus) -> None:
    service = wereld.werkplek.casussen
    service.zet_zorg(casus, ZorgNiveau.GERICHT)
    early = velden(niveau="beschermend", zet_niveau="ja")
    service.leg_vast(casus, ActieDraft("waakzaamheid", "20-11-2026", wie="team", velden=early))
    assert service.lees(casus).zorg is ZorgNiveau.GERICHT
    assert (date(2026, 11, 20), ZorgNiveau.BESCHERMEND) in service.zorgverloop(casus)
