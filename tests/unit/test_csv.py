"""Lists of pupils in CSV: encodings, separators, headings, and rows that cannot be read."""

from datetime import date
from pathlib import Path

import pytest

from svp_desktop import resources
from svp_desktop.domain.errors import InleesFout
from svp_desktop.domain.inlezen import Veld
from svp_desktop.domain.school import Bouw, Naam
from svp_desktop.exchange.leerlingen import kolommen_van, lees

TODAY = date(2026, 11, 25)
KOP = "Leerlingnr;Roepnaam;Tussenvoegsel;Achternaam;Geb.datum;Jaargroep;Groepsnaam\r\n"
SEM = "1;Sem;de;Vries;27-02-2018;4;Middenbouw Duin\r\n"
NOOR = "3;Noor;;Bos;3-1-2016;6;Middenbouw Duin\r\n"


def test_the_shipped_sample_is_read_whole_and_equals_the_edexml() -> None:
    read = {
        name: lees(Path(resources.path("demo", name)).read_bytes(), name, TODAY)
        for name in ("leerlingen-excel.csv", "leerlingen-edex.xml")
    }
    found = [
        {(pupil.nummer, pupil.naam, pupil.geboortedatum, pupil.jaargroep, pupil.groep) for pupil in bestand.leerlingen}
        for bestand in read.values()
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 182


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_encodings_and_separators(encoding: str, delimiter: str) -> None:
    text = (KOP + SEM.replace("Sem", "Zoë") + NOOR).replace(";", delimiter)
    bestand = lees(text.encode(encoding), "x.csv", TODAY)
    assert [pupil.naam for pupil in bestand.leerlingen] == [Naam("Zoë", "de", "Vries"), Naam("Noor", "", "Bos")]
    assert bestand.leerlingen[1].geboortedatum == date(2016, 1, 3)
    assert [(group.naam, group.bouw) for group in bestand.groepen] == [("Middenbouw Duin", Bouw.MIDDENBOUW)]


@pytest.mark.parametrize(
    ("row", "reden"),
    [
        ("2;Bo;;Smit;31-02-2018;4;Duin", "Geboortedatum 31-02-2018 bestaat niet"),
        ("2;Bo;;;27-02-2018;4;Duin", "Geen achternaam"),
        ("2;;;Smit;27-02-2018;4;Duin", "Geen roepnaam"),
        ("2;Bo", "Geen achternaam"),
        ("2;Bo;;Smit;27-02-2018;12;Duin", "Jaargroep “12” bestaat niet"),
        ("1;Bo;;Smit;27-02-2018;4;Duin", "Nummer 1 staat ook op regel 2"),
        ("2;B\x00o;;Smit;27-02-2018;4;Duin", "Op deze regel staat een teken dat niet kan (nul)"),
        ("2;Bo;;" + "x" * 200_000 + ";27-02-2018;4;Duin", "Achternaam heeft 200.000 tekens, dat is te lang"),
        ("2;Bo;;Smit;" + "9" * 200_000 + ";4;Duin", "Geboortedatum “99999999999999999999999999999…” is geen datum"),
        ("2;Bo;;Smit;27-02-2018;4;" + "x" * 200_000, "Groep heeft 200.000 tekens, dat is te lang"),
        ('2;"Bo;;Smit;27-02-2018;4;Duin', "Een aanhalingsteken op deze regel wordt niet gesloten"),
        ("2;Bo" + ";" * 5_000, "Deze regel heeft 5002 kolommen"),
    ],
)
def test_an_unreadable_row_stops_nobody_else(row: str, reden: str) -> None:
    bestand = lees((KOP + SEM + row + "\r\n" + NOOR).encode(), "x.csv", TODAY)
    assert [pupil.nummer for pupil in bestand.leerlingen] == ["1", "3"]
    (line,) = bestand.onleesbaar
    assert (line.regel, line.reden) == (3, reden)
    assert len(line.naam) < 200
    assert "\x00" not in line.naam


@pytest.mark.parametrize(
    "name", ["=1+1", "+31", "-Jan", "@admin", "<b>O'Brien & Łukasz</b>", "=cmd|' /C calc'!A0", "שלום"]
)
def test_cells_are_text_never_formulas(name: str) -> None:
    bestand = lees((KOP + SEM.replace("Vries", name)).encode(), "x.csv", TODAY)
    assert bestand.leerlingen[0].naam.achternaam == name


def test_quoted_cells_may_hold_line_ends_and_separators() -> None:
    rows = '1;"Sem\nJan";"van; der";"Vri""es";27-02-2018;4;Duin\r\n' + NOOR
    bestand = lees((KOP + rows).encode(), "x.csv", TODAY)
    assert bestand.leerlingen[0].naam == Naam("Sem Jan", "van; der", 'Vri"es')
    assert bestand.leerlingen[1].regel == 4


@pytest.mark.parametrize(
    "born", ["27-02-2018", "27/2/2018", "27.02.2018", "2018-02-27", "20180227", "27-02-18", "27-2-2018 0:00:00"]
)
def test_dates_as_excel_and_people_write_them(born: str) -> None:
    bestand = lees((KOP + SEM.replace("27-02-2018", born)).encode(), "x.csv", TODAY)
    assert bestand.leerlingen[0].geboortedatum == date(2018, 2, 27)


def test_headings_may_stand_below_a_title() -> None:
    data = ("Leerlingen van onze school;;;;;;\r\n\r\n" + KOP + SEM).encode()
    bestand = lees(data, "x.csv", TODAY)
    assert bestand.leerlingen[0].regel == 4


def test_an_excel_number_kept_by_a_formula_is_the_number() -> None:
    bestand = lees((KOP + '"=""00012""";Sem;;Bos;;;\r\n').encode(), "x.csv", TODAY)
    assert bestand.leerlingen[0].nummer == "12"


def test_unknown_headings_ask_for_columns_and_the_choice_is_followed() -> None:
    data = b"nr;first;last\r\n7;Sem;Bos\r\n"
    columns = kolommen_van(data)
    assert columns is not None
    assert columns.koppen == ("nr", "first", "last")
    assert columns.voorbeelden == ("7", "Sem", "Bos")
    assert columns.ontbreekt == (Veld.ROEPNAAM, Veld.ACHTERNAAM)
    with pytest.raises(InleesFout) as caught:
        lees(data, "x.csv", TODAY)
    assert caught.value.what == "Niet gevonden: Roepnaam en Achternaam."
    chosen = columns.met(Veld.ROEPNAAM, 1).met(Veld.ACHTERNAAM, 2)
    assert lees(data, "x.csv", TODAY, chosen).leerlingen[0].naam == Naam("Sem", "", "Bos")


def test_a_column_serves_one_field_only() -> None:
    columns = kolommen_van(KOP.encode() + SEM.encode())
    assert columns is not None
    changed = columns.met(Veld.ROEPNAAM, 3)
    assert changed.kolom(Veld.ROEPNAAM) == 3
    assert changed.ontbreekt == (Veld.ACHTERNAAM,)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"1;Sem;de;Vries;27-02-2018\r\n2;Bo;;Smit;27-02-2018\r\n", "geen lijst met kolommen"),
        (KOP.encode(), "geen leerlingen"),
        (KOP.encode() + b";;;;;;\r\n" * 5, "geen leerlingen"),
        (KOP.encode() + b"\n" * 200_000, "meer dan 50.000 regels"),
        (KOP.encode() + b"1;a;b;c;;;\r\n" * 5_001, "meer dan 5.000 regels"),
    ],
)
def test_a_file_that_is_no_list_of_pupils_is_refused(data: bytes, part: str) -> None:
    with pytest.raises(InleesFout) as caught:
        lees(data, "x.csv", TODAY)
    assert part in caught.value.what
