"""The guards around actions: each speaks when it should, stops without a reason, and lets go on with one."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.actie_verslag import verslag
from svp_desktop.domain.casus import ActieDraft, CasusActie, GedeeldMet, Overgeslagen
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.waarborgen import (
    Omgeving,
    Waarborg,
    check_waarborgen,
    eerdere_stappen,
    op_dossier,
    open_bookmarks,
    vragen,
)

TODAY = date(2026, 11, 24)
KALENDER = Schoolkalender(frozenset({date(2026, 11, 19)}), frozenset({"2026-2027"}))


def done(code, day, *, gedaan=True, velden=(), overgeslagen=()):
    fields = ActieVelden(tuple(VeldWaarde(name, text) for name, text in velden))
    return CasusActie(1, 1, code, day, None, "Jan", frozenset(), "", "", "", gedaan, 1, fields, "", overgeslagen)


def around(*acties, incidenten=(), kalender=KALENDER):
    return Omgeving(acties, incidenten, kalender, 4, 3)


def draft(code, datum="vandaag", **changes):
    return ActieDraft(code, datum, wie="Jan", waarom="x", **changes)


def spoken(made, omgeving=None):
    return {item.waarborg: item for item in vragen(made, omgeving or around(), TODAY)}


@pytest.mark.parametrize(
    ("made", "omgeving", "guard"),
    [
        (draft("aankondiging"), around(), Waarborg.CONNECTIE),
        (draft("thuis_school"), around(done("bookmark", TODAY)), Waarborg.CONNECTIE),
        (draft("gesprek"), around(incidenten=((TODAY, Mand.ROOD),)), Waarborg.IJZER_KOUD),
        (
            draft("thuis_school"),
            around(done("relatiegebaar", TODAY)),
            Waarborg.EERDERE_STAPPEN,
        ),
        (draft("gastklas"), around(), Waarborg.SCHORSING),
        (
            draft("gastklas", "16-11", tot="20-11", overgeslagen=(Overgeslagen("schorsing", "Met de directeur."),)),
            around(),
            Waarborg.GASTKLAS_DAGEN,
        ),
    ],
)
def test_a_guard_stops_without_a_reason_and_lets_go_on_with_one(made, omgeving, guard):
    field = f"waarborg.{guard.value}"
    stopped = [item.field for item in check_waarborgen(made, omgeving, TODAY) if item.blocks]
    assert field in stopped
    blank = replace(made, overgeslagen=(*made.overgeslagen, Overgeslagen(guard.value, "  ")))
    assert field in [item.field for item in check_waarborgen(blank, omgeving, TODAY) if item.blocks]
    skipped = replace(made, overgeslagen=(*made.overgeslagen, Overgeslagen(guard.value, "Dit kan niet wachten.")))
    assert field not in [item.field for item in check_waarborgen(skipped, omgeving, TODAY)]
    # a plan is only told about it: until that day much can be done
    planned = check_waarborgen(replace(made, gedaan=False), omgeving, TODAY)
    assert not [item for item in planned if item.blocks]


def test_connection_is_a_relatiegebaar_that_was_done_in_the_last_weeks():
    made = draft("aankondiging")
    for omgeving, speaks in (
        (around(done("relatiegebaar", date(2026, 10, 27))), False),
        (around(done("relatiegebaar", date(2026, 10, 26))), True),
        (around(done("relatiegebaar", TODAY, gedaan=False)), True),
        (around(done("dagstart", TODAY)), True),
    ):
        assert (Waarborg.CONNECTIE in spoken(made, omgeving)) is speaks
    assert "4 weken" in spoken(made)[Waarborg.CONNECTIE].tekst
    assert spoken(draft("steun")) == {}


def test_the_iron_is_cold_on_another_day_and_on_both_sides():
    heavy = ((date(2026, 11, 20), Mand.ORANJE), (date(2026, 11, 23), Mand.GEEL))
    one = ActieVelden((VeldWaarde("koud_ons", "ja"),))
    both = ActieVelden((VeldWaarde("koud_ons", "ja"), VeldWaarde("koud_kind", "ja")))
    assert "bij u en bij het kind" in spoken(draft("gesprek"), around(incidenten=heavy))[Waarborg.IJZER_KOUD].tekst
    half = spoken(draft("gesprek", velden=one), around(incidenten=heavy))[Waarborg.IJZER_KOUD]
    assert "bij het kind" in half.tekst
    assert "bij u" not in half.tekst
    assert spoken(draft("gesprek", velden=both), around(incidenten=heavy)) == {}
    # on the day itself two ticks are not enough
    assert (
        "Wacht liever"
        in spoken(draft("gesprek", "20-11", velden=both), around(incidenten=heavy))[Waarborg.IJZER_KOUD].tekst
    )
    # green or yellow asks nothing, and what was talked about since asks nothing again
    assert spoken(draft("gesprek"), around(incidenten=heavy[1:])) == {}
    assert spoken(draft("gesprek"), around(done("gesprek", date(2026, 11, 21)), incidenten=heavy)) == {}


def test_thuis_school_shows_which_steps_are_on_file():
    acties = (done("relatiegebaar", TODAY), done("bookmark", date(2026, 11, 2)), done("bookmark", date(2026, 11, 9)))
    found = spoken(draft("thuis_school"), around(*acties))[Waarborg.EERDERE_STAPPEN]
    assert "Bookmark 2 keer, laatst 9 november" in found.tekst
    assert "Niet in het dossier: Oplossingsverzoek" in found.tekst
    assert not found.reden_nodig
    assert ("Sit-in", 0, None) in eerdere_stappen(acties, TODAY)


def test_a_long_gastklas_is_counted_in_school_days_and_an_unknown_year_is_not():
    short = draft("gastklas", "17-11", tot="20-11")
    assert Waarborg.GASTKLAS_DAGEN not in spoken(short)
    assert "4 schooldagen" in spoken(draft("gastklas", "16-11", tot="20-11"))[Waarborg.GASTKLAS_DAGEN].tekst
    unknown = spoken(short, around(kalender=Schoolkalender(frozenset(), frozenset())))[Waarborg.GASTKLAS_DAGEN]
    assert not unknown.reden_nodig
    assert "telt de schooldagen daarom niet" in unknown.tekst


def test_a_bookmark_waits_for_its_talk_or_for_a_reason():
    bare = done("bookmark", date(2026, 11, 20))
    talked = done("bookmark", date(2026, 11, 20), velden=(("gesprek_op", "2026-11-23"),))
    excused = done("bookmark", date(2026, 11, 20), overgeslagen=(Overgeslagen("bookmark", "Het kind is ziek."),))
    planned = done("bookmark", TODAY, gedaan=False)
    assert open_bookmarks((bare, talked, excused, planned)) == (bare,)
    assert not spoken(draft("bookmark"))[Waarborg.BOOKMARK].reden_nodig
    assert spoken(draft("bookmark", velden=ActieVelden((VeldWaarde("gesprek_op", "vandaag"),)))) == {}


def test_what_is_on_file_stands_beside_the_afweging():
    omgeving = around(
        replace(done("bookmark", date(2026, 11, 9)), effect="Hij stopte."),
        done("relatiegebaar", date(2026, 11, 2)),
        incidenten=((date(2026, 11, 20), Mand.ORANJE),),
    )
    assert op_dossier(omgeving, "bookmark", TODAY) == (
        "Gedaan: Relatiegebaar 1, Bookmark 1.",
        "Laatste keer Bookmark: 9 november. Effect: Hij stopte.",
        "Laatste incident: 20 november, mand oranje.",
        "Laatst op Relatie: 2 november.",
        "1 bookmark zonder gesprek daarna.",
    )
    assert op_dossier(around(), "", TODAY) == ("Er is in deze casus nog niets gedaan.", "Nog geen actie op Relatie.")
    assert "Eerdere stappen: Bookmark 1, Oplossingsverzoek niet" in op_dossier(omgeving, "thuis_school", TODAY)[-1]


def test_an_unreadable_day_asks_nothing_yet():
    assert vragen(draft("aankondiging", "31-2"), around(), TODAY) == ()
    assert vragen(draft("gastklas", "vandaag", tot="x"), around(), TODAY) == ()


def test_an_action_reads_back_with_what_was_weighed_and_passed():
    action = replace(
        done(
            "aankondiging", TODAY, velden=(("mee_naar_huis", "ja"),), overgeslagen=(Overgeslagen("connectie", "Nu."),)
        ),
        gedeeld_met=frozenset({GedeeldMet.OUDERS, GedeeldMet.TEAM}),
        afweging="Groot genoeg.",
    )
    assert verslag(action) == (
        ("Wie", "Jan"),
        ("Het kind neemt de brief mee naar huis", "ja"),
        ("Gedeeld met", "team, ouders"),
        ("Afweging", "Groot genoeg."),
        ("Toch verder (eerst connectie)", "Nu."),
    )
    assert verslag(replace(action, overgeslagen=(Overgeslagen("van vroeger", "x"),)))[-1] == (
        "Toch verder (van vroeger)",
        "x",
    )
