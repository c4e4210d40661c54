"""The end of a dossier, and the wording of the school: what may not be missing, and when it is looked at again."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.aantekeningen import DossierDraft
from svp_desktop.domain.meldcode import MeldcodeKop
from svp_desktop.domain.meldcode_keuzes import JaNee, MeldcodeAfloop, Weegvraag
from svp_desktop.domain.meldcode_sluiten import nakijken_op
from svp_desktop.domain.meldcode_vernietigen import MeldcodeVernietigd, VernietigVerzoek, VerzoekVan
from svp_desktop.domain.meldcode_weging import VRAGEN, antwoord_velden, antwoord_woord, waarheen
from svp_desktop.domain.meldcode_woorden import TEKSTEN, check_tekst
from svp_desktop.services.meldcode_sleutels import stap_sleutel
from svp_desktop.services.meldcode_vernietigen import MeldcodeVernietigen
from tests.documents.papers import flat
from tests.unit.meldcode.dossier import HOOFD, through_all_steps


def test_a_dossier_that_was_closed_on_a_leap_day_is_looked_at_too() -> None:
    assert nakijken_op(date(2028, 2, 29), 2) == date(2030, 2, 28)
    assert nakijken_op(date(2028, 2, 29), 4) == date(2032, 2, 29)


@pytest.mark.parametrize("typed", ["5", " 12 ", "60"])
def test_a_term_is_a_whole_number(typed: str) -> None:
    assert check_tekst("vt.werkdagen", typed) == ()


@pytest.mark.parametrize("typed", ["", "0", "61", "vijf", "-1", "2,5", "\u0665"])
def test_a_term_is_nothing_else(typed: str) -> None:
    assert check_tekst("vt.werkdagen", typed) != ()


def test_every_standard_text_passes_its_own_check() -> None:
    assert [item.code for item in TEKSTEN if check_tekst(item.code, item.standaard)] == []


def test_where_the_answers_lead_is_that_of_the_afwegingskader() -> None:
    # law 3.2, line by line: no, and yes
    ways = {vraag: tuple(waarheen(vraag, keuze) for keuze in (JaNee.NEE, JaNee.JA)) for vraag in VRAGEN}
    assert ways == {
        Weegvraag.VERMOEDEN: ("sluiten", "vraag 2"),
        Weegvraag.VEILIGHEID: ("vraag 3", "melden"),
        Weegvraag.HULP: ("melden", "vraag 4"),
        Weegvraag.AANVAARD: ("melden", "vraag 5"),
        Weegvraag.RESULTAAT: ("melden", "volgen"),
    }
    assert antwoord_woord(Weegvraag.VEILIGHEID, JaNee.JA) == "Ja of twijfel"
    asked = {veld.naam for veld in antwoord_velden(Weegvraag.AANVAARD)}
    assert {"tot", "door", "casemanager", "doel"} <= asked


def request(van: VerzoekVan, besluit: JaNee, **more: object) -> VernietigVerzoek:
    """A request that was answered."""
    return replace(
        VernietigVerzoek(van, "20-11-2026", besluit=besluit, met_wie="directeur", reden="Bewaren helpt het kind niet."),
        **more,
    )


CHILD = {"leeftijd": "16", "overziet": JaNee.JA}


@pytest.fixture
def end(desk, clock):
    """The service that destroys, for a dossier that went through all steps and was closed."""
    through_all_steps(desk)
    desk.service.sluit(desk.id, MeldcodeAfloop.ANDERS, "Klaar.")
    return MeldcodeVernietigen(desk.compartment, clock, desk.service, lambda: HOOFD)


def wrong(end, desk, draft):
    return {one.field for one in end.check(desk.service.lees(desk.id), draft)}


def test_only_a_child_of_age_that_oversees_it_has_its_dossier_destroyed(end, desk, clock):
    for draft, fields in (
        (request(VerzoekVan.KIND, JaNee.JA, **CHILD), set()),
        (request(VerzoekVan.KIND, JaNee.JA, leeftijd="15", overziet=JaNee.JA), {"besluit"}),
        (request(VerzoekVan.KIND, JaNee.JA, leeftijd="16", overziet=JaNee.NEE), {"besluit"}),
        (request(VerzoekVan.KIND, JaNee.NEE, leeftijd="9", overziet=JaNee.NEE), set()),
        (request(VerzoekVan.KIND, JaNee.JA), {"leeftijd", "overziet"}),
        (request(VerzoekVan.OUDERS, JaNee.JA), {"besluit"}),
        (request(VerzoekVan.OUDERS, JaNee.NEE), set()),
        (request(VerzoekVan.TERMIJN, JaNee.JA), {"besluit"}),
        (VernietigVerzoek(), {"van", "besluit", "met_wie", "reden"}),
    ):
        assert wrong(end, desk, draft) == fields, draft
    clock.now = clock().replace(year=2028, month=12)
    assert wrong(end, desk, request(VerzoekVan.TERMIJN, JaNee.JA)) == set()


def test_a_refusal_stands_in_the_dossier_and_takes_nothing_away(end, desk):
    before = desk.service.lees(desk.id)
    end.handel_af(desk.id, request(VerzoekVan.OUDERS, JaNee.NEE))
    after = desk.service.lees(desk.id)
    assert "20 november 2026, van de ouders: niet vernietigd." in after.aantekeningen[0].inhoud.tekst
    assert (after.stukken, after.stappen, after.kop) == (before.stukken, before.stappen, before.kop)


def test_of_a_destroyed_dossier_only_number_day_and_reason_are_left(end, desk):
    number = desk.service.lees(desk.id).dossier.nummer
    desk.service.concepten.bewaar(stap_sleutel(desk.id, 3), {"x": "Noor"}, "stap")
    end.handel_af(desk.id, request(VerzoekVan.KIND, JaNee.JA, **CHILD))
    blad = desk.service.lees(desk.id)
    assert (blad.dossier.vernietigd, blad.dossier.nummer, blad.stukken, blad.stappen) == (True, number, (), ())
    with desk.compartment.reading() as rx:
        tables = rx.connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        rows = str([rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in tables])
    for told in ("Noor", "linkerarm", "Marit", "Farid"):
        assert told not in rows
    assert desk.service.lijst("noor", gesloten=True) == ()
    assert desk.service.herinneringen() == ()
    another = desk.service.open(DossierDraft("Mees"), MeldcodeKop()).value
    assert desk.service.lees(another).dossier.nummer != number
    with pytest.raises(MeldcodeVernietigd):
        desk.service.heropen(desk.id)
    paper = flat(end.verklaring(blad))
    assert number in paper
    assert "van het kind zelf (16 jaar): vernietigd." in paper
    assert "Noor" not in paper
