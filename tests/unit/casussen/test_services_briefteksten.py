"""The school's own texts of its papers: checked, kept as versions, for new papers only; the law guarded."""

import io
from dataclasses import replace

import pypdf
import pytest

from svp_desktop.domain.changes import Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.papier import Alinea, AlineaSoort, PapierSoort, Run, alinea, vervang, zet_aan
from svp_desktop.domain.papier_controle import Ernst
from svp_desktop.domain.school import Bouw, Grondslag
from svp_desktop.domain.uitreiken import UitreikDraft

KIND, BESLUIT = PapierSoort.AANKONDIGING_KIND, PapierSoort.THUISSCHOOL_BRIEF
BOVENBOUW = Bouw.BOVENBOUW


@pytest.fixture
def service(wereld):
    return wereld.werkplek.briefteksten


def met_blok(tekst, code, *lines):
    blok = next(item for item in tekst.blokken if item.code == code)
    return replace(tekst, blokken=vervang(tekst.blokken, replace(blok, alineas=tuple(map(alinea, lines)))))


def blok_tekst(draft, code):
    return next(item.tekst for item in draft.blokken if item.code == code)


def test_own_words_go_into_new_papers_and_never_into_what_was_handed_out(wereld, service):
    casus, papieren = wereld.casus(), wereld.werkplek.papieren
    before = papieren.begin(casus, KIND)
    kept = papieren.uitreiken(before, papieren.opmaken(before), UitreikDraft("vandaag", "Mees", met_actie=False)).value
    _, pdf = papieren.lees(kept)
    standard = service.standaard(KIND, BOVENBOUW)
    looks = (Run("Altijd.", bold=True),)
    own = met_blok(standard, "vertrouwen", "Jij hoort bij ons, {roepnaam}.")
    blok = next(item for item in own.blokken if item.code == "vertrouwen")
    blok = replace(blok, alineas=(*blok.alineas, Alinea(looks, AlineaSoort.OPSOMMING)))
    own = replace(own, aanhef="Lieve {roepnaam},", blokken=vervang(own.blokken, blok))
    outcome = service.bewaar(own)
    assert outcome.changes.touches(Topic.INSTELLINGEN)
    mine = papieren.begin(casus, KIND)
    assert mine.aanhef == "Lieve Mees,"
    assert blok_tekst(mine, "vertrouwen") == "Jij hoort bij ons, Mees.\nAltijd."
    assert next(item for item in mine.blokken if item.code == "vertrouwen").alineas[1] == blok.alineas[1]
    assert papieren.lees(kept) == (before, pdf)
    assert [(item.soort, item.bouw) for item in service.lijst() if item.eigen] == [(KIND, BOVENBOUW)]
    service.naar_standaard(KIND, BOVENBOUW)
    assert papieren.begin(casus, KIND) == before
    assert not any(item.eigen for item in service.lijst())


def test_a_block_that_is_off_in_the_text_is_off_in_the_paper_and_can_be_put_back(wereld, service):
    standard = service.standaard(KIND, BOVENBOUW)
    service.bewaar(replace(standard, blokken=zet_aan(standard.blokken, "helpen", False)))
    draft = wereld.werkplek.papieren.begin(wereld.casus(), KIND)
    assert [item.code for item in draft.blokken if not item.aan] == ["helpen"]


def test_every_version_can_be_read_and_put_back(service):
    standard = service.standaard(KIND, BOVENBOUW)
    texts = [met_blok(standard, "vertrouwen", words) for words in ("Eerste.", "Tweede.")]
    for text in texts:
        service.bewaar(text)
    service.naar_standaard(KIND, BOVENBOUW)
    found = service.versies(KIND, BOVENBOUW)
    assert [(item.nummer, item.door, item.standaard) for item in found] == [
        (3, "Hanneke Vos", True),
        (2, "Hanneke Vos", False),
        (1, "Hanneke Vos", False),
    ]
    assert [service.versie(KIND, BOVENBOUW, number) for number in (1, 2, 3)] == [*texts, standard]
    service.bewaar(service.versie(KIND, BOVENBOUW, 1))
    assert service.lees(KIND, BOVENBOUW) == texts[0]
    assert service.versies(KIND, Bouw.ONDERBOUW) == ()


