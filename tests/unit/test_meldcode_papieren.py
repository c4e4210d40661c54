"""The papers of a meldcode dossier, read as who gets them: Veilig Thuis, a judge, the one who holds the talk."""

import uuid
from dataclasses import replace

import pypdfium2
import pytest

from svp_desktop.domain.aantekeningen import Aard, DossierDraft
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import (
    BesluitStap,
    GesprekStap,
    MeldcodeAfspraak,
    MeldcodeGesprek,
    MeldcodeKind,
    MeldcodeKop,
    OverlegStap,
    SignalenStap,
    Uitspraak,
    VtAdvies,
    WeegAntwoordDraft,
)
from svp_desktop.domain.meldcode_keuzes import (
    DirectContact,
    DossierSoort,
    GesprekMet,
    Herkomst,
    JaNee,
    MeldWijze,
    MishandelVorm,
    Richting,
    StukSoort,
    Weegvraag,
)
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis import maintenance
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import MELDCODE
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_papieren import AFGEDRUKT, MeldcodePapieren
from tests.documents.papers import flat

KEY = bytes(range(32))
HOOFD = Briefhoofd(
    "Basisschool De Vuurtoren", "Havenstraat 1", "6500 AB", "Zeestad", "024-1234567", "info@vuurtoren.nl"
)
FEIT = Uitspraak(
    "12-11-2026", "8.40", Aard.FEIT, Richting.BEVESTIGT, "Blauwe plek op de linkerarm.", "", Herkomst.EIGEN,
    "juf Marit", frozenset({MishandelVorm.LICHAMELIJK}),
)  # fmt: skip
MENING = replace(FEIT, aard=Aard.MENING, tekst="De vader is streng.", van="de buurvrouw", waarnemer="juf Marit",
                 herkomst=Herkomst.ANDER, vormen=frozenset())  # fmt: skip
VERMOEDEN = replace(MENING, aard=Aard.VERMOEDEN, tekst="Er is thuis misschien ruzie.", van="juf Marit")
GERUCHT = replace(FEIT, tekst="Zag een klap op het plein.", herkomst=Herkomst.ANDER, waarnemer="opa Henk")
GOED = replace(FEIT, datum="16-11-2026", tekst="Noor rent blij naar haar moeder.", richting=Richting.ONTKRACHT)


class Desk:
    """A compartment with its service, its papers, and one dossier."""

    def __init__(self, folder, clock):
        identity = Identity(str(uuid.uuid4()), str(uuid.uuid4()), "meldcode")
        maintenance.create(folder / "meldcode.db", bytearray(KEY), identity, MELDCODE, clock())
        self.compartment = Compartment.open(
            folder / "meldcode.db", bytearray(KEY), identity, MELDCODE, account_id="ilse", clock=clock
        )
        self.service = MeldcodeService(self.compartment, clock, lambda: {"ilse": "Ilse Bruins"}, lambda: HOOFD)
        self.papers = MeldcodePapieren(self.compartment, clock, self.service, lambda: HOOFD, lambda: "Ilse Bruins")
        people = (
            MeldcodeKind("Noor van 't Hof", "groep 4", "3-4-2018"),
            MeldcodeKind("Mila van 't Hof", "zusje, 5 jaar"),
        )
        head = MeldcodeKop(
            DossierSoort.GEZIN, people, "vertrouwenspersoon", "Ilse Bruins", "Ilse Bruins", "Plek op de arm."
        )
        self.id = self.service.open(DossierDraft("Gezin van 't Hof", "groep 4"), head).value

    def record(self, *items):
        return [self.service.leg_vast(self.id, item).value for item in items]

    def text(self, soort):
        return flat(self.papers.maak(self.id, soort))


@pytest.fixture
def desk(tmp_path, clock):
    made = Desk(tmp_path, clock)
    yield made
    made.compartment.close()


def through_all_steps(desk):
    """A dossier that went the whole way, to a melding with help beside it."""
    service, number = desk.service, desk.id
    desk.record(FEIT, MENING, VERMOEDEN, GERUCHT, GOED)
    signals = SignalenStap(
        "groepsleerkracht", "juf Marit", "16-11-2026", "Twee plekken in een week.",
        frozenset({MishandelVorm.LICHAMELIJK}), JaNee.JA, "Haar zusje Mila is 5.", "De jeugdarts keek op 17 november.",
    )  # fmt: skip
    service.rond_stap_af(number, 1, signals, 0)
    desk.record(
        VtAdvies("17-11-2026", "11.05", "Ilse Bruins", "mevrouw Smit", JaNee.NEE, "Wat nu?", "Praat met moeder.")
    )
    consult = OverlegStap("kwaliteitscoördinator", "Farid Aydin", frozenset(), "Farid Aydin, kwaliteitscoördinator",
                          "17-11-2026", "Bel om advies.", JaNee.JA)  # fmt: skip
    service.rond_stap_af(number, 2, consult, 0)
    for met, who in ((GesprekMet.OUDERS, "moeder"), (GesprekMet.KIND, "Noor")):
        desk.record(
            MeldcodeGesprek(
                "18-11-2026", "15.30", met, who, "juf Marit", "De plek op de arm.", "“Gevallen.”", "Contact."
            )
        )
    service.rond_stap_af(number, 3, GesprekStap("groepsleerkracht", "juf Marit", JaNee.JA, "", JaNee.JA), 0)
    for vraag, keuze in ((Weegvraag.VERMOEDEN, JaNee.JA), (Weegvraag.VEILIGHEID, JaNee.JA)):
        service.antwoord(number, vraag, WeegAntwoordDraft(keuze, f"Reden bij {vraag.value}.", "Farid Aydin"))
    decided = BesluitStap(
        "directeur", "Ilse Bruins", "19-11-2026", JaNee.JA, "Er is structurele onveiligheid.", "19-11-2026",
        MeldWijze.TELEFOON, "mevrouw Smit", JaNee.JA, None, "", JaNee.JA, "De wijkcoach helpt.",
    )  # fmt: skip
    service.bewaar_stap(number, 5, decided, 0)
    desk.record(
        MeldcodeAfspraak("19-11-2026", "Wijkcoach komt thuis.", "moeder", "wijkcoach", "wijkcoach", "10-12-2026")
    )


