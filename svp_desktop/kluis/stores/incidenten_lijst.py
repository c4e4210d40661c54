"""Lists of incidents: ids first, rows by window, and a quick first page.

The statements are text, put together from the fixed pieces below; every value is bound. They run on plain tuples: on
these paths building and compiling a statement would cost more than the query itself.
"""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import Any

from svp_desktop.domain.incident import IncidentFilter, IncidentRegel, IncidentVolgorde, Kenmerk, Soort
from svp_desktop.domain.school import schooljaar_grenzen
from svp_desktop.domain.wachttijd import Wachttijd
from svp_desktop.domain.zoekwoorden import gezocht
from svp_desktop.kluis.stores.incidenten import MANDEN, SOORTEN
from svp_desktop.kluis.transaction import Rx

# A search that is being typed looks at the newest so many hits and shows the first of those in the asked order.
MOST_HITS = 1000
# Ids are read in pieces of this size, so that nothing holds the connection for more than some milliseconds.
PIECE = 10_000
_KENMERKEN = tuple(Kenmerk)
_CLOSED = _KENMERKEN.index(Kenmerk.AFGESLOTEN)
# The bit of a time that was not filled in, after those of the 24 hours.
_NO_HOUR = 24
# Days from the incident `i` to the first action; nothing needs to be done where it goes well (mand groen).
WACHTTIJDEN = {
    Wachttijd.ZELFDE_DAG: "i.actie_op <= i.datum",
    Wachttijd.EEN_DAG: "i.actie_op = date(i.datum, '+1 day')",
    Wachttijd.TWEE_TOT_VIJF: "i.actie_op > date(i.datum, '+1 day') AND i.actie_op <= date(i.datum, '+5 day')",
    Wachttijd.LATER: "i.actie_op > date(i.datum, '+5 day')",
    Wachttijd.NOG_NIET: "i.actie_op IS NULL",
}

_IN_CASUS = "EXISTS (SELECT 1 FROM casus_incident k WHERE k.incident_id = i.id)"
_COLUMNS = (
    "i.id, printf('%04d-%04d', i.jaar, i.volgnummer), i.datum, i.tijd, i.mand_rang, i.soort_bits, i.leerlingen,"
    f" i.groepen, i.omschrijving, i.twijfel, {_IN_CASUS}, i.plaats, i.kenmerken"
)
_CONDITIONS = {
    "zoek": "incident_zoek MATCH :zoek",
    "levend": "i.verwijderd_op IS NULL",
    "prullenbak": "i.verwijderd_op IS NOT NULL",
    "van": "i.datum >= :van",
    "tot_en_met": "i.datum <= :tot_en_met",
    "manden": "(:manden >> i.mand_rang) & 1",
    "soorten": "i.soort_bits & :soorten",
    "persoon": "i.id IN (SELECT incident_id FROM incident_persoon WHERE persoon_id = :persoon)",
    "alleen_twijfel": "i.twijfel = 1",
    "zonder_casus": f"NOT {_IN_CASUS}",
    "plaats": "i.plaats = :plaats",
    "zonder_plaats": "i.plaats = ''",
    # groups stand in one column, as the row shows them: so the covering index knows them
    "groep": "instr(', ' || i.groepen || ', ', ', ' || :groep || ', ')",
    "weekdagen": "(:weekdagen >> ((strftime('%w', i.datum) + 6) % 7)) & 1",
    "uren": f"(:uren >> CASE i.tijd WHEN '' THEN {_NO_HOUR} ELSE CAST(substr(i.tijd, 1, 2) AS INTEGER) END) & 1",
    "rol": (
        "EXISTS (SELECT 1 FROM incident_persoon p WHERE p.incident_id = i.id AND p.categorie = :rol_wie"
        " AND instr(' ' || p.rollen || ' ', ' ' || :rol || ' '))"
    ),
    **{f"wacht_{wachttijd.value}": f"+i.mand_rang > 0 AND {when}" for wachttijd, when in WACHTTIJDEN.items()},
    "kenmerken": "(i.kenmerken & :kenmerken) = :kenmerken",
    "zonder_kenmerken": "(i.kenmerken & :zonder_kenmerken) = 0",
}
# Each order ends in the moment and the id, so that it is the order of one index and no two rows are equal in it.
_ORDERS = {
    IncidentVolgorde.DATUM: ("i.datum", "i.tijd", "i.id"),
    IncidentVolgorde.MAND: ("i.mand_rang", "i.datum", "i.tijd", "i.id"),
    IncidentVolgorde.SOORT: ("i.soort_rang", "i.datum", "i.tijd", "i.id"),
    IncidentVolgorde.LEERLING: ("i.leerling_sleutel", "i.datum", "i.tijd", "i.id"),
    IncidentVolgorde.GROEP: ("i.groep_sleutel", "i.datum", "i.tijd", "i.id"),
    IncidentVolgorde.NUMMER: ("i.jaar", "i.volgnummer", "i.id"),
    IncidentVolgorde.TIJD: ("i.tijd", "i.datum", "i.id"),
    IncidentVolgorde.PLAATS: ("i.plaats", "i.datum", "i.tijd", "i.id"),
    IncidentVolgorde.STATUS: (f"((i.kenmerken >> {_CLOSED}) & 1)", "i.datum", "i.tijd", "i.id"),
}
# These have no index of their own: what they need stands in the index of the days, and is sorted from there.
SORTED = frozenset({IncidentVolgorde.TIJD, IncidentVolgorde.PLAATS, IncidentVolgorde.STATUS})
# The index is asked first and in its own order; the planner would otherwise try every incident against it.
_FOUND = "incident_zoek CROSS JOIN incident i ON i.id = incident_zoek.rowid"
# Of some days only that stretch of the search index is read: ids follow the days, more or less.
_DAYS = {"van": "y.datum >= :van", "tot_en_met": "y.datum <= :tot_en_met"}
_WINDOW = f"SELECT {_COLUMNS} FROM json_each(:ids) j CROSS JOIN incident i ON i.id = j.value"

