"""EDEXML: what is taken from the file, and every way in which a file can be wrong."""

import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from svp_desktop import resources
from svp_desktop.domain.errors import InleesFout
from svp_desktop.domain.school import Bouw, Naam
from svp_desktop.exchange.leerlingen import kolommen_van, lees

TODAY = date(2026, 11, 25)
GROEPEN = """<groepen><groep key="G1"><naam>4-6 Middenbouw Duin</naam><jaargroep>4</jaargroep></groep>
<groep key="G2"><naam>4-6 Middenbouw Duin</naam><jaargroep>5</jaargroep></groep></groepen>"""


def leerling(key: str = "L1", **changed: str) -> str:
    parts = {
        "achternaam": "Vries",
        "voorvoegsel": "de",
        "roepnaam": "Sem",
        "geboortedatum": "2018-02-27",
        "geslacht": "1",
        "jaargroep": "4",
        "postcode": "0000AA",
    } | changed
    groep = parts.pop("groep", "G1")
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in parts.items())
    return f'<leerling key="{key}">{fields}<groep key="{groep}"/></leerling>'


def edex(*leerlingen: str, extra: str = "", kop: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> bytes:
    inner = "\n".join(leerlingen)
    return f"{kop}<EDEX>{GROEPEN}<leerlingen>\n{inner}\n</leerlingen>{extra}</EDEX>".encode()


def fout(data: bytes) -> InleesFout:
    with pytest.raises(InleesFout) as caught:
        lees(data, "x.xml", TODAY)
    assert "niet veranderd" in caught.value.safe
    return caught.value


def test_the_shipped_sample_is_read_whole() -> None:
    data = Path(resources.path("demo", "leerlingen-edex.xml")).read_bytes()
    bestand = lees(data, "leerlingen-edex.xml", TODAY)
    assert len(bestand.leerlingen) == 182
    assert not bestand.onleesbaar
    first = bestand.leerlingen[0]
    assert (first.naam, first.nummer, first.geboortedatum) == (Naam("Hafsa", "", "Çelik"), "1000", date(2018, 2, 27))
    assert (first.jaargroep, first.groep, first.regel) == (4, "Middenbouw Rivier", 24)
    assert [(group.naam, group.bouw) for group in bestand.groepen][:3] == [
        ("Onderbouw Zon", Bouw.ONDERBOUW),
        ("Onderbouw Maan", Bouw.ONDERBOUW),
        ("Middenbouw Rivier", Bouw.MIDDENBOUW),
    ]
    assert bestand.medewerkers[4].groepen == ("Bovenbouw Kompas",)


def test_only_the_needed_fields_are_kept() -> None:
    bestand = lees(edex(leerling(postcode="1234AB", geslacht="1")), "x.xml", TODAY)
    assert "1234AB" not in repr(bestand)
    assert kolommen_van(edex(leerling())) is None


@pytest.mark.parametrize(
    ("changed", "reden"),
    [
        ({"geboortedatum": "2018-02-31"}, "Geboortedatum 31-02-2018 bestaat niet"),
        ({"geboortedatum": "onbekend"}, "Geboortedatum “onbekend” is geen datum"),
        ({"geboortedatum": "2027-01-01"}, "Geboortedatum 01-01-2027 is nog niet geweest"),
        ({"geboortedatum": "1918-01-01"}, "Geboortedatum 01-01-1918 past niet bij een leerling"),
        ({"achternaam": " "}, "Geen achternaam"),
        ({"roepnaam": ""}, "Geen roepnaam"),
        ({"jaargroep": "9"}, "Jaargroep “9” bestaat niet"),
        ({"groep": "MB9"}, "Groep “MB9” staat niet in het bestand"),
        ({"achternaam": "x" * 200_000}, "Achternaam heeft 200.000 tekens, dat is te lang"),
        ({"achternaam": "A\x85\x86"}, "In achternaam staat een teken dat niet kan"),
    ],
)
def test_an_unreadable_pupil_stops_nobody_else(changed: dict[str, str], reden: str) -> None:
    bestand = lees(edex(leerling("L1"), leerling("L2", **changed), leerling("L3")), "x.xml", TODAY)
    assert [pupil.nummer for pupil in bestand.leerlingen] == ["1", "3"]
    (line,) = bestand.onleesbaar
    assert (line.reden, line.regel, line.nummer) == (reden, 5, "2")
    assert len(line.naam) <= 310
    assert line.doen


def test_the_second_pupil_with_a_number_is_unreadable() -> None:
    bestand = lees(edex(leerling("L1"), leerling("L01", roepnaam="Noor")), "x.xml", TODAY)
    assert [line.reden for line in bestand.onleesbaar] == ["Nummer 1 staat ook op regel 4"]


@pytest.mark.parametrize(
    "name", ["<![CDATA[<b>O'Brien & Łukasz</b>]]>", "=1+1", "'t Hof", "محمد", "🦊", "x" * 300, "Nuñez-Đorđević"]
)
def test_hostile_and_unusual_names_stay_as_they_are(name: str) -> None:
    bestand = lees(edex(leerling(achternaam=name)), "x.xml", TODAY)
    expected = name.removeprefix("<![CDATA[").removesuffix("]]>")
    assert bestand.leerlingen[0].naam.achternaam == expected


def test_names_come_in_composed_and_with_single_spaces() -> None:
    bestand = lees(edex(leerling(roepnaam="  Zoe\u0308   Mae ")), "x.xml", TODAY)
    assert bestand.leerlingen[0].naam.roepnaam == "Zoë Mae"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_the_encodings_of_school_programs(encoding: str) -> None:
    declared = "UTF-8" if encoding.startswith("utf-8") else encoding
    text = edex(leerling(roepnaam="Zoë")).decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
    bestand = lees(text.encode(encoding), "x.xml", TODAY)
    assert bestand.leerlingen[0].naam.roepnaam == "Zoë"


def test_windows_bytes_under_a_wrong_declaration_are_still_read() -> None:
    text = edex(leerling(roepnaam="Zoë")).decode()
    assert lees(text.encode("cp1252"), "x.xml", TODAY).leerlingen[0].naam.roepnaam == "Zoë"


def test_namespaces_and_other_case_are_tolerated() -> None:
    data = edex(leerling()).replace(b"<EDEX>", b'<e:EDEX xmlns:e="urn:edex">').replace(b"</EDEX>", b"</e:EDEX>")
    assert len(lees(data, "x.xml", TODAY).leerlingen) == 1


def test_groups_that_share_a_name_keep_their_years() -> None:
    data = edex(leerling(), leerling("L2", groep="G3")).replace(
        b"</groepen>", b'<groep key="G3"><naam>1-3 Middenbouw Duin</naam><jaargroep>1</jaargroep></groep></groepen>'
    )
    names = [group.naam for group in lees(data, "x.xml", TODAY).groepen]
    assert names == ["4-6 Middenbouw Duin", "1-3 Middenbouw Duin"]


def test_an_unnamed_group_gets_its_bouw_from_its_years() -> None:
    data = edex(leerling()).replace(b"4-6 Middenbouw Duin", b"4-6 De Otters")
    (group,) = lees(data, "x.xml", TODAY).groepen
    assert (group.naam, group.bouw) == ("De Otters", Bouw.MIDDENBOUW)


def test_a_cut_off_file_says_where_it_stops() -> None:
    whole = edex(*(leerling(f"L{number}") for number in range(20)))
    problem = fout(whole[: len(whole) // 2])
    assert "niet compleet" in problem.what
    assert "regel" in problem.what
    assert "Sem" not in problem.what
    assert fout(whole[:-4]).what.startswith("Dit bestand is niet compleet")


def test_a_damaged_file_names_the_line() -> None:
    assert fout(b"<EDEX>\n<leerlingen>\n<a></b>\n</leerlingen></EDEX>").what == (
        "Dit bestand is beschadigd: regel 3 is niet te lezen."
    )


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf\r\n", "leeg"),
        (b"\x00" * 900, "leeg"),
        (b"<html><body>Inloggen</body></html>", "geen EDEXML"),
        (b"<EDEX></EDEX>", "geen leerlingen"),
        (b"PK\x03\x04rest", "Excel-bestand"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "oud Excel-bestand"),
        (b"zomaar een zin zonder iets", "geen lijst met kolommen"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, part: str) -> None:
    assert part in fout(data).what


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    data = bytes(20 * 1024 * 1024) + b"<EDEX/>"
    tracemalloc.start()
    problem = fout(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "te groot" in problem.what
    assert peak < 2 * len(data)


def test_too_many_persons_are_refused() -> None:
    data = edex("<leerling/>" * 5_001)
    assert "5.000 personen" in fout(data).what


BOMB = """<?xml version="1.0"?><!DOCTYPE EDEX [<!ENTITY a "ha">{}]><EDEX><leerlingen>&j;</leerlingen></EDEX>""".format(
    "".join(f'<!ENTITY {name} "{f"&{earlier};" * 10}">' for earlier, name in zip("abcdefghi", "bcdefghij", strict=True))
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE EDEX SYSTEM "http://school.example/edex.dtd"><EDEX/>',
        '<!DOCTYPE EDEX [<!ENTITY x SYSTEM "file:///etc/passwd">]><EDEX>&x;</EDEX>',
    ],
)
def test_entities_and_document_types_are_refused(text: str) -> None:
    assert "niet in een leerlingenlijst horen" in fout(text.encode()).what


def test_deep_nesting_is_refused() -> None:
    assert "niet opgebouwd als EDEXML" in fout(b"<EDEX>" + b"<a>" * 60 + b"</a>" * 60 + b"</EDEX>").what
