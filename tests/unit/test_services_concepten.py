"""What is typed: kept, found again, and as JSON and back."""

import json
from datetime import date, time

import pytest

from svp_desktop.domain.casus import ActieDraft, AfsluitDraft, CasusDraft, GedeeldMet, ZorgNiveau
from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentDraft,
    IncidentInhoud,
    Mand,
    PlaatsBereik,
    Soort,
    SoortKeuze,
    SubSoort,
)
from svp_desktop.domain.school import (
    Aanspreekvorm,
    Extern,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    OuderVan,
    PersoonSoort,
    Regio,
    School,
)
from svp_desktop.services import vastleggen

SEM = Betrokkene(1, "Sem", PersoonSoort.LEERLING, "6/7", frozenset(Betrokkenheid))
KINDS = (SoortKeuze(Soort.GEWELD, (SubSoort.VERBAAL, SubSoort.FYSIEK)), SoortKeuze(Soort.ONGEVAL))
DRAFT = IncidentDraft("gis", "10", "Gang", PlaatsBereik.ONLINE, KINDS, Mand.GEEL, (SEM,), "Feit", "Woord", True)


def test_a_concept_is_kept_replaced_listed_and_forgotten(werkplek, clock):
    service = werkplek.concepten
    service.bewaar("incident:nieuw", {"feiten": "een"}, "Incident")
    service.bewaar("incident:nieuw", {"feiten": "twee"}, "Incident van 24 november")
    found = service.lees("incident:nieuw")
    assert (found.titel, found.inhoud) == ("Incident van 24 november", {"feiten": "twee"})
    assert (found.bewaard_op, found.bewaard_op.utcoffset()) == (clock.now, clock.now.utcoffset())
    service.bewaar("casus:nieuw", {}, "Casus")
    assert {concept.sleutel for concept in service.alle()} == {"incident:nieuw", "casus:nieuw"}
    service.wis("incident:nieuw")
    service.wis("incident:nieuw")
    assert service.lees("incident:nieuw") is None
    assert [concept.sleutel for concept in service.alle()] == ["casus:nieuw"]


def test_an_incident_form_survives_the_kluis(werkplek):
    werkplek.concepten.bewaar("incident:7", vastleggen.incident_draft_naar_dict(DRAFT), "Incident")
    assert vastleggen.incident_draft_van_dict(werkplek.concepten.lees("incident:7").inhoud) == DRAFT


@pytest.mark.parametrize(
    "value",
    [
        DRAFT,
        IncidentDraft(),
        IncidentInhoud(date(2026, 9, 1), time(10, 5), "Gang", PlaatsBereik.BINNEN, KINDS, Mand.ROOD, (SEM,), "Feit"),
        IncidentInhoud(date(2026, 9, 1), None, "", PlaatsBereik.BINNEN, (), Mand.ROOD, (), "Feit"),
        CasusDraft(3, None, 4, "aanleiding", "doel", ZorgNiveau.BESCHERMEND, (1, 2)),
        ActieDraft(
            "bookmark", "+7", "", "Karin", frozenset({GedeeldMet.OUDERS, GedeeldMet.KIND}), "a", "b", "c", False
        ),
        AfsluitDraft("Doel bereikt", "goed"),
        School("A", logo=b"\0\xff", regio=Regio.NOORD),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_draft_is_json_and_comes_back(value):
    content = json.loads(json.dumps(vastleggen.naar_dict(value)))
    assert vastleggen.van_dict(type(value), content) == value


@pytest.mark.parametrize(
    "person",
    [
        Leerling(1, "u", Naam("Sem", "van", "Bos"), "1", date(2017, 1, 1), 5, 2, date(2026, 1, 1)),
        Ouder(1, "u", Naam("Jo"), Aanspreekvorm.HEER, kinderen=(OuderVan(2, "vader", False), OuderVan(3))),
        Medewerker(1, "u", Naam("Karin"), groep_ids=(1, 2)),
        Extern(1, "u", Naam("Ali"), "Wijkteam"),
    ],
    ids=lambda person: type(person).__name__,
)
def test_every_person_is_json_and_comes_back(person):
    assert vastleggen.persoon_van_dict(vastleggen.persoon_naar_dict(person)) == person


def test_a_concept_of_another_version_of_the_program_still_opens():
    content = vastleggen.incident_draft_naar_dict(DRAFT) | {"later_bedacht": 1}
    del content["kindwoorden"]
    assert vastleggen.incident_draft_van_dict(content) == IncidentDraft(
        "gis", "10", "Gang", PlaatsBereik.ONLINE, KINDS, Mand.GEEL, (SEM,), "Feit", "", True
    )


@pytest.mark.parametrize(
    "content", [{"mand": "paars"}, {"feiten": 7}, {"soorten": 3}, {"soorten": [{"sub": []}]}, {"twijfel": "ja"}]
)
def test_content_that_does_not_fit_is_refused_without_its_text(content):
    with pytest.raises(ValueError) as refused:
        vastleggen.incident_draft_van_dict(content)
    assert "Feit" not in str(refused.value)