Asked = tuple[frozenset[str], Mapping[str, Any]]


def asked(filter_: IncidentFilter) -> Asked:
    """The conditions of a filter by name, and their values."""
    values: dict[str, Any] = {}
    if (words := gezocht(filter_.zoek)) is not None:
        values["zoek"] = match_expression(words)
    values |= _days(filter_)
    if filter_.manden:
        values["manden"] = sum(1 << MANDEN.index(mand) for mand in filter_.manden)
    if filter_.soorten:
        values["soorten"] = sum(1 << SOORTEN.index(soort) for soort in filter_.soorten)
    for name, kenmerken in (("kenmerken", filter_.kenmerken), ("zonder_kenmerken", filter_.zonder_kenmerken)):
        if kenmerken:
            values[name] = sum(1 << _KENMERKEN.index(kenmerk) for kenmerk in kenmerken)
    values |= _moment(filter_)
    values |= {name: text for name in ("plaats", "groep") if (text := getattr(filter_, name))}
    if filter_.rol is not None:
        values["rol"] = filter_.rol[1].value
    if filter_.persoon_id is not None:
        values["persoon"] = filter_.persoon_id
    switches = {name for name in ("alleen_twijfel", "zonder_casus", "zonder_plaats") if getattr(filter_, name)}
    if filter_.wachttijd is not None:
        switches.add(f"wacht_{filter_.wachttijd.value}")
    names = frozenset({"prullenbak" if filter_.prullenbak else "levend", *values, *switches})
    return names, values | ({"rol_wie": filter_.rol[0].value} if filter_.rol else {})


def _days(filter_: IncidentFilter) -> dict[str, str]:
    """First and last day: of the school year, and no further than `vanaf` and `tot`."""
    first, last = schooljaar_grenzen(filter_.schooljaar) if filter_.schooljaar else (None, None)
    starts = [day for day in (first, filter_.vanaf) if day is not None]
    ends = [day for day in (last, filter_.tot) if day is not None]
    found = {"van": max(starts).isoformat()} if starts else {}
    return found | ({"tot_en_met": min(ends).isoformat()} if ends else {})


