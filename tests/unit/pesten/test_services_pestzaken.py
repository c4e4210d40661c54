"""A pestzaak through its services: from a mother's call to a closed case with one failed check, and reopening."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from svp_desktop.domain.casus import ActieDraft, AfsluitDraft, CasusDraft
from svp_desktop.domain.errors import GeenToegang, IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.pest_aanpak import AanpakDraft, StapDraft, StapSoort
from svp_desktop.domain.pest_nazorg import CheckAntwoord, CheckDraft
from svp_desktop.domain.pest_netwerk import MensenDraft, RelatieDraft
from svp_desktop.domain.pest_signalen import SignaalDraft, Signaallijst
from svp_desktop.domain.pest_toets import BewijsDraft, Criterium, Oordeel, Uitkomst
from svp_desktop.domain.pestzaak import (
    Functie,
    MeldingDraft,
    PestDraft,
    PestFilter,
    PestPersoonDraft,
    PestRol,
    PestStatus,
    PestTaak,
    PestVerloop,
    PestzaakIsAfgesloten,
    SluitDraft,
    Sluitreden,
    draft_of,
)
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.pestzaken import PestzakenService
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from tests import ready


@pytest.fixture
def ids(werkplek: Werkplek) -> dict[str, int]:
    """Two children, a teacher who is pestcoördinator, and an incident of kind pesten."""
    people = werkplek.personen
    group = werkplek.school.bewaar_groep("Middenbouw Rivier", Bouw.MIDDENBOUW).value
    found = {
        name.casefold(): people.bewaar(Leerling(0, "", Naam(name, *rest), str(number), None, 6, group)).value
        for number, (name, *rest) in enumerate((("Noor", "de", "Vries"), ("Tygo", "", "Bos")), 1)
    }
    found["farid"] = people.bewaar(Medewerker(0, "", Naam("Farid", "", "Aydin"))).value
    werkplek.school.zet_rol(Rol.PESTCOORDINATOR, found["farid"], werkplek.today())
    draft = IncidentDraft(
        datum="23-11-2026",
        plaats="Kleedkamer",
        soorten=(SoortKeuze(Soort.PESTEN),),
        mand=Mand.ORANJE,
        betrokkenen=(
            people.als_betrokkene(found["tygo"], frozenset({Betrokkenheid.DADER})),
            people.als_betrokkene(found["noor"], frozenset({Betrokkenheid.SLACHTOFFER})),
            people.als_betrokkene(found["farid"], frozenset({Betrokkenheid.MELDER})),
        ),
        feiten="Riep dat Noor weg moest.",
    )
    found["incident"] = werkplek.incidenten.registreer(draft).value
    return found


def report(ids: dict[str, int], **changes: object) -> MeldingDraft:
    people = (PestPersoonDraft(ids["noor"], PestRol.GEPEST), PestPersoonDraft(ids["tygo"], PestRol.PESTER))
    return replace(MeldingDraft(melder="moeder", melding="Noor wil niet naar school.", personen=people), **changes)


def check(stopped: CheckAntwoord, **changes: str) -> CheckDraft:
    return CheckDraft("vandaag", "Farid Aydin", "Het is beter.", 4, CheckAntwoord.JA, stopped, **changes)


def later(werkplek: Werkplek, days: int) -> PestzakenService:
    moment = werkplek.clock() + timedelta(days=days)
    return werkplek.met_klok(lambda: moment).pestzaken


def test_from_a_call_to_a_closed_case_with_a_failed_check_and_reopening(
    werkplek: Werkplek, ids: dict[str, int]
) -> None:
    service = werkplek.pestzaken
    zaak_id = service.meld(report(ids)).value
    found = service.beeld(zaak_id)
    assert (found.zaak.titel, found.zaak.groep, found.zaak.coordinator) == ("Pestzaak 1", "Rivier 6", "Farid Aydin")
    assert found.bezig is PestTaak.OPVANGEN
    [waiting] = [task for task in werkplek.vandaag() if task.pagina == "pesten"]
    assert (waiting.titel, waiting.zin, waiting.record) == (
        "Pestzaak 1",
        "Kind opvangen na een nieuwe melding",
        zaak_id,
    )

    for taak, draft in (
        (PestTaak.OPVANGEN, PestDraft(opgevangen_op="vandaag", opvang="Rustig gesprek op kantoor.")),
        (PestTaak.LUISTEREN, PestDraft(geluisterd_op="vandaag", verhaal="Ze zeggen dat ik stink.")),
        (
            PestTaak.IN_KAART,
            PestDraft(
                in_kaart_op="vandaag",
                gedaan_kind="Weggelopen.",
                gedaan_ouder="Met de juf gepraat.",
                gedaan_leerkracht="Tygo aangesproken.",
                rol_uitgelegd=True,
                functie=Functie.GROEP,
            ),
        ),
        (PestTaak.OPLOSSING, PestDraft(oplossing_op="vandaag", gewenst="Samen spelen.", aanpak_uitgelegd=True)),
    ):
        service.bewaar_taak(zaak_id, taak, draft, service.lees(zaak_id).versie)
    draft = replace(
        service.toets_begin(zaak_id),
        bewijzen=tuple(BewijsDraft(one, Oordeel.JA, "Gezien.", "juf", "20-11-2026") for one in Criterium),
    )
    service.toets(zaak_id, draft)
    assert service.beeld(zaak_id).toets.uitkomst is Uitkomst.PESTEN

    service.begin_aanpak(zaak_id, AanpakDraft("Steungroep", "vandaag", ids["farid"]))
    found = service.beeld(zaak_id)
    assert found.zaak.inhoud.verhaal == "Ze zeggen dat ik stink."
    assert found.zaak.inhoud.aanpak == ("Steungroep",)
    assert [item.naam() for item in found.checks] == ["Na 1 week", "Na 2 weken", "Na 6 weken"]
    assert [step.bron for step in found.stappen] == ["Steungroep"] * 5
    assert found.stand(PestTaak.OPLOSSING).mist == ("een afspraak op papier",)
    service.bewaar_stap(zaak_id, StapDraft(StapSoort.AFSPRAAK, "Noor zit naast Saar.", "Noor", None, "vandaag"))
    assert service.beeld(zaak_id).bezig is PestTaak.NAZORG

    with pytest.raises(InvoerOnjuist, match="InvoerOnjuist"):
        service.afsluiten(zaak_id, SluitDraft(Sluitreden.GESTOPT))
    first, second, third = (item.id for item in found.checks)
    with pytest.raises(InvoerOnjuist):
        service.houd_check(zaak_id, first, check(CheckAntwoord.NEE))
    late = later(werkplek, 8)
    late.houd_check(
        zaak_id, first, check(CheckAntwoord.DEELS, volgende="Juf kijkt mee bij gym.", volgende_op="15-12-2026")
    )
    found = late.beeld(zaak_id)
    assert found.zaak.status is PestStatus.NAZORG
    assert len(found.checks) == 4
    for check_id in (second, third, found.checks[-1].id if found.checks[-1].id > third else found.checks[2].id):
        late.houd_check(zaak_id, check_id, check(CheckAntwoord.JA))
    late.afsluiten(zaak_id, SluitDraft(Sluitreden.GESTOPT, "", "Eerder bij gym kijken."))
    assert werkplek.pestzaken.lijst(PestFilter()) == ()
    [row] = werkplek.pestzaken.lijst(PestFilter(afgesloten=True))
    assert (row.status, row.volgende) == (PestStatus.AFGESLOTEN, "")
    assert [task for task in werkplek.vandaag() if task.pagina == "pesten"] == []
    with pytest.raises(PestzaakIsAfgesloten):
        late.signaal(zaak_id, SignaalDraft(persoon_id=ids["noor"]))

    again = later(werkplek, 30)
    with pytest.raises(InvoerOnjuist):
        again.heropen(zaak_id, " ")
    again.heropen(zaak_id, "Moeder belde: het is weer begonnen.")
    found = again.beeld(zaak_id)
    assert [line.soort for line in found.verloop] == [
        PestVerloop.GEMELD, PestVerloop.NAZORG, PestVerloop.AFGESLOTEN, PestVerloop.HEROPEND,
    ]  # fmt: skip
    assert found.tellende_checks == ()
    assert "nog geen check" in again.check_afsluiten(zaak_id, SluitDraft(Sluitreden.GESTOPT))[0].message
    codes = [line.actie for line in werkplek.spoor.eerste_bladzijde("school", _alles())[1] if line.actie[:4] == "pest"]
    assert {"pest.nieuw", "pest.check", "pest.afgesloten", "pest.heropend"} <= set(codes)


def test_what_was_asked_before_a_reopening_on_the_same_day_does_not_close_it_again(
    werkplek: Werkplek, ids: dict[str, int], clock
) -> None:
    service = werkplek.pestzaken
    zaak_id = service.meld(report(ids)).value
    service.begin_aanpak(zaak_id, AanpakDraft("Steungroep"))
    for item in service.beeld(zaak_id).checks:
        service.houd_check(zaak_id, item.id, check(CheckAntwoord.JA))
    service.afsluiten(zaak_id, SluitDraft(Sluitreden.GESTOPT, "", "Eerder kijken."))
    clock.now += timedelta(hours=2)
    service.heropen(zaak_id, "Moeder belde: het is weer begonnen.")
    clock.now += timedelta(hours=1)
    assert service.beeld(zaak_id).tellende_checks == ()
    with pytest.raises(InvoerOnjuist):
        service.afsluiten(zaak_id, SluitDraft(Sluitreden.GESTOPT, "", "Eerder kijken."))


def test_an_approach_after_a_reopening_brings_its_checks_though_an_old_one_was_never_held(
    werkplek: Werkplek, ids: dict[str, int]
) -> None:
    service = werkplek.pestzaken
    zaak_id = service.meld(report(ids)).value
    service.begin_aanpak(zaak_id, AanpakDraft("Steungroep"))
    verdicts = dict(zip(Criterium, (Oordeel.NEE, Oordeel.NEE, Oordeel.JA), strict=True))
    proof = tuple(BewijsDraft(one, verdict, "Gezien.", "juf", "20-11-2026") for one, verdict in verdicts.items())
    service.toets(zaak_id, replace(service.toets_begin(zaak_id), bewijzen=proof))
    service.afsluiten(zaak_id, SluitDraft(Sluitreden.GEEN_PESTEN, "De juf kijkt mee."))
    again = later(werkplek, 60)
    again.heropen(zaak_id, "Moeder belde: het is weer begonnen.")
    assert again.beeld(zaak_id).tellende_checks == ()
    again.begin_aanpak(zaak_id, AanpakDraft("Herstel"))
    assert [item.naam() for item in again.beeld(zaak_id).tellende_checks] == ["Na 1 week", "Na 2 weken", "Na 6 weken"]


def _alles() -> object:
    from svp_desktop.domain.spoor import SpoorFilter

    return SpoorFilter()


def test_an_incident_begins_a_case_and_draws_the_picture(werkplek: Werkplek, ids: dict[str, int]) -> None:
    service = werkplek.pestzaken
    draft = service.voorstel(ids["incident"])
    assert (draft.melder, draft.plaatsen, draft.melding) == ("Farid Aydin", "Kleedkamer", "Riep dat Noor weg moest.")
    assert {(item.persoon_id, item.rol) for item in draft.personen} == {
        (ids["noor"], PestRol.GEPEST), (ids["tygo"], PestRol.PESTER),
    }  # fmt: skip
    zaak_id = service.meld(draft).value
    assert service.van_incident(ids["incident"]) == (zaak_id,)
    found = service.beeld(zaak_id)
    assert [(item.plaats, item.aantal, item.minder_toezicht) for item in found.plaatsen] == [("Kleedkamer", 1, True)]
    assert [(line.van_id, line.wat, line.aantal) for line in found.netwerk.verbindingen] == [(ids["tygo"], "pesten", 1)]
    assert "loopt al pestzaak" in service.check_melding(report(ids))[-1].message
    service.ontkoppel_incident(zaak_id, ids["incident"])
    assert service.beeld(zaak_id).incidenten == ()
    with pytest.raises(NietGevonden):
        service.koppel_incident(zaak_id, 999)


def test_signals_people_casus_and_search(werkplek: Werkplek, ids: dict[str, int]) -> None:
    service = werkplek.pestzaken
    zaak_id = service.meld(report(ids)).value
    seen = SignaalDraft(Signaallijst.GEPEST, ids["noor"], "vandaag", "moeder", frozenset({"Pijn of misselijk"}))
    [first] = service.signaal(zaak_id, seen).value
    service.signaal(zaak_id, replace(seen, gezien_door="Anouk Smeets"))
    line = next(one for one in service.beeld(zaak_id).opgeteld[Signaallijst.GEPEST] if one.door)
    assert (line.regel.kort, line.door) == ("Pijn of misselijk", ("moeder", "Anouk Smeets"))
    service.verwijder_signaal(first)
    service.verwijder_signaal(first, verwijderd=False)
    zaak = service.lees(zaak_id)
    people = tuple(PestPersoonDraft(item.persoon_id, item.rol) for item in zaak.personen)
    arrows = (RelatieDraft(ids["tygo"], ids["noor"], "schelden"),)
    service.bewaar_mensen(zaak_id, MensenDraft(people, arrows), zaak.versie)
    with pytest.raises(IntussenVeranderd):
        service.bewaar_mensen(zaak_id, MensenDraft(people, arrows), zaak.versie)
    with pytest.raises(InvoerOnjuist):
        service.bewaar_mensen(zaak_id, MensenDraft(people[:1], arrows), service.lees(zaak_id).versie)
    casus = werkplek.casussen.open(CasusDraft(ids["tygo"], None, ids["farid"], "Pesten.")).value
    assert service.mogelijke_casussen(zaak_id) == ((casus, "Tygo Bos, pester"),)
    service.koppel_casus(zaak_id, casus)
    assert service.beeld(zaak_id).casus == "Tygo Bos"
    assert service.beeld(zaak_id).ladder == "Op de ladder staat nog geen actie."
    werkplek.casussen.leg_vast(casus, ActieDraft("stil_protest", "1-12-2026", wie="Farid", gedaan=False))
    assert service.beeld(zaak_id).ladder == "Ladder: 0 gedaan, 1 gepland. Nu eerst: Stil protest, 1 december."
    werkplek.casussen.afsluiten(casus, AfsluitDraft("Doel bereikt"))
    assert service.beeld(zaak_id).ladder == "De casus is afgesloten. Ladder: 0 gedaan."
    for words in ("noor vri", "tygo", "pestzaak 1", "school"):
        assert [row.id for row in service.lijst(PestFilter(zoek=words))] == [zaak_id], words
    assert service.lijst(PestFilter(zoek="pietje")) == ()
    draft = draft_of(service.lees(zaak_id).inhoud)
    assert service.check_taak(PestTaak.OPVANGEN, replace(draft, opgevangen_op="25-11-2026"))[0].blocks


def test_who_has_not_the_task_may_report_and_nothing_else(werkplek: Werkplek, ids: dict[str, int]) -> None:
    other = PestzakenService(werkplek._kluis.school, werkplek.clock, leidt=False)
    zaak_id = other.meld(report(ids)).value
    for ask in (
        lambda: other.lijst(PestFilter()),
        lambda: other.beeld(zaak_id),
        lambda: other.houd_check(zaak_id, 0, check(CheckAntwoord.JA)),
        lambda: other.heropen(zaak_id, "Zomaar."),
    ):
        with pytest.raises(GeenToegang):
            ask()
    assert (other.aantal_lopend(), other.van_incident(ids["incident"])) == (0, ())
    assert werkplek.pestzaken.aantal_lopend() == 1


@pytest.fixture
def team(toegang: Toegang, tmp_path: Path, clock) -> Toegang:
    """A school whose directeur invited a kwaliteitscoördinator with the task."""
    what = ("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, "vier losse woorden, klaar")
    ready.school(tmp_path, lambda root: Toegang(Paths.under(root), clock, KdfPolicy.for_tests()), clock(), *what)
    return toegang


def test_the_task_goes_from_the_directeur_to_the_account_that_gets_it(team: Toegang) -> None:
    work = ready.enter(team, "vier losse woorden, klaar")
    assert work.pestzaken.leidt
    invited = work.accounts.nodig_uit("Farid Aydin", Rol.KWALITEITSCOORDINATOR, pest=True)
    assert work.met_klok(work.clock).pestzaken.leidt  # who is only invited reads nothing yet
    folder = work.folder
    work.vergrendel()
    team.aanvaard(folder, invited.account_id, " ".join(invited.woorden), "zes andere woorden van later").vergrendel()
    back = ready.enter(team, "vier losse woorden, klaar")
    assert not back.pestzaken.leidt
    back.accounts.geef_toegang(invited.account_id, "school")
    back.vergrendel()
    new = team.ontgrendel(folder, invited.account_id, "zes andere woorden van later")
    assert new.pestzaken.leidt
    new.vergrendel()
