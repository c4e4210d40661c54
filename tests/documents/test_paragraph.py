"""Paragraphs as they are set: kerned words, lines, what is too wide, what splits, bars, and letters that are found."""

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from svp_desktop.documents import fonts, raster, shaping, style, text
from svp_desktop.documents.paragraph import Text
from svp_desktop.documents.shaping import Look
from svp_desktop.domain.inzagedossier import ZWART
from svp_desktop.domain.papier import Run

PLAIN = Look(fonts.TEKST, 11.0)
X, Y = 50.0, 100.0


@pytest.fixture(autouse=True)
def _faces() -> None:
    fonts.register()


def drawn(made: Text, width: float) -> bytes:
    """A page with one paragraph, its lower left corner at (X, Y)."""
    made.wrap(width, 10_000)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    made.drawOn(canvas, X, Y)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def letters_of(pdf: bytes) -> list[tuple[str, float, float, float, float]]:
    """Every letter with its box in points: left, bottom, right, top."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    shown = ((page.get_text_range(at, 1), *page.get_charbox(at)) for at in range(page.count_chars()))
    return [one for one in shown if one[0].strip()]


def words_of(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def test_a_word_is_kerned_and_a_figure_is_not() -> None:
    assert shaping.word("Tover", PLAIN).width < pdfmetrics.stringWidth("Tover", fonts.TEKST, 11) - 0.5
    assert shaping.word("1482", PLAIN).width == pytest.approx(pdfmetrics.stringWidth("1482", fonts.TEKST, 11))


@pytest.mark.parametrize("look", ["los", "zij", "kind_klein"])
def test_every_sign_is_found_and_copied(look: str) -> None:
    line = r"Łukasz (groep 6) \ Đorđe \(zo)\ fijn, Ắn ð 1(2)3 “ja” – ½ € μ"
    assert words_of(drawn(text.paragraph(line, style.style(look)), 500)).replace("\u00a0", " ") == line


def test_more_letters_than_one_part_of_a_face_holds() -> None:
    letters = [chr(code) for code in range(0xC0, 0x250) if not fonts.lacks(chr(code), fonts.TEKST)]
    line = fonts.normalize(" ".join("".join(letters[at : at + 20]) for at in range(0, len(letters), 20)))
    assert len(letters) > 256
    shown = words_of(drawn(text.paragraph(line, style.style("los")), 500))
    assert "".join(shown.split()) == line.replace(" ", "")


def test_a_loose_accent_stands_above_its_letter() -> None:
    shown = letters_of(drawn(text.paragraph("BB\u0302B", style.style("kind_klein")), 500))
    (_, _, first, accent, last) = shown[0], *shown
    assert accent[0] == "\u0302"
    assert accent[2] > first[4] - 0.5
    assert first[1] < (accent[1] + accent[3]) / 2 < first[3]
    assert last[1] > first[3]
    assert last[2] == first[2]


def test_letters_after_bold_ones_stand_as_their_own_face_sets_them() -> None:
    def wide(runs: tuple[Run, ...]) -> float:
        shown = letters_of(drawn(text.paragraph(runs, style.style("los")), 500))
        return float(shown[-1][3] - shown[-6][1])

    assert wide((Run("Wie:\u00a0", bold=True), Run("moeder"))) == pytest.approx(wide((Run("moeder"),)), abs=0.01)


def test_bold_and_italic_have_a_face_of_their_own_and_children_get_no_italic() -> None:
    looks = [Run("a"), Run("b", bold=True), Run("c", italic=True), Run("d", bold=True, italic=True)]
    for look, faces in (
        ("los", ["Tekst", "Tekst-Vet", "Tekst-Cursief", "Tekst-VetCursief"]),
        ("kind_klein", ["Kind", "Kind-Vet", "Kind", "Kind-Vet"]),
    ):
        made = text.paragraph(looks, style.style(look))
        assert [part.look.font for part in made.words[0].parts] == faces
    cursive = text.paragraph((Run("Łukasz"), Run("שלום", italic=True)), style.style("zij"))
    assert [part.look.font for part in cursive.words[0].parts] == ["Tekst-Vet", "Tekst-VetCursief"]


def test_a_point_after_a_bold_word_is_kerned_to_it() -> None:
    apart = letters_of(drawn(text.paragraph((Run("directeu", bold=True), Run("r.")), style.style("los")), 500))
    made = text.paragraph((Run("directeur", bold=True), Run(".")), style.style("los"))
    shown = letters_of(drawn(made, 500))
    assert made.words[0].width < sum(shaping.word(part.text, part.look).width for part in made.words[0].parts) - 0.5
    assert shown[-1][1] - shown[-2][3] == pytest.approx(apart[-1][1] - apart[-2][3], abs=0.3)


def test_a_line_takes_one_more_word_when_its_spaces_can_shrink_a_little() -> None:
    made = text.paragraph("een twee drie vier vijf zes zeven acht negen tien elf twaalf", style.style("los"))
    whole = sum(one.width + one.space for one in made.words) - made.words[-1].space
    ends = [letters_of(drawn(made, room))[-1][3] for room in (whole, whole - 0.9)]
    assert len(made.lines) == 1
    assert ends[0] - ends[1] == pytest.approx(0.9, abs=0.05)
    made.wrap(whole - 2.0, 10_000)
    assert len(made.lines) == 2


@pytest.mark.parametrize(
    ("lines", "room", "cut"), [(5, 1, None), (5, 3, (3, 2)), (4, 3, (2, 2)), (3, 2, None), (3, 3, (3,)), (0, 3, None)]
)
def test_a_paragraph_parts_between_lines_and_leaves_none_alone(
    lines: int, room: int, cut: tuple[int, ...] | None
) -> None:
    look = style.style("los")
    made = text.paragraph("\n".join(f"regel {at}" for at in range(lines)), look)
    made.spaceAfter = 7.0
    halves = made.split(300, look.leading * room + 0.1)
    for half in halves:
        half.wrap(300, 10_000)
    assert tuple(len(half.lines) for half in halves) == (cut or ())
    assert [word for half in halves for word in half.words if word.parts] == [
        word for word in made.words if word.parts and cut
    ]
    assert all(half.getSpaceAfter() == 7.0 for half in halves[-1:])


def test_only_the_first_part_has_the_bullet() -> None:
    look = style.style("punt")
    first, rest = text.paragraph("een\ntwee\ndrie\nvier", look, bullet="–").split(300, look.leading * 2.1)
    assert "–" in words_of(drawn(first, 300))
    assert "–" not in words_of(drawn(rest, 300))


@pytest.mark.parametrize(
    "name", ["Anne-Sophie van den Heuvel-Bakker en Jan Willem de Vries", "Wilhelmina" * 3, "W" * 60, "i" * 300]
)
def test_a_name_that_is_too_wide_stays_in_its_column_and_keeps_its_letters(name: str) -> None:
    made = text.paragraph(text.name(name), style.style("los"))
    shown = letters_of(drawn(made, 90))
    assert min(part.look.size for one in made.words for part in one.parts) >= 0.75 * 11
    assert all(left > X - 0.6 and right < X + 90.6 for _, left, _, right, _ in shown if right > left)
    assert "".join(box[0] for box in shown).replace("\u00a0", "").split() == ["".join(name.split())]
    for (_, _, low, end, _), (_, start, low_after, _, _) in zip(shown, shown[1:], strict=False):
        assert low_after < low - 5 or start > end - 2.5, "letters stand on each other"


def test_a_bar_is_black_from_end_to_end_and_under_it_is_nothing() -> None:
    made = text.paragraph(f"AVAVAVAVAV {ZWART} liep weg", style.style("los"), bar=ZWART)
    pdf = drawn(made, 400)
    shown = letters_of(pdf)
    bar = [box for box in shown if box[0] == ZWART[0]]
    assert len(bar) == len(ZWART)
    after = next(box for box in shown if box[0] == "l")
    image = raster.render(pdf, 1, 288)
    middle = round((842 - Y - 5) * 4)

    def black(x: float) -> bool:
        at = middle * image.stride + round(x * 4) * 4
        return image.data[at : at + 3] == b"\0\0\0"

    assert all(black(bar[0][1] + at / 4) for at in range(round(4 * (bar[-1][3] - bar[0][1]))))
    assert not black(after[1] - 1.0)
