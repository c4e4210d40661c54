"""Every form of paper: golden text and bytes, what stays together, bookmarks, contrast, extreme or hostile input."""

import ctypes
import os
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from PIL import Image
from pypdf import PdfReader

from svp_desktop.documents import beeld, fonts, illustrations, style, text
from svp_desktop.documents.page import Record
from svp_desktop.documents.vormen import brief, kaart, kindbrief, stukken, voorbereiding, werkblad
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import Alinea, AlineaSoort, Blok, BlokSoort, Ondertekenaar, Opmaak, Run, alinea
from svp_desktop.domain.school import Bouw

GOLDEN = Path(__file__).parents[1] / "golden" / "papers"
MAKERS: dict[str, Callable[[Any], Opmaak]] = {
    "werkblad": werkblad.make,
    "thuisbrief": brief.make,
    "bericht": brief.make,
    "groep": kindbrief.make,
    "kaart": kaart.make,
    "voorbereiding": voorbereiding.make,
}
NAMES = list(MAKERS)
HOSTILE = ["<b>O'Brien & Łukasz</b>", "=1+1", "van 't Hof", "&amp;<br/>", 'x<img src="a.png">y', "%s {roepnaam}"]
INK = (0x17, 0x38, 0x4A)


def make(forms: ModuleType, name: str, **changed: Any) -> Opmaak:
    return MAKERS[name](getattr(forms, name)(**changed))


@pytest.mark.parametrize("name", NAMES)
def test_text_and_bytes_are_golden(forms: ModuleType, papers: ModuleType, name: str) -> None:
    made = make(forms, name)
    printed = papers.text_of(made.pdf).replace("\f", "\n----\n")
    file = GOLDEN / f"vorm_{name}.txt"
    if os.environ.get("SVP_GOLDEN") == "write":
        file.write_text(printed + "\n", "utf-8")
    assert printed == file.read_text("utf-8").removesuffix("\n")
    text.forget()
    assert make(forms, name).pdf == made.pdf


@pytest.mark.parametrize("name", NAMES)
def test_metadata_is_neutral_faces_are_embedded_and_letters_are_real(
    forms: ModuleType, papers: ModuleType, name: str
) -> None:
    made = make(forms, name)
    reader = PdfReader(BytesIO(made.pdf))
    assert "Ankerplaats" in reader.metadata.title
    assert "Milan" not in reader.metadata.title
    assert not any((reader.metadata.producer, reader.metadata.creator, reader.metadata.subject))
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert papers.unembedded(made.pdf) == []
    assert not [char for char in papers.text_of(made.pdf) if 0xE000 <= ord(char) <= 0xF8FF]


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_is_black_or_ink(forms: ModuleType, name: str) -> None:
    for page in pypdfium2.PdfDocument(make(forms, name).pdf):
        words = page.get_textpage()
        for at in range(words.count_chars()):
            if not words.get_text_range(at, 1).strip():
                continue
            colour = [ctypes.c_uint() for _ in range(4)]
            pdfium_c.FPDFText_GetFillColor(words.raw, at, *colour)
            assert tuple(part.value for part in colour[:3]) in {(0, 0, 0), INK}


def test_tints_vanish_on_a_bad_copy_and_lines_stay() -> None:
    grey = {
        name: sum(int(code[at : at + 2], 16) * share for at, share in ((1, 0.299), (3, 0.587), (5, 0.114))) / 255
        for name, code in illustrations.colours().items()
    }
    assert grey.pop("lijn") < 0.25
    assert all(value > 0.75 for value in grey.values())


def test_only_a_paper_of_more_than_three_pages_has_bookmarks(forms: ModuleType) -> None:
    reader = PdfReader(BytesIO(make(forms, "werkblad").pdf))
    found = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]
    assert found[:2] == [("Wanneer en waar", 0), ("Waarvoor", 0)]
    assert ("Wie is er geraakt?", 1) in found
    assert found[-1] == ("Handtekeningen", 3)
    assert PdfReader(BytesIO(make(forms, "thuisbrief").pdf)).outline == []


