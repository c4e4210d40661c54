from dataclasses import replace
from datetime import date, time

import pytest

from svp_desktop.domain.incident import (
    SUBSOORTEN,
    Betrokkene,
    Betrokkenheid,
    IncidentDraft,
    Mand,
    OudersIngelicht,
    Partijen,
    PlaatsBereik,
    Soort,
    SoortKeuze,
    SubSoort,
    check,
    draft_of,
    parse,
    partijen,
)
from svp_desktop.domain.school import PersoonSoort

VANDAAG = date(2026, 11, 24)
SEM = Betrokkene(1, "Sem", PersoonSoort.LEERLING, "6/7", frozenset({Betrokkenheid.DADER}))
GOED = IncidentDraft(
    datum="gisteren",
    tijd="10.25",
    plaats="Schoolplein",
    soorten=(SoortKeuze(Soort.VECHTPARTIJ),),
    mand=Mand.ROOD,
    betrokkenen=(SEM,),
    feiten="Sem duwde Noor.",
)


def person(kind: PersoonSoort, role: Betrokkenheid = Betrokkenheid.DADER) -> Betrokkene:
    return Betrokkene(1, "X", kind, rollen=frozenset({role}))


def test_a_complete_draft_has_no_findings():
    assert check(GOED, VANDAAG) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"datum": ""}, "datum"),
        ({"datum": "morgen"}, "datum"),
        ({"datum": "31-2"}, "datum"),
        ({"tijd": "25.00"}, "tijd"),
        ({"betrokkenen": ()}, "betrokkenen"),
        ({"betrokkenen": (replace(SEM, rollen=frozenset()),)}, "betrokkenen"),
        ({"soorten": ()}, "soorten"),
        ({"mand": None}, "mand"),
        ({"feiten": " \n"}, "feiten"),
    ],
)
def test_each_missing_or_wrong_field_stops_a_save_with_a_sentence(change, field):
    (finding,) = check(replace(GOED, **change), VANDAAG)
    assert (finding.field, finding.blocks) == (field, True)
    assert finding.message.endswith((".", "?"))


@pytest.mark.parametrize(
    ("change", "field"),
    [({"plaats": ""}, "plaats"), ({"soorten": (SoortKeuze(Soort.GEWELD),)}, "soorten")],
)
def test_what_may_come_later_asks_for_attention_only(change, field):
    (finding,) = check(replace(GOED, **change), VANDAAG)
    assert (finding.field, finding.blocks) == (field, False)


def test_doubt_never_stops_a_save():
    assert check(replace(GOED, twijfel=True), VANDAAG) == ()


def test_findings_come_in_the_order_of_the_form():
    found = [finding.field for finding in check(IncidentDraft(), VANDAAG)]
    assert found == ["datum", "plaats", "betrokkenen", "soorten", "mand", "feiten"]


def test_the_plan_has_thirteen_kinds_and_some_have_sub_choices():
    assert len(Soort) == 13
    assert SUBSOORTEN[Soort.ONLINE][0] is SubSoort.CYBERPESTEN
    assert SUBSOORTEN[Soort.AGRESSIE] == SUBSOORTEN[Soort.GEWELD]
    assert Soort.PESTEN not in SUBSOORTEN


def test_a_draft_becomes_content_and_a_draft_again():
    full = replace(
        GOED,
        datum="23-11-2026",
        bereik=PlaatsBereik.OMGEVING,
        kindwoorden="Het was niet eerlijk.",
        twijfel=True,
        directe_actie="Uit elkaar gehaald",
        ouders=OudersIngelicht.JA,
        ouders_toelichting="gebeld",
        maatregel="morgen gesprek",
    )
    inhoud = parse(full, VANDAAG)
    assert (inhoud.datum, inhoud.tijd) == (date(2026, 11, 23), time(10, 25))
    assert draft_of(inhoud) == full
    assert draft_of(parse(replace(full, tijd=""), VANDAAG)).tijd == ""


def test_only_a_checked_draft_becomes_content():
    with pytest.raises(ValueError, match="blocking"):
        parse(replace(GOED, mand=None), VANDAAG)


@pytest.mark.parametrize(
    ("people", "pairs"),
    [
        ((person(PersoonSoort.LEERLING),), set()),
        ((person(PersoonSoort.LEERLING), person(PersoonSoort.LEERLING)), {Partijen.LEERLINGEN}),
        ((person(PersoonSoort.MEDEWERKER), person(PersoonSoort.MEDEWERKER)), {Partijen.PERSONEEL}),
        ((person(PersoonSoort.OUDER), person(PersoonSoort.MEDEWERKER)), {Partijen.OUDER_PERSONEEL}),
        ((person(PersoonSoort.LEERLING), person(PersoonSoort.MEDEWERKER)), {Partijen.LEERLING_PERSONEEL}),
        ((person(PersoonSoort.LEERLING), person(PersoonSoort.MEDEWERKER, Betrokkenheid.GETUIGE)), set()),
    ],
)
def test_pairs_of_parties_follow_from_who_took_part(people, pairs):
    assert partijen(people) == pairs
