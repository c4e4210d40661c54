"""A list as a file reads back exactly as it was, and no cell of it is a formula."""

import csv
import io
import zipfile
from datetime import date, time

import openpyxl
import pytest

from svp_desktop.exchange.cellen import als_tekst, uit_tekst
from svp_desktop.exchange.tabel_uit import LANGSTE_CEL, Kop, csv_uit, xlsx_uit

HOSTILE = (
    "O'Brien", "van 't Hof", "Łukasz Şahin", "<b>", "=1+1", "x" * 300, "مريم שלום", "😀 kind", "+31 6 123", "-streep",
    "@som", "\tspring", "'=1", "''+x", "'t Hart", 'zei "au"; en\nwegliep', "  spatie ", "", "=cmd|' /C calc'!A0",
    "&amp;", "]]>", "12", "1-2", "TRUE", "#N/A",
)  # fmt: skip
KOPPEN = (Kop("Datum", 12), Kop("Tijd", 8), Kop("Naam", 30))
ROWS = [(date(2026, 11, 24), time(10, 25), text) for text in HOSTILE]


@pytest.fixture(scope="module")
def workbook() -> bytes:
    stream = io.BytesIO()
    assert xlsx_uit(stream, "Incidenten", KOPPEN, ROWS) == len(ROWS)
    return stream.getvalue()


def test_a_workbook_reads_back_exactly(workbook: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    back = [(day.date(), moment, text or "") for day, moment, text in sheet.iter_rows(min_row=2, values_only=True)]
    assert back == ROWS
    assert [cell.value for cell in sheet[1]] == ["Datum", "Tijd", "Naam"]


def test_no_cell_of_a_workbook_is_a_formula_not_even_when_it_is_edited(workbook: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "d"}
    risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@\t")]
    assert len(risky) == 6
    assert all(cell.quotePrefix for cell in risky)


def test_a_workbook_has_a_fixed_head_a_filter_widths_and_nothing_of_its_maker(workbook: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:C{len(ROWS) + 1}")
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [12, 8, 30]
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert not [name for name in archive.namelist() if "docProps" in name]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_a_cell_cannot_hold_is_cut_and_what_no_file_holds_is_left_out() -> None:
    stream = io.BytesIO()
    xlsx_uit(stream, "A", KOPPEN[2:], [("😀" * 20_000,), ("a\x00b\ud800",), ("_x0041_",)])
    long, odd, code = (row[0] for row in openpyxl.load_workbook(stream).active.iter_rows(min_row=2, values_only=True))
    assert len(long.encode("utf-16-le")) // 2 <= LANGSTE_CEL
    assert long.endswith("😀…")
    assert odd == "ab"
    # written as the code that stands for it: else Excel shows an A
    assert openpyxl.utils.escape.unescape(code) == "_x0041_"


def test_a_csv_reads_back_exactly_and_holds_no_formula() -> None:
    stream = io.BytesIO()
    assert csv_uit(stream, KOPPEN, ROWS) == len(ROWS)
    text = stream.getvalue()
    assert text.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [uit_tekst(line[2]) for line in lines[1:]] == list(HOSTILE)
    assert {tuple(line[:2]) for line in lines[1:]} == {("24-11-2026", "10:25")}
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_apostrophe_of_a_safe_cell_comes_off_again(text: str) -> None:
    assert uit_tekst(als_tekst(text)) == text
