"""Reading a list of pupils from CSV, as Excel and pupil systems write it."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from svp_desktop.domain.errors import InleesFout
from svp_desktop.domain.inlezen import (
    VELD_WOORD,
    InleesBestand,
    InleesGroep,
    InleesLeerling,
    Kolommen,
    Onleesbaar,
    Veld,
    sleutel,
)
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.school import Bouw, Naam
from svp_desktop.exchange import velden
from svp_desktop.exchange.tekst import controleer_omvang, lees_tekst
from svp_desktop.exchange.velden import MAX_BYTES, MAX_PERSONEN, MAX_TEKENS, OnleesbaarVeld

_SYNONIEMEN: dict[Veld, tuple[str, ...]] = {
    Veld.NUMMER: ("leerlingnummer", "leerlingnr", "llnr", "lnr", "nummer", "stamnummer", "leerlingid", "key", "id"),
    Veld.ROEPNAAM: ("roepnaam", "voornaam", "roepnaamleerling"),
    Veld.TUSSENVOEGSEL: ("tussenvoegsel", "tussenvoegsels", "tv", "tussenv", "voorvoegsel", "voorvoegsels"),
    Veld.ACHTERNAAM: ("achternaam", "familienaam", "achternaamleerling"),
    Veld.GEBOORTEDATUM: ("geboortedatum", "gebdatum", "geborenop", "geboren"),
    Veld.JAARGROEP: ("jaargroep", "leerjaar", "jaar", "lj", "jg"),
    Veld.GROEP: ("groep", "groepsnaam", "klas", "stamgroep", "groepnaam", "basisgroep"),
}
_DELIMITERS = ";,\t|"
_HEADER_WITHIN = 10
_MAX_LINES = 50_000
_MAX_LINES_A_ROW = 20
_MAX_CELLS = 200
_END = "\x00einde\x00"
_KOPPEN = (
    "Zet in de eerste regel van het bestand de namen van de kolommen, zoals Roepnaam en Achternaam, "
    "en kies het bestand opnieuw."
)


def herken_kolommen(data: bytes) -> Kolommen:
    """The headings of a CSV file and which fields they hold, for the user to check or change.

    Raises InleesFout when the file cannot be read or holds no row that looks like headings.
    """
    controleer_omvang(data)
    lines = _regels(lees_tekst(data))
    _, columns = _kop(lines)
    return columns


def lees_csv(data: bytes, naam: str, today: date, kolommen: Kolommen | None = None) -> InleesBestand:
    """Pupils of a CSV file; a row that cannot be read becomes an Onleesbaar and stops nothing.

    `kolommen` are the user's own choice of columns. Raises InleesFout when the file as a whole cannot be read.
    """
    controleer_omvang(data)
    lines = _regels(lees_tekst(data))
    delimiter, found = _kop(lines)
    columns = kolommen or found
    if columns.ontbreekt:
        missing = " en ".join(VELD_WOORD[veld] for veld in columns.ontbreekt)
        raise InleesFout(f"Niet gevonden: {missing}.", now="Kies bij Kolommen zelf in welke kolom dit staat.")
    pupils: list[InleesLeerling] = []
    unreadable: list[Onleesbaar] = []
    seen: dict[str, int] = {}
    for line, cells in _rijen(lines, columns.kopregel, delimiter):
        if isinstance(cells, OnleesbaarVeld):
            unreadable.append(Onleesbaar(line, cells.reden, cells.doen))
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if len(pupils) + len(unreadable) >= MAX_PERSONEN:
            raise InleesFout("In dit bestand staan meer dan 5.000 regels. Dat is te veel voor één school.")
        try:
            pupils.append(_leerling(line, cells, columns, seen, today))
        except OnleesbaarVeld as problem:
            unreadable.append(_onleesbaar(line, cells, columns, problem))
    if not pupils and not unreadable:
        raise InleesFout("In dit bestand staan wel kolomnamen, maar geen leerlingen.")
    return InleesBestand(naam, _groepen(pupils), tuple(pupils), (), tuple(unreadable), columns)


def _regels(text: str) -> list[str]:
    """The physical lines, with their ends: only CR and LF end a line, unlike str.splitlines.

    Raises InleesFout past the cap, before the lines are made.
    """
    if text.count("\n") + text.count("\r") > 2 * _MAX_LINES:
        raise InleesFout("In dit bestand staan meer dan 50.000 regels. Dat is te veel voor één school.")
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)


def _kop(lines: Sequence[str]) -> tuple[str, Kolommen]:
    """The delimiter and the headings: the first lines are searched for the row with most known headings."""
    best: tuple[int, str, Kolommen] | None = None
    for number, line in enumerate(lines[:_HEADER_WITHIN], 1):
        for delimiter in _DELIMITERS:
            cells = _cellen(line, delimiter)
            columns = _herken(number, cells)
            if best is None or len(columns.keuze) > best[0]:
                best = (len(columns.keuze), delimiter, columns)
    if best is None or best[0] == 0:
        fallback = _zonder_kop(lines)
        if fallback is None:
            raise InleesFout("Dit bestand is geen lijst met kolommen.", now=_KOPPEN)
        best = (0, *fallback)
    _, delimiter, columns = best
    rows = _rijen(lines, columns.kopregel, delimiter)
    sample = next((cells for _, cells in rows if not isinstance(cells, OnleesbaarVeld) and any(cells)), [])
    short = tuple(velden.schoon(cell)[:40] for cell in sample[:_MAX_CELLS])
    return delimiter, Kolommen(columns.kopregel, columns.koppen, short, columns.keuze)


def _zonder_kop(lines: Sequence[str]) -> tuple[str, Kolommen] | None:
    """A table with headings that are not known: its first row of two or more short words, or None."""
    for number, line in enumerate(lines[:_HEADER_WITHIN], 1):
        for delimiter in _DELIMITERS:
            cells = _cellen(line, delimiter)
            texts = all(cell and len(cell) <= 40 and not re.search(r"[\d\x00<{]", cell) for cell in cells)
            if 2 <= len(cells) <= _MAX_CELLS and texts:
                return delimiter, Kolommen(number, tuple(cells), ())
    return None


def _cellen(line: str, delimiter: str) -> list[str]:
    _wide_fields()
    return [velden.schoon(cell) for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _wide_fields() -> None:
    """Let the reader pass fields as long as a whole file: their length is judged a row at a time."""
    csv.field_size_limit(MAX_BYTES)


def _herken(number: int, cells: Sequence[str]) -> Kolommen:
    columns = Kolommen(number, tuple(cell[:60] for cell in cells[:_MAX_CELLS]), ())
    for index, cell in enumerate(cells[:_MAX_CELLS]):
        word = re.sub(r"[^a-z]", "", vouw(cell[:60]))
        for veld, names in _SYNONIEMEN.items():
            if word in names and columns.kolom(veld) is None:
                columns = columns.met(veld, index)
    return columns


def _rijen(lines: Sequence[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str] | OnleesbaarVeld]]:
    """Each row with the line where it begins.

    A quote that is never closed costs only its own line, not the rest of the file: after at most 20 lines a marker
    follows, and a row that swallowed the marker is unreadable.
    """
    _wide_fields()
    index = start
    while index < len(lines):
        block = lines[index : index + _MAX_LINES_A_ROW]
        reader = csv.reader([*block, _END], delimiter=delimiter)
        cells = next(reader)
        if any(_END in cell for cell in cells):
            yield index + 1, OnleesbaarVeld("Een aanhalingsteken op deze regel wordt niet gesloten")
            index += 1
            continue
        if len(cells) > _MAX_CELLS:
            yield index + 1, OnleesbaarVeld(f"Deze regel heeft {len(cells)} kolommen")
        else:
            yield index + 1, cells
        index += reader.line_num


def _cel(cells: Sequence[str], columns: Kolommen, veld: Veld) -> str:
    index = columns.kolom(veld)
    return cells[index] if index is not None and index < len(cells) else ""


def _leerling(line: int, cells: Sequence[str], columns: Kolommen, seen: dict[str, int], today: date) -> InleesLeerling:
    if any("\x00" in cell for cell in cells):
        raise OnleesbaarVeld("Op deze regel staat een teken dat niet kan (nul)")
    number = velden.nummer(_cel(cells, columns, Veld.NUMMER))
    family = velden.verplicht(_cel(cells, columns, Veld.ACHTERNAAM), "achternaam")
    first = velden.verplicht(_cel(cells, columns, Veld.ROEPNAAM), "roepnaam")
    prefix = velden.naamdeel(_cel(cells, columns, Veld.TUSSENVOEGSEL), "tussenvoegsel")
    pupil = InleesLeerling(
        regel=line,
        naam=Naam(first, prefix, family),
        nummer=number,
        geboortedatum=velden.geboortedatum(_cel(cells, columns, Veld.GEBOORTEDATUM)[: MAX_TEKENS + 1], today),
        jaargroep=velden.jaargroep(_cel(cells, columns, Veld.JAARGROEP)[: MAX_TEKENS + 1]),
        groep=velden.groepsnaam(velden.naamdeel(_cel(cells, columns, Veld.GROEP), "groep")),
    )
    if number and number in seen:
        raise OnleesbaarVeld(f"Nummer {number[:30]} staat ook op regel {seen[number]}")
    seen[number] = line
    return pupil


def _onleesbaar(line: int, cells: Sequence[str], columns: Kolommen, problem: OnleesbaarVeld) -> Onleesbaar:
    parts = (_leesbaar(_cel(cells, columns, veld)) for veld in (Veld.ROEPNAAM, Veld.TUSSENVOEGSEL, Veld.ACHTERNAAM))
    name = " ".join(part for part in parts if part)
    group = velden.groepsnaam(_cel(cells, columns, Veld.GROEP))
    number = sleutel(_leesbaar(_cel(cells, columns, Veld.NUMMER)))
    return Onleesbaar(line, problem.reden, problem.doen, name, group, number)


def _leesbaar(cell: str) -> str:
    """The part of a damaged cell that a list can show."""
    kept = "".join(char for char in cell[:MAX_TEKENS] if unicodedata.category(char) not in ("Cc", "Cs"))
    return velden.schoon(kept)[:60]


def _groepen(pupils: Sequence[InleesLeerling]) -> tuple[InleesGroep, ...]:
    years: dict[str, set[int]] = {}
    for pupil in pupils:
        if pupil.groep:
            years.setdefault(pupil.groep, set()).update({pupil.jaargroep} if pupil.jaargroep else ())
    groups = (InleesGroep(name, velden.bouw(name, frozenset(found))) for name, found in years.items())
    return tuple(sorted(groups, key=lambda group: (list(Bouw).index(group.bouw), group.naam)))
