"""Everything that an incident asks, from the draft into the register and back; closing; the green and serious ones."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.incident import (
    Aantasting,
    Betrokkenheid,
    Ernst,
    IncidentDraft,
    IncidentFilter,
    Kenmerk,
    Letsel,
    Mand,
    Mediatie,
    OudersIngelicht,
    OverlegdMet,
    Politie,
    Soort,
    SoortKeuze,
    Zeden,
    draft_of,
)
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.domain.themas import Thema, themas
from svp_desktop.services.vastleggen import incident_draft_van_dict


@pytest.fixture
def draft(werkplek) -> IncidentDraft:
    child = werkplek.personen.bewaar(Leerling(0, "", Naam("Sem", "van der", "Berg"))).value
    person = werkplek.personen.als_betrokkene(child, frozenset({Betrokkenheid.DADER}))
    return IncidentDraft(
        "vandaag", "10.25", "Gang", soorten=(SoortKeuze(Soort.VECHTPARTIJ),), mand=Mand.ROOD, betrokkenen=(person,),
        feiten="Er werd geduwd.",
    )  # fmt: skip


def test_every_field_is_read_back_as_it_was_typed(werkplek, draft):
    full = replace(
        draft, ernst=Ernst.ERNSTIG, aantasting=frozenset({Aantasting.FYSIEK, Aantasting.PSYCHISCH}), basiswaarden=True,
        reacties=("Benoemd", "Sit-in =1+1"), terugkomen_op="30-11-2026", regel="Schoolregels",
        regel_toelichting="Wij doen elkaar geen pijn", mediatie=Mediatie.NIET_GELUKT, mediatie_door="juf <b>Rivier</b>",
        beoordelaar="Łukasz Şahin", overlegd_met=frozenset({OverlegdMet.DIRECTEUR}), besluit="Casus openen",
        waarneming="Hij liep rood aan", aanpassing="Eigen plek in de rij", politie=Politie.OVERLEGD,
        letsel=Letsel.ARTS, arbo=True, zeden=Zeden.NEE, maatregel="Gesprek", voorkoming="Toezicht bij de deur",
    )  # fmt: skip
    number = werkplek.incidenten.registreer(full).value
    read = werkplek.incidenten.lees(number)
    assert replace(draft_of(read.inhoud), datum="vandaag") == full
    changed = replace(draft_of(read.inhoud), aanpassing="Eerder naar binnen", terugkomen_op="")
    werkplek.incidenten.wijzig(number, changed, read.versie)
    assert draft_of(werkplek.incidenten.lees(number).inhoud) == changed


def test_an_incident_closes_with_what_was_done_and_how_it_is_prevented(werkplek, draft):
    number = werkplek.incidenten.registreer(draft).value
    with pytest.raises(InvoerOnjuist) as refused:
        werkplek.incidenten.sluit_af(number, 1, "Gesprek gevoerd", "  ")
    assert [finding.field for finding in refused.value.findings] == ["voorkoming"]
    werkplek.incidenten.sluit_af(number, 1, "Gesprek gevoerd", "Toezicht")
    closed = werkplek.incidenten.lees(number)
    assert (closed.afgesloten_op, closed.versie) == (werkplek.today(), 2)
    assert (closed.inhoud.maatregel, closed.inhoud.voorkoming) == ("Gesprek gevoerd", "Toezicht")
    with pytest.raises(IntussenVeranderd):
        werkplek.incidenten.sluit_af(number, 1, "Anders", "Anders")
    werkplek.incidenten.wijzig(number, replace(draft_of(closed.inhoud), feiten="Er werd geduwd en geroepen."), 2)
    assert werkplek.incidenten.lees(number).afgesloten_op == werkplek.today()
    werkplek.incidenten.heropen(number)
    assert werkplek.incidenten.lees(number).afgesloten_op is None
    with pytest.raises(NietGevonden):
        werkplek.incidenten.heropen(number)


def test_what_goes_well_needs_no_kind_and_no_role(werkplek, draft):
    nobody = tuple(replace(person, rollen=frozenset()) for person in draft.betrokkenen)
    green = replace(draft, mand=Mand.GROEN, soorten=(), betrokkenen=nobody, feiten="Hij hielp een kleuter.")
    assert werkplek.incidenten.lees(werkplek.incidenten.registreer(green).value).inhoud.soorten == ()
    with pytest.raises(InvoerOnjuist):
        werkplek.incidenten.registreer(replace(green, mand=Mand.GEEL))


def test_a_day_to_come_back_on_that_cannot_be_read_is_said(werkplek, draft):
    found = werkplek.incidenten.check(replace(draft, terugkomen_op="31-2"))
    assert [finding.field for finding in found] == ["terugkomen_op"]


def test_a_concept_of_before_keeps_its_text():
    assert incident_draft_van_dict({"vervolg": "Morgen praten"}).maatregel == "Morgen praten"


def test_themes_follow_from_the_kinds():
    assert themas((Soort.RACISME, Soort.CHANTAGE, Soort.ONGEVAL)) == {Thema.RACISME, Thema.AGRESSIE}


def test_filters_follow_the_content(werkplek, draft):
    service = werkplek.incidenten
    plain = service.registreer(replace(draft, datum="1-9-2026", plaats="Gang")).value
    heavy = service.registreer(
        replace(draft, datum="1-10-2026", plaats="Aula", ernst=Ernst.ERNSTIG, ouders=OudersIngelicht.JA)
    ).value
    service.sluit_af(plain, 1, "Gesprek", "Toezicht")

    def found(**asked) -> list[int]:
        filter_ = IncidentFilter(**asked)
        ids, rows = service.eerste_bladzijde(filter_)
        assert ids == list(service.ids(filter_)) == [row.id for row in rows]
        assert service.aantal(filter_)[0] == len(ids)
        return ids

    assert found(kenmerken=frozenset({Kenmerk.ERNSTIG})) == [heavy]
    assert found(kenmerken=frozenset({Kenmerk.ERNSTIG, Kenmerk.AFGESLOTEN})) == []
    assert found(zonder_kenmerken=frozenset({Kenmerk.AFGESLOTEN})) == [heavy]
    assert found(kenmerken=frozenset({Kenmerk.ESIS_OPEN})) == [heavy, plain]
    assert found(kenmerken=frozenset({Kenmerk.OUDERS_NOG_NIET})) == [plain]
    assert found(plaats="Aula") == [heavy]
    assert found(vanaf=date(2026, 9, 2)) == [heavy]
    assert found(tot=date(2026, 9, 2)) == [plain]
    assert found(vanaf=date(2026, 9, 2), tot=date(2026, 9, 30)) == []
    row = service.regels([heavy])[0]
    assert (row.plaats, row.kenmerken) == ("Aula", {Kenmerk.ERNSTIG, Kenmerk.ESIS_OPEN})