def test_what_a_paper_says_is_read_before_its_foot(forms: ModuleType, papers: ModuleType) -> None:
    first, second = papers.text_of(make(forms, "thuisbrief").pdf).split("\f")
    order = [
        "Basisschool",
        "Persoonlijk",
        "Mevrouw S.",
        "Datum",
        "Onderwerp",
        "Geachte",
        "Ons besluit",
        "Op onze school",
    ]
    assert [first.index(words) for words in order] == sorted(first.index(words) for words in order)
    assert second.rstrip().endswith("Pagina 2 van 2")


def test_a_message_without_address_has_no_window_and_starts_higher(forms: ModuleType, papers: ModuleType) -> None:
    made = make(forms, "bericht")
    places = {place.blok_code: place for place in made.plekken}
    assert "adres" not in places
    assert "retour" not in papers.flat(made.pdf)
    assert places["onderwerp"].y0 / papers.MM < 70
    assert places["datum"].y1 <= places["onderwerp"].y0


def test_a_name_to_sign_under_never_breaks(forms: ModuleType, papers: ModuleType) -> None:
    """Fewer lines to sign stand beside each other, so that a long name keeps whole."""
    surname = "Hoogeveen-Schimmelpenninckhuizen"
    names = (f"mevrouw Van den {surname} – ouder", "Sem – leerling", "juf Marit – leerkracht")
    signs = Blok("namen", "Namen", BlokSoort.HANDTEKENINGEN, tuple(alinea(name) for name in names))
    body = Blok("tekst", "Tekst", alineas=(alinea("Wij spraken elkaar."),))
    assert surname in papers.text_of(make(forms, "werkblad", blokken=(body, signs)).pdf).split()


def test_signatures_of_a_worksheet_never_stand_alone(forms: ModuleType) -> None:
    signs = forms.HERSTEL[-1]
    for lines in range(28, 50, 3):
        body = Blok("tekst", "Tekst", alineas=tuple(alinea("Wij spraken elkaar.") for _ in range(lines)))
        made = make(forms, "werkblad", blokken=(body, signs))
        signed = {place.pagina for place in made.plekken if place.blok_code == signs.code}
        assert len(signed) == 1
        assert signed <= {place.pagina for place in made.plekken if place.blok_code == "tekst"}


def test_a_long_table_parts_between_rows_and_repeats_its_heads(forms: ModuleType, papers: ModuleType) -> None:
    rows = [f"rij{number} {'woord ' * 9}| einde{number}" for number in range(60)]
    blok = Blok("tabel", "Wie belt wie", BlokSoort.TABEL, forms.regels("Naam | Nummer", *rows))
    pages = papers.text_of(make(forms, "werkblad", blokken=(blok,)).pdf).split("\f")
    assert len(pages) > 2
    for page in pages:
        assert "Naam" in page
        numbers = {word[3:] for word in page.split() if word.startswith("rij")}
        assert numbers == {word[5:] for word in page.split() if word.startswith("einde")}


@pytest.mark.parametrize("count", [1, 3, 7, 24])
def test_a_question_has_a_block_for_everyone(forms: ModuleType, papers: ModuleType, count: int) -> None:
    people = tuple(f"Deelnemer {number}" for number in range(count))
    made = make(forms, "werkblad", blokken=(forms.vraag("v", "Wat is er gebeurd?", "storm", people),))
    printed = papers.flat(made.pdf)
    assert all(person in printed for person in people)
    assert "Vraag 1 van" not in printed


def every_kind(forms: ModuleType, words: str) -> tuple[Blok, ...]:
    """A block of every kind that holds these words, as text and as list."""
    lines = (*forms.regels(words, f"{words}: {words} – {words} | {words}"), alinea(words, AlineaSoort.OPSOMMING))
    return tuple(
        Blok(soort.value, words, soort, () if soort is BlokSoort.PAGINA else lines, beeld="anker", regels=2)
        for soort in BlokSoort
    )


