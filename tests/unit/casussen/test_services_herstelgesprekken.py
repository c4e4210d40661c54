"""Herstelgesprekken through the services, on a real encrypted file."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.casus import AfsluitDraft, CasusIsAfgesloten
from svp_desktop.domain.casus_mensen import CasusRol, SteunfiguurDraft
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.herstelgesprek import (
    Antwoorden,
    Deelnemer,
    HerstelAfspraakDraft,
    HerstelgesprekDraft,
    HerstelRol,
    HerstelStand,
    HerstelTekst,
    Voorwaarde,
    herstel_draft_of,
)
from svp_desktop.domain.platte_waarden import naar_dict
from svp_desktop.domain.school import Bouw


def test_from_an_empty_form_to_a_gebaar_that_was_received(wereld, rollen) -> None:
    dader, slachtoffer = rollen
    ids, service = wereld.ids, wereld.werkplek.herstelgesprekken
    incident = wereld.incident("20-11-2026", "Mees duwde Sem.", ("mees", dader), ("sem", slachtoffer))
    casus = wereld.casus(incident_ids=(incident,))
    wereld.werkplek.casusmensen.voeg_toe(casus, ids["sem"], CasusRol.GERAAKT)
    wereld.werkplek.casusmensen.bewaar_steunfiguur(casus, SteunfiguurDraft(naam="Opa Gerard", relatie="opa"))

    draft = service.begin(casus)
    assert (draft.tekst.tijd, [item.naam for item in draft.tekst.deelnemers]) == ("08.00", ["Mees Jansen"])
    assert draft.tekst.doel == wereld.werkplek.instellingen.lees().tekst("herstel_doel")
    who = [(item.rol, item.naam) for item in service.wie(casus)]
    assert who[:3] == [
        (HerstelRol.KIND, "Mees Jansen"),
        (HerstelRol.GERAAKT, "Sem van der Berg"),
        (HerstelRol.OUDER, "Karin van Dam"),
    ]
    assert (HerstelRol.DIRECTEUR, "Hanneke Vos") in who
    assert who[-1] == (HerstelRol.STEUNFIGUUR, "Opa Gerard")
    [about] = service.aanleidingen(casus)
    assert about.incident_id == incident

    draft = replace(draft, gepland_op="25-11-2026", incident_id=incident)
    made = service.bewaar(casus, draft).value
    other = service.bewaar(casus, service.begin(casus)).value
    tasks = [(task.zin, task.datum) for task in wereld.werkplek.vandaag() if task.casus_id == casus]
    assert ("Herstelgesprek, 08.00 uur", date(2026, 11, 25)) in tasks
    assert ("Herstelgesprek voorbereiden, nog geen dag", date(2026, 11, 24)) in tasks
    service.verwijder(other)

    held = herstel_draft_of(service.lees(made))
    words = replace(held.tekst, gebaar="Een brief", voorwaarden=frozenset(Voorwaarde) - {Voorwaarde.GROEP})
    held = replace(held, gehouden_op="24-11-2026", tekst=words)
    with pytest.raises(InvoerOnjuist) as wrong:
        service.bewaar(casus, held, made, 1)
    assert {item.field for item in wrong.value.findings if item.blocks} == {"toch_verder"}

    said = Deelnemer(HerstelRol.KIND, "Mees Jansen", ids["mees"], Antwoorden(goedmaken="Een brief."))
    words = replace(words, toch_verder="De groep was op kamp.", deelnemers=(said,))
    service.bewaar(casus, replace(held, tekst=words, evaluatie_op="1-12"), made, 1)
    with pytest.raises(IntussenVeranderd):
        service.bewaar(casus, replace(held, tekst=words), made, 1)
    kept = service.lees(made)
    assert kept.inhoud.tekst.deelnemers == (said,)
    assert kept.inhoud.incident_id == incident

    waits = {item.wacht.zin: item.wacht.datum for item in service.wachtend()}
    assert waits == {
        "Herstelgebaar: nog niet gedaan": date(2026, 11, 24),
        "Terugkijken op het herstelgesprek": date(2026, 12, 1),
    }
    last = replace(herstel_draft_of(kept), gebaar_op="24-11", ontvangen_op="24-11")
    last = replace(last, tekst=replace(last.tekst, evaluatie="Ze spelen weer samen."))
    service.bewaar(casus, last, made, kept.versie)
    assert service.wachtend() == ()
    told = [(line.datum.day, line.titel) for line in wereld.werkplek.casussen.tijdlijn(casus)]
    for line in ((24, "Herstelgesprek"), (24, "Herstelgebaar ontvangen"), (1, "Terugkijken op het herstelgesprek")):
        assert line in told

    wereld.werkplek.casussen.afsluiten(casus, AfsluitDraft("klaar"))
    with pytest.raises(CasusIsAfgesloten):
        service.bewaar(casus, last, made, 3)


def test_a_weekend_asks_for_attention_and_a_recorded_talk_takes_its_draft_along(wereld) -> None:
    casus, service, drafts = wereld.casus(), wereld.werkplek.herstelgesprekken, wereld.werkplek.concepten
    weekend = replace(service.begin(casus), gepland_op="28-11-2026")
    [finding] = service.check(weekend)
    assert (finding.field, finding.blocks) == ("gepland_op", False)
    drafts.bewaar(f"herstelgesprek:{casus}:0", naar_dict(weekend), "Herstelgesprek")
    service.bewaar(casus, weekend)
    assert drafts.alle() == ()
    assert [item.bouw for item in service.gebaren(casus)] == [Bouw.BOVENBOUW]


def test_an_appointment_waits_on_its_day_until_it_is_ticked(wereld) -> None:
    service, casus = wereld.werkplek.herstelgesprekken, wereld.casus()
    lines = (
        HerstelAfspraakDraft("Meester Jan", "staat bij het veld", "26-11-2026"),
        HerstelAfspraakDraft("Mees", "steekt zijn hand op"),
    )
    words = HerstelTekst(toch_verder="Op verzoek van de ouders.", evaluatie="Het gaat goed.")
    draft = HerstelgesprekDraft(gehouden_op="23-11-2026", tekst=words, afspraken=lines)
    talk = service.bewaar(casus, draft).value
    assert service.lees(talk).stand is HerstelStand.NAZORG

    zin = "Afspraak: Meester Jan: staat bij het veld"
    assert [(item.zin, item.datum) for item in wereld.werkplek.vandaag()] == [(zin, date(2026, 11, 26))]
    [waiting] = wereld.werkplek.casustaken.beeld(casus).te_doen
    assert (waiting.tekst, waiting.wie, waiting.gesprek_id, waiting.afspraak) == (
        "staat bij het veld", "Meester Jan", talk, 0,
    )  # fmt: skip

    service.zet_afspraak(talk, 0)
    assert wereld.werkplek.vandaag() == ()
    assert service.lees(talk).stand is HerstelStand.KLAAR
    assert "Afspraak nagekomen" in [item.titel for item in wereld.werkplek.casussen.tijdlijn(casus)]
    service.zet_afspraak(talk, 0, gedaan=False)
    assert len(wereld.werkplek.vandaag()) == 1
    with pytest.raises(NietGevonden):
        service.zet_afspraak(talk, 2)

    # the form keeps the day of the tick
    service.zet_afspraak(talk, 0)
    again = herstel_draft_of(service.lees(talk))
    service.bewaar(casus, again, talk, service.lees(talk).versie)
    assert service.lees(talk).inhoud.nazorg.afspraken[0].gedaan_op == date(2026, 11, 24)
