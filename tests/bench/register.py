"""Rows 4 and 10: the register through the services, and bare sqlcipher3 on a copy with the same settings."""

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data import Place, copied, text
from measure import Row, in_turns

from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentDraft,
    IncidentFilter,
    Mand,
    Soort,
    SoortKeuze,
)
from svp_desktop.domain.incident import IncidentVolgorde as Volgorde
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.kluis import engine, pragmas
from svp_desktop.kluis.stores import incidenten_lijst
from svp_desktop.services.werkplek import Werkplek

PAGE = 100
# Tables that one save writes in, in that order, with the column that ties a row to the incident.
_WRITTEN = (("incident", "id"), ("incident_tekst", "incident_id"), ("incident_soort", "incident_id"),
            ("incident_persoon", "incident_id"), ("versie", "object_id"), ("spoor", "object_id"),
            ("overleg_incident", "incident_id"))  # fmt: skip


def rows(place: Place, base: Path, wanted: set[int]) -> list[Row]:
    """Measure on two copies: one for the program, one for bare statements."""
    ours, bare = copied(place, base / "run-ours"), copied(place, base / "run-bare")
    werkplek = ours.open()
    raw = raw_connection(werkplek, bare)
    found = []
    if 4 in wanted:
        found.append(_page(werkplek, raw))
    if 10 in wanted:
        found.append(_save(werkplek, raw))
    raw.close()
    werkplek.vergrendel()
    return found


def raw_connection(werkplek: Werkplek, place: Place) -> Any:
    """A connection without anything of ours around it, with the same key and the same settings."""
    key = werkplek._kluis.school._key
    return engine.connect(place.folder / "school.db", key, pragmas.CONNECTION, check=lambda _: None, guarded=False)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that the work takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _page(werkplek: Werkplek, raw: Any) -> Row:
    everything = IncidentFilter()
    names, values = incidenten_lijst.asked(everything)
    statement = incidenten_lijst.rows_statement(names, Volgorde.DATUM, True)
    bound = {**values, "n": PAGE}
    assert len(werkplek.incidenten.eerste_bladzijde(everything, PAGE)[1]) == PAGE
    row = Row(4, "lijst van 100 uit 100.000", 2.5)
    return in_turns(
        row,
        lambda: timed(lambda: werkplek.incidenten.eerste_bladzijde(everything, PAGE)),
        lambda: timed(lambda: raw.execute(statement, bound).fetchall()),
        pairs=101,
    )


def _save(werkplek: Werkplek, raw: Any) -> Row:
    rng = random.Random(7)
    people = werkplek.personen.lijst(PersoonSoort.LEERLING)[:2]
    known = tuple(
        Betrokkene(person.id, "Sem Bakker", PersoonSoort.LEERLING, "4", frozenset({role}))
        for person, role in zip(people, (Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER), strict=True)
    )
    today = werkplek.today()

    def draft() -> IncidentDraft:
        return IncidentDraft(
            datum=today.strftime("%d-%m-%Y"),
            tijd="10:31",
            plaats="Schoolplein",
            soorten=(SoortKeuze(Soort.PESTEN),),
            mand=Mand.GEEL,
            betrokkenen=known,
            feiten=text(rng),
        )

    saved = werkplek.incidenten.registreer(draft()).value
    pattern = _rows_of(werkplek, saved)
    _same_overleggen(werkplek, raw)
    number = iter(range(1_000_000, 2_000_000))

    def ours() -> float:
        prepared = draft()
        return timed(lambda: werkplek.incidenten.registreer(prepared))

    def bare() -> float:
        statements = _statements(pattern, next(number), text(rng))
        return timed(lambda: _write(raw, statements))

    return in_turns(Row(10, "één incident opslaan", 1.6), ours, bare, pairs=51)


def _rows_of(werkplek: Werkplek, incident_id: int) -> list[tuple[str, dict[str, Any]]]:
    """Everything that the program wrote for one incident."""
    found: list[tuple[str, dict[str, Any]]] = []
    with werkplek._kluis.school.reading() as rx:
        for table, column in _WRITTEN:
            extra = (
                " AND soort = 'incident'"
                if table == "versie"
                else " AND actie LIKE 'incident%'"
                if table == "spoor"
                else ""
            )
            query = f"SELECT * FROM {table} WHERE {column} = ?{extra}"
            key: object = str(incident_id) if table == "spoor" else incident_id
            rows = rx.connection.exec_driver_sql(query, (key,)).mappings().all()
            assert rows, f"the program wrote nothing in {table}"
            found += [(table, dict(row)) for row in rows]
    return found


def _same_overleggen(werkplek: Werkplek, raw: Any) -> None:
    """What the signals of the first incident asked for stands in both registers, so that later ones join it in both."""
    with werkplek._kluis.school.reading() as rx:
        for row in rx.connection.exec_driver_sql("SELECT * FROM overleg").all():
            raw.execute(f"INSERT INTO overleg VALUES ({', '.join('?' * len(row))})", tuple(row))


def _statements(pattern: list[tuple[str, dict[str, Any]]], number: int, facts: str) -> list[tuple[str, dict[str, Any]]]:
    """The same rows under another id, ready to be written."""
    made = []
    for table, row in pattern:
        values = dict(row)
        if table == "incident":
            values |= {"id": number, "volgnummer": number}
        elif table == "versie":
            values |= {"object_id": number, "inhoud": json.dumps(json.loads(values["inhoud"]) | {"feiten": facts})}
            values.pop("id")
        elif table == "spoor":
            values |= {"volgnummer": number, "object_id": str(number)}
        else:
            values["incident_id"] = number
        if table == "incident_tekst":
            values |= {"feiten": facts, "zoektekst": " ".join(sorted(set(facts.lower().split())))}
        columns = ", ".join(values)
        made.append((f"INSERT INTO {table} ({columns}) VALUES ({', '.join(':' + name for name in values)})", values))
        if table == "incident_tekst":
            index = "INSERT INTO incident_zoek(rowid, zoektekst) VALUES (:id, :woorden)"
            made.append((index, {"id": number, "woorden": values["zoektekst"]}))
    made.append(("UPDATE identiteit SET volgnummer = volgnummer + 1", {}))
    return made


def _write(raw: Any, statements: list[tuple[str, dict[str, Any]]]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for statement, values in statements:
        raw.execute(statement, values)
    raw.execute("COMMIT")
