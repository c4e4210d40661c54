"""A list as an Excel workbook or as CSV: texts stay texts, whatever they begin with, and nothing tells who made it.

The workbook is written here, row by row into the stream that is handed in: the usual library first writes the sheet to
a temporary file, readable by anyone who finds it.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from svp_desktop.domain.uitvoer import Cel
from svp_desktop.exchange.cellen import FORMULA, als_tekst

_PIECE = 250
#: The most that a cell and a sheet of a workbook hold.
LANGSTE_CEL, MEESTE_RIJEN = 32_767, 1_048_575
_PLAIN, _HEAD, _DAY, _TIME, _QUOTED = range(5)
_EPOCH = date(1899, 12, 30)
_DAY_SECONDS = 86_400
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# In a workbook "_x0041_" is an A: what looks like that is written with its own underscore as such a code.
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class Kop(NamedTuple):
    """A column: its heading and its width in characters."""

    titel: str
    breed: int


def csv_uit(stream: BinaryIO, koppen: Sequence[Kop], rijen: Iterable[Sequence[Cel]]) -> int:
    """Write a list as Dutch Excel reads it (UTF-8 with its mark, semicolons); returns the number of rows."""
    out = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([als_tekst(kop.titel) for kop in koppen])
    number = 0
    for row in rijen:
        writer.writerow([_csv(cell) for cell in row])
        number += 1
    out.flush()
    out.detach()
    return number


def _csv(cell: Cel) -> str:
    if isinstance(cell, date):
        return f"{cell:%d-%m-}{cell.year}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else als_tekst(_UNPRINTABLE.sub("", cell))


def xlsx_uit(stream: BinaryIO, blad: str, koppen: Sequence[Kop], rijen: Iterable[Sequence[Cel]]) -> int:
    """Write a list as a workbook of one sheet: heading that stays in view, filter, widths, real days and times.

    Returns the number of rows. A text longer than a cell can hold ends in "…".
    """
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, text in _parts(blad).items():
            archive.writestr(_entry(name), _XML + text)
        # the size of the sheet is not known beforehand
        with archive.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            sheet.write((_XML + _before(koppen)).encode())
            number = 0
            piece: list[str] = []
            for number, row in enumerate(rijen, 1):
                piece.append(_row(number + 1, row))
                if number % _PIECE == 0:
                    sheet.write("".join(piece).encode())
                    piece.clear()
            sheet.write(("".join(piece) + _after(koppen, number)).encode())
    return number


def _entry(name: str) -> ZipInfo:
    """A part of the workbook, without the moment at which it was made."""
    made = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.compress_type = ZIP_DEFLATED
    made.create_system = 0
    return made


def _before(koppen: Sequence[Kop]) -> str:
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{kop.breed}" customWidth="1"/>' for place, kop in enumerate(koppen, 1)
    )
    heads = "".join(_text(1, place, kop.titel, _HEAD) for place, kop in enumerate(koppen))
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
        ' state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData><row r="1">{heads}</row>'
    )


def _after(koppen: Sequence[Kop], rows: int) -> str:
    area = f"A1:{_letters(len(koppen) - 1)}{rows + 1}"
    return (
        f'</sheetData><autoFilter ref="{area}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3"'
        ' footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;RPagina &amp;P van &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _row(number: int, row: Sequence[Cel]) -> str:
    return f'<row r="{number}">{"".join(_cell(number, place, cell) for place, cell in enumerate(row))}</row>'


def _cell(row: int, place: int, cell: Cel) -> str:
    if isinstance(cell, date):
        return f'<c r="{_letters(place)}{row}" s="{_DAY}"><v>{(cell - _EPOCH).days}</v></c>'
    if isinstance(cell, time):
        part = (cell.hour * 3600 + cell.minute * 60 + cell.second) / _DAY_SECONDS
        return f'<c r="{_letters(place)}{row}" s="{_TIME}"><v>{part!r}</v></c>'
    # who edits a cell that begins like a formula keeps a text: it is marked as quoted
    return _text(row, place, cell, _QUOTED if cell.startswith(FORMULA) else _PLAIN) if cell else ""


def _text(row: int, place: int, cell: str, style: int) -> str:
    shown = escape(_CODE.sub("_x005F_", _fitting(_UNPRINTABLE.sub("", cell)))).replace("\r", "_x000D_")
    mark = f' s="{style}"' if style else ""
    return f'<c r="{_letters(place)}{row}" t="inlineStr"{mark}><is><t xml:space="preserve">{shown}</t></is></c>'


def _fitting(cell: str) -> str:
    """The text, or as much of it as a cell can hold; signs beyond the first 65,536 count for two."""
    if len(cell) * 2 <= LANGSTE_CEL or len(cell.encode("utf-16-le")) // 2 <= LANGSTE_CEL:
        return cell
    return cell.encode("utf-16-le")[: (LANGSTE_CEL - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _letters(place: int) -> str:
    """The letters of a column, from 0: A ... Z, AA."""
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _parts(blad: str) -> dict[str, str]:
    """Everything beside the sheet: no part says who made it, or when."""
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name={quoteattr(blad)} sheetId="1"'
            ' r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'
            f"'{escape(blad)}'!$1:$1</definedName></definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/worksheet"'
            f' Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
            "</Relationships>"
        ),
        "xl/styles.xml": _STYLES,
    }


_TOP = '<alignment vertical="top"/>'
_WRAP = '<alignment vertical="top" wrapText="1"/>'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>'
    '<numFmt numFmtId="165" formatCode="hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">'
    f'<xf applyAlignment="1">{_WRAP}</xf>'
    f'<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1">{_TOP}</xf>'
    f'<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1">{_TOP}</xf>'
    f'<xf numFmtId="165" applyNumberFormat="1" applyAlignment="1">{_TOP}</xf>'
    f'<xf quotePrefix="1" applyAlignment="1">{_WRAP}</xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Standaard" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