@pytest.mark.parametrize("name", ["werkblad", "thuisbrief", "groep", "voorbereiding"])
def test_every_kind_of_block_prints_hostile_words_as_they_are(forms: ModuleType, papers: ModuleType, name: str) -> None:
    for words in HOSTILE:
        printed = papers.flat(make(forms, name, blokken=every_kind(forms, words)).pdf)
        # the words, as often as there are kinds that print text
        assert printed.count(" ".join(words.split())) >= len(BlokSoort), words


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", ["W" * 60, ("Wilhelmina " * 30)[:300].strip()])
def test_long_names_stay_on_the_page(forms: ModuleType, papers: ModuleType, name: str, words: str) -> None:
    changed: dict[str, Any] = {}
    if len(words) == 60 and name != "kaart":
        changed["blokken"] = every_kind(forms, words)
    fields = getattr(forms, name)().__dataclass_fields__
    for field in ("roepnaam", "aanhef", "titel", "onder", "onderwerp", "over", "kenmerk", "noot"):
        if field in fields and (name != "kaart" or field == "roepnaam"):
            changed[field] = words
    if "ondertekenaars" in fields and name != "kaart":
        changed["ondertekenaars"] = (Ondertekenaar(words, words), Ondertekenaar("mama"))
    made = make(forms, name, **changed)
    for page in range(made.paginas):
        boxes = papers.characters(made.pdf, page)
        assert all(left >= 0 and right <= 210 and top >= 0 and low <= 297 for _, left, top, right, low in boxes)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_paper_is_still_a_page(forms: ModuleType, name: str) -> None:
    assert make(forms, name, blokken=()).paginas == 1


def test_letters_of_names_that_a_face_lacks_are_found_or_replaced(forms: ModuleType, papers: ModuleType) -> None:
    made = make(forms, "kaart", aanhef="Dag Nguyễn Ƀaŋ \u0149Dala,")
    assert "Dag Nguyễn Ƀaŋ \u02bcnDala," in papers.flat(made.pdf)
    assert papers.unembedded(made.pdf) == []
    assert fonts.missing(["שלום 😀"], fonts.KIND) == frozenset("שלום😀")


def test_a_card_that_is_too_full_says_so(forms: ModuleType) -> None:
    blok = Blok("tekst", "", alineas=forms.regels(*["Wij denken aan jou en aan iedereen thuis."] * 20))
    with pytest.raises(PapierFout) as caught:
        make(forms, "kaart", blokken=(blok,))
    assert "kaart" in caught.value.what


def test_words_of_a_card_stand_upside_down_in_the_upper_half(forms: ModuleType) -> None:
    made = make(forms, "kaart")
    words = next(place for place in made.plekken if place.blok_code == "tekst")
    greeting = next(place for place in made.plekken if place.blok_code == "aanhef")
    assert words.y1 < greeting.y0 < 297 / 2 * 72 / 25.4
    assert words.x1 < 105 * 72 / 25.4


def test_frames_and_gaps_fill_a_page_of_a_preparation_sheet_and_never_more(forms: ModuleType) -> None:
    for bouw in Bouw:
        made = make(forms, "voorbereiding", bouw=bouw)
        assert made.paginas == 2
        low = max(place.y1 for place in made.plekken if place.pagina == 1)
        assert 250 < low * 25.4 / 72 < 278


def placed(made: Opmaak) -> dict[str, int]:
    return {place.blok_code: place.pagina for place in made.plekken}


def test_a_long_name_takes_room_of_the_frame_and_leaves_no_page_half_empty(forms: ModuleType) -> None:
    name = "Dag Wilhelmina-Alexandrina Petronella van den Oudenhuijsen-Berg!"
    under = "Er is iets gebeurd dat jou heeft geraakt. Jouw verhaal telt. Schrijven of tekenen mag allebei. " * 3
    changed: dict[str, Any] = {"bouw": Bouw.BOVENBOUW, "titel": name, "onder": under}
    made = make(forms, "voorbereiding", **changed)
    plain = make(forms, "voorbereiding", **(changed | {"titel": "Dag Milan!"}))
    assert (made.paginas, placed(made)) == (2, placed(plain))

    blokken = list(forms.voorbereiding().blokken)
    at = next(number for number, blok in enumerate(blokken) if blok.soort is BlokSoort.PAGINA)
    extra = [replace(blokken[-1], code=f"meer{number}", regels=9) for number in range(2)]
    full = make(forms, "voorbereiding", blokken=(*blokken[:at], *extra, *blokken[at:]))
    assert placed(full)["meer1"] == placed(full)["goed"], "what did not fit begins the page that comes next"