def test_the_draft_for_veilig_thuis_keeps_facts_opinions_and_suspicions_apart_in_the_order_of_the_form(desk):
    through_all_steps(desk)
    words = desk.text(MeldcodePapier.MELDING)
    order = [
        "1. Meldcode", "2. Melder", "3. Betrokkenen", "4. Melding", "Feiten: gezien of gehoord", FEIT.tekst,
        "Meningen", MENING.tekst,
        "Vermoedens", VERMOEDEN.tekst, "Wat de zorg tegenspreekt", GOED.tekst, "Wat de school al deed",
        "5. Ondersteunend", "6. Overige", "7. Melding afronden",
    ]  # fmt: skip
    places = [words.index(one) for one in order]
    assert places == sorted(places)
    assert "Van de buurvrouw" in words
    assert "Er is niets verstuurd" in words
    assert "mevrouw Smit" in words


def test_the_talk_is_prepared_with_own_facts_only_and_names_nobody_who_saw_or_told(desk):
    through_all_steps(desk)
    words = desk.text(MeldcodePapier.GESPREK)
    assert FEIT.tekst in words
    assert GOED.tekst in words
    for hidden in (MENING.tekst, VERMOEDEN.tekst, GERUCHT.tekst, "juf Marit", "buurvrouw", "opa Henk", "mevrouw Smit"):
        assert hidden not in words
    assert "Gesprek over een melding" in words
    assert "Vraag geen toestemming" in words


def test_with_honour_related_violence_the_preparation_says_first_to_wait(desk):
    assert "Praat dan nog niet met de ouders" not in desk.text(MeldcodePapier.GESPREK)
    desk.service.bewaar_stap(desk.id, 2, OverlegStap(direct=frozenset({DirectContact.EER})), 0)
    words = desk.text(MeldcodePapier.GESPREK)
    assert words.index("Praat dan nog niet met de ouders") < words.index("Zo doet u het")


def test_the_overview_tells_where_it_stands_without_a_name_or_anything_that_was_said(desk):
    through_all_steps(desk)
    words = desk.text(MeldcodePapier.OVERZICHT)
    assert "Melden noodzakelijk ja" in words
    assert "een afspraak loopt af" in words
    for hidden in ("Noor", "Hof", "Mila", "Marit", "Smit", "plek", "wijkcoach", "structurele"):
        assert hidden not in words
    assert len(pypdfium2.PdfDocument(desk.papers.maak(desk.id, MeldcodePapier.OVERZICHT))) == 1


def test_the_whole_dossier_shows_corrections_what_was_taken_away_and_additions(desk):
    first, second = desk.record(FEIT, GERUCHT)
    desk.service.verbeter(first, replace(FEIT, tekst="Blauwe plek op de rechterarm."), 1)
    desk.service.vul_stuk_aan(first, "De plek was zo groot als een euro.")
    desk.service.haal_weg(second)
    words = desk.text(MeldcodePapier.DOSSIER)
    for expected in (
        "rechterarm",
        "Eerder stond hier",
        "linkerarm",
        "een euro",
        "Weggehaald",
        "opa Henk",
        "Ilse Bruins",
    ):
        assert expected in words


@pytest.mark.parametrize("soort", MeldcodePapier, ids=lambda one: one.value)
def test_an_empty_dossier_and_one_with_very_long_or_strange_words_both_make_their_paper(desk, soort):
    assert len(desk.text(soort)) > 100
    strange = "Ştefan <b>Łukasz</b> & Ørjan {naam} %s " + "w" * 300 + "\n" + "Een lange zin over de gymles. " * 400
    desk.record(replace(FEIT, tekst=strange), replace(GOED, tekst=strange))
    words = desk.text(soort)
    assert soort is MeldcodePapier.OVERZICHT or "Ştefan <b>Łukasz</b> & Ørjan {naam} %s" in words


def test_a_printed_paper_is_kept_byte_for_byte_and_told_in_the_log(desk):
    pdf = desk.papers.maak(desk.id, MeldcodePapier.OVERZICHT)
    paper_id = desk.papers.bewaar(desk.id, MeldcodePapier.OVERZICHT, AFGEDRUKT, pdf)
    desk.record(FEIT)
    assert desk.papers.lees(paper_id) == pdf
    assert f"{label(MeldcodePapier.OVERZICHT)} afgedrukt" in desk.text(MeldcodePapier.DOSSIER)
    with pytest.raises(NietGevonden):
        desk.papers.lees(paper_id + 1)


def test_every_kind_of_record_is_in_the_whole_dossier(desk):
    through_all_steps(desk)
    found = {one.soort for one in desk.service.lees(desk.id).stukken}
    assert {StukSoort.UITSPRAAK, StukSoort.ADVIES, StukSoort.GESPREK, StukSoort.AFSPRAAK} <= found
    words = desk.text(MeldcodePapier.DOSSIER)
    for expected in (
        FEIT.tekst,
        MENING.tekst,
        "Praat met moeder.",
        "“Gevallen.”",
        "Reden bij veiligheid.",
        "Wijkcoach",
    ):
        assert expected in words