def test_nothing_new_is_no_version(service):
    standard = service.standaard(KIND, BOVENBOUW)
    service.bewaar(standard)
    assert service.versies(KIND, BOVENBOUW) == ()
    for _twice in range(2):
        service.bewaar(met_blok(standard, "vertrouwen", "Eigen."))
    assert len(service.versies(KIND, BOVENBOUW)) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Dag {roepnam}.", "“{roepnam}” bestaat hier niet"),
        ("Dag {wet_schorsing}.", "bestaat hier niet"),
        ("Dag {roepnaam.", "losse accolade"),
        ("Dag roepnaam}.", "losse accolade"),
        ("Dag {}.", "losse accolade"),
        ("Anders krijg je straf.", "straf"),
        ("Als je slaat, dan moet je weg.", "volgende stap"),
        ("Jij bent een pester.", "gedrag"),
        ("Dag ☃.", "☃"),
    ],
)
def test_a_wrong_text_is_refused_with_a_sentence_beside_its_block(service, words, said):
    text = met_blok(service.standaard(KIND, BOVENBOUW), "vertrouwen", words)
    with pytest.raises(InvoerOnjuist) as caught:
        service.bewaar(text)
    assert any(said in item.message for item in caught.value.findings)
    assert {item.field for item in caught.value.findings} <= {"vertrouwen", ""}
    assert service.versies(KIND, BOVENBOUW) == ()


def test_signs_that_mean_something_elsewhere_are_only_letters(wereld, service):
    words = "100 % van <b>ons</b> & [jou] \\n %s ${x"
    with pytest.raises(InvoerOnjuist):
        service.bewaar(met_blok(service.standaard(KIND, BOVENBOUW), "vertrouwen", words))
    service.bewaar(met_blok(service.standaard(KIND, BOVENBOUW), "vertrouwen", words.replace("{", "")))
    assert blok_tekst(wereld.werkplek.papieren.begin(wereld.casus(), KIND), "vertrouwen") == words.replace("{", "")


def test_a_text_that_names_nobody_gets_no_field_with_the_name(service):
    for soort in (PapierSoort.THUISSCHOOL_BERICHT, PapierSoort.AANKONDIGING_GROEP):
        bouw = BOVENBOUW if soort is PapierSoort.AANKONDIGING_GROEP else None
        text = service.standaard(soort, bouw)
        assert "roepnaam" not in [item.code for item in service.velden(text)]
        with pytest.raises(InvoerOnjuist):
            service.bewaar(replace(text, aanhef="Over {roepnaam}"))


def test_a_block_that_the_law_asks_stays(service):
    text = service.standaard(BESLUIT, None)
    for wrong in (
        met_blok(text, "gehoord", " "),
        replace(text, blokken=zet_aan(text.blokken, "gehoord", False)),
        replace(text, blokken=tuple(item for item in text.blokken if item.code != "gehoord")),
    ):
        with pytest.raises(InvoerOnjuist) as caught:
            service.bewaar(wrong, "Het bestuur wil dit zo, na overleg.")
        assert any("De wet vraagt het blok “Wie wij hebben gehoord”" in item.message for item in caught.value.findings)


def test_a_sentence_of_the_law_goes_only_with_a_reason_that_stays_readable(service):
    text = met_blok(service.standaard(BESLUIT, None), "bezwaar", "Bel ons.")
    assert service.reden_nodig(text)
    warned = [item for item in service.controleer(text) if item.code == "wet_zin"]
    assert [(item.blok_code, item.ernst) for item in warned] == [("bezwaar", Ernst.LET_OP)]
    with pytest.raises(InvoerOnjuist) as caught:
        service.bewaar(text, "zomaar")
    assert [item.field for item in caught.value.findings] == ["reden"]
    service.bewaar(text, "De jurist van het bestuur schrijft deze zin zelf.")
    assert service.versies(BESLUIT, None)[0].reden == "De jurist van het bestuur schrijft deze zin zelf."


