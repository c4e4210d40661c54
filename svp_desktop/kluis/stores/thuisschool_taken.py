"""Tasks of a period of thuis-school, among the tasks of its casus."""

from datetime import date

from sqlalchemy import insert, select, update

from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.school import Naam
from svp_desktop.domain.thuisschool_taken import NAZORG, ThuisTaak
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.rondom_casussen import casus_taak
from svp_desktop.kluis.transaction import Rx, Tx


def voeg_toe(
    tx: Tx, casus_id: int, thuisschool_id: int, omschrijving: str, eigenaar_id: int | None, datum: date, bron: str = ""
) -> int:
    """Record a task and return its id."""
    values = {
        "casus_id": casus_id,
        "thuisschool_id": thuisschool_id,
        "versie": 1,
        "bron": bron,
        "omschrijving": omschrijving,
        "eigenaar_id": eigenaar_id,
        "datum": datum,
        "notitie": "",
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    return int(tx.connection.execute(insert(casus_taak).values(values)).lastrowid)


def van(rx: Rx, thuisschool_id: int) -> tuple[ThuisTaak, ...]:
    """The tasks of a period, by day."""
    query = (
        select(casus_taak, persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam, persoon.c.noemnaam)
        .outerjoin(persoon, persoon.c.id == casus_taak.c.eigenaar_id)
        .where(casus_taak.c.thuisschool_id == thuisschool_id, casus_taak.c.verwijderd_op.is_(None))
        .order_by(casus_taak.c.datum, casus_taak.c.id)
    )
    found = []
    for row in rx.connection.execute(query):
        name = row.noemnaam or str(Naam(row.roepnaam or "", row.tussenvoegsel or "", row.achternaam or ""))
        found.append(
            ThuisTaak(row.id, row.omschrijving, row.eigenaar_id, name, row.datum, row.gedaan_op, row.bron == NAZORG)
        )
    return tuple(found)


def periode_van(rx: Rx, taak_id: int) -> int:
    """The period that a task belongs to. Raises NietGevonden."""
    found = rx.connection.execute(select(casus_taak.c.thuisschool_id).where(casus_taak.c.id == taak_id)).scalar()
    if found is None:
        raise NietGevonden
    return int(found)


def zet_gedaan(tx: Tx, taak_id: int, gedaan_op: date | None) -> None:
    """Done on this day, or open again. Raises NietGevonden."""
    there = (casus_taak.c.id == taak_id) & casus_taak.c.verwijderd_op.is_(None)
    values = {"gedaan_op": gedaan_op, "versie": casus_taak.c.versie + 1, "gewijzigd_op": tx.now}
    if tx.connection.execute(update(casus_taak).where(there).values(values)).rowcount != 1:
        raise NietGevonden


def zet_verwijderd(tx: Tx, taak_id: int, *, verwijderd: bool) -> None:
    """Into the prullenbak or out of it. Raises NietGevonden when nothing changed."""
    there = casus_taak.c.verwijderd_op.is_(None) if verwijderd else casus_taak.c.verwijderd_op.is_not(None)
    query = update(casus_taak).where(casus_taak.c.id == taak_id, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden
