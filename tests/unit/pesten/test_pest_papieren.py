"""The papers of a pestzaak as a child or a parent gets them: no other child's name, kept as handed out."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from svp_desktop.domain.errors import GeenToegang, InvoerOnjuist
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.pest_aanpak import AanpakDraft, StapDraft, StapSoort
from svp_desktop.domain.pest_nazorg import SCHAAL_WOORDEN
from svp_desktop.domain.pest_papier import BladRegel, PestBlad
from svp_desktop.domain.pestzaak import MeldingDraft, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol, School
from svp_desktop.services.pest_papieren import PestPapierenService
from svp_desktop.services.werkplek import Werkplek

ANDEREN = ("Tygo", "Bos", "Mila", "Kuipers", "Kemal")


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.fixture
def zaak(werkplek: Werkplek) -> dict[str, int]:
    """Noor is bullied by Tygo, Mila laughs; Kemal is in their group. Three agreements: with Noor, with Tygo, both."""
    people, service = werkplek.personen, werkplek.pestzaken
    werkplek.school.bewaar(School("De Regenboog", telefoon="012 345 67 89", email="post@regenboog.example"))
    group = werkplek.school.bewaar_groep("Rivier", Bouw.MIDDENBOUW).value
    names = (("Noor", "de", "Vries"), ("Tygo", "", "Bos"), ("Mila", "", "Kuipers"), ("Kemal", "", "Yıldız"))
    ids = {
        name[0].casefold(): people.bewaar(Leerling(0, "", Naam(*name), str(at), None, 6, group)).value
        for at, name in enumerate(names, 1)
    }
    ids["farid"] = people.bewaar(Medewerker(0, "", Naam("Farid", "", "Aydin"), noemnaam="meester Farid")).value
    werkplek.school.zet_rol(Rol.PESTCOORDINATOR, ids["farid"], werkplek.today())
    roles = (("noor", PestRol.GEPEST), ("tygo", PestRol.PESTER), ("mila", PestRol.VERSTERKER))
    persons = tuple(PestPersoonDraft(ids[name], role) for name, role in roles)
    ids["zaak"] = service.meld(MeldingDraft(melder="moeder", melding="Wil niet naar school.", personen=persons)).value
    service.begin_aanpak(ids["zaak"], AanpakDraft("Steungroep", "vandaag", ids["farid"]))
    for with_whom, what in (
        ("Noor en moeder", "Noor mag in elke pauze naar binnen. Tygo blijft dan buiten."),
        ("Tygo", "Tygo vraagt hulp als hij boos is."),
        ("moeder", "Moeder belt op vrijdag."),
    ):
        step = StapDraft(StapSoort.AFSPRAAK, what, with_whom, ids["farid"], "vandaag")
        service.bewaar_stap(ids["zaak"], step)
    return ids


def test_no_paper_that_goes_to_a_child_or_a_parent_names_another_child(
    werkplek: Werkplek, zaak: dict[str, int]
) -> None:
    service = werkplek.pest_papieren
    for blad in PestBlad:
        draft = service.begin(zaak["zaak"], blad)
        assert service.mag_gedrukt(zaak["zaak"], blad, draft), blad
        told = words(service.maak(zaak["zaak"], blad, draft))
        assert told
        if blad.uit_te_reiken:
            assert not [name for name in ANDEREN if name in told], blad
            assert "pester" not in told
    told = words(service.maak(zaak["zaak"], PestBlad.AFSPRAKEN, service.begin(zaak["zaak"], PestBlad.AFSPRAKEN)))
    assert "Noor mag in elke pauze naar binnen. Een klasgenoot blijft dan buiten." in told.replace("een k", "Een k")
    assert "Moeder belt op vrijdag." in told
    assert "hulp als hij boos is" not in told
    assert "1 december 2026" in told
    assert "Farid Aydin" in told
    assert "012 345 67 89" in told
    other = service.begin(zaak["zaak"], PestBlad.AFSPRAKEN, zaak["tygo"])
    told = words(service.maak(zaak["zaak"], PestBlad.AFSPRAKEN, other))
    assert "Tygo vraagt hulp als hij boos is." in told
    assert "Noor" not in told
    card = words(service.maak(zaak["zaak"], PestBlad.NAZORGKAART, service.begin(zaak["zaak"], PestBlad.NAZORGKAART)))
    assert "Lieve Noor," in card
    assert "1 december" in card
    assert "meester Farid" in card


def test_an_agreement_longer_than_a_page_goes_on_to_the_last_word(werkplek: Werkplek, zaak: dict[str, int]) -> None:
    service = werkplek.pest_papieren
    draft = service.begin(zaak["zaak"], PestBlad.AFSPRAKEN)
    many = " ".join(f"Zin{number} van een heel lange afspraak." for number in range(180))
    draft = replace(draft, regels=(replace(draft.regels[0], aan=True, wat=many), *draft.regels[1:]))
    told = words(service.maak(zaak["zaak"], PestBlad.AFSPRAKEN, draft)).split()
    assert [word for word in told if word.startswith("Zin")] == [f"Zin{number}" for number in range(180)]


@pytest.mark.parametrize(
    "typed", ["Tygo zit apart.", "samen met tygo bos", "Kemal helpt mee.", "Straf: nablijven.", "…… belt"]
)
def test_a_name_that_is_typed_on_a_paper_stops_it_before_the_printer(
    werkplek: Werkplek, zaak: dict[str, int], typed: str
) -> None:
    service = werkplek.pest_papieren
    draft = service.begin(zaak["zaak"], PestBlad.AFSPRAKEN)
    first = replace(draft.regels[0], aan=True, wat=typed)
    draft = replace(draft, regels=(first, *draft.regels[1:]), aan="Noor en moeder")
    found = service.check(zaak["zaak"], PestBlad.AFSPRAKEN, draft)
    assert [one.field for one in found][:1] == ["regel0"]
    if typed != typed.casefold():
        assert not service.mag_gedrukt(zaak["zaak"], PestBlad.AFSPRAKEN, draft)
        with pytest.raises(InvoerOnjuist):
            service.reik_uit(zaak["zaak"], PestBlad.AFSPRAKEN, draft)
        assert werkplek.pestzaken.beeld(zaak["zaak"]).papieren == ()
    left_out = replace(draft, regels=(replace(first, aan=False), *draft.regels[1:]))
    assert service.mag_gedrukt(zaak["zaak"], PestBlad.AFSPRAKEN, left_out)


def test_a_name_in_the_text_of_the_school_stops_the_sheet_for_all_parents(
    werkplek: Werkplek, zaak: dict[str, int]
) -> None:
    service, blad = werkplek.pest_papieren, PestBlad.OUDERS_ANDERE
    werkplek.instellingen.zet("pest_blad_andere", ("Steun de ouders van Noor.",))
    draft = service.begin(zaak["zaak"], blad)
    assert draft.voor_id is None
    assert not service.mag_gedrukt(zaak["zaak"], blad, draft)
    werkplek.instellingen.zet("pest_blad_andere", ("Praat er thuis over.",))
    assert service.mag_gedrukt(zaak["zaak"], blad, draft)
    assert "Praat er thuis over." in words(service.maak(zaak["zaak"], blad, draft))


def test_a_paper_is_kept_as_it_was_handed_out(werkplek: Werkplek, zaak: dict[str, int], tmp_path: Path) -> None:
    service, blad = werkplek.pest_papieren, PestBlad.AFSPRAKEN
    draft = service.begin(zaak["zaak"], blad)
    fields = {one.field for one in blocking(service.check(zaak["zaak"], blad, draft))}
    assert fields == {"aan"}
    draft = replace(draft, aan="Noor en moeder")
    paper = service.reik_uit(zaak["zaak"], blad, draft).value
    before = service.bewaard(paper)
    [line] = werkplek.pestzaken.beeld(zaak["zaak"]).papieren
    assert (line.titel, line.aan, line.nummer, line.uitgereikt_op) == (
        "Afsprakenblad", "Noor en moeder", 1, werkplek.today(),
    )  # fmt: skip
    service.reik_uit(zaak["zaak"], blad, replace(draft, regels=draft.regels[2:]))
    assert service.bewaard(paper) == before
    assert [one.nummer for one in werkplek.pestzaken.beeld(zaak["zaak"]).papieren] == [1, 2]
    service.bewaar(zaak["zaak"], before, tmp_path / "Afsprakenblad.pdf")
    assert (tmp_path / "Afsprakenblad.pdf").read_bytes() == before
    late = replace(draft, datum=f"{werkplek.clock() + timedelta(days=1):%d-%m-%Y}")
    with pytest.raises(InvoerOnjuist):
        service.reik_uit(zaak["zaak"], blad, late)
    empty = replace(draft, regels=(BladRegel(1, aan=False),))
    assert "nog geen afspraak" in service.check(zaak["zaak"], blad, empty)[0].message


def test_the_schoolgids_tells_who_it_is_and_others_make_no_papers(werkplek: Werkplek, zaak: dict[str, int]) -> None:
    text, pdf = werkplek.pest_papieren.schoolgids()
    assert "na 1, 2 en 6 weken" in text
    assert "Pestcoördinator: Farid Aydin, 012 345 67 89, post@regenboog.example" in text
    assert "Farid Aydin" in words(pdf)
    other = PestPapierenService(werkplek._kluis.school, werkplek.clock, leidt=False)
    for ask in (
        lambda: other.begin(zaak["zaak"], PestBlad.AFSPRAKEN),
        lambda: other.bewaard(1),
        lambda: other.schoolgids(),
        lambda: other.afgedrukt(zaak["zaak"]),
    ):
        with pytest.raises(GeenToegang):
            ask()


def test_a_child_of_another_group_is_stopped_too_and_a_word_that_begins_a_sentence_is_only_asked_about(
    werkplek: Werkplek, zaak: dict[str, int]
) -> None:
    service, blad = werkplek.pest_papieren, PestBlad.AFSPRAKEN
    for at, name in enumerate(("Wil", "Saartje"), 10):
        werkplek.personen.bewaar(Leerling(0, "", Naam(name, "", "Dekker"), str(at), None, 3, None))
    draft = service.begin(zaak["zaak"], blad)

    def allowed(words: str) -> bool:
        line = replace(draft.regels[0], wat=words)
        return service.mag_gedrukt(zaak["zaak"], blad, replace(draft, regels=(line, *draft.regels[1:])))

    assert not allowed("Noor fietst met Saartje naar huis.")
    assert not allowed("Noor fietst met Wil naar huis.")
    assert allowed("Wil Noor eerder naar binnen? Dan mag dat.")
    assert allowed("Juf Saartje loopt mee, en Farid Aydin belt.")


def test_a_namesake_in_the_group_takes_no_agreement_from_the_sheet(werkplek: Werkplek, zaak: dict[str, int]) -> None:
    group = werkplek.personen.groep_van(zaak["tygo"])
    assert group is not None
    werkplek.personen.bewaar(Leerling(0, "", Naam("Tygo", "", "Smit"), "77", None, 6, group.id))
    draft = werkplek.pest_papieren.begin(zaak["zaak"], PestBlad.AFSPRAKEN, zaak["tygo"])
    told = words(werkplek.pest_papieren.maak(zaak["zaak"], PestBlad.AFSPRAKEN, draft))
    assert "Tygo vraagt hulp als hij boos is." in told


def test_the_whole_name_of_a_namesake_is_that_of_another_child(werkplek: Werkplek, zaak: dict[str, int]) -> None:
    group = werkplek.personen.groep_van(zaak["tygo"])
    assert group is not None
    werkplek.personen.bewaar(Leerling(0, "", Naam("Tygo", "", "Smit"), "77", None, 6, group.id))
    for with_whom, what in (("Tygo", "Tygo Smit en Tygo praten het uit."), ("Tygo Smit", "Blijft binnen.")):
        step = StapDraft(StapSoort.AFSPRAAK, what, with_whom, zaak["farid"], "vandaag")
        werkplek.pestzaken.bewaar_stap(zaak["zaak"], step)
    draft = werkplek.pest_papieren.begin(zaak["zaak"], PestBlad.AFSPRAKEN, zaak["tygo"])
    told = words(werkplek.pest_papieren.maak(zaak["zaak"], PestBlad.AFSPRAKEN, draft))
    assert "Een klasgenoot en Tygo praten het uit." in told
    assert "Smit" not in told


def test_the_talk_with_the_child_has_a_scale_to_point_at(werkplek: Werkplek, zaak: dict[str, int]) -> None:
    service = werkplek.pest_papieren
    told = {
        blad: words(service.maak(zaak["zaak"], blad, service.begin(zaak["zaak"], blad)))
        for blad in (PestBlad.GESPREK_GEPEST, PestBlad.GESPREK_PESTER)
    }
    assert all(word in told[PestBlad.GESPREK_GEPEST] for word in SCHAAL_WOORDEN.values())
    assert "heel fijn" not in told[PestBlad.GESPREK_PESTER]


def test_the_talk_with_the_group_is_one_page(werkplek: Werkplek, zaak: dict[str, int]) -> None:
    service = werkplek.pest_papieren
    draft = service.begin(zaak["zaak"], PestBlad.GESPREK_GROEP)
    document = pypdfium2.PdfDocument(service.maak(zaak["zaak"], PestBlad.GESPREK_GROEP, draft))
    assert len(document) == 1
