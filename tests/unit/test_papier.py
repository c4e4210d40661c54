"""Blocks, filling, envelopes and the stored form of a paper."""

import json
from datetime import date, time

import pytest

from svp_desktop.domain.papier import (
    Alinea,
    AlineaSoort,
    Blok,
    BlokSoort,
    Briefhoofd,
    Ondertekenaar,
    PapierDraft,
    PapierSoort,
    Run,
    Tekening,
    Venster,
    Voorleesmoment,
    alinea,
    eigen_blok,
    te_drukken,
    verplaats,
    vervang,
    zet_aan,
)
from svp_desktop.domain.papier_adres import adresregels, ontvangers
from svp_desktop.domain.papier_opslag import naar_dict, van_dict
from svp_desktop.domain.papier_vragen import vul_in
from svp_desktop.domain.papier_vullen import (
    Brieftekst,
    PapierFeiten,
    gedraging_plek,
    open_plek,
    opsomming_in_zin,
    vul,
    vul_waarden,
)
from svp_desktop.domain.papier_waarden import brieven, kindbrief
from svp_desktop.domain.school import Aanspreekvorm, Bouw, Naam, Ouder, OuderVan, School

BLOKKEN = (Blok("a", "A", alineas=(alinea("een"),)), Blok("b", "B", alineas=(alinea("twee"),)), Blok("c", "C"))


def test_blocks_can_be_moved_replaced_left_out_and_added() -> None:
    assert [blok.code for blok in verplaats(BLOKKEN, "c", 0)] == ["c", "a", "b"]
    assert [blok.code for blok in verplaats(BLOKKEN, "a", 99)] == ["b", "c", "a"]
    assert verplaats(BLOKKEN, "niets", 1) == BLOKKEN
    assert [blok.code for blok in te_drukken(zet_aan(BLOKKEN, "a", False))] == ["b"]
    assert vervang(BLOKKEN, Blok("b", "Nieuw"))[1].titel == "Nieuw"
    first = eigen_blok(BLOKKEN)
    second = eigen_blok((*BLOKKEN, first))
    assert first.eigen
    assert len({first.code, second.code, "a", "b", "c"}) == 5


def ouder(number: int, name: Naam, street: str = "Kade 1", gezag: bool = True, **more: object) -> Ouder:
    return Ouder(
        id=number, uuid=f"u{number}", naam=name, straat=street, postcode="1234ab", plaats="Waterstad",
        kinderen=(OuderVan(7, gezag=gezag), OuderVan(8)), **more,
    )  # fmt: skip


BERG = Naam("Sanne", "van den", "Berg")
NOWAK = Naam("Łukasz", "", "Nowak")


def test_parents_at_one_address_share_an_envelope() -> None:
    (shared,) = ontvangers(
        (
            ouder(1, BERG, aanspreekvorm=Aanspreekvorm.MEVROUW, voorletters="S."),
            ouder(2, NOWAK, " KADE 1".strip(), aanspreekvorm=Aanspreekvorm.HEER),
        ),
        7,
    )
    assert shared.adresregels == ("Mevrouw S. van den Berg", "De heer Łukasz Nowak", "Kade 1", "1234 AB  WATERSTAD")
    assert shared.aanhef == "Beste mevrouw Van den Berg en meneer Nowak,"
    assert shared.vermelding == "mevrouw S. van den Berg en de heer Łukasz Nowak"
    assert shared.ouder_ids == (1, 2)


def test_two_addresses_are_two_letters_that_name_each_other() -> None:
    envelopes = ontvangers((ouder(1, BERG), ouder(2, NOWAK, "Loodsplein 2")), 7)
    draft = PapierDraft(
        1, PapierSoort.AANKONDIGING_OUDERS, Bouw.BOVENBOUW, "Sem", blokken=BLOKKEN, ontvangers=envelopes
    )
    first, second = brieven(draft, Briefhoofd("De Boei"), Venster())
    assert first.ook_aan == ("Łukasz Nowak",)
    assert second.ook_aan == ("Sanne van den Berg",)
    assert first.aanhef == "Beste Sanne van den Berg,"


