"""The school-free days of each school year, and which years are filled in."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.schoolvakanties import VrijePeriode
from svp_desktop.domain.vrije_dagen import Kalenderjaar, VrijeDagen, VrijSoort
from svp_desktop.kluis.tables.rondom_casussen import schoolkalender, schoolvrij
from svp_desktop.kluis.transaction import Rx, Tx


def lees(rx: Rx) -> Schoolkalender:
    """The calendar that counts school days."""
    periods = rx.connection.execute(select(schoolvrij.c.naam, schoolvrij.c.vanaf, schoolvrij.c.tot))
    return Schoolkalender.van(
        (VrijePeriode(*row) for row in periods), rx.connection.scalars(select(schoolkalender.c.schooljaar))
    )


def jaar(rx: Rx, schooljaar: str) -> Kalenderjaar:
    """One school year of the table, in order of days."""
    checked = rx.connection.scalar(select(schoolkalender.c.nagekeken).where(schoolkalender.c.schooljaar == schooljaar))
    query = (
        select(schoolvrij.c.id, schoolvrij.c.soort, schoolvrij.c.naam, schoolvrij.c.vanaf, schoolvrij.c.tot)
        .where(schoolvrij.c.schooljaar == schooljaar)
        .order_by(schoolvrij.c.vanaf, schoolvrij.c.id)
    )
    days = (
        VrijeDagen(row.id, VrijSoort(row.soort), row.naam, row.vanaf, row.tot) for row in rx.connection.execute(query)
    )
    return Kalenderjaar(schooljaar, checked is not None, bool(checked), tuple(days))


def vul(tx: Tx, schooljaar: str, dagen: Iterable[tuple[VrijSoort, VrijePeriode]]) -> None:
    """Put these days in place of the holidays that stood there; days of the school itself stay.

    The year counts only after `zet_nagekeken`.
    """
    own = VrijSoort.EIGEN.value
    tx.connection.execute(delete(schoolvrij).where(schoolvrij.c.schooljaar == schooljaar, schoolvrij.c.soort != own))
    rows = [
        {"schooljaar": schooljaar, "soort": soort.value, "naam": item.naam, "vanaf": item.vanaf, "tot": item.tot}
        for soort, item in dagen
    ]
    if rows:
        tx.connection.execute(insert(schoolvrij), rows)


def zet_nagekeken(tx: Tx, schooljaar: str, *, nagekeken: bool) -> None:
    """A year is filled in from now on, and compared with the school's own schedule or not yet."""
    values = {"nagekeken": nagekeken, "gewijzigd_op": tx.now}
    tx.connection.execute(
        upsert(schoolkalender)
        .values(schooljaar=schooljaar, **values)
        .on_conflict_do_update(index_elements=["schooljaar"], set_=values)
    )


def voeg_toe(tx: Tx, schooljaar: str, naam: str, vanaf: date, tot: date) -> int:
    """Days of the school itself; returns their id."""
    values = {"schooljaar": schooljaar, "soort": VrijSoort.EIGEN.value, "naam": naam, "vanaf": vanaf, "tot": tot}
    return int(tx.connection.execute(insert(schoolvrij).values(values)).lastrowid)


def wijzig(tx: Tx, dagen_id: int, naam: str, vanaf: date, tot: date) -> None:
    """Change one line; a holiday that the school moved is still a holiday. Raises NietGevonden."""
    query = update(schoolvrij).where(schoolvrij.c.id == dagen_id).values(naam=naam, vanaf=vanaf, tot=tot)
    if tx.connection.execute(query).rowcount != 1:
        raise NietGevonden


def verwijder(tx: Tx, dagen_id: int) -> None:
    """Take one line out of the table. Raises NietGevonden."""
    if tx.connection.execute(delete(schoolvrij).where(schoolvrij.c.id == dagen_id)).rowcount != 1:
        raise NietGevonden