def test_every_text_can_be_seen_on_sample_data_without_an_open_place(service):
    for item in service.lijst():
        text = service.lees(item.soort, item.bouw)
        assert service.controleer(text) == ()
        assert service.voorbeeld(text).pdf.startswith(b"%PDF"), item


@pytest.mark.parametrize("bouw", Bouw)
def test_the_sample_of_a_letter_of_home_and_school_has_a_line_for_a_parent(service, bouw):
    made = service.voorbeeld(service.lees(PapierSoort.GEZAMENLIJKE_BRIEF, bouw))
    assert "mama" in pypdf.PdfReader(io.BytesIO(made.pdf)).pages[-1].extract_text()


def test_a_sentence_of_the_law_has_a_source_a_day_and_versions(wereld, service):
    item = next(row for row in service.wetszinnen() if row.zin.code == "mandaat")
    assert (item.eigen, item.versies, bool(item.zin.bron)) == (False, (), True)
    for words, reason, field in (
        ("", "Omdat het bestuur dit wil.", "tekst"),
        ("Namens {bestuurr}.", "Omdat het bestuur dit wil.", "tekst"),
        ("Namens {wet_schorsing}.", "Omdat het bestuur dit wil.", "tekst"),
        ("Namens {bestuur}.", "nee", "reden"),
    ):
        with pytest.raises(InvoerOnjuist) as caught:
            service.zet_wetszin("mandaat", words, reason)
        assert [found.field for found in caught.value.findings] == [field]
    service.zet_wetszin("mandaat", "Ik besluit dit namens {bestuur}.", "Zo staat het in onze regeling.")
    text = service.voorbeeld(service.lees(BESLUIT, None))
    assert text.paginas
    item = next(row for row in service.wetszinnen() if row.zin.code == "mandaat")
    assert (item.eigen, item.nagekeken_op) == (True, wereld.werkplek.clock().date())
    assert [row.reden for row in item.versies] == ["Zo staat het in onze regeling."]
    service.wetszin_standaard("mandaat")
    assert not next(row for row in service.wetszinnen() if row.zin.code == "mandaat").eigen
    assert service.wetszin_versie("mandaat", 1).tekst == "Ik besluit dit namens {bestuur}."
    service.wetszin_nagekeken("verzuim")
    checked = next(row for row in service.wetszinnen() if row.zin.code == "verzuim")
    assert (checked.eigen, checked.nagekeken_op) == (False, wereld.werkplek.clock().date())


def test_the_clause_of_the_school_stands_in_a_new_thuisschool(wereld, service):
    school, thuis = wereld.werkplek.school, wereld.werkplek.thuisschool
    school.bewaar(replace(school.lees(), grondslag=Grondslag.BIJZONDER, bestuur="Stichting Waterrijk"))
    service.zet_wetszin(
        "bezwaar_bijzonder", "Schrijf binnen {bezwaar_termijn} aan {bestuur}.", "Zo wil ons bestuur het."
    )
    begun = thuis.begin(wereld.casus()).value
    assert thuis.beeld(begun).inhoud.teksten.bezwaar == "Schrijf binnen 6 weken aan Stichting Waterrijk."


def test_unknown_texts_are_not_found(service):
    for call in (
        lambda: service.lees(KIND, None),
        lambda: service.versie(KIND, BOVENBOUW, 9),
        lambda: service.zet_wetszin("onbekend", "Tekst", "Een goede reden."),
        lambda: service.wetszin_nagekeken("onbekend"),
    ):
        with pytest.raises(NietGevonden):
            call()
