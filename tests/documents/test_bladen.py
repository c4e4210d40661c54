"""The papers of keys and evidence: text, one page, readable words, neutral, and nothing of them kept."""

import hashlib
import os
import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pypdf import PdfReader

from svp_desktop.documents import fonts, shaping, text
from svp_desktop.documents.bladen.controleblad import controleblad
from svp_desktop.documents.bladen.envelop import envelop
from svp_desktop.documents.bladen.herstelblad import herstelblad
from svp_desktop.documents.bladen.uitnodiging import uitnodiging
from svp_desktop.documents.bladen.vernietiging import vernietiging
from svp_desktop.domain.bladen import (
    Controleblad,
    ControleRegel,
    Envelopblad,
    Herstelblad,
    Uitnodigingsblad,
    Vernietigingsverklaring,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.services.woorden import lijst

GOLDEN = Path(__file__).parents[1] / "golden" / "papers"
KINDS = ["herstelblad", "uitnodiging", "envelop", "controleblad", "vernietiging"]
HOOFD = Briefhoofd(
    naam="Basisschool De Ankerplaats",
    straat="Havenstraat 8",
    postcode="1234 AB",
    plaats="Waterstad",
    telefoon="012 345 67 89",
    email="post@ankerplaats.example",
    motto="Op onze school kan iedereen fijn werken",
)
DAG = date(2026, 11, 25)
CODE = hashlib.sha256(b"een code").digest()[:16]
TWAALF = lijst().blad_woorden(CODE)
# What the paper of a kind calls its person.
PERSON = {"herstelblad": "naam", "uitnodiging": "naam", "envelop": "vertrouwenspersoon", "controleblad": "naam"}
HOSTILE = ["<b>Robin</b>", "O'Brien & Zn. <img src='x'>", "Łukasz Şahin", "Nguyễn Thị Ðào", "=1+1", "van ’t Hof"]


def regel(vak: str, nummer: int) -> ControleRegel:
    kop = hashlib.sha256(vak.encode()).digest()
    return ControleRegel(vak, nummer, kop, lijst().herkenningswoorden(kop))


VALUES: dict[str, Any] = {
    "herstelblad": Herstelblad(HOOFD, "Łukasz O’Brien", "interne vertrouwenspersoon", DAG, TWAALF),
    "uitnodiging": Uitnodigingsblad(HOOFD, "Şeyma Yıldız", "kwaliteitscoördinator", "Marit Jansen", DAG, TWAALF[:4]),
    "envelop": Envelopblad(HOOFD, "Marit van den Berg", 2, DAG, TWAALF),
    "controleblad": Controleblad(
        HOOFD,
        "Marit van den Berg",
        "interne vertrouwenspersoon",
        DAG,
        date(2026, 10, 28),
        (regel("Schooldossier", 1482), regel("Meldcode", 38), regel("Eigen dossier", 12)),
    ),
    "vernietiging": Vernietigingsverklaring(
        HOOFD,
        "Het eigen dossier van een vertrouwenspersoon",
        "interne vertrouwenspersoon",
        datetime(2026, 11, 25, 15, 20),
        1310720,
        "De bewaartermijn is voorbij.",
    ),
}
MAKERS: dict[str, Any] = {
    "herstelblad": herstelblad,
    "uitnodiging": uitnodiging,
    "envelop": envelop,
    "controleblad": controleblad,
    "vernietiging": vernietiging,
}


def make(kind: str, **changed: Any) -> bytes:
    made: bytes = MAKERS[kind](replace(VALUES[kind], **changed))
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_the_golden_text(papers: ModuleType, kind: str) -> None:
    printed = papers.text_of(make(kind))
    file = GOLDEN / f"blad_{kind}.txt"
    if os.environ.get("SVP_GOLDEN") == "write":
        file.write_text(printed + "\n", "utf-8")
    assert printed == file.read_text("utf-8").removesuffix("\n")


@pytest.mark.parametrize("kind", KINDS)
def test_one_page_neutral_metadata_and_the_same_bytes_again(papers: ModuleType, kind: str) -> None:
    made = make(kind)
    assert make(kind) == made
    reader = PdfReader(BytesIO(made))
    assert len(reader.pages) == 1
    assert reader.metadata.title == "Blad van Basisschool De Ankerplaats"
    assert reader.metadata.author == "Basisschool De Ankerplaats"
    assert not any((reader.metadata.producer, reader.metadata.creator, reader.metadata.subject))
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert papers.unembedded(made) == []


@pytest.mark.parametrize("kind", KINDS)
def test_everything_stands_inside_the_margins(papers: ModuleType, kind: str) -> None:
    for _, left, top, right, bottom in papers.characters(make(kind)):
        assert 20 < left < right < 192
        assert 10 < top < bottom < 288


@pytest.mark.parametrize("kind", ["herstelblad", "envelop"])
def test_the_printed_words_read_back_to_the_code(papers: ModuleType, kind: str) -> None:
    rows = re.findall(r"(?m)^(?:\d{1,2} [a-z]{4,8} ?){3}$", papers.text_of(make(kind)))
    numbered = [pair.split() for pair in re.findall(r"\d+ [a-z]+", " ".join(rows))]
    assert [int(number) for number, _ in numbered] == list(range(1, 13))
    assert lijst().blad_bytes(" ".join(word for _, word in numbered)) == CODE


def test_words_are_large_and_the_longest_fits_its_cell(papers: ModuleType) -> None:
    longest = max(lijst().woorden, key=lambda word: fonts.width(word, fonts.TEKST_VET, 20))
    boxes = papers.characters(make("herstelblad", woorden=(longest,) * 12))
    big = [box for box in boxes if box[4] - box[2] > 4 and box[2] > 80]
    assert len(big) >= 12
    cells = [25 + 55 * at for at in range(4)]
    for char, left, _, right, _ in big:
        assert not any(left < edge < right for edge in cells), char


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", PERSON)
def test_hostile_names_are_printed_as_they_are(papers: ModuleType, kind: str, name: str) -> None:
    assert name in papers.flat(make(kind, **{PERSON[kind]: name}))


@pytest.mark.parametrize("kind", PERSON)
def test_a_very_long_name_loses_nothing_and_keeps_the_words_on_the_first_page(papers: ModuleType, kind: str) -> None:
    name = " ".join(["Wilhelmina-Louise"] * 16)
    made = make(kind, **{PERSON[kind]: name})
    assert name in papers.flat(made)
    if kind in ("herstelblad", "envelop"):
        assert papers.text_of(made).split("\f")[0].count(TWAALF[11]) == 1


def test_a_long_reason_flows_on_and_markup_in_it_is_text(papers: ModuleType) -> None:
    printed = papers.flat(make("vernietiging", reden="<i>Verhuisd</i> & klaar. " * 40))
    assert printed.count("<i>Verhuisd</i> & klaar.") == 40


def test_each_envelope_says_its_number_and_only_the_name_of_the_vertrouwenspersoon(papers: ModuleType) -> None:
    for number in (1, 2, 3):
        printed = papers.flat(make("envelop", nummer=number))
        assert f"Envelop {number} van 3" in printed
        assert "Marit van den Berg" in printed
    assert "twee van de drie" in printed
    assert "Bewaard door" in printed


def test_the_check_names_number_words_and_whole_head_of_every_chain(papers: ModuleType) -> None:
    printed = papers.flat(make("controleblad"))
    for line in VALUES["controleblad"].regels:
        assert line.vak in printed
        assert " ".join(line.herkenning) in printed
        digits = line.kop.hex()
        assert " ".join(digits[at : at + 4] for at in range(0, 64, 4)) in printed
    assert "1.482" in printed
    assert "dit is de eerste" in papers.flat(make("controleblad", vorige=None))


def test_the_certificate_gives_the_size_in_full_and_no_person(papers: ModuleType) -> None:
    printed = papers.flat(make("vernietiging"))
    assert "1.310.720 bytes" in printed
    assert "woensdag 25 november 2026, 15.20 uur" in printed


@pytest.mark.parametrize("kind", ["herstelblad", "uitnodiging", "envelop"])
def test_words_stay_in_no_cache_and_in_no_repr(kind: str) -> None:
    make(kind)
    assert not shaping.word.cache_info().currsize + text._words.cache_info().currsize
    assert TWAALF[0] not in repr(VALUES[kind])
