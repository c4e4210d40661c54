"""The papers of a meldcode dossier, read as who gets them: Veilig Thuis, a judge, the one who holds the talk."""

from dataclasses import replace

import pypdfium2
import pytest

from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import (
    OverlegStap,
)
from svp_desktop.domain.meldcode_keuzes import (
    DirectContact,
    StukSoort,
)
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.services.bestand import BestandNietBewaard
from tests.unit.meldcode.dossier import FEIT, GERUCHT, GOED, MENING, VERMOEDEN, through_all_steps


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


def test_what_left_the_program_is_kept_byte_for_byte_and_told_in_the_log(desk, tmp_path):
    pdf = desk.papers.maak(desk.id, MeldcodePapier.OVERZICHT)
    desk.papers.gedrukt(desk.id, MeldcodePapier.OVERZICHT, pdf)
    desk.papers.sla_op(desk.id, MeldcodePapier.MELDING, tmp_path / "papier.pdf", pdf)
    desk.record(FEIT)
    first, second = desk.service.lees(desk.id).papieren
    assert desk.papers.lees(first.id) == (tmp_path / "papier.pdf").read_bytes() == pdf
    words = desk.text(MeldcodePapier.DOSSIER)
    assert f"{label(MeldcodePapier.OVERZICHT)} afgedrukt" in words
    assert f"{label(MeldcodePapier.MELDING)} als bestand opgeslagen" in words
    with pytest.raises(NietGevonden):
        desk.papers.lees(second.id + 1)


def test_a_file_that_cannot_be_written_is_not_kept_as_saved(desk, tmp_path):
    with pytest.raises(BestandNietBewaard):
        desk.papers.sla_op(desk.id, MeldcodePapier.MELDING, tmp_path / "weg" / "papier.pdf", b"%PDF")
    assert desk.service.lees(desk.id).papieren == ()


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
