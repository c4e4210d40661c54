"""All pestzaken together: what the coordinator sees, and that paper gives no small number away."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pypdfium2
import pytest

from svp_desktop.domain.errors import BijlageFout, GeenToegang, InvoerOnjuist
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.inzicht_beeld import op_papier
from svp_desktop.domain.pest_aanpak import StapDraft, StapSoort
from svp_desktop.domain.pest_cijfers import TelZaak, jaren, onderdelen, tel
from svp_desktop.domain.pest_nazorg import CheckAntwoord, CheckDraft
from svp_desktop.domain.pest_toets import BewijsDraft, Criterium, Oordeel, Uitkomst
from svp_desktop.domain.pestzaak import (
    MeldingDraft,
    PestInhoud,
    PestPersoon,
    PestPersoonDraft,
    PestRol,
    PestStatus,
    Pestzaak,
    SluitDraft,
    Sluitreden,
)
from svp_desktop.domain.school import Bouw, Leerling, Naam
from svp_desktop.services.pest_overzicht import PestOverzichtService
from svp_desktop.services.werkplek import Werkplek
from tests.unit.pesten.test_pest_toets import SITUATIES

JAAR = Periode(date(2025, 8, 1), date(2026, 7, 31))


@pytest.fixture
def zaak(werkplek: Werkplek) -> int:
    group = werkplek.school.bewaar_groep("Rivier", Bouw.MIDDENBOUW).value
    noor = werkplek.personen.bewaar(Leerling(0, "", Naam("Noor", "de", "Vries"), "1", None, 6, group)).value
    people = (PestPersoonDraft(noor, PestRol.GEPEST),)
    return werkplek.pestzaken.meld(MeldingDraft(melder="moeder", melding="Noor is bang.", personen=people)).value


def test_twelve_situations_have_their_outcome_through_the_service(werkplek: Werkplek, zaak: int) -> None:
    service = werkplek.pestzaken
    for item in SITUATIES:
        proof = tuple(
            BewijsDraft(one, Oordeel(item[one.value]), item["situatie"], "observatie", "20-11-2026")
            for one in Criterium
        )
        draft = replace(service.toets_begin(zaak), bewijzen=proof, hertoets_op="")
        unknown = item["uitkomst"] == Uitkomst.ONBEKEND.value
        # what is not decided gets a day on which it is looked at again
        assert ("hertoets_op" in [one.field for one in service.check_toets(draft)]) is unknown
        service.toets(zaak, replace(draft, hertoets_op="8-12-2026" if unknown else ""))
        assert service.beeld(zaak).toets.uitkomst is Uitkomst(item["uitkomst"]), item["situatie"]


def test_the_coordinator_sees_what_runs_and_waits_without_a_name(werkplek: Werkplek, zaak: int) -> None:
    found = werkplek.pest_overzicht.overzicht()
    assert (found.nu.meldingen, found.eerder.meldingen, found.lopend) == (1, 0, (("Rivier 6", 1),))
    assert [(one.titel, one.groep) for one in found.wacht] == [("Pestzaak 1", "Rivier 6")]
    step = StapDraft(StapSoort.AFSPRAAK, "Noor en Saartje eten samen.", "Noor", None, "25-11-2026")
    werkplek.pestzaken.bewaar_stap(zaak, step)
    found = werkplek.pest_overzicht.overzicht()
    assert [one.zin for one in found.wacht] == ["kind opvangen na een nieuwe melding", "afspraak nakijken"]
    assert "Noor" not in repr(found)
    moment = werkplek.clock() + timedelta(days=9)
    later = werkplek.met_klok(lambda: moment)
    said = CheckDraft("vandaag", "Farid", "Goed.", 4, CheckAntwoord.JA, CheckAntwoord.JA)
    later.pestzaken.houd_check(zaak, 0, said)
    later.pestzaken.afsluiten(zaak, SluitDraft(Sluitreden.GESTOPT))
    later.pestzaken.heropen(zaak, "Weer begonnen.")
    nu = later.pest_overzicht.overzicht().nu
    assert (nu.checks, nu.checks_goed, nu.heropend, nu.gemiddeld) == (1, 1, 1, None)


def zaken(counts: dict[str, int], day: date) -> list[TelZaak]:
    made = []
    for group, number in counts.items():
        for at in range(number):
            child = PestPersoon(at, PestRol.GEPEST, "Noor de Vries", "Noor", group)
            one = Pestzaak(at, 1, PestStatus.LOPEND, day, "moeder", None, "", None, PestInhoud(), (child,), None, None)
            made.append(TelZaak(one, Uitkomst.PESTEN if at % 2 else None, frozenset({"Schoolplein"})))
    return made


def test_paper_tells_no_number_under_five_and_none_that_gives_one_away() -> None:
    nu = tel(zaken({"Rivier 6": 7, "Anker 8": 6, "Zon 2": 2}, date(2026, 1, 12)), JAAR)
    parts = {part.code: op_papier(part) for part in onderdelen(nu, tel((), JAAR.jaar_eerder()))}
    told = {bar.naam: bar.waarde for bar in parts["groepen"].staven}
    # the total stands on the paper too: with both large groups the small one could be worked out
    assert "Zon 2" not in told
    assert len(told) < 2
    assert "Zon 2" in parts["groepen"].toelichting
    few = tel(zaken({"Rivier 6": 4}, date(2026, 1, 12)), JAAR)
    assert op_papier(onderdelen(few, few)[0]) is None


def test_the_yearly_paper_is_about_years_that_are_over(werkplek: Werkplek, zaak: int) -> None:
    service = werkplek.pest_overzicht
    assert service.jaren()[0] == JAAR
    assert all(period.tot < werkplek.today() for period in jaren(werkplek.today()))
    document = pypdfium2.PdfDocument(service.papier(JAAR))
    told = " ".join(document[0].get_textpage().get_text_range().split())
    assert "minder dan 5" in told
    assert "Rivier" not in told
    with pytest.raises(InvoerOnjuist):
        service.papier(Periode(date(2026, 8, 1), werkplek.today()))


def test_the_yearly_paper_with_enough_meldingen_shows_its_bars_and_hides_what_is_small(werkplek: Werkplek) -> None:
    long = "van de Wilhelmina-Alexandrinagroep aan de overkant van het water"
    children = []
    for name in ("Rivier", "Anker", "Zon", "Maan", long):
        group = werkplek.school.bewaar_groep(f"Middenbouw {name}", Bouw.MIDDENBOUW).value
        child = Leerling(0, "", Naam("Kind", "", name), str(len(children)), None, 6, group)
        children.append(werkplek.personen.bewaar(child).value)
    for day, counts in (("13-1-2025", (14, 0, 0, 0, 0)), ("12-1-2026", (9, 8, 3, 2, 7))):
        reporting = werkplek.met_klok(lambda day=day: datetime.strptime(f"{day} +0100", "%d-%m-%Y %z"))
        for child, number in zip(children, counts, strict=True):
            people = (PestPersoonDraft(child, PestRol.GEPEST),)
            for _ in range(number):
                reporting.pestzaken.meld(MeldingDraft(melder="moeder", melding="Bang.", gemeld_op=day, personen=people))
    document = pypdfium2.PdfDocument(werkplek.pest_overzicht.papier(JAAR))
    told = " ".join(document[0].get_textpage().get_text_range().split())
    assert len(document) == 1
    assert "29 (een jaar eerder 14)" in told
    assert "2025-2026 2024-2025" in told
    assert "Minder dan 5 keer, of helemaal niet: Zon 6; Maan 6." in told
    assert all(row in told for row in ("Rivier 6 9 14", "Anker 6 8 –", f"{long[:1].upper()}{long[1:]} 6 7 –"))
    assert "Plaatsen Hierover is niets opgeschreven." in told
    assert "…" not in told, "a long name takes a second line"


def test_the_own_document_stays_inside_and_comes_back(werkplek: Werkplek, zaak: int) -> None:
    service = werkplek.pest_overzicht
    pdf = service.papier(JAAR)
    made = service.voeg_document_toe("beleid/../Ons anti-pestbeleid.docx.pdf", pdf).value
    [known] = service.overzicht().documenten
    assert (known.naam, known.grootte, service.document(made)) == ("Ons anti-pestbeleid.docx.pdf", len(pdf), pdf)
    service.verwijder_document(made)
    assert service.overzicht().documenten == ()
    service.verwijder_document(made, verwijderd=False)
    assert service.overzicht().documenten == (known,)
    for wrong in (b"", b"PK\x03\x04 a Word file", b"words", b"%PDF-1.7 broken"):
        with pytest.raises(BijlageFout) as refused:
            service.voeg_document_toe("beleid.pdf", wrong)
        assert "incident" not in refused.value.safe
    with pytest.raises(BijlageFout) as word:
        service.voeg_document_toe("beleid.docx", b"PK\x03\x04 a Word file")
    assert "In Word: Bestand, Opslaan als, kies PDF." in word.value.now
    other = PestOverzichtService(werkplek._kluis.school, werkplek.clock, leidt=False)
    for ask in (other.overzicht, lambda: other.papier(JAAR), lambda: other.document(made)):
        with pytest.raises(GeenToegang):
            ask()
