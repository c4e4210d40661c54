"""The shipped texts: tone, reading level, and that every open place is known."""

import re
from types import ModuleType

import pytest

from svp_desktop.documents.lettergrepen import tel
from svp_desktop.documents.teksten import standaardteksten
from svp_desktop.domain.leesbaarheid import VLOEREN, meet, tel_woorden, zinnen
from svp_desktop.domain.papier import BlokSoort, PapierSoort
from svp_desktop.domain.papier_controle import leestekst
from svp_desktop.domain.papier_invulvelden import INVULVELDEN
from svp_desktop.domain.papier_soorten import SPECS, Lezer
from svp_desktop.domain.papier_vullen import Brieftekst
from svp_desktop.domain.school import Bouw

FORBIDDEN = re.compile(
    r"straf|\bals (je|jij)\b[^.?!]*\bdan\b|pester|dader|slachtoffer|\bsnel\b|binnenkort|\banders (moet|mag)\b", re.I
)


def test_every_paper_has_a_text_and_every_placeholder_a_question() -> None:
    texts = standaardteksten()
    assert {soort for soort, _ in texts} == set(PapierSoort)
    for text in texts.values():
        whole = " ".join((text.aanhef, text.onderwerp, text.bijlage, text.slot, *(blok.tekst for blok in text.blokken)))
        used = {code.lower() for code in re.findall(r"\{(\w+)\}", whole)}
        assert used <= set(INVULVELDEN)


def test_no_text_holds_a_word_that_the_guards_stop() -> None:
    for text in standaardteksten().values():
        for blok in text.blokken:
            assert not FORBIDDEN.search(f"{blok.titel}\n{blok.tekst}"), blok.code


def test_children_are_addressed_as_je_and_parents_as_u() -> None:
    for (soort, bouw), text in standaardteksten().items():
        whole = " ".join(blok.tekst for blok in text.blokken)
        if SPECS[soort].lezer is Lezer.KIND:
            assert not re.search(r"\b(u|uw)\b", whole), (soort, bouw)
        elif SPECS[soort].lezer is Lezer.OUDERS:
            spoken = re.sub("‘[^’]*’", "", whole)
            assert not re.search(r"\b(je|jij|jouw|jou)\b", spoken), soort


def _typed(text: Brieftekst) -> str:
    """The running text of a paper, with a short word in place of every fact."""
    lines = [item.tekst for blok in text.blokken if blok.soort is BlokSoort.TEKST for item in blok.alineas]
    return "\n".join(re.sub(r"\{\w+\??\}", "Sem", line) for line in lines if not re.fullmatch(r"\{\w+\??\}", line))


@pytest.mark.parametrize(("soort", "bouw"), list(standaardteksten()))
def test_every_text_reads_as_easily_as_its_reader_needs(soort: PapierSoort, bouw: Bouw | None) -> None:
    measured, floor = meet(_typed(standaardteksten()[soort, bouw]), tel), VLOEREN[bouw]
    if measured is not None:
        assert measured.score >= floor.score
        assert measured.langste_woorden <= floor.woorden_per_zin, measured.langste_zin


@pytest.mark.parametrize("bouw", [*Bouw, None])
def test_reading_level_is_above_its_floor(papers: ModuleType, bouw: Bouw | None) -> None:
    blokken = papers.kind(bouw).blokken if bouw else papers.ouders().blokken
    text, floor = leestekst(blokken), VLOEREN[bouw]
    measured = meet(text, tel)
    assert measured.score >= floor.score
    assert max(len(tel_woorden(sentence)) for sentence in zinnen(text)) <= floor.woorden_per_zin


def test_syllables_are_never_counted_too_low() -> None:
    counted = {word: tel(word) for word in ("oma", "aankondiging", "ideeën", "jij", "veiligheid", "coördinator", "x")}
    assert counted == {"oma": 2, "aankondiging": 4, "ideeën": 3, "jij": 1, "veiligheid": 3, "coördinator": 5, "x": 1}