def test_no_gezag_no_letter_and_no_address_a_letter_of_ones_own() -> None:
    without = Ouder(3, "u3", NOWAK, kinderen=(OuderVan(7),))
    envelopes = ontvangers((ouder(1, BERG, gezag=False), ouder(2, BERG), without), 7)
    assert [item.ouder_ids for item in envelopes] == [(2,), (3,)]
    assert [item.adres_bekend for item in envelopes] == [True, False]
    assert envelopes[1].adresregels == ("Łukasz Nowak",)


def test_postcode_is_written_as_the_post_asks() -> None:
    assert adresregels("Kade 1", "1234ab", "Den Haag") == ("Kade 1", "1234 AB  DEN HAAG")
    assert adresregels("", "B-1000", "Brussel") == ("B-1000  BRUSSEL",)
    assert adresregels("", "", "") == ()


TEKST = Brieftekst(
    PapierSoort.AANKONDIGING_KIND,
    Bouw.ONDERBOUW,
    "Lieve {roepnaam},",
    (
        Blok("zien", "Zien", alineas=(alinea("{sterke_kanten}"), alinea("{Leerkracht} ziet {roepnaam}."))),
        Blok(
            "doen", "Doen", alineas=(Alinea((Run("Wij: ", bold=True), Run("{stappen} Op {leesdatum}, {leestijd}."))),)
        ),
    ),
)


def test_known_facts_are_filled_in_and_lists_become_paragraphs() -> None:
    facts = PapierFeiten(
        roepnaam="Sem",
        sterke_kanten=("Jij helpt", "Jij lacht."),
        leerkracht="juf Marit",
        stappen=("Wij bellen", "Wij komen!"),
        moment=Voorleesmoment(date(2026, 9, 17), time(15, 15)),
    )
    filled = vul(TEKST, facts)
    assert filled.aanhef == "Lieve Sem,"
    assert [item.tekst for item in filled.blokken[0].alineas] == ["Jij helpt.", "Jij lacht.", "Juf Marit ziet Sem."]
    assert filled.blokken[1].tekst == "Wij: Wij bellen. Wij komen! Op donderdag 17 september, 15.15 uur."
    assert filled.blokken[1].alineas[0].runs[0] == Run("Wij: ", bold=True)


def test_unknown_facts_stay_visible() -> None:
    filled = vul(TEKST, PapierFeiten(roepnaam="Sem"))
    assert filled.blokken[0].alineas[0].tekst == "[vul in: drie dingen die goed gaan, heel precies]"
    assert "[vul in: de dag van het voorlezen]" in filled.blokken[1].tekst
    assert open_plek("onbekend") == "[vul in: onbekend]"


def test_a_value_is_never_filled_again() -> None:
    assert vul(TEKST, PapierFeiten(roepnaam="{leerkracht}", leerkracht="juf Marit")).aanhef == "Lieve {leerkracht},"


def test_sentences_from_facts() -> None:
    assert gedraging_plek(date(2026, 9, 8), "Schoolplein") == "Op 8 september [vul in: wat deed je? (schoolplein)]."
    assert opsomming_in_zin(("mama", "oma Riet", "juf Marit")) == "mama, oma Riet en juf Marit"
    assert opsomming_in_zin(("mama",)) == "mama"
    assert opsomming_in_zin(()) == ""


def draft() -> PapierDraft:
    return PapierDraft(
        casus_id=3,
        soort=PapierSoort.AANKONDIGING_OUDERS,
        bouw=Bouw.MIDDENBOUW,
        roepnaam="Łukasz",
        aanhef="Beste ouders,",
        blokken=(
            Blok("m", "Wanneer?", BlokSoort.MOMENT),
            Blok(
                "x",
                "Eigen",
                alineas=(Alinea((Run("a", True), Run("b", italic=True)), AlineaSoort.NUMMERING),),
                aan=False,
                beeld="anker",
                kop=False,
                eigen=True,
            ),
        ),
        ondertekenaars=(Ondertekenaar("juf Marit", "leerkracht"),),
        moment=Voorleesmoment(date(2026, 9, 17), time(15, 15), "de bieb", ("u", "oma")),
        datum=date(2026, 9, 14),
        tekening=Tekening.BOOM,
        groot=True,
        onderwerp="o",
        bijlage="b",
        slot="s",
        ontvangers=ontvangers((ouder(1, BERG),), 7),
    )


