"""The rules of a casus, its actions and its timeline, without a database."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.casus import (
    ActieDraft,
    CasusActie,
    Verloop,
    ZorgNiveau,
    actie_draft_of,
    casus_groep,
    casus_titel,
    parse_actie,
    pijler_telling,
)
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import IncidentInhoud, Mand, PlaatsBereik, Soort, SoortKeuze
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Naam
from svp_desktop.domain.tijdlijn import VerloopRegel, aanleiding, opsomming, tijdlijn, zorgverloop
from svp_desktop.domain.tijdlijn_rondom import op_een_regel
from svp_desktop.domain.uitreiken import PapierRegel, UitreikDraft, Wijze, check_uitreiken

TODAY = date(2026, 11, 24)
ACTION = CasusActie(1, 1, "bookmark", date(2026, 11, 20), None, "Jan", frozenset(), "", "", "")


def action(number, day, **changes):
    return replace(ACTION, id=number, datum=date(2026, 11, day), **changes)


@pytest.mark.parametrize(
    ("naam", "groep", "titel", "beside"),
    [
        (Naam("Sem", "van der", "Berg"), "Bovenbouw Kompas", "Sem van der Berg", "Kompas 7"),
        (Naam("Sem"), "", "Sem", "groep 7"),
        (Naam("Sem"), "Groep 7a", "Sem", "Groep 7a"),
        (None, "Bovenbouw Kompas", "Groep Kompas", "hele groep"),
        (None, "Groep 7a", "Groep 7a", "hele groep"),
        (None, "Onderbouw", "Groep Onderbouw", "hele groep"),
    ],
)
def test_what_a_casus_is_called(naam, groep, titel, beside):
    assert casus_titel(naam, groep) == titel
    assert casus_groep(naam, groep, 7) == beside


def test_a_group_name_stands_alone_without_a_jaargroep():
    assert casus_groep(Naam("Sem"), "Bovenbouw Kompas", None) == "Kompas"


@pytest.mark.parametrize(
    ("changes", "late"),
    [
        ({"gedaan": False, "datum": date(2026, 11, 23)}, True),
        ({"gedaan": False, "datum": TODAY}, False),
        ({"gedaan": False, "datum": date(2026, 11, 20), "tot": TODAY}, False),
        ({"gedaan": True, "datum": date(2026, 11, 20)}, False),
    ],
)
def test_late_is_planned_and_past(changes, late):
    assert replace(ACTION, **changes).te_laat(TODAY) is late


def test_only_what_was_done_counts_for_a_pijler():
    acties = (action(1, 20), action(2, 23, gedaan=False), action(3, 30), action(4, 21, actie="gesprek"))
    assert pijler_telling(acties, TODAY) == (1, 1, 1, 1, 2)


def test_a_form_and_its_record_are_the_same_thing():
    draft = ActieDraft("gastklas", "20-11-2026", "24-11-2026", "Jan", frozenset(), "x", "y", "z", True)
    inhoud = parse_actie(draft, TODAY)
    recorded = CasusActie(
        1, 1, inhoud.actie, inhoud.datum, inhoud.tot, inhoud.wie, inhoud.gedeeld_met, inhoud.toelichting, inhoud.waarom,
        inhoud.effect, inhoud.gedaan,
    )  # fmt: skip
    assert actie_draft_of(recorded) == draft


def test_a_form_that_was_not_checked_is_not_recorded():
    for draft in (ActieDraft("bookmark", "31-2"), ActieDraft("", "vandaag"), ActieDraft("bookmark", "vandaag", "31-2")):
        with pytest.raises(ValueError, match="blocking"):
            parse_actie(draft, TODAY)


def test_the_reason_of_a_casus_reads_as_sentences():
    inhoud = IncidentInhoud(
        date(2026, 9, 15),
        None,
        "",
        PlaatsBereik.BINNEN,
        (SoortKeuze(Soort.RACISME),),
        Mand.ROOD,
        (),
        "Zin.\n\nNog  een.",
    )
    assert aanleiding(inhoud, label) == "Racisme op dinsdag 15 september 2026. Zin. Nog een."
    endless = replace(inhoud, feiten="woord " * 200)
    assert aanleiding(endless, label).endswith("woord …")
    assert len(aanleiding(endless, label)) < 460


def test_a_row_of_words():
    assert [opsomming(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a en b", "a, b en c"]


def test_the_levels_of_zorg_without_repetition():
    def line(day, level):
        return VerloopRegel(date(2026, 11, day), Verloop.ZORG, level.value, "")

    found = zorgverloop(
        [line(1, ZorgNiveau.OPEN), line(5, ZorgNiveau.GERICHT), line(5, ZorgNiveau.OPEN), line(9, ZorgNiveau.GERICHT)]
    )
    assert found == ((date(2026, 11, 1), ZorgNiveau.OPEN), (date(2026, 11, 9), ZorgNiveau.GERICHT))


def test_one_day_reads_from_its_end_to_its_start():
    course = [
        VerloopRegel(TODAY, Verloop.GEOPEND, "", ""),
        VerloopRegel(TODAY, Verloop.ZORG, "open", ""),
        VerloopRegel(TODAY, Verloop.AFGESLOTEN, "Doel bereikt", ""),
    ]
    paper = PapierRegel(7, 1, "x", "Aankondiging", 2, 6, TODAY, Wijze.ANDERS, "Mees", 1, "")
    told = tijdlijn((), (action(1, 24),), (paper,), course, label)
    assert [line.titel for line in told] == ["Casus afgesloten", "Aankondiging", "Bookmark plaatsen", "Casus geopend"]
    assert told[1].zin == "verbetering aan Mees, op een andere manier"


def test_handing_out_asks_a_day_that_was_and_a_reader():
    assert check_uitreiken(UitreikDraft("gisteren", "Mees"), TODAY) == ()
    assert check_uitreiken(UitreikDraft("gister", "Mees"), TODAY)[0].field == "datum"
    assert [item.field for item in check_uitreiken(UitreikDraft("+1", ""), TODAY)] == ["datum", "aan"]
    assert all(isinstance(item, Finding) and item.blocks for item in check_uitreiken(UitreikDraft("", ""), TODAY))


def test_a_line_of_the_timeline_has_no_comma_after_a_whole_sentence() -> None:
    """Sentences that people wrote follow each other; facts are joined by a comma."""
    assert op_een_regel("Stop. Wij praten straks.", "juf Marit", "", "bij het hek") == (
        "Stop. Wij praten straks. juf Marit, bij het hek"
    )