def test_a_greeting_of_two_lines_breaks_before_the_name_of_the_group(forms: ModuleType, papers: ModuleType) -> None:
    made = make(forms, "groep", aanhef="Beste jongens en meisjes van Bovenbouw Kompas,")
    assert "van Bovenbouw Kompas," in papers.text_of(made.pdf).replace("\xa0", " ").splitlines()


def test_read_aloud_is_a_sentence_a_line_with_its_looks(forms: ModuleType, papers: ModuleType) -> None:
    runs = (Run("Wij zijn blij. Dat is "), Run("echt waar", bold=True), Run("! Oma J. Jansen komt op 3 mei. Fijn."))
    blok = Blok("a", "Kop", alineas=(Alinea(runs),), beeld="anker")
    printed = papers.text_of(make(forms, "groep", groot=True, blokken=(blok,)).pdf).splitlines()
    for line in ("Wij zijn blij.", "Dat is echt waar!", "Oma J. Jansen komt op 3 mei.", "Fijn."):
        assert line in printed


def picture(width: int, height: int) -> bytes:
    made = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera van juf"
    Image.new("RGB", (width, height), (200, 80, 40)).save(made, "JPEG", exif=exif)
    return made.getvalue()


@pytest.mark.parametrize("size", [(1600, 500), (500, 1600)])
def test_an_own_picture_is_made_small_and_clean_and_takes_the_place_of_the_drawing(
    forms: ModuleType, size: tuple[int, int]
) -> None:
    prepared = Image.open(BytesIO(beeld.prepare(picture(*size))))
    assert max(prepared.size) == 1300
    assert not prepared.getexif()
    for name in ("groep", "kaart"):
        made = make(forms, name, eigen_beeld=picture(*size))
        assert b"/Subtype /Image" in made.pdf
        assert made.paginas == make(forms, name).paginas


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"GIF89a" + b"0" * 99, picture(40, 40)[:60]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PapierFout) as caught:
        beeld.prepare(data)
    assert "plaatje" in caught.value.what


def test_a_side_heading_never_reaches_the_next_one(forms: ModuleType) -> None:
    blokken = (
        Blok("a", "Een kop die over veel regels loopt omdat hij zo lang is", alineas=forms.regels("Kort.")),
        Blok("b", "Volgende", alineas=forms.regels("Ook kort.")),
    )
    places = {place.blok_code: place for place in make(forms, "werkblad", blokken=blokken).plekken}
    assert places["a"].y1 <= places["b"].y0


def test_tight_spacing_is_taken_only_to_save_a_page(forms: ModuleType) -> None:
    body = forms.THUIS[4]
    gaps = set()
    for lines in range(10, 24):
        long = replace(body, alineas=tuple(alinea("Wij spraken elkaar.") for _ in range(lines)))
        made = make(forms, "thuisbrief", blokken=(long, forms.THUIS[-1]))
        place = {item.blok_code: item for item in made.plekken if item.pagina == made.paginas}
        gaps.add((made.paginas, round(place["ondertekening"].y1 - place["ondertekening"].y0)))
    assert {pages for pages, _ in gaps} == {1, 2}
    assert len({high for pages, high in gaps if pages == 1}) > 1


def test_a_worksheet_gives_way_before_its_signatures_take_a_page(forms: ModuleType) -> None:
    """Room to sign and space between blocks shrink; the type and the lines to write on stay as they are."""
    signers = tuple(alinea(f"Persoon {number} – ouder") for number in range(6))
    lengths = {}
    for boxes in range(12, 26):
        blocks = (
            Blok("gebaar", "Herstelgebaar", BlokSoort.VINKJES, tuple(alinea("Een kaart.") for _ in range(boxes))),
            Blok("groep", "In de groep", BlokSoort.LIJNEN, (alinea("Dit vertellen wij:"),), regels=2),
            Blok("namen", "Handtekeningen", BlokSoort.HANDTEKENINGEN, signers),
        )
        made = make(forms, "werkblad", blokken=blocks)
        signed = next(place for place in made.plekken if place.blok_code == "namen" and place.y1 - place.y0 > 60)
        lengths[boxes] = (made.paginas, round(signed.y1 - signed.y0))
        page = PdfReader(BytesIO(made.pdf)).pages[-1]
        assert "11" in {str(round(size)) for size in _sizes(page)}
    ones = {high for pages, high in lengths.values() if pages == 1}
    assert len(ones) == 2, "some of one page are roomy, some give way"
    assert max(ones) - min(ones) == pytest.approx(2 * 3 * style.MM, abs=1)
    assert {pages for pages, _ in lengths.values()} == {1, 2}