def _moment(filter_: IncidentFilter) -> dict[str, int]:
    """Weekdays and hours as bits."""
    chosen = (("weekdagen", filter_.weekdagen), ("uren", filter_.uren))
    return {
        name: sum(1 << (_NO_HOUR if number < 0 else number) for number in numbers)
        for name, numbers in chosen
        if numbers
    }


def match_expression(words: Sequence[str]) -> str:
    """A full-text question in which every word is quoted and all must be there; no words at all find nothing.

    A word of two or more signs may be a beginning; a digit is itself; one letter beside other words waits for more.
    Digits may be the number of an incident without its zeros.
    """
    used = [word for word in words if len(word) > 1 or word.isdigit()] or words
    return " AND ".join(map(_match, used)) or '""'


def _match(word: str) -> str:
    found = f'"{word}"*' if len(word) > 1 else f'"{word}"'
    return f'({found} OR "{word:0>4}")' if word.isdecimal() and len(word) < 4 else found


def ids_after(rx: Rx, question: Asked, volgorde: IncidentVolgorde, omgekeerd: bool, after: int | None) -> "array[int]":
    """The next piece of ids in order, those after the incident `after`; a search comes in one piece."""
    names, values = question
    if after is None:
        statement, bound = ids_statement(names, volgorde, omgekeerd), values
    else:
        key = _fetch(rx, f"SELECT {', '.join(_ORDERS[volgorde])} FROM incident i WHERE i.id = :id", {"id": after})
        if not key:
            return array("q")
        statement = ids_statement(names, volgorde, omgekeerd, further=True)
        bound = {**values, **{f"na{place}": value for place, value in enumerate(key[0])}}
    return array("q", [row[0] for row in _fetch(rx, statement, bound)])


def first_rows(rx: Rx, question: Asked, volgorde: IncidentVolgorde, omgekeerd: bool, limit: int) -> list[IncidentRegel]:
    """The first rows in order; with a search the first of the newest 1,000 hits."""
    names, values = question
    bound = {**values, "n": limit}
    if "zoek" in names:
        return rows(rx, [row[0] for row in _fetch(rx, hits_statement(names, volgorde, omgekeerd), bound)])
    if volgorde in SORTED:
        return rows(rx, [row[0] for row in _fetch(rx, first_ids_statement(names, volgorde, omgekeerd), bound)])
    return _regels(_fetch(rx, rows_statement(names, volgorde, omgekeerd), bound))


def rows(rx: Rx, wanted: Sequence[int]) -> list[IncidentRegel]:
    """The rows of a window, in the order of the ids; ids that are gone are left out."""
    found = {row[0]: row for row in _fetch(rx, _WINDOW, {"ids": f"[{','.join(map(str, wanted))}]"})}
    return _regels([found[id_] for id_ in wanted if id_ in found])


def count(rx: Rx, question: Asked) -> int:
    """How many incidents these conditions let through."""
    names, values = question
    return int(_fetch(rx, count_statement(names), values)[0][0])


@cache
def ids_statement(names: frozenset[str], volgorde: IncidentVolgorde, omgekeerd: bool, *, further: bool = False) -> str:
    """All ids in order (a search), or a piece of them; `further` goes on after a row (na0, na1, ...)."""
    columns = _ORDERS[volgorde]
    sign = "<" if omgekeerd else ">"
    here = ", ".join(f":na{place}" for place in range(len(columns)))
    after = f" AND ({', '.join(columns)}) {sign} ({here})" if further else ""
    piece = "" if "zoek" in names else f" LIMIT {PIECE}"
    source = _source(names, volgorde)
    return f"SELECT i.id FROM {source} WHERE {_where(names)}{after}{_order(columns, omgekeerd)}{piece}"


@cache
def rows_statement(names: frozenset[str], volgorde: IncidentVolgorde, omgekeerd: bool) -> str:
    """The first `:n` rows in order, straight from the index of that order."""
    order = _order(_ORDERS[volgorde], omgekeerd)
    return f"SELECT {_COLUMNS} FROM incident i WHERE {_where(names)}{order} LIMIT :n"