def test_a_draft_survives_the_kluis() -> None:
    assert van_dict(json.loads(json.dumps(naar_dict(draft())))) == draft()


def test_an_older_dict_takes_defaults_and_a_foreign_one_is_refused() -> None:
    small = van_dict({"casus_id": 1, "soort": "aankondiging_kind", "bouw": "onderbouw", "roepnaam": "Sem"})
    assert small == PapierDraft(1, PapierSoort.AANKONDIGING_KIND, Bouw.ONDERBOUW, "Sem")
    with pytest.raises((KeyError, ValueError)):
        van_dict({"soort": "iets anders"})


def test_the_childs_paper_carries_the_day_of_reading_and_the_schools_letterhead() -> None:
    head = Briefhoofd.van(School("De Boei", straat="Kade 1", motto="Samen"))
    paper = kindbrief(draft(), head)
    assert paper.datum == date(2026, 9, 17)
    assert (paper.hoofd.naam, paper.hoofd.straat, paper.hoofd.motto) == ("De Boei", "Kade 1", "Samen")


def test_an_optional_fact_that_nobody_knows_leaves_nothing_behind() -> None:
    blokken = (
        Blok("a", "Idee van {roepnaam}", alineas=(alinea("{voorstel?}"), alinea("{toelichting?}"))),
        Blok("b", "Dag", alineas=(alinea("Wij bellen {dag?} om tien uur."),)),
    )
    tekst = Brieftekst(PapierSoort.AANKONDIGING_KIND, None, "Dag {roepnaam}", blokken)
    nothing = vul_waarden(tekst, {"roepnaam": "Sem"}).blokken
    assert (nothing[0].aan, nothing[0].titel, nothing[1].tekst) == (False, "Idee van Sem", "Wij bellen om tien uur.")
    known = vul_waarden(tekst, {"voorstel": ("ik tel tot tien", "ik loop weg")}).blokken
    assert (known[0].aan, known[0].tekst) == (True, "ik tel tot tien.\nik loop weg.")


def test_rows_that_are_filled_leave_fewer_to_fill_by_hand_and_always_some() -> None:
    table = Blok("t", "Afspraken", BlokSoort.TABEL, (alinea("Wie | Wat"), alinea("{rijen?}")), regels=4)
    text = Brieftekst(PapierSoort.HERSTEL_AGENDA, None, "", (table,))
    rows = ("Jip | ruimt op", "Sem | helpt", "juf Ilse | belt")
    left = {}
    for count in (0, 1, 3):
        [filled] = vul_waarden(text, {"rijen": rows[:count]}).blokken
        left[count] = (len(filled.tekst.splitlines()), filled.regels)
    assert left == {0: (1, 4), 1: (2, 3), 3: (4, 2)}


def test_a_day_or_time_that_is_typed_in_figures_is_printed_in_words() -> None:
    facts = Blok("wanneer", "Wanneer", BlokSoort.FEITEN, (alinea(f"Dag: {open_plek('actiedatum')}"),))
    draft = PapierDraft(1, PapierSoort.SITIN_KAART, Bouw.BOVENBOUW, "Sem", blokken=(facts,))
    for typed, printed in (("1-12", "dinsdag 1 december"), ("na de gymles", "na de gymles")):
        filled = vul_in(draft, "actiedatum", typed, date(2026, 11, 24))
        assert isinstance(filled, PapierDraft)
        assert filled.blokken[0].tekst == f"Dag: {printed}"
