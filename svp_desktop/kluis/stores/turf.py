"""Ticks of the gele mand as rows (demand 54). They hold no names, so a mistaken one is simply taken away."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import case, delete, func, insert, select

from svp_desktop.kluis.tables.rondom_incidenten import turf
from svp_desktop.kluis.transaction import Rx, Tx


def voeg_toe(tx: Tx, datum: date, tijd: str, plaats: str, groep_id: int | None) -> int:
    """One tick ("10:25"); returns its id."""
    values = {"datum": datum, "tijd": tijd, "plaats": plaats, "groep_id": groep_id}
    return int(tx.connection.execute(insert(turf).values(values)).lastrowid)


def verwijder(tx: Tx, turf_id: int) -> bool:
    """Take a tick away; False when it is not there."""
    return tx.connection.execute(delete(turf).where(turf.c.id == turf_id)).rowcount == 1


def aantallen(rx: Rx, vanaf: date, vandaag: date) -> dict[str, tuple[int, int]]:
    """Per place how many ticks today, and how many since a day."""
    today = func.sum(case((turf.c.datum == vandaag, 1), else_=0))
    query = select(turf.c.plaats, today, func.count()).where(turf.c.datum.between(vanaf, vandaag))
    return {place: (now, all_) for place, now, all_ in rx.connection.execute(query.group_by(turf.c.plaats))}


def van_dag(rx: Rx, ids: Sequence[int], dag: date) -> list[tuple[int, str, str]]:
    """Id, time and place of those of these ticks that are of this day, in the order of the ids."""
    query = select(turf.c.id, turf.c.tijd, turf.c.plaats).where(turf.c.id.in_(ids), turf.c.datum == dag)
    return [(id_, time, place) for id_, time, place in rx.connection.execute(query.order_by(turf.c.id))]