def _sizes(page: Any) -> list[float]:
    found: list[float] = []
    page.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: found.append(size) if text.strip() else None)
    return found


def test_a_name_that_is_wider_than_a_table_leaves_the_other_columns_room(forms: ModuleType) -> None:
    long = "Anne-Sophie-Maximiliane-Wilhelmina-Alexandra-Theodora-Frederika"
    table = Blok("wie", "Wie", BlokSoort.TABEL, forms.regels("Naam | Wie | Aanwezig", f"{long} | leerling | [ ]"))
    assert make(forms, "werkblad", blokken=(table,)).paginas == 1
    rows = stukken.Tabel(Record(), "t", ("Naam", "Wie", "Aanwezig"), [(long, "leerling", "[ ]")])
    rows.wrap(style.MEASURE, 1000)
    assert min(rows.columns) >= 15 * style.MM
    assert sum(rows.columns) == pytest.approx(style.MEASURE)


def test_a_subject_of_more_lines_never_reaches_the_greeting(forms: ModuleType) -> None:
    made = make(forms, "thuisbrief", onderwerp="Een lang onderwerp over een lange naam, " * 6)
    places = {place.blok_code: place for place in made.plekken if place.pagina == 1}
    assert places["onderwerp"].y1 <= places["aanhef"].y0


def test_a_question_stays_with_its_lines_and_the_signatures_under_them(forms: ModuleType) -> None:
    """Also when the signatures are many: the question never stands alone at the foot of a page."""
    signers = tuple(alinea(f"Persoon {number} – ouder") for number in range(9))
    for filling in range(20, 60, 3):
        blocks = (
            Blok("vooraf", "Vooraf", alineas=tuple(alinea("Een regel.") for _ in range(filling))),
            Blok("terug", "Terugkijken", BlokSoort.LIJNEN, (alinea("Wij kijken terug op:"),), regels=1),
            Blok("namen", "Handtekeningen", BlokSoort.HANDTEKENINGEN, signers),
        )
        places = make(forms, "werkblad", blokken=blocks).plekken
        assert len({place.pagina for place in places if place.blok_code in ("terug", "namen")}) == 1


def test_a_column_holds_what_may_not_break() -> None:
    """A name and a number stay whole, and never reach the next column."""
    long = "een heel lang verhaal over wie er allemaal bij hoort en waarom"
    table = stukken.Tabel(
        Record(), "t", ("Wie", "Met", "Telefoon"), [("meester Jan", long, "06 56 00 78 00"), ("moeder", long, "")]
    )
    table.wrap(style.MEASURE, 1000)
    for at, words in ((0, "meester Jan"), (2, "06 56 00 78 00")):
        assert table.columns[at] >= fonts.width(words, fonts.TEKST, 11) + 2 * style.MM
    assert sum(table.columns) == pytest.approx(style.MEASURE)


def test_a_cell_that_is_longer_than_a_page_goes_on_to_its_last_word(forms: ModuleType, papers: ModuleType) -> None:
    told = " ".join(f"zin{number} van een lang antwoord." for number in range(400))
    rows = forms.regels("Wie | Wat | Klaar", "kort | eerst | [ ]", f"lang | {told} | [ ]", "kort | later | [ ]")
    made = make(forms, "werkblad", blokken=(Blok("wat", "Wat", BlokSoort.TABEL, rows),))
    printed = papers.text_of(made.pdf).split()
    assert [word for word in printed if word.startswith("zin")] == [f"zin{number}" for number in range(400)]
    assert printed.index("later") > printed.index("zin399")
