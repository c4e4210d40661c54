"""What was agreed in an overleg, and the points for the agenda of a meeting (demands 35, 38)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, insert, select, update

from svp_desktop.domain.school import Naam
from svp_desktop.domain.signalen import Afspraak, Bespreekpunt, BespreekSoort, PuntDraft
from svp_desktop.kluis.stores.incidenten import nummer
from svp_desktop.kluis.tables.incidenten import incident
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.rondom_incidenten import afspraak, bespreekpunt
from svp_desktop.kluis.tables.school import groep
from svp_desktop.kluis.transaction import Rx, Tx

_NAME = (persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam)


def voeg_afspraak_toe(tx: Tx, overleg_id: int | None, omschrijving: str, eigenaar_id: int, datum: date) -> int:
    """A new action; returns its id."""
    values = {
        "overleg_id": overleg_id,
        "omschrijving": omschrijving,
        "eigenaar_id": eigenaar_id,
        "datum": datum,
        "gemaakt_op": tx.now,
    }
    return int(tx.connection.execute(insert(afspraak).values(values)).lastrowid)


def zet_gedaan(tx: Tx, afspraak_id: int, op: date | None) -> bool:
    """Tick an action, or take the tick away; False when it is not there."""
    query = update(afspraak).where(afspraak.c.id == afspraak_id, afspraak.c.verwijderd_op.is_(None))
    return tx.connection.execute(query.values(gedaan_op=op)).rowcount == 1


def zet_afspraak_verwijderd(tx: Tx, afspraak_id: int, *, verwijderd: bool) -> bool:
    """Take an action away, or back; False when nothing changed."""
    there = afspraak.c.verwijderd_op.is_(None) if verwijderd else afspraak.c.verwijderd_op.is_not(None)
    query = update(afspraak).where(afspraak.c.id == afspraak_id, there)
    return tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount == 1


def afspraken(rx: Rx, overleg_id: int) -> tuple[Afspraak, ...]:
    """What was agreed in this overleg, by day."""
    return _afspraken(rx, afspraak.c.overleg_id == overleg_id)


def te_doen(rx: Rx) -> tuple[Afspraak, ...]:
    """Every action that is not done yet, by day."""
    return _afspraken(rx, afspraak.c.gedaan_op.is_(None))


def voeg_punt_toe(tx: Tx, draft: PuntDraft) -> int:
    """A new point; returns its id."""
    values = {
        "soort": draft.soort.value,
        "groep_id": draft.groep_id if draft.soort is BespreekSoort.GROEP else None,
        "persoon_id": draft.persoon_id if draft.soort is BespreekSoort.KIND else None,
        "incident_id": draft.incident_id,
        "tekst": draft.tekst.strip(),
        "gemaakt_op": tx.now,
        "verslag": "",
    }
    return int(tx.connection.execute(insert(bespreekpunt).values(values)).lastrowid)


def zet_besproken(tx: Tx, punt_id: int, op: date | None, verslag: str) -> bool:
    """Tick a point with what was said, or take the tick away; False when it is not there."""
    query = update(bespreekpunt).where(bespreekpunt.c.id == punt_id, bespreekpunt.c.verwijderd_op.is_(None))
    return tx.connection.execute(query.values(besproken_op=op, verslag=verslag)).rowcount == 1


def zet_punt_verwijderd(tx: Tx, punt_id: int, *, verwijderd: bool) -> bool:
    """Take a point away, or back; False when nothing changed."""
    there = bespreekpunt.c.verwijderd_op.is_(None) if verwijderd else bespreekpunt.c.verwijderd_op.is_not(None)
    query = update(bespreekpunt).where(bespreekpunt.c.id == punt_id, there)
    return tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount == 1


def punten(rx: Rx, *, besproken: bool) -> tuple[Bespreekpunt, ...]:
    """The points that wait, oldest first; or those that were discussed, the last 200, newest first."""
    if besproken:
        query = _punten(bespreekpunt.c.besproken_op.is_not(None))
        query = query.order_by(bespreekpunt.c.besproken_op.desc(), bespreekpunt.c.id.desc()).limit(200)
    else:
        query = _punten(bespreekpunt.c.besproken_op.is_(None)).order_by(bespreekpunt.c.id)
    return _read_punten(rx, query)


def punten_van(rx: Rx, persoon_id: int) -> tuple[Bespreekpunt, ...]:
    """Every point about this child, also the discussed ones, oldest first."""
    return _read_punten(rx, _punten(bespreekpunt.c.persoon_id == persoon_id).order_by(bespreekpunt.c.id))


def nummers(rx: Rx, ids: Sequence[int]) -> dict[int, str]:
    """The numbers that people use of these incidents."""
    query = select(incident.c.id, incident.c.jaar, incident.c.volgnummer).where(incident.c.id.in_(ids))
    return {row.id: nummer(row.jaar, row.volgnummer) for row in rx.connection.execute(query)}


def _punten(which: Any) -> Select[Any]:
    return (
        select(bespreekpunt, groep.c.naam.label("groep"), *_NAME)
        .outerjoin(groep, groep.c.id == bespreekpunt.c.groep_id)
        .outerjoin(persoon, persoon.c.id == bespreekpunt.c.persoon_id)
        .where(bespreekpunt.c.verwijderd_op.is_(None), which)
    )


def _read_punten(rx: Rx, query: Select[Any]) -> tuple[Bespreekpunt, ...]:
    return tuple(
        Bespreekpunt(
            row.id,
            BespreekSoort(row.soort),
            row.groep or (str(Naam(row.roepnaam, row.tussenvoegsel, row.achternaam)) if row.persoon_id else ""),
            row.tekst,
            row.gemaakt_op.date(),
            row.incident_id,
            row.besproken_op,
            row.verslag,
            row.groep_id or row.persoon_id,
        )
        for row in rx.connection.execute(query)
    )


def _afspraken(rx: Rx, which: Any) -> tuple[Afspraak, ...]:
    columns = (afspraak.c[name] for name in ("id", "overleg_id", "omschrijving", "eigenaar_id", "datum", "gedaan_op"))
    query = (
        select(*columns, *_NAME)
        .outerjoin(persoon, persoon.c.id == afspraak.c.eigenaar_id)
        .where(which, afspraak.c.verwijderd_op.is_(None))
        .order_by(afspraak.c.datum, afspraak.c.id)
    )
    return tuple(
        Afspraak(
            row.id,
            row.overleg_id,
            row.omschrijving,
            row.eigenaar_id,
            str(Naam(row.roepnaam, row.tussenvoegsel, row.achternaam)) if row.eigenaar_id else "",
            row.datum,
            row.gedaan_op,
        )
        for row in rx.connection.execute(query)
    )
