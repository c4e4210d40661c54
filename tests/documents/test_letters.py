"""The finished letters: text, bytes, metadata, faces, and what must hold for hostile and extreme input."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader

from svp_desktop.documents import fonts, text
from svp_desktop.documents.vormen import brief, kindbrief
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import (
    Alinea,
    AlineaSoort,
    Blok,
    Ondertekenaar,
    Opmaak,
    Run,
    Tekening,
    alinea,
)
from svp_desktop.domain.school import Bouw

GOLDEN = Path(__file__).parents[1] / "golden" / "papers"
VARIANTS = ["onderbouw", "middenbouw", "bovenbouw", "voorlezen", "ouders"]


def make(papers: ModuleType, variant: str) -> Opmaak:
    if variant == "ouders":
        return brief.make(papers.ouders())
    if variant == "voorlezen":
        return kindbrief.make(papers.kind(Bouw.BOVENBOUW, groot=True))
    return kindbrief.make(papers.kind(Bouw(variant)))


@pytest.mark.parametrize("variant", VARIANTS)
def test_text_is_the_golden_text(papers: ModuleType, variant: str) -> None:
    printed = papers.text_of(make(papers, variant).pdf).replace("\f", "\n----\n")
    file = GOLDEN / f"aankondiging_{variant}.txt"
    if os.environ.get("SVP_GOLDEN") == "write":
        file.write_text(printed + "\n", "utf-8")
    assert printed == file.read_text("utf-8").removesuffix("\n")


@pytest.mark.parametrize("variant", VARIANTS)
def test_same_values_make_the_same_bytes(papers: ModuleType, variant: str) -> None:
    first = make(papers, variant).pdf
    text.forget()
    assert make(papers, variant).pdf == first


@pytest.mark.parametrize("variant", VARIANTS)
def test_metadata_is_neutral_and_faces_are_embedded(papers: ModuleType, variant: str) -> None:
    made = make(papers, variant)
    reader = PdfReader(BytesIO(made.pdf))
    assert reader.metadata.title == "Brief van Basisschool De Ankerplaats"
    assert reader.metadata.author == "Basisschool De Ankerplaats"
    assert not any((reader.metadata.producer, reader.metadata.creator, reader.metadata.subject))
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert papers.unembedded(made.pdf) == []
    assert len(reader.pages) == made.paginas
    assert not [char for char in papers.text_of(made.pdf) if 0xE000 <= ord(char) <= 0xF8FF]


def test_standard_letters_keep_their_length(papers: ModuleType) -> None:
    assert [make(papers, variant).paginas for variant in ("onderbouw", "middenbouw", "bovenbouw", "ouders")] == [
        2,
        2,
        2,
        1,
    ]


def test_page_x_of_y_starts_on_the_second_page(papers: ModuleType) -> None:
    long = replace(
        papers.ouders().blokken[0], alineas=tuple(alinea("Wij spraken elkaar op school. " * 12) for _ in range(9))
    )
    values = papers.ouders(blokken=(long, *papers.ouders().blokken[1:]))
    first, *later = papers.text_of(brief.make(values).pdf).split("\f")
    assert "Pagina" not in first
    assert later
    for number, page in enumerate(later, 2):
        assert f"Pagina {number} van {len(later) + 1}" in page
        assert "Onze brief van 14 september 2026 over Elif" in page


@pytest.mark.parametrize(
    "name",
    [
        "<b>O'Brien & Łukasz</b>",
        "=1+1",
        "&amp;<br/>",
        "Şükrü Đorđević",
        "Nguyễn Thị Hạnh",
        "a <klas 6> b",
        "%s {roepnaam}",
    ],
)
def test_hostile_names_are_printed_as_they_are(papers: ModuleType, name: str) -> None:
    child = kindbrief.make(papers.kind(Bouw.BOVENBOUW, roepnaam=name, aanhef=f"Beste {name},"))
    assert f"Beste {name}," in papers.flat(child.pdf)
    letter = brief.make(
        papers.ouders(
            adresregels=(name, "Kade 1", "1234 AD  WATERSTAD"), aanhef=f"Beste {name},", over=name, onderwerp=name
        )
    )
    assert papers.flat(letter.pdf).count(name) >= 3


def test_accents_are_composed_and_lost_letters_are_replaced(papers: ModuleType) -> None:
    made = kindbrief.make(papers.kind(aanhef="Lieve Zoe\u0308 en \u0149Dala,"))
    assert "Lieve Zoë en \u02bcnDala," in papers.flat(made.pdf)


def test_a_word_with_a_letter_that_the_face_lacks_is_set_in_the_reserve(papers: ModuleType) -> None:
    name = "Ǡdda"
    assert fonts.lacks(name, fonts.TEKST)
    made = brief.make(papers.ouders(aanhef=f"Beste {name},"))
    assert f"Beste {name}," in papers.flat(made.pdf)
    assert papers.unembedded(made.pdf) == []
    assert fonts.missing([name], fonts.TEKST) == frozenset()


def test_missing_glyphs_are_named() -> None:
    assert fonts.missing(["Dag 😀 lief kind"], fonts.KIND) == {"😀"}
    assert fonts.missing(["שלום"], fonts.TEKST) == frozenset("שלום")
    assert fonts.missing(["Zoë\u00a0Łukasz “ja” – ½ €"], fonts.TEKST) == frozenset()
    assert fonts.missing(["Zoë\u00a0Łukasz “ja” – ½ €"], fonts.KIND) == frozenset()


def test_every_latin_letter_of_names_can_be_printed() -> None:
    extended = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha()]
    assert fonts.missing(extended, fonts.TEKST) == frozenset()
    assert fonts.missing(extended, fonts.KIND) == frozenset()


@pytest.mark.parametrize("length", [60, 300])
def test_long_names_neither_crash_nor_leave_the_page(papers: ModuleType, length: int) -> None:
    names = ("Wilhelmina " * 40)[:length].strip(), ("W" * length)
    for name in names:
        people = (Ondertekenaar(name, "leerkracht"), Ondertekenaar("mama"))
        for bouw in Bouw:
            made = kindbrief.make(papers.kind(bouw, roepnaam=name, aanhef=f"Lieve {name},", ondertekenaars=people))
            assert all(left >= 0 and right <= 210 for _, left, _, right, _ in papers.characters(made.pdf))
        letter = brief.make(
            papers.ouders(
                adresregels=(name, name, "1234 AD  WATERSTAD"),
                aanhef=f"Beste {name},",
                over=name,
                onderwerp=f"Over {name}",
                ook_aan=(name, name),
                ondertekenaars=people[:1],
            )
        )
        assert all(left >= 0 and right <= 210 for _, left, _, right, _ in papers.characters(letter.pdf))


def _lowest(papers: ModuleType, pdf: bytes) -> float:
    """The foot of the town in the window, in mm from the top."""
    return max(box[4] for box in papers.characters(pdf) if box[0] in "WTRS" and box[1] < 96 and 60 < box[2] < 90)


def test_a_name_of_sixty_letters_is_whole_in_the_window_and_can_be_read(papers: ModuleType) -> None:
    name = "Mevrouw C. van den Hoogeveen-Schimmelpenninckhuizen van Ouderkerk tot Waterland"
    made = brief.make(papers.ouders(adresregels=(name, "Kade 1", "1234 AD  WATERSTAD")))
    boxes = [item for item in papers.characters(made.pdf) if item[1] >= 25 and item[3] <= 96 and 55 < item[2] < 85]
    printed = "".join(item[0] for item in boxes)
    assert printed.startswith(f"{name}Kade11234ADWATERSTAD".replace(" ", ""))
    tall = [bottom - top for letter, _, top, _, bottom in boxes if letter in "dklt"]
    assert min(tall) > 1.8
    both = brief.make(papers.ouders(adresregels=(name, name, "Kade 1", "1234 AD  WATERSTAD")))
    five = brief.make(papers.ouders(adresregels=("M", "N", "O", "Kade 1", "1234 AD  WATERSTAD")))
    assert _lowest(papers, both.pdf) == pytest.approx(_lowest(papers, five.pdf), abs=0.3), "no lower than five lines"


def test_names_and_dates_do_not_break(papers: ModuleType) -> None:
    filler = "Wij zijn elke dag op het plein en wij kijken samen met u mee. "
    for extra in range(1, 14):
        text = filler[: extra * 4].strip() + " Sem van den Berg en juf Marit komen op 24 september 2026 om 10.25 uur."
        blok = Blok("a", "Kop", alineas=(alinea(filler + text),))
        made = papers.text_of(brief.make(papers.ouders(blokken=(blok,))).pdf)
        for whole in ("van den Berg", "juf Marit", "24 september 2026", "10.25 uur."):
            assert any(whole in line for line in made.splitlines()), (whole, made)


def test_a_name_wider_than_its_column_breaks_at_a_space_only(papers: ModuleType) -> None:
    name = "mevrouw W.A.M. van Oudheusden-Schimmelpenninck"
    made = papers.text_of(brief.make(papers.ouders(ook_aan=(name,))).pdf)
    assert "Oudheusden-Schimmelpenninck" in made.splitlines()


def test_signature_never_stands_alone(papers: ModuleType) -> None:
    base = papers.ouders()
    for lines in range(0, 30, 2):
        long = replace(base.blokken[2], alineas=tuple(alinea("Wij spraken elkaar.") for _ in range(lines)))
        made = brief.make(papers.ouders(blokken=(*base.blokken[:2], long, *base.blokken[3:])))
        signed = next(place for place in made.plekken if place.blok_code == "ondertekening")
        closing = [place.pagina for place in made.plekken if place.blok_code == base.blokken[-1].code]
        assert signed.pagina in closing


def test_people_never_stand_alone_under_a_childs_paper(papers: ModuleType) -> None:
    for bouw in Bouw:
        base = papers.kind(bouw)
        for lines in range(1, 22, 3):
            long = replace(base.blokken[1], alineas=tuple(alinea("Wij zijn blij met jou.") for _ in range(lines)))
            made = kindbrief.make(papers.kind(bouw, blokken=(base.blokken[0], long, *base.blokken[2:])))
            signed = next(place for place in made.plekken if place.blok_code == "ondertekening")
            assert signed.pagina in [p.pagina for p in made.plekken if p.blok_code == base.blokken[-1].code]


def test_a_block_longer_than_a_page_flows_on(papers: ModuleType) -> None:
    text = " ".join(f"Zin nummer {number} van dit blok." for number in range(700))
    blok = Blok("lang", "Een lang blok", alineas=(alinea(text),), beeld="anker")
    for made in (
        kindbrief.make(papers.kind(Bouw.BOVENBOUW, blokken=(blok,))),
        brief.make(papers.ouders(blokken=(blok,))),
    ):
        assert made.paginas > 2
        printed = papers.text_of(made.pdf)
        assert printed.split().count("nummer") == 700
        first, *_, last = printed.split("\f")
        assert "nummer" in first
        assert "nummer" in last
        pages = {place.pagina for place in made.plekken if place.blok_code == "lang"}
        assert pages == set(range(1, made.paginas + 1))


def test_a_paper_that_fits_on_no_page_says_so_in_dutch(papers: ModuleType) -> None:
    # a long value goes on over the pages; who signs cannot be cut
    long = brief.make(papers.ouders(moment=replace(papers.MOMENT, plaats="heel ver weg " * 900)))
    assert papers.text_of(long.pdf).split().count("ver") == 900
    values = papers.ouders(ondertekenaars=(Ondertekenaar("heel ver weg " * 900, "leerkracht"),))
    with pytest.raises(PapierFout) as caught:
        brief.make(values)
    assert caught.value.what
    assert "heel ver weg" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_lists_and_looks_survive(papers: ModuleType) -> None:
    runs = (Run("Wij "), Run("blijven", bold=True), Run(" heel ", italic=True), Run("rustig.", bold=True, italic=True))
    blok = Blok(
        "a",
        "Kop",
        alineas=(
            Alinea(runs),
            alinea("Eén ding.", AlineaSoort.OPSOMMING),
            alinea("Eerst dit.", AlineaSoort.NUMMERING),
            alinea("Dan dat.", AlineaSoort.NUMMERING),
        ),
    )
    for made in (
        kindbrief.make(papers.kind(Bouw.BOVENBOUW, blokken=(blok,))),
        brief.make(papers.ouders(blokken=(blok,))),
    ):
        printed = papers.flat(made.pdf)
        assert "Wij blijven heel rustig." in printed
        assert "– Eén ding." in printed
        assert "1. Eerst dit. 2. Dan dat." in printed


def test_left_out_and_empty_blocks_are_not_printed(papers: ModuleType) -> None:
    blokken = tuple(replace(blok, aan=blok.code != "gebeurd") for blok in papers.kind(Bouw.BOVENBOUW).blokken)
    empty = Blok("leeg", "Leeg blok", alineas=(alinea("  "),))
    made = kindbrief.make(papers.kind(Bouw.BOVENBOUW, blokken=(*blokken, empty)))
    printed = papers.flat(made.pdf)
    assert "Wat er is gebeurd" not in printed
    assert "Leeg blok" not in printed
    assert {place.blok_code for place in made.plekken} == {blok.code for blok in blokken if blok.aan} | {
        "aanhef",
        "ondertekening",
    }


def test_an_empty_paper_is_still_a_page(papers: ModuleType) -> None:
    assert kindbrief.make(papers.kind(blokken=(), ondertekenaars=())).paginas == 1
    assert brief.make(papers.ouders(blokken=(), ondertekenaars=(), adresregels=(), ook_aan=())).paginas == 1


def test_every_set_of_drawings_can_be_printed_and_names_the_child(papers: ModuleType) -> None:
    for tekening in Tekening:
        printed = papers.flat(kindbrief.make(papers.kind(tekening=tekening)).pdf)
        assert printed.count("Sem") == (1 if tekening is Tekening.BRUG else 2)


def test_blocks_are_found_under_a_point(papers: ModuleType) -> None:
    made = make(papers, "bovenbouw")
    for place in made.plekken:
        assert made.blok_op(place.pagina, (place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2) == place.blok_code
    assert made.blok_op(1, 1.0, 1.0) is None
    order = [place.blok_code for place in sorted(made.plekken, key=lambda place: (place.pagina, place.y0))]
    assert order == ["aanhef", *(blok.code for blok in papers.kind(Bouw.BOVENBOUW).blokken), "ondertekening"]