@cache
def first_ids_statement(names: frozenset[str], volgorde: IncidentVolgorde, omgekeerd: bool) -> str:
    """The ids of the first `:n` in an order without an index of its own."""
    order = _order(_ORDERS[volgorde], omgekeerd)
    return f"SELECT i.id FROM {_source(names, volgorde)} WHERE {_where(names)}{order} LIMIT :n"


@cache
def hits_statement(names: frozenset[str], volgorde: IncidentVolgorde, omgekeerd: bool) -> str:
    """The ids of the first `:n` in order of the newest hits of a search."""
    # the last of the columns of every order is the id
    columns = _ORDERS[volgorde]
    names_of = tuple(f"k{place}" for place in range(len(columns)))
    picked = ", ".join(f"{column} AS {name}" for column, name in zip(columns, names_of, strict=True))
    hits = (
        f"SELECT {picked} FROM {_source(names)} WHERE {_where(names)}"
        f" ORDER BY incident_zoek.rowid DESC LIMIT {MOST_HITS}"
    )
    order = _order(names_of, omgekeerd)
    return f"WITH hits AS MATERIALIZED ({hits}) SELECT {names_of[-1]} FROM hits{order} LIMIT :n"


@cache
def count_statement(names: frozenset[str]) -> str:
    """A count; a search without more conditions is counted in the search index alone."""
    if names == {"zoek", "levend"}:
        gone = "SELECT id FROM incident WHERE verwijderd_op IS NOT NULL"
        return f"SELECT count(*) FROM incident_zoek WHERE incident_zoek MATCH :zoek AND rowid NOT IN ({gone})"
    return f"SELECT count(*) FROM {_source(names)} WHERE {_where(names)}"


def _source(names: frozenset[str], volgorde: IncidentVolgorde | None = None) -> str:
    if "zoek" in names:
        return _FOUND
    from_days = volgorde in SORTED and "levend" in names and "persoon" not in names
    return f"incident i{' INDEXED BY ix_incident_datum' if from_days else ''}"


def _where(names: frozenset[str]) -> str:
    return " AND ".join(_CONDITIONS[name] for name in sorted(names)) + _stretch(names)


def _stretch(names: frozenset[str]) -> str:
    days = [condition for name, condition in _DAYS.items() if name in names]
    if not days or not names >= {"zoek", "levend"}:
        return ""
    # the plus keeps the planner from walking all ids in order instead of the index of the days
    live = f"FROM incident y WHERE {' AND '.join(days)} AND y.verwijderd_op IS NULL"
    first = f" AND incident_zoek.rowid >= (SELECT min(+y.id) {live})" if "van" in names else ""
    last = f" AND incident_zoek.rowid <= (SELECT max(+y.id) {live})" if "tot_en_met" in names else ""
    return first + last


def _order(columns: Sequence[str], omgekeerd: bool) -> str:
    return " ORDER BY " + ", ".join(f"{name} DESC" if omgekeerd else name for name in columns)


def _fetch(rx: Rx, statement: str, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    return rx.connection.exec_driver_sql(statement, dict(values)).all()


@cache
def _soorten(bits: int) -> tuple[Soort, ...]:
    """The kinds of a set of bits, in the plan's order (at most 8,191 such sets)."""
    return tuple(soort for place, soort in enumerate(SOORTEN) if bits >> place & 1)


@cache
def _kenmerken(bits: int) -> frozenset[Kenmerk]:
    """The properties of a set of bits (at most 1,023 such sets)."""
    return frozenset(kenmerk for place, kenmerk in enumerate(_KENMERKEN) if bits >> place & 1)


@cache
def _dag(text: str) -> date:
    return date.fromisoformat(text)


@cache
def _tijd(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _regels(rows: Sequence[Sequence[Any]]) -> list[IncidentRegel]:
    """Rows as NamedTuples; days, times and kinds come from a cache, because a list repeats them."""
    return [
        IncidentRegel(
            id_, number, _dag(day), _tijd(moment), MANDEN[mand], _soorten(bits), pupils, groups, line, doubt == 1,
            linked == 1, place, _kenmerken(marks),
        )
        for id_, number, day, moment, mand, bits, pupils, groups, line, doubt, linked, place, marks in rows
    ]  # fmt: skip
