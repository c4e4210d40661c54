"""Rows 5, 6 and 7: a page far down, counts and the overview, and what encryption costs every hot query."""

import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from data import Place, copied
from measure import Row, in_turns
from register import PAGE, raw_connection, timed

from svp_desktop.domain.incident import Betrokkenheid, IncidentFilter, Kenmerk, Mand, Soort
from svp_desktop.domain.incident import IncidentVolgorde as Volgorde
from svp_desktop.domain.inzicht import Periode, dit_schooljaar
from svp_desktop.domain.school import PersoonSoort, schooljaar
from svp_desktop.kluis import pragmas
from svp_desktop.kluis.stores import incidenten_lijst as lists
from svp_desktop.kluis.stores import inzicht, signalen
from svp_desktop.services.werkplek import Werkplek

DEEP = 50_000
Query = tuple[str, dict[str, Any]]


def rows(place: Place, base: Path, wanted: set[int]) -> list[Row]:
    """Measure on two copies: one for the program, one for bare statements."""
    ours, bare = copied(place, base / "run-queries"), copied(place, base / "run-queries-bare")
    werkplek = ours.open()
    raw = raw_connection(werkplek, bare)
    found = []
    if 5 in wanted:
        found.append(_deep(werkplek))
    if 6 in wanted:
        found.append(_counts(werkplek, raw))
    if 7 in wanted:
        found.append(_without_key(werkplek, raw, base / "run-open" / "school.db"))
    raw.close()
    werkplek.vergrendel()
    return found


def _deep(werkplek: Werkplek) -> Row:
    """The window of the list that shows rows 50,000 and on, as it is read after a jump; both have been read before."""
    ids = werkplek.incidenten.ids(IncidentFilter())
    deep, first = list(ids[DEEP : DEEP + PAGE]), list(ids[:PAGE])
    return in_turns(
        Row(5, f"bladzijde {DEEP:,} diep".replace(",", "."), 1.3),
        lambda: timed(lambda: werkplek.incidenten.regels(deep)),
        lambda: timed(lambda: werkplek.incidenten.regels(first)),
        pairs=101,
    )


def _filters(werkplek: Werkplek) -> dict[str, IncidentFilter]:
    """What a school filters on, alone and together."""
    year = schooljaar(werkplek.today())
    return {
        "schooljaar": IncidentFilter(schooljaar=year),
        "mand": IncidentFilter(manden=frozenset({Mand.ROOD})),
        "soort en jaar": IncidentFilter(schooljaar=year, soorten=frozenset({Soort.PESTEN})),
        "open": IncidentFilter(zonder_kenmerken=frozenset({Kenmerk.AFGESLOTEN})),
        "plaats en dag": IncidentFilter(plaats="Gang", weekdagen=frozenset({0})),
        "rol": IncidentFilter(schooljaar=year, rol=(PersoonSoort.LEERLING, Betrokkenheid.DADER)),
        "zoeken": IncidentFilter(zoek="scheldwoord"),
    }


def _overview(periode: Periode) -> list[Query]:
    found: list[Query] = []
    for part in (periode, periode.jaar_eerder()):
        days = {"vanaf": part.vanaf.isoformat(), "tot": part.tot.isoformat()}
        found += [(s, days) for s in (inzicht.TOTALS, inzicht.MOMENTS, inzicht.GROUPS, inzicht.ROLES)]
    return found


def _counts(werkplek: Werkplek, raw: Any) -> Row:
    """Every filter counted, and the overview of this school year beside the last one, together."""
    filters, periode = _filters(werkplek), dit_schooljaar(werkplek.today())
    everything = lists.asked(IncidentFilter())
    bare = [*((lists.count_statement(names), dict(values)) for names, values in map(lists.asked, filters.values())),
            *[(lists.count_statement(everything[0]), dict(everything[1]))] * len(filters),
            *_overview(periode)]  # fmt: skip

    def ours() -> None:
        for filter_ in filters.values():
            werkplek.incidenten.aantal(filter_)
        werkplek.inzicht.overzicht(periode)

    return in_turns(
        Row(6, f"{len(filters)} tellingen met een filter en het overzicht", 2.0),
        lambda: timed(ours),
        lambda: timed(lambda: [raw.execute(statement, values).fetchall() for statement, values in bare]),
    )


def _hot(werkplek: Werkplek, raw: Any) -> dict[str, Query]:
    """Every question that is asked while somebody waits."""
    found: dict[str, Query] = {}
    for order in Volgorde:
        names, values = lists.asked(IncidentFilter())
        first = lists.first_ids_statement if order in lists.SORTED else lists.rows_statement
        found[f"lijst op {order.value}"] = first(names, order, True), {**values, "n": PAGE}
    for name, filter_ in _filters(werkplek).items():
        names, values = lists.asked(filter_)
        found[f"telling {name}"] = lists.count_statement(names), dict(values)
    names, values = lists.asked(IncidentFilter(zoek="duwde"))
    found["zoeken"] = lists.hits_statement(names, Volgorde.DATUM, True), {**values, "n": PAGE}
    (child,) = raw.execute("SELECT min(persoon_id) FROM incident_persoon").fetchone()
    since = dit_schooljaar(werkplek.today()).vanaf.isoformat()
    found["signalen op een kind"] = signalen.VAN_KIND, {"persoon": child, "vanaf": since}
    names, values = lists.asked(IncidentFilter(persoon_id=child))
    found["telling van een kind"] = lists.count_statement(names), dict(values)
    for place, query in enumerate(_overview(dit_schooljaar(werkplek.today()))[:4], 1):
        found[f"overzicht {place}"] = query
    return found


def _without_key(werkplek: Werkplek, raw: Any, open_file: Path) -> Row:
    """The same library and settings on the same rows without a key. The row is the query that encryption costs most."""
    open_file.parent.mkdir(exist_ok=True)
    open_file.unlink(missing_ok=True)
    raw.execute("ATTACH DATABASE ? AS open KEY ''", (str(open_file),))
    raw.execute("SELECT sqlcipher_export('open')")
    raw.execute("DETACH DATABASE open")
    bare = sqlcipher.connect(str(open_file), isolation_level=None)
    for setting in pragmas.CONNECTION:
        if not setting.name.startswith("cipher"):
            bare.execute(setting.set_statement())
    measured = []
    for name, (statement, values) in _hot(werkplek, raw).items():
        row = in_turns(Row(7, "", 1.15, detail=name), _asks(raw, statement, values), _asks(bare, statement, values), 31)
        measured.append(row)
    bare.close()
    worst = max(measured, key=lambda row: row.ratio)
    middle = statistics.median(row.ratio for row in measured)
    worst.what = f"{len(measured)} vragen versleuteld, de duurste"
    worst.detail += f"; de middelste {middle:.2f}"
    return worst


def _asks(connection: Any, statement: str, values: dict[str, Any]) -> Callable[[], float]:
    """Ask often enough in a row to take a millisecond: a single quick question drowns in the noise of the clock."""
    ask = connection.execute
    once = min(timed(lambda: ask(statement, values).fetchall()) for _ in range(3))
    times = max(1, round(2 / max(once, 0.01)))

    def asked() -> None:
        for _ in range(times):
            ask(statement, values).fetchall()

    return lambda: timed(asked) / times
