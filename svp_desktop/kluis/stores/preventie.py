"""Actions that prevent: rows to values and back, and the count of a pattern in a stretch of days."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from svp_desktop.domain.incident import Soort
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.preventie import Patroon, Preventie, PreventieInhoud
from svp_desktop.kluis.stores.incidenten import SOORTEN
from svp_desktop.kluis.tables.rondom_incidenten import preventie
from svp_desktop.kluis.transaction import Rx, Tx

_COUNT = (
    "SELECT count(*) FROM incident INDEXED BY ix_incident_datum"
    " WHERE verwijderd_op IS NULL AND datum BETWEEN :vanaf AND :tot"
    " AND (:plaats = '' OR plaats = :plaats)"
    " AND (:soort = 0 OR soort_bits & :soort)"
    " AND (:dag IS NULL OR (strftime('%w', datum) + 6) % 7 = :dag)"
    " AND (:uur IS NULL OR substr(tijd, 1, 2) = :uur)"
    " AND (:groep = '' OR instr(', ' || groepen || ', ', ', ' || :groep || ', '))"
)


def alle(rx: Rx) -> tuple[Preventie, ...]:
    """Those not in the prullenbak: running ones first, then by first day, newest first."""
    query = select(preventie).where(preventie.c.verwijderd_op.is_(None))
    order = (preventie.c.gestopt_op.isnot(None), preventie.c.vanaf.desc(), preventie.c.id.desc())
    return tuple(map(_value, rx.connection.execute(query.order_by(*order))))


def lees(rx: Rx, id_: int) -> Preventie | None:
    """One that is not in the prullenbak."""
    query = select(preventie).where(preventie.c.id == id_, preventie.c.verwijderd_op.is_(None))
    row = rx.connection.execute(query).first()
    return None if row is None else _value(row)


def voeg_toe(tx: Tx, inhoud: PreventieInhoud) -> int:
    """A new one; returns its id."""
    values = _columns(inhoud) | {"versie": 1, "gemaakt_op": tx.now, "gewijzigd_op": tx.now}
    made: int = tx.connection.execute(insert(preventie).values(values).returning(preventie.c.id)).scalar_one()
    return made


def wijzig(tx: Tx, id_: int, inhoud: PreventieInhoud, versie: int) -> bool:
    """Replace the content when it still is at `versie`."""
    return _change(tx, id_, _columns(inhoud) | {"versie": versie + 1}, versie)


def zet_gestopt(tx: Tx, id_: int, day: date | None) -> bool:
    """Over since this day, or running again (None)."""
    return _change(tx, id_, {"gestopt_op": day})


def zet_verwijderd(tx: Tx, id_: int, at: datetime | None) -> bool:
    """Into the prullenbak or out of it; False when nothing changed."""
    there = preventie.c.verwijderd_op.is_(None) if at else preventie.c.verwijderd_op.isnot(None)
    done = tx.connection.execute(update(preventie).where(preventie.c.id == id_, there).values(verwijderd_op=at))
    return done.rowcount == 1


def tel(rx: Rx, patroon: Patroon, periode: Periode) -> int:
    """How many incidents of this pattern in these days."""
    values = {
        "vanaf": periode.vanaf.isoformat(),
        "tot": periode.tot.isoformat(),
        "plaats": patroon.plaats,
        "soort": 1 << SOORTEN.index(patroon.soort) if patroon.soort else 0,
        "dag": patroon.weekdag,
        "uur": None if patroon.uur is None else f"{patroon.uur:02d}",
        "groep": patroon.groep,
    }
    return int(rx.connection.exec_driver_sql(_COUNT, values).scalar_one())


def _change(tx: Tx, id_: int, values: dict[str, Any], versie: int | None = None) -> bool:
    query = update(preventie).where(preventie.c.id == id_, preventie.c.verwijderd_op.is_(None))
    if versie is not None:
        query = query.where(preventie.c.versie == versie)
    return tx.connection.execute(query.values(**values, gewijzigd_op=tx.now)).rowcount == 1


def _columns(inhoud: PreventieInhoud) -> dict[str, Any]:
    pattern = inhoud.patroon
    return {
        "omschrijving": inhoud.omschrijving,
        "patroon": {
            "plaats": pattern.plaats,
            "soort": pattern.soort.value if pattern.soort else "",
            "weekdag": pattern.weekdag,
            "uur": pattern.uur,
            "groep": pattern.groep,
        },
        "vanaf": inhoud.vanaf,
        "evalueren_op": inhoud.evalueren_op,
        "eigenaar_id": inhoud.eigenaar_id,
        "uitkomst": inhoud.uitkomst,
    }


def _value(row: Row[Any]) -> Preventie:
    kept = row.patroon
    kind = Soort(kept["soort"]) if kept["soort"] else None
    content = PreventieInhoud(
        row.omschrijving,
        Patroon(kept["plaats"], kind, kept["weekdag"], kept["uur"], kept.get("groep", "")),
        row.vanaf,
        row.evalueren_op,
        row.eigenaar_id,
        row.uitkomst,
    )
    return Preventie(row.id, row.versie, content, row.gestopt_op)
